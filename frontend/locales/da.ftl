### Bordenden på dansk. Denne fil er kilden: en nøgle, der mangler i et andet sprog, stopper bygningen.
###
### Tone: jævnt, varmt, i første person. »Vi« og »I« er familien; »du« er den, der sidder ved skærmen.
### Korte sætninger, højst omkring tolv ord. Ingen ord fra kontoret.
### Datoer og klokkeslæt kommer færdigskrevne i $date og $time. $n er et antal.
### Overskriften og det, der altid er i syne

board-title = Vores plan
board-label = Tavlen
contact-label = Jeres faste kontakt
# $phone: nummeret, skrevet som man læser det
contact-call = Ring { $phone }
contact-none = I har ikke en fast kontakt endnu. Ring til kommunen.
stand-in-call = Er { $name } væk, så ring til { $standin }
hide-page = Skjul siden
hide-page-hint = Lukker siden med det samme og viser noget andet.
credit-pictures = Billeder: Mulberry Symbols, CC BY-SA
you = dig
close = Luk
back = Tilbage
cancel = Fortryd
save = Gem
yes = Ja
no = Nej
listen = Lyt
listen-card = Lyt til ”{ $card }”
more = Mere
show-all = Vis alle
try-again = Prøv igen
loading = Vi henter tavlen

## Os omkring bordet

people-title = Os omkring bordet
role-family-group = Familien
role-network-group = Vores netværk
role-professional-group = Fra kommunen
# $n: alder
age-years = { $n ->
    [one] { $n } år
   *[other] { $n } år
}
person-and-relation = { $name }, { $relation }
whole-family = Hele familien
invite = Inviter
here-now = her nu
here-writing = skriver nu
here-writes-card = { $name } skriver

## Pladserne: hvem

column-dreams = Det drømmer vi om
column-ourselves = Det gør vi selv
column-network = Det hjælper vores netværk med
column-municipality = Det hjælper kommunen med
column-nomore = Det vil vi ikke have mere
column-dreams-short = Drømme
column-ourselves-short = Vi selv
column-network-short = Netværk
column-municipality-short = Kommunen
column-nomore-short = Ikke mere
columns-choose = Vælg plads
column-help = Hjælp, vi får i dag
# Hjælp fra andre, som denne læser ikke må se indholdet af
column-other-help = { $n ->
    [one] Familien får også anden hjælp. Den er ikke til dig at læse.
   *[other] Familien får også anden hjælp { $n } steder fra. Den er ikke til dig at læse.
}

## Tiden: hvornår

lane-now = Nu
lane-soon = Snart
lane-done = Færdigt
lane-now-most = højst { $n }
# Overskrift for skærmlæsere: »Nu, 2 kort«
lane-count = { $lane }, { $n ->
    [one] { $n } kort
   *[other] { $n } kort
}
column-count = { $column }, { $n ->
    [one] { $n } kort
   *[other] { $n } kort
}
place-in-lane = { $column }, { $lane }

## Kort: slags og felter

card-add = Skriv et kort
card-add-dream = Skriv en drøm
card-add-help = Skriv noget, vi får hjælp til
card-add-nomore = Skriv noget, vi ikke vil have
card-add-in = Skriv et kort under ”{ $column }”, { $lane }
card-add-title = Hvad skal der stå på kortet?
card-add-title-dream = Hvad drømmer I om?
card-add-title-help = Hvilken hjælp får I i dag?
card-add-title-nomore = Hvad vil I ikke have mere?
card-put = Læg kortet på bordet
card-put-dream = Læg drømmen på bordet
card-propose = Send forslaget
card-edit = Ret
card-edit-title = Ret ”{ $card }”
card-remove = Fjern
card-remove-title = Skal ”{ $card }” fjernes?
card-remove-body = Du kan fortryde lige bagefter.
card-remove-agreements = { $n ->
    [one] Der er { $n } aftale på kortet. Den bliver også fjernet.
   *[other] Der er { $n } aftaler på kortet. De bliver også fjernet.
}
card-remove-yes = Fjern kortet
card-keep = Behold kortet
card-words = Jeres ord
card-who = Hvem gør det?
card-who-help = Hvem hjælper?
card-who-nobody = Ikke valgt endnu
card-when = Hvornår?
card-when-hint = Med jeres ord: hver aften, fra januar.
card-why = Hvorfor giver det mening for os?
card-serves = Hvilken drøm hører det til?
card-serves-none = Ikke nogen drøm
card-serves-nothing = Hører ikke til en drøm endnu
# Skærmlæser: stjernen på kortet
card-serves-dream = Hører til drømmen ”{ $dream }”
card-picture = Vælg et billede
card-picture-none = Intet billede
card-place = Hvor skal det ligge?
card-done-on = gjort { $date }
card-position = Kort { $n } af { $total }
duty-label = Er det frivilligt?
duty-neither = Ikke sagt
duty-voluntary = Frivilligt
duty-duty = Pligt

