### Den hjælp, familien får: hvor meget det er, om den hjælper, og hvornår det er nok.

paper-help = Den hjælp, vi får
our-help-question-about = Her er den hjælp, I får. I må gerne sige stop til noget af den.
our-help-none = Her står ingen hjælp endnu.
our-help-stop = Det vil vi ikke have mere
our-help-stopped = Det har vi sagt stop til
our-help-ended = Det er holdt op
our-help-more = Får I mere hjælp?

## Hvad vi ved om den

our-help-about = Om hjælpen
our-help-provider = Hvem giver den?
our-help-provider-hint = Et sted eller en person. For eksempel Sundhedshuset.
our-help-since = Siden hvornår?
our-help-often = Hvor tit?
our-help-times = Hvor mange gange?
our-help-weeks = På hvor mange uger?
our-help-weeks-hint = 2 gange på 1 uge, eller 1 gang på 4 uger.
our-help-ends = Hvornår slutter den?
our-help-enough = Hvornår er det nok?
our-help-enough-hint = Hvad skal være anderledes, før I ikke har brug for den mere?
our-help-when-enough = Der er ikke sat en slutning på. Hvornår er det nok?
our-help-edit = Skriv, hvad vi ved om hjælpen
our-help-does-it = Hjælper det?
our-help-helps = Det hjælper
our-help-does-not = Det hjælper ikke
our-help-not-known = Det ved jeg ikke

## Hvor meget det er

our-help-load = Så meget er det
our-help-load-about = Det er ikke en karakter. Det viser kun, hvad I skal nå.
our-help-load-people = { $n ->
    [0] Ingen giver hjælp lige nu.
    [1] 1 person eller sted giver hjælp.
   *[other] { $n } personer og steder giver hjælp.
}
our-help-load-times = { $n ->
    [0] Vi ved ikke, hvor tit I mødes.
    [1] 1 aftale på fire uger.
   *[other] { $n } aftaler på fire uger.
}
our-help-load-duties = { $n ->
    [0] Ingen af kortene er en pligt.
    [1] 1 kort er en pligt.
   *[other] { $n } kort er en pligt.
}
our-help-much = { $n ->
    [1] I har allerede 1 aftale om ugen. Er der noget, der kan slutte først?
   *[other] I har allerede { $n } aftaler om ugen. Er der noget, der kan slutte først?
}
