//! What is taken back at the desk, on both databases.

use super::{METTE, THOMAS, company, open, seeded};
use crate::http::cases::matching::placement;
use crate::store::on_both;
use backend::backup::backup;
use backend::clock::Clock;
use backend::matching::answers::{ask, asks_of_candidate};
use backend::matching::store::{Put, Thing, ThingId, newer, put, remove, tidy, undo};
use shared::ids::{AskId, CandidateId, CompanyId, Millis, WorkplaceId};
use shared::matching::placement::Company;
use tests::server::Database;
use uuid::Uuid;

on_both! {
    a_person_takes_back_their_own_last_change_once
    what_others_have_built_on_is_not_taken_back
    how_it_was_before_a_change_is_forgotten_after_a_day
}

async fn a_person_takes_back_their_own_last_change_once(database: Database) {
    let db = open(&database).await;
    put(&db, &company(1, "A"), None, METTE, 5).await.unwrap();
    put(&db, &company(1, "B"), Some(1), METTE, 5).await.unwrap();
    assert!(undo(&db, THOMAS, None, 5).await.unwrap().is_none(), "it was not his");
    let (id, done) = undo(&db, METTE, None, 5).await.unwrap().unwrap();
    assert_eq!((id, done), (ThingId::Company(CompanyId(Uuid::from_u128(1))), Put::Saved(3)));
    assert_eq!(newer(&db, 2).await.unwrap().companies[0].2.as_ref().unwrap().name, "A");
    assert!(undo(&db, METTE, None, 5).await.unwrap().is_none(), "only the last one");
    // Somebody else has changed it since.
    put(&db, &company(1, "C"), Some(3), METTE, 5).await.unwrap();
    put(&db, &company(1, "D"), Some(4), THOMAS, 5).await.unwrap();
    assert!(
        undo(&db, METTE, None, 5).await.unwrap().is_none(),
        "of what was written over nothing is kept"
    );
    // A removal is a change like others.
    remove(&db, id, 5, THOMAS, 5).await.unwrap();
    assert!(matches!(undo(&db, THOMAS, None, 5).await.unwrap(), Some((_, Put::Saved(_)))));
    let found = newer(&db, 6).await.unwrap().companies;
    assert_eq!(found[0].2.as_ref().unwrap().name, "D");
    // An old note names a change that is not the last one any more.
    put(&db, &company(2, "E"), None, METTE, 5).await.unwrap();
    put(&db, &company(2, "F"), Some(8), METTE, 5).await.unwrap();
    assert!(undo(&db, METTE, Some(8), 5).await.unwrap().is_none());
    assert!(matches!(
        undo(&db, METTE, Some(9), 5).await.unwrap(),
        Some((_, Put::Saved(10)))
    ));
}

async fn what_others_have_built_on_is_not_taken_back(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    put(&db, &company(1, "A"), None, METTE, 5).await.unwrap();
    let found = newer(&db, 0).await.unwrap();
    let mut workplace = found.workplaces.into_iter().find_map(|(_, _, one)| one).expect("a workplace");
    (workplace.id, workplace.company) = (WorkplaceId(Uuid::from_u128(2)), CompanyId(Uuid::from_u128(1)));
    put(&db, &Thing::Workplace(workplace), None, THOMAS, 5).await.unwrap();
    assert_eq!(undo(&db, METTE, None, 5).await.unwrap().unwrap().1, Put::Stale);
    let found = newer(&db, 0).await.unwrap();
    let name = |one: &Company| one.name == "A";
    assert!(
        found
            .companies
            .iter()
            .any(|(_, _, company)| company.as_ref().is_some_and(name))
    );
    // Somebody who was added by mistake leaves nothing behind, such as a question.
    let mut twin = found.candidates.into_iter().find_map(|(_, _, one)| one).expect("somebody");
    twin.id = CandidateId(Uuid::from_u128(7));
    put(&db, &Thing::Candidate(Box::new(twin)), None, METTE, 5).await.unwrap();
    let id = CandidateId(Uuid::from_u128(7));
    ask(&db, AskId(Uuid::from_u128(1)), id, placement("Gartnermedhjælper"), METTE, 5)
        .await
        .unwrap();
    assert!(matches!(undo(&db, METTE, None, 5).await.unwrap(), Some((_, Put::Saved(_)))));
    assert!(asks_of_candidate(&db, id).await.unwrap().is_empty());
}

async fn how_it_was_before_a_change_is_forgotten_after_a_day(database: Database) {
    const DAY: Millis = 24 * 3_600_000;
    let db = open(&database).await;
    put(&db, &company(1, "Kanariefugl"), None, METTE, 1).await.unwrap();
    put(&db, &company(1, "B"), Some(1), METTE, 5).await.unwrap();
    assert!(undo(&db, METTE, None, 5 + DAY).await.unwrap().is_none(), "a day is over");
    let copy = async |name: &str| {
        let file = database.folder.path(name);
        backup(&db, &file, &Clock::at(5)).await.unwrap();
        std::fs::read_to_string(&file).unwrap().contains("Kanariefugl")
    };
    tidy(&db, 4 + DAY).await.unwrap();
    assert!(copy("before.jsonl").await, "nearly a day is not a day");
    tidy(&db, 5 + DAY).await.unwrap();
    assert!(!copy("after.jsonl").await);
    // Whose change is younger loses nothing.
    put(&db, &company(1, "C"), Some(2), THOMAS, 6 + DAY).await.unwrap();
    tidy(&db, 5 + 2 * DAY).await.unwrap();
    assert!(matches!(
        undo(&db, THOMAS, None, 5 + 2 * DAY).await.unwrap(),
        Some((_, Put::Saved(_)))
    ));
}
