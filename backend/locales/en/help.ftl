### The help that the family gets: how much it is, whether it helps, and when it is enough.

paper-help = The help we get
our-help-question-about = Here is the help you get. You may say stop to any of it.
our-help-none = No help stands here yet.
our-help-stop = We do not want this any more
our-help-stopped = What we have said stop to
our-help-ended = What has ended
our-help-more = Do you get more help?

## What we know of it

our-help-about = About the help
our-help-provider = Who gives it?
our-help-provider-hint = A place or a person. For example the health centre.
our-help-since = Since when?
our-help-often = How often?
our-help-times = How many times?
our-help-weeks = In how many weeks?
our-help-weeks-hint = 2 times in 1 week, or once in 4 weeks.
our-help-ends = When does it end?
our-help-enough = When is it enough?
our-help-enough-hint = What must be different before you no longer need it?
our-help-when-enough = No end has been set. When is it enough?
our-help-edit = Write what we know of the help
our-help-does-it = Does it help?
our-help-helps = It helps
our-help-does-not = It does not help
our-help-not-known = I do not know

## How much it is

our-help-load = This is how much it is
our-help-load-about = It is no mark. It only shows what you have to find time for.
our-help-load-people = { $n ->
    [0] Nobody gives help right now.
    [1] 1 person or place gives help.
   *[other] { $n } people and places give help.
}
our-help-load-times = { $n ->
    [0] We do not know how often you meet.
    [1] 1 appointment in four weeks.
   *[other] { $n } appointments in four weeks.
}
our-help-load-duties = { $n ->
    [0] None of the cards is a duty.
    [1] 1 card is a duty.
   *[other] { $n } cards are a duty.
}
our-help-much = { $n ->
    [1] You already have 1 appointment a week. Is there anything that can end first?
   *[other] You already have { $n } appointments a week. Is there anything that can end first?
}