## Hvem kan se kortet

audience-label = Hvem kan se det?
audience-table = Alle ved bordet
audience-family = Kun de voksne i familien
audience-only = Kun os, jeg vælger
audience-only-me = Kun mig
audience-stored = Andre ved bordet kan ikke se det. Det er gemt hos kommunen og kan blive en del af jeres sag.
audience-is-family = Kun familien kan se kortet.
audience-is-only-me = Kun du kan se kortet.
# $names: en liste
audience-is-only = Kun { $names } kan se kortet.

## Flyt: alt, hvad en finger kan trække, kan også trykkes

move = Flyt
move-grip = Træk kortet
move-title = Flyt ”{ $card }”
move-who = Hvem gør det?
move-when = Hvornår?
move-here = ligger her
move-up = Op
move-down = Ned
move-swap = byt
move-now-full = Der ligger tre kort. Byt med et af dem.
move-proposed = Dit forslag om ”{ $card }” er sendt. Familien svarer.
swap-title = Der ligger tre kort i Nu
swap-body = Hvilket kort skal vente, så ”{ $card }” kan komme i Nu?
swap-with = Byt med ”{ $card }”
swap-no = Lad det vente

## Træk: sagt højt af skærmlæseren

drag-how = Tryk på mellemrum for at løfte kortet. Flyt det med piletasterne. Tryk igen for at lægge det. Escape lægger det tilbage.
drag-lifted = ”{ $card }” er løftet. Det lå i { $place }, nummer { $n } af { $total }.
drag-over-column = { $column }, nummer { $n } af { $total }.
drag-dropped = ”{ $card }” er flyttet fra { $from } til { $to }, nummer { $n } af { $total }.
drag-stayed = ”{ $card }” ligger, hvor det lå.
drag-cancelled = Fortrudt. ”{ $card }” er tilbage i { $place }.
drag-gone = Kortet blev fjernet, mens du flyttede det.
drag-mark = Her
drag-no-title = Her kan kortet ikke ligge
drag-full-title = Nu er fuld
drag-full-body = Slip kortet her, så kan I bytte det med et af de tre.

## Aftaler under et kort

agreement = Aftale
agreements-title = Det har vi aftalt
agreement-add = Lav en aftale
agreement-what = Hvad aftaler vi?
agreement-holder = Hvem har aftalen?
agreement-holder-none = Ingen endnu
agreement-due = Senest hvornår?
agreement-due-by = senest { $date }
agreement-edit = Ret aftalen
agreement-remove = Fjern aftalen
agreement-remove-title = Skal aftalen ”{ $agreement }” fjernes?
agreement-how = Hvordan går det?
agreement-holder-is = { $name } har aftalen
kept-notyet = Ikke endnu
kept-partly = Noget af det
kept-kept = Holdt
kept-set = Nu står der ”{ $kept }”.
orphans-title = Aftaler, som ingen har lige nu
orphan-no-holder = Ingen har aftalen.
orphan-holder-left = Ingen har aftalen. { $name } er ikke ved bordet mere.
orphan-past-due = Skulle være gjort { $date }.
orphan-silent = Der er ikke sagt noget om aftalen i 14 dage.
orphan-find = Find en, der tager den

