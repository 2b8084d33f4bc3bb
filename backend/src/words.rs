//! Everything the service says to a person, in their language: the board's own Fluent files, and ours beside them.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue as Value;

/// A language that the service can speak. Danish where a reader asks for none of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    #[default]
    Da,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Da, Lang::En];

    pub fn tag(self) -> &'static str {
        match self {
            Lang::Da => "da",
            Lang::En => "en",
        }
    }

    /// The language a reader likes best, of those we speak; `wish` is an `Accept-Language`.
    pub fn of_wish(wish: &str) -> Self {
        let weighed = wish.split(',').filter_map(|part| {
            let (tag, parameters) = part.split_once(';').unwrap_or((part, ""));
            let weight = parameters
                .trim()
                .strip_prefix("q=")
                .map_or(Some(1.0), |q| q.parse::<f32>().ok())?;
            let language = tag.trim().split('-').next().unwrap_or_default();
            let lang = Lang::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(language))?;
            (weight > 0.0).then_some((lang, weight))
        });
        // The first of the best: a later one must weigh more to count.
        let best = weighed.reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.map(|(lang, _)| lang).unwrap_or_default()
    }
}

/// The sentences of every language.
#[derive(Clone, Copy, Debug)]
pub struct Words;

impl Words {
    /// The sentence under this key. A key that no file has is said as it is: a test keeps that from happening.
    pub fn say(lang: Lang, key: &str, args: &[(&'static str, Value<'_>)]) -> String {
        let bundle = match lang {
            Lang::Da => &BUNDLES.da,
            Lang::En => &BUNDLES.en,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_string();
        };
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    pub fn has(lang: Lang, key: &str) -> bool {
        match lang {
            Lang::Da => BUNDLES.da.has_message(key),
            Lang::En => BUNDLES.en.has_message(key),
        }
    }
}

struct Bundles {
    da: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

static BUNDLES: LazyLock<Bundles> = LazyLock::new(|| Bundles {
    da: bundle(Lang::Da, DA),
    en: bundle(Lang::En, EN),
});

/// The board's texts and those of the files named here, which lie in `backend/locales` once for every language.
macro_rules! texts {
    ($($file:literal)*) => {
        const DA: &[&str] = &[
            include_str!("../../frontend/locales/da.ftl"),
            $(include_str!(concat!("../locales/da/", $file, ".ftl"))),*
        ];
        const EN: &[&str] = &[
            include_str!("../../frontend/locales/en.ftl"),
            $(include_str!(concat!("../locales/en/", $file, ".ftl"))),*
        ];
    };
}

texts! {
    "api"
    "exchange"
    "rules"
    "companies"
    "courses"
    "entrance"
    "export"
    "start"
    "card"
    "consents"
    "desk"
    "desk_facts"
    "filters"
    "follow_up"
    "help"
    "history"
    "looked"
    "match"
    "messages"
    "movement"
    "my_part"
    "my_work"
    "own_page"
    "pages"
    "papers"
    "people"
    "place_form"
    "problems"
    "profile"
    "see_as"
    "sign_in"
    "slips"
    "what_if"
}

fn bundle(lang: Lang, texts: &[&str]) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Pages set `dir="auto"` around names; marks of direction inside a sentence would be read aloud by some.
    bundle.set_use_isolating(false);
    for text in texts {
        // What cannot be read is left out, and a test sees to it that there is nothing of the kind.
        let resource = FluentResource::try_new((*text).into()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::{DA, EN, FluentResource, Lang, Words};
    use shared::problem::codes;

    #[test]
    fn the_files_of_both_languages_can_be_read_whole() {
        for text in DA.iter().chain(EN) {
            assert!(FluentResource::try_new((*text).into()).is_ok());
        }
    }

    #[test]
    fn every_file_that_lies_there_is_read() {
        for (lang, texts) in [("da", DA), ("en", EN)] {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang);
            let files = std::fs::read_dir(folder).map(Iterator::count);
            assert_eq!(files.ok(), Some(texts.len() - 1), "{lang}");
        }
    }

    #[test]
    fn every_problem_has_its_sentence_and_its_advice_in_both_languages() {
        for lang in Lang::ALL {
            for code in codes::ALL {
                for key in [format!("problem-{code}"), format!("problem-{code}-do")] {
                    assert!(Words::has(lang, &key), "{lang:?} {key}");
                }
            }
        }
    }

    #[test]
    fn a_reader_gets_the_language_they_like_best() {
        assert_eq!(Lang::of_wish("en-GB,en;q=0.9,da;q=0.8"), Lang::En);
        assert_eq!(Lang::of_wish("uk, da;q=0.4, en;q=0.9"), Lang::En);
        assert_eq!(Lang::of_wish("da, en"), Lang::Da);
        assert_eq!(Lang::of_wish("en;q=0, de"), Lang::Da);
        assert_eq!(Lang::of_wish(";;;,q=,en;q=x"), Lang::Da);
        assert_eq!(Lang::of_wish(""), Lang::Da);
    }
}
