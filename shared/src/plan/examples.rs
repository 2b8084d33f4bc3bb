//! Who decides, told in small stories. The laws beside this hold for all plans; these say what is meant.

use super::{
    AgreementEdit, Answer, Answered, Assign, Audience, CardEdit, CellId, Change, Column, ConsentText, Grantee, Intent, Kind,
    Lane, NewAgreement, NewAnswer, NewCard, NewDecision, NewMember, Orphan, Place, Plan, Refusal, Role, Scope, view,
};
use crate::day::Day;
use crate::ids::{AgreementId, CardId, ChangeId, ConsentId, MemberId, Millis, ProposalId};
use crate::testing::{BIRTHE, Dice, JONAS, KARIN, MAJA, METTE, family};

const HOUR: Millis = 60 * 60 * 1000;
const DAY: Millis = 24 * HOUR;

/// A family's plan, and the next free id.
struct Table {
    plan: Plan,
    dice: Dice,
}

impl Table {
    fn new() -> Table {
        Table {
            plan: family(),
            dice: Dice(7),
        }
    }

    fn wish_at(&mut self, member: MemberId, intent: Intent, at: Millis) -> (ChangeId, Answer) {
        let change = Change {
            change_id: self.dice.change_id(),
            intent,
            why: String::new(),
        };
        (change.change_id, self.plan.submit(&change, member, at))
    }

    fn wish(&mut self, member: MemberId, intent: Intent) -> Answer {
        self.wish_at(member, intent, 0).1
    }

    /// Something that is done at once; answers its id.
    fn done(&mut self, member: MemberId, intent: Intent) -> ChangeId {
        let (id, answer) = self.wish_at(member, intent, 0);
        assert_eq!(answer, Answer::Applied);
        id
    }

    fn help(&mut self, column: Column, audience: Audience) -> CardId {
        self.done(MAJA, card(Kind::Help, column, None, audience)).into()
    }

    fn goal(&mut self) -> CardId {
        self.done(MAJA, card(Kind::Goal, Column::Ourselves, Some(Lane::Soon), Audience::Table))
            .into()
    }

    fn agreement(&mut self, card_id: CardId, holder: Option<MemberId>) -> AgreementId {
        self.done(MAJA, agreement(card_id, holder)).into()
    }

    fn hands(&self, id: AgreementId) -> (Option<MemberId>, Option<MemberId>) {
        let agreement = self.plan.agreement(id).unwrap();
        (agreement.holder, agreement.asked)
    }
}

fn card(kind: Kind, column: Column, lane: Option<Lane>, audience: Audience) -> Intent {
    let place = Place::end_of(CellId { column, lane });
    Intent::AddCard(NewCard {
        audience,
        ..NewCard::new(kind, place, "Besøg hver uge".to_owned())
    })
}

fn agreement(card_id: CardId, holder: Option<MemberId>) -> Intent {
    Intent::AddAgreement(NewAgreement {
        card_id,
        words: "Ringer på tirsdag".to_owned(),
        holder,
        due: None,
        repeats: None,
        so_that: String::new(),
    })
}

fn consent(to: Grantee, what: Scope, until: Day) -> Intent {
    let text = ConsentText {
        version: 1,
        language: "da".to_owned(),
        read_aloud: false,
    };
    Intent::GiveConsent { to, what, until, text }
}

#[test]
fn whoever_holds_the_pen_writes_in_the_familys_words_until_it_is_taken_back() {
    let mut table = Table::new();
    let write = || card(Kind::Dream, Column::Dreams, None, Audience::Table);
    assert_eq!(table.wish(KARIN, write()), Answer::Proposed);
    table.done(MAJA, Intent::HandPen { to: KARIN });
    let written = CardId::from(table.done(KARIN, write()));
    let words = &table.plan.card(written).unwrap().words;
    assert_eq!((words.by, words.written_by), (MAJA, Some(KARIN)));
    let hidden = card(Kind::Dream, Column::Dreams, None, Audience::Family);
    assert_eq!(table.wish(KARIN, hidden), Answer::Refused(Refusal::OnlyTheFamily));
    assert_eq!(table.wish(KARIN, Intent::RemoveCard { card_id: written }), Answer::Proposed);
    assert_eq!(table.wish(METTE, Intent::TakePen), Answer::Refused(Refusal::OnlyTheFamily));
    table.done(MAJA, Intent::TakePen);
    assert_eq!(table.wish(KARIN, write()), Answer::Proposed);
}

