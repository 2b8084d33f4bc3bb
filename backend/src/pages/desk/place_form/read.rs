//! What was typed, as a placement; or everything that stands in the way.

use super::View;
use super::shifts::read_rows;
use crate::pages::profile::known::{Meant, SOUGHT, tasks_meant};
use crate::pages::profile::{Reading, Sent, Slip, Slips, by_code};
use enumset::{EnumSet, EnumSetType};
use shared::day::Day;
use shared::ids::{PlacementId, WorkplaceId};
use shared::matching::occupations::occupation as known_occupation;
use shared::matching::place::site;
use shared::matching::placement::{Afterwards, Could, Placement};
use shared::matching::sound::{LIFTS, SEATS, TASK, TITLE, Unsound, WEEKS};
use shared::matching::words::{Isco, Kind, Language, TaskId};
use std::collections::BTreeSet;
use std::fmt::Debug;

impl View<'_> {
    pub(super) fn shows_youth(&self) -> bool {
        !self.youth.is_empty()
    }
}

/// The placement under `id`, heard from the company today. `before` is the one that is changed.
pub fn read(
    sent: &Sent,
    id: PlacementId,
    workplaces: &BTreeSet<WorkplaceId>,
    before: Option<&Placement>,
    today: Day,
) -> Result<Placement, Slips> {
    let mut reading = Reading::of(sent);
    let workplace = match before {
        // A placement does not move to another workplace.
        Some(before) => Some(before.workplace),
        None => sent.get("workplace").parse().ok().filter(|id| workplaces.contains(id)),
    };
    if workplace.is_none() {
        reading.slip("workplace", "place-form-workplace", "place-slip-workplace");
    }
    let kind: Option<Kind> = by_code(sent.get("kind"));
    if kind.is_none() {
        reading.slip("kind", "place-kind", "place-slip-kind");
    }
    let title = reading.text("title", "place-form-title", TITLE, Some("place-slip-title"));
    let occupation = occupation(&mut reading);
    // All can be taken later, but nobody writes a place down that nobody can have.
    let fewest = if before.is_none() { *SEATS.start() } else { 0 };
    let seats = reading
        .number("seats", "place-form-seats", fewest..=*SEATS.end())
        .unwrap_or(1);
    let tasks = tasks(&mut reading);
    let start = reading.day("start", "place-form-start").unwrap_or(today.plus(1));
    // A job for a day ends on its first day unless more were said.
    let end = reading.day("end", "place-form-end");
    let end = end.or_else(|| (kind == Some(Kind::DayJob)).then_some(start));
    let shifts = read_rows(&mut reading, &few_days(kind, start, end));
    let (workplace, kind) = (workplace.unwrap_or(WorkplaceId::MIN), kind.unwrap_or(Kind::PaidHours));
    let placement = Placement {
        title,
        occupation,
        seats,
        tasks: tasks.known,
        other_tasks: tasks.own,
        shifts: shifts.unwrap_or_default(),
        end,
        ..Placement::new(id, workplace, kind, start, today)
    };
    for what in placement.unsound(before.is_none(), today) {
        unsound(&mut reading, what);
    }
    let least_hours = reading.hours("least_hours", "place-form-least");
    let afterwards = afterwards(&mut reading);
    let must_speak = reading.spoken("must_language", "must_level", "place-form-must");
    let nice_to_speak = reading.spoken("nice_language", "nice_level", "place-form-nice");
    let lifts = reading.number("lifts", "place-form-lifts", LIFTS).unwrap_or(0);
    let could = could(&mut reading);
    let placement = Placement {
        subsidy_confirmed: sent.has("subsidy_confirmed", "yes"),
        least_hours,
        must_speak,
        nice_to_speak,
        colleagues_speak: sent.all("colleague").filter_map(|code| Language::new(code).ok()).collect(),
        demands: set(sent, "demand"),
        lifts,
        certificates: set(sent, "certificate"),
        mentor: sent.has("mentor", "yes"),
        afterwards,
        could,
        confirmed: before.map_or(placement.confirmed, |before| before.confirmed),
        expires: before.map_or(placement.expires, |before| before.expires),
        ..placement
    };
    reading.done(Some(placement))
}

/// What cannot be, at its field.
fn unsound(reading: &mut Reading<'_>, what: Unsound) {
    match what {
        Unsound::EndsFirst => reading.slip("end", "place-form-end", "place-slip-backwards"),
        Unsound::Over => reading.slip("end", "place-form-end", "place-slip-over"),
        Unsound::ManyDays => reading.slip("end", "place-form-end", "place-slip-few-days"),
        Unsound::NoDay => {
            let row = reading.sent.all("when").position(|when| !when.is_empty());
            reading.add(Slip::new("when", "place-form-when", "place-slip-few-days").in_row(row.unwrap_or(0)));
        }
        Unsound::Task => reading.long("tasks", "place-form-tasks", TASK),
        // Each was read within its bounds.
        Unsound::Title
        | Unsound::Tasks
        | Unsound::LeastHours
        | Unsound::Lifts
        | Unsound::CouldLift
        | Unsound::LiftFrom
        | Unsound::PaidWeek
        | Unsound::Seats => {}
    }
}

