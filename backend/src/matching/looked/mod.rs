//! Who has seen which list, made of what and by which rules: kept as if this were a high-risk system (AI act, annex III 4).
//!
//! `disclose` writes the row and gives a `Disclosed`, which cannot be made in another way. Whatever shows somebody
//! who looks for work hands it out together with one.

mod store;

pub use store::looks_at;

use crate::db::{Db, StoreError};
use shared::ids::{CandidateId, Millis, PersonId};
use uuid::Uuid;

macro_rules! views {
    ($($(#[$doc:meta])* $view:ident = $text:literal,)*) => {
        /// What was looked at.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum View {
            $($(#[$doc])* $view,)*
        }

        impl View {
            pub const ALL: &[View] = &[$(View::$view),*];

            /// As it is stored, and the end of its sentence's key.
            pub fn text(self) -> &'static str {
                match self {
                    $(View::$view => $text,)*
                }
            }

            /// `None` for a text that a newer version wrote.
            pub fn read(text: &str) -> Option<View> {
                match text {
                    $($text => Some(View::$view),)*
                    _ => None,
                }
            }
        }
    };
}

views! {
    /// Places for one candidate.
    Places = "places",
    /// People for one placement.
    People = "people",
    /// The list of everyone who looks for work.
    Everyone = "everyone",
    /// One candidate's own words and week.
    Candidate = "candidate",
    /// What comes after a yes.
    Courses = "courses",
    /// Everyone who looks for work, taken home as a file.
    File = "file",
    /// The same with what work may ask of them, which is treated as health data.
    FileWithNeeds = "file-needs",
    /// Those of a file that somebody has brought, beside what is stored.
    Brought = "brought",
}

/// A list as it is about to be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Showing {
    pub view: View,
    /// The candidate or the placement that it is for.
    pub subject_id: Option<Uuid>,
    /// A hash of everything it was made of.
    pub inputs: String,
    /// The version of the rules of law.
    pub rules: String,
    /// The ids of what is shown, in order.
    pub shown: Vec<Uuid>,
    /// The candidates among all that is shown.
    pub candidates: Vec<CandidateId>,
}

/// Proof that a look is written down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Disclosed {
    look_id: Uuid,
}

impl Disclosed {
    pub fn look_id(self) -> Uuid {
        self.look_id
    }
}

/// Writes down that this person is about to see this. Where that fails, there is nothing to show with.
pub async fn disclose(
    db: &Db,
    look_id: Uuid,
    person_id: PersonId,
    showing: &Showing,
    now: Millis,
) -> Result<Disclosed, StoreError> {
    store::add(db, look_id, person_id, showing, now).await?;
    Ok(Disclosed { look_id })
}

/// A look as it was written down.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Looked {
    pub person_id: PersonId,
    pub at: Millis,
    /// `None` for one that this version does not know.
    pub view: Option<View>,
    pub inputs: String,
    pub rules: String,
    pub shown: Vec<Uuid>,
}

#[cfg(test)]
mod tests {
    use super::View;

    #[test]
    fn a_view_is_read_back_as_it_was_written() {
        for view in View::ALL {
            assert_eq!(View::read(view.text()), Some(*view));
        }
        assert_eq!(View::read("from the future"), None);
    }
}
