//! What both databases promise of what comes after a yes.

use super::{METTE, THOMAS, open, samira, seeded, today};
use crate::http::cases::matching::{candidate, placement};
use crate::store::on_both;
use backend::app::App;
use backend::auth::TokenHash;
use backend::clock::Clock;
use backend::db::Db;
use backend::matching::Desk;
use backend::matching::answers::{Yes, forget_ask, own_nos, say_no, say_yes, take_back_no};
use backend::matching::course::{self, Held, add_course, begin_course, courses_at_placement, courses_of_candidate};
use backend::matching::market::Market;
use backend::matching::store::{Put, Thing, ThingId};
use shared::day::Day;
use shared::ids::{AskId, CourseId, PlacementId};
use shared::matching::candidate::Status;
use shared::matching::course::{Course, NotNow, Step, carry_over};
use shared::matching::placement::Placement;
use shared::matching::week::Quarters;
use shared::matching::words::Kind;
use tests::server::{Database, TestServer};
use tests::socket::person;
use uuid::Uuid;

on_both! {
    two_people_have_one_course_at_a_time_at_a_placement
    a_course_begins_on_a_yes_that_counts_and_never_behind_a_no
    a_step_is_written_with_what_it_means_or_not_at_all
    a_no_takes_away_what_has_not_begun_and_nothing_else
    a_no_is_kept_whatever_links_a_course_has_had
    a_link_is_good_once_and_the_newest_one_alone
    of_somebody_who_is_erased_no_course_is_left
}

pub(super) const KITCHEN: &str = "Køkkenet på Lindelunden";

pub(super) async fn talk(db: &Db, n: u128, title: &str) -> Course {
    let (placement, desk) = (placement(title), Desk::new(db.clone(), Clock::at(5)));
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

pub(super) fn step(course: &Course, steps: &[Step]) -> Course {
    let mut after = course.clone();
    for one in steps {
        after.take(*one, today(), METTE, today()).unwrap();
    }
    after
}

pub(super) const UNTIL_BEGUN: [Step; 4] = [Step::Apply, Step::Confirm, Step::Grant, Step::Begin];

/// Writes a course as it is after some steps, with what that means.
pub(super) async fn save(db: &Db, before: &Held, after: &Course) -> bool {
    let (her, place, desk) = (after.candidate, after.placement, Desk::new(db.clone(), Clock::at(5)));
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
            )
            .unwrap();
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

pub(super) async fn held(db: &Db, id: CourseId) -> Held {
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
    // What has ended does not run again beside what has begun anew.
    let now = held(&db, one.id).await;
    let mut back = now.course.clone();
    back.take_back(METTE).unwrap();
    assert!(!save(&db, &now, &back).await);
    assert!(course::forget_course(&db, other.id).await.unwrap());
    assert!(save(&db, &now, &back).await);
}

pub(super) fn yes(until: Day) -> Yes {
    Yes {
        until,
        at: 5,
        text_version: 1,
        language: "da".into(),
        read_aloud: false,
        present: None,
    }
}

async fn a_course_begins_on_a_yes_that_counts_and_never_behind_a_no(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let (one, other) = (talk(&db, 1, KITCHEN).await, talk(&db, 2, KITCHEN).await);
    let ask_id = AskId(Uuid::from_u128(1));
    let say_yes = async || say_yes(&db, ask_id, samira(), one.placement, &yes(today())).await.unwrap();
    assert!(!begin_course(&db, &one, today()).await.unwrap(), "nobody has said yes");
    say_yes().await;
    assert!(!begin_course(&db, &one, today().plus(1)).await.unwrap(), "it has run out");
    // However many press at once.
    let (first, second) = tokio::join!(begin_course(&db, &one, today()), begin_course(&db, &other, today()));
    assert!(first.unwrap() != second.unwrap());
    let no = one.placement;
    for _ in 0..20 {
        say_yes().await;
        let (said, begun) = tokio::join!(say_no(&db, samira(), no), begin_course(&db, &one, today()));
        said.unwrap();
        begun.unwrap();
        assert!(courses_of_candidate(&db, samira()).await.unwrap().is_empty(), "behind a no");
        take_back_no(&db, samira(), one.placement).await.unwrap();
    }
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
        let desk = Desk::new(db.clone(), Clock::at(5));
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
    let desk = Desk::new(db.clone(), Clock::at(5));
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
    assert!(
        !course::save(&db, &running, before.revision, &[]).await.unwrap(),
        "somebody was first"
    );
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
    say_no(&db, samira(), shop.placement).await.unwrap();
    assert_eq!(count().await, 0);
    add_course(&db, &kitchen).await.unwrap();
    assert!(course::forget_course(&db, kitchen.id).await.unwrap());
    add_course(&db, &kitchen).await.unwrap();
    assert!(save(&db, &held(&db, kitchen.id).await, &step(&kitchen, &UNTIL_BEGUN)).await);
    say_no(&db, samira(), kitchen.placement).await.unwrap();
    assert!(!course::forget_course(&db, kitchen.id).await.unwrap());
    assert_eq!(count().await, 1, "she has begun");
}

async fn a_no_is_kept_whatever_links_a_course_has_had(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let one = Course {
        kind: Kind::PaidHours,
        ..talk(&db, 1, KITCHEN).await
    };
    add_course(&db, &one).await.unwrap();
    let hash = TokenHash::of("a");
    assert!(!course::add_link(&db, &hash, one.id, 100).await.unwrap(), "nobody has begun");
    let job = Step::Job { hours: one.hours };
    let before = held(&db, one.id).await;
    assert!(save(&db, &before, &step(&one, &[job, Step::End])).await);
    assert!(course::add_link(&db, &hash, one.id, 100).await.unwrap());
    // Both were a mistake.
    for _ in 0..2 {
        let now = held(&db, one.id).await;
        let mut back = now.course.clone();
        back.take_back(METTE).unwrap();
        assert!(save(&db, &now, &back).await);
        assert_eq!(course::link(&db, &hash).await.unwrap(), None, "there is nothing to sign");
    }
    assert_eq!(held(&db, one.id).await.course, one);
    // A link that was made at the very moment in which it was taken back.
    let late = async || {
        let sql = "insert into course_link (token_hash, course_id, expires_at) values ('late', $1, 100)";
        match &db {
            Db::Sqlite { writer, .. } => sqlx::query(sql).bind(one.id.0).execute(writer).await.map(drop),
            Db::Postgres(pool) => sqlx::query(sql).bind(one.id.0).execute(pool).await.map(drop),
        }
        .unwrap();
    };
    late().await;
    forget_ask(&db, samira(), one.placement).await.unwrap();
    assert!(courses_of_candidate(&db, samira()).await.unwrap().is_empty());
    add_course(&db, &one).await.unwrap();
    late().await;
    assert!(course::forget_course(&db, one.id).await.unwrap());
    add_course(&db, &one).await.unwrap();
    late().await;
    say_no(&db, samira(), one.placement).await.unwrap();
    assert!(courses_of_candidate(&db, samira()).await.unwrap().is_empty());
    assert_eq!(own_nos(&db, samira()).await.unwrap(), [one.placement]);
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
    for (link, until) in [(&old, 100), (&new, 200)] {
        assert!(course::add_link(&db, link, one.id, until).await.unwrap());
    }
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
    let ended = step(&one, &[&UNTIL_BEGUN[..], &[Step::End]].concat());
    add_course(&db, &ended).await.unwrap();
    assert!(course::add_link(&db, &TokenHash::of("a"), one.id, 100).await.unwrap());
    let desk = Desk::new(db.clone(), Clock::at(5));
    let seen = desk.ask(|market| market.candidate_revision(samira())).await.unwrap().unwrap();
    let gone = desk.remove(ThingId::Candidate(samira()), seen, METTE).await.unwrap();
    assert!(matches!(gone, Put::Saved(_)));
    assert!(course::course(&db, one.id).await.unwrap().is_none());
    assert_eq!(course::link(&db, &TokenHash::of("a")).await.unwrap(), None);
}

/// What is asked of a market, once.
async fn ask<T: Send + 'static>(app: &App, question: impl FnOnce(&Market) -> T + Send + 'static) -> T {
    app.desk().ask(question).await.unwrap()
}

