//! What a plan holds: records, each under its key, in one ordered map.
//!
//! One map and one pair of types (`Key`, `Record`) for everything, so that storing, sending,
//! comparing and forgetting are each written once.

use super::change::Intent;
use super::consent::{Consent, Scope};
use super::hand::Pen;
use super::help::{Decision, Help};
use super::key::Key;
use super::place::{CellId, Column, Kind, Lane, Place};
use super::promise::{Repeats, Tick};
use super::table::Baton;
use super::text::Text;
use super::voices::{Movement, Pulse, Remark, Strength};
use crate::day::Day;
use crate::ids::{
    AgreementId, CardId, ChangeId, ConsentId, DecisionId, MemberId, Millis, PlanId, ProposalId, RemarkId, StrengthId,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One family's board, or what one member sees of it.
///
/// Changed only by `submit` and, where patches are received, by `apply`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// In the order of their keys. A sorted list is as quick as a map at this size, and much smaller as wasm.
    records: Vec<(Key, Record)>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Record {
    Head(Arc<Head>),
    Member(Arc<Member>),
    Card(Arc<Card>),
    Cell(Arc<Cell>),
    Agreement(Arc<Agreement>),
    Proposal(Arc<Proposal>),
    LastChange(Arc<LastChange>),
    OtherHelp(OtherHelp),
    Consent(Arc<Consent>),
    Decision(Arc<Decision>),
    Remark(Arc<Remark>),
    Pulse(Arc<Pulse>),
    Movement(Arc<Movement>),
    Strength(Arc<Strength>),
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Head {
    pub plan_id: PlanId,
    /// What the family calls itself, such as "Familien Lund".
    pub name: String,
    pub primary_contact: Option<MemberId>,
    pub stand_in: Option<MemberId>,
    /// When the contact last asked how it goes, and when they will next: 14 days apart.
    pub followed_up: Option<Day>,
    pub next_follow_up: Option<Day>,
    /// The contact's work on its way to someone else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baton: Option<Baton>,
    /// Who writes for the family at the moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pen: Option<Pen>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Role {
    /// An adult of the family.
    Family,
    /// A child of the family: sits at the table, has no page of their own yet.
    Child,
    /// The family's own people.
    Network,
    Coordinator,
    Professional,
    Interpreter,
    Guest,
}

impl Role {
    pub const ALL: [Role; 7] = [
        Role::Family,
        Role::Child,
        Role::Network,
        Role::Coordinator,
        Role::Professional,
        Role::Interpreter,
        Role::Guest,
    ];
}

/// A person at the table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Member {
    pub member_id: MemberId,
    pub name: String,
    pub role: Role,
    /// Who they are to the family, in its words: "mormor", "Livs lærer".
    pub relation: String,
    /// What they sit here for, where they come from elsewhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    pub age: Option<u8>,
    pub phone: Option<String>,
    /// When they can be called, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hours: String,
    /// When they left the table. What they held is without a holder since then.
    pub left_at: Option<Millis>,
    /// Which version of the first information they have read.
    pub informed: Option<Informed>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Informed {
    pub version: u16,
    pub language: String,
    pub at: Millis,
}

/// One thing the family dreams of, does, gets or no longer wants.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Card {
    pub card_id: CardId,
    pub kind: Kind,
    pub column: Column,
    pub lane: Option<Lane>,
    pub words: Text,
    /// In the family's words: "every evening", "from January". May be empty.
    pub when: Text,
    /// Why it makes sense to the family. May be empty.
    pub why: Text,
    /// Who does it or, for help, who gives it.
    pub who: Option<MemberId>,
    /// The dream it serves.
    pub serves: Option<CardId>,
    pub audience: Audience,
    /// The name of a pictogram.
    pub picture: Option<String>,
    pub duty: Option<Duty>,
    pub added_by: MemberId,
    pub added_at: Millis,
    /// When it came to lie in `Done`.
    pub done_at: Option<Millis>,
    /// Of a help: what is known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Arc<Help>>,
}

/// Who may see a card.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Audience {
    /// Everybody at the table.
    #[default]
    Table,
    /// The adults of the family.
    Family,
    /// These members alone. The one who chooses it is one of them.
    Only(Vec<MemberId>),
}

