### The papers around the table: what is rarer than the board.

papers-label = Pages of the plan
papers-all = All pages
papers-everyday = In daily life
papers-people = The people
papers-keep = Read and keep
paper-title-of = { $paper } · { $name }
paper-board = The board
paper-new = New since last time
paper-history = What has happened
paper-as = See as someone else
paper-looked = Who has looked
paper-done-saved = Saved.
paper-done-asked = Your proposal is sent. The family will answer.
paper-not-saved = It was not saved
paper-try-again = What you wrote is still here. Try again in a while.
