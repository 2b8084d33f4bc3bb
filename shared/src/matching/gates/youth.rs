//! Whether somebody under 18 may have this work, at these hours.
//!
//! BEK 1049 of 30 May 2021 with later changes, eased on 1 January 2025; every figure is one of the rules file. Those
//! under 18 are shown youth jobs alone and youth jobs are shown to them alone: that is ours, and no law. What is
//! looked at is the full pattern, when all shifts have begun. The limits of school weeks hold unless every week from
//! the first day to the last is in the school holidays that the file names.
//!
//! Slack: quarter hours of the week.

mod bounds;

pub(crate) use bounds::Bounds;

use super::{Context, Pair};
use crate::day::Day;
use crate::matching::candidate::AgeBand;
use crate::matching::occupations::{Youth, light_work};
use crate::matching::placement::Placement;
use crate::matching::rules::Rules;
use crate::matching::shift::Shift;
use crate::matching::verdict::{Gate, Missing, Question, Verdict, Violation, YouthRule};
use crate::matching::week::{DAY, Parity, Quarter, Quarters, Weekday};
use crate::matching::words::{Demand, Isco, Kind};

/// Ids of the rules of one age band.
struct Band {
    /// `None`: no school days.
    school_day: Option<&'static str>,
    other_day: &'static str,
    school_week: &'static str,
    free_week: &'static str,
    from: &'static str,
    to: &'static str,
    rest: &'static str,
    is_at_school: bool,
}

const FROM_13: Band = Band {
    school_day: Some("youth13.school_day_h"),
    other_day: "youth13.other_day_h",
    school_week: "youth13.school_week_h",
    free_week: "youth13.free_week_h",
    from: "youth13.window.from",
    to: "youth13.window.to",
    rest: "youth13.rest_h",
    is_at_school: true,
};

const FROM_15_AT_SCHOOL: Band = Band {
    other_day: "youth15school.other_day_h",
    free_week: "youth15school.free_week_h",
    ..FROM_13
};

const FROM_15: Band = Band {
    school_day: None,
    other_day: "youth15.day_h",
    school_week: "youth15.week_h",
    free_week: "youth15.week_h",
    from: "youth15.window.from",
    to: "youth15.window.to",
    rest: "youth15.rest_h",
    is_at_school: false,
};

/// Adults have none.
fn band(age: AgeBand) -> Option<Band> {
    match age {
        AgeBand::From13 => Some(FROM_13),
        AgeBand::From15AtSchool => Some(FROM_15_AT_SCHOOL),
        AgeBand::From15 => Some(FROM_15),
        AgeBand::Adult => None,
    }
}

const NEWSPAPERS_FROM: &str = "youth15.window.newspapers_from";
const SHOPS_TO: &str = "youth15.window.shops_to";
const DAYS_OFF: &str = "youth.days_off";
const BREAK_OVER: &str = "youth.break.over";
const BREAK_LEAST: &str = "youth.break.least";
const LIFTS: &str = "youth.lift_kg";
const ALONE_WEEKDAY: &str = "youth.alone.weekday_from";
const ALONE_WEEKEND: &str = "youth.alone.weekend_from";
const ALONE_TO: &str = "youth.alone.to";
const ALCOHOL: &str = "youth.alcohol";
const MACHINES: &str = "youth.machines";
const LIGHT_WORK: &str = "youth.light_work";

/// Sales workers of ISCO-08 group 52, filling stations among them, and those who fill shelves.
fn is_shop(occupation: Isco) -> bool {
    matches!(occupation.0, 5200..=5299 | 9334)
}

/// Those who deliver newspapers.
fn is_newspapers(occupation: Isco) -> bool {
    occupation.0 == 9621
}

/// Shops and what is served over a counter, where nobody under 18 is alone in the evening.
fn is_counter(occupation: Isco) -> bool {
    is_shop(occupation) || occupation.0 == 9411
}

pub(super) fn youth(pair: &Pair<'_>, context: &Context<'_>) -> Verdict {
    of_age(
        pair.candidate.age,
        pair.opening.placement,
        pair.begins(context.today),
        context.rules,
    )
}

