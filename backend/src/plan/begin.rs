//! A table is laid for a family that has none yet, by someone who is the contact of others already.

use super::people::invitations::{self, Made, WayIn};
use super::{Seat, create_plan, plans_of, store};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::random;
use shared::day::Day;
use shared::ids::{MemberId, PersonId, PlanId};
use shared::plan::text::NAME_MAX;
use shared::plan::{Head, Member, Plan, Record, Refusal, Role};
use std::sync::Arc;

/// What is known of a family before it has said anything.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewPlan {
    /// That of the form, so that one sent twice lays one table.
    pub plan_id: PlanId,
    /// What the family calls itself.
    pub family: String,
    /// Its first adult, who has no account yet.
    pub adult: String,
    pub phone: String,
}

/// How this person stands at a table where they are a coordinator; `None` for everyone else.
pub async fn coordinator(app: &App, caller: &Caller) -> Result<Option<Arc<Member>>, Error> {
    for Seat { plan_id, member_id } in plans_of(app.db(), caller.person_id).await? {
        let loaded = store::load(app.db(), plan_id).await?;
        let member = loaded.as_ref().and_then(|loaded| loaded.plan.member(member_id));
        if let Some(member) = member.filter(|member| member.role == Role::Coordinator && member.left_at.is_none()) {
            return Ok(Some(member.clone()));
        }
    }
    Ok(None)
}

/// A plan with one adult of the family, and the one who makes it as their contact. Nothing else is on it.
///
/// Answers with the link by which that adult comes to the table; `None` where the plan is there already.
pub async fn begin(
    app: &App,
    person_id: PersonId,
    contact: &Member,
    new: &NewPlan,
) -> Result<Result<Option<Made>, Refusal>, Error> {
    let now = app.clock().now();
    // The family sits first.
    let (adult, maker) = (MemberId(random::uuid(now)?), MemberId(random::uuid(now + 1)?));
    let plan = match bare(new, contact, adult, maker, Day::in_denmark(now)) {
        Ok(plan) => plan,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if !create_plan(app.db(), &plan, maker, &[(person_id, maker)], now).await? {
        return Ok(Ok(None));
    }
    Ok(Ok(invitations::make(app, new.plan_id, adult, WayIn::default()).await?))
}

/// Days until the contact asks for the first time how it goes.
const FIRST_DAYS: i32 = 14;

fn bare(new: &NewPlan, contact: &Member, adult: MemberId, maker: MemberId, today: Day) -> Result<Plan, Refusal> {
    let phone = of_one_line(&new.phone)?;
    let head = Head {
        plan_id: new.plan_id,
        name: named(&new.family)?,
        primary_contact: Some(maker),
        stand_in: None,
        followed_up: None,
        next_follow_up: Some(today.plus(FIRST_DAYS)),
        baton: None,
        pen: None,
    };
    let adult = Member {
        member_id: adult,
        name: named(&new.adult)?,
        role: Role::Family,
        relation: String::new(),
        purpose: String::new(),
        age: None,
        phone: (!phone.is_empty()).then_some(phone),
        hours: String::new(),
        left_at: None,
        informed: None,
    };
    let maker = Member {
        member_id: maker,
        ..contact.clone()
    };
    Ok(Plan::from_records([
        Record::Head(Arc::new(head)),
        Record::Member(Arc::new(adult)),
        Record::Member(Arc::new(maker)),
    ]))
}

fn named(text: &str) -> Result<String, Refusal> {
    let name = of_one_line(text)?;
    if name.is_empty() { Err(Refusal::NoWords) } else { Ok(name) }
}

fn of_one_line(text: &str) -> Result<String, Refusal> {
    let text: String = text.trim().chars().filter(|c| !c.is_control()).collect();
    if text.chars().count() > NAME_MAX {
        Err(Refusal::TooLong { most: NAME_MAX as u32 })
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{NewPlan, bare};
    use shared::ids::{MemberId, PlanId};
    use shared::plan::{Refusal, Role};
    use shared::testing::{KARIN, family};

    fn laid(name: &str, adult: &str, phone: &str) -> Result<shared::plan::Plan, Refusal> {
        let new = NewPlan {
            plan_id: PlanId::MAX,
            family: name.into(),
            adult: adult.into(),
            phone: phone.into(),
        };
        let today = "2026-11-22".parse().unwrap();
        bare(&new, family().member(KARIN).unwrap(), MemberId::MIN, MemberId::MAX, today)
    }

    #[test]
    fn a_new_table_has_an_adult_a_contact_and_a_day_to_talk() {
        let plan = laid(" Familien Bro ", "Ida", "").unwrap();
        let head = plan.head().unwrap();
        assert_eq!(
            (head.name.as_str(), head.primary_contact),
            ("Familien Bro", Some(MemberId::MAX))
        );
        assert_eq!(head.next_follow_up.unwrap().to_string(), "2026-12-06");
        let roles: Vec<Role> = plan.members().map(|member| member.role).collect();
        assert_eq!(roles, [Role::Family, Role::Coordinator]);
        assert_eq!(plan.records().len(), 3);
    }

    #[test]
    fn a_family_without_a_name_and_a_name_without_end_are_refused() {
        assert_eq!(laid(" ", "Ida", "").err(), Some(Refusal::NoWords));
        assert_eq!(laid("Bro", "\n", "").err(), Some(Refusal::NoWords));
        assert!(matches!(
            laid("Bro", &"I".repeat(81), "").err(),
            Some(Refusal::TooLong { .. })
        ));
        assert!(matches!(
            laid("Bro", "Ida", &"1".repeat(81)).err(),
            Some(Refusal::TooLong { .. })
        ));
    }
}
