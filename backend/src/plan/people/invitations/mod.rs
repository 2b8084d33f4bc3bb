//! Links by which someone without an account comes to the seat that the family has given them.
//!
//! A link is a secret of 256 bits, good for one use within 14 days. Looking at it uses nothing up, since the
//! programs that carry messages look at every link before the person does. What it opens is the one seat:
//! the account that it makes is new and sits nowhere else.

pub mod store;

use super::super::store as plans;
use super::super::{Look, Seen, at_table_if};
use crate::app::App;
use crate::auth::{Caller, TokenHash};
pub use crate::auth::{Closed, Made};
use crate::error::Error;
use crate::random;
use shared::ids::{MemberId, Millis, PersonId, PlanId};
use shared::plan::{Act, May, Member, Plan, Role, rule};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How a member can open the plan themselves, if they can.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct WayIn {
    /// They have an account that has the seat.
    pub sits: bool,
    /// They came by a link, and have no other proof of who they are.
    pub by_link: bool,
    /// A link waits for them until then.
    pub link_until: Option<Millis>,
}

impl WayIn {
    /// Whether a link may be made for this member. Never for one whose account is their own: whoever holds
    /// the link would be them.
    pub fn takes_link(self, member: &Member) -> bool {
        let has_a_page = !matches!(member.role, Role::Child | Role::Interpreter);
        member.left_at.is_none() && has_a_page && (!self.sits || self.by_link)
    }
}

/// Whether this role gives links to everyone: a seat is given by whoever may add to the table without asking.
pub fn invites(role: Role) -> bool {
    rule(Act::AddMember, role) == May::Yes
}

/// How those come in to whom the reader gives links. Of the others nothing is told.
pub async fn ways_in(app: &App, plan_id: PlanId, seen: &Seen) -> Result<BTreeMap<MemberId, WayIn>, Error> {
    match seen.role() {
        Some(role) if may_invite(role) => Ok(given_by(role, &seen.plan, &store::ways_in(app.db(), plan_id).await?)),
        _ => Ok(BTreeMap::new()),
    }
}

fn may_invite(role: Role) -> bool {
    invites(role) || role == Role::Coordinator
}

/// The family gives a link to anyone. Until one of its adults has come in nobody can ask it for one, so until
/// then whoever laid the table makes theirs.
fn given_by(role: Role, plan: &Plan, ways: &BTreeMap<MemberId, WayIn>) -> BTreeMap<MemberId, WayIn> {
    let way = |member: &Member| ways.get(&member.member_id).copied().unwrap_or_default();
    let has_come = |member: &Member| member.left_at.is_some() || way(member).sits || way(member).by_link;
    let adults = || plan.members().filter(|member| member.role == Role::Family);
    let awaited = !adults().any(|member| has_come(member));
    let given = |member: &&Arc<Member>| invites(role) || (awaited && member.role == Role::Family);
    plan.members()
        .filter(given)
        .map(|member| (member.member_id, way(member)))
        .collect()
}

/// Makes a link for a member; `None` for one who needs none or has no page. A member to whom the caller gives no
/// links is not found.
pub async fn invite(app: &App, caller: &Caller, plan_id: PlanId, member_id: MemberId) -> Result<(Seen, Option<Made>), Error> {
    let (me, plan) = at_table_if(app, caller, plan_id, may_invite).await?;
    let seen = Seen::write_down(app, plan_id, &plan, me, Look::People).await?;
    let way = ways_in(app, plan_id, &seen)
        .await?
        .remove(&member_id)
        .ok_or(Error::NotFound)?;
    let takes_link = seen.plan.member(member_id).is_some_and(|member| way.takes_link(member));
    let made = if takes_link {
        make(app, plan_id, member_id, way).await?
    } else {
        None
    };
    Ok((seen, made))
}

/// Also for the first adult of a plan that was just made. `None` where someone else has come in meanwhile.
pub(in crate::plan) async fn make(app: &App, plan_id: PlanId, member_id: MemberId, way: WayIn) -> Result<Option<Made>, Error> {
    let (made, hash) = Made::new(app.clock().now())?;
    let added = store::add(app.db(), &hash, plan_id, member_id, made.expires_at, way.sits).await?;
    Ok(added.then_some(made))
}

/// Takes the link to a seat back, if it was not used.
pub async fn withdraw(app: &App, caller: &Caller, plan_id: PlanId, member_id: MemberId) -> Result<(), Error> {
    at_table_if(app, caller, plan_id, invites).await?;
    Ok(store::withdraw(app.db(), plan_id, member_id).await?)
}

/// What the one who holds a link is shown before they say yes.
#[derive(Clone, Debug)]
pub struct Invited {
    /// What the family calls itself.
    pub family: String,
    pub name: String,
    pub role: Role,
}

