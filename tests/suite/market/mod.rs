//! What both databases promise of the matching's tables, and what is shown of them.

mod book;
mod company_no;
mod courses;
mod desk;
mod lists;
mod messages;
mod own_page;
mod removal;
mod searches;
mod undo;
mod yeses;

use crate::http::cases::matching::{candidate, placement};
use crate::store::on_both;
use backend::backup::{backup, restore};
use backend::clock::Clock;
use backend::db::Db;
use backend::demo::Demo;
use backend::matching::access::{add_account, candidate_of};
use backend::matching::answers::{Yes, ask, asks_of_candidate, asks_of_placement, nos, own_nos, say_no, say_yes, take_back_no};
use backend::matching::looked::{Showing, View, disclose, looks_at};
use backend::matching::rules::{RuleFile, add_file, count_from, files};
use backend::matching::store::{Put, Thing, ThingId, add_all, newer, put, remove, stand};
use backend::matching::{Desk, store};
use backend::plan::add_person;
use serde_json::Value;
use shared::day::Day;
use shared::ids::{AskId, CandidateId, CompanyId, PersonId};
use shared::matching::candidate::Candidate;
use shared::matching::generate::Town;
use shared::matching::placement::Company;
use shared::matching::rules::Rules;
use tests::server::Database;
use uuid::Uuid;

on_both! {
    a_record_is_written_only_over_what_the_writer_has_seen
    a_town_is_added_once_and_read_back_as_it_was
    a_desk_knows_what_another_server_has_written
    a_no_hides_the_two_from_each_other_and_leaves_nothing_when_it_is_taken_back
    somebody_is_asked_once_and_a_yes_has_an_end
    of_a_candidate_who_is_erased_nothing_is_left_that_says_anything
    a_look_is_found_by_everybody_whom_it_has_shown
    rules_count_from_their_day_on_every_server
    a_backup_holds_the_market_too
}

const METTE: PersonId = PersonId(Uuid::from_u128(0xe77e));
/// Who has looked at nobody.
const NOBODY: PersonId = PersonId(Uuid::nil());
const THOMAS: PersonId = PersonId(Uuid::from_u128(0x7000));

fn today() -> Day {
    "2026-11-22".parse().unwrap()
}

async fn open(database: &Database) -> Db {
    let db = Db::open(&database.url.clone().into(), None).await.unwrap();
    for (person, name) in [(METTE, "Mette Lindholm"), (THOMAS, "Thomas Holm")] {
        add_person(&db, person, name, 1).await.unwrap();
    }
    db
}

fn company(n: u128, name: &str) -> Thing {
    Thing::Company(Company {
        id: CompanyId(Uuid::from_u128(n)),
        name: name.into(),
        cvr: None,
        public: false,
    })
}

/// The demo's people and places in a database.
async fn seeded(db: &Db) {
    let work = Demo::read().unwrap().work_on(today()).unwrap();
    add_all(db, &work.things).await.unwrap();
}

fn samira() -> CandidateId {
    candidate("Samira")
}

async fn a_record_is_written_only_over_what_the_writer_has_seen(database: Database) {
    let db = open(&database).await;
    assert_eq!(put(&db, &company(1, "A"), None, METTE, 5).await.unwrap(), Put::Saved(1));
    // There is one already.
    assert_eq!(put(&db, &company(1, "B"), None, METTE, 5).await.unwrap(), Put::Stale);
    assert_eq!(put(&db, &company(1, "B"), Some(7), METTE, 5).await.unwrap(), Put::Stale);
    assert_eq!(put(&db, &company(1, "B"), Some(1), METTE, 5).await.unwrap(), Put::Saved(2));
    assert_eq!(put(&db, &company(1, "C"), Some(1), THOMAS, 5).await.unwrap(), Put::Stale);
    // What was not written has not raised anything.
    assert_eq!(stand(&db).await.unwrap().revision, 2);
    let found = newer(&db, 1).await.unwrap().companies;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].1, found[0].2.as_ref().unwrap().name.as_str()), (2, "B"));
    assert!(newer(&db, 2).await.unwrap().companies.is_empty());
    let id = ThingId::Company(CompanyId(Uuid::from_u128(1)));
    assert_eq!(remove(&db, id, 1, METTE, 5).await.unwrap(), Put::Stale);
    assert_eq!(remove(&db, id, 2, METTE, 5).await.unwrap(), Put::Saved(3));
    assert_eq!(newer(&db, 2).await.unwrap().companies[0].2, None);
}

