//! Whoever looks at a plan is written down before they see anything of it.

use super::{NOON, at_noon, lund, paper, read};
use backend::api::DOCUMENT;
use backend::db::Db;
use backend::plan::filing::{self, Filed};
use backend::plan::{Look, Looked, last_look, looked};
use shared::ids::{ChangeId, MemberId, Millis};
use shared::live::wire::Cursor;
use std::collections::BTreeMap;
use tests::server::{Database, TestServer};
use tests::socket::{Site, person};

/// Everything that was written down of the Lunds' plan so far, newest first.
async fn all(server: &TestServer) -> Vec<Looked> {
    let db = server.handle.app.db();
    looked::store::looks(db, lund(), None, Millis::MAX, i64::MAX).await.unwrap()
}

/// What may stand in the braces of an address under a plan. One that is not here must be added with what it names.
fn names(card: String, member: String) -> BTreeMap<&'static str, String> {
    [
        ("plan_id", lund().to_string()),
        ("card_id", card),
        ("member_id", member),
        ("step", "1".to_owned()),
        ("filed_id", KEPT.to_string()),
    ]
    .into()
}

const KEPT: ChangeId = ChangeId::MAX;

/// A document of the plan, for the address under which one is read.
async fn keep_one(server: &TestServer, by: MemberId) {
    let body = b"Vores plan";
    let filed = Filed {
        filed_id: KEPT,
        by,
        at: NOON,
        met_on: "2026-11-10".parse().unwrap(),
        kle: "27.27.06".parse().unwrap(),
        present: vec![],
        sha256: filing::sha256(body),
    };
    let db = server.handle.app.db();
    filing::store::add(db, lund(), &filed, body).await.unwrap();
}

/// Every address under a plan that is read, from the document.
fn read_paths() -> Vec<&'static str> {
    let paths = DOCUMENT["paths"].as_object().unwrap().iter();
    let read = paths.filter(|(path, item)| path.contains("{plan_id}") && item.get("get").is_some());
    // Who asks for a seat is shown nothing of the plan; `people` tests that.
    let read = read.filter(|(path, _)| *path != "/plans/{plan_id}/seat");
    read.map(|(path, _)| path.as_str()).collect()
}

fn fill(path: &str, names: &BTreeMap<&'static str, String>) -> String {
    let mut filled = path.to_owned();
    for (name, value) in names {
        filled = filled.replace(&format!("{{{name}}}"), value);
    }
    assert!(!filled.contains('{'), "{path} names something that this test does not know");
    filled
}

#[tokio::test]
async fn every_way_to_read_a_plan_is_written_down() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let session = server.site.sign_in("Maja").await;
    assert!(all(&server).await.is_empty());
    let socket = server.site.open(&session, lund()).await;
    let (maja, karin) = (socket.member_id, socket.member("Karin"));
    let card = socket.plan.cards().next().unwrap().card_id;
    let expect = async |what: &str, looks: &[Look]| {
        let written = all(&server).await;
        assert!(written.iter().all(|looked| looked.member_id == maja), "{what}");
        let mut found: Vec<Look> = written.into_iter().filter_map(|looked| looked.look).collect();
        found.sort();
        assert_eq!(found, looks, "{what}");
        forget(server.handle.app.db()).await;
    };
    expect("a socket", &[Look::Board]).await;
    let since: Cursor = socket.cursor.clone().unwrap();
    server.site.open_since(&session, lund(), &socket, since).await;
    expect("a socket that comes back", &[Look::BoardAgain]).await;
    let names = names(card.to_string(), karin.to_string());
    keep_one(&server, karin).await;
    for path in read_paths() {
        let (status, body) = read(&server.site, &session, &fill(path, &names)).await;
        assert_eq!(status, 200, "{path}: {body}");
        let written = all(&server).await;
        assert_eq!(
            written.len(),
            1,
            "{path} shows a plan and is written down {} times",
            written.len()
        );
        assert!(written[0].member_id == maja && written[0].look.is_some());
        forget(server.handle.app.db()).await;
    }
    assert_eq!(read(&server.site, &session, "/api/session").await.0, 200);
    expect("the list of one's plans", &[Look::Name]).await;
    assert_eq!(read(&server.site, &session, "/my-part").await.0, 200);
    expect("one's own part", &[Look::MyPart]).await;
    // And whatever else is not under a plan shows nothing of one.
    let words: Vec<&str> = socket.plan.cards().map(|card| card.words.words.as_str()).collect();
    for path in DOCUMENT["paths"]
        .as_object()
        .unwrap()
        .keys()
        .filter(|path| !path.contains('{') && *path != "/my-part")
    {
        let (_, body) = read(&server.site, &session, path).await;
        assert!(words.iter().all(|words| !body.contains(words)), "{path}");
    }
}

