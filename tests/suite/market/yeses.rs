//! What both databases promise of a yes: it is used up by its course and given back with it, and never stands beside a no.

use super::courses::{KITCHEN, UNTIL_BEGUN, held, save, step, talk, yes};
use super::{METTE, open, samira, seeded, today};
use crate::http::cases::matching::placement;
use crate::store::on_both;
use backend::clock::Clock;
use backend::matching::Desk;
use backend::matching::answers::{ask, asks_of_candidate, say_no, say_yes, take_back_no, waiting_yeses};
use backend::matching::course::{begin_course, forget_course};
use backend::matching::store::ThingId;
use shared::ids::AskId;
use shared::matching::course::Step;
use tests::server::Database;
use uuid::Uuid;

on_both! {
    a_yes_is_used_up_by_its_course_and_given_back_with_it
    nobody_is_asked_nor_says_yes_beside_a_no_or_once_they_are_gone
}

async fn a_yes_is_used_up_by_its_course_and_given_back_with_it(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let (one, other) = (talk(&db, 1, KITCHEN).await, talk(&db, 2, KITCHEN).await);
    let waiting = async || waiting_yeses(&db, today()).await.unwrap().len();
    let counts = async || asks_of_candidate(&db, samira()).await.unwrap()[0].is_yes(today());
    let ask_id = |n| AskId(Uuid::from_u128(n));
    say_yes(&db, ask_id(1), samira(), one.placement, &yes(today())).await.unwrap();
    assert!(counts().await && waiting().await == 1);
    assert!(begin_course(&db, &one, today()).await.unwrap());
    assert!(!counts().await && waiting().await == 0);
    // It came to nothing.
    assert!(forget_course(&db, one.id).await.unwrap());
    assert!(counts().await && waiting().await == 1);
    assert!(begin_course(&db, &one, today()).await.unwrap());
    let ended = step(&one, &[&UNTIL_BEGUN[..], &[Step::End]].concat());
    assert!(save(&db, &held(&db, one.id).await, &ended).await);
    assert!(!counts().await && waiting().await == 0, "it is over");
    assert!(!begin_course(&db, &other, today()).await.unwrap(), "on a yes that was used");
    // All of it was a mistake, and the yes counts as before.
    assert!(save(&db, &held(&db, one.id).await, &one).await);
    assert!(!counts().await);
    assert!(forget_course(&db, one.id).await.unwrap());
    assert!(counts().await && begin_course(&db, &other, today()).await.unwrap());
    // For the next time they are asked anew, and say yes anew.
    let ended = step(&other, &[&UNTIL_BEGUN[..], &[Step::End]].concat());
    assert!(save(&db, &held(&db, other.id).await, &ended).await);
    assert!(ask(&db, ask_id(2), samira(), one.placement, METTE, 6).await.unwrap());
    assert!(!counts().await && !begin_course(&db, &one, today()).await.unwrap());
    say_yes(&db, ask_id(3), samira(), one.placement, &yes(today())).await.unwrap();
    assert!(counts().await && waiting().await == 1);
    assert!(begin_course(&db, &one, today()).await.unwrap());
    // Or say so without being asked.
    let ended = step(&one, &[&UNTIL_BEGUN[..], &[Step::End]].concat());
    assert!(save(&db, &held(&db, one.id).await, &ended).await);
    say_yes(&db, ask_id(4), samira(), one.placement, &yes(today())).await.unwrap();
    let asks = asks_of_candidate(&db, samira()).await.unwrap();
    assert_eq!((asks.len(), asks[0].ask_id, asks[0].asked_by), (1, ask_id(4), None));
    assert!(counts().await && waiting().await == 1);
}

async fn nobody_is_asked_nor_says_yes_beside_a_no_or_once_they_are_gone(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let (kitchen, ask_id) = (placement(KITCHEN), AskId(Uuid::from_u128(1)));
    let asked = async || ask(&db, ask_id, samira(), kitchen, METTE, 5).await.unwrap();
    let said = async || say_yes(&db, ask_id, samira(), kitchen, &yes(today())).await.unwrap();
    say_no(&db, samira(), kitchen).await.unwrap();
    assert!(!asked().await && !said().await);
    take_back_no(&db, samira(), kitchen).await.unwrap();
    assert!(asks_of_candidate(&db, samira()).await.unwrap().is_empty());
    // However close together.
    for _ in 0..20 {
        let (_, no) = tokio::join!(said(), say_no(&db, samira(), kitchen));
        no.unwrap();
        assert!(waiting_yeses(&db, today()).await.unwrap().is_empty());
        take_back_no(&db, samira(), kitchen).await.unwrap();
        assert!(
            asks_of_candidate(&db, samira()).await.unwrap().is_empty(),
            "it stands beside the no"
        );
    }
    assert!(asked().await && said().await);
    let desk = Desk::new(db.clone(), Clock::at(5));
    let seen = desk.ask(|market| market.candidate_revision(samira())).await.unwrap().unwrap();
    desk.remove(ThingId::Candidate(samira()), seen, METTE).await.unwrap();
    assert!(!asked().await && !said().await);
}
