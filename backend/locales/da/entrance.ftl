### Virksomhedens indgang: fem spørgsmål, så ringer vi.

entrance-title = Virksomhedens indgang
entrance-one = Kommunen · én indgang, ét menneske
entrance-head = Har I plads til én mere?
entrance-lead = Et par timer om ugen er nok. Fem spørgsmål, så ringer vi.
# $name: hvem der ringer
entrance-who = { $name } ringer til jer
entrance-when = senest næste hverdag.
entrance-or-call = Eller ring selv:
entrance-form = Fortæl os, hvad I har
entrance-about = Hvad gælder det?
entrance-room = Vi har plads
entrance-room-what = til én, der gerne vil prøve eller lære
entrance-hands = Vi mangler hænder
entrance-hands-what = snart, eller allerede i morgen
entrance-what = Hvad skal der gøres?
entrance-what-hint = Opgaver, ikke stillinger. Små opgaver tæller også.
entrance-times = Hvornår?
entrance-times-hint = Sæt et flueben der, hvor I kan bruge nogen.
entrance-week = Hvornår på ugen
entrance-moves = Kan tiderne flyttes?
entrance-can-move = Det kan flyttes lidt
entrance-cannot-move = Tiderne ligger fast
# $case: Early, Morning, Afternoon, Evening
entrance-part = { $case ->
    [Early] før 8
    [Morning] 8–12
    [Afternoon] 12–16
   *[other] efter 16
}
entrance-know = Skal man kunne noget bestemt?
entrance-know-hint = Skriv kun det, man ikke kan lære hos jer.
entrance-kinds = Hvad kan det blive til?
entrance-kinds-hint = Vælg gerne flere. Vi forklarer reglerne, når vi ringer.
entrance-kind = { $case ->
    [PaidHours] timer med løn
    [WorkPlacement] prøve det af først (praktik)
    [WageSubsidy] job med løntilskud
    [DayJob] enkelte dage
   *[other] fritidsjob til en ung
}
entrance-call = Hvem ringer vi til?
entrance-field = { $case ->
    [other-task] Noget andet
    [must] Skal kunne
    [nice] Rart, hvis
    [place] Arbejdssted og by
    [name] Navn
    [phone] Telefon
   *[other] Helst ikke ringe
}
entrance-trap = Lad dette felt stå tomt
entrance-send = Send – så ringer vi
entrance-fine = Det forpligter ikke til noget. Vi skriver først jeres plads ind, når vi har talt sammen.
entrance-thanks = Tak. Det er kommet frem.
entrance-thanks-next = Vi ringer senest næste hverdag.
entrance-another = Fortæl om en plads mere
entrance-next = Sådan går det
entrance-next-call = Vi ringer og hører, hvad I mangler.
entrance-next-ask = Vi spørger dem, det passer for. De bestemmer selv.
entrance-next-meet = I mødes. Passer det ikke, siger I bare nej.
entrance-offline = Der er ingen forbindelse lige nu. Det, I har skrevet, står her endnu. Prøv igen om lidt.
entrance-refused = Det kom ikke frem endnu. Alt, I har skrevet, står her.
entrance-refused-not-whole = Skriv arbejdssted, navn og telefon, så vi kan ringe. Resten kan vi tale om.
entrance-refused-phone = Telefonnummeret skal have mindst otte cifre. Ret det, og send igen.
entrance-refused-long = Noget er for langt. Skriv det kortere, så hører vi resten, når vi ringer.
entrance-refused-trap = Et felt, der skal stå tomt, var udfyldt. Vi har tømt det. Send igen.
entrance-refused-quick = Det gik meget hurtigt. Se det igennem, og send igen.
entrance-refused-old = Siden har stået åben længe. Alt, I har skrevet, står her endnu. Se det igennem, og send igen.
entrance-refused-before = Det første er sendt. Send igen, hvis I også vil fortælle om dette.
entrance-refused-many = Der er sendt meget herfra i dag. Prøv igen om en time, eller ring til os.
entrance-refused-phone-many = Der er allerede sendt flere med det nummer i dag. Vi ringer. Ring til os, hvis det haster.
entrance-skip = Gå til indholdet
