### The plan as someone else at the table sees it.

as-about = Choose someone at the table. Then you see the plan exactly as that person sees it.
as-whose = See as
as-title = As { $name } sees it
as-banner = This is how { $name } sees the plan. You cannot change anything here.
as-nothing = { $name } sees no cards.
as-left = { $name } is not at the table any more and sees nothing of the plan.
