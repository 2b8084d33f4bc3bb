### Matchningens ord: derfor, det der mangler, det der skal til. Konkret, én linje hver, ingen procenter.

# $case: Wish, Hours, Way, Can, Learn, Known, PayAfter
part = { $case ->
    [Wish] Ønske
    [Hours] Timer
    [Way] Vejen
    [Can] Kan
    [Learn] Lære
    [Known] Kendt
   *[other] Løn siden
}
reason-line = Derfor-linjen:
reason-none = intet
reason-little = lidt
reason-some = noget
reason-much = meget
reason-whole = helt
because-wish-first = { $voice ->
    [own] Dit første ønske: { $work }.
   *[other] { $work } står øverst på listen.
}
because-wish-rank = { $voice ->
    [own] Dit ønske nummer { $rank }: { $work }.
   *[other] { $work } er ønske nummer { $rank }.
}
because-wish-near = { $voice ->
    [own] Ligner { $work }, som du gerne vil.
   *[other] Ligner { $work }, som står på listen.
}
because-wish-open = { $voice ->
    [own] Du er åben for alt arbejde.
   *[other] Åben for alt arbejde.
}
because-wish-other = { $voice ->
    [own] Det er ikke et af dine ønsker.
   *[other] Står ikke på listen.
}
because-hours = { $offered } timer om ugen.
because-hours-of = { $voice ->
    [own] { $offered } timer. Du håber på { $hoped }.
   *[other] { $offered } af de { $hoped } timer, der er håb om.
}
because-hours-over = { $voice ->
    [own] { $offered } timer. Du håber på { $hoped }.
   *[other] { $offered } timer. Håbet er { $hoped }.
}
because-hours-unknown = Virksomheden har ikke sagt, hvor mange timer.
# $by: fra by-means
because-way = Cirka { $minutes } minutter { $by }.
because-way-near = Tæt på: få minutter.
because-far = { $km } km i luftlinje. Ingen ved, hvor lang tid det tager ({ $by }).
because-can-all = { $voice ->
    [own] Du kan det hele: { $tasks }.
   *[other] Kan det hele: { $tasks }.
}
because-can-some = { $voice ->
    [own] Du kan { $tasks }.
   *[other] Kan { $tasks }.
}
because-can-none = { $voice ->
    [own] Nyt arbejde for dig.
   *[other] Nyt arbejde.
}
because-learn = { $voice ->
    [own] Du vil gerne lære { $tasks }.
   *[other] Vil gerne lære { $tasks }.
}
because-learn-none = { $voice ->
    [own] Det er ikke noget af det, du gerne vil lære.
   *[other] Ikke noget fra ønskerne om at lære.
}
because-known-worked = { $voice ->
    [own] Du har været der før eller kender en kollega.
   *[other] Har været der før eller kender en kollega.
}
because-known-community = { $voice ->
    [own] Ligger i din egen by.
   *[other] Ligger i egen by.
}
because-known-no = Et nyt sted.
because-pay-now = Løn fra første dag.
because-pay-from = Virksomheden regner med løn fra uge { $week }.
because-pay-perhaps = Måske timer med løn bagefter.
because-pay-not-said = { $voice ->
    [own] De har ikke sagt noget om løn bagefter.
   *[other] Ikke sagt noget om løn bagefter.
}

