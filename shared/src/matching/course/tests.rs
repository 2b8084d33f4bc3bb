use super::*;
use crate::matching::candidate::Status;
use crate::matching::testing::{plain_candidate, plain_offer, today};
use proptest::prelude::*;
use uuid::Uuid;

const METTE: PersonId = PersonId(Uuid::from_u128(1));
const THOMAS: PersonId = PersonId(Uuid::from_u128(2));

fn hours(hours: u16) -> Quarters {
    Quarters::from_hours(hours)
}

fn course(kind: Kind) -> Course {
    Course {
        id: CourseId(Uuid::from_u128(9)),
        candidate: CandidateId::MIN,
        placement: PlacementId::MIN,
        workplace: plain_offer().workplace.id,
        kind,
        tasks: vec![TaskId(2), TaskId(5), TaskId(7)],
        by: METTE,
        talked: today(),
        from: today().plus(10),
        until: Some(today().plus(10 + 8 * 7 - 1)),
        hours: hours(15),
        knew: false,
        steps: vec![],
        calls: None,
        signed: None,
    }
}

const BEFORE: [Step; 4] = [Step::Apply, Step::Confirm, Step::Grant, Step::Begin];

/// Running since the day of the talk.
fn running(weeks: i32) -> Course {
    let mut course = course(Kind::WorkPlacement);
    course.from = today();
    course.until = Some(today().plus(weeks * 7 - 1));
    for step in BEFORE {
        course.take(step, today(), METTE, today()).unwrap();
    }
    course
}

fn calls(year: bool) -> Calls {
    Calls {
        year,
        on: today(),
        text_version: 1,
        language: "da".into(),
        read_aloud: false,
    }
}

fn weeks_of(course: &Course) -> Vec<u16> {
    course.open_follow_ups().map(|one| one.week).collect()
}

#[test]
fn every_kind_has_its_way_and_no_step_comes_out_of_turn() {
    let mut placement = course(Kind::WorkPlacement);
    assert_eq!(placement.stage(), Stage::Talk);
    for (place, step) in BEFORE.into_iter().enumerate() {
        // Nobody begins before the municipality has answered.
        for early in &BEFORE[place + 1..] {
            assert_eq!(placement.take(*early, today(), METTE, today()), Err(NotNow::Order));
        }
        placement.take(step, today(), METTE, today()).unwrap();
        assert_eq!(placement.stage(), Stage::way(Kind::WorkPlacement)[place + 1]);
    }
    placement.take(Step::End, today(), METTE, today()).unwrap();
    for step in BEFORE {
        assert_eq!(placement.take(step, today(), METTE, today()), Err(NotNow::Order));
    }
    let mut job = course(Kind::PaidHours);
    assert_eq!(job.take(Step::Apply, today(), METTE, today()), Err(NotNow::Order));
    job.take(Step::Job { hours: hours(20) }, today(), METTE, today()).unwrap();
    assert_eq!(job.stage(), Stage::Job);
    job.take(Step::End, today(), METTE, today()).unwrap();
}

#[test]
fn where_nobody_else_works_there_is_nobody_to_confirm() {
    let mut alone = course(Kind::WageSubsidy);
    alone.take(Step::Apply, today(), METTE, today()).unwrap();
    alone.take(Step::NobodyToConfirm, today(), METTE, today()).unwrap();
    assert_eq!(alone.stage(), Stage::Confirmed);
}

#[test]
fn each_step_is_somebodys_word() {
    let voices = BEFORE.map(Step::voice);
    assert_eq!(
        voices,
        [Voice::Company, Voice::Colleague, Voice::Municipality, Voice::Company]
    );
    assert_eq!(Step::Extend { until: today() }.voice(), Voice::Municipality);
}

#[test]
fn a_step_is_not_before_the_one_before_it_nor_on_a_day_that_has_not_come() {
    let mut one = course(Kind::WorkPlacement);
    assert_eq!(one.take(Step::Apply, today().plus(-1), METTE, today()), Err(NotNow::TooEarly));
    assert_eq!(one.take(Step::Apply, today().plus(1), METTE, today()), Err(NotNow::NotYet));
    one.take(Step::Apply, today().plus(1), METTE, today().plus(3)).unwrap();
    assert_eq!(
        one.take(Step::Confirm, today(), METTE, today().plus(3)),
        Err(NotNow::TooEarly)
    );
}

