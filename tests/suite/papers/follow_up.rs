//! How it goes: everyone says their own word, and it is heard by the family and its contact alone.

use super::{at_noon, lund, paper, read, send};
use shared::ids::{AgreementId, CardId};
use shared::plan::{AgreementEdit, Assign, Face, Intent, Kept, NewAgreement, Promises, Repeats};
use tests::server::Database;
use tests::socket::{TestSocket, change};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// An id that no form has used.
fn new_id() -> String {
    change(Intent::FollowUp).change_id.to_string()
}

/// The Lunds' first agreement that this member holds.
fn held_by(socket: &TestSocket, name: &str) -> (AgreementId, CardId) {
    let holder = Some(socket.member(name));
    let mut agreements = socket.plan.agreements();
    let agreement = agreements.find(|agreement| agreement.holder == holder && agreement.repeats.is_none());
    let agreement = agreement.expect("an agreement");
    (agreement.agreement_id, agreement.card_id)
}

#[tokio::test]
async fn a_pulse_is_heard_by_the_family_and_its_contact_and_by_no_other_professional() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let thomas = site.sign_in("Thomas").await;
    let said = [
        ("change_id", new_id()),
        ("face", "Hard".into()),
        ("words", "Kanariefugl siger nej".into()),
        ("needs_help", "true".into()),
    ];
    let (status, place) = send(site, &thomas, &paper("follow-up"), &said).await;
    assert_eq!(status, 303, "{place}");
    assert!(place.contains("follow-up?done=saved"));
    for name in ["Maja", "Karin", "Thomas"] {
        let session = site.sign_in(name).await;
        let (status, page) = read(site, &session, &paper("follow-up")).await;
        assert_eq!(status, 200);
        assert!(page.contains("Kanariefugl siger nej"), "{name}");
        assert!(page.contains("Sidder fast og har brug for hjælp."), "{name}");
    }
    for name in ["Mette", "Birthe"] {
        let session = site.sign_in(name).await;
        let (status, page) = read(site, &session, &paper("follow-up")).await;
        assert_eq!(status, 200);
        assert!(!page.contains("Kanariefugl"), "{name}");
    }
}

#[tokio::test]
async fn the_family_reads_first_what_the_municipality_has_promised_and_says_whether_promises_were_kept() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let session = site.sign_in("Maja").await;
    let mut maja = site.open(&session, lund()).await;
    let (_, page) = read(site, &session, &paper("follow-up")).await;
    let place = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} is not in {page}"));
    assert!(place("Det har kommunen lovet") < place("Det har vores netværk lovet"));
    assert!(place("Det har vores netværk lovet") < place("Det har vi selv lovet"));
    assert!(place("Sidst talte vi om det") < place("Sig, hvordan det går"));
    let said = [
        ("change_id", new_id()),
        ("face", "Well".into()),
        ("promises", "Partly".into()),
    ];
    assert_eq!(send(site, &session, &paper("follow-up"), &said).await.0, 303);
    let me = maja.member_id;
    maja.until("my word", |maja| {
        maja.plan.pulse(me).is_some_and(|pulse| pulse.face == Face::Well)
    })
    .await;
    let pulse = maja.plan.pulse(me).unwrap();
    assert_eq!((pulse.promises, pulse.needs_help), (Some(Promises::Partly), false));
}

#[tokio::test]
async fn a_holder_says_how_their_own_goes_and_nobody_elses() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mut maja = site.open(&site.sign_in("Maja").await, lund()).await;
    let thomas = site.sign_in("Thomas").await;
    let (his, _) = held_by(&maja, "Thomas");
    let (hers, _) = held_by(&maja, "Maja");
    let address = paper("follow-up/kept");
    let form = |agreement: AgreementId| {
        [
            ("change_id", new_id()),
            ("agreement_id", agreement.to_string()),
            ("kept", "Kept".to_owned()),
        ]
    };
    assert_eq!(send(site, &thomas, &address, &form(his)).await.0, 303);
    maja.until("his word", |maja| {
        maja.plan.agreement(his).is_some_and(|agreement| agreement.kept == Kept::Kept)
    })
    .await;
    let (status, page) = send(site, &thomas, &address, &form(hers)).await;
    assert_eq!(status, 422);
    assert!(page.contains("Det blev ikke gemt") && page.contains("Den, der har aftalen, siger selv, hvordan det går."));
    let (_, page) = read(site, &thomas, &paper("follow-up")).await;
    assert!(page.contains(&his.to_string()) && !page.contains(&format!("value=\"{hers}\"")));
}

