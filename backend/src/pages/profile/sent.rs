//! What a form holds, as it was typed.

use super::week_words::in_words;
use super::{Named, Who, code};
use crate::pages::desk::reasons::{occupation, task};
use crate::pages::reader::Reader;
use enumset::EnumSet;
use serde::Deserialize;
use shared::matching::candidate::Candidate;
use shared::matching::decimals::write_parts;
use shared::matching::words::Demand;

/// The names of fields with what stands in them, in the order of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Sent(Vec<(String, String)>);

impl Sent {
    /// What stands in a field, without blanks around it; nothing where there is no such field.
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value.trim())
    }

    /// Of a field that comes more than once.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.trim())
    }

    /// Fields that come more than once beside each other, row by row.
    pub fn rows<'a, const N: usize>(&'a self, names: [&'a str; N]) -> Vec<[&'a str; N]> {
        let columns = names.map(|name| self.all(name).collect::<Vec<_>>());
        let most = columns.iter().map(Vec::len).max().unwrap_or(0);
        let cell = |column: &Vec<&'a str>, row: usize| column.get(row).copied().unwrap_or_default();
        (0..most)
            .map(|row| columns.each_ref().map(|column| cell(column, row)))
            .collect()
    }

    /// Rows of a language and how well, those without a language left out.
    pub fn languages<'a>(&'a self, language: &'a str, level: &'a str) -> Vec<(&'a str, &'a str)> {
        let rows = self
            .rows([language, level])
            .into_iter()
            .map(|[language, level]| (language, level));
        rows.filter(|(language, _)| !language.is_empty()).collect()
    }

    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|sent| sent == value)
    }

    /// What stands on the lines of a field, empty ones left out.
    pub fn lines(&self, name: &str) -> impl Iterator<Item = &str> + use<'_> {
        self.get(name).lines().map(str::trim).filter(|line| !line.is_empty())
    }

    pub fn put(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// In place of all that stands in the field.
    pub fn put_over(&mut self, name: &str, value: impl Into<String>) {
        self.0.retain(|(key, _)| key != name);
        self.put(name, value);
    }

    /// A candidate as the form shows them.
    pub fn of(reader: &Reader, candidate: &Candidate, workplaces: &[Named], who: Who) -> Sent {
        let mut sent = Sent::default();
        sent.put("first_name", &candidate.first_name);
        sent.put("strengths", candidate.strengths.join("\n"));
        sent.put("wish", &candidate.wish);
        let lines = |names: Vec<String>| names.join("\n");
        sent.put(
            "wanted",
            lines(candidate.wanted.iter().map(|isco| occupation(reader, *isco)).collect()),
        );
        sent.put("can", lines(candidate.can.iter().map(|id| task(reader, *id)).collect()));
        sent.put(
            "learn",
            lines(candidate.wants_to_learn.iter().map(|id| task(reader, *id)).collect()),
        );
        sent.put("knows", names(workplaces, &candidate.knows));
        for spoken in &candidate.speaks {
            sent.put("language", spoken.language.code());
            sent.put("level", code(spoken.level));
        }
        sent.put("home", &candidate.home.community);
        for by in candidate.travel.by {
            sent.put("by", code(by));
        }
        sent.put("longest", candidate.travel.longest.to_string());
        for told in &candidate.travel.told {
            sent.put("told_to", &told.community);
            sent.put("told_by", code(told.by));
            sent.put("told_minutes", told.minutes.to_string());
            let early = match told.at_all_hours {
                Some(true) => "yes",
                Some(false) => "no",
                None => "",
            };
            sent.put("told_early", early);
        }
        for demand in EnumSet::<Demand>::all() {
            let said = match () {
                () if candidate.needs.cannot.contains(demand) => "cannot",
                () if candidate.needs.can.contains(demand) => "can",
                () => "",
            };
            sent.put(&need(demand), said);
        }
        sent.put(
            "lifts",
            candidate
                .needs
                .lifts
                .map(|kilograms| kilograms.to_string())
                .unwrap_or_default(),
        );
        for paper in candidate.certificates {
            sent.put("certificate", code(paper));
        }
        sent.put("age", code(candidate.age));
        let hours = candidate.hours;
        for (name, quarters) in [
            ("paid", hours.paid),
            ("placement", hours.placement),
            ("bound", hours.bound),
            ("hoped", hours.hoped),
        ] {
            sent.put(name, write_parts(u32::from(quarters.0), 4, '.'));
        }
        sent.put("status", code(candidate.status));
        sent.put("from", candidate.from.map(|day| day.to_string()).unwrap_or_default());
        if candidate.day_jobs {
            sent.put("day_jobs", "yes");
        }
        if who == Who::Consultant {
            sent.put("week", in_words(reader, &candidate.free));
            sent.put("waiting_since", candidate.waiting_since.to_string());
            for kind in candidate.terms.kinds {
                sent.put("kind", code(kind));
            }
            let terms = &candidate.terms;
            for (name, weeks) in [
                ("placement_weeks", terms.placement_weeks),
                ("subsidy_weeks", terms.subsidy_weeks),
            ] {
                sent.put(name, weeks.map(|weeks| weeks.to_string()).unwrap_or_default());
            }
            sent.put("excluded", names(workplaces, &candidate.terms.excluded));
            if candidate.terms.outside_ratio {
                sent.put("outside_ratio", "yes");
            }
        }
        sent
    }
}

/// The field of a need at work.
pub fn need(demand: Demand) -> String {
    format!("need-{demand:?}")
}

fn names(workplaces: &[Named], ids: &[shared::ids::WorkplaceId]) -> String {
    let known = ids.iter().filter_map(|id| workplaces.iter().find(|named| named.id == *id));
    known.map(|named| named.name.as_str()).collect::<Vec<_>>().join("\n")
}
