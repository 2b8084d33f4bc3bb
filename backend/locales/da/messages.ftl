### Besked på telefonen om noget nyt: hvad der sendes, og hvor man beder om det.

# Teksterne går ud af huset. De siger ikke, hvem man er, hvor det er, eller hvad det er.
# $address: siden
message-job-today = Der er et job i dag, som kunne passe dig. Se det her: { $address }
message-job-tomorrow = Der er et job i morgen, som kunne passe dig. Se det her: { $address }
message-job-soon = Der er snart et job, som kunne passe dig. Se det her: { $address }
message-jobs = Der er { $n } job på en dag eller få dage, som kunne passe dig. Se dem her: { $address }
# $name: den jobkonsulent, der spørger
message-ask = { $name } vil gerne spørge dig om noget. Se det her: { $address }
message-asks = Der er nogen, der gerne vil spørge dig om noget. Se det her: { $address }
message-signal = { $n ->
    [one] En virksomhed har skrevet. Se det her: { $address }
   *[other] { $n } virksomheder har skrevet. Se det her: { $address }
}

my-messages = Besked på telefonen
my-messages-lead = Vi kan skrive til din telefon, når der er noget nyt til dig. Du vælger selv, hvad vi må skrive om.
my-messages-like = Sådan kan en besked se ud:
my-messages-little = Der står ikke, hvem du er, hvor det er, eller hvad det handler om.
my-messages-when = Om hver ting skriver vi højst én gang i timen. Aldrig mellem kl. 21 og 7.
my-messages-who = Kun du ser dit nummer. Det bliver brugt til det, du sætter kryds ved, og til intet andet.
my-messages-none = Herfra kan vi ikke skrive til telefoner. Nye job står på din side med det samme.
my-messages-to = Vi skriver til
my-messages-in = på { $case ->
    [en] engelsk
   *[da] dansk
}
my-messages-stop = Stop, og slet mit nummer
my-messages-stop-one = Stop det
my-messages-stopped = Dit nummer er slettet. Vi skriver ikke mere.
my-messages-change = Ret nummer, sprog, eller hvad vi skriver om
my-messages-of = Hvad må vi skrive om?
my-messages-tick = { $case ->
    [ask] Skriv til mig, når nogen spørger mig om noget her.
   *[other] Skriv til mig, når der er et job på en dag eller få dage, som kunne passe mig.
}
my-messages-nothing-chosen = Sæt mindst ét kryds.
my-messages-phone = Dit telefonnummer
my-messages-phone-hint = Otte cifre. Et nummer fra et andet land skal begynde med + og landekoden.
my-messages-language = Sprog i beskeden
my-messages-yes = Ja, skriv til mig
my-messages-yes-too = Så siger du også ja til at høre om job på en dag eller få dage.
my-messages-save = Gem
my-messages-wrong = Nummeret kan ikke læses. Skriv otte cifre, for eksempel 12 34 56 78, eller begynd med + og landekoden.
my-messages-told = Det har vi skrevet til dig om
my-messages-told-none = Vi har ikke skrevet til dig.
my-messages-told-kept = Det bliver slettet efter { $days } dage. Om et job står det, til jobbet er forbi.
my-messages-told-sent = { $day } kl. { $time }
my-messages-told-waits = { $day } kl. { $time }: Venter på at blive sendt.
my-messages-told-refused = { $day } kl. { $time }: Det kunne ikke sendes. Er dit nummer rigtigt?
my-messages-told-asked = Nogen ville spørge dig om noget.
my-messages-told-gone = Et job, der ikke er her mere.

news-day-jobs = Nyt job på en dag eller få dage:
news-day-jobs-more = Se hele siden

signal-phone = Besked på telefonen, når en virksomhed skriver
signal-phone-about = Der står kun, at nogen har skrevet. Højst hvert tiende minut, og aldrig mellem kl. 21 og 7.
signal-phone-none = Herfra kan vi ikke skrive til telefoner. Nyt fra virksomheder står øverst på alle sider med det samme.
signal-phone-number = Nummer
signal-phone-stop = Stop, og slet nummeret