#[test]
fn a_pen_that_nobody_takes_back_goes_back_by_itself() {
    let mut table = Table::new();
    table.done(MAJA, Intent::HandPen { to: KARIN });
    assert!(!table.plan.lapse(12 * HOUR));
    assert!(table.plan.lapse(12 * HOUR + 1));
    assert!(table.plan.pen_of(KARIN).is_none());
}

#[test]
fn a_consent_opens_a_card_to_one_person_until_its_day_or_until_its_giver_changes_their_mind() {
    let mut table = Table::new();
    let help = table.help(Column::Municipality, Audience::Table);
    let sees = |table: &Table| view(&table.plan, BIRTHE).card(help).is_some();
    let (birthe, what) = (Grantee::Member(BIRTHE), Scope::Card(help));
    assert!(!sees(&table), "of other help the network knows only that it is there");
    let seen = table.plan.seen_with_consent(birthe, what, MAJA, BIRTHE, 0).unwrap();
    let given = ConsentId::from(table.done(MAJA, consent(birthe, what, Day::EPOCH.plus(3))));
    assert!(sees(&table));
    let mut now = view(&table.plan, BIRTHE);
    assert!(
        now.card(help) == seen.card(help) && now.consent(given).is_some(),
        "as was shown before the yes"
    );
    assert!(!now.lapse(3 * DAY), "the last day counts");
    let withdraw = Intent::WithdrawConsent { consent_id: given };
    assert_eq!(table.wish(JONAS, withdraw.clone()), Answer::Refused(Refusal::NotYours));
    assert_eq!(table.wish(BIRTHE, withdraw.clone()), Answer::Refused(Refusal::NotYours));
    let mut later = table.plan.clone();
    assert!(later.lapse(4 * DAY) && view(&later, BIRTHE).card(help).is_none());
    table.done(MAJA, withdraw);
    assert!(!sees(&table));
}

#[test]
fn nobody_opens_what_another_adult_keeps_to_themselves() {
    let mut table = Table::new();
    let (id, answer) = table.wish_at(
        JONAS,
        card(Kind::Dream, Column::Dreams, None, Audience::Only([MAJA].into())),
        0,
    );
    assert_eq!(answer, Answer::Applied);
    let what = Scope::Card(id.into());
    let until = Day::EPOCH.plus(1);
    assert_eq!(
        table.wish(MAJA, consent(Grantee::Member(KARIN), what, until)),
        Answer::Refused(Refusal::NotYours)
    );
    table.done(
        MAJA,
        consent(Grantee::Role(Role::Coordinator), Scope::Column(Column::Dreams), until),
    );
    assert!(view(&table.plan, KARIN).card(id.into()).is_none());
    table.done(JONAS, consent(Grantee::Member(KARIN), what, until));
    assert!(view(&table.plan, KARIN).card(id.into()).is_some());
}

#[test]
fn adults_do_not_remove_each_other_and_the_last_one_stays() {
    let mut table = Table::new();
    let remove = |member_id| Intent::RemoveMember {
        member_id,
        passes_to: None,
    };
    assert_eq!(table.wish(MAJA, remove(JONAS)), Answer::Refused(Refusal::AskTheContact));
    assert_eq!(table.wish(METTE, remove(JONAS)), Answer::Refused(Refusal::AskTheContact));
    assert_eq!(table.wish(METTE, remove(BIRTHE)), Answer::Refused(Refusal::OnlyTheFamily));
    table.done(KARIN, remove(JONAS));
    assert_eq!(table.wish(MAJA, remove(MAJA)), Answer::Refused(Refusal::LastAtTheTable));
    assert_eq!(view(&table.plan, JONAS), Plan::default());
}

