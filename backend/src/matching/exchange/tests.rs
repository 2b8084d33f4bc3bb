//! What is written is read back the same, and no row is lost on the way.

mod refused;

use super::*;
use crate::matching::store::{Newer, Stand};
use proptest::collection::vec;
use proptest::prelude::*;
use shared::ids::{CompanyId, PlacementId, WorkplaceId};
use shared::matching::candidate::Candidate;
use shared::matching::generate::Town;
use shared::matching::numbers::Cvr;
use shared::matching::placement::{Company, Placement, Workplace};
use shared::matching::signal::OPEN_DAYS;
use shared::matching::testing;
use shared::matching::week::Quarters;
use shared::matching::words::Kind;
use std::collections::BTreeMap;
use uuid::Uuid;

/// 2026-11-22.
const NOW: Millis = 1_795_344_000_000;

#[derive(Clone, Debug, Default)]
struct Made {
    companies: Vec<Company>,
    workplaces: Vec<Workplace>,
    placements: Vec<Placement>,
    candidates: Vec<Candidate>,
}

impl Made {
    fn market(&self) -> Market {
        let mut market = Market::default();
        let newer = Newer {
            companies: self.companies.iter().map(|one| (one.id, 1, Some(one.clone()))).collect(),
            workplaces: self.workplaces.iter().map(|one| (one.id, 1, Some(one.clone()))).collect(),
            placements: self.placements.iter().map(|one| (one.id, 1, Some(one.clone()))).collect(),
            candidates: self.candidates.iter().map(|one| (one.id, 1, Some(one.clone()))).collect(),
        };
        market.take(Stand { revision: 1, answers: 0 }, newer, None, None).unwrap();
        market
    }
}

type Stored = (
    BTreeMap<CompanyId, Company>,
    BTreeMap<WorkplaceId, Workplace>,
    BTreeMap<PlacementId, Placement>,
    BTreeMap<CandidateId, Candidate>,
);

/// Looked through by somebody who has seen everything.
fn looked(market: &Market, book: Book, sheet: &Sheet) -> Seen {
    look_through(market, book, sheet, i64::MAX, NOW).unwrap()
}

/// What would be stored, by what it is.
fn taken(seen: &Seen) -> Stored {
    let mut all = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for row in &seen.rows {
        let Outcome::Good(writes) = &row.outcome else {
            panic!("{row:?}")
        };
        for write in writes {
            match write.thing.clone() {
                Thing::Company(one) => drop(all.0.insert(one.id, one)),
                Thing::Workplace(one) => drop(all.1.insert(one.id, one)),
                Thing::Placement(one) => drop(all.2.insert(one.id, *one)),
                Thing::Candidate(one) => drop(all.3.insert(one.id, *one)),
            }
        }
    }
    all
}

/// Own words with everything in them that a file could stumble over.
fn words() -> impl Strategy<Value = String> {
    "[a-zæøå=+@'\"; ,\\-\\n\\\\:\\PC]{0,20}"
}

fn name() -> impl Strategy<Value = String> {
    words().prop_filter("says something", |words| !words.trim().is_empty())
}

/// An empty cell says nothing, and one of blanks no more.
fn wish() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), name()]
}

fn town() -> impl Strategy<Value = Made> {
    let candidate =
        (testing::candidate(), name(), vec(name(), 0..3), wish()).prop_map(|(one, first_name, strengths, wish)| Candidate {
            first_name,
            strengths,
            wish,
            ..one
        });
    let workplace = (
        testing::workplace(),
        name(),
        proptest::option::of(0..1_000u64),
        name(),
        any::<bool>(),
    );
    let placement = (
        testing::placement(WorkplaceId::MIN),
        name(),
        vec(name(), 0..3),
        any::<prop::sample::Index>(),
    );
    (vec(candidate, 0..4), vec(workplace, 1..5), vec(placement, 0..5)).prop_map(|(candidates, workplaces, placements)| {
        let mut town = Made {
            candidates,
            ..Made::default()
        };
        for (number, (workplace, name, p_number, company, public)) in (1..).zip(workplaces) {
            let id = CompanyId(Uuid::from_u128(1_000 + number));
            let cvr = (10_000_000 + number as u32 * 1_000..).find(|number| Cvr::new(*number).is_ok());
            town.companies.push(Company {
                id,
                name: company,
                cvr: cvr.filter(|_| public),
                public,
            });
            let p_number = p_number.map(|p_number| 1_000_000_000 + number as u64 * 1_000 + p_number);
            town.workplaces.push(Workplace {
                id: WorkplaceId(Uuid::from_u128(number)),
                company: id,
                name,
                p_number,
                ..workplace
            });
        }
        for (placement, title, other_tasks, at) in placements {
            let expires = placement
                .expires
                .clamp(placement.confirmed, placement.confirmed.plus(OPEN_DAYS));
            let placement = Placement {
                workplace: at.get(&town.workplaces).id,
                title,
                other_tasks,
                expires,
                ..placement
            };
            // The days of a job for a few days are not made up so that it has some.
            let kind = match placement.unsound(false, Day::in_denmark(NOW)).is_empty() {
                true => placement.kind,
                false => Kind::PaidHours,
            };
            town.placements.push(Placement { kind, ..placement });
        }
        let known: Vec<WorkplaceId> = town.workplaces.iter().map(|one| one.id).collect();
        for candidate in &mut town.candidates {
            candidate.knows.retain(|id| known.contains(id));
            candidate.terms.excluded.retain(|id| known.contains(id));
        }
        town
    })
}

