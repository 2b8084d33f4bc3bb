//! Plans of any size to measure on, and changes that never stop being possible: goals that go to and
//! fro between two columns.

use backend::clock::Clock;
use backend::live::core::{Batch, Entry};
use shared::day::Day;
use shared::ids::{CardId, ChangeId, MemberId, Millis, PlanId, uuid_v7};
use shared::live::wire::Outcome;
use shared::plan::{
    Answer, CellId, Change, Column, Head, Informed, Intent, Kind, Lane, Member, NewAgreement, NewCard, Place, Plan, Record, diff,
};
use shared::testing::{Dice, EVERYONE, KARIN, MAJA, family};
use std::sync::Arc;
use uuid::Uuid;

/// What stands on a card: as long as the demo's, and as mixed.
const WORDS: [&str; 5] = [
    "Alma går til fodbold om onsdagen",
    "Vi spiser aftensmad sammen uden telefoner mindst fire gange om ugen",
    "Mormor henter i børnehaven",
    "Maja ringer til jobcentret om praktikken i køkkenet på plejehjemmet",
    "Søvn",
];

const HERE: CellId = CellId {
    column: Column::Ourselves,
    lane: Some(Lane::Soon),
};
const THERE: CellId = CellId {
    column: Column::Network,
    lane: Some(Lane::Soon),
};

/// A plan with this many cards, all of which are drawn: most of them in `Soon`, since a long `Done` is folded.
pub fn plan_of(cards: usize, dice: &mut Dice) -> Plan {
    let now = Clock::default().now();
    let plan_id = PlanId(fresh(dice, now));
    let mut plan = Plan::from_records(family().records().cloned().map(|record| match record {
        Record::Head(head) => Record::Head(Arc::new(Head {
            plan_id,
            ..Head::clone(&head)
        })),
        Record::Member(member) => {
            // So that nothing lies before the board.
            let informed = Some(Informed {
                version: u16::MAX,
                language: "da".into(),
                at: now,
            });
            Record::Member(Arc::new(Member {
                informed,
                ..Member::clone(&member)
            }))
        }
        other => other,
    }));
    for (number, (kind, cell)) in cells(cards).into_iter().enumerate() {
        let pick = |from: &[&str]| from.get(number % from.len()).copied().unwrap_or_default().to_owned();
        let card = NewCard {
            when: if number % 3 == 0 { "hver uge".into() } else { String::new() },
            who: (kind != Kind::Dream)
                .then(|| EVERYONE.get(number % EVERYONE.len()).copied())
                .flatten(),
            ..NewCard::new(kind, Place::end_of(cell), pick(&WORDS))
        };
        let added = carry_out(&mut plan, Intent::AddCard(card), MAJA, dice, now);
        if kind == Kind::Goal && number % 4 == 0 {
            let due = Day::new(2030, 1, 15).ok();
            let words = "Karin ringer til skolen".into();
            let card_id = CardId::from(added);
            carry_out(
                &mut plan,
                Intent::AddAgreement(NewAgreement {
                    card_id,
                    words,
                    holder: Some(KARIN),
                    due,
                    repeats: None,
                    so_that: String::new(),
                }),
                MAJA,
                dice,
                now,
            );
        }
    }
    assert_eq!(plan.cards().count(), cards);
    plan
}

/// Where the cards of a plan of this size lie.
fn cells(cards: usize) -> Vec<(Kind, CellId)> {
    let columns = [Column::Ourselves, Column::Network, Column::Municipality];
    let goals = |lane: Lane| {
        columns.map(|column| {
            (
                Kind::Goal,
                CellId {
                    column,
                    lane: Some(lane),
                },
            )
        })
    };
    let whole = |kind, column| (kind, CellId { column, lane: None });
    let mut cells = vec![whole(Kind::Dream, Column::Dreams); 3 + cards / 300];
    cells.extend(goals(Lane::Now));
    cells.extend(goals(Lane::Done).into_iter().cycle().take((cards / 6).min(36)));
    cells.extend(vec![whole(Kind::Help, Column::Municipality); (cards / 10).min(40)]);
    cells.extend(vec![whole(Kind::Help, Column::NoMore); (cards / 20).min(15)]);
    let rest = cards.saturating_sub(cells.len());
    cells.extend(goals(Lane::Soon).into_iter().cycle().take(rest));
    cells
}

