### Døren til ens egen side om arbejde: et link, der virker én gang.

own-page-title = Din side om arbejde
own-page-hello = Hej { $name }. Her kan du se pladser til dig, din profil, din uge og det, du bliver spurgt om.
own-page-yours = Siden er din. Det er kun dig, der må åbne den.
own-page-open = Ja, det er mig. Åbn min side
# $me: den, der er logget ind, $name: den, linket er til
own-page-join-about = Du er logget ind som { $me }. Er det også dig, der er { $name } her? Så kan du lægge siden til. Dem, du har en plan sammen med, ser den ikke.
own-page-join = Det er mig. Læg siden til
own-page-other-about = Er du { $name }, men ikke { $me }? Så bliver { $me } logget ud her.
own-page-other = Åbn siden som { $name }
own-page-not-you = Er det ikke dig? Luk siden. Der er ikke sket noget.
own-page-used-do = Er det dig, der har brugt linket, så log ind, som du plejer. Ellers bed din jobkonsulent om et nyt.
own-page-old-do = Bed din jobkonsulent om et nyt link.
own-page-unknown-do = Måske er der lavet et nyere link. Spørg din jobkonsulent.
own-page-desk = Egen side
own-page-none = Ingen egen side endnu. Et link åbner den, én gang og inden 14 dage.
own-page-by-link = Har sin egen side og er kommet ind med et link. Et nyt link lukker den gamle vej ind.
own-page-has = Har sin egen side og logger selv ind.
own-page-make = Lav et link til egen side
own-page-make-again = Lav et nyt link
own-page-made = Linket er lavet
own-page-until = Det virker én gang og senest { $day }. Giv det kun til den, siden er til. Det kan sendes, eller skrives af på papir.
own-page-link = Link til egen side
own-page-once = Vi viser det kun nu. Er det væk, så lav et nyt.
own-page-back = Tilbage til personen
