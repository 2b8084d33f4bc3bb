### Valget af hvem man er, også fra en anden hjemmeside.

signin-title = Velkommen til bordet
signin-demo-title = Det her er en prøve
signin-demo = Alle familier og navne er opdigtede. Skriv ikke noget om rigtige mennesker.
signin-choose = Hvem vil du være?
signin-choose-body = Vælg en person. Så ser du planen, som den person ser den.
signin-nobody = Der er ingen at vælge endnu.
page-embed-title = Tavlen på en anden hjemmeside
page-embed-for = Du logger ind for at bruge tavlen på { $origin }.
page-embed-done = Du er logget ind. Du kan lukke vinduet.
page-embed-alone = Vinduet kan ikke finde den side, det blev åbnet fra. Luk det, og prøv igen derfra.
signin-work = Arbejde
signin-work-body = Her finder mennesker og arbejdspladser hinanden.
signin-consultant = jobkonsulent
signin-seeker = søger arbejde
signin-lost = Du var logget ud. Det, du sendte, er ikke gemt. Log ind her. Gå så tilbage med browserens tilbage-knap, og send det igen.
signin-erased = Din profil er slettet.
