//! Whether the days fit: still confirmed, not over, not before the person can, not longer than they may.
//!
//! Where the start has gone by, one can join on any day on which the placement is still there. How long it lasts, and what
//! the law says of it, is reckoned from the first of them. A job for some days on a public holiday is a question: whether
//! there is work then, the workplace knows.
//!
//! Slack: days, the fewest to spare of any of these. Source: the placement's own dates, `Candidate::from`, and for
//! placements without ordinary pay how long they last: the weeks of `Terms`, one figure for each kind, which the
//! consultant has entered. Where none is entered, what the law lets everybody have passes, what it lets nobody have
//! fails, and all between is a question (LAB § 61 and chapter 12). So is a placement without a last day.

use super::{Context, Pair, fail, fail_by, judge, not_in_force};
use crate::day::Day;
use crate::matching::calendar::{Holiday, turns};
use crate::matching::placement::Placement;
use crate::matching::rules::{Rules, Unit};
use crate::matching::verdict::{Gate, Judged, Missing, Question, Verdict};
use crate::matching::words::Kind;

/// What the law says of how long a kind of placement may last.
struct Law {
    /// So long for everybody.
    always: &'static str,
    /// So long for many: what is cited where it is a question.
    often: &'static str,
    /// Longer for nobody at once.
    at_most: &'static str,
}

const WORK_PLACEMENT: Law = Law {
    always: "vp.max_weeks.jobready",
    often: "vp.max_weeks.other",
    at_most: "vp.extend_weeks.other",
};
const WAGE_SUBSIDY: Law = Law {
    always: "lt.months.public",
    often: "lt.months.other",
    at_most: "lt.months.some",
};

/// A job that goes on for longer has days enough without holidays.
const MOST_DAYS: i32 = 14;

pub(super) fn dates(pair: &Pair<'_>, context: &Context<'_>) -> Verdict {
    let (candidate, placement) = (pair.candidate, pair.opening.placement);
    let begins = placement.begins(context.today);
    let mut spare = match lasts(placement, context.today) {
        Ok(days) => days,
        Err(on) => return fail(Gate::Dates, Missing::Ended { on }),
    };
    if let Some(from) = candidate.from {
        let until = placement.can_join_until(context.today);
        if from > until {
            return fail(Gate::Dates, Missing::Start { start: begins, from });
        }
        let first = if from > begins { until } else { begins };
        spare = spare.min(first.days_since(from));
    }
    let entered = candidate.terms.longest_weeks(placement.kind);
    match (limited_weeks(placement, begins), entered) {
        (Some(offered), Some(at_most)) if offered > u16::from(at_most) => {
            return fail(Gate::Dates, Missing::Weeks { offered, at_most });
        }
        (Some(offered), Some(at_most)) => spare = spare.min(7 * (i32::from(at_most) - i32::from(offered))),
        _ => match by_law(placement, begins, context.rules) {
            Ok(days) => spare = spare.min(days),
            Err(verdict) => return verdict,
        },
    }
    holiday(placement, begins).map_or(Verdict::Ok(spare.unsigned_abs()), Verdict::Unknown)
}

/// For how many days it is still there for anybody; or the day on which it ended. It stands on the day on which its
/// confirmation runs out, and on its last day.
pub(crate) fn lasts(placement: &Placement, today: Day) -> Result<i32, Day> {
    let confirmed = placement.expires.days_since(today);
    if confirmed < 0 {
        return Err(placement.expires);
    }
    match placement.end.map(|end| (end, end.days_since(placement.begins(today)))) {
        Some((end, days)) if days < 0 => Err(end),
        Some((_, days)) => Ok(days.min(confirmed)),
        None => Ok(confirmed),
    }
}

/// Weeks of a placement without ordinary pay from the day on which it begins, a week begun counted whole; `None` where
/// no longest counts, or where the company has named no last day.
pub(crate) fn limited_weeks(placement: &Placement, begins: Day) -> Option<u16> {
    law(placement.kind)?;
    let days = placement.end?.days_since(begins) + 1;
    u16::try_from((days + 6) / 7).ok()
}

