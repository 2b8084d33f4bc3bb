//! Whether they can get there by what they have, within the longest way they have named.
//!
//! Slack: minutes, one way. Source: the estimate of `place.rs` for walking, bicycles and cars, or the person's
//! own word (`Travel::told`), which goes before it. Buses and the water nobody estimates: without their word
//! it is a question, and of several ways that nobody has looked up the quickest is asked for. So is a bus to a shift that
//! begins before seven in the morning or ends after seven in the evening, until they have said that it goes, or that it
//! does not.

use super::{Pair, fail};
use crate::matching::candidate::{Candidate, Travel};
use crate::matching::place::{Mode, Site, road};
use crate::matching::placement::Placement;
use crate::matching::shift::Shift;
use crate::matching::verdict::{Gate, Missing, Question, Trip, Verdict};
use crate::matching::week::{DAY, Quarter, Quarters, Weekday};

/// Outside seven to nineteen no bus is counted on, in quarter hours since midnight.
const BUS_BEGINS: u8 = 28;
const BUS_ENDS: Quarters = Quarters(76);

/// What is known of the way from a home to a workplace.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// So many minutes by the means that serves best.
    Known { by: Mode, minutes: u16 },
    /// Nothing known is quick enough, and nobody has looked up this one.
    Asked(Mode),
    /// By their own word this does not go so early or so late, and there is nothing else. By day it takes so long.
    NotThen { by: Mode, minutes: u16 },
}

impl Way {
    /// Whether it is known to be longer than this, or not to be there at all.
    pub fn is_too_far(self, longest: u16) -> bool {
        match self {
            Way::Known { minutes, .. } => minutes > longest,
            Way::NotThen { .. } => true,
            Way::Asked(_) => false,
        }
    }
}

/// The way that somebody would take: the quickest known one if it is within their longest; else the one that is likely to
/// be the quickest of those that nobody has looked up; else the quickest, too far as it is.
pub fn reach(candidate: &Candidate, work: &Site, is_early: bool) -> Way {
    reach_from(&candidate.home, &candidate.travel, work, is_early)
}

/// The same of all that it depends on.
pub(crate) fn reach_from(home: &Site, travel: &Travel, work: &Site, is_early: bool) -> Way {
    reach_by(travel, work, is_early, road(home, work))
}

/// The same by a road of so many metres.
pub(crate) fn reach_by(travel: &Travel, work: &Site, is_early: bool, road: Option<u32>) -> Way {
    let (mut quickest, mut asked, mut not_then) = (None, None, None);
    for by in travel.by {
        let told = travel
            .told
            .iter()
            .find(|told| told.by == by && told.community == work.community);
        let minutes = match told {
            Some(told) if by == Mode::Bus && is_early && told.at_all_hours != Some(true) => {
                if told.at_all_hours == Some(false) {
                    let minutes = told.minutes;
                    not_then = Some(Way::NotThen { by, minutes });
                    continue;
                }
                None
            }
            Some(told) => Some(told.minutes),
            None => road.and_then(|road| by.minutes(road)),
        };
        match minutes {
            Some(minutes) if quickest.is_none_or(|(_, least)| minutes < least) => quickest = Some((by, minutes)),
            Some(_) => {}
            None if asked.is_none_or(|before| speed(before) < speed(by)) => asked = Some(by),
            None => {}
        }
    }
    match (quickest, asked) {
        (Some((by, minutes)), _) if minutes <= travel.longest => Way::Known { by, minutes },
        (_, Some(by)) => Way::Asked(by),
        (Some((by, minutes)), None) => Way::Known { by, minutes },
        // Nobody has asked what they have. Buses are there for everybody.
        (None, None) => not_then.unwrap_or(Way::Asked(Mode::Bus)),
    }
}

/// Which of two is likely to be the quicker where nobody knows, as over the water: the greater.
fn speed(by: Mode) -> u8 {
    match by {
        Mode::Walk => 0,
        Mode::Bike => 1,
        Mode::EBike => 2,
        Mode::Bus => 3,
        Mode::Car => 4,
    }
}

/// Whether it begins before seven or ends after nineteen.
pub fn is_early(shift: &Shift) -> bool {
    shift.start.0 < BUS_BEGINS || shift.end() > BUS_ENDS
}

/// The first shift that begins before seven or ends after nineteen.
pub fn early(placement: &Placement) -> Option<&Shift> {
    placement.shifts.iter().find(|shift| is_early(shift))
}

