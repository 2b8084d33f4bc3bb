//! What it would take, in cases that somebody could know.

use super::{context, fails};
use crate::matching::adapt::{Step, adaptations, apply};
use crate::matching::calendar::working_day;
use crate::matching::candidate::{AgeBand, Candidate, Spoken, Status};
use crate::matching::place::Mode;
use crate::matching::shift::{Leeway, Shift};
use crate::matching::testing::{self, Offer, sample, today};
use crate::matching::verdict::{Asked, Gate};
use crate::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};
use crate::matching::words::{Certificate, Demand, Kind, Language, Level};
use enumset::EnumSet;

/// Somebody without anything in the way, who lives next door.
fn somebody(offer: &Offer) -> Candidate {
    let mut candidate = sample(&testing::candidate(), 1, 1).remove(0);
    candidate.status = Status::Looking;
    candidate.terms.kinds = EnumSet::all();
    candidate.terms.excluded = Vec::new();
    (candidate.terms.placement_weeks, candidate.terms.subsidy_weeks) = (None, None);
    candidate.home = offer.workplace.site.clone();
    candidate.travel.by = Mode::Walk.into();
    candidate.travel.longest = 30;
    candidate.travel.told = Vec::new();
    candidate.free = Weeks::ALWAYS;
    candidate.hours = Default::default();
    candidate.needs.can = EnumSet::all();
    candidate.needs.cannot = EnumSet::empty();
    candidate.needs.lifts = Some(30);
    candidate.speaks = vec![spoken("da", Level::B1)];
    candidate.certificates = EnumSet::empty();
    candidate.age = AgeBand::Adult;
    candidate.from = None;
    candidate
}

/// A placement that asks nothing but to be there on Mondays and Tuesdays from seven to three.
fn bakery() -> Offer {
    let mut offer = sample(&testing::offer(), 1, 1).remove(0);
    offer.workplace.site.community = "Uldum".to_owned();
    offer.workplace.site.island = false;
    offer.workplace.staff.ordinary = Some([2000; 4]);
    offer.workplace.staff.supported = Vec::new();
    let placement = &mut offer.placement;
    placement.kind = Kind::WorkPlacement;
    placement.shifts = vec![shift(Weekday::Monday), shift(Weekday::Tuesday)];
    placement.least_hours = None;
    placement.must_speak = Vec::new();
    placement.colleagues_speak = Vec::new();
    placement.demands = EnumSet::empty();
    placement.lifts = 0;
    placement.certificates = EnumSet::empty();
    placement.mentor = false;
    placement.seats = 1;
    placement.start = today().plus(7);
    placement.end = Some(today().plus(7 + 13 * 7 - 1));
    placement.expires = today().plus(60);
    placement.could = Default::default();
    offer
}

fn shift(day: Weekday) -> Shift {
    Shift {
        day,
        start: Quarter(28),
        length: Quarters(32),
        pause: Quarters(2),
        parity: Parity::Every,
        from_week: 0,
        leeway: Leeway::default(),
    }
}

fn spoken(code: &str, level: Level) -> Spoken {
    Spoken {
        language: Language::new(code).unwrap(),
        level,
    }
}

/// Day care is open from seven to five.
fn day_care_hours() -> Weeks {
    let mut free = Weeks::EMPTY;
    for day in [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
    ] {
        free.insert(Parity::Every, day, Quarter(28), Quarters(40));
    }
    free
}

/// Home so many metres to the north.
fn lives_away(candidate: &mut Candidate, metres: i32) {
    candidate.home.community = "Tørring".to_owned();
    candidate.home.point.lat += metres * 9;
}

/// What is shown, each as its steps.
fn shown(candidate: &Candidate, offer: &Offer) -> Vec<Vec<Step>> {
    let found = adaptations(&offer.with(candidate), &context());
    found
        .iter()
        .map(|one| one.steps.iter().map(|change| change.step).collect())
        .collect()
}

#[test]
fn nothing_is_needed_where_nothing_fails() {
    let offer = bakery();
    let candidate = somebody(&offer);
    assert!(!fails(&offer.with(&candidate)));
    assert!(shown(&candidate, &offer).is_empty());
}

