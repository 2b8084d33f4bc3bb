//! A question that is read aloud at the desk, and the door to somebody's own page: how whoever was added at the desk answers.

use super::{at_noon, read, send};
use crate::http::cases::matching::{candidate, placement};
use backend::db::Db;
use backend::matching::access::{self, links};
use backend::matching::answers;
use backend::plan;
use shared::ids::PlacementId;
use tests::server::{Database, TestServer};
use tests::socket::{Site, person};

const KITCHEN: &str = "Køkkenet på Lindelunden";
/// Whom no link has brought here.
const NOBODY: &str = "nobody";

fn kitchen() -> PlacementId {
    placement(KITCHEN)
}

fn aloud() -> String {
    format!("/desk/people/{}/aloud", candidate("Samira"))
}

fn question() -> String {
    format!("{}?placement={}", aloud(), kitchen())
}

fn answer(answer: &str) -> Vec<(&'static str, String)> {
    vec![
        ("placement", kitchen().to_string()),
        ("answer", answer.to_owned()),
        ("text_version", "1".to_owned()),
    ]
}

async fn open(database: &Database) -> Db {
    Db::open(&database.url.clone().into(), None).await.unwrap()
}

/// Asked by Mette, whose session is answered.
async fn asked(site: &Site) -> String {
    let mette = site.sign_in("Mette Lindholm").await;
    let ask = format!("/desk/people/{}/ask", candidate("Samira"));
    let about = [("placement", kitchen().to_string())];
    assert_eq!(send(site, &mette, &ask, &about).await.0, 303);
    mette
}

#[tokio::test]
async fn a_question_is_read_aloud_as_the_person_would_read_it_and_a_yes_says_who_was_there() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    assert_eq!(read(site, &mette, &question()).await.0, 404, "nobody has asked");
    asked(site).await;
    let samira = site.sign_in("Samira").await;
    let (status, hers) = read(site, &samira, &format!("/my-work/asks/{}", kitchen())).await;
    assert_eq!(status, 200);
    let (status, page) = read(site, &mette, &question()).await;
    assert_eq!(status, 200, "{page}");
    // From what is asked to what is never told it is the same text, with the place in it.
    let text = |page: &str| {
        let (_, rest) = page.split_once("<p class=\"asks-whom\">").expect("the question");
        let (text, _) = rest.split_once("noget at vide om penge").expect("what is never told");
        text.to_owned()
    };
    assert_eq!(text(&page), text(&hers));
    assert!(text(&page).contains("Opgaver") && text(&page).contains("De får at vide"));
    let (status, place) = send(site, &mette, &aloud(), &answer("yes")).await;
    assert_eq!(status, 303, "{place}");
    let asks = answers::asks_of_candidate(&open(&database).await, candidate("Samira"))
        .await
        .unwrap();
    let yes = asks[0].yes.as_ref().expect("a yes");
    assert!(yes.read_aloud && yes.text_version == 1 && yes.language == "da");
    assert_eq!(yes.present, Some(person("Mette Lindholm")));
    // She reads it, and who was there, and can take it back.
    let (_, hers) = read(site, &samira, &format!("/my-work/asks/{}", kitchen())).await;
    assert!(
        hers.contains("Mette Lindholm sad sammen med dig.") && hers.contains("Tag mit ja tilbage"),
        "{hers}"
    );
    assert_eq!(read(site, &mette, &question()).await.0, 404, "it is answered");
    // And that somebody has seen what a company would be told.
    assert!(read(site, &samira, "/my-work/seen").await.1.contains("så din profil."));
}

