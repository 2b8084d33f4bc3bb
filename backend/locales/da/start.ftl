### En ny plan begynder med tre spørgsmål. Ingen af dem skal besvares.

looked-how-start = { $who } begyndte på planen.
start-welcome = Velkommen til bordet
start-welcome-about = Her er tomt endnu. Vi begynder med tre spørgsmål. Du kan springe over.
start-begin = Begynd
start-question-of = Spørgsmål { $n } af 3
start-added = Det står på bordet
start-skip = Spring over
start-onward = Videre
start-may-be-empty = Du kan lade det stå tomt.
start-dreams = Hvad drømmer I om?
start-dreams-about = Stort eller småt. Det er drømmene, resten af planen skal passe til.
start-dream = En drøm
start-dream-hint = For eksempel: at hente børnene klokken tre. At spille fodbold igen. En ven at cykle med.
start-dreams-seen = Alle ved bordet kan læse drømmen. Du kan altid lave den om.
start-no-more = Er der noget, I får, som I ikke vil have?
start-no-more-about = Hjælp, der ikke hjælper, må gerne slutte. I behøver ikke forklare det.
start-no-more-what = Det vil vi ikke have mere
start-no-more-hint = For eksempel: besøg hjemme hver uge. Et kursus til. Møder, hvor barnet skal oversætte.
start-no-more-why = Vil du sige hvorfor?
start-no-more-then = Så bliver der spurgt med det samme. Du kan se, hvem der svarer, og hvornår.
start-no-more-put = Det vil vi ikke mere
start-people = Hvem skal sidde med ved bordet?
start-people-about = Dem, I selv vælger. Ingen skal godkende dem.
start-people-see = De ser det, alle ved bordet ser. Der bliver ikke sendt noget, før du selv inviterer dem.
start-people-put = Sæt en stol frem
start-name = Navn
start-relation = Hvem er det for jer?
start-relation-hint = For eksempel: mormor, nabo, veninde, træner.
start-phone = Telefon
start-end = Så står der noget på bordet
start-end-about = Det her er jeres plan nu. Den må gerne være lille. I kan skrive mere, når I vil.
start-nothing = Her står ikke noget endnu.
start-write = Skriv noget
start-invite = Vil du invitere nogen, så gå til:
start-to-board = Gå til tavlen

## En fra kommunen begynder en plan for en ny familie

new-plan = En ny familie
new-plan-about = Her begynder en tom plan. Det er familien, der skriver på den.
new-plan-family = Hvad kalder familien sig selv?
new-plan-family-hint = For eksempel: Familien Holm.
new-plan-adult = En voksen i familien
new-plan-then = Du bliver familiens faste kontakt. Bagefter får du et link, som du giver til den voksne.
new-plan-lost = Bliver linket væk, kan du lave et nyt under ”Os omkring bordet”, indtil familien er kommet ind.
new-plan-do = Begynd planen
