//! One plain pair that every gate lets be, to change in examples.

use super::{COMMUNITIES, Offer, today};
use crate::ids::{CandidateId, CompanyId, PlacementId, WorkplaceId};
use crate::matching::candidate::{AgeBand, Candidate, Hours, Needs, Spoken, Status, Terms, Travel};
use crate::matching::place::{Mode, Point, Site};
use crate::matching::placement::{Afterwards, Could, Placement, Staff, Workplace};
use crate::matching::shift::{Leeway, Shift};
use crate::matching::week::{Parity, Quarter, Quarters, Weekday, Weeks};
use crate::matching::words::{Isco, Kind, Language, Level, TaskId};
use enumset::EnumSet;
use uuid::Uuid;

/// Somebody in Uldum with a bicycle who can be at work on weekdays from 6 to 18, and whom nothing keeps from `plain_offer`.
pub fn plain_candidate() -> Candidate {
    let weekdays = Weekday::ALL[..5].iter();
    Candidate {
        id: CandidateId(Uuid::from_u128(1)),
        first_name: "Sofie".to_owned(),
        strengths: Vec::new(),
        wish: String::new(),
        wanted: vec![Isco(9412)],
        can: vec![TaskId(1), TaskId(2)],
        wants_to_learn: vec![TaskId(3)],
        speaks: vec![Spoken {
            language: Language::DANISH,
            level: Level::B1,
        }],
        home: plain_site("Uldum", 0),
        travel: Travel {
            by: Mode::Bike.into(),
            longest: 30,
            told: Vec::new(),
        },
        free: weekdays.fold(Weeks::EMPTY, |mut free, &day| {
            free.insert(Parity::Every, day, Quarter(24), Quarters(48));
            free
        }),
        hours: Hours {
            hoped: Quarters(100),
            ..Hours::default()
        },
        needs: Needs {
            can: EnumSet::all(),
            cannot: EnumSet::empty(),
            lifts: Some(15),
        },
        certificates: EnumSet::empty(),
        age: AgeBand::Adult,
        terms: Terms {
            kinds: !EnumSet::from(Kind::YouthJob),
            placement_weeks: Some(13),
            subsidy_weeks: Some(26),
            excluded: Vec::new(),
            outside_ratio: false,
        },
        knows: Vec::new(),
        status: Status::Looking,
        waiting_since: today().plus(-100),
        from: None,
        day_jobs: false,
    }
}

/// A work placement in Uldum, 2.6 km by road from `plain_candidate`: thirteen weeks from tomorrow, weekdays from 8 to 13.
pub fn plain_offer() -> Offer {
    let workplace = Workplace {
        id: WorkplaceId(Uuid::from_u128(1)),
        company: CompanyId(Uuid::from_u128(1)),
        name: "Bageriet".to_owned(),
        p_number: None,
        site: plain_site("Uldum", 18_000),
        staff: Staff {
            ordinary: Some([1000; 4]),
            supported: Vec::new(),
        },
    };
    let shift = |&day: &Weekday| Shift {
        day,
        start: Quarter(32),
        length: Quarters(20),
        pause: Quarters(0),
        parity: Parity::Every,
        from_week: 0,
        leeway: Leeway::default(),
    };
    let placement = Placement {
        id: PlacementId(Uuid::from_u128(1)),
        workplace: workplace.id,
        kind: Kind::WorkPlacement,
        subsidy_confirmed: true,
        occupation: Isco(9412),
        title: "Medhjælper".to_owned(),
        tasks: vec![TaskId(1), TaskId(2), TaskId(3), TaskId(4)],
        other_tasks: Vec::new(),
        shifts: Weekday::ALL[..5].iter().map(shift).collect(),
        least_hours: None,
        must_speak: Vec::new(),
        nice_to_speak: Vec::new(),
        colleagues_speak: vec![Language::DANISH],
        demands: EnumSet::empty(),
        lifts: 0,
        certificates: EnumSet::empty(),
        mentor: true,
        seats: 1,
        start: today().plus(1),
        end: Some(today().plus(13 * 7)),
        afterwards: Afterwards::PaidFromWeek(5),
        could: Could::default(),
        confirmed: today().plus(-5),
        expires: today().plus(30),
    };
    Offer { placement, workplace }
}

/// So many millionths of a degree north of the middle of a community; 18,000 are two kilometres.
pub fn plain_site(community: &str, north: i32) -> Site {
    let (lat, lon, island) = COMMUNITIES
        .iter()
        .find(|(name, ..)| *name == community)
        .map_or((55_847, 9_590, false), |&(_, lat, lon, island)| (lat, lon, island));
    Site {
        community: community.to_owned(),
        point: Point {
            lat: lat * 1000 + north,
            lon: lon * 1000,
        },
        island,
    }
}
