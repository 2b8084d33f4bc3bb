### A placement as it is written down while the company is on the telephone.

place-form-where = Where
place-form-workplace = Workplace
place-form-unknown = We do not know the place. Choose it if it is in the book under another name. Else:
place-form-choose = Choose
place-form-no-workplace = There are no workplaces yet.
place-form-what = What is it?
place-form-title = What the company calls it
place-form-title-hint = For example: goods on shelves
place-form-occupation = Most like
place-form-seats-none = None free now. The place is shown to nobody until there is at least 1.
place-form-seats = How many can begin
place-form-subsidy = The municipality has confirmed that a wage subsidy is possible here
place-form-subsidy-hint = For wage subsidies alone. It counts for everybody who could begin, for as long as the place lasts.
place-form-tasks = Tasks
place-form-tasks-about = Tasks cut out of what is already being done. Not a position.
place-form-tasks-typed = Write the tasks, one on each line
place-form-tasks-hint = Fill shelves, pack goods. We find them in the list.
place-form-shifts = When
place-form-shifts-about = One line for what has the same break and can be moved by as much.
place-form-when = Days and times
place-form-when-like = mon-fri 8:30-12:30, tue 14-16 odd from week 3
place-form-row = Times, line { $n }
place-form-pause = Break without pay
place-form-earlier = May begin earlier
place-form-later = May begin later
place-form-days = May lie on
place-form-shortest = May be as short as (hours)
place-form-needed-or-not = If need be
place-form-needed = must be covered
place-form-optional = can be left out
place-form-no-minutes = no
place-form-least = Fewest hours a week that can be used
place-form-least-hint = Empty: all of the times.
place-from-week = from week { $week }
place-form-youth = The rules for young people
place-form-youth-about = A pre-check by the rules file. Ask if you are in doubt.
place-form-youth-ok = keeps the rules
place-form-youth-breaks = does not keep the rules
place-form-dates = From when, and what then?
place-form-start = First day
place-form-end = Last day
place-form-end-hint = Empty: open. A work placement and a wage subsidy have a last day. A job for a day is one day.
place-form-afterwards = Afterwards
place-form-paid = Pay from a certain week
place-form-paid-week = From week number
place-form-mentor = There is a steady buddy
place-form-languages = Languages
place-form-must = Must be spoken
place-form-nice = Good if
place-form-no-language = none
place-form-language = Language
place-form-level = How well
place-form-colleagues = A colleague speaks
place-form-demands = What the work demands
place-form-demands-about = Only what cannot be avoided.
place-form-demand = The work demands
place-form-lifts = Lifts at most (kilograms)
place-form-certificates = Must have
place-form-could = What the company would talk about
place-form-could-about = If it makes it possible for somebody.
place-form-spare = Somebody else can take
place-form-could-lift = Can do with (kilograms)
place-form-start-until = Can wait to begin until
place-form-lift-from = Somebody can be driven with from
place-form-lift-from-hint = Towns, with commas between
place-form-buddy = A colleague helps with the language
place-form-look = See whom it fits
place-form-confirm = Confirm today
place-form-remove = Remove the place
place-form-has-courses = Somebody is or has been on their way here, so the place stays.
place-form-see-courses = See who on the page of the place
place-form-nobody = Nobody fits entirely right now.

place-slip-workplace = Choose a workplace.
place-slip-kind = Choose what it is.
place-slip-title = Write what the company calls it.
place-slip-occupation = Choose the work that it is most like.
place-slip-long = A text is too long. Write it shorter.
place-slip-many = There are too many tasks. Make two places of them.
place-slip-task = Choose what is meant by
place-slip-shortest = Write the shortest time in hours, such as 3 or 3.5.
place-slip-days = Write the days as mon, tue, wed.
place-slip-hours = Write hours a week as 15 or 12.5.
place-slip-seats = Write how many can begin: at least 1.
place-slip-number = A number is too large, or it is no number.
place-slip-day = Write a day that exists.
place-slip-backwards = The last day lies before the first.
place-slip-over = The last day has gone by.
place-slip-few-days = A job for a few days has 1 to 5 days, and its times must lie on them.
place-slip-paid-week = Write from which week there is pay.
place-slip-language = Choose how well the language must be spoken.
place-slip-lift-from = One of the towns we do not know. Write it as it stands on the map.
place-unread = { $case ->
    [nothing] write days and times, such as mon-fri 8-12.
    [long] it is too long.
    [word] “{ $word }” we do not understand. Write for example mon-fri 8-12.
    [time] “{ $word }” is no time of the day. Write for example 8:30.
    [no-end] after “{ $word }” it does not say when it ends.
    [backwards] “{ $word }” ends before it begins.
    [no-day] write a day before “{ $word }”.
    [no-time] write a time after “{ $word }”.
    [which] “{ $word }”: write even or odd weeks.
   *[other] write a day and a time after “{ $word }”.
}
