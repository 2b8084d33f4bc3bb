//! A placement, as columns, and where something is.

use super::Why;
use super::fields::Fields;
use super::hours::Shifts;
use shared::day::Day;
use shared::ids::{PlacementId, WorkplaceId};
use shared::matching::numbers::PNumber;
use shared::matching::place::{self, Site};
use shared::matching::placement::{Placement, Workplace};
use shared::matching::signal::OPEN_DAYS;
use shared::matching::sound::{LIFTS, SEATS, TASK, TASKS, TITLE, Unsound, WEEKS};
use shared::matching::words::Kind;

/// How a row names the workplace: by its id, by its P-number, or by its name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct At {
    pub id: Option<WorkplaceId>,
    pub p_number: Option<PNumber>,
    pub name: String,
}

impl At {
    pub fn of(workplace: Option<&Workplace>) -> At {
        workplace.map_or_else(At::default, |workplace| At {
            id: Some(workplace.id),
            p_number: workplace.p_number.and_then(|number| PNumber::new(number).ok()),
            name: workplace.name.clone(),
        })
    }
}

pub fn blank(today: Day) -> Placement {
    Placement::new(PlacementId::MIN, WorkplaceId::MIN, Kind::WorkPlacement, today, today)
}

pub fn fields(placement: &mut Placement, at: &mut At, on: &mut impl Fields) {
    on.field("id", &mut Some(placement.id));
    on.field("workplace-id", &mut at.id);
    on.field("p-number", &mut at.p_number);
    on.field("workplace", &mut at.name);
    on.must("kind", &mut placement.kind);
    on.field("subsidy-confirmed", &mut placement.subsidy_confirmed);
    on.must("occupation", &mut placement.occupation);
    on.must("title", &mut placement.title);
    on.field("tasks", &mut placement.tasks);
    on.field("other-tasks", &mut placement.other_tasks);
    let mut shifts = Shifts(std::mem::take(&mut placement.shifts));
    on.field("shifts", &mut shifts);
    placement.shifts = shifts.0;
    on.field("least-hours", &mut placement.least_hours);
    on.field("must-speak", &mut placement.must_speak);
    on.field("nice-to-speak", &mut placement.nice_to_speak);
    on.field("colleagues-speak", &mut placement.colleagues_speak);
    on.field("demands", &mut placement.demands);
    on.field("lifts", &mut placement.lifts);
    on.field("certificates", &mut placement.certificates);
    on.field("mentor", &mut placement.mentor);
    on.field("seats", &mut placement.seats);
    on.must("start", &mut placement.start);
    on.field("end", &mut placement.end);
    on.field("afterwards", &mut placement.afterwards);
    on.field("could-spare", &mut placement.could.spare);
    on.field("could-lift", &mut placement.could.lifts);
    on.field("could-buddy", &mut placement.could.buddy);
    on.field("could-drive-from", &mut placement.could.lift_from);
    on.field("could-start-until", &mut placement.could.start_until);
    on.field("confirmed", &mut placement.confirmed);
    on.field("expires", &mut placement.expires);
    placement.tasks.sort_unstable();
    placement.tasks.dedup();
    if placement.expires < placement.confirmed {
        on.fault("expires", Why::EndsFirst);
    }
}

/// What the form of a placement would refuse too. `is_new`: nobody has written it down before.
pub fn judge(placement: &Placement, is_new: bool, today: Day, on: &mut impl Fields) {
    for what in placement.unsound(is_new, today) {
        let (column, why) = match what {
            Unsound::Title => ("title", Why::too_long(TITLE)),
            Unsound::Tasks => ("tasks", Why::too_many(TASKS)),
            Unsound::Task => ("other-tasks", Why::too_long(TASK)),
            Unsound::LeastHours => ("least-hours", Why::hours()),
            Unsound::Lifts => ("lifts", Why::range(&LIFTS)),
            Unsound::CouldLift => ("could-lift", Why::range(&LIFTS)),
            Unsound::LiftFrom => ("could-drive-from", Why::Community(placement.could.lift_from.join("; "))),
            Unsound::PaidWeek => ("afterwards", Why::range(&WEEKS)),
            Unsound::Seats => ("seats", Why::range(&SEATS)),
            Unsound::EndsFirst => ("end", Why::EndsFirst),
            Unsound::Over => ("end", Why::Over),
            Unsound::NoDay => ("shifts", Why::FewDays),
            Unsound::ManyDays => ("end", Why::FewDays),
        };
        on.fault(column, why);
    }
}

/// Nobody confirms for longer than a person does at the desk: 28 days from the day on which they did, which is no later
/// than today.
pub fn confirm(placement: &mut Placement, today: Day) {
    placement.confirmed = placement.confirmed.min(today);
    placement.expires = placement.expires.min(placement.confirmed.plus(OPEN_DAYS));
}

/// A community of the list has a point of its own; any other place needs one.
pub fn site(site: &mut Site, on: &mut impl Fields) {
    let mut community = site.community.clone();
    on.must("community", &mut community);
    let is_moved = community != site.community;
    let own = |site: &Site| place::site(&site.community).map(|known| (known.point, known.island));
    let was = own(site);
    let keep = !is_moved && !site.community.is_empty();
    let mut point = Some(site.point).filter(|point| keep && Some(*point) != was.map(|(point, _)| point));
    on.field("point", &mut point);
    let mut island = Some(site.island).filter(|island| keep && Some(*island) != was.map(|(_, island)| island));
    on.field("island", &mut island);
    let known = place::site(&community);
    match (known, point) {
        (Some(known), _) => {
            // A community that was there under its name stays as it was written.
            *site = Site {
                community: if is_moved { known.community.clone() } else { community },
                point: point.unwrap_or(known.point),
                island: island.unwrap_or(known.island),
            };
        }
        (None, Some(point)) => {
            *site = Site {
                community,
                point,
                island: island.unwrap_or(false),
            }
        }
        (None, None) if community.is_empty() => {}
        (None, None) => on.fault("community", Why::Community(community)),
    }
}
