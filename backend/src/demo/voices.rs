//! What a family's file says in several voices: how it goes, what is strong, what was decided, who may see what.

use super::family::{Builder, LANGUAGE, TEXTS};
use super::{DemoError, id, moment};
use serde::Deserialize;
use shared::ids::{ConsentId, DecisionId, MemberId, RemarkId, StrengthId};
use shared::plan::{
    Consent, ConsentText, CoreTask, Decision, Face, Grantee, Movement, Promises, Pulse, Reading, Record, Remark, Says, Scope,
    Strength, StrengthKind, Text,
};
use std::sync::Arc;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VoicesFile {
    strength: Vec<StrengthFile>,
    movement: Vec<MovementFile>,
    pulse: Vec<PulseFile>,
    decision: Vec<DecisionFile>,
    consent: Vec<ConsentFile>,
    remark: Vec<RemarkFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StrengthFile {
    is: StrengthKind,
    /// Whose it is; the whole family's unless said.
    of: Option<String>,
    /// Who wrote it; the first at the table unless said otherwise.
    by: Option<String>,
    words: String,
    at: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MovementFile {
    by: String,
    reading: Vec<ReadingFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadingFile {
    on: String,
    task: CoreTask,
    face: Face,
    #[serde(default)]
    words: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PulseFile {
    by: String,
    at: String,
    face: Face,
    #[serde(default)]
    words: String,
    #[serde(default)]
    needs_help: bool,
    promises: Option<Promises>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DecisionFile {
    key: String,
    card: Option<String>,
    words: String,
    decided_on: String,
    reference: String,
    complain: String,
    complain_by: Option<String>,
    by: String,
    at: String,
}

/// Someone in the family opens one card to one other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentFile {
    by: String,
    to: String,
    card: String,
    until: String,
    at: String,
    #[serde(default)]
    read_aloud: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RemarkFile {
    card: String,
    by: String,
    says: Says,
    #[serde(default)]
    words: String,
    at: String,
}

impl Builder<'_> {
    /// `first` has said what nobody else is said to have.
    pub(super) fn voices(&self, first: MemberId) -> Result<Vec<Record>, DemoError> {
        let voices = &self.file.voices;
        let mut records = Vec::new();
        for (index, strength) in voices.strength.iter().enumerate() {
            records.push(self.strength(strength, index, first)?);
        }
        for movement in &voices.movement {
            records.push(self.movement(movement)?);
        }
        for pulse in &voices.pulse {
            records.push(self.pulse(pulse)?);
        }
        for decision in &voices.decision {
            records.push(self.decision_record(decision)?);
        }
        for (index, consent) in voices.consent.iter().enumerate() {
            records.push(self.consent(consent, index)?);
        }
        for (index, remark) in voices.remark.iter().enumerate() {
            records.push(self.remark(remark, index)?);
        }
        Ok(records)
    }

    fn strength(&self, strength: &StrengthFile, index: usize, first: MemberId) -> Result<Record, DemoError> {
        let by = self.maybe_member(&strength.by)?.unwrap_or(first);
        Ok(Record::Strength(Arc::new(Strength {
            strength_id: StrengthId(id(&[&self.file.key, "strength", &index.to_string()], index)),
            is: strength.is,
            of: self.maybe_member(&strength.of)?,
            words: Text::by(strength.words.clone(), by),
            at: moment::instant(&strength.at, self.today)?,
        })))
    }

    fn movement(&self, movement: &MovementFile) -> Result<Record, DemoError> {
        let mut readings = Vec::new();
        for reading in &movement.reading {
            readings.push(Reading {
                task: reading.task,
                face: reading.face,
                words: reading.words.clone(),
                on: moment::day(&reading.on, self.today)?,
            });
        }
        let member_id = self.member(&movement.by)?;
        Ok(Record::Movement(Arc::new(Movement { member_id, readings })))
    }

    fn pulse(&self, pulse: &PulseFile) -> Result<Record, DemoError> {
        Ok(Record::Pulse(Arc::new(Pulse {
            member_id: self.member(&pulse.by)?,
            face: pulse.face,
            words: pulse.words.clone(),
            needs_help: pulse.needs_help,
            promises: pulse.promises,
            at: moment::instant(&pulse.at, self.today)?,
        })))
    }

    fn decision_record(&self, decision: &DecisionFile) -> Result<Record, DemoError> {
        Ok(Record::Decision(Arc::new(Decision {
            decision_id: self.decision(&decision.key)?,
            card_id: self.maybe_card(&decision.card)?,
            words: decision.words.clone(),
            decided_on: moment::day(&decision.decided_on, self.today)?,
            reference: decision.reference.clone(),
            complain: decision.complain.clone(),
            complain_by: self.maybe_day(&decision.complain_by)?,
            by: self.member(&decision.by)?,
            at: moment::instant(&decision.at, self.today)?,
        })))
    }

    fn consent(&self, consent: &ConsentFile, index: usize) -> Result<Record, DemoError> {
        Ok(Record::Consent(Arc::new(Consent {
            consent_id: ConsentId(id(&[&self.file.key, "consent", &index.to_string()], index)),
            by: self.member(&consent.by)?,
            to: Grantee::Member(self.member(&consent.to)?),
            what: Scope::Card(self.card(&consent.card)?),
            until: moment::day(&consent.until, self.today)?,
            said_yes_to: ConsentText {
                version: TEXTS,
                language: LANGUAGE.into(),
                read_aloud: consent.read_aloud,
            },
            at: moment::instant(&consent.at, self.today)?,
        })))
    }

    fn remark(&self, remark: &RemarkFile, index: usize) -> Result<Record, DemoError> {
        Ok(Record::Remark(Arc::new(Remark {
            remark_id: RemarkId(id(&[&self.file.key, "remark", &index.to_string()], index)),
            card_id: self.card(&remark.card)?,
            says: remark.says,
            words: remark.words.clone(),
            by: self.member(&remark.by)?,
            at: moment::instant(&remark.at, self.today)?,
        })))
    }

    pub(super) fn decision(&self, key: &str) -> Result<DecisionId, DemoError> {
        if !self.file.voices.decision.iter().any(|decision| decision.key == key) {
            return Err(self.wrong(&format!("there is no decision {key}")));
        }
        Ok(DecisionId(id(&[&self.file.key, "decision", key], 0)))
    }
}
