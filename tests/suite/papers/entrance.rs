//! The companies' entrance.

use super::{at_noon, read, send};
use serde_json::{Value, json};
use tests::server::{Database, TestServer};
use tests::socket::Site;

pub(super) const ENTRANCE: &str = "/company-entry";

/// The fields of a form of the entrance, as somebody would fill them in who needs hands.
pub(super) fn fields(pass: &str, phone: &str) -> Vec<(&'static str, String)> {
    [
        ("pass", pass),
        ("about", "Hands"),
        ("task-27", "on"),
        ("other_task", "Sætte priser på nye varer"),
        ("at-Tuesday-Morning", "on"),
        ("can_move", "no"),
        ("must", "Løfte 10 kilo"),
        ("kind-PaidHours", "on"),
        ("place", "Købmand Lærke, Uldum"),
        ("name", "Kirsten"),
        ("phone", phone),
        ("not_when", "ikke om fredagen"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

/// The pass of the form that stands on a page.
fn pass_in(page: &str) -> String {
    let rest = page.split("name=\"pass\" value=\"").nth(1).expect("a form with its pass");
    rest.split('"').next().expect("a pass").to_owned()
}

pub(super) async fn open_form(site: &Site) -> String {
    pass_in(&read(site, "", ENTRANCE).await.1)
}

/// Every word that was written stands in the form.
fn assert_kept(page: &str, phone: &str) {
    for kept in [
        "Sætte priser på nye varer",
        "Løfte 10 kilo",
        "Købmand Lærke, Uldum",
        "ikke om fredagen",
        phone,
    ] {
        assert!(page.contains(&format!("value=\"{kept}\"")), "{kept} is lost");
    }
    for checked in [
        "name=\"task-27\" value=\"on\" checked",
        "name=\"at-Tuesday-Morning\" value=\"on\" checked",
        "value=\"Hands\" checked",
        "value=\"no\" checked",
    ] {
        assert!(page.contains(checked), "{checked} is lost");
    }
}

#[tokio::test]
async fn a_form_that_is_refused_says_what_to_do_and_keeps_every_word() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let pass = open_form(site).await;
    let (status, page) = send(site, "", ENTRANCE, &fields(&pass, "12 34 57 01")).await;
    assert!(status == 422 && page.contains("Det gik meget hurtigt"), "{status}");
    assert_kept(&page, "12 34 57 01");
    clock.advance(5_000);
    let (status, page) = send(site, "", ENTRANCE, &fields(&pass, "12 34")).await;
    assert!(status == 422 && page.contains("mindst otte cifre"));
    assert_kept(&page, "12 34");
    let mut trapped = fields(&pass, "12 34 57 01");
    trapped.push(("website", "https://spam.example".into()));
    let (status, page) = send(site, "", ENTRANCE, &trapped).await;
    assert!(status == 422 && page.contains("Et felt, der skal stå tomt") && !page.contains("spam.example"));
    assert_kept(&page, "12 34 57 01");
    clock.advance(13 * 3_600_000);
    let (status, page) = send(site, "", ENTRANCE, &fields(&pass, "12 34 57 01")).await;
    assert!(status == 422 && page.contains("har stået åben længe"));
    assert_kept(&page, "12 34 57 01");
    let anew = pass_in(&page);
    assert_ne!(anew, pass);
    clock.advance(5_000);
    let (status, place) = send(site, "", ENTRANCE, &fields(&anew, "12 34 57 01")).await;
    assert_eq!((status, place.as_str()), (303, "/company-entry?done=sent&lang=da"));
    let (status, place) = send(site, "", ENTRANCE, &fields(&anew, "12 34 57 01")).await;
    assert_eq!(
        (status, place.as_str()),
        (303, "/company-entry?done=sent&lang=da"),
        "twice is once"
    );
    let mut other = fields(&anew, "12 34 57 01");
    other.retain(|(name, _)| *name != "must");
    let (status, page) = send(site, "", ENTRANCE, &other).await;
    assert!(status == 422 && page.contains("Det første er sendt"));
}

#[tokio::test]
async fn one_address_is_told_when_it_has_sent_too_much_and_loses_nothing() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let first = open_form(site).await;
    clock.advance(5_000);
    let again = async || send(site, "", ENTRANCE, &fields(&first, "22345600")).await.0;
    // A form that has come in is answered alike however often a browser sends it, and counts once.
    for n in 0..70 {
        assert_eq!(again().await, 303, "{n}");
    }
    for n in 1..60 {
        let pass = open_form(site).await;
        clock.advance(5_000);
        let (status, _) = send(site, "", ENTRANCE, &fields(&pass, &format!("223456{n:02}"))).await;
        assert_eq!(status, 303);
    }
    let pass = open_form(site).await;
    clock.advance(5_000);
    let (status, page) = send(site, "", ENTRANCE, &fields(&pass, "22345699")).await;
    assert!(status == 429 && page.contains("Der er sendt meget herfra"));
    assert_kept(&page, "22345699");
    assert_eq!(again().await, 303);
    // None of them is lost at the desk: the first have people beside them, the others stand below.
    let mette = site.sign_in("Mette Lindholm").await;
    let (_, page) = read(site, &mette, "/desk/signals").await;
    assert_eq!(page.matches("<li class=\"signal\"").count(), 60);
    assert_eq!(page.matches("class=\"head\"><h3>").count(), 20);
    assert!(page.contains("40 virksomheder til"), "{page}");
    for n in 0..60 {
        assert!(page.contains(&format!("223456{n:02}")), "{n}");
    }
}

async fn post_signal(site: &Site, origin: &str, body: &Value) -> reqwest::Response {
    let post = site.http.post(site.url("/api/signals?lang=en")).header("origin", origin);
    post.json(body).send().await.expect("an answer")
}

#[tokio::test]
async fn a_page_of_a_named_site_sends_without_a_cookie_and_reads_why_not() {
    let database = Database::sqlite();
    let named = "https://hedensted.example";
    let server = TestServer::with(backend::Config {
        embed_origins: vec![named.to_owned()],
        ..database.demo()
    })
    .await;
    let site = &server.site;
    let app = &server.handle.app;
    let pass = app.entrance().pass(app.clock().now()).unwrap();
    let body = json!({ "pass": pass, "signal": { "about": "Room", "place": "Uldum", "name": "Ole", "phone": "12345678" } });
    let early = post_signal(site, named, &body).await;
    assert_eq!(early.status(), 422);
    let allowed = early
        .headers()
        .get("access-control-allow-origin")
        .map(|origin| origin.to_str().unwrap().to_owned());
    assert_eq!(allowed.as_deref(), Some(named));
    assert!(early.headers().get("access-control-allow-credentials").is_none());
    let why: Value = early.json().await.unwrap();
    assert_eq!(why["pass"], body["pass"], "the same pass is good a moment later");
    assert!(why["detail"].as_str().unwrap().contains("very fast"));
    let form = site
        .http
        .get(site.url("/company-entry/form?lang=en"))
        .header("origin", named)
        .send()
        .await
        .unwrap();
    assert_eq!(form.headers().get("access-control-allow-origin").unwrap(), named);
    let script = site
        .http
        .get(site.url("/company-entry.js"))
        .header("origin", named)
        .send()
        .await
        .unwrap();
    assert_eq!(script.headers().get("access-control-allow-origin").unwrap(), named);
    assert!(script.text().await.unwrap().len() <= 8_192);
    let foreign = post_signal(site, "https://stranger.example", &body).await;
    assert_eq!(foreign.status(), 403);
    assert!(foreign.headers().get("access-control-allow-origin").is_none());
}
