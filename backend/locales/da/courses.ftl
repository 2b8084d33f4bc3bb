### Det, der kommer efter et ja.

desk-courses = Forløb
courses-order = det, der skal ske først, øverst
courses-none = Her kommer et forløb, når nogen har sagt ja til en plads. Åbn personen, og begynd med samtalen.
courses-not-found = Intet forløb passer til det, du søger. Prøv et andet ord.
course-late = { $n ->
    [one] 1 dag over tiden
   *[other] { $n } dage over tiden
}
course-today = i dag
course-stage = { $case ->
    [Talk] samtale
    [Applied] søgt
    [Confirmed] kollega har bekræftet
    [Granted] kommunen har sagt ja
    [Running] i gang
    [Job] timer med løn
   *[Ended] slut
}
course-see = Se forløbet
course-from = fra { $from }
course-from-until = fra { $from } til { $until }
course-way = Vejen fra samtale til slut
course-next = Næste skridt
course-next-nothing = Der er ikke mere at vente på.
course-next-application = Virksomheden søger.
course-next-confirmation = En kollega bekræfter.
course-next-answer = Kommunen svarer.
course-next-first-day = Første dag.
course-next-talk = { $with ->
    [person] Ring til { $name }, uge { $week }.
    [workplace] Ring til arbejdsstedet, uge { $week }.
   *[both] Tal med dem begge, uge { $week }.
}
course-next-last-day = Sidste dag. Eller et ja til mere.
course-next-signature = Virksomheden skriver under på, hvad der er lært.
course-municipality-decides = Kommunen afgør. Skriv kun et ja her, når svaret er kommet.
course-extend-in-time = Skal det vare længere? Så søger virksomheden igen, før sidste dag.
course-do-apply = Virksomheden har søgt
course-do-confirm = En kollega har bekræftet
course-do-nobody = Der er ingen kollega
course-do-grant = Kommunen har sagt ja
course-do-begin = Er begyndt
course-do-talk = Har talt sammen
course-do-hours = Andre timer
course-do-extend = Forlænget
course-do-job = Timer med løn
course-do-end = Slut
course-do-open = Åbn
course-do-gone = Det blev ikke til noget
course-do-gone-yes = Fjern det helt
course-about-nobody = Er der ingen andre ansat, er der ingen, der kan bekræfte.
course-about-hours = Timerne må gerne stige. Skriv, hvor mange det er om ugen nu.
course-about-extend = Kun når kommunen har sagt ja til en ny ansøgning.
course-about-job = Virksomheden har ansat. Skriv timerne med løn om ugen.
course-about-end = Pladsen bliver fri igen. Bagefter kan virksomheden skrive under på, hvad der er lært.
course-about-gone = Sagde nogen nej? Så fjerner vi det hele. Der står ikke, hvem det var eller hvorfor. Det kan ikke tages tilbage.
course-on = Dag
course-hours = Timer om ugen
course-hours-first = (først { $hours })
course-agreed-from = (aftalt fra { $day })
course-agreed = Den aftalte første dag er { $day }.
course-early = De er begyndt før
course-new-last-day = Ny sidste dag
course-talked = Dagen for samtalen
course-first-day = Første dag
course-last-day = Sidste dag
courses-ready = Har sagt ja og venter
courses-under-way = Undervejs
course-begin = Begynd forløb
course-company-no = De siger nej denne gang
course-new = Samtalen er holdt
course-new-about = Skriv det, I er blevet enige om. Bagefter søger virksomheden. Intet sendes herfra.
course-has-yes = har sagt ja. Hold samtalen, og begynd.
course-not-now = { $case ->
    [Order] Det kan ikke ske nu. Måske har en anden skrevet det imens. Se, hvor forløbet er.
    [TooEarly] Dagen ligger før det skridt, der kom før. Skriv en senere dag.
    [NotYet] Dagen er ikke kommet endnu. Skriv det, når det er sket.
    [Early] Den aftalte første dag er ikke kommet. Er de begyndt før, så sæt kryds ved det. Ellers vent.
    [NoSeat] Der er ingen ledig plads mere: Andre er begyndt. Er der plads til flere, så skriv det på pladsen først.
   *[Bounds] Se dage og timer igennem: Sidste dag ligger efter første dag, og timerne er mellem 1 og 37 om ugen. Praktik og løntilskud skal have en sidste dag.
}
course-did-talked = De tre har talt sammen.
course-did-apply = Virksomheden har søgt.
course-did-confirm = En kollega har bekræftet.
course-did-nobody = Der er ingen kollega, der kan bekræfte.
course-did-grant = Kommunen har sagt ja.
course-did-begin = Første dag.
course-did-talk = { $with ->
    [person] Talt med den, der er i job, uge { $week }.
    [workplace] Talt med arbejdsstedet, uge { $week }.
   *[both] Talt med dem begge, uge { $week }.
}
course-did-extend = Kommunen har sagt ja til mere, til { $until }.
course-did-hours = Nu { $hours } timer om ugen.
course-did-job = Timer med løn: { $hours } om ugen.
course-did-end = Slut.
course-when = Hvornår
course-by = Ring til
course-steps = Det er sket
course-talks = Samtaler
course-talk-had = talt
course-talk-week = uge { $week }
course-talk-with = { $with ->
    [person] { $name }
   *[workplace] arbejdsstedet
}
course-no-calls = Vi ringer ikke, før { $name } selv har sagt ja til det.
course-sheet = Ark til ansøgningen
course-sign = Det er lært
course-sign-about = Send et link til arbejdsstedet. Så sætter de kryds ved det, { $name } kan nu. { $name } ser det først og bestemmer, hvad der skal stå.
course-sign-with-them = Der er skrevet under. Nu ser { $name } på det.
course-sign-none = Der står ikke noget herfra på profilen.
course-link-made = Her er linket.
course-link-until = Det virker én gang, til { $day }.
course-link = Link til arbejdsstedet
course-link-once = Kopier det nu. Vi kan ikke vise det igen.
course-link-waits = Et link venter på svar til { $day }.
course-link-make = Lav et link
course-link-again = Lav et nyt link
key-step = næste skridt
key-sheet = ark