#[tokio::test]
async fn one_seat_is_for_one_and_is_free_again_when_they_are_erased() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (site, app) = (&server.site, &server.handle.app);
    let mette = site.sign_in("Mette Lindholm").await;
    let (me, kitchen, today) = (
        person("Mette Lindholm"),
        placement(KITCHEN),
        Day::in_denmark(app.clock().now()),
    );
    let held = ask(app, move |market| market.placement(kitchen).cloned()).await.unwrap();
    let one_seat = Thing::Placement(Box::new(Placement { seats: 1, ..held.thing }));
    assert!(matches!(
        app.desk().put(&one_seat, Some(held.revision), me).await.unwrap(),
        Put::Saved(_)
    ));
    // Both may begin: the municipality has said yes to both.
    for (n, name) in [(1, "Samira"), (2, "Tesfay")] {
        let mut granted = Course {
            candidate: candidate(name),
            talked: today,
            until: Some(today.plus(55)),
            ..talk(app.db(), n, KITCHEN).await
        };
        for step in [Step::Apply, Step::Confirm, Step::Grant] {
            granted.take(step, today, me, today).unwrap();
        }
        assert!(add_course(app.db(), &granted).await.unwrap());
    }
    let stands = || {
        ask(app, move |market| {
            let opening = market.opening(kitchen).unwrap();
            let tesfay = market.candidate(candidate("Tesfay")).unwrap().status;
            (opening.placement.seats, opening.workplace.staff.supported.len(), tesfay)
        })
    };
    let (seats, supported, status) = stands().await;
    let [first, second] = [1, 2].map(|n| CourseId(Uuid::from_u128(n)));
    let begin = |id| course::take_step(app, me, id, Step::Begin, today, true);
    assert_eq!(begin(first).await.unwrap(), Ok(()));
    assert_eq!(begin(second).await.unwrap(), Err(NotNow::NoSeat));
    assert_eq!(stands().await, (0, supported + 1, status));
    assert!(
        course::course(app.db(), second)
            .await
            .unwrap()
            .unwrap()
            .course
            .stage()
            .is_before()
    );
    let gone = site
        .http
        .post(site.url(&format!("/desk/people/{}/erase", samira())))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", site.origin())
        .bearer_auth(&mette)
        .body("sure=yes");
    assert_eq!(gone.send().await.unwrap().status(), 303);
    assert!(course::course(app.db(), first).await.unwrap().is_none());
    assert_eq!(stands().await, (seats, supported, status));
    assert_eq!(begin(second).await.unwrap(), Ok(()));
    assert_eq!(stands().await, (0, supported + 1, Status::Underway));
    // It ends, and the seat is given to somebody else: what has ended does not run again.
    assert_eq!(
        course::take_step(app, me, second, Step::End, today, false).await.unwrap(),
        Ok(())
    );
    let held = ask(app, move |market| market.placement(kitchen).cloned()).await.unwrap();
    assert_eq!(held.thing.seats, 1);
    let taken = Thing::Placement(Box::new(Placement { seats: 0, ..held.thing }));
    app.desk().put(&taken, Some(held.revision), me).await.unwrap();
    assert_eq!(course::take_back(app, me, second).await.unwrap(), Err(NotNow::NoSeat));
}
