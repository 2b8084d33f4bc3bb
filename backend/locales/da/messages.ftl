### Besked på telefonen om noget nyt: hvad der sendes, og hvor man beder om det.

# Teksterne går ud af huset. De siger ikke, hvem man er, hvor det er, eller hvad det er.
# $address: siden
message-job-today = Der er et job i dag, som kunne passe dig. Se det her: { $address }
message-job-tomorrow = Der er et job i morgen, som kunne passe dig. Se det her: { $address }
message-job-soon = Der er snart et job, som kunne passe dig. Se det her: { $address }
message-jobs = Der er { $n } job på en dag eller få dage, som kunne passe dig. Se dem her: { $address }
message-signal = { $n ->
    [one] En virksomhed har skrevet. Se det her: { $address }
   *[other] { $n } virksomheder har skrevet. Se det her: { $address }
}

my-messages = Besked på telefonen
my-messages-lead = Vi kan skrive til dig, når der er et job på en dag eller få dage, som kunne passe dig.
my-messages-like = Sådan en besked får du:
my-messages-little = Der står ikke, hvem du er, hvor jobbet er, eller hvad det er.
my-messages-when = Vi skriver med det samme, højst én gang i timen. Aldrig mellem kl. 21 og 7.
my-messages-who = Kun du ser dit nummer. Det bliver brugt til det her og til intet andet.
my-messages-none = Herfra kan vi ikke skrive til telefoner. Nye job står på din side med det samme.
my-messages-to = Vi skriver til
my-messages-in = på { $case ->
    [en] engelsk
   *[da] dansk
}
my-messages-stop = Stop, og slet mit nummer
my-messages-stopped = Dit nummer er slettet. Vi skriver ikke mere.
my-messages-change = Ret nummer eller sprog
my-messages-phone = Dit telefonnummer
my-messages-phone-hint = Otte cifre. Et nummer fra et andet land skal begynde med + og landekoden.
my-messages-language = Sprog i beskeden
my-messages-yes = Ja, skriv til mig
my-messages-yes-too = Så siger du også ja til at høre om job på en dag eller få dage.
my-messages-save = Gem
my-messages-wrong = Nummeret kan ikke læses. Skriv otte cifre, for eksempel 12 34 56 78, eller begynd med + og landekoden.
my-messages-told = Det har vi skrevet til dig om
my-messages-told-none = Vi har ikke skrevet til dig.
my-messages-told-kept = Det bliver slettet efter { $days } dage, når jobbet er forbi.
my-messages-told-sent = { $day } kl. { $time }
my-messages-told-waits = { $day } kl. { $time }: Venter på at blive sendt.
my-messages-told-refused = { $day } kl. { $time }: Det kunne ikke sendes. Er dit nummer rigtigt?
my-messages-told-gone = Et job, der ikke er her mere.

news-day-jobs = Nyt job på en dag eller få dage:
news-day-jobs-more = Se hele siden

signal-phone = Besked på telefonen, når en virksomhed skriver
signal-phone-about = Der står kun, at nogen har skrevet. Højst hvert tiende minut, og aldrig mellem kl. 21 og 7.
signal-phone-none = Herfra kan vi ikke skrive til telefoner. Nyt fra virksomheder står øverst på alle sider med det samme.
signal-phone-number = Nummer
signal-phone-stop = Stop, og slet nummeret
