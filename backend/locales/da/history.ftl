### Det, der er sket, som den læser så det. $who er »Du« eller et navn, $card ordene på kortet.

history-nothing = Der er ikke sket noget endnu.
history-older = Vis det, der er ældre
history-of-card = Det er der sket med ”{ $card }”
history-you = Du
history-you-within = du
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
# $name: den, der svarer, $date: senest
history-proposed-answers = { $who } foreslog, hvem der svarer om ”{ $card }”: { $name }, senest { $date }.
# $card: den, der er foreslået
history-proposed-member = { $who } foreslog, at { $card } kommer med ved bordet.
history-asked-for-seat = { $card } vil gerne sidde med ved bordet.
# $card: det, der er stærkt, $name: den, det handler om
history-proposed-strength = { $who } foreslog at skrive noget, der er stærkt: ”{ $card }”.
history-proposed-strength-of = { $who } foreslog at skrive noget stærkt om { $name }: ”{ $card }”.
history-proposed-other = { $who } foreslog noget om ”{ $card }”.
# $name: den, der foreslog det
history-yes = { $who } sagde ja til forslaget fra { $name } om ”{ $card }”.
history-no = { $who } sagde nej tak til forslaget fra { $name } om ”{ $card }”.
history-taken-back = { $who } tog forslaget om ”{ $card }” tilbage.
# $card: den, der gerne vil sidde med
history-seat-yes = { $who } sagde ja til, at { $card } sidder med ved bordet.
history-seat-no = { $who } sagde nej tak til, at { $card } sidder med ved bordet.
history-seat-ran-out = Ingen svarede { $card }, der gerne ville sidde med, og ønsket løb ud.
history-member-came = { $who } gav { $name } en plads ved bordet.
history-member-left = { $who } skrev, at { $name } ikke er ved bordet mere.
history-member-changed = { $who } rettede noget om { $name }.
history-informed = { $who } læste ”Før I begynder”.
history-contact = { $who } skrev { $name } som fast kontakt.
history-contact-none = { $who } skrev, at der ikke er en fast kontakt lige nu.
history-other = { $who } rettede noget i planen.
history-agreement-asked = { $who } spurgte, om { $name } vil tage aftalen ”{ $agreement }”.
history-agreement-not-mine = { $who } kan ikke tage aftalen ”{ $agreement }”.
history-agreement-not-theirs = { $who } skrev, at { $name } ikke kan tage aftalen ”{ $agreement }”.
history-agreement-mine = { $who } tog aftalen ”{ $agreement }”.
history-agreement-repeats = { $who } ændrede, hvornår aftalen ”{ $agreement }” kommer igen.
history-agreement-so-that = { $who } skrev, hvad aftalen ”{ $agreement }” gør muligt.
history-agreement-kept-on = { $who } sagde om aftalen ”{ $agreement }” den { $date }: { $kept }.
history-help-facts = { $who } rettede det, der står om hjælpen ”{ $card }”.
history-help-helps = { $who } sagde om ”{ $card }”: Det hjælper.
history-help-does-not-help = { $who } sagde om ”{ $card }”: Det hjælper ikke.
history-help-do-not-know = { $who } sagde om ”{ $card }”: Det ved jeg ikke endnu.
history-stop-asked = { $who } bad om, at ”{ $card }” stopper.
history-stop-taken-back = { $who } beder ikke mere om, at ”{ $card }” stopper.
# $name: den, der svarer, $date: senest
history-stop-answers = { $who } skrev, hvem der svarer om ”{ $card }”: { $name }, senest { $date }.
history-stop-ends = { $who } svarede: ”{ $card }” stopper { $date }.
history-stop-decided = { $who } svarede om ”{ $card }”: Det er bestemt et andet sted.
history-stop-decided-ends = { $who } svarede: Det er bestemt et andet sted, at ”{ $card }” stopper { $date }.
history-stop-stays = { $who } svarede, at ”{ $card }” bliver. Man kan tale med { $name } om det.
history-remark-help = { $who } bad om hjælp til ”{ $card }”.
history-remark-wrong = { $who } sagde, at der er noget forkert på ”{ $card }”.
history-remark-differently = { $who } sagde, at vi ser forskelligt på ”{ $card }”.
history-remark-does-not-fit = { $who } sagde, at ”{ $card }” ikke passer sammen med resten.
history-remark-settled = { $who } skrev, at der er talt om ”{ $card }”.
# $decision: det, kommunen har bestemt, i få ord
history-decision-written = { $who } skrev ned, hvad kommunen har bestemt: ”{ $decision }”.
history-decision-gone = { $who } fjernede det, der stod om, hvad kommunen har bestemt: ”{ $decision }”.
# $name: den eller dem, der må se det
history-consent-given = { $who } lader { $name } se ”{ $card }” til { $date }.
history-consent-given-column = { $who } lader { $name } se ”{ $column }” til { $date }.
history-consent-ended = ”{ $card }” er ikke mere vist til { $name }.
history-consent-ended-column = ”{ $column }” er ikke mere vist til { $name }.
history-stand-in = { $who } skrev { $name } som afløser for den faste kontakt.
history-stand-in-none = { $who } skrev, at der ikke er en afløser lige nu.
history-baton-under-way = { $who } vil give bolden videre til { $name }.
history-baton-agreed = { $who } sagde ja til, at { $name } bliver fast kontakt.
history-baton-taken = { $who } sagde ja til at være fast kontakt.
history-baton-stays = { $who } sagde, at bolden bliver, hvor den er.
history-pen-given = { $who } gav pennen til { $name }.
history-pen-back = Pennen er hos familien igen.
# $date: næste gang
history-followed-up = { $who } har spurgt, hvordan det går. Næste gang er { $date }.
history-pulse = { $who } fortalte, hvordan det går.
history-movement = { $who } fortalte, hvad der har rykket sig.
history-strength-written = { $who } skrev noget, der er stærkt: ”{ $words }”.
history-strength-gone = { $who } fjernede ”{ $words }” fra det, der er stærkt.
history-ran-out = Forslaget fra { $name } om ”{ $card }” løb ud.
history-card-gone-by-time = Et kort er ikke til dig at se mere. Tiden er gået.
history-time = Tiden
# $said: den, hvis ord det er, $wrote: den, der skrev dem
history-written-by = { $said } (skrevet af { $wrote })
