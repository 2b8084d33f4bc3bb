//! A file, row by row: what is new, what is changed, what is as it was, and what cannot be taken.

use super::changes::Write;
use super::fields::{Fields, Reading};
use super::places::At;
use super::revision::{self, Revision};
use super::sheet::Sheet;
use super::{Book, Fault, Why, heading, people, places, workplaces};
use crate::error::Error;
use crate::matching::market::{Held, Market};
use crate::matching::store::Thing;
use crate::random;
use crate::words::Lang;
use shared::day::Day;
use shared::ids::{CandidateId, CompanyId, Millis, PlacementId, WorkplaceId};
use shared::matching::candidate::Candidate;
use shared::matching::placement::{Company, Workplace};
use shared::matching::words::Kind;
use std::collections::BTreeMap;
use std::str::FromStr;
use uuid::Uuid;

/// A file as it was looked through.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Seen {
    pub rows: Vec<Row>,
    /// Headings that no column is called.
    pub unknown: Vec<String>,
    /// Columns without which no new record can be made, and which the file does not have.
    pub absent: Vec<&'static str>,
    /// What was written later is not in what was seen.
    pub as_of: i64,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// As a spreadsheet numbers it: the headings are line 1.
    pub line: usize,
    pub name: String,
    /// The candidate of ours that it is about.
    pub known: Option<CandidateId>,
    pub outcome: Outcome,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// What to write.
    Good(Vec<Write>),
    Same,
    Bad(Vec<Fault>),
}

impl Outcome {
    /// Something in it was not there before.
    pub fn is_new(&self) -> bool {
        matches!(self, Outcome::Good(writes) if writes.iter().any(|write| write.before.is_none()))
    }
}

type Cells<'a> = BTreeMap<&'static str, &'a str>;

/// `as_of`: what was written later is left as it is.
pub fn look_through(market: &Market, book: Book, sheet: &Sheet, as_of: i64, now: Millis) -> Result<Seen, Error> {
    let columns = book.columns();
    let find = |said: &String| {
        let said = said.trim().to_lowercase();
        columns.iter().find(|column| {
            column.code == said
                || Lang::ALL
                    .into_iter()
                    .any(|lang| heading(lang, column.code).to_lowercase() == said)
        })
    };
    let found: Vec<Option<&'static str>> = sheet
        .headings
        .iter()
        .map(|said| find(said).map(|column| column.code))
        .collect();
    let is_reasons = |said: &str| Lang::ALL.into_iter().any(|lang| heading(lang, REASONS) == said);
    let unknown = sheet
        .headings
        .iter()
        .zip(&found)
        .filter(|(said, found)| found.is_none() && !said.trim().is_empty() && !is_reasons(said));
    let absent = columns
        .iter()
        .filter(|column| column.needed && !found.contains(&Some(column.code)));
    let mut all = All {
        market,
        as_of,
        now,
        file: File::default(),
    };
    let mut seen = Seen {
        unknown: unknown.map(|(said, _)| said.clone()).collect(),
        absent: absent.map(|column| column.code).collect(),
        rows: Vec::new(),
        as_of,
    };
    for (line, row) in (2..).zip(&sheet.rows) {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cells: Cells<'_> = found
            .iter()
            .zip(row)
            .filter_map(|(code, cell)| Some(((*code)?, cell.as_str())))
            .collect();
        let (name, outcome) = match book {
            Book::People => all.person(&cells, line)?,
            Book::Workplaces => all.workplace(&cells, line)?,
            Book::Places => all.place(&cells, line)?,
        };
        let known = id_in(&cells, "id").filter(|id| book == Book::People && market.candidate(*id).is_some());
        seen.rows.push(Row {
            line,
            name,
            known,
            outcome,
        });
    }
    Ok(seen)
}

/// The column in which a file that comes back says what is wrong.
pub const REASONS: &str = "reasons";

impl Seen {
    pub fn bad(&self) -> impl Iterator<Item = (&Row, &[Fault])> {
        self.rows.iter().filter_map(|row| match &row.outcome {
            Outcome::Bad(faults) => Some((row, faults.as_slice())),
            _ => None,
        })
    }

    /// The rows that cannot be taken, as they came, each with what is wrong in a last column.
    pub fn back(&self, sheet: &Sheet, lang: Lang) -> Sheet {
        let reasons = heading(lang, REASONS);
        let keep: Vec<usize> = (0..sheet.headings.len())
            .filter(|at| sheet.headings[*at] != reasons)
            .collect();
        let pick = |row: &[String]| {
            keep.iter()
                .map(|at| row.get(*at).cloned().unwrap_or_default())
                .collect::<Vec<String>>()
        };
        let mut headings = pick(&sheet.headings);
        headings.push(reasons);
        let rows = self.bad().map(|(row, faults)| {
            let mut cells = sheet.rows.get(row.line - 2).map(|cells| pick(cells)).unwrap_or_default();
            let said: Vec<String> = faults.iter().map(|fault| fault.sentence(lang)).collect();
            cells.push(said.join("\n"));
            cells
        });
        Sheet {
            headings,
            rows: rows.collect(),
        }
    }
}

