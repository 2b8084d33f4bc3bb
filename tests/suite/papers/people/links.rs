//! A link that the family makes for someone who has no account.

use super::super::{at_noon, lund, paper, read, send};
use super::{a_dream, form, people_of, seated};
use backend::Config;
use backend::auth::TokenHash;
use backend::db::Db;
use backend::plan::people::invitations::store::{add, find, take, ways_in};
use backend::plan::{Look, looked, seat};
use reqwest::Method;
use shared::ids::{MemberId, Millis, PersonId, PlanId};
use shared::live::wire::Outcome;
use tests::server::{Database, TestServer};
use tests::socket::{Site, TestSocket, new_id};
use uuid::Uuid;

const DAY: Millis = 24 * 60 * 60 * 1000;

/// A grandfather at the Lunds' table who has no account.
async fn kurt(site: &Site, hers: &str, maja: &mut TestSocket) -> MemberId {
    let add = form("add", &[("name", "Kurt"), ("relation", "morfar")]);
    assert_eq!(send(site, hers, &paper("people"), &add).await.0, 303);
    maja.until("him", |maja| maja.plan.members().any(|member| member.name == "Kurt"))
        .await;
    maja.member("Kurt")
}

async fn link(site: &Site, session: &str, member_id: MemberId, what: &str) -> (u16, String) {
    link_at(site, session, &paper(&format!("people/{member_id}")), what).await
}

async fn link_at(site: &Site, session: &str, page: &str, what: &str) -> (u16, String) {
    let fields = [("change_id", new_id().to_string()), ("what", what.to_owned())];
    send(site, session, &format!("{page}/link"), &fields).await
}

/// The way of the link on the page where it is shown.
fn door(page: &str) -> String {
    let (_, after) = page.split_once("/invitations/").expect("a link");
    let token: String = after.chars().take_while(char::is_ascii_alphanumeric).collect();
    assert_eq!(token.len(), 64, "a secret of 256 bits");
    format!("/invitations/{token}")
}

/// Knocks without any session; answers with the status, the cookie and the text.
async fn knock(site: &Site, method: Method, door: &str) -> (u16, Option<String>, String) {
    let ask = site.http.request(method, site.url(&format!("{door}?lang=da")));
    let answer = ask.header("origin", site.origin()).send().await.expect("an answer");
    let cookie = answer
        .headers()
        .get("set-cookie")
        .map(|cookie| cookie.to_str().unwrap().to_owned());
    let session = cookie.and_then(|cookie| Some(cookie.split_once('=')?.1.split(';').next()?.to_owned()));
    (answer.status().as_u16(), session, answer.text().await.expect("a text"))
}

#[tokio::test]
async fn looking_at_a_link_uses_nothing_up_and_a_yes_opens_the_plan_once() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let kurt = kurt(site, &hers, &mut maja).await;
    let (_, page) = read(site, &hers, &paper(&format!("people/{kurt}"))).await;
    assert!(page.contains("Kurt kan ikke åbne planen selv endnu."));
    let (status, page) = link(site, &hers, kurt, "make").await;
    assert_eq!(status, 200);
    assert!(page.contains("href=\"sms:?&amp;body=Familien%20Lund"), "{page}");
    let door = door(&page);
    // Shown once.
    let (_, page) = read(site, &hers, &paper(&format!("people/{kurt}"))).await;
    assert!(!page.contains("/invitations/") && page.contains("til og med 26. november"));
    for _ in 0..2 {
        let (status, cookie, page) = knock(site, Method::GET, &door).await;
        assert_eq!((status, cookie), (200, None));
        assert!(page.contains("Familien Lund har inviteret dig. Det, du ser her, er privat."));
        assert!(page.contains("Ja, jeg vil gerne være med") && !page.contains("<article"));
    }
    let (status, cookie, _) = knock(site, Method::POST, &door).await;
    assert_eq!(status, 303);
    let his = cookie.expect("a session");
    let mut socket = site.open(&his, lund()).await;
    assert_eq!(socket.member_id, kurt);
    assert_eq!(socket.ask(a_dream()).await.1, Outcome::Proposed);
    assert_eq!(read(site, &his, &paper("people")).await.0, 200);
    for method in [Method::POST, Method::GET] {
        let (status, cookie, page) = knock(site, method, &door).await;
        assert_eq!((status, cookie), (410, None));
        assert!(page.contains("Linket er brugt") && page.contains("bed den, der gav dig linket, om et nyt"));
    }
    // The family reads that it was opened.
    let looks = looked::store::looks(server.handle.app.db(), lund(), None, Millis::MAX, i64::MAX)
        .await
        .unwrap();
    let opened = looks.iter().filter(|looked| looked.look == Some(Look::Invitation));
    assert!(opened.clone().count() == 2 && opened.clone().all(|looked| looked.member_id == kurt));
}

