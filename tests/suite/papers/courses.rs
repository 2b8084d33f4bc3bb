//! What comes after a yes: every step at the desk, the sheet, and what the person sees.

use super::{NOON, at_noon, read, send};
use crate::http::cases::matching::{candidate, course, placement};
use backend::clock::Clock;
use shared::day::Day;
use shared::ids::Millis;
use shared::matching::candidate::{Candidate, Status};
use tests::server::{Database, TestServer};
use tests::socket::Site;

pub(super) const COURSES: &str = "/desk/courses";
pub(super) const DAY: Millis = 24 * 3_600_000;

pub(super) fn field(name: &'static str, value: impl Into<String>) -> (&'static str, String) {
    (name, value.into())
}

pub(super) fn on(days: i32) -> String {
    Day::in_denmark(NOON).plus(days).to_string()
}

pub(super) struct Tried {
    pub(super) server: TestServer,
    pub(super) clock: Clock,
    pub(super) mette: String,
    pub(super) samira: String,
    _database: Database,
}

impl Tried {
    pub(super) async fn new() -> Tried {
        let database = Database::sqlite();
        let (server, clock) = at_noon(&database).await;
        let (mette, samira) = (
            server.site.sign_in("Mette Lindholm").await,
            server.site.sign_in("Samira").await,
        );
        Tried {
            server,
            clock,
            mette,
            samira,
            _database: database,
        }
    }

    pub(super) fn site(&self) -> &Site {
        &self.server.site
    }

    pub(super) async fn say_yes(&self) {
        let address = format!("/my-work/asks/{}", placement("Køkkenet på Lindelunden"));
        let yes = [field("answer", "yes"), field("text_version", "1")];
        assert_eq!(send(self.site(), &self.samira, &address, &yes).await.0, 303);
    }

    /// Begins with a talk of today and a first day of today; answers with the course's address.
    pub(super) async fn talk(&self) -> (u16, String) {
        self.talk_of(on(0)).await
    }

    /// The same with another first day.
    pub(super) async fn talk_of(&self, from: String) -> (u16, String) {
        let fields = [
            field("person", candidate("Samira").to_string()),
            field("placement", placement("Køkkenet på Lindelunden").to_string()),
            field("talked", on(0)),
            field("from", from),
            field("until", on(13 * 7 - 1)),
            field("hours", "14,5"),
        ];
        let (status, place) = send(self.site(), &self.mette, &format!("{COURSES}/new"), &fields).await;
        (status, place.split('?').next().unwrap().to_owned())
    }

