//! Files in and out at the desk, as a consultant's browser sends them.

use crate::http::cases::matching::candidate;
use backend::matching::exchange::{Format, Sheet};
use backend::matching::looked::{View, looks_at};
use backend::matching::store::{Put, Thing};
use reqwest::Method;
use serde_json::Value;
use shared::ids::PersonId;
use shared::matching::rules::Rules;
use tests::server::{Database, TestServer};
use tests::socket::{Site, person};
use uuid::Uuid;

const BETWEEN: &str = "between-the-parts";

/// A form with one part, as browsers send those that hold a file. Answers with the status, where to go then, and the body.
async fn send(site: &Site, session: &str, address: &str, name: &str, file: &[u8]) -> (u16, String, Vec<u8>) {
    let mut body = format!("--{BETWEEN}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"a\"\r\n\r\n").into_bytes();
    body.extend(file);
    body.extend(format!("\r\n--{BETWEEN}--\r\n").into_bytes());
    let ask = site
        .http
        .request(Method::POST, site.url(address))
        .header("content-type", format!("multipart/form-data; boundary={BETWEEN}"))
        .header("origin", site.origin())
        .bearer_auth(session)
        .body(body);
    let answer = ask.send().await.unwrap();
    let status = answer.status().as_u16();
    let place = answer
        .headers()
        .get("location")
        .map(|place| place.to_str().unwrap().to_owned());
    (status, place.unwrap_or_default(), answer.bytes().await.unwrap().to_vec())
}

async fn fetch(site: &Site, session: &str, address: &str) -> Vec<u8> {
    let answer = site.http.get(site.url(address)).bearer_auth(session).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{address}");
    answer.bytes().await.unwrap().to_vec()
}

/// The table that a page carries in its form.
fn carried(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let (_, rest) = page.split_once("name=\"sheet\" value=\"").expect("the table in the form");
    let (value, _) = rest.split_once('"').unwrap();
    value
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .into_bytes()
}

#[tokio::test]
async fn a_file_is_shown_first_then_its_good_rows_are_taken_and_the_bad_ones_come_back() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let count = async || {
        server
            .handle
            .app
            .desk()
            .ask(|market| market.candidates().len())
            .await
            .unwrap()
    };
    let before = count().await;
    let file = "Fornavn;By;Kan arbejde;Slags\r\nBerit;Uldum;hverdage 8-14;Praktik\r\nOle;Atlantis;hverdage 8-14;Praktik\r\n;Uldum;tit;Praktik\r\n";
    let (status, _, page) = send(site, &mette, "/desk/exchange/people?lang=da", "file", file.as_bytes()).await;
    assert_eq!(status, 200);
    let text = String::from_utf8(page.clone()).unwrap();
    for sentence in ["1 ny", "2 skal rettes", "»Atlantis« kender vi ikke", "Fornavn: mangler"] {
        assert!(text.contains(sentence), "{sentence} is not in {text}");
    }
    assert_eq!(count().await, before, "nothing is stored before somebody says so");
    let sheet = carried(&page);
    for format in ["csv", "xlsx"] {
        let (status, _, back) = send(
            site,
            &mette,
            &format!("/desk/exchange/people/back?format={format}&lang=da"),
            "sheet",
            &sheet,
        )
        .await;
        assert_eq!(status, 200);
        let back = Sheet::read(&back).unwrap();
        assert_eq!(back.rows.len(), 2);
        assert_eq!(back.headings.last().map(String::as_str), Some("Det skal rettes"));
        assert!(back.rows.iter().all(|row| !row.last().unwrap().is_empty()));
    }
    let (status, place, _) = send(site, &mette, "/desk/exchange/people/take?lang=da", "sheet", &sheet).await;
    assert_eq!(
        (status, place.as_str()),
        (303, "/desk/exchange?added=1&changed=0&left=0&lang=da")
    );
    assert_eq!(count().await, before + 1);
}

#[tokio::test]
async fn the_demo_goes_out_and_comes_back_as_it_was_in_every_format() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    for address in [
        "people?format=csv&needs=yes",
        "people?format=xlsx",
        "workplaces?format=csv",
        "workplaces?format=xlsx",
        "places?format=csv",
        "places?format=xlsx",
        "places?format=jsonld",
    ] {
        for lang in ["da", "en"] {
            let file = fetch(site, &mette, &format!("/desk/exchange/{address}&lang={lang}")).await;
            let book = address.split('?').next().unwrap();
            let (status, _, page) = send(site, &mette, &format!("/desk/exchange/{book}?lang=en"), "file", &file).await;
            assert_eq!(status, 200);
            let text = String::from_utf8(page).unwrap();
            let is_same = text.contains("are as they are stored")
                && !text.contains("to be mended")
                && text.contains("There is nothing to store");
            assert!(
                is_same,
                "{address} {lang}: {}",
                text.split("<p class=\"empty\">")
                    .nth(1)
                    .unwrap_or_default()
                    .chars()
                    .take(400)
                    .collect::<String>()
            );
        }
    }
    // A list of people that is taken home is a look at everybody on it.
    let db = server.handle.app.db();
    let looks = looks_at(db, candidate("Samira"), PersonId(Uuid::nil()), i64::MAX, 100)
        .await
        .unwrap();
    // With what work may ask of them it is another look, and so is a file that came with them in it.
    let count = |view: View| looks.iter().filter(|look| look.view == Some(view)).count();
    assert_eq!([View::File, View::FileWithNeeds, View::Brought].map(count), [2, 2, 4]);
    assert!(looks.iter().all(|look| !look.inputs.is_empty()));
    assert!(
        Sheet {
            headings: vec!["a".into()],
            rows: vec![]
        }
        .write(Format::Csv)
        .is_ok()
    );
}

