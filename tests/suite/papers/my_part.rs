//! One person's part, at all their tables.

use super::{at_noon, lund, read, send};
use backend::plan::{Look, looked};
use shared::ids::{Millis, PlanId};
use shared::plan::{AgreementEdit, Assign, Intent, NewAgreement, Says};
use tests::server::Database;
use tests::socket::{Site, change, person};

const DAY: i64 = 24 * 60 * 60 * 1000;
const MY_PART: &str = "/my-part";

fn new_id() -> String {
    change(Intent::FollowUp).change_id.to_string()
}

/// The tables where this person sits.
async fn tables(site: &Site, session: &str) -> Vec<PlanId> {
    let answer = site
        .http
        .get(site.url("/api/session"))
        .bearer_auth(session)
        .send()
        .await
        .unwrap();
    let body: serde_json::Value = answer.json().await.unwrap();
    let plans = body["plans"].as_array().unwrap().iter();
    plans.map(|plan| plan["plan_id"].as_str().unwrap().parse().unwrap()).collect()
}

#[tokio::test]
async fn an_agreement_one_is_asked_to_hold_is_answered_with_yes_or_no() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mut maja = site.open(&site.sign_in("Maja").await, lund()).await;
    let thomas = maja.member("Thomas");
    let card = maja
        .plan
        .cards()
        .find(|card| card.who == Some(thomas))
        .expect("a card of his");
    let ask = |words: &str| {
        Intent::AddAgreement(NewAgreement {
            card_id: card.card_id,
            words: words.into(),
            holder: Some(thomas),
            due: None,
            repeats: None,
            so_that: String::new(),
        })
    };
    let (ask_one, ask_other) = (ask("Ring til køkkenet"), ask("Hent papirer"));
    let (one, _) = maja.ask(ask_one).await;
    let (other, _) = maja.ask(ask_other).await;
    let his = site.sign_in("Thomas").await;
    let (status, page) = read(site, &his, MY_PART).await;
    assert_eq!(status, 200);
    assert!(page.contains("Nogen venter på dig") && page.contains("Ring til køkkenet"));
    assert!(page.contains("Ja, jeg tager den") && page.contains("Nej, jeg kan ikke"));
    let answer = |agreement: shared::ids::ChangeId, yes: &str| {
        [
            ("change_id", new_id()),
            ("plan_id", lund().to_string()),
            ("agreement_id", agreement.to_string()),
            ("yes", yes.to_owned()),
        ]
    };
    let (status, place) = send(site, &his, MY_PART, &answer(one, "true")).await;
    assert!(status == 303 && place.starts_with("/my-part?done=saved"), "{place}");
    assert_eq!(send(site, &his, MY_PART, &answer(other, "false")).await.0, 303);
    maja.until("both answers", |maja| {
        let holder = |id: shared::ids::ChangeId| {
            maja.plan
                .agreement(id.into())
                .map(|agreement| (agreement.holder, agreement.asked))
        };
        holder(one) == Some((Some(thomas), None)) && holder(other) == Some((None, None))
    })
    .await;
    // Someone else's answer is refused in words, and a table where one does not sit is not there.
    let (status, page) = send(site, &his, MY_PART, &answer(one, "true")).await;
    assert!(status == 422 && page.contains("Det blev ikke gemt"));
    let bent = site.sign_in("Bent").await;
    assert_eq!(send(site, &bent, MY_PART, &answer(one, "true")).await.0, 404);
}

#[tokio::test]
async fn every_table_that_is_shown_is_written_down_and_the_contact_sees_the_late_ones_first() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let session = site.sign_in("Karin").await;
    let tables = tables(site, &session).await;
    assert!(tables.len() > 1, "someone who sits at several tables");
    clock.advance(60 * DAY);
    // Nobody stays signed in for so long.
    let session = site.sign_in("Karin").await;
    // One family was talked with today; the others are late.
    let mut socket = site.open(&session, lund()).await;
    socket.ask(Intent::FollowUp).await;
    let (status, page) = read(site, &session, MY_PART).await;
    assert_eq!(status, 200);
    let (_, list) = page.split_once("Familier, du skal tale med").expect("the follow-ups");
    let list = list.split("Borde, hvor du sidder").next().unwrap();
    let place = |plan_id: &PlanId| list.find(&format!("/plans/{plan_id}/follow-up"));
    let late: Vec<Option<usize>> = tables.iter().filter(|plan_id| **plan_id != lund()).map(place).collect();
    assert!(late.iter().flatten().count() > 0 && late.iter().flatten().all(|place_of| Some(*place_of) < place(&lund())));
    assert!(list.contains("Det skulle være sket") && list.contains("Aftaler, som ingen har lige nu"));
    for plan_id in tables {
        let looks = looked::store::looks(server.handle.app.db(), plan_id, None, Millis::MAX, i64::MAX)
            .await
            .unwrap();
        let written = looks.iter().filter(|looked| looked.look == Some(Look::MyPart)).count();
        assert_eq!(written, 1, "{plan_id}");
    }
}

#[tokio::test]
async fn help_that_is_asked_on_ones_card_waits_there_and_what_one_may_not_see_does_not() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mut maja = site.open(&site.sign_in("Maja").await, lund()).await;
    let thomas = maja.member("Thomas");
    let card_id = maja
        .plan
        .cards()
        .find(|card| card.who == Some(thomas))
        .expect("a card of his")
        .card_id;
    maja.ask(Intent::AddRemark {
        card_id,
        says: Says::NeedHelp,
        words: "Kanariefugl i køkkenet".into(),
    })
    .await;
    let (_, page) = read(site, &site.sign_in("Thomas").await, MY_PART).await;
    assert!(page.contains("Maja har brug for hjælp til") && page.contains("Kanariefugl i køkkenet"));
    for name in ["Mette", "Bent"] {
        let (status, page) = read(site, &site.sign_in(name).await, MY_PART).await;
        assert!(status == 200 && !page.contains("Kanariefugl"), "{name}");
    }
    assert_ne!(person("Mette"), person("Bent"));
}

#[tokio::test]
async fn what_one_has_promised_stands_there_until_it_is_kept_or_given_up() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let session = site.sign_in("Maja").await;
    let mut maja = site.open(&session, lund()).await;
    let me = maja.member_id;
    let held: Vec<_> = maja
        .plan
        .agreements()
        .filter(|agreement| agreement.holder == Some(me))
        .cloned()
        .collect();
    let (_, page) = read(site, &session, MY_PART).await;
    assert!(page.contains("Det har du lovet"));
    // The way to it stands wherever someone is signed in.
    for address in ["/", &super::paper("history"), &format!("/plans/{}", lund())] {
        assert!(
            read(site, &session, address).await.1.contains("href=\"/my-part?lang=da\""),
            "{address}"
        );
    }
    for agreement in &held {
        maja.ask(Intent::EditAgreement(AgreementEdit {
            holder: Some(Assign::Clear),
            ..AgreementEdit::of(agreement.agreement_id)
        }))
        .await;
    }
    let (_, page) = read(site, &session, MY_PART).await;
    assert!(page.contains("Der er ikke noget, der venter på dig.") && !page.contains("Det har du lovet"));
}
