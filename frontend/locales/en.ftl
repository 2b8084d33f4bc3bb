### Bordenden in English. da.ftl is the source; this file has every key of it and no other.
###
### Tone: plain and warm. "We" and "you" are the family; "you" is also whoever sits at the screen.
### The heading and what is always in sight

board-title = Our plan
board-label = The board
contact-label = Your contact person
contact-call = Call { $phone }
contact-none = You do not have a contact person yet. Call the municipality.
stand-in-call = If { $name } is away, call { $standin }
hide-page = Hide this page
hide-page-hint = Closes the page at once and shows something else.
credit-pictures = Pictures: Mulberry Symbols, CC BY-SA
you = you
close = Close
back = Back
cancel = Cancel
save = Save
yes = Yes
no = No
listen = Listen
listen-card = Listen to “{ $card }”
more = More
show-all = Show all
try-again = Try again
loading = Getting the board

## People around the table

people-title = People around the table
role-family-group = The family
role-network-group = Our own people
role-professional-group = From the municipality
age-years = { $n ->
    [one] { $n } year old
   *[other] { $n } years old
}
person-and-relation = { $name }, { $relation }
whole-family = The whole family
invite = Invite
here-now = here now
here-writing = is writing
here-writes-card = { $name } is writing

## Columns: who

column-dreams = What we dream of
column-ourselves = What we do ourselves
column-network = What our own people help with
column-municipality = What the municipality helps with
column-nomore = What we no longer want
column-dreams-short = Dreams
column-ourselves-short = Ourselves
column-network-short = Our people
column-municipality-short = Municipality
column-nomore-short = No more
columns-choose = Choose a place
column-help = Help we get today
column-other-help = { $n ->
    [one] The family also gets other help. It is not yours to read.
   *[other] The family also gets other help from { $n } places. It is not yours to read.
}

## Lanes: when

lane-now = Now
lane-soon = Soon
lane-done = Done
lane-now-most = at most { $n }
lane-count = { $lane }, { $n ->
    [one] { $n } card
   *[other] { $n } cards
}
column-count = { $column }, { $n ->
    [one] { $n } card
   *[other] { $n } cards
}
place-in-lane = { $column }, { $lane }

## Cards: kinds and fields

card-add = Add a card
card-add-dream = Add a dream
card-add-help = Add help we get
card-add-nomore = Add something we do not want
card-add-in = Add a card under “{ $column }”, { $lane }
card-add-title = What should the card say?
card-add-title-dream = What do you dream of?
card-add-title-help = What help do you get today?
card-add-title-nomore = What do you no longer want?
card-put = Put the card on the table
card-put-dream = Put the dream on the table
card-propose = Send the proposal
card-edit = Edit
card-edit-title = Edit “{ $card }”
card-remove = Remove
card-remove-title = Remove “{ $card }”?
card-remove-body = You can undo it right afterwards.
card-remove-agreements = { $n ->
    [one] There is { $n } agreement on the card. It will be removed too.
   *[other] There are { $n } agreements on the card. They will be removed too.
}
card-remove-yes = Remove the card
card-keep = Keep the card
card-words = Your words
card-who = Who does it?
card-who-help = Who helps?
card-who-nobody = Not chosen yet
card-when = When?
card-when-hint = In your own words: every evening, from January.
card-why = Why does this make sense for us?
card-serves = Which dream does it belong to?
card-serves-none = No dream
card-serves-nothing = Does not belong to a dream yet
card-serves-dream = Belongs to the dream “{ $dream }”
card-picture = Choose a picture
card-picture-none = No picture
card-place = Where should it lie?
card-done-on = done { $date }
card-position = Card { $n } of { $total }
duty-label = Is it voluntary?
duty-neither = Not said
duty-voluntary = Voluntary
duty-duty = Duty

## Who may see the card

audience-label = Who can see it?
audience-table = Everyone at the table
audience-family = Only the adults of the family
audience-only = Only those I choose
audience-only-me = Only me
audience-stored = Others at the table cannot see this. It is stored by the municipality and can become part of your case.
audience-is-family = Only the family can see this card.
audience-is-only-me = Only you can see this card.
audience-is-only = Only { $names } can see this card.

## Move: all that a finger can drag can also be pressed

move = Move
move-grip = Drag the card
move-title = Move “{ $card }”
move-who = Who does it?
move-when = When?
move-here = lies here
move-up = Up
move-down = Down
move-swap = swap
move-now-full = Three cards lie there. Swap with one of them.
move-proposed = Your proposal about “{ $card }” is sent. The family answers.
swap-title = Three cards lie in Now
swap-body = Which card should wait so that “{ $card }” can come into Now?
swap-with = Swap with “{ $card }”
swap-no = Let it wait

## Dragging: said aloud by the screen reader

