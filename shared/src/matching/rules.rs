//! Rules of law, from a dated file and never from code.
//!
//! The first file is `shared/data/placement_rules_dk.json`; a municipality loads a newer one. Each rule says where it
//! was read, from which day to which it holds, and how sure its source is. What a gate says by such a rule is a
//! pre-check, and the municipality decides.

mod compare;
mod later;

pub use compare::{Change, Difference, Differences, FieldChange};

use super::week::Quarters;
use crate::day::Day;
use later::Later;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value as Json};
use std::fmt;

const SHIPPED: &str = include_str!("../../data/placement_rules_dk.json");

/// A whole file of rules. The same id may stand in it more than once, with days of validity that do not overlap.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Rules {
    /// The day on which somebody last held the file against the law: the file's version.
    pub checked: Option<Day>,
    /// What the file says of itself.
    pub about: Option<Text>,
    /// School holidays, which each municipality sets for itself. In order.
    pub school_free: Vec<Days>,
    /// In the order of ids, the older first.
    rules: Vec<Rule>,
    /// The file that counts from a later day on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    later: Option<Box<Later>>,
}

/// Whole days, both included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Days {
    pub from: Day,
    pub to: Day,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Rule {
    /// Such as `vp.hours_max`.
    pub id: String,
    pub topic: Text,
    pub text: Text,
    /// The number that gates use; `None`: the rule is words alone.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value: Option<Figure>,
    /// The paragraph, act or guidance, in Danish as the law is.
    pub legal_ref: String,
    /// The first day on which it holds.
    pub valid_from: Day,
    /// The last day on which it holds; `None`: not known to end.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub valid_to: Option<Day>,
    /// Where it was read, in Danish as most of it is.
    pub source: String,
    pub confidence: Confidence,
    /// What else the reader should know of how it was read.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub remark: Option<Text>,
    /// Why it may soon be another.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub may_change: Option<Text>,
}

/// The same in plain words of both languages of the desk.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub da: String,
    pub en: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub number: u32,
    pub unit: Unit,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Years,
    Months,
    Weeks,
    Days,
    Hours,
    Minutes,
    /// A time of the day in whole hours.
    OClock,
    Kilograms,
    People,
    Times,
    Percent,
    Kroner,
}

/// How sure the source is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// From memory, or inferred.
    Low,
    /// An older page, a secondary one, or only part of the text.
    Medium,
    /// The text of the statute, or the authority's own page.
    High,
}

/// What a rule is worth on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Standing {
    /// In force, and read in a sure source.
    Verified,
    /// In force, but somebody should look it up.
    Unverified,
    NotYet,
    Expired,
}

/// What a check cites, so that a reader can look it up.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Citation {
    /// The id. What the rule says is read in the file: some say whom they are for by their benefit, and no list of places
    /// or people names one.
    pub rule: String,
    pub legal_ref: String,
    pub source: String,
    pub valid_from: Day,
    pub valid_to: Option<Day>,
    /// On the day for which it was asked.
    pub standing: Standing,
}

impl Rule {
    pub fn cited(&self, day: Day) -> Citation {
        Citation {
            rule: self.id.clone(),
            legal_ref: self.legal_ref.clone(),
            source: self.source.clone(),
            valid_from: self.valid_from,
            valid_to: self.valid_to,
            standing: self.standing(day),
        }
    }

    pub fn standing(&self, day: Day) -> Standing {
        if day < self.valid_from {
            Standing::NotYet
        } else if self.valid_to.is_some_and(|last| day > last) {
            Standing::Expired
        } else if self.confidence == Confidence::High {
            Standing::Verified
        } else {
            Standing::Unverified
        }
    }

    pub fn is_in_force(&self, day: Day) -> bool {
        matches!(self.standing(day), Standing::Verified | Standing::Unverified)
    }
}

