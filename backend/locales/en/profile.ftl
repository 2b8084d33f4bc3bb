### A profile: the same form for the one who looks for work and for the consultant.

profile-new = Somebody new who looks for work
profile-save = Save
profile-choose = Choose
profile-words = What I can and what I would like
profile-strengths = What I can
profile-strengths-hint = In your own words. One thing on each line.
profile-wish = What I would like
profile-wish-hint = What work would you like? What would you like to learn?
profile-work = Work and tasks
profile-work-about = Write as you speak. We find it on the list, also with a slip of the finger.
profile-wanted = Work I would like
profile-wanted-hint = The dearest first. One on each line.
profile-tasks-can = Tasks I can do
profile-tasks-learn = Tasks I would like to learn
profile-a-line-each = One on each line.
profile-knows = Places I know
profile-knows-hint = Where you have been before or know a colleague. One on each line.
profile-whole-list = See the whole list
profile-did-you-mean = What do you mean by
profile-own-words = Something else. Keep it in my own words.
profile-languages = Languages
profile-language-n = Language { $number }
profile-level-n = How well, language { $number }
profile-travel = The way
profile-home = I live in
profile-by = How I can get there
profile-longest = The longest way, one way, in minutes
profile-told = Ways I have looked up myself
profile-told-hint = Nobody can work out a bus or a ferry. Write how long it takes.
profile-told-to = To
profile-told-by = By
profile-told-when = When
profile-told-day = in the daytime
profile-told-early = also before 7 and after 19
profile-told-never-early = not before 7 and after 19
profile-minutes = Minutes
profile-needs = At work
profile-needs-health = This is treated as health. Never write why.
profile-can = Can
profile-cannot = Cannot
profile-not-asked = Not asked
profile-do-not-know = I do not know
profile-lifts = The most I lift, in kilos
profile-papers = Papers
profile-papers-have = I have
profile-hours = Hours a week
profile-hours-about = From now to what you hope for. Hours that are bound are, for example, language school.
profile-paid = With pay now
profile-placement = In a placement now
profile-bound = Bound elsewhere
profile-hoped = What I hope for
profile-about = About me
profile-first-name = First name
profile-how-old = Age
profile-age = { $case ->
    [From13] 13–14 years
    [From15AtSchool] 15–17 years, at school
    [From15] 15–17 years, done with the ninth grade
   *[other] 18 years or more
}
profile-looking = Am I looking now?
profile-looking-now = Right now
profile-status = { $case ->
    [Looking] Looking for work
    [Underway] Busy somewhere
   *[other] Taking a pause
}
profile-from = I can begin at the earliest
profile-day-jobs = I would like to hear of jobs for a day or a few, at once
profile-waiting-since = Has waited since
profile-week = The week
profile-week-when = When can you work?
profile-week-hint = Write for example: Mon-Fri 8-14; Sat 9-14 even weeks. Count the way there and back in.
profile-terms = What the municipality has said of places
profile-terms-about = Write what is possible. Never write which benefit it comes from.
profile-terms-own = You can read it here. You cannot change it. Ask, if it is not right.
profile-kinds = Kinds of places that are possible
profile-kinds-hint = Tick wage subsidy only when the municipality has said that it is possible now.
profile-placement-weeks = At most so many weeks in a work placement
profile-subsidy-weeks = At most so many weeks with wage subsidy
profile-weeks-hint = An empty field becomes a question when a place lasts longer than everybody may.
profile-excluded = Places that are not possible
profile-outside-ratio = Does not count towards the number that a place may have
terms-no-kinds = No kinds of places are chosen yet.
terms-kinds = It can be: { $kinds }.
terms-placement-weeks = { $n ->
    [one] At most one week in a work placement.
   *[other] At most { $n } weeks in a work placement.
}
terms-subsidy-weeks = { $n ->
    [one] At most one week with wage subsidy.
   *[other] At most { $n } weeks with wage subsidy.
}
terms-excluded = Not here: { $places }.
terms-outside-ratio = You do not count towards the number that a place may have.
profile-not-saved = It is not saved yet
profile-nothing-lost = Nothing of what you wrote is lost. Put this right, and save again:
profile-slip-long = Write less: at most 20 lines and 600 letters in each.
profile-slip-many = There are too many lines. Write the most important ones.
profile-slip-told-to = Choose where the way leads to.
profile-slip-told-by = Choose how you go.
profile-slip-told-minutes = Write how many minutes the way takes: from 1 to 600.
profile-slip-name = Write a first name.
profile-slip-home = Choose where you live.
profile-conflict = Somebody else has changed the same meanwhile
profile-conflict-what = Yours is not saved yet, but it stands below. Look at both, mend, and save again.
profile-stands-now = It says now:
profile-you-wrote = You wrote:
profile-nothing-said = nothing
week-words-always = always
week-words-and = { " and " }
profile-erase = Delete the profile
profile-erase-goes = All of it goes: the profile, the week, what work may ask, yes and no, and placements that are under way in here. It cannot be undone.
profile-erase-stays = What stays is only that somebody has seen a list, without who was on it. What a company has already been told, we cannot delete with them.
profile-erase-sure = Yes, delete all of it
desk-done-erased = The person and all that says anything of them is deleted.
