### The words of the match: why, what is missing, what it would take. Concrete, one line each, no percentages.

# $case: Wish, Hours, Way, Can, Learn, Known, PayAfter
part = { $case ->
    [Wish] Wish
    [Hours] Hours
    [Way] Way
    [Can] Can
    [Learn] Learn
    [Known] Known
   *[other] Pay after
}
reason-line = Reasons:
reason-none = nothing
reason-little = a little
reason-some = some
reason-much = much
reason-whole = all
because-wish-first = { $voice ->
    [own] Your first wish: { $work }.
   *[other] { $work } is first on the list.
}
because-wish-rank = { $voice ->
    [own] Your wish number { $rank }: { $work }.
   *[other] { $work } is wish number { $rank }.
}
because-wish-near = { $voice ->
    [own] Like { $work }, which you would like.
   *[other] Like { $work }, which is on the list.
}
because-wish-open = { $voice ->
    [own] You are open to all work.
   *[other] Open to all work.
}
because-wish-other = { $voice ->
    [own] It is not one of your wishes.
   *[other] Not on the list.
}
because-hours = { $offered } hours a week.
because-hours-of = { $voice ->
    [own] { $offered } hours. You hope for { $hoped }.
   *[other] { $offered } of the { $hoped } hours hoped for.
}
because-hours-over = { $voice ->
    [own] { $offered } hours. You hope for { $hoped }.
   *[other] { $offered } hours. The hope is { $hoped }.
}
because-hours-unknown = The company has not said how many hours.
# $by: from by-means
because-way = About { $minutes } minutes { $by }.
because-way-near = Close by: a few minutes.
because-far = { $km } km as the crow flies. Nobody knows how long it takes ({ $by }).
because-can-all = { $voice ->
    [own] You can do all of it: { $tasks }.
   *[other] Can do all of it: { $tasks }.
}
because-can-some = { $voice ->
    [own] You can { $tasks }.
   *[other] Can { $tasks }.
}
because-can-none = { $voice ->
    [own] New work for you.
   *[other] New work.
}
because-learn = { $voice ->
    [own] You would like to learn { $tasks }.
   *[other] Would like to learn { $tasks }.
}
because-learn-none = { $voice ->
    [own] It is none of what you would like to learn.
   *[other] None of what they wish to learn.
}
because-known-worked = { $voice ->
    [own] You have been there before or know a colleague.
   *[other] Has been there before or knows a colleague.
}
because-known-community = { $voice ->
    [own] Is in your own town.
   *[other] Is in their own town.
}
because-known-no = A new place.
because-pay-now = Paid from the first day.
because-pay-from = The company expects pay from week { $week }.
because-pay-perhaps = Perhaps paid hours afterwards.
because-pay-not-said = { $voice ->
    [own] They have said nothing of pay afterwards.
   *[other] Nothing said of pay afterwards.
}

