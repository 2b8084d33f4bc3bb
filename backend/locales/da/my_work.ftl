### Egne sider for den, der søger arbejde.

my-work = Arbejde
my-work-skip = Gå til indholdet
my-work-way = Mine sider om arbejde
my-work-profile = Min profil
my-work-week = Min uge
my-work-not = Det, jeg har valgt fra
my-work-seen = Hvem har set mig
my-work-lead = Pladser til dig, din profil og din uge.
my-work-done-answered = Dit svar er gemt. Et ja må vi fortælle videre til virksomheden. Et nej får ingen at vide. Det, du har valgt fra, står under:
my-work-done-back = Det er taget tilbage. Har de allerede fået noget at vide, kan vi ikke tage det tilbage.
my-work-done-away = Fjernet.
my-work-done-again = Pladsen kan komme på din side igen.
my-work-done-saved-own = Gemt. Det, listen ikke har, står med dine egne ord under »Det kan jeg« og »Det vil jeg gerne«.
my-work-done-saved = Gemt.
my-work-asked = Nogen spørger dig
my-work-asked-about = Må vi fortælle { $place } i { $town } om dig?
my-work-read-and-answer = Læs og svar
my-work-said-yes = Det har du sagt ja til
my-work-yes-until = Gælder til { $day }.
my-work-not-this-time = De siger nej tak denne gang. Dit ja gælder ikke mere, og du behøver ikke vente på et opkald.
my-work-remove = Fjern
my-work-places = Pladser til mig
my-work-places-order = Den, der passer bedst til det, du selv har sagt, står først. Lige gode bytter plads hver uge.
my-work-no-places = Ingen plads passer helt lige nu. Kig forbi igen, eller ret din uge og din profil.
my-work-not-looking = Du søger ikke lige nu. Sig til, når du vil se pladser igen.
my-work-open = Det ved vi ikke endnu: { $question }
my-work-why = Derfor
my-work-try = Ja, jeg vil prøve
my-work-no = Nej tak
my-work-have-said-yes = Du har sagt ja
my-work-questions = Svar, der kan åbne flere pladser
my-work-write-answer = Skriv svar
my-work-nearly = Næsten
my-work-nearly-about = Her er noget i vejen. Under hver plads står, hvad der skal til.
my-work-stands = Sådan står det
my-work-looking = Lige nu
my-work-day-jobs = Dag-til-dag-job: på en dag eller få dage
my-work-day-jobs-on = Du hører om dem med det samme.
my-work-day-jobs-off = Dem hører du ikke om.
my-work-day-jobs-start = Ja, fortæl mig om dag-til-dag-job
my-work-day-jobs-stop = Stop med at fortælle om dag-til-dag-job
my-work-pause = Hold pause
my-work-look-again = Søg igen
my-work-hours = { $hours } timer om ugen
my-work-week-empty = Ingen tid endnu. Mal din uge.

### Må vi fortælle en virksomhed om dig? Ordene er en tekst med et versionsnummer.

tell-title = Må vi fortælle en virksomhed om dig?
tell-we-would-like = Vi vil gerne spørge
tell-in = i { $town }
tell-about = om pladsen
tell-may-say-no = Du må gerne sige nej. Så spørger vi dem ikke.
tell-back = Tilbage til mine pladser
tell-place = Pladsen
tell-kind = { $case ->
    [WorkPlacement] Praktik: virksomheden betaler ikke løn.
    [WageSubsidy] Løntilskud: virksomheden betaler løn, og kommunen betaler noget af den.
   *[other] Virksomheden betaler løn.
}
# $name: den jobkonsulent, der spurgte
tell-next = Nu er det { $name }, der taler med dem. Hører du intet, så ring:
tell-they-hear = De får at vide
tell-first-name = Dit fornavn
tell-wants = Det vil du gerne
tell-can = Det kan du
tell-days = Dage og timer
tell-languages = Sprog
tell-start = Du kan begynde
tell-contact = Hvem de kan ringe til
tell-never-1 = De får
tell-never-not = ikke
tell-never-2 = noget at vide om penge, helbred eller din familie.
tell-yes = Ja
tell-no = Nej
tell-read-aloud = Nogen har læst det højt for mig
tell-who-is-there = Hvem sidder sammen med dig, mens du svarer?
tell-alone = Ingen. Jeg er alene.
tell-until = Et ja gælder til { $day }. Du kan ændre mening hver dag indtil da. Et nej skal ikke forklares.
tell-who-asks = { $name } spørger. Ring til:
tell-whom-to-call = Er der noget, du vil vide? Ring til { $name }:
tell-said-yes = Du har sagt ja. Det gælder til { $day }.
tell-was-alone = Du var alene, da du svarede.
tell-was-there = { $name } sad sammen med dig.
tell-take-back = Tag mit ja tilbage
tell-not-open = Pladsen er ikke åben mere.
tell-away = Tag spørgsmålet væk

not-about = Det her ser kun du. Tager du noget tilbage, er der intet tilbage af dit nej.
not-nothing = Her står de pladser, du siger nej tak til. Der er ingen.
not-gone = Noget, der ikke er her mere
not-take-back = Vis den igen