/// The same for anybody of an age who would begin on that day.
pub(crate) fn of_age(age: AgeBand, placement: &Placement, begins: Day, rules: &Rules) -> Verdict {
    match (age, placement.kind) {
        (AgeBand::Adult, Kind::YouthJob) => fail(YouthRule::Kind, None),
        _ => for_age(age, placement, begins, rules),
    }
}

/// What the rules of an age say of a placement that somebody would begin on that day, whoever it is. Adults have none.
pub fn for_age(age: AgeBand, placement: &Placement, begins: Day, rules: &Rules) -> Verdict {
    let Some(band) = band(age) else {
        return Verdict::Ok(0);
    };
    if placement.kind != Kind::YouthJob {
        return fail(YouthRule::Kind, None);
    }
    if placement.shifts.is_empty() {
        return Verdict::Unknown(Question::Shifts);
    }
    let law = Law {
        rules,
        day: begins,
        band,
    };
    law.check(placement).unwrap_or_else(|verdict| verdict)
}

/// What `for_age` says of one shift by itself and of two together, whatever else there is: for a search that would leave
/// out early what the gate refuses in the end. `None`: nothing is said.
pub(crate) fn bounds(age: AgeBand, placement: &Placement, begins: Day, rules: &Rules) -> Option<Bounds> {
    let band = band(age).filter(|_| placement.kind == Kind::YouthJob)?;
    let law = Law {
        rules,
        day: begins,
        band,
    };
    let is_free = law.is_school_free(placement);
    let most = |rule| law.time(rule).map_or(u16::MAX, |most| most.0);
    let least = |rule| law.time(rule).map_or(0, |least| least.0);
    let days = std::array::from_fn(|day| {
        let school_day = law.band.school_day.filter(|_| !is_free && day < 5);
        most(school_day.unwrap_or(law.band.other_day))
    });
    let [from, to] = law.window_rules(placement);
    let (mut from, mut to) = (least(from), [most(to); 7]);
    if law.is_alone_at_counter(placement)
        && let (Ok(until), Ok(weekday), Ok(weekend)) = (law.time(ALONE_TO), law.time(ALONE_WEEKDAY), law.time(ALONE_WEEKEND))
    {
        from = from.max(until.0);
        for (day, to) in to.iter_mut().enumerate() {
            *to = (*to).min(if day < 5 { weekday.0 } else { weekend.0 });
        }
    }
    Some(Bounds {
        from,
        to,
        days,
        week: most(if is_free { law.band.free_week } else { law.band.school_week }),
        rest: least(law.band.rest),
        break_over: most(BREAK_OVER),
        break_least: least(BREAK_LEAST),
    })
}

fn fail(missing: YouthRule, rule: Option<&str>) -> Verdict {
    Verdict::Fail(Violation {
        gate: Gate::Youth,
        missing: Missing::Youth(missing),
        rule: rule.map(str::to_owned),
    })
}

/// Err is the verdict of the first rule that is not kept, or of which nobody knows.
type Kept<T = ()> = Result<T, Verdict>;

fn hold(is_kept: bool, missing: YouthRule, rule: &str) -> Kept {
    if is_kept { Ok(()) } else { Err(fail(missing, Some(rule))) }
}

struct Law<'a> {
    rules: &'a Rules,
    day: Day,
    band: Band,
}

