//! The form of a profile, one for the candidate and for the consultant who helps.
//!
//! What was sent is kept as it was typed until all of it could be read, so that nothing is lost on the way: the form
//! is drawn from it, whether it comes from the store or back from a reader who slipped. What only the candidate may
//! say, and what only the municipality may, is decided by `Who`.

mod conflict;
mod erase;
pub mod fields;
mod form;
pub mod known;
mod needs;
mod read;
pub mod routes;
mod sent;
mod slips;
pub mod week_words;

pub use conflict::{Differs, both};
pub use form::{Filled, LANGUAGES, form};
pub use known::{Named, Unknown};
pub use read::{LEVELS, read};
pub use sent::Sent;
pub use slips::{Reading, Slip, Slips, title, trouble, unread};

use crate::pages::desk::reasons::{each, kind};
use crate::pages::reader::Reader;
use enumset::EnumSetType;
use sent::need;
use shared::matching::candidate::{Candidate, Terms};
use shared::matching::verdict::{Judged, Question};
use std::fmt::Debug;

/// Who fills it in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Who {
    /// The candidate. What the municipality has said of places stays as it is.
    Own,
    /// A consultant, who enters that too, and the week of those who do not paint it themselves.
    Consultant,
}

/// Where on the form a question is answered.
pub fn anchor(question: &Question) -> String {
    let part = match question {
        Question::Can(demands) => return demands.iter().next().map_or_else(|| "needs".to_owned(), need),
        Question::Lift(_) => "lifts",
        Question::Speak(_) => "languages",
        Question::HowLong(_) | Question::Early(_) => "travel",
        Question::Judge {
            what: Judged::Weeks(_), ..
        } => "terms",
        // Others answer these; the form begins at its beginning.
        Question::Staff
        | Question::Shifts
        | Question::End
        | Question::Holiday(_)
        | Question::Rule { .. }
        | Question::Judge { .. } => "words",
    };
    part.to_owned()
}

/// What the municipality has said of places for this person, in sentences. Never why.
pub fn terms_in_words(reader: &Reader, terms: &Terms, workplaces: &[Named]) -> Vec<String> {
    let kinds: Vec<String> = terms.kinds.iter().map(|one| kind(reader, one)).collect();
    let mut said = vec![if kinds.is_empty() {
        reader.say("terms-no-kinds")
    } else {
        reader.say_with("terms-kinds", &[("kinds", &kinds.join(", "))])
    }];
    if let Some(weeks) = terms.placement_weeks {
        said.push(reader.say_count("terms-placement-weeks", u32::from(weeks)));
    }
    if let Some(weeks) = terms.subsidy_weeks {
        said.push(reader.say_count("terms-subsidy-weeks", u32::from(weeks)));
    }
    let excluded: Vec<&str> = workplaces
        .iter()
        .filter(|named| terms.excluded.contains(&named.id))
        .map(|named| named.name.as_str())
        .collect();
    if !excluded.is_empty() {
        said.push(reader.say_with("terms-excluded", &[("places", &excluded.join(", "))]));
    }
    if terms.outside_ratio {
        said.push(reader.say("terms-outside-ratio"));
    }
    said
}

/// As the form writes one of a closed list: as Rust does.
pub fn code(one: impl Debug) -> String {
    format!("{one:?}")
}

/// The one of a closed list that is written so.
pub fn by_code<T: EnumSetType + Debug>(text: &str) -> Option<T> {
    enumset::EnumSet::<T>::all().iter().find(|one| code(one) == text)
}

/// Papers in words, for whoever compares two states of a profile.
fn papers(reader: &Reader, candidate: &Candidate) -> String {
    each(reader, "certificate", candidate.certificates)
}
