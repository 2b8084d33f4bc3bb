//! Every field of what lies in the matching's tables as JSON, each with what it is for.

use backend::matching::access::Label;
use backend::matching::book::Entry;
use serde_json::Value;
use shared::day::Day;
use shared::ids::WorkplaceId;
use shared::matching::candidate::Candidate;
use shared::matching::generate::Town;
use shared::matching::placement::{Company, Placement, Workplace};
use shared::matching::testing::{candidate, placement, sample, workplace};
use std::collections::BTreeSet;

/// Record, its fields, and what each is for. Deeper fields are parts of the one that is named.
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
            (
                "staff",
                "How many work there, and the hours of those who are there with support: numbers, no names.",
            ),
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
            ("least_hours", "The fewest hours that the company can use."),
            ("must_speak", "Languages."),
            ("nice_to_speak", "Languages."),
            ("colleagues_speak", "Languages."),
            ("demands", "What the work asks of whoever does it."),
            ("lifts", "How much is lifted."),
            ("certificates", "What papers it takes."),
            ("mentor", "Whether somebody is at one's side."),
            ("seats", "How many."),
            ("start", "The first day."),
            ("end", "The last day."),
            ("afterwards", "What the company has said of pay."),
            ("could", "What the company would change."),
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
            ("home", "The community, not the address."),
            ("travel", "How they come, and how far."),
            ("free", "When they can work: one set of hours, and never why not."),
            (
                "hours",
                "Hours now and hoped for. Which pay or benefit there is beside them is not known.",
            ),
            (
                "needs",
                "Tasks to leave out, of a closed list. Treated as health data; never a cause.",
            ),
            ("certificates", "What papers they have."),
            ("age", "One of four bands, for the rules for those under 18."),
            (
                "terms",
                "What the law allows, as consequences a consultant has entered. Never the benefit behind them.",
            ),
            ("knows", "Workplaces where they know somebody."),
            ("status", "One of three."),
            ("waiting_since", "A day."),
            ("from", "A day."),
            ("day_jobs", "Whether they would hear of them."),
        ],
    ),
    (
        "Terms",
        &[
            ("kinds", "Kinds of placement that are possible."),
            ("placement_weeks", "The most weeks of a work placement."),
            ("subsidy_weeks", "The most weeks of a wage subsidy."),
            ("excluded", "Workplaces where it cannot be."),
            ("outside_ratio", "Whether a seat is needed."),
        ],
    ),
    (
        "Needs",
        &[
            ("can", "Demands of the closed list."),
            ("cannot", "Demands of the closed list."),
            ("lifts", "Kilograms."),
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
            (
                "calls",
                "Their own yes to being called when a job has begun. A no is not there.",
            ),
            (
                "signed",
                "What the company has signed that they can, and whose name stands under it.",
            ),
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
            ("call", "Whether to call."),
        ],
    ),
];

fn keys(records: impl IntoIterator<Item = Value>) -> BTreeSet<String> {
    let objects = records.into_iter().filter_map(|record| record.as_object().cloned());
    objects
        .flat_map(|object| object.into_iter().map(|(key, _)| key).collect::<Vec<_>>())
        .collect()
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
        call: Default::default(),
    };
    let signal = super::canaries::signal();
    let found = [
        ("Company", keys(companies.iter().map(json))),
        ("Workplace", keys(workplaces.iter().map(json))),
        ("Placement", keys(placements.iter().map(json))),
        ("Candidate", keys(candidates.iter().map(json))),
        ("Terms", keys(candidates.iter().map(|one| json(&one.terms)))),
        ("Needs", keys(candidates.iter().map(|one| json(&one.needs)))),
        ("Label", keys([json(&label)])),
        (
            "Course",
            keys(
                backend::demo::Demo::read()
                    .unwrap()
                    .work_on(today)
                    .unwrap()
                    .courses
                    .iter()
                    .map(json),
            ),
        ),
        ("Signal", keys([json(&signal)])),
        ("Entry", keys([json(&entry)])),
    ];
    for (record, found) in found {
        let (_, listed) = FIELDS.iter().find(|(name, _)| *name == record).unwrap();
        let listed: BTreeSet<String> = listed.iter().map(|(field, _)| (*field).to_owned()).collect();
        assert_eq!(found, listed, "{record}");
    }
}
