//! Laws that hold for every plan that any people can bring about.

use super::key::Key;
use super::place::{CARDS_IN_NOW, CellId, Kind, Lane, is_legal};
use super::records::{Audience, Card, Plan, Proposal, Record};
use super::submit::Answer;
use super::{Change, Intent, Refusal, diff, undo_of, view};
use crate::day::DAY_MS;
use crate::ids::{CardId, MemberId};
use crate::testing::{Dice, EVERYONE, family, random_change};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A plan after `steps` random wishes of random people.
fn lived_in(dice: &mut Dice, steps: usize) -> Plan {
    let mut plan = family();
    for step in 0..steps {
        wish(dice, &mut plan, step);
    }
    plan
}

fn wish(dice: &mut Dice, plan: &mut Plan, step: usize) -> (Change, MemberId, Answer) {
    let member = EVERYONE[dice.below(EVERYONE.len())];
    let change = random_change(dice, &view(plan, member), member);
    let answer = plan.submit(&change, member, step as i64);
    (change, member, answer)
}

fn without_references(plan: &Plan) -> Plan {
    Plan::from_records(plan.records().cloned().map(|record| match record {
        Record::Card(card) => Record::Card(Arc::new(Card {
            serves: None,
            ..Card::clone(&card)
        })),
        Record::Proposal(proposal) => {
            let mut proposal = Proposal::clone(&proposal);
            match &mut proposal.intent {
                Intent::AddCard(new) => (new.serves, new.place.after, new.place.before) = (None, None, None),
                Intent::MoveCard { to, .. } => (to.after, to.before) = (None, None),
                Intent::EditCard { edit, .. } => edit.serves = None,
                _ => {}
            }
            Record::Proposal(Arc::new(proposal))
        }
        other => other,
    }))
}

