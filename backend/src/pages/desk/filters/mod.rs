//! Filters beside the search: what a list is narrowed to stands in the page's address, and on the page in words.
//!
//! Never by health, never by anything of a plan or a benefit: of a person by what they want, where and when.

mod bar;
pub mod people;
pub mod places;

pub use bar::{Bar, address_of, chips};

use super::reasons::{kind, language, occupation};
use crate::pages::address;
use crate::pages::profile::{LANGUAGES, by_code, code};
use crate::pages::reader::Reader;
use enumset::EnumSet;
use shared::matching::occupations::occupations;
use shared::matching::place::{Site, communities, site};
use shared::matching::week::{Quarters, Unread, Weeks};
use shared::matching::words::{Isco, Kind, Language};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// The longest text that is looked for.
const LONGEST: usize = 300;

/// What was asked for and understood, each under its name, as it stands in the address.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Given {
    fields: Vec<(&'static str, String)>,
    /// Hours that were typed and mean nothing: shown again with the reason, and otherwise left out.
    unread: Option<(&'static str, String, Unread)>,
}

impl Given {
    fn read<T>(&mut self, query: &BTreeMap<String, String>, name: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = query.get(name).map(|text| text.trim()).unwrap_or_default();
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let value = read(text)?;
        self.fields.push((name, text.to_owned()));
        Some(value)
    }

    fn read_weeks(&mut self, query: &BTreeMap<String, String>, name: &'static str) -> Option<Weeks> {
        let read = self.read(query, name, |text| Some(Weeks::read(text)))?;
        match read {
            Ok(weeks) => Some(weeks),
            Err(why) => {
                let (_, text) = self.fields.pop()?;
                self.unread = Some((name, text, why));
                None
            }
        }
    }

    /// What was asked for under this name; nothing, where nothing was.
    pub fn get(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(other, _)| *other == name);
        found.map_or("", |(_, text)| text)
    }

    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// As it stands after the question mark.
    pub fn query(&self) -> String {
        self.without("")
    }

    /// The same with the revision since when something is new, for the addresses that lead on from the list.
    pub fn kept(&self, since: Option<i64>) -> String {
        let since = since.map(|since| since.to_string()).unwrap_or_default();
        let fields = self.fields.iter().map(|(field, text)| (*field, text.as_str()));
        address::query(fields.chain([("since", since.as_str())]))
    }

    /// The same without one of them. How far around goes with the place.
    fn without(&self, name: &str) -> String {
        let stays = |field: &str| field != name && !(name == NEAR && field == KM);
        let fields = self.fields.iter().filter(|(field, _)| stays(field));
        address::query(fields.map(|(field, text)| (*field, text.as_str())))
    }

    /// Those beside the words, for the form of the search.
    pub fn beside_words(&self) -> impl Iterator<Item = (&str, &str)> {
        let fields = self.fields.iter().filter(|(name, _)| *name != WORDS);
        fields.map(|(name, text)| (*name, text.as_str()))
    }
}

/// One thing to narrow a list by.
#[derive(Clone, Debug)]
pub struct Filter {
    /// As the address names it.
    name: &'static str,
    label: String,
    how: How,
    /// What the chip says; `None`: nothing is chosen, or it is said with another one.
    said: Option<String>,
}

#[derive(Clone, Debug)]
enum How {
    /// One of these; each with what it is called.
    Choice(Vec<(String, String)>),
    Tick,
    /// Typed, like this.
    Typed(String),
}

impl Filter {
    fn choice(given: &Given, name: &'static str, label: String, choices: Vec<(String, String)>) -> Filter {
        let chosen = choices.iter().find(|(value, _)| value == given.get(name));
        let said = chosen.map(|(_, called)| format!("{label}: {called}"));
        let how = How::Choice(choices);
        Filter { name, label, how, said }
    }

    fn tick(given: &Given, name: &'static str, label: String) -> Filter {
        let said = (!given.get(name).is_empty()).then(|| label.clone());
        Filter {
            name,
            label,
            how: How::Tick,
            said,
        }
    }

    fn typed(given: &Given, name: &'static str, label: String, like: String) -> Filter {
        let text = given.get(name);
        let said = (!text.is_empty()).then(|| format!("{label}: {text}"));
        let how = How::Typed(like);
        Filter { name, label, how, said }
    }
}