drag-how = Press space to lift the card. Move it with the arrow keys. Press again to put it down. Escape puts it back.
drag-lifted = “{ $card }” is lifted. It lay in { $place }, number { $n } of { $total }.
drag-over-column = { $column }, number { $n } of { $total }.
drag-dropped = “{ $card }” has moved from { $from } to { $to }, number { $n } of { $total }.
drag-stayed = “{ $card }” lies where it lay.
drag-cancelled = Cancelled. “{ $card }” is back in { $place }.
drag-gone = The card was removed while you moved it.
drag-mark = Here
drag-no-title = The card cannot lie here
drag-full-title = Now is full
drag-full-body = Let go here and you can swap it with one of the three.

## Agreements under a card

agreement = Agreement
agreements-title = What we have agreed
agreement-add = Make an agreement
agreement-what = What do we agree?
agreement-holder = Who has it?
agreement-holder-none = Nobody yet
agreement-due = By when?
agreement-due-by = by { $date }
agreement-edit = Edit the agreement
agreement-remove = Remove the agreement
agreement-remove-title = Remove the agreement “{ $agreement }”?
agreement-how = How is it going?
agreement-holder-is = { $name } has it
kept-notyet = Not yet
kept-partly = Some of it
kept-kept = Kept
kept-set = Now it says “{ $kept }”.
orphans-title = Agreements that nobody has right now
orphan-no-holder = Nobody has this agreement.
orphan-holder-left = Nobody has this agreement. { $name } is no longer at the table.
orphan-past-due = Should have been done { $date }.
orphan-silent = Nothing has been said about this for 14 days.
orphan-find = Find someone to take it

## Proposals: someone else would like to change something

proposal-has = { $name } has a proposal
proposal-to = about “{ $card }”
proposal-on-card = { $name } has a proposal. It is at the top.
proposal-add-card = { $name } proposes a new card: “{ $card }”
proposal-edit-card = { $name } proposes to change “{ $card }”
proposal-move-card = { $name } proposes to move “{ $card }”
proposal-remove-card = { $name } proposes to remove “{ $card }”
proposal-add-agreement = { $name } proposes an agreement about “{ $card }”
proposal-edit-agreement = { $name } proposes to change an agreement about “{ $card }”
proposal-remove-agreement = { $name } proposes to remove an agreement about “{ $card }”
proposal-keep-agreement = { $name } says how it is going with “{ $card }”
proposal-other = { $name } proposes something
proposal-by-at = { $relation } · { $date }
proposal-before = How it is now
proposal-after = How it could be
proposal-before-nothing = The card is not on the table yet.
proposal-before-no-agreement = There is no agreement yet.
proposal-after-nothing = The card is no longer on the table.
proposal-after-no-agreement = The agreement is no longer there.
proposal-why = Why?
proposal-yes = Yes
proposal-change = Change
proposal-no = No, thank you
proposal-no-hurry = You do not have to answer today.
proposal-change-title = How should it be instead?
proposal-change-send = This is how it should be
proposal-waits = The family answers when it suits them.
proposal-mine = Your proposal waits for the family
proposal-withdraw = Take the proposal back
proposal-withdrawn = The proposal is taken back.
proposal-why-ask = Why do you propose it?
proposal-why-hint = The family reads this before they answer.
proposal-accepted = You have said yes. It is on the table now.
proposal-declined = You have said no, thank you. Nothing more happens.

## What others do while we look

remote-added = { $name } put “{ $card }” on the table.
remote-edited = { $name } edited “{ $card }”.
remote-agreement = { $name } wrote an agreement about “{ $card }”.
remote-proposed = { $name } has a proposal for you.
remote-card-moved = “{ $card }” now lies in { $place }.
remote-card-removed = A card is not on the board any more.
remote-many = { $n ->
    [one] { $n } thing has happened on the board.
   *[other] { $n } things have happened on the board.
}
also-wrote = { $name } also wrote: “{ $words }”
also-take = Use what { $name } wrote
also-keep = Keep what stands there

## Saved: three honest steps

saved-not-yet = Saving
saved-device = Only on this phone
saved-device-computer = Only on this computer
saved-sent = Sent
saved-saved = Saved
saved-waiting = { $n ->
    [one] { $n } thing waits to be saved
   *[other] { $n } things wait to be saved
}
offline = You are offline. We will save when you are back.
storage-denied = This browser keeps nothing. Do not close until it says “Saved”.

## The tray: words that did not reach the table

tray-title = This did not reach the table
tray-body = No words are lost. They are here.
tray-again = Try again
tray-dismiss = Put it away
tray-what-add = New card: “{ $words }”
tray-what-edit = Change to “{ $card }”: “{ $words }”
tray-what-move = Moving “{ $card }”
tray-what-remove = Removing “{ $card }”
tray-what-agreement = Agreement: “{ $words }”
tray-what-answer = Answer to a proposal
tray-what-other = A change

