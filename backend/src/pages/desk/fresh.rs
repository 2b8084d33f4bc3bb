//! What is new in a search: what it finds that was written since it was last opened.

use super::filters::Given;
use super::filters::people::WhichPeople;
use super::filters::places::WhichPlaces;
use crate::matching::market::Market;
use shared::day::Day;
use shared::matching::candidate::Candidate;
use shared::matching::placement::Opening;

/// Whether something was written after `since`, a revision of the market.
pub fn is_newer(revision: Option<i64>, since: Option<i64>) -> bool {
    since.is_some_and(|since| revision > Some(since))
}

/// How far the market has come.
pub fn revision(market: &Market) -> i64 {
    market.stand().map_or(0, |stand| stand.revision)
}

/// What a search looks for.
#[derive(Debug)]
pub enum Which {
    People(Box<WhichPeople>),
    Places(Box<WhichPlaces>),
}

impl Which {
    pub fn given(&self) -> &Given {
        match self {
            Which::People(which) => &which.given,
            Which::Places(which) => &which.given,
        }
    }
}

/// How many each search finds that were written since its revision, and how far the market has come.
pub fn fresh(market: &Market, searches: &[(Which, i64)], today: Day) -> (Vec<u32>, i64) {
    let counts = searches.iter().map(|(which, since)| match which {
        Which::People(which) => {
            let mut found: Vec<&Candidate> = market.candidates().iter().collect();
            which.keep(&mut found, today);
            let newer = |candidate: &&&Candidate| is_newer(market.candidate_revision(candidate.id), Some(*since));
            found.iter().filter(newer).count() as u32
        }
        Which::Places(which) => {
            let mut found: Vec<Opening<'_>> = market.openings(today).collect();
            which.keep(&mut found, today);
            let newer =
                |opening: &&Opening<'_>| is_newer(market.placement(opening.placement.id).map(|held| held.revision), Some(*since));
            found.iter().filter(newer).count() as u32
        }
    });
    (counts.collect(), revision(market))
}