#[test]
fn a_talk_needs_hours_and_what_is_applied_for_needs_an_end() {
    let can = |change: fn(&mut Course)| {
        let mut one = course(Kind::WorkPlacement);
        change(&mut one);
        one.can_begin(today())
    };
    assert_eq!(can(|_| ()), Ok(()));
    assert_eq!(can(|one| one.until = None), Err(NotNow::Bounds));
    assert_eq!(can(|one| one.until = Some(one.from.plus(-1))), Err(NotNow::Bounds));
    assert_eq!(can(|one| one.hours = hours(0)), Err(NotNow::Bounds));
    assert_eq!(can(|one| one.hours = hours(38)), Err(NotNow::Bounds));
    assert_eq!(can(|one| one.talked = today().plus(1)), Err(NotNow::NotYet));
    let open = |one: &mut Course| (one.kind, one.until) = (Kind::PaidHours, None);
    assert_eq!(can(open), Ok(()));
}

#[test]
fn a_placement_is_followed_up_at_1_2_4_8_and_13_weeks_and_past_that_every_thirteenth() {
    assert_eq!(weeks_of(&running(8)), [1, 2, 4]);
    assert_eq!(weeks_of(&running(13)), [1, 2, 4, 8]);
    let mut long = running(14);
    assert_eq!(weeks_of(&long), [1, 2, 4, 8, 13]);
    let until = today().plus(40 * 7 - 1);
    long.take(Step::Extend { until }, today(), METTE, today()).unwrap();
    assert_eq!(weeks_of(&long), [1, 2, 4, 8, 13, 26, 39]);
    let first = long.open_follow_ups().next().unwrap();
    assert_eq!((first.on, first.with), (today().plus(7), With::Both));
}

#[test]
fn after_a_job_has_begun_only_those_are_called_who_have_said_yes() {
    let mut one = running(8);
    one.take(Step::Job { hours: hours(20) }, today(), METTE, today()).unwrap();
    assert_eq!(weeks_of(&one), [0; 0]);
    one.calls = Some(calls(false));
    assert_eq!(weeks_of(&one), [1, 1, 4, 4, 13, 13, 26, 26]);
    one.calls = Some(calls(true));
    assert_eq!(weeks_of(&one).last(), Some(&52));
    let talked = Step::FollowUp {
        week: 1,
        with: With::Person,
    };
    one.take(talked, today(), METTE, today()).unwrap();
    assert_eq!(one.open_follow_ups().next().map(|one| one.with), Some(With::Workplace));
    // A yes that is taken back ends the calls at once.
    one.calls = None;
    assert_eq!(one.next().map(|next| next.what), Some(What::Signature));
}

#[test]
fn an_end_closes_the_rest_and_a_talk_is_had_once() {
    let mut one = running(8);
    let talk = Step::FollowUp {
        week: 2,
        with: With::Both,
    };
    one.take(talk, today(), METTE, today()).unwrap();
    assert_eq!(one.take(talk, today(), METTE, today()), Err(NotNow::Order));
    let never = Step::FollowUp {
        week: 3,
        with: With::Both,
    };
    assert_eq!(one.take(never, today(), METTE, today()), Err(NotNow::Order));
    assert_eq!(weeks_of(&one), [1, 4]);
    one.take(Step::End, today(), METTE, today()).unwrap();
    assert_eq!(weeks_of(&one), [0; 0]);
    assert_eq!(one.next().map(|next| next.what), Some(What::Signature));
}

#[test]
fn what_is_due_first_comes_first() {
    let due = |one: &Course| one.next().map(|next| (next.what, next.on));
    let mut one = course(Kind::WorkPlacement);
    let first = one.from;
    let waits = [What::Application, What::Confirmation, What::Answer, What::FirstDay];
    for (what, step) in waits.into_iter().zip(BEFORE) {
        assert_eq!(due(&one), Some((what, first)));
        one.take(step, today(), METTE, today()).unwrap();
    }
    let mut short = running(1);
    assert_eq!(due(&short), Some((What::LastDay, today().plus(6))));
    let until = today().plus(13);
    short.take(Step::Extend { until }, today(), METTE, today()).unwrap();
    assert_eq!(due(&short).map(|(_, on)| on), Some(today().plus(7)));
}

