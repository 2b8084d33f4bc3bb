//! Who has looked at a plan. Nothing of a plan leaves for a person before it is written down here.
//!
//! `disclose` writes the row and gives a `Disclosed`, which cannot be made in another way. Whatever shows
//! a plan asks for one: `view_for` and its like return what they show together with it, and a socket joins
//! with it. So a new way to look that is not written down does not compile.

pub mod store;

use crate::db::{Db, StoreError};
use shared::ids::{MemberId, Millis, PlanId};

macro_rules! looks {
    ($($(#[$doc:meta])* $look:ident = $text:literal,)*) => {
        /// How someone looked.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Look {
            $($(#[$doc])* $look,)*
        }

        impl Look {
            pub const ALL: &[Look] = &[$(Look::$look),*];

            /// As it is stored, and the end of its sentence's key: `looked-how-…`.
            pub fn text(self) -> &'static str {
                match self {
                    $(Look::$look => $text,)*
                }
            }

            /// `None` for a text that a newer version wrote.
            pub fn read(text: &str) -> Option<Look> {
                match text {
                    $($text => Some(Look::$look),)*
                    _ => None,
                }
            }
        }
    };
}

looks! {
    /// A socket, with everything.
    Board = "board",
    /// A socket that came back.
    BoardAgain = "board-again",
    /// The plan's own page, as plain text.
    Page = "page",
    /// A program that asked in the person's name.
    Api = "api",
    /// The family's name, in the list of one's plans.
    Name = "name",
    New = "new",
    History = "history",
    Card = "card",
    Help = "help",
    Looked = "looked",
    /// The plan as another member sees it.
    As = "as",
    Consents = "consents",
    /// The questions with which a new plan begins.
    Start = "start",
    /// What one can take along.
    Export = "export",
    /// All of it, taken along.
    Copy = "copy",
    /// To keep it as a document.
    File = "file",
    /// A document that is kept.
    Filed = "filed",
    FollowUp = "follow-up",
    Movement = "movement",
    Strengths = "strengths",
    /// What waits for them, at all their tables.
    MyPart = "my-part",
    People = "people",
    /// The family's name, by one who holds a link to the table.
    Invitation = "invitation",
}

/// Proof that a look is written down.
#[derive(Clone, Debug)]
pub struct Disclosed {
    plan_id: PlanId,
    member_id: MemberId,
}

impl Disclosed {
    pub fn plan_id(&self) -> PlanId {
        self.plan_id
    }

    pub fn member_id(&self) -> MemberId {
        self.member_id
    }
}

/// Writes down that this member is about to look. Where that fails, there is nothing to show with.
pub async fn disclose(db: &Db, plan_id: PlanId, member_id: MemberId, look: Look, now: Millis) -> Result<Disclosed, StoreError> {
    store::add(db, plan_id, member_id, look, now).await?;
    Ok(Disclosed { plan_id, member_id })
}

/// A look as it was written down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Looked {
    pub member_id: MemberId,
    pub at: Millis,
    /// `None` for one that this version does not know.
    pub look: Option<Look>,
}

#[cfg(test)]
mod tests {
    use super::Look;

    #[test]
    fn a_look_is_read_back_as_it_was_written() {
        for look in Look::ALL {
            assert_eq!(Look::read(look.text()), Some(*look));
        }
        assert_eq!(Look::read("from the future"), None);
    }
}
