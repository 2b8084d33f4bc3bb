//! Words that several people may write at once. The last one wins; the other is kept and shown.

use super::change::TextEdit;
use super::refusal::Refusal;
use crate::ids::MemberId;
use serde::{Deserialize, Serialize};

/// The longest title of a card or an agreement, in characters.
pub const WORDS_MAX: usize = 200;
/// The longest "when", in characters.
pub const WHEN_MAX: usize = 80;
/// The longest "why", in characters.
pub const WHY_MAX: usize = 500;

/// A text, who wrote it, and what someone else wrote at the same time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Text {
    pub words: String,
    pub by: MemberId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also: Option<Also>,
}

/// "X also wrote": the text that lost when two people wrote at once.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Also {
    pub words: String,
    pub by: MemberId,
}

impl Text {
    pub fn new(words: String, by: MemberId) -> Self {
        Text { words, by, also: None }
    }

    /// Puts `edit.to` in. Where the words are no longer those that the writer saw, they are kept as `also`.
    ///
    /// Writing what already stands there changes nothing: two who agree have no conflict.
    pub(super) fn edit(&mut self, edit: &TextEdit, by: MemberId) {
        if self.words == edit.to {
            // Taking the other's words, or saying the same: what also stood there has been read and answered.
            if edit.from == edit.to {
                self.also = None;
            }
            return;
        }
        // Also where both are the same person's, written on two devices.
        let unseen = self.words != edit.from && !self.words.is_empty();
        let lost = unseen.then(|| Also {
            words: std::mem::take(&mut self.words),
            by: self.by,
        });
        *self = Text {
            words: edit.to.clone(),
            by,
            also: lost,
        };
    }
}

/// Trims, and drops the characters that no one types and no database likes.
///
/// Errors: `Refusal::TooLong` beyond `max` characters.
pub(super) fn clean(text: &str, max: usize) -> Result<String, Refusal> {
    let text: String = text.trim().chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    if text.chars().count() > max {
        Err(Refusal::TooLong { most: max as u32 })
    } else {
        Ok(text)
    }
}

/// As `clean`, and there must be something left.
pub(super) fn clean_words(text: &str) -> Result<String, Refusal> {
    let text = clean(text, WORDS_MAX)?;
    if text.is_empty() { Err(Refusal::NoWords) } else { Ok(text) }
}
