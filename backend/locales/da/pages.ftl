### Siderne rundt om planen. Tavlens egne tekster står i frontend/locales; her står kun det, som serverens sider siger.

app-name = Bordenden
language-choose = Vælg sprog
language-da = Dansk
language-en = English
language-en-xa = Pseudo, lange ord
language-ar-xb = Pseudo, fra højre
# $name: det, familien kalder sig selv
board-title-of = Vores plan · { $name }
# $date: dagen i dag
print-made = Skrevet ud { $date }
lane-nothing = Her ligger ikke noget endnu.
proposals-title = Forslag til jer
sign-out = Log ud
signed-in-as = Du er { $name }
signin-switch = Skift person
plans-choose = Hvilken plan vil du se?
page-no-script = Tavlen har brug for JavaScript. Du kan læse planen her.
page-skip = Gå til planen
page-home = Til forsiden
page-guests = Andre ved bordet
# $case: jan … nov, other
page-month = { $case ->
    [jan] januar
    [feb] februar
    [mar] marts
    [apr] april
    [may] maj
    [jun] juni
    [jul] juli
    [aug] august
    [sep] september
    [oct] oktober
    [nov] november
   *[other] december
}
# $day: dagens tal, $month: fra page-month
page-date = { $day }. { $month }
page-today = I dag
page-yesterday = I går
# $case: mon … sat, other
page-weekday = { $case ->
    [mon] Mandag
    [tue] Tirsdag
    [wed] Onsdag
    [thu] Torsdag
    [fri] Fredag
    [sat] Lørdag
   *[other] Søndag
}
# $weekday: fra page-weekday, $date: fra page-date
page-weekday-date = { $weekday } { $date }
# Klokken
page-time = { $hour }.{ $minute }
page-to-desk = Til skrivebordet
page-to-entrance = Til virksomhedernes side
page-place-gone = Måske er pladsen taget. De pladser, der er nu, står på din side.