    pub(super) async fn step(&self, address: &str, fields: &[(&'static str, &str)]) -> (u16, String) {
        let fields: Vec<_> = fields.iter().map(|(name, value)| field(name, *value)).collect();
        send(self.site(), &self.mette, address, &fields).await
    }

    pub(super) async fn take(&self, address: &str, step: &str) {
        let (status, place) = self.step(address, &[("step", step)]).await;
        assert_eq!(status, 303, "{step}: {place}");
    }

    /// Samira, the seats of the kitchen, and how many are supported there.
    pub(super) async fn stands(&self) -> (Candidate, u8, usize) {
        let (her, kitchen) = (candidate("Samira"), placement("Køkkenet på Lindelunden"));
        let found = self.server.handle.app.desk().ask(move |market| {
            let opening = market.opening(kitchen)?;
            let supported = opening.workplace.staff.supported.len();
            Some((market.candidate(her)?.clone(), opening.placement.seats, supported))
        });
        found.await.unwrap().unwrap()
    }

    /// Everything up to the first day.
    pub(super) async fn running(&self) -> String {
        self.say_yes().await;
        let (status, address) = self.talk().await;
        assert_eq!(status, 303, "{address}");
        for step in ["apply", "confirm", "grant", "begin"] {
            self.take(&address, step).await;
        }
        address
    }
}

#[tokio::test]
async fn nobody_is_asked_for_a_yes_to_what_has_begun() {
    let tried = Tried::new().await;
    let (ole, place) = (candidate("Ole"), placement("Sortere og vise til rette"));
    let way = format!("href=\"/desk/courses/{}?lang=da\">Se forløbet", course("Ole"));
    let (_, person) = read(tried.site(), &tried.mette, &format!("/desk/people/{ole}")).await;
    assert!(person.contains(&way), "{person}");
    assert!(!person.contains(&format!("name=\"placement\" value=\"{place}\"")));
    let (_, place) = read(tried.site(), &tried.mette, &format!("/desk/places/{place}")).await;
    assert!(place.contains(&way), "{place}");
    assert!(!place.contains(&format!("action=\"/desk/people/{ole}/ask")));
    // Of anybody else it can be asked as before.
    assert!(place.contains("/ask?lang=da\""));
}

#[tokio::test]
async fn a_course_begins_on_a_yes_and_on_nothing_else() {
    let tried = Tried::new().await;
    assert_eq!(tried.talk().await.0, 404, "nobody has said yes");
    tried.say_yes().await;
    let person = format!("/desk/people/{}", candidate("Samira"));
    // The yes stands on top, before what is on its way, and is counted wherever at the desk one is.
    let (_, list) = read(tried.site(), &tried.mette, COURSES).await;
    let (yes, others) = (
        list.find("class=\"course-ready\"").expect("a yes"),
        list.find("class=\"course-list\"").unwrap(),
    );
    assert!(yes < others && list[yes..].starts_with("class=\"course-ready\"><p><b><bdi>Samira · Plejehjemmet Lindelunden"));
    let counted = "<b class=\"count\">1<span class=\"unseen\"> Har sagt ja og venter";
    assert!(read(tried.site(), &tried.mette, "/desk/people").await.1.contains(counted));
    assert!(
        !read(tried.site(), &tried.mette, &format!("{COURSES}?q=rahel"))
            .await
            .1
            .contains("course-ready")
    );
    assert!(read(tried.site(), &tried.mette, &person).await.1.contains("Begynd forløb"));
    let (status, address) = tried.talk().await;
    assert_eq!(status, 303);
    assert_eq!(tried.talk().await.0, 422, "one at a time");
    let (_, page) = read(tried.site(), &tried.mette, &address).await;
    for said in ["Samira", "Plejehjemmet Lindelunden", "Virksomheden søger.", "14½"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // Nobody has to be looked for whom something has begun with.
    assert!(
        !read(tried.site(), &tried.mette, COURSES)
            .await
            .1
            .contains("Har sagt ja og venter")
    );
    // Whoever has had more than they may, or no end where the law wants one, is told.
    let (_, list) = read(tried.site(), &tried.mette, COURSES).await;
    assert!(list.contains("Samira") && list.contains("Rahel"));
    assert!(
        !read(tried.site(), &tried.mette, &format!("{COURSES}?q=uldum+kim"))
            .await
            .1
            .contains("Rahel")
    );
}

#[tokio::test]
async fn to_whoever_is_no_consultant_there_are_no_courses() {
    let tried = Tried::new().await;
    let rahel = course("Rahel");
    for address in [
        COURSES.to_owned(),
        format!("{COURSES}/{rahel}"),
        format!("{COURSES}/{rahel}/sheet"),
    ] {
        assert_eq!(read(tried.site(), &tried.samira, &address).await.0, 404, "{address}");
        assert_eq!(read(tried.site(), &tried.mette, &address).await.0, 200, "{address}");
    }
    let stolen = [field("step", "end")];
    assert_eq!(
        send(tried.site(), &tried.samira, &format!("{COURSES}/{rahel}"), &stolen)
            .await
            .0,
        404
    );
    // Nor is another's course one's own.
    let own = [field("answer", "stop")];
    assert_eq!(
        send(tried.site(), &tried.samira, &format!("/my-work/courses/{rahel}"), &own)
            .await
            .0,
        404
    );
    assert_eq!(
        send(tried.site(), &tried.samira, &format!("/my-work/courses/{rahel}/signed"), &[])
            .await
            .0,
        404
    );
}

#[tokio::test]
async fn every_step_is_one_press_and_the_last_one_is_taken_back() {
    let tried = Tried::new().await;
    let (before, seats, supported) = tried.stands().await;
    let address = tried.running().await;
    let (her, left, there) = tried.stands().await;
    assert_eq!((her.status, left, there), (Status::Underway, seats - 1, supported + 1));
    assert_eq!(her.hours.placement.0, before.hours.placement.0 + 58);
    // Out of turn, or on a day that has not come.
    let (status, page) = tried.step(&address, &[("step", "grant")]).await;
    assert!(status == 422 && page.contains("Det kan ikke ske nu"), "{page}");
    let (status, page) = tried.step(&address, &[("step", "end"), ("on", &on(1))]).await;
    assert!(status == 422 && page.contains("ikke kommet endnu"), "{page}");
    assert_eq!(tried.step(&address, &[("step", "refuse")]).await.0, 422);
    // What cannot be read comes back as it was typed, with its fold open.
    for (step, field, typed) in [
        ("hours", "hours", "15 t"),
        ("extend", "until", "snart"),
        ("end", "on", "i går"),
    ] {
        let (status, page) = tried.step(&address, &[("step", step), (field, typed)]).await;
        assert!(status == 422 && page.contains("Se dage og timer igennem"), "{step}: {page}");
        assert!(page.contains(&format!("value=\"{typed}\"")), "{step}: {page}");
        assert_eq!(page.matches("<details class=\"form\" open>").count(), 1, "{step}: {page}");
    }
    // The first talk, a week later.
    tried.clock.advance(8 * DAY);
    let (_, list) = read(tried.site(), &tried.mette, COURSES).await;
    assert!(
        list.contains("Tal med dem begge, uge 1.") && list.contains("1 dag over tiden"),
        "{list}"
    );
    let talk = [("step", "talk"), ("week", "1"), ("with", "both"), ("back", "list")];
    let (status, place) = tried.step(&address, &talk).await;
    assert!(
        status == 303 && place.starts_with("/desk/courses?done=saved-course&course="),
        "{place}"
    );
    assert!(
        read(tried.site(), &tried.mette, &place.replace("&lang=da", ""))
            .await
            .1
            .contains("value=\"undo\"")
    );
    tried.take(&address, "undo").await;
    assert_eq!(tried.step(&address, &talk).await.0, 303);
    // Hours rise; then it is extended, and is a job.
    assert_eq!(tried.step(&address, &[("step", "hours"), ("hours", "18")]).await.0, 303);
    assert_eq!(tried.stands().await.0.hours.placement.0, before.hours.placement.0 + 72);
    assert_eq!(tried.step(&address, &[("step", "extend"), ("until", &on(100))]).await.0, 303);
    assert_eq!(tried.step(&address, &[("step", "job"), ("hours", "20")]).await.0, 303);
    let (her, left, there) = tried.stands().await;
    assert_eq!(
        (her.hours.paid.0, left, there),
        (before.hours.paid.0 + 80, seats - 1, supported)
    );
    // Another consultant's step is not mine to take back.
    let thomas = tried.site().sign_in("Thomas Holm").await;
    let (status, place) = send(tried.site(), &thomas, &address, &[field("step", "undo")]).await;
    assert!(status == 303 && place.contains("done=nothing"), "{place}");
    tried.take(&address, "end").await;
    let (her, left, there) = tried.stands().await;
    assert_eq!((her.status, left, there), (before.status, seats, supported));
    assert_eq!(her.hours, before.hours);
    assert_eq!(her.knows.len(), before.knows.len() + 1);
    // And back again to a job.
    tried.take(&address, "undo").await;
    assert_eq!(tried.stands().await.0.status, Status::Underway);
}

#[tokio::test]
async fn a_no_before_the_first_day_leaves_nothing_whoever_says_it() {
    let tried = Tried::new().await;
    tried.say_yes().await;
    let (_, address) = tried.talk().await;
    tried.take(&address, "apply").await;
    // The municipality, or the company.
    let (status, place) = tried.step(&address, &[("step", "gone")]).await;
    assert!(status == 303 && place.starts_with("/desk/courses?done=removed"), "{place}");
    assert_eq!(read(tried.site(), &tried.mette, &address).await.0, 404);
    // She herself.
    let (_, address) = tried.talk().await;
    let own = address.replace("/desk/", "/my-work/");
    assert!(
        read(tried.site(), &tried.samira, "/my-work")
            .await
            .1
            .contains("I har talt sammen.")
    );
    assert_eq!(
        send(tried.site(), &tried.samira, &own, &[field("answer", "stop")]).await.0,
        303
    );
    assert_eq!(read(tried.site(), &tried.mette, &address).await.0, 404);
    assert_eq!(tried.talk().await.0, 404, "the yes is gone with it");
    // A yes that is taken back, and a no.
    for (answer, what) in [("back", "taken back"), ("no", "no")] {
        tried.say_yes().await;
        let (_, address) = tried.talk().await;
        let asks = format!("/my-work/asks/{}", placement("Køkkenet på Lindelunden"));
        assert_eq!(
            send(tried.site(), &tried.samira, &asks, &[field("answer", answer)]).await.0,
            303
        );
        assert_eq!(read(tried.site(), &tried.mette, &address).await.0, 404, "{what}");
    }
    let looked = backend::matching::course::courses(tried.server.handle.app.db())
        .await
        .unwrap();
    let kitchen = placement("Køkkenet på Lindelunden");
    assert!(looked.iter().all(|held| held.course.placement != kitchen));
}

#[tokio::test]
async fn once_they_have_begun_it_ends_and_does_not_go_away() {
    let tried = Tried::new().await;
    let address = tried.running().await;
    let (_, place) = tried.step(&address, &[("step", "gone")]).await;
    assert!(place.contains("done=nothing"), "{place}");
    let own = address.replace("/desk/", "/my-work/");
    assert_eq!(
        send(tried.site(), &tried.samira, &own, &[field("answer", "stop")]).await.0,
        422
    );
    assert_eq!(read(tried.site(), &tried.mette, &address).await.0, 200);
}

#[tokio::test]
async fn the_sheet_says_what_is_known_and_leaves_the_rest_blank() {
    let tried = Tried::new().await;
    tried.say_yes().await;
    let (_, address) = tried.talk().await;
    let (status, sheet) = read(tried.site(), &tried.mette, &format!("{address}/sheet")).await;
    assert_eq!(status, 200);
    for said in [
        "P-nummer",
        "9999",
        "37,17",
        "praktik",
        "14½",
        "skære grønt",
        "Samira",
        "Kommunen",
        "class=\"blank\"",
        "§ 65",
        "2027",
    ] {
        assert!(sheet.to_lowercase().contains(&said.to_lowercase()), "{said}: {sheet}");
    }
    // No wish, no words of her own, no week.
    for never in ["Butik eller køkken", "Jeg laver mad", "Uldum", "arabisk", "CPR"] {
        assert!(!sheet.contains(never), "{never}");
    }
    // Ordinary work is not applied for.
    let sahra = course("Sahra");
    assert_eq!(
        read(tried.site(), &tried.mette, &format!("{COURSES}/{sahra}/sheet")).await.0,
        404
    );
}

#[tokio::test]
async fn after_a_job_has_begun_only_a_yes_lets_anybody_call() {
    let tried = Tried::new().await;
    let address = tried.running().await;
    assert_eq!(tried.step(&address, &[("step", "job"), ("hours", "20")]).await.0, 303);
    let own = address.replace("/desk/", "/my-work/");
    let desk = async || read(tried.site(), &tried.mette, &address).await.1;
    assert!(desk().await.contains("Vi ringer ikke, før Samira selv har sagt ja"));
    assert!(
        read(tried.site(), &tried.samira, "/my-work")
            .await
            .1
            .contains("Du kan stoppe det, når du vil.")
    );
    let yes = |version: &'static str| {
        [
            field("answer", "calls"),
            field("text_version", version),
            field("year", "true"),
        ]
    };
    assert_eq!(
        send(tried.site(), &tried.samira, &own, &yes("7")).await.0,
        422,
        "another text"
    );
    assert_eq!(send(tried.site(), &tried.samira, &own, &yes("1")).await.0, 303);
    let page = desk().await;
    assert!(page.contains("uge 52") && page.contains("arbejdsstedet"), "{page}");
    let talk = [("step", "talk"), ("week", "1"), ("with", "workplace")];
    assert_eq!(tried.step(&address, &talk).await.0, 303);
    assert_eq!(
        send(tried.site(), &tried.samira, &own, &[field("answer", "no-calls")])
            .await
            .0,
        303
    );
    assert!(!desk().await.contains("uge 52"));
}

#[tokio::test]
async fn what_was_not_on_the_page_was_not_seen_and_a_name_on_a_form_was() {
    let tried = Tried::new().await;
    let rahel = tried.site().sign_in("Rahel").await;
    let seen = async |session: &str| {
        read(tried.site(), session, "/my-work/seen")
            .await
            .1
            .contains("hvordan det går")
    };
    let (_, list) = read(tried.site(), &tried.mette, &format!("{COURSES}?q=samira")).await;
    assert!(!list.contains("Rahel") && !seen(&rahel).await, "her line was searched away");
    let (_, list) = read(tried.site(), &tried.mette, &format!("{COURSES}?q=rahel")).await;
    assert!(list.contains("Rahel") && seen(&rahel).await);
    tried.say_yes().await;
    assert!(!seen(&tried.samira).await);
    let form = format!(
        "{COURSES}/new?person={}&placement={}",
        candidate("Samira"),
        placement("Køkkenet på Lindelunden")
    );
    assert_eq!(read(tried.site(), &tried.mette, &form).await.0, 200);
    assert!(seen(&tried.samira).await, "her name stood on the form of her first course");
}

#[tokio::test]
async fn whoever_looks_is_written_down_and_the_person_reads_it() {
    let tried = Tried::new().await;
    let rahel = tried.site().sign_in("Rahel").await;
    assert!(
        !read(tried.site(), &rahel, "/my-work/seen")
            .await
            .1
            .contains("hvordan det går")
    );
    assert_eq!(
        read(tried.site(), &tried.mette, &format!("{COURSES}/{}", course("Rahel")))
            .await
            .0,
        200
    );
    assert!(
        read(tried.site(), &rahel, "/my-work/seen")
            .await
            .1
            .contains("så, hvordan det går med det, du har sagt ja til.")
    );
    let (_, home) = read(tried.site(), &rahel, "/my-work").await;
    // The day of the talk has gone by: it is not told as one to come.
    assert!(!home.contains("taler med jer omkring"), "{home}");
    for said in ["Det er i gang", "Du er der nu.", "Mette Lindholm taler snart med jer."] {
        assert!(home.contains(said), "{said}: {home}");
    }
}
