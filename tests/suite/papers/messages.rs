//! Word to a telephone: over real sockets, to a service that fails, and never what should not be told.

mod asks;

use super::{NOON, read, send};
use crate::http::cases::matching::candidate;
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use backend::Config;
use backend::app::App;
use backend::clock::Clock;
use backend::config::MessageService;
use backend::matching::answers::say_no;
use backend::matching::messages::About;
use backend::matching::messages::store::{all_told, number, waiting};
use serde_json::Value;
use shared::day::Day;
use shared::ids::{CandidateId, Millis, PlacementId};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tests::day_job::{add_day_job, let_everything_fit, write_again};
use tests::server::{Database, TestServer};
use tests::socket::person;
use uuid::Uuid;

const PAGE: &str = "/my-work/messages";
const SECRET: &str = "hemmelig-nok";
const CANARY: &str = "Kanariefugl";
const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;

/// What the service for messages was sent.
#[derive(Clone, PartialEq, Debug)]
struct Received {
    key: String,
    bearer: String,
    body: Value,
    status: u16,
}

/// A tiny service for messages, which answers with these and then takes everything.
#[derive(Clone, Default)]
struct Gateway {
    answers: Arc<Mutex<Vec<u16>>>,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Gateway {
    async fn open(answers: &[u16]) -> (Gateway, String) {
        let gateway = Gateway::default();
        gateway.answers.lock().unwrap().extend(answers.iter().rev());
        let own = gateway.clone();
        let app = Router::new().route(
            "/send",
            post(move |headers: HeaderMap, body: Bytes| async move { own.take(&headers, &body) }),
        );
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/send", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, app).await });
        (gateway, url)
    }

    fn take(&self, headers: &HeaderMap, body: &[u8]) -> StatusCode {
        let text = |name: &str| headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        let status = self.answers.lock().unwrap().pop().unwrap_or(202);
        self.received.lock().unwrap().push(Received {
            key: text("idempotency-key"),
            bearer: text("authorization"),
            body: serde_json::from_slice(body).unwrap(),
            status,
        });
        StatusCode::from_u16(status).unwrap()
    }

    fn all(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    fn texts(&self) -> Vec<String> {
        let text = |one: &Received| one.body["text"].as_str().unwrap().to_owned();
        self.all().iter().filter(|one| one.status == 202).map(text).collect()
    }

    /// Waits until it was asked so often, and then a round longer.
    async fn asked(&self, times: usize) -> Vec<Received> {
        for _ in 0..200 {
            if self.all().len() >= times {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        a_round().await;
        let all = self.all();
        assert_eq!(all.len(), times, "{all:#?}");
        all
    }
}

async fn a_round() {
    tokio::time::sleep(Duration::from_millis(2_500)).await;
}

struct Place {
    server: TestServer,
    clock: Clock,
    gateway: Gateway,
    mette: String,
    samira: String,
}

impl Place {
    async fn open(database: &Database, answers: &[u16]) -> Place {
        let (gateway, url) = Gateway::open(answers).await;
        let clock = Clock::at(NOON);
        let config = Config {
            clock: clock.clone(),
            message_service: Some(MessageService::new(&url, Some(SECRET.into()), true).unwrap()),
            ..database.demo()
        };
        let server = TestServer::with(config).await;
        let mette = server.site.sign_in("Mette Lindholm").await;
        let samira = server.site.sign_in("Samira").await;
        let place = Place {
            server,
            clock,
            gateway,
            mette,
            samira,
        };
        let_everything_fit(place.app(), her(), CANARY).await;
        place
    }

    async fn asks(&self) {
        self.says_yes_to(&["day_jobs"]).await;
    }

    async fn says_yes_to(&self, wants: &[&'static str]) {
        let form = [("do", "save"), ("phone", "12 34 56 78"), ("language", "da")].map(|(name, value)| (name, value.to_owned()));
        let ticks = wants.iter().map(|name| (*name, "true".to_owned()));
        let form: Vec<_> = form.into_iter().chain(ticks).collect();
        let (status, place) = send(&self.server.site, &self.samira, PAGE, &form).await;
        assert_eq!((status, place.as_str()), (303, "/my-work/messages?done=saved&lang=da"));
    }

    async fn job(&self, n: u128, day: Day) -> PlacementId {
        add_day_job(self.app(), n, day, &format!("{CANARY} pakker")).await
    }

    fn app(&self) -> &App {
        &self.server.handle.app
    }

    async fn reads(&self, address: &str) -> String {
        let (status, page) = read(&self.server.site, &self.samira, address).await;
        assert_eq!(status, 200, "{page}");
        page
    }
}

fn her() -> CandidateId {
    candidate("Samira")
}

fn thursday() -> Day {
    Day::in_denmark(NOON)
}

#[tokio::test]
async fn a_job_reaches_the_phone_once_though_the_service_fails_twice() {
    let database = Database::sqlite();
    let place = Place::open(&database, &[503, 500]).await;
    // What is there before she asks she is not told of.
    place.job(1, thursday().plus(1)).await;
    place.asks().await;
    let job = place.job(2, thursday().plus(1)).await;
    place.gateway.asked(1).await;
    place.clock.advance(5_000);
    place.gateway.asked(2).await;
    place.clock.advance(10_000);
    let all = place.gateway.asked(3).await;
    let [first, second, third] = &all[..] else {
        panic!("{all:#?}")
    };
    assert!(!first.key.is_empty() && first.key == second.key && second.key == third.key);
    assert_eq!(all.iter().map(|one| one.status).collect::<Vec<_>>(), [503, 500, 202]);
    assert_eq!(third.bearer, format!("Bearer {SECRET}"));
    let address = format!("{}/my-work?lang=da", place.server.site.origin());
    assert_eq!(
        third.body,
        serde_json::json!({
            "to": "+4512345678",
            "language": "da",
            "text": format!("Der er et job i morgen, som kunne passe dig. Se det her: {address}"),
        })
    );
    // A confirmation, a change, an hour: she knows of it.
    write_again(place.app(), job, |_| {}).await;
    place.clock.advance(2 * HOUR);
    place.gateway.asked(3).await;
    // Two more within the hour are told together, when it is over.
    place.job(3, thursday().plus(1)).await;
    place.gateway.asked(4).await;
    place.job(4, thursday().plus(2)).await;
    place.job(5, thursday().plus(3)).await;
    place.gateway.asked(4).await;
    place.clock.advance(HOUR);
    place.gateway.asked(5).await;
    assert!(
        place.gateway.texts()[2].starts_with("Der er 2 job på en dag"),
        "{:?}",
        place.gateway.texts()
    );
    // It stands in her own page, and of nothing else of hers did a word leave the house.
    let page = place.reads(PAGE).await;
    assert!(
        page.contains("+45 12 34 56 78") && page.contains("I dag kl. 12.00") && page.contains("I dag kl. 15.00"),
        "{page}"
    );
    assert_eq!(page.matches(&format!("<bdi>{CANARY} pakker</bdi>")).count(), 4);
    for one in place.gateway.all() {
        let text = one.body.to_string();
        for word in [CANARY, "Samira", "Bager", "pakker", &her().to_string()] {
            assert!(!text.contains(word), "{text}");
        }
        assert_eq!(one.body.as_object().unwrap().len(), 3);
    }
    // The desk does not see the number.
    for address in [
        format!("/desk/people/{}", her()),
        format!("/desk/people/{}/edit", her()),
        "/desk/exchange/people?format=csv".to_owned(),
    ] {
        let (status, page) = read(&place.server.site, &place.mette, &address).await;
        assert!(
            status == 200 && !page.contains("12345678") && !page.contains("12 34 56 78"),
            "{address} {status}"
        );
    }
    // After thirty days nothing is left.
    place.clock.advance(31 * 24 * HOUR);
    a_round().await;
    assert!(all_told(place.app().db()).await.unwrap().is_empty());
    let samira = place.server.site.sign_in("Samira").await;
    let (_, page) = read(&place.server.site, &samira, PAGE).await;
    assert!(page.contains("Vi har ikke skrevet til dig."), "{page}");
}

#[tokio::test]
async fn nobody_is_woken_and_what_was_said_no_to_or_taken_back_in_the_night_is_not_told() {
    let database = Database::sqlite();
    let place = Place::open(&database, &[]).await;
    let db = place.app().db();
    place.asks().await;
    // Ten in the evening.
    place.clock.advance(10 * HOUR);
    place.job(1, thursday().plus(1)).await;
    place.job(2, thursday().plus(2)).await;
    place.job(3, thursday().plus(3)).await;
    place.gateway.asked(0).await;
    let page = place.reads(PAGE).await;
    assert!(
        page.contains("Venter på at blive sendt") && page.contains("kl. 7.00"),
        "{page}"
    );
    // A no, a job that is gone, and one that is left.
    let no = PlacementId(Uuid::from_u128(1));
    say_no(db, her(), no).await.unwrap();
    write_again(place.app(), PlacementId(Uuid::from_u128(2)), |job| job.seats = 0).await;
    place.clock.advance(9 * HOUR);
    place.gateway.asked(1).await;
    assert!(
        place.gateway.texts()[0].starts_with("Der er snart et job,"),
        "{:?}",
        place.gateway.texts()
    );
    assert_eq!(all_told(db).await.unwrap(), [(her().0, Uuid::from_u128(3))].into());
    let page = place.reads(PAGE).await;
    assert!(!page.contains(&Uuid::from_u128(1).to_string()), "of a no there is no trace");
    // The next night she stops: the number is gone, and so is what waits.
    place.clock.advance(15 * HOUR);
    place.job(4, thursday().plus(2)).await;
    a_round().await;
    assert_eq!(waiting(db, Millis::MAX, 9).await.unwrap().len(), 1);
    let (status, to) = send(&place.server.site, &place.samira, PAGE, &[("do", "stop".into())]).await;
    assert_eq!((status, to.as_str()), (303, "/my-work/messages?done=stopped&lang=da"));
    assert!(number(db, her().0, About::DayJob).await.unwrap().is_none() && waiting(db, Millis::MAX, 9).await.unwrap().is_empty());
    place.clock.advance(9 * HOUR);
    place.gateway.asked(1).await;
}

#[tokio::test]
async fn a_number_that_cannot_be_reached_is_told_to_its_owner_and_goes_with_the_wish() {
    let database = Database::sqlite();
    let place = Place::open(&database, &[422]).await;
    let db = place.app().db();
    for wrong in ["12 34 56 7", "ring til mig", ""] {
        let form = [("do", "save"), ("phone", wrong), ("language", "da")].map(|(name, value)| (name, value.to_owned()));
        let (status, page) = send(&place.server.site, &place.samira, PAGE, &form).await;
        assert!(
            status == 422 && page.contains("Nummeret kan ikke læses") && page.contains(&format!("value=\"{wrong}\"")),
            "{page}"
        );
    }
    assert!(number(db, her().0, About::DayJob).await.unwrap().is_none());
    place.asks().await;
    assert!(
        place.reads("/my-work").await.contains("Du hører om dem med det samme."),
        "who asks would like to hear of them"
    );
    place.job(1, thursday().plus(1)).await;
    place.gateway.asked(1).await;
    place.clock.advance(HOUR);
    place.gateway.asked(1).await;
    assert!(place.reads(PAGE).await.contains("Det kunne ikke sendes"));
    // Who would not hear of day jobs any more needs no number here, whichever page says so.
    let (status, _) = send(&place.server.site, &place.samira, "/my-work", &[("day_jobs", "no".into())]).await;
    assert_eq!(status, 303);
    a_round().await;
    assert!(number(db, her().0, About::DayJob).await.unwrap().is_none());
}

#[tokio::test]
async fn a_signal_reaches_the_phone_of_the_consultant_who_asked() {
    let database = Database::sqlite();
    let place = Place::open(&database, &[]).await;
    let (site, desk) = (&place.server.site, "/desk/signals/phone");
    let form = |phone: &str| [("do", "save"), ("phone", phone), ("language", "da")].map(|(name, value)| (name, value.to_owned()));
    let (status, page) = send(site, &place.mette, desk, &form("hos mig")).await;
    assert!(status == 422 && page.contains("Nummeret kan ikke læses") && page.contains("value=\"hos mig\""));
    assert_eq!(send(site, &place.mette, desk, &form("12 34 57 00")).await.0, 303);
    let app = place.app();
    let signal = crate::matching::canaries::signal();
    for n in 1..=2 {
        let id = shared::ids::SignalId(Uuid::from_u128(n));
        backend::matching::book::add_signal(app.db(), id, &signal, place.clock.now())
            .await
            .unwrap();
        place.gateway.asked(1).await;
    }
    let all = place.gateway.all();
    assert_eq!(all[0].body["to"], "+4512345700");
    assert_eq!(
        all[0].body["text"],
        format!(
            "En virksomhed har skrevet. Se det her: {}/desk/signals?lang=da",
            site.origin()
        )
    );
    // The second waits its ten minutes; somebody takes it before, so nothing is to be told.
    let second = shared::ids::SignalId(Uuid::from_u128(2));
    assert!(
        backend::matching::book::take_signal(app.db(), second, person("Mette Lindholm"))
            .await
            .unwrap()
    );
    place.clock.advance(10 * MINUTE);
    place.gateway.asked(1).await;
    assert_eq!(send(site, &place.mette, desk, &[("do", "stop".into())]).await.0, 303);
    assert!(
        number(app.db(), person("Mette Lindholm").0, About::Signal)
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn without_a_service_the_pages_say_so_and_no_number_is_taken() {
    let database = Database::sqlite();
    let (server, _) = super::at_noon(&database).await;
    let site = &server.site;
    let (samira, mette) = (site.sign_in("Samira").await, site.sign_in("Mette Lindholm").await);
    let (_, page) = read(site, &samira, PAGE).await;
    assert!(
        page.contains("Herfra kan vi ikke skrive til telefoner") && !page.contains("name=\"phone\""),
        "{page}"
    );
    let (_, page) = read(site, &mette, "/desk/signals").await;
    assert!(page.contains("Herfra kan vi ikke skrive til telefoner") && !page.contains("name=\"phone\""));
    let form = [("do", "save"), ("phone", "12345678")].map(|(name, value)| (name, value.to_owned()));
    assert_eq!(send(site, &samira, PAGE, &form).await.0, 404);
    assert_eq!(send(site, &mette, "/desk/signals/phone", &form).await.0, 404);
}

#[tokio::test]
async fn a_page_that_stands_open_is_told_what_has_come_since_and_nothing_twice() {
    let database = Database::sqlite();
    let place = Place::open(&database, &[]).await;
    let (status, _) = send(&place.server.site, &place.samira, "/my-work", &[("day_jobs", "yes".into())]).await;
    assert_eq!(status, 303);
    place.job(1, thursday().plus(1)).await;
    let page = place.reads("/my-work").await;
    let src = page
        .split("data-src=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap()
        .replace("&amp;", "&");
    assert!(src.starts_with("/my-work/day-jobs?since="), "{src}");
    let ask = async |known: &str| {
        let ask = place
            .server
            .site
            .http
            .get(place.server.site.url(&src))
            .bearer_auth(&place.samira);
        let answer = ask.header("if-none-match", known).send().await.unwrap();
        let tag = answer
            .headers()
            .get("etag")
            .map(|tag| tag.to_str().unwrap().to_owned())
            .unwrap_or_default();
        (answer.status().as_u16(), tag, answer.text().await.unwrap())
    };
    let (status, tag, part) = ask("").await;
    assert!(status == 200 && !part.contains(CANARY), "{part}");
    assert_eq!(ask(&tag).await, (304, String::new(), String::new()));
    place.job(2, thursday().plus(1)).await;
    let (status, new, part) = ask(&tag).await;
    assert!(
        status == 200 && new != tag && part.matches("<a class=\"job\"").count() == 2,
        "{part}"
    );
    assert!(part.contains(&Uuid::from_u128(2).to_string()) && !part.contains(&Uuid::from_u128(1).to_string()));
    assert_eq!(ask(&new).await.0, 304);
    // A no takes it away again.
    let no = PlacementId(Uuid::from_u128(2));
    say_no(place.app().db(), her(), no).await.unwrap();
    let (status, _, part) = ask(&new).await;
    assert!(status == 200 && !part.contains(CANARY), "{part}");
}
