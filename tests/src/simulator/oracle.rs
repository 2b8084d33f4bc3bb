//! Who may read what, said a second time: one record after the other, as plainly as the rules are told to
//! people. Nothing here asks `view`, so a mistake there is a difference between the two.

use shared::day::Day;
use shared::ids::{CardId, MemberId, Millis};
use shared::plan::{Audience, Card, Consent, Grantee, Intent, Kind, Member, Plan, Proposal, Record, Role, Scope};

/// A proposal waits this long for the family.
const PROPOSAL_DAYS: Millis = 60;
const DAY_MS: Millis = 24 * 60 * 60 * 1000;

/// One member, and the whole plan before them.
#[derive(Clone, Copy, Debug)]
pub struct Eyes<'a> {
    plan: &'a Plan,
    me: &'a Member,
    at: Millis,
}

impl<'a> Eyes<'a> {
    /// `None` for one who does not sit at the table, and so reads nothing.
    pub fn of(plan: &'a Plan, member: MemberId, at: Millis) -> Option<Self> {
        let me = plan.member(member).filter(|member| member.left_at.is_none())?;
        Some(Eyes { plan, me, at })
    }

    /// Children and interpreters sit at the table and have no page yet.
    fn has_a_page(&self) -> bool {
        !matches!(self.me.role, Role::Child | Role::Interpreter)
    }

    fn hears_everyone(&self) -> bool {
        matches!(self.me.role, Role::Family | Role::Coordinator)
    }

    pub fn sees(&self, card: &Card) -> bool {
        if !self.has_a_page() {
            return false;
        }
        if self.plan.consents().any(|consent| self.is_opened(card, consent)) {
            return true;
        }
        let me = self.me.member_id;
        match &card.audience {
            Audience::Only(few) => few.contains(&me),
            Audience::Family => self.me.role == Role::Family,
            Audience::Table if self.hears_everyone() || card.kind != Kind::Help => true,
            // Of help, others see what they give themselves or have a part in.
            Audience::Table => {
                let mut agreements = self.plan.agreements().filter(|agreement| agreement.card_id == card.card_id);
                card.who == Some(me) || agreements.any(|agreement| agreement.holder == Some(me) || agreement.asked == Some(me))
            }
        }
    }

    fn is_opened(&self, card: &Card, consent: &Consent) -> bool {
        let to_me = match consent.to {
            Grantee::Member(member) => member == self.me.member_id,
            Grantee::Role(role) => role == self.me.role,
        };
        let giver_is_here = self.plan.member(consent.by).is_some_and(|giver| giver.left_at.is_none());
        let among_few = matches!(card.audience, Audience::Only(_));
        let covers = match consent.what {
            Scope::Card(card_id) => card_id == card.card_id && (!among_few || consent.by == card.added_by),
            Scope::Column(column) => column == card.column && !among_few,
        };
        to_me && giver_is_here && covers && consent.until >= Day::in_denmark(self.at)
    }

    /// What this member may read of a record, as text.
    pub fn reads(&self, record: &Record) -> String {
        self.reads_as(record, false)
    }

    /// `own_memory`: of what one did oneself, one also remembers what is gone by now.
    fn reads_as(&self, record: &Record, own_memory: bool) -> String {
        let of_card = |card_id: CardId| match self.plan.card(card_id) {
            Some(card) => self.sees(card),
            None => own_memory,
        };
        let may = match record {
            Record::Head(_) => true,
            Record::Member(member) => return self.reads_of_member(member),
            Record::Card(card) => of_card(card.card_id),
            Record::Agreement(agreement) => of_card(agreement.card_id),
            Record::Remark(remark) => of_card(remark.card_id),
            Record::Decision(decision) => {
                let concerned = self.hears_everyone() || (self.has_a_page() && decision.by == self.me.member_id);
                concerned && decision.card_id.is_none_or(of_card)
            }
            Record::Pulse(pulse) => self.hears_everyone() || pulse.member_id == self.me.member_id,
            Record::Movement(movement) => self.hears_everyone() || movement.member_id == self.me.member_id,
            Record::Strength(_) => self.has_a_page(),
            Record::Proposal(proposal) => self.is_told_of(proposal, own_memory, of_card),
            Record::LastChange(last) if last.member_id == self.me.member_id => {
                let touched = last
                    .touched
                    .iter()
                    .flat_map(|touched| [&touched.before, &touched.after])
                    .flatten();
                return touched.map(|record| self.reads_as(record, true)).collect();
            }
            // These hold no words.
            Record::LastChange(_) | Record::Cell(_) | Record::OtherHelp(_) | Record::Consent(_) => false,
        };
        if may { json(record) } else { String::new() }
    }

    /// Everyone knows who sits there. A number is for those who are to be called, and for the family.
    fn reads_of_member(&self, member: &Member) -> String {
        let mine = member.member_id == self.me.member_id;
        let to_be_called = matches!(member.role, Role::Coordinator | Role::Professional);
        let mut text = [&member.name, &member.relation, &member.purpose, &member.hours]
            .map(String::as_str)
            .join(" ");
        if mine || to_be_called || self.me.role == Role::Family {
            text.push_str(member.phone.as_deref().unwrap_or_default());
        }
        text
    }

    fn is_told_of(&self, proposal: &Proposal, own_memory: bool, of_card: impl Fn(CardId) -> bool) -> bool {
        let in_time = own_memory || self.at - proposal.at <= PROPOSAL_DAYS * DAY_MS;
        let waits = proposal.ran_out_at.is_none() && in_time;
        let mine = proposal.by == self.me.member_id;
        let about_a_seen_card = match card_of(self.plan, &proposal.intent) {
            About::Card(card_id) => of_card(card_id),
            About::Gone => own_memory,
            About::Nothing => true,
        };
        (mine || (self.me.role == Role::Family && waits)) && about_a_seen_card
    }
}

/// What a proposal is about.
pub enum About {
    Card(CardId),
    /// An agreement that is not there any more.
    Gone,
    Nothing,
}

pub fn card_of(plan: &Plan, intent: &Intent) -> About {
    match intent {
        Intent::EditCard { card_id, .. }
        | Intent::MoveCard { card_id, .. }
        | Intent::RemoveCard { card_id }
        | Intent::SetWish { card_id, .. } => About::Card(*card_id),
        Intent::AddAgreement(new) => About::Card(new.card_id),
        Intent::EditAgreement(edit) => match plan.agreement(edit.agreement_id) {
            Some(agreement) => About::Card(agreement.card_id),
            None => About::Gone,
        },
        Intent::RemoveAgreement { agreement_id } => match plan.agreement(*agreement_id) {
            Some(agreement) => About::Card(agreement.card_id),
            None => About::Gone,
        },
        _ => About::Nothing,
    }
}

pub fn json(record: &Record) -> String {
    serde_json::to_string(record).unwrap_or_default()
}
