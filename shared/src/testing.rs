//! For tests alone: a family to play with, random wishes, and switches that take out one rule of
//! live editing to prove that the simulator would notice.

use crate::ids::{CardId, ChangeId, MemberId, PlanId, ProposalId};
use crate::plan::{
    Assign, Audience, CardEdit, CellId, Change, Column, Head, Intent, Kept, Kind, Lane, Member, NewCard, Place, Plan, Record,
    Role, TextEdit, is_legal,
};
use std::sync::Arc;
use uuid::Uuid;

/// Rules taken out. All false in every shipped program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sabotage {
    /// The browser shows what the server says without its own unanswered changes on top.
    pub no_rebase: bool,
}

/// A random generator that gives the same numbers everywhere: SplitMix64.
#[derive(Clone, Debug)]
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `most`, which is above 0.
    pub fn below(&mut self, most: usize) -> usize {
        (self.roll() % most as u64) as usize
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        if from.is_empty() {
            None
        } else {
            Some(from[self.below(from.len())].clone())
        }
    }

    pub fn change_id(&mut self) -> ChangeId {
        ChangeId(Uuid::from_u64_pair(self.roll(), self.roll()))
    }
}

/// The members of `family()`, in the order of their ids.
pub const MAJA: MemberId = MemberId(Uuid::from_u128(1));
pub const JONAS: MemberId = MemberId(Uuid::from_u128(2));
pub const ALMA: MemberId = MemberId(Uuid::from_u128(3));
pub const BIRTHE: MemberId = MemberId(Uuid::from_u128(4));
pub const KARIN: MemberId = MemberId(Uuid::from_u128(5));
pub const METTE: MemberId = MemberId(Uuid::from_u128(6));
pub const TOLK: MemberId = MemberId(Uuid::from_u128(7));
pub const EVERYONE: [MemberId; 7] = [MAJA, JONAS, ALMA, BIRTHE, KARIN, METTE, TOLK];

/// Two adults, a child, a grandmother, a coordinator, a teacher and an interpreter, and no card yet.
pub fn family() -> Plan {
    let member = |member_id, name: &str, role, relation: &str| {
        Record::Member(Arc::new(Member {
            member_id,
            name: name.to_owned(),
            role,
            relation: relation.to_owned(),
            age: None,
            phone: Some("12 34 56 78".to_owned()),
            left_at: None,
            informed: None,
        }))
    };
    Plan::from_records([
        Record::Head(Arc::new(Head {
            plan_id: PlanId(Uuid::from_u128(100)),
            name: "Familien Lund".to_owned(),
            primary_contact: Some(KARIN),
            stand_in: None,
            followed_up: None,
            next_follow_up: None,
        })),
        member(MAJA, "Maja", Role::Family, "mor"),
        member(JONAS, "Jonas", Role::Family, "far"),
        member(ALMA, "Alma", Role::Child, "datter"),
        member(BIRTHE, "Birthe", Role::Network, "mormor"),
        member(KARIN, "Karin", Role::Coordinator, "fast kontakt"),
        member(METTE, "Mette", Role::Professional, "lærer"),
        member(TOLK, "Tolk", Role::Interpreter, "tolk"),
    ])
}

/// A wish that `member` could have of the plan as they see it; some are impossible on purpose.
pub fn random_change(dice: &mut Dice, seen: &Plan, member: MemberId) -> Change {
    let change_id = dice.change_id();
    Change {
        change_id,
        intent: random_intent(dice, seen, member),
        why: if dice.one_in(3) { "fordi".to_owned() } else { String::new() },
    }
}