#[test]
fn what_someone_held_who_leaves_is_asked_of_another_and_stands_open_until_they_say_yes() {
    let mut table = Table::new();
    let goal = table.goal();
    let id = table.agreement(goal, Some(METTE));
    assert_eq!(table.hands(id), (None, Some(METTE)));
    table.done(
        METTE,
        Intent::AnswerAsk {
            agreement_id: id,
            yes: true,
        },
    );
    table.done(
        MAJA,
        Intent::RemoveMember {
            member_id: METTE,
            passes_to: Some(KARIN),
        },
    );
    assert_eq!(table.hands(id), (Some(METTE), Some(KARIN)));
    let orphan = |table: &Table| table.plan.orphan(table.plan.agreement(id).unwrap(), Day::EPOCH, 0);
    assert_eq!(orphan(&table), None, "someone has been asked");
    table.done(
        KARIN,
        Intent::AnswerAsk {
            agreement_id: id,
            yes: false,
        },
    );
    assert_eq!(orphan(&table), Some(Orphan::HolderLeft));
}

#[test]
fn the_ball_stays_with_its_holder_until_the_next_one_takes_it() {
    let mut table = Table::new();
    let goal = table.goal();
    let id = table.agreement(goal, Some(MAJA));
    assert_eq!(
        table.hands(id),
        (Some(MAJA), None),
        "whoever promises it themselves is not asked"
    );
    let pass = |to| {
        Intent::EditAgreement(AgreementEdit {
            holder: Some(Assign::To(to)),
            ..AgreementEdit::of(id)
        })
    };
    table.done(MAJA, pass(BIRTHE));
    assert_eq!(table.hands(id), (Some(MAJA), Some(BIRTHE)));
    let yes = Intent::AnswerAsk {
        agreement_id: id,
        yes: true,
    };
    assert_eq!(table.wish(KARIN, yes.clone()), Answer::Refused(Refusal::NotYourAgreement));
    // Grandmother said it on the telephone.
    table.done(JONAS, yes.clone());
    assert_eq!(table.hands(id), (Some(BIRTHE), None));
    table.done(BIRTHE, pass(METTE));
    assert_eq!(table.wish(MAJA, yes), Answer::Refused(Refusal::NotYourAgreement));
}

#[test]
fn the_baton_passes_when_all_three_have_said_yes() {
    let mut table = Table::new();
    table.done(KARIN, Intent::PassBaton { to: METTE });
    table.done(METTE, Intent::AnswerBaton { yes: true });
    assert_eq!(table.plan.contact().unwrap().member_id, KARIN);
    assert_eq!(
        table.wish(BIRTHE, Intent::AnswerBaton { yes: true }),
        Answer::Refused(Refusal::OnlyTheFamily)
    );
    table.done(JONAS, Intent::AnswerBaton { yes: true });
    assert_eq!(table.plan.contact().unwrap().member_id, METTE);
    assert_eq!(table.plan.head().unwrap().baton, None);
    let role = |member| table.plan.member(member).unwrap().role;
    assert_eq!((role(METTE), role(KARIN)), (Role::Coordinator, Role::Professional));
}

