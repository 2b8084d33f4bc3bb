### What if …? A thought that nobody keeps.

what-if = What if I could …?
what-if-they = What if { $name } could …?
what-if-try = Try other times or another way
what-if-thought = It is only a thought. What you choose here is not kept. The times count for the days that have free time already.
what-if-leaves = Leave home at
what-if-home = Be home again at
what-if-by = Also get about
what-if-longest = Be on the way, each way
what-if-as-now = As now
what-if-as-now-minutes = As now: { $minutes } minutes
what-if-minutes = Up to { $minutes } minutes
what-if-see = See what it opens
what-if-nothing = Choose something. Then you see what it opens.
what-if-wrong = We cannot work that out. The time from home must lie before the time home.
what-if-opens = { $n ->
    [0] It opens no new places.
    [one] It opens 1 place.
   *[other] It opens { $n } places.
}
what-if-closes = { $n ->
    [one] 1 place falls away.
   *[other] { $n } places fall away.
}
what-if-then = Then these fit too:
what-if-not-then = Then these fit no more:
what-if-questions = A place may still lack the answer to a question.
what-if-so = Is it really so?
what-if-change-week = Change my week
what-if-change-travel = Change my way to work
what-if-change-them = Change the profile
