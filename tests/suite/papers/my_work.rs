//! The candidate's own pages: places with reasons, a yes with an end, a no without a trace, and the week.

use super::{at_noon, read, send};
use crate::http::cases::matching::{candidate, placement};
use backend::db::Db;
use backend::matching::{Thing, answers};
use shared::ids::PlacementId;
use tests::server::Database;
use tests::socket::{Site, person};

const HOME: &str = "/my-work";
const WEEK: &str = "/my-work/week";
const KITCHEN: &str = "Køkkenet på Lindelunden";

fn kitchen() -> PlacementId {
    placement(KITCHEN)
}

fn ask_page(id: PlacementId) -> String {
    format!("{HOME}/asks/{id}")
}

async fn open(database: &Database) -> Db {
    Db::open(&database.url.clone().into(), None).await.unwrap()
}

/// What stands in a hidden field of a page.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).expect(name);
    rest.split_once('"').expect(name).0.replace("&quot;", "\"")
}

fn field(name: &'static str, value: impl Into<String>) -> (&'static str, String) {
    (name, value.into())
}

async fn ask_samira(site: &Site) {
    let mette = site.sign_in("Mette Lindholm").await;
    let address = format!("/desk/people/{}/ask", candidate("Samira"));
    let (status, place) = send(site, &mette, &address, &[field("placement", kitchen().to_string())]).await;
    assert_eq!(status, 303, "{place}");
}

#[tokio::test]
async fn to_a_place_whose_seats_are_gone_nobody_can_say_yes() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let samira = site.sign_in("Samira").await;
    ask_samira(site).await;
    let yes = [field("answer", "yes"), field("text_version", "1")];
    let desk = server.handle.app.desk();
    let held = desk
        .ask(|market| market.placement(kitchen()).cloned())
        .await
        .unwrap()
        .unwrap();
    let mut full = held.thing;
    full.seats = 0;
    let mette = person("Mette Lindholm");
    desk.put(&Thing::Placement(Box::new(full)), Some(held.revision), mette)
        .await
        .unwrap();
    let (status, page) = read(site, &samira, &ask_page(kitchen())).await;
    assert!(status == 200 && page.contains("Pladsen er ikke åben mere."));
    assert_eq!(send(site, &samira, &ask_page(kitchen()), &yes).await.0, 409);
    let asks = answers::asks_of_candidate(server.handle.app.db(), candidate("Samira"))
        .await
        .unwrap();
    assert!(asks.iter().all(|ask| ask.yes.is_none()));
}

#[tokio::test]
async fn only_who_looks_for_work_has_the_pages_and_only_their_own() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (samira, karin) = (site.sign_in("Samira").await, site.sign_in("Karin").await);
    for page in [
        HOME,
        "/my-work/profile",
        WEEK,
        "/my-work/not",
        "/my-work/seen",
        &ask_page(kitchen()),
    ] {
        let (status, text) = read(site, &samira, page).await;
        assert_eq!(status, 200, "{page}: {text}");
        assert_eq!(read(site, &karin, page).await.0, 404, "{page}");
    }
    let (_, page) = read(site, &samira, HOME).await;
    for said in ["Pladser til mig", KITCHEN, "Ja, jeg vil prøve", "Nej tak", "Derfor"] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("point") && !page.contains('%'), "nobody is given points");
    // Somebody of a family may look for work too, and finds the way from their part.
    let maja = site.sign_in("Maja").await;
    assert_eq!(read(site, &maja, HOME).await.0, 200);
    assert!(read(site, &maja, "/my-part").await.1.contains("href=\"/my-work?"));
    assert!(!read(site, &karin, "/my-part").await.1.contains("href=\"/my-work?"));
}