## Forslag: en anden vil gerne ændre noget

proposal-has = { $name } har et forslag
proposal-to = til ”{ $card }”
proposal-on-card = { $name } har et forslag. Det står øverst.
proposal-add-card = { $name } foreslår et nyt kort: ”{ $card }”
proposal-edit-card = { $name } foreslår at ændre ”{ $card }”
proposal-move-card = { $name } foreslår at flytte ”{ $card }”
proposal-remove-card = { $name } foreslår at fjerne ”{ $card }”
proposal-add-agreement = { $name } foreslår en aftale om ”{ $card }”
proposal-edit-agreement = { $name } foreslår at ændre en aftale om ”{ $card }”
proposal-remove-agreement = { $name } foreslår at fjerne en aftale om ”{ $card }”
proposal-keep-agreement = { $name } siger, hvordan det går med ”{ $card }”
proposal-other = { $name } foreslår noget
proposal-by-at = { $relation } · { $date }
proposal-before = Sådan er det nu
proposal-after = Sådan kan det blive
proposal-before-nothing = Kortet er ikke på bordet endnu.
proposal-before-no-agreement = Aftalen er der ikke endnu.
proposal-after-nothing = Kortet er ikke på bordet mere.
proposal-after-no-agreement = Aftalen er der ikke mere.
proposal-why = Hvorfor?
proposal-yes = Ja
proposal-change = Ret
proposal-no = Nej tak
proposal-no-hurry = I behøver ikke svare i dag.
proposal-change-title = Hvordan skal det være i stedet?
proposal-change-send = Sådan skal det være
proposal-waits = Familien svarer, når det passer dem.
proposal-mine = Dit forslag venter på familien
proposal-withdraw = Tag forslaget tilbage
proposal-withdrawn = Forslaget er taget tilbage.
proposal-why-ask = Hvorfor foreslår du det?
proposal-why-hint = Familien læser det, før de svarer.
proposal-accepted = I har sagt ja. Det ligger på bordet nu.
proposal-declined = I har sagt nej tak. Der sker ikke mere.

## Det, andre gør, mens vi ser på

remote-added = { $name } lagde ”{ $card }” på bordet.
remote-edited = { $name } rettede ”{ $card }”.
remote-agreement = { $name } skrev en aftale om ”{ $card }”.
remote-proposed = { $name } har et forslag til jer.
# Når det ikke er til at se, hvem der gjorde det
remote-card-moved = ”{ $card }” ligger nu i { $place }.
remote-card-removed = Et kort ligger ikke på tavlen mere.
remote-many = { $n ->
    [one] Der er sket { $n } ting på tavlen.
   *[other] Der er sket { $n } ting på tavlen.
}
also-wrote = { $name } skrev også: ”{ $words }”
also-take = Brug det, { $name } skrev
also-keep = Behold det, der står

## Gemt: tre ærlige trin

saved-not-yet = Gemmer
saved-device = Kun på denne telefon
saved-device-computer = Kun på denne computer
saved-sent = Sendt
saved-saved = Gemt
saved-waiting = { $n ->
    [one] { $n } ting venter på at blive gemt
   *[other] { $n } ting venter på at blive gemt
}
offline = Du er ikke på nettet. Vi gemmer, når du er på igen.
storage-denied = Denne browser gemmer ikke noget. Vent med at lukke, til der står ”Gemt”.

## Bakken: ord, der ikke kom på bordet

tray-title = Det kom ikke på bordet
tray-body = Ingen ord er væk. De ligger her.
tray-again = Prøv igen
tray-dismiss = Læg det væk
tray-what-add = Nyt kort: ”{ $words }”
tray-what-edit = Rettelse af ”{ $card }”: ”{ $words }”
tray-what-move = Flytning af ”{ $card }”
tray-what-remove = Fjern ”{ $card }”
tray-what-agreement = Aftale: ”{ $words }”
tray-what-answer = Svar på et forslag
tray-what-other = En ændring

## Fortryd

