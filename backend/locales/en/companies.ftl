### The company book, and what companies tell.

desk-save = Save
desk-stale = Somebody else has changed it meanwhile. Look at how it is now, and press again.
desk-place-gone = Somebody else has removed the place meanwhile. What you have written is still here. Save if it is to be written down again.
desk-done-removed = Removed.
desk-done-confirmed = Confirmed today. Counts for four weeks.
desk-done-company-no = Saved. The two are not shown to each other any more. Whoever said yes can read it on their own page.
desk-done-no-yes = Nothing is saved. There is no yes that waits.
desk-done-contact = Written in the book.
desk-done-signal-taken = You call. Your colleagues can see it.
desk-done-signal-other = A colleague was first and calls.
desk-done-signal-left = Somebody else can call now.
desk-done-signal-done = Done. It stands at the foot of the page for 28 days.
desk-done-signal-open = Open again.
desk-done-saved-signal = What the company told is done.
desk-done-company = The company is in the book. Now the place.
desk-done-promise-kept = The promise is kept.
desk-done-promise-open = The promise stands again.

signals-head = From the companies
signals-badge = New
signals-order = those who have waited longest for a call first
signals-entrance = The companies' entrance
signals-none = No company is waiting for a call.
signals-new = { $n ->
    [one] One company is waiting for a call.
   *[other] { $n } companies are waiting for a call.
}
signals-see = See them
signals-room = has room
signals-hands = needs hands
signals-tag-new = new
signals-tag-taken = in hand
signals-tag-many = came with many others
signals-rest = { $n ->
    [one] 1 more company
   *[other] { $n } more companies
}
signals-rest-about = Whom they could fit stands here when those above are done.
signals-more = { $n ->
    [one] 1 is not shown yet. It comes when some of those above are done.
   *[other] { $n } are not shown yet. They come when some of those above are done.
}
signals-take = I call
signals-leave = Somebody else may call
signals-take-over = I take it over
signals-you-call = you call
signals-calls = { $name } calls
signals-make-place = Write the place down
signals-make-company = New company from this
signals-done = Done
signals-finished = Done in the last 28 days
signals-tag-done = done
signals-reopen = Open again
signals-heard = What they have told
# What stands in the talk when it is written from what the company has told. $text: their own words
signals-said = { $case ->
    [task] Tasks: { $text }
    [must] Must be able to: { $text }
    [nice] Nice if: { $text }
   *[not-when] Better not call: { $text }
}
signals-could-fit = Could fit
signals-nowhere = We cannot see where it is. The way is not counted.

companies-order = those we promised something first
companies-new = New company
companies-none = Here come the companies that we talk with. Write the first one down.
companies-not-found = No company fits what you look for. Try another word.
companies-nobody-talked = nobody has talked with them yet
companies-talked = { $name } talked with { $with }
companies-promised = Promised:
companies-promised-by = (by { $day })
companies-late = overdue
companies-kept = Kept
companies-kept-on = kept { $day }
companies-call = May we call?
companies-call-welcome = Calls welcome
companies-call-noted = Call only as noted
companies-call-not = Do not call
companies-call-not-why = They call themselves.
companies-colleague = { $day }: { $name } talked with them.
companies-colleague-first = Talk with your colleague before you call.
companies-cvr = CVR no.
companies-cvr-hint = Eight digits. May be empty.
companies-public = public
companies-is-public = It is a public employer
companies-name = Name
companies-book = What we have talked about
companies-book-empty = Nobody has written anything yet.
companies-write-talk = Write a talk down
companies-with = Talked with
companies-phone = Telephone
companies-note = What they need
companies-note-hint = Also what the next one should know before calling.
companies-what-promised = What we have promised
companies-when-promised = By
companies-edit = Change the company
companies-workplaces = Workplaces
companies-first-talk = The first talk
companies-first-workplace = The first workplace
companies-new-workplace = New workplace
companies-remove = Remove the company
companies-remove-workplace = Remove the workplace
companies-in-the-way = It cannot be removed yet. This stands in the way:
companies-way-not-call = They have asked us not to call. We know that only as long as the company stands here.
companies-way-promise = We have promised them something that is not kept yet. It stands at the top of the page.
companies-edit-workplace = Change the workplace
companies-workplace-name = Name of the place
companies-community = Town
companies-p-number = P-no.
companies-no-p-number = no P-number yet
companies-staff = Full-time employees in the last four months
companies-staff-hint = The latest last, such as 12.4. All four or none.
companies-staff-month = Month
companies-staff-unknown = We do not know how many work there. Ask.
companies-supported = { $n ->
    [one] One is there now with support
   *[other] { $n } are there now with support
}
companies-supported-now = There now with support
companies-supported-hint = Hours a week and last day of each.
companies-supported-hours = Hours
companies-supported-until = Last day
companies-no-places = No places yet.
companies-slip-with = Write whom you talked with.
companies-slip-promised-by = Write a day to come.
companies-slip-note = Write what they need.
companies-slip-name = Write what the company is called.
companies-slip-workplace = Write what the place is called.
companies-slip-community = Choose the town that the place lies in.
companies-slip-staff = Write full-time employees for all four months as 12 or 12.4.
companies-slip-supported = Write both hours a week and last day of each who is there with support.
companies-slip-cvr-taken = That CVR number stands in the book already under another company.
companies-gone = Somebody else has removed the company meanwhile. Save if it is to be in the book again.
companies-workplace-gone = Somebody else has removed the workplace meanwhile. Save if it is to be written down again.
companies-bad-number = { $case ->
    [digits] “{ $text }” is no number. Write digits alone.
    [length] “{ $text }” has not the right number of digits. A CVR number has eight, a P-number ten.
   *[other] “{ $text }” is no CVR number. One digit is wrong.
}

places-runs-out = runs out { $day }
places-has-run-out = ran out { $day }
places-open-until = open until { $day }
places-running-out = { $n ->
    [one] 1 runs out this week
   *[other] { $n } run out this week
}
places-lapsed = Run out: call and hear whether they are still there
places-tomorrow = Job for tomorrow
companies-known = Is it here already? One that is here twice is called twice.
companies-another = No, it is another one