#[tokio::test]
async fn a_new_link_takes_the_place_of_the_old_way_in_and_opens_nothing_else() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let kurt = kurt(site, &hers, &mut maja).await;
    let first = door(&link(site, &hers, kurt, "make").await.1);
    let second = door(&link(site, &hers, kurt, "make").await.1);
    assert_eq!(knock(site, Method::POST, &first).await.0, 410, "the later one counts");
    let his = knock(site, Method::POST, &second).await.1.expect("a session");
    // He has lost his phone.
    let (_, page) = read(site, &hers, &paper(&format!("people/{kurt}"))).await;
    assert!(page.contains("Kurt er kommet ind med et link."));
    let third = door(&link(site, &hers, kurt, "make").await.1);
    assert_eq!(read(site, &his, &paper("people")).await.0, 200, "until the new one is used");
    let again = knock(site, Method::POST, &third).await.1.expect("a session");
    assert_eq!(read(site, &again, &paper("people")).await.0, 200);
    assert_eq!(read(site, &his, &paper("people")).await.0, 404);
}

#[tokio::test]
async fn a_link_that_is_too_old_taken_back_or_unknown_says_what_to_do() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let kurt = kurt(site, &hers, &mut maja).await;
    let taken_back = door(&link(site, &hers, kurt, "make").await.1);
    assert_eq!(link(site, &hers, kurt, "withdraw").await.0, 303);
    for (door, words) in [
        (taken_back.as_str(), "Linket virker ikke"),
        ("/invitations/nonsense", "Linket virker ikke"),
    ] {
        for method in [Method::GET, Method::POST] {
            let (status, cookie, page) = knock(site, method, door).await;
            assert!(status == 410 && cookie.is_none() && page.contains(words), "{page}");
            assert!(!page.contains("Lund") && !page.contains("Kurt"));
        }
    }
    let old = door(&link(site, &hers, kurt, "make").await.1);
    clock.advance(13 * DAY);
    assert_eq!(knock(site, Method::GET, &old).await.0, 200);
    clock.advance(DAY + 1);
    let (status, cookie, page) = knock(site, Method::POST, &old).await;
    assert!(status == 410 && cookie.is_none() && page.contains("Linket er for gammelt"));
    // Whoever leaves the table takes the link along.
    let hers = site.sign_in("Maja").await;
    let unused = door(&link(site, &hers, kurt, "make").await.1);
    let remove = form("remove", &[("member_id", &kurt.to_string())]);
    assert_eq!(send(site, &hers, &paper("people"), &remove).await.0, 303);
    assert_eq!(knock(site, Method::POST, &unused).await.0, 410);
}

#[tokio::test]
async fn of_a_family_that_is_here_only_the_family_makes_links_and_never_to_a_seat_with_an_account_of_its_own() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let kurt = kurt(site, &hers, &mut maja).await;
    for name in ["Karin", "Birthe", "Bent"] {
        let session = site.sign_in(name).await;
        assert_eq!(link(site, &session, kurt, "make").await.0, 404, "{name}");
        assert_eq!(link(site, &session, kurt, "withdraw").await.0, 404, "{name}");
    }
    for name in ["Karin", "Birthe", "Maja", "Alma"] {
        let (status, body) = link(site, &hers, maja.member(name), "make").await;
        assert!(status == 303 && !body.contains("/invitations/"), "{name}");
    }
}

