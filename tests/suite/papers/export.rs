//! What one takes along is what one sees, and what is kept stays as it was.

use super::{at_noon, lund, paper, read, send};
use backend::backup::{backup, restore};
use backend::clock::Clock;
use backend::db::Db;
use backend::plan::filing::{sha256, store};
use serde_json::Value;
use shared::plan::{Intent, Record};
use tests::server::{Database, TestServer};
use tests::socket::{TestSocket, new_id};

const SECRET: &str = "Jeg taler med nogen om det, der er svært";

async fn fetch(server: &TestServer, session: &str, address: &str) -> (u16, String, Vec<u8>) {
    let ask = server.site.http.get(server.site.url(&format!("{address}?lang=da")));
    let answer = ask.bearer_auth(session).send().await.unwrap();
    let status = answer.status().as_u16();
    let disposition = answer.headers().get("content-disposition");
    let disposition = disposition.map_or(String::new(), |value| value.to_str().unwrap().to_owned());
    (status, disposition, answer.bytes().await.unwrap().to_vec())
}

fn form(socket: &TestSocket) -> Vec<(&'static str, String)> {
    vec![
        ("change_id", new_id().to_string()),
        ("met_on", "2026-11-10".to_owned()),
        ("kle", "27.27.06 g01".to_owned()),
        ("present", socket.member("Maja").to_string()),
        ("present", socket.member("Karin").to_string()),
    ]
}

#[tokio::test]
async fn the_data_hold_exactly_what_the_person_sees_and_how_it_came_to_be_so() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    for name in ["Maja", "Birthe", "Mette", "Karin", "Sanne"] {
        let session = server.site.sign_in(name).await;
        let socket = server.site.open(&session, lund()).await;
        let (status, disposition, body) = fetch(&server, &session, &paper("export.json")).await;
        assert_eq!(
            (status, disposition.as_str()),
            (200, "attachment; filename=\"plan-2026-11-12.json\"")
        );
        let data: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(
            (data["format"].as_str(), data["version"].as_u64()),
            (Some("bordenden-plan"), Some(1))
        );
        assert_eq!(data["member_id"], socket.member_id.to_string());
        let records: Vec<Record> = serde_json::from_value(data["records"].clone()).unwrap();
        assert!(records.iter().eq(socket.plan.records()), "{name}");
        assert!(
            data["history"][0]["sentences"][0]
                .as_str()
                .unwrap()
                .ends_with("lavede planen.")
        );
        let (status, _, page) = fetch(&server, &session, &paper("export.html")).await;
        let page = String::from_utf8(page).unwrap();
        assert_eq!(status, 200);
        for text in [String::from_utf8(body).unwrap(), page.clone()] {
            assert_eq!(text.contains(SECRET), name == "Maja", "{name}");
        }
        for card in socket.plan.cards() {
            let words = maud_escaped(&card.words.words);
            assert!(page.contains(&words), "{name} does not read {words}");
        }
        for agreement in socket.plan.agreements() {
            assert!(page.contains(&maud_escaped(&agreement.words.words)), "{name}");
        }
        assert!(!page.contains("<script"));
    }
}

