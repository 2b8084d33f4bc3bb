### The pages around the plan. The board's own texts are in frontend/locales; here is only what the server's pages say.

app-name = Bordenden
language-choose = Choose language
language-da = Dansk
language-en = English
language-en-xa = Pseudo, long words
language-ar-xb = Pseudo, from the right
board-title-of = Our plan · { $name }
print-made = Printed { $date }
lane-nothing = Nothing lies here yet.
proposals-title = Proposals for you
sign-out = Sign out
signed-in-as = You are { $name }
signin-switch = Be someone else
plans-choose = Which plan do you want to see?
page-no-script = The board needs JavaScript. You can read the plan here.
page-skip = Go to the plan
page-home = To the front page
page-guests = Others at the table
# $case: jan … nov, other
page-month = { $case ->
    [jan] January
    [feb] February
    [mar] March
    [apr] April
    [may] May
    [jun] June
    [jul] July
    [aug] August
    [sep] September
    [oct] October
    [nov] November
   *[other] December
}
# $day: the number of the day, $month: from page-month
page-date = { $day } { $month }
page-today = Today
page-yesterday = Yesterday
page-weekday = { $case ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[other] Sunday
}
page-weekday-date = { $weekday } { $date }
page-time = { $hour }:{ $minute }
page-to-desk = To the desk
page-to-entrance = To the companies’ page
page-place-gone = Perhaps the place is taken. The places there are now are on your page.
