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
because-wish-first = { $work } står øverst på listen.
because-wish-rank = { $work } er ønske nummer { $rank }.
because-wish-near = Ligner { $work }, som står på listen.
because-wish-open = Åben for alt arbejde.
because-wish-other = Står ikke på listen.
because-hours = { $offered } timer om ugen.
because-hours-of = { $offered } af de { $hoped } timer, der er håb om.
because-hours-over = { $offered } timer. Håbet er { $hoped }.
because-hours-unknown = Virksomheden har ikke sagt, hvor mange timer.
# $by: fra by-means
because-way = Cirka { $minutes } minutter { $by }.
because-way-near = Tæt på: få minutter.
because-far = { $km } km i luftlinje. Ingen ved, hvor lang tid det tager ({ $by }).
because-can-all = Kan det hele: { $tasks }.
because-can-some = Kan { $tasks }.
because-can-none = Nyt arbejde.
because-learn = Vil gerne lære { $tasks }.
because-learn-none = Ikke noget fra ønskerne om at lære.
because-known-worked = Har været der før eller kender en kollega.
because-known-community = Ligger i egen by.
because-known-no = Et nyt sted.
because-pay-now = Løn fra første dag.
because-pay-from = Virksomheden regner med løn fra uge { $week }.
because-pay-perhaps = Måske timer med løn bagefter.
because-pay-not-said = Ikke sagt noget om løn bagefter.

missing-not-open = Ikke åben lige nu.
missing-kind = { $kind } er ikke en mulighed.
missing-workplace = Arbejdsstedet er valgt fra.
missing-start = Begynder { $start }. Kan først fra { $from }.
missing-ended = Udløb { $day }.
missing-weeks = Varer { $offered } uger. Det højeste er { $most }.
missing-clash-before = Vagten { $day } { $start }–{ $end }: optaget de første { $before }, turen regnet med.
missing-clash-after = Vagten { $day } { $start }–{ $end }: optaget de sidste { $after }, turen regnet med.
missing-clash-both = Vagten { $day } { $start }–{ $end }: optaget { $before } før og { $after } efter, turen regnet med.
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
missing-far = Cirka { $minutes } minutter { $by }. Det længste er { $most }.
missing-speaks = Der skal tales { $language } ({ $asked }). Taler { $level }.
missing-speaks-none = Der skal tales { $language } ({ $asked }).
missing-demands = Arbejdet kræver { $demands }.
missing-lifts = Der løftes { $asked } kilo. Det højeste er { $most }.
missing-certificates = Mangler { $papers }.
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
step-leave-out = den første tid var uden { $day } { $start }
step-start = det begyndte { $day }
step-weeks = det varede { $weeks } uger
step-longer-way = turen måtte tage { $minutes } minutter
step-by = der var { $by }
step-lift = der var kørelejlighed med en kollega
step-buddy = en makker hjalp med { $language } de første uger
step-spare = en anden klarede: { $demands }
step-lift-less = der højst skulle løftes { $kilograms } kilo
step-course = der kom { $paper }
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
question-staff = Hvor mange er ansat hos jer?
question-shifts = Hvornår ligger vagterne?
question-holiday = { $day } er en helligdag. Er der arbejde den dag?
question-rule = Hvad gælder her? Filen med regler siger det ikke for den dag ({ $rule }).
judge-light-work = Er det lettere arbejde: { $work }?
judge-weeks = Hvor længe må personen være i { $case ->
    [WageSubsidy] løntilskud
   *[other] praktik
}?
judge-subsidy = Kan løntilskud lade sig gøre her, så længe pladsen varer?
judge-without-sunday = Fridagene ligger uden søndagen. Kan det gå an her?
judge-school-free = Er der skolefri i alle ugerne? Så må timerne være så mange.
# $n: så mange pladser åbner et ja
question-opens = { $n ->
    [one] Et ja åbner én plads.
   *[other] Et ja åbner { $n } pladser.
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
    [Bending] at bukke sig
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
