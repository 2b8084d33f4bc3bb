//! Who may see what, as days go by: everything that anyone is shown is searched.

use super::lives::GUEST;
use super::{Check, Happening, Moment, World};
use crate::simulator::canary;
use shared::ids::{MemberId, Millis};
use shared::live::FromServer;
use shared::plan::{Intent, Plan, Record};
use shared::testing::EVERYONE;

const HOUR_MS: Millis = 60 * 60 * 1000;
const DAY_MS: Millis = 24 * HOUR_MS;
/// What is over leaves open windows within this time: a sweep, and the time it takes to write.
const GRACE: Millis = 8_000;

impl World {
    pub(super) fn let_days_go_by(&mut self) {
        let days = 1 + self.dice.below(9) as Millis;
        let by = match self.dice.below(8) {
            0..=1 => 13 * HOUR_MS,
            2..=6 => days * DAY_MS,
            _ => 61 * DAY_MS,
        };
        self.skipped += by;
        self.delayed_at = self.now;
        self.counts.add(Happening::DaysWentBy);
    }

    /// What has ended by then has left every window.
    pub(super) fn moment_of_grace(&self) -> Millis {
        // Time has been too short since the last delay, then nothing counts as over but what is written down so.
        if self.now - self.delayed_at <= GRACE {
            return 0;
        }
        let at = self.clock() - GRACE;
        at - at % HOUR_MS
    }

    pub(super) fn search_frame(&mut self, member: MemberId, revision: i64, frame: &FromServer) -> Check<()> {
        self.counts.add(Happening::FrameSearched);
        let at = self.moment_of_grace();
        self.leaks.search_frame(&self.disk, member, Moment { revision, at }, frame)
    }

    /// Wherever something has left a window it is looked through, and now and then otherwise.
    pub(super) fn search_window(&mut self, device: usize, revision: i64, frame: &FromServer) -> Check<()> {
        let forgets = matches!(frame, FromServer::News { patch, .. } if !patch.forget.is_empty());
        let is_plan = matches!(frame, FromServer::News { .. } | FromServer::Snapshot { .. });
        if self.days_go_by && is_plan && (forgets || self.dice.one_in(4)) {
            // Between two frames nobody can take anything away.
            self.look_through(device, Moment { revision, at: 0 })?;
        }
        Ok(())
    }

    fn look_through(&mut self, device: usize, moment: Moment) -> Check<()> {
        self.counts.add(Happening::WindowSearched);
        self.leaks.search_window(&self.disk, moment, &self.devices[device])
    }

    /// What ordinary requests are answered is as of now, without any grace.
    pub(super) fn search_someones_pages(&mut self) -> Check<()> {
        let now = self.clock();
        let member = self.anyone();
        self.counts.add(Happening::ResponseSearched);
        self.leaks.search_response(&self.disk, member, now)
    }

    pub(super) fn search_everything(&mut self) -> Check<()> {
        if !self.days_go_by {
            return Ok(());
        }
        let (revision, at, now) = (self.disk.revision(), self.moment_of_grace(), self.clock());
        for device in 0..self.devices.len() {
            let moment = Moment { revision, at };
            self.look_through(device, moment)?;
            self.leaks.search_outbox(&self.disk, moment, &self.devices[device])?;
        }
        for member in EVERYONE.into_iter().chain([GUEST]) {
            self.counts.add(Happening::ResponseSearched);
            self.leaks.search_response(&self.disk, member, now)?;
        }
        let member = self.anyone();
        self.counts.add(Happening::HistorySearched);
        self.leaks.search_history(&self.disk, member, now)
    }

    fn anyone(&mut self) -> MemberId {
        let members = [&EVERYONE[..], &[GUEST]].concat();
        members[self.dice.below(members.len())]
    }

    /// Counts what was written since a revision that changes who may see what.
    pub(super) fn count_written(&mut self, before: i64) {
        for revision in before..self.disk.revision() {
            for member in EVERYONE {
                let seen = self.disk.view_at(revision, member).clone();
                let sees = self.disk.view_at(revision + 1, member).clone();
                if canary::newly_hidden(&seen, &sees, self.disk.at(revision + 1)) > 0 {
                    self.counts.add(Happening::CardHidden);
                }
            }
            let (was, is) = (self.disk.at(revision), self.disk.at(revision + 1));
            let Some(entry) = self.disk.log().get(revision as usize) else {
                continue;
            };
            for happening in of_sight(was, is, &entry.change.intent) {
                self.counts.add(happening);
            }
        }
    }
}

fn of_sight(was: &Plan, is: &Plan, intent: &Intent) -> Vec<Happening> {
    let pen = |plan: &Plan| plan.head().is_some_and(|head| head.pen.is_some());
    let consents = |plan: &Plan| plan.consents().count();
    let run_out = |plan: &Plan| plan.proposals().filter(|proposal| proposal.ran_out_at.is_some()).count();
    let is_other = |record: &&Record| match record {
        Record::Card(card) => was.card(card.card_id).is_some_and(|old| old.audience != card.audience),
        _ => false,
    };
    let mut found = vec![];
    match intent {
        Intent::GiveConsent { .. } => found.push(Happening::ConsentGiven),
        Intent::WithdrawConsent { .. } => found.push(Happening::ConsentWithdrawn),
        Intent::HandPen { .. } if pen(is) => found.push(Happening::PenHanded),
        Intent::TakePen => found.push(Happening::PenTaken),
        Intent::RemoveMember { .. } => found.push(Happening::SomeoneLeft),
        Intent::Lapse => {
            found.push(Happening::Lapsed);
            let ended = [
                (consents(is) < consents(was), Happening::ConsentEnded),
                (run_out(is) > run_out(was), Happening::ProposalRanOut),
                (pen(was) && !pen(is), Happening::PenWentBack),
            ];
            found.extend(ended.into_iter().filter(|(has, _)| *has).map(|(_, happening)| happening));
        }
        _ => {}
    }
    if is.records().find(is_other).is_some() {
        found.push(Happening::AudienceChanged);
    }
    found
}
