//! The smallest changes that each gate could be passed by: only what the company has said that it could, and what
//! somebody could reasonably be asked.
//!
//! A gate that is not here has none: whether both are looking, which kinds the law allows and where somebody is excluded
//! are not for changing. Youth rules are met by other shifts or without a demand; the ratio rule by fewer hours or by a
//! start after somebody else's last day.

use super::MOST_STEPS;
use super::steps::{Step, course_days, days_at_courses, has_language_in_common};
use super::weeks::MOST_SHIFTS;
use crate::day::Day;
use crate::matching::calendar::working_day;
use crate::matching::candidate::{AgeBand, Travel};
use crate::matching::gates::dates::most_by_law;
use crate::matching::gates::travel::{Way, reach};
use crate::matching::gates::{Context, Pair};
use crate::matching::place::Mode;
use crate::matching::placement::Placement;
use crate::matching::shift::Shift;
use crate::matching::week::{DAY, Quarter, Quarters, Room, Weekday};
use crate::matching::words::{Demand, Level};
use enumset::EnumSet;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Nobody is asked for a way longer than this, in minutes; nor for one half as long again as they have said.
const LONGEST_WAY: u16 = 60;
/// How many levels of a language a colleague can help over without another language in common.
pub const LEVELS_BY_HANDS: u8 = 2;
/// What youth rules look at among the demands.
const YOUTH: EnumSet<Demand> = enumset::enum_set!(Demand::Alone | Demand::Alcohol | Demand::Machines);

/// All that could be asked of one shift: another time, fewer hours, or to be left out.
pub(super) fn shift(at: u8, shift: &Shift) -> impl Iterator<Item = Step> + '_ {
    let leeway = &shift.leeway;
    let earliest = u16::from(shift.start.0).saturating_sub(leeway.earlier.0);
    let latest = u16::from(shift.start.0).saturating_add(leeway.later.0);
    let starts = move |last: u16| (earliest..=last.min(DAY - 1)).map(|start| Quarter(start as u8));
    let moves = (leeway.days | shift.day).iter().flat_map(move |day| {
        starts(latest)
            .filter(move |start| (day, *start) != (shift.day, shift.start))
            .map(move |start| Step::MoveShift { shift: at, day, start })
    });
    // Within the hours that it could lie in.
    let lengths = (shortest(shift).0..shift.length.0).map(Quarters).flat_map(move |length| {
        starts(latest + (shift.length.0 - length.0)).map(move |start| Step::Shorten {
            shift: at,
            start,
            length,
        })
    });
    moves
        .chain(lengths)
        .chain(leeway.optional.then_some(Step::LeaveOut { shift: at }))
}

/// All that could be asked of several shifts at once: those of the same hours, which together have a name, "the mornings",
/// to other hours on their own days.
///
/// To each of those hours go all of which the company has said that they could, those that fit already among them: "could
/// the mornings begin at eight" is one question, and it is answered for all of them. Which of them should go and which
/// should stay are more questions, and the single steps ask those.
pub(super) fn alike(shifts: &[Shift]) -> Vec<Step> {
    let hours = |shift: &Shift| (shift.start, shift.length);
    let has_like = |one: &Shift| shifts.iter().filter(|other| hours(one) == hours(other)).count() > 1;
    let mut could: BTreeMap<_, u64> = BTreeMap::new();
    for (at, one) in shifts.iter().enumerate().take(MOST_SHIFTS).filter(|(_, one)| has_like(one)) {
        for step in shift(at as u8, one) {
            let (start, length) = match step {
                Step::MoveShift { day, start, .. } if day == one.day => (start, one.length),
                Step::Shorten { start, length, .. } => (start, length),
                _ => continue,
            };
            *could.entry((one.start, one.length, start, length)).or_default() |= 1 << at;
        }
    }
    let several = could.into_iter().filter(|(_, shifts)| shifts.count_ones() > 1);
    several
        .map(|((_, _, start, length), shifts)| Step::Alike { shifts, start, length })
        .collect()
}

/// As short as it can be, longer than its break.
fn shortest(shift: &Shift) -> Quarters {
    let longer_than_its_break = Quarters(shift.pause.0.saturating_add(1));
    let shortest = shift.leeway.shortest.map(|shortest| shortest.max(longer_than_its_break));
    shortest.map_or(shift.length, |shortest| shortest.min(shift.length))
}

