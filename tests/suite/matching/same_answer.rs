//! That nobody can tell a no by asking for the two of it: what is answered is the same as where there was none.

use super::canaries::noes::says_yes;
use crate::http::cases::matching::candidate;
use backend::matching::answers::{forget_ask, say_no, take_back_no};
use serde_json::Value;
use shared::ids::{CandidateId, PlacementId};
use std::collections::BTreeSet;
use tests::server::{Database, TestServer};
use tests::socket::Site;

/// Those that stand on the person's page at the desk, the best first.
async fn on_the_page(site: &Site, mette: &str, id: CandidateId) -> Vec<PlacementId> {
    let address = site.url(&format!("/api/candidates/{id}/placements?fits=12&nearly=6"));
    let ask = site.http.get(address).bearer_auth(mette);
    let listed: Value = ask.send().await.unwrap().json().await.unwrap();
    let places = ["fits", "nearly"].map(|part| listed["listed"][part].as_array().unwrap().clone());
    let id = |one: Value| one["placement"].as_str().unwrap().parse().unwrap();
    places.into_iter().flatten().map(id).collect()
}

#[tokio::test]
async fn two_places_are_compared_where_both_stand_on_the_page_and_of_all_else_nothing_is_said() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (site, app) = (&server.site, &server.handle.app);
    let (mette, samira) = (site.sign_in("Mette Lindholm").await, candidate("Samira"));
    let all: BTreeSet<PlacementId> = app
        .desk()
        .ask(|market| market.placements().map(|held| held.thing.id).collect())
        .await
        .unwrap();
    let listed = on_the_page(site, &mette, samira).await;
    let [refused, other] = [listed[1], listed[2]];
    assert!(all.len() > listed.len() && listed.len() > 3);
    // With a no, without one, and once it is taken back.
    for round in 0..3 {
        if round == 1 {
            say_no(app.db(), samira, refused).await.unwrap();
        } else if round == 2 {
            take_back_no(app.db(), samira, refused).await.unwrap();
        }
        let listed = on_the_page(site, &mette, samira).await;
        assert_eq!(listed.contains(&refused), round != 1);
        for place in all.iter().filter(|place| round == 0 || **place == refused) {
            let address = format!("/desk/compare?person={samira}&left={other}&right={place}");
            let ask = site.http.get(site.url(&address)).bearer_auth(&mette);
            let expected = if listed.contains(place) { 200 } else { 404 };
            assert_eq!(ask.send().await.unwrap().status(), expected, "{address}");
        }
    }
}

/// What the desk answers to a question that is asked twice and taken back twice: the status, and the place to go.
async fn asked_and_taken_back(site: &Site, mette: &str, id: CandidateId, place: PlacementId) -> Vec<(u16, String)> {
    let asks = (format!("/desk/people/{id}/ask"), format!("placement={place}"));
    let takes_back = ("/desk/undo".to_owned(), format!("person={id}&placement={place}"));
    let mut answers = Vec::new();
    for (address, body) in [&asks, &asks, &takes_back, &takes_back] {
        let post = site
            .http
            .post(site.url(address))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", site.origin())
            .bearer_auth(mette)
            .body(body.clone());
        let answer = post.send().await.unwrap();
        let to = answer.headers()["location"].to_str().unwrap().to_owned();
        answers.push((answer.status().as_u16(), to));
    }
    answers
}

#[tokio::test]
async fn a_question_is_asked_and_taken_back_in_the_same_words_where_there_was_a_no() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (site, app) = (&server.site, &server.handle.app);
    let (mette, samira) = (site.sign_in("Mette Lindholm").await, candidate("Samira"));
    let place = on_the_page(site, &mette, samira).await[0];
    let before = asked_and_taken_back(site, &mette, samira, place).await;
    assert!(before.iter().all(|(status, _)| *status == 303), "{before:?}");
    assert!(
        before[0].1.contains("done=asked&") && before[2].1.contains("done=taken-back"),
        "{before:?}"
    );
    say_no(app.db(), samira, place).await.unwrap();
    assert_eq!(asked_and_taken_back(site, &mette, samira, place).await, before);
}

/// What the desk answers where a company's no is written, as the status and the place to go.
async fn companys_no(site: &Site, mette: &str, id: CandidateId, place: PlacementId) -> (u16, String) {
    let post = site
        .http
        .post(site.url("/desk/courses/no"))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", site.origin())
        .bearer_auth(mette)
        .body(format!("person={id}&placement={place}"));
    let answer = post.send().await.unwrap();
    let to = answer.headers()["location"].to_str().unwrap().to_owned();
    (answer.status().as_u16(), to)
}

#[tokio::test]
async fn a_companys_no_comes_too_late_in_the_same_words_whether_a_yes_was_taken_back_or_a_no_was_said() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (site, app) = (&server.site, &server.handle.app);
    let (mette, samira) = (site.sign_in("Mette Lindholm").await, candidate("Samira"));
    let place = on_the_page(site, &mette, samira).await[0];
    says_yes(app, samira, place).await;
    forget_ask(app.db(), samira, place).await.unwrap();
    let taken_back = companys_no(site, &mette, samira, place).await;
    assert!(taken_back.0 == 303 && taken_back.1.contains("done=no-yes"), "{taken_back:?}");
    says_yes(app, samira, place).await;
    say_no(app.db(), samira, place).await.unwrap();
    assert_eq!(companys_no(site, &mette, samira, place).await, taken_back);
    // And nothing is left of it that would outlast hers.
    take_back_no(app.db(), samira, place).await.unwrap();
    assert!(on_the_page(site, &mette, samira).await.contains(&place));
}
