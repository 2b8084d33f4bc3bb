//! Taking back one's own last change, of any kind, also a removal.

use super::key::Key;
use super::place::{CellId, Place};
use super::records::{Card, Plan, Record, Touched};
use super::refusal::Refusal;
use super::view::{Target, target_of, view};
use crate::ids::{ChangeId, MemberId};
use std::sync::Arc;

impl Plan {
    /// Puts everything that the change touched back, unless someone else has changed it since.
    pub(super) fn undo(&mut self, change_id: ChangeId, by: MemberId) -> Result<(), Refusal> {
        let last = self
            .last_change(by)
            .filter(|last| last.change_id == change_id)
            .ok_or(Refusal::NothingToUndo)?
            .clone();
        // Only what the person sees can stand in the way, or the answer would tell of what they do not see.
        let seen = view(self, by);
        if last
            .touched
            .iter()
            .any(|touched| self.changed_since(touched) || seen.built_upon(touched, &last.touched))
        {
            return Err(Refusal::ChangedSince);
        }
        let mut next = self.clone();
        for touched in &last.touched {
            next.put_back(touched)?;
        }
        // What would be about a card that is taken away by now, or by this.
        let strays = next.strays();
        if strays
            .iter()
            .any(|key| seen.holds(*key) || last.touched.iter().any(|touched| touched.key == *key))
        {
            return Err(Refusal::ChangedSince);
        }
        for key in strays {
            next.remove(key);
        }
        next.remove(Key::LastChange(by));
        *self = next;
        Ok(())
    }

    /// What is only there because of something that is gone.
    pub(super) fn strays(&self) -> Vec<Key> {
        let is_stray = |record: &&Record| match record {
            Record::Proposal(proposal) => matches!(target_of(self, &proposal.intent), Target::Gone),
            _ => record.card_under().is_some_and(|card_id| self.card(card_id).is_none()),
        };
        self.records().filter(is_stray).map(Record::key).collect()
    }

    fn changed_since(&self, touched: &Touched) -> bool {
        match (self.get(touched.key), &touched.after) {
            (Some(Record::Card(now)), Some(Record::Card(then))) => {
                **now
                    != Card {
                        serves: now.serves,
                        ..Card::clone(then)
                    }
            }
            (now, then) => now != then.as_ref(),
        }
    }

    /// Whether someone has put something on a card that this change added.
    fn built_upon(&self, touched: &Touched, all: &[Touched]) -> bool {
        let Key::Card(card_id) = touched.key else { return false };
        let own = |key: Key| all.iter().any(|touched| touched.key == key);
        touched.before.is_none() && self.under(card_id).into_iter().any(|key| !own(key))
    }

    fn put_back(&mut self, touched: &Touched) -> Result<(), Refusal> {
        match (&touched.before, &touched.after) {
            (Some(Record::Card(before)), after) => {
                let mut card = Card::clone(before);
                if let (Some(now), Some(Record::Card(after))) = (self.card(before.card_id), after) {
                    // What this change did not set stays as it is, also where the one who undoes it cannot see it.
                    if before.serves == after.serves {
                        card.serves = now.serves;
                    }
                    let cell = CellId {
                        column: now.column,
                        lane: now.lane,
                    };
                    let moved = cell
                        != CellId {
                            column: card.column,
                            lane: card.lane,
                        };
                    if !moved && before.as_ref() != after.as_ref() {
                        self.put(Record::Card(Arc::new(card)));
                        return Ok(());
                    }
                    self.take_from_cell(card.card_id, cell);
                }
                self.check_room_in_now(&card)?;
                let place = touched.place.unwrap_or(Place::end_of(CellId {
                    column: card.column,
                    lane: card.lane,
                }));
                self.put_in_cell(card.card_id, &place);
                self.put(Record::Card(Arc::new(card)));
            }
            (Some(before), _) => self.put(before.clone()),
            (None, Some(Record::Card(added))) => {
                if let Some(now) = self.card(added.card_id) {
                    self.take_from_cell(
                        added.card_id,
                        CellId {
                            column: now.column,
                            lane: now.lane,
                        },
                    );
                }
                self.remove(touched.key);
            }
            (None, _) => self.remove(touched.key),
        }
        Ok(())
    }
}