#[tokio::test]
async fn a_yes_says_what_the_company_is_told_and_can_be_taken_back() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    ask_samira(site).await;
    let samira = site.sign_in("Samira").await;
    let (_, home) = read(site, &samira, HOME).await;
    assert!(home.contains("Nogen spørger dig") && home.contains("Plejehjemmet Lindelunden"));
    let (_, page) = read(site, &samira, &ask_page(kitchen())).await;
    for said in [
        "Må vi fortælle en virksomhed om dig?",
        "Samira",
        "Jeg laver mad til mange.",
        "Butik eller køkken.",
        "man, ons, fre 9–14",
        "arabisk",
        "Mette Lindholm spørger",
        "12 34 57 00",
        "penge, helbred eller din familie",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // Of the rest of the week, and of what it is called, the company hears nothing.
    assert!(!page.contains("Sprogskole") && !page.contains("lør"));
    let mette = person("Mette Lindholm");
    assert!(page.contains("Ingen. Jeg er alene.") && page.contains(&format!("value=\"{mette}\">Mette Lindholm")));
    let yes = [
        field("answer", "yes"),
        field("text_version", "1"),
        field("read_aloud", "true"),
        field("present", mette.to_string()),
    ];
    let mut stranger = yes.clone();
    stranger[3] = field("present", person("Samira").to_string());
    assert_eq!(send(site, &samira, &ask_page(kitchen()), &stranger).await.0, 422);
    let (status, place) = send(site, &samira, &ask_page(kitchen()), &yes).await;
    assert_eq!((status, place.as_str()), (303, "/my-work?done=answered&lang=da#places"));
    let db = open(&database).await;
    let asks = answers::asks_of_candidate(&db, candidate("Samira")).await.unwrap();
    let yes = asks[0].yes.as_ref().expect("a yes");
    assert_eq!((yes.text_version, yes.language.as_str(), yes.read_aloud), (1, "da", true));
    assert_eq!(yes.present, Some(mette));
    let (_, page) = read(site, &samira, &ask_page(kitchen())).await;
    assert!(page.contains("Mette Lindholm sad sammen med dig."), "{page}");
    let consultant = site.sign_in("Mette Lindholm").await;
    let desk = format!("/desk/people/{}?place={}", candidate("Samira"), kitchen());
    for address in [desk, format!("/desk/places/{}", kitchen())] {
        let (_, page) = read(site, &consultant, &address).await;
        assert!(
            page.contains("Mette Lindholm spurgte. Mette Lindholm sad med."),
            "{address}: {page}"
        );
    }
    assert!(read(site, &samira, HOME).await.1.contains("Det har du sagt ja til"));
    // Whoever sits at the desk finds the yes without knowing where to look for it.
    let mette = site.sign_in("Mette Lindholm").await;
    let (_, courses) = read(site, &mette, "/desk/courses").await;
    assert!(
        courses.contains("Har sagt ja og venter") && courses.contains("Samira · Plejehjemmet Lindelunden"),
        "{courses}"
    );
    assert!(
        read(site, &samira, &ask_page(kitchen()))
            .await
            .1
            .contains("Tag mit ja tilbage")
    );
    let (status, _) = send(site, &samira, &ask_page(kitchen()), &[field("answer", "back")]).await;
    assert_eq!(status, 303);
    assert!(answers::asks_of_candidate(&db, candidate("Samira")).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_yes_to_an_older_text_is_asked_anew() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let samira = server.site.sign_in("Samira").await;
    let yes = [field("answer", "yes"), field("text_version", "0")];
    let (status, page) = send(&server.site, &samira, &ask_page(kitchen()), &yes).await;
    assert_eq!(status, 422);
    assert!(page.contains("Må vi fortælle en virksomhed om dig?"));
    let db = open(&database).await;
    assert!(answers::asks_of_candidate(&db, candidate("Samira")).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_no_takes_question_and_place_away_and_can_be_taken_back_by_oneself_alone() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    ask_samira(site).await;
    let samira = site.sign_in("Samira").await;
    let (status, place) = send(site, &samira, &ask_page(kitchen()), &[field("answer", "no")]).await;
    assert_eq!((status, place.as_str()), (303, "/my-work?done=answered&lang=da#places"));
    let (_, home) = read(site, &samira, HOME).await;
    assert!(!home.contains(KITCHEN), "{home}");
    assert_eq!(read(site, &samira, &ask_page(kitchen())).await.0, 404);
    let db = open(&database).await;
    assert!(answers::asks_of_candidate(&db, candidate("Samira")).await.unwrap().is_empty());
    // The consultant sees a page without the place, and not why.
    let mette = site.sign_in("Mette Lindholm").await;
    let (_, desk) = read(site, &mette, &format!("/desk/people/{}", candidate("Samira"))).await;
    assert!(!desk.contains(KITCHEN));
    let (_, page) = read(site, &samira, "/my-work/not").await;
    assert!(page.contains(KITCHEN) && page.contains("Vis den igen"));
    let (status, _) = send(site, &samira, "/my-work/not", &[field("placement", kitchen().to_string())]).await;
    assert_eq!(status, 303);
    assert!(!read(site, &samira, "/my-work/not").await.1.contains(KITCHEN));
    assert!(read(site, &samira, HOME).await.1.contains(KITCHEN));
    assert!(answers::nos(&db).await.unwrap().is_empty());
}

#[tokio::test]
async fn one_reads_who_has_seen_one_and_in_which_list() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let samira = site.sign_in("Samira").await;
    // One's own looks are nobody else's.
    read(site, &samira, HOME).await;
    assert!(
        read(site, &samira, "/my-work/seen")
            .await
            .1
            .contains("Ingen har set noget om dig endnu.")
    );
    let mette = site.sign_in("Mette Lindholm").await;
    for _ in 0..2 {
        read(site, &mette, &format!("/desk/people/{}", candidate("Samira"))).await;
    }
    let (_, page) = read(site, &samira, "/my-work/seen").await;
    for said in [
        "Mette Lindholm",
        "så pladser til dig.",
        "2 gange.",
        "så listen over alle",
        "I dag",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
}

#[tokio::test]
async fn a_pause_empties_the_list_and_day_jobs_are_asked_for() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let samira = site.sign_in("Samira").await;
    assert_eq!(send(site, &samira, HOME, &[field("status", "pause")]).await.0, 303);
    let (_, page) = read(site, &samira, HOME).await;
    assert!(page.contains("Du søger ikke lige nu") && page.contains("Søg igen") && !page.contains("Ja, jeg vil prøve"));
    assert_eq!(send(site, &samira, HOME, &[field("status", "looking")]).await.0, 303);
    assert_eq!(send(site, &samira, HOME, &[field("day_jobs", "yes")]).await.0, 303);
    let (_, page) = read(site, &samira, HOME).await;
    assert!(page.contains("Du hører om dem med det samme.") && page.contains("Ja, jeg vil prøve"));
    assert_eq!(send(site, &samira, HOME, &[field("status", "Underway")]).await.0, 422);
}

#[tokio::test]
async fn whoever_is_underway_is_not_told_that_they_do_not_look() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let rahel = server.site.sign_in("Rahel").await;
    let (_, page) = read(&server.site, &rahel, HOME).await;
    assert!(
        page.contains("I gang et sted") && page.contains("Ja, jeg vil prøve"),
        "{page}"
    );
    assert!(!page.contains("Du søger ikke lige nu"), "{page}");
}

