//! Whether there is a seat for one more supported person under the ratio rule (rimelighedskravet).
//!
//! BEK 2636 of 28 December 2021 § 65: so many ordinary employees for each supported person, counted at the
//! production unit in full-time equivalents, as an average of the months before; supported people as fractions
//! of full time; always room for one. All figures are those of the rules file. It is an estimate: the company and
//! a colleague write the number when they apply, and the municipality decides.
//!
//! Slack: hundredths of a seat that are left when this placement is filled.

use super::{Context, Pair, fail_by, not_in_force};
use crate::day::Day;
use crate::matching::placement::{Opening, Placement, Staff};
use crate::matching::rules::{Citation, Rules};
use crate::matching::shift::week_hours;
use crate::matching::verdict::{Gate, Missing, Question, Verdict};
use crate::matching::week::Quarters;
use crate::matching::words::Kind;
use serde::{Deserialize, Serialize};

/// So many ordinary employees for each supported person, in the first part.
const SMALL: &str = "vp.ratio.small";
/// The same for those above the first part.
const LARGE: &str = "vp.ratio.large";
/// How many employees the first part is.
const LARGE_FROM: &str = "vp.ratio.large_from";
const LEAST: &str = "vp.ratio.least";
/// Over how many months the average goes.
const MONTHS: &str = "vp.ratio.who_counts";
/// How many hours are full time.
const FULL_TIME: &str = "vp.ratio.supported_counts";
/// All that the sum is made by.
const RULES: [&str; 6] = [SMALL, LEAST, LARGE, LARGE_FROM, MONTHS, FULL_TIME];

const HUNDRED: u32 = 100;

pub(super) fn ratio(pair: &Pair<'_>, context: &Context<'_>) -> Verdict {
    if pair.candidate.terms.outside_ratio {
        return Verdict::Ok(0);
    }
    at(pair.opening, context)
}

/// The same for everybody whom the rule counts for.
pub(crate) fn at(opening: Opening<'_>, context: &Context<'_>) -> Verdict {
    let placement = opening.placement;
    if !is_counted(placement.kind) {
        return Verdict::Ok(0);
    }
    if placement.shifts.is_empty() {
        return Verdict::Unknown(Question::Shifts);
    }
    let day = placement.begins(context.today);
    match count(&opening.workplace.staff, asked(placement), day, context.rules) {
        Err(question) => Verdict::Unknown(question),
        Ok(seats) if seats.fits() => Verdict::Ok(seats.left.unsigned_abs()),
        Ok(seats) => {
            let (free, asked) = (seats.free(), seats.asked);
            let missing = Missing::Seats { free, asked };
            fail_by(seats.rule(), Gate::Ratio, missing, context.rules, day)
        }
    }
}

/// Whether who comes by this kind of placement takes a seat.
fn is_counted(kind: Kind) -> bool {
    matches!(kind, Kind::WorkPlacement | Kind::WageSubsidy)
}

/// The hours a week that a placement asks for: the average of both weeks, rounded up. Seats and what others take are whole
/// quarter hours, so that half of one more than there is does not fit.
pub fn asked(placement: &Placement) -> Quarters {
    let (even, odd) = week_hours(&placement.shifts, u8::MAX);
    Quarters((even + odd).0.div_ceil(2))
}

/// How many supported people there may be, and how it was calculated. Always an estimate: the municipality decides.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Seats {
    /// The sum, line by line, as it is written on the screen; every figure is made from those above it.
    pub lines: Vec<Line>,
    /// How many full-time seats there are in all.
    pub seats: u32,
    /// This placement, in hundredths of a seat.
    pub asked: u32,
    /// What is left when it is filled, in hundredths of a seat; below 0: it does not fit.
    pub left: i32,
    /// The first day on which it fits, should nobody else come: the day asked for, or the day after somebody has left.
    /// `None`: it would not fit if they all left.
    pub fits_on: Option<Day>,
    /// With so many employees, in full-time equivalents, it fits beside all who are there.
    pub fits_at: u32,
    /// With so many employees there is one more seat than now.
    pub one_more_at: u32,
    pub rules: Vec<Citation>,
    /// The version of the rules file.
    pub checked: Option<Day>,
    /// True. The screen says so beside the sum.
    pub municipality_decides: bool,
}