#[test]
fn a_help_that_is_no_longer_wanted_waits_for_an_answer_and_ends_when_the_answer_says_so() {
    let mut table = Table::new();
    let help = table.help(Column::Municipality, Audience::Table);
    let to = Place::end_of(CellId {
        column: Column::NoMore,
        lane: None,
    });
    table.done(MAJA, Intent::MoveCard { card_id: help, to });
    let wish = |table: &Table| table.plan.card(help).unwrap().help.as_ref().unwrap().wish.clone().unwrap();
    assert_eq!((wish(&table).answers, wish(&table).by), (Some(KARIN), Day::EPOCH.plus(14)));
    let answer = |answer| Intent::AnswerWish { card_id: help, answer };
    let ends = Day::EPOCH.plus(5);
    let decision = NewDecision {
        words: "Besøgene slutter".to_owned(),
        decided_on: Day::EPOCH,
        reference: "12-34".to_owned(),
        complain: "Skriv til kommunen".to_owned(),
        complain_by: Some(Day::EPOCH.plus(28)),
    };
    let decided = NewAnswer::Decided {
        decision,
        ends: Some(ends),
    };
    assert_eq!(table.wish(METTE, answer(decided.clone())), Answer::Refused(Refusal::CardGone));
    let id = table.done(KARIN, answer(decided));
    assert_eq!(
        wish(&table).answer.unwrap().how,
        Answered::Decided {
            decision_id: id.into(),
            ends: Some(ends)
        }
    );
    assert_eq!(table.plan.card(help).unwrap().help_ends(), Some(ends));
    assert!(view(&table.plan, MAJA).decision(id.into()).is_some());
    let open = consent(Grantee::Member(BIRTHE), Scope::Card(help), ends);
    table.done(MAJA, open);
    let seen = view(&table.plan, BIRTHE);
    assert!(
        seen.card(help).is_some() && seen.decision(id.into()).is_none(),
        "decisions are the family's own"
    );
}

#[test]
fn a_proposal_runs_out_and_only_its_maker_is_told() {
    let mut table = Table::new();
    let goal = table.goal();
    let (id, answer) = table.wish_at(KARIN, agreement(goal, Some(KARIN)), 0);
    assert_eq!(answer, Answer::Proposed);
    assert!(!table.plan.lapse(60 * DAY) && table.plan.lapse(60 * DAY + 1));
    let proposal = ProposalId::from(id);
    assert!(view(&table.plan, MAJA).proposal(proposal).is_none());
    assert!(view(&table.plan, KARIN).proposal(proposal).unwrap().ran_out_at.is_some());
    table.done(KARIN, Intent::WithdrawProposal { proposal_id: proposal });
}

#[test]
fn a_proposal_that_is_brought_back_too_late_has_run_out() {
    let mut table = Table::new();
    let goal = table.goal();
    let (id, _) = table.wish_at(KARIN, agreement(goal, Some(KARIN)), 0);
    let proposal_id = ProposalId::from(id);
    let declined = table.done(MAJA, Intent::DeclineProposal { proposal_id });
    let undo = Intent::Undo { change_id: declined };
    assert_eq!(table.wish_at(MAJA, undo, 61 * DAY).1, Answer::Applied);
    assert!(view(&table.plan, MAJA).proposal(proposal_id).is_none());
    assert!(view(&table.plan, KARIN).proposal(proposal_id).unwrap().ran_out_at.is_some());
}

#[test]
fn a_person_who_takes_something_back_does_not_end_what_time_has_ended() {
    let mut table = Table::new();
    let help = table.help(Column::Municipality, Audience::Table);
    let what = Scope::Card(help);
    let given = ConsentId::from(table.done(MAJA, consent(Grantee::Member(BIRTHE), what, Day::EPOCH.plus(3))));
    let added = table.done(MAJA, card(Kind::Dream, Column::Dreams, None, Audience::Table));
    let undo = Intent::Undo { change_id: added };
    assert_eq!(table.wish_at(MAJA, undo, 4 * DAY).1, Answer::Applied);
    assert!(table.plan.consent(given).is_some(), "Maja has not ended it");
    assert_eq!(table.wish_at(MemberId::NOBODY, Intent::Lapse, 4 * DAY).1, Answer::Applied);
    assert!(table.plan.consent(given).is_none());
}

