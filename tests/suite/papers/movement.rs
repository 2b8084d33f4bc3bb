//! What moves and what is strong: each in their own words, nothing added up.

use super::{at_noon, lund, paper, read, send};
use shared::plan::{Card, CellId, Column, Intent, Kind, Lane, Place};
use std::sync::Arc;
use tests::server::Database;
use tests::socket::change;

const DAY: i64 = 24 * 60 * 60 * 1000;

fn new_id() -> String {
    change(Intent::FollowUp).change_id.to_string()
}

#[tokio::test]
async fn readings_stand_side_by_side_and_other_professionals_do_not_see_them() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (maja, karin) = (site.sign_in("Maja").await, site.sign_in("Karin").await);
    let form = |face: &str, words: &str| {
        [
            ("change_id", new_id()),
            ("task", "Learning".to_owned()),
            ("face", face.to_owned()),
            ("words", words.to_owned()),
        ]
    };
    let address = paper("movement");
    assert_eq!(send(site, &maja, &address, &form("Well", "Kanariefugl synger")).await.0, 303);
    assert_eq!(send(site, &karin, &address, &form("Hard", "Undulat tier")).await.0, 303);
    let (_, page) = read(site, &maja, &address).await;
    let (_, table) = page.split_once("<caption>Skole og læring").expect("a table of the task");
    let table = table.split("</table>").next().unwrap();
    assert!(table.contains("Kanariefugl synger") && table.contains("Undulat tier"));
    assert!(table.contains("Det går godt") && table.contains("Det er svært"));
    let (_, page) = read(site, &site.sign_in("Mette").await, &address).await;
    assert!(!page.contains("Kanariefugl") && !page.contains("Undulat"));
    // Too long: nothing is written, and the words are still there.
    let long = "Lange ord. ".repeat(60);
    let (status, page) = send(site, &maja, &address, &form("Well", &long)).await;
    assert!(status == 422 && page.contains("Det blev ikke gemt") && page.contains("Lange ord. Lange ord."));
}

#[tokio::test]
async fn what_moves_from_the_municipality_to_ourselves_is_told_in_words_and_from_month_to_month() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let session = site.sign_in("Maja").await;
    let (_, page) = read(site, &session, &paper("movement")).await;
    assert!(page.contains("Sådan ligger kortene i dag."));
    clock.advance(80 * DAY);
    // Nobody stays signed in for so long.
    let session = site.sign_in("Maja").await;
    let mut maja = site.open(&session, lund()).await;
    let under_way = |card: &&Arc<Card>| card.column == Column::Ourselves && card.lane != Some(Lane::Done);
    let before = maja.plan.cards().filter(under_way).count();
    let goal = maja
        .plan
        .cards()
        .find(|card| (card.kind, card.column, card.lane) == (Kind::Goal, Column::Municipality, Some(Lane::Soon)));
    let card_id = goal.expect("a goal with the municipality").card_id;
    let to = Place::end_of(CellId {
        column: Column::Ourselves,
        lane: Some(Lane::Soon),
    });
    maja.ask(Intent::MoveCard { card_id, to }).await;
    let words = maja.words_of(card_id).unwrap();
    clock.advance(12 * DAY);
    let session = site.sign_in("Maja").await;
    let (_, page) = read(site, &session, &paper("movement")).await;
    let sentence = format!("For tre måneder siden gjorde I selv {before} ting. Nu er det {}.", before + 1);
    assert!(page.contains(&sentence), "{sentence} is not in {page}");
    let (_, moments) = page.split_once("Det har flyttet sig").expect("the moments");
    assert!(moments.contains(&words) && moments.contains("det gør I selv nu"));
    let (_, page) = read(site, &site.sign_in("Mette").await, &paper("movement")).await;
    assert!(page.contains("det gør familien selv nu"));
}

#[tokio::test]
async fn the_family_writes_what_is_strong_others_ask_and_each_may_take_their_own_away() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (session, mette) = (site.sign_in("Maja").await, site.sign_in("Mette").await);
    let mut maja = site.open(&session, lund()).await;
    let id = new_id();
    let form = |id: &str, words: &str, of: &str| {
        [
            ("change_id", id.to_owned()),
            ("is", "Can".to_owned()),
            ("of", of.to_owned()),
            ("words", words.to_owned()),
        ]
    };
    let address = paper("strengths");
    let alma = maja.member("Alma").to_string();
    assert_eq!(
        send(site, &session, &address, &form(&id, "Alma kan lave mål", &alma)).await.0,
        303
    );
    let (_, page) = read(site, &mette, &address).await;
    assert!(page.contains("Alma kan lave mål") && page.contains("Det kan jeg"));
    assert!(!page.contains(&id), "there is no button for what is not hers");
    let (status, place) = send(site, &mette, &address, &form(&new_id(), "Liv er god til at hjælpe", "")).await;
    assert!(status == 303 && place.contains("done=asked"));
    assert!(!read(site, &mette, &address).await.1.contains("Liv er god til at hjælpe"));
    maja.until("a proposal", |maja| {
        maja.plan
            .proposals()
            .any(|proposal| matches!(&proposal.intent, Intent::AddStrength { words, .. } if words == "Liv er god til at hjælpe"))
    })
    .await;
    let (status, page) = send(site, &session, &address, &form(&new_id(), "  ", "")).await;
    assert!(status == 422 && page.contains("Skriv et par ord."));
    let removal = || [("change_id", new_id()), ("strength_id", id.clone())];
    let remove = paper("strengths/remove");
    assert_eq!(send(site, &mette, &remove, &removal()).await.0, 422);
    assert_eq!(send(site, &session, &remove, &removal()).await.0, 303);
    assert!(!read(site, &session, &address).await.1.contains("Alma kan lave mål"));
}