missing-not-open = Ikke åben lige nu.
missing-kind = { $voice ->
    [own] { $kind } er ikke en mulighed for dig.
   *[other] { $kind } er ikke en mulighed.
}
missing-workplace = { $voice ->
    [own] Arbejdsstedet er valgt fra for dig.
   *[other] Arbejdsstedet er valgt fra.
}
missing-start = { $voice ->
    [own] Begynder { $start }. Du kan først begynde { $from }.
   *[other] Begynder { $start }. Kan først fra { $from }.
}
missing-ended = Udløb { $day }.
missing-weeks = Varer { $n ->
    [one] 1 uge
   *[other] { $n } uger
}. Det højeste er { $most }.
# $shifts: missing-clash-shift, missing-clash-shifts
missing-clash-shift = Vagten { $days }
missing-clash-shifts = Vagterne { $days }
missing-clash-before = { $voice ->
    [own] { $shifts } { $start }–{ $end }: du er optaget de første { $before }, turen regnet med.
   *[other] { $shifts } { $start }–{ $end }: optaget de første { $before }, turen regnet med.
}
missing-clash-after = { $voice ->
    [own] { $shifts } { $start }–{ $end }: du er optaget de sidste { $after }, turen regnet med.
   *[other] { $shifts } { $start }–{ $end }: optaget de sidste { $after }, turen regnet med.
}
missing-clash-both = { $voice ->
    [own] { $shifts } { $start }–{ $end }: du er optaget { $before } før og { $after } efter, turen regnet med.
   *[other] { $shifts } { $start }–{ $end }: optaget { $before } før og { $after } efter, turen regnet med.
}
# $n: så mange vagter flere
missing-clash-more = { $n ->
    [one] Og én vagt til.
   *[other] Og { $n } vagter til.
}
clash-minutes = { $minutes } minutter
clash-hours = { $hours } timer
missing-hours = { $all } timer i alt. En uge må højst have { $most }.
missing-no-bus-there = Ingen bus når frem { $day } kl. { $at }.
missing-no-bus-home = Ingen bus hjem { $day } kl. { $at }.
missing-far = { $voice ->
    [own] Cirka { $minutes } minutter { $by }. Du vil højst rejse { $most }.
   *[other] Cirka { $minutes } minutter { $by }. Det længste er { $most }.
}
missing-speaks = { $voice ->
    [own] Der skal tales { $language } ({ $asked }). Du taler { $level }.
   *[other] Der skal tales { $language } ({ $asked }). Taler { $level }.
}
missing-speaks-none = Der skal tales { $language } ({ $asked }).
missing-demands = Arbejdet kræver { $demands }.
missing-lifts = { $voice ->
    [own] Der løftes { $asked } kilo. Du kan højst løfte { $most }.
   *[other] Der løftes { $asked } kilo. Det højeste er { $most }.
}
missing-certificates = { $voice ->
    [own] Du mangler { $papers }.
   *[other] Mangler { $papers }.
}
missing-seats = Der er ikke plads til flere lige nu. Det er et skøn. Kommunen afgør.
youth-kind = Fritidsjob er for unge på 13–17 år, og kun fritidsjob er for dem.
youth-day = { $hours } timer på en dag. Det højeste er { $most }.
youth-week = { $hours } timer på en uge. Det højeste er { $most }.
youth-window = Vagten { $day } { $start }–{ $end } ligger uden for de tider, unge må arbejde.
youth-rest = { $hours } timers hvile mellem to vagter. Der skal være { $least }.
youth-days-off = { $days } dage i træk uden { $off } fridage, der hænger sammen. Det højeste er { $most }.
youth-break = Der mangler en pause på 30 minutter { $day }.
youth-lifting = Der løftes { $kilograms } kilo. Vejledende højst { $most }.
youth-alone = Unge må ikke være alene dér på det tidspunkt.
youth-alcohol = Der serveres alkohol.
youth-machines = Der er maskiner, som unge ikke må bruge.

# Følger efter »Hvis«
step-move-time = { $day } var { $start }–{ $end } i stedet for { $was_start }–{ $was_end }
step-move-day = { $was_day } blev { $day }, { $start }–{ $end }
# $count: step-count; $days: hvilke dage
step-alike = de { $count } { $case ->
    [morning] morgenvagter
    [evening] aftenvagter
    [night] nattevagter
   *[other] vagter
} ({ $days }) var { $start }–{ $end } i stedet for { $was_start }–{ $was_end }
step-count = { $n ->
    [2] to
    [3] tre
    [4] fire
    [5] fem
    [6] seks
    [7] syv
   *[other] { $n }
}
step-leave-out = der ikke var vagt { $day } { $start }
step-start = det begyndte { $day }
step-weeks = det varede { $n ->
    [one] 1 uge
   *[other] { $n } uger
}
step-longer-way = { $voice ->
    [own] du ville rejse { $minutes } minutter
   *[other] turen måtte tage { $minutes } minutter
}
# $how: by-means
step-by = { $voice ->
    [own] du kom { $how }
   *[other] der var { $by }
}
step-lift = der var kørelejlighed med en kollega
step-buddy = en makker hjalp med { $language }
step-spare = en anden klarede: { $demands }
step-lift-less = der højst skulle løftes { $kilograms } kilo
step-course = { $voice ->
    [own] du fik { $paper }
   *[other] der kom { $paper }
}
# $steps: et eller flere af step-…
if-step = Hvis { $steps }
if-and = , og { $step }
# $case: Candidate, Company, Municipality
ask-whom = { $case ->
    [Candidate] Spørg personen
    [Company] Spørg virksomheden
   *[other] Spørg kommunen
}

