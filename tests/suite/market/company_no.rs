//! What both databases promise of a company's no to somebody who has said yes.

use super::courses::talk;
use super::{METTE, THOMAS, company, open, samira, seeded, today};
use crate::http::cases::matching::{candidate, placement};
use crate::store::on_both;
use backend::backup::backup;
use backend::clock::Clock;
use backend::db::Db;
use backend::matching::Desk;
use backend::matching::answers::{
    Yes, asks_of_candidate, asks_of_placement, company_no, forget_ask, nos, own_nos, say_no, say_yes, take_back_company_no,
    take_back_no, turned_down, waiting_yeses,
};
use backend::matching::course::{begin_course, courses_of_candidate, forget_course};
use backend::matching::market::Market;
use backend::matching::store::{Put, ThingId, put, remove, tidy, undo};
use shared::day::Day;
use shared::ids::{AskId, Millis, PlacementId};
use tests::server::Database;
use uuid::Uuid;

on_both! {
    a_companys_no_closes_the_yes_and_is_taken_back_whole
    there_is_no_no_without_a_yes_that_nothing_has_begun_on
    a_no_and_a_course_never_both_come_of_one_yes
    the_way_back_is_of_whoever_wrote_it_and_of_that_change_alone
    what_the_way_back_is_made_of_is_gone_after_a_day
    of_whom_it_was_about_nothing_is_left_once_they_are_erased
}

const KITCHEN: &str = "Køkkenet på Lindelunden";
const DAY: Millis = 24 * 3_600_000;

fn noon() -> Millis {
    today().minute_in_denmark(12 * 60)
}

fn kitchen() -> PlacementId {
    placement(KITCHEN)
}

async fn yes_until(db: &Db, until: Day) {
    let yes = Yes {
        until,
        at: 5,
        text_version: 1,
        language: "da".into(),
        read_aloud: false,
        present: None,
    };
    say_yes(db, AskId(Uuid::from_u128(1)), samira(), kitchen(), &yes)
        .await
        .unwrap();
}

async fn no(db: &Db) -> Option<i64> {
    company_no(db, samira(), kitchen(), METTE, noon()).await.unwrap()
}

async fn a_companys_no_closes_the_yes_and_is_taken_back_whole(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let desk = Desk::new(db.clone(), Clock::at(noon()));
    let hidden = async || {
        let said_no = |market: &Market| market.said_no(samira(), market.opening(kitchen()).unwrap());
        desk.ask(said_no).await.unwrap()
    };
    yes_until(&db, today().plus(28)).await;
    let before = asks_of_candidate(&db, samira()).await.unwrap();
    assert_eq!((before.len(), hidden().await), (1, false));
    let change = no(&db).await.expect("a no");
    assert!(hidden().await);
    // The desk knows of no yes any more, and she still of hers.
    assert!(asks_of_candidate(&db, samira()).await.unwrap().is_empty());
    assert!(asks_of_placement(&db, kitchen()).await.unwrap().is_empty());
    assert!(waiting_yeses(&db, today()).await.unwrap().is_empty());
    assert_eq!(turned_down(&db, samira()).await.unwrap(), before);
    assert!(!begin_course(&db, &talk(&db, 1, KITCHEN).await, today()).await.unwrap());
    // It is not hers, so she neither reads it among hers nor takes it back.
    assert!(own_nos(&db, samira()).await.unwrap().is_empty());
    take_back_no(&db, samira(), kitchen()).await.unwrap();
    assert!(hidden().await);
    let back = take_back_company_no(&db, METTE, Some(change), noon()).await.unwrap();
    assert_eq!(back, Some((samira(), kitchen())));
    assert!(!hidden().await && nos(&db).await.unwrap().is_empty());
    assert_eq!(asks_of_candidate(&db, samira()).await.unwrap(), before);
    assert!(turned_down(&db, samira()).await.unwrap().is_empty());
    assert!(begin_course(&db, &talk(&db, 1, KITCHEN).await, today()).await.unwrap());
}

