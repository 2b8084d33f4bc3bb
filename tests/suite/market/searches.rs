//! Saved searches, on both databases.

use super::{METTE, THOMAS, open};
use crate::store::on_both;
use backend::matching::searches::{List, Search, look, remove, rename, restore, save, searches};
use tests::server::Database;
use uuid::Uuid;

on_both! {
    a_saved_search_is_its_owners_alone_and_the_last_removal_is_taken_back
}

async fn a_saved_search_is_its_owners_alone_and_the_last_removal_is_taken_back(database: Database) {
    let db = open(&database).await;
    let search = |n: u128, list, name: &str, query: &str| Search {
        search_id: Uuid::from_u128(n),
        list,
        name: name.into(),
        query: query.into(),
        seen: 3,
    };
    let names = async |by| -> Vec<String> {
        searches(&db, by)
            .await
            .unwrap()
            .into_iter()
            .map(|search| search.name)
            .collect()
    };
    let (first, second) = (
        search(1, List::People, "Tørring", "near=T%C3%B8rring"),
        search(2, List::People, "Aften", "free=aften"),
    );
    assert!(save(&db, METTE, &first).await.unwrap() && save(&db, METTE, &second).await.unwrap());
    assert_eq!(searches(&db, METTE).await.unwrap(), [second.clone(), first.clone()]);
    // One name stands for one search of a list; another list and another person have their own.
    assert!(!save(&db, METTE, &search(3, List::People, "Tørring", "q=x")).await.unwrap());
    assert!(!rename(&db, METTE, &second, "Tørring").await.unwrap());
    assert!(save(&db, METTE, &search(4, List::Places, "Tørring", "q=x")).await.unwrap());
    assert!(save(&db, THOMAS, &search(5, List::People, "Tørring", "q=y")).await.unwrap());
    // Nobody reaches another's.
    assert!(!remove(&db, THOMAS, first.search_id).await.unwrap());
    assert!(!rename(&db, THOMAS, &first, "Min").await.unwrap());
    look(&db, THOMAS, first.search_id, 9).await.unwrap();
    assert!(searches(&db, METTE).await.unwrap().contains(&first));

    look(&db, METTE, first.search_id, 9).await.unwrap();
    look(&db, METTE, first.search_id, 5).await.unwrap();
    let seen = searches(&db, METTE).await.unwrap();
    let seen = seen.iter().find(|search| search.search_id == first.search_id).unwrap().seen;
    assert_eq!(seen, 9, "what was seen stays seen");
    assert!(rename(&db, METTE, &first, "Omkring Tørring").await.unwrap());
    assert_eq!(names(METTE).await, ["Aften", "Omkring Tørring", "Tørring"]);

    assert!(remove(&db, METTE, first.search_id).await.unwrap());
    assert!(!remove(&db, METTE, first.search_id).await.unwrap());
    assert!(!restore(&db, THOMAS, first.search_id).await.unwrap());
    assert!(restore(&db, METTE, first.search_id).await.unwrap() && !restore(&db, METTE, first.search_id).await.unwrap());
    // Only the last one comes back, and a name that was given to another since does not.
    assert!(remove(&db, METTE, first.search_id).await.unwrap() && remove(&db, METTE, second.search_id).await.unwrap());
    assert!(!restore(&db, METTE, first.search_id).await.unwrap());
    assert!(save(&db, METTE, &search(6, List::People, "Aften", "q=z")).await.unwrap());
    assert!(!restore(&db, METTE, second.search_id).await.unwrap());
    assert_eq!(names(METTE).await, ["Aften", "Tørring"]);
}
