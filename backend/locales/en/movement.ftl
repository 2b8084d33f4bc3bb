### What moves, and what is strong. No figures on people.

paper-movement = What moves
looked-how-movement = { $who } saw what moves.
movement-about = Here we see what gets easier. Each of us says so ourselves. Nobody gets points.
movement-say = Say how it goes for you
movement-task = What do you want to say something about?
movement-face = How does it go?
movement-who-reads = The family and the contact person read it. Others do not see it.
movement-send = Say it
movement-title = What we have said
movement-nothing = Nobody has said anything yet. Begin with what is on your mind most.
movement-day = Day
movement-older = Show what is older
task-leisure = Free time and friends
task-learning = School and learning
task-work = Work and money
task-everyday = What is hard in everyday life

## Who does it, from time to time. $case: ours where the family reads, else theirs

balance-title = Who does it?
# $n: so many cards
balance-things = { $n ->
    [one] { $n } thing
   *[other] { $n } things
}
balance-begins = { $case ->
    [ours] This is how the cards lie today. Come back in a month and you can see what has moved.
   *[theirs] This is how the cards lie today. In a month we can see what has moved.
}
# $ago: from ago-months and its like
balance-same = { $ago } the cards lay as they lie now.
# $before: from balance-things, $now: a number
balance-ourselves = { $case ->
    [ours] { $ago } you did { $before } yourselves. Now it is { $now }.
   *[theirs] { $ago } the family did { $before } itself. Now it is { $now }.
}
balance-network = { $case ->
    [ours] { $ago } your own people helped with { $before }. Now it is { $now }.
   *[theirs] { $ago } the network helped with { $before }. Now it is { $now }.
}
balance-municipality = { $ago } the municipality helped with { $before }. Now it is { $now }.
ago-days = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
ago-weeks = { $n ->
    [one] { $n } week ago
   *[other] { $n } weeks ago
}
ago-months = { $n ->
    [one] { $n } month ago
    [2] Two months ago
    [3] Three months ago
    [4] Four months ago
    [5] Five months ago
    [6] Six months ago
   *[other] { $n } months ago
}
moments-title = What has moved
# After the card's words and a dash
moments-ourselves = { $case ->
    [ours] you do that yourselves now
   *[theirs] the family does that itself now
}

## What is strong

paper-strengths = What we can do
looked-how-strengths = { $who } saw what you can do.
strengths-about = Here is what works. It is good to remember when something is hard.
strengths-nothing = There is nothing here yet. Begin with something small that went well yesterday.
strengths-kind = What is it?
strengths-whose = Who is it about?
strengths-words = Write it
strengths-words-hint = We eat together every evening. I can mend bicycles.
strengths-send = Write it down
# $words: what it says
strengths-remove = Remove “{ $words }”
strength-works = It works
strength-can = I can do this
strength-learned = I have learned this
strength-gives = We give this to others
