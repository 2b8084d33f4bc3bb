### En plads, som den bliver skrevet ned, mens virksomheden er i telefonen.

place-form-where = Hvor
place-form-workplace = Arbejdssted
place-form-no-workplace = Der er ingen arbejdssteder endnu.
place-form-unknown = Vi kender ikke stedet. Vælg det, hvis det står i bogen under et andet navn. Ellers:
place-form-choose = Vælg
place-form-what = Hvad er det?
place-form-title = Det kalder virksomheden den
place-form-title-hint = For eksempel: varer på hylder
place-form-occupation = Ligner mest
place-form-seats = Hvor mange kan begynde
place-form-seats-none = Ingen ledige nu. Pladsen vises ikke til nogen, før der står mindst 1.
place-form-subsidy = Kommunen har bekræftet, at løntilskud kan lade sig gøre her
place-form-subsidy-hint = Kun for løntilskud. Det gælder alle, der kan begynde, så længe pladsen varer.
place-form-tasks = Opgaver
place-form-tasks-about = Opgaver skåret ud af det, der allerede bliver gjort. Ikke en stilling.
place-form-tasks-typed = Skriv opgaverne, en på hver linje
place-form-tasks-hint = Fylde hylder, pakke varer. Vi finder dem på listen.
place-form-shifts = Hvornår
place-form-shifts-about = En linje for det, der har samme pause og kan flyttes lige meget.
place-form-when = Dage og tider
place-form-when-like = man-fre 8.30-12.30, tir 14-16 ulige fra uge 3
place-form-row = Tider, linje { $n }
place-form-pause = Pause uden løn
place-form-earlier = Kan begynde før
place-form-later = Kan begynde senere
place-form-days = Kan ligge på
place-form-shortest = Kan være så kort (timer)
place-form-needed-or-not = Hvis det kniber
place-form-needed = skal dækkes
place-form-optional = kan undværes
place-form-no-minutes = nej
place-form-least = Færrest timer om ugen, der kan bruges
place-form-least-hint = Tomt: alle tiderne.
# $week: nummeret på den uge af pladsen, vagten begynder i
place-from-week = fra uge { $week }
place-form-youth = Reglerne for unge
place-form-youth-about = Et forhåndstjek efter regelfilen. Spørg, hvis du er i tvivl.
place-form-youth-ok = holder reglerne
place-form-youth-breaks = holder ikke reglerne
place-form-dates = Fra hvornår, og hvad så?
place-form-start = Første dag
place-form-end = Sidste dag
place-form-end-hint = Tomt: åben. Praktik og løntilskud har en sidste dag. Et dag-til-dag-job er på én dag.
place-form-afterwards = Bagefter
place-form-paid = Løn fra en bestemt uge
place-form-paid-week = Fra uge nummer
place-form-mentor = Der er en fast makker
place-form-languages = Sprog
place-form-must = Skal tales
place-form-nice = Rart hvis
place-form-no-language = intet
place-form-language = Sprog
place-form-level = Hvor godt
place-form-colleagues = En kollega taler
place-form-demands = Det kræver arbejdet
place-form-demands-about = Kun det, man ikke kan komme uden om.
place-form-demand = Arbejdet kræver
place-form-lifts = Der løftes højst (kilo)
place-form-certificates = Skal have
place-form-could = Det vil virksomheden tale om
place-form-could-about = Hvis det gør det muligt for nogen.
place-form-spare = En anden kan tage
place-form-could-lift = Kan nøjes med (kilo)
place-form-start-until = Kan vente med at begynde til
place-form-lift-from = Nogen kan køre med fra
place-form-lift-from-hint = Byer, med komma imellem
place-form-buddy = En kollega hjælper med sproget
place-form-look = Se, hvem det passer til
place-form-confirm = Bekræft i dag
place-form-remove = Fjern pladsen
place-form-has-courses = Nogen er eller har været i gang her, så pladsen bliver stående.
place-form-see-courses = Se hvem på pladsens side
place-form-nobody = Ingen passer helt lige nu.

place-slip-workplace = Vælg et arbejdssted.
place-slip-kind = Vælg, hvad det er.
place-slip-title = Skriv, hvad virksomheden kalder det.
place-slip-occupation = Vælg det arbejde, det ligner mest.
place-slip-long = En tekst er for lang. Skriv den kortere.
place-slip-many = Der er for mange opgaver. Del dem på to pladser.
place-slip-task = Vælg, hvad der menes med
place-slip-shortest = Skriv den korteste tid i timer, for eksempel 3 eller 3,5.
place-slip-days = Skriv dagene som man, tir, ons.
place-slip-hours = Skriv timer om ugen som 15 eller 12,5.
place-slip-seats = Skriv, hvor mange der kan begynde: mindst 1.
place-slip-number = Et tal er for stort, eller det er ikke et tal.
place-slip-day = Skriv en dag, der findes.
place-slip-backwards = Den sidste dag ligger før den første.
place-slip-over = Den sidste dag er gået.
place-slip-few-days = Et dag-til-dag-job er på 1 til 5 dage, og tiderne skal ligge på dem.
place-slip-paid-week = Skriv, fra hvilken uge der er løn.
place-slip-language = Vælg, hvor godt sproget skal tales.
place-slip-lift-from = En af byerne kender vi ikke. Skriv den, som den hedder på kortet.
# $word: det, der ikke kunne læses
place-unread = { $case ->
    [nothing] skriv dage og tider, for eksempel man-fre 8-12.
    [long] det er for langt.
    [word] »{ $word }« forstår vi ikke. Skriv for eksempel man-fre 8-12.
    [time] »{ $word }« er ikke et klokkeslæt. Skriv for eksempel 8.30.
    [no-end] efter »{ $word }« mangler, hvornår det slutter.
    [backwards] »{ $word }« slutter, før det begynder.
    [no-day] skriv en dag før »{ $word }«.
    [no-time] skriv en tid efter »{ $word }«.
    [which] »{ $word }«: skriv lige eller ulige uger.
   *[other] skriv dag og tid efter »{ $word }«.
}