/// What is said of how long it lasts where nothing was entered for the person: days to spare, a question, or a no.
pub(crate) fn by_law(placement: &Placement, begins: Day, rules: &Rules) -> Result<i32, Verdict> {
    let Some(law) = law(placement.kind) else { return Ok(i32::MAX) };
    let Some(end) = placement.end else {
        return Err(Verdict::Unknown(Question::End));
    };
    let days = end.days_since(begins) + 1;
    let longest = |id| longest(id, begins, rules).ok_or_else(|| Verdict::Unknown(not_in_force(id, rules, begins)));
    let (always, at_most) = (longest(law.always)?, longest(law.at_most)?);
    if days <= always {
        return Ok(always - days);
    }
    if days > at_most {
        let missing = Missing::Weeks {
            offered: u16::try_from((days + 6) / 7).unwrap_or(u16::MAX),
            at_most: in_weeks(at_most),
        };
        return Err(fail_by(law.at_most, Gate::Dates, missing, rules, begins));
    }
    let judged = Judged::Weeks(placement.kind);
    Err(Verdict::Unknown(judge(judged, law.often, rules, begins)))
}

/// What is asked of a job for some days of which one is a public holiday.
pub(crate) fn holiday(placement: &Placement, begins: Day) -> Option<Question> {
    let until = placement.end.filter(|_| placement.kind == Kind::DayJob)?;
    let is_near = |day: Day| Holiday::on(day).is_some() || Holiday::on(day.plus(1)).is_some();
    let days = (0..=until.days_since(begins).min(MOST_DAYS)).map(|days| begins.plus(days));
    days.filter(|day| is_near(*day)).find_map(|day| {
        let mut turns = turns(&placement.shifts, placement.start, day, day);
        turns.find_map(|turn| turn.holiday).map(|_| Question::Holiday(day))
    })
}

/// The most whole weeks that the law lets anybody have of this kind.
pub(crate) fn most_by_law(kind: Kind, begins: Day, rules: &Rules) -> Option<u8> {
    longest(law(kind)?.at_most, begins, rules).map(in_weeks)
}

fn law(kind: Kind) -> Option<&'static Law> {
    match kind {
        Kind::WorkPlacement => Some(&WORK_PLACEMENT),
        Kind::WageSubsidy => Some(&WAGE_SUBSIDY),
        Kind::PaidHours | Kind::DayJob | Kind::YouthJob => None,
    }
}

/// The days of a rule's weeks or months from a day on.
fn longest(id: &str, begins: Day, rules: &Rules) -> Option<i32> {
    let figure = rules.on(id, begins)?.value?;
    let number = i32::try_from(figure.number).ok().filter(|number| *number <= 1200)?;
    match figure.unit {
        Unit::Days => Some(number),
        Unit::Weeks => Some(7 * number),
        Unit::Months => Some(begins.plus_months(figure.number).days_since(begins)),
        _ => None,
    }
}

