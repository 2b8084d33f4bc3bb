### What stands about a person and a place at the desk, and where it leads on to.

person-papers = Papers
person-knows = Knows
person-bound = Bound
person-bound-hours = { $hours } h a week elsewhere
# What the consultant has written about what is possible.
person-terms = Terms
person-outside-ratio = Needs no seat of the number that a place may have.
compare-back = Back to { $name }