fn assert_sound(plan: &Plan) {
    let mut seen = BTreeSet::new();
    for record in plan.records() {
        let Key::Cell(cell) = record.key() else { continue };
        for card_id in plan.cell(cell) {
            let card = plan.card(*card_id).expect("a cell names only cards that exist");
            assert_eq!(
                cell,
                CellId {
                    column: card.column,
                    lane: card.lane
                }
            );
            assert!(seen.insert(*card_id), "a card lies in one place");
        }
    }
    let mut in_now = 0;
    for card in plan.cards() {
        assert!(seen.contains(&card.card_id), "every card lies somewhere");
        assert!(is_legal(card.kind, card.column, card.lane));
        in_now += usize::from(card.kind == Kind::Goal && card.lane == Some(Lane::Now) && card.audience == Audience::Table);
    }
    assert!(in_now <= CARDS_IN_NOW);
    for proposal in plan.proposals() {
        assert!(
            !matches!(super::view::target_of(plan, &proposal.intent), super::view::Target::Gone),
            "a proposal is about something"
        );
    }
    for record in plan.records() {
        if let Some(card_id) = record.card_under() {
            assert!(
                plan.card(card_id).is_some(),
                "what is under a card is gone when the card is: {record:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_that_people_bring_about_is_sound(seed: u64) {
        let mut dice = Dice(seed);
        let mut plan = family();
        for step in 0..60 {
            let before = plan.clone();
            let (_, _, answer) = wish(&mut dice, &mut plan, step);
            assert_sound(&plan);
            if matches!(answer, Answer::Refused(_) | Answer::Nothing) {
                prop_assert!(before == plan);
            }
        }
    }

    #[test]
    fn seeing_a_view_again_changes_nothing(seed: u64) {
        let plan = lived_in(&mut Dice(seed), 50);
        for member in EVERYONE {
            let seen = view(&plan, member);
            prop_assert!(view(&seen, member) == seen);
        }
    }

    #[test]
    fn what_a_browser_predicts_is_what_the_server_decides(seed: u64) {
        let mut dice = Dice(seed);
        let mut plan = lived_in(&mut dice, 40);
        for step in 0..20 {
            // Between two changes lie four days, so that consents end and proposals run out on the way.
            let at = step * 4 * DAY_MS;
            plan.lapse(at);
            let member = EVERYONE[dice.below(EVERYONE.len())];
            let mut predicted = view(&plan, member);
            let change = random_change(&mut dice, &predicted, member);
            let expected = predicted.submit(&change, member, at);
            prop_assert_eq!(plan.submit(&change, member, at), expected);
            prop_assert!(!plan.clone().lapse(at), "no change brings back what is over: {:?}", change);
            let (decided, predicted) = (view(&plan, member), view(&predicted, member));
            // What named a card before it was taken away names it again when it comes back; the browser learns that from the server.
            let same = if matches!(change.intent, Intent::Undo { .. } | Intent::AcceptProposal { .. }) {
                without_references(&decided) == without_references(&predicted)
            } else {
                decided == predicted
            };
            prop_assert!(same, "{:?} {:?}\n{:#?}", member, change, diff(&decided, &predicted));
        }
    }

    /// Non-interference: what a member cannot see changes neither what they see nor what they are answered.
    #[test]
    fn hidden_changes_make_no_difference_to_a_member(seed: u64) {
        let mut dice = Dice(seed);
        let plan = lived_in(&mut dice, 40);
        let member = EVERYONE[dice.below(EVERYONE.len())];
        let mut other = plan.clone();
        for step in 0..30 {
            let before = other.clone();
            let (_, actor, _) = wish(&mut dice, &mut other, step);
            if actor == member || view(&other, member) != view(&plan, member) {
                other = before;
            }
        }
        let (mut plan, mut other) = (plan, other);
        for step in 0..10 {
            let change = random_change(&mut dice, &view(&plan, member), member);
            prop_assert_eq!(plan.submit(&change, member, step), other.submit(&change, member, step));
            let (seen, seen_too) = (view(&plan, member), view(&other, member));
            prop_assert_eq!(seen.state_hash(), seen_too.state_hash());
            prop_assert!(seen == seen_too);
        }
    }

    #[test]
    fn no_word_of_a_hidden_card_is_in_a_view(seed: u64) {
        let plan = lived_in(&mut Dice(seed), 60);
        for member in EVERYONE {
            let seen = view(&plan, member);
            let text = serde_json::to_string(&seen.records().collect::<Vec<_>>()).unwrap();
            for card in plan.cards().filter(|card| seen.card(card.card_id).is_none()) {
                prop_assert!(!text.contains(&card.card_id.to_string()));
                prop_assert!(!text.contains(&format!("\"{}\"", card.words.words)), "{}", card.words.words);
                let help = card.help.iter().flat_map(|help| [&help.provider, &help.enough_when]);
                for words in help.filter(|words| !words.is_empty()) {
                    prop_assert!(!text.contains(words.as_str()), "{words}");
                }
            }
            for remark in plan.remarks().filter(|remark| seen.card(remark.card_id).is_none()) {
                prop_assert!(!text.contains(&remark.words), "{}", remark.words);
            }
            for decision in plan.decisions().filter(|decision| seen.decision(decision.decision_id).is_none()) {
                prop_assert!(!text.contains(&decision.reference), "{}", decision.reference);
            }
            for pulse in plan.pulses().filter(|pulse| seen.pulse(pulse.member_id).is_none()) {
                prop_assert!(!text.contains(&pulse.words), "{}", pulse.words);
            }
        }
    }

    #[test]
    fn undo_leaves_no_trace_of_a_change(seed: u64) {
        let mut dice = Dice(seed);
        let mut plan = lived_in(&mut dice, 40);
        for step in 0..20 {
            let before = plan.clone();
            let (change, member, answer) = wish(&mut dice, &mut plan, step);
            let noted = plan.last_change(member).is_some_and(|last| last.change_id == change.change_id);
            if !noted || !matches!(answer, Answer::Applied | Answer::Proposed) {
                continue;
            }
            // A member may have made the thing invisible to themselves, and then has nothing left to undo.
            if let Some(undo) = undo_of(&view(&plan, member), member, dice.change_id()) {
                prop_assert_eq!(plan.submit(&undo, member, step as i64), Answer::Applied);
                // To the member everything is as before; to others too, but for the place among cards hidden from the member.
                let without = |mut plan: Plan| {
                    plan.remove(Key::LastChange(member));
                    plan
                };
                prop_assert!(without(view(&before, member)) == without(view(&plan, member)), "{change:?}");
                let other = diff(&without(before), &without(plan.clone()));
                prop_assert!(other.put.iter().map(Record::key).chain(other.forget).all(|key| matches!(key, Key::Cell(_))), "{change:?}");
            }
        }
    }

    #[test]
    fn a_patch_turns_the_one_plan_into_the_other(one: u64, other: u64) {
        let (mut one, other) = (lived_in(&mut Dice(one), 30), lived_in(&mut Dice(other), 30));
        one.apply(diff(&one, &other));
        prop_assert!(one == other);
    }

    #[test]
    fn a_plan_is_read_back_as_it_was_written(seed: u64) {
        let plan = lived_in(&mut Dice(seed), 50);
        let text = serde_json::to_string(&plan.records().collect::<Vec<_>>()).unwrap();
        let records: Vec<Record> = serde_json::from_str(&text).unwrap();
        prop_assert!(Plan::from_records(records) == plan);
    }

    #[test]
    fn any_text_is_a_change_or_is_refused(text in "\\PC{0,200}") {
        let _ = serde_json::from_str::<Change>(&text);
        let _ = text.parse::<Key>();
        let _ = text.parse::<CellId>();
    }
}

/// The laws say nothing of a wish that is never granted.
#[test]
fn random_people_are_granted_every_kind_of_wish() {
    let mut granted: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..150 {
        let mut dice = Dice(seed);
        let mut plan = family();
        for step in 0..80 {
            let (change, _, answer) = wish(&mut dice, &mut plan, step);
            let name = match serde_json::to_value(&change.intent).unwrap() {
                serde_json::Value::Object(object) => object.keys().next().unwrap().clone(),
                name => name.as_str().unwrap().to_owned(),
            };
            *granted.entry(name).or_default() += usize::from(matches!(answer, Answer::Applied | Answer::Proposed));
        }
    }
    // Whoever sits at the table does not ask to.
    granted.remove("AskForSeat");
    for (name, count) in &granted {
        assert!(*count > 0, "{name} of {granted:#?}");
    }
    assert!(granted.len() >= 36, "{granted:#?}");
}

#[test]
fn a_fourth_goal_in_now_is_refused_only_for_goals_that_everyone_sees() {
    use super::{Column, NewCard, Place};
    use crate::testing::{MAJA, METTE};
    let mut dice = Dice(1);
    let mut plan = family();
    let mut add = |plan: &mut Plan, audience| {
        let place = Place {
            column: Column::Ourselves,
            lane: Some(Lane::Now),
            after: None,
            before: None,
        };
        let card = NewCard {
            audience,
            ..NewCard::new(Kind::Goal, place, "Vi pakker tasker".to_owned())
        };
        let change = Change {
            change_id: dice.change_id(),
            intent: Intent::AddCard(card),
            why: String::new(),
        };
        (plan.submit(&change, MAJA, 0), CardId::from(change.change_id))
    };
    for _ in 0..3 {
        assert_eq!(add(&mut plan, Audience::Table).0, Answer::Applied);
    }
    assert_eq!(add(&mut plan, Audience::Table).0, Answer::Refused(Refusal::NowIsFull));
    let (answer, own) = add(&mut plan, Audience::Family);
    assert_eq!(answer, Answer::Applied);
    assert!(view(&plan, METTE).card(own).is_none());
}

#[test]
fn when_two_write_at_once_the_last_wins_and_the_other_is_kept() {
    use super::{CardEdit, Column, NewCard, Place, TextEdit};
    use crate::testing::{JONAS, MAJA};
    let mut dice = Dice(2);
    let mut plan = family();
    let place = Place {
        column: Column::Dreams,
        lane: None,
        after: None,
        before: None,
    };
    let card = NewCard::new(Kind::Dream, place, "Havet".to_owned());
    let add = Change {
        change_id: dice.change_id(),
        intent: Intent::AddCard(card),
        why: String::new(),
    };
    assert_eq!(plan.submit(&add, MAJA, 0), Answer::Applied);
    let card_id = CardId::from(add.change_id);
    let mut write = |plan: &mut Plan, by, from: &str, to: &str| {
        let words = Some(TextEdit {
            from: from.to_owned(),
            to: to.to_owned(),
        });
        let edit = CardEdit {
            words,
            ..CardEdit::default()
        };
        let change = Change {
            change_id: dice.change_id(),
            intent: Intent::EditCard { card_id, edit },
            why: String::new(),
        };
        assert_eq!(plan.submit(&change, by, 1), Answer::Applied);
        plan.card(card_id).unwrap().words.clone()
    };
    write(&mut plan, MAJA, "Havet", "Telt ved havet");
    let text = write(&mut plan, JONAS, "Havet", "Havet i Norge");
    assert_eq!(text.words, "Havet i Norge");
    let also = text.also.expect("Maja's words are kept");
    assert_eq!((also.words.as_str(), also.by), ("Telt ved havet", MAJA));
    // One tap takes the other's words, and then nothing more waits.
    let text = write(&mut plan, MAJA, "Havet i Norge", "Telt ved havet");
    assert_eq!((text.words.as_str(), text.also), ("Telt ved havet", None));
    // The same person on a phone that was away: those words are kept as well.
    let text = write(&mut plan, MAJA, "Havet i Norge", "Et telt");
    assert_eq!(text.also.map(|also| also.words).as_deref(), Some("Telt ved havet"));
}