async fn a_town_is_added_once_and_read_back_as_it_was(database: Database) {
    let db = open(&database).await;
    let town = Town::new(4, today(), 700);
    let places = town.places(700);
    let people: Vec<Candidate> = town.candidates(1_200).collect();
    let mut things: Vec<Thing> = places.companies.iter().cloned().map(Thing::Company).collect();
    things.extend(places.workplaces.iter().cloned().map(Thing::Workplace));
    things.extend(places.placements.iter().cloned().map(|one| Thing::Placement(Box::new(one))));
    things.extend(people.iter().cloned().map(|one| Thing::Candidate(Box::new(one))));
    assert_eq!(add_all(&db, &things).await.unwrap(), things.len() as u64);
    assert_eq!(add_all(&db, &things).await.unwrap(), 0);
    let desk = Desk::new(db, Clock::at(5));
    let (candidates, placements) = desk
        .ask(|market| {
            let placements = market.placements().map(|held| held.thing.clone()).collect::<Vec<_>>();
            (market.candidates().to_vec(), placements)
        })
        .await
        .unwrap();
    assert_eq!(candidates, people);
    assert_eq!(placements, places.placements);
    // And one more in between, and one less.
    let mut one = people[600].clone();
    let seen = desk
        .ask(move |market| market.candidate_revision(one.id))
        .await
        .unwrap()
        .unwrap();
    one = people[600].clone();
    one.first_name = "Ny".into();
    desk.put(&Thing::Candidate(Box::new(one.clone())), Some(seen), METTE)
        .await
        .unwrap();
    desk.remove(ThingId::Candidate(people[3].id), seen, METTE).await.unwrap();
    let candidates = desk.ask(|market| market.candidates().to_vec()).await.unwrap();
    assert_eq!(candidates.len(), people.len() - 1);
    assert_eq!(candidates[599], one);
    assert!(candidates.is_sorted_by_key(|one| one.id));
}

async fn a_desk_knows_what_another_server_has_written(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let (here, there) = (
        Desk::new(db.clone(), Clock::at(5)),
        Desk::new(open(&database).await, Clock::at(5)),
    );
    let names = async |desk: &Desk| {
        let names = |market: &backend::matching::market::Market| market.companies().map(|held| held.thing.name.clone()).collect();
        desk.ask(names).await.unwrap()
    };
    let before: Vec<String> = names(&there).await;
    here.put(&company(1, "Helt nyt"), None, METTE).await.unwrap();
    assert_eq!(names(&there).await.len(), before.len() + 1);
    here.undo(METTE, None).await.unwrap();
    assert_eq!(names(&there).await, before);
    // The inputs of a list are the same wherever they are asked for, and others once something has changed. A no changes
    // the list and not its inputs, or they would be a trace of it.
    let inputs = async |desk: &Desk| desk.ask(|market| market.inputs_of_places(candidate("Samira"))).await.unwrap();
    let first = inputs(&here).await;
    assert_eq!(first, inputs(&there).await);
    say_no(&db, samira(), placement("Bagerimedhjælper")).await.unwrap();
    assert_eq!((first, first), (inputs(&here).await, inputs(&there).await));
    here.put(&company(2, "Endnu et"), None, METTE).await.unwrap();
    assert_ne!(first, inputs(&there).await);
    assert_eq!(inputs(&here).await, inputs(&there).await);
}

async fn a_no_hides_the_two_from_each_other_and_leaves_nothing_when_it_is_taken_back(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let desk = Desk::new(db.clone(), Clock::at(5));
    let shop = placement("Åbner butikken");
    let hidden = async || {
        let said_no = move |market: &backend::matching::market::Market| {
            let nos = market.nos_of(samira()).len();
            (
                nos,
                market.said_no(samira(), market.opening(shop).unwrap()),
                market.nos_to(market.opening(shop).unwrap()).len(),
            )
        };
        desk.ask(said_no).await.unwrap()
    };
    assert_eq!(hidden().await, (0, false, 0));
    ask(&db, AskId(Uuid::from_u128(1)), samira(), shop, METTE, 5).await.unwrap();
    say_no(&db, samira(), shop).await.unwrap();
    // Both ways, and nothing else of that company.
    assert_eq!(hidden().await, (1, true, 1));
    assert!(
        asks_of_candidate(&db, samira()).await.unwrap().is_empty(),
        "a question is left"
    );
    assert_eq!(own_nos(&db, samira()).await.unwrap(), [shop]);
    take_back_no(&db, samira(), shop).await.unwrap();
    assert!(nos(&db).await.unwrap().is_empty());
    assert_eq!(hidden().await, (0, false, 0));
}

