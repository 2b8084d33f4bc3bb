//! Every address that the API's own document names, asked well and badly.

use backend::Config;
use reqwest::header::{HeaderMap, HeaderValue};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use shared::live::limits::FRAME_IN;
use shared::live::wire::FromBrowser;
use shared::plan::Audience;
use shared::problem::{Problem, codes};
use std::collections::BTreeSet;
use tests::server::{Database, TestProcess, TestServer};
use tests::socket::{Site, dream, edit, person, plan_of};

const ELSEWHERE: &str = "https://hedensted.example";
const STRANGER: &str = "https://stranger.example";
const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";
const NOBODY: &str = "00000000-0000-7000-8000-000000000000";

/// One request and what it must come to.
struct Case {
    verb: &'static str,
    /// As the document writes it.
    path: &'static str,
    /// What stands in its braces, and what follows.
    fill: String,
    session: Option<String>,
    origin: Option<&'static str>,
    body: Option<(&'static str, String)>,
    /// On a database that is not the demo's.
    plain: bool,
    status: u16,
    code: Option<&'static str>,
}

fn case(verb: &'static str, path: &'static str, status: u16) -> Case {
    let (fill, session, origin, body, plain, code) = (String::new(), None, None, None, false, None);
    Case {
        verb,
        path,
        fill,
        session,
        origin,
        body,
        plain,
        status,
        code,
    }
}

impl Case {
    fn fill(self, fill: impl ToString) -> Case {
        Case {
            fill: fill.to_string(),
            ..self
        }
    }

    fn by(self, session: &str) -> Case {
        Case {
            session: Some(session.into()),
            ..self
        }
    }

    fn from(self, origin: &'static str) -> Case {
        Case {
            origin: Some(origin),
            ..self
        }
    }

    fn body(self, kind: &'static str, body: impl ToString) -> Case {
        Case {
            body: Some((kind, body.to_string())),
            ..self
        }
    }

    fn without_demo(self) -> Case {
        Case { plain: true, ..self }
    }

    fn code(self, code: &'static str) -> Case {
        Case {
            code: Some(code),
            ..self
        }
    }

