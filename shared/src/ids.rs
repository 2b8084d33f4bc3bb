//! Names of things. Each is a UUID of its own type, so that a card cannot stand where a member should.
//!
//! A thing that a change adds takes the id of that change: one random number for both, and nothing
//! in an id that the change did not already say.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            pub const MIN: Self = Self(Uuid::nil());
            pub const MAX: Self = Self(Uuid::max());
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }
    )*};
}

id! {
    /// A family's board.
    PlanId
    /// Someone who has an account. One person may sit at several tables.
    PersonId
    /// A seat at one table.
    MemberId
    CardId
    AgreementId
    ProposalId
    ConsentId
    DecisionId
    RemarkId
    StrengthId
    /// Somebody who looks for work, as the matching side knows them. Says nothing of a person's account.
    CandidateId
    CompanyId
    WorkplaceId
    PlacementId
    /// May we tell this company about you?
    AskId
    /// What comes after a yes: the way of one person through one placement.
    CourseId
    /// What a company has told at its entrance.
    SignalId
    /// An entry of the company book.
    ContactId
    /// One intent of one person, made in their browser. Sent twice it still counts once.
    ChangeId
}

macro_rules! added_by_a_change {
    ($($name:ident)*) => {$(
        impl From<ChangeId> for $name {
            fn from(id: ChangeId) -> Self {
                Self(id.0)
            }
        }
    )*};
}

added_by_a_change! { MemberId CardId AgreementId ProposalId ConsentId DecisionId RemarkId StrengthId }

impl MemberId {
    /// Whoever brings about what time alone brings about. Nobody at any table.
    pub const NOBODY: Self = Self::MIN;
}

impl From<ProposalId> for ChangeId {
    fn from(id: ProposalId) -> Self {
        Self(id.0)
    }
}

/// A UUIDv7 from milliseconds since 1970 and ten random bytes, both handed in by the caller.
pub fn uuid_v7(now: Millis, random: [u8; 10]) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(now.max(0) as u64, &random).into_uuid()
}

/// An instant: milliseconds since 1970-01-01 UTC.
pub type Millis = i64;
