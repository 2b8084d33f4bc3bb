//! What is stored of a plan, and how one person reads it.
//!
//! Whatever a person is shown of a plan comes from a function here that writes their look down first.

pub mod begin;
pub mod filing;
pub mod history;
pub mod looked;
pub mod people;
pub mod routes;
pub mod store;

pub use looked::{Disclosed, Look, Looked, disclose};
pub use people::store::{Seat, add_person, forget_alone, person_name, plans_of, seat};
pub use store::{Committed, Loaded, Logged, any_plan, create_plan};

use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use history::Entry;
use history::balance::{Weighed, over_time};
use history::pen::{Written, last_session, was_used};
use shared::day::Day;
use shared::ids::{MemberId, Millis, PersonId, PlanId};
use shared::plan::{Plan, Role, view};

/// A plan as one person sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub member_id: MemberId,
    pub plan: Plan,
    /// That it is shown is written down.
    _disclosed: Disclosed,
}

impl Seen {
    pub fn role(&self) -> Option<Role> {
        self.plan.member(self.member_id).map(|member| member.role)
    }

    /// As `member_id` sees `plan`, from the moment that this is written down.
    async fn write_down(app: &App, plan_id: PlanId, plan: &Plan, member_id: MemberId, look: Look) -> Result<Seen, Error> {
        let disclosed = disclose(app.db(), plan_id, member_id, look, app.clock().now()).await?;
        Ok(Seen {
            member_id,
            plan: view(plan, member_id),
            _disclosed: disclosed,
        })
    }
}

/// A plan that does not exist and one where the person has no seat look the same.
pub async fn view_for(app: &App, caller: &Caller, plan_id: PlanId, look: Look) -> Result<Seen, Error> {
    let (member_id, plan) = at_table(app, caller, plan_id).await?;
    Seen::write_down(app, plan_id, &plan, member_id, look).await
}

/// The same for what only some roles are shown. For the others there is nothing here, and no look is written down.
pub async fn view_if(app: &App, caller: &Caller, plan_id: PlanId, look: Look, may: fn(Role) -> bool) -> Result<Seen, Error> {
    let (member_id, plan) = at_table_if(app, caller, plan_id, may).await?;
    Seen::write_down(app, plan_id, &plan, member_id, look).await
}

/// What someone of the family sees, and beside it the plan as another member of it sees it: by the same
/// `view`, and empty for one who sees nothing. It is the family's own look.
pub async fn view_as(app: &App, caller: &Caller, plan_id: PlanId, as_member: MemberId) -> Result<(Seen, Plan), Error> {
    let (member_id, plan) = at_table_if(app, caller, plan_id, of_the_family).await?;
    plan.member(as_member).ok_or(Error::NotFound)?;
    let seen = Seen::write_down(app, plan_id, &plan, member_id, Look::As).await?;
    Ok((seen, view(&plan, as_member)))
}

/// What a person sees, and how it came to be so, as they saw it happen; oldest first.
pub async fn history_for(app: &App, caller: &Caller, plan_id: PlanId, look: Look) -> Result<(Seen, Vec<Entry>), Error> {
    let (member_id, plan) = at_table_if(app, caller, plan_id, |_| true).await?;
    let seen = Seen::write_down(app, plan_id, &plan, member_id, look).await?;
    let log = store::changes_since(app.db(), plan_id, 0).await?;
    Ok((seen, history::entries(log, member_id, app.clock().now())))
}

/// How a plan has grown, as one person saw it.
#[derive(Clone, Debug)]
pub struct Growth {
    pub entries: Vec<Entry>,
    pub balance: Vec<Weighed>,
}

/// What a person sees, and what has moved since they first did.
pub async fn growth_for(app: &App, caller: &Caller, plan_id: PlanId, look: Look, today: Day) -> Result<(Seen, Growth), Error> {
    let (member_id, plan) = at_table_if(app, caller, plan_id, |_| true).await?;
    let seen = Seen::write_down(app, plan_id, &plan, member_id, look).await?;
    let log = store::changes_since(app.db(), plan_id, 0).await?;
    let balance = over_time(&log, member_id, today);
    let entries = history::entries(log, member_id, app.clock().now());
    Ok((seen, Growth { entries, balance }))
}