seen-about = Hver gang nogen ser noget om dig, bliver det skrevet ned. Virksomheder ser intet, før du siger ja.
seen-nobody = Ingen har set noget om dig endnu.
seen-places = så pladser til dig.
seen-people = så, hvem en plads passer til. Du var på listen.
seen-everyone = så listen over alle, der søger arbejde.
seen-candidate = så din profil.
seen-courses = så, hvordan det går med det, du har sagt ja til.
seen-file = hentede en fil med alle, der søger arbejde.
seen-file-needs = hentede en fil med alle, der søger arbejde, også med det, arbejdet må kræve (helbred).
seen-brought = gav os en fil, hvor du står, og så, hvad der er gemt om dig ved siden af.
seen-other = så noget om dig.
seen-times = { $n ->
    [one] Én gang.
   *[other] { $n } gange.
}
seen-more = Se dem, der er ældre

week-about = Mal de tider, hvor du kan arbejde eller være på vej. Ingen ser, hvorfor en tid ikke er fri.
week-paint = Mal min uge
week-paint-hint = Sæt mærke i de timer, hvor du kan.
week-paint-keys = Træk med musen, eller hold fingeren nede og træk. Et felt er fire kvarter. Med taster: piletaster flytter, mellemrum tænder og slukker, Shift og pil maler, 1–4 er kvartererne.
# $hours: et tal, eller # hvor siden selv sætter tallet
week-sum = Fri { $hours } timer om ugen
week-save = Gem min uge
week-one = Alle uger er ens
week-two = Lige og ulige uger er forskellige
week-every-week = Hver uge
week-even-weeks = Lige uger
week-odd-weeks = Ulige uger
week-in-part = (fri { $times })
week-type = Eller skriv den
week-save-typed = Gem det, jeg skrev
week-calendar = Eller hent den fra din kalender
week-calendar-about = Gem din kalender som en fil (.ics), og vælg den her. Vi ser kun, hvornår du er optaget, og gemmer hverken filen eller det, der står i den.
week-frame = Hvornår kunne du arbejde, hvis kalenderen var tom?
week-frame-usual = man-fre 8-16
week-file = Kalenderfilen
week-read-file = Læs filen
week-found = Det stod i din kalender
week-found-about = Det er trukket fra i ugen herunder. Intet er gemt endnu: se den igennem, og gem.
week-found-nothing = Ingen tider de næste tolv uger.
week-too-seldom = kommer for sjældent til at tælle
week-unread-lines = { $n ->
    [one] Én linje kunne ikke læses:
   *[other] { $n } linjer kunne ikke læses:
}
week-unread-line = Linje { $line }: { $case ->
    [Time] dagen eller tiden er skrevet på en måde, vi ikke kender.
    [Zone] tiden er i en tidszone, vi ikke kender.
    [NoStart] der står ikke, hvornår det begynder.
    [NoEnd] det slutter, før det begynder.
    [TooLong] det varer for længe.
    [Rule] det gentages på en måde, vi ikke kender. Kun første gang er talt med.
    [List] flere dage på en liste er ikke talt med.
    [Unfinished] filen slutter midt i det.
   *[other] det er ikke en linje fra en kalender.
}
week-no-calendar = Filen er ikke en kalender. Den skal ende på .ics.
week-calendar-large = Kalenderen er for stor. Gem en, der er kortere.
week-labels = Det kalder jeg tiderne
week-labels-about = Kun til dig selv. Ingen andre ser det nogensinde.
week-label-n = Navn { $number }
week-label-like = For eksempel: Sprogskole
week-label-when-n = Hvornår, navn { $number }
week-label-when-like = tir, tor 12.30-15.15
week-save-labels = Gem navnene
week-label-long = Skriv kortere navne, og færre.
week-unreadable = Siden kunne ikke læses. Prøv igen herfra.
week-unsaved = Intet er gemt endnu.
week-even-alone = Skemaet viser de lige uger. Gemmer du, gælder de alle uger. Intet er gemt endnu.
week-before = Før stod der: { $week }.
week-before-again = Vis det igen
week-names-alone = Navnene er gemt. Ugen er ikke gemt endnu.
week-both = Du har både malet ugen og skrevet den, og de to er ikke ens. Tryk »Gem min uge«, hvis det malede gælder, eller »Gem det, jeg skrev«, hvis det skrevne gælder.
week-conflict = En anden har rettet din uge imens. Dit står i skemaet. Gem igen, hvis det er rigtigt.
# $word: det ord, der står i vejen
week-unread = { $case ->
    [Nothing] Skriv dage og tider, for eksempel: man-fre 8-14.
    [TooLong] Skriv kortere.
    [Word] »{ $word }« kender vi ikke. Skriv for eksempel: man-fre 8-14.
    [Time] »{ $word }« er ikke et klokkeslæt. Skriv for eksempel 8 eller 8.30.
    [NoEnd] Hvornår slutter »{ $word }«? Skriv for eksempel 8-14.
    [Backwards] »{ $word }« slutter, før det begynder. Skriv for eksempel 9-17, eller om natten 21-05.
    [NoDay] Hvilken dag er »{ $word }«? Skriv for eksempel: man { $word }.
    [NoTime] Hvilke tider på »{ $word }«? Skriv for eksempel: { $word } 8-14.
    [WhichWeeks] Er det lige eller ulige uger? Skriv det.
   *[other] Skriv dage og tider efter »{ $word }«.
}
my-work-place-gone = En plads, du blev spurgt om, findes ikke mere.
my-work-take-away = Tag den væk
