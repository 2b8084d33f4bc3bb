//! One browser of one person: the real `ClientCore`, a model of the outbox on the device, and beside
//! both what the person has been told, which the checks hold the core to.

use super::check::{Check, ensure};
use super::disk::Disk;
use shared::ids::{ChangeId, MemberId, Millis, PlanId};
use shared::live::wire::{FromServer, Outcome, RefuseClass};
use shared::live::{ClientCore, Effect, FromBrowser};
use shared::plan::{Answer, Change, Intent, Plan};
use shared::testing::{Dice, Sabotage, random_change};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A change that the person made here and has no answer to.
#[derive(Clone, Debug)]
pub struct Unanswered {
    pub change: Change,
    pub at: Millis,
    /// Everything came anew since it was sent, so its answer may have been left out.
    pub answer_may_be_lost: bool,
}

#[derive(Debug)]
pub struct Device {
    pub member: MemberId,
    /// This device's clock minus the true one.
    skew: Millis,
    /// `None` while no tab is open.
    pub core: Option<ClientCore>,
    /// How many tabs there have been; what an old one had in the air concerns nobody.
    pub tab: u32,
    /// How often a socket was asked for; only the last counts.
    pub opening: u32,
    pub line: Option<u64>,
    /// What survives the tab, oldest first.
    outbox: Vec<Change>,
    /// Handed to the disk of the device, not there yet.
    storing: VecDeque<Change>,
    /// What the person was told is under way.
    unanswered: Vec<Unanswered>,
    /// Refused and not yet dismissed.
    turned: BTreeSet<ChangeId>,
    pub wishes: u32,
    /// Every change that the person made here and what became of it.
    made: BTreeMap<ChangeId, Fate>,
    checks: u64,
    sabotage: Sabotage,
    /// Off in the counter-proofs that are for others to notice.
    pub compares: bool,
}

/// What one frame answered, and what became of each change.
pub type Answered = Vec<(Outcome, Fate)>;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    UnderWay,
    /// The tab died before the change was on the device, which the person had not been told either.
    LostBeforeStored,
    /// Carried out, and in the log.
    Logged,
    /// Carried out, and nothing to put into the log.
    Nothing,
    Refused,
}

impl Device {
    pub fn new(member: MemberId, skew: Millis, wishes: u32, sabotage: Sabotage) -> Self {
        Device {
            member,
            skew,
            core: None,
            tab: 0,
            opening: 0,
            line: None,
            outbox: vec![],
            storing: VecDeque::new(),
            unanswered: vec![],
            turned: BTreeSet::new(),
            wishes,
            made: BTreeMap::new(),
            checks: 0,
            sabotage,
            compares: true,
        }
    }

    pub fn clock(&self, now: Millis) -> Millis {
        now + self.skew
    }

    /// Opens the page, with what the last one left in the outbox.
    pub fn open_tab(&mut self, plan_id: PlanId, now: Millis) -> Check<(usize, Vec<Effect>)> {
        let now = self.clock(now);
        let mut core = ClientCore::new(plan_id, self.member);
        core.sabotage = self.sabotage;
        core.restore(self.outbox.clone(), now);
        ensure(core.waiting() == self.outbox.len(), || {
            "an outbox was not taken up whole".into()
        })?;
        self.unanswered = self
            .outbox
            .iter()
            .map(|change| Unanswered {
                change: change.clone(),
                at: now,
                answer_may_be_lost: false,
            })
            .collect();
        for change in &self.outbox {
            // What was refused and not dismissed is tried once more.
            self.turned.remove(&change.change_id);
            self.made.insert(change.change_id, Fate::UnderWay);
        }
        let effects = core.start();
        self.core = Some(core);
        Ok((self.outbox.len(), effects))
    }

    /// The page is gone, with everything that was not on the device's disk. Answers how many were lost.
    pub fn kill_tab(&mut self, dice: &mut Dice) -> usize {
        let made_it = dice.below(self.storing.len() + 1);
        for change in self.storing.drain(..made_it).collect::<Vec<_>>() {
            self.put(change);
        }
        // What was to take the place of something that is there is no loss.
        let is_new = |change: &&Change| !self.outbox.iter().any(|kept| kept.change_id == change.change_id);
        let lost: Vec<ChangeId> = self.storing.iter().filter(is_new).map(|change| change.change_id).collect();
        self.storing.clear();
        self.made
            .extend(lost.iter().map(|change_id| (*change_id, Fate::LostBeforeStored)));
        self.core = None;
        self.line = None;
        self.tab += 1;
        self.unanswered.clear();
        self.turned.clear();
        lost.len()
    }

