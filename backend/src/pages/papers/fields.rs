//! What stood in a form, as text: read field by field, and put back into the form where it was not taken.

use crate::error::Error;
use serde::Deserialize;
use shared::plan::Refusal;
use std::collections::BTreeMap;
use std::str::FromStr;

/// A paper may hold the same form many times, and the id of a field must be one of a kind. What stands before the
/// dot in its name tells the forms apart; it is dropped here.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(from = "BTreeMap<String, String>")]
pub struct Fields(BTreeMap<String, String>);

/// Why a form could not be read.
#[derive(Debug)]
pub enum Wrong {
    /// It can be put right by the one who filled it in.
    Refused(Refusal),
    /// It is none of ours.
    NotOurs,
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Wrong {
        Wrong::Refused(refusal)
    }
}

impl From<Wrong> for Error {
    fn from(_: Wrong) -> Error {
        Error::BadInput
    }
}

impl From<BTreeMap<String, String>> for Fields {
    fn from(fields: BTreeMap<String, String>) -> Fields {
        let without_form = |(name, value): (String, String)| {
            let name = name.rsplit_once('.').map_or(name.as_str(), |(_, name)| name).to_owned();
            (name, value)
        };
        Fields(fields.into_iter().map(without_form).collect())
    }
}

impl Fields {
    /// Empty where there is no such field.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    pub fn owned(&self, name: &str) -> String {
        self.text(name).to_owned()
    }

    pub fn is_checked(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// A day, a number or a time that may be left out.
    pub fn maybe<T: FromStr>(&self, name: &str) -> Result<Option<T>, Wrong> {
        match self.text(name).trim() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| Refusal::WrongDay.into()),
        }
    }

    /// The same, which must be there.
    pub fn must<T: FromStr>(&self, name: &str) -> Result<T, Wrong> {
        self.maybe(name)?.ok_or(Wrong::Refused(Refusal::WrongDay))
    }

    /// One of those that the form offered, by the name that it has there.
    pub fn chosen<T: FromStr>(&self, name: &str) -> Result<T, Wrong> {
        self.text(name).parse().map_err(|_| Wrong::NotOurs)
    }

    /// The same, where none may be chosen.
    pub fn maybe_chosen<T: FromStr>(&self, name: &str) -> Result<Option<T>, Wrong> {
        if self.text(name).is_empty() {
            Ok(None)
        } else {
            self.chosen(name).map(Some)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, Wrong};
    use shared::day::Day;
    use shared::plan::Refusal;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Fields::from(pairs.collect::<std::collections::BTreeMap<_, _>>())
    }

    #[test]
    fn a_field_is_found_whichever_form_it_stood_in() {
        let fields = fields(&[("agreement-7.words", "Vi ringer"), ("do", "agreement")]);
        assert_eq!((fields.text("words"), fields.text("do")), ("Vi ringer", "agreement"));
        assert_eq!(fields.text("nothing"), "");
    }

    #[test]
    fn a_day_that_is_none_is_told_and_a_choice_nobody_offered_is_not_ours() {
        let fields = fields(&[("by", "2027-02-29"), ("answers", "nonsense"), ("ends", " ")]);
        assert!(matches!(fields.maybe::<Day>("by"), Err(Wrong::Refused(Refusal::WrongDay))));
        assert!(matches!(fields.maybe::<Day>("ends"), Ok(None)));
        assert!(matches!(fields.must::<Day>("ends"), Err(Wrong::Refused(Refusal::WrongDay))));
        assert!(matches!(
            fields.chosen::<shared::ids::MemberId>("answers"),
            Err(Wrong::NotOurs)
        ));
    }
}