## Undo

undo = Undo
undo-card-moved = “{ $card }” has moved.
undo-card-added = “{ $card }” is on the table.
undo-card-edited = “{ $card }” is edited.
undo-card-removed = “{ $card }” is removed.
undo-agreement = The agreement is written.
undo-agreement-removed = The agreement is removed.
undone = That is undone.

## The 14 days

clock-asks = { $n ->
    [0] Today { $name } asks how it is going
    [one] In { $n } day { $name } asks how it is going
   *[other] In { $n } days { $name } asks how it is going
}
clock-day = Day { $n } of { $total }
clock-calls = Day { $n } of { $total }. { $name } calls on { $date }.
clock-late = { $name } should have asked on { $date }. Feel free to call.
clock-say = Say how it goes
clock-none = You have not agreed when to talk again.

## Before we begin (version 1 of the texts)

texts-title = Before we begin
text-a-title = The board is yours
text-a = The board is yours. Here we write what you dream of and what we agree. The municipality takes part too. The municipality must write important things down and keep them in your case. You can always ask to see your case. Only write what you want others to know.
text-b-title = When a child is not well
text-b = Everyone who works for the municipality must pass it on if they worry about a child. It is a law. As a rule we talk with you first. It does not happen here on the board.
texts-version = Text number { $n }
texts-read-one = I have read it
texts-not-consent = You do not say yes to anything. You only say that you have read it.
texts-show = Read about the board and the municipality

## Empty places: what they are for, and the first step

empty-dreams = What do you dream of?
empty-dreams-body = Big or small. Just begin. You can always write it again.
empty-ourselves = What can you do yourselves?
empty-network = Who can help you?
empty-municipality = What should the municipality help with?
empty-nomore = Is there anything you get that you do not want?
empty-or-begin = Or begin here:
empty-works = What works well?
empty-guest = The family has not written anything yet.

## When something cannot be done. One sentence for each reason, and who can help

refusal-card-gone = The card is no longer here.
refusal-agreement-gone = The agreement is no longer here.
refusal-proposal-gone = The proposal is no longer here.
refusal-member-gone = That person does not sit at the table.
refusal-wrong-place = { $kind ->
    [dream] A dream lies with the other dreams.
    [help] Help you get today lies with the municipality or under “What we no longer want”.
   *[other] { $column ->
        [dreams] Only dreams lie here. Write the dream as a new card.
        [nomore] Only help you get today lies here. If you no longer want this, remove the card.
       *[other] Choose also whether it is now, soon or done.
    }
}
refusal-now-is-full = Three cards lie in Now. Swap with one of them.
refusal-no-words = Nothing is written yet. Write a few words.
refusal-too-long = { $n ->
    [one] There is room for { $n } letter. Make it a little shorter.
   *[other] There is room for { $n } letters. Make it a little shorter.
}
refusal-not-your-agreement = Whoever has the agreement says how it is going. So can the family.
refusal-only-the-family = It is the family who answers proposals.
refusal-not-your-proposal = Only the one who made the proposal can take it back.
refusal-proposal-changed = Something has changed since you read the proposal. Read it again.
refusal-nothing-to-undo = There is nothing to undo.
refusal-changed-since = Someone else has changed it since. So it stays as it is.
refusal-cannot-see-it = { $name } cannot see the card and so cannot do it.
refusal-plan-full = There is no room for more on the board. Remove something that is done.
refusal-not-at-the-table = You do not sit at this table.
refusal-id-taken = Something went wrong on our side. Try again.
refusal-thing-gone = It is not here any more. It may have been changed or taken back.
refusal-not-yours = Only the one who wrote it or gave permission can do that.
refusal-ask-the-contact = Adults in the family cannot take each other from the table. Talk to your contact person.
refusal-last-at-the-table = At least one adult of the family must sit at the table.
refusal-nothing-to-answer = There is nothing to answer right now. It may have been answered already.
refusal-wrong-day = That day does not fit. Choose another day.
refusal-not-help = That can only be written on a card with help you get.
refusal-other = That could not be done.

ask-the-family = Ask the family.
ask-the-holder-nobody = Ask whoever has the agreement.
ask-the-contact = Ask { $name }. Call { $phone }.
ask-the-contact-no-phone = Ask { $name }.
ask-the-contact-nobody = Ask your contact person.

## Errors: what happened, and what to do now

