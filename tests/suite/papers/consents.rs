//! [L16] Who may see what: a yes with its text, one press to take it back, and the end that time alone brings.

use super::{NOON, at_noon, lund, paper, read, send};
use backend::plan::store::{changes_since, load};
use shared::day::Day;
use shared::ids::{CardId, MemberId, Millis, ProposalId};
use shared::live::wire::{Outcome, RefuseClass};
use shared::plan::{Audience, ConsentText, Grantee, Intent, Refusal, Scope};
use tests::server::{Database, TestServer};
use tests::socket::{TestSocket, change, dream, new_id};

const SECRET: &str = "Kanariefugl";
const HOUR_MS: Millis = 60 * 60 * 1000;

async fn open(server: &TestServer, name: &str) -> (TestSocket, String) {
    let session = server.site.sign_in(name).await;
    (server.site.open(&session, lund()).await, session)
}

/// A card that the family keeps to itself, opened to one member for some days from noon.
async fn opened(maja: &mut TestSocket, to: MemberId, days: i32) -> CardId {
    let (card, _) = maja.ask(dream(SECRET, Audience::Family)).await;
    let (_, outcome) = maja.ask(yes(to, card.into(), days)).await;
    assert_eq!(outcome, Outcome::Applied);
    card.into()
}

fn yes(to: MemberId, card_id: CardId, days: i32) -> Intent {
    Intent::GiveConsent {
        to: Grantee::Member(to),
        what: Scope::Card(card_id),
        until: Day::in_denmark(NOON).plus(days),
        text: ConsentText {
            version: 1,
            language: "da".into(),
            read_aloud: false,
        },
    }
}

#[tokio::test]
async fn a_consent_that_ends_at_midnight_leaves_open_windows_and_every_page() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let (mut maja, _) = open(&server, "Maja").await;
    let (mut karin, session) = open(&server, "Karin").await;
    let card = opened(&mut maja, karin.member_id, 0).await;
    karin.until("the card", |karin| karin.plan.card(card).is_some()).await;
    let reads = ["history", "consents"].map(paper);
    let reads = [format!("/api/plans/{}", lund()), format!("/plans/{}", lund())]
        .into_iter()
        .chain(reads);
    let reads: Vec<String> = reads.collect();
    clock.advance(11 * HOUR_MS);
    for address in &reads {
        let (status, body) = read(&server.site, &session, address).await;
        assert!(status == 200 && body.contains(SECRET), "{address} before midnight: {body}");
    }
    clock.advance(HOUR_MS);
    for address in &reads {
        let (status, body) = read(&server.site, &session, address).await;
        assert!(status == 200 && !body.contains(SECRET), "{address} after midnight: {body}");
    }
    let snapshots = karin.snapshots;
    karin.until("it is gone", |karin| karin.plan.card(card).is_none()).await;
    assert!(karin.snapshots == snapshots && karin.plan.consents().all(|consent| consent.what != Scope::Card(card)));
    maja.until("the consent gone", |maja| {
        maja.plan.consents().all(|consent| consent.what != Scope::Card(card))
    })
    .await;
    assert!(maja.plan.card(card).is_some());
    let log = changes_since(server.handle.app.db(), lund(), 0).await.unwrap();
    let last = log.last().unwrap();
    assert_eq!(last.member_id, MemberId::NOBODY);
    assert_eq!(last.change.as_ref().map(|change| &change.intent), Some(&Intent::Lapse));
}

#[tokio::test]
async fn what_ends_while_nobody_looks_is_over_before_anybody_joins() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let (mut maja, _) = open(&server, "Maja").await;
    let (karin, _) = open(&server, "Karin").await;
    let card = opened(&mut maja, karin.member_id, 3).await;
    server.handle.stop().await;
    clock.advance(4 * 24 * HOUR_MS);
    let config = backend::Config {
        clock: clock.clone(),
        ..database.demo()
    };
    let server = TestServer::with(config).await;
    let (karin, _) = open(&server, "Karin").await;
    assert!(karin.plan.card(card).is_none() && karin.snapshots == 1);
    // On disk, not only on the screen.
    let stored = load(server.handle.app.db(), lund()).await.unwrap().unwrap();
    assert!(stored.plan.consents().all(|consent| consent.what != Scope::Card(card)));
}

#[tokio::test]
async fn a_proposal_that_ran_out_is_told_to_its_maker_alone() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let (mut karin, _) = open(&server, "Karin").await;
    let (proposal, _) = karin.ask(dream(SECRET, Audience::Table)).await;
    let proposal_id = ProposalId::from(proposal);
    let (mut maja, _) = open(&server, "Maja").await;
    assert!(maja.plan.proposal(proposal_id).is_some());
    clock.advance(61 * 24 * HOUR_MS);
    maja.until("it is gone", |maja| maja.plan.proposal(proposal_id).is_none())
        .await;
    let has_run_out = |karin: &TestSocket| {
        let proposal = karin.plan.proposal(proposal_id);
        proposal.is_some_and(|proposal| proposal.ran_out_at.is_some())
    };
    karin.until("it has run out", has_run_out).await;
    // They have been away for so long that they sign in anew.
    for (name, is_told) in [("Karin", true), ("Maja", false)] {
        let session = server.site.sign_in(name).await;
        let (_, api) = read(&server.site, &session, &format!("/api/plans/{}", lund())).await;
        assert_eq!(api.contains(SECRET), is_told, "{name}");
    }
}