/// Looks at a link and leaves it as it is. That the family's name is shown is written down.
pub async fn look_at(app: &App, token: &str) -> Result<Result<Invited, Closed>, Error> {
    let (stored, plan) = match open(app, token).await? {
        Ok(found) => found,
        Err(closed) => return Ok(Err(closed)),
    };
    let seen = Seen::write_down(app, stored.plan_id, &plan, stored.member_id, Look::Invitation).await?;
    let member = seen.plan.member(stored.member_id).ok_or(Error::NotFound)?;
    Ok(Ok(Invited {
        family: seen.plan.head().map(|head| head.name.clone()).unwrap_or_default(),
        name: member.name.clone(),
        role: member.role,
    }))
}

/// Uses a link up: makes the person and gives them the seat.
pub async fn take_seat(app: &App, token: &str) -> Result<Result<(PersonId, PlanId), Closed>, Error> {
    let (stored, plan) = match open(app, token).await? {
        Ok(found) => found,
        Err(closed) => return Ok(Err(closed)),
    };
    let now = app.clock().now();
    let person_id = PersonId(random::uuid(now)?);
    let name = plan.member(stored.member_id).map_or("", |member| member.name.as_str());
    if store::take(app.db(), &TokenHash::of(token), person_id, name, now).await? {
        Ok(Ok((person_id, stored.plan_id)))
    } else {
        // Someone else was first.
        Ok(Err(Closed::Used))
    }
}

async fn open(app: &App, token: &str) -> Result<Result<(store::Stored, Plan), Closed>, Error> {
    let Some(stored) = store::find(app.db(), &TokenHash::of(token)).await? else {
        return Ok(Err(Closed::Unknown));
    };
    if let Some(closed) = Closed::at(app.clock().now(), stored.used_at, stored.expires_at) {
        return Ok(Err(closed));
    }
    let plan = plans::load(app.db(), stored.plan_id).await?.map(|loaded| loaded.plan);
    let is_here = |plan: &Plan| plan.member(stored.member_id).is_some_and(|member| member.left_at.is_none());
    Ok(plan.filter(is_here).map(|plan| (stored, plan)).ok_or(Closed::Unknown))
}

#[cfg(test)]
mod tests {
    use super::{WayIn, given_by, invites};
    use shared::ids::MemberId;
    use shared::plan::{Member, Plan, Record, Role};
    use shared::testing::{ALMA, BIRTHE, JONAS, KARIN, MAJA, TOLK, family};
    use std::collections::BTreeMap;
    use std::sync::Arc;

    #[test]
    fn nobody_gets_a_link_to_a_seat_that_has_an_account_of_its_own() {
        let plan = family();
        let new = WayIn::default();
        let sits = WayIn { sits: true, ..new };
        let by_link = WayIn { by_link: true, ..sits };
        let takes = |way: WayIn, member| way.takes_link(plan.member(member).unwrap());
        assert!(takes(new, BIRTHE) && takes(new, KARIN) && takes(by_link, BIRTHE));
        assert!(!takes(sits, BIRTHE) && !takes(sits, KARIN));
        assert!(!takes(new, ALMA) && !takes(new, TOLK));
        let left = Member {
            left_at: Some(1),
            ..Member::clone(plan.member(BIRTHE).unwrap())
        };
        assert!(!new.takes_link(&left));
    }

    #[test]
    fn a_coordinator_makes_links_for_the_adults_until_one_of_them_has_come_in() {
        let plan = family();
        let new = WayIn::default();
        let given = |role, ways: &[(MemberId, WayIn)]| {
            let given = given_by(role, &plan, &ways.iter().copied().collect());
            given.into_keys().collect::<Vec<_>>()
        };
        let waits = WayIn {
            link_until: Some(1),
            ..new
        };
        let sits = WayIn { sits: true, ..new };
        let came = WayIn { by_link: true, ..new };
        assert_eq!(given(Role::Coordinator, &[(MAJA, waits), (KARIN, sits)]), [MAJA, JONAS]);
        for way in [sits, came] {
            assert!(given(Role::Coordinator, &[(JONAS, way)]).is_empty());
            assert_eq!(given(Role::Family, &[(JONAS, way)]).len(), plan.members().count());
        }
        // One who came and left again has been here.
        let mut plan = plan.clone();
        let left = Member {
            left_at: Some(1),
            ..Member::clone(plan.member(JONAS).unwrap())
        };
        plan = Plan::from_records(plan.records().cloned().chain([Record::Member(Arc::new(left))]));
        assert!(given_by(Role::Coordinator, &plan, &BTreeMap::new()).is_empty());
    }

    #[test]
    fn the_family_alone_gives_links_to_everyone() {
        let who: Vec<Role> = Role::ALL.into_iter().filter(|role| invites(*role)).collect();
        assert_eq!(who, [Role::Family]);
    }
}
