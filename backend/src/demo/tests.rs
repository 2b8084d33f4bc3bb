//! Every demo plan obeys the rules that a plan grown by hand would.

use super::{Demo, communities, family::Family};
use shared::day::Day;
use shared::ids::{CardId, MemberId};
use shared::plan::text::{WHEN_MAX, WHY_MAX, WORDS_MAX};
use shared::plan::{
    Answer, Answered, Audience, CARDS_IN_NOW, CellId, Change, Column, HelpFacts, Intent, Kind, Lane, NewAgreement, NewAnswer,
    NewCard, NewDecision, NewMember, Orphan, Plan, Record, Role, is_legal, view,
};
use std::collections::{BTreeSet, HashSet};

fn today() -> Day {
    "2026-11-22".parse().unwrap()
}

fn families() -> Vec<Family> {
    Demo::read().unwrap().families_on(today()).collect()
}

fn cells() -> impl Iterator<Item = CellId> {
    let lanes = || [None].into_iter().chain(Lane::ALL.into_iter().map(Some));
    Column::ALL
        .into_iter()
        .flat_map(move |column| lanes().map(move |lane| CellId { column, lane }))
}

#[test]
fn the_files_can_be_read_and_hold_three_families() {
    assert_eq!(families().len(), 3);
    assert_eq!(communities().count(), 31);
}

#[test]
fn every_card_lies_where_its_kind_may_lie() {
    for family in families() {
        for card in family.plan.cards() {
            assert!(is_legal(card.kind, card.column, card.lane), "{}", card.words.words);
        }
    }
}

#[test]
fn each_plan_is_full_but_not_overfull() {
    for family in families() {
        let count = family.plan.cards().count();
        assert!((12..=20).contains(&count), "{count} cards");
    }
}

#[test]
fn no_more_than_three_goals_that_everyone_sees_lie_in_now() {
    for family in families() {
        let in_now = |card: &&std::sync::Arc<shared::plan::Card>| {
            card.kind == Kind::Goal && card.lane == Some(Lane::Now) && card.audience == Audience::Table
        };
        assert!(family.plan.cards().filter(in_now).count() <= CARDS_IN_NOW);
    }
}

#[test]
fn the_cells_list_exactly_the_cards_that_lie_in_them() {
    for family in families() {
        let mut listed: Vec<CardId> = Vec::new();
        for cell in cells() {
            for card_id in family.plan.cell(cell) {
                let card = family.plan.card(*card_id).unwrap();
                assert_eq!((card.column, card.lane), (cell.column, cell.lane));
                listed.push(*card_id);
            }
        }
        let cards: BTreeSet<CardId> = family.plan.cards().map(|card| card.card_id).collect();
        assert_eq!(listed.len(), cards.len(), "a card is listed twice or not at all");
        assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), cards);
    }
}

#[test]
fn whoever_holds_an_agreement_sits_at_the_table_and_sees_the_card() {
    for family in families() {
        for agreement in family.plan.agreements() {
            // That an agreement without such a holder says `orphan`, reading the file has checked.
            let Some(holder) = agreement.holder.and_then(|holder| family.plan.member(holder)) else {
                continue;
            };
            if holder.left_at.is_none() {
                assert!(
                    view(&family.plan, holder.member_id).card(agreement.card_id).is_some(),
                    "{}",
                    agreement.words.words
                );
            }
        }
    }
}

#[test]
fn words_are_within_their_limits_and_never_empty() {
    for family in families() {
        for card in family.plan.cards() {
            assert!(
                (1..=WORDS_MAX).contains(&card.words.words.chars().count()),
                "{}",
                card.words.words
            );
            assert!(card.when.words.chars().count() <= WHEN_MAX, "{}", card.when.words);
            assert!(card.why.words.chars().count() <= WHY_MAX, "{}", card.why.words);
        }
        for agreement in family.plan.agreements() {
            assert!(
                (1..=WORDS_MAX).contains(&agreement.words.words.chars().count()),
                "{}",
                agreement.words.words
            );
        }
    }
}

