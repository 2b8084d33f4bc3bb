//! What both databases promise of what comes after a yes.

use super::{METTE, THOMAS, open, samira, seeded, today};
use crate::http::cases::matching::placement;
use crate::store::on_both;
use backend::auth::TokenHash;
use backend::db::Db;
use backend::matching::Desk;
use backend::matching::answers::{Side, Subject, forget_ask, say_no};
use backend::matching::course::{self, Held, add_course, courses_at_placement, courses_of_candidate};
use backend::matching::store::{Put, Thing, ThingId};
use shared::ids::{CourseId, PlacementId};
use shared::matching::candidate::Status;
use shared::matching::course::{Course, Step, carry_over};
use shared::matching::week::Quarters;
use tests::server::Database;
use uuid::Uuid;

on_both! {
    two_people_have_one_course_at_a_time_at_a_placement
    a_step_is_written_with_what_it_means_or_not_at_all
    a_no_takes_away_what_has_not_begun_and_nothing_else
    a_link_is_good_once_and_the_newest_one_alone
    of_somebody_who_is_erased_no_course_is_left
}

const KITCHEN: &str = "Køkkenet på Lindelunden";

async fn talk(db: &Db, n: u128, title: &str) -> Course {
    let (placement, desk) = (placement(title), Desk::new(db.clone()));
    let opening = desk.ask(move |market| market.opening(placement).map(|one| (one.placement.clone(), one.workplace.id)));
    let (placement, workplace) = opening.await.unwrap().unwrap();
    Course {
        id: CourseId(Uuid::from_u128(n)),
        candidate: samira(),
        placement: placement.id,
        workplace,
        kind: placement.kind,
        tasks: placement.tasks,
        by: METTE,
        talked: today(),
        from: today(),
        until: Some(today().plus(55)),
        hours: Quarters::from_hours(15),
        knew: false,
        steps: vec![],
        calls: None,
        signed: None,
    }
}

fn step(course: &Course, steps: &[Step]) -> Course {
    let mut after = course.clone();
    for one in steps {
        after.take(*one, today(), METTE, today()).unwrap();
    }
    after
}

const UNTIL_BEGUN: [Step; 4] = [Step::Apply, Step::Confirm, Step::Grant, Step::Begin];

/// Writes a course as it is after some steps, with what that means.
async fn save(db: &Db, before: &Held, after: &Course) -> bool {
    let (her, place, desk) = (after.candidate, after.placement, Desk::new(db.clone()));
    let (before_course, after_course) = (before.course.clone(), after.clone());
    let things = desk
        .ask(move |market| {
            let opening = market.opening(place).unwrap();
            let (mut candidate, mut placement) = (market.candidate(her).unwrap().clone(), opening.placement.clone());
            let mut workplace = opening.workplace.clone();
            let seen = [
                market.candidate_revision(her).unwrap(),
                market.placement(place).unwrap().revision,
                market.workplace(workplace.id).unwrap().revision,
            ];
            carry_over(
                &before_course,
                &after_course,
                false,
                &mut candidate,
                &mut placement,
                &mut workplace,
            );
            let things = [
                Thing::Candidate(Box::new(candidate)),
                Thing::Placement(Box::new(placement)),
                Thing::Workplace(workplace),
            ];
            things.into_iter().zip(seen).collect::<Vec<_>>()
        })
        .await
        .unwrap();
    course::save(db, after, before.revision, &things).await.unwrap()
}

async fn held(db: &Db, id: CourseId) -> Held {
    course::course(db, id).await.unwrap().unwrap()
}

async fn two_people_have_one_course_at_a_time_at_a_placement(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let (one, other) = (talk(&db, 1, KITCHEN).await, talk(&db, 2, KITCHEN).await);
    assert!(add_course(&db, &one).await.unwrap());
    assert!(!add_course(&db, &one).await.unwrap(), "it is there");
    assert!(!add_course(&db, &other).await.unwrap(), "one is open");
    let read_back = courses_of_candidate(&db, samira()).await.unwrap();
    assert_eq!(
        read_back,
        [Held {
            course: one.clone(),
            revision: 1
        }]
    );
    let ended = step(&one, &[&UNTIL_BEGUN[..], &[Step::End]].concat());
    assert!(save(&db, &read_back[0], &ended).await);
    assert!(add_course(&db, &other).await.unwrap(), "they may come again");
    assert_eq!(courses_at_placement(&db, one.placement).await.unwrap().len(), 2);
    assert!(courses_at_placement(&db, PlacementId::MIN).await.unwrap().is_empty());
}

