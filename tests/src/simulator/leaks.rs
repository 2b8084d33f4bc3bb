//! Whether anyone is shown anything that is not for their eyes: every text is searched for words and cards that
//! the oracle does not let its reader have.

use super::canary::found_in;
use super::check::{Check, ensure};
use super::device::Device;
use super::disk::Disk;
use super::oracle::{About, Eyes, card_of, json};
use backend::plan::Logged;
use backend::plan::history::entries;
use shared::ids::{CardId, ChangeId, MemberId, Millis};
use shared::live::FromServer;
use shared::plan::{Change, Intent, Key, Patch, Plan, Record, diff, view};
use std::collections::{BTreeMap, BTreeSet};

/// Where words have ever stood, so that they need not be looked for in the whole plan.
#[derive(Debug, Default)]
pub struct Leaks {
    /// Log entries that are taken in.
    taken_in: usize,
    places: BTreeMap<u64, BTreeSet<Key>>,
    /// The cards that words have ever stood on or under.
    cards: BTreeMap<u64, BTreeSet<CardId>>,
    /// Who took a card away.
    removed_by: BTreeMap<CardId, MemberId>,
    answers: BTreeMap<(i64, Millis, MemberId), Answers>,
}

/// What one member may have at one revision and time.
#[derive(Debug)]
struct Answers {
    words: BTreeMap<u64, bool>,
    /// Of cards that are there and not for these eyes.
    hidden: Vec<(CardId, String)>,
}

/// When a text reached its reader.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    pub revision: i64,
    /// What has ended by then is for nobody any more.
    pub at: Millis,
}

impl Leaks {
    pub fn new(plan: &Plan) -> Self {
        let mut leaks = Leaks::default();
        leaks.take_in_patch(plan, &diff(&Plan::default(), plan));
        leaks
    }

    /// A frame may hold what its reader may see, and name what it takes away and what it answers.
    pub fn search_frame(&mut self, disk: &Disk, member: MemberId, moment: Moment, frame: &FromServer) -> Check<()> {
        let text = match frame {
            FromServer::Snapshot { records, .. } => serde_json::to_string(records),
            FromServer::News { patch, .. } => serde_json::to_string(&patch.put),
            FromServer::Here { .. } => serde_json::to_string(frame),
            _ => return Ok(()),
        };
        self.search(disk, member, moment, "a frame", &text.unwrap_or_default(), "")
    }

    /// What stands on a screen, with the person's own words that the server has not answered yet.
    pub fn search_window(&mut self, disk: &Disk, moment: Moment, device: &Device) -> Check<()> {
        let Some(core) = &device.core else { return Ok(()) };
        let records: Vec<&Record> = core.shown().records().collect();
        let text = serde_json::to_string(&records).unwrap_or_default();
        let own: Vec<_> = device.own_words().collect();
        let own = serde_json::to_string(&own).unwrap_or_default();
        self.search(disk, device.member, moment, "the window", &text, &own)?;
        let tray = core.tray().iter().map(|turned| &turned.change);
        self.search_refused(disk, moment, device.member, tray)
    }

    /// What came to nothing and is kept on the device.
    pub fn search_outbox(&mut self, disk: &Disk, moment: Moment, device: &Device) -> Check<()> {
        self.search_refused(disk, moment, device.member, device.kept_though_refused())
    }

