### Hvordan går det? Hver 14. dag siger familien det, og det gør alle, der har lovet noget.

paper-follow-up = Hvordan går det?
# $who: fra looked-who
looked-how-follow-up = { $who } så, hvordan det går.
# $date: en dag
follow-last = Sidst talte vi om det { $date }.
follow-never = Vi har ikke talt om det endnu.
follow-next = Næste gang er { $date }.
# $n: så mange dage er der til
follow-in-days = { $n ->
    [one] Det er om { $n } dag.
   *[other] Det er om { $n } dage.
}
follow-today = Vi taler sammen i dag.
# $date: den dag, der er gået
follow-late = Vi skulle have talt sammen { $date }. Det er ikke jeres skyld. Ring gerne.
follow-late-others = Vi skulle have talt sammen { $date }. Familien venter på at høre fra os.
follow-done-title = Har vi talt sammen?
follow-done-about = Så skriver vi det ned. Næste gang er om 14 dage.
follow-done = Ja, vi har talt sammen

## Det, den enkelte selv siger

pulse-title = Sig, hvordan det går
pulse-question = Hvordan går det med det, du har lovet?
pulse-question-family = Hvordan går det for dig?
pulse-words = Med dine egne ord
pulse-words-hint = Du behøver ikke skrive noget.
pulse-promises = Har de andre holdt det, de lovede jer?
pulse-needs-help = Jeg sidder fast. Jeg har brug for hjælp.
pulse-who-reads = Det læser familien og den faste kontakt. Andre ser det ikke.
pulse-who-reads-family = Det læser familien og jeres faste kontakt. Andre ser det ikke.
pulse-send = Sig det
promises-kept = Ja
promises-partly = Noget af det
promises-notkept = Nej
heard-title = Det har vi hver især sagt
heard-nothing = Ingen har sagt noget endnu.
heard-promises = Har de andre holdt, hvad de lovede?
heard-needs-help = Sidder fast og har brug for hjælp.

## Det, der er lovet

promised-by-municipality = Det har kommunen lovet
promised-by-network = Det har vores netværk lovet
promised-by-family = Det har vi selv lovet
promised-by-the-network = Det har familiens netværk lovet
promised-by-the-family = Det har familien lovet
promised-by-me = Det har du lovet
# $date: fra page-today og de andre
promised-last-day = Sidste gang: { $date }
promised-first-day = Første gang er { $date }.

## Fem ansigter

face-veryhard = Det er meget svært
face-hard = Det er svært
face-soso = Det går
face-well = Det går godt
face-ourselves = Det klarer vi selv
