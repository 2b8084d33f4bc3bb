//! For tests alone: a family to play with, random wishes, and switches that take out one rule of
//! live editing to prove that the simulator would notice.

use crate::day::Day;
use crate::ids::{CardId, ChangeId, MemberId, PlanId, ProposalId};
use crate::plan::{
    AgreementEdit, Assign, Audience, CardEdit, CellId, Change, Column, ConsentText, CoreTask, Duty, Face, Grantee, Head,
    HelpFacts, Intent, Kept, Kind, Lane, Member, MemberEdit, NewAgreement, NewAnswer, NewCard, NewDecision, NewMember, Often,
    Place, Plan, Promises, Rating, Record, Repeats, Role, Says, Scope, StrengthKind, TextEdit, is_legal,
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
            purpose: String::new(),
            age: None,
            phone: Some("12 34 56 78".to_owned()),
            hours: String::new(),
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
            baton: None,
            pen: None,
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
    match dice.below(42) {
        0..=4 => {
            let kind = dice.pick(&Kind::ALL).unwrap_or(Kind::Goal);
            let (place, words) = (random_place(dice, seen, kind), random_words(dice));
            Intent::AddCard(NewCard {
                who: random_member(dice),
                serves: cards.iter().find(|card| card.kind == Kind::Dream).map(|card| card.card_id),
                audience: random_audience(dice),
                ..NewCard::new(kind, place, words)
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
            if card.kind == Kind::Help {
                edit.help = Some(random_facts(dice));
            }
            if dice.one_in(6) {
                edit.duty = Some(Assign::To(Duty::Duty));
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
        15..=16 => Intent::AddAgreement(NewAgreement {
            card_id: card_id(dice),
            words: random_words(dice),
            holder: random_member(dice),
            due: None,
            repeats: dice.one_in(3).then_some(TUESDAYS),
            so_that: String::new(),
        }),
        17 | 37 => match dice.pick(&agreements) {
            Some(agreement) => Intent::KeepAgreement {
                agreement_id: agreement.agreement_id,
                kept: dice.pick(&Kept::ALL).unwrap_or(Kept::Partly),
                on: agreement
                    .repeats
                    .map(|repeats| repeats.from.plus(7 * dice.below(3) as i32 + 5)),
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
            Some(agreement) => Intent::EditAgreement(AgreementEdit {
                words: dice.one_in(2).then(|| TextEdit {
                    from: agreement.words.words.clone(),
                    to: random_words(dice),
                }),
                holder: Some(Assign::from(random_member(dice))),
                ..AgreementEdit::of(agreement.agreement_id)
            }),
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
        22 | 38 => match dice.pick(&agreements) {
            Some(agreement) => Intent::AnswerAsk {
                agreement_id: agreement.agreement_id,
                yes: !dice.one_in(3),
            },
            None => Intent::FollowUp,
        },
        23..=25 => random_help(dice, seen, card_id),
        26..=29 => random_rights(dice, seen, member, card_id),
        30..=32 => random_voice(dice, seen, card_id),
        33..=36 => random_seat(dice, seen),
        _ => {
            let last = seen.last_change(member).map_or(ChangeId::MIN, |last| last.change_id);
            Intent::Undo { change_id: last }
        }
    }
}

const TUESDAYS: Repeats = Repeats {
    weekdays: 0b10,
    every_weeks: 1,
    at: Some(17 * 60),
    // Where instants begin: the random changes are all made within the first second.
    from: Day::EPOCH,
    until: None,
};

fn random_facts(dice: &mut Dice) -> HelpFacts {
    HelpFacts {
        provider: random_words(dice),
        often: Some(Often {
            times: 1 + dice.below(3) as u8,
            weeks: 1,
        }),
        enough_when: random_words(dice),
        ..HelpFacts::default()
    }
}

/// Something about the help a family gets.
fn random_help(dice: &mut Dice, seen: &Plan, card_id: impl Fn(&mut Dice) -> CardId) -> Intent {
    let helps: Vec<CardId> = seen
        .cards()
        .filter(|card| card.kind == Kind::Help)
        .map(|card| card.card_id)
        .collect();
    let card_id = dice.pick(&helps).unwrap_or_else(|| card_id(dice));
    let decision = NewDecision {
        words: random_words(dice),
        decided_on: Day::EPOCH,
        reference: random_words(dice),
        complain: random_words(dice),
        complain_by: None,
    };
    match dice.below(7) {
        0 => Intent::RateHelp {
            card_id,
            rating: dice.pick(&Rating::ALL).unwrap_or(Rating::Helps),
        },
        1 => Intent::SetWish {
            card_id,
            answers: dice.pick(&EVERYONE).unwrap_or(KARIN),
            by: Day::EPOCH.plus(7),
        },
        2 => Intent::AnswerWish {
            card_id,
            answer: NewAnswer::Ends {
                words: random_words(dice),
                on: Day::EPOCH.plus(3),
            },
        },
        3 => Intent::AnswerWish {
            card_id,
            answer: NewAnswer::Decided { decision, ends: None },
        },
        4 => Intent::AnswerWish {
            card_id,
            answer: NewAnswer::Stays {
                words: random_words(dice),
                talk_to: KARIN,
            },
        },
        5 => Intent::AddDecision {
            card_id: dice.one_in(2).then_some(card_id),
            decision,
        },
        _ => match dice.pick(&seen.decisions().map(|decision| decision.decision_id).collect::<Vec<_>>()) {
            Some(decision_id) => Intent::RemoveDecision { decision_id },
            None => Intent::AddDecision { card_id: None, decision },
        },
    }
}

/// Something about who may and who sees.
fn random_rights(dice: &mut Dice, seen: &Plan, member: MemberId, card_id: impl Fn(&mut Dice) -> CardId) -> Intent {
    let give = |dice: &mut Dice| Intent::GiveConsent {
        to: if dice.one_in(3) {
            Grantee::Role(dice.pick(&Role::ALL).unwrap_or(Role::Guest))
        } else {
            Grantee::Member(dice.pick(&EVERYONE).unwrap_or(BIRTHE))
        },
        what: if dice.one_in(3) {
            Scope::Column(dice.pick(&Column::ALL).unwrap_or(Column::Municipality))
        } else {
            Scope::Card(card_id(dice))
        },
        until: Day::EPOCH.plus(dice.below(20) as i32),
        text: ConsentText {
            version: 1,
            language: "da".to_owned(),
            read_aloud: dice.one_in(2),
        },
    };
    let mine: Vec<_> = seen
        .consents()
        .filter(|consent| consent.by == member)
        .map(|consent| consent.consent_id)
        .collect();
    match dice.below(7) {
        0..=2 => give(dice),
        3..=4 => match dice.pick(&mine) {
            Some(consent_id) => Intent::WithdrawConsent { consent_id },
            None => give(dice),
        },
        5 => Intent::HandPen {
            to: dice.pick(&EVERYONE).unwrap_or(KARIN),
        },
        _ => Intent::TakePen,
    }
}

fn random_voice(dice: &mut Dice, seen: &Plan, card_id: impl Fn(&mut Dice) -> CardId) -> Intent {
    let face = dice.pick(&Face::ALL).unwrap_or(Face::SoSo);
    match dice.below(7) {
        0 => Intent::SayPulse {
            face,
            words: random_words(dice),
            promises: Some(Promises::Partly),
            needs_help: dice.one_in(2),
        },
        1 => Intent::ReadMovement {
            task: dice.pick(&CoreTask::ALL).unwrap_or(CoreTask::Work),
            face,
            words: random_words(dice),
        },
        2..=3 => Intent::AddRemark {
            card_id: card_id(dice),
            says: dice.pick(&Says::ALL).unwrap_or(Says::Wrong),
            words: random_words(dice),
        },
        4 => match dice.pick(&seen.remarks().map(|remark| remark.remark_id).collect::<Vec<_>>()) {
            Some(remark_id) => Intent::SettleRemark { remark_id },
            None => Intent::FollowUp,
        },
        5 => match dice.pick(&seen.strengths().map(|strength| strength.strength_id).collect::<Vec<_>>()) {
            Some(strength_id) => Intent::RemoveStrength { strength_id },
            None => Intent::FollowUp,
        },
        _ => Intent::AddStrength {
            is: dice.pick(&StrengthKind::ALL).unwrap_or(StrengthKind::Can),
            of: random_member(dice),
            words: random_words(dice),
        },
    }
}

/// Something about who sits where. Nobody of `EVERYONE` leaves for good: then there would be nobody left to play with.
fn random_seat(dice: &mut Dice, seen: &Plan) -> Intent {
    let new = NewMember {
        name: random_words(dice),
        role: dice.pick(&Role::ALL).unwrap_or(Role::Guest),
        relation: random_words(dice),
        purpose: random_words(dice),
        phone: None,
    };
    let others: Vec<MemberId> = seen
        .members()
        .map(|member| member.member_id)
        .filter(|id| !EVERYONE.contains(id))
        .collect();
    match dice.below(8) {
        0..=1 => Intent::AddMember(new),
        2..=3 => match dice.pick(&others) {
            Some(member_id) => Intent::RemoveMember {
                member_id,
                passes_to: random_member(dice),
            },
            None => Intent::AskForSeat(new),
        },
        4 => Intent::PassBaton {
            to: dice.pick(&[KARIN, METTE, BIRTHE]).unwrap_or(METTE),
        },
        5 => Intent::AnswerBaton { yes: !dice.one_in(4) },
        6 => Intent::SetStandIn {
            member_id: random_member(dice),
        },
        _ => Intent::EditMember {
            member_id: dice.pick(&EVERYONE).unwrap_or(MAJA),
            edit: MemberEdit {
                hours: Some(random_words(dice)),
                ..MemberEdit::default()
            },
        },
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