missing-not-open = Not open just now.
missing-kind = { $voice ->
    [own] { $kind } is not possible for you.
   *[other] { $kind } is not possible.
}
missing-workplace = { $voice ->
    [own] The workplace has been ruled out for you.
   *[other] The workplace has been ruled out.
}
missing-start = { $voice ->
    [own] Begins { $start }. You can begin from { $from }.
   *[other] Begins { $start }. Can begin from { $from }.
}
missing-ended = Ran out on { $day }.
missing-weeks = Lasts { $n ->
    [one] 1 week
   *[other] { $n } weeks
}. The most is { $most }.
# $shifts: missing-clash-shift, missing-clash-shifts
missing-clash-shift = The shift on { $days }
missing-clash-shifts = The shifts on { $days }
missing-clash-before = { $voice ->
    [own] { $shifts } { $start }–{ $end }: you are busy for the first { $before }, the way counted.
   *[other] { $shifts } { $start }–{ $end }: busy for the first { $before }, the way counted.
}
missing-clash-after = { $voice ->
    [own] { $shifts } { $start }–{ $end }: you are busy for the last { $after }, the way counted.
   *[other] { $shifts } { $start }–{ $end }: busy for the last { $after }, the way counted.
}
missing-clash-both = { $voice ->
    [own] { $shifts } { $start }–{ $end }: you are busy for { $before } before and { $after } after, the way counted.
   *[other] { $shifts } { $start }–{ $end }: busy for { $before } before and { $after } after, the way counted.
}
# $n: so many more shifts
missing-clash-more = { $n ->
    [one] And one more shift.
   *[other] And { $n } more shifts.
}
clash-minutes = { $minutes } minutes
clash-hours = { $hours } hours
missing-hours = { $all } hours in all. A week may have { $most } at the most.
missing-no-bus-there = No bus gets there { $day } by { $at }.
missing-no-bus-home = No bus home { $day } at { $at }.
missing-far = { $voice ->
    [own] About { $minutes } minutes { $by }. You would travel { $most } at the most.
   *[other] About { $minutes } minutes { $by }. The longest is { $most }.
}
missing-speaks = { $voice ->
    [own] { $language } must be spoken ({ $asked }). You speak { $level }.
   *[other] { $language } must be spoken ({ $asked }). Speaks { $level }.
}
missing-speaks-none = { $language } must be spoken ({ $asked }).
missing-demands = The work demands { $demands }.
missing-lifts = { $voice ->
    [own] { $asked } kilos are lifted. You can lift { $most } at the most.
   *[other] { $asked } kilos are lifted. The most is { $most }.
}
missing-certificates = { $voice ->
    [own] You lack { $papers }.
   *[other] Lacks { $papers }.
}
missing-seats = There is no room for more just now. This is an estimate. The municipality decides.
youth-kind = Youth jobs are for those aged 13–17, and only youth jobs are for them.
youth-day = { $hours } hours in a day. The most is { $most }.
youth-week = { $hours } hours in a week. The most is { $most }.
youth-window = The shift on { $day } { $start }–{ $end } lies outside the times at which the young may work.
youth-rest = { $hours } hours of rest between two shifts. There must be { $least }.
youth-days-off = { $days } days in a row without { $off } days off together. The most is { $most }.
youth-break = A break of 30 minutes is missing on { $day }.
youth-lifting = { $kilograms } kilos are lifted. The guideline is { $most } at the most.
youth-alone = The young may not be alone there at that time.
youth-alcohol = Alcohol is served.
youth-machines = There are machines that the young may not use.

# Follows "If"
step-move-time = { $day } were { $start }–{ $end } instead of { $was_start }–{ $was_end }
step-move-day = { $was_day } became { $day }, { $start }–{ $end }
# $count: step-count; $days: which days
step-alike = the { $count } { $case ->
    [morning] morning shifts
    [evening] evening shifts
    [night] night shifts
   *[other] shifts
} ({ $days }) were { $start }–{ $end } instead of { $was_start }–{ $was_end }
step-count = { $n ->
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
   *[other] { $n }
}
step-leave-out = there were no shift on { $day } { $start }
step-start = it began on { $day }
step-weeks = it lasted { $n ->
    [one] 1 week
   *[other] { $n } weeks
}
step-longer-way = { $voice ->
    [own] you would travel for { $minutes } minutes
   *[other] the way could take { $minutes } minutes
}
# $how: by-means
step-by = { $voice ->
    [own] you came { $how }
   *[other] there were a way to go: { $by }
}
step-lift = a colleague could give a lift
step-buddy = a buddy helped with { $language }
step-spare = somebody else took care of { $demands }
step-lift-less = no more than { $kilograms } kilos had to be lifted
step-course = { $voice ->
    [own] you got a { $paper }
   *[other] there were a { $paper }
}
# $steps: one or more of step-…
if-step = If { $steps }
if-and = , and { $step }
# $case: Candidate, Company, Municipality
ask-whom = { $case ->
    [Candidate] Ask the person
    [Company] Ask the company
   *[other] Ask the municipality
}

