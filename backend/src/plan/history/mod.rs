//! What happened to a plan, as one reader saw it happen.
//!
//! The log is played once. What an entry tells is the difference between the reader's own views before and
//! after it, and nothing else: what they did not see, they cannot read here, and no rule of sight is written
//! a second time. Of the wish behind a change only its kind is told, and only where its traces are in sight.
//!
//! Words of a card that is no longer in the reader's sight are left out of all that was before, whether the
//! card was taken away or is kept from them: the two look the same here as everywhere. One who took a card
//! away themselves reads what it was.

mod tell;
#[cfg(test)]
mod tests;

use super::store::Logged;
use shared::day::Day;
use shared::ids::{CardId, MemberId, Millis};
use shared::plan::{Audience, CellId, Duty, Intent, Kept, Plan, Record, view};
use std::collections::{BTreeMap, BTreeSet};

/// One change with everything that the reader saw of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub revision: i64,
    pub at: Millis,
    /// Who did it. Who said it, where that was another, belongs beside it.
    pub by: MemberId,
    pub happenings: Vec<Happening>,
}

/// One thing that became other: one sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Happening {
    pub about: Option<About>,
    pub what: What,
}

/// The card that something happened to, with its words at that time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct About {
    pub card_id: CardId,
    /// `None` where the reader does not see the card any more.
    pub words: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// The plan was made.
    Made,
    /// The reader sat down at the table.
    SatDown,
    /// Someone took back what they had just done; what that changed comes after it.
    Undid,
    CardAdded {
        to: CellId,
    },
    /// Taken away, or no longer shown.
    CardGone,
    CardMoved {
        from: CellId,
        to: CellId,
    },
    Reordered {
        cell: CellId,
    },
    Worded {
        field: Field,
        from: String,
        to: String,
    },
    Who {
        to: Option<MemberId>,
    },
    Serves {
        to: Option<CardId>,
    },
    ShownTo {
        audience: Audience,
    },
    Picture,
    Duty {
        to: Option<Duty>,
    },
    AgreementMade {
        words: String,
    },
    AgreementGone {
        words: String,
    },
    AgreementWorded {
        from: String,
        to: String,
    },
    AgreementHeld {
        words: String,
        to: Option<MemberId>,
    },
    AgreementDue {
        words: String,
        to: Option<Day>,
    },
    AgreementKept {
        words: String,
        to: Kept,
    },
    Proposed {
        wish: Wish,
        why: String,
    },
    /// `from` had proposed it.
    Answered {
        from: MemberId,
        how: How,
    },
    MemberCame {
        member_id: MemberId,
    },
    MemberLeft {
        member_id: MemberId,
    },
    MemberChanged {
        member_id: MemberId,
    },
    /// The reader read the first texts.
    Informed,
    Contact {
        to: Option<MemberId>,
    },
    /// Something that has no sentence of its own.
    Other,
}

/// A text of a card.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    Words,
    When,
    Why,
}

/// What someone proposed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    AddCard,
    EditCard,
    MoveCard,
    RemoveCard,
    AddAgreement,
    EditAgreement,
    RemoveAgreement,
    Other,
}

/// What became of a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum How {
    Yes,
    No,
    TakenBack,
}

impl Happening {
    fn of_plan(what: What) -> Happening {
        Happening { about: None, what }
    }

    fn of_card(card_id: CardId, words: &str, what: What) -> Happening {
        let words = Some(words.to_owned());
        Happening {
            about: Some(About { card_id, words }),
            what,
        }
    }
}

/// The whole log from its beginning, oldest first, as the reader saw it.
pub fn entries(log: impl IntoIterator<Item = Logged>, reader: MemberId) -> Vec<Entry> {
    let mut play = Play::new(reader);
    for logged in log {
        play.next(logged);
    }
    play.told()
}

struct Play {
    reader: MemberId,
    whole: Plan,
    seen: Plan,
    entries: Vec<Entry>,
    /// Every card that there ever was.
    cards: BTreeSet<CardId>,
    /// Who did what a card last went out of the reader's sight by.
    gone_by: BTreeMap<CardId, MemberId>,
}

impl Play {
    fn new(reader: MemberId) -> Self {
        Play {
            reader,
            whole: Plan::default(),
            seen: Plan::default(),
            entries: Vec::new(),
            cards: BTreeSet::new(),
            gone_by: BTreeMap::new(),
        }
    }

    fn next(&mut self, logged: Logged) {
        self.cards.extend(logged.patch.put.iter().filter_map(|record| match record {
            Record::Card(card) => Some(card.card_id),
            _ => None,
        }));
        self.whole.apply(logged.patch);
        let before = std::mem::replace(&mut self.seen, view(&self.whole, self.reader));
        let gone = before.cards().filter(|card| self.seen.card(card.card_id).is_none());
        self.gone_by.extend(gone.map(|card| (card.card_id, logged.member_id)));
        let is_first = logged.revision == 1;
        let happenings = match (before.head().is_some(), self.seen.head().is_some()) {
            (true, true) => tell::between(&before, &self.seen, intent_of(logged.change.as_ref()), self.reader),
            (false, true) if is_first => vec![Happening::of_plan(What::Made)],
            (false, true) => vec![Happening::of_plan(What::SatDown)],
            (_, false) => vec![],
        };
        self.entries.push(Entry {
            revision: logged.revision,
            at: logged.at,
            by: logged.member_id,
            happenings,
        });
    }

    /// What is left when the cards that are out of sight now have lost their words.
    fn told(mut self) -> Vec<Entry> {
        let mut entries = std::mem::take(&mut self.entries);
        for entry in &mut entries {
            entry.happenings.retain_mut(|happening| match &mut happening.about {
                Some(about) if !self.may_name(about.card_id) => {
                    about.words = None;
                    happening.what == What::CardGone
                }
                _ => true,
            });
        }
        entries.retain(|entry| !entry.happenings.is_empty());
        entries
    }

    fn may_name(&self, card_id: CardId) -> bool {
        // A card that was only ever proposed is known by the proposal.
        let was_never = !self.cards.contains(&card_id);
        let took_it_away = || self.whole.card(card_id).is_none() && self.gone_by.get(&card_id) == Some(&self.reader);
        self.seen.card(card_id).is_some() || was_never || took_it_away()
    }
}

fn intent_of(change: Option<&shared::plan::Change>) -> Option<&Intent> {
    change.map(|change| &change.intent)
}