#[test]
fn a_mother_starts_when_day_care_is_open_if_the_bakery_can_move_both_mornings_by_half_an_hour() {
    let mut offer = bakery();
    let mut candidate = somebody(&offer);
    candidate.free = day_care_hours();
    // Twenty minutes on foot: two quarter hours before and after.
    lives_away(&mut candidate, 1_250);
    for shift in &mut offer.placement.shifts {
        shift.leeway.later = Quarters(4);
    }
    let found = adaptations(&offer.with(&candidate), &context());
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].cures, [Gate::Week]);
    // By what she has, half an hour; or a quarter of an hour and a bicycle, which costs the bakery less.
    let steps = |at: usize| found[at].steps.iter().map(|change| change.step).collect::<Vec<_>>();
    assert_eq!(steps(0), [alike(0b11, 30, 32)]);
    assert_eq!((found[0].company, found[0].others), (4, 0));
    assert_eq!(found[0].steps[0].asked, Asked::Company);
    assert_eq!(steps(1), [alike(0b11, 29, 32), Step::By(Mode::Bike)]);
    assert_eq!((found[1].company, found[1].others), (2, 8));
}

/// These shifts, a bit for each, are from this quarter on, so many long.
fn alike(shifts: u64, start: u8, length: u16) -> Step {
    Step::Alike {
        shifts,
        start: Quarter(start),
        length: Quarters(length),
    }
}

/// Five mornings from seven to twelve, which could all begin an hour later, a quarter of an hour from where a mother
/// lives whose day care opens at half past seven.
fn five_mornings() -> (Candidate, Offer) {
    let mut offer = bakery();
    let mut candidate = somebody(&offer);
    lives_away(&mut candidate, 900);
    candidate.free = Weeks::EMPTY;
    offer.placement.shifts = Weekday::ALL[..5].iter().map(|day| shift(*day)).collect();
    for shift in &mut offer.placement.shifts {
        shift.length = Quarters(20);
        shift.leeway.later = Quarters(4);
        candidate.free.insert(Parity::Every, shift.day, Quarter(30), Quarters(38));
    }
    (candidate, offer)
}

#[test]
fn all_five_mornings_begin_when_day_care_has_opened_and_that_is_one_thing_to_ask() {
    let (candidate, offer) = five_mornings();
    let found = adaptations(&offer.with(&candidate), &context());
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].steps.len(), 1);
    assert_eq!(found[0].steps[0].step, alike(0b11111, 31, 20));
    assert_eq!((found[0].company, found[0].others), (15, 0));
    assert_eq!(found[0].cures, [Gate::Week]);
    let changed = apply(&[found[0].steps[0].step], &offer.with(&candidate), &context()).unwrap();
    let shifts = changed.placement.shifts.iter();
    let hours = shifts.map(|shift| (shift.day, shift.start, shift.end()));
    assert!(hours.eq(Weekday::ALL[..5].iter().map(|day| (*day, Quarter(31), Quarters(51)))));
}

#[test]
fn shifts_that_are_alike_move_together_as_far_as_the_company_has_said_of_each_and_with_the_others_one_by_one() {
    let (candidate, mut offer) = five_mornings();
    // Fridays stay: they cannot be mended, and the others are four.
    offer.placement.shifts[4].leeway = Leeway::default();
    assert!(shown(&candidate, &offer).is_empty());
    let mut free_on_fridays = candidate.clone();
    let early = (Parity::Every, Weekday::Friday, Quarter(24), Quarters(8));
    free_on_fridays.free.insert(early.0, early.1, early.2, early.3);
    assert_eq!(shown(&free_on_fridays, &offer), [[alike(0b1111, 31, 20)]]);
    // A Friday of other hours is a question of its own.
    offer.placement.shifts[4].leeway.later = Quarters(4);
    offer.placement.shifts[4].length = Quarters(24);
    let friday = Step::MoveShift {
        shift: 4,
        day: Weekday::Friday,
        start: Quarter(31),
    };
    assert_eq!(shown(&candidate, &offer), [[alike(0b1111, 31, 20), friday]]);
}