    fn put(&mut self, change: Change) {
        match self.outbox.iter_mut().find(|kept| kept.change_id == change.change_id) {
            Some(kept) => *kept = change,
            None => self.outbox.push(change),
        }
    }

    /// The person wants something. `None` when no plan is on the screen, or when it was refused there and then.
    pub fn wish(&mut self, dice: &mut Dice, canary: &mut u64, now: Millis) -> Option<(Answer, Vec<Effect>)> {
        let now = self.clock(now);
        let core = self.core.as_mut()?;
        let mut change = random_change(dice, core.shown(), self.member);
        super::canary::mark(&mut change, canary, now);
        let (answer, effects) = core.submit(change.clone(), now).ok()?;
        if answer != Answer::Nothing {
            self.made.insert(change.change_id, Fate::UnderWay);
            self.unanswered.push(Unanswered {
                change,
                at: now,
                answer_may_be_lost: false,
            });
        }
        Some((answer, effects))
    }

    pub fn store(&mut self, change: Change) {
        self.storing.push_back(change);
    }

    /// The oldest change under way to the device's disk has come there.
    pub fn stored(&mut self, now: Millis) -> Vec<Effect> {
        let now = self.clock(now);
        let Some(change) = self.storing.pop_front() else {
            return vec![];
        };
        let change_id = change.change_id;
        // It may be answered and taken out already; then the transaction that takes it out comes after.
        self.put(change);
        self.core.as_mut().map_or(vec![], |core| core.stored(change_id, now))
    }

    /// Whatever was to be put there of it came before this.
    pub fn unstored(&mut self, change_id: ChangeId) {
        self.storing.retain(|change| change.change_id != change_id);
        self.outbox.retain(|change| change.change_id != change_id);
    }

    /// The person reads why something was refused and puts it away.
    pub fn dismiss(&mut self, dice: &mut Dice) -> Vec<Effect> {
        let turned: Vec<ChangeId> = self.turned.iter().copied().collect();
        let (Some(core), Some(change_id)) = (self.core.as_mut(), dice.pick(&turned)) else {
            return vec![];
        };
        self.turned.remove(&change_id);
        core.dismiss(change_id)
    }

    /// Hands a frame to the core and checks what the person sees and is told afterwards. `revision` is
    /// where the server stood when it sent the frame.
    pub fn receive(&mut self, frame: &FromServer, revision: i64, disk: &mut Disk, now: Millis) -> Check<(Vec<Effect>, Answered)> {
        let clock = self.clock(now);
        let Some(core) = self.core.as_mut() else {
            return Ok((vec![], vec![]));
        };
        let effects = core.received(frame.clone(), clock);
        let lost_its_place = effects
            .iter()
            .any(|effect| matches!(effect, Effect::Send(FromBrowser::Subscribe { .. })));
        ensure(!(lost_its_place && self.compares), || {
            format!("{}: a patch did not follow the one before it", self.member)
        })?;
        let mut outcomes = vec![];
        match frame {
            FromServer::Snapshot { .. } => {
                self.check_confirmed(revision, disk)?;
                self.unanswered.iter_mut().for_each(|own| own.answer_may_be_lost = true);
            }
            FromServer::News { answers, .. } => {
                // [L6] Whatever this frame answers, its effect is on the screen with it.
                self.check_confirmed(revision, disk)?;
                for (change_id, outcome) in answers {
                    let fate = self.answered(*change_id, *outcome, revision, disk, now)?;
                    outcomes.extend(fate.map(|fate| (*outcome, fate)));
                }
            }
            _ => return Ok((effects, outcomes)),
        }
        self.check_own_changes_are_shown()?;
        Ok((effects, outcomes))
    }

