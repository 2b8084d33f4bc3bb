//! Asking for a seat at a table where one does not sit.

use super::super::{at_noon, lund, paper, read, send};
use super::{form, hidden, people_of, seated};
use backend::db::Db;
use backend::plan::people::store::{forget_wish, remember_wish, renew_wish};
use backend::plan::{any_plan, seat};
use shared::ids::{MemberId, PlanId};
use std::time::Duration;
use tests::server::{Database, TestServer};
use tests::socket::{Site, new_id, person};
use uuid::Uuid;

fn seat_of(plan_id: PlanId) -> String {
    format!("/plans/{plan_id}/seat")
}

fn nowhere() -> PlanId {
    PlanId(new_id().0)
}

async fn ask(site: &Site, session: &str, plan_id: PlanId, purpose: &str) -> (u16, String) {
    let fields = [
        ("change_id", new_id().to_string()),
        ("relation", "Livs danskhjælper".to_owned()),
        ("purpose", purpose.to_owned()),
    ];
    send(site, session, &seat_of(plan_id), &fields).await
}

/// A page without what is different on every page: the plan's id and the form's.
fn alike(page: &str, plan_id: PlanId) -> String {
    let id = hidden(page, "change_id");
    page.replace(&plan_id.to_string(), "PLAN").replace(id, "FORM")
}

/// How many people's wishes are remembered.
async fn remembered(server: &TestServer) -> i64 {
    let Db::Sqlite { readers, .. } = server.handle.app.db() else {
        panic!("another database")
    };
    sqlx::query_scalar("select count(*) from seat_wish")
        .fetch_one(readers)
        .await
        .unwrap()
}

async fn answer(site: &Site, hers: &str, answer: &str) {
    let (_, page) = read(site, hers, &paper("people")).await;
    let (_, from) = page.split_once("vil gerne sidde med ved jeres bord").expect("the wish");
    assert!(from.contains("læse med Liv") && from.contains("Livs danskhjælper"));
    let (id, seen) = (hidden(from, "proposal_id"), hidden(from, "seen"));
    let fields = form("answer-proposal", &[("proposal_id", id), ("seen", seen), ("answer", answer)]);
    assert_eq!(send(site, hers, &people_of(lund()), &fields).await.0, 303);
}

#[tokio::test]
async fn the_form_and_its_answers_tell_nothing_of_the_plan() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let lones = site.sign_in("Lone").await;
    let elsewhere = nowhere();
    let mut pages = vec![];
    for plan_id in [lund(), elsewhere] {
        let (status, page) = read(site, &lones, &seat_of(plan_id)).await;
        assert_eq!(status, 200);
        let (refused, again) = ask(site, &lones, plan_id, " ").await;
        assert_eq!(refused, 422);
        let (asked, place) = ask(site, &lones, plan_id, "læse med Liv").await;
        assert_eq!(asked, 303);
        let (_, sent) = read(site, &lones, &format!("{}?done=asked", seat_of(plan_id))).await;
        assert!(sent.contains("Er der en plan her"));
        pages.push([
            alike(&page, plan_id),
            alike(&again, plan_id),
            place.replace(&plan_id.to_string(), "PLAN"),
            alike(&sent, plan_id),
        ]);
        assert_eq!(read(site, &lones, &format!("/plans/{plan_id}")).await.0, 404);
    }
    assert_eq!(pages[0], pages[1]);
    assert!(!pages[0].concat().contains("Lund"));
    assert_eq!(remembered(&server).await, 1, "of the plan that there is");
}

