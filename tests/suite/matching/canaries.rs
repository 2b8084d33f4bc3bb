//! A plan, a week's labels, needs and noes full of words that occur nowhere else; then everything that the matching
//! answers is searched for them, as each who may ask.

use crate::http::cases::matching::candidate;
use backend::api::DOCUMENT;
use backend::db::Db;
use backend::matching::access::{Label, add_labels};
use backend::matching::answers::{Side, Subject, say_no};
use backend::matching::exchange::Book;
use serde_json::{Value, json};
use shared::ids::{CandidateId, PersonId, PlacementId};
use shared::matching::signal::{About, PartOfDay, Signal, Time};
use shared::matching::week::{Parity, Quarter, Quarters, Weekday};
use shared::matching::words::{Kind, TaskId};
use shared::plan::Audience;
use std::collections::BTreeSet;
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
    /// To which Samira has said no, and whose company has said no to her.
    refused: PlacementId,
    refusing: PlacementId,
    company: String,
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
                    addresses.extend(
                        ["csv", "jsonld"]
                            .iter()
                            .filter(|_| true)
                            .map(|format| format!("{address}?needs=yes&format={format}")),
                    );
                }
                "/desk/compare" => addresses.push(format!("{address}?person={samira}&left={refused}&right={refusing}")),
                _ => addresses.push(address),
            }
        }
    }
    addresses.push(format!("/desk/people/{samira}?place={refused}"));
    addresses.push("/desk/people?q=Samira".to_owned());
    addresses
}

async fn ask_all(site: &Site, things: &Things, sessions: &[(Who, Option<String>)]) -> Vec<Asked> {
    let mut all = Vec::new();
    for address in addresses(things) {
        for (who, session) in sessions {
            for lang in ["da", "en"] {
                let joint = if address.contains('?') { '&' } else { '?' };
                let ask = site.http.get(site.url(&format!("{address}{joint}lang={lang}")));
                let ask = match session {
                    Some(session) => ask.bearer_auth(session),
                    None => ask,
                };
                let answer = ask.send().await.unwrap();
                let status = answer.status().as_u16();
                all.push(Asked {
                    who: *who,
                    address: address.clone(),
                    status,
                    body: answer.text().await.unwrap(),
                });
            }
        }
    }
    all
}

/// Every row of who has looked at what, as text.
async fn log_rows(db: &Db) -> Vec<String> {
    let Db::Sqlite { writer, .. } = db else {
        panic!("another database")
    };
    let rows = sqlx::query_scalar(
        "select what || ' ' || coalesce(lower(hex(subject_id)), '') || ' ' || inputs || ' ' || rules || ' ' || shown from desk_look",
    );
    rows.fetch_all(writer).await.unwrap()
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

#[tokio::test]
async fn nothing_of_a_plan_a_benefit_a_label_or_a_no_is_where_it_should_not_be() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (site, app) = (&server.site, &server.handle.app);
    let [mette, own, maja] = [
        site.sign_in("Mette Lindholm").await,
        site.sign_in("Samira").await,
        site.sign_in("Maja").await,
    ];
    let samira = candidate("Samira");

    // A plan full of words that are nowhere else, in a family one of whom looks for work too.
    let mut table = site.open(&maja, plan_of("Lund")).await;
    for audience in [Audience::Table, Audience::Family, Audience::Only([table.member_id].into())] {
        table.ask(dream(&format!("{PLAN} om penge og barn"), audience)).await;
    }
    assert!(table.plan.cards().filter(|card| card.words.words.contains(PLAN)).count() >= 3);
    let own_plan: Vec<String> = table
        .plan
        .cards()
        .map(|card| card.words.words.clone())
        .filter(|words| words.chars().count() > 14)
        .collect();
    assert!(own_plan.len() > 5);

    // What she calls an hour of her week, and what she would like.
    let label = Label {
        parity: Parity::Every,
        day: Weekday::Tuesday,
        start: Quarter(36),
        length: Quarters(8),
        words: LABEL.into(),
    };
    add_labels(app.db(), samira, &[label]).await.unwrap();
    let (revision, mut record) = app
        .desk()
        .ask(move |market| (market.candidate_revision(samira), market.candidate(samira).cloned()))
        .await
        .map(|(r, c)| (r.unwrap(), c.unwrap()))
        .unwrap();
    record.wish = WISH.into();
    let thing = backend::matching::store::Thing::Candidate(Box::new(record));
    app.desk()
        .put(&thing, Some(revision), PersonId(person("Mette Lindholm").0))
        .await
        .unwrap();

    // A no from her, and one to her.
    let [refused, refusing] = two_places(site, &mette, samira).await;
    forget_looks(app.db()).await;
    say_no(app.db(), samira, Subject::Placement(refused), Side::Candidate)
        .await
        .unwrap();
    let company = app
        .desk()
        .ask(move |market| market.opening(refusing).map(|opening| opening.workplace.company))
        .await
        .unwrap()
        .unwrap();
    say_no(app.db(), samira, Subject::Company(company), Side::Company)
        .await
        .unwrap();

    let things = Things {
        samira,
        refused,
        refusing,
        company: company.to_string(),
    };
    let sessions = [
        (Who::Consultant, Some(mette)),
        (Who::Samira, Some(own)),
        (Who::Maja, Some(maja)),
        (Who::Company, None),
    ];
    let mut all = ask_all(site, &things, &sessions).await;
    all.push(send_signal(&server).await);
    let rows = log_rows(app.db()).await;
    assert!(!rows.is_empty());

    let is_hers = |asked: &Asked| asked.who == Who::Samira && asked.address.starts_with("/my-work");
    for asked in &all {
        let what = format!("{:?} {} ({})", asked.who, asked.address, asked.status);
        let lower = asked.body.to_lowercase();
        assert!(!asked.body.contains(PLAN), "{what} tells of the plan");
        for words in &own_plan {
            assert!(!asked.body.contains(words.as_str()), "{what} tells of the plan: {words}");
        }
        if !asked.address.starts_with("/desk/rules") {
            for benefit in BENEFITS {
                assert!(!lower.contains(benefit), "{what} names a benefit: {benefit}");
            }
        }
        assert!(
            is_hers(asked) || !asked.body.contains(LABEL),
            "{what} tells what she calls her hours"
        );
        if !matches!(asked.who, Who::Consultant | Who::Samira) {
            assert!(
                !asked.body.contains(WISH) && !asked.body.contains(&samira.to_string()),
                "{what} tells of somebody else"
            );
        }
        if asked.who == Who::Company {
            let is_open = asked.address.starts_with("/company-entry") || asked.address.starts_with("/api/signals");
            assert!(is_open || !(200..300).contains(&asked.status), "{what} is open to everybody");
            for need in ["cannot", "\"needs\"", "\"terms\"", "\"excluded\"", "\"free\""] {
                assert!(!asked.body.contains(need) || asked.address.ends_with(".js"), "{what}: {need}");
            }
        }
    }
    for row in &rows {
        for word in [PLAN, LABEL, WISH] {
            assert!(!row.contains(word), "{row}");
        }
    }
    // Where they belong they are, or nothing above means anything.
    let said = |who: Who, word: &str| all.iter().any(|asked| asked.who == who && asked.body.contains(word));
    assert!(said(Who::Samira, LABEL) && said(Who::Samira, WISH) && said(Who::Consultant, WISH));
    noes_are_nowhere(&all, &rows, &things);
}

