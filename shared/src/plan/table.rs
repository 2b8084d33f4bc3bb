//! Who sits at the table: coming, going, the primary contact, and the baton between two of them.

use super::consent::Grantee;
use super::hand::Hand;
use super::key::Key;
use super::records::{Agreement, Head, Member, Plan, Record, Role};
use super::refusal::Refusal;
use super::text::{NAME_MAX, NOTE_MAX, clean};
use crate::ids::{ConsentId, MemberId, Millis};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The contact's work on its way to someone else. It has passed when all three have said yes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Baton {
    pub to: MemberId,
    pub since: Millis,
    /// The one who has it lets go. Said already where nobody has it.
    pub given: bool,
    /// The one who is to have it takes it.
    pub taken: bool,
    /// An adult of the family agrees.
    pub agreed: bool,
}

/// Someone new at the table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewMember {
    pub name: String,
    pub role: Role,
    pub relation: String,
    /// What they sit here for, where they come from elsewhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// What a member's card says of them. A field that is left out stays.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberEdit {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// When they can be called, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
}

impl Head {
    /// Whether this member has a part in passing the baton on.
    pub(super) fn batons(&self, member: MemberId) -> bool {
        self.baton.is_some_and(|baton| baton.to == member) || self.primary_contact == Some(member)
    }
}

impl Plan {
    /// The primary contact, as long as they sit at the table. `None` is a vacancy.
    pub fn contact(&self) -> Option<&Arc<Member>> {
        let id = self.head()?.primary_contact?;
        self.member(id).filter(|member| member.left_at.is_none())
    }

    pub(super) fn add_member(&mut self, new: &NewMember, member_id: MemberId) -> Result<(), Refusal> {
        let name = clean(&new.name, NAME_MAX)?;
        if name.is_empty() {
            return Err(Refusal::NoWords);
        }
        // That seat stays empty.
        if member_id == MemberId::NOBODY {
            return Err(Refusal::IdTaken);
        }
        self.put_new(Record::Member(Arc::new(Member {
            member_id,
            name,
            role: new.role,
            relation: clean(&new.relation, NAME_MAX)?,
            purpose: clean(&new.purpose, NOTE_MAX)?,
            age: None,
            phone: phone(new.phone.as_deref())?,
            hours: String::new(),
            left_at: None,
            informed: None,
        })))
    }

    pub(super) fn edit_member(&mut self, member_id: MemberId, edit: &MemberEdit) -> Result<(), Refusal> {
        let mut member = Member::clone(self.seated(member_id)?);
        if let Some(relation) = &edit.relation {
            member.relation = clean(relation, NAME_MAX)?;
        }
        if let Some(number) = &edit.phone {
            member.phone = phone(Some(number))?;
        }
        if let Some(hours) = &edit.hours {
            member.hours = clean(hours, NAME_MAX)?;
        }
        self.put(Record::Member(Arc::new(member)));
        Ok(())
    }

    /// What they held is asked of `passes_to`; until that one says yes it is an orphan that everyone can see.
    pub(super) fn remove_member(&mut self, member_id: MemberId, passes_to: Option<MemberId>, at: Millis) -> Result<(), Refusal> {
        let leaver = self.seated(member_id)?.clone();
        let adults = |member: &&Arc<Member>| member.role == Role::Family && member.left_at.is_none();
        if leaver.role == Role::Family && self.members().filter(adults).count() < 2 {
            return Err(Refusal::LastAtTheTable);
        }
        if let Some(heir) = passes_to.filter(|heir| *heir != member_id) {
            self.with_a_page(heir)?;
        }
        self.put(Record::Member(Arc::new(Member {
            left_at: Some(at),
            ..Member::clone(&leaver)
        })));
        let theirs = |agreement: &&Arc<Agreement>| agreement.holder == Some(member_id) || agreement.asked == Some(member_id);
        let theirs: Vec<Arc<Agreement>> = self.agreements().filter(theirs).cloned().collect();
        for agreement in theirs {
            let card = self.card(agreement.card_id).cloned();
            let sees = |heir: &MemberId| {
                card.as_ref()
                    .is_some_and(|card| self.check_part_in(card, Some(*heir)).is_ok())
            };
            let asked = match agreement.asked {
                Some(asked) if asked != member_id => Some(asked),
                _ => passes_to.filter(|heir| *heir != member_id).filter(sees),
            };
            self.put(Record::Agreement(Arc::new(Agreement {
                asked,
                ..Agreement::clone(&agreement)
            })));
        }
        let consents: Vec<ConsentId> = self
            .consents()
            .filter(|consent| consent.by == member_id || consent.to == Grantee::Member(member_id))
            .map(|consent| consent.consent_id)
            .collect();
        for consent in consents {
            self.remove(Key::Consent(consent));
        }
        self.set_head(|head| {
            head.pen = head.pen.filter(|pen| pen.says != member_id && pen.writes != member_id);
            head.baton = head.baton.filter(|baton| baton.to != member_id);
            head.stand_in = head.stand_in.filter(|stand_in| *stand_in != member_id);
        })
    }