    /// Of what came to nothing a person keeps what they wrote, and no word of a card that they do not see any more.
    fn search_refused<'a>(
        &mut self,
        disk: &Disk,
        moment: Moment,
        member: MemberId,
        refused: impl Iterator<Item = &'a Change>,
    ) -> Check<()> {
        self.take_in(disk);
        let plan = disk.at(moment.revision);
        let eyes = Eyes::of(plan, member, moment.at);
        let is_seen = |card: &CardId| plan.card(*card).zip(eyes).is_some_and(|(card, eyes)| eyes.sees(card));
        // A copy that lay with another server may have been carried out all the same.
        for change in refused.filter(|change| !disk.holds(change.change_id)) {
            let text = serde_json::to_string(change).unwrap_or_default();
            let of_the_unseen = |word: &u64| self.cards.get(word).is_some_and(|cards| !cards.iter().any(is_seen));
            let left = found_in(&text).find(of_the_unseen);
            ensure(left.is_none(), || {
                format!("of what was refused {member} keeps {left:?}, which is not for them: {text}")
            })?;
        }
        Ok(())
    }

    /// What an ordinary request is answered: the stored plan as of now, as this member sees it.
    pub fn search_response(&mut self, disk: &Disk, member: MemberId, at: Millis) -> Check<()> {
        let mut plan = disk.plan().clone();
        plan.lapse(at);
        let seen = view(&plan, member);
        let records: Vec<&Record> = seen.records().collect();
        let text = serde_json::to_string(&records).unwrap_or_default();
        let revision = disk.revision();
        self.search(disk, member, Moment { revision, at }, "a response", &text, "")
    }

    /// What happened, as told to this member: of what they could once read, what is not kept from them now.
    pub fn search_history(&mut self, disk: &Disk, member: MemberId, at: Millis) -> Check<()> {
        self.take_in(disk);
        let told = format!("{:?}", entries(log(disk), member, at));
        let now = disk.plan();
        let (revision, mut found): (i64, Vec<u64>) = (disk.revision(), found_in(&told).collect());
        found.sort_unstable();
        found.dedup();
        for word in found {
            if self.may_read(disk, member, Moment { revision, at }, word) {
                continue;
            }
            let eyes = Eyes::of(now, member, at);
            let kept_from_them = |card_id: &CardId| match now.card(*card_id) {
                Some(card) => eyes.is_none_or(|eyes| !eyes.sees(card)),
                None => self.removed_by.get(card_id).is_some_and(|remover| *remover != member),
            };
            let kept = self.cards.get(&word).is_some_and(|cards| cards.iter().any(kept_from_them));
            ensure(!kept, || {
                format!("{member} reads {word} of a card that is kept from them in {told}")
            })?;
            // While it was read, nothing had ended that had not been written down as ended.
            let once = (0..=revision)
                .rev()
                .any(|revision| self.may_read(disk, member, Moment { revision, at: 0 }, word));
            ensure(once, || format!("{member} never saw {word} and reads it in {told}"))?;
        }
        Ok(())
    }

    /// `own` is what this member has written and has no answer to.
    fn search(&mut self, disk: &Disk, member: MemberId, moment: Moment, what: &str, text: &str, own: &str) -> Check<()> {
        self.take_in(disk);
        let own_words: BTreeSet<u64> = found_in(own).collect();
        for word in found_in(text).filter(|word| !own_words.contains(word)) {
            ensure(self.may_read(disk, member, moment, word), || {
                format!("{what} of {member} holds {word}, which is not for them: {text}")
            })?;
        }
        let hidden = &self.answers(disk, member, moment).hidden;
        let named = hidden.iter().find(|(_, id)| text.contains(id) && !own.contains(id));
        ensure(named.is_none(), || {
            format!("{what} of {member} names {named:?}, which is not for them: {text}")
        })
    }

    fn may_read(&mut self, disk: &Disk, member: MemberId, moment: Moment, word: u64) -> bool {
        if let Some(known) = self.answers(disk, member, moment).words.get(&word) {
            return *known;
        }
        let plan = disk.at(moment.revision);
        let places = self.places.get(&word);
        let may = places.is_none_or(|places| {
            Eyes::of(plan, member, moment.at).is_some_and(|eyes| {
                let mut records = places.iter().filter_map(|key| plan.get(*key));
                records.any(|record| found_in(&eyes.reads(record)).any(|found| found == word))
            })
        });
        self.answers(disk, member, moment).words.insert(word, may);
        may
    }

    fn answers(&mut self, disk: &Disk, member: MemberId, moment: Moment) -> &mut Answers {
        let key = (moment.revision, moment.at, member);
        self.answers.entry(key).or_insert_with(|| {
            let plan = disk.at(moment.revision);
            let eyes = Eyes::of(plan, member, moment.at);
            let unseen = plan.cards().filter(|card| eyes.is_none_or(|eyes| !eyes.sees(card)));
            Answers {
                words: BTreeMap::new(),
                hidden: unseen.map(|card| (card.card_id, card.card_id.to_string())).collect(),
            }
        })
    }

    fn take_in(&mut self, disk: &Disk) {
        while let Some(entry) = disk.log().get(self.taken_in) {
            self.taken_in += 1;
            self.take_in_patch(disk.at(entry.revision - 1), &entry.patch);
            for key in &entry.patch.forget {
                if let Key::Card(card_id) = key {
                    self.removed_by.insert(*card_id, entry.member_id);
                }
            }
            // A removal may be taken back.
            for record in &entry.patch.put {
                if let Record::Card(card) = record {
                    self.removed_by.remove(&card.card_id);
                }
            }
        }
    }

    fn take_in_patch(&mut self, before: &Plan, patch: &Patch) {
        for record in &patch.put {
            let card = card_under(before, record);
            for word in found_in(&json(record)) {
                self.places.entry(word).or_default().insert(record.key());
                self.cards.entry(word).or_default().extend(card);
            }
        }
    }
}

fn card_under(plan: &Plan, record: &Record) -> Option<CardId> {
    match record {
        Record::Card(card) => Some(card.card_id),
        Record::Agreement(agreement) => Some(agreement.card_id),
        Record::Remark(remark) => Some(remark.card_id),
        Record::Decision(decision) => decision.card_id,
        Record::Proposal(proposal) => match (&proposal.intent, card_of(plan, &proposal.intent)) {
            (Intent::AddCard(_), _) => Some(CardId(proposal.proposal_id.0)),
            (_, About::Card(card_id)) => Some(card_id),
            _ => None,
        },
        _ => None,
    }
}

/// The log as the store reads it, the plan that was there first as its first change.
fn log(disk: &Disk) -> Vec<Logged> {
    let first = Logged {
        revision: 1,
        change_id: ChangeId::MIN,
        member_id: MemberId::NOBODY,
        at: 0,
        outcome: "created".into(),
        change: None,
        patch: diff(&Plan::default(), disk.at(0)),
    };
    let logged = disk.log().iter().map(|entry| Logged {
        revision: entry.revision + 1,
        change_id: entry.change.change_id,
        member_id: entry.member_id,
        at: entry.at,
        outcome: "applied".into(),
        change: Some(entry.change.clone()),
        patch: entry.patch.clone(),
    });
    [first].into_iter().chain(logged).collect()
}