async fn there_is_no_no_without_a_yes_that_nothing_has_begun_on(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    assert_eq!(no(&db).await, None, "nobody has said yes");
    yes_until(&db, today().plus(-1)).await;
    assert_eq!(no(&db).await, None, "it has run out");
    yes_until(&db, today()).await;
    let course = talk(&db, 1, KITCHEN).await;
    assert!(begin_course(&db, &course, today()).await.unwrap());
    assert_eq!(no(&db).await, None, "something has begun");
    assert!(nos(&db).await.unwrap().is_empty());
    // It came to nothing, and the yes stands.
    assert!(forget_course(&db, course.id).await.unwrap());
    assert!(no(&db).await.is_some());
    assert_eq!(no(&db).await, None, "it is written");
    // She takes it away when she has read it. The two are not shown to each other whatever she does.
    forget_ask(&db, samira(), kitchen()).await.unwrap();
    assert!(turned_down(&db, samira()).await.unwrap().is_empty());
    assert_eq!(nos(&db).await.unwrap(), [(samira(), kitchen())]);
    // A no of hers is her own beside it, and stays when the company's goes.
    say_no(&db, samira(), kitchen()).await.unwrap();
    assert!(take_back_company_no(&db, METTE, None, noon()).await.unwrap().is_some());
    assert_eq!(own_nos(&db, samira()).await.unwrap(), [kitchen()]);
    assert_eq!(nos(&db).await.unwrap(), [(samira(), kitchen())]);
}

async fn a_no_and_a_course_never_both_come_of_one_yes(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let course = talk(&db, 1, KITCHEN).await;
    for _ in 0..20 {
        yes_until(&db, today()).await;
        let (written, begun) = tokio::join!(
            company_no(&db, samira(), kitchen(), METTE, noon()),
            begin_course(&db, &course, today())
        );
        assert!(written.unwrap().is_some() != begun.unwrap());
        let open = courses_of_candidate(&db, samira()).await.unwrap().len();
        assert_eq!(open + nos(&db).await.unwrap().len(), 1);
        take_back_company_no(&db, METTE, None, noon()).await.unwrap();
        forget_course(&db, course.id).await.unwrap();
    }
}

async fn the_way_back_is_of_whoever_wrote_it_and_of_that_change_alone(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    yes_until(&db, today()).await;
    let change = no(&db).await.expect("a no");
    assert_eq!(
        take_back_company_no(&db, THOMAS, None, noon()).await.unwrap(),
        None,
        "not his"
    );
    assert_eq!(
        take_back_company_no(&db, METTE, Some(change - 1), noon()).await.unwrap(),
        None
    );
    assert_eq!(
        take_back_company_no(&db, METTE, None, noon() + DAY).await.unwrap(),
        None,
        "a day is over"
    );
    // The other way back does not lead here.
    assert!(undo(&db, METTE, None, noon()).await.unwrap().is_none());
    // What she does next is her last change.
    put(&db, &company(1, "A"), None, METTE, noon()).await.unwrap();
    assert_eq!(take_back_company_no(&db, METTE, None, noon()).await.unwrap(), None);
    assert_eq!(nos(&db).await.unwrap().len(), 1);
    assert!(undo(&db, METTE, None, noon()).await.unwrap().is_some());
}

async fn what_the_way_back_is_made_of_is_gone_after_a_day(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    // Of the yes and the no there is a row each beside it.
    let kept = async |name: &str| {
        let file = database.folder.path(name);
        backup(&db, &file, &Clock::at(5)).await.unwrap();
        std::fs::read_to_string(&file)
            .unwrap()
            .matches(&kitchen().to_string())
            .count()
    };
    yes_until(&db, today()).await;
    let before = kept("before.jsonl").await;
    assert!(no(&db).await.is_some());
    let with_it = kept("young.jsonl").await;
    assert!(with_it > before);
    tidy(&db, noon() + DAY - 1).await.unwrap();
    assert_eq!(kept("nearly.jsonl").await, with_it, "nearly a day is not a day");
    tidy(&db, noon() + DAY).await.unwrap();
    assert_eq!(kept("old.jsonl").await, with_it - 1);
    assert_eq!(take_back_company_no(&db, METTE, None, noon()).await.unwrap(), None);
    assert_eq!(turned_down(&db, samira()).await.unwrap().len(), 1, "she is still told");
}

async fn of_whom_it_was_about_nothing_is_left_once_they_are_erased(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    yes_until(&db, today()).await;
    assert!(no(&db).await.is_some());
    let desk = Desk::new(db.clone(), Clock::at(noon()));
    let seen = desk.ask(|market| market.candidate_revision(candidate("Samira"))).await;
    let removed = remove(&db, ThingId::Candidate(samira()), seen.unwrap().unwrap(), THOMAS, noon()).await;
    assert!(matches!(removed.unwrap(), Put::Saved(_)));
    assert!(nos(&db).await.unwrap().is_empty() && turned_down(&db, samira()).await.unwrap().is_empty());
    assert_eq!(take_back_company_no(&db, METTE, None, noon()).await.unwrap(), None);
}
