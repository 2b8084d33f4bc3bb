### What comes after a yes.

desk-courses = Courses
courses-order = what is due first on top
courses-none = A course begins here when somebody has said yes to a place. Open the person and begin with the talk.
courses-not-found = No course fits what you look for. Try another word.
course-late = { $n ->
    [one] 1 day late
   *[other] { $n } days late
}
course-today = today
course-stage = { $case ->
    [Talk] talk
    [Applied] applied
    [Confirmed] colleague has confirmed
    [Granted] municipality said yes
    [Running] running
    [Job] paid hours
   *[Ended] ended
}
course-see = See the course
course-from = from { $from }
course-from-until = from { $from } to { $until }
course-way = The way from the talk to the end
course-next = Next step
course-next-nothing = Nothing more is waited for.
course-next-application = The company applies.
course-next-confirmation = A colleague confirms.
course-next-answer = The municipality answers.
course-next-first-day = First day.
course-next-talk = { $with ->
    [person] Call { $name }, week { $week }.
    [workplace] Call the workplace, week { $week }.
   *[both] Talk with both of them, week { $week }.
}
course-next-last-day = Last day. Or a yes to more.
course-next-signature = The company signs what was learnt.
course-municipality-decides = The municipality decides. Write a yes here only when the answer has come.
course-extend-in-time = Should it last longer? Then the company applies again before the last day.
course-do-apply = The company has applied
course-do-confirm = A colleague has confirmed
course-do-nobody = There is no colleague
course-do-grant = The municipality has said yes
course-do-begin = Has begun
course-do-talk = Have talked
course-do-hours = Other hours
course-do-extend = Extended
course-do-job = Paid hours
course-do-end = Ended
course-do-open = Open
course-do-gone = It came to nothing
course-do-gone-yes = Remove all of it
course-about-nobody = Where nobody else is employed there is nobody to confirm.
course-about-hours = Hours may rise. Write how many a week it is now.
course-about-extend = Only when the municipality has said yes to a new application.
course-about-job = The company has hired. Write the paid hours a week.
course-about-end = The seat is free again. Afterwards the company can sign what was learnt.
course-about-gone = Did somebody say no? Then we remove all of it. Nothing says who or why. It cannot be taken back.
course-on = Day
course-hours = Hours a week
course-hours-first = (first { $hours })
course-agreed-from = (agreed from { $day })
course-agreed = The first day that was agreed is { $day }.
course-early = They have begun before that
course-new-last-day = New last day
course-talked = Day of the talk
course-first-day = First day
course-last-day = Last day
courses-ready = Have said yes and wait
courses-under-way = Under way
course-begin = Begin course
course-company-no = They say no this time
course-new = The talk was held
course-new-about = Write what you have agreed on. Then the company applies. Nothing is sent from here.
course-has-yes = has said yes. Hold the talk and begin.
course-not-now = { $case ->
    [Order] That cannot happen now. Perhaps somebody else has written it meanwhile. See where the course is.
    [TooEarly] The day is before the step that came before. Write a later day.
    [NotYet] The day has not come yet. Write it when it has happened.
    [Early] The first day that was agreed has not come. If they have begun before that, tick it. Else wait.
    [NoSeat] There is no seat left: others have begun. If there is room for more, write that on the place first.
   *[Bounds] Look at days and hours: the last day comes after the first, and hours are between 1 and 37 a week. Work placements and wage subsidies must have a last day.
}
course-did-talked = The three have talked.
course-did-apply = The company has applied.
course-did-confirm = A colleague has confirmed.
course-did-nobody = There is no colleague to confirm.
course-did-grant = The municipality has said yes.
course-did-begin = First day.
course-did-talk = { $with ->
    [person] Talked with the one who has the job, week { $week }.
    [workplace] Talked with the workplace, week { $week }.
   *[both] Talked with both of them, week { $week }.
}
course-did-extend = The municipality has said yes to more, until { $until }.
course-did-hours = Now { $hours } hours a week.
course-did-job = Paid hours: { $hours } a week.
course-did-end = Ended.
course-when = When
course-by = Call
course-steps = What has happened
course-talks = Talks
course-talk-had = talked
course-talk-week = week { $week }
course-talk-with = { $with ->
    [person] { $name }
   *[workplace] the workplace
}
course-no-calls = We do not call before { $name } has said yes to it.
course-sheet = Sheet for the application
course-sign = What was learnt
course-sign-about = Send a link to the workplace. There they tick what { $name } now can. { $name } sees it first and decides what stands.
course-sign-with-them = It is signed. Now { $name } looks at it.
course-sign-none = Nothing from here stands on the profile.
course-link-made = Here is the link.
course-link-until = It works once, until { $day }.
course-link = Link for the workplace
course-link-once = Copy it now. We cannot show it again.
course-link-waits = A link waits for an answer until { $day }.
course-link-make = Make a link
course-link-again = Make a new link
key-step = next step
key-sheet = sheet