#[test]
fn what_has_ended_lasted_until_its_end_and_not_until_what_was_agreed_on() {
    let mut one = course(Kind::WorkPlacement);
    assert_eq!(one.span(), (one.from, one.until));
    for step in BEFORE {
        one.take(step, one.from.plus(1), METTE, one.from.plus(1)).unwrap();
    }
    assert_eq!(one.span(), (one.from.plus(1), one.until));
    let end = one.from.plus(3);
    one.take(Step::End, end, METTE, end).unwrap();
    assert_eq!(one.span(), (one.from.plus(1), Some(end)));
}

#[test]
fn one_takes_back_ones_own_last_step_and_nobody_elses() {
    let mut one = running(8);
    assert!(one.take_back(THOMAS).is_none());
    assert_eq!(one.take_back(METTE).map(|taken| taken.step), Some(Step::Begin));
    assert_eq!(one.stage(), Stage::Granted);
    let mut ended = running(8);
    ended.take(Step::End, today(), METTE, today()).unwrap();
    assert!(ended.sign("Kirsten", today(), &[TaskId(2)]));
    assert!(ended.take_back(METTE).is_none(), "somebody has signed what came of it");
}

#[test]
fn a_running_placement_takes_a_seat_counts_under_the_ratio_rule_and_is_known_afterwards() {
    let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
    candidate.knows.clear();
    let (status, seats, supported) = (candidate.status, offer.placement.seats, offer.workplace.staff.supported.len());
    let mut one = running(8);
    let talk = course(Kind::WorkPlacement);
    carry_over(&talk, &one, false, &mut candidate, &mut offer.placement, &mut offer.workplace).unwrap();
    assert_eq!((candidate.status, offer.placement.seats), (Status::Underway, seats - 1));
    assert_eq!(offer.workplace.staff.supported.len(), supported + 1);
    assert!(!candidate.knows.contains(&offer.workplace.id));
    let before = one.clone();
    let more = Step::Hours { hours: hours(20) };
    one.take(more, today(), METTE, today()).unwrap();
    carry_over(
        &before,
        &one,
        false,
        &mut candidate,
        &mut offer.placement,
        &mut offer.workplace,
    )
    .unwrap();
    assert_eq!(offer.workplace.staff.supported.len(), supported + 1);
    assert_eq!(offer.workplace.staff.supported.last().map(|one| one.hours), Some(hours(20)));
    let before = one.clone();
    one.take(Step::End, today(), METTE, today()).unwrap();
    carry_over(
        &before,
        &one,
        false,
        &mut candidate,
        &mut offer.placement,
        &mut offer.workplace,
    )
    .unwrap();
    assert_eq!((candidate.status, offer.placement.seats), (status, seats));
    assert_eq!(offer.workplace.staff.supported.len(), supported);
    assert!(candidate.knows.contains(&offer.workplace.id));
}

#[test]
fn one_seat_is_taken_by_one_and_is_one_again_afterwards() {
    let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
    offer.placement.seats = 1;
    let (talk, runs) = (course(Kind::WorkPlacement), running(8));
    let mut carry = |from: &Course, to: &Course| {
        let carried = carry_over(from, to, true, &mut candidate, &mut offer.placement, &mut offer.workplace);
        (carried, offer.placement.seats, candidate.clone(), offer.workplace.clone())
    };
    let (first, left, candidate, workplace) = carry(&talk, &runs);
    assert_eq!((first, left), (Ok(()), 0));
    // Somebody else has begun there: nothing of a second beginning is carried over.
    assert_eq!(carry(&talk, &runs), (Err(NotNow::NoSeat), 0, candidate, workplace));
    let mut ended = runs.clone();
    ended.take(Step::End, today(), METTE, today()).unwrap();
    assert_eq!(carry(&runs, &ended).1, 1);
}

