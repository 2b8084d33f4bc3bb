//! What is stored of a plan, and how one person reads it.

mod people {
    pub mod store;
}
pub mod routes;
pub mod store;

pub use people::store::{Seat, add_person, person_name, plans_of, seat};
pub use store::{Committed, Loaded, Logged, any_plan, create_plan};

use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use shared::ids::{MemberId, PlanId};
use shared::plan::{Plan, view};

/// A plan as one person sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub member_id: MemberId,
    pub plan: Plan,
}

/// A plan that does not exist and one where the person has no seat look the same.
pub async fn view_for(app: &App, caller: &Caller, plan_id: PlanId) -> Result<Seen, Error> {
    let member_id = seat(app.db(), caller.person_id, plan_id).await?.ok_or(Error::NotFound)?;
    let loaded = store::load(app.db(), plan_id).await?.ok_or(Error::NotFound)?;
    Ok(Seen {
        member_id,
        plan: view(&loaded.plan, member_id),
    })
}
