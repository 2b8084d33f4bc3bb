### En profil: den samme form for den, der søger, og for konsulenten.

profile-new = En ny, der søger arbejde
profile-save = Gem
profile-choose = Vælg
profile-words = Det kan jeg, og det vil jeg
profile-strengths = Det kan jeg
profile-strengths-hint = Med dine egne ord. Én ting på hver linje.
profile-wish = Det vil jeg gerne
profile-wish-hint = Hvilket arbejde kunne du tænke dig? Hvad vil du gerne lære?
profile-work = Arbejde og opgaver
profile-work-about = Skriv, som du taler. Vi finder det på listen, også med en slåfejl.
profile-wanted = Arbejde, jeg gerne vil have
profile-wanted-hint = Det kæreste først. Ét på hver linje.
profile-tasks-can = Opgaver, jeg kan
profile-tasks-learn = Opgaver, jeg gerne vil lære
profile-a-line-each = Én på hver linje.
profile-knows = Steder, jeg kender
profile-knows-hint = Hvor du har været før eller kender en kollega. Ét på hver linje.
profile-whole-list = Se hele listen
profile-did-you-mean = Hvad mener du med
profile-own-words = Noget andet. Gem det med mine egne ord.
profile-languages = Sprog
profile-language-n = Sprog { $number }
profile-level-n = Hvor godt, sprog { $number }
profile-travel = Vejen
profile-home = Her bor jeg
profile-by = Sådan kan jeg komme frem
profile-longest = Længste vej, én vej, i minutter
profile-told = Veje, jeg selv har slået op
profile-told-hint = Bus og færge kan ingen regne ud. Skriv, hvor lang tid det tager.
profile-told-to = Til
profile-told-by = Med
profile-told-when = Hvornår
profile-told-day = om dagen
profile-told-early = også før kl. 7 og efter kl. 19
profile-told-never-early = ikke før kl. 7 og efter kl. 19
profile-minutes = Minutter
profile-needs = På arbejdet
profile-needs-health = Det her bliver behandlet som helbred. Skriv aldrig hvorfor.
profile-can = Kan
profile-cannot = Kan ikke
profile-not-asked = Ikke spurgt
profile-do-not-know = Ved ikke
profile-lifts = Jeg løfter højst, i kilo
profile-papers = Beviser
profile-papers-have = Det har jeg
profile-hours = Timer om ugen
profile-hours-about = Fra nu til det, du håber på. Timer, der er bundet, er for eksempel sprogskole.
profile-paid = Med løn nu
profile-placement = I praktik nu
profile-bound = Bundet andre steder
profile-hoped = Det håber jeg på
profile-about = Om mig
profile-first-name = Fornavn
profile-how-old = Alder
# $case: From13, From15AtSchool, From15, Adult
profile-age = { $case ->
    [From13] 13–14 år
    [From15AtSchool] 15–17 år, går i skole
    [From15] 15–17 år, færdig med 9. klasse
   *[other] 18 år eller mere
}
profile-looking = Søger jeg nu?
profile-looking-now = Lige nu
# $case: Looking, Underway, Pause
profile-status = { $case ->
    [Looking] Søger arbejde
    [Underway] I gang et sted
   *[other] Holder pause
}
profile-from = Jeg kan tidligst begynde
profile-day-jobs = Jeg vil gerne høre om job på en dag eller få dage, med det samme
profile-waiting-since = Har ventet siden
profile-week = Ugen
profile-week-when = Hvornår kan du arbejde?
profile-week-hint = Skriv for eksempel: man-fre 8-14; lør 9-14 lige uger. Regn vejen frem og tilbage med.
profile-terms = Det, kommunen har sagt om pladser
profile-terms-about = Skriv, hvad der kan lade sig gøre. Skriv aldrig, hvilken ydelse det kommer af.
profile-terms-own = Det kan du læse her. Du kan ikke ændre det. Spørg, hvis det ikke passer.
profile-kinds = Slags pladser, der kan lade sig gøre
profile-kinds-hint = Sæt kun løntilskud, når kommunen har sagt, at det kan lade sig gøre nu.
profile-placement-weeks = Højst så mange uger i praktik
profile-subsidy-weeks = Højst så mange uger med løntilskud
profile-weeks-hint = Et tomt felt bliver et spørgsmål, når en plads varer længere, end alle må.
profile-excluded = Steder, der ikke kan lade sig gøre
profile-outside-ratio = Tæller ikke med i det antal, et sted højst må have
terms-no-kinds = Ingen slags pladser er valgt endnu.
terms-kinds = Det kan være: { $kinds }.
terms-placement-weeks = { $n ->
    [one] Højst én uge i praktik.
   *[other] Højst { $n } uger i praktik.
}
terms-subsidy-weeks = { $n ->
    [one] Højst én uge med løntilskud.
   *[other] Højst { $n } uger med løntilskud.
}
terms-excluded = Ikke her: { $places }.
terms-outside-ratio = Du tæller ikke med i det antal, et sted højst må have.
profile-not-saved = Det er ikke gemt endnu
profile-nothing-lost = Intet af det, du skrev, er væk. Ret det her, og gem igen:
profile-slip-long = Skriv kortere: højst 20 linjer og 600 tegn på hver.
profile-slip-many = Der er for mange linjer. Skriv de vigtigste.
profile-slip-told-to = Vælg, hvor vejen går hen.
profile-slip-told-by = Vælg, hvordan du kommer frem.
profile-slip-told-minutes = Skriv, hvor mange minutter vejen tager: fra 1 til 600.
profile-slip-name = Skriv et fornavn.
profile-slip-home = Vælg, hvor du bor.
profile-conflict = En anden har rettet det samme imens
profile-conflict-what = Dit er ikke gemt endnu, men det står herunder. Se de to, ret til, og gem igen.
profile-stands-now = Der står nu:
profile-you-wrote = Du skrev:
profile-nothing-said = ikke noget
week-words-always = altid
week-words-and = { " og " }
profile-erase = Slet profilen
profile-erase-goes = Alt bliver slettet: profilen, ugen, det, arbejdet må kræve, ja og nej, og pladser, der er i gang herinde. Det kan ikke gøres om.
profile-erase-stays = Tilbage står kun, at nogen har set en liste, uden hvem der stod på den. Det, en virksomhed allerede har fået at vide, kan vi ikke slette hos dem.
profile-erase-sure = Ja, slet det hele
desk-done-erased = Personen og alt, der siger noget om personen, er slettet.
