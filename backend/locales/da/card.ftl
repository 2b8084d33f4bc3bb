### Alt om ét kort: hvad det er, hvem der ser det, aftalerne, og det, folk siger om det.

paper-card = Kort
desk-choose = Vælg
desk-propose = Foreslå det
# $what: det, knappen ellers gør
desk-propose-that = Foreslå: { $what }
desk-asks = Familien siger ja eller nej til det.
# $said: hvis ord det er, $written: den, der havde pennen
desk-said-written = Sagt af { $said }, skrevet af { $written }.

this-card-waits = Det venter på dig
this-card-waits-wish = Familien vil gerne have svar på, hvornår det her holder op.
this-card-pen = Du har pennen. Det, du skriver, er { $name }s ord.
this-card-where = Hvor ligger det?
this-card-dream = Hvilken drøm hører det til?
this-card-no-dream = Det tjener ingen drøm endnu. Hvilken kunne det være?
this-card-served-by = Det gør vi for drømmen
this-card-seen-table = Alle ved bordet kan se det.
this-card-seen-help = Familien, den faste kontakt og dem, der hjælper med det, kan se det. De andre ser kun, at der er hjælp.
this-card-seen-names = Lige nu er det: { $names }.
# $who: et navn eller en gruppe, $date: den sidste dag
this-card-consent = { $who } har fået lov at se det til og med { $date }.
this-card-consents = Hvem må se hvad?
this-card-role-network = Jeres netværk
this-card-role-coordinator = Den faste kontakt
this-card-role-professional = Alle fra kommunen ved bordet
this-card-role-guest = Gæster ved bordet
this-card-edit = Ret kortet
this-card-history = Det er der sket
this-card-history-all = Se alt, der er sket med kortet

## Er det frivilligt?

duty-may-say-no = Det er frivilligt. Du må gerne sige nej.
# $name: den faste kontakt
text-i = Det her skal du, for at få din ydelse. Hvis det ikke passer sammen med resten af jeres plan, så tryk ”Det passer ikke” – så finder { $name } ud af det sammen med dig.
text-i-nobody = Det her skal du, for at få din ydelse. Hvis det ikke passer sammen med resten af jeres plan, så tryk ”Det passer ikke” – så finder jeres faste kontakt ud af det sammen med dig.

## Det, folk siger om kortet

voices-title = Sig noget om kortet
voices-words = Vil du sige mere?
voices-words-hint = Du behøver ikke skrive noget.
voices-settled = Vi har talt om det
voices-differently = Vi ser det forskelligt
voices-differently-about = Begge dele må gerne stå her.
voices-the-card = På kortet står der, med ord fra { $name }:
voices-no-words = Ser det anderledes.

## Aftalerne under kortet

promise-none = Der er ingen aftaler endnu. Aftal, hvem der gør hvad, og hvornår.
# Efter rytmen: »hver tirsdag, så mor kan skrive ansøgninger«
promise-so-that = så { $words }
promise-waits-for = Venter på ja fra { $name }.
promise-next = Næste gang: { $day } { $time }
promise-days = Hvordan gik det?
promise-older = Dagene før
promise-not-then = Ikke den dag
promise-unsaid = Ikke sagt
promise-pass-on = Jeg giver bolden videre til …
promise-ask-another = Spørg en anden
promise-to-whom = Hvem vil du spørge?
promise-to-whom-hint = Den, du spørger, siger selv ja eller nej.
promise-so-that-label = Så …
promise-so-that-hint = Hvad bliver muligt? For eksempel: mor kan skrive ansøgninger.
promise-repeats = Sker det flere gange?
promise-repeats-hint = Hver tirsdag for eksempel. Eller hver aften i en uge: vælg alle dage, og skriv fra og til.
promise-weekdays = Hvilke dage?
promise-at = Hvad er klokken?
promise-from = Fra hvilken dag?
promise-until = Til hvilken dag?
promise-until-hint = Lad den stå tom, hvis det bare bliver ved.
promise-weeks = Hver hvor mange uger?
promise-weeks-hint = 1 er hver uge, 2 er hver anden uge.

## Rytmen i ord

# $case: mon … sun
rhythm-weekday = { $case ->
    [mon] mandag
    [tue] tirsdag
    [wed] onsdag
    [thu] torsdag
    [fri] fredag
    [sat] lørdag
   *[sun] søndag
}
rhythm-and = { $first } og { $last }
rhythm-day = dag
rhythm-evening = aften
rhythm-morning = morgen
rhythm-workday = hverdag
rhythm-every = hver { $days }
rhythm-every-other = hver anden { $days }
rhythm-every-other-week = hver anden uge: { $days }
rhythm-every-weeks = hver { $weeks }. uge: { $days }
rhythm-at-hour = kl. { $hour }
rhythm-at = kl. { $hour }.{ $minute }
rhythm-a-week = i en uge fra { $from }
rhythm-from = fra { $from }
rhythm-until = til { $until }
rhythm-from-until = fra { $from } til { $until }

## Ønsket om at slutte noget, og svaret

wish-said-stop = Vi har sagt stop
wish-late = { $name } skulle have svaret { $date }. Ring gerne selv.
wish-ends-on = Det holder op { $date }.
wish-stays-title = Det kan ikke stoppes lige nu.
wish-talk-to = Tal med { $name } om det.
wish-answered-by = Svaret kom fra { $name } { $date }.
wish-answer-mine = Hvad er dit svar?
wish-answer-told = Har I fået svar? Så skriv det her.
wish-answer-again = Er der kommet et nyt svar?
wish-answer-ends = Det holder op
wish-answer-decided = Det er afgjort et andet sted
wish-answer-stays = Det kan ikke stoppes
wish-ends-when = Hvornår holder det op?
wish-words = Vil du skrive noget til?
wish-decided-ends = Hvornår holder det op?
wish-decided-ends-hint = Lad den stå tom, hvis det ikke holder op.
wish-stays-why = Hvorfor kan det ikke stoppes?
wish-stays-talk-to = Hvem kan familien tale med?
wish-who = Hvem svarer?
wish-by = Senest hvornår?
wish-set = Vælg, hvem der svarer
wish-keep = Vi vil gerne have det alligevel

## Afgørelser

decision-title = Det har kommunen afgjort
decision-hint = Her står det, kommunen har bestemt og skrevet i et brev. Det er ikke en aftale.
decision-from = Afgørelse fra kommunen
decision-elsewhere = Det er afgjort et andet sted. Familien har svaret.
decision-words = Hvad er afgjort?
decision-on = Hvilken dag?
decision-reference = Nummer
decision-reference-hint = Det nummer, der står på brevet.
decision-complain = Sådan kan I klage
decision-complain-hint = Hvem skal I skrive eller ringe til?
decision-complain-by = Klag senest
decision-written-by = Skrevet her af { $name }.
decision-add = Skriv en afgørelse
decision-remove = Fjern afgørelsen
