//! Pairs that nearly fit.

use super::{Offer, candidate, offer, today};
use crate::matching::candidate::{AgeBand, Candidate, Status, Told};
use crate::matching::place::Mode;
use crate::matching::placement::Placement;
use crate::matching::shift::{Leeway, Shift, week_hours};
use crate::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};
use crate::matching::words::Kind;
use crate::testing::Dice;
use enumset::EnumSet;
use proptest::collection::vec;
use proptest::prelude::*;

/// The same pair, so that little stands in the way and something can be done about it.
pub fn nearly((mut candidate, mut offer): (Candidate, Offer), seed: u64) -> (Candidate, Offer) {
    let dice = &mut Dice(seed);
    let placement = &mut offer.placement;
    candidate.status = Status::Looking;
    candidate.terms.kinds = EnumSet::all();
    candidate.terms.excluded.clear();
    placement.seats = placement.seats.max(1);
    placement.expires = today().plus(30);
    if dice.one_in(3) {
        candidate.age = [AgeBand::From13, AgeBand::From15AtSchool, AgeBand::From15][dice.below(3)];
        placement.kind = Kind::YouthJob;
        for shift in &mut placement.shifts {
            shift.length = Quarters(shift.length.0.min(4 + dice.below(12) as u16));
            shift.start = Quarter(32 + dice.below(48) as u8);
        }
    } else {
        candidate.age = AgeBand::Adult;
        if placement.kind == Kind::YouthJob {
            placement.kind = Kind::WorkPlacement;
        }
    }
    // Most things do not stand in the way, so that what does can be mended.
    if !dice.one_in(3) {
        candidate.needs.cannot = EnumSet::empty();
        candidate.needs.lifts = Some(30);
    }
    if !dice.one_in(3) {
        placement.must_speak.clear();
    }
    if !dice.one_in(4) {
        candidate.home = offer.workplace.site.clone();
        // Up to 37 minutes on foot, which a bicycle would shorten.
        candidate.home.point.lat += dice.below(5) as i32 * 5_000;
        candidate.travel.by = Mode::Walk.into();
        candidate.travel.longest = 25 + dice.below(3) as u16 * 10;
        candidate.travel.told.clear();
    }
    // A bus that goes by day alone: how long the way is hangs on the shifts.
    if dice.one_in(6) {
        candidate.travel.by = Mode::Walk | Mode::Bus;
        candidate.travel.told = vec![Told {
            community: offer.workplace.site.community.clone(),
            by: Mode::Bus,
            minutes: 10 + dice.below(4) as u16 * 10,
            at_all_hours: (!dice.one_in(3)).then_some(false),
        }];
        candidate.home.point.lat += 40_000;
        for shift in &mut placement.shifts {
            shift.start = Quarter(26 + dice.below(4) as u8);
        }
    }
    if !dice.one_in(3) {
        candidate.from = None;
        (candidate.terms.placement_weeks, candidate.terms.subsidy_weeks) = (None, None);
    }
    if !dice.one_in(3) {
        offer.workplace.staff.ordinary = Some([3000; 4]);
    }
    if dice.one_in(2) {
        placement.could.lift_from.push(candidate.home.community.clone());
    }
    if dice.one_in(2) {
        placement.could.start_until = Some(today().plus(60));
    }
    if !dice.one_in(4) {
        candidate.hours.bound = Quarters(dice.below(30) as u16);
        candidate.hours.paid = Quarters(0);
    }
    let way = Quarters(dice.below(3) as u16);
    if !dice.one_in(4) {
        candidate.free = Weeks::EMPTY;
    }
    for shift in &mut placement.shifts {
        shift.leeway = Leeway::default();
        if !dice.one_in(3) {
            shift.leeway.earlier = Quarters(dice.below(2) as u16);
            shift.leeway.later = Quarters(dice.below(4) as u16);
            if dice.one_in(4) {
                shift.leeway.days.insert(Weekday::ALL[dice.below(7)]);
            }
            if dice.one_in(3) {
                shift.leeway.shortest = Some(Quarters(shift.length.0.saturating_sub(dice.below(3) as u16)));
            }
            shift.leeway.optional = dice.one_in(3);
        }
        // Free around a time near to the shift's, seldom on another day.
        let mut near = shift.clone();
        let later = dice.below(4) as u8;
        if dice.one_in(2) {
            near.start = Quarter((near.start.0 + later).min(95));
        }
        if dice.one_in(4) {
            near.length = Quarters(near.length.0.saturating_sub(2));
        }
        if dice.one_in(8) {
            near.day = Weekday::ALL[dice.below(7)];
        }
        candidate.free = candidate.free | near.with_way(way);
    }
    if dice.one_in(3) {
        alike(&mut candidate, placement, way, dice);
    }
    placement.least_hours = placement.least_hours.filter(|_| dice.one_in(3));
    (candidate, offer)
}

