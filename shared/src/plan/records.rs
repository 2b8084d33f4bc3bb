//! What a plan holds: records, each under its key, in one ordered map.
//!
//! One map and one pair of types (`Key`, `Record`) for everything, so that storing, sending,
//! comparing and forgetting are each written once.

use super::change::Intent;
use super::place::{CellId, Column, Kind, Lane, Place};
use super::text::Text;
use crate::day::Day;
use crate::ids::{AgreementId, CardId, ChangeId, MemberId, Millis, PlanId, ProposalId};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// One family's board, or what one member sees of it.
///
/// Changed only by `submit` and, where patches are received, by `apply`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    pub(super) records: BTreeMap<Key, Record>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Key {
    Head,
    Member(MemberId),
    Card(CardId),
    Cell(CellId),
    Agreement(AgreementId),
    Proposal(ProposalId),
    LastChange(MemberId),
    OtherHelp(Column),
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
    pub age: Option<u8>,
    pub phone: Option<String>,
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
    pub holder: Option<MemberId>,
    pub due: Option<Day>,
    pub kept: Kept,
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
        }
    }
}

macro_rules! accessors {
    ($($one:ident, $all:ident: $variant:ident($id:ty) -> $record:ty, $min:expr, $max:expr;)*) => {$(
        pub fn $one(&self, id: $id) -> Option<&Arc<$record>> {
            match self.records.get(&Key::$variant(id)) {
                Some(Record::$variant(record)) => Some(record),
                _ => None,
            }
        }

        pub fn $all(&self) -> impl DoubleEndedIterator<Item = &Arc<$record>> {
            self.records.range(Key::$variant($min)..=Key::$variant($max)).filter_map(|(_, record)| match record {
                Record::$variant(record) => Some(record),
                _ => None,
            })
        }
    )*};
}

impl Plan {
    /// A plan of these records. Two under one key: the later counts.
    pub fn from_records(records: impl IntoIterator<Item = Record>) -> Self {
        Plan {
            records: records.into_iter().map(|record| (record.key(), record)).collect(),
        }
    }

    /// Every record, in the order of its key.
    pub fn records(&self) -> impl ExactSizeIterator<Item = &Record> {
        self.records.values()
    }

    pub fn head(&self) -> Option<&Arc<Head>> {
        match self.records.get(&Key::Head) {
            Some(Record::Head(head)) => Some(head),
            _ => None,
        }
    }

    accessors! {
        member, members: Member(MemberId) -> Member, MemberId::MIN, MemberId::MAX;
        card, cards: Card(CardId) -> Card, CardId::MIN, CardId::MAX;
        agreement, agreements: Agreement(AgreementId) -> Agreement, AgreementId::MIN, AgreementId::MAX;
        proposal, proposals: Proposal(ProposalId) -> Proposal, ProposalId::MIN, ProposalId::MAX;
        last_change, last_changes: LastChange(MemberId) -> LastChange, MemberId::MIN, MemberId::MAX;
    }

    /// The cards of a cell, in order.
    pub fn cell(&self, cell: CellId) -> &[CardId] {
        match self.records.get(&Key::Cell(cell)) {
            Some(Record::Cell(cell)) => &cell.cards,
            _ => &[],
        }
    }

    /// How many cards with help lie in this column that the viewer may not read.
    pub fn other_help(&self, column: Column) -> u32 {
        match self.records.get(&Key::OtherHelp(column)) {
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
        self.records.insert(record.key(), record);
    }

    pub(super) fn remove(&mut self, key: Key) {
        self.records.remove(&key);
    }

    /// Eight bytes that two equal plans have in common, natively and in wasm.
    pub fn state_hash(&self) -> u64 {
        let mut hash = xxhash_rust::xxh64::Xxh64::new(0);
        for record in self.records.values() {
            // A record that cannot be written as JSON does not exist: every field is text, number or list of those.
            hash.update(&serde_json::to_vec(record).unwrap_or_default());
        }
        hash.digest()
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Head => write!(f, "head"),
            Key::Member(id) => write!(f, "member/{id}"),
            Key::Card(id) => write!(f, "card/{id}"),
            Key::Cell(id) => write!(f, "cell/{id}"),
            Key::Agreement(id) => write!(f, "agreement/{id}"),
            Key::Proposal(id) => write!(f, "proposal/{id}"),
            Key::LastChange(id) => write!(f, "last-change/{id}"),
            Key::OtherHelp(column) => write!(
                f,
                "other-help/{}",
                CellId {
                    column: *column,
                    lane: None
                }
            ),
        }
    }
}

/// The text was not a key as `Key` writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKey;

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        if text == "head" {
            return Ok(Key::Head);
        }
        let (kind, id) = text.split_once('/').ok_or(NotAKey)?;
        fn id_of<T: FromStr>(id: &str) -> Result<T, NotAKey> {
            id.parse().map_err(|_| NotAKey)
        }
        Ok(match kind {
            "member" => Key::Member(id_of(id)?),
            "card" => Key::Card(id_of(id)?),
            "cell" => Key::Cell(id_of(id)?),
            "agreement" => Key::Agreement(id_of(id)?),
            "proposal" => Key::Proposal(id_of(id)?),
            "last-change" => Key::LastChange(id_of(id)?),
            "other-help" => Key::OtherHelp(id_of::<CellId>(id)?.column),
            _ => return Err(NotAKey),
        })
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(|NotAKey| de::Error::custom("not the key of a record"))
    }
}