fn in_weeks(days: i32) -> u8 {
    u8::try_from(days / 7).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::dates;
    use crate::day::Day;
    use crate::matching::candidate::Candidate;
    use crate::matching::gates::Context;
    use crate::matching::rules::Rules;
    use crate::matching::testing::{Offer, candidate, offer, plain_candidate, plain_offer, today};
    use crate::matching::verdict::{Asked, Judged, Missing, Question, Verdict, Violation};
    use crate::matching::words::Kind;
    use proptest::prelude::*;

    fn on(candidate: &Candidate, offer: &Offer, today: Day) -> Verdict {
        let rules = Rules::default();
        dates(&offer.with(candidate), &Context { rules: &rules, today })
    }

    fn missing(verdict: Verdict) -> Option<Missing> {
        match verdict {
            Verdict::Fail(Violation { missing, rule: None, .. }) => Some(missing),
            _ => None,
        }
    }

    #[test]
    fn a_placement_stands_on_the_day_its_confirmation_runs_out_and_not_on_the_next() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        // Ordinary work, which may last as long as it likes.
        offer.placement.kind = Kind::PaidHours;
        offer.placement.end = None;
        let on_day = |days| on(&candidate, &offer, today().plus(days));
        assert_eq!(on_day(0), Verdict::Ok(30));
        assert_eq!(on_day(30), Verdict::Ok(0));
        let ended = Missing::Ended {
            on: offer.placement.expires,
        };
        assert_eq!(missing(on_day(31)), Some(ended));
    }

    #[test]
    fn a_placement_that_has_begun_can_be_joined_until_its_last_day() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        offer.placement.start = today().plus(-40);
        offer.placement.end = Some(today());
        assert_eq!(on(&candidate, &offer, today()), Verdict::Ok(0));
        let ended = Missing::Ended { on: today() };
        assert_eq!(missing(on(&candidate, &offer, today().plus(1))), Some(ended));
    }

    #[test]
    fn nobody_begins_before_they_can() {
        let (mut candidate, offer) = (plain_candidate(), plain_offer());
        let start = offer.placement.start;
        candidate.from = Some(start);
        assert_eq!(on(&candidate, &offer, today()), Verdict::Ok(0));
        let from = start.plus(1);
        candidate.from = Some(from);
        assert_eq!(missing(on(&candidate, &offer, today())), Some(Missing::Start { start, from }));
    }

    #[test]
    fn the_longest_weeks_count_for_placements_without_ordinary_pay_alone() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        // Thirteen weeks to the day.
        assert_eq!(on(&candidate, &offer, today()), Verdict::Ok(0));
        offer.placement.end = offer.placement.end.map(|end| end.plus(1));
        let too_long = Missing::Weeks {
            offered: 14,
            at_most: 13,
        };
        assert_eq!(missing(on(&candidate, &offer, today())), Some(too_long));
        // Some of the days have gone by.
        assert_eq!(on(&candidate, &offer, today().plus(2)), Verdict::Ok(0));
        offer.placement.kind = Kind::PaidHours;
        assert_eq!(on(&candidate, &offer, today()), Verdict::Ok(30));
    }

    #[test]
    fn where_it_has_begun_one_can_join_on_any_day_on_which_it_is_still_there() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        offer.placement.kind = Kind::PaidHours;
        (offer.placement.start, offer.placement.end) = (today().plus(-3), Some(today().plus(9)));
        candidate.from = Some(today().plus(7));
        assert_eq!(on(&candidate, &offer, today()), Verdict::Ok(2));
        candidate.from = Some(today().plus(10));
        let (start, from) = (today(), today().plus(10));
        assert_eq!(missing(on(&candidate, &offer, today())), Some(Missing::Start { start, from }));
        // Without a last day, as long as somebody has said that it is there.
        offer.placement.end = None;
        assert_eq!(on(&candidate, &offer, today()), Verdict::Ok(20));
        candidate.from = Some(offer.placement.expires.plus(1));
        assert!(missing(on(&candidate, &offer, today())).is_some());
        // Before it has begun, the start is the start.
        offer.placement.start = today().plus(1);
        candidate.from = Some(today().plus(2));
        assert!(missing(on(&candidate, &offer, today())).is_some());
    }

    #[test]
    fn a_job_for_a_day_that_is_a_public_holiday_is_asked_about() {
        let (candidate, mut offer) = (plain_candidate(), plain_offer());
        let on_days = |offer: &mut Offer, from: &str, until: &str| {
            let from: Day = from.parse().unwrap();
            (offer.placement.start, offer.placement.end) = (from, Some(until.parse().unwrap()));
            offer.placement.expires = from;
            on(&candidate, offer, today())
        };
        offer.placement.kind = Kind::DayJob;
        let christmas = "2026-12-25".parse().unwrap();
        let asks = Verdict::Unknown(Question::Holiday(christmas));
        assert_eq!(on_days(&mut offer, "2026-12-23", "2026-12-26"), asks);
        assert_eq!(Question::Holiday(christmas).of(), Asked::Company);
        // No shift of ours lies on a Saturday.
        assert_eq!(on_days(&mut offer, "2026-12-26", "2026-12-26"), Verdict::Ok(0));
        // A night that runs into it.
        offer.placement.shifts[3].start = crate::matching::week::Quarter(88);
        let asks = Verdict::Unknown(Question::Holiday("2026-12-24".parse().unwrap()));
        assert_eq!(on_days(&mut offer, "2026-12-24", "2026-12-24"), asks);
        // Whoever is there for months has holidays as everybody there.
        offer.placement.kind = Kind::PaidHours;
        assert_eq!(on_days(&mut offer, "2026-12-23", "2026-12-26"), Verdict::Ok(3));
    }

    /// A placement of this kind from tomorrow, Monday 23 November 2026, to this day, under the shipped rules.
    fn until(kind: Kind, entered: Option<u8>, end: Option<&str>) -> Verdict {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        (candidate.terms.placement_weeks, candidate.terms.subsidy_weeks) = (None, None);
        match kind {
            Kind::WorkPlacement => candidate.terms.placement_weeks = entered,
            _ => candidate.terms.subsidy_weeks = entered,
        }
        offer.placement.kind = kind;
        offer.placement.end = end.map(|end| end.parse().unwrap());
        let rules = Rules::shipped();
        dates(
            &offer.with(&candidate),
            &Context {
                rules: &rules,
                today: today(),
            },
        )
    }

    /// What is asked, and the rule that is cited.
    fn asked(verdict: Verdict) -> (Judged, String) {
        match verdict {
            Verdict::Unknown(question) => match question {
                Question::Judge { ref what, ref rule } => {
                    assert_eq!((question.of(), question.about()), (Asked::Municipality, Asked::Candidate));
                    (what.clone(), rule.rule.clone())
                }
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }

    /// Weeks offered and at most, and the rule that is cited.
    fn too_long(verdict: Verdict) -> (u16, u8, Option<String>) {
        match verdict {
            Verdict::Fail(Violation {
                missing: Missing::Weeks { offered, at_most },
                rule,
                ..
            }) => (offered, at_most, rule.map(|rule| rule.rule)),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn where_nothing_is_entered_a_work_placement_of_four_weeks_passes_a_longer_one_is_asked_and_one_of_a_year_cannot_be() {
        let until = |end| until(Kind::WorkPlacement, None, Some(end));
        assert_eq!(until("2026-12-20"), Verdict::Ok(0));
        assert_eq!(until("2026-12-13"), Verdict::Ok(7));
        let asks = (Judged::Weeks(Kind::WorkPlacement), "vp.max_weeks.other".to_owned());
        assert_eq!(asked(until("2026-12-21")), asks);
        assert_eq!(asked(until("2027-05-23")), asks);
        let rule = Some("vp.extend_weeks.other".to_owned());
        assert_eq!(too_long(until("2027-05-24")), (27, 26, rule.clone()));
        assert_eq!(too_long(until("2027-11-21")), (52, 26, rule));
    }

    #[test]
    fn where_nothing_is_entered_a_wage_subsidy_of_four_months_passes_and_one_of_more_than_a_year_cannot_be() {
        let until = |end| until(Kind::WageSubsidy, None, Some(end));
        assert_eq!(until("2027-03-22"), Verdict::Ok(0));
        let asks = (Judged::Weeks(Kind::WageSubsidy), "lt.months.other".to_owned());
        assert_eq!(asked(until("2027-03-23")), asks);
        assert_eq!(asked(until("2027-11-22")), asks);
        assert_eq!(too_long(until("2027-11-23")), (53, 52, Some("lt.months.some".to_owned())));
    }

    #[test]
    fn what_is_entered_for_one_kind_says_nothing_of_the_other() {
        // Half a year of wage subsidy for somebody who may be in a placement for four weeks.
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        (candidate.terms.placement_weeks, candidate.terms.subsidy_weeks) = (Some(4), Some(26));
        offer.placement.end = Some(today().plus(26 * 7));
        assert_eq!(
            too_long(on(&candidate, &offer, today())),
            (26, 4, None),
            "of a work placement"
        );
        offer.placement.kind = Kind::WageSubsidy;
        assert_eq!(on(&candidate, &offer, today()), Verdict::Ok(0));
        // What a consultant has entered goes before the law's figures: the municipality has extended it.
        offer.placement.kind = Kind::WorkPlacement;
        candidate.terms.placement_weeks = Some(39);
        assert_eq!(on(&candidate, &offer, today()), Verdict::Ok(30));
    }

    #[test]
    fn a_placement_without_a_last_day_is_a_question_to_the_company() {
        for kind in [Kind::WorkPlacement, Kind::WageSubsidy] {
            for entered in [None, Some(13)] {
                assert_eq!(until(kind, entered, None), Verdict::Unknown(Question::End));
            }
        }
        assert_eq!(Question::End.of(), Asked::Company);
        assert_eq!(until(Kind::PaidHours, None, None), Verdict::Ok(30));
    }

    #[test]
    fn without_the_rule_its_length_is_a_question() {
        let (mut candidate, offer) = (plain_candidate(), plain_offer());
        candidate.terms.placement_weeks = None;
        let verdict = on(&candidate, &offer, today());
        assert!(matches!(verdict, Verdict::Unknown(Question::Rule { id, .. }) if id == "vp.max_weeks.jobready"));
    }

    proptest! {
        #[test]
        fn a_later_confirmation_never_turns_a_yes_into_a_no(candidate in candidate(), offer in offer(), days in 0..100) {
            let before = on(&candidate, &offer, today());
            let mut later = offer;
            later.placement.expires = later.placement.expires.plus(days);
            if matches!(before, Verdict::Ok(_)) {
                prop_assert!(matches!(on(&candidate, &later, today()), Verdict::Ok(_)));
            }
        }
    }
}
