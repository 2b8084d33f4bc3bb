//! A plan, a week's labels, needs and noes full of words that occur nowhere else; then everything that the matching
//! answers is searched for them, as each who may ask.

pub mod noes;

use self::noes::{after_a_no, hears_no};
use crate::http::cases::matching::{candidate, course as course_of};
use backend::api::DOCUMENT;
use backend::app::App;
use backend::db::Db;
use backend::matching::access::{Label, add_labels, links};
use backend::matching::answers::say_no;
use backend::matching::course;
use backend::matching::exchange::{Book, Format, Sheet};
use backend::matching::store::Thing;
use serde_json::{Value, json};
use shared::ids::{CandidateId, CourseId, PlacementId};
use shared::matching::signal::{About, PartOfDay, Signal, Time};
use shared::matching::week::{Parity, Quarter, Quarters, Weekday};
use shared::matching::words::{Kind, TaskId};
use shared::plan::Audience;
use sqlx::sqlite::SqlitePool;
use tests::server::{Database, TestServer};
use tests::socket::{Site, dream, person, plan_of};

/// Of the plan.
const PLAN: &str = "Kanariefugldrøm";
const LABEL: &str = "Kanariefuglmærke";
/// In the candidate's own words, for the desk and themselves.
const WISH: &str = "Kanariefuglønske";

/// Benefits, which are nowhere but in the rules of law.
const BENEFITS: &[&str] = &[
    "kontanthjælp",
    "uddannelseshjælp",
    "sygedagpenge",
    "dagpenge",
    "ressourceforløb",
    "fleksjob",
    "førtidspension",
    "selvforsørgelse",
    "social assistance",
    "cash benefit",
    "sick pay",
    "sickness benefit",
];

pub fn signal() -> Signal {
    Signal {
        about: About::Hands,
        tasks: vec![TaskId(1)],
        other_task: "Lave skilte".into(),
        times: vec![Time {
            day: Weekday::Monday,
            part: PartOfDay::Morning,
        }],
        can_move: true,
        must: "Kunne tælle".into(),
        nice: "Kende Uldum".into(),
        kinds: Kind::PaidHours.into(),
        place: "Butikken i Uldum".into(),
        name: "Kirsten".into(),
        phone: "12 34 56 01".into(),
        not_when: "efter 16".into(),
    }
}

/// Who asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Who {
    Consultant,
    Samira,
    /// Another candidate, who sits at a family's table too.
    Maja,
    /// A company, or anybody: nobody is signed in.
    Company,
}

struct Asked {
    who: Who,
    address: String,
    status: u16,
    body: String,
}

/// What the addresses are about.
struct Things {
    samira: CandidateId,
    /// To which Samira has said no, and which has said no to her yes.
    refused: PlacementId,
    refusing: PlacementId,
    company: String,
    /// Of Samira, over and waiting for the company, with the secret of its link.
    course: CourseId,
    token: String,
    /// The secret of a link to the page of somebody else who looks for work.
    own_page: String,
}

