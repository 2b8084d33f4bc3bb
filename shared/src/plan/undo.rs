//! Taking back one's own last change, of any kind, also a removal.

use super::place::{CellId, Place};
use super::records::{Card, Key, Plan, Record, Touched};
use super::refusal::Refusal;
use super::view::{Target, target_of};
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
        if last
            .touched
            .iter()
            .any(|touched| self.changed_since(touched) || self.built_upon(touched, &last.touched))
        {
            return Err(Refusal::ChangedSince);
        }
        let mut next = self.clone();
        for touched in &last.touched {
            next.put_back(touched)?;
        }
        // Something would be about a card that someone has taken away, or that this takes away from under it.
        let stray = next
            .proposals()
            .any(|proposal| matches!(target_of(&next, &proposal.intent), Target::Gone))
            || next.agreements().any(|agreement| next.card(agreement.card_id).is_none());
        if stray {
            return Err(Refusal::ChangedSince);
        }
        next.remove(Key::LastChange(by));
        *self = next;
        Ok(())
    }

    fn changed_since(&self, touched: &Touched) -> bool {
        match (self.records.get(&touched.key), &touched.after) {
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

    /// Whether someone has put an agreement on a card that this change added.
    fn built_upon(&self, touched: &Touched, all: &[Touched]) -> bool {
        let Key::Card(card_id) = touched.key else { return false };
        let own = |key: Key| all.iter().any(|touched| touched.key == key);
        touched.before.is_none()
            && self
                .agreements_of(card_id)
                .any(|agreement| !own(Key::Agreement(agreement.agreement_id)))
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