/// The same hours on several days, of which the company has said the same, for somebody who is free at nearly the same
/// hours of each; sometimes with another shift beside.
fn alike(candidate: &mut Candidate, placement: &mut Placement, way: Quarters, dice: &mut Dice) {
    let Some(like) = placement.shifts.first().cloned() else {
        return;
    };
    let (more, less) = (Quarters(1 + dice.below(2) as u16), Quarters(like.length.0.saturating_sub(1)));
    let mut leeway = Leeway::default();
    match dice.below(3) {
        0 => leeway.earlier = more,
        1 => leeway.later = more,
        _ => leeway.shortest = Some(less),
    }
    let other = placement.shifts.pop().filter(|_| dice.one_in(3));
    let days = Weekday::ALL[..2 + dice.below(4)].iter();
    placement.shifts = days
        .map(|day| Shift {
            day: *day,
            parity: if dice.one_in(12) { Parity::Odd } else { like.parity },
            leeway: if dice.one_in(12) { Leeway::default() } else { leeway.clone() },
            ..like.clone()
        })
        .collect();
    // What is in the way: the time of the day, or that it is too much.
    let is_too_much = dice.one_in(3);
    if is_too_much {
        let (even, odd) = week_hours(&placement.shifts, u8::MAX);
        let fewer = dice.below(2 + placement.shifts.len()) as u16;
        candidate.hours.bound = Quarters((Quarters::from_hours(37) + Quarters(fewer)).0.saturating_sub(even.max(odd).0));
        candidate.hours.paid = Quarters(0);
    }
    candidate.free = if is_too_much { Weeks::ALWAYS } else { Weeks::EMPTY };
    for shift in &placement.shifts {
        let mut near = shift.clone();
        if !dice.one_in(12) {
            near.start = Quarter(
                (near.start.0 + leeway.later.0 as u8)
                    .saturating_sub(leeway.earlier.0 as u8)
                    .min(95),
            );
            near.length = leeway.shortest.unwrap_or(near.length);
        }
        candidate.free = candidate.free | near.with_way(way);
    }
    if let Some(other) = other {
        let other = Shift {
            day: Weekday::Saturday,
            length: Quarters(other.length.0.min(12)),
            ..other
        };
        if !dice.one_in(4) {
            candidate.free = candidate.free | other.with_way(way);
        }
        placement.shifts.push(other);
    }
}

/// Somebody, and places that nearly fit them.
pub fn nearly_all() -> impl Strategy<Value = (Candidate, Vec<Offer>)> {
    let offers = vec((offer(), any::<u64>(), prop::bool::weighted(0.7)), 0..40);
    (candidate(), offers).prop_map(|(candidate, offers)| {
        let mut somebody = candidate.clone();
        let near = offers.into_iter().map(|(offer, seed, is_near)| {
            let (other, mut offer) = nearly((candidate.clone(), offer), seed);
            if is_near {
                offer.workplace.site = candidate.home.clone();
                offer.workplace.site.point.lat += (seed % 5) as i32 * 5_000;
            }
            let free = somebody.free | other.free;
            // Sometimes more of the others is taken over.
            if seed % 3 == 0 {
                somebody = other;
                somebody.home = candidate.home.clone();
            }
            somebody.free = free;
            offer
        });
        let near = near.collect();
        (somebody, near)
    })
}