#[test]
fn a_day_that_fits_already_moves_along_or_the_days_are_asked_about_one_by_one() {
    let (mut candidate, mut offer) = five_mornings();
    offer.placement.shifts.truncate(3);
    // On Mondays somebody else takes the children, and at noon she has to be home.
    candidate
        .free
        .remove(Parity::Every, Weekday::Monday, Quarter(0), Quarters(96));
    candidate
        .free
        .insert(Parity::Every, Weekday::Monday, Quarter(24), Quarters(25));
    let days = [(1, Weekday::Tuesday), (2, Weekday::Wednesday)];
    let each = days.map(|(shift, day)| Step::MoveShift {
        shift,
        day,
        start: Quarter(31),
    });
    assert_eq!(shown(&candidate, &offer), [each]);
    // With time enough on Mondays too, moving all of them is one thing to ask, and moving two of them moves less.
    candidate
        .free
        .insert(Parity::Every, Weekday::Monday, Quarter(24), Quarters(44));
    assert_eq!(shown(&candidate, &offer), [vec![alike(0b111, 31, 20)], each.to_vec()]);
}

#[test]
fn all_five_mornings_become_shorter_together() {
    let (mut candidate, mut offer) = five_mornings();
    candidate.free = Weeks::ALWAYS;
    // 25 hours at work and 17 at school are five too many.
    candidate.hours.bound = Quarters::from_hours(17);
    for shift in &mut offer.placement.shifts {
        shift.pause = Quarters(0);
        shift.leeway.shortest = Some(Quarters(12));
    }
    assert_eq!(shown(&candidate, &offer), [[alike(0b11111, 28, 16)]]);
}

#[test]
fn nobody_is_asked_for_more_than_three_changes() {
    let mut offer = bakery();
    let mut candidate = somebody(&offer);
    candidate.free = day_care_hours();
    offer.placement.shifts = Weekday::ALL[..4].iter().map(|day| shift(*day)).collect();
    for (shift, length) in offer.placement.shifts.iter_mut().zip(16..) {
        shift.start = Quarter(26);
        shift.length = Quarters(length);
        shift.leeway.later = Quarters(8);
    }
    assert!(
        shown(&candidate, &offer).is_empty(),
        "four shifts of four lengths are four questions"
    );
    offer.placement.shifts.pop();
    assert_eq!(shown(&candidate, &offer)[0].len(), 3);
}

#[test]
fn a_shift_is_not_moved_to_where_another_one_lies() {
    let mut offer = bakery();
    let mut candidate = somebody(&offer);
    candidate
        .free
        .remove(Parity::Every, Weekday::Monday, Quarter(0), Quarters(96));
    offer.placement.shifts[0].leeway.days = Weekday::Tuesday.into();
    assert!(shown(&candidate, &offer).is_empty());
    offer.placement.shifts[0].leeway.days = Weekday::Tuesday | Weekday::Thursday;
    let thursday = Step::MoveShift {
        shift: 0,
        day: Weekday::Thursday,
        start: Quarter(28),
    };
    assert_eq!(shown(&candidate, &offer), [[thursday]]);
}

#[test]
fn with_language_school_the_week_becomes_short_enough_but_never_shorter_than_the_company_can_use() {
    let mut offer = bakery();
    let mut candidate = somebody(&offer);
    // 15 hours at work and 25 at school are three hours too many.
    candidate.hours.bound = Quarters::from_hours(25);
    offer.placement.shifts[0].leeway.shortest = Some(Quarters(16));
    offer.placement.shifts[1].leeway.optional = true;
    let shorter = Step::Shorten {
        shift: 0,
        start: Quarter(28),
        length: Quarters(20),
    };
    assert_eq!(shown(&candidate, &offer), [[shorter]]);
    offer.placement.least_hours = Some(Quarters::from_hours(12));
    assert_eq!(shown(&candidate, &offer), [[shorter]]);
    offer.placement.least_hours = Some(Quarters::from_hours(13));
    assert!(shown(&candidate, &offer).is_empty());
}