#[tokio::test]
async fn a_coordinator_makes_a_lost_first_link_anew_and_none_once_the_family_has_come_in() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let karins = site.sign_in("Karin").await;
    let plan_id = PlanId(new_id().0);
    let new = [
        ("change_id", plan_id.to_string()),
        ("family", "Familien Bro".to_owned()),
        ("adult", "Ida".to_owned()),
        ("phone", String::new()),
    ];
    let (_, page) = send(site, &karins, "/new-plan", &new).await;
    let lost = door(&page);
    assert!(page.contains("Bliver linket væk, kan du lave et nyt"));
    let karin = site.open(&karins, plan_id).await;
    let of = |member_id: MemberId| format!("{}/{member_id}", people_of(plan_id));
    let (ida, own) = (of(karin.member("Ida")), of(karin.member_id));
    // The way there is on the page of who sits at the table.
    assert!(read(site, &karins, &people_of(plan_id)).await.1.contains(&ida));
    let (_, page) = read(site, &karins, &ida).await;
    assert!(page.contains("Er linket blevet væk, så lav et nyt.") && !page.contains("value=\"withdraw\""));
    let (status, page) = link_at(site, &karins, &ida, "make").await;
    assert_eq!(status, 200);
    let second = door(&page);
    for method in [Method::GET, Method::POST] {
        let (status, cookie, page) = knock(site, method, &lost).await;
        assert!(status == 410 && cookie.is_none() && page.contains("Spørg den, der gav dig linket."));
    }
    // Nobody else's way in is hers to make, and to take one back is the family's.
    assert_eq!(link_at(site, &karins, &own, "make").await.0, 404);
    assert_eq!(link_at(site, &karins, &ida, "withdraw").await.0, 404);
    let idas = knock(site, Method::POST, &second).await.1.expect("a session");
    assert_eq!(read(site, &idas, &people_of(plan_id)).await.0, 200);
    let (status, page) = link_at(site, &karins, &ida, "make").await;
    assert!(status == 404 && !page.contains("/invitations/"), "{page}");
    assert!(!read(site, &karins, &ida).await.1.contains("linket"));
    // Not for the next adult either: there is someone of the family to ask now.
    let add = form("add", &[("name", "Bo"), ("role", "Family"), ("relation", "far")]);
    assert_eq!(send(site, &idas, &people_of(plan_id), &add).await.0, 303);
    let socket = site.open(&idas, plan_id).await;
    let bo = of(socket.member("Bo"));
    assert_eq!(link_at(site, &karins, &bo, "make").await.0, 404);
    assert_eq!(link_at(site, &idas, &bo, "make").await.0, 200);
}

#[tokio::test]
async fn a_link_is_proof_enough_where_nobody_can_sign_in_otherwise() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let kurt = kurt(&server.site, &hers, &mut maja).await;
    let door = door(&link(&server.site, &hers, kurt, "make").await.1);
    let Db::Sqlite { writer, .. } = server.handle.app.db().clone() else {
        panic!("another database")
    };
    sqlx::query("delete from meta").execute(&writer).await.unwrap();
    server.handle.stop().await;
    let config = Config {
        demo: false,
        clock,
        ..database.demo()
    };
    let server = TestServer::with(config).await;
    let (status, cookie, _) = knock(&server.site, Method::POST, &door).await;
    assert_eq!(status, 303);
    assert_eq!(read(&server.site, &cookie.expect("a session"), &paper("people")).await.0, 200);
}

#[tokio::test]
async fn both_databases_let_one_of_two_in_and_keep_the_secret_as_a_hash() {
    for database in [Database::sqlite(), Database::postgres().await] {
        let (server, _) = at_noon(&database).await;
        let db = server.handle.app.db();
        let (_, maja) = seated(&server, "Maja").await;
        let alma = maja.member("Alma");
        let hash = TokenHash::of("hemmelig");
        assert!(add(db, &hash, lund(), alma, 100, false).await.unwrap());
        assert!(find(db, &TokenHash::of("nonsense")).await.unwrap().is_none());
        assert_eq!(find(db, &hash).await.unwrap().unwrap().used_at, None);
        assert_eq!(ways_in(db, lund()).await.unwrap()[&alma].link_until, Some(100));
        let person = |n| PersonId(Uuid::from_u128(n));
        assert!(!take(db, &hash, person(1), "Alma", 101).await.unwrap(), "too late");
        let (one, other) = tokio::join!(take(db, &hash, person(1), "Alma", 50), take(db, &hash, person(2), "Alma", 50));
        assert!(one.unwrap() != other.unwrap(), "one of the two");
        let sits = [
            seat(db, person(1), lund()).await.unwrap(),
            seat(db, person(2), lund()).await.unwrap(),
        ];
        assert_eq!(sits.iter().flatten().collect::<Vec<_>>(), [&alma]);
        let way = ways_in(db, lund()).await.unwrap()[&alma];
        assert!(way.sits && way.by_link && way.link_until.is_none());
        // A newer link gives the seat to a newer person, and what was there before stays used up.
        let newer = TokenHash::of("anden");
        assert!(!add(db, &newer, lund(), alma, 100, false).await.unwrap(), "she has come in");
        assert!(find(db, &newer).await.unwrap().is_none());
        assert!(add(db, &newer, lund(), alma, 100, true).await.unwrap());
        assert!(take(db, &newer, person(3), "Alma", 60).await.unwrap());
        assert_eq!(seat(db, person(3), lund()).await.unwrap(), Some(alma));
        assert!(!take(db, &hash, person(4), "Alma", 61).await.unwrap());
        server.handle.stop().await;
    }
}
