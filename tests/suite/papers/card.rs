//! One card with everything about it, read and written on by everyone who sees it, and by nobody else.

use super::{at_noon, lund, paper, read, send};
use shared::ids::{AgreementId, CardId};
use shared::plan::{AgreementEdit, Assign, Duty, Intent, Kept, Remark, Says};
use tests::server::{Database, TestServer};
use tests::socket::{TestSocket, new_id};

/// The card whose words begin so.
fn card(socket: &TestSocket, begins: &str) -> CardId {
    let mut cards = socket.plan.cards();
    cards
        .find(|card| card.words.words.starts_with(begins))
        .expect("the card")
        .card_id
}

fn agreement(socket: &TestSocket, begins: &str) -> AgreementId {
    let mut agreements = socket.plan.agreements();
    let found = agreements.find(|agreement| agreement.words.words.starts_with(begins));
    found.expect("the agreement").agreement_id
}

fn address(card_id: CardId) -> String {
    paper(&format!("cards/{card_id}"))
}

/// One of the page's forms, filled in. `fields` are as the page names them, without what tells its forms apart.
fn form(deed: &str, about: &str, fields: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let own = [
        ("change_id", new_id().to_string()),
        ("do", deed.into()),
        ("about", about.into()),
    ];
    let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned()));
    own.into_iter().chain(fields).collect()
}

async fn seated(server: &TestServer, name: &str) -> (String, TestSocket) {
    let session = server.site.sign_in(name).await;
    let socket = server.site.open(&session, lund()).await;
    (session, socket)
}

#[tokio::test]
async fn a_card_tells_what_it_is_and_one_that_is_hidden_is_not_there() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let (status, page) = read(site, &hers, &address(card(&maja, "Mormor henter"))).await;
    assert_eq!(status, 200);
    for words in [
        "Så kan jeg blive på arbejdet til klokken to.",
        "Det hjælper vores netværk med, Nu",
        "Jeg vil have et arbejde, hvor jeg kan hente pigerne klokken tre",
        "Alle ved bordet kan se det.",
        "Lige nu er det: ",
        "Det har vi aftalt",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let (_, page) = read(site, &hers, &address(card(&maja, "Liv læser hjemme"))).await;
    assert!(page.contains("Det tjener ingen drøm endnu."));
    // The same words for what is hidden as for what never was; nothing of it happens either.
    let hidden = card(&maja, "Jeg taler med nogen");
    assert_eq!(read(site, &hers, &address(hidden)).await.0, 200);
    let birthes = site.sign_in("Birthe").await;
    let remark = || form("remark", "wrong", &[("words", "Kanariefugl")]);
    for card_id in [hidden, CardId::MAX] {
        assert_eq!(read(site, &birthes, &address(card_id)).await.0, 404);
        let (status, body) = send(site, &birthes, &address(card_id), &remark()).await;
        assert!(
            status == 404 && !body.contains("svært") && !body.contains("Kanariefugl"),
            "{body}"
        );
    }
    maja.ping().await;
    assert_eq!(maja.plan.remarks_of(hidden).count(), 0);
}

#[tokio::test]
async fn the_one_who_is_asked_answers_and_the_family_tells_the_answer_of_its_own_people() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let card_id = card(&maja, "Mormor henter");
    let fields = [("words", "Sanne henter, når mormor er syg")];
    let sanne = maja.member("Sanne").to_string();
    let ask = form(
        "agree",
        "",
        &[fields[0], ("holder", &sanne), ("so_that", "jeg kan blive"), ("due", "")],
    );
    let (status, place) = send(site, &hers, &address(card_id), &ask).await;
    assert!(status == 303 && place.contains("done=saved"), "{place}");
    maja.until("the agreement", |maja| {
        maja.plan
            .agreements()
            .any(|one| one.asked.is_some() && one.card_id == card_id)
    })
    .await;
    let asked = agreement(&maja, "Sanne henter").to_string();
    let (_, page) = read(site, &hers, &address(card_id)).await;
    for words in [
        "Venter på ja fra Sanne.",
        "så jeg kan blive",
        "Sanne har sagt ja",
        "Sanne kan ikke",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let sannes = site.sign_in("Sanne").await;
    let (_, page) = read(site, &sannes, &address(card_id)).await;
    for words in ["Det venter på dig", "Ja, jeg tager den", "Nej, jeg kan ikke"] {
        assert!(page.contains(words), "{words}");
    }
    // Nobody else from outside the family answers for her.
    let karins = site.sign_in("Karin").await;
    let yes = || form("answer", &asked, &[("yes", "yes")]);
    let (status, page) = send(site, &karins, &address(card_id), &yes()).await;
    assert!(status == 422 && page.contains("Det blev ikke gemt"), "{page}");
    assert_eq!(send(site, &sannes, &address(card_id), &yes()).await.0, 303);
    let (_, page) = read(site, &hers, &address(card_id)).await;
    assert!(page.contains("Sanne har aftalen") && !page.contains("Venter på ja fra Sanne."));
    // She passes it on, and keeps it until there is a yes.
    let birthe = maja.member("Birthe").to_string();
    assert_eq!(
        send(
            site,
            &sannes,
            &address(card_id),
            &form("pass", &asked, &[("holder", &birthe)])
        )
        .await
        .0,
        303
    );
    let (_, page) = read(site, &hers, &address(card_id)).await;
    assert!(page.contains("Venter på ja fra Birthe.") && page.contains("Sanne har aftalen"));
}

