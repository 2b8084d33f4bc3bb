//! Whether somebody under 18 may have this work, at these hours.
//!
//! BEK 1049 of 30 May 2021 with later changes, eased on 1 January 2025; every figure is one of the rules file. Those
//! under 18 are shown youth jobs alone and youth jobs are shown to them alone: that is ours, and no law. What is
//! looked at is the full pattern, when all shifts have begun. The limits of school weeks hold unless every week from
//! the first day to the last is in the school holidays that the file names; of a time so early or so late that the file
//! says nothing of it, somebody is asked where the hours would do in the holidays alone.
//!
//! Slack: quarter hours of the week.

mod bounds;
mod pattern;

pub(crate) use bounds::{Bounds, ToCome};
use pattern::{Worked, days_off, times_off, touched, two_weeks};

use super::{Context, Pair, fail_by, judge, not_in_force};
use crate::day::Day;
use crate::matching::calendar::monday;
use crate::matching::candidate::AgeBand;
use crate::matching::occupations::{is_light_task, is_light_work};
use crate::matching::placement::Placement;
use crate::matching::rules::Rules;
use crate::matching::shift::Shift;
use crate::matching::verdict::{Gate, Judged, Missing, Question, Verdict, YouthRule};
use crate::matching::week::{Quarter, Quarters, Weekday};
use crate::matching::words::{Demand, Isco, Kind, TaskId};

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

/// No school holidays last as many days as this: whatever goes on for longer has school weeks in it.
const NO_HOLIDAYS: i32 = 8 * 7;

/// Shops and filling stations: keepers and assistants of shops, cashiers, attendants of filling stations (ISCO-08 522, 5230,
/// 5245), and those who fill shelves. Who sells in the street, at the door or by telephone is in no shop.
fn is_shop(occupation: Isco) -> bool {
    matches!(occupation.0, 5220..=5229 | 5230 | 5245 | 9334)
}

/// Those who deliver newspapers.
fn is_newspapers(occupation: Isco) -> bool {
    occupation.0 == 9621
}

/// All who sell (ISCO-08 group 52) and what is served over a counter, where nobody under 18 is alone in the evening.
fn is_counter(occupation: Isco) -> bool {
    is_shop(occupation) || matches!(occupation.0, 5200..=5299 | 9411)
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
        (AgeBand::Adult, Kind::YouthJob) => not_their_kind(),
        _ => for_age(age, placement, begins, rules),
    }
}

/// What the rules of an age say of a placement that somebody would begin on that day, whoever it is. Adults have none.
pub fn for_age(age: AgeBand, placement: &Placement, begins: Day, rules: &Rules) -> Verdict {
    let Some(band) = band(age) else {
        return Verdict::Ok(0);
    };
    if placement.kind != Kind::YouthJob {
        return not_their_kind();
    }
    if placement.shifts.is_empty() {
        return Verdict::Unknown(Question::Shifts);
    }
    let law = Law {
        rules,
        day: begins,
        band,
    };
    law.check(placement)
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
    let is_free = law.is_school_free(placement).unwrap_or(true);
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
        off: law.number(DAYS_OFF).ok().map(|off| off.min(7)),
    })
}

fn not_their_kind() -> Verdict {
    super::fail(Gate::Youth, Missing::Youth(YouthRule::Kind))
}

/// Err is what keeps a rule from being kept, or what nobody knows of it.
type Kept<T = ()> = Result<T, Verdict>;

struct Law<'a> {
    rules: &'a Rules,
    day: Day,
    band: Band,
}

