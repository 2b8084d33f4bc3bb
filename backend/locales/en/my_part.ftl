### My part: what waits for one person, at all the tables where they sit.

my-part = My part
looked-how-my-part = { $who } saw their own part of the plan.
my-part-about = This is your part. What has waited longest comes first.
my-part-nothing = Nothing waits for you.
my-part-waiting = Someone waits for you
my-part-asked = Will you take this agreement?
my-part-yes = Yes, I take it
my-part-no = No, I cannot
my-part-wish = The family no longer wants this, and you are to answer:
# $name: the one who asks for help
my-part-help = { $name } needs help with
my-part-stuck = { $name } is stuck and needs help.
# $date: a day
my-part-by = By { $date } at the latest.
# $n: so many days are left
my-part-days-left = { $n ->
    [0] That is today.
    [one] { $n } day is left.
   *[other] { $n } days are left.
}
# $date: the day that has gone by
my-part-late = It should have happened on { $date }.
my-part-next = The next time is { $date }.
my-part-follow-ups = Families to talk with
my-part-plans = Tables where you sit
my-part-no-plan = You do not sit at any table yet.
