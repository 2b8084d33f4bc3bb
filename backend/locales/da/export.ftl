### Tag planen med, og det, kommunen har gemt.

paper-export = Tag planen med
looked-how-export = { $who } så, hvad man kan tage med.
looked-how-copy = { $who } tog en kopi af planen.
looked-how-file = { $who } gemte planen som et dokument hos kommunen.
looked-how-filed = { $who } læste et dokument, som kommunen har gemt.
export-about = Planen er også din. Her kan du tage alt det med, som du må se.
export-page = En side til at læse og skrive ud
export-page-about = Hele planen på én side, med alt det, der er sket.
export-page-open = Åbn siden
export-data = En fil til en computer
export-data-about = Det samme som data. Så kan planen flytte med et andet sted hen.
export-data-fetch = Hent filen
export-back = Tilbage til planen
# $name: den, der læser, $date: dagen i dag
export-copy-of = Det er planen, som { $name } ser den { $date }.
# $date: dag og måned
export-date = { $date } { $year }

## Det, kommunen har gemt

export-filed = Det har kommunen gemt
export-filed-about = Kommunen skal gemme det vigtigste. Her kan I læse præcis det, der er gemt.
export-filed-about-contact = Familien kan læse det samme som dig.
export-filed-none = Der er ikke gemt noget endnu.
export-filed-from = Planen, da vi talte sammen { $date }
# $date: dagen, $name: den, der gemte
export-made = Gemt { $date } af { $name }.
export-filed-stays = Sådan så planen ud den dag. Det kan ingen lave om.
export-filed-fetch = Hent dokumentet
export-check = Kontroltal (SHA-256):
export-file = Gem planen som den er i dag
export-file-about = Dokumentet kan ikke ændres eller slettes bagefter, og familien kan læse det. Kort, som ikke alle ved bordet må se, kommer ikke med.
export-file-do = Gem dokumentet
export-met-on = Hvornår talte I sammen?
export-present-question = Hvem sad med ved bordet?
export-kle = Emnets nummer (KLE)
export-kle-hint = For eksempel 27.27.06 eller 27.27.06 G01.
export-nobody-present = Sæt kryds ved dem, der sad med ved bordet.
export-no-kle = Nummeret skal se ud som 27.27.06. Bagefter kan der stå et bogstav og to tal, som G01.

## Øverst i dokumentet

export-family = Familie
export-met-day = Vi talte sammen
export-present = Ved bordet
export-made-on = Gemt
export-made-by = Gemt af
export-filed-says = Det er planen, som den stod den dag, den blev gemt. Kort, som ikke alle ved bordet må se, er ikke med.

## Det, der står om hvert kort og hver person

export-stand-in = Afløser for den faste kontakt
# $words: det, der står om personen
export-purpose = Sidder med, fordi: { $words }
export-phone = Telefon { $words }
export-hours = Kan ringes op: { $words }
export-left = Gik fra bordet { $words }.
export-when = Hvornår
export-why = Derfor giver det mening
export-who = Hvem gør det
export-who-helps = Hvem hjælper
export-dream = Hører til drømmen
export-duty = Frivilligt eller pligt
export-done = Gjort
export-audience = Hvem kan se det
export-provider = Hvem giver hjælpen
export-since = Siden
export-often = Hvor tit
export-ends = Slutter
export-enough = Nok, når
export-rated = Hjælper det?
export-helps = { $name }: Det hjælper.
export-does-not-help = { $name }: Det hjælper ikke.
export-do-not-know = { $name }: Jeg ved det ikke.
export-wish = Vi bad om, at det slutter
export-decided = Kommunen har taget stilling. Se afgørelsen.
# $words: det, aftalen gør muligt
export-so-that = Så { $words }.
export-said = Sagt om kortet
export-needs-help = Sidder fast og har brug for hjælp.
# $date: en af aftalens dage, $kept: fra kept-kept og de andre
export-last-time = Sidste gang, { $date }: { $kept }
export-decision = Afgørelse
export-decisions = Afgørelser
export-decided-on = Fra { $date }.
export-reference = Nummer: { $reference }.
export-complain = Hvis I er uenige: { $how }
export-complain-by = Senest { $date }.
export-consents = Det har vi sagt ja til, at andre må se
# $name: den, der sagde ja, $date: den sidste dag
export-consent-by = { $name } har sagt ja til { $date }.