async fn a_step_is_written_with_what_it_means_or_not_at_all(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let one = talk(&db, 1, KITCHEN).await;
    add_course(&db, &one).await.unwrap();
    let before = held(&db, one.id).await;
    let running = step(&one, &UNTIL_BEGUN);
    let stands = async || {
        let (her, place) = (samira(), one.placement);
        let desk = Desk::new(db.clone());
        let asked = desk.ask(move |market| {
            (
                market.candidate(her).unwrap().status,
                market.placement(place).unwrap().thing.seats,
            )
        });
        asked.await.unwrap()
    };
    let (status, seats) = stands().await;
    // Somebody else has written her profile since it was seen.
    let desk = Desk::new(db.clone());
    let (thing, seen) = desk
        .ask(|market| {
            (
                market.candidate(samira()).unwrap().clone(),
                market.candidate_revision(samira()).unwrap(),
            )
        })
        .await
        .unwrap();
    let thing = Thing::Candidate(Box::new(thing));
    assert!(matches!(desk.put(&thing, Some(seen), THOMAS).await.unwrap(), Put::Saved(_)));
    assert!(!course::save(&db, &running, before.revision, &[(thing, seen)]).await.unwrap());
    assert_eq!(held(&db, one.id).await, before, "half of it is written");
    assert!(save(&db, &before, &running).await);
    assert_eq!(stands().await, (Status::Underway, seats - 1));
    assert!(!save(&db, &before, &running).await, "somebody was first");
    // And back.
    let now = held(&db, one.id).await;
    let mut back = now.course.clone();
    back.take_back(METTE).unwrap();
    assert!(save(&db, &now, &back).await);
    assert_eq!(stands().await, (status, seats));
}

async fn a_no_takes_away_what_has_not_begun_and_nothing_else(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let count = async || courses_of_candidate(&db, samira()).await.unwrap().len();
    let (kitchen, shop) = (talk(&db, 1, KITCHEN).await, talk(&db, 2, "Åbner butikken").await);
    for one in [&kitchen, &shop] {
        add_course(&db, one).await.unwrap();
    }
    forget_ask(&db, samira(), kitchen.placement).await.unwrap();
    assert_eq!(count().await, 1);
    let company = Desk::new(db.clone())
        .ask(move |market| market.opening(shop.placement).map(|one| one.workplace.company))
        .await
        .unwrap()
        .unwrap();
    say_no(&db, samira(), Subject::Company(company), Side::Company).await.unwrap();
    assert_eq!(count().await, 0);
    add_course(&db, &kitchen).await.unwrap();
    assert!(course::forget_course(&db, kitchen.id).await.unwrap());
    add_course(&db, &kitchen).await.unwrap();
    assert!(save(&db, &held(&db, kitchen.id).await, &step(&kitchen, &UNTIL_BEGUN)).await);
    say_no(&db, samira(), Subject::Placement(kitchen.placement), Side::Candidate)
        .await
        .unwrap();
    assert!(!course::forget_course(&db, kitchen.id).await.unwrap());
    assert_eq!(count().await, 1, "she has begun");
}

async fn a_link_is_good_once_and_the_newest_one_alone(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let one = talk(&db, 1, KITCHEN).await;
    add_course(&db, &one).await.unwrap();
    let before = held(&db, one.id).await;
    let ended = step(&one, &[&UNTIL_BEGUN[..], &[Step::End]].concat());
    assert!(save(&db, &before, &ended).await);
    let [old, new] = ["old", "new"].map(TokenHash::of);
    course::add_link(&db, &old, one.id, 100).await.unwrap();
    course::add_link(&db, &new, one.id, 200).await.unwrap();
    assert_eq!(course::link(&db, &old).await.unwrap(), None);
    assert_eq!(course::link_waits(&db, one.id, 200).await.unwrap(), Some(200));
    assert_eq!(course::link_waits(&db, one.id, 201).await.unwrap(), None);
    let now = held(&db, one.id).await;
    let mut signed = now.course.clone();
    assert!(signed.sign("Kirsten", today(), &ended.tasks));
    assert!(!course::sign(&db, &new, &signed, now.revision, 201).await.unwrap(), "too old");
    assert!(
        !course::sign(&db, &new, &signed, now.revision - 1, 150).await.unwrap(),
        "somebody was first"
    );
    assert!(course::sign(&db, &new, &signed, now.revision, 150).await.unwrap());
    assert!(
        !course::sign(&db, &new, &signed, now.revision + 1, 150).await.unwrap(),
        "used"
    );
    assert_eq!(held(&db, one.id).await.course, signed);
    assert_eq!(course::link_waits(&db, one.id, 150).await.unwrap(), None);
}

async fn of_somebody_who_is_erased_no_course_is_left(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let one = talk(&db, 1, KITCHEN).await;
    add_course(&db, &one).await.unwrap();
    course::add_link(&db, &TokenHash::of("a"), one.id, 100).await.unwrap();
    let desk = Desk::new(db.clone());
    let seen = desk.ask(|market| market.candidate_revision(samira())).await.unwrap().unwrap();
    let gone = desk.remove(ThingId::Candidate(samira()), seen, METTE).await.unwrap();
    assert!(matches!(gone, Put::Saved(_)));
    assert!(course::course(&db, one.id).await.unwrap().is_none());
    assert_eq!(course::link(&db, &TokenHash::of("a")).await.unwrap(), None);
}
