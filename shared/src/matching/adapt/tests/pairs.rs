//! Pairs of which everything can be tried.

use super::all_steps;
use crate::matching::candidate::{AgeBand, Candidate};
use crate::matching::shift::{Leeway, Shift};
use crate::matching::testing::Offer;
use crate::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};
use crate::matching::words::Kind;
use crate::testing::Dice;
use enumset::EnumSet;

/// Less and less that could be changed, until everything can be tried.
pub(super) fn small((candidate, mut offer): (Candidate, Offer)) -> (Candidate, Offer) {
    const FEW: usize = 18;
    for at in 0..offer.placement.shifts.len() {
        if all_steps(&offer.with(&candidate)).len() > FEW {
            offer.placement.shifts[at].leeway = Leeway::default();
        }
    }
    (candidate, offer)
}

/// A youth job of six shifts, a few of which could be elsewhere or less, for somebody young who is free at most hours.
pub(super) fn six((mut candidate, mut offer): (Candidate, Offer), seed: u64) -> (Candidate, Offer) {
    let dice = &mut Dice(seed ^ 6);
    candidate.age = [AgeBand::From13, AgeBand::From15AtSchool, AgeBand::From15][dice.below(3)];
    candidate.free = if dice.one_in(3) { candidate.free } else { Weeks::ALWAYS };
    let placement = &mut offer.placement;
    placement.kind = Kind::YouthJob;
    placement.lifts = placement.lifts.min(5);
    placement.demands &= placement.could.spare;
    let (few, late) = (3 + dice.below(6) as u16, 60 + dice.below(16) as u8);
    let first = dice.below(2);
    // Often of the same hours until after eight in the evening, of which the company has said the same.
    let alike = dice.one_in(2).then(|| match dice.below(3) {
        0 => Leeway {
            shortest: Some(Quarters(few - 1)),
            ..Leeway::default()
        },
        earlier => Leeway {
            earlier: Quarters(earlier as u16),
            ..Leeway::default()
        },
    });
    placement.shifts = (0..6)
        .map(|at| {
            let mut leeway = Leeway::default();
            match dice.below(4) {
                0 => leeway.optional = true,
                1 => leeway.days = EnumSet::only(Weekday::ALL[dice.below(7)]),
                2 => leeway.earlier = Quarters(dice.below(5) as u16),
                _ => leeway.shortest = Some(Quarters(few - 1)),
            }
            let one = Shift {
                day: Weekday::ALL[first + at - usize::from(at > 2 && dice.one_in(4))],
                start: Quarter(if dice.one_in(3) {
                    26 + dice.below(12) as u8
                } else {
                    late - dice.below(8) as u8
                }),
                length: Quarters(few + dice.below(4) as u16 * u16::from(dice.one_in(4)) * 3),
                pause: Quarters(0),
                parity: if dice.one_in(8) { Parity::Even } else { Parity::Every },
                from_week: 0,
                leeway,
            };
            match &alike {
                Some(leeway) if !dice.one_in(8) => Shift {
                    start: Quarter(81 - few as u8),
                    length: Quarters(few),
                    leeway: leeway.clone(),
                    ..one
                },
                _ => one,
            }
        })
        .collect();
    (candidate, offer)
}