fn carry_out(plan: &mut Plan, intent: Intent, by: MemberId, dice: &mut Dice, now: Millis) -> ChangeId {
    let change = Change {
        change_id: ChangeId(fresh(dice, now)),
        intent,
        why: String::new(),
    };
    let answer = plan.submit(&change, by, now);
    assert_eq!(answer, Answer::Applied, "{change:?}");
    change.change_id
}

/// Ids as browsers make them, which lie together in an index.
fn fresh(dice: &mut Dice, now: Millis) -> Uuid {
    let mut random = [0; 10];
    for (byte, from) in random
        .iter_mut()
        .zip(dice.roll().to_le_bytes().into_iter().chain(dice.roll().to_le_bytes()))
    {
        *byte = from;
    }
    uuid_v7(now, random)
}

pub fn plan_id_of(plan: &Plan) -> PlanId {
    plan.head().expect("a plan has a head").plan_id
}

/// One goal that goes to and fro, each time into the middle of the other column.
#[derive(Clone, Debug)]
pub struct Mover {
    card_id: CardId,
    beside: [CardId; 2],
    is_there: bool,
    dice: Dice,
}

impl Mover {
    /// As many as are asked for, of different goals.
    pub fn of(plan: &Plan, count: usize, dice: &mut Dice) -> Vec<Mover> {
        let (here, there) = (plan.cell(HERE), plan.cell(THERE));
        // What they are put beside is a card that stays.
        let stay = |cards: &[CardId]| *cards.get(count + (cards.len() - count) / 2).expect("a plan with more cards");
        let beside = [stay(here), stay(there)];
        let movers = here.iter().take(count);
        movers
            .map(|card_id| Mover {
                card_id: *card_id,
                beside,
                is_there: false,
                dice: Dice(dice.roll()),
            })
            .collect()
    }

    /// The next change; the one before it must have been carried out.
    pub fn next(&mut self) -> Change {
        self.is_there = !self.is_there;
        let (cell, beside) = if self.is_there {
            (THERE, self.beside[1])
        } else {
            (HERE, self.beside[0])
        };
        let to = Place {
            after: Some(beside),
            ..Place::end_of(cell)
        };
        let intent = Intent::MoveCard {
            card_id: self.card_id,
            to,
        };
        let change_id = ChangeId(fresh(&mut self.dice, Clock::default().now()));
        Change {
            change_id,
            intent,
            why: String::new(),
        }
    }
}

/// A plan with changes of it, judged and ready to be committed one after the other.
#[derive(Debug)]
pub struct Judged {
    pub plan: Plan,
    pub batches: Vec<Batch>,
}

impl Judged {
    pub fn new(cards: usize, batches: usize, dice: &mut Dice) -> Judged {
        let plan = plan_of(cards, dice);
        let (plan_id, mut after) = (plan_id_of(&plan), plan.clone());
        let mut mover = Mover::of(&plan, 1, dice).remove(0);
        let at = Clock::default().now();
        let batches = (1..).take(batches).map(|expected| {
            let (before, change) = (after.clone(), mover.next());
            assert_eq!(after.submit(&change, MAJA, at), Answer::Applied, "{change:?}");
            let (patch, outcome) = (diff(&before, &after), Outcome::Applied);
            let entry = Entry {
                revision: expected + 1,
                change,
                member_id: MAJA,
                at,
                outcome,
                patch,
            };
            Batch {
                plan_id,
                expected,
                entries: vec![entry],
            }
        });
        Judged {
            batches: batches.collect(),
            plan,
        }
    }
}
