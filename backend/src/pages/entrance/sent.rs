//! A signal out of the form's fields, and the fields of its closed lists.

use crate::pages::profile::Sent;
use enumset::EnumSet;
use shared::matching::signal::{About, PartOfDay, Signal, Time};
use shared::matching::week::Weekday;
use shared::matching::words::{Kind, TaskId};

/// The tasks that are offered, by their numbers in the list: those that companies here name first.
pub const OFFERED: [u16; 12] = [27, 20, 11, 7, 19, 18, 54, 71, 17, 15, 85, 110];

/// The name of the field for a part of a day.
pub fn time_field(day: Weekday, part: PartOfDay) -> String {
    format!("at-{day:?}-{part:?}")
}

pub fn task_field(id: TaskId) -> String {
    format!("task-{}", id.0)
}

pub fn kind_field(kind: Kind) -> String {
    format!("kind-{kind:?}")
}

/// Only what the form offers can be ticked; anything else that was sent is not there.
pub fn signal(sent: &Sent) -> Signal {
    let is_on = |name: String| !sent.get(&name).is_empty();
    let parts = Weekday::ALL
        .into_iter()
        .flat_map(|day| EnumSet::<PartOfDay>::all().iter().map(move |part| Time { day, part }));
    let text = |name: &str| sent.get(name).to_owned();
    Signal {
        about: if sent.get("about") == "Hands" {
            About::Hands
        } else {
            About::Room
        },
        tasks: OFFERED.into_iter().map(TaskId).filter(|id| is_on(task_field(*id))).collect(),
        other_task: text("other_task"),
        times: parts.filter(|time| is_on(time_field(time.day, time.part))).collect(),
        can_move: sent.get("can_move") == "yes",
        must: text("must"),
        nice: text("nice"),
        kinds: EnumSet::<Kind>::all()
            .iter()
            .filter(|kind| is_on(kind_field(*kind)))
            .collect(),
        place: text("place"),
        name: text("name"),
        phone: text("phone"),
        not_when: text("not_when"),
    }
}

#[cfg(test)]
mod tests {
    use super::{OFFERED, signal};
    use crate::pages::profile::Sent;
    use shared::matching::occupations::task;
    use shared::matching::signal::About;
    use shared::matching::words::{Kind, TaskId};

    #[test]
    fn a_form_is_read_as_it_was_filled_in() {
        let mut sent = Sent::default();
        for (name, value) in [
            ("about", "Hands"),
            ("task-27", "on"),
            ("task-9999", "on"),
            ("at-Monday-Morning", "on"),
            ("at-Someday-Morning", "on"),
            ("kind-DayJob", "on"),
            ("can_move", "yes"),
            ("place", " Købmanden, Uldum "),
        ] {
            sent.put(name, value);
        }
        let signal = signal(&sent);
        assert_eq!((signal.about, signal.can_move), (About::Hands, true));
        assert_eq!(signal.tasks, [TaskId(27)]);
        assert_eq!(signal.times.len(), 1);
        assert_eq!(signal.kinds, Kind::DayJob);
        assert_eq!(signal.place, "Købmanden, Uldum");
    }

    #[test]
    fn every_task_that_is_offered_is_of_the_list() {
        assert!(OFFERED.into_iter().all(|id| task(TaskId(id)).is_some()));
    }
}