question-can = Can you manage { $demands }?
question-lift = Can you lift { $kilograms } kilos?
question-speak = Do you speak { $language }?
question-how-long = How long does it take { $by }?
question-early = How do you get there { $day } at { $at }?
question-late = How do you get home { $day } at { $at }?
question-end = When does it end?
question-staff = { $voice ->
    [own] How many work there?
   *[other] How many are employed?
}
question-shifts = When are the shifts?
question-holiday = { $day } is a public holiday. Is there work that day?
question-rule = What holds here? The file of rules does not say for that day ({ $rule }).
judge-light-work = Is this light work: { $work }?
judge-weeks = How long may { $voice ->
    [own] you
   *[other] the person
} be in { $case ->
    [WageSubsidy] a job with wage subsidy
   *[other] a work placement
}?
judge-subsidy = Is a wage subsidy possible here, for as long as the place lasts?
judge-without-sunday = The days off lie without the Sunday. Can that do here?
judge-school-free = Is there no school in any of the weeks? Then there may be so many hours.
# $n: as many places the answer may open
question-opens = { $n ->
    [one] The answer may open one place.
   *[other] The answer may open { $n } places.
}

kind = { $case ->
    [WorkPlacement] Work placement
    [WageSubsidy] Wage subsidy
    [PaidHours] Paid hours
    [DayJob] Day job
   *[other] Youth job
}
level = { $case ->
    [A1] a few words
    [A2] a little
    [B1] for every day
    [B2] well
    [C1] very well
   *[other] as a mother tongue
}
means = { $case ->
    [Walk] on foot
    [Bike] bicycle
    [EBike] electric bicycle
    [Car] car
   *[other] bus
}
by-means = { $case ->
    [Walk] on foot
    [Bike] by bicycle
    [EBike] by electric bicycle
    [Car] by car
   *[other] by bus
}
demand = { $case ->
    [Standing] standing or walking for four hours
    [Sitting] sitting for four hours
    [Bending] bending
    [Reaching] working above the shoulders
    [Repeating] the same movement for an hour
    [FineHands] fine work with the fingers
    [Stairs] stairs
    [Heights] being high up
    [Cold] cold
    [Heat] heat
    [Outdoors] being outdoors in all weather
    [Noise] noise
    [Dust] dust
    [CleaningAgents] cleaning agents
    [Animals] animals
    [Crowds] many people
    [Serving] serving customers and guests
    [Telephone] speaking on the telephone
    [Reading] reading
    [Numbers] sums
    [Screen] a screen for most of the day
    [Alone] being alone
    [Pace] being busy
    [Alcohol] serving alcohol
   *[other] machines that the young may not use
}
certificate = { $case ->
    [CarLicence] driving licence for cars
    [LorryLicence] driving licence for lorries
    [Forklift] forklift certificate
    [FoodHygiene] food hygiene certificate
    [FirstAid] first aid certificate
    [HotWork] hot work certificate
    [ChildrenCertificate] children certificate
    [Welding] welding certificate
    [Pesticides] pesticides certificate
   *[other] road work certificate
}
language-name = { $case ->
    [da] Danish
    [en] English
    [ar] Arabic
    [ku] Kurdish
    [ti] Tigrinya
    [uk] Ukrainian
    [ru] Russian
    [pl] Polish
    [so] Somali
    [fa] Farsi
    [ps] Pashto
    [tr] Turkish
    [ro] Romanian
    [vi] Vietnamese
    [th] Thai
    [bs] Bosnian
    [de] German
    [fr] French
    [am] Amharic
    [ur] Urdu
   *[other] { $case }
}
list-and = { $first } and { $last }
week-free = free { $time }
week-shift = shift { $time }
week-clash = shift { $time }, which collides with something else
# $times: free and shifts
week-day = { $day } { $times }.
week-even = even weeks
week-odd = odd weeks
week-missing = { $minutes } min
week-time = { $hour }:{ $minute }
week-from-to = { $from }–{ $to }
week-weekday = { $case ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[other] Sunday
}
week-weekday-short = { $case ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[other] Sun
}
map-ruler = 5 km
