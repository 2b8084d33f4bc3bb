### De mennesker, der sidder omkring bordet. $name er altid et menneskes navn, hvor ikke andet står.

paper-people = Os omkring bordet
people-is-contact = Fast kontakt
people-is-stand-in = Afløser for den faste kontakt
people-has-pen = Har familiens pen lige nu
people-purpose = Er her for:
people-call = Telefon:
people-phone = Telefonnummer
people-hours = Kan træffes:
people-edit-me = Ret dit nummer og dine tider, eller forlad bordet
people-edit = Mere om { $name }
people-back = Tilbage til os omkring bordet
people-save = Gem
# $n: hvor mange
people-left = { $n ->
    [one] Har siddet her før: 1
   *[other] Har siddet her før: { $n }
}
people-left-on = Forlod bordet { $date }
people-has-left = { $name } er ikke ved bordet mere.

# Den, der gerne vil sidde med
people-asks-title = Vil gerne sidde med
people-asks = { $name } vil gerne sidde med ved jeres bord.
# $by: den, der foreslår det
people-proposes = { $by } foreslår, at { $name } kommer med ved bordet.
people-asks-means = Siger I ja, kan { $name } se det, I viser til alle ved bordet. I kan altid fortryde.

# En ny ved bordet
people-add-title = Sæt en af jeres egne ved bordet
people-add-about = En mormor, en ven eller en nabo. I bestemmer selv, og I skal ikke spørge nogen.
people-add-other-link = Er det en tolk, en fra kommunen eller en anden?
people-add-other-title = Sæt en ny ved bordet
people-add-other-about = I bestemmer selv, hvem der sidder med.
people-propose-title = Foreslå en til bordet
people-propose-about = Familien bestemmer, hvem der sidder med. Der sker ikke noget, før den har sagt ja.
people-add-button = Sæt ved bordet
people-propose-button = Foreslå
people-name = Navn
people-relation = Hvem er det for familien?
people-relation-hint = For eksempel mormor, nabo eller Livs lærer.
people-phone-hint = Må gerne være tomt.
people-purpose-ask = Hvad er personen her for?
people-purpose-hint = For eksempel: hjælpe Liv i skolen.
people-role-ask = Hvem er det?
people-role-network = En af familiens egne
people-role-family = En voksen i familien
people-role-child = Et barn i familien
people-role-professional = En fra kommunen, skolen eller et andet sted
people-role-interpreter = En tolk
people-role-guest = En anden gæst

# Når der ikke sidder nogen af familiens egne
people-ways-title = Hvem kunne sidde med?
people-ways-about = Der sidder ikke nogen af jeres egne ved bordet endnu. Sådan er det for mange. Her er fire steder at begynde.
people-way-begin = Skriv, hvem det er
people-way-volunteer = En frivillig familie
people-way-volunteer-about = En familie i byen, der gerne vil kende en anden familie. Jeres faste kontakt kan hjælpe med at finde en.
people-way-volunteer-relation = frivillig familie
people-way-association = En fra en forening
people-way-association-about = Fodbold, kor, spejdere eller kirke. Måske er der en, børnene kender.
people-way-association-relation = fra foreningen
people-way-colleague = En kollega
people-way-colleague-about = En, I arbejder sammen med nu eller har arbejdet sammen med før.
people-way-colleague-relation = kollega
people-way-neighbour = En nabo
people-way-neighbour-about = En, I hilser på. Det er nok at begynde med.
people-way-neighbour-relation = nabo

# Siden om et menneske
people-reach-title = Sådan kan man ringe
people-hours-ask = Hvornår kan man ringe?
people-hours-hint = For eksempel: hverdage 8-15.
people-leave-title = Forlad bordet
people-leave-about = Det, du har skrevet, bliver stående. Du kan ikke se planen bagefter.
people-leave = Forlad bordet
people-remove-title = Tag { $name } fra bordet
people-remove-about = Det, { $name } har skrevet, bliver stående. { $name } kan ikke se planen bagefter.
people-remove = Tag { $name } fra bordet
people-holds = { $name } har sagt ja til det her:
people-you-hold = Du har sagt ja til det her:
people-passes-to = Hvem skal spørges, om de vil tage det?
people-passes-to-nobody = Ingen endnu
left-title = Du har forladt bordet
# $name: det, familien kalder sig selv
left-about = Du sidder ikke ved bordet hos { $name } mere.
left-stays = Det, du har skrevet, står der endnu.
left-agreements = En anden bliver spurgt om det, du havde lovet. Ellers kan alle se, at det mangler en.
left-closed = Du kan ikke se planen mere, heller ikke på din telefon.
left-again = Vil du være med igen, så tal med familien.

