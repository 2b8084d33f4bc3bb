//! What the municipality must keep of a plan: documents that stay as they are.
//!
//! A document is made of what stands open to everyone at the table, so that it tells a reader of today nothing that
//! was ever kept among a few. It is stored in bytes, once. Nothing here changes or removes one, the database refuses
//! to, and one whose bytes are no longer those that were stored is not shown.

pub mod kle;
pub mod store;

use super::{Look, Seen, at_table_if};
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use kle::Kle;
use sha2::{Digest, Sha256};
use shared::day::Day;
use shared::ids::{CardId, ChangeId, MemberId, Millis, PlanId};
use shared::plan::{Audience, Plan, Record, Role, Scope};
use std::fmt::Write;

/// What stands about a document, beside its bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filed {
    /// That of the form that it was made with, so that one sent twice makes one document.
    pub filed_id: ChangeId,
    pub by: MemberId,
    pub at: Millis,
    /// The day of the talk that it is about.
    pub met_on: Day,
    pub kle: Kle,
    /// The names of those who sat at the table.
    pub present: Vec<String>,
    /// Of the bytes, in hexadecimal.
    pub sha256: String,
}

/// The contact and whoever stands in make documents.
pub fn may_file(role: Role) -> bool {
    role == Role::Coordinator
}

/// The family reads what is kept of it, and so do those who must keep it.
pub fn may_read(role: Role) -> bool {
    matches!(role, Role::Family | Role::Coordinator)
}

/// The plan as its coordinator sees it, about to be kept.
pub async fn view_to_file(app: &App, caller: &Caller, plan_id: PlanId) -> Result<Seen, Error> {
    let seen = super::view_if(app, caller, plan_id, Look::File, may_file).await?;
    Ok(Seen {
        plan: open_to_all(&seen.plan),
        ..seen
    })
}

/// Stores a document of what its maker has before them.
pub async fn keep(app: &App, plan_id: PlanId, filed: &Filed, body: &[u8]) -> Result<(), Error> {
    Ok(store::add(app.db(), plan_id, filed, body).await?)
}

/// The documents of a plan that someone has before them; none for those who do not read them.
pub async fn list(app: &App, plan_id: PlanId, seen: &Seen) -> Result<Vec<Filed>, Error> {
    if !seen.role().is_some_and(may_read) {
        return Ok(vec![]);
    }
    Ok(store::list(app.db(), plan_id).await?)
}

/// One document, byte for byte as it was stored, for someone who is then written down as having read it.
pub async fn read(app: &App, caller: &Caller, plan_id: PlanId, filed_id: ChangeId) -> Result<(Seen, Filed, Vec<u8>), Error> {
    let (member_id, plan) = at_table_if(app, caller, plan_id, may_read).await?;
    let (filed, body) = store::one(app.db(), plan_id, filed_id).await?.ok_or(Error::NotFound)?;
    let seen = Seen::write_down(app, plan_id, &plan, member_id, Look::Filed).await?;
    Ok((seen, filed, body))
}

pub fn sha256(body: &[u8]) -> String {
    Sha256::digest(body).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Without every card that is not shown to the whole table, and without what lies under one. A consent may end and a
/// document does not, so what only a consent opens is left out too.
fn open_to_all(seen: &Plan) -> Plan {
    let is_open = |card_id: CardId| seen.card(card_id).is_some_and(|card| card.audience == Audience::Table);
    let stays = |record: &&Record| match record {
        Record::Card(card) => is_open(card.card_id),
        Record::Agreement(agreement) => is_open(agreement.card_id),
        Record::Remark(remark) => is_open(remark.card_id),
        Record::Decision(decision) => decision.card_id.is_none_or(is_open),
        Record::Consent(consent) => !matches!(consent.what, Scope::Card(card_id) if !is_open(card_id)),
        _ => true,
    };
    Plan::from_records(seen.records().filter(stays).cloned())
}

#[cfg(test)]
mod tests {
    use super::{open_to_all, sha256};
    use crate::demo::Demo;
    use shared::plan::{Audience, Card, Plan, Record};
    use std::sync::Arc;

    #[test]
    fn the_hash_is_the_one_that_everyone_can_compute() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sha256(b""), empty);
    }

    #[test]
    fn what_is_kept_among_a_few_is_in_no_document() {
        let today = "2026-11-22".parse().unwrap();
        for family in Demo::read().unwrap().families_on(today) {
            let hidden: Vec<Arc<Card>> = family
                .plan
                .cards()
                .filter(|card| card.audience != Audience::Table)
                .cloned()
                .collect();
            let plan: Plan = open_to_all(&family.plan);
            for record in plan.records() {
                let text = serde_json::to_string(record).unwrap();
                let lists_it = matches!(record, Record::Cell(_));
                for card in &hidden {
                    assert!(lists_it || !text.contains(&card.card_id.to_string()), "{text}");
                    assert!(!text.contains(&card.words.words), "{text}");
                }
            }
            assert!(plan.cards().count() + hidden.len() == family.plan.cards().count());
        }
    }
}
