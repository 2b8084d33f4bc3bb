### Own pages for the one who looks for work.

my-work = Work
my-work-skip = Go to the content
my-work-way = My pages about work
my-work-profile = My profile
my-work-week = My week
my-work-not = What I have said no to
my-work-seen = Who has seen me
my-work-lead = Places for you, your profile and your week.
my-work-done-answered = Your answer is saved. A yes we may tell the company. A no is told to nobody. What you have turned down is under:
my-work-done-back = It is taken back. What they have already been told, we cannot take back.
my-work-done-away = Removed.
my-work-done-again = The place can come to your page again.
my-work-done-saved-own = Saved. What the list does not have stands in your own words under “What I can” and “What I would like”.
my-work-done-saved = Saved.
my-work-asked = Somebody asks you
my-work-asked-about = May we tell { $place } in { $town } about you?
my-work-read-and-answer = Read and answer
my-work-said-yes = You have said yes to this
my-work-yes-until = Counts until { $day }.
my-work-not-this-time = They say no, thank you, this time. Your yes does not count any more, and you need not wait for a call.
my-work-remove = Remove
my-work-places = Places for me
my-work-places-order = What goes best with what you have said yourself comes first. Equal places take turns every week.
my-work-no-places = No place fits entirely right now. Look in again, or change your week and your profile.
my-work-not-looking = You are not looking right now. Say when you would like to see places again.
my-work-open = We do not know yet: { $question }
my-work-why = Why
my-work-try = Yes, I want to try
my-work-no = No thanks
my-work-have-said-yes = You have said yes
my-work-questions = Answers that can open more places
my-work-write-answer = Write the answer
my-work-nearly = Nearly
my-work-nearly-about = Something is in the way here. Under each place it says what it would take.
my-work-stands = How it stands
my-work-looking = Right now
my-work-day-jobs = Jobs for a day or a few
my-work-day-jobs-on = You hear of them at once.
my-work-day-jobs-off = You do not hear of them.
my-work-day-jobs-start = Yes, tell me of day jobs
my-work-day-jobs-stop = Stop telling me of day jobs
my-work-pause = Take a pause
my-work-look-again = Look again
my-work-hours = { $hours } hours a week
my-work-week-empty = No time yet. Paint your week.

### May we tell a company about you? The words are a text with a version number.

tell-title = May we tell a company about you?
tell-we-would-like = We would like to ask
tell-in = in { $town }
tell-about = about the place
tell-may-say-no = You may say no. Then we do not ask them.
tell-back = Back to my places
tell-place = The place
tell-kind = { $case ->
    [WorkPlacement] Work placement: the company pays no wage.
    [WageSubsidy] Wage subsidy: the company pays a wage, and the municipality pays some of it.
   *[other] The company pays a wage.
}
# $name: the job consultant who asked
tell-next = { $name } talks with them now. If you hear nothing, call:
tell-they-hear = They are told
tell-first-name = Your first name
tell-wants = What you would like
tell-can = What you can
tell-days = Days and hours
tell-languages = Languages
tell-start = You can begin
tell-contact = Whom they can call
tell-never-1 = They are
tell-never-not = not
tell-never-2 = told anything of money, health or your family.
tell-yes = Yes
tell-no = No
tell-read-aloud = Somebody has read it aloud to me
tell-who-is-there = Who is sitting with you as you answer?
tell-alone = Nobody. I am alone.
tell-until = A yes counts until { $day }. You can change your mind any day until then. A no need not be explained.
tell-who-asks = { $name } asks. Call:
tell-whom-to-call = Is there something you would like to know? Call { $name }:
tell-said-yes = You have said yes. It counts until { $day }.
tell-was-alone = You were alone when you answered.
tell-was-there = { $name } was sitting with you.
tell-take-back = Take my yes back
tell-not-open = The place is not open any more.
tell-away = Take the question away

not-about = Only you see this. Take something back, and nothing is left of your no.
not-nothing = Here stand the places you say no thanks to. There are none.
not-gone = Something that is not here any more
not-take-back = Show it again