#[test]
fn every_picture_is_in_the_sprite() {
    let sprite = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend/sprite/pictograms");
    for family in families() {
        for picture in family.plan.cards().filter_map(|card| card.picture.clone()) {
            assert!(sprite.join(format!("{picture}.svg")).is_file(), "{picture}");
        }
    }
}

#[test]
fn each_goal_serves_a_dream_of_the_same_plan_or_none() {
    for family in families() {
        for card in family.plan.cards() {
            if let Some(dream) = card.serves {
                assert_eq!(
                    family.plan.card(dream).map(|dream| dream.kind),
                    Some(Kind::Dream),
                    "{}",
                    card.words.words
                );
            }
        }
    }
}

#[test]
fn every_family_has_a_contact_a_stand_in_and_a_question_within_fourteen_days() {
    for family in families() {
        let head = family.plan.head().unwrap();
        for member_id in [head.primary_contact.unwrap(), head.stand_in.unwrap()] {
            assert_eq!(family.plan.member(member_id).unwrap().role, Role::Coordinator);
        }
        let (asked, next) = (head.followed_up.unwrap(), head.next_follow_up.unwrap());
        assert!(asked <= today() && today() <= next);
        assert_eq!(next.days_since(asked), 14);
    }
}

#[test]
fn telephone_numbers_belong_to_nobody() {
    for family in families() {
        for phone in family.plan.members().filter_map(|member| member.phone.clone()) {
            assert!(phone.starts_with("12 34 56 ") && phone.len() == 11, "{phone}");
        }
    }
}

#[test]
fn every_adult_who_has_not_left_can_sign_in_and_karin_sits_at_all_three_tables() {
    let mut at_tables = std::collections::BTreeMap::new();
    for family in families() {
        for seat in &family.seats {
            *at_tables.entry(seat.person_id).or_insert(0) += 1;
        }
        for member in family.plan.members() {
            let signs_in = family.seats.iter().any(|seat| seat.member_id == member.member_id);
            assert_eq!(
                signs_in,
                member.role != Role::Child && member.left_at.is_none(),
                "{}",
                member.name
            );
        }
    }
    let karin = super::people().iter().find(|person| person.key == "karin").unwrap();
    assert_eq!(at_tables[&karin.person_id], 3);
    let elsewhere: Vec<&str> = super::at_no_table().map(|person| person.name.as_str()).collect();
    assert_eq!(elsewhere, ["Mette Lindholm", "Samira Nasser", "Rahel Mebrahtu"]);
}

#[test]
fn a_waiting_proposal_would_be_accepted_if_the_family_said_yes() {
    for family in families() {
        assert_eq!(family.plan.proposals().count(), 1);
        for proposal in family.plan.proposals() {
            let mut plan: Plan = family.plan.clone();
            let seen = plan.proposal_hash(proposal.proposal_id).unwrap();
            let intent = Intent::AcceptProposal {
                proposal_id: proposal.proposal_id,
                seen,
                instead: None,
            };
            let change = Change {
                change_id: shared::ids::ChangeId(super::id(&["test"], 0)),
                intent,
                why: String::new(),
            };
            assert_eq!(plan.submit(&change, family.first, NOW), Answer::Applied);
        }
    }
}

#[test]
fn liv_has_lost_her_homework_helper() {
    let family = families().into_iter().next().unwrap();
    let orphans: Vec<Orphan> = family
        .plan
        .agreements()
        .filter_map(|agreement| family.plan.orphan(agreement, today(), NOW))
        .collect();
    assert_eq!(orphans, [Orphan::HolderLeft]);
}

#[test]
fn two_databases_made_on_the_same_day_hold_the_same_plans() {
    let hashes = || families().iter().map(|family| family.plan.state_hash()).collect::<Vec<_>>();
    assert_eq!(hashes(), hashes());
    let tomorrow: Vec<_> = Demo::read()
        .unwrap()
        .families_on(today().plus(1))
        .map(|family| family.first)
        .collect();
    assert_eq!(
        tomorrow,
        families().iter().map(|family| family.first).collect::<Vec<_>>(),
        "ids do not depend on the day"
    );
}