#[tokio::test]
async fn the_week_is_ticked_or_typed_and_never_overwrites_what_was_not_seen() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let maja = site.sign_in("Maja").await;
    let (_, page) = read(site, &maja, WEEK).await;
    assert!(page.contains("man–fre 8.15–14.30"), "{page}");
    let stored = hidden(&page, "stored");
    let typed = |text: &str| [field("what", "type"), field("stored", stored.clone()), field("typed", text)];
    let (status, page) = send(site, &maja, WEEK, &typed("man-fre engang")).await;
    assert_eq!(status, 422);
    assert!(page.contains("»engang« kender vi ikke") && page.contains("man-fre engang"));
    assert_eq!(
        send(site, &maja, WEEK, &typed("man-fre 9-14; lør 9-12 lige uger")).await.0,
        303
    );
    let (_, page) = read(site, &maja, WEEK).await;
    assert!(
        page.contains("man–fre 9–14; lør 9–12 lige uger") && page.contains("Ulige uger"),
        "{page}"
    );
    // From a page that was opened before: both are shown, and nothing is written.
    let (status, page) = send(site, &maja, WEEK, &typed("man 8-9")).await;
    assert_eq!(status, 409);
    assert!(
        page.contains("man 8–9") && page.contains("man–fre 9–14; lør 9–12 lige uger"),
        "{page}"
    );
    // An hour without the script: Monday from 14 in even weeks.
    let (_, page) = read(site, &maja, WEEK).await;
    let mut form = vec![field("what", "paint")];
    for name in ["stored", "exact", "tables", "first_hour", "end_hour"] {
        form.push(field(name, hidden(&page, name)));
    }
    let ticked = page.split("<input type=\"checkbox\" name=\"hour\" value=\"").skip(1);
    for one in ticked.filter(|one| one.split('>').next().is_some_and(|tag| tag.contains(" checked"))) {
        form.push(field("hour", one.split('"').next().unwrap()));
    }
    form.push(field("hour", "e56"));
    assert_eq!(send(site, &maja, WEEK, &form).await.0, 303);
    let (_, page) = read(site, &maja, WEEK).await;
    assert!(page.contains("man 9–15") && page.contains("lør 9–12"), "{page}");
}