#[test]
fn a_long_way_is_cured_by_a_bicycle_by_a_lift_or_by_a_longer_way_that_is_not_too_much_longer() {
    let mut offer = bakery();
    let mut candidate = somebody(&offer);
    // 40 minutes on foot.
    lives_away(&mut candidate, 2_500);
    offer.placement.could.lift_from = vec!["Tørring".to_owned()];
    assert_eq!(shown(&candidate, &offer), [[Step::By(Mode::Bike)], [Step::Lift]]);
    candidate.travel.longest = 34;
    assert_eq!(shown(&candidate, &offer), [[Step::LongerWay(40)], [Step::Lift]]);
    // So far that only a car helps, and at last nothing does.
    lives_away(&mut candidate, 12_000);
    assert_eq!(shown(&candidate, &offer), [[Step::Lift]]);
    offer.placement.could.lift_from.clear();
    assert!(shown(&candidate, &offer).is_empty());
}

#[test]
fn a_colleague_helps_with_a_language_that_is_nearly_there_or_in_one_that_both_speak() {
    let mut offer = bakery();
    let mut candidate = somebody(&offer);
    offer.placement.must_speak = vec![spoken("da", Level::C1)];
    let buddy = Step::Buddy(Language::DANISH);
    assert!(shown(&candidate, &offer).is_empty());
    offer.placement.could.buddy = true;
    assert_eq!(shown(&candidate, &offer), [[buddy]]);
    candidate.speaks = vec![spoken("da", Level::A1), spoken("uk", Level::C2)];
    assert!(shown(&candidate, &offer).is_empty());
    offer.placement.colleagues_speak = vec![Language::new("uk").unwrap()];
    let found = adaptations(&offer.with(&candidate), &context());
    assert_eq!((found[0].steps[0].step, found[0].company), (buddy, 8));
}

#[test]
fn what_somebody_cannot_do_is_spared_where_the_company_has_said_that_it_could() {
    let mut offer = bakery();
    let mut candidate = somebody(&offer);
    offer.placement.demands = Demand::Stairs | Demand::Cold;
    offer.placement.lifts = 20;
    candidate.needs.cannot = Demand::Cold.into();
    candidate.needs.lifts = Some(12);
    offer.placement.could.spare = Demand::Cold.into();
    assert!(shown(&candidate, &offer).is_empty());
    offer.placement.could.lifts = Some(10);
    assert_eq!(
        shown(&candidate, &offer),
        [[Step::Spare(Demand::Cold.into()), Step::LiftLess(12)]]
    );
    offer.placement.could.spare = EnumSet::empty();
    assert!(shown(&candidate, &offer).is_empty());
}

#[test]
fn a_course_is_offered_for_food_hygiene_and_none_for_a_driving_licence() {
    let mut offer = bakery();
    let candidate = somebody(&offer);
    offer.placement.start = today().plus(30);
    offer.placement.end = None;
    offer.placement.certificates = Certificate::FoodHygiene.into();
    let found = adaptations(&offer.with(&candidate), &context());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].steps[0].step, Step::Course(Certificate::FoodHygiene));
    assert_eq!((found[0].steps[0].asked, found[0].others), (Asked::Municipality, 24));
    offer.placement.certificates = Certificate::FoodHygiene | Certificate::CarLicence;
    assert!(shown(&candidate, &offer).is_empty());
}

#[test]
fn nobody_begins_before_their_courses_are_over_and_the_start_waits_for_them_where_the_company_can() {
    let mut offer = bakery();
    let candidate = somebody(&offer);
    // Ten working days and one more.
    offer.placement.certificates = Certificate::Pesticides | Certificate::FirstAid;
    let courses = [Step::Course(Certificate::FirstAid), Step::Course(Certificate::Pesticides)];
    let last = working_day(today(), 11);
    offer.placement.start = last;
    assert!(shown(&candidate, &offer).is_empty());
    offer.placement.start = last.plus(1);
    assert_eq!(shown(&candidate, &offer), [courses]);
    // One that has begun already begins today.
    offer.placement.start = today().plus(-3);
    assert!(shown(&candidate, &offer).is_empty());
    offer.placement.could.start_until = Some(last);
    assert!(shown(&candidate, &offer).is_empty());
    let first = working_day(today(), 12);
    offer.placement.could.start_until = Some(first);
    assert_eq!(shown(&candidate, &offer), [[&[Step::StartOn(first)], &courses[..]].concat()]);
}

