//! What both databases promise of the company book: signals, and what was promised.

use super::{METTE, THOMAS, open, seeded, today};
use crate::store::on_both;
use backend::db::Db;
use backend::matching::access::{Consultant, add_consultant, consultants, entrance};
use backend::matching::book::{
    Call, Contact, Entry, add_contact, add_signal, close_signal, contacts, finished_signals, keep_promise, open_promises,
    open_signals, reopen_signal, take_over_signal, take_signal,
};
use backend::matching::store::newer;
use shared::ids::{ContactId, SignalId};
use shared::matching::signal::{About, Signal};
use tests::server::Database;
use uuid::Uuid;

on_both! {
    a_signal_is_taken_by_one_and_what_was_done_with_it_is_taken_back
    a_promise_stands_until_it_is_kept_also_below_a_newer_talk
}

async fn add_consultants(db: &Db) {
    for (person_id, entrance) in [(METTE, true), (THOMAS, false)] {
        let consultant = Consultant {
            person_id,
            name: format!("{person_id}"),
            phone: "12 34 57 00".into(),
            entrance,
        };
        assert!(add_consultant(db, &consultant).await.unwrap());
        assert!(!add_consultant(db, &consultant).await.unwrap());
    }
}

async fn a_signal_is_taken_by_one_and_what_was_done_with_it_is_taken_back(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    add_consultants(&db).await;
    assert_eq!(consultants(&db).await.unwrap().len(), 2);
    assert_eq!(entrance(&db).await.unwrap().unwrap().person_id, METTE);
    let signal = Signal {
        about: About::Hands,
        tasks: vec![],
        other_task: "Pakke".into(),
        times: vec![],
        can_move: true,
        must: String::new(),
        nice: String::new(),
        kinds: Default::default(),
        place: "Nordhylden".into(),
        name: "Jette".into(),
        phone: "12 34 57 17".into(),
        not_when: String::new(),
    };
    let id = SignalId(Uuid::from_u128(1));
    assert!(add_signal(&db, id, &signal, 5).await.unwrap());
    assert!(!add_signal(&db, id, &signal, 6).await.unwrap());
    assert!(take_signal(&db, id, METTE).await.unwrap());
    assert!(take_signal(&db, id, METTE).await.unwrap(), "it is hers");
    assert!(!take_signal(&db, id, THOMAS).await.unwrap(), "two would call");
    let open = open_signals(&db).await.unwrap();
    assert_eq!((open[0].at, open[0].taken_by, &open[0].signal), (5, Some(METTE), &signal));
    assert!(take_over_signal(&db, id, THOMAS).await.unwrap(), "she is ill");
    assert_eq!(open_signals(&db).await.unwrap()[0].taken_by, Some(THOMAS));
    close_signal(&db, id, 9).await.unwrap();
    assert!(open_signals(&db).await.unwrap().is_empty());
    assert!(
        !take_signal(&db, id, THOMAS).await.unwrap(),
        "nobody calls about what is done"
    );
    assert!(!take_over_signal(&db, id, METTE).await.unwrap());
    let finished = finished_signals(&db, 9, 10).await.unwrap();
    assert_eq!((finished.len(), finished[0].done_at), (1, Some(9)));
    assert!(finished_signals(&db, 10, 10).await.unwrap().is_empty());
    reopen_signal(&db, id).await.unwrap();
    assert_eq!(open_signals(&db).await.unwrap()[0].taken_by, Some(THOMAS), "as it was before");
}

async fn a_promise_stands_until_it_is_kept_also_below_a_newer_talk(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    add_consultants(&db).await;
    let shop = newer(&db, 0).await.unwrap().companies[0].0;
    let contact = |n: u128, at, call| Contact {
        contact_id: ContactId(Uuid::from_u128(n)),
        company_id: shop,
        workplace_id: None,
        by: METTE,
        at,
        entry: Entry {
            with: "Kirsten".into(),
            phone: String::new(),
            note: "Ring før ti".into(),
            promised: "To navne".into(),
            promised_by: Some(today()),
            kept: None,
            call,
        },
    };
    let (first, second) = (contact(1, 10, Call::AsNoted), contact(2, 20, Call::DoNotCall));
    let mut third = contact(3, 30, Call::Welcome);
    third.entry.promised = String::new();
    for contact in [&first, &second, &third] {
        assert!(add_contact(&db, contact).await.unwrap());
        assert!(!add_contact(&db, contact).await.unwrap());
    }
    assert_eq!(
        contacts(&db, shop).await.unwrap(),
        [third.clone(), second.clone(), first.clone()]
    );

    assert_eq!(open_promises(&db).await.unwrap(), [second.clone(), first.clone()]);
    assert!(keep_promise(&db, shop, second.contact_id, Some(today())).await.unwrap());
    assert_eq!(open_promises(&db).await.unwrap(), [first]);
    assert_eq!(contacts(&db, shop).await.unwrap()[1].entry.kept, Some(today()));
    assert!(keep_promise(&db, shop, second.contact_id, None).await.unwrap());
    assert_eq!(open_promises(&db).await.unwrap().len(), 2);
    assert!(!keep_promise(&db, shop, ContactId(Uuid::from_u128(9)), None).await.unwrap());
}
