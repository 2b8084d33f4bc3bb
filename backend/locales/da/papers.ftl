### Papirerne rundt om bordet: det, der er sjældnere end tavlen.

papers-label = Planens sider
papers-all = Alle sider
papers-everyday = I hverdagen
papers-people = Menneskene
papers-keep = Læs og gem
# $paper: sidens navn, $name: det, familien kalder sig selv
paper-title-of = { $paper } · { $name }
paper-board = Tavlen
paper-new = Nyt siden sidst
paper-history = Det er der sket
paper-as = Se som en anden
paper-looked = Hvem har kigget
paper-done-saved = Gemt.
paper-done-asked = Dit forslag er sendt. Familien svarer.
paper-not-saved = Det blev ikke gemt
paper-try-again = Det, du skrev, står her endnu. Prøv igen om lidt.
