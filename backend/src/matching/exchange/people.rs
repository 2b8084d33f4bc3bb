//! Somebody who looks for work, as columns.

use super::Why;
use super::fields::Fields;
use super::places::site;
use shared::matching::candidate::Candidate;
use shared::matching::sound::{CAN_LIFT, LINE, LINES, NAME, TOLD, UnsoundPerson, WAY, WEEKS, WISH};

/// What somebody's work may ask of them.
pub const NEEDS: [&str; 3] = ["can-demands", "cannot-demands", "lifts-most"];

/// What the form of a person would refuse too.
pub fn judge(candidate: &Candidate, on: &mut impl Fields) {
    for what in candidate.unsound() {
        let (column, why) = match what {
            UnsoundPerson::Name => ("first-name", Why::too_long(NAME)),
            UnsoundPerson::Lines => ("strengths", Why::too_many(LINES)),
            UnsoundPerson::Line => ("strengths", Why::too_long(LINE)),
            UnsoundPerson::Wish => ("wish", Why::too_long(WISH)),
            UnsoundPerson::Way => ("travel-longest", Why::range(&WAY)),
            UnsoundPerson::Told => ("travel-told", Why::too_many(TOLD)),
            UnsoundPerson::ToldWay => ("travel-told", Why::Told),
            UnsoundPerson::Lifts => ("lifts-most", Why::range(&CAN_LIFT)),
            UnsoundPerson::Paid => ("hours-paid", Why::hours()),
            UnsoundPerson::Placement => ("hours-placement", Why::hours()),
            UnsoundPerson::Bound => ("hours-bound", Why::hours()),
            UnsoundPerson::Hoped => ("hours-hoped", Why::hours()),
            UnsoundPerson::PlacementWeeks => ("placement-weeks", Why::range(&WEEKS)),
            UnsoundPerson::SubsidyWeeks => ("subsidy-weeks", Why::range(&WEEKS)),
        };
        on.fault(column, why);
    }
}

pub fn fields(candidate: &mut Candidate, on: &mut impl Fields) {
    on.field("id", &mut Some(candidate.id));
    on.must("first-name", &mut candidate.first_name);
    on.field("strengths", &mut candidate.strengths);
    on.field("wish", &mut candidate.wish);
    on.field("wanted", &mut candidate.wanted);
    on.field("can", &mut candidate.can);
    on.field("learn", &mut candidate.wants_to_learn);
    on.field("speaks", &mut candidate.speaks);
    site(&mut candidate.home, on);
    on.field("travel-by", &mut candidate.travel.by);
    on.field("travel-longest", &mut candidate.travel.longest);
    on.field("travel-told", &mut candidate.travel.told);
    on.field("free", &mut candidate.free);
    on.field("hours-paid", &mut candidate.hours.paid);
    on.field("hours-placement", &mut candidate.hours.placement);
    on.field("hours-bound", &mut candidate.hours.bound);
    on.field("hours-hoped", &mut candidate.hours.hoped);
    let [can, cannot, lifts] = NEEDS;
    on.field(can, &mut candidate.needs.can);
    on.field(cannot, &mut candidate.needs.cannot);
    on.field(lifts, &mut candidate.needs.lifts);
    on.field("certificates", &mut candidate.certificates);
    on.field("age", &mut candidate.age);
    on.field("kinds", &mut candidate.terms.kinds);
    on.field("placement-weeks", &mut candidate.terms.placement_weeks);
    on.field("subsidy-weeks", &mut candidate.terms.subsidy_weeks);
    on.field("excluded", &mut candidate.terms.excluded);
    on.field("outside-ratio", &mut candidate.terms.outside_ratio);
    on.field("knows", &mut candidate.knows);
    on.field("status", &mut candidate.status);
    on.field("waiting-since", &mut candidate.waiting_since);
    on.field("from", &mut candidate.from);
    on.field("day-jobs", &mut candidate.day_jobs);
    if !(candidate.needs.can & candidate.needs.cannot).is_empty() {
        on.fault(cannot, Why::Both);
    }
    for tasks in [&mut candidate.can, &mut candidate.wants_to_learn] {
        tasks.sort_unstable();
        tasks.dedup();
    }
    let mut languages: Vec<_> = candidate.speaks.iter().map(|spoken| spoken.language).collect();
    languages.sort_unstable();
    if let Some(twice) = languages.windows(2).find(|two| two[0] == two[1]) {
        on.fault("speaks", Why::Language(twice[0].code().to_owned()));
    }
}
