//! A plan that people have lived with for a while.

use crate::simulator::canary::{canary, mark};
use shared::ids::{MemberId, Millis};
use shared::plan::{Member, Plan, Record, Role, view};
use shared::testing::{Dice, EVERYONE, family, random_change};
use std::sync::Arc;
use uuid::Uuid;

/// Someone whom the family has asked to come along.
pub const GUEST: MemberId = MemberId(Uuid::from_u128(8));
const CHANGES: usize = 60;
const DAY_MS: Millis = 24 * 60 * 60 * 1000;

/// Every word in it is a canary, the telephone numbers too.
pub fn lived_in(dice: &mut Dice, next: &mut u64) -> Plan {
    let mut records: Vec<Record> = family().records().cloned().collect();
    if let Some(Record::Member(someone)) = records.iter().find(|record| matches!(record, Record::Member(_))) {
        let (member_id, role) = (GUEST, Role::Guest);
        records.push(Record::Member(Arc::new(Member {
            member_id,
            role,
            ..Member::clone(someone)
        })));
    }
    for record in &mut records {
        if let Record::Member(member) = record {
            *next += 1;
            let phone = Some(canary(*next));
            *member = Arc::new(Member {
                phone,
                ..Member::clone(member)
            });
        }
    }
    let mut plan = Plan::from_records(records);
    let members = [&EVERYONE[..], &[GUEST]].concat();
    for _ in 0..CHANGES {
        let at = super::START - DAY_MS;
        let member = members[dice.below(members.len())];
        let mut change = random_change(dice, &view(&plan, member), member);
        mark(&mut change, next, at);
        // What is refused is no part of a life.
        let _ = plan.submit(&change, member, at);
    }
    plan
}
