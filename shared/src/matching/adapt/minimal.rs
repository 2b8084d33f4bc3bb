//! Which adaptations are worth showing: those that no other one beats in steps, in the company's cost and in that of the
//! person and the municipality at once.

use super::MOST_STEPS;
use super::steps::{Step, Target};

/// Steps after which no gate fails, and what they cost.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Found {
    /// In the order of what they change, each with its cost.
    pub steps: Vec<(u32, Step)>,
    pub company: u32,
    /// Of the person and the municipality.
    pub others: u32,
}

impl Found {
    pub fn plain_steps(&self) -> Vec<Step> {
        self.steps.iter().map(|(_, step)| *step).collect()
    }

    /// Both together; `None` where they are too many or change the same thing.
    pub fn with(&self, other: &Found) -> Option<Found> {
        let mut steps: Vec<(u32, Step)> = self.steps.iter().chain(&other.steps).copied().collect();
        steps.sort_by_key(|(_, step)| step.target());
        let is_twice = steps.windows(2).any(|two| two[0].1.meets(&two[1].1));
        (steps.len() <= MOST_STEPS && !is_twice).then_some(Found {
            steps,
            company: self.company + other.company,
            others: self.others + other.others,
        })
    }

    fn weights(&self) -> [u32; 3] {
        [self.steps.len() as u32, self.company, self.others]
    }

    /// No worse than `other` in anything.
    fn is_as_good_as(&self, other: &Found) -> bool {
        self.weights()
            .iter()
            .zip(other.weights())
            .all(|(mine, theirs)| *mine <= theirs)
    }

    /// Of equals the first is kept.
    pub fn order(&self) -> Order<'_> {
        order(&self.steps)
    }
}

/// By the steps that change several shifts alike, then by what is changed, then by how.
pub(super) type Order<'a> = (Vec<(u32, Step)>, Vec<Target>, &'a [(u32, Step)]);

pub(super) fn order(steps: &[(u32, Step)]) -> Order<'_> {
    let is_alike = |(_, step): &&(u32, Step)| matches!(step, Step::Alike { .. });
    let mut alike: Vec<(u32, Step)> = steps.iter().filter(is_alike).copied().collect();
    alike.sort_unstable();
    (alike, steps.iter().map(|(_, step)| step.target()).collect(), steps)
}

/// What nothing beats, of all that was found so far.
#[derive(Debug, Default)]
pub(super) struct Front(Vec<Found>);

impl Front {
    pub fn add(&mut self, new: Found) {
        for old in &self.0 {
            if old.is_as_good_as(&new) && (old.weights() != new.weights() || old.order() <= new.order()) {
                return;
            }
        }
        self.0.retain(|old| !new.is_as_good_as(old));
        self.0.push(new);
    }

    /// The most that something of so many steps and at this cost to the others may cost the company and still not be
    /// beaten; `None` where nothing of the kind could be.
    pub fn room(&self, steps: usize, others: u32) -> Option<u32> {
        let mut most = u32::MAX;
        for old in self.0.iter().filter(|old| old.steps.len() <= steps && old.others <= others) {
            let is_equal = old.steps.len() == steps && old.others == others;
            most = most.min(if is_equal { old.company } else { old.company.checked_sub(1)? });
        }
        Some(most)
    }

    /// All of it, the fewest steps first, then the least trouble in all.
    pub fn in_order(mut self) -> Vec<Found> {
        self.0.sort_by(|one, other| {
            let key = |found: &Found| (found.steps.len(), found.company + found.others, found.company);
            key(one).cmp(&key(other)).then_with(|| one.order().cmp(&other.order()))
        });
        self.0
    }
}

/// At most three: the fewest steps, the least for the company, the least for the others, and then the next in order.
pub(super) fn chosen(all: Vec<Found>) -> Vec<Found> {
    const MOST: usize = 3;
    let least = |key: fn(&Found) -> (u32, usize, u32)| (0..all.len()).min_by_key(|at| key(&all[*at]));
    let favourites = [
        (!all.is_empty()).then_some(0),
        least(|found| (found.company, found.steps.len(), found.others)),
        least(|found| (found.others, found.steps.len(), found.company)),
    ];
    let mut takes: Vec<usize> = Vec::new();
    for at in favourites.into_iter().flatten().chain(0..all.len()) {
        if takes.len() < MOST && !takes.contains(&at) {
            takes.push(at);
        }
    }
    let indexed = all.into_iter().enumerate();
    indexed.filter(|(at, _)| takes.contains(at)).map(|(_, found)| found).collect()
}