#[test]
fn what_the_one_who_proposes_promises_themselves_is_promised_by_the_familys_yes() {
    let mut table = Table::new();
    let goal = table.goal();
    let (id, _) = table.wish_at(KARIN, agreement(goal, Some(KARIN)), 0);
    let seen = table.plan.proposal_hash(id.into()).unwrap();
    let accept = Intent::AcceptProposal {
        proposal_id: id.into(),
        seen,
        instead: None,
    };
    table.done(MAJA, accept);
    assert_eq!(table.hands(id.into()), (Some(KARIN), None));
}

#[test]
fn a_stranger_asks_for_a_seat_once_and_sits_down_when_the_family_says_yes() {
    let mut table = Table::new();
    let stranger = MemberId::from(table.dice.change_id());
    let ask = Intent::AskForSeat(NewMember {
        name: "Nadia".to_owned(),
        role: Role::Professional,
        relation: "sundhedsplejerske".to_owned(),
        purpose: "Ellies søvn".to_owned(),
        phone: None,
    });
    let other = Intent::FollowUp;
    assert_eq!(table.wish(stranger, other), Answer::Refused(Refusal::NotAtTheTable));
    let (id, answer) = table.wish_at(stranger, ask.clone(), 0);
    assert_eq!(answer, Answer::Proposed);
    assert_eq!(table.wish(stranger, ask.clone()), Answer::Nothing);
    assert_eq!(view(&table.plan, stranger), Plan::default());
    assert!(
        view(&table.plan, KARIN).proposal(id.into()).is_none(),
        "it is for the family to know who asks"
    );
    let seen = table.plan.proposal_hash(id.into()).unwrap();
    table.done(
        MAJA,
        Intent::AcceptProposal {
            proposal_id: id.into(),
            seen,
            instead: None,
        },
    );
    assert_eq!(view(&table.plan, stranger).member(stranger).unwrap().purpose, "Ellies søvn");
    assert_eq!(table.wish(stranger, ask), Answer::Refused(Refusal::NothingToAnswer));
}

#[test]
fn whoever_asked_gets_the_seat_also_where_the_family_writes_who_they_are() {
    let mut table = Table::new();
    let stranger = MemberId::from(table.dice.change_id());
    let new = |role, relation: &str| NewMember {
        name: "Nadia".to_owned(),
        role,
        relation: relation.to_owned(),
        purpose: String::new(),
        phone: None,
    };
    let (id, _) = table.wish_at(stranger, Intent::AskForSeat(new(Role::Professional, "sundhedsplejerske")), 0);
    let own = Intent::AddMember(new(Role::Network, "vores ven"));
    let accept = Intent::AcceptProposal {
        proposal_id: id.into(),
        seen: table.plan.proposal_hash(id.into()).unwrap(),
        instead: Some(Box::new(own)),
    };
    table.done(MAJA, accept);
    let member = table.plan.member(stranger).unwrap();
    assert_eq!((member.role, member.relation.as_str()), (Role::Network, "vores ven"));
    assert!(table.plan.member(id.into()).is_none() && table.plan.proposal(id.into()).is_none());
}

#[test]
fn nobody_brings_time_forward() {
    let mut table = Table::new();
    for member in [MAJA, KARIN, METTE] {
        assert_eq!(table.wish(member, Intent::Lapse), Answer::Refused(Refusal::NotAtTheTable));
    }
    assert_eq!(table.wish(MemberId::NOBODY, Intent::Lapse), Answer::Nothing);
}

#[test]
fn a_card_is_not_kept_from_someone_who_is_asked_to_do_something_about_it() {
    let mut table = Table::new();
    let goal = table.goal();
    table.agreement(goal, Some(METTE));
    let edit = CardEdit {
        audience: Some(Audience::Family),
        ..CardEdit::default()
    };
    assert_eq!(
        table.wish(MAJA, Intent::EditCard { card_id: goal, edit }),
        Answer::Refused(Refusal::CannotSeeIt { member_id: METTE })
    );
}