# Den faste kontakt
people-contact-title = Den faste kontakt
people-contact-about = Den, familien altid kan ringe til.
# $date: den dag, den sidste gik
contact-vacant = Der har ikke været en fast kontakt siden { $date }. Ring til kommunen.
contact-vacant-call = { $name } er afløser:
baton-title = { $name } skal være den nye faste kontakt
# $name: den, der er det nu
baton-until = Bolden går videre, når alle tre har sagt ja. Indtil da er det { $name }.
baton-until-nobody = Bolden går videre, når begge har sagt ja.
# $giver: den, der har bolden; $name: den, der skal have den
baton-gives = { $giver } giver bolden videre.
baton-takes = { $name } tager den.
baton-agrees = Familien er med på det.
baton-said = Har sagt ja
baton-not-said = Har ikke svaret endnu
baton-yes-give = Ja, jeg giver den videre
baton-no-give = Nej, jeg beholder den
baton-yes-take = Ja, jeg tager den
baton-no-take = Nej, jeg kan ikke
baton-stop = Det skal ikke være nu
baton-begin-title = Giv bolden videre til en ny
baton-about = Både den gamle, den nye og familien skal sige ja. Indtil da er alt, som det er nu.
baton-to-whom = Hvem skal være den nye faste kontakt?
baton-to-whom-one = Ved bordet kan det være { $name }.
baton-begin = Spørg
stand-in-title = Vælg en afløser
stand-in-whom = Hvem kan man ringe til, når den faste kontakt er væk?
stand-in-nobody = Ingen

# Pennen
pen-title = Jeres pen
pen-about = I kan give pennen til en i rummet. Så skriver den person jeres ord, og der står, hvem der skrev.
pen-hand-title = Giv pennen til en
pen-to-whom = Hvem skal skrive for jer?
pen-hand = Giv pennen
# $day: »I dag«, »I går« eller en dag, $time: klokken
pen-out = { $name } har jeres pen. { $day } kl. { $time } gav I den videre.
# $name: den, hvis ord det er
pen-yours = Du har pennen. Det, du skriver, er ord fra { $name }. Der står, at du skrev dem.
pen-take-back = Tag pennen tilbage
pen-give = Giv pennen tilbage
pen-read-back = Læs det højt
pen-read-back-about = Det her er skrevet, siden I sidst gav pennen til nogen. Er noget forkert, så ret det på tavlen.
# $said: den, der sagde det; $wrote: den, der skrev det
pen-said = Sagt af { $said }, skrevet af { $wrote }

# Et link til en plads
link-title = Et link til { $name }
link-about = { $name } kan ikke åbne planen selv endnu. Med et link kan { $name } se det, I viser til bordet. Linket virker én gang og i 14 dage.
link-again = { $name } er kommet ind med et link. Kan { $name } ikke komme ind mere, så lav et nyt. Så virker den gamle vej ikke længere.
link-lost = { $name } er ikke kommet ind i planen endnu. Er linket blevet væk, så lav et nyt. Så virker det gamle ikke længere. Når { $name } er kommet ind, er det familien, der laver links.
# $date: den sidste dag
link-waits = Linket er ikke brugt endnu. Det virker én gang, til og med { $date }.
link-not-needed = { $name } kan selv åbne planen.
link-make = Lav et link
link-make-new = Lav et nyt link
link-withdraw = Tag linket tilbage
link-made = Her er linket til { $name }
link-once = Linket står her kun nu. Kopiér det, eller send det fra din egen telefon.
link-sms = Send det som sms
# $family: det, familien kalder sig selv; $link: adressen; $date: den sidste dag
link-text = { $family } har inviteret dig til bordet: { $link } Linket virker én gang, til og med { $date }.

# Den, der er inviteret
invited-title = Du er inviteret
invited-hello = Hej { $name }
# $family: det, familien kalder sig selv
invited-network = { $family } har inviteret dig. Det, du ser her, er privat. Fortæl det ikke videre. Du kan altid sige stop.
invited-family = { $family } har sin egen plan her. Du er en af de voksne i familien, så den er også din.
invited-elsewhere = { $family } har inviteret dig til sit bord.
invited-yes = Ja, jeg vil gerne være med
invited-no = Vil du ikke, så luk bare siden. Der sker ikke noget.
how-title = Sådan arbejder vi
how-family-first = Familien sidder for bordenden. Det er familiens plan, og den er skrevet med familiens egne ord.
how-ask = Vil du ændre noget, bliver det et forslag. Familien svarer, når det passer den, og et nej er helt i orden.
how-promise = Det, du lover, står ved dit navn. Er der noget, du ikke kan nå, så sig det her.
how-see = Du ser det, familien viser dig. Det er privat. Fortæl det ikke videre.
how-child = Alle, der arbejder i kommunen, skal sige det videre, hvis de er bekymrede for et barn. Det sker ikke her på tavlen.
how-looked = Familien kan se, hvornår du har kigget.
closed-used = Linket er brugt
closed-used-do = Et link virker kun én gang. Var det dig, der brugte det, så åbn planen på den samme telefon eller computer. Ellers bed den, der gav dig linket, om et nyt.
closed-old = Linket er for gammelt
closed-old-do = Et link virker i 14 dage. Bed den, der gav dig linket, om et nyt.
closed-unknown = Linket virker ikke
closed-unknown-do = Måske mangler der noget af det, eller det virker ikke mere. Spørg den, der gav dig linket.

# Den, der beder om en plads
seat-title = Bed om en plads ved bordet
seat-about = Familien bestemmer selv, hvem der sidder med. Skriv, hvem du er, og hvad du gerne vil være med til. Så kan familien sige ja eller nej tak.
seat-relation = Hvem er du for familien?
seat-relation-hint = For eksempel Livs lærer.
seat-purpose = Hvad vil du gerne være med til?
seat-purpose-hint = Familien læser det, før den svarer.
seat-send = Send til familien
seat-sent = Tak. Er der en plan her, kan familien læse dit ønske nu. Siger familien ja, kan du åbne planen.
seat-open = Se, om du har fået en plads
