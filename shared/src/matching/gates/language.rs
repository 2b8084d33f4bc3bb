//! Whether they speak what the work must have spoken, well enough.
//!
//! Slack: levels, the fewest above what is asked; 6 where no language is. Source: the placement's `must_speak`
//! and what the person says they speak. Nothing said of any language is a question; a language that is not
//! among those they name is one they do not speak.

use super::{Pair, fail};
use crate::matching::verdict::{Gate, Missing, Question, Verdict};

/// As many as there are levels.
const NONE_ASKED: u32 = 6;

pub(super) fn language(pair: &Pair<'_>) -> Verdict {
    let speaks = &pair.candidate.speaks;
    let mut spare = NONE_ASKED;
    for must in &pair.opening.placement.must_speak {
        if speaks.is_empty() {
            return Verdict::Unknown(Question::Speak(must.language));
        }
        let spoken = speaks.iter().find(|spoken| spoken.language == must.language);
        match spoken.map(|spoken| spoken.level) {
            Some(level) if level >= must.level => spare = spare.min(level as u32 - must.level as u32),
            level => {
                return fail(
                    Gate::Language,
                    Missing::Speaks {
                        language: must.language,
                        level,
                        asked: must.level,
                    },
                );
            }
        }
    }
    Verdict::Ok(spare)
}