#[tokio::test]
async fn a_no_at_the_desk_leaves_what_a_no_on_the_own_page_leaves() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = asked(site).await;
    let (_, after_no) = send(site, &mette, &aloud(), &answer("no")).await;
    assert!(
        !read(site, &mette, &after_no).await.1.contains("/desk/undo"),
        "there is no yes to undo"
    );
    let db = open(&database).await;
    let samira = candidate("Samira");
    assert!(answers::asks_of_candidate(&db, samira).await.unwrap().is_empty());
    assert_eq!(answers::own_nos(&db, samira).await.unwrap(), [kitchen()]);
    for page in [question(), format!("/desk/people/{samira}")] {
        assert!(!read(site, &mette, &page).await.1.contains(KITCHEN), "{page}");
    }
    assert_eq!(read(site, &mette, &question()).await.0, 404);
    assert_eq!(send(site, &mette, &aloud(), &answer("yes")).await.0, 404);
    // She takes it back herself, and says yes: where the consultant is led to is the same.
    let own = site.sign_in("Samira").await;
    assert!(read(site, &own, "/my-work/not").await.1.contains(KITCHEN));
    let back = [("placement", kitchen().to_string())];
    assert_eq!(send(site, &own, "/my-work/not", &back).await.0, 303);
    asked(site).await;
    let (_, after_yes) = send(site, &mette, &aloud(), &answer("yes")).await;
    assert_eq!(after_no, after_yes);
}

#[tokio::test]
async fn a_yes_that_was_read_aloud_is_undone_by_its_writer_and_taken_back_at_the_desk() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = asked(site).await;
    let thomas = site.sign_in("Thomas Holm").await;
    let db = open(&database).await;
    let asks = async || answers::asks_of_candidate(&db, candidate("Samira")).await.unwrap();
    let page = format!("/desk/people/{}", candidate("Samira"));
    let (_, place) = send(site, &mette, &aloud(), &answer("yes")).await;
    let (_, shown) = read(site, &mette, &place).await;
    assert!(
        shown.contains("name=\"answered\" value=\"true\"") && shown.contains("Tag ja tilbage"),
        "{shown}"
    );
    let undo = [
        ("person", candidate("Samira").to_string()),
        ("placement", kitchen().to_string()),
        ("answered", "true".to_owned()),
        ("back", page.clone()),
    ];
    // Whoever has not written it does not undo it.
    assert_eq!(send(site, &thomas, "/desk/undo", &undo).await.0, 303);
    assert!(asks().await[0].yes.is_some());
    let (status, place) = send(site, &mette, "/desk/undo", &undo).await;
    assert!(
        status == 303 && place.starts_with(&page) && place.contains("done=taken-back"),
        "{place}"
    );
    assert!(asks().await[0].yes.is_none() && asks().await[0].asked_by == Some(person("Mette Lindholm")));
    assert_eq!(read(site, &mette, &question()).await.0, 200, "it waits as before");
    // She calls another day, and whoever takes the call writes it down.
    send(site, &mette, &aloud(), &answer("yes")).await;
    let mut back = answer("back");
    back.push(("back", "place".to_owned()));
    let (status, place) = send(site, &thomas, &aloud(), &back).await;
    let to = format!("/desk/places/{}?done=taken-back", kitchen());
    assert!(status == 303 && place.starts_with(&to), "{place}");
    assert!(asks().await.is_empty());
    assert!(send(site, &thomas, &aloud(), &back).await.1.contains("done=no-yes"), "once");
    // What she has said by herself is hers to take back.
    let samira = site.sign_in("Samira").await;
    let yes = [("answer", "yes".to_owned()), ("text_version", "1".to_owned())];
    let own = format!("/my-work/asks/{}", kitchen());
    assert_eq!(send(site, &samira, &own, &yes).await.0, 303);
    assert!(!read(site, &mette, &page).await.1.contains("Tag ja tilbage"));
    assert!(send(site, &mette, &aloud(), &back).await.1.contains("done=no-yes"));
    assert_eq!(asks().await.len(), 1);
}

