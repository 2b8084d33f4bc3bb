//! Every field of what lies in the matching's tables as JSON, each with what it is for.

use backend::demo::Demo;
use backend::matching::access::Label;
use backend::matching::book::Entry;
use serde_json::Value;
use shared::day::Day;
use shared::ids::WorkplaceId;
use shared::matching::candidate::Candidate;
use shared::matching::course::{Step, Taken};
use shared::matching::generate::Town;
use shared::matching::placement::{Company, Placement, Workplace};
use shared::matching::testing::{candidate, placement, sample, workplace};
use std::collections::BTreeSet;

/// Record, its fields with all that lie in them, and what each is for. A field of a list is a field of each that is in it.
pub const FIELDS: &[(&str, &[(&str, &str)])] = &[
    (
        "Company",
        &[
            ("id", "Which company."),
            ("name", "Public."),
            ("cvr", "Public, of the business register."),
            ("public", "A public employer."),
        ],
    ),
    (
        "Workplace",
        &[
            ("id", "Which workplace."),
            ("company", "Whose."),
            ("name", "Public."),
            ("p_number", "Public, of the business register."),
            ("site", "Where it is."),
            ("site.community", "Which town."),
            ("site.island", "Whether there is water between."),
            ("site.point", "Where on the map."),
            ("site.point.lat", "Where on the map."),
            ("site.point.lon", "Where on the map."),
            (
                "staff",
                "How many work there, and the hours of those who are there with support: numbers, no names.",
            ),
            ("staff.ordinary", "How many work there without support, month by month."),
            (
                "staff.supported",
                "Those who are there with support: nobody's name and not with which.",
            ),
            ("staff.supported.hours", "A week."),
            ("staff.supported.until", "The last day."),
        ],
    ),
    (
        "Placement",
        &[
            ("id", "Which placement."),
            ("workplace", "Where."),
            ("kind", "One of five."),
            (
                "subsidy_confirmed",
                "That the municipality has said a wage subsidy is possible there, not why.",
            ),
            ("occupation", "What work."),
            ("title", "The company's words."),
            ("tasks", "What is done there."),
            ("other_tasks", "What is done there, in the company's words."),
            ("shifts", "When."),
            ("shifts.day", "On which day of the week."),
            ("shifts.start", "From when."),
            ("shifts.length", "How long."),
            ("shifts.pause", "How much of it is a pause."),
            ("shifts.parity", "In which weeks."),
            ("shifts.from_week", "From which week of the placement on."),
            ("shifts.leeway", "What the company would change of it."),
            ("shifts.leeway.days", "To which days."),
            ("shifts.leeway.earlier", "By how much."),
            ("shifts.leeway.later", "By how much."),
            ("shifts.leeway.optional", "Whether it can do without."),
            ("shifts.leeway.shortest", "To how few hours."),
            ("least_hours", "The fewest hours that the company can use."),
            ("must_speak", "Languages."),
            ("must_speak.language", "Which."),
            ("must_speak.level", "How well."),
            ("nice_to_speak", "Languages."),
            ("nice_to_speak.language", "Which."),
            ("nice_to_speak.level", "How well."),
            ("colleagues_speak", "Languages."),
            ("demands", "What the work asks of whoever does it."),
            ("lifts", "How much is lifted."),
            ("certificates", "What papers it takes."),
            ("mentor", "Whether somebody is at one's side."),
            ("seats", "How many."),
            ("start", "The first day."),
            ("end", "The last day."),
            ("afterwards", "What the company has said of pay."),
            ("afterwards.PaidFromWeek", "From which week on there is pay."),
            ("could", "What the company would change."),
            ("could.buddy", "A colleague who helps with the language."),
            ("could.lift_from", "From which towns somebody can be driven with."),
            ("could.lifts", "How little may be lifted."),
            ("could.spare", "Demands that somebody else would meet."),
            ("could.start_until", "Until when the start may be put off."),
            ("confirmed", "When a person last said that it is there."),
            ("expires", "When that runs out."),
        ],
    ),
    (
        "Candidate",
        &[
            ("id", "Which candidate."),
            ("first_name", "Only the first."),
            ("strengths", "What they say of themselves."),
            ("wish", "What they would like, in their words."),
            ("wanted", "Occupations."),
            ("can", "Tasks."),
            ("wants_to_learn", "Tasks."),
            ("speaks", "Languages."),
            ("speaks.language", "Which."),
            ("speaks.level", "How well."),
            ("home", "The community, not the address."),
            ("home.community", "Which town."),
            ("home.island", "Whether there is water between."),
            ("home.point", "The middle of the town."),
            ("home.point.lat", "The middle of the town."),
            ("home.point.lon", "The middle of the town."),
            ("travel", "How they come, and how far."),
            ("travel.by", "What they have: a bicycle, a car."),
            ("travel.longest", "How many minutes they would be on the way."),
            ("travel.told", "Ways that they have looked up."),
            ("travel.told.community", "To which town."),
            ("travel.told.by", "How."),
            ("travel.told.minutes", "How long."),
            ("travel.told.at_all_hours", "Whether it goes early and late too."),
            ("free", "When they can work: one set of hours, and never why not."),
            ("free.even", "In even weeks."),
            ("free.odd", "In odd weeks."),
            (
                "hours",
                "Hours now and hoped for. Which pay or benefit there is beside them is not known.",
            ),
            ("hours.paid", "A week, with pay."),
            ("hours.placement", "A week, without."),
            (
                "hours.bound",
                "Hours of the week that are taken otherwise, such as by a language school.",
            ),
            ("hours.hoped", "A week."),
            (
                "needs",
                "Tasks to leave out, of a closed list. Treated as health data; never a cause.",
            ),
            ("needs.can", "Demands of the closed list."),
            ("needs.cannot", "Demands of the closed list."),
            ("needs.lifts", "Kilograms."),
            ("certificates", "What papers they have."),
            ("age", "One of four bands, for the rules for those under 18."),
            (
                "terms",
                "What the law allows, as consequences a consultant has entered. Never the benefit behind them.",
            ),
            ("terms.kinds", "Kinds of placement that are possible."),
            ("terms.placement_weeks", "The most weeks of a work placement."),
            ("terms.subsidy_weeks", "The most weeks of a wage subsidy."),
            ("terms.excluded", "Workplaces where it cannot be."),
            ("terms.outside_ratio", "Whether a seat is needed."),
            ("knows", "Workplaces where they know somebody."),
            ("status", "One of three."),
            ("waiting_since", "A day."),
            ("from", "A day."),
            ("day_jobs", "Whether they would hear of them."),
        ],
    ),
    (
        "Label",
        &[
            ("parity", "In which weeks."),
            ("day", "On which day."),
            ("start", "From when."),
            ("length", "How long."),
            (
                "words",
                "What the candidate calls it. Read for their own page and for nothing else.",
            ),
        ],
    ),
    (
        "Signal",
        &[
            ("about", "Room or hands."),
            ("tasks", "What is to be done."),
            ("other_task", "The same in the company's words."),
            ("times", "When."),
            ("times.day", "On which days."),
            ("times.part", "In the morning or later."),
            ("can_move", "Whether that can be moved."),
            ("must", "What one must know."),
            ("nice", "What would be good to know."),
            ("kinds", "What it can become."),
            ("place", "Where."),
            ("name", "Whom to call, at the company."),
            ("phone", "The company's."),
            ("not_when", "When not to call."),
        ],
    ),
    (
        "Course",
        &[
            ("id", "Which way through a placement."),
            ("candidate", "Whose."),
            ("placement", "Through which placement."),
            ("workplace", "Where."),
            ("kind", "One of five."),
            ("tasks", "What is done there."),
            ("by", "The consultant whom both call."),
            ("talked", "The day of the talk."),
            ("from", "The first day that was agreed on."),
            ("until", "The last one."),
            ("hours", "A week, to begin with."),
            ("knew", "Whether they knew the workplace before."),
            (
                "steps",
                "What was said or done, on which day, and who wrote it down. There is no step for a no.",
            ),
            ("steps.by", "Who wrote it down."),
            ("steps.on", "On which day."),
            ("steps.step", "What was said or done: one of ten."),
            ("steps.step.FollowUp", "Somebody has called."),
            ("steps.step.FollowUp.week", "In which week."),
            ("steps.step.FollowUp.with", "Whom."),
            ("steps.step.Extend", "It lasts longer."),
            ("steps.step.Extend.until", "Until when."),
            ("steps.step.Hours", "Other hours."),
            ("steps.step.Hours.hours", "A week."),
            ("steps.step.Job", "Ordinary work."),
            ("steps.step.Job.hours", "A week."),
            (
                "calls",
                "Their own yes to being called when a job has begun. A no is not there.",
            ),
            ("calls.on", "On which day they said so."),
            ("calls.text_version", "To which words."),
            ("calls.language", "In which language."),
            ("calls.read_aloud", "Whether it was read to them."),
            ("calls.year", "Whether we may call a year later too."),
            (
                "signed",
                "What the company has signed that they can, and whose name stands under it.",
            ),
            ("signed.by", "Whose name stands under it."),
            ("signed.on", "On which day."),
            ("signed.tasks", "What they can."),
            ("signed.kept", "Whether they have chosen what to keep of it."),
            ("signed.added", "What of it they had not said themselves."),
        ],
    ),
    (
        "Entry",
        &[
            ("with", "With whom at the company was talked."),
            ("phone", "The company's."),
            ("note", "What the company needs."),
            ("promised", "What the municipality has promised the company."),
            ("promised_by", "By which day."),
            ("kept", "When that was done."),
            ("call", "Whether to call."),
        ],
    ),
];