impl Figure {
    /// As a stretch of time, or as the time since midnight; `None` where that is no whole number of quarter hours, which
    /// could only be rounded the wrong way.
    pub fn quarters(self) -> Option<Quarters> {
        let quarters = match self.unit {
            Unit::Hours | Unit::OClock => self.number.checked_mul(4)?,
            Unit::Minutes if self.number.is_multiple_of(15) => self.number / 15,
            _ => return None,
        };
        u16::try_from(quarters).ok().map(Quarters)
    }
}

impl Rules {
    /// The file that comes with the program. A test proves that it can be read.
    pub fn shipped() -> Rules {
        Rules::read(SHIPPED).unwrap_or_default()
    }

    /// The rule in force on `day`, by the file that counts on it.
    pub fn on(&self, id: &str, day: Day) -> Option<&Rule> {
        let versions = self.of(day).versions(id);
        versions.iter().find(|rule| rule.is_in_force(day))
    }

    /// The rule as it stands on `day`: where none is in force, the one that ran out last, else the first to come.
    pub fn cite(&self, id: &str, day: Day) -> Option<Box<Citation>> {
        let versions = self.of(day).versions(id);
        let begun = versions.partition_point(|rule| rule.valid_from <= day);
        let rule = versions.get(begun.saturating_sub(1))?;
        Some(Box::new(rule.cited(day)))
    }

    /// The number of the rule in force on `day`.
    pub fn number(&self, id: &str, day: Day) -> Option<u32> {
        Some(self.on(id, day)?.value?.number)
    }

    /// The same as a time, where its unit is one.
    pub fn quarters(&self, id: &str, day: Day) -> Option<Quarters> {
        self.on(id, day)?.value?.quarters()
    }

    /// All that this rule of this file was, is and will be, the oldest first.
    pub fn versions(&self, id: &str) -> &[Rule] {
        let start = self.rules.partition_point(|rule| rule.id.as_str() < id);
        let from = self.rules.get(start..).unwrap_or_default();
        let count = from.iter().take_while(|rule| rule.id == id).count();
        from.get(..count).unwrap_or_default()
    }

    /// All rules of this file, in the order of ids.
    pub fn all(&self) -> &[Rule] {
        &self.rules
    }

    /// Whether no school day lies from `first` to `last`: every one of the days that is not Saturday or Sunday is in the
    /// school holidays. `None` where all of them lie before the first holiday that the file names, or after the last: it
    /// says nothing of those years.
    pub fn is_school_free(&self, first: Day, last: Day) -> Option<bool> {
        let school_free = &self.of(first).school_free;
        let begin = school_free.first()?.from;
        let end = school_free.iter().map(|days| days.to).max()?;
        if last < begin || end < first {
            return None;
        }
        let mut day = first;
        while day <= last {
            if day.weekday() < 5 {
                let Some(holiday) = school_free.iter().find(|days| (days.from..=days.to).contains(&day)) else {
                    return Some(false);
                };
                day = holiday.to;
            }
            let next = day.plus(1);
            if next == day {
                break;
            }
            day = next;
        }
        Some(true)
    }
}

/// A file that cannot be used, and where.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BadRules {
    /// The id, or the rule's place in the list where it has none; `None`: the file as a whole.
    pub rule: Option<String>,
    pub field: String,
    pub fault: Fault,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Fault {
    /// Not JSON, or not an object.
    NotJson,
    Missing,
    /// There, but not of the right kind.
    WrongKind,
    /// A field that nobody knows: a spelling mistake would otherwise go unseen.
    NotKnown,
    /// The last day lies before the first.
    EndsBeforeItBegins,
    /// The rule is in the file twice for the same day.
    Overlaps,
}

impl fmt::Display for BadRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rule = self.rule.as_deref().unwrap_or("file");
        write!(f, "{rule}: {}: {:?}", self.field, self.fault)
    }
}

impl std::error::Error for BadRules {}

const FILE: [&str; 4] = ["checked", "about", "school_free", "rules"];
const RULE: [&str; 11] = [
    "id",
    "topic",
    "text",
    "value",
    "legal_ref",
    "valid_from",
    "valid_to",
    "source",
    "confidence",
    "remark",
    "may_change",
];