/// Whether anything could be asked of a shift.
pub fn could_change(one: &Shift) -> bool {
    shift(0, one).next().is_some()
}

/// No less than the most quarter hours of two weeks by which any adaptation could make these shifts less: one step is
/// about shifts that are alike.
pub fn most_less(shifts: &[Shift]) -> u32 {
    let mut alike: BTreeMap<(Quarter, Quarters), u32> = BTreeMap::new();
    for shift in shifts {
        let fewer = shift.length.0.saturating_sub(shortest(shift).0);
        let each = if shift.leeway.optional { shift.hours().0 } else { fewer };
        *alike.entry((shift.start, shift.length)).or_default() += shift.starts().count() as u32 * u32::from(each);
    }
    let mut each: Vec<u32> = alike.into_values().collect();
    each.sort_unstable_by_key(|less| Reverse(*less));
    each.iter().take(MOST_STEPS).sum()
}

/// Whether there is a time for a shift at which one is free, with such a way there and back, or it is not needed.
pub fn could_lie(placement: &Placement, shift: u8, today: Day, room: &Room, way: Quarters) -> bool {
    let shift = &placement.shifts[usize::from(shift)];
    let leeway = &shift.leeway;
    let earliest = u16::from(shift.start.0).saturating_sub(leeway.earlier.0);
    let latest = u16::from(shift.start.0).saturating_add(leeway.later.0);
    let is_free = |day: Weekday, start: u16, length: Quarters| {
        // Below 96.
        let start = Quarter(start as u8);
        let moved = Shift {
            day,
            start,
            ..shift.clone()
        };
        let comes = placement.as_it_comes(&moved, today);
        comes.is_some_and(|shift| {
            let mut starts = shift.starts();
            starts.all(|from| room.holds(i32::from(from) - i32::from(way.0), way + length + way))
        })
    };
    let shortest = shortest(shift);
    let shorter = latest + shift.length.0.saturating_sub(shortest.0);
    let can_move = |day| (earliest..=latest.min(DAY - 1)).any(|start| is_free(day, start, shift.length));
    leeway.optional
        || (earliest..=shorter.min(DAY - 1)).any(|start| is_free(shift.day, start, shortest))
        || leeway.days.iter().any(can_move)
}

/// Every means of travel that somebody could be asked to take, and the longest way that they could be asked for, in minutes.
pub fn keenest(travel: &Travel, has_lift: bool) -> (Travel, u16) {
    let mut keen = travel.clone();
    keen.by |= Mode::Bike | Mode::EBike;
    if has_lift {
        keen.by |= Mode::Car;
    }
    (keen, travel.longest.max(longest_way(travel.longest)))
}

/// The longest way that somebody could be asked for who has said so many minutes.
fn longest_way(said: u16) -> u16 {
    LONGEST_WAY.min(said.saturating_add(said / 2))
}

/// A later start that the company could live with, when the person is free, when a seat opens or on the working day after
/// the courses that they lack; fewer weeks.
pub(super) fn dates(pair: &Pair<'_>, context: &Context<'_>) -> Vec<Step> {
    let placement = pair.opening.placement;
    let begins = pair.begins(context.today);
    let last = placement.could.start_until.unwrap_or(begins);
    let seats_open = pair.opening.workplace.staff.supported.iter().map(|who| who.until.plus(1));
    let courses = days_at_courses(&certificates(pair));
    let after_courses = (courses > 0).then(|| working_day(context.today, courses + 1));
    let mut days: Vec<_> = pair
        .candidate
        .from
        .into_iter()
        .chain(seats_open)
        .chain(after_courses)
        .filter(|day| (begins.plus(1)..=last).contains(day))
        .collect();
    days.sort_unstable();
    days.dedup();
    let weeks = pair
        .candidate
        .terms
        .longest_weeks(placement.kind)
        .or_else(|| most_by_law(placement.kind, begins, context.rules))
        .filter(|weeks| *weeks > 0 && placement.end.is_some());
    days.into_iter()
        .map(Step::StartOn)
        .chain(weeks.map(Step::FewerWeeks))
        .collect()
}

/// Whether other dates could leave some shift no day to come on.
pub(super) fn could_lose_shifts(pair: &Pair<'_>, context: &Context<'_>) -> bool {
    let placement = pair.opening.placement;
    let weeks = placement.weeks_to_settle();
    dates(pair, context).iter().any(|step| match step {
        Step::StartOn(day) => placement.end.is_some_and(|end| end.days_since(*day) < 7 * weeks),
        Step::FewerWeeks(fewer) => i32::from(*fewer) < weeks,
        _ => false,
    })
}