undo = Fortryd
undo-card-moved = ”{ $card }” er flyttet.
undo-card-added = ”{ $card }” er lagt på bordet.
undo-card-edited = ”{ $card }” er rettet.
undo-card-removed = ”{ $card }” er fjernet.
undo-agreement = Aftalen er skrevet.
undo-agreement-removed = Aftalen er fjernet.
undone = Det er fortrudt.

## De 14 dage

clock-asks = { $n ->
    [0] I dag spørger { $name }, hvordan det går
    [one] Om { $n } dag spørger { $name }, hvordan det går
   *[other] Om { $n } dage spørger { $name }, hvordan det går
}
clock-day = Dag { $n } af { $total }
clock-calls = Dag { $n } af { $total }. { $name } ringer { $date }.
clock-late = { $name } skulle have spurgt { $date }. Ring gerne selv.
clock-say = Sig, hvordan det går
clock-none = I har ikke aftalt, hvornår I tales ved igen.

## Før I begynder (version 1 af teksterne)

texts-title = Før I begynder
text-a-title = Tavlen er jeres
text-a = Tavlen er jeres. Her skriver vi det, I drømmer om, og det vi aftaler. Kommunen er også med. Kommunen har pligt til at skrive vigtige ting ned og gemme dem i jeres sag. I kan altid bede om at se jeres sag. Skriv kun det, I vil have, at andre ved.
text-b-title = Når et barn ikke har det godt
text-b = Alle, der arbejder i kommunen, skal sige det videre, hvis de er bekymrede for et barn. Det er en lov. Som regel taler vi med jer først. Det sker ikke her på tavlen.
texts-version = Tekst nummer { $n }
texts-read-one = Jeg har læst det
texts-not-consent = Du siger ikke ja til noget. Du siger kun, at du har læst det.
texts-show = Læs om tavlen og kommunen

## Tomme pladser: hvad de er til, og det første skridt

empty-dreams = Hvad drømmer I om?
empty-dreams-body = Stort eller småt. Bare begynd. I kan altid skrive det om.
empty-ourselves = Hvad kan I selv gøre?
empty-network = Hvem kan hjælpe jer?
empty-municipality = Hvad skal kommunen hjælpe med?
empty-nomore = Er der noget, I får, som I ikke vil have?
empty-or-begin = Eller begynd her:
empty-works = Hvad fungerer godt?
empty-guest = Familien har ikke skrevet noget endnu.

## Når noget ikke kan lade sig gøre. Én sætning for hver grund, og hvem der kan hjælpe

refusal-card-gone = Kortet er her ikke mere.
refusal-agreement-gone = Aftalen er her ikke mere.
refusal-proposal-gone = Forslaget er her ikke mere.
refusal-member-gone = Den person sidder ikke ved bordet.
# $kind: dream, goal eller help. $column: dreams, ourselves, network, municipality eller nomore
refusal-wrong-place = { $kind ->
    [dream] En drøm ligger sammen med de andre drømme.
    [help] Hjælp, I får i dag, ligger hos kommunen eller under ”Det vil vi ikke have mere”.
   *[other] { $column ->
        [dreams] Her ligger kun drømme. Skriv drømmen som et nyt kort.
        [nomore] Her ligger kun hjælp, I får i dag. Vil I ikke det her mere, så fjern kortet.
       *[other] Vælg også, om det er nu, snart eller færdigt.
    }
}
refusal-now-is-full = Der ligger tre kort i Nu. Byt med et af dem.
refusal-no-words = Der står ikke noget endnu. Skriv et par ord.
# $n: så mange tegn er der plads til
refusal-too-long = { $n ->
    [one] Der er plads til { $n } tegn. Skriv det lidt kortere.
   *[other] Der er plads til { $n } tegn. Skriv det lidt kortere.
}
refusal-not-your-agreement = Den, der har aftalen, siger selv, hvordan det går. Det kan familien også.
refusal-only-the-family = Det er familien, der svarer på forslag.
refusal-not-your-proposal = Kun den, der kom med forslaget, kan tage det tilbage.
refusal-proposal-changed = Der er ændret noget, siden du læste forslaget. Læs det igen.
refusal-nothing-to-undo = Der er ikke noget at fortryde.
refusal-changed-since = En anden har ændret det siden. Derfor bliver det stående.
# $name: den, der skulle gøre det
refusal-cannot-see-it = { $name } kan ikke se kortet og kan derfor ikke gøre det.
refusal-plan-full = Der er ikke plads til mere på tavlen. Fjern noget, der er færdigt.
refusal-not-at-the-table = Du sidder ikke ved dette bord.
refusal-id-taken = Noget gik galt hos os. Prøv igen.
refusal-thing-gone = Det er her ikke mere. Det kan være ændret eller taget tilbage.
refusal-not-yours = Det kan kun den, der har skrevet det eller givet lov.
refusal-ask-the-contact = Voksne i familien kan ikke tage hinanden fra bordet. Tal med jeres faste kontakt.
refusal-last-at-the-table = Der skal være mindst én voksen fra familien ved bordet.
refusal-nothing-to-answer = Der er ikke noget at svare på lige nu. Måske er der allerede svaret.
refusal-wrong-day = Den dag passer ikke. Vælg en anden dag.
refusal-not-help = Det kan man kun skrive på et kort med hjælp, I får.
refusal-other = Det kunne ikke lade sig gøre.

