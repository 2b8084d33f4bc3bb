//! Youth jobs of six shifts that could be nearly anywhere: the hardest pairs to say what it would take.

use super::{Offer, nearly};
use crate::matching::candidate::{AgeBand, Candidate};
use crate::matching::shift::{Leeway, Shift};
use crate::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};
use crate::matching::words::Kind;
use crate::testing::Dice;
use enumset::EnumSet;

/// As much as the form of a place lets a company say of a shift, or a little less: hours earlier and later, any day, a
/// third of the hours. Somebody young is free for most of it, and the law is not.
pub fn wide((candidate, offer): (Candidate, Offer), seed: u64) -> (Candidate, Offer) {
    let (mut candidate, mut offer) = nearly((candidate, offer), seed);
    let dice = &mut Dice(seed ^ 7);
    candidate.age = [AgeBand::From13, AgeBand::From15AtSchool, AgeBand::From15][dice.below(3)];
    if !dice.one_in(3) {
        candidate.free = Weeks::ALWAYS;
    }
    for _ in 0..dice.below(4) {
        let (from, length) = (Quarter(24 + dice.below(40) as u8), Quarters(4 + dice.below(24) as u16));
        let parity = [Parity::Every, Parity::Even, Parity::Odd][dice.below(3)];
        candidate.free.remove(parity, Weekday::ALL[dice.below(7)], from, length);
    }
    let placement = &mut offer.placement;
    placement.kind = Kind::YouthJob;
    placement.lifts = placement.lifts.min(5);
    placement.demands &= placement.could.spare;
    let (start, length, first) = (28 + dice.below(48) as u8, 4 + dice.below(25) as u16, dice.below(2));
    let parted = !dice.one_in(3);
    let said = leeway(length, dice);
    placement.shifts = (0..6)
        .map(|at| {
            let is_like = !dice.one_in(3);
            let length = if is_like { length } else { 4 + dice.below(25) as u16 };
            Shift {
                day: Weekday::ALL[first + at - usize::from(at > 2 && dice.one_in(4))],
                start: Quarter(if is_like { start } else { 28 + dice.below(48) as u8 }),
                length: Quarters(length),
                pause: Quarters(if dice.one_in(3) { 2 } else { 0 }),
                parity: [
                    Parity::Every,
                    Parity::Every,
                    Parity::Every,
                    Parity::Every,
                    Parity::Even,
                    Parity::Odd,
                ][dice.below(6)],
                from_week: 0,
                leeway: if parted { leeway(length, dice) } else { said.clone() },
            }
        })
        .collect();
    (candidate, offer)
}

fn leeway(length: u16, dice: &mut Dice) -> Leeway {
    const MOVES: [u16; 7] = [0, 1, 2, 4, 6, 8, 12];
    let most = 1 + dice.below(MOVES.len());
    Leeway {
        earlier: Quarters(MOVES[dice.below(most)]),
        later: Quarters(MOVES[dice.below(most)]),
        days: (0..dice.below(8))
            .map(|_| Weekday::ALL[dice.below(7)])
            .collect::<EnumSet<Weekday>>(),
        shortest: dice.one_in(2).then(|| Quarters((length / 3 + dice.below(8) as u16).max(2))),
        optional: dice.one_in(4),
    }
}