fn maud_escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[tokio::test]
async fn what_is_kept_is_read_byte_for_byte_and_nobody_changes_it() {
    for database in [Database::sqlite(), Database::postgres().await] {
        let (server, _) = at_noon(&database).await;
        let db = server.handle.app.db();
        let (hers, karins) = (server.site.sign_in("Maja").await, server.site.sign_in("Karin").await);
        let mut maja = server.site.open(&hers, lund()).await;
        let form = form(&maja);
        // Sent twice it is kept once.
        for _ in 0..2 {
            let (status, place) = send(&server.site, &karins, &paper("export"), &form).await;
            assert!(status == 303 && place.starts_with(&paper("export")), "{status} {place}");
        }
        let kept = store::list(db, lund()).await.unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!(
            (kept[0].kle.to_string().as_str(), kept[0].by),
            ("27.27.06 G01", maja.member("Karin"))
        );
        assert_eq!(kept[0].present, ["Maja", "Karin Dahl"]);
        let (_, list) = read(&server.site, &hers, &paper("export")).await;
        assert!(list.contains("Planen, da vi talte sammen 10. november 2026") && list.contains("Ved bordet: Maja, Karin Dahl"));
        let address = paper(&format!("filed/{}", kept[0].filed_id));
        let (status, page) = read(&server.site, &hers, &address).await;
        assert!(status == 200 && page.contains("Mormor henter Ellie") && page.contains(&kept[0].sha256));
        let document = format!("{address}/document.txt");
        let (status, disposition, bytes) = fetch(&server, &hers, &document).await;
        assert_eq!(
            (status, disposition.as_str()),
            (200, "attachment; filename=\"plan-2026-11-10.txt\"")
        );
        assert_eq!(sha256(&bytes), kept[0].sha256);
        let text = String::from_utf8(bytes.clone()).unwrap();
        for words in [
            "Familie: Familien Lund",
            "Vi talte sammen: 10. november 2026",
            "Ved bordet: Maja, Karin Dahl",
            "Emnets nummer (KLE): 27.27.06 G01",
            "Gemt af: Karin Dahl",
            "* Mormor henter Ellie",
            "Aftale: Mormor er hos pigerne hver tirsdag",
            "* Besøg hjemme hver uge",
        ] {
            assert!(text.contains(words), "{words} is not in {text}");
        }
        assert!(!text.contains(SECRET));
        // The plan goes on; the document does not.
        let cards: Vec<_> = maja.plan.cards().map(|card| card.card_id).collect();
        for card_id in cards {
            maja.ask(Intent::RemoveCard { card_id }).await;
        }
        for statement in [
            "update filed set body = 'x'",
            "update filed set kle = '00.00.00'",
            "delete from filed",
        ] {
            let tried = match db {
                Db::Sqlite { writer, .. } => sqlx::query(statement).execute(writer).await.map(drop),
                Db::Postgres(pool) => sqlx::query(statement).execute(pool).await.map(drop),
            };
            assert!(tried.is_err(), "{statement}");
        }
        for session in [&hers, &karins] {
            assert_eq!(fetch(&server, session, &document).await.2, bytes);
        }
        // It is the family's and its contact's to read.
        for name in ["Birthe", "Mette", "Bent"] {
            let session = server.site.sign_in(name).await;
            for address in [&address, &document] {
                assert_eq!(read(&server.site, &session, address).await.0, 404, "{name}");
            }
        }
        let birthe = server.site.sign_in("Birthe").await;
        let (_, page) = read(&server.site, &birthe, &paper("export")).await;
        assert!(page.contains("En fil til en computer") && !page.contains("Det har kommunen gemt"));
        // A backup holds it, into either kind.
        let file = database.folder.path("backup.jsonl");
        backup(db, &file, &Clock::at(5)).await.unwrap();
        for target in [Database::sqlite(), Database::postgres().await] {
            let other = Db::open(&target.url.clone().into(), None).await.unwrap();
            restore(&other, &file).await.unwrap();
            let (filed, body) = store::one(&other, lund(), kept[0].filed_id).await.unwrap().unwrap();
            assert!(filed == kept[0] && body == bytes);
        }
    }
}

#[test]
fn no_statement_changes_or_removes_what_is_kept() {
    let sql = include_str!("../../../backend/src/plan/filing/store.rs").to_lowercase();
    assert!(sql.contains("insert into filed"));
    for word in ["update ", "delete ", "replace into", "truncate"] {
        assert!(!sql.contains(word), "{word}");
    }
}

#[tokio::test]
async fn a_document_that_lacks_something_is_not_made_and_the_form_says_what() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let (hers, karins) = (server.site.sign_in("Maja").await, server.site.sign_in("Karin").await);
    let karin = server.site.open(&karins, lund()).await;
    let with = |name: &str, value: &str| {
        let mut form = form(&karin);
        form.retain(|(other, _)| *other != name);
        form.push(if name == "kle" {
            ("kle", value.to_owned())
        } else {
            ("met_on", value.to_owned())
        });
        form
    };
    for (form, words) in [
        (with("kle", "27.27"), "Nummeret skal se ud som 27.27.06."),
        (with("met_on", "2026-11-13"), "Den dag passer ikke."),
        (with("present", "2026-11-10"), "Sæt kryds ved dem"),
    ] {
        let (status, page) = send(&server.site, &karins, &paper("export"), &form).await;
        assert!(
            status == 422 && page.contains(words) && page.contains("value=\"2026-11-1"),
            "{page}"
        );
    }
    // Only the coordinator keeps one.
    assert_eq!(send(&server.site, &hers, &paper("export"), &form(&karin)).await.0, 404);
    assert!(store::list(server.handle.app.db(), lund()).await.unwrap().is_empty());
}