#[tokio::test]
async fn only_time_lets_time_go_by() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (mut maja, _) = open(&server, "Maja").await;
    let refused = Outcome::Refused {
        class: RefuseClass::Never,
        refusal: Some(Refusal::NotAtTheTable),
    };
    assert_eq!(maja.ask(Intent::Lapse).await.1, refused);
    let by_a_form = server
        .handle
        .app
        .hub()
        .decide(lund(), maja.member_id, change(Intent::Lapse))
        .await;
    assert_eq!(by_a_form, Some(refused));
}

#[tokio::test]
async fn before_a_yes_stands_what_it_would_change_and_one_press_takes_it_back() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let (mut maja, session) = open(&server, "Maja").await;
    let (mut karin, karins) = open(&server, "Karin").await;
    let (card, _) = maja.ask(dream(SECRET, Audience::Family)).await;
    let (card, to) = (CardId::from(card), karin.member_id);
    let (_, page) = read(&server.site, &session, &paper(&format!("consents?card={card}"))).await;
    assert!(page.contains(&format!("<option value=\"{card}\" selected")), "{page}");
    // Before the yes.
    let ask = paper(&format!("consents?to={to}&what={card}&days=14"));
    let (status, page) = read(&server.site, &session, &ask).await;
    assert_eq!(status, 200);
    for words in [
        "Må Karin Dahl se kortet ”Kanariefugl” til og med 26. november?",
        "Så kommer Karin Dahl til at se det her",
        "<li dir=\"auto\">Kanariefugl</li>",
        "Du må gerne sige nej.",
        "name=\"answer\" value=\"yes\"",
        "name=\"answer\" value=\"no\"",
        "name=\"read_aloud\"",
    ] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    assert!(karin.plan.card(card).is_none(), "a question shows nothing");
    let answer = |answer: &str| {
        [
            ("change_id", new_id().to_string()),
            ("to", to.to_string()),
            ("what", card.to_string()),
            ("until", "2026-11-26".to_owned()),
            ("language", "da".to_owned()),
            ("read_aloud", "true".to_owned()),
            ("answer", answer.to_owned()),
        ]
    };
    // A no asks nothing and changes nothing.
    let (status, place) = send(&server.site, &session, &paper("consents"), &answer("no")).await;
    assert!(status == 303 && !place.contains("done"), "{place}");
    assert!(karin.plan.card(card).is_none());
    let (status, _) = send(&server.site, &session, &paper("consents"), &answer("yes")).await;
    assert_eq!(status, 303);
    karin.until("the card", |karin| karin.plan.card(card).is_some()).await;
    let (_, page) = read(&server.site, &session, &paper("consents")).await;
    for words in [
        "Karin Dahl må se kortet ”Kanariefugl” til og med 26. november.",
        "til tekst 1 (Dansk)",
        "Teksten blev læst højt.",
    ] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    // The one it is given to reads what is open to them, and has nothing to press.
    let (_, page) = read(&server.site, &karins, &paper("consents")).await;
    assert!(
        page.contains("dig må se") || page.contains("må se kortet ”Kanariefugl”"),
        "{page}"
    );
    assert!(!page.contains("Jeg har ændret mening") && !page.contains("Lad nogen se noget"));
    // Changed my mind.
    let consent = maja
        .plan
        .consents()
        .find(|consent| consent.what == Scope::Card(card))
        .map(|consent| consent.consent_id);
    let consent = match consent {
        Some(consent) => consent,
        None => {
            maja.until("the consent", |maja| {
                maja.plan.consents().any(|consent| consent.what == Scope::Card(card))
            })
            .await;
            maja.plan
                .consents()
                .find(|consent| consent.what == Scope::Card(card))
                .unwrap()
                .consent_id
        }
    };
    let fields = [("change_id", new_id().to_string()), ("consent_id", consent.to_string())];
    let (status, _) = send(&server.site, &karins, &paper("consents/withdraw"), &fields).await;
    assert_eq!(status, 422, "only its giver takes it back");
    let fields = [("change_id", new_id().to_string()), ("consent_id", consent.to_string())];
    let (status, place) = send(&server.site, &session, &paper("consents/withdraw"), &fields).await;
    assert_eq!(status, 303);
    let snapshots = karin.snapshots;
    karin.until("it is gone", |karin| karin.plan.card(card).is_none()).await;
    assert_eq!(karin.snapshots, snapshots, "by a forget, in the window that is open");
    let (_, page) = read(&server.site, &session, &place).await;
    assert!(
        page.contains("Du har ændret mening. Karin Dahl kan ikke se det mere fra nu af."),
        "{page}"
    );
}

#[tokio::test]
async fn a_column_opens_what_it_holds_and_a_card_of_a_few_stays_closed() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let (mut maja, session) = open(&server, "Maja").await;
    maja.ask(dream(SECRET, Audience::Family)).await;
    maja.ask(dream("Kun mig", Audience::Only(vec![]))).await;
    let (_, page) = read(&server.site, &session, &paper("consents?to=Network&what=dreams&days=365")).await;
    assert!(
        page.contains("<li dir=\"auto\">Kanariefugl</li>") && !page.contains("<li dir=\"auto\">Kun mig</li>"),
        "{page}"
    );
    assert!(page.contains("alle fra jeres netværk"));
    let (_, page) = read(&server.site, &session, &paper("consents?to=Network&what=dreams&days=900")).await;
    assert!(!page.contains("name=\"answer\""), "longer than a year is not offered");
}