#[test]
fn a_placement_until_the_end_of_the_calendar_has_its_talks_and_no_more() {
    let mut one = running(8);
    one.until = Some("2199-12-31".parse().unwrap());
    let days: Vec<Day> = one.follow_ups().iter().map(|one| one.on).collect();
    assert!(days.len() > 600 && days.is_sorted() && days[0] == today().plus(7));
    assert!(days.last().is_some_and(|last| one.until.unwrap().days_since(*last) < 13 * 7));
}

#[test]
fn whoever_has_another_course_underway_or_takes_a_pause_stays_as_they_are() {
    for (status, others, then) in [
        (Status::Underway, true, Status::Underway),
        (Status::Underway, false, Status::Looking),
        (Status::Pause, false, Status::Pause),
    ] {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        candidate.status = status;
        let one = running(8);
        let mut ended = one.clone();
        ended.take(Step::End, today(), METTE, today()).unwrap();
        carry_over(
            &one,
            &ended,
            others,
            &mut candidate,
            &mut offer.placement,
            &mut offer.workplace,
        )
        .unwrap();
        assert_eq!(candidate.status, then);
    }
}

#[test]
fn the_person_keeps_what_they_like_of_what_was_signed_and_may_leave_out_more_later() {
    let mut one = running(8);
    assert!(!one.sign("Kirsten", today(), &[TaskId(2)]), "it runs");
    one.take(Step::End, today(), METTE, today()).unwrap();
    // What was not a task of the placement cannot be signed.
    assert!(one.sign("Kirsten", today(), &[TaskId(7), TaskId(2), TaskId(99)]));
    assert!(!one.sign("En anden", today(), &[TaskId(5)]), "once");
    assert_eq!(
        one.to_decide().map(|signed| signed.tasks.clone()),
        Some(vec![TaskId(2), TaskId(7)])
    );
    assert!(one.kept().is_empty());
    let mut can = vec![TaskId(4), TaskId(7)];
    one.keep(&[TaskId(2), TaskId(7), TaskId(5)], &mut can);
    assert_eq!(can, [TaskId(2), TaskId(4), TaskId(7)]);
    assert_eq!(one.kept(), [TaskId(2), TaskId(7)]);
    assert!(one.to_decide().is_none());
    one.keep(&[TaskId(7)], &mut can);
    assert_eq!(
        (can.as_slice(), one.kept()),
        ([TaskId(4), TaskId(7)].as_slice(), [TaskId(7)].as_slice())
    );
}

/// Any step, on a day that need not be right.
fn any_step() -> impl Strategy<Value = (Step, i32)> {
    let week = prop::sample::select(vec![1u16, 2, 3, 4, 8, 13, 26, 39, 52]);
    let with = prop::sample::select(vec![With::Both, With::Person, With::Workplace]);
    let step = prop_oneof![
        1 => Just(Step::Apply),
        1 => Just(Step::Confirm),
        1 => Just(Step::NobodyToConfirm),
        1 => Just(Step::Grant),
        1 => Just(Step::Begin),
        4 => (week, with).prop_map(|(week, with)| Step::FollowUp { week, with }),
        1 => (0..400i32).prop_map(|days| Step::Extend { until: today().plus(days) }),
        1 => (0..40u16).prop_map(|hours| Step::Hours { hours: Quarters::from_hours(hours) }),
        1 => (0..40u16).prop_map(|hours| Step::Job { hours: Quarters::from_hours(hours) }),
        1 => Just(Step::End),
    ];
    (step, -3..40i32)
}

fn any_course() -> impl Strategy<Value = Course> {
    let kinds = vec![Kind::WorkPlacement, Kind::WageSubsidy, Kind::PaidHours, Kind::DayJob];
    let begun = prop::sample::select(vec![0usize, 0, 4, 4, 4]);
    (
        prop::sample::select(kinds),
        begun,
        prop::collection::vec(any_step(), 0..24),
        any::<bool>(),
    )
        .prop_map(|(kind, begun, steps, year)| {
            let mut course = course(kind);
            course.calls = Some(calls(year));
            let mut day = today();
            for step in BEFORE.into_iter().take(begun) {
                let _ = course.take(step, day, METTE, day);
            }
            for (step, later) in steps {
                day = day.plus(later.max(0));
                let _ = course.take(step, day.plus(later.min(0)), METTE, day);
            }
            course
        })
}