/// Every address of the matching that is read, as the document names them. One that this does not know must be added.
fn addresses(things: &Things) -> Vec<String> {
    let paths = DOCUMENT["paths"].as_object().unwrap().iter();
    let read = paths
        .filter(|(_, item)| item.get("get").is_some())
        .map(|(path, _)| path.as_str());
    let begins = [
        "/desk",
        "/my-work",
        "/company-entry",
        "/skills",
        "/own-page",
        "/api/candidates",
        "/api/placements",
        "/api/signals",
    ];
    let ours: Vec<&str> = read
        .filter(|path| begins.iter().any(|begin| path.starts_with(begin)))
        .collect();
    assert!(ours.len() > 20, "{ours:?}");
    let Things {
        samira,
        refused,
        refusing,
        company,
        ..
    } = things;
    let mut addresses = Vec::new();
    for path in ours {
        let fills: Vec<String> = match path {
            _ if path.contains("{candidate_id}") => vec![samira.to_string()],
            _ if path.contains("{placement_id}") => vec![refused.to_string(), refusing.to_string()],
            "/desk/exchange/{book}" => Book::ALL.iter().map(|book| book.name().to_owned()).collect(),
            _ if path.starts_with("/desk/people/{id}") => vec![samira.to_string()],
            _ if path.starts_with("/desk/places/{id}") => vec![refused.to_string(), refusing.to_string()],
            _ if path.starts_with("/desk/companies/{id}") => vec![company.clone()],
            _ if path.starts_with("/desk/rules/{id}") => vec![],
            _ if path.starts_with("/desk/courses/{id}") => vec![things.course.to_string(), course_of("Rahel").to_string()],
            "/skills/{token}" => vec![things.token.clone()],
            "/own-page/{token}" => vec![things.own_page.clone()],
            _ if path.contains('{') => panic!("{path} names something that this test does not know"),
            _ => vec![String::new()],
        };
        for fill in fills {
            let begin = path.split('{').next().unwrap();
            let end = path.split_once('}').map_or("", |(_, end)| end);
            let address = if path.contains('{') {
                format!("{begin}{fill}{end}")
            } else {
                path.to_owned()
            };
            match path {
                "/desk/exchange/{book}" => {
                    let formats = ["csv", "jsonld", "xlsx"].iter();
                    addresses.extend(formats.map(|format| format!("{address}?needs=yes&format={format}")));
                }
                "/desk/compare" => addresses.push(format!("{address}?person={samira}&left={refused}&right={refusing}")),
                _ => addresses.push(address),
            }
        }
    }
    addresses.push(format!("/desk/people/{samira}?place={refused}"));
    addresses.push(format!("/desk/people/{samira}/aloud?placement={refused}"));
    for page in ["/my-work".to_owned(), format!("/desk/people/{samira}")] {
        addresses.push(format!("{page}?leaves=20&home_by=96&by=car&longest=120"));
    }
    addresses.push("/desk/people?q=Samira".to_owned());
    addresses.push("/my-work/day-jobs?since=0".to_owned());
    addresses
}

async fn ask_all(site: &Site, things: &Things, sessions: &[(Who, Option<String>)]) -> Vec<Asked> {
    let mut all = Vec::new();
    for address in addresses(things) {
        for (who, session) in sessions {
            for lang in ["da", "en"] {
                let joint = if address.contains('?') { '&' } else { '?' };
                let ask = site.http.get(site.url(&format!("{address}{joint}lang={lang}")));
                let ask = session.iter().fold(ask, |ask, session| ask.bearer_auth(session));
                let answer = ask.send().await.unwrap();
                all.push(Asked {
                    who: *who,
                    address: address.clone(),
                    status: answer.status().as_u16(),
                    body: words_of(&answer.bytes().await.unwrap()),
                });
            }
        }
    }
    all
}

/// What is read in an answer. A workbook is packed.
fn words_of(body: &[u8]) -> String {
    let unpacked = body.starts_with(b"PK").then(|| Sheet::read_xlsx(body).unwrap());
    let csv = unpacked.map(|sheet| sheet.write(Format::Csv).unwrap());
    String::from_utf8_lossy(csv.as_deref().unwrap_or(body)).into_owned()
}

fn writer(db: &Db) -> &SqlitePool {
    match db {
        Db::Sqlite { writer, .. } => writer,
        Db::Postgres(_) => panic!("another database"),
    }
}

/// Every row of who has looked at what, as text.
async fn log_rows(db: &Db) -> Vec<String> {
    let rows = sqlx::query_scalar(
        "select what || ' ' || coalesce(lower(hex(subject_id)), '') || ' ' || inputs || ' ' || rules || ' ' || shown from desk_look",
    );
    rows.fetch_all(writer(db)).await.unwrap()
}

/// The two best places for somebody, as the API lists them.
async fn two_places(site: &Site, mette: &str, samira: CandidateId) -> [PlacementId; 2] {
    let ask = site
        .http
        .get(site.url(&format!("/api/candidates/{samira}/placements")))
        .bearer_auth(mette);
    let listed: Value = ask.send().await.unwrap().json().await.unwrap();
    let fits = listed["listed"]["fits"].as_array().unwrap();
    [&fits[0], &fits[1]].map(|one| one["placement"].as_str().unwrap().parse().unwrap())
}

/// A course of hers that is over, nobody's no among it, and the secret of the link that waits for the company.
async fn waiting_for_a_signature(app: &App, samira: CandidateId) -> (CourseId, String) {
    let stored = course::courses(app.db()).await.unwrap();
    let kims = stored.into_iter().find(|held| held.course.id == course_of("Kim"));
    let mut again = kims.expect("one of the demo").course;
    again.candidate = samira;
    again.id = CourseId(backend::random::uuid(app.clock().now()).unwrap());
    assert!(course::add_course(app.db(), &again).await.unwrap());
    let made = course::links::make(app, again.id).await.unwrap().expect("something to sign");
    (again.id, made.token)
}

