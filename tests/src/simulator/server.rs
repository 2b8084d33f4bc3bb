//! One server: the real `ServerCore` and a model of the actor and the writer around it.

use super::check::{Check, ensure};
use super::disk::{Disk, Written};
use backend::live::core::{Batch, ConnId, Outgoing, ServerCore};
use backend::live::sabotage::Sabotage;
use shared::ids::{ChangeId, MemberId, Millis, PlanId};
use shared::live::{FromBrowser, FromServer, PROTOCOL};
use shared::testing::Dice;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Debug)]
pub struct Server {
    plan_id: PlanId,
    /// `None` while the process is down.
    core: Option<ServerCore>,
    /// How often it was started. What an earlier life had in the air concerns nobody.
    pub life: u32,
    /// The batch at the disk.
    writing: Option<Batch>,
    members: BTreeMap<ConnId, MemberId>,
    sabotage: Sabotage,
}

/// What became of the batch at the disk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Settled {
    Saved,
    Stale,
    Refused,
}

impl Server {
    pub fn new(plan_id: PlanId, sabotage: Sabotage) -> Self {
        Server {
            plan_id,
            core: None,
            life: 0,
            writing: None,
            members: BTreeMap::new(),
            sabotage,
        }
    }

    pub fn is_up(&self) -> bool {
        self.core.is_some()
    }

    pub fn start(&mut self, disk: &mut Disk, dice: &mut Dice, now: Millis) -> Check<()> {
        let seed = dice.roll();
        let mut core = ServerCore::new(self.plan_id, disk.plan().clone(), disk.revision(), seed);
        core.sabotage = self.sabotage;
        core.stale(disk.plan().clone(), disk.revision(), disk.ids_since(0));
        // [L16] Nobody joins before what is over is over on disk too.
        core.lapse(dice.change_id(), now);
        while let Some(batch) = core.next_batch() {
            let written = disk.write(&batch)?;
            ensure(written == Written::Saved, || "a server that starts comes too late".into())?;
            core.committed();
        }
        self.core = Some(core);
        self.life += 1;
        Ok(())
    }

    /// The process is gone. Answers the batch that was at the disk, which may or may not have got there.
    pub fn kill(&mut self) -> Option<Batch> {
        self.core = None;
        self.members.clear();
        self.writing.take()
    }

    pub fn revision(&self) -> i64 {
        self.core.as_ref().map_or(0, ServerCore::revision)
    }

    pub fn divergences(&self) -> u64 {
        self.core.as_ref().map_or(0, ServerCore::divergences)
    }

    pub fn is_at_rest(&self, disk: &Disk) -> bool {
        self.core
            .as_ref()
            .is_some_and(|core| core.queued() == 0 && core.revision() == disk.revision())
    }

    pub fn member_of(&self, conn: ConnId) -> Option<MemberId> {
        self.members.get(&conn).copied()
    }

    pub fn take(&mut self, conn: ConnId, member: MemberId, frame: FromBrowser, now: Millis) -> Vec<Outgoing> {
        let Some(core) = self.core.as_mut() else { return vec![] };
        match frame {
            FromBrowser::Hello { .. } => {
                let welcome = FromServer::Welcome {
                    protocol: PROTOCOL,
                    member_id: member,
                    now,
                };
                self.members.insert(conn, member);
                vec![Outgoing {
                    conn,
                    frame: Arc::new(welcome),
                }]
            }
            FromBrowser::Subscribe { since, .. } => core.join(conn, member, since, now),
            FromBrowser::Submit { changes } => changes
                .into_iter()
                .flat_map(|change| core.submit(conn, change, now))
                .collect(),
            FromBrowser::Presence { card_id, writing } => core.presence(conn, card_id, writing, now),
            FromBrowser::Ping { n, held } => core.ping(conn, n, held, now),
        }
    }

    pub fn leave(&mut self, conn: ConnId, now: Millis) -> Vec<Outgoing> {
        self.core.as_mut().map_or(vec![], |core| core.leave(conn, now))
    }

    pub fn resync(&mut self, conn: ConnId) -> Vec<Outgoing> {
        self.core.as_mut().map_or(vec![], |core| core.resync(conn))
    }

    pub fn sweep(&mut self, change_id: ChangeId, now: Millis) -> Vec<Outgoing> {
        self.core.as_mut().map_or(vec![], |core| {
            core.lapse(change_id, now);
            core.sweep(now)
        })
    }

    /// Hands what waits to the disk. Answers what can be said at once, and whether a batch went off.
    pub fn pump(&mut self, disk: &Disk) -> (Vec<Outgoing>, bool) {
        let mut out = vec![];
        let Some(core) = self.core.as_mut() else { return (out, false) };
        if self.writing.is_some() {
            return (out, false);
        }
        while let Some(batch) = core.next_batch() {
            if !batch.entries.is_empty() {
                self.writing = Some(batch);
                return (out, true);
            }
            // A refusal rests on the plan as this server knows it, and that must be how it is.
            let stale = core.revision() != disk.revision();
            out.extend(if stale {
                Self::read_again(core, disk)
            } else {
                core.committed()
            });
        }
        (out, false)
    }

    /// The disk is done with the batch.
    pub fn settle(&mut self, disk: &mut Disk, refused: bool) -> Check<(Vec<Outgoing>, Settled)> {
        let (Some(core), Some(batch)) = (self.core.as_mut(), self.writing.take()) else {
            return Ok((vec![], Settled::Refused));
        };
        if refused {
            return Ok((core.failed(), Settled::Refused));
        }
        match disk.write(&batch)? {
            Written::Saved => {
                let out = core.committed();
                ensure(
                    core.revision() == disk.revision() && core.committed_plan() == disk.plan(),
                    || {
                        format!(
                            "a server thinks that revision {} is other than it is on disk",
                            core.revision()
                        )
                    },
                )?;
                Ok((out, Settled::Saved))
            }
            Written::Stale => Ok((Self::read_again(core, disk), Settled::Stale)),
        }
    }

    /// Sees whether another server has written. Answers `None` when not, or when a batch is under way and will find out.
    pub fn look(&mut self, disk: &Disk) -> Option<Vec<Outgoing>> {
        let core = self.core.as_mut().filter(|core| core.revision() < disk.revision())?;
        self.writing.is_none().then(|| Self::read_again(core, disk))
    }

    fn read_again(core: &mut ServerCore, disk: &Disk) -> Vec<Outgoing> {
        let mut known = disk.ids_since(core.revision());
        known.extend(core.staged_ids().into_iter().filter(|id| disk.holds(*id)));
        core.stale(disk.plan().clone(), disk.revision(), known)
    }
}
