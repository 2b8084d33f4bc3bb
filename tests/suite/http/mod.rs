//! Every address that the API's own document names, asked well and badly.

pub mod cases;

use backend::Config;
use backend::matching::access::links;
use cases::{Case, ELSEWHERE, FORM, JSON, STRANGER, Things, cases};
use reqwest::header::{HeaderMap, HeaderValue};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use shared::ids::SignalId;
use shared::live::wire::FromBrowser;
use shared::plan::Audience;
use shared::problem::{Problem, codes};
use std::collections::BTreeSet;
use tests::server::{Database, TestProcess, TestServer};
use tests::socket::{Site, dream, edit, person, plan_of};

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
    let maja = site.sign_in("Maja").await;
    let socket = site.open(&maja, plan_of("Lund")).await;
    let once = socket
        .plan
        .agreements()
        .find(|agreement| agreement.repeats.is_none())
        .unwrap();
    let things = Things {
        card: socket.plan.cards().next().unwrap().card_id,
        member: socket.member("Karin"),
        agreement: once.agreement_id,
        maja: maja.clone(),
        karin: site.sign_in("Karin").await,
        bent: site.sign_in("Bent").await,
        mette: site.sign_in("Mette Lindholm").await,
        samira: site.sign_in("Samira").await,
        code: code(site).await,
        file: file(site).await,
        signal: signal(&server).await,
        pass: pass(&server),
        second_pass: pass(&server),
        own_page: own_page(&server, "Inge").await,
        other_page: own_page(&server, "Ole").await,
    };
    let mut asked = BTreeSet::new();
    for case in cases(&things)
        .into_iter()
        .chain(cases::voices::cases(&things))
        .chain(cases::kept::cases(&things))
        .chain(cases::companies::cases(&things))
        .chain(cases::exchange::cases(&things))
        .chain(cases::people::cases(&things))
        .chain(cases::desk::cases(&things))
        .chain(cases::courses::cases(&things))
        .chain(cases::my_work::cases(&things))
        .chain(cases::matching::cases(&things))
    {
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
                // A page may say why not; anything else without a problem is well.
                let is_page = kind.starts_with("text/html");
                assert!(status.is_success() || status == StatusCode::SEE_OTHER || is_page, "{what}");
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
    assert_eq!(allowed("/company-entry/form", ELSEWHERE).await.as_deref(), Some(ELSEWHERE));
    for ours in [
        "/",
        "/desk/people",
        "/my-work",
        "/my-work/profile",
        "/my-part",
        "/embed/sign-in",
        "/metrics",
    ] {
        assert_eq!(allowed(ours, ELSEWHERE).await, None, "{ours}");
    }
    let answer = get("/api/session", ELSEWHERE).await.unwrap();
    assert!(!answer.headers().contains_key("access-control-allow-credentials"));
}

#[tokio::test]
async fn a_session_that_a_page_of_another_site_holds_opens_the_board_and_no_page_of_ours() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let site = &server.site;
    let get = async |path: &str, header: &str, value: String| {
        let asked = site.http.get(site.url(path)).header(header, value).send().await.unwrap();
        let place = asked
            .headers()
            .get("location")
            .map(|place| place.to_str().unwrap().to_owned());
        (asked.status().as_u16(), place.unwrap_or_default())
    };
    let candidate = format!("/api/candidates/{}/placements", cases::matching::candidate("Samira"));
    let plan = plan_of("Lund");
    let [board, page] = [format!("/api/plans/{plan}"), format!("/plans/{plan}")];
    for (who, opens, stays_shut) in [
        (
            "Mette Lindholm",
            "/api/session",
            vec!["/desk/people", "/desk/exchange/people", &candidate],
        ),
        ("Samira", "/api/session", vec!["/my-work", "/my-work/profile", &candidate]),
        ("Maja", &board, vec![&page, "/my-part"]),
    ] {
        let theirs = site.sign_in_elsewhere(who).await;
        assert_eq!(
            get(opens, "authorization", format!("Bearer {theirs}")).await.0,
            200,
            "{who} {opens}"
        );
        for path in stays_shut {
            // Whatever that site's script or server makes of it.
            for (header, value) in [
                ("authorization", format!("Bearer {theirs}")),
                ("cookie", format!("bordenden_session={theirs}")),
            ] {
                let answer = get(path, header, value).await;
                assert!(
                    matches!((answer.0, answer.1.split("?").next()), (303, Some("/")) | (401, Some(""))),
                    "{who} {path}: {answer:?}"
                );
            }
            let own = site.sign_in(who).await;
            assert_eq!(
                get(path, "cookie", format!("bordenden_session={own}")).await.0,
                200,
                "{who} {path}"
            );
        }
    }
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

/// A pass for the companies' entrance, a minute old.
fn pass(server: &TestServer) -> String {
    let app = &server.handle.app;
    app.entrance().pass(app.clock().now() - 60_000).unwrap()
}

/// The secret of a link to somebody's own page.
async fn own_page(server: &TestServer, name: &str) -> String {
    let made = links::make(&server.handle.app, cases::matching::candidate(name)).await;
    made.unwrap().expect("a link").token
}

/// What a company has told, as it lies before the consultants.
async fn signal(server: &TestServer) -> SignalId {
    let app = &server.handle.app;
    let signal =
        json!({ "about": "Room", "place": "Købmand Lærke, Uldum", "name": "Kirsten", "phone": "12 34 57 01", "tasks": [27] });
    let signal_id = SignalId(backend::random::uuid(app.clock().now()).unwrap());
    let signal = serde_json::from_value(signal).unwrap();
    assert!(
        backend::matching::book::add_signal(app.db(), signal_id, &signal, app.clock().now())
            .await
            .unwrap()
    );
    signal_id
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
    let is_file = what.starts_with("get /pages/") || what.starts_with("get /company-entry.");
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