const WORDS: &str = "q";
const NEAR: &str = "near";
const KM: &str = "km";
const TICKED: &str = "yes";

/// In a community, or within so many kilometres of it.
#[derive(Clone, Debug)]
struct Near {
    site: &'static Site,
    metres: Option<u32>,
}

impl Near {
    const KILOMETRES: [u32; 3] = [5, 10, 20];

    fn read(given: &mut Given, query: &BTreeMap<String, String>) -> Option<Near> {
        let site = given.read(query, NEAR, site)?;
        let known = |km: &u32| Self::KILOMETRES.contains(km);
        let km = given.read(query, KM, |text| text.parse().ok().filter(known));
        Some(Near {
            site,
            metres: km.map(|km| km * 1_000),
        })
    }

    fn holds(&self, other: &Site) -> bool {
        match self.metres {
            None => self.site.community == other.community,
            Some(metres) => self.site.point.metres_to(other.point) <= metres,
        }
    }

    /// Where, and how far around: two fields and one chip.
    fn filters(reader: &Reader, given: &Given, label: String) -> [Filter; 2] {
        let around = |km: &str| reader.say_with("filter-around", &[("km", km)]);
        let sites = communities()
            .iter()
            .map(|site| (site.community.clone(), site.community.clone()));
        let mut near = Filter::choice(given, NEAR, label, sites.collect());
        let km = given.get(KM);
        if let (Some(said), false) = (&mut near.said, km.is_empty()) {
            *said = format!("{said}, {}", around(km));
        }
        let kilometres = Self::KILOMETRES.map(|km| (km.to_string(), around(&km.to_string())));
        let mut km = Filter::choice(given, KM, reader.say("filter-km"), kilometres.to_vec());
        km.said = None;
        [near, km]
    }
}

/// Bands of hours a week.
#[derive(Clone, Copy, Debug)]
struct Band(&'static str, u16, u16);

const BANDS: [Band; 3] = [Band("1-10", 1, 10), Band("11-20", 11, 20), Band("21-37", 21, 37)];

impl Band {
    fn read(text: &str) -> Option<RangeInclusive<u16>> {
        let band = BANDS.into_iter().find(|band| band.0 == text)?;
        // Half an hour more than ten is more than ten; what is over 37 is over 20 too.
        let most = if band.2 == 37 { u16::MAX } else { band.2 * 4 };
        Some((band.1 - 1) * 4 + 1..=most)
    }

    fn choices(reader: &Reader) -> Vec<(String, String)> {
        let said = BANDS.map(|Band(code, from, to)| {
            let (from, to) = (from.to_string(), to.to_string());
            let said = reader.say_with("filter-hours-from-to", &[("from", &from), ("to", &to)]);
            (code.to_owned(), said)
        });
        said.to_vec()
    }
}

fn in_band(band: &Option<RangeInclusive<u16>>, hours: Quarters) -> bool {
    band.as_ref().is_none_or(|band| band.contains(&hours.0))
}

fn ticked(text: &str) -> Option<()> {
    (text == TICKED).then_some(())
}

fn kind_of(text: &str) -> Option<Kind> {
    by_code(text)
}

fn kinds(reader: &Reader) -> Vec<(String, String)> {
    let all = EnumSet::<Kind>::all();
    all.iter().map(|one| (code(one), kind(reader, one))).collect()
}

fn work_of(text: &str) -> Option<Isco> {
    let isco = Isco(text.parse().ok()?);
    occupations().iter().any(|known| known.isco == isco).then_some(isco)
}

/// Every occupation of the list, by its name.
fn works(reader: &Reader) -> Vec<(String, String)> {
    let codes: BTreeSet<Isco> = occupations().iter().map(|known| known.isco).collect();
    let mut all: Vec<(String, String)> = codes
        .into_iter()
        .map(|isco| (isco.0.to_string(), occupation(reader, isco)))
        .collect();
    all.sort_by_key(|(_, name)| name.to_lowercase());
    all
}

fn language_of(text: &str) -> Option<Language> {
    Language::new(text).ok()
}

fn languages(reader: &Reader) -> Vec<(String, String)> {
    let known = LANGUAGES.iter().filter_map(|code| Some((*code, Language::new(code).ok()?)));
    known.map(|(code, one)| (code.to_owned(), language(reader, one))).collect()
}