### Arket, som virksomheden skriver af efter.

sheet-print = Udskriv
sheet-back = Tilbage
sheet-title = Ark til ansøgningen i VITAS
sheet-about = Virksomheden søger selv i VITAS. Her står det, vi ved. De tomme linjer skriver virksomheden.
sheet-decides = Det er kommunen, der afgør. Intet er givet på forhånd.
sheet-company = Virksomheden
sheet-name = Navn og sted
sheet-cvr = CVR-nummer
sheet-p-number = P-nummer
sheet-contact = Hvem der kan ringes til
sheet-colleagues = De ansatte
sheet-representative = Tillidsmand eller en kollega: navn
sheet-representative-mail = Samme: e-mail
sheet-staff = Ansat på fuld tid (snit af 4 måneder)
sheet-supported = I praktik eller løntilskud nu
sheet-placement = Pladsen
sheet-kind = Slags
sheet-when = Hvornår
sheet-hours = Timer om ugen
sheet-rising = Timer, der stiger
sheet-rising-to = Op til { $hours } om ugen. VITAS har ikke noget felt til det: skriv det som en bemærkning.
sheet-tasks = Opgaver
sheet-purpose = Formål
sheet-trained = Det, der skal læres
sheet-pay = Timer med løn
sheet-person = Fornavn. Resten skriver virksomheden selv
sheet-blank = Tomt. Virksomheden skriver det.
sheet-sources = Felter uden stjerne står i bekendtgørelse 2636 af 28. december 2021, § 65. Felter med * er fra svar om VITAS fra 2020. Dem har vi ikke set i VITAS selv.
sheet-made = Lavet { $day }.

### Virksomheden skriver under.

skills-title = Hvad kan { $name } nu?
skills-about = { $name } har været hos jer i { $place }. Tak for det.
skills-can = Sæt kryds ved det, { $name } kan nu
skills-your-name = Dit navn
skills-trap = Lad feltet stå tomt
skills-sign = Skriv under
skills-they-decide = { $name } ser det først og bestemmer selv, hvad der skal stå. Linket virker én gang.
skills-no-name = Skriv dit navn.
skills-no-task = Sæt mindst ét kryds. Er der ikke noget at sætte kryds ved, så luk bare siden.
skills-thanks-title = Tak
skills-thanks = Nu ser { $name } på det.
skills-used-do = Der er skrevet under. Skal noget rettes, så ring til den, der sendte linket.
skills-old-do = Bed den, der sendte linket, om et nyt.
skills-unknown-do = Se, om hele linket er med. Ellers bed om et nyt.
skills-head = Det har de skrevet under på
skills-new = { $by } i { $place } har sat kryds ved det her. Kun du ser det. Tag krydset væk ved det, du ikke vil have med.
skills-keep = Gem på min profil
skills-keep-these = Gem
skills-left-out = Det, du tager væk, er der ingen, der ser.
skills-leave-out = Tag noget væk
skills-signed-by = underskrevet af { $place }, { $day }

### Egen side: sådan går det med mit ja.

my-course-head = Det er i gang
my-course-over = Det er slut
my-course-stands = { $case ->
    [Talk] I har talt sammen. Nu søger { $place } hos kommunen.
    [TalkOfJob] I har talt sammen. Du begynder { $day }.
    [TalkOfJobPast] I har talt sammen. Første dag var aftalt til { $day }.
    [Applied] { $place } har søgt. Nu skal en kollega der sige, at det er rigtigt.
    [Confirmed] En kollega har sagt, at det er rigtigt. Nu venter vi på kommunens svar.
    [Granted] Kommunen har sagt ja. Du begynder { $day }.
    [GrantedPast] Kommunen har sagt ja. Første dag var aftalt til { $day }.
    [Running] Du er der nu. Sidste dag er { $day }.
    [RunningPast] Sidste dag var aftalt til { $day }.
    [Job] Du har { $hours } timer om ugen med løn.
   *[Ended] Du var der til { $day }.
}
my-course-will-talk = { $name } taler med jer omkring { $day }.
my-course-will-call = { $name } ringer omkring { $day }.
my-course-talks-soon = { $name } taler snart med jer.
my-course-calls-soon = { $name } ringer snart.
my-course-signed = { $place } har sat kryds ved det, du kan nu. Du ser det først.
my-course-see-signed = Se det, og bestem selv
my-course-stop = Jeg vil ikke alligevel
my-course-stop-about = Så er det hele væk. Ingen spørger hvorfor. Du kan sige ja en anden gang.
my-course-stop-yes = Stop det
my-course-may-call = Må { $name } ringe til dig?
my-course-calls-ask = Må { $name } ringe til dig om 1, 4, 13 og 26 uger og høre, hvordan det går? { $name } ringer også til arbejdsstedet. Du behøver ikke. Du kan stoppe det, når du vil.
my-course-calls-also-year = Også om et år
my-course-calls-on = { $name } må ringe til dig om 1, 4, 13 og 26 uger.
my-course-calls-year = { $name } må ringe til dig om 1, 4, 13 og 26 uger og om et år.
my-course-calls-stop = Stop det
my-work-done-no-calls = Godt. Vi ringer ikke.