#[tokio::test]
async fn what_is_taken_back_leads_to_the_page_it_was_pressed_on_and_nowhere_else() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let (her, here) = (candidate("Samira"), format!("/desk/places/{}", kitchen()));
    let ask = [("placement", kitchen().to_string()), ("back", "place".to_owned())];
    let (_, place) = send(site, &mette, &format!("/desk/people/{her}/ask"), &ask).await;
    let (_, page) = read(site, &mette, place.split('#').next().unwrap()).await;
    assert!(page.contains(&format!("name=\"back\" value=\"{here}\"")), "{page}");
    let undo = |back: &str| {
        let pair = [("person", her.to_string()), ("placement", kitchen().to_string())];
        pair.into_iter().chain([("back", back.to_owned())]).collect::<Vec<_>>()
    };
    let (_, to) = send(site, &mette, "/desk/undo", &undo(&here)).await;
    assert_eq!(to, format!("{here}?done=taken-back&lang=da#who-{her}"));
    assert_eq!(read(site, &mette, &question()).await.0, 404, "nobody is asked any more");
    let (_, to) = send(site, &mette, "/desk/undo", &undo("/desk/people?near=Uldum")).await;
    assert_eq!(to, "/desk/people?near=Uldum&done=taken-back&lang=da");
    // Where there is no such change either, one stays where one is; and an address that is not the desk's leads nowhere.
    let (_, to) = send(site, &mette, "/desk/undo", &[("back", here.clone())]).await;
    assert_eq!(to, format!("{here}?done=nothing&lang=da"));
    for other in [
        "//example.org/desk/",
        "https://example.org",
        "/my-work",
        "/desk/people\\x",
        "/desk/people x",
    ] {
        let (_, to) = send(site, &mette, "/desk/undo", &[("back", other.to_owned())]).await;
        assert_eq!(to, "/desk/people?done=nothing&lang=da", "{other}");
        let (_, to) = send(site, &mette, "/desk/undo", &undo(other)).await;
        assert!(to.starts_with(&format!("/desk/people/{her}?place=")), "{other}: {to}");
    }
}

/// A link to somebody's own page.
async fn door(server: &TestServer, name: &str) -> String {
    let made = links::make(&server.handle.app, candidate(name)).await.unwrap();
    format!("/own-page/{}", made.expect("a link").token)
}

/// Goes in; answers with the session that it makes.
async fn go_in(site: &Site, door: &str) -> Option<String> {
    let post = site
        .http
        .post(site.url(door))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", site.origin());
    let answer = post.body("do=open").send().await.unwrap();
    let cookie = answer.headers().get("set-cookie")?.to_str().unwrap().to_owned();
    let secret = cookie.split_once("bordenden_session=")?.1.split(';').next()?;
    Some(secret.to_owned())
}

#[tokio::test]
async fn whoever_was_added_at_the_desk_comes_to_their_own_page_by_a_link_that_is_good_once() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let edit = format!("/desk/people/{}", candidate("Inge"));
    assert!(
        read(site, &mette, &format!("{edit}/edit"))
            .await
            .1
            .contains("Ingen egen side endnu.")
    );
    let (status, page) = send(site, &mette, &format!("{edit}/own-page"), &[]).await;
    assert_eq!(status, 200);
    let (_, rest) = page.split_once("/own-page/").expect("the link");
    let door = format!("/own-page/{}", rest.split('"').next().unwrap());
    let (status, page) = read(site, NOBODY, &door).await;
    assert!(
        status == 200 && page.contains("Hej Inge.") && !page.contains("value=\"join\""),
        "{page}"
    );
    let inge = go_in(site, &door).await.expect("a session");
    let (status, home) = read(site, &inge, "/my-work").await;
    assert!(status == 200 && home.contains("Pladser til mig"), "{home}");
    // Nobody comes in by it again, and a new one shuts the way of the old one.
    assert_eq!(go_in(site, &door).await, None);
    assert_eq!(read(site, NOBODY, &door).await.0, 410);
    assert!(
        read(site, &mette, &format!("{edit}/edit"))
            .await
            .1
            .contains("er kommet ind med et link")
    );
    let another = self::door(&server, "Inge").await;
    let again = go_in(site, &another).await.expect("a session");
    assert_eq!(read(site, &again, "/my-work").await.0, 200);
    assert_eq!(read(site, &inge, "/my-work").await.0, 303, "signed out");
    // With the profile goes whoever came by the link, who has nothing else here.
    let db = open(&database).await;
    let me = access::came_by_link(&db, candidate("Inge")).await.unwrap().expect("Inge");
    let sure = [("sure", "yes".to_owned())];
    assert_eq!(send(site, &again, "/my-work/profile/erase", &sure).await.0, 303);
    assert_eq!(plan::person_name(&db, me).await.unwrap().as_deref(), Some(""));
    assert_eq!(read(site, &again, "/my-work").await.0, 303);
}

