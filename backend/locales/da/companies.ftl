### Virksomhedsbogen og det, virksomhederne fortæller.

desk-save = Gem
desk-stale = En anden har rettet det imens. Se, hvordan det er nu, og tryk igen.
desk-place-gone = En anden har fjernet pladsen imens. Det, du har skrevet, står her endnu. Gem, hvis den skal skrives ind igen.
desk-done-removed = Fjernet.
desk-done-confirmed = Bekræftet i dag. Gælder i fire uger.
desk-done-company-no = Gemt. De to vises ikke for hinanden mere. Den, der sagde ja, kan læse det på sin egen side.
desk-done-no-yes = Intet er gemt. Der er ikke noget ja, som venter.
desk-done-contact = Skrevet i bogen.
desk-done-signal-taken = Du ringer. Kollegerne kan se det.
desk-done-signal-other = En kollega var først og ringer.
desk-done-signal-left = En anden kan ringe nu.
desk-done-signal-done = Færdig. Den står nu nederst på siden i 28 dage.
desk-done-signal-open = Åben igen.
desk-done-saved-signal = Det, virksomheden fortalte, er færdigt.
desk-done-company = Virksomheden står i bogen. Nu pladsen.
desk-done-promise-kept = Løftet er holdt.
desk-done-promise-open = Løftet står der igen.

signals-head = Fra virksomhederne
signals-badge = Nye
signals-order = dem, der har ventet længst på et opkald, øverst
signals-entrance = Virksomhedens indgang
signals-none = Ingen virksomheder venter på et opkald.
signals-new = { $n ->
    [one] Én virksomhed venter på et opkald.
   *[other] { $n } virksomheder venter på et opkald.
}
signals-see = Se dem
signals-room = har plads
signals-hands = mangler hænder
signals-tag-new = ny
signals-tag-taken = i gang
signals-tag-many = kom sammen med mange andre
signals-rest = { $n ->
    [one] 1 virksomhed til
   *[other] { $n } virksomheder til
}
signals-rest-about = Hvem de kunne passe til, står her, når dem ovenfor er færdige.
signals-more = { $n ->
    [one] 1 vises ikke endnu. Den kommer frem, når nogen af dem ovenfor er færdige.
   *[other] { $n } vises ikke endnu. De kommer frem, når nogen af dem ovenfor er færdige.
}
signals-take = Jeg ringer
signals-leave = En anden må ringe
signals-take-over = Jeg tager den over
signals-you-call = du ringer
signals-calls = { $name } ringer
signals-make-place = Skriv pladsen ind
signals-make-company = Ny virksomhed ud fra det her
signals-done = Færdig
signals-finished = Færdige de sidste 28 dage
signals-tag-done = færdig
signals-reopen = Åbn igen
signals-heard = Det har de fortalt
# Det, der står i samtalen, når den bliver skrevet ud fra det, virksomheden har fortalt. $text: deres egne ord
signals-said = { $case ->
    [task] Opgaver: { $text }
    [must] Skal kunne: { $text }
    [nice] Rart, hvis: { $text }
   *[not-when] Ring helst ikke: { $text }
}
signals-could-fit = Kunne passe til
signals-nowhere = Vi kan ikke se, hvor det er. Vejen er ikke regnet med.