#[tokio::test]
async fn what_comes_round_again_is_answered_for_its_last_day() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let session = site.sign_in("Maja").await;
    let mut maja = site.open(&session, lund()).await;
    let me = maja.member_id;
    let (_, card_id) = held_by(&maja, "Maja");
    let today = shared::day::Day::in_denmark(clock.now());
    let agreement = NewAgreement {
        card_id,
        words: "Vi læser hver aften".into(),
        holder: Some(me),
        due: None,
        repeats: Some(Repeats {
            weekdays: 0b111_1111,
            every_weeks: 1,
            at: Some(20 * 60),
            from: today,
            until: None,
        }),
        so_that: String::new(),
    };
    let (id, _) = maja.ask(Intent::AddAgreement(agreement)).await;
    clock.advance(2 * DAY);
    let (_, page) = read(site, &session, &paper("follow-up")).await;
    assert!(page.contains("Sidste gang: I dag") && page.contains(&format!("value=\"{}\"", today.plus(2))));
    let form = [
        ("change_id", new_id()),
        ("agreement_id", id.to_string()),
        ("kept", "Partly".into()),
        ("on", today.plus(2).to_string()),
    ];
    assert_eq!(send(site, &session, &paper("follow-up/kept"), &form).await.0, 303);
    let ticked = |maja: &TestSocket| {
        let agreement = maja.plan.agreement(id.into());
        agreement.is_some_and(|agreement| agreement.ticks.iter().any(|tick| tick.kept == Kept::Partly))
    };
    maja.until("the tick", ticked).await;
}

#[tokio::test]
async fn following_up_is_the_contacts_and_the_familys_and_a_day_gone_by_is_said_kindly() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    clock.advance(30 * DAY);
    let (karin, mette, maja) = (
        site.sign_in("Karin").await,
        site.sign_in("Mette").await,
        site.sign_in("Maja").await,
    );
    let late = "Det er ikke jeres skyld.";
    assert!(read(site, &maja, &paper("follow-up")).await.1.contains(late));
    let form = || [("change_id", new_id())];
    let (status, page) = send(site, &mette, &paper("follow-up/done"), &form()).await;
    assert!(status == 422 && page.contains("Det blev ikke gemt"));
    assert!(
        !read(site, &mette, &paper("follow-up"))
            .await
            .1
            .contains("Ja, vi har talt sammen")
    );
    assert_eq!(send(site, &karin, &paper("follow-up/done"), &form()).await.0, 303);
    let (_, page) = read(site, &maja, &paper("follow-up")).await;
    assert!(!page.contains(late) && page.contains("Det er om 14 dage."));
}

#[tokio::test]
async fn an_agreement_that_nobody_has_is_told_of_with_the_way_to_its_card() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let session = site.sign_in("Maja").await;
    let mut maja = site.open(&session, lund()).await;
    let (agreement_id, card_id) = held_by(&maja, "Maja");
    let edit = AgreementEdit {
        holder: Some(Assign::Clear),
        ..AgreementEdit::of(agreement_id)
    };
    maja.ask(Intent::EditAgreement(edit)).await;
    let (_, page) = read(site, &session, &paper("follow-up")).await;
    let (_, orphans) = page.split_once("Aftaler, som ingen har lige nu").expect("the list");
    assert!(orphans.contains("Ingen har aftalen.") && orphans.contains(&format!("/cards/{card_id}")));
}
