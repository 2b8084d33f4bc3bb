### Det, der er sket, som den læser så det. $who er »Du« eller et navn, $card ordene på kortet.

history-nothing = Der er ikke sket noget endnu.
history-older = Vis det, der er ældre
history-of-card = Det er der sket med ”{ $card }”
history-you = Du
history-someone = En, der ikke er ved bordet mere,
history-a-card = et kort
history-before = Før
history-after = Nu
history-empty = Der stod ikke noget
new-nothing = Der er ikke noget nyt fra de andre.
# $day: fra page-today og de andre, $time: klokken
new-since = Det har de andre gjort, siden du var her { $day } kl. { $time }.
new-first = Du har ikke været her før. Det her er sket indtil nu.
new-the-plan = Om hele planen

history-made = { $who } lavede planen.
history-sat-down = Du kom til bordet.
history-undid = { $who } fortrød.
history-card-added = { $who } lagde ”{ $card }” på bordet under ”{ $place }”.
history-card-gone = { $who } tog ”{ $card }” af bordet.
history-card-gone-unnamed = { $who } tog et kort af bordet.
history-card-moved = { $who } flyttede ”{ $card }” fra ”{ $from }” til ”{ $to }”.
history-reordered = { $who } byttede om på kortene under ”{ $place }”.
history-words = { $who } skrev et kort om.
history-when = { $who } rettede, hvornår det er: ”{ $card }”.
history-why = { $who } rettede, hvorfor det giver mening: ”{ $card }”.
# $name: den, der gør det
history-who = { $who } skrev { $name } på ”{ $card }”.
history-who-nobody = { $who } tog navnet af ”{ $card }”.
history-serves = { $who } lagde ”{ $card }” til drømmen ”{ $dream }”.
history-serves-other = { $who } ændrede, hvilken drøm ”{ $card }” hører til.
history-shown-to-table = { $who } viser ”{ $card }” til alle ved bordet.
history-shown-to-family = { $who } viser kun ”{ $card }” til de voksne i familien.
history-shown-to-some = { $who } viser kun ”{ $card }” til nogle ved bordet.
history-picture = { $who } valgte et andet billede til ”{ $card }”.
history-voluntary = { $who } skrev, at ”{ $card }” er frivilligt.
history-duty = { $who } skrev, at ”{ $card }” er en pligt.
history-duty-unsaid = { $who } skrev ikke mere, om ”{ $card }” er en pligt.
history-agreement-made = { $who } skrev en aftale om ”{ $card }”: ”{ $agreement }”.
history-agreement-gone = { $who } fjernede aftalen ”{ $agreement }”.
history-agreement-words = { $who } skrev en aftale om ”{ $card }” om.
history-agreement-held = { $who } gav aftalen ”{ $agreement }” til { $name }.
history-agreement-held-by-nobody = { $who } tog navnet af aftalen ”{ $agreement }”.
history-agreement-due = { $who } satte en dag på aftalen ”{ $agreement }”: { $date }.
history-agreement-no-due = { $who } tog dagen af aftalen ”{ $agreement }”.
history-agreement-kept = { $who } sagde om aftalen ”{ $agreement }”: { $kept }.
history-proposed-add-card = { $who } foreslog et nyt kort: ”{ $card }”.
history-proposed-edit-card = { $who } foreslog at ændre ”{ $card }”.
history-proposed-move-card = { $who } foreslog at flytte ”{ $card }”.
history-proposed-remove-card = { $who } foreslog at fjerne ”{ $card }”.
history-proposed-add-agreement = { $who } foreslog en aftale om ”{ $card }”.
history-proposed-edit-agreement = { $who } foreslog at ændre en aftale om ”{ $card }”.
history-proposed-remove-agreement = { $who } foreslog at fjerne en aftale om ”{ $card }”.
history-proposed-other = { $who } foreslog noget om ”{ $card }”.
# $name: den, der foreslog det
history-yes = { $who } sagde ja til forslaget fra { $name } om ”{ $card }”.
history-no = { $who } sagde nej tak til forslaget fra { $name } om ”{ $card }”.
history-taken-back = { $who } tog forslaget om ”{ $card }” tilbage.
history-member-came = { $who } gav { $name } en plads ved bordet.
history-member-left = { $who } skrev, at { $name } ikke er ved bordet mere.
history-member-changed = { $who } rettede noget om { $name }.
history-informed = { $who } læste ”Før I begynder”.
history-contact = { $who } skrev { $name } som fast kontakt.
history-contact-none = { $who } skrev, at der ikke er en fast kontakt lige nu.
history-other = { $who } rettede noget i planen.
