### Det, der rykker sig, og det, der er stærkt. Ingen tal på mennesker.

paper-movement = Det rykker sig
looked-how-movement = { $who } så, hvad der rykker sig.
movement-about = Her ser vi, hvad der bliver lettere. Hver af os siger det selv. Ingen får point.
movement-say = Sig, hvordan det går for dig
movement-task = Hvad vil du sige noget om?
movement-face = Hvordan går det med det?
movement-who-reads = Det læser familien og den faste kontakt. Andre ser det ikke.
movement-send = Sig det
movement-title = Det har vi sagt
movement-nothing = Ingen har sagt noget endnu. Begynd med det, der fylder mest.
movement-day = Dag
movement-older = Vis det, der er ældre
task-leisure = Fritid og venner
task-learning = Skole og læring
task-work = Arbejde og penge
task-everyday = Det, der er svært i hverdagen

## Hvem gør det, fra gang til gang. $case: ours, når familien læser, ellers theirs

balance-title = Hvem gør det?
# $n: så mange kort
balance-things = { $n ->
    [one] { $n } ting
   *[other] { $n } ting
}
balance-begins = { $case ->
    [ours] Sådan ligger kortene i dag. Kom igen om en måned, så kan I se, hvad der har flyttet sig.
   *[theirs] Sådan ligger kortene i dag. Om en måned kan vi se, hvad der har flyttet sig.
}
# $ago: fra ago-months og de andre
balance-same = { $ago } lå kortene, som de ligger nu.
# $before: fra balance-things, $now: et tal
balance-ourselves = { $case ->
    [ours] { $ago } gjorde I selv { $before }. Nu er det { $now }.
   *[theirs] { $ago } gjorde familien selv { $before }. Nu er det { $now }.
}
balance-network = { $case ->
    [ours] { $ago } hjalp jeres netværk med { $before }. Nu er det { $now }.
   *[theirs] { $ago } hjalp netværket med { $before }. Nu er det { $now }.
}
balance-municipality = { $ago } hjalp kommunen med { $before }. Nu er det { $now }.
ago-days = { $n ->
    [one] For { $n } dag siden
   *[other] For { $n } dage siden
}
ago-weeks = { $n ->
    [one] For { $n } uge siden
   *[other] For { $n } uger siden
}
ago-months = { $n ->
    [one] For { $n } måned siden
    [2] For to måneder siden
    [3] For tre måneder siden
    [4] For fire måneder siden
    [5] For fem måneder siden
    [6] For seks måneder siden
   *[other] For { $n } måneder siden
}
moments-title = Det har flyttet sig
# Efter kortets ord og en tankestreg
moments-ourselves = { $case ->
    [ours] det gør I selv nu
   *[theirs] det gør familien selv nu
}

## Det, der er stærkt

paper-strengths = Det kan vi
looked-how-strengths = { $who } så, hvad I kan.
strengths-about = Her står det, der virker. Det er godt at huske, når noget er svært.
strengths-nothing = Her står ikke noget endnu. Begynd med noget småt, der gik godt i går.
strengths-kind = Hvad er det?
strengths-whose = Hvem handler det om?
strengths-words = Skriv det
strengths-words-hint = Vi spiser sammen hver aften. Jeg kan ordne cykler.
strengths-send = Skriv det ned
# $words: det, der står
strengths-remove = Fjern ”{ $words }”
strength-works = Det virker
strength-can = Det kan jeg
strength-learned = Det har jeg lært
strength-gives = Det giver vi til andre