impl Law<'_> {
    fn time(&self, rule: &str) -> Kept<Quarters> {
        self.rules
            .quarters(rule, self.day)
            .ok_or_else(|| Verdict::Unknown(Question::Rule(rule.to_owned())))
    }

    fn number(&self, rule: &str) -> Kept<u8> {
        self.rules
            .number(rule, self.day)
            .and_then(|number| u8::try_from(number).ok())
            .ok_or_else(|| Verdict::Unknown(Question::Rule(rule.to_owned())))
    }

    fn check(&self, placement: &Placement) -> Kept<Verdict> {
        let two_weeks = two_weeks(&placement.shifts);
        let is_free = self.is_school_free(placement);
        self.day_hours(&two_weeks, is_free)?;
        let spare = self.week_hours(&two_weeks, is_free)?;
        self.window(placement)?;
        self.rest(&placement.shifts, &two_weeks)?;
        self.days_off(&two_weeks)?;
        self.breaks(&two_weeks)?;
        let at_most = self.number(LIFTS)?;
        let kilograms = placement.lifts;
        hold(kilograms <= at_most, YouthRule::Lifting { kilograms, at_most }, LIFTS)?;
        self.alone(placement)?;
        if self.band.is_at_school {
            self.without(Demand::Alcohol, placement, YouthRule::Alcohol, ALCOHOL)?;
        }
        self.without(Demand::Machines, placement, YouthRule::Machines, MACHINES)?;
        // The list of occupations is a judgement: where it says no, somebody is asked.
        if self.band.is_at_school && light_work(placement.occupation) == Youth::No {
            return Err(Verdict::Unknown(Question::Rule(LIGHT_WORK.to_owned())));
        }
        Ok(Verdict::Ok(u32::from(spare.0)))
    }

    /// Whole weeks: a placement from Wednesday to Friday of a week whose Monday is a school day lies in a school week.
    fn is_school_free(&self, placement: &Placement) -> bool {
        placement.end.is_some_and(|end| {
            let monday = self.day.plus(-i32::from(self.day.weekday()));
            let sunday = end.plus(6 - i32::from(end.weekday()));
            self.rules.is_school_free(monday, sunday)
        })
    }

    fn day_hours(&self, two_weeks: &[Worked; 14], is_free: bool) -> Kept {
        for (index, worked) in two_weeks.iter().enumerate() {
            let is_school_day = !is_free && index % 7 < 5;
            let rule = self.band.school_day.filter(|_| is_school_day).unwrap_or(self.band.other_day);
            let (hours, at_most) = (worked.hours, self.time(rule)?);
            hold(hours <= at_most, YouthRule::DayHours { hours, at_most }, rule)?;
        }
        Ok(())
    }

    fn week_hours(&self, two_weeks: &[Worked; 14], is_free: bool) -> Kept<Quarters> {
        let rule = if is_free { self.band.free_week } else { self.band.school_week };
        let at_most = self.time(rule)?;
        let of = |week: &[Worked]| week.iter().map(|worked| worked.hours).sum::<Quarters>();
        let hours = of(&two_weeks[..7]).max(of(&two_weeks[7..]));
        hold(hours <= at_most, YouthRule::WeekHours { hours, at_most }, rule)?;
        Ok(Quarters(at_most.0 - hours.0))
    }

    /// The rules that name the first and the last hour of a day.
    fn window_rules(&self, placement: &Placement) -> [&'static str; 2] {
        let is_older = !self.band.is_at_school;
        let from_rule = if is_older && is_newspapers(placement.occupation) {
            NEWSPAPERS_FROM
        } else {
            self.band.from
        };
        let to_rule = if is_older && is_shop(placement.occupation) {
            SHOPS_TO
        } else {
            self.band.to
        };
        [from_rule, to_rule]
    }

    fn window(&self, placement: &Placement) -> Kept {
        let [from_rule, to_rule] = self.window_rules(placement);
        let (from, to) = (self.time(from_rule)?, self.time(to_rule)?);
        for &Shift { day, start, length, .. } in &placement.shifts {
            let missing = YouthRule::Window { day, start, length };
            hold(at(start) >= from, missing, from_rule)?;
            hold(at(start) + length <= to, missing, to_rule)?;
        }
        Ok(())
    }

    /// In the day and night that begin with the first hour of work of a day, the longest time off.
    fn rest(&self, shifts: &[Shift], two_weeks: &[Worked; 14]) -> Kept {
        let at_least = self.time(self.band.rest)?;
        let ring = 14 * DAY;
        let mut blocks: Vec<(u16, u16)> = positions(shifts)
            .flat_map(|(index, shift)| {
                let start = index as u16 * DAY + u16::from(shift.start.0);
                let end = start + shift.length.0;
                [(start, end), (start + ring, end + ring)]
            })
            .collect();
        blocks.sort_unstable();
        for worked in two_weeks.iter().filter(|worked| worked.is_worked) {
            let mut end = worked.first;
            let mut hours = Quarters(0);
            let tomorrow = worked.first + DAY;
            let today = blocks.iter().filter(|block| (worked.first..tomorrow).contains(&block.0));
            for &(next, last) in today.chain([&(tomorrow, tomorrow)]) {
                hours = hours.max(Quarters(next.saturating_sub(end)));
                end = end.max(last);
            }
            hold(hours >= at_least, YouthRule::Rest { hours, at_least }, self.band.rest)?;
        }
        Ok(())
    }

    /// In each week, from Monday on, the longest run of days off that begins in it; from a Sunday it may run into the next.
    fn days_off(&self, two_weeks: &[Worked; 14]) -> Kept {
        let at_least = self.number(DAYS_OFF)?;
        for week in [0, 7] {
            let run = |first: usize| (0..14).take_while(|more| !two_weeks[(first + more) % 14].is_touched).count();
            let days = (week..week + 7).map(run).max().unwrap_or(0) as u8;
            hold(days >= at_least, YouthRule::DaysOff { days, at_least }, DAYS_OFF)?;
        }
        Ok(())
    }

    fn breaks(&self, two_weeks: &[Worked; 14]) -> Kept {
        let (over, least) = (self.time(BREAK_OVER)?, self.time(BREAK_LEAST)?);
        for (index, worked) in two_weeks.iter().enumerate() {
            let idle = (worked.last - worked.first).saturating_sub(worked.hours.0);
            let day = Weekday::ALL[index % 7];
            hold(worked.hours <= over || idle >= least.0, YouthRule::Break { day }, BREAK_LEAST)?;
        }
        Ok(())
    }

    fn is_alone_at_counter(&self, placement: &Placement) -> bool {
        placement.demands.contains(Demand::Alone) && is_counter(placement.occupation)
    }

    fn alone(&self, placement: &Placement) -> Kept {
        if !self.is_alone_at_counter(placement) {
            return Ok(());
        }
        let until = self.time(ALONE_TO)?;
        for shift in &placement.shifts {
            let is_weekend = matches!(shift.day, Weekday::Saturday | Weekday::Sunday);
            let rule = if is_weekend { ALONE_WEEKEND } else { ALONE_WEEKDAY };
            hold(at(shift.start) >= until, YouthRule::Alone, ALONE_TO)?;
            hold(shift.end() <= self.time(rule)?, YouthRule::Alone, rule)?;
        }
        Ok(())
    }

    fn without(&self, demand: Demand, placement: &Placement, missing: YouthRule, rule: &str) -> Kept {
        if !placement.demands.contains(demand) {
            return Ok(());
        }
        match self.rules.on(rule, self.day) {
            Some(_) => Err(fail(missing, Some(rule))),
            None => Err(Verdict::Unknown(Question::Rule(rule.to_owned()))),
        }
    }
}