async fn somebody_is_asked_once_and_a_yes_has_an_end(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let kitchen = placement("Køkkenet på Lindelunden");
    let id = |n| AskId(Uuid::from_u128(n));
    assert!(ask(&db, id(1), samira(), kitchen, METTE, 5).await.unwrap());
    assert!(!ask(&db, id(2), samira(), kitchen, THOMAS, 6).await.unwrap());
    let asked = asks_of_placement(&db, kitchen).await.unwrap();
    assert_eq!(
        (asked[0].asked_by, asked[0].asked_at, asked[0].is_yes(today())),
        (Some(METTE), 5, false)
    );
    let yes = Yes {
        until: today().plus(28),
        at: 9,
        text_version: 1,
        language: "ar".into(),
        read_aloud: true,
        present: Some(METTE),
    };
    say_yes(&db, id(3), samira(), kitchen, &yes).await.unwrap();
    let asked = asks_of_candidate(&db, samira()).await.unwrap();
    assert_eq!(
        (asked[0].ask_id, asked[0].asked_by, asked[0].yes.as_ref()),
        (id(1), Some(METTE), Some(&yes))
    );
    assert!(asked[0].is_yes(today().plus(28)) && !asked[0].is_yes(today().plus(29)));
    // While it counts nobody asks again; when it has run out, they may, and it is a question as any other.
    let noon = |day: Day| day.minute_in_denmark(12 * 60);
    assert!(
        !ask(&db, id(5), samira(), kitchen, THOMAS, noon(today().plus(28)))
            .await
            .unwrap()
    );
    assert!(
        ask(&db, id(5), samira(), kitchen, THOMAS, noon(today().plus(29)))
            .await
            .unwrap()
    );
    let asked = asks_of_candidate(&db, samira()).await.unwrap();
    assert_eq!(
        (asked.len(), asked[0].asked_by, asked[0].yes.as_ref()),
        (1, Some(THOMAS), None)
    );
    // Without having been asked.
    say_yes(&db, id(4), samira(), placement("Gartnermedhjælper"), &yes)
        .await
        .unwrap();
    let asked = asks_of_candidate(&db, samira()).await.unwrap();
    assert_eq!(
        (asked.len(), asked[0].asked_by),
        (2, None),
        "the one that is older than the question asked anew"
    );
}

async fn of_a_candidate_who_is_erased_nothing_is_left_that_says_anything(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let kitchen = placement("Køkkenet på Lindelunden");
    add_account(&db, METTE, samira()).await.unwrap();
    ask(&db, AskId(Uuid::from_u128(1)), samira(), kitchen, METTE, 5)
        .await
        .unwrap();
    say_no(&db, samira(), placement("Svejser")).await.unwrap();
    let shown = showing(vec![samira()]);
    disclose(&db, Uuid::from_u128(8), METTE, &shown, 7).await.unwrap();
    let desk = Desk::new(db.clone(), Clock::at(5));
    let held = desk
        .ask(|market| {
            Some((
                market.candidate(candidate("Samira"))?.clone(),
                market.candidate_revision(candidate("Samira"))?,
            ))
        })
        .await;
    let (mut one, seen) = held.unwrap().unwrap();
    one.wish = "Kanariefugl".into();
    let Put::Saved(seen) = desk.put(&Thing::Candidate(Box::new(one)), Some(seen), THOMAS).await.unwrap() else {
        panic!("nobody else writes")
    };
    assert!(matches!(
        desk.remove(ThingId::Candidate(samira()), seen, METTE).await.unwrap(),
        Put::Saved(_)
    ));
    assert!(desk.undo(METTE, None).await.unwrap().is_none() && desk.undo(THOMAS, None).await.unwrap().is_none());
    assert!(candidate_of(&db, METTE).await.unwrap().is_none());
    assert!(nos(&db).await.unwrap().is_empty() && asks_of_candidate(&db, samira()).await.unwrap().is_empty());
    assert!(looks_at(&db, samira(), NOBODY, i64::MAX, 10).await.unwrap().is_empty());
    assert!(
        desk.ask(|market| market.candidate(candidate("Samira")).is_none())
            .await
            .unwrap()
    );
    let file = database.folder.path("all.jsonl");
    backup(&db, &file, &Clock::at(5)).await.unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("Tesfay") && !text.contains("Samira") && !text.contains("Kanariefugl"));
}