fn through_a_file(market: &Market, book: Book, format: Format, lang: Lang) -> Sheet {
    Sheet::read(&write(market, book, lang, true).write(format).unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_written_is_read_back_the_same(town in town(), is_danish in any::<bool>(), is_csv in any::<bool>()) {
        let lang = if is_danish { Lang::Da } else { Lang::En };
        let format = if is_csv { Format::Csv } else { Format::Xlsx };
        let market = town.market();
        // Into a database where nothing is yet: it comes back whole, under its own ids.
        let empty = Made { companies: vec![], workplaces: vec![], placements: vec![], ..Made::default() }.market();
        let sheet = through_a_file(&market, Book::Workplaces, format, lang);
        let seen = looked(&empty, Book::Workplaces, &sheet);
        let (companies, workplaces, ..) = taken(&seen);
        prop_assert_eq!(companies.into_values().collect::<Vec<_>>(), town.companies.clone());
        prop_assert_eq!(workplaces.into_values().collect::<Vec<_>>(), town.workplaces.clone());
        let only_workplaces = Made { placements: vec![], candidates: vec![], ..town.clone() }.market();
        let sheet = through_a_file(&market, Book::Places, format, lang);
        let seen = looked(&only_workplaces, Book::Places, &sheet);
        let mut placements = town.placements.clone();
        placements.sort_by_key(|one| one.id);
        prop_assert_eq!(taken(&seen).2.into_values().collect::<Vec<_>>(), placements);
        let sheet = through_a_file(&market, Book::People, format, lang);
        let seen = looked(&only_workplaces, Book::People, &sheet);
        let mut candidates = town.candidates.clone();
        candidates.sort_by_key(|one| one.id);
        prop_assert_eq!(taken(&seen).3.into_values().collect::<Vec<_>>(), candidates);
        // Where it is already: nothing is otherwise.
        for book in Book::ALL {
            let sheet = through_a_file(&market, book, format, lang);
            for row in looked(&market, book, &sheet).rows {
                prop_assert_eq!(row.outcome, Outcome::Same);
            }
        }
    }

    #[test]
    fn a_posting_of_ours_that_comes_back_leaves_the_placement_as_it_is(town in town(), is_danish in any::<bool>()) {
        let lang = if is_danish { Lang::Da } else { Lang::En };
        let market = town.market();
        let today = Day::in_denmark(NOW);
        let file = jsonld::postings(&market, today, lang).to_string();
        let own_words = |one: &&Placement| one.other_tasks.iter().all(|words| !words.contains('\n'));
        prop_assume!(town.placements.iter().all(|one| own_words(&one)));
        if market.openings(today).next().is_some() {
            let sheet = jsonld::read(file.as_bytes()).unwrap();
            for row in looked(&market, Book::Places, &sheet).rows {
                prop_assert_eq!(row.outcome, Outcome::Same);
            }
        }
    }

    /// Whatever stands in the cells: every row that says something is good, as it was, or bad with a reason, and every bad one comes back.
    #[test]
    fn no_row_is_lost(cells in vec(vec(words(), 0..40), 0..12), book in 0..3usize) {
        let book = Book::ALL[book];
        let headings: Vec<String> = book.columns().iter().map(|column| column.code.to_owned()).collect();
        let sheet = Sheet { headings, rows: cells };
        let seen = looked(&Market::default(), book, &sheet);
        let says = sheet.rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).count();
        prop_assert_eq!(seen.rows.len(), says);
        let back = seen.back(&sheet, Lang::Da);
        prop_assert_eq!(back.rows.len(), seen.bad().count());
        for (row, (was, faults)) in back.rows.iter().zip(seen.bad()) {
            let (reasons, cells) = row.split_last().unwrap();
            prop_assert!(!faults.is_empty() && !reasons.is_empty());
            let came = &sheet.rows[was.line - 2];
            for (at, cell) in cells.iter().enumerate() {
                prop_assert_eq!(cell, came.get(at).map_or("", String::as_str));
            }
        }
    }
}

