//! Whether they can get there by what they have, within the longest way they have named.
//!
//! Slack: minutes, one way. Source: the estimate of `place.rs` for walking, bicycles and cars, or the person's
//! own word (`Travel::told`), which goes before it. Buses and the water nobody estimates: without their word
//! it is a question. So is a bus before seven in the morning or after seven in the evening.

use super::{Pair, fail};
use crate::matching::candidate::{Candidate, Travel};
use crate::matching::place::{Mode, Site, road};
use crate::matching::placement::Placement;
use crate::matching::shift::Shift;
use crate::matching::verdict::{Gate, Missing, Question, Verdict};
use crate::matching::week::Quarters;

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
}

impl Way {
    /// Whether it is known to be longer than this.
    pub fn is_too_far(self, longest: u16) -> bool {
        matches!(self, Way::Known { minutes, .. } if minutes > longest)
    }
}

/// The way that somebody would take: the quickest known one if it is within their longest; else one that
/// nobody has looked up; else the quickest, too far as it is.
pub fn reach(candidate: &Candidate, work: &Site, is_early: bool) -> Way {
    reach_from(&candidate.home, &candidate.travel, work, is_early)
}

/// The same of all that it depends on.
pub(crate) fn reach_from(home: &Site, travel: &Travel, work: &Site, is_early: bool) -> Way {
    reach_by(travel, work, is_early, road(home, work))
}

/// The same by a road of so many metres.
pub(crate) fn reach_by(travel: &Travel, work: &Site, is_early: bool, road: Option<u32>) -> Way {
    let (mut quickest, mut asked) = (None, None);
    for by in travel.by {
        let told = travel
            .told
            .iter()
            .find(|told| told.by == by && told.community == work.community);
        let minutes = match told {
            Some(told) if by == Mode::Bus && is_early && !told.early_and_late => None,
            Some(told) => Some(told.minutes),
            None => road.and_then(|road| by.minutes(road)),
        };
        match minutes {
            Some(minutes) if quickest.is_none_or(|(_, least)| minutes < least) => quickest = Some((by, minutes)),
            Some(_) => {}
            None => asked = asked.or(Some(by)),
        }
    }
    match (quickest, asked) {
        (Some((by, minutes)), _) if minutes <= travel.longest => Way::Known { by, minutes },
        (_, Some(by)) => Way::Asked(by),
        (Some((by, minutes)), None) => Way::Known { by, minutes },
        // Nobody has asked what they have. Buses are there for everybody.
        (None, None) => Way::Asked(Mode::Bus),
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

pub(super) fn travel(pair: &Pair<'_>) -> Verdict {
    let at_most = pair.candidate.travel.longest;
    let early = early(pair.opening.placement);
    match (reach(pair.candidate, &pair.opening.workplace.site, early.is_some()), early) {
        (Way::Known { by, minutes }, _) => match at_most.checked_sub(minutes) {
            Some(spare) => Verdict::Ok(u32::from(spare)),
            None => fail(Gate::Travel, Missing::TooFar { minutes, at_most, by }),
        },
        (Way::Asked(Mode::Bus), Some(shift)) => Verdict::Unknown(Question::Early {
            day: shift.day,
            start: shift.start,
        }),
        (Way::Asked(by), _) => Verdict::Unknown(Question::HowLong(by)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Way, reach, travel};
    use crate::matching::candidate::Told;
    use crate::matching::gates::fail;
    use crate::matching::place::Mode;
    use crate::matching::testing::{candidate, plain_candidate, plain_offer, plain_site, site};
    use crate::matching::verdict::{Gate, Missing, Question, Verdict};
    use crate::matching::week::{Quarter, Weekday};
    use enumset::EnumSet;
    use proptest::prelude::*;

    fn told(community: &str, by: Mode, minutes: u16, early_and_late: bool) -> Told {
        Told {
            community: community.to_owned(),
            by,
            minutes,
            early_and_late,
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
        candidate.travel.told = vec![told("Løsning", Mode::Bus, 5, true)];
        assert_eq!(travel(&offer.with(&candidate)), asks);
        candidate.travel.told = vec![told("Tørring", Mode::Bus, 25, false)];
        assert_eq!(travel(&offer.with(&candidate)), Verdict::Ok(5));
        // Nobody knows of a bus before seven, unless they do.
        offer.placement.shifts[1].start = Quarter(27);
        let (day, start) = (Weekday::Tuesday, Quarter(27));
        assert_eq!(
            travel(&offer.with(&candidate)),
            Verdict::Unknown(Question::Early { day, start })
        );
        candidate.travel.told[0].early_and_late = true;
        assert_eq!(travel(&offer.with(&candidate)), Verdict::Ok(5));
        // Nor after nineteen: from 14:15 to 19:15.
        candidate.travel.told.clear();
        offer.placement.shifts[1].start = Quarter(57);
        let start = Quarter(57);
        assert_eq!(
            travel(&offer.with(&candidate)),
            Verdict::Unknown(Question::Early { day, start })
        );
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
        candidate.travel.told = vec![told("Hjarnø", Mode::Bike, 20, false)];
        assert_eq!(travel(&offer.with(&candidate)), Verdict::Ok(10));
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
        candidate.travel.told = vec![told("Uldum", Mode::Bike, 40, false)];
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
