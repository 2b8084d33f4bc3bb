//! What a no may not be told by: hers, and a company's.

use super::{Asked, Things, Who};
use backend::app::App;
use backend::matching::answers::{Yes, company_no, say_yes};
use shared::day::Day;
use shared::ids::{AskId, CandidateId, PlacementId};
use tests::socket::person;

/// Somebody says yes to that a company is told of them.
pub async fn says_yes(app: &App, id: CandidateId, place: PlacementId) {
    let now = app.clock().now();
    let yes = Yes {
        until: Day::in_denmark(now).plus(28),
        at: now,
        text_version: 1,
        language: "da".into(),
        read_aloud: false,
        present: None,
    };
    let ask_id = AskId(backend::random::uuid(now).unwrap());
    say_yes(app.db(), ask_id, id, place, &yes).await.unwrap();
}

/// Somebody says yes, and the company no.
pub async fn hears_no(app: &App, id: CandidateId, place: PlacementId) {
    says_yes(app, id, place).await;
    let written = company_no(app.db(), id, place, person("Mette Lindholm"), app.clock().now()).await;
    assert!(written.unwrap().is_some());
}

/// What speaks of her and of one place, or of one place and its people, says nothing of either no.
pub(super) fn after_a_no(all: &[Asked], rows: &[String], things: &Things) -> Vec<String> {
    let Things {
        samira,
        refused,
        refusing,
        ..
    } = things;
    let mut found = Vec::new();
    let begins = [
        format!("/desk/people/{samira}"),
        format!("/api/candidates/{samira}"),
        "/desk/compare".to_owned(),
    ];
    let places = [refused.to_string(), refusing.to_string()];
    for asked in all {
        let what = format!("{:?} {}", asked.who, asked.address);
        // Where she takes her own no back, she alone sees it, and nothing of the company's; of the company's she alone reads on
        // her first page.
        let is_own_list = asked.who == Who::Samira && asked.address == "/my-work/not";
        let is_told = asked.who == Who::Samira && asked.address.split('?').next() == Some("/my-work");
        let is_her_own = asked.who == Who::Samira && asked.address.starts_with("/my-work");
        let is_of_her = is_her_own || begins.iter().any(|begin| asked.address.starts_with(begin.as_str()));
        for place in &places {
            // An address that names the place itself says nothing that the reader did not.
            let is_asked_for = asked.address.contains(place.as_str());
            let may = is_own_list && *place == places[0] || is_told && *place == places[1];
            if is_told && *place == places[1] && !asked.body.contains(place.as_str()) {
                found.push(format!("{what}: she is left to wait"));
            }
            if is_of_her && !may && !is_asked_for && asked.body.contains(place.as_str()) {
                found.push(format!("{what}: a place after a no"));
            }
            let of_place = [format!("/desk/places/{place}"), format!("/api/placements/{place}")];
            let is_of_place = of_place.iter().any(|begin| asked.address.starts_with(begin.as_str()));
            if is_of_place && asked.body.contains(&samira.to_string()) {
                found.push(format!("{what}: somebody after a no"));
            }
        }
        // A file of people says nothing of places they were not shown.
        if asked.address.starts_with("/desk/exchange/people") && places.iter().any(|place| asked.body.contains(place.as_str())) {
            found.push(format!("{what}: a place in a file of people"));
        }
    }
    let hex = |id: &str| id.replace('-', "");
    for row in rows {
        let of_her = row.contains(&hex(&samira.to_string()));
        let of_place = places.iter().any(|place| row.contains(&hex(place)));
        let shows = |id: &str| row.contains(id);
        let shows_place = of_her && row.starts_with("places") && places.iter().any(|place| shows(place));
        if shows_place || of_place && shows(&samira.to_string()) {
            found.push(format!("the log, after a no: {row}"));
        }
    }
    found
}