    fn answered(
        &mut self,
        change_id: ChangeId,
        outcome: Outcome,
        revision: i64,
        disk: &Disk,
        now: Millis,
    ) -> Check<Option<Fate>> {
        let Some(index) = self.unanswered.iter().position(|own| own.change.change_id == change_id) else {
            return Ok(None);
        };
        if matches!(
            outcome,
            Outcome::Refused {
                class: RefuseClass::Later,
                ..
            }
        ) {
            return Ok(Some(Fate::UnderWay));
        }
        // [L5] A change may rest on the ones before it, so none is decided before they are.
        let before = self.unanswered[..index].iter().find(|own| !own.answer_may_be_lost);
        ensure(before.is_none(), || {
            format!("{change_id} is answered {outcome:?} before {before:?}")
        })?;
        let own = self.unanswered.remove(index);
        let fate = match outcome {
            Outcome::Refused { .. } => {
                self.turned.insert(change_id);
                Fate::Refused
            }
            _ if disk.holds(change_id) => {
                let logged = disk.log().iter().rfind(|entry| entry.change.change_id == change_id);
                ensure(logged.is_some_and(|entry| entry.revision <= revision), || {
                    format!("{change_id} is answered before its patch")
                })?;
                Fate::Logged
            }
            _ => {
                ensure(disk.changed_nothing(&own.change, self.member, revision, now), || {
                    format!("{change_id} is answered {outcome:?} and is not on disk")
                })?;
                Fate::Nothing
            }
        };
        self.made.insert(change_id, fate);
        Ok(Some(fate))
    }

    /// What the browser holds is what this member saw at the revision that the server told of.
    fn check_confirmed(&self, revision: i64, disk: &mut Disk) -> Check<()> {
        let Some(core) = self.core.as_ref().filter(|_| self.compares) else {
            return Ok(());
        };
        let seen = disk.view_at(revision, self.member);
        ensure(core.confirmed() == seen, || {
            format!("{} holds something else than they saw at revision {revision}", self.member)
        })
    }

    /// \[L7\] The server's truth with one's own unanswered changes on top, worked out here a second time.
    fn check_own_changes_are_shown(&mut self) -> Check<()> {
        let Some(core) = &self.core else { return Ok(()) };
        ensure(core.waiting() == self.unanswered.len(), || {
            format!(
                "{} waits for {} answers instead of {}",
                self.member,
                core.waiting(),
                self.unanswered.len()
            )
        })?;
        self.checks += 1;
        let absent = |own: &Unanswered| {
            matches!(own.change.intent, Intent::AddCard(_)) && core.shown().card(own.change.change_id.into()).is_none()
        };
        // Working it all out costs as much as the core itself needs: always where a card is missing, else now and then.
        if !self.unanswered.iter().any(absent) && !self.checks.is_multiple_of(4) {
            return Ok(());
        }
        ensure(*core.shown() == self.expected(core), || {
            format!("{} does not see their own unanswered changes", self.member)
        })
    }

    fn expected(&self, core: &ClientCore) -> Plan {
        let mut plan = core.confirmed().clone();
        for own in &self.unanswered {
            // The server has the last word on what no longer works.
            let _ = plan.submit(&own.change, self.member, core.now_on_server(own.at));
        }
        plan
    }

    /// What this person has written here and has no answer to.
    pub fn own_words(&self) -> impl Iterator<Item = &Change> {
        self.unanswered.iter().map(|own| &own.change)
    }

    /// What was refused and waits on the device until the person has read why.
    pub fn kept_though_refused(&self) -> impl Iterator<Item = &Change> {
        self.outbox.iter().filter(|change| self.turned.contains(&change.change_id))
    }

    /// Nothing is under way any more.
    pub fn is_at_rest(&self) -> bool {
        let told = self.core.as_ref().is_some_and(|core| core.is_live() && core.waiting() == 0);
        told && self.storing.is_empty() && self.unanswered.is_empty()
    }

    /// After everything has come to rest.
    pub fn check_at_rest(&mut self, disk: &mut Disk, many_servers: bool) -> Check<()> {
        let Some(core) = &self.core else { return Ok(()) };
        let name = self.member;
        let revision = disk.revision();
        ensure(core.confirmed() == disk.view_at(revision, name), || {
            format!("{name} ends with another plan than the disk's")
        })?;
        ensure(core.shown() == core.confirmed(), || {
            format!("{name} ends with something on the screen that is not confirmed")
        })?;
        let tray: BTreeSet<ChangeId> = core.tray().iter().map(|turned| turned.change.change_id).collect();
        ensure(tray == self.turned, || {
            format!("{name}'s tray holds something else than what was refused")
        })?;
        for (change_id, fate) in &self.made {
            let logged = disk.holds(*change_id);
            let right = match fate {
                Fate::UnderWay => false,
                Fate::Logged => logged,
                Fate::Nothing => true,
                Fate::LostBeforeStored => !logged,
                // A copy that lay with another server may be carried out after this one was refused: see LIVE_EDITING.md.
                Fate::Refused => !logged || many_servers,
            };
            ensure(right, || {
                format!("{name}'s change {change_id} ends as {fate:?}, in the log: {logged}")
            })?;
        }
        Ok(())
    }
}