/// A server with all of it in place.
struct Cage {
    server: TestServer,
    _database: Database,
    things: Things,
    sessions: Vec<(Who, Option<String>)>,
    /// Words of the family's plan, as long as a sentence.
    own_plan: Vec<String>,
}

impl Cage {
    async fn new() -> Cage {
        let database = Database::sqlite();
        let server = TestServer::start(&database).await;
        let (site, app) = (&server.site, &server.handle.app);
        let mette = site.sign_in("Mette Lindholm").await;
        let (own, maja) = (site.sign_in("Samira").await, site.sign_in("Maja").await);
        let samira = candidate("Samira");

        // A plan full of words that are nowhere else, in a family one of whom looks for work too.
        let mut table = site.open(&maja, plan_of("Lund")).await;
        for audience in [Audience::Table, Audience::Family, Audience::Only([table.member_id].into())] {
            table.ask(dream(&format!("{PLAN} om penge og barn"), audience)).await;
        }
        let words = table.plan.cards().map(|card| card.words.words.clone());
        let own_plan: Vec<String> = words.filter(|words| words.chars().count() > 14).collect();
        assert!(own_plan.iter().filter(|words| words.contains(PLAN)).count() >= 3 && own_plan.len() > 8);

        // What she calls an hour of her week, and what she would like.
        let label = Label {
            parity: Parity::Every,
            day: Weekday::Tuesday,
            start: Quarter(36),
            length: Quarters(8),
            words: LABEL.into(),
        };
        // Those of the demo give way.
        sqlx::query("delete from candidate_label")
            .execute(writer(app.db()))
            .await
            .unwrap();
        add_labels(app.db(), samira, &[label]).await.unwrap();
        wish(app, samira, WISH).await;

        // A no from her, and one to her.
        let [refused, refusing] = two_places(site, &mette, samira).await;
        forget_looks(app.db()).await;
        say_no(app.db(), samira, refused).await.unwrap();
        let company = app
            .desk()
            .ask(move |market| market.opening(refusing).map(|opening| opening.workplace.company));
        let company = company.await.unwrap().unwrap();
        hears_no(app, samira, refusing).await;
        let (course, token) = waiting_for_a_signature(app, samira).await;
        Cage {
            things: Things {
                samira,
                refused,
                refusing,
                company: company.to_string(),
                course,
                token,
                own_page: links::make(app, candidate("Inge")).await.unwrap().unwrap().token,
            },
            sessions: vec![
                (Who::Consultant, Some(mette)),
                (Who::Samira, Some(own)),
                (Who::Maja, Some(maja)),
                (Who::Company, None),
            ],
            own_plan,
            server,
            _database: database,
        }
    }

    /// Everything that is answered, searched; what is where it should not be.
    async fn search(&self) -> Vec<String> {
        let mut all = ask_all(&self.server.site, &self.things, &self.sessions).await;
        all.push(send_signal(&self.server).await);
        let rows = log_rows(self.server.handle.app.db()).await;
        assert!(all.len() > 200 && !rows.is_empty());
        // Where they belong they are, or nothing below means anything.
        let said = |who: Who, word: &str| all.iter().any(|asked| asked.who == who && asked.body.contains(word));
        assert!(said(Who::Samira, LABEL) && said(Who::Samira, WISH) && said(Who::Consultant, WISH));
        let is_in_a_book = |asked: &Asked| asked.address.contains("xlsx") && asked.body.contains(WISH);
        assert!(all.iter().any(is_in_a_book), "a workbook is not read");
        let mut found = Vec::new();
        for asked in &all {
            let what = format!("{:?} {} ({})", asked.who, asked.address, asked.status);
            found.extend(self.words_in(asked).into_iter().map(|wrong| format!("{what}: {wrong}")));
        }
        for row in &rows {
            let words = [PLAN, LABEL, WISH].into_iter().filter(|word| row.contains(word));
            found.extend(words.map(|word| format!("the log: {word}")));
        }
        found.extend(after_a_no(&all, &rows, &self.things));
        found
    }