### The sheet that the company copies from.

sheet-print = Print
sheet-back = Back
sheet-title = Sheet for the application in VITAS
sheet-about = The company applies in VITAS itself. Here is what we know. The company writes the empty lines.
sheet-decides = The municipality decides. Nothing is given beforehand.
sheet-company = The company
sheet-name = Name and place
sheet-cvr = CVR number
sheet-p-number = P-number
sheet-contact = Whom to call
sheet-colleagues = Employees
sheet-representative = Shop steward or a colleague: name
sheet-representative-mail = The same: e-mail
sheet-staff = Employed full time (average of 4 months)
sheet-supported = In a placement or with a wage subsidy now
sheet-placement = The placement
sheet-kind = Kind
sheet-when = When
sheet-hours = Hours a week
sheet-rising = Hours that rise
sheet-rising-to = Up to { $hours } a week. VITAS has no field for it: write it as a remark.
sheet-tasks = Tasks
sheet-purpose = Purpose
sheet-trained = What is to be learnt
sheet-pay = Paid hours
sheet-person = First name. The company writes the rest itself
sheet-blank = Empty. The company writes it.
sheet-sources = Fields without a star are in order 2636 of 28 December 2021, § 65. Fields with * are from answers about VITAS of 2020. We have not seen those in VITAS itself.
sheet-made = Made { $day }.

### The company signs.

skills-title = What can { $name } do now?
skills-about = { $name } has been with you at { $place }. Thank you.
skills-can = Tick what { $name } can do now
skills-your-name = Your name
skills-trap = Leave this empty
skills-sign = Sign
skills-they-decide = { $name } sees it first and decides what stands. The link works once.
skills-no-name = Write your name.
skills-no-task = Tick at least one. If there is nothing to tick, just close the page.
skills-thanks-title = Thank you
skills-thanks = Now { $name } looks at it.
skills-used-do = It is signed. If something should be changed, call whoever sent the link.
skills-old-do = Ask whoever sent the link for a new one.
skills-unknown-do = See whether the whole link is there. Else ask for a new one.
skills-head = What they have signed
skills-new = { $by } at { $place } has ticked this. Only you see it. Take the tick away from what you do not want.
skills-keep = Keep on my profile
skills-keep-these = Keep
skills-left-out = What you leave out nobody sees.
skills-leave-out = Leave something out
skills-signed-by = signed by { $place }, { $day }

### One's own page: what has come of my yes.

my-course-head = Under way
my-course-over = Over
my-course-stands = { $case ->
    [Talk] You have talked. Now { $place } applies to the municipality.
    [TalkOfJob] You have talked. You begin { $day }.
    [TalkOfJobPast] You have talked. The first day was to be { $day }.
    [Applied] { $place } has applied. Now a colleague there says that it is right.
    [Confirmed] A colleague has said that it is right. Now we wait for the municipality’s answer.
    [Granted] The municipality has said yes. You begin { $day }.
    [GrantedPast] The municipality has said yes. The first day was to be { $day }.
    [Running] You are there now. The last day is { $day }.
    [RunningPast] The last day was to be { $day }.
    [Job] You have { $hours } paid hours a week.
   *[Ended] You were there until { $day }.
}
my-course-will-talk = { $name } talks with you around { $day }.
my-course-will-call = { $name } calls around { $day }.
my-course-talks-soon = { $name } talks with you soon.
my-course-calls-soon = { $name } calls soon.
my-course-signed = { $place } has ticked what you can do now. You see it first.
my-course-see-signed = See it and decide
my-course-stop = I do not want to after all
my-course-stop-about = Then all of it is gone. Nobody asks why. You can say yes another time.
my-course-stop-yes = Stop it
my-course-may-call = May { $name } call you?
my-course-calls-ask = May { $name } call you after 1, 4, 13 and 26 weeks to hear how it goes? { $name } also calls the workplace. You need not. You can stop it whenever you like.
my-course-calls-also-year = Also after a year
my-course-calls-on = { $name } may call you after 1, 4, 13 and 26 weeks.
my-course-calls-year = { $name } may call you after 1, 4, 13 and 26 weeks and after a year.
my-course-calls-stop = Stop it
my-work-done-no-calls = Good. We do not call.
