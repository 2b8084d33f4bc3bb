//! What happened to a plan, as one reader saw it happen.
//!
//! The log is played once. What an entry tells is the difference between the reader's own views before and
//! after it, and nothing else: what they did not see, they cannot read here, and no rule of sight is written
//! a second time. Of the wish behind a change only its kind is told, and only where its traces are in sight.
//!
//! Words of a card that is no longer in the reader's sight are left out of all that was before, whether the
//! card was taken away or is kept from them: the two look the same here as everywhere. One who took a card
//! away themselves reads what it was.

pub mod balance;
pub mod pen;
mod tell;
#[cfg(test)]
mod tests;
mod what;

pub use what::{Field, How, OfAgreement, OfConsent, OfHead, OfHelp, OfMember, What, Wish};

use super::store::Logged;
use shared::ids::{CardId, ChangeId, MemberId, Millis};
use shared::plan::{Change, Intent, Plan, Record, diff, view};
use std::collections::{BTreeMap, BTreeSet};

/// One change with everything that the reader saw of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub revision: i64,
    pub at: Millis,
    /// Who did it; nobody, where time did.
    pub by: MemberId,
    /// Who had handed them the pen: then it was said by the one and written by the other.
    pub said_by: Option<MemberId>,
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

/// The whole log from its beginning, oldest first, as the reader saw it, and what has ended by `now` without
/// being in the log yet.
pub fn entries(log: impl IntoIterator<Item = Logged>, reader: MemberId, now: Millis) -> Vec<Entry> {
    let mut play = Play::new(reader);
    for logged in log {
        play.next(logged);
    }
    play.lapse(now);
    play.told()
}

/// The cards that others have changed after an instant, each once. Cards that are gone by now are not among them.
pub fn cards_changed_by_others(entries: &[Entry], reader: MemberId, since: Millis) -> Vec<CardId> {
    let by_others = entries.iter().filter(|entry| entry.by != reader && entry.at > since);
    let about = by_others
        .flat_map(|entry| &entry.happenings)
        .filter_map(|happening| happening.about.as_ref());
    let cards: BTreeSet<CardId> = about
        .filter(|about| about.words.is_some())
        .map(|about| about.card_id)
        .collect();
    cards.into_iter().collect()
}

struct Play {
    reader: MemberId,
    whole: Plan,
    revision: i64,
    seen: Plan,
    entries: Vec<Entry>,
    /// Every card that there ever was.
    cards: BTreeSet<CardId>,
    /// Who took a card away that the reader saw.
    removed_by: BTreeMap<CardId, MemberId>,
}

impl Play {
    fn new(reader: MemberId) -> Self {
        Play {
            reader,
            whole: Plan::default(),
            revision: 0,
            seen: Plan::default(),
            entries: Vec::new(),
            cards: BTreeSet::new(),
            removed_by: BTreeMap::new(),
        }
    }

    fn lapse(&mut self, now: Millis) {
        let mut after = self.whole.clone();
        if !after.lapse(now) {
            return;
        }
        let change_id = ChangeId::MIN;
        let (intent, why) = (Intent::Lapse, String::new());
        let patch = diff(&self.whole, &after);
        self.next(Logged {
            revision: self.revision + 1,
            change_id,
            member_id: MemberId::NOBODY,
            at: now,
            outcome: String::new(),
            change: Some(Change { change_id, intent, why }),
            patch,
        });
    }

    fn next(&mut self, logged: Logged) {
        self.revision = logged.revision;
        self.cards.extend(logged.patch.put.iter().filter_map(|record| match record {
            Record::Card(card) => Some(card.card_id),
            _ => None,
        }));
        self.whole.apply(logged.patch);
        let before = std::mem::replace(&mut self.seen, view(&self.whole, self.reader));
        self.removed_by.retain(|card_id, _| self.whole.card(*card_id).is_none());
        let removed = before.cards().filter(|card| self.whole.card(card.card_id).is_none());
        self.removed_by.extend(removed.map(|card| (card.card_id, logged.member_id)));
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
            said_by: before.pen_of(logged.member_id).map(|pen| pen.says),
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
        let took_it_away = || self.whole.card(card_id).is_none() && self.removed_by.get(&card_id) == Some(&self.reader);
        self.seen.card(card_id).is_some() || was_never || took_it_away()
    }
}

fn intent_of(change: Option<&shared::plan::Change>) -> Option<&Intent> {
    change.map(|change| &change.intent)
}
