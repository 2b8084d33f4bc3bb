### Min del: det, der venter på én person, ved alle de borde, hvor personen sidder.

my-part = Min del
looked-how-my-part = { $who } så sin egen del af planen.
my-part-about = Det her er din del. Det, der har ventet længst, står først.
my-part-nothing = Der er ikke noget, der venter på dig.
my-part-waiting = Nogen venter på dig
my-part-asked = Vil du tage den her aftale?
my-part-yes = Ja, jeg tager den
my-part-no = Nej, jeg kan ikke
my-part-wish = Familien vil ikke have det her mere, og du skal svare:
# $name: den, der beder om hjælp
my-part-help = { $name } har brug for hjælp til
my-part-stuck = { $name } sidder fast og har brug for hjælp.
# $date: en dag
my-part-by = Senest { $date }.
# $n: så mange dage er der til
my-part-days-left = { $n ->
    [0] Det er i dag.
    [one] Der er { $n } dag til.
   *[other] Der er { $n } dage til.
}
# $date: den dag, der er gået
my-part-late = Det skulle være sket { $date }.
my-part-next = Næste gang er { $date }.
my-part-follow-ups = Familier, du skal tale med
my-part-plans = Borde, hvor du sidder
my-part-no-plan = Du sidder ikke ved noget bord endnu.
