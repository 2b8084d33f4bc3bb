### Hvad nu hvis …? En tanke, som ingen gemmer.

what-if = Hvad nu hvis jeg kunne …?
what-if-they = Hvad nu hvis { $name } kunne …?
what-if-try = Prøv med andre tider eller en anden vej
what-if-thought = Det er kun en tanke. Det, du vælger her, bliver ikke gemt. Tiderne gælder de dage, hvor der er tid i forvejen.
what-if-leaves = Tage hjemmefra kl.
what-if-home = Være hjemme igen kl.
what-if-by = Også komme frem
what-if-longest = Være undervejs, hver vej
what-if-as-now = Som nu
what-if-as-now-minutes = Som nu: { $minutes } minutter
what-if-minutes = Op til { $minutes } minutter
what-if-see = Se, hvad det åbner
what-if-nothing = Vælg noget. Så ser du, hvad det åbner.
what-if-wrong = Det kan vi ikke regne på. Tiden hjemmefra skal ligge før tiden hjem.
what-if-opens = { $n ->
    [0] Det åbner ingen nye pladser.
    [one] Det åbner 1 plads.
   *[other] Det åbner { $n } pladser.
}
what-if-closes = { $n ->
    [one] 1 plads falder fra.
   *[other] { $n } pladser falder fra.
}
what-if-then = Så passer også:
what-if-not-then = Så passer ikke mere:
what-if-questions = En plads kan stadig mangle svar på et spørgsmål.
what-if-so = Er det sådan i virkeligheden?
what-if-change-week = Ret min uge
what-if-change-travel = Ret min vej til arbejde
what-if-change-them = Ret profilen
