### Felter, der ikke kunne læses, i profilen og i skrivebordets skemaer.

# $title: sidens navn
slip-title = Ret: { $title }
# $field: feltet, $number: hvilket af flere
slip-row = { $field }, nr. { $number }
# $least, $most: det mindste og det største tal
slip-number = Skriv et helt tal fra { $least } til { $most }.
slip-hours = Skriv timer om ugen, hele eller med kvarter, for eksempel 15 eller 12,5.
slip-day = Skriv en dag, der findes, for eksempel 2026-12-01.
# $most: så mange tegn
slip-long = Det er for langt. Skriv højst { $most } tegn.
slip-language = Vælg både sprog og hvor godt.
# $line: linjen, som den blev skrevet
slip-unknown = { $voice ->
    [own] Vælg, hvad du mener med »{ $line }«, eller skriv det om.
   *[other] Vælg, hvad der menes med »{ $line }«, eller skriv det om.
}