fn random_intent(dice: &mut Dice, seen: &Plan, member: MemberId) -> Intent {
    let cards: Vec<_> = seen.cards().cloned().collect();
    let agreements: Vec<_> = seen.agreements().cloned().collect();
    let proposals: Vec<ProposalId> = seen.proposals().map(|proposal| proposal.proposal_id).collect();
    let card_id = |dice: &mut Dice| match dice.pick(&cards) {
        Some(card) if !dice.one_in(20) => card.card_id,
        _ => CardId(dice.change_id().0),
    };
    match dice.below(24) {
        0..=4 => {
            let kind = dice.pick(&Kind::ALL).unwrap_or(Kind::Goal);
            Intent::AddCard(NewCard {
                kind,
                place: random_place(dice, seen, kind),
                words: random_words(dice),
                when: String::new(),
                why: String::new(),
                who: random_member(dice),
                serves: cards.iter().find(|card| card.kind == Kind::Dream).map(|card| card.card_id),
                audience: random_audience(dice),
                picture: None,
                duty: None,
            })
        }
        5..=9 => {
            let Some(card) = dice.pick(&cards) else {
                return Intent::RemoveCard { card_id: card_id(dice) };
            };
            Intent::MoveCard {
                card_id: card.card_id,
                to: random_place(dice, seen, card.kind),
            }
        }
        10..=13 => {
            let Some(card) = dice.pick(&cards) else {
                return Intent::RemoveCard { card_id: card_id(dice) };
            };
            let mut edit = CardEdit {
                words: Some(TextEdit {
                    from: card.words.words.clone(),
                    to: random_words(dice),
                }),
                ..CardEdit::default()
            };
            if dice.one_in(4) {
                edit.audience = Some(random_audience(dice));
            }
            if dice.one_in(4) {
                edit.who = Some(Assign::from(random_member(dice)));
            }
            Intent::EditCard {
                card_id: card.card_id,
                edit,
            }
        }
        14 => Intent::RemoveCard { card_id: card_id(dice) },
        15..=16 => Intent::AddAgreement {
            card_id: card_id(dice),
            words: random_words(dice),
            holder: random_member(dice),
            due: None,
        },
        17 => match dice.pick(&agreements) {
            Some(agreement) => Intent::KeepAgreement {
                agreement_id: agreement.agreement_id,
                kept: dice.pick(&Kept::ALL).unwrap_or(Kept::Partly),
            },
            None => Intent::BeInformed {
                version: 1,
                language: "da".to_owned(),
            },
        },
        18 => match dice.pick(&agreements) {
            Some(agreement) if dice.one_in(2) => Intent::RemoveAgreement {
                agreement_id: agreement.agreement_id,
            },
            Some(agreement) => Intent::EditAgreement {
                agreement_id: agreement.agreement_id,
                words: Some(TextEdit {
                    from: agreement.words.words.clone(),
                    to: random_words(dice),
                }),
                holder: Some(Assign::from(random_member(dice))),
                due: None,
            },
            None => Intent::BeInformed {
                version: 1,
                language: "da".to_owned(),
            },
        },
        19..=21 => match dice.pick(&proposals) {
            Some(proposal_id) if dice.one_in(4) => Intent::DeclineProposal { proposal_id },
            Some(proposal_id) if dice.one_in(4) => Intent::WithdrawProposal { proposal_id },
            Some(proposal_id) => Intent::AcceptProposal {
                proposal_id,
                seen: seen.proposal_hash(proposal_id).unwrap_or_default(),
                instead: None,
            },
            None => Intent::MoveCard {
                card_id: card_id(dice),
                to: random_place(dice, seen, Kind::Goal),
            },
        },
        _ => {
            let last = seen.last_change(member).map_or(ChangeId::MIN, |last| last.change_id);
            Intent::Undo { change_id: last }
        }
    }
}

fn random_member(dice: &mut Dice) -> Option<MemberId> {
    if dice.one_in(3) { None } else { dice.pick(&EVERYONE) }
}

fn random_audience(dice: &mut Dice) -> Audience {
    match dice.below(6) {
        0 => Audience::Family,
        1 => Audience::Only([MAJA].into()),
        2 => Audience::Only([JONAS, BIRTHE].into()),
        _ => Audience::Table,
    }
}

fn random_words(dice: &mut Dice) -> String {
    format!("ord {}", dice.roll())
}

fn random_place(dice: &mut Dice, seen: &Plan, kind: Kind) -> Place {
    let all = Column::ALL
        .into_iter()
        .flat_map(|column| [None, Some(Lane::Now), Some(Lane::Soon), Some(Lane::Done)].map(|lane| (column, lane)));
    let legal: Vec<(Column, Option<Lane>)> = all.filter(|(column, lane)| is_legal(kind, *column, *lane)).collect();
    let (column, lane) = dice.pick(&legal).unwrap_or((Column::Dreams, None));
    let cards = seen.cell(CellId { column, lane });
    Place {
        column,
        lane,
        after: dice.pick(cards),
        before: dice.pick(cards),
    }
}
