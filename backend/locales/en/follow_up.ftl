### How does it go? Every 14 days the family says so, and so does everyone who has promised something.

paper-follow-up = How is it going?
# $who: from looked-who
looked-how-follow-up = { $who } saw how it goes.
# $date: a day
follow-last = We last talked about it on { $date }.
follow-never = We have not talked about it yet.
follow-next = The next time is { $date }.
# $n: so many days from now
follow-in-days = { $n ->
    [one] That is in { $n } day.
   *[other] That is in { $n } days.
}
follow-today = We talk today.
# $date: the day that has gone by
follow-late = We should have talked on { $date }. That is not your fault. Do call.
follow-late-others = We should have talked on { $date }. The family waits to hear from us.
follow-done-title = Have we talked?
follow-done-about = Then we write it down. The next time is in 14 days.
follow-done = Yes, we have talked

## What each says

pulse-title = Say how it goes
pulse-question = How does it go with what you have promised?
pulse-question-family = How does it go for you?
pulse-words = In your own words
pulse-words-hint = You do not have to write anything.
pulse-promises = Have the others kept what they promised you?
pulse-needs-help = I am stuck. I need help.
pulse-who-reads = The family and the contact person read it. Others do not see it.
pulse-who-reads-family = The family and your contact person read it. Others do not see it.
pulse-send = Say it
promises-kept = Yes
promises-partly = Some of it
promises-notkept = No
heard-title = What each of us has said
heard-nothing = Nobody has said anything yet.
heard-promises = Have the others kept what they promised?
heard-needs-help = Is stuck and needs help.

## What is promised

promised-by-municipality = What the municipality has promised
promised-by-network = What our own people have promised
promised-by-family = What we have promised ourselves
promised-by-the-network = What the family's own people have promised
promised-by-the-family = What the family has promised
promised-by-me = What you have promised
# $date: from page-today and its like
promised-last-day = Last time: { $date }
promised-first-day = The first time is { $date }.

## Five faces

face-veryhard = It is very hard
face-hard = It is hard
face-soso = It is all right
face-well = It goes well
face-ourselves = We manage ourselves