/// Whether something about work is the person's own choice.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Duty {
    Voluntary,
    Duty,
}

/// The order of the cards in one cell of the board. Which cell a card lies in, the card itself says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Cell {
    pub cell: CellId,
    pub cards: Vec<CardId>,
}

/// Who does what by when, under a card.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Agreement {
    pub agreement_id: AgreementId,
    pub card_id: CardId,
    pub words: Text,
    /// Who has said yes to it.
    pub holder: Option<MemberId>,
    /// Who is asked to hold it and has not answered. Until then it stays with `holder`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<MemberId>,
    pub due: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Repeats>,
    /// What it makes possible: "so that mother can write applications".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub so_that: String,
    pub kept: Kept,
    /// How it went on its days, where it comes round again. Oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ticks: Vec<Tick>,
    /// When anyone last said anything about it.
    pub touched_at: Millis,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Kept {
    NotYet,
    Partly,
    Kept,
}

impl Kept {
    pub const ALL: [Kept; 3] = [Kept::NotYet, Kept::Partly, Kept::Kept];
}

/// A change that waits for the family's yes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Proposal {
    pub proposal_id: ProposalId,
    pub by: MemberId,
    pub at: Millis,
    pub why: String,
    pub intent: Intent,
    /// When it ran out, unanswered. Then it waits for nobody, and only its maker sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ran_out_at: Option<Millis>,
}

/// A member's own last change, with what is needed to take it back. Nobody else sees it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LastChange {
    pub member_id: MemberId,
    pub change_id: ChangeId,
    pub at: Millis,
    pub touched: Vec<Touched>,
}

/// One record before and after a change. `place` says where a card lay before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Touched {
    pub key: Key,
    pub before: Option<Record>,
    pub after: Option<Record>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// How much more help lies in a column than this member may read. Only ever in a view.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OtherHelp {
    pub column: Column,
    pub cards: u32,
}

impl Record {
    pub fn key(&self) -> Key {
        match self {
            Record::Head(_) => Key::Head,
            Record::Member(member) => Key::Member(member.member_id),
            Record::Card(card) => Key::Card(card.card_id),
            Record::Cell(cell) => Key::Cell(cell.cell),
            Record::Agreement(agreement) => Key::Agreement(agreement.agreement_id),
            Record::Proposal(proposal) => Key::Proposal(proposal.proposal_id),
            Record::LastChange(last) => Key::LastChange(last.member_id),
            Record::OtherHelp(help) => Key::OtherHelp(help.column),
            Record::Consent(consent) => Key::Consent(consent.consent_id),
            Record::Decision(decision) => Key::Decision(decision.decision_id),
            Record::Remark(remark) => Key::Remark(remark.remark_id),
            Record::Pulse(pulse) => Key::Pulse(pulse.member_id),
            Record::Movement(movement) => Key::Movement(movement.member_id),
            Record::Strength(strength) => Key::Strength(strength.strength_id),
        }
    }

    /// The card that this is only there because of.
    pub(super) fn card_under(&self) -> Option<CardId> {
        match self {
            Record::Agreement(agreement) => Some(agreement.card_id),
            Record::Remark(remark) => Some(remark.card_id),
            Record::Decision(decision) => decision.card_id,
            Record::Consent(consent) => match consent.what {
                Scope::Card(card_id) => Some(card_id),
                Scope::Column(_) => None,
            },
            _ => None,
        }
    }
}

macro_rules! accessors {
    ($($one:ident, $all:ident: $variant:ident($id:ty) -> $record:ty;)*) => {$(
        pub fn $one(&self, id: $id) -> Option<&Arc<$record>> {
            match self.get(Key::$variant(id)) {
                Some(Record::$variant(record)) => Some(record),
                _ => None,
            }
        }

        pub fn $all(&self) -> impl DoubleEndedIterator<Item = &Arc<$record>> {
            self.between(Key::$variant(<$id>::MIN), Key::$variant(<$id>::MAX)).iter().filter_map(|(_, record)| match record {
                Record::$variant(record) => Some(record),
                _ => None,
            })
        }
    )*};
}

impl Plan {
    /// A plan of these records. Two under one key: the later counts.
    pub fn from_records(records: impl IntoIterator<Item = Record>) -> Self {
        let mut plan = Plan::default();
        for record in records {
            plan.put(record);
        }
        plan
    }

