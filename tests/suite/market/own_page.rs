//! What both databases promise of the links to somebody's own page.

use super::{METTE, THOMAS, open, samira, seeded};
use crate::store::on_both;
use backend::auth::TokenHash;
use backend::matching::access::{WayIn, add_account, add_own_link, candidate_of, own_link, take_own_page, way_in};
use backend::plan::person_name;
use shared::ids::PersonId;
use tests::server::Database;
use uuid::Uuid;

on_both! {
    a_link_to_ones_own_page_is_good_once_and_the_newest_one_alone
    a_new_link_takes_the_place_of_the_one_somebody_came_by
    no_link_opens_an_account_that_somebody_has_already
    the_page_is_added_to_what_somebody_has
}

const FIRST: PersonId = PersonId(Uuid::from_u128(0x0ff1));
const SECOND: PersonId = PersonId(Uuid::from_u128(0x0ff2));

async fn a_link_to_ones_own_page_is_good_once_and_the_newest_one_alone(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let [old, new, late] = ["old", "new", "late"].map(TokenHash::of);
    for (link, until) in [(&old, 100), (&new, 200)] {
        assert!(add_own_link(&db, link, samira(), until).await.unwrap());
    }
    assert_eq!(own_link(&db, &old).await.unwrap(), None);
    assert!(!take_own_page(&db, &old, FIRST, Some("Samira"), 50).await.unwrap());
    assert!(
        !take_own_page(&db, &new, FIRST, Some("Samira"), 201).await.unwrap(),
        "too old"
    );
    assert!(take_own_page(&db, &new, FIRST, Some("Samira"), 200).await.unwrap());
    assert_eq!(candidate_of(&db, FIRST).await.unwrap(), Some(samira()));
    assert_eq!(person_name(&db, FIRST).await.unwrap().as_deref(), Some("Samira"));
    assert_eq!(way_in(&db, samira()).await.unwrap(), WayIn::Link);
    assert!(!take_own_page(&db, &new, SECOND, Some("Samira"), 200).await.unwrap(), "used");
    assert_eq!(person_name(&db, SECOND).await.unwrap(), None);
    assert!(
        !take_own_page(&db, &late, SECOND, Some("Samira"), 1).await.unwrap(),
        "there is none"
    );
}

async fn a_new_link_takes_the_place_of_the_one_somebody_came_by(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    for (token, person) in [("one", FIRST), ("two", SECOND)] {
        assert!(add_own_link(&db, &TokenHash::of(token), samira(), 100).await.unwrap());
        assert!(
            take_own_page(&db, &TokenHash::of(token), person, Some("Samira"), 1)
                .await
                .unwrap()
        );
    }
    assert_eq!(candidate_of(&db, FIRST).await.unwrap(), None);
    assert_eq!(candidate_of(&db, SECOND).await.unwrap(), Some(samira()));
}

async fn no_link_opens_an_account_that_somebody_has_already(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let link = TokenHash::of("link");
    // Made before she had an account of her own.
    assert!(add_own_link(&db, &link, samira(), 100).await.unwrap());
    assert!(add_account(&db, THOMAS, samira()).await.unwrap());
    assert!(!take_own_page(&db, &link, FIRST, Some("Samira"), 1).await.unwrap());
    assert_eq!(candidate_of(&db, THOMAS).await.unwrap(), Some(samira()));
    assert_eq!(person_name(&db, FIRST).await.unwrap(), None);
    assert_eq!(own_link(&db, &link).await.unwrap().unwrap().used_at, None);
    assert_eq!(way_in(&db, samira()).await.unwrap(), WayIn::Own);
    assert!(!add_own_link(&db, &TokenHash::of("another"), samira(), 100).await.unwrap());
}

async fn the_page_is_added_to_what_somebody_has(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    assert_eq!(way_in(&db, samira()).await.unwrap(), WayIn::None);
    let link = TokenHash::of("link");
    assert!(add_own_link(&db, &link, samira(), 100).await.unwrap());
    assert!(take_own_page(&db, &link, METTE, None, 1).await.unwrap());
    assert_eq!(candidate_of(&db, METTE).await.unwrap(), Some(samira()));
    assert_eq!(person_name(&db, METTE).await.unwrap().as_deref(), Some("Mette Lindholm"));
    assert_eq!(way_in(&db, samira()).await.unwrap(), WayIn::Own);
}