    pub(super) fn set_stand_in(&mut self, member_id: Option<MemberId>) -> Result<(), Refusal> {
        if let Some(member_id) = member_id {
            self.check_may_be_contact(member_id)?;
        }
        self.set_head(|head| head.stand_in = member_id)
    }

    /// Whoever starts it has said their own yes by that.
    pub(super) fn pass_baton(&mut self, to: MemberId, hand: Hand, at: Millis) -> Result<(), Refusal> {
        self.check_may_be_contact(to)?;
        if self.contact().is_some_and(|contact| contact.member_id == to) {
            return self.set_head(|head| head.baton = None);
        }
        let given = self.contact().is_none();
        self.set_head(|head| {
            head.baton = Some(Baton {
                to,
                since: at,
                given,
                taken: false,
                agreed: false,
            });
        })?;
        self.answer_baton(true, hand)
    }

    pub(super) fn answer_baton(&mut self, yes: bool, hand: Hand) -> Result<(), Refusal> {
        let head = self.head().ok_or(Refusal::NotAtTheTable)?;
        let mut baton = head.baton.ok_or(Refusal::NothingToAnswer)?;
        if !yes {
            return self.set_head(|head| head.baton = None);
        }
        let is_family = |id: MemberId| self.member(id).is_some_and(|member| member.role == Role::Family);
        baton.given |= head.primary_contact == Some(hand.said);
        baton.taken |= baton.to == hand.said;
        baton.agreed |= is_family(hand.said);
        let passed = baton.given && baton.taken && baton.agreed;
        if passed {
            // The work goes with what one must see and may do for it.
            if let Some(former) = self.contact().map(|contact| contact.member_id) {
                self.set_role(former, Role::Professional);
            }
            self.set_role(baton.to, Role::Coordinator);
        }
        self.set_head(|head| {
            if passed {
                head.primary_contact = Some(baton.to);
                head.stand_in = head.stand_in.filter(|stand_in| *stand_in != baton.to);
            }
            head.baton = (!passed).then_some(baton);
        })
    }

    fn set_role(&mut self, member_id: MemberId, role: Role) {
        if let Some(member) = self.member(member_id).filter(|member| member.role != role) {
            self.put(Record::Member(Arc::new(Member {
                role,
                ..Member::clone(member)
            })));
        }
    }

    fn check_may_be_contact(&self, member_id: MemberId) -> Result<(), Refusal> {
        match self.with_a_page(member_id)?.role {
            Role::Coordinator | Role::Professional => Ok(()),
            _ => Err(Refusal::MemberGone),
        }
    }

    fn seated(&self, member_id: MemberId) -> Result<&Arc<Member>, Refusal> {
        self.member(member_id)
            .filter(|member| member.left_at.is_none())
            .ok_or(Refusal::MemberGone)
    }
}

fn phone(number: Option<&str>) -> Result<Option<String>, Refusal> {
    let number = clean(number.unwrap_or_default(), NAME_MAX)?;
    Ok((!number.is_empty()).then_some(number))
}