/// What speaks of her and of one place, or of one place and its people, says nothing of either no: not as a place, not as
/// a person, not as a gap that says why.
fn noes_are_nowhere(all: &[Asked], rows: &[String], things: &Things) {
    let Things {
        samira,
        refused,
        refusing,
        ..
    } = things;
    let of_her = |asked: &&Asked| {
        let begins = [
            format!("/desk/people/{samira}"),
            format!("/api/candidates/{samira}"),
            "/my-work".to_owned(),
            "/desk/compare".to_owned(),
        ];
        begins.iter().any(|begin| asked.address.starts_with(begin))
    };
    // Where she takes her own no back, she alone sees it.
    let own_list = |asked: &&Asked| asked.who == Who::Samira && asked.address == "/my-work/not";
    for asked in all.iter().filter(of_her).filter(|asked| !own_list(asked)) {
        // An address that names the place itself says nothing that the reader did not.
        let asked_for = |id: &PlacementId| asked.address.contains(&id.to_string());
        for id in [refused, refusing] {
            let listed = asked.body.contains(&id.to_string()) && asked.status == 200;
            assert!(
                !listed || asked_for(id),
                "{:?} {} lists a place after a no",
                asked.who,
                asked.address
            );
        }
    }
    for asked in all.iter().filter(own_list) {
        assert!(!asked.body.contains(&refusing.to_string()), "she reads of the company's no");
    }
    for id in [refused, refusing] {
        let of_place = [format!("/desk/places/{id}"), format!("/api/placements/{id}")];
        for asked in all
            .iter()
            .filter(|asked| of_place.iter().any(|begin| asked.address.starts_with(begin)))
        {
            assert!(
                !asked.body.contains(&samira.to_string()),
                "{:?} {} lists somebody after a no",
                asked.who,
                asked.address
            );
        }
    }
    let plain = |id: &dyn std::fmt::Display| id.to_string().replace('-', "");
    for row in rows {
        let of_her = row.contains(&plain(samira));
        let of_place = row.contains(&plain(refused)) || row.contains(&plain(refusing));
        let shows = |id: &PlacementId| row.contains(&id.to_string());
        assert!(
            !(of_her && row.starts_with("places") && (shows(refused) || shows(refusing))),
            "{row}"
        );
        assert!(!(of_place && row.contains(&samira.to_string())), "{row}");
    }
    // A file has no row in which both stand.
    for asked in all.iter().filter(|asked| asked.address.starts_with("/desk/exchange/people")) {
        let lines: BTreeSet<&str> = asked.body.lines().collect();
        assert!(
            lines
                .iter()
                .all(|line| ![refused, refusing].iter().any(|id| line.contains(&id.to_string())))
        );
        assert_eq!(
            asked.body.contains(&samira.to_string()),
            asked.who == Who::Consultant && asked.status == 200
        );
    }
}

async fn forget_looks(db: &Db) {
    let Db::Sqlite { writer, .. } = db else {
        panic!("another database")
    };
    for sql in ["delete from desk_look_candidate", "delete from desk_look"] {
        sqlx::query(sql).execute(writer).await.unwrap();
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
    let status = answer.status().as_u16();
    Asked {
        who: Who::Company,
        address: "/api/signals".into(),
        status,
        body: answer.text().await.unwrap(),
    }
}