#[tokio::test]
async fn a_small_burst_is_made_by_a_form_and_each_of_its_days_is_told_of() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let card_id = card(&maja, "Liv læser hjemme");
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| (day, "on"));
    let when = [
        ("at", "20:00"),
        ("from", "2026-11-12"),
        ("until", "2026-11-18"),
        ("weeks", "1"),
    ];
    let me = maja.member_id.to_string();
    let what = [
        ("words", "Vi læser sammen"),
        ("holder", me.as_str()),
        ("so_that", "det bliver en vane"),
    ];
    let burst = form("agree", "", &[&what[..], &days[..], &when[..]].concat());
    assert_eq!(send(site, &hers, &address(card_id), &burst).await.0, 303);
    maja.until("the burst", |maja| {
        maja.plan.agreements_of(card_id).any(|one| one.repeats.is_some())
    })
    .await;
    let id = agreement(&maja, "Vi læser sammen");
    let (_, page) = read(site, &hers, &address(card_id)).await;
    assert!(
        page.contains("hver aften kl. 20 i en uge fra 12. november, så det bliver en vane"),
        "{page}"
    );
    assert!(page.contains("Næste gang: Fredag 13. november kl. 20"));
    let tick = |day: &str| form("tick", &format!("{id}/{day}"), &[("kept", "partly")]);
    assert_eq!(send(site, &hers, &address(card_id), &tick("2026-11-12")).await.0, 303);
    maja.ping().await;
    let ticks = &maja.plan.agreement(id).unwrap().ticks;
    assert!(matches!(ticks[..], [tick] if tick.kept == Kept::Partly));
    // Not one of its days; and a day that is none.
    let (status, page) = send(site, &hers, &address(card_id), &tick("2026-11-11")).await;
    assert!(status == 422 && page.contains("Den dag passer ikke."), "{page}");
    let nonsense = form("agree", "", &[("words", "Ordene bliver stående"), ("due", "2027-02-30")]);
    let (status, page) = send(site, &hers, &address(card_id), &nonsense).await;
    assert!(status == 422 && page.contains("value=\"Ordene bliver stående\""), "{page}");
}

#[tokio::test]
async fn a_wish_is_answered_by_a_decision_that_is_shown_as_one() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, maja) = seated(&server, "Maja").await;
    let visits = card(&maja, "Besøg hjemme");
    let (_, page) = read(site, &hers, &address(visits)).await;
    assert!(page.contains("I har ventet 9 dage.") && page.contains("Karin Dahl svarer senest 17. november."));
    let karins = site.sign_in("Karin").await;
    let (_, page) = read(site, &karins, &address(visits)).await;
    assert!(page.contains("Familien vil gerne have svar på, hvornår det her holder op."));
    assert!(!page.contains("Det hjælper ikke</button>"), "only the family rates");
    let decided = form(
        "decided",
        "",
        &[
            ("words", "Besøgene fortsætter en måned"),
            ("decided_on", "2026-11-11"),
            ("reference", "27-114"),
            ("complain", "Skriv til Karin inden fire uger"),
            ("complain_by", "2026-12-09"),
            ("ends", "2026-12-12"),
        ],
    );
    assert_eq!(send(site, &karins, &address(visits), &decided).await.0, 303);
    let (_, page) = read(site, &hers, &address(visits)).await;
    for words in [
        "Afgørelse fra kommunen",
        "Besøgene fortsætter en måned",
        "27-114",
        "Skriv til Karin inden fire uger",
        "9. december",
        "Det holder op 12. december.",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("I har ventet"));
    // It cannot be stopped: why, and whom to call.
    let karin = maja.member("Karin").to_string();
    let stays = form("stays", "", &[("words", "Det står i loven"), ("talk_to", &karin)]);
    assert_eq!(send(site, &karins, &address(visits), &stays).await.0, 303);
    let (_, page) = read(site, &hers, &address(visits)).await;
    assert!(page.contains("Det kan ikke stoppes lige nu.") && page.contains("Det står i loven"));
    assert!(page.contains("Tal med Karin Dahl om det.") && page.contains("href=\"tel:12345678\""));
    // One who is not asked does not answer.
    let (_, thomas) = seated(&server, "Thomas").await;
    assert!(thomas.plan.card(visits).is_none());
}

