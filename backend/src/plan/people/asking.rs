//! Asking for a seat at a table where one does not sit.
//!
//! Nothing that comes back tells of the plan, not even whether it exists.

use super::store;
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::random;
use shared::ids::{ChangeId, MemberId, PlanId};
use shared::live::wire::{Outcome, RefuseClass};
use shared::plan::{Answer, Change, Intent, NewMember, Plan, Refusal, Role};

/// Who asks is known by the account; these are their words.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// Who they are to the family.
    pub relation: &'a str,
    /// What they would sit there for.
    pub purpose: &'a str,
}

/// `Proposed`, whatever became of it at the table: one who is told more would know that there is one.
pub async fn ask_for_seat(
    app: &App,
    caller: &Caller,
    plan_id: PlanId,
    change_id: ChangeId,
    asking: Asking<'_>,
) -> Result<Outcome, Error> {
    let now = app.clock().now();
    let name = store::person_name(app.db(), caller.person_id)
        .await?
        .ok_or(Error::SignedOut)?;
    let change = change(change_id, name, asking);
    let stranger = MemberId(random::uuid(now)?);
    // The words alone are judged first, on a plan that holds nothing.
    if let Some(refusal) = refused(&change, stranger, now) {
        return Ok(Outcome::Refused {
            class: RefuseClass::Never,
            refusal: Some(refusal),
        });
    }
    if store::seat(app.db(), caller.person_id, plan_id).await?.is_some() {
        return Ok(Outcome::Proposed);
    }
    let remembered = store::remember_wish(app.db(), plan_id, caller.person_id, stranger, change_id).await?;
    let Some(wish) = remembered else {
        return Ok(Outcome::Proposed);
    };
    let outcome = app
        .hub()
        .decide(plan_id, wish.member_id, change)
        .await
        .ok_or(Error::Stopping)?;
    match outcome {
        // They asked before, and nobody answered in time.
        Outcome::Proposed if wish.change_id != change_id => {
            store::renew_wish(app.db(), plan_id, wish.member_id, change_id).await?
        }
        Outcome::Proposed | Outcome::Applied | Outcome::Known => {}
        Outcome::Refused {
            class: RefuseClass::Never,
            ..
        } => store::forget_wish(app.db(), plan_id, wish.member_id).await?,
        later => return Ok(later),
    }
    Ok(Outcome::Proposed)
}

fn change(change_id: ChangeId, name: String, asking: Asking<'_>) -> Change {
    let new = NewMember {
        name,
        // Not theirs to choose: what one of the family sees is not for someone who asks.
        role: Role::Professional,
        relation: asking.relation.to_owned(),
        purpose: asking.purpose.to_owned(),
        phone: None,
    };
    Change {
        change_id,
        intent: Intent::AskForSeat(new),
        why: String::new(),
    }
}

fn refused(change: &Change, stranger: MemberId, now: shared::ids::Millis) -> Option<Refusal> {
    if matches!(&change.intent, Intent::AskForSeat(new) if new.purpose.trim().is_empty()) {
        return Some(Refusal::NoWords);
    }
    match Plan::default().submit(change, stranger, now) {
        Answer::Refused(refusal) => Some(refusal),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Asking, change, refused};
    use shared::ids::ChangeId;
    use shared::plan::Refusal;
    use shared::testing::METTE;

    fn refusal_of(relation: &str, purpose: &str) -> Option<Refusal> {
        let change = change(ChangeId::MAX, "Mette Krogh".into(), Asking { relation, purpose });
        refused(&change, METTE, 1)
    }

    #[test]
    fn words_that_no_plan_would_take_are_told_before_any_plan_is_asked() {
        assert_eq!(refusal_of("lærer", "Jeg vil gerne hjælpe Liv"), None);
        assert_eq!(refusal_of("lærer", "  "), Some(Refusal::NoWords));
        assert!(matches!(
            refusal_of("lærer", &"x".repeat(9_999)),
            Some(Refusal::TooLong { .. })
        ));
        assert!(matches!(
            refusal_of(&"x".repeat(999), "hjælpe"),
            Some(Refusal::TooLong { .. })
        ));
    }
}
