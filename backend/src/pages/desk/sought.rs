//! The search of the desk: a person or a place is found by any words of theirs.

use shared::matching::candidate::Candidate;
use shared::matching::occupations;
use shared::matching::placement::Opening;
use shared::matching::words::{Isco, TaskId};

/// What is looked for: every word must be found somewhere.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    words: Vec<String>,
}

impl Sought {
    pub fn new(text: &str) -> Sought {
        Sought {
            words: text.split_whitespace().map(str::to_lowercase).collect(),
        }
    }

    pub fn is_in_person(&self, candidate: &Candidate) -> bool {
        self.is_in(|| {
            let mut text = vec![
                candidate.first_name.clone(),
                candidate.home.community.clone(),
                candidate.wish.clone(),
            ];
            text.extend(candidate.strengths.iter().cloned());
            text.extend(candidate.wanted.iter().map(|isco| occupation_words(*isco)));
            text.extend(
                candidate
                    .can
                    .iter()
                    .chain(&candidate.wants_to_learn)
                    .map(|task| task_words(*task)),
            );
            text
        })
    }

    pub fn is_in_place(&self, opening: &Opening<'_>) -> bool {
        self.is_in(|| {
            let placement = opening.placement;
            let mut text = vec![
                placement.title.clone(),
                opening.workplace.name.clone(),
                opening.workplace.site.community.clone(),
            ];
            text.push(occupation_words(placement.occupation));
            text.extend(placement.tasks.iter().map(|task| task_words(*task)));
            text.extend(placement.other_tasks.iter().cloned());
            text
        })
    }

    fn is_in(&self, text: impl FnOnce() -> Vec<String>) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let text = text().join(" ").to_lowercase();
        self.words.iter().all(|word| text.contains(word))
    }
}

fn occupation_words(isco: Isco) -> String {
    occupations::occupation(isco).map_or_else(String::new, |found| format!("{} {}", found.da, found.en))
}

fn task_words(id: TaskId) -> String {
    occupations::task(id).map_or_else(String::new, |found| format!("{} {}", found.da, found.en))
}
