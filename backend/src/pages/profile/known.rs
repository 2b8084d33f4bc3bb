//! Words as they are typed, and what of the closed lists they mean.
//!
//! A word that means one thing is taken. One that could mean several, or nothing, comes back with what it could mean,
//! beside the word itself: to choose, to write anew, or to keep in one's own words.

use super::Sent;
use shared::ids::WorkplaceId;
use shared::matching::occupations::{find_occupations, find_tasks, occupations, tasks};
use shared::matching::search::{Words, find};
use shared::matching::words::{Isco, TaskId};

/// A workplace by the name it is known by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    pub id: WorkplaceId,
    pub name: String,
}

/// A line that means nothing for certain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unknown {
    /// The field it stands in.
    pub field: &'static str,
    pub line: String,
    /// What it could mean: as the form sends it, and its names in Danish and English.
    pub could_be: Vec<(String, String, String)>,
}

/// Lines of a field that may be looked up: each costs a search through all of a list.
pub const SOUGHT: usize = 40;
/// How many meanings are offered.
const OFFERED: usize = 5;
/// Sent where somebody keeps a line in their own words.
pub const OWN_WORDS: &str = "own";

/// The name of the field in which the meaning of a line is chosen.
pub fn pick(field: &str, line: &str) -> String {
    format!("pick-{field}-{line}")
}

/// A field of a closed list, read line by line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Meant<T> {
    pub known: Vec<T>,
    /// Lines that stay in one's own words.
    pub own: Vec<String>,
    pub unknown: Vec<Unknown>,
}

impl<T> Default for Meant<T> {
    fn default() -> Self {
        Meant {
            known: Vec::new(),
            own: Vec::new(),
            unknown: Vec::new(),
        }
    }
}

impl<T: PartialEq> Meant<T> {
    fn add(&mut self, one: T) {
        if !self.known.contains(&one) {
            self.known.push(one);
        }
    }
}

/// A thing of a list with its names.
struct Entry<T> {
    value: T,
    code: String,
    da: String,
    en: String,
}

fn meant<T: PartialEq + Clone>(sent: &Sent, field: &'static str, all: &[Entry<T>], find: impl Fn(&str) -> Vec<T>) -> Meant<T> {
    let mut meant = Meant::default();
    for line in sent.lines(field) {
        let same = |name: &str| name.to_lowercase() == line.to_lowercase();
        if let Some(entry) = all.iter().find(|entry| same(&entry.da) || same(&entry.en)) {
            meant.add(entry.value.clone());
            continue;
        }
        let name = pick(field, line);
        let picked = sent.get(&name);
        if picked == OWN_WORDS {
            meant.own.push(line.to_owned());
            continue;
        }
        if let Some(entry) = all.iter().find(|entry| entry.code == picked) {
            meant.add(entry.value.clone());
            continue;
        }
        let mut found: Vec<T> = Vec::new();
        for one in find(line) {
            if !found.contains(&one) {
                found.push(one);
            }
        }
        if let [only] = &found[..] {
            meant.add(only.clone());
            continue;
        }
        let entries = found.iter().filter_map(|one| all.iter().find(|entry| entry.value == *one));
        meant.unknown.push(Unknown {
            field,
            line: line.to_owned(),
            could_be: entries
                .take(OFFERED)
                .map(|entry| (entry.code.clone(), entry.da.clone(), entry.en.clone()))
                .collect(),
        });
    }
    meant
}

pub fn occupations_meant(sent: &Sent, field: &'static str) -> Meant<Isco> {
    let all: Vec<Entry<Isco>> = occupations()
        .iter()
        .map(|one| Entry {
            value: one.isco,
            code: one.isco.0.to_string(),
            da: one.da.to_owned(),
            en: one.en.to_owned(),
        })
        .collect();
    meant(sent, field, &all, |line| {
        find_occupations(line).into_iter().map(|one| one.isco).collect()
    })
}

pub fn tasks_meant(sent: &Sent, field: &'static str) -> Meant<TaskId> {
    let all: Vec<Entry<TaskId>> = tasks()
        .iter()
        .map(|one| Entry {
            value: one.id,
            code: one.id.0.to_string(),
            da: one.da.to_owned(),
            en: one.en.to_owned(),
        })
        .collect();
    meant(sent, field, &all, |line| {
        find_tasks(line).into_iter().map(|one| one.id).collect()
    })
}

pub fn workplaces_meant(sent: &Sent, field: &'static str, workplaces: &[Named]) -> Meant<WorkplaceId> {
    let all: Vec<Entry<WorkplaceId>> = workplaces
        .iter()
        .map(|one| Entry {
            value: one.id,
            code: one.id.to_string(),
            da: one.name.clone(),
            en: one.name.clone(),
        })
        .collect();
    let words: Vec<(WorkplaceId, Words)> = workplaces
        .iter()
        .map(|one| (one.id, Words::default().and(&one.name, 0)))
        .collect();
    meant(sent, field, &all, |line| {
        find(&words, |(_, words)| words, line)
            .into_iter()
            .map(|(id, _)| *id)
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::{OWN_WORDS, Sent, occupations_meant, pick, tasks_meant};
    use shared::matching::words::TaskId;

    fn sent(fields: &[(&str, &str)]) -> Sent {
        let mut sent = Sent::default();
        for (name, value) in fields {
            sent.put(name, *value);
        }
        sent
    }

    #[test]
    fn a_name_of_the_list_is_taken_in_either_language_whatever_its_capitals() {
        let meant = tasks_meant(&sent(&[("can", "Gøre gulve rene\n\n empty bins \ngøre gulve rene")]), "can");
        assert_eq!(meant.known, [TaskId(1), TaskId(2)]);
        assert!(meant.unknown.is_empty());
    }

    #[test]
    fn a_word_that_could_mean_several_things_comes_back_with_them_until_one_is_chosen() {
        let meant = tasks_meant(&sent(&[("can", "gøre")]), "can");
        assert!(meant.known.is_empty());
        let [unknown] = &meant.unknown[..] else { panic!("{meant:?}") };
        assert!(unknown.line == "gøre" && unknown.could_be.len() > 1);
        let meant = tasks_meant(&sent(&[("can", "gøre"), (&pick("can", "gøre"), "1")]), "can");
        assert_eq!((meant.known, meant.unknown), (vec![TaskId(1)], vec![]));
    }

    #[test]
    fn what_no_list_knows_can_be_kept_in_ones_own_words() {
        let fields = [("wanted", "Qzx"), (&*pick("wanted", "Qzx"), OWN_WORDS)];
        assert_eq!(occupations_meant(&sent(&fields[..1]), "wanted").unknown[0].could_be, []);
        let meant = occupations_meant(&sent(&fields), "wanted");
        assert_eq!((meant.own, meant.unknown), (vec!["Qzx".to_owned()], vec![]));
    }
}
