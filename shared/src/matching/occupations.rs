//! Occupations that one can begin in without an education for them, and the everyday tasks they are made of.
//!
//! Two closed lists that come with the program: `shared/data/occupations.csv`, each with its ISCO-08 code and, where
//! one was matched, its ESCO address ("This service uses the ESCO classification of the European Commission"), and
//! `shared/data/tasks.csv`. What they say of work, of how much Danish it takes and whether it is for somebody of 13,
//! is a judgement to talk about and no law.

use super::search::{Words, find};
use super::words::{Isco, TaskId};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

static OCCUPATIONS: LazyLock<Vec<Occupation>> =
    LazyLock::new(|| rows(include_str!("../../data/occupations.csv"), Occupation::read).unwrap_or_default());
static TASKS: LazyLock<Vec<Task>> = LazyLock::new(|| rows(include_str!("../../data/tasks.csv"), Task::read).unwrap_or_default());

/// To be found by a task is worth less than to be found by the beginning of a name, and more than by a slip in one.
const BY_TASK: u32 = 5;

/// A line of the list. Two may share a code, as kitchen assistants and kitchen porters do.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Occupation {
    pub isco: Isco,
    pub da: &'static str,
    pub en: &'static str,
    /// How much Danish it takes: 1 a little, 2 some, 3 much.
    pub danish: u8,
    /// Heavy, or standing most of the day.
    pub standing: bool,
    /// Early, late or at weekends.
    pub early_or_late: bool,
    pub from_13: Youth,
    /// What is meant by `from_13`, in Danish; empty: nothing more.
    pub from_13_note: &'static str,
    /// ESCO address.
    pub esco: Option<&'static str>,
    /// What it is called, in both languages.
    #[serde(skip)]
    pub names: Words,
    /// The same and what one does there.
    #[serde(skip)]
    words: Words,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Task {
    pub id: TaskId,
    pub da: &'static str,
    pub en: &'static str,
    /// `None`: it depends on the place.
    pub from_13: Option<Youth>,
    /// Occupations that it belongs to.
    pub occupations: Vec<Isco>,
    /// What it is called, in both languages.
    #[serde(skip)]
    pub names: Words,
}

/// Whether it is light work, such as somebody of 13 may do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Youth {
    No,
    Maybe,
    Yes,
}

/// All of them, in the order of the file: related ones stand together.
pub fn occupations() -> &'static [Occupation] {
    &OCCUPATIONS
}

/// All of them, in the order of their numbers.
pub fn tasks() -> &'static [Task] {
    &TASKS
}

/// The first line with this code.
pub fn occupation(isco: Isco) -> Option<&'static Occupation> {
    OCCUPATIONS.iter().find(|occupation| occupation.isco == isco)
}

pub fn task(id: TaskId) -> Option<&'static Task> {
    let place = TASKS.binary_search_by_key(&id, |task| task.id).ok()?;
    TASKS.get(place)
}

/// The tasks that belong to an occupation.
pub fn tasks_of(isco: Isco) -> impl Iterator<Item = &'static Task> {
    TASKS.iter().filter(move |task| task.occupations.contains(&isco))
}

/// Occupations by name in Danish or English, or by what one does there; the best met first. Nothing asked finds all.
pub fn find_occupations(query: &str) -> Vec<&'static Occupation> {
    find(&OCCUPATIONS, |occupation| &occupation.words, query)
}

/// Tasks by name in Danish or English; the best met first. Nothing asked finds all.
pub fn find_tasks(query: &str) -> Vec<&'static Task> {
    find(&TASKS, |task| &task.names, query)
}

/// Whether every line with this code says that it is light work. What is not in the list nobody has said it of.
pub fn is_light_work(isco: Isco) -> bool {
    let mut lines = OCCUPATIONS.iter().filter(|occupation| occupation.isco == isco).peekable();
    lines.peek().is_some() && lines.all(|occupation| occupation.from_13 == Youth::Yes)
}

/// The same of a task.
pub fn is_light_task(id: TaskId) -> bool {
    task(id).is_some_and(|task| task.from_13 == Some(Youth::Yes))
}

/// Reads every line after the heading; `None` when one of them cannot be read.
fn rows<T>(file: &'static str, read: impl Fn(&[&'static str]) -> Option<T>) -> Option<Vec<T>> {
    let fields = |line: &'static str| line.split(';').collect::<Vec<_>>();
    file.lines().skip(1).map(|line| read(&fields(line))).collect()
}