/// What the rows before have said.
#[derive(Default)]
struct File {
    /// The line of each id.
    ids: BTreeMap<Uuid, usize>,
    /// New and changed companies, with the line that said so.
    companies: Vec<(Company, usize)>,
}

struct All<'a> {
    market: &'a Market,
    as_of: i64,
    now: Millis,
    file: File,
}

impl All<'_> {
    fn today(&self) -> Day {
        Day::in_denmark(self.now)
    }

    fn person(&mut self, cells: &Cells<'_>, line: usize) -> Result<(String, Outcome), Error> {
        let id: Option<CandidateId> = id_in(cells, "id");
        let was = id.and_then(|id| self.market.candidate(id));
        let mut candidate = was.cloned().unwrap_or_else(|| Candidate::new(CandidateId::MIN, self.today()));
        let mut reading = Reading::new(cells, was.is_none());
        people::fields(&mut candidate, &mut reading);
        candidate.id = match id {
            Some(id) => id,
            None => CandidateId(random::uuid(self.now)?),
        };
        for (column, ids) in [("excluded", &candidate.terms.excluded), ("knows", &candidate.knows)] {
            if let Some(unknown) = ids.iter().find(|id| self.market.workplace(**id).is_none()) {
                let is_old = was.is_some_and(|was| was.terms.excluded.contains(unknown) || was.knows.contains(unknown));
                if !is_old {
                    reading.fault(column, Why::Workplace(unknown.to_string()));
                }
            }
        }
        if was.is_none_or(|was| *was != candidate) {
            people::judge(&candidate, &mut reading);
        }
        self.once(candidate.id.0, "id", line, &mut reading);
        let name = candidate.first_name.clone();
        let before = was.zip(id.and_then(|id| self.market.candidate_revision(id)));
        let write = Write {
            thing: Thing::Candidate(Box::new(candidate)),
            before: before.map(|(was, revision)| (Thing::Candidate(Box::new(was.clone())), revision)),
        };
        Ok((name, self.outcome(reading, vec![write])))
    }

    fn place(&mut self, cells: &Cells<'_>, line: usize) -> Result<(String, Outcome), Error> {
        let id: Option<PlacementId> = id_in(cells, "id");
        let was = id.and_then(|id| self.market.placement(id));
        let mut placement = was.map_or_else(|| places::blank(self.today()), |held| held.thing.clone());
        let mut at = At::default();
        let mut reading = Reading::new(cells, was.is_none());
        places::fields(&mut placement, &mut at, &mut reading);
        places::confirm(&mut placement, self.today());
        if was.is_none() && placement.kind == Kind::DayJob {
            // As the form has it: on its first day alone, where nothing else is said.
            placement.end = placement.end.or(Some(placement.start));
        }
        placement.id = match id {
            Some(id) => id,
            None => PlacementId(random::uuid(self.now)?),
        };
        match (self.workplace_at(&at), was) {
            // A placement does not move to another workplace.
            (Ok(Some(workplace)), Some(was)) if workplace.id != was.thing.workplace => {
                reading.fault("workplace", Why::Workplace(workplace.name.clone()));
            }
            (Ok(Some(workplace)), _) => placement.workplace = workplace.id,
            (Ok(None), Some(_)) => {}
            (Ok(None), None) => reading.fault("workplace", Why::Missing),
            (Err(said), _) => reading.fault("workplace", Why::Workplace(said)),
        }
        // What is as it was may stay so. What has our number has been at the desk once: it may have been taken since.
        if was.is_none_or(|was| was.thing != placement) {
            places::judge(&placement, id.is_none(), self.today(), &mut reading);
        }
        self.once(placement.id.0, "id", line, &mut reading);
        let name = placement.title.clone();
        let write = Write {
            thing: Thing::Placement(Box::new(placement)),
            before: was.map(|was| (Thing::Placement(Box::new(was.thing.clone())), was.revision)),
        };
        Ok((name, self.outcome(reading, vec![write])))
    }

    /// `None`: the row names none. An error is what it said.
    fn workplace_at(&self, at: &At) -> Result<Option<&Workplace>, String> {
        let named: Vec<&Workplace> = match at {
            At { id: Some(id), .. } => {
                return self
                    .market
                    .workplace(*id)
                    .map(|held| Some(&held.thing))
                    .ok_or_else(|| id.to_string());
            }
            At {
                p_number: Some(number), ..
            } => self.workplaces(|one| one.p_number == Some(number.number())),
            At { name, .. } if !name.trim().is_empty() => {
                self.workplaces(|one| one.name.to_lowercase() == name.trim().to_lowercase())
            }
            _ => return Ok(None),
        };
        match named.as_slice() {
            [one] => Ok(Some(one)),
            _ => Err(at
                .p_number
                .map_or_else(|| at.name.clone(), |number| number.number().to_string())),
        }
    }

    fn workplaces(&self, is_it: impl Fn(&Workplace) -> bool) -> Vec<&Workplace> {
        self.market
            .workplaces()
            .map(|held| &held.thing)
            .filter(|one| is_it(one))
            .collect()
    }

    fn workplace(&mut self, cells: &Cells<'_>, line: usize) -> Result<(String, Outcome), Error> {
        let (mut company, mut workplace) = workplaces::blank();
        workplaces::fields(&mut company, &mut workplace, &mut Reading::new(cells, true));
        let was = self.known_workplace(id_in(cells, "workplace-id"), workplace.p_number);
        let was_company = self.known_company(id_in(cells, "company-id"), &company, was.as_ref());
        let is_new = was.is_none() || was_company.is_none();
        (company, workplace) = workplaces::blank();
        if let Some(was) = &was {
            workplace = was.thing.clone();
        }
        if let Some(known) = &was_company {
            company = known.clone();
        }
        let mut reading = Reading::new(cells, is_new);
        workplaces::fields(&mut company, &mut workplace, &mut reading);
        company.id = match (&was_company, id_in(cells, "company-id")) {
            (Some(known), _) => known.id,
            (None, Some(id)) => id,
            (None, None) => CompanyId(random::uuid(self.now)?),
        };
        workplace.id = match (&was, id_in(cells, "workplace-id")) {
            (Some(was), _) => was.thing.id,
            (None, Some(id)) => id,
            (None, None) => WorkplaceId(random::uuid(self.now)?),
        };
        if was.as_ref().is_some_and(|was| was.thing.company != company.id) {
            // A workplace does not move to another company.
            reading.fault("company", Why::Otherwise(String::new()));
        }
        workplace.company = company.id;
        self.once(workplace.id.0, "workplace-id", line, &mut reading);
        let name = workplace.name.clone();
        let held = self.market.company(company.id);
        let mut writes = Vec::new();
        match self.file.companies.iter().find(|(before, _)| before.id == company.id) {
            Some((before, _)) if *before == company => {}
            Some((_, at)) => reading.fault("company", Why::Otherwise(at.to_string())),
            None => writes.push(Write {
                thing: Thing::Company(company.clone()),
                before: held.map(|held| (Thing::Company(held.thing.clone()), held.revision)),
            }),
        }
        writes.push(Write {
            thing: Thing::Workplace(workplace),
            before: was.map(|was| (Thing::Workplace(was.thing), was.revision)),
        });
        let outcome = self.outcome(reading, writes);
        if !matches!(outcome, Outcome::Bad(_)) && !self.file.companies.iter().any(|(before, _)| before.id == company.id) {
            self.file.companies.push((company, line));
        }
        Ok((name, outcome))
    }

    fn known_workplace(&self, id: Option<WorkplaceId>, p_number: Option<u64>) -> Option<Held<Workplace>> {
        if let Some(id) = id {
            return self.market.workplace(id).cloned();
        }
        let p_number = p_number?;
        self.market
            .workplaces()
            .find(|held| held.thing.p_number == Some(p_number))
            .cloned()
    }

    /// By its id, by the CVR number, as the workplace's own, or by its name: of this file, or as it is stored.
    fn known_company(&self, id: Option<CompanyId>, said: &Company, at: Option<&Held<Workplace>>) -> Option<Company> {
        let in_file =
            |is_it: &dyn Fn(&Company) -> bool| self.file.companies.iter().map(|(one, _)| one).find(|one| is_it(one)).cloned();
        let stored = |is_it: &dyn Fn(&Company) -> bool| {
            self.market
                .companies()
                .map(|held| &held.thing)
                .find(|one| is_it(one))
                .cloned()
        };
        let either = |is_it: &dyn Fn(&Company) -> bool| in_file(is_it).or_else(|| stored(is_it));
        if let Some(id) = id {
            return either(&|one| one.id == id);
        }
        if said.cvr.is_some() {
            return either(&|one| one.cvr == said.cvr);
        }
        if let Some(at) = at {
            return either(&|one| one.id == at.thing.company);
        }
        either(&|one| one.name == said.name && one.cvr.is_none())
    }

    fn once(&mut self, id: Uuid, column: &'static str, line: usize, reading: &mut Reading<'_>) {
        if let Some(before) = self.file.ids.insert(id, line) {
            reading.fault(column, Why::Twice(before.to_string()));
        }
    }

    /// What becomes of a row with these records. Where the row says how old it is, what is newer than that is left.
    fn outcome(&self, mut reading: Reading<'_>, mut writes: Vec<Write>) -> Outcome {
        let mut revision = None;
        revision::field(&mut revision, &mut reading);
        let as_of = revision.map_or(self.as_of, |Revision(said)| said.min(self.as_of));
        writes.retain(|write| write.before.as_ref().is_none_or(|(before, _)| *before != write.thing));
        let is_newer = |write: &Write| write.before.as_ref().is_some_and(|(_, revision)| *revision > as_of);
        if writes.iter().any(is_newer) {
            reading.faults.push(Fault::newer());
        }
        if !reading.faults.is_empty() {
            Outcome::Bad(reading.faults)
        } else if writes.is_empty() {
            Outcome::Same
        } else {
            Outcome::Good(writes)
        }
    }
}

fn id_in<T: FromStr>(cells: &Cells<'_>, column: &str) -> Option<T> {
    cells.get(column).and_then(|cell| cell.trim().parse().ok())
}