/// The wishes that would have made this record, each with the one whose it would have been. `first` is of the family.
fn wishes_behind(plan: &Plan, record: &Record, first: MemberId) -> Vec<(MemberId, Intent)> {
    match record.clone() {
        Record::Member(member) => {
            let new = NewMember {
                name: member.name.clone(),
                role: member.role,
                relation: member.relation.clone(),
                purpose: member.purpose.clone(),
                phone: member.phone.clone(),
            };
            vec![(first, Intent::AddMember(new))]
        }
        Record::Card(card) => {
            let new = NewCard {
                kind: card.kind,
                place: plan.place_of(&card),
                words: card.words.words.clone(),
                when: card.when.words.clone(),
                why: card.why.words.clone(),
                who: card.who,
                serves: card.serves,
                audience: card.audience.clone(),
                picture: card.picture.clone(),
                duty: card.duty,
                help: card.help.as_ref().map(|help| HelpFacts {
                    provider: help.provider.clone(),
                    since: help.since,
                    often: help.often,
                    ends: help.ends,
                    enough_when: help.enough_when.clone(),
                }),
            };
            let card_id = card.card_id;
            let mut wishes = vec![];
            for rated in card.help.iter().flat_map(|help| &help.rated) {
                let rating = rated.rating;
                wishes.push((rated.by, Intent::RateHelp { card_id, rating }));
            }
            if let Some(wish) = card.help.as_ref().and_then(|help| help.wish.as_ref()) {
                let (answers, by) = (wish.answers.unwrap(), wish.by);
                wishes.push((first, Intent::SetWish { card_id, answers, by }));
                if let Some(answer) = &wish.answer {
                    let Answered::Ends(on) = answer.how else {
                        panic!("an answer of another kind")
                    };
                    let words = answer.words.clone();
                    let answer = (answer.by, NewAnswer::Ends { words, on });
                    wishes.push((
                        answer.0,
                        Intent::AnswerWish {
                            card_id,
                            answer: answer.1,
                        },
                    ));
                }
            }
            // Last, because a table where three lie in `Now` has room for it only once it is taken away.
            wishes.push((card.added_by, Intent::RemoveCard { card_id }));
            wishes.push((card.added_by, Intent::AddCard(new)));
            wishes
        }
        Record::Agreement(agreement) => {
            let sits = |id: &MemberId| plan.member(*id).unwrap().left_at.is_none();
            let new = NewAgreement {
                card_id: agreement.card_id,
                words: agreement.words.words.clone(),
                holder: agreement.asked.or(agreement.holder).filter(sits),
                due: agreement.due,
                repeats: agreement.repeats,
                so_that: agreement.so_that.clone(),
            };
            let kept = agreement.ticks.iter().map(|tick| Intent::KeepAgreement {
                agreement_id: agreement.agreement_id,
                kept: tick.kept,
                on: Some(tick.on),
            });
            let said = kept.map(|kept| (agreement.holder.unwrap(), kept));
            [(agreement.words.by, Intent::AddAgreement(new))]
                .into_iter()
                .chain(said)
                .collect()
        }
        Record::Strength(strength) => {
            let (is, of, words) = (strength.is, strength.of, strength.words.words.clone());
            vec![(strength.words.by, Intent::AddStrength { is, of, words })]
        }
        Record::Movement(movement) => {
            let read = movement.readings.iter().map(|reading| Intent::ReadMovement {
                task: reading.task,
                face: reading.face,
                words: reading.words.clone(),
            });
            read.map(|read| (movement.member_id, read)).collect()
        }
        Record::Pulse(pulse) => {
            let pulse_said = Intent::SayPulse {
                face: pulse.face,
                words: pulse.words.clone(),
                promises: pulse.promises,
                needs_help: pulse.needs_help,
            };
            vec![(pulse.member_id, pulse_said)]
        }
        Record::Decision(decision) => {
            let new = NewDecision {
                words: decision.words.clone(),
                decided_on: decision.decided_on,
                reference: decision.reference.clone(),
                complain: decision.complain.clone(),
                complain_by: decision.complain_by,
            };
            let card_id = decision.card_id;
            vec![(decision.by, Intent::AddDecision { card_id, decision: new })]
        }
        Record::Consent(consent) => {
            let given = Intent::GiveConsent {
                to: consent.to,
                what: consent.what,
                until: consent.until,
                text: consent.said_yes_to.clone(),
            };
            vec![(consent.by, given)]
        }
        Record::Remark(remark) => {
            let (card_id, says, words) = (remark.card_id, remark.says, format!("{} ", remark.words));
            vec![(remark.by, Intent::AddRemark { card_id, says, words })]
        }
        // A proposal has a test of its own, the head is made with the plan, and cells follow from the cards.
        Record::Head(_) | Record::Cell(_) | Record::Proposal(_) | Record::LastChange(_) | Record::OtherHelp(_) => vec![],
    }
}

