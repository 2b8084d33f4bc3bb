### Hvem har kigget på planen. Familien læser det.

looked-about = Hver gang nogen ser jeres plan, står det her.
looked-with-own = Vis også, når du selv har kigget
looked-without-own = Vis kun de andre
looked-nobody = Ingen andre har kigget endnu.
# Efter sætningen, når det er sket flere gange samme dag
looked-times = { $n ->
    [one] { $n } gang
   *[other] { $n } gange
}
# $name: personens navn, $role: hvem det er for familien
looked-who = { $name }, { $role },
looked-contact = jeres faste kontakt
looked-role-family = fra familien
looked-role-network = fra jeres netværk
looked-role-professional = fra kommunen
looked-role-interpreter = tolk
looked-role-guest = gæst ved bordet
# $who: »Du« eller »Karin Dahl, jeres faste kontakt,«
looked-how-board = { $who } åbnede tavlen.
looked-how-board-again = { $who } kom tilbage til tavlen.
looked-how-page = { $who } åbnede planens side.
looked-how-api = { $who } hentede planen med et andet program.
looked-how-name = { $who } så jeres navn på en liste over planer.
looked-how-new = { $who } så, hvad der er nyt.
looked-how-history = { $who } læste, hvad der er sket.
looked-how-card = { $who } læste alt om et kort.
looked-how-help = { $who } læste om den hjælp, I får.
looked-how-looked = { $who } så, hvem der har kigget.
looked-how-consents = { $who } så, hvem der må se hvad.
looked-how-as = { $who } så planen som en anden ved bordet.
looked-how-people = { $who } så, hvem der sidder om bordet.
# $who: den, linket er til
looked-how-invitation = Linket til { $who } blev åbnet.
looked-somehow = { $who } så planen.