    fn words_in(&self, asked: &Asked) -> Vec<String> {
        let (body, lower) = (&asked.body, asked.body.to_lowercase());
        let mut found = Vec::new();
        let plan = self
            .own_plan
            .iter()
            .map(String::as_str)
            .chain([PLAN])
            .filter(|words| body.contains(words));
        found.extend(plan.map(|words| format!("the plan: {words}")));
        if !asked.address.starts_with("/desk/rules") {
            let named = BENEFITS.iter().filter(|benefit| lower.contains(**benefit));
            found.extend(named.map(|benefit| format!("a benefit: {benefit}")));
        }
        let is_hers = asked.who == Who::Samira && asked.address.starts_with("/my-work");
        if !is_hers && body.contains(LABEL) {
            found.push("what she calls her hours".to_owned());
        }
        let may_know_her = matches!(asked.who, Who::Consultant | Who::Samira);
        if !may_know_her && (body.contains(WISH) || body.contains(&self.things.samira.to_string())) {
            found.push("somebody else".to_owned());
        }
        if asked.who == Who::Company {
            let opens = ["/company-entry", "/api/signals", "/skills", "/own-page"];
            let is_open = opens.iter().any(|open| asked.address.starts_with(open));
            if !is_open && (200..300).contains(&asked.status) {
                found.push("open to everybody".to_owned());
            }
            let needs = ["\"cannot\"", "\"needs\"", "\"terms\"", "\"excluded\"", "\"free\""];
            found.extend(
                needs
                    .iter()
                    .filter(|need| body.contains(**need))
                    .map(|need| format!("a need: {need}")),
            );
        }
        found
    }
}

#[tokio::test]
async fn nothing_of_a_plan_a_benefit_a_label_or_a_no_is_where_it_should_not_be() {
    let found = Cage::new().await.search().await;
    assert!(found.is_empty(), "{found:#?}");
}

/// The search itself: what is planted is found.
#[tokio::test]
async fn the_search_finds_what_is_planted() {
    let cage = Cage::new().await;
    let app = &cage.server.handle.app;
    let planted = format!("{WISH}, {LABEL}, {PLAN}, og får kontanthjælp");
    wish(app, cage.things.samira, &planted).await;
    // The noes are there no more, and every server learns of it.
    for sql in ["delete from said_no", "update market set answers = answers + 1"] {
        sqlx::query(sql).execute(writer(app.db())).await.unwrap();
    }
    let look = "update desk_look set inputs = $1 where look_id in (select look_id from desk_look limit 1)";
    cage.search().await;
    sqlx::query(look).bind(LABEL).execute(writer(app.db())).await.unwrap();
    let found = cage.search().await;
    for wrong in ["the plan", "a benefit", "what she calls her hours", "the log", "after a no"] {
        assert!(
            found.iter().any(|found| found.contains(wrong)),
            "{wrong} was planted and not found: {found:#?}"
        );
    }
}

/// Writes what she would like, as her consultant.
async fn wish(app: &App, samira: CandidateId, words: &str) {
    let seen = app
        .desk()
        .ask(move |market| Some((market.candidate_revision(samira)?, market.candidate(samira)?.clone())));
    let (revision, mut record) = seen.await.unwrap().unwrap();
    record.wish = words.to_owned();
    let thing = Thing::Candidate(Box::new(record));
    app.desk()
        .put(&thing, Some(revision), person("Mette Lindholm"))
        .await
        .unwrap();
}

async fn forget_looks(db: &Db) {
    for sql in ["delete from desk_look_candidate", "delete from desk_look"] {
        sqlx::query(sql).execute(writer(db)).await.unwrap();
    }
}

/// What a company is answered when it tells that it needs hands.
async fn send_signal(server: &TestServer) -> Asked {
    let site = &server.site;
    let app = &server.handle.app;
    let pass = app.entrance().pass(app.clock().now()).unwrap();
    let body = json!({ "pass": pass, "signal": signal() });
    let answer = site
        .http
        .post(site.url("/api/signals?lang=da"))
        .header("origin", site.origin())
        .json(&body)
        .send()
        .await
        .unwrap();
    Asked {
        who: Who::Company,
        address: "/api/signals".into(),
        status: answer.status().as_u16(),
        body: answer.text().await.unwrap(),
    }
}