#[tokio::test]
async fn a_yes_gives_the_seat_to_the_one_who_asked_and_to_nobody_else() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let lones = site.sign_in("Lone").await;
    for _ in 0..2 {
        assert_eq!(ask(site, &lones, lund(), "læse med Liv").await.0, 303);
    }
    maja.until("the wish", |maja| {
        let new = |proposal: &shared::plan::Proposal| matches!(&proposal.intent, shared::plan::Intent::AskForSeat(_));
        maja.plan.proposals().any(|proposal| new(proposal))
    })
    .await;
    let (_, page) = read(site, &hers, &paper("people")).await;
    assert_eq!(
        page.matches("Lone Vester vil gerne sidde med").count(),
        1,
        "asked twice, it is one wish"
    );
    assert_eq!(read(site, &lones, &format!("/plans/{}", lund())).await.0, 404);
    answer(site, &hers, "yes").await;
    let lone = site.open(&lones, lund()).await;
    let member = lone.plan.member(lone.member_id).unwrap();
    assert_eq!(
        (member.name.as_str(), member.purpose.as_str()),
        ("Lone Vester", "læse med Liv")
    );
    assert_eq!(remembered(&server).await, 0);
    assert_eq!(read(site, &lones, &paper("people")).await.0, 200);
    // Nobody gets the seat by its member's id, and one who sits asks for nothing.
    assert_eq!(ask(site, &lones, lund(), "læse med Liv").await.0, 303);
    assert_eq!(remembered(&server).await, 0);
}

#[tokio::test]
async fn after_a_no_nothing_is_left_and_one_may_ask_another_time() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let (hers, _) = seated(&server, "Maja").await;
    let lones = site.sign_in("Lone").await;
    ask(site, &lones, lund(), "læse med Liv").await;
    assert_eq!(remembered(&server).await, 1);
    answer(site, &hers, "no").await;
    assert_eq!(remembered(&server).await, 0);
    assert!(!read(site, &hers, &paper("people")).await.1.contains("Lone"));
    assert_eq!(read(site, &lones, &format!("/plans/{}", lund())).await.0, 404);
    // Nobody answers for two months, and the wish is made anew.
    ask(site, &lones, lund(), "læse med Liv").await;
    clock.advance(61 * 24 * 60 * 60 * 1000);
    let (hers, lones) = (site.sign_in("Maja").await, site.sign_in("Lone").await);
    assert!(!read(site, &hers, &paper("people")).await.1.contains("Lone"));
    // That the old one is over is noticed by and by.
    while !read(site, &hers, &paper("people")).await.1.contains("Lone") {
        ask(site, &lones, lund(), "læse med Liv").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    answer(site, &hers, "yes").await;
    assert_eq!(read(site, &lones, &paper("people")).await.0, 200);
}

#[tokio::test]
async fn both_databases_remember_one_wish_of_a_person_and_none_of_a_plan_that_is_not_there() {
    for database in [Database::sqlite(), Database::postgres().await] {
        let (server, _) = at_noon(&database).await;
        let db = server.handle.app.db();
        assert!(any_plan(db).await.unwrap());
        let lone = person("Lone");
        let (one, other) = (MemberId(Uuid::from_u128(71)), MemberId(Uuid::from_u128(72)));
        assert_eq!(remember_wish(db, nowhere(), lone, one, new_id()).await.unwrap(), None);
        let (first, second) = (new_id(), new_id());
        let wish = remember_wish(db, lund(), lone, one, first).await.unwrap().unwrap();
        assert_eq!((wish.member_id, wish.change_id), (one, first));
        let again = remember_wish(db, lund(), lone, other, second).await.unwrap().unwrap();
        assert_eq!(again, wish, "the first one stands");
        renew_wish(db, lund(), one, second).await.unwrap();
        let again = remember_wish(db, lund(), lone, other, first).await.unwrap().unwrap();
        assert_eq!(again.change_id, second);
        forget_wish(db, lund(), one).await.unwrap();
        let anew = remember_wish(db, lund(), lone, other, first).await.unwrap().unwrap();
        assert_eq!(anew.member_id, other);
        assert_eq!(seat(db, lone, lund()).await.unwrap(), None);
        server.handle.stop().await;
    }
}