fn at(start: Quarter) -> Quarters {
    Quarters(u16::from(start.0))
}

/// A day of two alternate weeks, Monday of the even one first.
#[derive(Clone, Copy, Default)]
struct Worked {
    /// Of the shifts that begin on it, breaks left out.
    hours: Quarters,
    /// The first quarter hour of the first, and the one after the last, counted from the first Monday.
    first: u16,
    last: u16,
    is_worked: bool,
    /// Worked, or a night of the day before runs into it.
    is_touched: bool,
}

/// Each shift on each of the fourteen days that it begins on.
fn positions(shifts: &[Shift]) -> impl Iterator<Item = (usize, &Shift)> {
    [(0, Parity::Even), (7, Parity::Odd)]
        .into_iter()
        .flat_map(move |(week, parity)| {
            let of_week = shifts.iter().filter(move |shift| shift.parity.meets(parity));
            of_week.map(move |shift| (week + shift.day as usize, shift))
        })
}

fn two_weeks(shifts: &[Shift]) -> [Worked; 14] {
    let mut days = [Worked::default(); 14];
    for (index, shift) in positions(shifts) {
        let midnight = index as u16 * DAY;
        let (start, end) = (midnight + u16::from(shift.start.0), midnight + shift.end().0);
        let day = &mut days[index];
        day.hours += shift.hours();
        day.first = if day.is_worked { day.first.min(start) } else { start };
        day.last = day.last.max(end);
        (day.is_worked, day.is_touched) = (true, true);
        if end > midnight + DAY {
            days[(index + 1) % 14].is_touched = true;
        }
    }
    days
}

#[cfg(test)]
mod tests;