ask-the-family = Spørg familien.
ask-the-holder-nobody = Spørg den, der har aftalen.
ask-the-contact = Spørg { $name }. Ring { $phone }.
ask-the-contact-no-phone = Spørg { $name }.
ask-the-contact-nobody = Spørg jeres faste kontakt.

## Fejl: hvad der skete, og hvad man gør nu

problem-signed-out = Du er logget ud.
problem-signed-out-do = Log ind igen. Det, du har skrevet, er ikke væk.
problem-not-found = Den side findes ikke, eller den er ikke til dig.
problem-not-found-do = Gå til forsiden, og find den derfra. Eller ring til den, du plejer at tale med.
problem-bad-input = Vi forstod ikke det, der blev sendt.
problem-bad-input-do = Hent siden igen, og prøv en gang til.
problem-too-large = Det er for meget på én gang.
problem-too-large-do = Skriv lidt kortere, eller del det i to.
problem-wrong-origin = Planen kan ikke vises på denne hjemmeside.
problem-wrong-origin-do = Åbn planen på kommunens egen side.
problem-bad-ticket = Forbindelsen var blevet for gammel.
problem-bad-ticket-do = Hent siden igen. Det, du har skrevet, er ikke væk.
problem-wrong-protocol = Tavlen er blevet ny, siden du åbnede den.
problem-wrong-protocol-do = Hent siden igen. Det, du har skrevet, er ikke væk.
problem-too-many = Der kommer for meget på én gang.
problem-too-many-do = Vent et øjeblik, og prøv igen.
problem-too-slow = Nettet er for langsomt lige nu.
problem-too-slow-do = Vi prøver igen af os selv.
problem-storage = Vi kan ikke gemme lige nu.
problem-storage-do = Det, du har skrevet, bliver her. Vi prøver igen.
problem-stopping = Vi starter lige om.
problem-stopping-do = Vent et øjeblik. Tavlen kommer igen af sig selv.
problem-unexpected = Noget gik galt hos os.
problem-unexpected-do = Prøv igen om lidt. Bliver det ved, så ring til jeres faste kontakt.

## Når tavlen ikke kan starte i browseren. Planen står stadig at læse

widget-failed = Her kan I læse planen. Tavlen, man kan skrive på, kunne ikke starte.
widget-failed-wasm-blocked-csp = Hjemmesiden lader ikke tavlen starte. I kan læse planen her.
widget-failed-wasm-mime = Tavlen blev sendt forkert. I kan læse planen her.
widget-failed-wasm-network = Tavlen kunne ikke hentes. I kan læse planen her. Prøv igen, når nettet er bedre.
widget-failed-wasm-unsupported = Browseren er for gammel til tavlen. I kan læse planen her.
widget-failed-wasm-panic = Tavlen gik i stå. I kan læse planen her. Det, I har skrevet, er ikke væk.
widget-failed-duplicate-version = Der er to udgaver af tavlen på siden. Den første bliver brugt.
widget-reloading = Vi henter tavlen igen.

