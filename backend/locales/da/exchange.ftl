### Filer ind og ud.

# $case: kolonnens navn i koden
exchange-column = { $case ->
    [id] Nummer
    [first-name] Fornavn
    [strengths] Det kan jeg
    [wish] Det vil jeg
    [wanted] Ønsket arbejde
    [can] Kan opgaver
    [learn] Vil lære
    [speaks] Sprog
    [community] By
    [point] Punkt på kortet
    [island] Ø
    [travel-by] Kommer med
    [travel-longest] Længste tur
    [travel-told] Egne rejsetider
    [free] Kan arbejde
    [hours-paid] Timer med løn nu
    [hours-placement] Timer i praktik nu
    [hours-bound] Timer bundet andre steder
    [hours-hoped] Timer, håb
    [can-demands] Kan klare
    [cannot-demands] Kan ikke klare
    [lifts-most] Løfter højst
    [certificates] Beviser
    [age] Alder
    [kinds] Slags
    [placement-weeks] Højst uger i praktik
    [subsidy-weeks] Højst uger i løntilskud
    [excluded] Ikke disse arbejdssteder
    [outside-ratio] Tæller ikke med i forholdet
    [knows] Kender arbejdssteder
    [status] Status
    [waiting-since] Venter siden
    [from] Kan fra
    [day-jobs] Vil høre om dagjob
    [company-id] Virksomhedens nummer
    [company] Virksomhed
    [cvr] CVR-nummer
    [public] Offentlig
    [workplace-id] Arbejdsstedets nummer
    [workplace] Arbejdssted
    [p-number] P-nummer
    [staff] Fuldtidsansatte
    [supported] Med støtte nu
    [kind] Slags plads
    [subsidy-confirmed] Løntilskud bekræftet
    [occupation] Arbejde
    [title] Titel
    [tasks] Opgaver
    [other-tasks] Andre opgaver
    [shifts] Vagter
    [least-hours] Mindste timer
    [must-speak] Skal tale
    [nice-to-speak] Rart at tale
    [colleagues-speak] Kolleger taler
    [demands] Kræver
    [lifts] Løfter
    [mentor] Fast makker
    [seats] Antal pladser
    [start] Første dag
    [end] Sidste dag
    [afterwards] Løn bagefter
    [could-spare] Kan undvære
    [could-lift] Kan nøjes med løft
    [could-buddy] Makker til sproget
    [could-drive-from] Kan køre med fra
    [could-start-until] Kan vente til
    [confirmed] Bekræftet
    [expires] Udløber
    [revision] Udgave
    [reasons] Det skal rettes
   *[other] Kolonne
}
# $case: hvad der står i en kolonne
exchange-form = { $case ->
    [text] Egne ord. Flere: én på hver linje i feltet.
    [number] Et helt tal.
    [yes-or-no] ja eller nej. Tomt er nej.
    [hours] Timer, også halve og kvarte: 12,5.
    [four-months] Antal fuldtidsansatte i de fire seneste måneder, den nyeste sidst: 12; 12; 12,5; 13.
    [day] En dag: 2026-12-01 eller 1.12.2026.
    [id] Vores eget nummer. Tomt er en ny.
    [cvr] Otte cifre.
    [p-number] Ti cifre.
    [language] Sprogets kode: da; ar.
    [spoken] Sprogets kode og niveau fra A1 til C2: da B1; ar C2.
    [occupation] Tallet fra listen over arbejde (ISCO) eller navnet derfra. Flere: semikolon imellem, det kæreste først.
    [task] Tallet fra listen over opgaver eller navnet derfra. Flere: semikolon imellem.
    [point] Bredde og længde: 55.851320, 9.836970. Tomt er byens eget punkt.
    [told] By, hvordan og minutter: Horsens: bus 45. Et plus bagefter, hvis det også gælder tidligt og sent. Et minus, hvis det ikke gør.
    [supported] Timer om ugen og sidste dag: 20 2026-12-31. Flere: semikolon imellem.
    [afterwards] Tomt er ikke sagt, måske, eller tallet på den uge, lønnen begynder.
    [week] Som man siger det: hverdage 8-14; tor 16-18 i ulige uger.
    [shifts] Som man siger det: man-fre 8-12. Eller med alt, der kan ændres: man 8-12, pause 30, fra uge 3, 60 tidligere, 30 senere, eller tir/ons, mindst 180, kan undværes.
    [revision] Vores eget tal for, hvor gammel filen er. Lad det stå, så bliver det, andre har ændret imens, ikke skrevet over.
   *[other] Et af disse ord. Flere: semikolon imellem, hvor der må være flere.
}
# $case: hvad der er galt, $said: det, der stod
exchange-why = { $case ->
    [missing] mangler. Skriv det i feltet.
    [too-long] er for langt. Højst { $said } tegn.
    [too-many] har for mange. Højst { $said }.
    [range] skal være inden for { $said }.
    [over] er gået. Skriv en dag, der kommer.
    [few-days] et dag-til-dag-job er på 1 til 5 dage, og vagterne skal ligge på dem.
    [told] har en rejse, vi ikke kan bruge: Byen skal være på kortet, og det skal være 1-600 minutter.
    [number] »{ $said }« er ikke et tal, vi kan læse her. Se, hvordan kolonnen skrives.
    [yes-or-no] »{ $said }« er hverken ja eller nej.
    [day] »{ $said }« er ikke en dag. Skriv som 2026-12-01.
    [choice] »{ $said }« er ikke et af ordene på listen.
    [language] »{ $said }« er ikke et sprog med niveau, eller det står to gange. Skriv som da B1.
    [community] »{ $said }« kender vi ikke. Ret navnet på byen, eller skriv punktet på kortet.
    [point] »{ $said }« er ikke et punkt. Skriv som 55.851320, 9.836970.
    [hours] kan ikke læses ved »{ $said }«. Skriv som man-fre 8-14.
    [id] »{ $said }« er ikke et af vores numre. Lad feltet stå tomt, hvis det er en ny.
    [cvr] »{ $said }« er ikke et CVR-nummer. Se efter, om et ciffer er forkert.
    [p-number] »{ $said }« er ikke et P-nummer. Det har ti cifre.
    [occupation] »{ $said }« er ikke på listen over arbejde.
    [task] »{ $said }« er ikke på listen over opgaver. Skriv egne ord i »Andre opgaver«.
    [workplace] »{ $said }« finder vi ikke, eller der er flere. Hent arbejdsstederne først, eller skriv P-nummeret.
    [twice] står også på linje { $said }. Slet den ene.
    [otherwise] er en anden end på linje { $said }, eller end den, der er gemt. Ret den ene.
    [both] har noget, der også står under »Kan klare«. Det kan kun stå ét sted.
    [newer] nogen har ændret den, efter at filen blev hentet. Hent den igen, og skriv din rettelse der.
   *[ends-first] ligger før den første dag. Ret en af dagene.
}
exchange-age = { $case ->
    [From13] 13-14 år
    [From15AtSchool] 15-17 år, går i skole
    [From15] 15-17 år, færdig med 9. klasse
   *[Adult] 18 år eller mere
}
exchange-status = { $case ->
    [Looking] søger
    [Underway] i gang
   *[Pause] pause
}
exchange-yes = ja
exchange-no = nej
exchange-perhaps = måske
exchange-about = Alt ind og ud som filer, som Excel kan åbne. Det, nogen har sagt nej til, og det, de kalder deres tider, er aldrig i en fil.
# $case: people, workplaces, places
exchange-book = { $case ->
    [people] Jobsøgere
    [workplaces] Virksomheder og arbejdssteder
   *[places] Pladser
}
exchange-file-name = { $case ->
    [people] jobsoegere
    [workplaces] arbejdssteder
   *[places] pladser
}
exchange-take-home = Hent
exchange-csv = CSV
exchange-xlsx = Excel
exchange-jsonld = JobPosting
exchange-with-needs = med det, arbejdet må kræve (helbred)
exchange-needs-about = Uden det er der intet om helbred i filen. Hver gang en fil med mennesker hentes, bliver det skrevet ned, og de kan selv se det.
exchange-bring = Giv en fil
exchange-bring-about = Excel eller CSV, højst 5.000 linjer og 4 MB. Vi viser den først. Intet bliver gemt, før du siger ja.
exchange-bring-postings = Eller pladser som JobPosting fra schema.org (JSON-LD).
exchange-look = Se filen igennem
exchange-columns = Kolonnerne
exchange-columns-about = Rækkefølgen er fri, og navnene må være danske eller engelske. En kolonne, der ikke er med, lader det stå, som er gemt.
exchange-column-name = Kolonne
exchange-column-form = Det skal stå
exchange-needed = skal med
exchange-back = Tilbage til filer
# $case: people, workplaces, places
exchange-seen = { $case ->
    [people] Jobsøgere i filen
    [workplaces] Arbejdssteder i filen
   *[places] Pladser i filen
}
exchange-new = { $n ->
    [one] 1 ny
   *[other] { $n } nye
}
exchange-changed = { $n ->
    [one] 1 ændret
   *[other] { $n } ændrede
}
exchange-same = { $n ->
    [one] 1 er, som den er gemt
   *[other] { $n } er, som de er gemt
}
exchange-bad = { $n ->
    [one] 1 skal rettes
   *[other] { $n } skal rettes
}
exchange-take = { $n ->
    [one] Gem den ene linje
   *[other] Gem de { $n } linjer
}
exchange-nothing = Der er ikke noget at gemme i filen.
exchange-bad-file = Hent dem, der skal rettes
exchange-bad-about = Hver linje kommer tilbage med det, der skal rettes, i den sidste kolonne. Ret den, og giv filen igen.
# $names: overskrifter fra filen
exchange-unknown = Disse overskrifter kender vi ikke, og det, der står under dem, bliver ikke gemt: { $names }.
# $names: kolonner, der mangler
exchange-absent = Filen har ikke { $names }. Uden det kan der ikke komme nye.
exchange-line = Linje
exchange-who = Hvem eller hvad
exchange-what = Hvad sker der
exchange-row-new = ny
exchange-row-changed = ændret
exchange-row-same = som den er gemt
exchange-row-bad = skal rettes
exchange-rows-more-bad = { $n ->
    [one] 1 linje til skal rettes og vises ikke her. Den er med, når du henter dem, der skal rettes.
   *[other] { $n } linjer til skal rettes og vises ikke her. De er med, når du henter dem, der skal rettes.
}
exchange-rows-more = { $n ->
    [one] 1 linje til er god og vises ikke her.
   *[other] { $n } linjer til er gode og vises ikke her.
}
# $column: kolonnens navn, $before, $after: det, der stod, og det, der kommer til at stå
exchange-change = { $case ->
    [added] { $column }: »{ $after }« kommer til.
    [removed] { $column }: »{ $before }« falder væk.
   *[other] { $column }: »{ $before }« bliver til »{ $after }«.
}
exchange-unreadable = { $case ->
    [empty] Filen er tom, eller den første linje har ingen overskrifter.
    [too-large] Filen er for stor. Højst 5.000 linjer, 60 kolonner og 4 MB. Del den i flere.
    [letters] Bogstaverne kan ikke læses. Gem filen som »CSV UTF-8« eller som Excel (.xlsx).
   *[other] Filen kan ikke læses. Gem den som CSV UTF-8 eller som Excel (.xlsx).
}
exchange-no-file = Vælg en fil først.
# $added, $changed, $left: antal
exchange-done = Gemt: { $added } nye og { $changed } ændrede.
exchange-left = { $n ->
    [one] 1 er ikke gemt, fordi en anden har ændret den imens. Hent og giv den igen.
   *[other] { $n } er ikke gemt, fordi andre har ændret dem imens. Hent og giv dem igen.
}