#[tokio::test]
async fn no_button_of_the_week_loses_what_was_painted_typed_or_named_beside_it() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let maja = site.sign_in("Maja").await;
    let (_, page) = read(site, &maja, WEEK).await;
    let names = [
        "stored",
        "drawn",
        "exact",
        "tables",
        "first_hour",
        "end_hour",
        "typed_drawn",
        "rows_drawn",
    ];
    // Painted: Monday 18 to 19 is free too. Named: nothing is called anything yet.
    let painted = |page: &str, what: &'static str| {
        let mut form: Vec<_> = names.iter().map(|name| field(name, hidden(page, name))).collect();
        form.push(field("typed", hidden(page, "typed_drawn")));
        let ticked = page.split("<input type=\"checkbox\" name=\"hour\" value=\"").skip(1);
        for one in ticked.filter(|one| one.split('>').next().is_some_and(|tag| tag.contains(" checked"))) {
            form.push(field("hour", one.split('"').next().unwrap()));
        }
        form.push(field("hour", "b72"));
        form.extend([
            field("label", "Svømning"),
            field("label_when", "ons 16-17"),
            field("what", what),
        ]);
        form
    };
    let holds_both = |page: &str| page.contains("b72\" checked") && page.contains("value=\"Svømning\"");
    // Even and odd weeks apart: both tables have what was painted, and nothing is written.
    let (status, two) = send(site, &maja, WEEK, &painted(&page, "two")).await;
    assert_eq!(status, 200, "{two}");
    for said in ["e72\" checked", "o72\" checked", "value=\"Svømning\"", "Intet er gemt endnu."] {
        assert!(two.contains(said), "{said}: {two}");
    }
    assert!(!read(site, &maja, WEEK).await.1.contains("18–19"));
    // A text that cannot be read, names that cannot, a calendar without a file.
    let mut typed = painted(&page, "type");
    typed.retain(|(name, _)| *name != "typed");
    typed.push(field("typed", "man-fre engang"));
    let (status, both) = send(site, &maja, WEEK, &typed).await;
    assert_eq!(status, 422);
    assert!(
        holds_both(&both) && both.contains("man-fre engang") && both.contains("Tryk »Gem min uge«"),
        "{both}"
    );
    let mut named = painted(&page, "labels");
    named.retain(|(name, _)| *name != "label_when");
    named.push(field("label_when", "engang"));
    let (status, bad) = send(site, &maja, WEEK, &named).await;
    assert_eq!(status, 422);
    assert!(holds_both(&bad), "{bad}");
    // The names alone are saved by their own button, and the painting is still there.
    let (status, named) = send(site, &maja, WEEK, &painted(&page, "labels")).await;
    assert_eq!(status, 200, "{named}");
    assert!(holds_both(&named) && named.contains("Ugen er ikke gemt endnu."), "{named}");
    // The week's own button saves both.
    let (status, _) = send(site, &maja, WEEK, &painted(&named, "paint")).await;
    assert_eq!(status, 303);
    let (_, page) = read(site, &maja, WEEK).await;
    assert!(page.contains("18–19") && page.contains("value=\"Svømning\""), "{page}");
}

