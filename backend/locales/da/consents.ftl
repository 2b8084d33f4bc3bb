### Hvem må se hvad: det, nogen har sagt ja til, at andre må se.

paper-consents = Hvem må se hvad
consents-about = Her står, hvad I har sagt ja til, at andre må se. Den, der har sagt ja, kan altid ændre mening.
consents-about-me = Her står, hvad familien har åbnet for dig, og hvor længe.
consents-none = I har ikke åbnet noget for nogen endnu.
consents-none-for-me = Familien har ikke åbnet noget særligt for dig.
consents-now = Det er åbent nu
# $name: den, der må se det, $what: kortet eller overskriften, $date: den sidste dag
consents-one = { $name } må se { $what } til og med { $date }.
consents-one-me = Du må se { $what } til og med { $date }.
# $who: »Du« eller et navn, $date: dagen, hvor der blev sagt ja
consents-given = { $who } sagde ja { $date } til tekst { $version } ({ $language }).
consents-was-read-aloud = Teksten blev læst højt.
consents-withdraw = Jeg har ændret mening
consents-still-seen = Du har ændret mening. { $name } kan stadig se det, fordi det også er åbent på en anden måde.
# Tekst M. $name: den, der ikke mere kan se det
consent-text-m = Du har ændret mening. { $name } kan ikke se det mere fra nu af. Det, de allerede har læst, kan vi ikke tage tilbage.
consents-give = Lad nogen se noget
consents-give-about = Vælg først. Så ser du, hvad der bliver anderledes, før du siger ja eller nej.
consents-to = Hvem skal kunne se det?
consents-what = Hvad?
consents-one-card = Ét kort
consents-column = Alle kort under en overskrift
consents-until = Hvor længe?
consents-14-days = 14 dage
consents-3-months = 3 måneder
consents-a-year = 1 år
consents-show = Vis, hvad der bliver anderledes
consents-role-network = alle fra jeres netværk
consents-role-coordinator = jeres faste kontakter
consents-role-professional = alle, der arbejder for kommunen ved bordet
consents-role-guest = alle gæster ved bordet
consents-the-card = kortet ”{ $card }”
consents-the-column = alle kort under ”{ $column }”
consents-question = Må { $name } se { $what } til og med { $date }?
consents-would-change = Hvis du siger ja
consents-would-see = Så kommer { $name } til at se det her, som ikke kan ses nu:
consents-nothing-changes = Det ændrer ikke noget lige nu: { $name } kan allerede se det, eller der er ikke noget at se endnu.
# Tekst C. $name: den, der må se det. Ændres ordene, får teksten et nyt nummer.
consent-text-c = { $name } kan se dette kort og skrive på det. { $name } kan ikke se andet, der er lukket. Du må gerne sige nej. Du kan ændre mening senere. Så kan { $name } ikke se det mere.
# $what: overskriften
consent-text-c-column = { $name } kan se { $what } og skrive på dem, også på kort, der kommer senere. Kort, som kun nogle få må se, er ikke med. { $name } kan ikke se andet, der er lukket. Du må gerne sige nej. Du kan ændre mening senere. Så kan { $name } ikke se dem mere.
consents-text-version = Tekst { $version }
consents-read-aloud = Teksten er læst højt for mig
consents-yes = Ja, det må I gerne
consents-no = Nej, det må I ikke