#[tokio::test]
async fn an_account_of_the_same_person_has_the_page_added_by_their_own_press_alone() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    // Maja signs in as she does for all else: no link opens what is hers.
    assert!(links::make(&server.handle.app, candidate("Maja")).await.unwrap().is_none());
    let door = door(&server, "Inge").await;
    let join = [("do", "join".to_owned())];
    let [karin, mette, maja] = [
        site.sign_in("Karin").await,
        site.sign_in("Mette Lindholm").await,
        site.sign_in("Maja").await,
    ];
    let (_, page) = read(site, &karin, &door).await;
    assert!(page.contains("value=\"join\"") && page.contains("Karin"), "{page}");
    assert_eq!(read(site, &karin, "/my-work").await.0, 404, "looking adds nothing");
    // A consultant and somebody who has a page already have nothing to add it to.
    for other in [&mette, &maja] {
        assert!(!read(site, other, &door).await.1.contains("value=\"join\""));
        assert_eq!(send(site, other, &door, &join).await.0, 422);
    }
    let (status, place) = send(site, &karin, &door, &join).await;
    assert_eq!((status, place.as_str()), (303, "/my-work?lang=da"));
    assert_eq!(read(site, &karin, "/my-work").await.0, 200);
    assert_eq!(read(site, NOBODY, &door).await.0, 410);
}

#[tokio::test]
async fn sign_in_leads_to_where_one_was_going_where_that_is_ones_own() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let asked = site.http.get(site.url("/my-work/week?lang=da")).send().await.unwrap();
    let place = asked.headers()["location"].to_str().unwrap().to_owned();
    assert_eq!(place, "/?to=%2Fmy-work%2Fweek&lang=da");
    let page = site.http.get(site.url(&place)).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("to=%2Fmy-work%2Fweek"), "{page}");
    let (maja, karin) = (person("Maja"), person("Karin"));
    for (who, to, goes) in [
        (maja, "%2Fmy-work%2Fweek", "/my-work/week?lang=da"),
        (karin, "%2Fmy-work%2Fweek", "/plans/"),
        (maja, "%2F%2Fexample.org%2F", "/plans/"),
        (maja, "https%3A%2F%2Fexample.org", "/plans/"),
        (maja, "%2Fdesk%2Fpeople", "/plans/"),
    ] {
        let sign_in = site.http.post(site.url(&format!("/sign-in?lang=da&to={to}")));
        let sign_in = sign_in
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", site.origin());
        let answer = sign_in.body(format!("person_id={who}")).send().await.unwrap();
        let place = answer.headers()["location"].to_str().unwrap();
        assert!(place.starts_with(goes), "{to}: {place}");
    }
    // A form of somebody who is signed out is not written, and the page says so.
    let (_, place) = send(site, NOBODY, "/my-work", &[("status", "pause".to_owned())]).await;
    assert_eq!(place, "/?sent=lost&lang=da");
    let page = site.http.get(site.url(&place)).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("Det, du sendte, er ikke gemt."), "{page}");
}
