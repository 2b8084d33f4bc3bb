### Take the plan with you, and what the municipality has kept.

paper-export = Take the plan with you
looked-how-export = { $who } looked at what can be taken along.
looked-how-copy = { $who } took a copy of the plan.
looked-how-file = { $who } kept the plan as a document with the municipality.
looked-how-filed = { $who } read a document that the municipality has kept.
export-about = The plan is yours too. Here you can take along everything that you may see.
export-page = A page to read and to print
export-page-about = The whole plan on one page, with everything that has happened.
export-page-open = Open the page
export-data = A file for a computer
export-data-about = The same as data, so that the plan can move along to another place.
export-data-fetch = Fetch the file
export-back = Back to the plan
# $name: the one who reads, $date: today
export-copy-of = This is the plan as { $name } sees it on { $date }.
# $date: day and month
export-date = { $date } { $year }

## What the municipality has kept

export-filed = What the municipality has kept
export-filed-about = The municipality must keep what matters most. Here you can read exactly what is kept.
export-filed-about-contact = The family can read the same as you.
export-filed-none = Nothing is kept yet.
export-filed-from = The plan when we talked on { $date }
# $date: the day, $name: the one who kept it
export-made = Kept on { $date } by { $name }.
export-filed-stays = This is how the plan was that day. Nobody can change it.
export-filed-fetch = Fetch the document
export-check = Check number (SHA-256):
export-file = Keep the plan as it is today
export-file-about = The document cannot be changed or removed afterwards, and the family can read it. Cards that not everyone at the table may see are left out.
export-file-do = Keep the document
export-met-on = When did you talk?
export-present-question = Who sat at the table?
export-kle = Number of the subject (KLE)
export-kle-hint = Such as 27.27.06 or 27.27.06 G01.
export-nobody-present = Mark those who sat at the table.
export-no-kle = The number must look like 27.27.06. A letter and two digits may follow, like G01.

## At the top of the document

export-family = Family
export-met-day = We talked on
export-present = At the table
export-made-on = Kept on
export-made-by = Kept by
export-filed-says = This is the plan as it was on the day it was kept. Cards that not everyone at the table may see are left out.

## What is said of each card and each person

export-stand-in = Stands in for the contact
# $words: what is said of the person
export-purpose = Sits here because: { $words }
export-phone = Telephone { $words }
export-hours = Can be called: { $words }
export-left = Left the table on { $words }.
export-when = When
export-why = Why it makes sense
export-who = Who does it
export-who-helps = Who helps
export-dream = Belongs to the dream
export-duty = Voluntary or duty
export-done = Done
export-audience = Who can see it
export-provider = Who gives the help
export-since = Since
export-often = How often
export-ends = Ends
export-enough = Enough when
export-rated = Does it help?
export-helps = { $name }: It helps.
export-does-not-help = { $name }: It does not help.
export-do-not-know = { $name }: I do not know.
export-wish = We asked for it to end
export-decided = The municipality has decided. See the decision.
# $words: what the agreement makes possible
export-so-that = So that { $words }.
export-said = Said about the card
export-needs-help = Is stuck and needs help.
# $date: one of the days of the agreement, $kept: from kept-kept and its like
export-last-time = Last time, { $date }: { $kept }
export-decision = Decision
export-decisions = Decisions
export-decided-on = Of { $date }.
export-reference = Number: { $reference }.
export-complain = If you disagree: { $how }
export-complain-by = By { $date } at the latest.
export-consents = What we have agreed that others may see
# $name: the one who said yes, $date: the last day
export-consent-by = { $name } said yes until { $date }.
