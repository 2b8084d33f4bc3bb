### Who has looked at the plan. The family reads it.

looked-about = Every time someone sees your plan, it is written here.
looked-with-own = Also show when you looked yourself
looked-without-own = Show only the others
looked-nobody = Nobody else has looked yet.
looked-times = { $n ->
    [one] { $n } time
   *[other] { $n } times
}
looked-who = { $name }, { $role },
looked-contact = your primary contact
looked-role-family = of the family
looked-role-network = of your own people
looked-role-professional = from the municipality
looked-role-interpreter = interpreter
looked-role-guest = guest at the table
looked-how-board = { $who } opened the board.
looked-how-board-again = { $who } came back to the board.
looked-how-page = { $who } opened the page of the plan.
looked-how-api = { $who } fetched the plan with another program.
looked-how-name = { $who } saw your name on a list of plans.
looked-how-new = { $who } saw what is new.
looked-how-history = { $who } read what has happened.
looked-how-card = { $who } read everything about a card.
looked-how-help = { $who } read about the help you get.
looked-how-looked = { $who } saw who has looked.
looked-how-consents = { $who } saw who may see what.
looked-how-as = { $who } saw the plan as someone else at the table.
looked-how-people = { $who } saw who sits at the table.
# $who: the one the link is for
looked-how-invitation = The link for { $who } was opened.
looked-somehow = { $who } saw the plan.
