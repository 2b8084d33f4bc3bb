//! Everything that can be told to have happened. Each has one sentence.

use shared::day::Day;
use shared::ids::{CardId, MemberId};
use shared::plan::{Audience, CellId, Duty, Grantee, Kept, Rating, Says, Scope};

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
    Agreement {
        words: String,
        is: OfAgreement,
    },
    AgreementWorded {
        from: String,
        to: String,
    },
    Help(OfHelp),
    Remarked {
        says: Says,
        words: String,
    },
    RemarkSettled,
    DecisionWritten {
        words: String,
    },
    DecisionGone {
        words: String,
    },
    Proposed {
        wish: Wish,
        why: String,
    },
    /// `from` had proposed it.
    Answered {
        from: MemberId,
        wish: Wish,
        how: How,
    },
    Consent {
        to: Grantee,
        scope: Scope,
        is: OfConsent,
    },
    Member {
        member_id: MemberId,
        is: OfMember,
    },
    Head(OfHead),
    Pulse {
        words: String,
    },
    Movement,
    StrengthWritten {
        words: String,
    },
    StrengthGone {
        words: String,
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

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OfAgreement {
    Made,
    Gone,
    /// This member is asked to take it.
    Asked(MemberId),
    /// The one who was asked cannot.
    NotTaken(MemberId),
    Held(MemberId),
    HeldByNobody,
    Due(Option<Day>),
    Repeats,
    SoThat,
    Kept(Kept),
    /// On one of the days that it comes round.
    KeptOn(Day, Kept),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OfHelp {
    Facts,
    Rated(Rating),
    /// The family asks for it to end.
    StopAsked,
    StopAnswers {
        answers: MemberId,
        by: Day,
    },
    StopTakenBack,
    Ends(Day),
    Decided(Option<Day>),
    Stays {
        talk_to: MemberId,
    },
}

/// What someone proposed. Of what is about a card, the card itself is told with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wish {
    AddCard,
    EditCard,
    MoveCard,
    RemoveCard,
    AddAgreement,
    EditAgreement,
    RemoveAgreement,
    /// Who answers the wish to end a help.
    Answers {
        answers: MemberId,
        by: Day,
    },
    Member {
        name: String,
    },
    /// One who does not sit at the table asks for a seat of their own.
    Seat {
        name: String,
    },
    Strength {
        of: Option<MemberId>,
        words: String,
    },
    Other,
}

impl Wish {
    /// Whom or what it would bring to the table, where that is no card.
    pub fn brings(&self) -> Option<&str> {
        match self {
            Wish::Member { name } | Wish::Seat { name } => Some(name),
            Wish::Strength { words, .. } => Some(words),
            _ => None,
        }
    }
}

/// What became of a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum How {
    Yes,
    No,
    TakenBack,
    RanOut,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OfConsent {
    Given(Day),
    Ended,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OfMember {
    Came,
    Left,
    Changed,
    /// The reader read the first texts.
    Informed,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OfHead {
    Contact(Option<MemberId>),
    StandIn(Option<MemberId>),
    /// The contact's work is on its way to this member.
    BatonUnderWay(MemberId),
    /// One of those who must said yes.
    BatonAgreed(MemberId),
    BatonStays,
    PenGiven(MemberId),
    PenBack,
    FollowedUp(Option<Day>),
    Other,
}