#[test]
fn the_start_waits_for_the_person_as_long_as_the_company_can_wait_and_the_weeks_become_as_few_as_may_be() {
    let mut offer = bakery();
    let mut candidate = somebody(&offer);
    candidate.from = Some(today().plus(21));
    offer.placement.could.start_until = Some(today().plus(20));
    assert!(shown(&candidate, &offer).is_empty());
    offer.placement.could.start_until = Some(today().plus(21));
    assert_eq!(shown(&candidate, &offer), [[Step::StartOn(today().plus(21))]]);
    candidate.terms.placement_weeks = Some(4);
    let both = [Step::StartOn(today().plus(21)), Step::FewerWeeks(4)];
    assert_eq!(shown(&candidate, &offer), [both]);
    let changed = apply(&both, &offer.with(&candidate), &context()).unwrap();
    assert_eq!(changed.placement.end, Some(today().plus(21 + 27)));
    // Where it has become short enough by waiting, nobody asks for more.
    candidate.terms.placement_weeks = Some(11);
    assert_eq!(shown(&candidate, &offer), [[Step::StartOn(today().plus(21))]]);
}

#[test]
fn a_placement_of_a_year_becomes_as_short_as_the_law_lets_anybody_have_it() {
    let mut offer = bakery();
    let candidate = somebody(&offer);
    offer.placement.end = Some(offer.placement.start.plus(52 * 7 - 1));
    assert_eq!(shown(&candidate, &offer), [[Step::FewerWeeks(26)]]);
    offer.placement.kind = Kind::WageSubsidy;
    assert!(
        shown(&candidate, &offer).is_empty(),
        "a year of wage subsidy is a question, not a no"
    );
    offer.placement.end = Some(offer.placement.start.plus(80 * 7 - 1));
    assert_eq!(shown(&candidate, &offer), [[Step::FewerWeeks(52)]]);
}

#[test]
fn a_seat_that_opens_when_somebody_else_is_done_is_waited_for() {
    let mut offer = bakery();
    let candidate = somebody(&offer);
    offer.workplace.staff.ordinary = Some([300; 4]);
    offer.workplace.staff.supported = vec![crate::matching::placement::Supported {
        hours: Quarters::from_hours(37),
        until: today().plus(20),
    }];
    assert!(shown(&candidate, &offer).is_empty());
    offer.placement.could.start_until = Some(today().plus(60));
    assert_eq!(shown(&candidate, &offer), [[Step::StartOn(today().plus(21))]]);
}

#[test]
fn a_no_and_what_the_law_does_not_allow_are_not_for_changing() {
    let offer = bakery();
    let mut candidate = somebody(&offer);
    candidate.free = Weeks::EMPTY;
    candidate.terms.kinds = Kind::PaidHours.into();
    assert!(shown(&candidate, &offer).is_empty());
    candidate.terms.kinds = EnumSet::all();
    let mut pair = offer.with(&candidate);
    pair.said_no = true;
    assert!(adaptations(&pair, &context()).is_empty());
}

#[test]
fn a_schoolchild_delivers_in_a_window_that_the_law_allows() {
    let mut offer = bakery();
    let mut candidate = somebody(&offer);
    candidate.age = AgeBand::From15AtSchool;
    offer.placement.kind = Kind::YouthJob;
    offer.placement.shifts.truncate(1);
    offer.placement.shifts[0].start = Quarter(76);
    offer.placement.shifts[0].length = Quarters(8);
    offer.placement.shifts[0].leeway.earlier = Quarters(8);
    let earlier = Step::MoveShift {
        shift: 0,
        day: Weekday::Monday,
        start: Quarter(72),
    };
    assert_eq!(shown(&candidate, &offer), [[earlier]]);
}

#[test]
fn an_adaptation_is_read_back_as_it_was_written() {
    let mut offer = bakery();
    let mut candidate = somebody(&offer);
    lives_away(&mut candidate, 2_500);
    offer.placement.could.spare = Demand::Cold.into();
    offer.placement.demands = Demand::Cold.into();
    candidate.needs.cannot = Demand::Cold.into();
    let found = adaptations(&offer.with(&candidate), &context());
    assert!(!found.is_empty());
    let written = serde_json::to_string(&found).unwrap();
    assert_eq!(
        serde_json::from_str::<Vec<crate::matching::adapt::Adaptation>>(&written).unwrap(),
        found
    );
}
