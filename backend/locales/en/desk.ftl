### The job consultant's desk.

desk-skip = Skip to the content
desk-label = The job consultant's desk
desk-people = People
desk-places = Places
desk-companies = Companies
desk-rules = Rules
desk-exchange = Files
# What one can look for on each page.
desk-find-people = Name, town, task
desk-find-places = Place, town, task
desk-find-companies = Name or town
desk-find-courses = Name or place
desk-find-rules = Rule or law
desk-find-button = Search
desk-keys-label = Keys
desk-keys-use = Keys work
desk-candidates = Job seekers
desk-longest-first = Longest wait first
desk-nobody-yet = Here come the people who look for work. Add the first one, or fetch them from a file.
desk-nobody-found = Nobody fits what you look for. Take a filter away, or try another word.
# $n: how many more
desk-more = { $n ->
    [one] One more. Search to find it.
   *[other] { $n } more. Search to find them.
}
desk-weeks = { $n ->
    [one] week
   *[other] weeks
}
desk-has-waited = { $n ->
    [one] has waited 1 week
   *[other] has waited { $n } weeks
}
desk-hours = { $hours } h
# $paid, $placement, $hoped: hours a week with pay, in a placement and hoped for
desk-hours-said = { $case ->
    [placement] { $paid } paid hours a week, { $placement } in a placement, hopes for { $hoped }
   *[other] { $paid } paid hours a week, hopes for { $hoped }
}
desk-hours-week = { $hours } h a week
desk-free = free { $hours } h
status-pause = pause
status-underway = under way
desk-no-places = no places now
desk-places-count = { $n ->
    [one] 1 place
   *[other] { $n } places
}
desk-all-people = All job seekers
person-can = I can
person-tasks = Tasks
person-wants = I want
person-learn = Wants to learn
person-not = Cannot
person-lifts = lifts { $kilograms } kilos at the most
person-languages = Languages
person-way = The way
person-longest = { $minutes } minutes at the most
desk-week = The week
# $place: the workplace's name
desk-week-with = with the shifts at { $place } laid in
# $name: first name
week-title = The week of { $name }.
week-title-with = The week of { $name } with the shifts at { $place }.
legend-free = free
legend-not = not free
legend-shift = shift
legend-clash = collides
legend-way = the way
desk-way = The way
desk-way-about = about, always ask
map-title = Map of the municipality: { $name } lives in { $home }. The places have the same signs as on the list.
desk-ask = Ask
desk-open-questions = something to ask
desk-ask-order = the answer that opens most places first
desk-write-answer = Write the answer
desk-places-fit = Places that fit
desk-equal-turn = equals change places every week
desk-no-fit = No place fits wholly just now.
desk-not-looking = Is not looking just now.
desk-ask-yes = Ask for a yes
desk-asked = asked, waiting for an answer
desk-yes-until = has said yes, holds until { $day }
desk-yes-asked = { $name } asked.
desk-yes-unasked = Nobody had asked.
desk-yes-alone = Answered alone.
desk-yes-with = { $name } was sitting with them.
desk-show-week = Show in the week
desk-compare = Compare
desk-open-place = See the place
desk-edit = Change
desk-nearly = Nearly
desk-nearly-what = what it would take
desk-tried-again = Tried again with the change: then all of it fits.
desk-done-own = What the list does not have stands in own words.
desk-done-saved = Saved.
desk-done-asked = Asked. The company is not told anything yet.
desk-done-taken-back = Taken back.
desk-done-nothing = There is nothing to take back. A change can be taken back for a day, as long as nobody has built on it.
desk-undo = Undo
key-next = next, previous
key-to-places = to places
key-week = show in the week
key-compare = compare
key-ask = ask for a yes
key-confirm = confirm
key-edit = change
key-undo = undo
key-search = search
compare-title = Two places side by side
compare-for = Bold where they differ most. { $name } chooses.
place-weeks-from = { $n ->
    [one] for 1 week from { $start }
   *[other] for { $n } weeks from { $start }
}
place-on-day = on { $day }
place-from-to = from { $start } to { $end }
place-from = from { $start }
place-hours-unknown = hours not known yet
place-shifts = The shifts
place-handles = small strokes: may be moved
place-shifts-of = The shifts at { $place }.
place-no-shifts = We do not know yet when the shifts are. Call and ask.
place-p-number = P no. { $number }
place-lifts = lift { $kilograms } kilos
place-mentor = a steady buddy
place-tasks = Tasks
place-kind = Kind
place-must = Must be able to
place-nice = Good to have
place-company = Company
place-confirmed = Confirmed
place-confirmed-until = confirmed { $day }, runs out { $until }
place-told = What the company is told
place-told-what = Only after a yes from the person it is about: first name, wishes, what one can, days and hours, languages, start and whom to call. Never money, health, family or why a time is not free.
place-people = The place fits
place-people-order = longest wait first, never by anything else
place-nobody = Nobody fits wholly just now.
place-line-says = The line shows why this place and this person go together. It says nothing of the person alone.
places-order = those that run out first on top
places-new = New place
places-none = Here come the places that companies have. Call one, and write down the first.
places-not-found = No place fits what you look for. Take a filter away, or try another word.
ratio-head = How many can be here?
ratio-estimate = estimate
ratio-unknown = We do not know how many are employed. Ask the company.
ratio-municipality = This is an estimate. The municipality decides.
ratio-company-writes = The company and a colleague write the number themselves when they apply.
ratio-rules-of = Rule file of { $day }.
ratio-opens-on = There will be room on { $day }.
ratio-opens-at = Or when { $staff } are employed full time.
ratio-staff = Full-time employees, average of the latest months
ratio-per = One for every { $per }
ratio-per-above = One for every { $per } above that
ratio-down = rounded down, always 1 at least
ratio-taken = Taken now
ratio-until = until { $day }
ratio-this = This place
ratio-left = Left if it is filled
decimal = { $whole }.{ $part }
# $name: the person
aloud-back = Back to { $name }
aloud-how = Read the page aloud to { $name }, on the telephone or side by side. { $name } answers, and you press. A yes is kept with that it was read aloud and that you were there.
aloud-says = { $name } says:
aloud-take-back = Take the yes back
desk-read-aloud = Call and read it aloud
desk-done-answered = The answer is saved.