/// Every field with all that lie in it: `staff.supported.hours`.
fn keys(records: impl IntoIterator<Item = Value>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for record in records {
        add_keys(&record, "", &mut found);
    }
    found
}

fn add_keys(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let key = format!("{at}{name}");
                add_keys(value, &format!("{key}."), found);
                found.insert(key);
            }
        }
        Value::Array(all) => all.iter().for_each(|value| add_keys(value, at, found)),
        _ => {}
    }
}

fn json<T: serde::Serialize>(record: T) -> Value {
    serde_json::to_value(record).unwrap()
}

#[test]
fn every_field_of_what_is_stored_is_on_the_list_with_what_it_is_for() {
    let today: Day = "2026-11-22".parse().unwrap();
    let places = Town::new(1, today, 50).places(50);
    let candidates: Vec<Candidate> = sample(&candidate(), 1, 40);
    let placements: Vec<Placement> = sample(&placement(WorkplaceId::MIN), 2, 40)
        .into_iter()
        .chain(places.placements)
        .collect();
    let workplaces: Vec<Workplace> = sample(&workplace(), 3, 40);
    let companies: Vec<Company> = places.companies;
    let label = Label {
        parity: Default::default(),
        day: shared::matching::week::Weekday::Monday,
        start: Default::default(),
        length: Default::default(),
        words: "a".into(),
    };
    let entry = Entry {
        with: "a".into(),
        phone: "b".into(),
        note: "c".into(),
        promised: "d".into(),
        promised_by: Some(today),
        kept: Some(today),
        call: Default::default(),
    };
    let signal = super::canaries::signal();
    let mut courses = Demo::read().unwrap().work_on(today).unwrap().courses;
    let longer = Taken {
        step: Step::Extend { until: today },
        on: today,
        by: courses[0].by,
    };
    courses[0].steps.push(longer);
    let found = [
        ("Company", keys(companies.iter().map(json))),
        ("Workplace", keys(workplaces.iter().map(json))),
        ("Placement", keys(placements.iter().map(json))),
        ("Candidate", keys(candidates.iter().map(json))),
        ("Label", keys([json(&label)])),
        ("Course", keys(courses.iter().map(json))),
        ("Signal", keys([json(&signal)])),
        ("Entry", keys([json(&entry)])),
    ];
    for (record, found) in found {
        let (_, listed) = FIELDS.iter().find(|(name, _)| *name == record).unwrap();
        let listed: BTreeSet<String> = listed.iter().map(|(field, _)| (*field).to_owned()).collect();
        assert_eq!(found, listed, "{record}");
    }
}

#[test]
fn a_field_that_nobody_listed_is_noticed_however_deep_it_lies() {
    let mut one = json(&sample(&candidate(), 1, 1)[0]);
    one["hours"]["benefit"] = "Kanariefugl".into();
    one["travel"]["told"] = serde_json::json!([{ "benefit": 1 }]);
    let found = keys([one]);
    assert!(found.contains("hours.benefit") && found.contains("travel.told.benefit"));
}
