//! Words as they are typed, and what of the closed lists they mean.
//!
//! The words of a list are taken. Others come back with what they could mean, be it one thing: to choose, to write anew,
//! or to keep in one's own words. Of what no list has anything like nobody is asked: it stays in one's own words.

use super::Sent;
use crate::matching::market::Market;
use shared::ids::WorkplaceId;
use shared::matching::occupations::{find_occupations, find_tasks, occupations, tasks, tasks_of};
use shared::matching::placement::Workplace;
use shared::matching::search::{Words, find, same_words};
use shared::matching::words::{Isco, TaskId};
use std::collections::HashMap;

/// A workplace by the name it is known by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    pub id: WorkplaceId,
    pub name: String,
}

/// Every workplace by a name that no other has: where two are called the same in one place, each with its P-number, or
/// else with how its own number ends.
pub fn workplaces(market: &Market) -> Vec<Named> {
    let all = || market.workplaces().map(|held| &held.thing);
    let name_of = |one: &Workplace| format!("{}, {}", one.name, one.site.community);
    let mut often: HashMap<String, u32> = HashMap::new();
    for one in all() {
        *often.entry(name_of(one).to_lowercase()).or_default() += 1;
    }
    let named = all().map(|one| {
        let name = name_of(one);
        let number = || match one.p_number {
            Some(number) => number.to_string(),
            None => one.id.to_string().split_off(ENDS_AT),
        };
        let name = match often.get(&name.to_lowercase()) {
            Some(2..) => format!("{name} ({})", number()),
            _ => name,
        };
        Named { id: one.id, name }
    });
    let mut named: Vec<Named> = named.collect();
    named.sort_by_cached_key(|one| one.name.to_lowercase());
    named
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
/// Where the last part of a number of ours begins: twelve letters, which are drawn by lot.
const ENDS_AT: usize = 24;
/// How many meanings are offered.
const OFFERED: usize = 5;
/// Where somebody must not be: no words but the name of a place keep them from it.
pub const EXCLUDED: &str = "excluded";
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
        let alike = |name: &str| same_words(name, line);
        let by_name = |is_it: &dyn Fn(&str) -> bool| all.iter().find(|entry| is_it(&entry.da) || is_it(&entry.en));
        // Two names of a list may differ in their signs alone.
        if let Some(entry) = by_name(&same).or_else(|| by_name(&alike)) {
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
        if found.is_empty() && field != EXCLUDED {
            meant.own.push(line.to_owned());
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

/// Whether something stays in one's own words that nobody was asked about.
pub fn keeps_own(sent: &Sent) -> bool {
    let unasked = |field: &str, own: Vec<String>| own.iter().any(|line| sent.get(&pick(field, line)).is_empty());
    let tasks = |field| unasked(field, tasks_meant(sent, field).own);
    tasks("tasks") || tasks("can") || tasks("learn") || unasked("wanted", occupations_meant(sent, "wanted").own)
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
        let found = find_tasks(line);
        // The only one that is like it may not be what is meant: what else belongs to that work is offered beside it.
        let work = found.iter().filter(|_| found.len() == 1).flat_map(|one| &one.occupations);
        let beside = work.flat_map(|isco| tasks_of(*isco));
        found.iter().copied().chain(beside).map(|one| one.id).collect()
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
    use super::{
        EXCLUDED, Market, Named, OWN_WORDS, Sent, Workplace, keeps_own, occupations_meant, pick, tasks_meant, workplaces,
        workplaces_meant,
    };
    use crate::matching::store::{Newer, Stand};
    use shared::ids::WorkplaceId;
    use shared::matching::testing::plain_offer;
    use shared::matching::words::TaskId;
    use uuid::Uuid;

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

    /// Two shops of a chain in one town: neither may become the other where a form is saved untouched.
    #[test]
    fn two_workplaces_of_one_name_are_told_apart() {
        let town = |id: u128, p_number, name: &str| Workplace {
            id: WorkplaceId(Uuid::from_u128(id)),
            p_number,
            name: name.into(),
            ..plain_offer().workplace
        };
        let all = [
            town(1, Some(1_000_000_017), "Brugsen"),
            town(2, None, "brugsen"),
            town(3, None, "Smeden"),
        ];
        let newer = Newer {
            workplaces: all.iter().map(|one| (one.id, 1, Some(one.clone()))).collect(),
            ..Newer::default()
        };
        let mut market = Market::default();
        market.take(Stand { revision: 1, answers: 0 }, newer, None, None).unwrap();
        let named = workplaces(&market);
        let community = plain_offer().workplace.site.community;
        let names: Vec<&str> = named.iter().map(|one| one.name.as_str()).collect();
        let [brugsen, other, smeden] = &names[..] else {
            panic!("{names:?}")
        };
        assert!(
            other.ends_with("(1000000017)") && brugsen.ends_with("(000000000002)"),
            "{names:?}"
        );
        assert_eq!(*smeden, format!("Smeden, {community}"));
        for one in &named {
            let meant = workplaces_meant(&sent(&[("knows", &one.name)]), "knows", &named);
            assert_eq!(meant.known, [one.id], "{}", one.name);
        }
    }

    /// Whoever can clean has not said that they clean toilets.
    #[test]
    fn the_only_thing_that_a_word_could_mean_is_asked_about_too() {
        let form = sent(&[("can", "rengøre")]);
        let meant = tasks_meant(&form, "can");
        assert!(meant.known.is_empty() && meant.own.is_empty(), "{meant:?}");
        let could_be: Vec<&str> = meant.unknown[0].could_be.iter().map(|(_, da, _)| da.as_str()).collect();
        assert_eq!(
            could_be,
            [
                "rengøre toiletter",
                "gøre gulve rene",
                "tømme skrald",
                "gøre rent",
                "støvsuge"
            ]
        );
        assert!(!keeps_own(&form));
        let own = sent(&[("can", "rengøre"), (&pick("can", "rengøre"), OWN_WORDS)]);
        assert_eq!(tasks_meant(&own, "can").own, ["rengøre"]);
        assert!(!keeps_own(&own), "they have chosen it");
        // A name is the same without its signs, and with a full stop.
        assert_eq!(tasks_meant(&sent(&[("can", "gore gulve rene.")]), "can").known, [TaskId(1)]);
    }

    #[test]
    fn what_no_list_knows_stays_in_ones_own_words_without_a_question() {
        let form = sent(&[("wanted", "Qzx"), ("can", "Qzx")]);
        let meant = occupations_meant(&form, "wanted");
        assert_eq!((meant.own, meant.unknown), (vec!["Qzx".to_owned()], vec![]));
        assert_eq!(tasks_meant(&form, "can").own, ["Qzx"]);
        assert!(keeps_own(&form) && !keeps_own(&sent(&[("can", "gøre gulve rene")])));
    }

    #[test]
    fn a_place_where_somebody_must_not_be_is_asked_about_until_it_is_known() {
        let places = [Named {
            id: WorkplaceId::MAX,
            name: "Bageriet, Uldum".into(),
        }];
        let form = sent(&[(EXCLUDED, "Havnekroen")]);
        let meant = workplaces_meant(&form, EXCLUDED, &places);
        assert!(meant.own.is_empty() && meant.unknown[0].line == "Havnekroen", "{meant:?}");
    }
}