#[test]
fn everything_could_have_been_done_by_the_one_who_is_said_to_have_done_it() {
    for family in families() {
        let mut kinds = HashSet::new();
        for record in family.plan.records() {
            let mut plan = family.plan.clone();
            for (order, (by, intent)) in wishes_behind(&family.plan, record, family.first).into_iter().enumerate() {
                let change = Change {
                    change_id: shared::ids::ChangeId(super::id(&["test"], order)),
                    intent,
                    why: String::new(),
                };
                let answer = plan.submit(&change, by, NOW);
                assert!(matches!(answer, Answer::Applied | Answer::Nothing), "{answer:?}: {change:?}");
                kinds.insert(std::mem::discriminant(&change.intent));
            }
        }
        assert!(kinds.len() >= 11, "only {} kinds of wishes", kinds.len());
    }
}

#[test]
fn a_help_is_wished_to_end_where_it_lies_among_what_is_no_longer_wanted() {
    for family in families() {
        for card in family.plan.cards().filter(|card| card.kind == Kind::Help) {
            let wish = card.help.as_ref().and_then(|help| help.wish.as_ref());
            assert_eq!(wish.is_some(), card.column == Column::NoMore, "{}", card.words.words);
            if let Some(asked) = wish.map(|wish| wish.asked_at) {
                assert!(asked < NOW && card.added_at < asked, "{}", card.words.words);
            }
        }
    }
}

#[test]
fn each_family_shows_what_a_plan_can_hold() {
    for family in families() {
        let plan = &family.plan;
        let waits = |card: &&std::sync::Arc<shared::plan::Card>| {
            let wish = card.help.as_ref().and_then(|help| help.wish.as_ref());
            wish.is_some_and(|wish| wish.answer.is_none() && today().days_since(Day::in_denmark(wish.asked_at)) == 9)
        };
        assert!(plan.cards().any(|card| waits(&card)), "no wish waits");
        assert!(
            plan.agreements().any(|agreement| agreement.asked.is_some()),
            "nobody is asked"
        );
        assert!(
            plan.agreements().any(|agreement| agreement.repeats.is_some()),
            "nothing comes round"
        );
        assert!(plan.movements().count() == 2 && plan.strengths().count() >= 3 && plan.pulses().count() >= 3);
        assert!(plan.consents().count() == 1 && plan.remarks().count() == 1);
        let professionals = || {
            plan.members()
                .filter(|member| matches!(member.role, Role::Coordinator | Role::Professional))
        };
        assert!(
            professionals()
                .filter(|member| member.left_at.is_none())
                .all(|member| !member.purpose.is_empty() && !member.hours.is_empty())
        );
    }
}

/// Noon of `today`.
const NOW: i64 = 1_795_348_800_000;
