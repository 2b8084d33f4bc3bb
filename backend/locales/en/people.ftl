### The people who sit round the table. $name is always a person's name, where nothing else is said.

paper-people = Us round the table
people-is-contact = Contact person
people-is-stand-in = Stands in for the contact person
people-has-pen = Has the family's pen right now
people-purpose = Is here to:
people-call = Telephone:
people-phone = Telephone number
people-hours = Can be reached:
people-edit-me = Change your number and your hours, or leave the table
people-edit = More about { $name }
people-back = Back to us round the table
people-save = Save
# $n: how many
people-left = { $n ->
    [one] Sat here before: 1
   *[other] Sat here before: { $n }
}
people-left-on = Left the table on { $date }
people-has-left = { $name } is not at the table any more.

# Someone who would like to sit here
people-asks-title = Would like to sit with you
people-asks = { $name } would like to sit at your table.
# $by: the one who proposes it
people-proposes = { $by } proposes that { $name } joins the table.
people-asks-means = If you say yes, { $name } can see what you show to everyone at the table. You can always change your mind.

# Someone new at the table
people-add-title = Seat one of your own people
people-add-about = A grandmother, a friend or a neighbour. You decide, and you need not ask anyone.
people-add-other-link = Is it an interpreter, someone from the municipality or someone else?
people-add-other-title = Seat someone new
people-add-other-about = You decide who sits here.
people-propose-title = Propose someone for the table
people-propose-about = The family decides who sits here. Nothing happens until it has said yes.
people-add-button = Seat them
people-propose-button = Propose
people-name = Name
people-relation = Who are they to the family?
people-relation-hint = For example grandmother, neighbour or Liv's teacher.
people-phone-hint = May be left empty.
people-purpose-ask = What are they here for?
people-purpose-hint = For example: help Liv at school.
people-role-ask = Who is it?
people-role-network = One of the family's own people
people-role-family = An adult of the family
people-role-child = A child of the family
people-role-professional = Someone from the municipality, the school or elsewhere
people-role-interpreter = An interpreter
people-role-guest = Another guest

# Where nobody of the family's own sits here
people-ways-title = Who could sit with you?
people-ways-about = None of your own people sit at the table yet. That is how it is for many. Here are four places to begin.
people-way-begin = Write who it is
people-way-volunteer = A volunteer family
people-way-volunteer-about = A family in town that would like to know another family. Your contact person can help to find one.
people-way-volunteer-relation = volunteer family
people-way-association = Someone from an association
people-way-association-about = Football, a choir, scouts or a church. Perhaps the children know someone there.
people-way-association-relation = from the association
people-way-colleague = A colleague
people-way-colleague-about = Someone you work with now or used to work with.
people-way-colleague-relation = colleague
people-way-neighbour = A neighbour
people-way-neighbour-about = Someone you say hello to. That is enough to begin with.
people-way-neighbour-relation = neighbour

# The page about one person
people-reach-title = How to call
people-hours-ask = When can one call?
people-hours-hint = For example: weekdays 8 to 15.
people-leave-title = Leave the table
people-leave-about = What you have written stays. You cannot see the plan afterwards.
people-leave = Leave the table
people-remove-title = Take { $name } from the table
people-remove-about = What { $name } has written stays. { $name } cannot see the plan afterwards.
people-remove = Take { $name } from the table
people-holds = { $name } has said yes to this:
people-you-hold = You have said yes to this:
people-passes-to = Who shall be asked to take it?
people-passes-to-nobody = Nobody yet
left-title = You have left the table
# $name: what the family calls itself
left-about = You do not sit at the table of { $name } any more.
left-stays = What you have written is still there.
left-agreements = Someone else is asked about what you had promised. Otherwise everyone can see that it needs someone.
left-closed = You cannot see the plan any more, not on your phone either.
left-again = If you would like to come back, talk to the family.

