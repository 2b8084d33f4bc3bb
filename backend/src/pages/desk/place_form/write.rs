//! A placement as the form shows it.

use super::shifts::put_rows;
use crate::pages::desk::reasons::task;
use crate::pages::profile::known::{OWN_WORDS, pick};
use crate::pages::profile::{Sent, code};
use crate::pages::reader::{Reader, hours_of};
use shared::matching::placement::{Afterwards, Placement};

pub fn of_placement(reader: &Reader, placement: &Placement) -> Sent {
    let mut sent = Sent::default();
    sent.put("workplace", placement.workplace.to_string());
    sent.put("kind", code(placement.kind));
    if placement.subsidy_confirmed {
        sent.put("subsidy_confirmed", "yes");
    }
    sent.put("title", &placement.title);
    sent.put("occupation", placement.occupation.0.to_string());
    let mut tasks: Vec<String> = placement.tasks.iter().map(|id| task(reader, *id)).collect();
    tasks.extend(placement.other_tasks.iter().cloned());
    sent.put("tasks", tasks.join("\n"));
    // What is in the company's own words stays so.
    for own in &placement.other_tasks {
        sent.put(&pick("tasks", own.trim()), OWN_WORDS);
    }
    put_rows(reader, &mut sent, &placement.shifts);
    sent.put("least_hours", placement.least_hours.map(hours_of).unwrap_or_default());
    for (language, level, all) in [
        ("must_language", "must_level", &placement.must_speak),
        ("nice_language", "nice_level", &placement.nice_to_speak),
    ] {
        for spoken in all {
            sent.put(language, spoken.language.code());
            sent.put(level, code(spoken.level));
        }
    }
    for language in &placement.colleagues_speak {
        sent.put("colleague", language.code());
    }
    for demand in placement.demands {
        sent.put("demand", code(demand));
    }
    sent.put("lifts", placement.lifts.to_string());
    for paper in placement.certificates {
        sent.put("certificate", code(paper));
    }
    if placement.mentor {
        sent.put("mentor", "yes");
    }
    sent.put("seats", placement.seats.to_string());
    sent.put("start", placement.start.to_string());
    sent.put("end", placement.end.map(|end| end.to_string()).unwrap_or_default());
    match placement.afterwards {
        Afterwards::NotSaid => sent.put("afterwards", ""),
        Afterwards::Perhaps => sent.put("afterwards", "perhaps"),
        Afterwards::PaidFromWeek(week) => {
            sent.put("afterwards", "paid");
            sent.put("paid_week", week.to_string());
        }
    }
    put_could(&mut sent, placement);
    sent
}

/// What the company would talk about.
fn put_could(sent: &mut Sent, placement: &Placement) {
    for demand in placement.could.spare {
        sent.put("spare", code(demand));
    }
    sent.put(
        "could_lift",
        placement
            .could
            .lifts
            .map(|kilograms| kilograms.to_string())
            .unwrap_or_default(),
    );
    if placement.could.buddy {
        sent.put("buddy", "yes");
    }
    sent.put("lift_from", placement.could.lift_from.join(", "));
    sent.put(
        "start_until",
        placement.could.start_until.map(|day| day.to_string()).unwrap_or_default(),
    );
}