/// The first way of a placement's shifts for which no bus is counted on: there before seven or after nineteen, else home
/// after nineteen.
fn trip(placement: &Placement) -> Option<Trip> {
    let shift = early(placement)?;
    let starts = Quarters(u16::from(shift.start.0));
    let is_home = shift.start.0 >= BUS_BEGINS && starts <= BUS_ENDS;
    let at = if is_home { shift.end() } else { starts };
    let days = usize::from(shift.day as u8) + usize::from(at.0 / DAY);
    Some(Trip {
        day: Weekday::ALL[days % 7],
        at: Quarter((at.0 % DAY) as u8),
        is_home,
    })
}

/// What is asked of a way that nobody has looked up.
pub(crate) fn asks(by: Mode, placement: &Placement) -> Question {
    match trip(placement) {
        Some(trip) if by == Mode::Bus => Question::Early(trip),
        _ => Question::HowLong(by),
    }
}

pub(super) fn travel(pair: &Pair<'_>) -> Verdict {
    let at_most = pair.candidate.travel.longest;
    let placement = pair.opening.placement;
    match reach(pair.candidate, &pair.opening.workplace.site, early(placement).is_some()) {
        Way::Known { by, minutes } => match at_most.checked_sub(minutes) {
            Some(spare) => Verdict::Ok(u32::from(spare)),
            None => fail(Gate::Travel, Missing::TooFar { minutes, at_most, by }),
        },
        Way::Asked(by) => Verdict::Unknown(asks(by, placement)),
        Way::NotThen { by, minutes } => fail(
            Gate::Travel,
            trip(placement).map_or(Missing::TooFar { minutes, at_most, by }, Missing::NoBus),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{Way, reach, travel};
    use crate::matching::candidate::Told;
    use crate::matching::gates::fail;
    use crate::matching::place::Mode;
    use crate::matching::shift::Shift;
    use crate::matching::testing::{candidate, plain_candidate, plain_offer, plain_site, site};
    use crate::matching::verdict::{Gate, Missing, Question, Trip, Verdict};
    use crate::matching::week::{Quarter, Quarters, Weekday};
    use enumset::EnumSet;
    use proptest::prelude::*;

    fn told(community: &str, by: Mode, minutes: u16, at_all_hours: Option<bool>) -> Told {
        Told {
            community: community.to_owned(),
            by,
            minutes,
            at_all_hours,
        }
    }

    #[test]
    fn the_quickest_of_their_own_means_counts() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        // 2.6 km by road at 15 km an hour.
        assert_eq!(travel(&offer.with(&candidate)), Verdict::Ok(30 - 11));
        offer.workplace.site = plain_site("Tørring", 0);
        let (by, minutes) = (Mode::Bike, 35);
        let at_most = 30;
        let too_far = fail(Gate::Travel, Missing::TooFar { minutes, at_most, by });
        assert_eq!(travel(&offer.with(&candidate)), too_far);
        candidate.travel.by |= Mode::Car;
        assert!(matches!(travel(&offer.with(&candidate)), Verdict::Ok(_)));
    }

    #[test]
    fn a_bus_is_a_question_until_they_have_looked_it_up() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        offer.workplace.site = plain_site("Tørring", 0);
        candidate.travel.by |= Mode::Bus;
        let asks = Verdict::Unknown(Question::HowLong(Mode::Bus));
        assert_eq!(travel(&offer.with(&candidate)), asks);
        candidate.travel.told = vec![told("Løsning", Mode::Bus, 5, Some(true))];
        assert_eq!(travel(&offer.with(&candidate)), asks);
        candidate.travel.told = vec![told("Tørring", Mode::Bus, 25, None)];
        assert_eq!(travel(&offer.with(&candidate)), Verdict::Ok(5));
        // Nobody knows of a bus before seven, unless they do.
        offer.placement.shifts[1].start = Quarter(27);
        let trip = Trip {
            day: Weekday::Tuesday,
            at: Quarter(27),
            is_home: false,
        };
        assert_eq!(travel(&offer.with(&candidate)), Verdict::Unknown(Question::Early(trip)));
        candidate.travel.told[0].at_all_hours = Some(true);
        assert_eq!(travel(&offer.with(&candidate)), Verdict::Ok(5));
        // They have looked it up, and none goes; there is nothing else.
        candidate.travel.by = Mode::Bus.into();
        candidate.travel.told[0].at_all_hours = Some(false);
        assert_eq!(travel(&offer.with(&candidate)), fail(Gate::Travel, Missing::NoBus(trip)));
        // With a car nothing hangs on the bus.
        candidate.travel.by |= Mode::Car;
        assert!(matches!(travel(&offer.with(&candidate)), Verdict::Ok(_)));
        candidate.travel.by = Mode::Bus.into();
        offer.placement.shifts[1].start = Quarter(28);
        assert_eq!(travel(&offer.with(&candidate)), Verdict::Ok(5));
    }

    #[test]
    fn it_is_asked_of_the_way_home_where_that_is_what_comes_too_late() {
        let (mut candidate, offer) = (plain_candidate(), plain_offer());
        candidate.travel.by = Mode::Bus.into();
        let asked = |candidate: &_, shift: Shift| {
            let mut offer = offer.clone();
            offer.placement.shifts = vec![shift];
            match travel(&offer.with(candidate)) {
                Verdict::Unknown(Question::Early(Trip { day, at, is_home })) => (day, at.0, is_home),
                other => panic!("{other:?}"),
            }
        };
        let shift = |start: u8, length: u16| Shift {
            day: Weekday::Sunday,
            start: Quarter(start),
            length: Quarters(length),
            ..plain_offer().placement.shifts[0].clone()
        };
        // From 14:15 to 19:15 there is a bus there, and the question is how to get home.
        assert_eq!(asked(&candidate, shift(57, 20)), (Weekday::Sunday, 77, true));
        // Home on the day after.
        assert_eq!(asked(&candidate, shift(64, 34)), (Weekday::Monday, 2, true));
        // There so late that it begins with the way there.
        assert_eq!(asked(&candidate, shift(88, 32)), (Weekday::Sunday, 88, false));
        assert_eq!(asked(&candidate, shift(20, 70)), (Weekday::Sunday, 20, false));
    }

    #[test]
    fn nobody_reckons_the_water() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        candidate.home = plain_site("Snaptun", 0);
        offer.workplace.site = plain_site("Hjarnø", 0);
        assert_eq!(
            travel(&offer.with(&candidate)),
            Verdict::Unknown(Question::HowLong(Mode::Bike))
        );
        candidate.travel.told = vec![told("Hjarnø", Mode::Bike, 20, None)];
        assert_eq!(travel(&offer.with(&candidate)), Verdict::Ok(10));
    }

    #[test]
    fn of_several_ways_that_nobody_knows_the_quickest_is_asked_for() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        offer.workplace.site = plain_site("Hjarnø", 0);
        let asked = |candidate: &_| match travel(&offer.with(candidate)) {
            Verdict::Unknown(Question::HowLong(by)) => by,
            other => panic!("{other:?}"),
        };
        candidate.travel.by = EnumSet::all();
        assert_eq!(asked(&candidate), Mode::Car);
        candidate.travel.by = Mode::Walk | Mode::Bike | Mode::EBike | Mode::Bus;
        assert_eq!(asked(&candidate), Mode::Bus);
        candidate.travel.by = Mode::Walk | Mode::Bike;
        assert_eq!(asked(&candidate), Mode::Bike);
        // Too long by the one that they have looked up: the next is asked for.
        candidate.travel.told = vec![told("Hjarnø", Mode::Bike, 90, None)];
        assert_eq!(asked(&candidate), Mode::Walk);
    }

    #[test]
    fn who_has_not_been_asked_what_they_have_is_asked_about_the_bus() {
        let mut candidate = plain_candidate();
        candidate.travel.by = EnumSet::empty();
        assert_eq!(reach(&candidate, &plain_offer().workplace.site, false), Way::Asked(Mode::Bus));
    }

    #[test]
    fn their_own_word_goes_before_the_estimate() {
        let (mut candidate, offer) = (plain_candidate(), plain_offer());
        candidate.travel.told = vec![told("Uldum", Mode::Bike, 40, None)];
        assert!(matches!(travel(&offer.with(&candidate)), Verdict::Fail(_)));
    }

    proptest! {
        #[test]
        fn another_means_never_makes_a_reachable_place_unreachable(
            candidate in candidate(), work in site(), early in any::<bool>(), index in 0..5usize,
        ) {
            let passes = |way| matches!(way, Way::Known { minutes, .. } if minutes <= candidate.travel.longest);
            let mut more = candidate.clone();
            more.travel.by.extend(EnumSet::<Mode>::all().iter().nth(index));
            if passes(reach(&candidate, &work, early)) {
                prop_assert!(passes(reach(&more, &work, early)));
            }
        }

        #[test]
        fn a_way_that_is_possible_by_day_and_by_night_is_at_least_possible_by_day(candidate in candidate(), work in site()) {
            if let (Way::Known { minutes: night, .. }, Way::Known { minutes: day, .. }) =
                (reach(&candidate, &work, true), reach(&candidate, &work, false))
            {
                prop_assert!(day <= night);
            }
        }
    }
}
