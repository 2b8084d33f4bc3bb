//! What both databases promise where a company, a workplace or a placement is taken away: nothing that belongs to it is
//! lost, nothing comes back to a place that is gone, and of the people there nothing is left.

use super::{METTE, THOMAS, company, open, seeded};
use crate::http::cases::matching::candidate;
use crate::store::on_both;
use backend::db::Db;
use backend::matching::book::{Call, Contact, Entry, add_contact, contacts};
use backend::matching::course::add_course;
use backend::matching::store::{Put, Thing, ThingId, newer, put, remove, tidy, undo};
use shared::ids::{CompanyId, ContactId, CourseId, Millis, PlacementId, WorkplaceId};
use shared::matching::course::Course;
use shared::matching::placement::{Placement, Workplace};
use shared::matching::week::Quarters;
use tests::server::Database;
use uuid::Uuid;

on_both! {
    what_something_belongs_to_stays_until_that_is_gone
    nothing_comes_back_to_a_place_that_is_gone
    what_was_learnt_somewhere_keeps_the_placement
    with_a_company_go_the_people_there_once_it_cannot_be_taken_back
}

const COMPANY: CompanyId = CompanyId(Uuid::from_u128(1));
const WORKPLACE: WorkplaceId = WorkplaceId(Uuid::from_u128(2));
const PLACEMENT: PlacementId = PlacementId(Uuid::from_u128(3));
const DAY: Millis = 24 * 3_600_000;

/// A workplace and a placement of the demo, under ids of our own.
async fn at_the_company(db: &Db) -> (Workplace, Placement) {
    seeded(db).await;
    let found = newer(db, 0).await.unwrap();
    let mut workplace = found.workplaces.into_iter().find_map(|(_, _, one)| one).expect("a workplace");
    let mut placement = found.placements.into_iter().find_map(|(_, _, one)| one).expect("a placement");
    (workplace.id, workplace.company) = (WORKPLACE, COMPANY);
    (placement.id, placement.workplace) = (PLACEMENT, WORKPLACE);
    (workplace, placement)
}

fn saved(put: Put) -> i64 {
    let Put::Saved(revision) = put else { panic!("{put:?}") };
    revision
}

/// The company with its workplace and its placement; the revision of each.
async fn written(db: &Db) -> [i64; 3] {
    let (workplace, placement) = at_the_company(db).await;
    let all = [
        company(1, "A"),
        Thing::Workplace(workplace),
        Thing::Placement(Box::new(placement)),
    ];
    let mut revisions = [0; 3];
    for (thing, revision) in all.iter().zip(&mut revisions) {
        *revision = saved(put(db, thing, None, METTE, 5).await.unwrap());
    }
    revisions
}

async fn what_something_belongs_to_stays_until_that_is_gone(database: Database) {
    let db = open(&database).await;
    let [one, two, three] = written(&db).await;
    let stand = newer(&db, three).await.unwrap();
    assert_eq!(
        remove(&db, ThingId::Company(COMPANY), one, THOMAS, 6).await.unwrap(),
        Put::Kept
    );
    assert_eq!(
        remove(&db, ThingId::Workplace(WORKPLACE), two, THOMAS, 6).await.unwrap(),
        Put::Kept
    );
    assert!(stand.companies.is_empty() && newer(&db, three).await.unwrap().workplaces.is_empty());
    for (id, seen) in [
        (ThingId::Placement(PLACEMENT), three),
        (ThingId::Workplace(WORKPLACE), two),
        (ThingId::Company(COMPANY), one),
    ] {
        saved(remove(&db, id, seen, THOMAS, 6).await.unwrap());
    }
    let (id, put) = undo(&db, THOMAS, None, 7).await.unwrap().unwrap();
    assert!(id == ThingId::Company(COMPANY) && matches!(put, Put::Saved(_)));
}

async fn nothing_comes_back_to_a_place_that_is_gone(database: Database) {
    let db = open(&database).await;
    let [_, two, three] = written(&db).await;
    let (_, placement) = at_the_company(&db).await;
    saved(remove(&db, ThingId::Placement(PLACEMENT), three, METTE, 6).await.unwrap());
    saved(remove(&db, ThingId::Workplace(WORKPLACE), two, THOMAS, 6).await.unwrap());
    assert_eq!(undo(&db, METTE, None, 7).await.unwrap().unwrap().1, Put::Stale);
    let another = Placement {
        id: PlacementId(Uuid::from_u128(4)),
        ..placement
    };
    let another = Thing::Placement(Box::new(another));
    assert_eq!(put(&db, &another, None, METTE, 7).await.unwrap(), Put::Stale);
    saved(undo(&db, THOMAS, None, 7).await.unwrap().unwrap().1);
    saved(put(&db, &another, None, METTE, 7).await.unwrap());
}

async fn what_was_learnt_somewhere_keeps_the_placement(database: Database) {
    let db = open(&database).await;
    let [_, _, three] = written(&db).await;
    let (_, placement) = at_the_company(&db).await;
    let course = Course {
        id: CourseId(Uuid::from_u128(9)),
        candidate: candidate("Samira"),
        placement: PLACEMENT,
        workplace: WORKPLACE,
        kind: placement.kind,
        tasks: vec![],
        by: METTE,
        talked: super::today(),
        from: super::today(),
        until: None,
        hours: Quarters(40),
        knew: false,
        steps: vec![],
        calls: None,
        signed: None,
    };
    assert!(add_course(&db, &course).await.unwrap());
    assert_eq!(
        remove(&db, ThingId::Placement(PLACEMENT), three, METTE, 6).await.unwrap(),
        Put::Kept
    );
}

async fn with_a_company_go_the_people_there_once_it_cannot_be_taken_back(database: Database) {
    let db = open(&database).await;
    let talk = |n: u128, company_id| Contact {
        contact_id: ContactId(Uuid::from_u128(n)),
        company_id,
        workplace_id: None,
        by: METTE,
        at: 5,
        entry: Entry {
            with: "Kirsten".into(),
            phone: "12 34 57 01".into(),
            note: "Mangler én.".into(),
            promised: String::new(),
            promised_by: None,
            kept: None,
            call: Call::Welcome,
        },
    };
    let other = CompanyId(Uuid::from_u128(8));
    let seen = saved(put(&db, &company(1, "A"), None, METTE, 5).await.unwrap());
    put(&db, &company(8, "B"), None, THOMAS, 5).await.unwrap();
    add_contact(&db, &talk(1, COMPANY)).await.unwrap();
    add_contact(&db, &talk(2, other)).await.unwrap();
    saved(remove(&db, ThingId::Company(COMPANY), seen, METTE, 10).await.unwrap());
    tidy(&db, 9 + DAY).await.unwrap();
    let back = saved(undo(&db, METTE, None, 9 + DAY).await.unwrap().unwrap().1);
    assert_eq!(contacts(&db, COMPANY).await.unwrap().len(), 1, "what is taken back is whole");
    saved(remove(&db, ThingId::Company(COMPANY), back, METTE, 10).await.unwrap());
    tidy(&db, 10 + DAY).await.unwrap();
    assert!(contacts(&db, COMPANY).await.unwrap().is_empty());
    assert_eq!(contacts(&db, other).await.unwrap().len(), 1);
}