fn code(text: &str) -> Option<Isco> {
    (text.len() == 4).then(|| text.parse().ok().map(Isco)).flatten()
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

fn youth(text: &str) -> Option<Youth> {
    match text {
        "yes" => Some(Youth::Yes),
        "maybe" => Some(Youth::Maybe),
        "no" => Some(Youth::No),
        _ => None,
    }
}

impl Occupation {
    fn read(fields: &[&'static str]) -> Option<Self> {
        let &[isco, da, en, danish, standing, early_or_late, from_13, from_13_note, esco] = fields else {
            return None;
        };
        let isco = code(isco)?;
        let names = Words::default().and(da, 0).and(en, 0);
        Some(Self {
            isco,
            da,
            en,
            danish: danish.parse().ok().filter(|level| (1..=3).contains(level))?,
            standing: flag(standing)?,
            early_or_late: flag(early_or_late)?,
            from_13: youth(from_13)?,
            from_13_note,
            esco: Some(esco).filter(|esco| !esco.is_empty()),
            words: tasks_of(isco).fold(names.clone(), |words, task| words.and(task.da, BY_TASK).and(task.en, BY_TASK)),
            names,
        })
    }
}

impl Task {
    fn read(fields: &[&'static str]) -> Option<Self> {
        let &[id, da, en, from_13, occupations] = fields else {
            return None;
        };
        Some(Self {
            id: TaskId(id.parse().ok()?),
            da,
            en,
            from_13: if from_13.is_empty() { None } else { Some(youth(from_13)?) },
            occupations: occupations.split(' ').map(code).collect::<Option<_>>()?,
            names: Words::default().and(da, 0).and(en, 0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Isco, TaskId, find_occupations, find_tasks, is_light_task, is_light_work, occupation, occupations, task, tasks, tasks_of,
    };
    use std::collections::BTreeSet;

    fn first(query: &str) -> &'static str {
        find_occupations(query).first().map_or("nothing", |occupation| occupation.da)
    }

    fn first_task(query: &str) -> &'static str {
        find_tasks(query).first().map_or("nothing", |task| task.da)
    }

    #[test]
    fn the_shipped_lists_can_be_read_to_the_last_line() {
        assert_eq!(occupations().len(), 59);
        assert_eq!(occupations().last().map(|last| last.isco), Some(Isco(9629)));
        assert_eq!(tasks().len(), 120);
        assert_eq!(include_str!("../../data/occupations.csv").lines().count(), 60);
        assert_eq!(include_str!("../../data/tasks.csv").lines().count(), 121);
    }

    /// A number stands in people's own data: it must never come to mean another task.
    #[test]
    fn tasks_are_numbered_without_a_gap_and_some_are_held_by_name() {
        assert!(tasks().iter().zip(1..).all(|(task, number)| task.id == TaskId(number)));
        for (number, da) in [
            (1, "gøre gulve rene"),
            (27, "fylde hylder"),
            (29, "sidde ved kassen"),
            (120, "rede senge"),
        ] {
            assert_eq!(task(TaskId(number)).map(|task| task.da), Some(da));
        }
        assert_eq!(task(TaskId(0)), None);
    }

    #[test]
    fn every_task_belongs_to_an_occupation_and_every_occupation_has_tasks() {
        assert!(
            tasks()
                .iter()
                .flat_map(|task| &task.occupations)
                .all(|&isco| occupation(isco).is_some())
        );
        assert!(occupations().iter().all(|occupation| tasks_of(occupation.isco).count() > 0));
    }

    #[test]
    fn no_name_stands_twice_in_a_list() {
        let names: BTreeSet<_> = tasks().iter().flat_map(|task| [task.da, task.en]).collect();
        assert!(
            names.len() >= 2 * tasks().len() - 2,
            "a word may be the same in both languages"
        );
        let names: BTreeSet<_> = occupations().iter().map(|occupation| occupation.da).collect();
        assert_eq!(names.len(), occupations().len());
    }

    #[test]
    fn every_entry_is_found_first_by_its_own_name_in_either_language() {
        for occupation in occupations() {
            for name in [occupation.da, occupation.en] {
                let found = find_occupations(name);
                assert_eq!(found.first().map(|found| found.isco), Some(occupation.isco), "{name}");
            }
        }
        for task in tasks() {
            for name in [task.da, task.en] {
                assert_eq!(find_tasks(name).first().map(|found| found.id), Some(task.id), "{name}");
            }
        }
    }

    #[test]
    fn occupations_are_found_as_people_type_them() {
        assert_eq!(first("rengoring"), "Rengøringsassistent");
        assert_eq!(first("rengørning"), "Rengøringsassistent");
        assert_eq!(first("cleaner"), "Rengøringsassistent");
        assert_eq!(first("koekkenmedhjaelper"), "Køkkenmedhjælper");
        assert_eq!(first("kitchen"), "Køkkenmedhjælper");
        assert_eq!(first("padagog"), "Pædagogmedhjælper");
        assert_eq!(first("buschaffør"), "Buschauffør");
        assert_eq!(first("svjeser"), "Svejser");
        assert_eq!(first("hylder"), "Butiksmedhjælper, varer på hylder");
        assert_eq!(first("weed"), "Gartnermedhjælper", "by what one does there");
        assert_eq!(first("astronaut"), "nothing");
    }

    #[test]
    fn tasks_are_found_as_people_type_them() {
        assert_eq!(first_task("kassen"), "sidde ved kassen");
        assert_eq!(first_task("fylde hylde"), "fylde hylder");
        assert_eq!(first_task("vindue"), "pudse vinduer");
        assert_eq!(first_task("smore brod"), "smøre brød");
        assert_eq!(first_task("laundry"), "vaske tøj");
    }

    #[test]
    fn light_is_only_what_the_lists_plainly_call_so() {
        assert!(is_light_work(Isco(9334)), "shelves");
        assert!(!is_light_work(Isco(9412)), "kitchen assistants and porters share a code");
        assert!(!is_light_work(Isco(7212)), "welding");
        assert!(!is_light_work(Isco(2512)), "not in the list");
        assert!(is_light_task(TaskId(27)), "fill shelves");
        assert!(!is_light_task(TaskId(25)), "drive a forklift");
        assert!(!is_light_task(TaskId(7)), "wash dishes: perhaps");
        assert!(!is_light_task(TaskId(79)), "read drawings: it depends on the place");
    }
}