#[tokio::test]
async fn what_a_colleague_writes_while_a_file_is_looked_at_stays_as_they_wrote_it() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let desk = server.handle.app.desk();
    let samira = candidate("Samira");
    let stored = async || {
        let ask = move |market: &_| {
            let market: &backend::matching::market::Market = market;
            (
                market.candidate(samira).unwrap().clone(),
                market.candidate_revision(samira).unwrap(),
            )
        };
        desk.ask(ask).await.unwrap()
    };
    let file = format!("id;Det vil jeg\r\n{samira};Ud i det fri\r\n");
    let (status, _, page) = send(site, &mette, "/desk/exchange/people?lang=da", "file", file.as_bytes()).await;
    let text = String::from_utf8(page.clone()).unwrap();
    assert!(
        status == 200 && text.contains("Det vil jeg: »") && text.contains("»Ud i det fri«"),
        "{text}"
    );
    let (mut one, revision) = stored().await;
    one.wish = "Ved siden af vandet".into();
    let changed = Thing::Candidate(Box::new(one.clone()));
    let put = desk.put(&changed, Some(revision), person("Mette Lindholm"));
    assert!(matches!(put.await.unwrap(), Put::Saved(_)));
    let take = "/desk/exchange/people/take?lang=da";
    let (status, place, _) = send(site, &mette, take, "sheet", &carried(&page)).await;
    assert_eq!(
        (status, place.as_str()),
        (303, "/desk/exchange?added=0&changed=0&left=1&lang=da")
    );
    assert_eq!(stored().await.0, one);
    // Whoever looks anew sees the colleague's words, and may say yes to what is written over them.
    let (_, _, page) = send(site, &mette, "/desk/exchange/people?lang=da", "file", file.as_bytes()).await;
    let text = String::from_utf8(page.clone()).unwrap();
    assert!(text.contains("»Ved siden af vandet« bliver til »Ud i det fri«"), "{text}");
    let (_, place, _) = send(site, &mette, take, "sheet", &carried(&page)).await;
    assert_eq!(place, "/desk/exchange?added=0&changed=1&left=0&lang=da");
    assert_eq!(stored().await.0.wish, "Ud i det fri");
}

#[tokio::test]
async fn a_new_file_of_rules_is_a_draft_until_somebody_sets_its_day() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let shipped = std::fs::read_to_string(tests::server::root().join("shared/data/placement_rules_dk.json")).unwrap();
    let mut newer: Value = serde_json::from_str(&shipped).unwrap();
    newer["checked"] = "2026-11-22".into();
    let first = newer["rules"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|rule| rule["id"] == "vp.max_weeks.jobready")
        .unwrap();
    first["value"]["number"] = 6.into();
    newer["school_free"] = serde_json::json!([{"from": "2026-10-12", "to": "2026-10-16"}]);
    let (status, place, _) = send(site, &mette, "/desk/rules?lang=en", "file", newer.to_string().as_bytes()).await;
    assert_eq!(status, 303, "{place}");
    let page = String::from_utf8(fetch(site, &mette, &place).await).unwrap();
    for said in [
        "vp.max_weeks.jobready",
        "6 weeks",
        "4 weeks",
        "School holidays",
        "12 October 2026 to 16 October 2026",
        "The municipality decides.",
    ] {
        assert!(page.contains(said), "{said} is not in {page}");
    }
    let number = async || {
        server
            .handle
            .app
            .desk()
            .ask(|market| {
                market
                    .in_force("2026-12-24".parse().unwrap())
                    .rules
                    .number("vp.max_weeks.jobready", "2026-12-24".parse().unwrap())
            })
            .await
            .unwrap()
    };
    assert_eq!(number().await, Some(4), "a draft counts for nothing");
    let set = async |body: &'static str| {
        let post = site
            .http
            .post(site.url(&place))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", site.origin())
            .bearer_auth(&mette)
            .body(body);
        post.send().await.unwrap()
    };
    // A day that is none comes back as it was typed; a draft needs no day.
    let wrong = set("from=soon&act=count").await;
    assert_eq!(wrong.status(), 422);
    let page = wrong.text().await.unwrap();
    assert!(
        page.contains("value=\"soon\"") && page.contains("aria-invalid=\"true\""),
        "{page}"
    );
    assert_eq!(set("from=&act=draft").await.status(), 303);
    assert_eq!(set("from=2026-12-01&act=count").await.status(), 303);
    assert_eq!(number().await, Some(6));
    let page = String::from_utf8(fetch(site, &mette, "/desk/rules?lang=en").await).unwrap();
    assert!(
        page.contains("The file names no school holidays."),
        "the file that counts today is the one that is shipped"
    );
    // A file that cannot be used says where, and changes nothing.
    let (status, _, page) = send(
        site,
        &mette,
        "/desk/rules?lang=en",
        "file",
        br#"{"checked":"2026-11-22","rules":[{"id":"a","topik":"b"}]}"#,
    )
    .await;
    let page = String::from_utf8(page).unwrap();
    assert!(
        status == 422 && page.contains("topik") && page.contains("We do not know the field"),
        "{status}"
    );
    // The page begins with it, and whoever comes back to the page does too.
    let [alert, rules] =
        ["role=\"alert\" tabindex=\"-1\" autofocus", "id=\"rules-head\""].map(|part| page.find(part).expect(part));
    assert!(alert < rules && page.contains("href=\"#rule-file\""));
    assert!(Rules::read(&shipped).is_ok());
}