/// The days of a job for a few days; none of any other.
fn few_days(kind: Option<Kind>, start: Day, end: Option<Day>) -> Vec<Day> {
    match (kind, end) {
        (Some(Kind::DayJob), Some(end)) => (0..=end.days_since(start).clamp(0, 6)).map(|n| start.plus(n)).collect(),
        _ => Vec::new(),
    }
}

/// What is ticked of a closed list.
fn set<T: EnumSetType + Debug>(sent: &Sent, name: &str) -> EnumSet<T> {
    sent.all(name).filter_map(by_code::<T>).collect()
}

fn occupation(reading: &mut Reading<'_>) -> Isco {
    let chosen = reading.sent.get("occupation").parse().ok().map(Isco);
    chosen.filter(|isco| known_occupation(*isco).is_some()).unwrap_or_else(|| {
        reading.slip("occupation", "place-form-occupation", "place-slip-occupation");
        Isco(0)
    })
}

/// Those of the list, and those that stay in the company's own words.
fn tasks(reading: &mut Reading<'_>) -> Meant<TaskId> {
    if reading.sent.lines("tasks").count() > SOUGHT {
        reading.slip("tasks", "place-form-tasks", "place-slip-many");
        return Meant::default();
    }
    let mut meant = tasks_meant(reading.sent, "tasks");
    // In order, as everywhere else they are written down.
    meant.known.sort_unstable();
    reading.unknown("place-form-tasks", std::mem::take(&mut meant.unknown));
    meant
}

fn afterwards(reading: &mut Reading<'_>) -> Afterwards {
    match reading.sent.get("afterwards") {
        "perhaps" => Afterwards::Perhaps,
        "paid" => match reading.sent.get("paid_week").parse() {
            Ok(week) if WEEKS.contains(&week) => Afterwards::PaidFromWeek(week),
            _ => {
                reading.slip("paid_week", "place-form-paid-week", "place-slip-paid-week");
                Afterwards::NotSaid
            }
        },
        _ => Afterwards::NotSaid,
    }
}

