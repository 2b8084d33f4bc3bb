//! The frames between a browser and the server: JSON text, each naming its variant.
//!
//! Self-describing, so that a page that was left open and an outbox that lay on a phone for a week
//! can still be read.

use crate::ids::{CardId, ChangeId, MemberId, Millis, PlanId};
use crate::plan::{Change, Patch, Record, Refusal};
use serde::{Deserialize, Serialize};

/// A browser and a server speak when these are equal; else the page loads itself anew.
pub const PROTOCOL: u16 = 1;

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum FromBrowser {
    /// The first frame. The ticket is good for one connection to one plan.
    Hello { protocol: u16, ticket: String },
    /// `since` is the last cursor this browser had, if it still holds the plan.
    Subscribe {
        plan_id: PlanId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<Cursor>,
    },
    /// In the order in which they were made.
    Submit { changes: Vec<Change> },
    /// What this person is looking at. Never stored.
    Presence {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        card_id: Option<CardId>,
        writing: bool,
    },
    /// With the hash of what the browser holds at `cursor`, so that a difference is found.
    Ping {
        n: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        held: Option<Held>,
    },
}

/// How far a browser has come. Counts what this member was shown and nothing else, so that it says
/// nothing of what was hidden from them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Cursor {
    /// Names one unbroken run of patches; another epoch means a snapshot.
    pub epoch: String,
    pub n: u64,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Held {
    pub cursor: Cursor,
    /// `Plan::state_hash`, in hexadecimal.
    pub hash: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FromServer {
    Welcome {
        protocol: u16,
        member_id: MemberId,
        now: Millis,
    },
    /// Everything this member sees.
    Snapshot {
        cursor: Cursor,
        records: Vec<Record>,
    },
    /// What changed, and what became of this browser's changes. The patch counts first.
    News {
        cursor: Cursor,
        #[serde(default, skip_serializing_if = "Patch::is_empty")]
        patch: Patch,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        answers: Vec<(ChangeId, Outcome)>,
    },
    /// Everyone who is here, oneself too.
    Here {
        peers: Vec<Peer>,
    },
    Pong {
        n: u32,
        now: Millis,
    },
    /// This server stops. Come back after a random part of `spread_ms`.
    Drain {
        spread_ms: u32,
    },
    /// The last frame. `code` is one of `problem::codes`.
    Bye {
        code: String,
    },
}

/// What became of a change. Each of the first three means: on disk, or nothing to put there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Outcome {
    Applied,
    Proposed,
    /// Committed before; this was a repetition.
    Known,
    Refused {
        class: RefuseClass,
        refusal: Option<Refusal>,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum RefuseClass {
    /// The rules say no. The words go to the person's tray.
    Never,
    /// Busy, or the disk is full. Send it again after a while.
    Later,
}

/// A person who is here now. Name and role are in the member's record; the server says who it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Peer {
    pub member_id: MemberId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_id: Option<CardId>,
    pub writing: bool,
}