fn sheet(headings: &str, rows: &[&str]) -> Sheet {
    let file = std::iter::once(&headings)
        .chain(rows)
        .map(|row| format!("{row}\r\n"))
        .collect::<String>();
    Sheet::read(file.as_bytes()).unwrap()
}

fn faults(seen: &Seen, row: usize) -> Vec<(&'static str, Why)> {
    match &seen.rows[row].outcome {
        Outcome::Bad(faults) => faults.iter().map(|fault| (fault.column, fault.why.clone())).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_as_somebody_would_make_it_by_hand_is_taken_row_by_row() {
    let file = sheet(
        "Fornavn;By;Kan arbejde;Slags;Sprog;Timer, håb;Skostørrelse",
        &[
            "Sofie;uldum;hverdage 8-14;\"Praktik; timer med løn\";da B1;12,5;38",
            ";Atlantis;altid måske;Noget;dansk;tyve;",
        ],
    );
    let seen = looked(&Market::default(), Book::People, &file);
    assert_eq!(seen.unknown, ["Skostørrelse"]);
    assert!(seen.absent.is_empty());
    let Outcome::Good(writes) = &seen.rows[0].outcome else {
        panic!("{:?}", seen.rows[0])
    };
    let [
        Write {
            thing: Thing::Candidate(sofie),
            before: None,
        },
    ] = writes.as_slice()
    else {
        panic!("{writes:?}")
    };
    assert_eq!((sofie.home.community.as_str(), sofie.hours.hoped), ("Uldum", Quarters(50)));
    assert_eq!(sofie.terms.kinds, Kind::WorkPlacement | Kind::PaidHours);
    let columns: Vec<&str> = faults(&seen, 1).into_iter().map(|(column, _)| column).collect();
    assert_eq!(columns, ["first-name", "speaks", "community", "free", "hours-hoped", "kinds"]);
}

#[test]
fn two_rows_of_one_company_make_one_company_and_must_agree_of_it() {
    let file = sheet(
        "Virksomhed;CVR-nummer;Arbejdssted;P-nummer;By",
        &[
            "Kroen;13748136;Kroen i Uldum;1000000017;Uldum",
            "Kroen;13748136;Kroen i Tørring;1000000018;Tørring",
            "Krogen;13748136;Kroen 3;1000000019;Uldum",
        ],
    );
    let seen = looked(&Market::default(), Book::Workplaces, &file);
    let companies = |row: &Row| match &row.outcome {
        Outcome::Good(writes) => writes.iter().filter(|write| matches!(write.thing, Thing::Company(_))).count(),
        _ => 9,
    };
    assert_eq!((companies(&seen.rows[0]), companies(&seen.rows[1])), (1, 0));
    assert_eq!(faults(&seen, 2), [("company", Why::Otherwise("2".into()))]);
}

#[test]
fn a_column_that_is_not_there_leaves_what_is_stored() {
    let mut town = Made {
        candidates: testing::sample(&testing::candidate(), 3, 1),
        ..Made::default()
    };
    town.candidates[0].knows.clear();
    town.candidates[0].terms.excluded.clear();
    let id = town.candidates[0].id;
    let seen = looked(&town.market(), Book::People, &sheet("id;Fornavn", &[&format!("{id};Berit")]));
    let after = &taken(&seen).3[&id];
    assert_eq!(
        *after,
        Candidate {
            first_name: "Berit".into(),
            ..town.candidates[0].clone()
        }
    );
}

#[test]
fn what_somebody_else_has_written_since_is_left_and_every_cell_that_would_change_is_told() {
    let mut town = Made {
        candidates: testing::sample(&testing::candidate(), 4, 2),
        ..Made::default()
    };
    for (one, name) in town.candidates.iter_mut().zip(["Sofie", "Omar"]) {
        one.first_name = name.into();
        one.wish = String::new();
        one.knows.clear();
        one.terms.excluded.clear();
    }
    town.candidates.sort_by_key(|one| one.id);
    let mut market = town.market();
    let mut file = write(&market, Book::People, Lang::En, true);
    let at = |code: &str| Book::People.columns().iter().position(|column| column.code == code).unwrap();
    for row in &mut file.rows {
        row[at("wish")] = "Outdoors".into();
    }
    // In the meantime somebody has written one of them.
    let newer = Candidate {
        first_name: "Sofia".into(),
        ..town.candidates[0].clone()
    };
    let newer = Newer {
        candidates: vec![(newer.id, 2, Some(newer))],
        ..Newer::default()
    };
    market.take(Stand { revision: 2, answers: 0 }, newer, None, None).unwrap();
    let is_left = |seen: &Seen| faults(seen, 0) == [("revision", Why::Newer)];
    let seen = looked(&market, Book::People, &file);
    assert!(is_left(&seen), "{:?}", seen.rows[0]);
    let Outcome::Good(writes) = &seen.rows[1].outcome else {
        panic!("{:?}", seen.rows[1])
    };
    let changes = writes[0].changes(Lang::En);
    let [Change { column, before, after }] = changes.as_slice() else {
        panic!("{changes:?}")
    };
    assert_eq!((*column, before.as_str(), after.as_str()), ("wish", "", "Outdoors"));
    // A file that does not say how old it is is as old as the page on which it was shown.
    let revision = at("revision");
    file.headings.remove(revision);
    for row in &mut file.rows {
        row.remove(revision);
    }
    assert!(is_left(&look_through(&market, Book::People, &file, 1, NOW).unwrap()));
    let seen = look_through(&market, Book::People, &file, 2, NOW).unwrap();
    let Outcome::Good(writes) = &seen.rows[0].outcome else {
        panic!("{:?}", seen.rows[0])
    };
    let columns: Vec<&str> = writes[0].changes(Lang::En).iter().map(|change| change.column).collect();
    assert_eq!(columns, ["first-name", "wish"]);
    // Where it says what is stored, nothing is otherwise, however old it is.
    let same = write(&market, Book::People, Lang::En, true);
    for row in look_through(&market, Book::People, &same, 0, NOW).unwrap().rows {
        assert_eq!(row.outcome, Outcome::Same);
    }
}

#[test]
fn needs_are_in_a_file_only_where_somebody_asks_for_them() {
    let town = Made {
        candidates: testing::sample(&testing::candidate(), 5, 8),
        ..Made::default()
    };
    let market = town.market();
    let with = write(&market, Book::People, Lang::En, true);
    let without = write(&market, Book::People, Lang::En, false);
    assert_eq!(with.headings.len(), without.headings.len() + people::NEEDS.len());
    for code in people::NEEDS {
        assert!(!without.headings.contains(&heading(Lang::En, code)));
    }
    // And a file without them takes none away.
    let sheet = Sheet::read(&without.write(Format::Csv).unwrap()).unwrap();
    let rows = looked(&market, Book::People, &sheet).rows;
    assert!(rows.iter().all(|row| matches!(&row.outcome, Outcome::Same | Outcome::Bad(_))));
}

#[test]
fn every_column_and_every_reason_has_its_words_in_both_languages() {
    let said = "»det«".to_owned();
    let whys = [
        Why::Missing,
        Why::TooLong(said.clone()),
        Why::TooMany(said.clone()),
        Why::Range(said.clone()),
        Why::Number(said.clone()),
        Why::YesOrNo(said.clone()),
        Why::Day(said.clone()),
        Why::Choice(said.clone()),
        Why::Language(said.clone()),
        Why::Community(said.clone()),
        Why::Point(said.clone()),
        Why::Hours(said.clone()),
        Why::Id(said.clone()),
        Why::Cvr(said.clone()),
        Why::PNumber(said.clone()),
        Why::Occupation(said.clone()),
        Why::Task(said.clone()),
        Why::Workplace(said.clone()),
        Why::Twice(said.clone()),
        Why::Otherwise(said),
        Why::Both,
        Why::Told,
        Why::EndsFirst,
        Why::Over,
        Why::FewDays,
        Why::Newer,
    ];
    for lang in Lang::ALL {
        let mut headings: Vec<String> = Vec::new();
        for book in Book::ALL {
            let columns: Vec<String> = book.columns().iter().map(|column| heading(lang, column.code)).collect();
            let mut apart = columns.clone();
            apart.sort();
            apart.dedup();
            assert_eq!(
                apart.len(),
                columns.len(),
                "two columns of {book:?} have one name in {lang:?}"
            );
            headings.extend(columns);
        }
        // The last of a list of words is what is said of everything that the list does not know.
        let other = heading(lang, "no such column");
        assert!(!headings.contains(&other), "{other}");
        let mut sentences: Vec<String> = whys
            .iter()
            .map(|why| {
                Fault {
                    column: "id",
                    why: why.clone(),
                }
                .sentence(lang)
            })
            .collect();
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), whys.len());
    }
}

#[test]
fn a_large_town_is_looked_through_in_a_moment() {
    let town = Town::new(4, testing::today(), 500);
    let places = town.places(500);
    let mut all = Made {
        companies: places.companies,
        workplaces: places.workplaces,
        placements: places.placements,
        ..Made::default()
    };
    all.candidates = town.candidates(500).collect();
    let market = all.market();
    for book in Book::ALL {
        let sheet = write(&market, book, Lang::Da, true);
        let seen = looked(&market, book, &sheet);
        let other: Vec<&Row> = seen.rows.iter().filter(|row| row.outcome != Outcome::Same).collect();
        assert!(other.is_empty(), "{book:?}: {:?}", other.first());
    }
}
