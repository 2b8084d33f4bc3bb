//! Closed lists as words: written as the reader's language says them, read in either language or by their name in the code.

use super::Why;
use super::cell::Cell;
use crate::words::{Lang, Value, Words};
use enumset::EnumSet;
use shared::matching::candidate::{AgeBand, Status};
use shared::matching::place::Mode;
use shared::matching::words::{Certificate, Demand, Kind};
use std::fmt::Debug;

/// One of a closed list.
pub trait Choice: Copy + Debug + 'static {
    /// The message that names them all.
    const KEY: &'static str;
    fn all() -> Vec<Self>;

    fn word(self, lang: Lang) -> String {
        Words::say(lang, Self::KEY, &[("case", Value::from(format!("{self:?}")))])
    }

    fn find(text: &str) -> Result<Self, Why> {
        let text = text.trim();
        let sought = text.to_lowercase();
        let is_it = |one: &Self| {
            format!("{one:?}").to_lowercase() == sought
                || Lang::ALL.into_iter().any(|lang| one.word(lang).to_lowercase() == sought)
        };
        Self::all()
            .into_iter()
            .find(is_it)
            .ok_or_else(|| Why::Choice(text.to_owned()))
    }
}

macro_rules! choices {
    ($($of:ty, $key:literal, $all:expr;)*) => {$(
        impl Choice for $of {
            const KEY: &'static str = $key;

            fn all() -> Vec<Self> {
                $all
            }
        }

        impl Cell for $of {
            const FORM: &'static str = $key;

            fn write(&self, lang: Lang) -> String {
                self.word(lang)
            }

            fn read(text: &str) -> Result<Self, Why> {
                <$of as Choice>::find(text)
            }

            fn words(lang: Lang) -> Vec<String> {
                Self::all().into_iter().map(|one| one.word(lang)).collect()
            }
        }
    )*};
}

choices! {
    Kind, "kind", EnumSet::all().iter().collect();
    Mode, "means", EnumSet::all().iter().collect();
    Demand, "demand", EnumSet::all().iter().collect();
    Certificate, "certificate", EnumSet::all().iter().collect();
    AgeBand, "exchange-age", vec![AgeBand::From13, AgeBand::From15AtSchool, AgeBand::From15, AgeBand::Adult];
    Status, "exchange-status", vec![Status::Looking, Status::Underway, Status::Pause];
}

impl<T: Choice + Cell + enumset::EnumSetType> Cell for EnumSet<T> {
    const FORM: &'static str = T::FORM;

    fn write(&self, lang: Lang) -> String {
        let words: Vec<String> = self.iter().map(|one| one.word(lang)).collect();
        words.join("; ")
    }

    fn read(text: &str) -> Result<Self, Why> {
        text.split(';').filter(|word| !word.trim().is_empty()).map(T::find).collect()
    }

    fn words(lang: Lang) -> Vec<String> {
        T::words(lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_told_apart<T: Choice + PartialEq>() {
        for lang in Lang::ALL {
            for one in T::all() {
                let word = one.word(lang);
                assert!(!word.contains(';') && word != T::KEY, "{word}");
                assert!(T::find(&word.to_uppercase()) == Ok(one), "{one:?} is {word}");
                assert!(T::find(&format!("{one:?}")) == Ok(one));
            }
        }
        assert!(T::find("nonsense") == Err(Why::Choice("nonsense".into())));
    }

    #[test]
    fn every_word_of_a_closed_list_means_one_thing() {
        are_told_apart::<Kind>();
        are_told_apart::<Mode>();
        are_told_apart::<Demand>();
        are_told_apart::<Certificate>();
        are_told_apart::<AgeBand>();
        are_told_apart::<Status>();
    }
}