#[tokio::test]
async fn what_is_not_ones_own_to_change_is_proposed_or_refused_in_words() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let reading = card(&maja, "Liv læser hjemme");
    let before = maja.plan.proposals().count();
    let mettes = site.sign_in("Mette").await;
    let edit = form(
        "edit",
        "",
        &[
            ("words", "Liv læser hjemme og i skolen"),
            ("words_was", "Liv læser hjemme"),
            ("why_ask", "Hun bliver glad"),
        ],
    );
    let (status, place) = send(site, &mettes, &address(reading), &edit).await;
    assert!(status == 303 && place.contains("done=asked"), "{place}");
    maja.until("the proposal", |maja| maja.plan.proposals().count() > before)
        .await;
    assert!(maja.plan.proposals().any(|proposal| proposal.why == "Hun bliver glad"));
    let (_, page) = read(site, &mettes, &address(reading)).await;
    assert!(page.contains("Foreslå det"));
    // Only the family's own word counts on whether help helps.
    let help = card(&maja, "Ekstra voksen");
    let rate = || form("rate", "", &[("rating", "does-not-help")]);
    let (status, page) = send(site, &mettes, &address(help), &rate()).await;
    assert!(status == 422 && page.contains("Det blev ikke gemt"), "{page}");
    assert_eq!(send(site, &hers, &address(help), &rate()).await.0, 303);
    assert!(read(site, &hers, &address(help)).await.1.contains("Det hjælper ikke"));
    // What no form of the page says.
    for nonsense in [form("anything", "", &[]), form("kept", "x", &[("kept", "kept")])] {
        assert_eq!(send(site, &hers, &address(help), &nonsense).await.0, 422);
    }
}

#[tokio::test]
async fn two_who_see_it_differently_both_stand_beside_the_card_until_they_have_talked() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let reading = card(&maja, "Liv læser hjemme");
    let mettes = site.sign_in("Mette").await;
    let differently = form("remark", "differently", &[("words", "Hun læser fint i skolen")]);
    assert_eq!(send(site, &mettes, &address(reading), &differently).await.0, 303);
    let (_, page) = read(site, &hers, &address(reading)).await;
    for words in [
        "Vi ser det forskelligt",
        "Hun læser fint i skolen",
        "På kortet står der",
        "Vi har talt om det",
    ] {
        assert!(page.contains(words), "{words}");
    }
    maja.ping().await;
    let is_it = |remark: &&std::sync::Arc<Remark>| remark.words == "Hun læser fint i skolen";
    let remark = maja.plan.remarks_of(reading).find(is_it).unwrap().clone();
    let remark_id = remark.remark_id.to_string();
    assert_eq!(remark.says, Says::SeeItDifferently);
    // Another helper has no part in settling it.
    let sannes = site.sign_in("Sanne").await;
    let settle = || form("settle", &remark_id, &[]);
    assert_eq!(send(site, &sannes, &address(reading), &settle()).await.0, 422);
    assert_eq!(send(site, &hers, &address(reading), &settle()).await.0, 303);
    maja.until("the talk", |maja| maja.plan.remark(remark.remark_id).is_none())
        .await;
    let (_, page) = read(site, &hers, &address(reading)).await;
    assert!(!page.contains(&remark_id));
}

#[tokio::test]
async fn that_one_may_say_no_stands_only_where_it_is_true() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, maja) = seated(&server, "Maja").await;
    let free = "Det er frivilligt. Du må gerne sige nej.";
    let mut seen = [0; 3];
    for card in maja.plan.cards() {
        let (_, page) = read(site, &hers, &address(card.card_id)).await;
        assert_eq!(
            page.contains(free),
            card.duty == Some(Duty::Voluntary),
            "{}",
            card.words.words
        );
        let is_duty = card.duty == Some(Duty::Duty);
        assert_eq!(page.contains("så finder Karin Dahl ud af det sammen med dig"), is_duty);
        seen[card.duty.map_or(0, |duty| if duty == Duty::Duty { 1 } else { 2 })] += 1;
    }
    assert!(seen.iter().all(|cards| *cards > 0), "{seen:?}");
    // The family says it otherwise.
    let talk = card(&maja, "Samtale om arbejde");
    assert_eq!(
        send(site, &hers, &address(talk), &form("duty", "", &[("duty", "voluntary")]))
            .await
            .0,
        303
    );
    assert!(read(site, &hers, &address(talk)).await.1.contains(free));
    // A change nobody has made by a form reads the same.
    let (_, mut again) = seated(&server, "Maja").await;
    let id = agreement(&again, "Thomas skriver dagen før");
    let clear = AgreementEdit {
        holder: Some(Assign::Clear),
        ..AgreementEdit::of(id)
    };
    again.ask(Intent::EditAgreement(clear)).await;
    assert!(read(site, &hers, &address(talk)).await.1.contains("Ingen har aftalen."));
}