fn could(reading: &mut Reading<'_>) -> Could {
    let sent = reading.sent;
    let lifts = reading.number("could_lift", "place-form-could-lift", LIFTS);
    let start_until = reading.day("start_until", "place-form-start-until");
    let mut lift_from = Vec::new();
    let towns = sent.get("lift_from").split([',', '\n', ';']).map(str::trim);
    for town in towns.filter(|town| !town.is_empty()) {
        match site(town) {
            Some(site) => lift_from.push(site.community.clone()),
            None => {
                let slip = Slip::new("lift_from", "place-form-lift-from", "place-slip-lift-from");
                reading.add(slip.with("town", town));
            }
        }
    }
    Could {
        spare: set(sent, "spare"),
        lifts,
        buddy: sent.has("buddy", "yes"),
        lift_from,
        start_until,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::pages::desk::place_form::of_placement;
    use crate::pages::profile::Sent;
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use proptest::prelude::*;
    use shared::day::Day;
    use shared::ids::{PlacementId, WorkplaceId};
    use shared::matching::testing::{offer, sample};
    use std::collections::BTreeSet;
    use uuid::Uuid;

    const PLACE: WorkplaceId = WorkplaceId(Uuid::from_u128(7));

    fn today() -> Day {
        "2026-11-22".parse().unwrap()
    }

    fn sent(fields: &[(&str, &str)]) -> Sent {
        let mut sent = Sent::default();
        let whole = [
            ("workplace", "00000000-0000-0000-0000-000000000007"),
            ("kind", "WorkPlacement"),
            ("title", "Varer"),
            ("occupation", "9334"),
        ];
        for (name, value) in whole.iter().chain(fields) {
            sent.put_over(name, *value);
        }
        sent
    }

    fn slips(fields: &[(&str, &str)]) -> Vec<&'static str> {
        let read = read(&sent(fields), PlacementId::MIN, &BTreeSet::from([PLACE]), None, today());
        read.map_or_else(|slips| slips.slips.iter().map(|slip| slip.key).collect(), |_| vec![])
    }

    #[test]
    fn the_least_that_a_placement_needs_is_a_place_a_kind_a_title_and_an_occupation() {
        assert_eq!(slips(&[]), [""; 0]);
        assert_eq!(
            slips(&[("workplace", ""), ("kind", ""), ("title", ""), ("occupation", "1")]).len(),
            4
        );
        let placement = read(&sent(&[]), PlacementId::MIN, &BTreeSet::from([PLACE]), None, today()).unwrap();
        assert_eq!((placement.confirmed, placement.expires), (today(), today().plus(28)));
        assert_eq!(placement.start, today().plus(1));
    }

    #[test]
    fn a_job_for_a_few_days_has_one_to_five_of_them() {
        let job =
            |start: &str, end: &str, when: &str| slips(&[("kind", "DayJob"), ("start", start), ("end", end), ("when", when)]);
        assert_eq!(job("2026-11-23", "", "8-14"), [""; 0]);
        assert_eq!(job("2026-11-23", "2026-11-27", "8-14"), [""; 0]);
        assert_eq!(job("2026-11-23", "2026-11-30", "hverdage 8-14"), ["place-slip-few-days"]);
        assert_eq!(job("2026-11-23", "2026-11-23", "tir 8-14"), ["place-slip-few-days"]);
        assert_eq!(
            job("2026-11-23", "2027-11-22", ""),
            ["place-slip-few-days"],
            "nor a year of no days"
        );
    }

    #[test]
    fn what_does_not_go_together_is_told() {
        assert_eq!(
            slips(&[("start", "2026-12-01"), ("end", "2026-11-30")]),
            ["place-slip-backwards"]
        );
        assert_eq!(slips(&[("start", "soon")]), ["slip-day"]);
        assert_eq!(
            slips(&[("lifts", "900"), ("lift_from", "Uldum, Atlantis"), ("afterwards", "paid")]).len(),
            3
        );
        assert_eq!(slips(&[("must_language", "da"), ("must_level", "Z9")]), ["slip-language"]);
    }

    #[test]
    fn nothing_that_was_typed_is_cut_and_no_text_is_too_much_work() {
        let own = |letters: usize| {
            let line = "å".repeat(letters);
            let pick = crate::pages::profile::known::pick("tasks", &line);
            let form = sent(&[("tasks", &line), (&pick, "own")]);
            read(&form, PlacementId::MIN, &BTreeSet::from([PLACE]), None, today())
        };
        assert_eq!(own(400).unwrap().other_tasks, ["å".repeat(400)]);
        assert_eq!(own(401).unwrap_err().slips[0].key, "slip-long");
        assert_eq!(slips(&[("tasks", &"fylde hylder\n".repeat(41))]), ["place-slip-many"]);
        assert_eq!(slips(&[("tasks", &"fylde hylder\n".repeat(100_000))]), ["place-slip-many"]);
    }

    #[test]
    fn a_new_place_has_room_for_somebody_and_a_taken_one_stays_as_it_is() {
        for seats in ["0", "100"] {
            assert_eq!(slips(&[("seats", seats)]), ["slip-number"]);
        }
        let mut taken = read(&sent(&[]), PlacementId::MIN, &BTreeSet::from([PLACE]), None, today()).unwrap();
        taken.seats = 0;
        let form = of_placement(&Reader::new(None, Lang::Da), &taken);
        assert_eq!(read(&form, taken.id, &BTreeSet::new(), Some(&taken), today()).unwrap(), taken);
    }

    #[test]
    fn tasks_are_written_down_in_order_however_they_were_typed() {
        let form = sent(&[("tasks", "fylde hylder\ngøre gulve rene")]);
        let placement = read(&form, PlacementId::MIN, &BTreeSet::from([PLACE]), None, today()).unwrap();
        assert!(
            placement.tasks.len() == 2 && placement.tasks.is_sorted(),
            "{:?}",
            placement.tasks
        );
    }

    /// Whatever is stored can be opened and saved without a change.
    #[test]
    fn any_placement_is_the_same_after_it_has_been_through_the_form() {
        for made in sample(&offer(), 5, 300) {
            let mut placement = made.placement;
            placement.shifts.clear();
            // Between the dates that the generator makes up there may be none of a day job's days.
            if placement.kind == shared::matching::words::Kind::DayJob {
                continue;
            }
            for lang in Lang::ALL {
                let form = of_placement(&Reader::new(None, lang), &placement);
                let read = read(&form, placement.id, &BTreeSet::new(), Some(&placement), today());
                match read {
                    Ok(read) => assert_eq!(read, placement),
                    Err(slips) => assert!(slips.unknown.is_empty() && !slips.slips.is_empty(), "{slips:?}"),
                }
            }
        }
    }

    proptest! {
        #[test]
        fn any_form_is_read_or_comes_back(name in "(when|tasks|start|end|lifts|days|least_hours|lift_from|must_language|kind|pause)", text in "\\PC{0,30}") {
            let _ = read(&sent(&[(&name, &text)]), PlacementId::MIN, &BTreeSet::from([PLACE]), None, today());
        }
    }
}
