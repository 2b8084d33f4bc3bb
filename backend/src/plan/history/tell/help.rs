//! What became other on a help.

use super::super::OfHelp;
use shared::plan::{Answered, EndWish, Help};

pub fn changes(old: Option<&Help>, new: &Help) -> Vec<OfHelp> {
    let mut told = Vec::new();
    let facts = |help: &Help| {
        let words = (help.provider.clone(), help.enough_when.clone());
        (words, help.since, help.often, help.ends)
    };
    let no_answer = |wish: Option<&EndWish>| wish.is_none_or(|wish| wish.answer.is_none());
    let wish = old.and_then(|old| old.wish.as_ref());
    let is_answer = no_answer(wish) && !no_answer(new.wish.as_ref());
    // An answer may bring the end with it.
    if !is_answer && old.map(facts) != Some(facts(new)) {
        told.push(OfHelp::Facts);
    }
    let rated_before = |rated| old.is_some_and(|old| old.rated.contains(rated));
    told.extend(
        new.rated
            .iter()
            .filter(|rated| !rated_before(rated))
            .map(|rated| OfHelp::Rated(rated.rating)),
    );
    told.extend(change_of_wish(wish, new.wish.as_ref()));
    told
}

fn change_of_wish(old: Option<&EndWish>, new: Option<&EndWish>) -> Option<OfHelp> {
    let (old, new) = match (old, new) {
        (None, None) => return None,
        (None, Some(_)) => return Some(OfHelp::StopAsked),
        (Some(_), None) => return Some(OfHelp::StopTakenBack),
        (Some(old), Some(new)) => (old, new),
    };
    match new.answer.as_ref().filter(|answer| old.answer.as_ref() != Some(answer)) {
        Some(answer) => Some(match answer.how {
            Answered::Ends(day) => OfHelp::Ends(day),
            Answered::Decided { ends, .. } => OfHelp::Decided(ends),
            Answered::Stays { talk_to } => OfHelp::Stays { talk_to },
        }),
        None if (old.answers, old.by) != (new.answers, new.by) => {
            let (answers, by) = (new.answers?, new.by);
            Some(OfHelp::StopAnswers { answers, by })
        }
        None => None,
    }
}