/// What was written with the family's pen since it was last handed over, for the family to hear again: of what
/// they are shown anyway, those texts.
pub async fn written_with_pen(app: &App, plan_id: PlanId, seen: &Seen) -> Result<Vec<Written>, Error> {
    if !seen.role().is_some_and(of_the_family) || !was_used(&seen.plan) {
        return Ok(vec![]);
    }
    let log = store::changes_since(app.db(), plan_id, 0).await?;
    Ok(last_session(&log, &seen.plan))
}

/// Every plan at whose table a person sits, as they see it.
pub async fn all_for(app: &App, caller: &Caller, look: Look) -> Result<Vec<(PlanId, Seen)>, Error> {
    let mut all = Vec::new();
    for seat in plans_of(app.db(), caller.person_id).await? {
        match view_if(app, caller, seat.plan_id, look, |_| true).await {
            Ok(seen) => all.push((seat.plan_id, seen)),
            // They have left this table.
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(all)
}

/// Who looked at the plan before an instant, newest first, for the family to read.
pub async fn looks_for(
    app: &App,
    caller: &Caller,
    plan_id: PlanId,
    with_own: bool,
    before: Millis,
    most: i64,
) -> Result<(Seen, Vec<Looked>), Error> {
    let (member_id, plan) = at_table_if(app, caller, plan_id, of_the_family).await?;
    let seen = Seen::write_down(app, plan_id, &plan, member_id, Look::Looked).await?;
    let without = (!with_own).then_some(member_id);
    let looks = looked::store::looks(app.db(), plan_id, without, before, most).await?;
    Ok((seen, looks))
}

/// A plan in the list of those that a person sits at.
#[derive(Clone, Debug)]
pub struct Listed {
    pub seat: Seat,
    pub name: String,
}

/// When this person last looked at the plan before the visit that they are on now.
pub async fn last_look(app: &App, plan_id: PlanId, member_id: MemberId) -> Result<Option<Millis>, Error> {
    Ok(looked::store::last_look(app.db(), plan_id, member_id, app.clock().now()).await?)
}

/// The plans of a person, each with its name, without the one that they have before them already.
pub async fn names_for(app: &App, caller: &Caller, without: Option<PlanId>) -> Result<Vec<Listed>, Error> {
    let mut listed = Vec::new();
    for seat in plans_of(app.db(), caller.person_id).await? {
        if Some(seat.plan_id) == without {
            continue;
        }
        let seen = view_for(app, caller, seat.plan_id, Look::Name).await?;
        let name = seen.plan.head().map(|head| head.name.clone()).unwrap_or_default();
        listed.push(Listed { seat, name });
    }
    Ok(listed)
}

/// Who a person is at a table where they sit.
pub async fn demand_seat(app: &App, person_id: PersonId, plan_id: PlanId) -> Result<MemberId, Error> {
    seat(app.db(), person_id, plan_id).await?.ok_or(Error::NotFound)
}

/// The whole plan as of now. It stays in this file until it has gone through `view`.
async fn at_table(app: &App, caller: &Caller, plan_id: PlanId) -> Result<(MemberId, Plan), Error> {
    let member_id = demand_seat(app, caller.person_id, plan_id).await?;
    let mut plan = store::load(app.db(), plan_id).await?.ok_or(Error::NotFound)?.plan;
    // What is over is shown no longer, whether anyone has written down yet that it is over.
    plan.lapse(app.clock().now());
    Ok((member_id, plan))
}

async fn at_table_if(app: &App, caller: &Caller, plan_id: PlanId, may: fn(Role) -> bool) -> Result<(MemberId, Plan), Error> {
    let (member_id, plan) = at_table(app, caller, plan_id).await?;
    let member = plan.member(member_id).filter(|member| member.left_at.is_none());
    member.filter(|member| may(member.role)).ok_or(Error::NotFound)?;
    Ok((member_id, plan))
}

/// The adults of the family: what is theirs alone to read.
pub fn of_the_family(role: Role) -> bool {
    role == Role::Family
}
