### Filtre, gemte søgninger og ugen som tabel ved jobkonsulentens bord.

filter-label = Filtre og gemte søgninger
filter-open = Filtre
filter-any = Alle
filter-show = Vis
filter-clear = Ryd alt
filter-take-away = fjern
filter-count = { $found } af { $all }
filter-km = Og omkring
filter-around = { $km } km omkring
filter-hours-from-to = { $from }–{ $to } timer
filter-kind = Slags plads
filter-hours = Timer om ugen

filter-lives = Bor i
filter-wants = Vil gerne være
filter-hopes = Håber på
filter-free = Fri
filter-free-like = fx man-tor 9-12
filter-speaks = Taler
filter-waited = Har ventet
# $n: uger
filter-weeks = { $n ->
    [one] 1 uge eller mere
   *[other] { $n } uger eller mere
}
filter-status = Lige nu
status-looking = søger
filter-days = Vil høre om job for en dag eller få

filter-lies = Ligger i
filter-work = Arbejde
filter-within = Vagter inden for
filter-within-like = fx man-fre 8-16
filter-danish = Dansk, højst
filter-danish-none = intet
filter-spoken-there = Sprog på stedet
filter-tomorrow = Job i morgen
filter-expiring = Udløber i denne uge
filter-paid = Løn bagefter
filter-mentor = Fast makker

searches-label = Gemte søgninger
searches-name = Navn på søgningen
searches-save = Gem søgningen
searches-change = Ret søgningen
searches-rename = Omdøb
searches-remove = Fjern
# $n: skrevet eller ændret, siden søgningen sidst var åben
searches-fresh = { $n ->
    [one] 1 ny
   *[other] { $n } nye
}
searches-done-saved = Søgningen er gemt.
searches-done-renamed = Søgningen har fået nyt navn.
searches-done-removed = Søgningen er fjernet.
searches-done-name = Giv søgningen et navn, som du ikke bruger i forvejen.
desk-fresh = ny eller ændret
desk-fetch-file = Hent fra en fil

week-table = Ugen som tabel
week-table-day = Dag
week-table-free = Fri
week-table-shift = Vagt
week-table-way = Hjemmefra og hjem igen
week-table-moved = Hvis den flyttes
week-table-none = ingen

key-filters = filtre
key-save = gem søgningen
key-table = ugen som tabel
