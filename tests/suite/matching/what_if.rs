//! "What if I could start at nine?", from outside: it answers what would come true, tells nothing that one may not know,
//! and keeps nothing.

use crate::http::cases::matching::candidate;
use backend::app::App;
use backend::db::Db;
use backend::matching::answers::say_no;
use backend::matching::store::Thing;
use serde_json::Value;
use shared::ids::{CandidateId, PlacementId};
use shared::matching::candidate::Candidate;
use shared::matching::what_if::{Effect, Life, Spot, WhatIf, effects};
use sqlx::Row;
use std::collections::{BTreeMap, BTreeSet};
use tests::server::{Database, TestServer};
use tests::socket::person;

/// What is supposed, as the form sends it.
const THOUGHTS: [&str; 6] = [
    "leaves=&home_by=&by=&longest=",
    "leaves=24&home_by=72&by=&longest=",
    "leaves=40&home_by=&by=&longest=",
    "leaves=&home_by=&by=car&longest=60",
    "leaves=24&home_by=88&by=e-bike&longest=90",
    "leaves=&home_by=48&by=&longest=15",
];

struct Thinking {
    server: TestServer,
    _database: Database,
    mette: String,
    own: String,
    samira: CandidateId,
}

impl Thinking {
    async fn new() -> Thinking {
        let database = Database::sqlite();
        let server = TestServer::start(&database).await;
        let (mette, own) = (
            server.site.sign_in("Mette Lindholm").await,
            server.site.sign_in("Samira").await,
        );
        Thinking {
            mette,
            own,
            samira: candidate("Samira"),
            server,
            _database: database,
        }
    }

    fn app(&self) -> &App {
        &self.server.handle.app
    }

    async fn get(&self, session: &str, address: &str) -> String {
        let site = &self.server.site;
        let answer = site.http.get(site.url(address)).bearer_auth(session).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{address}");
        answer.text().await.unwrap()
    }

    /// What the browser gets to think with: the person's days and ways, and the places with their ids.
    async fn places(&self) -> (Life, Vec<Spot>, Vec<PlacementId>) {
        let part = self.get(&self.own, "/my-work/what-if?lang=da").await;
        let thought = between(&part, "data-thought=\"", "\"").next().unwrap();
        let (life, spots) = serde_json::from_str(&unescaped(thought)).unwrap();
        (life, spots, ids(&part).collect())
    }

    /// What the page of the one who looks for work answers.
    async fn answered(&self, thought: &str) -> [BTreeSet<PlacementId>; 2] {
        let page = self.get(&self.own, &format!("/my-work?{thought}&lang=da")).await;
        ["what-if-opens", "what-if-closes"].map(|list| {
            let begin = format!("data-rows-of=\"{list}\"");
            between(&page, &begin, "</ul>").flat_map(ids).collect()
        })
    }

    /// The places that fit them as they are.
    async fn fit(&self) -> BTreeSet<PlacementId> {
        let address = format!("/api/candidates/{}/placements?fits=200&nearly=0", self.samira);
        let listed: Value = serde_json::from_str(&self.get(&self.mette, &address).await).unwrap();
        let fits = listed["listed"]["fits"].as_array().unwrap().iter();
        fits.map(|one| one["placement"].as_str().unwrap().parse().unwrap()).collect()
    }

    /// Makes it so.
    async fn come_true(&self, life: &Life) {
        let samira = self.samira;
        let desk = self.app().desk();
        let stored = desk.ask(move |market| Some((market.candidate_revision(samira)?, market.candidate(samira)?.clone())));
        let (revision, record) = stored.await.unwrap().unwrap();
        let record = Candidate {
            travel: life.travel.clone(),
            free: life.free,
            ..record
        };
        let thing = Thing::Candidate(Box::new(record));
        desk.put(&thing, Some(revision), person("Mette Lindholm")).await.unwrap();
    }

    /// Every row of every table, as text; but for the looks, and of those what is written of each but when.
    async fn stored(&self) -> (BTreeMap<String, Vec<String>>, Vec<String>) {
        let Db::Sqlite { writer, .. } = self.app().db() else {
            panic!("another database")
        };
        let names = "select name from sqlite_master where type = 'table' and name not like 'desk_look%'";
        let names: Vec<String> = sqlx::query_scalar(names).fetch_all(writer).await.unwrap();
        assert!(names.len() > 20, "{names:?}");
        let mut tables = BTreeMap::new();
        for name in names {
            let columns = sqlx::query(sqlx::AssertSqlSafe(format!("pragma table_info({name})")));
            let columns: Vec<String> = columns
                .fetch_all(writer)
                .await
                .unwrap()
                .iter()
                .map(|row| row.get("name"))
                .collect();
            let all = columns
                .iter()
                .map(|column| format!("quote(\"{column}\")"))
                .collect::<Vec<_>>()
                .join(" || ' ' || ");
            let rows = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("select {all} from {name} order by 1")));
            tables.insert(name, rows.fetch_all(writer).await.unwrap());
        }
        let looks =
            "select what || hex(person_id) || hex(subject_id) || inputs || rules || shown from desk_look order by at, look_id";
        (tables, sqlx::query_scalar(looks).fetch_all(writer).await.unwrap())
    }
}