impl Law<'_> {
    fn time(&self, rule: &str) -> Kept<Quarters> {
        self.rules.quarters(rule, self.day).ok_or_else(|| self.not_in_force(rule))
    }

    fn number(&self, rule: &str) -> Kept<u8> {
        self.rules
            .number(rule, self.day)
            .and_then(|number| u8::try_from(number).ok())
            .ok_or_else(|| self.not_in_force(rule))
    }

    fn not_in_force(&self, rule: &str) -> Verdict {
        Verdict::Unknown(not_in_force(rule, self.rules, self.day))
    }

    fn fail(&self, missing: YouthRule, rule: &str) -> Verdict {
        fail_by(rule, Gate::Youth, Missing::Youth(missing), self.rules, self.day)
    }

    fn hold(&self, is_kept: bool, missing: YouthRule, rule: &str) -> Kept {
        if is_kept { Ok(()) } else { Err(self.fail(missing, rule)) }
    }

    /// What the rule leaves to a judgement, should it be in force.
    fn judge(&self, what: Judged, rule: &str) -> Verdict {
        Verdict::Unknown(judge(what, rule, self.rules, self.day))
    }

    /// A rule that is not kept counts before one of which nobody knows.
    fn check(&self, placement: &Placement) -> Verdict {
        let two_weeks = two_weeks(&placement.shifts);
        let hours = self.hours(placement, &two_weeks);
        let spare = hours.as_ref().map_or(0, |spare| u32::from(spare.0));
        let rules: [&dyn Fn() -> Kept; 9] = [
            &|| self.window(placement),
            &|| self.rest(&placement.shifts, &two_weeks),
            &|| self.days_off(&two_weeks),
            &|| self.breaks(&two_weeks),
            &|| self.lifting(placement),
            &|| self.alone(placement),
            &|| self.alcohol(placement),
            &|| self.without(Demand::Machines, placement, YouthRule::Machines, MACHINES),
            &|| self.light_work(placement),
        ];
        let mut asks = None;
        for kept in std::iter::once(hours.map(drop)).chain(rules.iter().map(|rule| rule())) {
            match kept {
                Ok(()) => {}
                Err(verdict @ Verdict::Unknown(_)) => asks = asks.or(Some(verdict)),
                Err(verdict) => return verdict,
            }
        }
        asks.unwrap_or(Verdict::Ok(spare))
    }

    /// Whole weeks: a placement from Wednesday to Friday of a week whose Monday is a school day lies in a school week.
    /// `None`: nobody knows.
    fn is_school_free(&self, placement: &Placement) -> Option<bool> {
        let monday = monday(self.day);
        let sunday = placement.end.map(|end| end.plus(6 - i32::from(end.weekday())));
        match sunday.filter(|sunday| sunday.days_since(monday) < NO_HOLIDAYS) {
            Some(sunday) => self.rules.is_school_free(monday, sunday),
            None => Some(false),
        }
    }

    fn hours(&self, placement: &Placement, two_weeks: &[Worked; 14]) -> Kept<Quarters> {
        let within = |is_free| {
            self.day_hours(two_weeks, is_free)?;
            self.week_hours(two_weeks, is_free)
        };
        let is_free = self.is_school_free(placement);
        match within(is_free.unwrap_or(false)) {
            Err(Verdict::Fail(_)) if is_free.is_none() => {
                within(true)?;
                Err(self.judge(Judged::SchoolFree, self.band.free_week))
            }
            known => known,
        }
    }

    fn day_hours(&self, two_weeks: &[Worked; 14], is_free: bool) -> Kept {
        for (index, worked) in two_weeks.iter().enumerate() {
            let is_school_day = !is_free && index % 7 < 5;
            let rule = self.band.school_day.filter(|_| is_school_day).unwrap_or(self.band.other_day);
            let (hours, at_most) = (worked.hours, self.time(rule)?);
            self.hold(hours <= at_most, YouthRule::DayHours { hours, at_most }, rule)?;
        }
        Ok(())
    }

    fn week_hours(&self, two_weeks: &[Worked; 14], is_free: bool) -> Kept<Quarters> {
        let rule = if is_free { self.band.free_week } else { self.band.school_week };
        let at_most = self.time(rule)?;
        let of = |week: &[Worked]| week.iter().map(|worked| worked.hours).sum::<Quarters>();
        let hours = of(&two_weeks[..7]).max(of(&two_weeks[7..]));
        self.hold(hours <= at_most, YouthRule::WeekHours { hours, at_most }, rule)?;
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
            self.hold(at(start) >= from, missing, from_rule)?;
            self.hold(at(start) + length <= to, missing, to_rule)?;
        }
        Ok(())
    }

    /// In the day and night that begin with the first hour of work of a day, the longest time off.
    fn rest(&self, shifts: &[Shift], two_weeks: &[Worked; 14]) -> Kept {
        let at_least = self.time(self.band.rest)?;
        for (_, hours) in times_off(shifts, two_weeks) {
            self.hold(hours >= at_least, YouthRule::Rest { hours, at_least }, self.band.rest)?;
        }
        Ok(())
    }

    /// In each seven days so many off together: never more days between them than are left of the seven. As a rule the
    /// Sunday is one of them; where it is not, somebody judges.
    fn days_off(&self, two_weeks: &[Worked; 14]) -> Kept {
        let off = self.number(DAYS_OFF)?.min(7);
        let at_most = 7 - off;
        let (is_off, days) = days_off(touched(two_weeks), off);
        self.hold(days <= at_most, YouthRule::DaysOff { days, at_most, off }, DAYS_OFF)?;
        if is_off >> 6 & 1 == 1 && is_off >> 13 & 1 == 1 {
            Ok(())
        } else {
            Err(self.judge(Judged::WithoutSunday, DAYS_OFF))
        }
    }

    fn breaks(&self, two_weeks: &[Worked; 14]) -> Kept {
        let (over, least) = (self.time(BREAK_OVER)?, self.time(BREAK_LEAST)?);
        for (index, worked) in two_weeks.iter().enumerate() {
            let day = Weekday::ALL[index % 7];
            self.hold(worked.has_break(over, least), YouthRule::Break { day }, BREAK_LEAST)?;
        }
        Ok(())
    }

    fn lifting(&self, placement: &Placement) -> Kept {
        let (kilograms, at_most) = (placement.lifts, self.number(LIFTS)?);
        self.hold(kilograms <= at_most, YouthRule::Lifting { kilograms, at_most }, LIFTS)
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
            self.hold(at(shift.start) >= until, YouthRule::Alone, ALONE_TO)?;
            self.hold(shift.end() <= self.time(rule)?, YouthRule::Alone, rule)?;
        }
        Ok(())
    }

    fn alcohol(&self, placement: &Placement) -> Kept {
        if !self.band.is_at_school {
            return Ok(());
        }
        self.without(Demand::Alcohol, placement, YouthRule::Alcohol, ALCOHOL)
    }

    fn without(&self, demand: Demand, placement: &Placement, missing: YouthRule, rule: &str) -> Kept {
        if !placement.demands.contains(demand) {
            return Ok(());
        }
        match self.rules.on(rule, self.day) {
            Some(_) => Err(self.fail(missing, rule)),
            None => Err(self.not_in_force(rule)),
        }
    }

    /// The lists of occupations and tasks are a judgement of ours: what they do not plainly call light, somebody is asked.
    fn light_work(&self, placement: &Placement) -> Kept {
        let occupation = Some(placement.occupation).filter(|isco| !is_light_work(*isco));
        let heavy = |id: &TaskId| !is_light_task(*id);
        let tasks: Vec<TaskId> = placement.tasks.iter().copied().filter(heavy).collect();
        let other_tasks = placement.other_tasks.clone();
        if !self.band.is_at_school || occupation.is_none() && tasks.is_empty() && other_tasks.is_empty() {
            return Ok(());
        }
        let what = Judged::LightWork {
            occupation,
            tasks,
            other_tasks,
        };
        Err(self.judge(what, LIGHT_WORK))
    }
}

fn at(start: Quarter) -> Quarters {
    Quarters(u16::from(start.0))
}

#[cfg(test)]
mod tests;