seen-about = Each time somebody sees something about you, it is written down. Companies see nothing before you say yes.
seen-nobody = Nobody has seen anything about you yet.
seen-places = saw places for you.
seen-people = saw whom a place fits. You were on the list.
seen-everyone = saw the list of everyone who looks for work.
seen-candidate = saw your profile.
seen-courses = saw how it goes with what you have said yes to.
seen-file = took home a file with everyone who looks for work.
seen-file-needs = took home a file with everyone who looks for work, also with what work may ask of you (health).
seen-brought = brought a file that you are in, and saw what is stored about you beside it.
seen-other = saw something about you.
seen-times = { $n ->
    [one] Once.
   *[other] { $n } times.
}
seen-more = See the older ones

week-about = Paint the times when you can work or be on the way. Why a time is not free is your own business: nobody sees it.
week-paint = Paint my week
week-paint-hint = Tick the hours when you can.
week-paint-keys = Draw with the mouse, or hold your finger down and draw. A box is four quarters. With keys: arrows move, space turns on and off, Shift and an arrow paint, 1–4 are the quarters.
week-sum = Free { $hours } hours a week
week-save = Save my week
week-one = All weeks are alike
week-two = Even and odd weeks differ
week-every-week = Every week
week-even-weeks = Even weeks
week-odd-weeks = Odd weeks
week-in-part = (free { $times })
week-type = Or write it
week-save-typed = Save what I wrote
week-calendar = Or bring it from your calendar
week-calendar-about = Save your calendar as a file (.ics) and choose it here. We only see when you are busy, and keep neither the file nor what it says.
week-frame = When could you work if the calendar were empty?
week-frame-usual = Mon-Fri 8-16
week-file = The calendar file
week-read-file = Read the file
week-found = This was in your calendar
week-found-about = It is taken out of the week below. Nothing is saved yet: look it through, and save.
week-found-nothing = No times in the next twelve weeks.
week-too-seldom = comes too seldom to count
week-unread-lines = { $n ->
    [one] One line could not be read:
   *[other] { $n } lines could not be read:
}
week-unread-line = Line { $line }: { $case ->
    [Time] the day or time is written in a way we do not know.
    [Zone] the time is in a time zone we do not know.
    [NoStart] it does not say when it begins.
    [NoEnd] it ends before it begins.
    [TooLong] it takes too long.
    [Rule] it repeats in a way we do not know. Only the first time is counted.
    [List] more days on a list are not counted.
    [Unfinished] the file ends in the middle of it.
   *[other] it is no line of a calendar.
}
week-no-calendar = The file is no calendar. It must end in .ics.
week-calendar-large = The calendar is too large. Save a shorter one.
week-labels = What I call the times
week-labels-about = For yourself alone. Nobody else ever sees it.
week-label-n = Name { $number }
week-label-like = For example: Language school
week-label-when-n = When, name { $number }
week-label-when-like = Tue, Thu 12:30-15:15
week-save-labels = Save the names
week-label-long = Write shorter names, and fewer.
week-unreadable = The page could not be read. Try again from here.
week-unsaved = Nothing is saved yet.
week-even-alone = The table shows the even weeks. If you save, they count for all weeks. Nothing is saved yet.
week-before = Before, it said: { $week }.
week-before-again = Show that again
week-names-alone = The names are saved. The week is not saved yet.
week-both = You have both painted the week and typed it, and the two differ. Press “Save my week” if what you painted counts, or “Save what I wrote” if what you wrote counts.
week-conflict = Somebody else has changed your week meanwhile. Yours stands in the table. Save again if it is right.
week-unread = { $case ->
    [Nothing] Write days and times, for example: Mon-Fri 8-14.
    [TooLong] Write less.
    [Word] We do not know “{ $word }”. Write for example: Mon-Fri 8-14.
    [Time] “{ $word }” is no time of the day. Write for example 8 or 8:30.
    [NoEnd] When does “{ $word }” end? Write for example 8-14.
    [Backwards] “{ $word }” ends before it begins. Write for example 9-17, or for a night 21-05.
    [NoDay] Which day is “{ $word }”? Write for example: Mon { $word }.
    [NoTime] Which times on “{ $word }”? Write for example: { $word } 8-14.
    [WhichWeeks] Is it even or odd weeks? Write it.
   *[other] Write days and times after “{ $word }”.
}
my-work-place-gone = A place that you were asked about is gone.
my-work-take-away = Take it away
