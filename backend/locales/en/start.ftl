### A new plan begins with three questions. None of them must be answered.

looked-how-start = { $who } began the plan.
start-welcome = Welcome to the table
start-welcome-about = It is empty here still. We begin with three questions. You can skip them.
start-begin = Begin
start-question-of = Question { $n } of 3
start-added = This is on the table
start-skip = Skip
start-onward = Go on
start-may-be-empty = You can leave it empty.
start-dreams = What do you dream of?
start-dreams-about = Big or small. The dreams are what the rest of the plan must fit.
start-dream = A dream
start-dream-hint = For example: to fetch the children at three. To play football again. A friend to cycle with.
start-dreams-seen = Everyone at the table can read the dream. You can always change it.
start-no-more = Is there anything you get that you do not want?
start-no-more-about = Help that does not help may end. You need not explain.
start-no-more-what = We do not want this any more
start-no-more-hint = For example: a visit at home every week. One more course. Meetings where the child must interpret.
start-no-more-why = Would you like to say why?
start-no-more-then = Then it is asked at once. You can see who answers, and by when.
start-no-more-put = We do not want this
start-people = Who should sit at the table?
start-people-about = Those you choose yourselves. Nobody has to approve them.
start-people-see = They see what everyone at the table sees. Nothing is sent before you invite them.
start-people-put = Put out a chair
start-name = Name
start-relation = Who are they to you?
start-relation-hint = For example: grandmother, neighbour, friend, coach.
start-phone = Telephone
start-end = Now there is something on the table
start-end-about = This is your plan now. It may well be small. You can write more whenever you like.
start-nothing = Nothing stands here yet.
start-write = Write something
start-invite = To invite someone, go to:
start-to-board = Go to the board

## Someone of the municipality begins a plan for a new family

new-plan = A new family
new-plan-about = An empty plan begins here. It is the family that writes on it.
new-plan-family = What does the family call itself?
new-plan-family-hint = For example: The Holm family.
new-plan-adult = An adult of the family
new-plan-then = You become the family's contact. Afterwards you get a link to give to the adult.
new-plan-lost = If the link is lost, you can make a new one under “Us round the table” until the family has come in.
new-plan-do = Begin the plan