    /// Every record, in the order of its key.
    pub fn records(&self) -> impl ExactSizeIterator<Item = &Record> {
        self.records.iter().map(|(_, record)| record)
    }

    /// Every record with its key, in order.
    pub(super) fn entries(&self) -> &[(Key, Record)] {
        &self.records
    }

    pub fn get(&self, key: Key) -> Option<&Record> {
        let place = self.place_in_list(key).ok()?;
        self.records.get(place).map(|(_, record)| record)
    }

    pub(super) fn holds(&self, key: Key) -> bool {
        self.place_in_list(key).is_ok()
    }

    pub fn head(&self) -> Option<&Arc<Head>> {
        match self.get(Key::Head) {
            Some(Record::Head(head)) => Some(head),
            _ => None,
        }
    }

    accessors! {
        member, members: Member(MemberId) -> Member;
        card, cards: Card(CardId) -> Card;
        agreement, agreements: Agreement(AgreementId) -> Agreement;
        proposal, proposals: Proposal(ProposalId) -> Proposal;
        last_change, last_changes: LastChange(MemberId) -> LastChange;
        consent, consents: Consent(ConsentId) -> Consent;
        decision, decisions: Decision(DecisionId) -> Decision;
        remark, remarks: Remark(RemarkId) -> Remark;
        pulse, pulses: Pulse(MemberId) -> Pulse;
        movement, movements: Movement(MemberId) -> Movement;
        strength, strengths: Strength(StrengthId) -> Strength;
    }

    /// The cards of a cell, in order.
    pub fn cell(&self, cell: CellId) -> &[CardId] {
        match self.get(Key::Cell(cell)) {
            Some(Record::Cell(cell)) => &cell.cards,
            _ => &[],
        }
    }

    /// How many cards with help lie in this column that the viewer may not read.
    pub fn other_help(&self, column: Column) -> u32 {
        match self.get(Key::OtherHelp(column)) {
            Some(Record::OtherHelp(help)) => help.cards,
            _ => 0,
        }
    }

    /// The agreements under a card, oldest first.
    pub fn agreements_of(&self, card_id: CardId) -> impl Iterator<Item = &Arc<Agreement>> {
        self.agreements().filter(move |agreement| agreement.card_id == card_id)
    }

    /// Where a card lies, told by its neighbours.
    pub fn place_of(&self, card: &Card) -> Place {
        let cell = CellId {
            column: card.column,
            lane: card.lane,
        };
        let cards = self.cell(cell);
        let index = cards.iter().position(|id| *id == card.card_id).unwrap_or(cards.len());
        Place {
            column: card.column,
            lane: card.lane,
            after: index.checked_sub(1).and_then(|index| cards.get(index)).copied(),
            before: cards.get(index + 1).copied(),
        }
    }

    pub(super) fn put(&mut self, record: Record) {
        let key = record.key();
        match self.place_in_list(key) {
            Ok(place) => self.records[place].1 = record,
            Err(place) => self.records.insert(place, (key, record)),
        }
    }

    pub(super) fn remove(&mut self, key: Key) {
        if let Ok(place) = self.place_in_list(key) {
            self.records.remove(place);
        }
    }

    fn place_in_list(&self, key: Key) -> Result<usize, usize> {
        // Records mostly arrive in order.
        match self.records.last() {
            Some((last, _)) if *last < key => Err(self.records.len()),
            _ => self.records.binary_search_by(|(other, _)| other.cmp(&key)),
        }
    }

    fn between(&self, first: Key, last: Key) -> &[(Key, Record)] {
        let begin = self.records.partition_point(|(key, _)| *key < first);
        let end = self.records.partition_point(|(key, _)| *key <= last);
        self.records.get(begin..end).unwrap_or_default()
    }

    /// Eight bytes that two equal plans have in common, natively and in wasm.
    pub fn state_hash(&self) -> u64 {
        let mut hash = xxhash_rust::xxh64::Xxh64::new(0);
        for record in self.records() {
            // A record that cannot be written as JSON does not exist: every field is text, number or list of those.
            hash.update(&serde_json::to_vec(record).unwrap_or_default());
        }
        hash.digest()
    }
}