async fn forget(db: &Db) {
    let Db::Sqlite { writer, .. } = db else {
        panic!("another database")
    };
    sqlx::query("delete from disclosure").execute(writer).await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_written_down_is_not_shown() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let session = server.site.sign_in("Maja").await;
    let before = server.site.open(&session, lund()).await;
    let names = names(
        before.plan.cards().next().unwrap().card_id.to_string(),
        before.member("Karin").to_string(),
    );
    keep_one(&server, before.member("Karin")).await;
    let Db::Sqlite { writer, .. } = server.handle.app.db() else {
        panic!("another database")
    };
    let refuse = "create trigger no_room before insert on disclosure begin select raise(abort, 'no room'); end";
    sqlx::query(refuse).execute(writer).await.unwrap();
    let words: Vec<&str> = before.plan.cards().map(|card| card.words.words.as_str()).collect();
    for path in read_paths() {
        let (status, body) = read(&server.site, &session, &fill(path, &names)).await;
        assert_eq!(status, 503, "{path}: {body}");
        assert!(words.iter().all(|words| !body.contains(words)), "{path}");
    }
    assert!(server.site.try_open(&session, lund()).await.is_none());
}

#[tokio::test]
async fn the_family_reads_who_has_looked_in_plain_words() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let (maja, karin) = (server.site.sign_in("Maja").await, server.site.sign_in("Karin").await);
    server.site.open(&karin, lund()).await;
    read(&server.site, &maja, &paper("history")).await;
    clock.advance(5 * 60_000);
    read(&server.site, &karin, &paper("history")).await;
    clock.advance(60_000);
    let (status, page) = read(&server.site, &maja, &paper("looked")).await;
    assert_eq!(status, 200);
    let text = plain(&page);
    for sentence in [
        "I dag",
        "12.00",
        "Karin Dahl, jeres faste kontakt, åbnede tavlen.",
        "12.05",
        "Karin Dahl, jeres faste kontakt, læste, hvad der er sket.",
    ] {
        assert!(text.contains(sentence), "{sentence} is not in {text}");
    }
    assert!(!text.contains("Du læste") && !text.contains("Du så"));
    let (_, page) = read(&server.site, &maja, &paper("looked?own=true")).await;
    assert!(plain(&page).contains("Du læste, hvad der er sket."));
    // It is the family's to read, and a look of no one else is shown to others.
    assert_eq!(read(&server.site, &karin, &paper("looked")).await.0, 404);
    let written = all(&server).await;
    let karins = server.site.open(&karin, lund()).await.member_id;
    let hers = |looked: &&Looked| looked.member_id == karins && looked.look == Some(Look::Looked);
    assert_eq!(written.iter().filter(hers).count(), 0);
}

#[tokio::test]
async fn the_last_look_is_the_end_of_the_visit_before_this_one() {
    for database in [Database::sqlite(), Database::postgres().await] {
        let (server, clock) = at_noon(&database).await;
        let app = &server.handle.app;
        let session = server.site.sign_in("Maja").await;
        let (first, maja) = (
            read(&server.site, &session, &paper("history")).await.0,
            member(&server.site, &session).await,
        );
        assert_eq!(first, 200);
        let last = async || last_look(app, lund(), maja).await.unwrap();
        assert_eq!(last().await, None, "a first visit");
        clock.advance(20 * 60_000);
        read(&server.site, &session, &paper("history")).await;
        assert_eq!(last().await, None, "still the first visit");
        clock.advance(3 * 60 * 60_000);
        assert_eq!(last().await, Some(NOON + 20 * 60_000));
        for _ in 0..3 {
            read(&server.site, &session, &paper("history")).await;
            assert_eq!(last().await, Some(NOON + 20 * 60_000), "one visit, however often");
            clock.advance(25 * 60_000);
        }
    }
}

/// Who this is at the Lunds' table, without looking at it.
async fn member(site: &Site, session: &str) -> MemberId {
    let answer = site
        .http
        .get(site.url("/api/session"))
        .bearer_auth(session)
        .send()
        .await
        .unwrap();
    let body: serde_json::Value = answer.json().await.unwrap();
    assert_eq!(body["person_id"], person("Maja").to_string());
    let plans = body["plans"].as_array().unwrap();
    let seat = plans.iter().find(|plan| plan["plan_id"] == lund().to_string()).unwrap();
    seat["member_id"].as_str().unwrap().parse().unwrap()
}

/// A page without its markup.
fn plain(page: &str) -> String {
    let mut text = String::new();
    for part in page.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
