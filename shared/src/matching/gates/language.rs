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

#[cfg(test)]
mod tests {
    use super::language;
    use crate::matching::candidate::Spoken;
    use crate::matching::gates::fail;
    use crate::matching::testing::{plain_candidate, plain_offer};
    use crate::matching::verdict::{Gate, Missing, Question, Verdict};
    use crate::matching::words::{Language, Level};

    const LEVELS: [Level; 6] = [Level::A1, Level::A2, Level::B1, Level::B2, Level::C1, Level::C2];

    #[test]
    fn every_level_is_held_against_every_other() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        assert_eq!(language(&offer.with(&candidate)), Verdict::Ok(6));
        let language_of = Language::DANISH;
        for (at, asked) in LEVELS.into_iter().enumerate() {
            for (has, level) in LEVELS.into_iter().enumerate() {
                offer.placement.must_speak = vec![Spoken {
                    language: language_of,
                    level: asked,
                }];
                candidate.speaks[0].level = level;
                let missing = Missing::Speaks {
                    language: language_of,
                    level: Some(level),
                    asked,
                };
                let expected = match has.checked_sub(at) {
                    Some(spare) => Verdict::Ok(spare as u32),
                    None => fail(Gate::Language, missing),
                };
                assert_eq!(language(&offer.with(&candidate)), expected);
            }
        }
    }

    #[test]
    fn a_language_that_is_not_among_those_they_name_is_missing_and_no_language_at_all_is_a_question() {
        let (mut candidate, mut offer) = (plain_candidate(), plain_offer());
        let german = Language::new("de").unwrap();
        let asked = Level::A1;
        offer.placement.must_speak = vec![Spoken {
            language: german,
            level: asked,
        }];
        let missing = Missing::Speaks {
            language: german,
            level: None,
            asked,
        };
        assert_eq!(language(&offer.with(&candidate)), fail(Gate::Language, missing));
        candidate.speaks.clear();
        assert_eq!(language(&offer.with(&candidate)), Verdict::Unknown(Question::Speak(german)));
    }
}
