### Det, der står om et menneske og en plads ved bordet, og vejen videre fra det.

person-papers = Papirer
person-knows = Kender
person-bound = Bundet
person-bound-hours = { $hours } t om ugen andre steder
# Det, konsulenten har skrevet om, hvad der kan lade sig gøre.
person-terms = Rammer
person-outside-ratio = Bruger ikke en plads i det antal, et sted højst må have.
compare-back = Tilbage til { $name }