/// A line of the sum. Employees are hundredths of a full-time equivalent, seats hundredths of a full-time seat.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Line {
    /// `in_all ÷ months = staff`, rounded down. The figures of the months, latest last.
    Average {
        each: Vec<u32>,
        in_all: u32,
        months: u32,
        staff: u32,
    },
    /// `staff ÷ per = quotient → seats`, rounded down, but at least so many; of no more employees than the first part.
    Small {
        staff: u32,
        per: u32,
        quotient: u32,
        seats: u32,
    },
    /// `above ÷ per = quotient → seats`, rounded down, for those above the first part.
    Large {
        above: u32,
        per: u32,
        quotient: u32,
        seats: u32,
    },
    /// `hours ÷ full_time = share`: somebody who is there.
    Taken {
        hours: Quarters,
        full_time: Quarters,
        share: u32,
        until: Day,
    },
    /// `hours ÷ full_time = share`: this placement.
    Asked {
        hours: Quarters,
        full_time: Quarters,
        share: u32,
    },
    /// `seats − shares = left`, all in hundredths.
    Left { seats: u32, shares: u32, left: i32 },
}

impl Seats {
    pub fn fits(&self) -> bool {
        self.left >= 0
    }

    /// What is free before this placement is filled, in hundredths of a seat; below 0 where there are too many already.
    pub fn free(&self) -> i32 {
        self.left.saturating_add_unsigned(self.asked)
    }

    /// The rule that sets the number.
    fn rule(&self) -> &'static str {
        if self.lines.iter().any(|line| matches!(line, Line::Large { .. })) {
            LARGE
        } else {
            SMALL
        }
    }
}

/// The seats for a placement on the first day on which somebody could begin. `None`: it takes none, or nobody knows its hours.
pub fn seats_for(opening: Opening<'_>, context: &Context<'_>) -> Option<Result<Seats, Question>> {
    let placement = opening.placement;
    let counts = is_counted(placement.kind) && !placement.shifts.is_empty();
    let (staff, begins) = (&opening.workplace.staff, placement.begins(context.today));
    counts.then(|| seats(staff, asked(placement), begins, context.rules))
}

/// The seats on `day` for a placement of so many hours a week. What is not known is a question, to the company or the municipality.
pub fn seats(staff: &Staff, asked: Quarters, day: Day, rules: &Rules) -> Result<Seats, Question> {
    let cited = RULES.into_iter().filter_map(|id| rules.on(id, day));
    Ok(Seats {
        rules: cited.map(|rule| rule.cited(day)).collect(),
        ..count(staff, asked, day, rules)?
    })
}

/// The same without what it cites, for the gate, which is asked often.
fn count(staff: &Staff, asked: Quarters, day: Day, rules: &Rules) -> Result<Seats, Question> {
    let each = staff.ordinary.ok_or(Question::Staff)?;
    let law = Law::read(day, rules)?;
    let each = &each[each.len() - law.months..];
    let months = law.months as u32;
    let in_all = each.iter().fold(0, |sum: u32, month| sum.saturating_add(*month));
    let average = in_all / months;
    let mut lines = vec![Line::Average {
        each: each.to_vec(),
        in_all,
        months,
        staff: average,
    }];
    lines.extend(law.parts(average));
    let seats = law.seats(average);

    let mut present: Vec<_> = staff.supported.iter().filter(|one| one.until >= day).collect();
    present.sort_by_key(|one| (one.until, one.hours));
    let hours: Vec<Quarters> = present.iter().map(|one| one.hours).chain([asked]).collect();
    let shares = law.shares(&hours, seats);
    lines.extend(present.iter().zip(&shares).map(|(one, &share)| Line::Taken {
        hours: one.hours,
        full_time: law.full_time,
        share,
        until: one.until,
    }));
    let (in_use, share) = (shares.iter().sum(), shares.last().copied().unwrap_or(0));
    let left = (seats.saturating_mul(HUNDRED)).cast_signed().saturating_sub_unsigned(in_use);
    lines.push(Line::Asked {
        hours: asked,
        full_time: law.full_time,
        share,
    });
    lines.push(Line::Left {
        seats: seats.saturating_mul(HUNDRED),
        shares: in_use,
        left,
    });

    let in_use = law.in_use(&hours);
    let mut leaving = in_use;
    let days = std::iter::once((day, 0)).chain(present.iter().map(|one| (one.until.plus(1), u32::from(one.hours.0))));
    let fits_on = days
        .map(|(day, hours)| {
            leaving -= hours;
            (day, leaving)
        })
        .find(|&(_, in_use)| in_use <= law.room(seats))
        .map(|(day, _)| day);
    let needed = in_use.div_ceil(u32::from(law.full_time.0));
    Ok(Seats {
        lines,
        seats,
        asked: share,
        left,
        fits_on,
        fits_at: law.employees_for(needed),
        one_more_at: law.employees_for(seats.saturating_add(1)),
        rules: Vec::new(),
        checked: rules.of(day).checked,
        municipality_decides: true,
    })
}