problem-signed-out = You are signed out.
problem-signed-out-do = Sign in again. What you have written is not lost.
problem-not-found = That page does not exist, or it is not for you.
problem-not-found-do = Go to the front page and find it from there. Or call the one you usually talk to.
problem-bad-input = We did not understand what was sent.
problem-bad-input-do = Load the page again and try once more.
problem-too-large = That is too much at once.
problem-too-large-do = Make it a little shorter, or split it in two.
problem-wrong-origin = The plan cannot be shown on this web site.
problem-wrong-origin-do = Open the plan on the municipality's own page.
problem-bad-ticket = The connection had become too old.
problem-bad-ticket-do = Load the page again. What you have written is not lost.
problem-wrong-protocol = The board is newer than the one you opened.
problem-wrong-protocol-do = Load the page again. What you have written is not lost.
problem-too-many = Too much is coming at once.
problem-too-many-do = Wait a moment and try again.
problem-too-slow = The network is too slow right now.
problem-too-slow-do = We try again by ourselves.
problem-storage = We cannot save right now.
problem-storage-do = What you have written stays here. We will try again.
problem-stopping = We are starting again.
problem-stopping-do = Wait a moment. The board comes back by itself.
problem-unexpected = Something went wrong on our side.
problem-unexpected-do = Try again in a while. If it goes on, call your contact person.

## When the board cannot start in the browser. The plan can still be read

widget-failed = You can read the plan here. The board that you write on could not start.
widget-failed-wasm-blocked-csp = This web site does not let the board start. You can read the plan here.
widget-failed-wasm-mime = The board was sent in the wrong way. You can read the plan here.
widget-failed-wasm-network = The board could not be fetched. You can read the plan here. Try again when the network is better.
widget-failed-wasm-unsupported = This browser is too old for the board. You can read the plan here.
widget-failed-wasm-panic = The board stopped. You can read the plan here. What you have written is not lost.
widget-failed-duplicate-version = There are two versions of the board on this page. The first one is used.
widget-reloading = Getting the board again.

## Names of the pictures

picture-swim-to = swimming
picture-cook-chef-1a = cook
picture-football = football
picture-morning = morning
picture-walk-to = walking
picture-cook-to = cooking
picture-house = house
picture-read-to = reading
picture-talk-2-to = talking together
picture-work-to = working
picture-bus = bus
picture-bicycle = bicycle
picture-help-to = helping
picture-school = school
picture-money = money
picture-happy-lady = happy

# The help that is given, and the wish to end it
help-often = { $weeks ->
    [1] { $n ->
        [1] once a week
       *[other] { $n } times a week
    }
   *[other] { $n ->
        [1] once every { $weeks } weeks
       *[other] { $n } times in { $weeks } weeks
    }
}
help-ends = ends { $date }
help-ended = ended { $date }
wish-answers = { $name } answers by { $date }.
wish-nobody = Nobody has been chosen to answer.
wish-title = Who answers you about “{ $card }”?
wish-when = By when?
wish-change = Change
wish-fine = That is fine
load-much = You already have many appointments a week. Is there something that can end first?
wish-waited = { $n ->
    [0] You asked today.
    [1] You have waited 1 day.
   *[other] You have waited { $n } days.
}
wish-ends = It ends { $date }.
wish-decided = The municipality has decided. It stands on the card’s own page.
wish-stays = It cannot be stopped. Talk to { $name } about it.

# An agreement that comes round again, and the one who is asked
repeat-every = { $n ->
    [1] every { $days }
   *[other] every { $n } weeks: { $days }
}
repeat-day = day
repeat-at = at { $time }
repeat-until = until { $date }
ask-me = You are asked whether you will take it.
ask-them = { $name } has been asked and has not answered yet.
ask-yes = Yes, I will take it
ask-no = No, I cannot
ask-yes-they = { $name } has said yes
ask-no-they = { $name } cannot
ask-taken = Thank you. The agreement is taken now.
ask-not-taken = That is quite all right. Someone else can be asked now.

# More about a card
card-more-title = More about “{ $card }”
card-all = See everything about the card
card-new = New since last time.
say-need-help = I need help
say-wrong = This is wrong
say-differently = I see it differently
say-does-not-fit = It does not fit the rest of the plan
say-said = It is said. It stands on the card until you have talked about it.
say-settled = It does not stand on the card any more.
says-need-help = { $name } needs help.
says-wrong = { $name } says that something here is wrong.
says-differently = { $name } sees it differently.
says-does-not-fit = { $name } says that it does not fit the rest of the plan.
ours-now = “{ $card }” is something you do yourselves now.
new-title = { $n ->
    [1] There is news on 1 card
   *[other] There is news on { $n } cards
}
new-show = See what is new

# The pen
pen-mine = You write for { $name }. What you write are { $name }’s words.
pen-theirs = { $name } writes for { $family } right now.
pen-give-back = Give the pen back
pen-take = Take the pen back
pen-taken = The pen is with the family again.

proposal-member = { $name } proposes that { $card } joins the table
proposal-seat = { $card } would like to sit at the table
proposal-strength = { $name } proposes a strength: { $card }
proposal-ran-out = Nobody answered, and the proposal has run out. You can propose it again.