proptest! {
    #[test]
    fn days_stand_in_order_and_a_course_is_read_back_as_it_was(course in any_course()) {
        prop_assert!(course.steps.is_sorted_by_key(|taken| taken.on));
        let text = serde_json::to_string(&course).unwrap();
        prop_assert_eq!(serde_json::from_str::<Course>(&text).unwrap(), course);
    }

    #[test]
    fn no_talk_is_lost_whatever_is_extended_or_changed(course in any_course(), steps in prop::collection::vec(any_step(), 1..6)) {
        let mut then = course.clone();
        let day = then.last_written().plus(400);
        for (step, _) in steps {
            let before: Vec<FollowUp> = then.open_follow_ups().collect();
            let stage = then.stage();
            if then.take(step, day, METTE, day).is_err() {
                continue;
            }
            let after: Vec<FollowUp> = then.open_follow_ups().collect();
            if then.stage() == stage {
                // Every one that was open is open still, but for the one that was had.
                for one in &before {
                    let was_had = step == Step::FollowUp { week: one.week, with: one.with };
                    prop_assert_eq!(after.contains(one), !was_had);
                }
            } else if !then.stage().is_underway() {
                prop_assert!(after.is_empty(), "an end closes the rest");
            }
        }
    }

    #[test]
    fn a_step_taken_back_gives_back_exactly_what_it_took(
        course in any_course(), step in any_step(), others in any::<bool>(), seats in 0..4u8,
    ) {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        offer.placement.seats = seats;
        if others {
            candidate.status = Status::Underway;
        }
        // As things are while the course stands as it does.
        let talk = Course { steps: vec![], ..course.clone() };
        candidate.knows.retain(|known| *known != offer.workplace.id);
        let mut carry = |from: &Course, to: &Course| {
            let carried = carry_over(from, to, others, &mut candidate, &mut offer.placement, &mut offer.workplace);
            // Of those who are supported there the order does not matter.
            offer.workplace.staff.supported.sort_by_key(|one| (one.until, one.hours.0));
            (carried, candidate.clone(), offer.clone())
        };
        let (carried, candidate, offer) = carry(&talk, &course);
        let takes_a_seat = u8::from(course.effect().seat);
        prop_assert_eq!(carried, if seats < takes_a_seat { Err(NotNow::NoSeat) } else { Ok(()) });
        prop_assert_eq!(offer.placement.seats, seats.saturating_sub(takes_a_seat));
        let mut after = course.clone();
        let day = course.last_written().plus(step.1.max(0));
        if carried.is_ok() && after.take(step.0, day, METTE, day).is_ok() {
            let (carried, ..) = carry(&course, &after);
            if carried.is_ok() {
                prop_assert_eq!(carry(&after, &course), (Ok(()), candidate, offer));
            } else {
                prop_assert_eq!(carry(&course, &course), (Ok(()), candidate, offer), "half of it was carried over");
            }
        }
    }

    #[test]
    fn something_is_waited_for_until_it_has_ended_and_is_signed(course in any_course()) {
        let waits_for = |course: &Course| course.next().map(|next| next.what);
        let is_talked_out = course.open_follow_ups().next().is_none();
        match course.stage() {
            Stage::Ended => prop_assert_eq!(waits_for(&course), Some(What::Signature)),
            // Whoever has had no placement before the job has nothing signed while it lasts.
            Stage::Job if is_talked_out => {
                prop_assert_eq!(waits_for(&course), course.began().map(|_| What::Signature));
            }
            _ => prop_assert!(waits_for(&course).is_some_and(|what| what != What::Signature)),
        }
        let mut signed = course.clone();
        if signed.sign("Kirsten", today(), &[TaskId(2)]) {
            prop_assert!(waits_for(&signed).is_none() || !is_talked_out);
        }
    }
}
