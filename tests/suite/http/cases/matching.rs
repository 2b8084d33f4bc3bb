//! Places for a person and people for a place.

use super::{Case, NOBODY, Things, case};
use backend::demo::Demo;
use backend::matching::store::Thing;
use shared::day::Day;
use shared::ids::{CandidateId, CourseId, PlacementId};
use shared::problem::codes;

/// Someone of the demo who looks for work.
pub fn candidate(name: &str) -> CandidateId {
    let things = things();
    let mut candidates = things.iter().filter_map(|thing| match thing {
        Thing::Candidate(candidate) if candidate.first_name == name => Some(candidate.id),
        _ => None,
    });
    candidates.next().expect("somebody of the demo who looks for work")
}

pub fn placement(title: &str) -> PlacementId {
    let things = things();
    let mut placements = things.iter().filter_map(|thing| match thing {
        Thing::Placement(placement) if placement.title == title => Some(placement.id),
        _ => None,
    });
    placements.next().expect("a placement of the demo")
}

/// Of somebody of the demo.
pub fn course(name: &str) -> CourseId {
    let work = Demo::read().and_then(|demo| demo.work_on(Day::new(2026, 11, 22).expect("a day")));
    let courses = work.expect("the demo can be read").courses;
    let found = courses.into_iter().find(|course| course.candidate == candidate(name));
    found.expect("a course of the demo").id
}

fn things() -> Vec<Thing> {
    let work = Demo::read().and_then(|demo| demo.work_on(Day::EPOCH));
    work.expect("the demo can be read").things
}

pub fn cases(things: &Things) -> Vec<Case> {
    let [mette, samira, karin] = [&things.mette, &things.samira, &things.karin].map(String::as_str);
    let (own, other) = (candidate("Samira"), candidate("Tesfay"));
    let kitchen = placement("Køkkenet på Lindelunden");
    let places = "/api/candidates/{candidate_id}/placements";
    let people = "/api/placements/{placement_id}/candidates";
    let mut cases = vec![
        case("get", places, 200).fill(own).by(samira),
        // One may sit at a table and look for work.
        case("get", places, 200).fill(candidate("Maja")).by(&things.maja),
        case("get", places, 404).fill(other).by(samira).code(codes::NOT_FOUND),
        case("get", people, 404).fill(kitchen).by(samira).code(codes::NOT_FOUND),
    ];
    for (path, id) in [(places, own.to_string()), (people, kitchen.to_string())] {
        cases.extend([
            case("get", path, 200).fill(&id).by(mette),
            case("get", path, 200).fill(format!("{id} ?fits=1&nearly=0")).by(mette),
            case("get", path, 401).fill(&id).code(codes::SIGNED_OUT),
            case("get", path, 404).fill(&id).by(karin).code(codes::NOT_FOUND),
            case("get", path, 404).fill(NOBODY).by(mette).code(codes::NOT_FOUND),
            case("get", path, 400).fill("nonsense").by(mette).code(codes::BAD_INPUT),
            case("get", path, 400)
                .fill(format!("{id} ?fits=many"))
                .by(mette)
                .code(codes::BAD_INPUT),
            case("get", path, 422)
                .fill(format!("{id} ?fits=201"))
                .by(mette)
                .code(codes::BAD_INPUT),
        ]);
    }
    cases
}