/// The figures of the file on a day.
struct Law {
    small: u32,
    large: u32,
    large_from: u32,
    least: u32,
    months: usize,
    full_time: Quarters,
}

impl Law {
    /// A figure that cannot be calculated with is as good as none: the municipality is asked.
    fn read(day: Day, rules: &Rules) -> Result<Law, Question> {
        let ask = |id: &str| not_in_force(id, rules, day);
        let number = |id, at_most| {
            let found = rules.number(id, day).filter(|number| (1..=at_most).contains(number));
            found.ok_or_else(|| ask(id))
        };
        Ok(Law {
            small: number(SMALL, 1_000)?,
            large: number(LARGE, 1_000)?,
            large_from: number(LARGE_FROM, 100_000)?,
            least: number(LEAST, 1_000)?,
            // No workplace is asked for more than the last four.
            months: number(MONTHS, 4)? as usize,
            full_time: rules
                .quarters(FULL_TIME, day)
                .filter(|hours| hours.0 > 0)
                .ok_or_else(|| ask(FULL_TIME))?,
        })
    }

    /// The lines of the two parts, for a staff in hundredths.
    fn parts(&self, staff: u32) -> Vec<Line> {
        let edge = self.large_from * HUNDRED;
        let first = staff.min(edge);
        let small = Line::Small {
            staff: first,
            per: self.small,
            quotient: first / self.small,
            seats: (first / self.small / HUNDRED).max(self.least),
        };
        let above = staff - first;
        let large = Line::Large {
            above,
            per: self.large,
            quotient: above / self.large,
            seats: above / self.large / HUNDRED,
        };
        if above > 0 { vec![small, large] } else { vec![small] }
    }

    fn seats(&self, staff: u32) -> u32 {
        let seats = |line: &Line| match line {
            Line::Small { seats, .. } | Line::Large { seats, .. } => *seats,
            _ => 0,
        };
        self.parts(staff).iter().map(seats).sum()
    }

    /// The fewest employees, in whole full-time equivalents, with whom there are so many seats.
    fn employees_for(&self, seats: u32) -> u32 {
        let in_first = (self.large_from / self.small).max(self.least);
        if seats <= self.least {
            0
        } else if seats <= in_first {
            seats.saturating_mul(self.small)
        } else {
            (seats - in_first).saturating_mul(self.large).saturating_add(self.large_from)
        }
    }

    /// Quarter hours a week.
    fn in_use(&self, hours: &[Quarters]) -> u32 {
        hours.iter().map(|hours| u32::from(hours.0)).sum()
    }

    /// Quarter hours a week.
    fn room(&self, seats: u32) -> u32 {
        seats.saturating_mul(u32::from(self.full_time.0))
    }

    /// Hours as hundredths of a seat, each less than one hundredth off, so that their sum as shown is within the
    /// seats exactly when the hours are. Each is rounded to the nearest; where that would hide that it fits, or
    /// that it does not, those that lie nearest the middle are rounded the other way.
    fn shares(&self, hours: &[Quarters], seats: u32) -> Vec<u32> {
        let full = u32::from(self.full_time.0);
        let fits = self.in_use(hours) <= self.room(seats);
        let limit = seats.saturating_mul(HUNDRED);
        let exact = |hours: &Quarters| u32::from(hours.0) * HUNDRED;
        let mut shares: Vec<u32> = hours.iter().map(|hours| (exact(hours) + full / 2) / full).collect();
        let mut order: Vec<usize> = (0..hours.len()).collect();
        order.sort_by_key(|&i| (exact(&hours[i]) % full * 2).abs_diff(full));
        for i in order {
            if (shares.iter().sum::<u32>() <= limit) == fits {
                break;
            }
            shares[i] = if fits {
                exact(&hours[i]) / full
            } else {
                exact(&hours[i]).div_ceil(full)
            };
        }
        shares
    }
}

#[cfg(test)]
mod tests;
