### Regler fra loven, som matchningen regner med.

rules-municipality = Kommunen afgør.
rules-check = Det her er det, matchningen regner med, når den ser efter på forhånd. Er en regel ikke efterprøvet, så slå den op.
rules-topics = Hvad reglerne handler om
# $day: dag med år
rules-checked = Regler efterset { $day }
rules-source = Læst i
law-rule = Reglen:
law-says = Det siger en regel:
law-not-sure = Den er ikke efterprøvet.
rules-school-free = Skolefri
rules-school-free-about = Her må unge, der går i skole, arbejde flere timer. Hver kommune skriver sine egne dage i filen.
rules-school-free-none = Filen nævner ingen skolefri dage. Er timerne flere end i en uge med skole, bliver kommunen spurgt.
rules-days = { $from } til { $to }
rules-may-change = Kan blive ændret:
# $case: Verified, Unverified, NotYet, Expired
rules-standing = { $case ->
    [Verified] efterprøvet
    [Unverified] ikke efterprøvet
    [NotYet] gælder ikke endnu
    [Expired] udløbet
   *[other] ikke efterprøvet
}
rules-from = Gælder fra { $from }
rules-from-to = Gælder fra { $from } til { $to }
rules-figure = { $case ->
    [Years] { $number } år
    [Months] { $number } måneder
    [Weeks] { $number } uger
    [Days] { $number } dage
    [Hours] { $number } timer
    [Minutes] { $number } minutter
    [OClock] kl. { $number }
    [Kilograms] { $number } kilo
    [People] { $number } personer
    [Times] { $number } gange
    [Percent] { $number } procent
   *[Kroner] { $number } kr.
}
rules-not-found = Ingen regel passer til det, du søger. Prøv et andet ord.
rules-files = Filer med regler
rules-files-about = En ny fil er en kladde, til en kollega har sammenlignet den og valgt den dag, den gælder fra.
rules-load = Giv en ny fil med regler (JSON)
rules-load-button = Læs som kladde
rules-shipped = Fulgte med programmet.
rules-loaded = Givet { $day } af { $name }
rules-draft = kladde
rules-counts-now = gælder nu
rules-counts-from = gælder fra { $day }
rules-replaced = afløst
rules-bad = Filen kan ikke bruges. Intet er ændret.
rules-fault = { $case ->
    [NotJson] Det er ikke JSON. Gem filen som JSON i UTF-8.
    [Missing] Feltet mangler. Skriv det.
    [WrongKind] Der står noget af en anden slags. Se, hvordan det står i den fil, der fulgte med.
    [NotKnown] Feltet kender vi ikke. Ret navnet, eller fjern det.
    [EndsBeforeItBegins] Den sidste dag ligger før den første. Ret en af dem.
   *[Overlaps] Reglen står to gange for de samme dage. Ret dagene.
}
rules-back = Tilbage til reglerne
rules-differences = Det, der bliver anderledes
rules-no-differences = Filen siger det samme som den, der gælder nu.
rules-count-about = Først når en dag er valgt, regner matchningen med filen. Alle lister husker, hvilken fil de er lavet efter.
rules-count-day = Gælder fra
rules-count = Lad den gælde
rules-make-draft = Gør den til kladde igen
rules-added = ny
rules-removed = fjernet
rules-changed = ændret
rules-file-itself = Filen selv
rules-field = Felt
rules-before = Nu
rules-after = I filen
rules-field-name = { $case ->
    [checked] Efterset
    [about] Om filen
    [school_free] Skolefri
    [topic] Emne
    [text] Tekst
    [value] Tal
    [legal_ref] Hjemmel
    [valid_to] Sidste dag
    [source] Læst i
    [confidence] Hvor sikkert
    [remark] Bemærkning
   *[may_change] Kan blive ændret
}
rules-confidence = { $case ->
    [Low] efter hukommelsen eller udledt
    [Medium] en ældre side, eller ikke hele teksten
   *[High] lovens tekst eller myndighedens egen side
}