# The contact person
people-contact-title = The contact person
people-contact-about = The one whom the family can always call.
# $date: the day on which the last one left
contact-vacant = There has been no contact person since { $date }. Call the municipality.
contact-vacant-call = { $name } stands in:
baton-title = { $name } is to be the new contact person
# $name: who it is now
baton-until = The baton passes when all three have said yes. Until then it is { $name }.
baton-until-nobody = The baton passes when both have said yes.
# $giver: the one who has the baton; $name: the one who is to have it
baton-gives = { $giver } passes the baton on.
baton-takes = { $name } takes it.
baton-agrees = The family agrees.
baton-said = Has said yes
baton-not-said = Has not answered yet
baton-yes-give = Yes, I pass it on
baton-no-give = No, I keep it
baton-yes-take = Yes, I take it
baton-no-take = No, I cannot
baton-stop = Not now after all
baton-begin-title = Pass the baton to someone new
baton-about = The old one, the new one and the family must all say yes. Until then everything is as it is now.
baton-to-whom = Who shall be the new contact person?
baton-to-whom-one = At the table it can be { $name }.
baton-begin = Ask
stand-in-title = Choose who stands in
stand-in-whom = Whom can one call when the contact person is away?
stand-in-nobody = Nobody

# The pen
pen-title = Your pen
pen-about = You can hand the pen to someone in the room. They then write your words, and it says who wrote them.
pen-hand-title = Hand the pen to someone
pen-to-whom = Who shall write for you?
pen-hand = Hand the pen over
# $day: "Today", "Yesterday" or a day, $time: the time
pen-out = { $name } has your pen. { $day } at { $time } you handed it over.
# $name: the one whose words they are
pen-yours = You have the pen. What you write are words from { $name }. It says that you wrote them.
pen-take-back = Take the pen back
pen-give = Give the pen back
pen-read-back = Read it aloud
pen-read-back-about = This was written since you last handed the pen over. If something is wrong, put it right on the board.
# $said: the one who said it; $wrote: the one who wrote it
pen-said = Said by { $said }, written by { $wrote }

# A link to a seat
link-title = A link for { $name }
link-about = { $name } cannot open the plan yet. With a link { $name } can see what you show to the table. The link works once, within 14 days.
link-again = { $name } came in by a link. If { $name } cannot get in any more, make a new one. The old way then stops working.
link-lost = { $name } has not come into the plan yet. If the link is lost, make a new one. The old one then stops working. Once { $name } has come in, it is the family that makes links.
# $date: the last day
link-waits = The link has not been used yet. It works once, up to and including { $date }.
link-not-needed = { $name } can open the plan.
link-make = Make a link
link-make-new = Make a new link
link-withdraw = Take the link back
link-made = Here is the link for { $name }
link-once = The link stands here only now. Copy it, or send it from your own phone.
link-sms = Send it as a text message
# $family: what the family calls itself; $link: the address; $date: the last day
link-text = { $family } has invited you to the table: { $link } The link works once, up to and including { $date }.

# Someone who is invited
invited-title = You are invited
invited-hello = Hello { $name }
# $family: what the family calls itself
invited-network = { $family } has invited you. What you see here is private. Do not pass it on. You can always say stop.
invited-family = { $family } has its own plan here. You are one of the adults of the family, so it is yours too.
invited-elsewhere = { $family } has invited you to its table.
invited-yes = Yes, I would like to be part of it
invited-no = If you would rather not, just close the page. Nothing happens.
how-title = How we work
how-family-first = The family sits at the head of the table. It is the family's plan, in the family's own words.
how-ask = What you would like to change becomes a proposal. The family answers when it suits them, and a no is quite all right.
how-promise = What you promise stands beside your name. If there is something you cannot manage, say so here.
how-see = You see what the family shows you. It is private. Do not pass it on.
how-child = Everyone who works for the municipality must pass it on if they are worried about a child. That does not happen here on the board.
how-looked = The family can see when you have looked.
closed-used = The link has been used
closed-used-do = A link works only once. If it was you who used it, open the plan on the same phone or computer. Otherwise ask the one who gave you the link for a new one.
closed-old = The link is too old
closed-old-do = A link works for 14 days. Ask the one who gave you the link for a new one.
closed-unknown = The link does not work
closed-unknown-do = Perhaps a part of it is missing, or it works no longer. Ask the one who gave you the link.

# Someone who asks for a seat
seat-title = Ask for a seat at the table
seat-about = The family decides who sits here. Write who you are and what you would like to be part of. Then the family can say yes or no thank you.
seat-relation = Who are you to the family?
seat-relation-hint = For example Liv's teacher.
seat-purpose = What would you like to be part of?
seat-purpose-hint = The family reads it before it answers.
seat-send = Send to the family
seat-sent = Thank you. If there is a plan here, the family can read your wish now. If the family says yes, you can open the plan.
seat-open = See whether you have got a seat