/// A bicycle, a lift with a colleague, or a way that is somewhat longer than they had said.
pub(super) fn travel(pair: &Pair<'_>) -> Vec<Step> {
    let has = pair.candidate.travel.by;
    let could = &pair.opening.placement.could;
    let mut steps: Vec<Step> = [Mode::Bike, Mode::EBike]
        .into_iter()
        .filter(|mode| !has.contains(*mode))
        .map(Step::By)
        .collect();
    if could.lift_from.contains(&pair.candidate.home.community) && !has.contains(Mode::Car) {
        steps.push(Step::Lift);
    }
    let said = pair.candidate.travel.longest;
    let at_most = longest_way(said);
    let mut tries = pair.candidate.clone();
    let mut longer: Vec<u16> = [None, Some(Mode::Bike), Some(Mode::EBike), Some(Mode::Car)]
        .into_iter()
        .filter(|mode| match mode {
            None => true,
            Some(Mode::Car) => steps.contains(&Step::Lift),
            Some(mode) => steps.contains(&Step::By(*mode)),
        })
        .flat_map(|mode| {
            tries.travel.by = has | mode.into_iter().collect::<EnumSet<Mode>>();
            [false, true].map(|is_early| reach(&tries, &pair.opening.workplace.site, is_early))
        })
        .filter_map(|way| match way {
            Way::Known { minutes, .. } if minutes > said && minutes <= at_most => Some(minutes),
            _ => None,
        })
        .collect();
    longer.sort_unstable();
    longer.dedup();
    steps.extend(longer.into_iter().map(Step::LongerWay));
    steps
}

/// A colleague who helps: one who speaks a language of theirs, or one who shows with hands what is not too far off.
pub(super) fn language(pair: &Pair<'_>) -> Vec<Step> {
    let placement = pair.opening.placement;
    let in_common = has_language_in_common(pair);
    if !(placement.could.buddy || placement.mentor || in_common) {
        return Vec::new();
    }
    let level = |level: Option<Level>| level.map_or(0, |level| level as u8 + 1);
    let mut steps = Vec::new();
    for must in &placement.must_speak {
        let spoken = pair.candidate.speaks.iter().find(|spoken| spoken.language == must.language);
        let lacks = level(Some(must.level)).saturating_sub(level(spoken.map(|spoken| spoken.level)));
        let step = Step::Buddy(must.language);
        if lacks > 0 && (in_common || lacks <= LEVELS_BY_HANDS) && !steps.contains(&step) {
            steps.push(step);
        }
    }
    steps
}

/// Without what they cannot do at work, and for the young without what the law keeps from them, where the company could
/// do without; less to lift.
pub(super) fn demands(pair: &Pair<'_>) -> Vec<Step> {
    let placement = pair.opening.placement;
    let needs = &pair.candidate.needs;
    let spared = placement.demands & placement.could.spare;
    let cannot = spared & needs.cannot;
    let young = if pair.candidate.age == AgeBand::Adult {
        EnumSet::empty()
    } else {
        (spared & YOUTH) - cannot
    };
    let mut steps: Vec<Step> = subsets(young)
        .map(|also| cannot | also)
        .filter(|demands| !demands.is_empty())
        .map(Step::Spare)
        .collect();
    if let Some(least) = placement.could.lifts {
        let enough = needs.lifts.map(|lifts| lifts.max(least));
        let mut kilograms: Vec<u8> = enough.into_iter().chain([least]).collect();
        kilograms.dedup();
        steps.extend(
            kilograms
                .into_iter()
                .filter(|kilograms| *kilograms < placement.lifts)
                .map(Step::LiftLess),
        );
    }
    steps
}

fn subsets(of: EnumSet<Demand>) -> impl Iterator<Item = EnumSet<Demand>> {
    let all: Vec<Demand> = of.iter().collect();
    (0..1_usize << all.len()).map(move |bits| {
        let chosen = all.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
        chosen.map(|(_, demand)| *demand).collect()
    })
}

/// Courses for the certificates that they lack.
pub(super) fn certificates(pair: &Pair<'_>) -> Vec<Step> {
    let missing = pair.opening.placement.certificates - pair.candidate.certificates;
    missing
        .iter()
        .filter(|certificate| course_days(*certificate).is_some())
        .map(Step::Course)
        .collect()
}
