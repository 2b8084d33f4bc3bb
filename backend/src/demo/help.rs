//! What a family's file says of a help: what is known of it, and the wish to end it.

use super::DemoError;
use super::family::Builder;
use super::moment;
use serde::Deserialize;
use shared::ids::DecisionId;
use shared::plan::{Answered, EndWish, Help, Often, Rated, Rating, WishAnswer};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpFile {
    #[serde(default)]
    provider: String,
    since: Option<String>,
    /// So many times in so many weeks; in one, unless said otherwise.
    times: Option<u8>,
    weeks: Option<u8>,
    ends: Option<String>,
    #[serde(default)]
    enough_when: String,
    #[serde(default)]
    rated: Vec<RatedFile>,
    wish: Option<WishFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RatedFile {
    by: String,
    rating: Rating,
}

/// The wish to end a help.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WishFile {
    asked: String,
    answers: String,
    by: String,
    answer: Option<AnswerFile>,
}

/// What became of it: it ends on a day, was decided elsewhere, or stays and there is someone to talk to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerFile {
    by: String,
    at: String,
    #[serde(default)]
    words: String,
    ends: Option<String>,
    decision: Option<String>,
    talk_to: Option<String>,
}

impl Builder<'_> {
    pub(super) fn help(&self, file: &HelpFile) -> Result<Help, DemoError> {
        let often = file.times.map(|times| Often {
            times,
            weeks: file.weeks.unwrap_or(1),
        });
        let mut rated = Vec::new();
        for each in &file.rated {
            let by = self.member(&each.by)?;
            rated.push(Rated { by, rating: each.rating });
        }
        rated.sort_unstable_by_key(|rated| rated.by);
        Ok(Help {
            provider: file.provider.clone(),
            since: self.maybe_day(&file.since)?,
            often,
            ends: self.maybe_day(&file.ends)?,
            enough_when: file.enough_when.clone(),
            rated,
            wish: file.wish.as_ref().map(|wish| self.wish(wish)).transpose()?,
        })
    }

    fn wish(&self, wish: &WishFile) -> Result<EndWish, DemoError> {
        Ok(EndWish {
            asked_at: moment::instant(&wish.asked, self.today)?,
            answers: Some(self.member(&wish.answers)?),
            by: moment::day(&wish.by, self.today)?,
            answer: wish.answer.as_ref().map(|answer| self.answer(answer)).transpose()?,
        })
    }

    fn answer(&self, answer: &AnswerFile) -> Result<WishAnswer, DemoError> {
        let ends = self.maybe_day(&answer.ends)?;
        let decision_id: Option<DecisionId> = answer.decision.as_deref().map(|key| self.decision(key)).transpose()?;
        let how = match (decision_id, self.maybe_member(&answer.talk_to)?, ends) {
            (Some(decision_id), None, ends) => Answered::Decided { decision_id, ends },
            (None, Some(talk_to), None) => Answered::Stays { talk_to },
            (None, None, Some(on)) => Answered::Ends(on),
            _ => return Err(self.wrong("an answer says one thing: that it ends, was decided, or whom to talk to")),
        };
        Ok(WishAnswer {
            by: self.member(&answer.by)?,
            at: moment::instant(&answer.at, self.today)?,
            words: answer.words.clone(),
            how,
        })
    }
}