question-can = Kan du klare { $demands }?
question-lift = Kan du løfte { $kilograms } kilo?
question-speak = Taler du { $language }?
question-how-long = Hvor lang tid tager det { $by }?
question-early = Hvordan kommer du frem { $day } kl. { $at }?
question-late = Hvordan kommer du hjem { $day } kl. { $at }?
question-end = Hvornår slutter det?
question-staff = { $voice ->
    [own] Hvor mange er ansat der?
   *[other] Hvor mange er ansat hos jer?
}
question-shifts = Hvornår ligger vagterne?
question-holiday = { $day } er en helligdag. Er der arbejde den dag?
question-rule = Hvad gælder her? Filen med regler siger det ikke for den dag ({ $rule }).
judge-light-work = Er det lettere arbejde: { $work }?
judge-weeks = Hvor længe må { $voice ->
    [own] du
   *[other] personen
} være i { $case ->
    [WageSubsidy] løntilskud
   *[other] praktik
}?
judge-subsidy = Kan løntilskud lade sig gøre her, så længe pladsen varer?
judge-without-sunday = Fridagene ligger uden søndagen. Kan det gå an her?
judge-school-free = Er der skolefri i alle ugerne? Så må timerne være så mange.
# $n: så mange pladser kan svaret åbne
question-opens = { $n ->
    [one] Svaret kan åbne én plads.
   *[other] Svaret kan åbne { $n } pladser.
}

kind = { $case ->
    [WorkPlacement] Praktik
    [WageSubsidy] Løntilskud
    [PaidHours] Timer med løn
    [DayJob] Dag-til-dag-job
   *[other] Fritidsjob
}
level = { $case ->
    [A1] få ord
    [A2] lidt
    [B1] til hverdag
    [B2] godt
    [C1] meget godt
   *[other] som modersmål
}
means = { $case ->
    [Walk] til fods
    [Bike] cykel
    [EBike] elcykel
    [Car] bil
   *[other] bus
}
by-means = { $case ->
    [Walk] til fods
    [Bike] på cykel
    [EBike] på elcykel
    [Car] i bil
   *[other] med bus
}
demand = { $case ->
    [Standing] at stå eller gå i fire timer
    [Sitting] at sidde i fire timer
    [Bending] at arbejde foroverbøjet
    [Reaching] at arbejde over skulderhøjde
    [Repeating] den samme bevægelse i en time
    [FineHands] fint arbejde med fingrene
    [Stairs] trapper
    [Heights] at være højt oppe
    [Cold] kulde
    [Heat] varme
    [Outdoors] at være ude i al slags vejr
    [Noise] støj
    [Dust] støv
    [CleaningAgents] rengøringsmidler
    [Animals] dyr
    [Crowds] mange mennesker
    [Serving] at betjene kunder og gæster
    [Telephone] at tale i telefon
    [Reading] at læse
    [Numbers] at regne
    [Screen] en skærm det meste af dagen
    [Alone] at være alene
    [Pace] travlhed
    [Alcohol] at servere alkohol
   *[other] maskiner, som unge ikke må bruge
}
certificate = { $case ->
    [CarLicence] kørekort til bil
    [LorryLicence] kørekort til lastbil
    [Forklift] truckcertifikat
    [FoodHygiene] hygiejnebevis
    [FirstAid] førstehjælpsbevis
    [HotWork] bevis i varmt arbejde
    [ChildrenCertificate] børneattest
    [Welding] svejsecertifikat
    [Pesticides] sprøjtecertifikat
   *[other] bevis i vejen som arbejdsplads
}
language-name = { $case ->
    [da] dansk
    [en] engelsk
    [ar] arabisk
    [ku] kurdisk
    [ti] tigrinya
    [uk] ukrainsk
    [ru] russisk
    [pl] polsk
    [so] somali
    [fa] farsi
    [ps] pashto
    [tr] tyrkisk
    [ro] rumænsk
    [vi] vietnamesisk
    [th] thai
    [bs] bosnisk
    [de] tysk
    [fr] fransk
    [am] amharisk
    [ur] urdu
   *[other] { $case }
}
list-and = { $first } og { $last }
week-free = fri { $time }
week-shift = vagt { $time }
week-clash = vagt { $time }, som falder sammen med noget andet
# $times: fri og vagter
week-day = { $day } { $times }.
week-even = lige uger
week-odd = ulige uger
week-missing = { $minutes } min
week-time = { $hour }.{ $minute }
week-from-to = { $from }–{ $to }
week-weekday = { $case ->
    [mon] mandag
    [tue] tirsdag
    [wed] onsdag
    [thu] torsdag
    [fri] fredag
    [sat] lørdag
   *[other] søndag
}
week-weekday-short = { $case ->
    [mon] man
    [tue] tir
    [wed] ons
    [thu] tor
    [fri] fre
    [sat] lør
   *[other] søn
}
map-ruler = 5 km
