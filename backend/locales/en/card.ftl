### Everything about one card: what it is, who sees it, the agreements, and what people say of it.

paper-card = Card
desk-choose = Choose
desk-propose = Propose it
# $what: what the button does otherwise
desk-propose-that = Propose: { $what }
desk-asks = The family says yes or no to it.
# $said: whose words they are, $written: who had the pen
desk-said-written = Said by { $said }, written by { $written }.

this-card-waits = This waits for you
this-card-waits-wish = The family would like to know when this ends.
this-card-pen = You have the pen. What you write are { $name }’s words.
this-card-where = Where is it?
this-card-dream = Which dream does it belong to?
this-card-no-dream = It serves no dream yet. Which one could it be?
this-card-served-by = What we do for this dream
this-card-seen-table = Everybody at the table can see it.
this-card-seen-help = The family, the contact and those who help with it can see it. The others see only that there is help.
this-card-seen-names = Right now that is: { $names }.
# $who: a name or a group, $date: the last day
this-card-consent = { $who } may see it until { $date }.
this-card-consents = Who may see what?
this-card-role-network = Your own people
this-card-role-coordinator = The contact
this-card-role-professional = Everyone from the municipality at the table
this-card-role-guest = Guests at the table
this-card-edit = Edit the card
this-card-history = What has happened
this-card-history-all = See everything that has happened to the card

## Is it voluntary?

duty-may-say-no = This is voluntary. You may say no.
# $name: the contact
text-i = You have to do this to get your benefit. If it does not go together with the rest of your plan, press “It does not fit” – then { $name } finds a way together with you.
text-i-nobody = You have to do this to get your benefit. If it does not go together with the rest of your plan, press “It does not fit” – then your contact finds a way together with you.

## What people say of the card

voices-title = Say something about the card
voices-words = Would you like to say more?
voices-words-hint = You do not have to write anything.
voices-settled = We have talked about it
voices-differently = We see this differently
voices-differently-about = Both may stand here.
voices-the-card = The card says, in { $name }’s words:
voices-no-words = Sees it differently.

## The agreements under the card

promise-none = There are no agreements yet. Agree on who does what, and when.
# After the rhythm: “every Tuesday, so that mother can write applications”
promise-so-that = so that { $words }
promise-waits-for = Waiting for a yes from { $name }.
promise-next = Next time: { $day } { $time }
promise-days = How did it go?
promise-older = The days before
promise-not-then = Not that day
promise-unsaid = Not said
promise-pass-on = I pass it on to …
promise-ask-another = Ask someone else
promise-to-whom = Whom would you like to ask?
promise-to-whom-hint = The one you ask says yes or no themselves.
promise-so-that-label = So that …
promise-so-that-hint = What does it make possible? For example: mother can write applications.
promise-repeats = Does it happen several times?
promise-repeats-hint = Every Tuesday, for example. Or every evening for a week: choose all the days, and write from and until.
promise-weekdays = Which days?
promise-at = At what time?
promise-from = From which day?
promise-until = Until which day?
promise-until-hint = Leave it empty if it just goes on.
promise-weeks = Every how many weeks?
promise-weeks-hint = 1 is every week, 2 is every other week.

## The rhythm in words

# $case: mon … sun
rhythm-weekday = { $case ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
}
rhythm-and = { $first } and { $last }
rhythm-day = day
rhythm-evening = evening
rhythm-morning = morning
rhythm-workday = weekday
rhythm-every = every { $days }
rhythm-every-other = every other { $days }
rhythm-every-other-week = every other week: { $days }
rhythm-every-weeks = every { $weeks } weeks: { $days }
rhythm-at-hour = at { $hour }:00
rhythm-at = at { $hour }:{ $minute }
rhythm-a-week = for a week from { $from }
rhythm-from = from { $from }
rhythm-until = until { $until }
rhythm-from-until = from { $from } until { $until }

## The wish to end something, and the answer

wish-said-stop = We have said stop
wish-late = { $name } should have answered by { $date }. Do call yourselves.
wish-ends-on = It ends on { $date }.
wish-stays-title = It cannot be stopped right now.
wish-talk-to = Talk to { $name } about it.
wish-answered-by = The answer came from { $name } on { $date }.
wish-answer-mine = What is your answer?
wish-answer-told = Have you had an answer? Then write it here.
wish-answer-again = Is there a new answer?
wish-answer-ends = It ends
wish-answer-decided = It was decided elsewhere
wish-answer-stays = It cannot be stopped
wish-ends-when = When does it end?
wish-words = Would you like to add something?
wish-decided-ends = When does it end?
wish-decided-ends-hint = Leave it empty if it does not end.
wish-stays-why = Why can it not be stopped?
wish-stays-talk-to = Whom can the family talk to?
wish-who = Who answers?
wish-by = By when?
wish-set = Choose who answers
wish-keep = We would like to have it after all

## Decisions

decision-title = What the municipality has decided
decision-hint = Here stands what the municipality has decided and written in a letter. It is not an agreement.
decision-from = Decision by the municipality
decision-elsewhere = It was decided elsewhere. The family has the answer.
decision-words = What was decided?
decision-on = On which day?
decision-reference = Number
decision-reference-hint = The number that stands on the letter.
decision-complain = How you can complain
decision-complain-hint = Whom do you write to or call?
decision-complain-by = Complain by
decision-written-by = Written here by { $name }.
decision-add = Write down a decision
decision-remove = Remove the decision
