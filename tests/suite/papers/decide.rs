//! A change by a form goes the same way as one from a socket.

use backend::Config;
use backend::plan::store::{load, state_at};
use shared::live::wire::{Outcome, RefuseClass};
use shared::plan::{Audience, Intent, Refusal};
use tests::server::{Database, TestServer};
use tests::socket::{change, dream, plan_of};

#[tokio::test]
async fn a_change_by_a_form_is_on_disk_and_reaches_open_windows() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let lund = plan_of("Lund");
    let session = server.site.sign_in("Karin").await;
    let mut karin = server.site.open(&session, lund).await;
    let maja = karin.member("Maja");
    let wish = change(dream("En hund", Audience::Table));
    let card_id = wish.change_id.into();
    let hub = server.handle.app.hub();
    assert_eq!(hub.decide(lund, maja, wish.clone()).await, Some(Outcome::Applied));
    let stored = load(server.handle.app.db(), lund).await.unwrap().unwrap();
    assert!(stored.plan.card(card_id).is_some());
    assert!(state_at(server.handle.app.db(), lund, stored.revision).await.unwrap() == Some(stored.plan));
    karin.until("the card", |karin| karin.plan.card(card_id).is_some()).await;
    // Sent twice it counts once, and a form shows nobody as present.
    assert_eq!(hub.decide(lund, maja, wish).await, Some(Outcome::Known));
    assert!(karin.here.iter().all(|peer| peer.member_id == karin.member_id));
}

#[tokio::test]
async fn a_form_is_judged_like_a_socket() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let lund = plan_of("Lund");
    let session = server.site.sign_in("Maja").await;
    let mut maja = server.site.open(&session, lund).await;
    let karin = maja.member("Karin");
    let hub = server.handle.app.hub();
    let wish = change(dream("En kat", Audience::Table));
    let proposal_id = shared::ids::ProposalId::from(wish.change_id);
    assert_eq!(hub.decide(lund, karin, wish).await, Some(Outcome::Proposed));
    maja.until("the proposal", |maja| maja.plan.proposal(proposal_id).is_some())
        .await;
    let answer = change(Intent::DeclineProposal { proposal_id });
    let refused = Outcome::Refused {
        class: RefuseClass::Never,
        refusal: Some(Refusal::OnlyTheFamily),
    };
    assert_eq!(hub.decide(lund, karin, answer).await, Some(refused));
}

#[tokio::test]
async fn a_form_hears_that_there_is_no_such_plan_and_that_the_disk_is_full() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let lund = plan_of("Lund");
    let maja = {
        let session = server.site.sign_in("Maja").await;
        server.site.open(&session, lund).await.member_id
    };
    let nowhere = change(dream("En hund", Audience::Table));
    let hub = server.handle.app.hub();
    assert_eq!(hub.decide(shared::ids::PlanId::MAX, maja, nowhere).await, None);
    server.handle.stop().await;
    let pages = std::fs::metadata(database.folder.path("plans.db")).unwrap().len() / 4_096;
    let small = Config {
        max_page_count: Some(u32::try_from(pages).unwrap()),
        ..database.demo()
    };
    let server = TestServer::with(small).await;
    let later = Outcome::Refused {
        class: RefuseClass::Later,
        refusal: None,
    };
    let hub = server.handle.app.hub();
    for n in 0..200 {
        let long = change(dream(&format!("{}{n}", "Lange ord ".repeat(19)), Audience::Table));
        match hub.decide(lund, maja, long.clone()).await {
            Some(Outcome::Applied) => {}
            Some(outcome) if outcome == later => {
                let stored = load(server.handle.app.db(), lund).await.unwrap().unwrap();
                assert!(stored.plan.card(long.change_id.into()).is_none());
                return;
            }
            other => panic!("{other:?}"),
        }
    }
    panic!("the database does not fill up");
}
