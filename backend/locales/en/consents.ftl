### Who may see what: what someone has said yes to letting others see.

paper-consents = Who may see what
consents-about = This is what you have said others may see. Whoever said yes can always change their mind.
consents-about-me = This is what the family has opened to you, and for how long.
consents-none = You have not opened anything to anyone yet.
consents-none-for-me = The family has not opened anything in particular to you.
consents-now = Open now
# $name: who may see it, $what: the card or heading, $date: the last day
consents-one = { $name } may see { $what } until { $date }.
consents-one-me = You may see { $what } until { $date }.
# $who: "You" or a name, $date: the day of the yes
consents-given = { $who } said yes on { $date } to text { $version } ({ $language }).
consents-was-read-aloud = The text was read aloud.
consents-withdraw = I have changed my mind
consents-still-seen = You have changed your mind. { $name } can still see it, because it is also open in another way.
# Text M. $name: who no longer sees it
consent-text-m = You have changed your mind. { $name } can no longer see it from now on. What they have already read, we cannot take back.
consents-give = Let someone see something
consents-give-about = Choose first. Then you see what would change, before you say yes or no.
consents-to = Who should be able to see it?
consents-what = What?
consents-one-card = One card
consents-column = All cards under a heading
consents-until = For how long?
consents-14-days = 14 days
consents-3-months = 3 months
consents-a-year = 1 year
consents-show = Show what would change
consents-role-network = everyone from your network
consents-role-coordinator = your contact persons
consents-role-professional = everyone at the table who works for the municipality
consents-role-guest = all guests at the table
consents-the-card = the card “{ $card }”
consents-the-column = all cards under “{ $column }”
consents-question = May { $name } see { $what } until { $date }?
consents-would-change = If you say yes
consents-would-see = Then { $name } will come to see this, which cannot be seen now:
consents-nothing-changes = It changes nothing right now: { $name } can already see it, or there is nothing to see yet.
# Text C. $name: who may see it. When the words change, the text gets a new number.
consent-text-c = { $name } can see this card and write on it. { $name } cannot see anything else that is closed. You may say no. You can change your mind later. Then { $name } can no longer see it.
# $what: the heading
consent-text-c-column = { $name } can see { $what } and write on them, also cards that come later. Cards that only a few may see are not among them. { $name } cannot see anything else that is closed. You may say no. You can change your mind later. Then { $name } can no longer see them.
consents-text-version = Text { $version }
consents-read-aloud = The text was read aloud to me
consents-yes = Yes, you may
consents-no = No, you may not