fn showing(candidates: Vec<CandidateId>) -> Showing {
    Showing {
        view: View::People,
        subject_id: Some(Uuid::from_u128(99)),
        inputs: "0123".into(),
        rules: "2026-11-21".into(),
        shown: candidates.iter().map(|id| id.0).collect(),
        candidates,
    }
}

async fn a_look_is_found_by_everybody_whom_it_has_shown(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let tesfay = candidate("Tesfay");
    disclose(&db, Uuid::from_u128(1), METTE, &showing(vec![samira(), tesfay]), 10)
        .await
        .unwrap();
    disclose(&db, Uuid::from_u128(2), THOMAS, &showing(vec![tesfay]), 20)
        .await
        .unwrap();
    let by = |looks: Vec<backend::matching::looked::Looked>| looks.iter().map(|look| look.person_id).collect::<Vec<_>>();
    assert_eq!(by(looks_at(&db, samira(), NOBODY, 100, 10).await.unwrap()), [METTE]);
    let looks = looks_at(&db, tesfay, NOBODY, 100, 10).await.unwrap();
    assert_eq!((looks[0].view, looks[0].inputs.as_str()), (Some(View::People), "0123"));
    assert_eq!(by(looks), [THOMAS, METTE]);
    // Somebody's own looks do not push out those of others.
    assert_eq!(by(looks_at(&db, tesfay, THOMAS, 100, 1).await.unwrap()), [METTE]);
    assert_eq!(by(looks_at(&db, tesfay, NOBODY, 20, 10).await.unwrap()), [METTE]);
    // The same look once more is an error, and nothing of it is written.
    assert!(
        disclose(&db, Uuid::from_u128(2), METTE, &showing(vec![samira()]), 30)
            .await
            .is_err()
    );
    assert_eq!(by(looks_at(&db, samira(), NOBODY, 100, 10).await.unwrap()), [METTE]);
}

async fn rules_count_from_their_day_on_every_server(database: Database) {
    let db = open(&database).await;
    let desk = Desk::new(open(&database).await, Clock::at(5));
    let version = async || desk.ask(|market| market.in_force(today()).version).await.unwrap();
    let shipped = version().await;
    let mut json: Value = serde_json::from_str(&shipped_rules()).unwrap();
    json["checked"] = "2026-11-22".into();
    let file = RuleFile {
        rule_file_id: Uuid::from_u128(1),
        loaded_at: 5,
        loaded_by: METTE,
        body: json.to_string(),
        counts_from: None,
    };
    add_file(&db, &file).await.unwrap();
    assert_eq!(version().await, shipped, "a draft counts");
    count_from(&db, file.rule_file_id, Some(today().plus(1))).await.unwrap();
    // Tomorrow is not today, but what begins tomorrow is judged by it: the same file counts, under another version.
    let with_tomorrow = version().await;
    assert!(
        with_tomorrow.starts_with(&shipped[..11]) && with_tomorrow != shipped,
        "{with_tomorrow}"
    );
    count_from(&db, file.rule_file_id, Some(today())).await.unwrap();
    assert!(version().await.starts_with("2026-11-22 "));
    assert_eq!(files(&db).await.unwrap()[0].counts_from, Some(today()));
}

fn shipped_rules() -> String {
    let text = std::fs::read_to_string(tests::server::root().join("shared/data/placement_rules_dk.json")).unwrap();
    assert_eq!(Rules::read(&text).unwrap(), Rules::shipped());
    text
}

async fn a_backup_holds_the_market_too(database: Database) {
    let db = open(&database).await;
    backend::demo::seed(&db, 1_795_348_800_000).await.unwrap();
    let kitchen = placement("Køkkenet på Lindelunden");
    ask(&db, AskId(Uuid::from_u128(1)), samira(), kitchen, METTE, 5)
        .await
        .unwrap();
    say_no(&db, samira(), placement("Svejser")).await.unwrap();
    disclose(&db, Uuid::from_u128(1), METTE, &showing(vec![samira()]), 10)
        .await
        .unwrap();
    let file = database.folder.path("first.jsonl");
    let rows = backup(&db, &file, &Clock::at(5)).await.unwrap();
    for target in [Database::sqlite(), Database::postgres().await] {
        let other = Db::open(&target.url.clone().into(), None).await.unwrap();
        assert_eq!(restore(&other, &file).await.unwrap(), rows);
        let second = target.folder.path("second.jsonl");
        backup(&other, &second, &Clock::at(5)).await.unwrap();
        assert!(std::fs::read_to_string(&file).unwrap() == std::fs::read_to_string(&second).unwrap());
        assert_eq!(stand(&other).await.unwrap(), store::stand(&db).await.unwrap());
    }
}