#[tokio::test]
async fn alike_again_the_odd_weeks_can_still_be_had_back() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let maja = site.sign_in("Maja").await;
    let (_, page) = read(site, &maja, WEEK).await;
    let apart = [
        field("what", "type"),
        field("stored", hidden(&page, "stored")),
        field("typed", "man 8-10 lige uger; tir 9-11 ulige uger"),
    ];
    assert_eq!(send(site, &maja, WEEK, &apart).await.0, 303);
    let (_, page) = read(site, &maja, WEEK).await;
    let stored = hidden(&page, "stored");
    let button = |what, before: &str| [field("what", what), field("stored", stored.clone()), field("before", before)];
    let (status, one) = send(site, &maja, WEEK, &button("one", "")).await;
    assert_eq!(status, 200);
    assert!(
        one.contains("Skemaet viser de lige uger.") && one.contains("tir 9–11 ulige uger"),
        "{one}"
    );
    let (status, again) = send(site, &maja, WEEK, &button("before", &hidden(&one, "before"))).await;
    assert_eq!(status, 200);
    assert_eq!(hidden(&again, "exact"), stored);
}

#[tokio::test]
async fn what_a_time_is_called_only_the_candidate_reads() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let samira = site.sign_in("Samira").await;
    assert!(read(site, &samira, WEEK).await.1.contains("value=\"Sprogskole\""));
    let labels = [
        field("what", "labels"),
        field("label", "Fodterapeut"),
        field("label_when", "ons 14-15"),
    ];
    assert_eq!(send(site, &samira, WEEK, &labels).await.0, 303);
    let (_, page) = read(site, &samira, WEEK).await;
    assert!(page.contains("Fodterapeut") && page.contains("ons 14–15") && !page.contains("value=\"Sprogskole\""));
    let mette = site.sign_in("Mette Lindholm").await;
    let id = candidate("Samira");
    for address in [
        format!("/desk/people/{id}"),
        format!("/desk/people/{id}/edit"),
        format!("/api/candidates/{id}/placements"),
    ] {
        let (status, page) = read(site, &mette, &address).await;
        assert_eq!(status, 200, "{address}");
        assert!(!page.contains("Fodterapeut") && !page.contains("Sprogskole"), "{address}");
    }
}

#[tokio::test]
async fn a_calendar_is_read_and_shown_and_nothing_of_it_is_kept() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let maja = site.sign_in("Maja").await;
    let file = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/Copenhagen:20261102T120000\r\nDTEND;TZID=Europe/Copenhagen:20261102T133000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Svømning\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let send_file = async |frame: &str, file: &str| {
        let part = |head: &str, body: &str| format!("--edge\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n");
        let body = format!(
            "{}{}--edge--\r\n",
            part("name=\"frame\"", frame),
            part("name=\"file\"; filename=\"kalender.ics\"", file)
        );
        let post = site.http.post(site.url("/my-work/week/calendar?lang=da"));
        let post = post
            .header("content-type", "multipart/form-data; boundary=edge")
            .header("origin", site.origin());
        let answer = post.bearer_auth(&maja).body(body).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    // What it takes from is the week that she has.
    let frame = "name=\"frame\" type=\"text\" value=\"man–fre 8.15–14.30\"";
    assert!(read(site, &maja, WEEK).await.1.contains(frame));
    let (_, page) = send_file("man–fre 8.15–14.30", file).await;
    assert!(page.contains("man 8.15–12 og 13.30–14.30"), "{page}");
    let (status, page) = send_file("man-fre 8-16", file).await;
    assert_eq!(status, 200, "{page}");
    assert!(
        page.contains("Svømning") && page.contains("man 8–12 og 13.30–16") && page.contains("Intet er gemt endnu"),
        "{page}"
    );
    assert!(read(site, &maja, WEEK).await.1.contains("man–fre 8.15–14.30"));
    assert!(!read(site, &maja, WEEK).await.1.contains("Svømning"));
    assert_eq!(send_file("man-fre 8-16", "Kære Maja").await.0, 422);
    assert_eq!(send_file("engang", file).await.0, 422);
}
