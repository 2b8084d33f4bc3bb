### Jobkonsulentens bord.

desk-skip = Gå til indholdet
desk-label = Jobkonsulentens bord
desk-people = Mennesker
desk-places = Pladser
desk-companies = Virksomheder
desk-rules = Regler
desk-exchange = Filer
# Det, man kan søge efter på hver side.
desk-find-people = Navn, by, opgave
desk-find-places = Sted, by, opgave
desk-find-companies = Navn eller by
desk-find-courses = Navn eller sted
desk-find-rules = Regel eller lov
desk-find-button = Søg
desk-keys-label = Taster
desk-keys-use = Taster virker
desk-candidates = Jobsøgere
desk-longest-first = Længst ventetid først
desk-nobody-yet = Her kommer de mennesker, der søger arbejde. Opret den første, eller hent dem fra en fil.
desk-nobody-found = Ingen passer til det, du søger. Fjern et filter, eller prøv et andet ord.
# $n: hvor mange flere
desk-more = { $n ->
    [one] Én til. Søg for at finde den.
   *[other] { $n } til. Søg for at finde dem.
}
desk-weeks = { $n ->
    [one] uge
   *[other] uger
}
desk-has-waited = { $n ->
    [one] har ventet 1 uge
   *[other] har ventet { $n } uger
}
desk-hours = { $hours } t
# $paid, $placement, $hoped: timer om ugen med løn, i praktik og det, der er håb om
desk-hours-said = { $case ->
    [placement] { $paid } timer om ugen med løn, { $placement } i praktik, håber på { $hoped }
   *[other] { $paid } timer om ugen med løn, håber på { $hoped }
}
desk-hours-week = { $hours } t om ugen
desk-free = fri { $hours } t
status-pause = pause
status-underway = i gang
desk-no-places = ingen pladser nu
desk-places-count = { $n ->
    [one] 1 plads
   *[other] { $n } pladser
}
desk-all-people = Alle jobsøgere
person-can = Det kan jeg
person-tasks = Opgaver
person-wants = Det vil jeg
person-learn = Vil lære
person-not = Kan ikke
person-lifts = løfter højst { $kilograms } kilo
person-languages = Sprog
person-way = Vejen
person-longest = højst { $minutes } minutter
desk-week = Ugen
# $place: arbejdsstedets navn
desk-week-with = med vagterne i { $place } lagt ind
# $name: fornavn
week-title = Ugen for { $name }.
week-title-with = Ugen for { $name } med vagterne i { $place }.
legend-free = fri
legend-not = ikke fri
legend-shift = vagt
legend-clash = falder sammen
legend-way = turen
desk-way = Vejen
desk-way-about = cirka, spørg altid
map-title = Kort over kommunen: { $name } bor i { $home }. Pladserne har samme tegn som på listen.
desk-ask = Spørg
desk-open-questions = noget at spørge om
desk-ask-order = det svar, der åbner flest pladser, først
desk-write-answer = Skriv svar
desk-places-fit = Pladser, der passer
desk-equal-turn = lige gode bytter plads hver uge
desk-no-fit = Ingen plads passer helt lige nu.
desk-not-looking = Søger ikke lige nu.
desk-ask-yes = Spørg om et ja
desk-asked = spurgt, venter på svar
desk-yes-until = har sagt ja, gælder til { $day }
desk-yes-asked = { $name } spurgte.
desk-yes-unasked = Ingen havde spurgt.
desk-yes-alone = Svarede alene.
desk-yes-with = { $name } sad med.
desk-show-week = Vis i ugen
desk-compare = Sammenlign
desk-open-place = Se pladsen
desk-edit = Ret
desk-nearly = Næsten
desk-nearly-what = det, der skal til
desk-tried-again = Prøvet igen med ændringen: så passer det hele.
desk-done-own = Det, listen ikke har, står med egne ord.
desk-done-saved = Gemt.
desk-done-asked = Spurgt. Virksomheden får ikke noget at vide endnu.
desk-done-taken-back = Taget tilbage.
desk-done-nothing = Der er ikke noget at tage tilbage. En ændring kan tages tilbage i et døgn, så længe ingen har bygget videre på den.
desk-undo = Fortryd
key-next = næste, forrige
key-to-places = til pladser
key-week = vis i ugen
key-compare = sammenlign
key-ask = spørg om et ja
key-confirm = bekræft
key-edit = ret
key-undo = fortryd
key-search = søg
compare-title = To pladser ved siden af hinanden
compare-for = Fed, hvor de er mest forskellige. { $name } vælger.
place-weeks-from = { $n ->
    [one] i 1 uge fra { $start }
   *[other] i { $n } uger fra { $start }
}
place-on-day = den { $day }
place-from-to = fra { $start } til { $end }
place-from = fra { $start }
place-hours-unknown = timer ikke kendt endnu
place-shifts = Vagterne
place-handles = små streger: kan flyttes
place-shifts-of = Vagterne i { $place }.
place-no-shifts = Vi ved ikke endnu, hvornår vagterne ligger. Ring og spørg.
place-p-number = P-nr. { $number }
place-lifts = løfte { $kilograms } kilo
place-mentor = en fast makker
place-tasks = Opgaver
place-kind = Slags
place-must = Skal kunne
place-nice = Rart hvis
place-company = Virksomhed
place-confirmed = Bekræftet
place-confirmed-until = bekræftet { $day }, udløber { $until }
place-told = Det, virksomheden får at vide
place-told-what = Først efter et ja fra den, det handler om: fornavn, ønsker, hvad man kan, dage og timer, sprog, start og hvem man ringer til. Aldrig penge, helbred, familie eller hvorfor en tid ikke er fri.
place-people = Pladsen passer til
place-people-order = længst ventetid først, aldrig efter andet
place-nobody = Ingen passer helt lige nu.
place-line-says = Linjen viser, hvorfor denne plads og dette menneske går sammen. Den siger intet om mennesket alene.
places-order = dem, der udløber først, øverst
places-new = Ny plads
places-none = Her kommer de pladser, virksomhederne har. Ring til én, og skriv den første ind.
places-not-found = Ingen pladser passer til det, du søger. Fjern et filter, eller prøv et andet ord.
ratio-head = Hvor mange kan være her?
ratio-estimate = skøn
ratio-unknown = Vi ved ikke, hvor mange der er ansat. Spørg virksomheden.
ratio-municipality = Det er et skøn. Kommunen afgør.
ratio-company-writes = Virksomheden og en kollega skriver selv antallet, når de søger.
ratio-rules-of = Regelfil af { $day }.
ratio-opens-on = Der bliver plads { $day }.
ratio-opens-at = Eller når der er { $staff } fuldtidsansatte.
ratio-staff = Fuldtidsansatte, gennemsnit af de seneste måneder
ratio-per = Én for hver { $per }
ratio-per-above = Én for hver { $per } derover
ratio-down = rundet ned, altid mindst 1
ratio-taken = Optaget nu
ratio-until = til { $day }
ratio-this = Denne plads
ratio-left = Tilbage, hvis den bliver besat
decimal = { $whole },{ $part }
# $name: personen
aloud-back = Tilbage til { $name }
aloud-how = Læs siden højt for { $name }, i telefonen eller ved siden af. { $name } svarer, og du trykker. Et ja bliver gemt med, at det er læst højt, og at du var med.
aloud-says = { $name } siger:
aloud-take-back = Tag ja tilbage
desk-read-aloud = Ring og læs det højt
desk-done-answered = Svaret er gemt.
