//! The search of the desk: the words that a person or a place is found by.

use shared::matching::candidate::Candidate;
use shared::matching::occupations::{occupation, task};
use shared::matching::placement::Opening;
use shared::matching::search::Words;
use shared::matching::words::{Isco, TaskId};

pub fn of_person(candidate: &Candidate) -> Words {
    let own = words([&candidate.first_name, &candidate.home.community, &candidate.wish]);
    let own = candidate.strengths.iter().fold(own, |words, text| words.and(text, 0));
    let tasks = candidate.can.iter().chain(&candidate.wants_to_learn);
    with_names(own, candidate.wanted.iter(), tasks)
}

pub fn of_place(opening: &Opening<'_>) -> Words {
    let (placement, workplace) = (opening.placement, opening.workplace);
    let own = words([&placement.title, &workplace.name, &workplace.site.community]);
    let own = placement.other_tasks.iter().fold(own, |words, text| words.and(text, 0));
    with_names(own, [&placement.occupation], &placement.tasks)
}

fn words<const N: usize>(texts: [&str; N]) -> Words {
    texts.into_iter().fold(Words::default(), |words, text| words.and(text, 0))
}

/// Also what the occupations and tasks are called, in both languages.
fn with_names<'a>(
    own: Words,
    occupations: impl IntoIterator<Item = &'a Isco>,
    tasks: impl IntoIterator<Item = &'a TaskId>,
) -> Words {
    let occupations = occupations.into_iter().filter_map(|isco| occupation(*isco));
    let tasks = tasks.into_iter().filter_map(|id| task(*id));
    let named = occupations.fold(own, |words, one| words.with(&one.names));
    tasks.fold(named, |words, one| words.with(&one.names))
}