/// An object of the file, and which rule it is.
struct Fields<'a> {
    rule: Option<String>,
    map: &'a Map<String, Json>,
}

impl<'a> Fields<'a> {
    fn new(rule: Option<String>, json: &'a Json, known: &[&str]) -> Result<Self, BadRules> {
        let fields = match json.as_object() {
            Some(map) => Fields { rule, map },
            None => {
                return Err(BadRules {
                    rule,
                    field: String::new(),
                    fault: Fault::NotJson,
                });
            }
        };
        match fields.map.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(fields.bad(key, Fault::NotKnown)),
            None => Ok(fields),
        }
    }

    fn bad(&self, field: &str, fault: Fault) -> BadRules {
        BadRules {
            rule: self.rule.clone(),
            field: field.to_owned(),
            fault,
        }
    }

    fn may<T: DeserializeOwned>(&self, field: &str) -> Result<Option<T>, BadRules> {
        let Some(json) = self.map.get(field).filter(|json| !json.is_null()) else {
            return Ok(None);
        };
        T::deserialize(json).map(Some).map_err(|_| self.bad(field, Fault::WrongKind))
    }

    fn must<T: DeserializeOwned>(&self, field: &str) -> Result<T, BadRules> {
        self.may(field)?.ok_or_else(|| self.bad(field, Fault::Missing))
    }
}

impl Rules {
    pub fn read(json: &str) -> Result<Rules, BadRules> {
        let file: Json = serde_json::from_str(json).map_err(|_| BadRules {
            rule: None,
            field: String::new(),
            fault: Fault::NotJson,
        })?;
        let file = Fields::new(None, &file, &FILE)?;
        let mut school_free: Vec<Days> = file.may("school_free")?.unwrap_or_default();
        school_free.sort_unstable();
        if school_free.iter().any(|days| days.to < days.from) {
            return Err(file.bad("school_free", Fault::EndsBeforeItBegins));
        }
        let mut rules = file
            .must::<Vec<Json>>("rules")?
            .iter()
            .enumerate()
            .map(|(place, json)| read_rule(place, json))
            .collect::<Result<Vec<Rule>, BadRules>>()?;
        rules.sort_by(|a, b| (&a.id, a.valid_from).cmp(&(&b.id, b.valid_from)));
        let overlap = rules
            .windows(2)
            .find(|two| two[0].id == two[1].id && two[0].valid_to.is_none_or(|last| last >= two[1].valid_from));
        if let Some(two) = overlap {
            return Err(BadRules {
                rule: Some(two[1].id.clone()),
                field: "valid_from".to_owned(),
                fault: Fault::Overlaps,
            });
        }
        Ok(Rules {
            checked: Some(file.must("checked")?),
            about: file.may("about")?,
            school_free,
            rules,
            later: None,
        })
    }
}

fn read_rule(place: usize, json: &Json) -> Result<Rule, BadRules> {
    let id = json
        .get("id")
        .and_then(Json::as_str)
        .map_or_else(|| format!("#{}", place + 1), str::to_owned);
    let fields = Fields::new(Some(id), json, &RULE)?;
    let rule = Rule {
        id: fields.must("id")?,
        topic: fields.must("topic")?,
        text: fields.must("text")?,
        value: fields.may("value")?,
        legal_ref: fields.must("legal_ref")?,
        valid_from: fields.must("valid_from")?,
        valid_to: fields.may("valid_to")?,
        source: fields.must("source")?,
        confidence: fields.must("confidence")?,
        remark: fields.may("remark")?,
        may_change: fields.may("may_change")?,
    };
    match rule.valid_to {
        Some(last) if last < rule.valid_from => Err(fields.bad("valid_to", Fault::EndsBeforeItBegins)),
        _ => Ok(rule),
    }
}

#[cfg(test)]
mod tests;
