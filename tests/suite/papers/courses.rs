//! What comes after a yes: every step at the desk, the sheet, the link by which a company signs, and what the person sees.

use super::{NOON, at_noon, read, send};
use crate::http::cases::matching::{candidate, course, placement};
use backend::clock::Clock;
use shared::day::Day;
use shared::ids::Millis;
use shared::matching::candidate::{Candidate, Status};
use tests::server::{Database, TestServer};
use tests::socket::Site;

const COURSES: &str = "/desk/courses";
const DAY: Millis = 24 * 3_600_000;

fn field(name: &'static str, value: impl Into<String>) -> (&'static str, String) {
    (name, value.into())
}

fn on(days: i32) -> String {
    Day::in_denmark(NOON).plus(days).to_string()
}

struct Tried {
    server: TestServer,
    clock: Clock,
    mette: String,
    samira: String,
    _database: Database,
}

impl Tried {
    async fn new() -> Tried {
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

    fn site(&self) -> &Site {
        &self.server.site
    }

    async fn say_yes(&self) {
        let address = format!("/my-work/asks/{}", placement("Køkkenet på Lindelunden"));
        let yes = [field("answer", "yes"), field("text_version", "1")];
        assert_eq!(send(self.site(), &self.samira, &address, &yes).await.0, 303);
    }

    /// Begins with a talk of today and a first day of today; answers with the course's address.
    async fn talk(&self) -> (u16, String) {
        let fields = [
            field("person", candidate("Samira").to_string()),
            field("placement", placement("Køkkenet på Lindelunden").to_string()),
            field("talked", on(0)),
            field("from", on(0)),
            field("until", on(13 * 7 - 1)),
            field("hours", "14,5"),
        ];
        let (status, place) = send(self.site(), &self.mette, &format!("{COURSES}/new"), &fields).await;
        (status, place.split('?').next().unwrap().to_owned())
    }

    async fn step(&self, address: &str, fields: &[(&'static str, &str)]) -> (u16, String) {
        let fields: Vec<_> = fields.iter().map(|(name, value)| field(name, *value)).collect();
        send(self.site(), &self.mette, address, &fields).await
    }

    async fn take(&self, address: &str, step: &str) {
        let (status, place) = self.step(address, &[("step", step)]).await;
        assert_eq!(status, 303, "{step}: {place}");
    }

    /// Samira, the seats of the kitchen, and how many are supported there.
    async fn stands(&self) -> (Candidate, u8, usize) {
        let (her, kitchen) = (candidate("Samira"), placement("Køkkenet på Lindelunden"));
        let found = self.server.handle.app.desk().ask(move |market| {
            let opening = market.opening(kitchen)?;
            let supported = opening.workplace.staff.supported.len();
            Some((market.candidate(her)?.clone(), opening.placement.seats, supported))
        });
        found.await.unwrap().unwrap()
    }

    /// Everything up to the first day.
    async fn running(&self) -> String {
        self.say_yes().await;
        let (status, address) = self.talk().await;
        assert_eq!(status, 303, "{address}");
        for step in ["apply", "confirm", "grant", "begin"] {
            self.take(&address, step).await;
        }
        address
    }
}

/// What stands in the field with the link.
fn link_on(page: &str) -> String {
    let (_, rest) = page.split_once("/skills/").expect("a link");
    format!("/skills/{}", rest.split('"').next().unwrap())
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
    assert!(read(tried.site(), &tried.mette, &person).await.1.contains("Begynd forløb"));
    let (status, address) = tried.talk().await;
    assert_eq!(status, 303);
    assert_eq!(tried.talk().await.0, 422, "one at a time");
    let (_, page) = read(tried.site(), &tried.mette, &address).await;
    for said in ["Samira", "Plejehjemmet Lindelunden", "Virksomheden søger.", "14½"] {
        assert!(page.contains(said), "{said}: {page}");
    }
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
async fn a_company_signs_once_and_the_person_decides_what_stands() {
    let tried = Tried::new().await;
    let address = tried.running().await;
    let link = format!("{address}/link");
    assert_eq!(tried.step(&link, &[]).await.0, 404, "it runs");
    tried.take(&address, "end").await;
    let (_, old) = tried.step(&link, &[]).await;
    let (status, page) = tried.step(&link, &[]).await;
    assert_eq!(status, 200);
    let (old, door) = (link_on(&old), link_on(&page));
    assert!(door.len() == "/skills/".len() + 64, "{door}");
    let nobody = "";
    assert_eq!(read(tried.site(), nobody, &old).await.0, 410, "a newer link was made");
    // Nobody is signed in; looking uses nothing up.
    for _ in 0..2 {
        let (status, page) = read(tried.site(), nobody, &door).await;
        assert!(
            status == 200 && page.contains("Samira") && page.contains("skære grønt"),
            "{page}"
        );
        for never in [
            "Butik eller køkken",
            "Jeg laver mad",
            "Uldum",
            "arabisk",
            "Nasser",
            "fylde hylder",
        ] {
            assert!(!page.contains(never), "{never}");
        }
    }
    let tasks = tried.server.handle.app.desk().ask(|market| {
        let kitchen = market.opening(placement("Køkkenet på Lindelunden")).unwrap();
        kitchen.placement.tasks.clone()
    });
    let tasks = tasks.await.unwrap();
    let sign = async |fields: &[(&'static str, String)]| send(tried.site(), nobody, &door, fields).await;
    let all: Vec<_> = tasks.iter().map(|task| field("task", task.0.to_string())).collect();
    let with = |more: &[(&'static str, &str)]| {
        let more = more.iter().map(|(name, value)| field(name, *value));
        all.iter().cloned().chain(more).collect::<Vec<_>>()
    };
    assert_eq!(sign(&with(&[("name", " ")])).await.0, 422);
    assert_eq!(sign(&with(&[("name", "Kirsten"), ("website", "x")])).await.0, 422);
    assert_eq!(sign(&[field("name", "Kirsten")]).await.0, 422, "nothing is ticked");
    let (status, page) = sign(&with(&[("name", "Kirsten"), ("website", "")])).await;
    assert!(status == 200 && page.contains("Nu ser Samira på det."), "{page}");
    assert_eq!(sign(&with(&[("name", "En anden")])).await.0, 410);
    assert_eq!(read(tried.site(), nobody, &door).await.0, 410);
    // The desk learns only that it is signed.
    let (her, ..) = tried.stands().await;
    let (_, desk) = read(tried.site(), &tried.mette, &address).await;
    assert!(
        desk.contains("Nu ser Samira på det") && !desk.contains("underskrevet af"),
        "{desk}"
    );
    // She sees it first and leaves one out.
    let (_, profile) = read(tried.site(), &tried.samira, "/my-work/profile").await;
    assert!(
        profile.contains("Kirsten i Plejehjemmet Lindelunden har sat kryds"),
        "{profile}"
    );
    let own = format!("{}/signed", address.replace("/desk/", "/my-work/"));
    let kept: Vec<_> = tasks[1..].iter().map(|task| field("task", task.0.to_string())).collect();
    assert_eq!(send(tried.site(), &tried.samira, &own, &kept).await.0, 303);
    let (then, ..) = tried.stands().await;
    assert!(tasks[1..].iter().all(|task| then.can.contains(task)));
    assert_eq!(
        then.can.contains(&tasks[0]),
        her.can.contains(&tasks[0]),
        "what is left out changes nothing"
    );
    let (_, profile) = read(tried.site(), &tried.samira, "/my-work/profile").await;
    assert!(profile.contains("underskrevet af Plejehjemmet Lindelunden"), "{profile}");
    let (_, desk) = read(tried.site(), &tried.mette, &address).await;
    assert!(desk.contains("underskrevet af Plejehjemmet Lindelunden"), "{desk}");
    let left = read(tried.site(), &tried.mette, &address).await.1;
    assert!(left.contains("vaske op"), "{left}");
    // Later she leaves out the rest.
    assert_eq!(send(tried.site(), &tried.samira, &own, &[]).await.0, 303);
    let (then, ..) = tried.stands().await;
    assert_eq!(then.can, her.can, "what she had said herself stays");
}

#[tokio::test]
async fn a_link_runs_out_and_a_door_is_knocked_at_so_often_and_no_oftener() {
    let tried = Tried::new().await;
    let address = tried.running().await;
    tried.take(&address, "end").await;
    let (_, page) = tried.step(&format!("{address}/link"), &[]).await;
    let door = link_on(&page);
    tried.clock.advance(14 * DAY + 1);
    let (status, page) = read(tried.site(), "", &door).await;
    assert!(
        status == 410 && page.contains("Bed den, der sendte linket, om et nyt."),
        "{page}"
    );
    let mut statuses = Vec::new();
    for _ in 0..70 {
        statuses.push(read(tried.site(), "", "/skills/abc").await.0);
    }
    assert_eq!((statuses[0], statuses[69]), (410, 429));
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
    for said in ["Det er i gang", "Du er der nu.", "Mette Lindholm taler med jer omkring"] {
        assert!(home.contains(said), "{said}: {home}");
    }
}
