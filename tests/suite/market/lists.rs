//! Both lists as the API gives them, and what is written down of it.

use super::NOBODY;
use crate::http::cases::matching::{candidate, placement};
use backend::matching::answers::say_no;
use backend::matching::looked::{View, looks_at};
use serde_json::Value;
use shared::ids::CandidateId;
use tests::server::{Database, TestServer};

fn samira() -> CandidateId {
    candidate("Samira")
}

#[tokio::test]
async fn a_list_has_its_reasons_and_whoever_looked_is_written_down() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let site = &server.site;
    let get = async |session: &str, path: String| -> Value {
        let asked = site.http.get(site.url(&path)).bearer_auth(session).send().await.unwrap();
        assert_eq!(asked.status(), 200, "{path}");
        asked.json().await.unwrap()
    };
    let (mette, own) = (site.sign_in("Mette Lindholm").await, site.sign_in("Samira").await);
    let places = get(&mette, format!("/api/candidates/{}/placements", samira())).await;
    let fits = places["listed"]["fits"].as_array().unwrap();
    assert!(fits.len() >= 4, "{}", fits.len());
    for one in fits.iter().chain(places["listed"]["nearly"].as_array().unwrap()) {
        let reasons = one["fit"]["reasons"].as_array().unwrap();
        assert_eq!(reasons.len(), 7);
        assert!(reasons.iter().all(|reason| reason["because"].is_object()), "{reasons:?}");
        let offers = places["offers"].as_array().unwrap();
        let offer = offers.iter().find(|offer| offer["placement"]["id"] == one["placement"]);
        assert!(offer.is_some_and(|offer| offer["company"].is_string()));
    }
    // Who else works there is not told to anybody, and how much of a seat is left to consultants alone.
    assert!(!places.to_string().contains("supported"));
    let left = |places: &Value| -> Vec<u64> {
        let parts = ["fits", "nearly"].map(|part| places["listed"][part].as_array().unwrap().clone());
        let verdicts = parts
            .into_iter()
            .flatten()
            .flat_map(|one| one["verdicts"].as_array().unwrap().clone());
        let ratio = verdicts.filter(|verdict| verdict[0] == "Ratio");
        ratio.filter_map(|verdict| verdict[1]["Ok"].as_u64()).collect()
    };
    let own_places = get(&own, format!("/api/candidates/{}/placements", samira())).await;
    assert_eq!(own_places["offers"], places["offers"]);
    assert!(left(&places).iter().any(|left| *left > 0) && left(&own_places).iter().all(|left| *left == 0));
    let kitchen = placement("Køkkenet på Lindelunden");
    let people = get(&mette, format!("/api/placements/{kitchen}/candidates")).await;
    let since: Vec<&str> = people["listed"]["fits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let listed = people["candidates"].as_array().unwrap();
            let person = listed
                .iter()
                .find(|person| person["candidate_id"] == one["candidate"])
                .unwrap();
            person["waiting_since"].as_str().unwrap()
        })
        .collect();
    assert!(since.len() >= 2 && since.is_sorted(), "{since:?}");
    // No week, no needs and no terms of anybody.
    for word in ["cannot", "free", "terms", "labels"] {
        let said = people["candidates"].to_string();
        assert!(!said.contains(&format!("\"{word}\"")), "{word}");
    }

    let db = server.handle.app.db();
    let looks = looks_at(db, samira(), NOBODY, i64::MAX, 10).await.unwrap();
    let views: Vec<Option<View>> = looks.iter().map(|look| look.view).collect();
    assert_eq!(views, [Some(View::People), Some(View::Places), Some(View::Places)]);
    let first = looks.last().unwrap();
    assert_eq!(places["made_of"]["inputs"], first.inputs.as_str());
    assert_eq!(places["made_of"]["rules"], first.rules.as_str());
    assert_eq!(
        first.shown.len(),
        fits.len() + places["listed"]["nearly"].as_array().unwrap().len()
    );
    assert_eq!(people["made_of"]["inputs"], looks[0].inputs.as_str());

    // A no is not shown to either, at once and without a word.
    let bakery = placement("Bagerimedhjælper");
    say_no(db, samira(), bakery).await.unwrap();
    let after = get(&own, format!("/api/candidates/{}/placements?fits=200&nearly=50", samira())).await;
    assert!(places.to_string().contains(&bakery.to_string()) && !after.to_string().contains(&bakery.to_string()));
    let there = get(&mette, format!("/api/placements/{bakery}/candidates?fits=200&nearly=50")).await;
    assert!(!there.to_string().contains(&samira().to_string()));
}