companies-order = dem, vi har lovet noget, øverst
companies-new = Ny virksomhed
companies-none = Her kommer de virksomheder, vi taler med. Skriv den første ind.
companies-not-found = Ingen virksomhed passer til det, du søger. Prøv et andet ord.
companies-nobody-talked = ingen har talt med dem endnu
# $name: kollegaen, $with: hvem i virksomheden
companies-talked = { $name } talte med { $with }
companies-promised = Lovet:
companies-promised-by = (senest { $day })
companies-late = over tiden
companies-kept = Holdt
companies-kept-on = holdt { $day }
companies-call = Må vi ringe?
companies-call-welcome = Ring gerne
companies-call-noted = Ring kun som noteret
companies-call-not = Ring ikke
companies-call-not-why = De ringer selv.
companies-colleague = { $day }: { $name } talte med dem.
companies-colleague-first = Tal med din kollega, før du ringer.
companies-cvr = CVR-nr.
companies-cvr-hint = Otte cifre. Kan stå tomt.
companies-public = offentlig
companies-is-public = Det er en offentlig arbejdsgiver
companies-name = Navn
companies-book = Det har vi talt om
companies-book-empty = Ingen har skrevet noget endnu.
companies-write-talk = Skriv en samtale ned
companies-with = Talte med
companies-phone = Telefon
companies-note = Det har de brug for
companies-note-hint = Også det, den næste bør vide, før der bliver ringet.
companies-what-promised = Det har vi lovet
companies-when-promised = Senest
companies-edit = Ret virksomheden
companies-workplaces = Arbejdssteder
companies-first-workplace = Det første arbejdssted
companies-first-talk = Den første samtale
companies-new-workplace = Nyt arbejdssted
companies-remove = Fjern virksomheden
companies-remove-workplace = Fjern arbejdsstedet
companies-in-the-way = Det kan ikke fjernes endnu. Det her står i vejen:
companies-way-not-call = De har bedt os om ikke at ringe. Det ved vi kun, så længe virksomheden står her.
companies-way-promise = Vi har lovet dem noget, som ikke er holdt endnu. Det står øverst på siden.
companies-edit-workplace = Ret arbejdsstedet
companies-workplace-name = Navn på stedet
companies-community = By
companies-p-number = P-nr.
companies-no-p-number = intet P-nr. endnu
companies-staff = Fuldtidsansatte de seneste fire måneder
companies-staff-hint = Den seneste til sidst, for eksempel 12,4. Alle fire eller ingen.
companies-staff-month = Måned
companies-staff-unknown = Vi ved ikke, hvor mange der er ansat. Spørg.
companies-supported = { $n ->
    [one] Én er der nu med støtte
   *[other] { $n } er der nu med støtte
}
companies-supported-now = Er der nu med støtte
companies-supported-hint = Timer om ugen og sidste dag for hver.
companies-supported-hours = Timer
companies-supported-until = Sidste dag
companies-no-places = Ingen pladser endnu.
companies-slip-with = Skriv, hvem du talte med.
companies-slip-promised-by = Skriv en dag, der kommer.
companies-slip-note = Skriv, hvad de har brug for.
companies-slip-name = Skriv, hvad virksomheden hedder.
companies-slip-workplace = Skriv, hvad stedet hedder.
companies-slip-community = Vælg den by, stedet ligger i.
companies-slip-staff = Skriv fuldtidsansatte for alle fire måneder som 12 eller 12,4.
companies-slip-supported = Skriv både timer om ugen og sidste dag for hver, der er der med støtte.
companies-slip-cvr-taken = Det CVR-nummer står allerede i bogen under en anden virksomhed.
companies-gone = Virksomheden er fjernet af en anden imens. Gem, hvis den skal i bogen igen.
companies-workplace-gone = Arbejdsstedet er fjernet af en anden imens. Gem, hvis det skal skrives ind igen.
# $field: cvr eller p_number
companies-bad-number = { $case ->
    [digits] »{ $text }« er ikke et nummer. Skriv kun cifre.
    [length] »{ $text }« har ikke det rigtige antal cifre. CVR-nummer har otte, P-nummer ti.
   *[other] »{ $text }« er ikke et CVR-nummer. Et ciffer er forkert.
}

places-runs-out = løber ud { $day }
places-has-run-out = løb ud { $day }
places-open-until = åben til { $day }
places-running-out = { $n ->
    [one] 1 løber ud i denne uge
   *[other] { $n } løber ud i denne uge
}
places-lapsed = Løbet ud: ring og hør, om de er der endnu
places-tomorrow = Job i morgen
companies-known = Står den her allerede? Én, der står her to gange, bliver ringet op to gange.
companies-another = Nej, det er en anden