## Billedernes navne

picture-swim-to = svømme
picture-cook-chef-1a = kok
picture-football = fodbold
picture-morning = morgen
picture-walk-to = gå
picture-cook-to = lave mad
picture-house = hus
picture-read-to = læse
picture-talk-2-to = tale sammen
picture-work-to = arbejde
picture-bus = bus
picture-bicycle = cykel
picture-help-to = hjælpe
picture-school = skole
picture-money = penge
picture-happy-lady = glad

# Hjælpen, der bliver givet, og ønsket om at slutte den
help-often = { $weeks ->
    [1] { $n ->
        [1] 1 gang om ugen
       *[other] { $n } gange om ugen
    }
   *[other] { $n ->
        [1] 1 gang hver { $weeks }. uge
       *[other] { $n } gange på { $weeks } uger
    }
}
help-ends = slutter { $date }
help-ended = sluttede { $date }
wish-answers = { $name } svarer senest { $date }.
wish-nobody = Der er ikke valgt nogen til at svare.
wish-title = Hvem svarer jer om ”{ $card }”?
wish-when = Senest hvornår?
wish-change = Skift
wish-fine = Det er fint
load-much = I har allerede mange aftaler om ugen. Er der noget, der kan slutte først?
wish-waited = { $n ->
    [0] I har spurgt i dag.
    [1] I har ventet 1 dag.
   *[other] I har ventet { $n } dage.
}
wish-ends = Det slutter { $date }.
wish-decided = Kommunen har taget stilling. Det står på kortets egen side.
wish-stays = Det kan ikke stoppes. Tal med { $name } om det.

# En aftale, der kommer igen, og den, der er spurgt
repeat-every = { $n ->
    [1] hver { $days }
   *[other] hver { $n }. uge: { $days }
}
repeat-day = dag
repeat-at = kl. { $time }
repeat-until = til { $date }
ask-me = Du er spurgt, om du vil tage den.
ask-them = { $name } er spurgt og har ikke svaret endnu.
ask-yes = Ja, jeg tager den
ask-no = Nej, jeg kan ikke
ask-yes-they = { $name } har sagt ja
ask-no-they = { $name } kan ikke
ask-taken = Tak. Nu er aftalen taget.
ask-not-taken = Det er helt i orden. Nu kan en anden blive spurgt.

# Mere om et kort
card-more-title = Mere om ”{ $card }”
card-all = Se alt om kortet
card-new = Nyt siden sidst.
say-need-help = Jeg har brug for hjælp
say-wrong = Det her er forkert
say-differently = Jeg ser det anderledes
say-does-not-fit = Det passer ikke med resten af planen
say-said = Det er sagt. Det står på kortet, til I har talt om det.
say-settled = Det står ikke på kortet mere.
says-need-help = { $name } har brug for hjælp.
says-wrong = { $name } siger, at noget her er forkert.
says-differently = { $name } ser det anderledes.
says-does-not-fit = { $name } siger, at det ikke passer med resten af planen.
ours-now = ”{ $card }” gør I selv nu.
new-title = { $n ->
    [1] Der er nyt på 1 kort
   *[other] Der er nyt på { $n } kort
}
new-show = Se, hvad der er nyt

# Pennen
pen-mine = Du skriver for { $name }. Det, du skriver, er { $name }s ord.
pen-theirs = { $name } skriver for { $family } lige nu.
pen-give-back = Giv pennen tilbage
pen-take = Tag pennen tilbage
pen-taken = Pennen er hos familien igen.

proposal-member = { $name } foreslår, at { $card } kommer med ved bordet
proposal-seat = { $card } vil gerne sidde med ved bordet
proposal-strength = { $name } foreslår en styrke: { $card }
proposal-ran-out = Ingen svarede, og forslaget er løbet ud. Du kan foreslå det igen.
