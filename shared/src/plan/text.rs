//! Words that several people may write at once. The last one wins; the other is kept and shown.

use super::change::TextEdit;
use super::hand::Hand;
use super::refusal::Refusal;
use crate::ids::MemberId;
use serde::{Deserialize, Serialize};

/// The longest title of a card or an agreement, in characters.
pub const WORDS_MAX: usize = 200;
/// The longest "when", in characters.
pub const WHEN_MAX: usize = 80;
/// The longest "why", in characters.
pub const WHY_MAX: usize = 500;
/// The longest other text, in characters.
pub const NOTE_MAX: usize = 500;
/// The longest name of a person, a place, a pictogram or a language, in characters.
pub const NAME_MAX: usize = 80;

/// A text, who wrote it, and what someone else wrote at the same time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Text {
    pub words: String,
    /// Whose words they are.
    pub by: MemberId,
    /// Who wrote them down, where the family had handed them the pen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_by: Option<MemberId>,
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
    /// A member's own words, by their own hand.
    pub fn by(words: String, by: MemberId) -> Self {
        Text {
            words,
            by,
            written_by: None,
            also: None,
        }
    }

    pub(super) fn new(words: String, hand: Hand) -> Self {
        Text {
            written_by: hand.wrote,
            ..Text::by(words, hand.said)
        }
    }

    /// Puts `edit.to` in. Where the words are no longer those that the writer saw, they are kept as `also`.
    ///
    /// Writing what already stands there changes nothing: two who agree have no conflict.
    pub(super) fn edit(&mut self, edit: &TextEdit, hand: Hand) {
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
            also: lost,
            ..Text::new(edit.to.clone(), hand)
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