fn between<'a>(text: &'a str, begin: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(begin).skip(1).filter_map(move |rest| rest.split(end).next())
}

fn ids(part: &str) -> impl Iterator<Item = PlacementId> {
    between(part, "data-place=\"", "\"").map(|id| id.parse().unwrap())
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

fn read(thought: &str) -> WhatIf {
    let values: Vec<&str> = thought.split('&').filter_map(|pair| Some(pair.split_once('=')?.1)).collect();
    WhatIf::read(values[0], values[1], values[2], values[3]).unwrap()
}

#[tokio::test]
async fn the_page_and_the_browser_answer_what_would_come_true() {
    let thinking = Thinking::new().await;
    let (life, spots, places) = thinking.places().await;
    let now = thinking.fit().await;
    assert!(places.len() == spots.len() && now.len() > 3);
    let (mut opened, mut closed) = (0, 0);
    for thought in THOUGHTS {
        let what_if = read(thought);
        // As the browser works it out, from what it was sent.
        let all = effects(&life, &what_if, &spots);
        let browser = [Effect::Opens, Effect::Closes].map(|effect| -> BTreeSet<PlacementId> {
            let each = places.iter().zip(&all).filter(|(_, one)| **one == effect);
            each.map(|(id, _)| *id).collect()
        });
        assert_eq!(thinking.answered(thought).await, browser, "{thought}");
        // As it turns out when it is so.
        thinking.come_true(&what_if.suppose(&life)).await;
        let then = thinking.fit().await;
        thinking.come_true(&life).await;
        let [opens, closes] = browser;
        assert_eq!(opens, then.difference(&now).copied().collect(), "{thought}");
        assert_eq!(closes, now.difference(&then).copied().collect(), "{thought}");
        opened += opens.len();
        closed += closes.len();
    }
    assert!(opened > 3 && closed > 3, "{opened} {closed}");
}

#[tokio::test]
async fn a_thought_leaves_nothing_but_a_look_that_is_the_same_whatever_was_thought() {
    let thinking = Thinking::new().await;
    let desk = format!("/desk/people/{}", thinking.samira);
    for (session, page) in [(&thinking.own, "/my-work".to_owned()), (&thinking.mette, desk)] {
        thinking.get(session, &format!("{page}?lang=da")).await;
        let (before, looks) = thinking.stored().await;
        let mut written = Vec::new();
        for thought in THOUGHTS {
            thinking.get(session, &format!("{page}?{thought}&lang=da")).await;
            let (after, now) = thinking.stored().await;
            assert_eq!(after, before, "{thought}");
            written.push(now[looks.len()..].to_vec());
        }
        // Those of one page after those of another, each with one more than the page has without a thought.
        let each = written[0].len();
        for (at, all) in written.iter().enumerate() {
            assert_eq!(all.len(), each * (at + 1));
            let mut last = all[each * at..].to_vec();
            let mut first = written[0].clone();
            last.sort();
            first.sort();
            assert_eq!(last, first, "{}", THOUGHTS[at]);
        }
    }
}

#[tokio::test]
async fn nobodys_numbers_contacts_needs_or_noes_are_sent_to_think_with() {
    let thinking = Thinking::new().await;
    let (_, _, places) = thinking.places().await;
    let refused = places[0];
    say_no(thinking.app().db(), thinking.samira, refused).await.unwrap();
    // Numbers that are nowhere else.
    let workplaces = thinking.app().desk().ask(|market| {
        market
            .workplaces()
            .map(|held| (held.revision, held.thing.clone()))
            .collect::<Vec<_>>()
    });
    for (revision, mut workplace) in workplaces.await.unwrap() {
        workplace.staff.ordinary = Some([314_159, 271_828, 141_421, 173_205]);
        let thing = Thing::Workplace(workplace);
        let desk = thinking.app().desk();
        desk.put(&thing, Some(revision), person("Mette Lindholm")).await.unwrap();
    }
    let Db::Sqlite { writer, .. } = thinking.app().db() else {
        panic!("another database")
    };
    let contacts: Vec<String> = sqlx::query_scalar("select body from contact")
        .fetch_all(writer)
        .await
        .unwrap();
    assert!(contacts.len() > 3);
    let mut told: Vec<String> = Vec::new();
    for contact in &contacts {
        let contact: Value = serde_json::from_str(contact).unwrap();
        let texts = contact.as_object().unwrap().values().filter_map(Value::as_str);
        told.extend(texts.filter(|text| text.chars().count() > 8).map(str::to_owned));
    }
    assert!(told.len() > 3, "{contacts:?}");
    let desk = format!("/desk/people/{}/what-if?lang=da", thinking.samira);
    for (session, address) in [(&thinking.own, "/my-work/what-if?lang=da"), (&thinking.mette, desk.as_str())] {
        let part = thinking.get(session, address).await;
        assert!(ids(&part).count() > 3 && !part.contains(&refused.to_string()));
        let names = [
            "ordinary",
            "supported",
            "staff",
            "cvr",
            "p_number",
            "cannot",
            "terms",
            "excluded",
            "first_name",
            "314159",
            "271828",
        ];
        for word in names.into_iter().chain(told.iter().map(String::as_str)) {
            assert!(!part.contains(word), "{address}: {word}");
        }
    }
}