    fn url(&self, site: &Site) -> String {
        match self.path.split_once('{') {
            Some((before, rest)) => {
                let after = rest.split_once('}').map_or("", |(_, after)| after);
                site.url(&format!("{before}{}{after}", self.fill))
            }
            None => site.url(&format!("{}{}", self.path, self.fill)),
        }
    }
}

/// The good and the bad of every address. `maja` sits at `lund`'s table, `bent` does not.
fn cases(maja: &str, bent: &str, code: &str, file: &str) -> Vec<Case> {
    let lund = plan_of("Lund");
    let maja_body = json!({ "person_id": person("Maja") });
    let maja_form = format!("person_id={}", person("Maja"));
    let window_form = format!("{maja_form}&origin={ELSEWHERE}");
    let nobody = json!({ "person_id": NOBODY });
    let code = json!({ "code": code });
    let plan = "/api/plans/{plan_id}";
    let tickets = "/api/plans/{plan_id}/tickets";
    let page = "/plans/{plan_id}";
    let window = "/embed/sign-in";
    let demo = "/api/demo/sessions";
    let redeem = "/api/embed/redeem";
    let large = "x".repeat(FRAME_IN + 1);
    vec![
        case("get", "/", 200),
        case("get", "/", 200).fill("?lang=nonsense"),
        case("get", "/", 403).without_demo().code(codes::NO_SIGN_IN),
        case("post", "/sign-in", 303).body(FORM, &maja_form),
        case("post", "/sign-in", 303)
            .fill(format!("?plan_id={NOBODY}&lang=en"))
            .body(FORM, &maja_form),
        case("post", "/sign-in", 400)
            .fill("?plan_id=nonsense")
            .body(FORM, &maja_form)
            .code(codes::BAD_INPUT),
        case("post", "/sign-in", 422).body(FORM, "").code(codes::BAD_INPUT),
        case("post", "/sign-in", 422)
            .body(FORM, format!("person_id={NOBODY}"))
            .code(codes::BAD_INPUT),
        case("post", "/sign-in", 422)
            .body(FORM, format!("{maja_form}&role=Family"))
            .code(codes::BAD_INPUT),
        case("post", "/sign-in", 415).body(JSON, &maja_body).code(codes::BAD_INPUT),
        case("post", "/sign-in", 403)
            .body(FORM, &maja_form)
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
        case("post", "/sign-in", 403)
            .body(FORM, &maja_form)
            .without_demo()
            .code(codes::NO_SIGN_IN),
        case("post", "/sign-in", 413).body(FORM, &large).code(codes::TOO_LARGE),
        case("post", "/sign-out", 303),
        case("post", "/sign-out", 303).by("nonsense"),
        case("post", "/sign-out", 403)
            .by(maja)
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
        case("get", page, 200).fill(lund).by(maja),
        case("get", page, 303).fill(lund),
        case("get", page, 404).fill(lund).by(bent).code(codes::NOT_FOUND),
        case("get", page, 404).fill("nonsense").by(maja).code(codes::NOT_FOUND),
        case("get", "/api/session", 200).by(maja),
        case("get", "/api/session", 401).code(codes::SIGNED_OUT),
        case("get", "/api/session", 401).by("nonsense").code(codes::SIGNED_OUT),
        case("post", demo, 201).body(JSON, &maja_body),
        case("post", demo, 201).body(JSON, &maja_body).from(ELSEWHERE),
        case("post", demo, 422).body(JSON, &nobody).code(codes::BAD_INPUT),
        case("post", demo, 422)
            .body(JSON, json!({ "person_id": 7 }))
            .code(codes::BAD_INPUT),
        case("post", demo, 422)
            .body(JSON, json!({ "person_id": NOBODY, "is_admin": true }))
            .code(codes::BAD_INPUT),
        case("post", demo, 400).body(JSON, "{").code(codes::BAD_INPUT),
        case("post", demo, 415).body(FORM, &maja_form).code(codes::BAD_INPUT),
        case("post", demo, 413).body(JSON, &large).code(codes::TOO_LARGE),
        case("post", demo, 403)
            .body(JSON, &maja_body)
            .from(STRANGER)
            .code(codes::WRONG_ORIGIN),
        case("post", demo, 403)
            .body(JSON, &maja_body)
            .without_demo()
            .code(codes::NO_SIGN_IN),
        case("get", plan, 200).fill(lund).by(maja),
        case("get", plan, 401).fill(lund).code(codes::SIGNED_OUT),
        case("get", plan, 404).fill(lund).by(bent).code(codes::NOT_FOUND),
        case("get", plan, 404).fill(NOBODY).by(maja).code(codes::NOT_FOUND),
        case("get", plan, 400).fill("nonsense").by(maja).code(codes::BAD_INPUT),
        case("post", tickets, 201).fill(lund).by(maja).body(JSON, "{}"),
        case("post", tickets, 401).fill(lund).body(JSON, "{}").code(codes::SIGNED_OUT),
        case("post", tickets, 404)
            .fill(lund)
            .by(bent)
            .body(JSON, "{}")
            .code(codes::NOT_FOUND),
        case("post", tickets, 404)
            .fill(NOBODY)
            .by(maja)
            .body(JSON, "{}")
            .code(codes::NOT_FOUND),
        case("post", tickets, 415)
            .fill(lund)
            .by(maja)
            .body(FORM, "")
            .code(codes::BAD_INPUT),
        case("post", tickets, 403)
            .fill(lund)
            .by(maja)
            .body(JSON, "{}")
            .from(STRANGER)
            .code(codes::WRONG_ORIGIN),
        // A socket is opened with it in every other test.
        case("get", "/api/live", 400).code(codes::BAD_INPUT),
        case("get", window, 200).fill(format!("?origin={ELSEWHERE}")),
        case("get", window, 403).code(codes::WRONG_ORIGIN),
        case("get", window, 403)
            .fill(format!("?origin={STRANGER}"))
            .code(codes::WRONG_ORIGIN),
        case("get", window, 403)
            .fill(format!("?origin={ELSEWHERE}"))
            .without_demo()
            .code(codes::NO_SIGN_IN),
        case("post", window, 200).body(FORM, &window_form),
        case("post", window, 422).body(FORM, &maja_form).code(codes::BAD_INPUT),
        case("post", window, 422)
            .body(FORM, format!("person_id={NOBODY}&origin={ELSEWHERE}"))
            .code(codes::BAD_INPUT),
        case("post", window, 403)
            .body(FORM, &window_form)
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
        case("post", window, 403)
            .body(FORM, format!("{maja_form}&origin={STRANGER}"))
            .code(codes::WRONG_ORIGIN),
        case("post", redeem, 403).body(JSON, &code).code(codes::WRONG_ORIGIN),
        case("post", redeem, 403)
            .body(JSON, &code)
            .from(STRANGER)
            .code(codes::WRONG_ORIGIN),
        case("post", redeem, 201).body(JSON, &code).from(ELSEWHERE),
        case("post", redeem, 401)
            .body(JSON, &code)
            .from(ELSEWHERE)
            .code(codes::SIGNED_OUT),
        case("post", redeem, 401)
            .body(JSON, json!({ "code": "" }))
            .from(ELSEWHERE)
            .code(codes::SIGNED_OUT),
        case("post", redeem, 422)
            .body(JSON, "[]")
            .from(ELSEWHERE)
            .code(codes::BAD_INPUT),
        case("get", "/problems/{code}", 200).fill(codes::BAD_TICKET),
        case("get", "/problems/{code}", 404).fill("nonsense").code(codes::NOT_FOUND),
        case("get", "/pages/{name}", 200).fill(file),
        case("get", "/pages/{name}", 404)
            .fill("..%2Fpeople.toml")
            .code(codes::NOT_FOUND),
        case("get", "/api/openapi.json", 200),
        case("get", "/api", 200),
        case("get", "/healthz", 200),
        case("get", "/readyz", 200),
        case("get", "/metrics", 200),
    ]
}

#[tokio::test]
async fn every_address_answers_well_and_badly_as_the_document_says() {
    let (database, other) = (Database::sqlite(), Database::sqlite());
    let embed_origins = vec![ELSEWHERE.to_owned()];
    let server = TestServer::with(Config {
        embed_origins: embed_origins.clone(),
        ..database.demo()
    })
    .await;
    let plain = TestServer::with(Config {
        embed_origins,
        demo: false,
        ..other.demo()
    })
    .await;
    let site = &server.site;
    let document: Value = site
        .http
        .get(site.url("/api/openapi.json"))
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let (maja, bent) = (site.sign_in("Maja").await, site.sign_in("Bent").await);
    let mut asked = BTreeSet::new();
    for case in cases(&maja, &bent, &code(site).await, &file(site).await) {
        let what = format!("{} {} {}", case.verb, case.path, case.fill);
        let site = if case.plain { &plain.site } else { site };
        let answer = ask(site, &case, "en").await;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = answer.text().await.unwrap();
        assert_eq!(status.as_u16(), case.status, "{what}: {body}");
        assert_is_guarded(&headers, &what);
        let kind = headers.get("content-type").map_or("", |kind| kind.to_str().unwrap());
        let described = &document["paths"][case.path][case.verb]["responses"];
        let described = described.get(status.as_str()).unwrap_or(&described["default"]);
        match case.code {
            Some(code) => {
                assert_eq!(kind, "application/problem+json", "{what}");
                let problem: Problem = serde_json::from_str(&body).unwrap();
                assert_eq!((problem.code.as_str(), problem.status), (code, case.status), "{what}");
                assert_eq!(problem.kind, format!("/problems/{code}"), "{what}");
                assert!(
                    described["content"]["application/problem+json"].is_object(),
                    "{what} is not in the document"
                );
                let danish: Problem = ask(site, &case, "da").await.json().await.unwrap();
                assert!(danish.title != problem.title && danish.code == problem.code, "{what}");
            }
            None => {
                let promised = described["content"]
                    .as_object()
                    .map(|content| content.keys().cloned().collect::<Vec<_>>());
                let keeps = |promised: &String| kind.starts_with(promised.as_str());
                assert!(
                    promised.is_none_or(|promised| promised.iter().any(keeps)),
                    "{what}: {kind} is not in the document"
                );
                assert!(status.is_success() || status == StatusCode::SEE_OTHER, "{what}");
                if kind.starts_with("text/html") {
                    assert_stands_under_its_own_policy(&body, &what);
                }
            }
        }
        asked.insert((case.verb.to_owned(), case.path.to_owned()));
    }
    // And the socket, which is no ordinary answer.
    site.open(&maja, plan_of("Lund")).await.ping().await;
    let of_path = |(path, item): (&String, &Value)| {
        let verbs = item.as_object().unwrap().keys();
        verbs.map(|verb| (verb.clone(), path.clone())).collect::<Vec<_>>()
    };
    let named: BTreeSet<(String, String)> = document["paths"].as_object().unwrap().iter().flat_map(of_path).collect();
    assert_eq!(named, asked);
}

#[tokio::test]
async fn every_address_refuses_a_verb_it_does_not_know_and_none_answers_what_nobody_named() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let document = &*backend::api::DOCUMENT;
    for path in document["paths"].as_object().unwrap().keys() {
        let url = server.site.url(&path.replace(['{', '}'], ""));
        let answer = server.site.http.request(Method::DELETE, url).send().await.unwrap();
        assert_eq!(answer.status(), 405, "{path}");
        assert!(answer.headers().contains_key("allow"), "{path}");
        assert_eq!(answer.json::<Problem>().await.unwrap().code, codes::BAD_INPUT);
    }
    for path in [
        "/nothing",
        "/api/nothing",
        "/api/plans",
        "/.git/config",
        "/widget/../Cargo.toml",
        "/widget/nothing.js",
        "//",
        "/%00",
    ] {
        let answer = server.site.http.get(server.site.url(path)).send().await.unwrap();
        assert_eq!(answer.status(), 404, "{path}");
        assert_eq!(answer.json::<Problem>().await.unwrap().code, codes::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_person_who_asks_for_a_page_gets_one_that_says_what_went_wrong() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let ask = server
        .site
        .http
        .get(server.site.url("/nothing"))
        .header("accept", "text/html")
        .header("accept-language", "en");
    let answer = ask.send().await.unwrap();
    assert_eq!(answer.status(), 404);
    assert!(answer.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
    assert_stands_under_its_own_policy(&answer.text().await.unwrap(), "/nothing");
}

#[tokio::test]
async fn only_named_sites_may_read_the_api_and_every_site_may_load_the_widget() {
    let database = Database::sqlite();
    let server = TestServer::with(Config {
        embed_origins: vec![ELSEWHERE.into()],
        ..database.demo()
    })
    .await;
    let get = |path: &str, origin| server.site.http.get(server.site.url(path)).header("origin", origin).send();
    let allowed = async |path, origin| {
        let answer = get(path, origin).await.unwrap();
        answer
            .headers()
            .get("access-control-allow-origin")
            .map(|allowed| allowed.to_str().unwrap().to_owned())
    };
    assert_eq!(allowed("/api/session", ELSEWHERE).await.as_deref(), Some(ELSEWHERE));
    assert_eq!(allowed("/api/session", STRANGER).await, None);
    assert_eq!(allowed("/widget/family-plan-board.js", STRANGER).await.as_deref(), Some("*"));
    assert_eq!(allowed("/metrics", ELSEWHERE).await, None);
    let answer = get("/api/session", ELSEWHERE).await.unwrap();
    assert!(!answer.headers().contains_key("access-control-allow-credentials"));
}

#[tokio::test]
async fn metrics_count_and_neither_they_nor_the_log_name_anyone() {
    let database = Database::sqlite();
    let mut process = TestProcess::start(&database);
    let site = process.site.clone();
    let session = site.sign_in("Maja").await;
    let plan_id = plan_of("Lund");
    let mut maja = site.open(&session, plan_id).await;
    let (card, _) = maja.ask(dream("Kanariefugl i ord", Audience::Table)).await;
    maja.ask(edit(card, "Kanariefugl i ord", "Kanariefugl igen")).await;
    maja.ask(edit(card, "", "")).await;
    maja.send(&FromBrowser::Presence {
        card_id: Some(card.into()),
        writing: true,
    })
    .await;
    maja.ping().await;
    maja.send_text(r#"{"Kanariefugl":"i en ramme"}"#.into()).await;
    maja.until_closed().await;
    for path in [
        "/?name=Kanariefugl",
        "/embed/sign-in?origin=https://kanariefugl.example",
        "/api/session",
    ] {
        site.http.get(site.url(path)).bearer_auth("Kanariefugl").send().await.unwrap();
    }
    let asked = site
        .http
        .get(site.url(&format!("/plans/{plan_id}")))
        .bearer_auth(&session)
        .send()
        .await
        .unwrap();
    let page = asked.text().await.unwrap();
    assert!(page.contains("Kanariefugl igen") && page.contains("Maja"));
    let body = r#"{"person_id":"Kanariefugl"}"#;
    let post = site
        .http
        .post(site.url("/api/demo/sessions"))
        .header("content-type", JSON)
        .body(body);
    assert_eq!(post.send().await.unwrap().status(), 422);

    let metrics = site
        .http
        .get(site.url("/metrics"))
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    let number = |name: &str| -> f64 {
        let line = metrics.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.unwrap_or_else(|| panic!("no {name} in {metrics}")).parse().unwrap()
    };
    assert_eq!(number("bordenden_divergences_total"), 0.0);
    assert_eq!(number("bordenden_queue_depth"), 0.0);
    assert!(number("bordenden_ack_seconds_count") >= 2.0);
    assert!(number("bordenden_ack_seconds_bucket{le=\"+Inf\"}") >= 2.0);
    assert!(number("bordenden_commits_total") >= 2.0);
    process.terminate();
    assert_eq!(process.ended().await.code(), Some(0));

    let log = process.log();
    assert!(
        log.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()),
        "the log is JSON, line by line"
    );
    assert!(log.contains("request"), "nothing was logged at all");
    let people = backend::demo::people().iter().flat_map(|person| person.name.split(' '));
    let families = backend::demo::households().iter().map(|household| household.name.as_str());
    let words = maja.plan.cards().map(|card| card.words.words.as_str());
    let names = maja.plan.members().map(|member| member.name.as_str());
    let secrets = ["Kanariefugl", "kanariefugl", session.as_str()];
    for canary in people.chain(families).chain(words).chain(names).chain(secrets) {
        assert!(!contains_word(&log, canary), "{canary} is in the log");
        assert!(!contains_word(&metrics, canary), "{canary} is in the metrics");
    }
    let person_id = person("Maja").to_string();
    assert!(!metrics.contains(&person_id) && !metrics.contains(&plan_id.to_string()));
}

/// A name such as "Bo" is not found in "board".
fn contains_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

async fn ask(site: &Site, case: &Case, lang: &str) -> reqwest::Response {
    let mut ask = site
        .http
        .request(case.verb.to_uppercase().parse().unwrap(), case.url(site))
        .header("accept-language", lang);
    if let Some(session) = &case.session {
        ask = ask.bearer_auth(session);
    }
    if let Some(origin) = case.origin {
        ask = ask.header("origin", origin);
    }
    if let Some((kind, body)) = &case.body {
        ask = ask.header("content-type", *kind).body(body.clone());
    }
    ask.send().await.unwrap()
}

/// A code as the sign-in window hands it to the page that opened it.
async fn code(site: &Site) -> String {
    let body = format!("person_id={}&origin={ELSEWHERE}", person("Maja"));
    let post = site
        .http
        .post(site.url("/embed/sign-in"))
        .header("content-type", FORM)
        .body(body);
    let page = post.send().await.unwrap().text().await.unwrap();
    let mut words = page.split(|c: char| !c.is_ascii_hexdigit());
    words.find(|word| word.len() == 64).expect("a code of 256 bits").to_owned()
}

/// The name of one of the files that our pages need.
async fn file(site: &Site) -> String {
    let page = site.http.get(site.url("/")).send().await.unwrap().text().await.unwrap();
    let (_, rest) = page.split_once("/pages/").expect("a page has a style sheet");
    rest.split('"').next().unwrap().to_owned()
}

fn assert_is_guarded(headers: &HeaderMap, what: &str) {
    let of = |name: &str| headers.get(name).map_or("", |value: &HeaderValue| value.to_str().unwrap());
    let policy = of("content-security-policy");
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ] {
        assert!(policy.contains(part), "{what}: {policy}");
    }
    assert!(
        !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
        "{what}"
    );
    assert_eq!(of("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(of("referrer-policy"), "same-origin", "{what}");
    assert!(of("permissions-policy").contains("camera=()"), "{what}");
    assert_eq!(of("cross-origin-resource-policy"), "same-origin", "{what}");
    let is_file = what.starts_with("get /pages/");
    assert!(
        is_file || of("cache-control") == "no-store",
        "{what}: {}",
        of("cache-control")
    );
}

/// Nothing in the page that its own policy would not let happen.
fn assert_stands_under_its_own_policy(page: &str, what: &str) {
    assert!(page.starts_with("<!DOCTYPE html>"), "{what}");
    for inline in [" style=", "<style", " onclick=", " onload=", "javascript:", "<script>"] {
        assert!(!page.contains(inline), "{what}: {inline}");
    }
    for script in page.split("<script").skip(1) {
        let tag = script.split('>').next().unwrap();
        assert!(
            tag.contains("src=\"/") || tag.contains("application/json"),
            "{what}: <script{tag}>"
        );
    }
}
