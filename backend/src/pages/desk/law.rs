//! A rule of law where something is said by it: which, where it was read, from when it holds, whether somebody has held
//! it against its source, and that the municipality decides. One line wherever it stands, so that no no of the law is
//! read without where it comes from; it leads to what the rule says.

use super::reasons::missing;
use super::rules::ADDRESS;
use crate::pages::reader::Reader;
use crate::words::Lang;
use maud::{Markup, html};
use shared::day::Day;
use shared::matching::list::Match;
use shared::matching::placement::Placement;
use shared::matching::rules::{Citation, Standing, Text};

/// What stands in the way of a pair, each with the rule that says so.
pub fn in_the_way(reader: &Reader, one: &Match, placement: &Placement) -> Markup {
    html! {
        @for violation in one.violations() {
            p { (missing(reader, &violation.missing, placement)) }
            (line(reader, violation.rule.as_deref()))
        }
    }
}

/// The whole line; nothing where no law has a part in it.
pub fn line(reader: &Reader, rule: Option<&Citation>) -> Markup {
    html! {
        @if let Some(rule) = rule {
            p.faint { (cited(reader, rule)) " · " (reader.say("rules-municipality")) }
        }
    }
}

/// The line without who decides, for where that is said once for several.
pub fn cited(reader: &Reader, rule: &Citation) -> Markup {
    html! {
        (reader.say("law-rule")) " " a href={ (reader.link(ADDRESS)) "#" (rule.rule) } { bdi lang="da" { (rule.legal_ref) } } " · "
        (reader.say("rules-source")) " " bdi lang="da" { (rule.source) } " · "
        (holds(reader, rule.valid_from, rule.valid_to)) " · "
        @match rule.standing {
            Standing::Verified => (standing(reader, rule.standing)),
            _ => b { (standing(reader, rule.standing)) },
        }
    }
}

/// The same for the one whom it is about, plainly.
pub fn plainly(reader: &Reader, rule: Option<&Citation>) -> Markup {
    html! {
        @if let Some(rule) = rule {
            p.fine {
                (reader.say("law-says")) " " bdi lang="da" { (rule.legal_ref) } ". "
                @if rule.standing != Standing::Verified { (reader.say("law-not-sure")) " " }
                (reader.say("rules-municipality"))
            }
        }
    }
}

/// What the file says in the reader's language.
pub fn in_words(reader: &Reader, text: &Text) -> Markup {
    let (words, lang) = match reader.lang() {
        Lang::Da => (&text.da, "da"),
        Lang::En => (&text.en, "en"),
    };
    html! { bdi lang=(lang) { (words) } }
}

pub fn standing(reader: &Reader, standing: Standing) -> String {
    reader.say_with("rules-standing", &[("case", &format!("{standing:?}"))])
}

pub fn holds(reader: &Reader, from: Day, to: Option<Day>) -> String {
    let from = reader.full_date(from);
    match to {
        Some(to) => reader.say_with("rules-from-to", &[("from", &from), ("to", &reader.full_date(to))]),
        None => reader.say_with("rules-from", &[("from", &from)]),
    }
}

#[cfg(test)]
mod tests {
    use super::{line, plainly};
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use shared::matching::rules::Rules;

    #[test]
    fn a_rule_is_said_with_its_source_its_days_and_what_it_is_worth_and_that_the_municipality_decides() {
        let reader = Reader::new(None, Lang::En);
        let (rules, day) = (Rules::shipped(), "2026-11-23".parse().unwrap());
        let text = |markup: maud::Markup| {
            let mut is_tag = false;
            let letters = markup.into_string();
            let letters = letters.chars().filter(|letter| {
                let is_text = !is_tag && *letter != '<';
                is_tag = (is_tag || *letter == '<') && *letter != '>';
                is_text
            });
            letters.collect::<String>()
        };
        let cited = rules.cite("vp.ratio.who_counts", day).unwrap();
        assert_eq!(
            text(line(&reader, Some(&cited))),
            "The rule: BEK 2636/2021 § 65 stk. 3–4 · Read in elov BEK § 65; ældre tekst: Cabi 23-01-2018 · \
             In force from 1 January 2022 · not verified · The municipality decides."
        );
        let mut ended = rules.cite("vp.hours_max", day).unwrap();
        ended.standing = shared::matching::rules::Standing::Expired;
        ended.valid_to = Some(day);
        let said = text(line(&reader, Some(&ended)));
        assert!(said.contains(" to 23 November 2026 · expired · "), "{said}");
        assert_eq!(
            text(plainly(&reader, Some(&cited))),
            "A rule says so: BEK 2636/2021 § 65 stk. 3–4. It is not verified. The municipality decides."
        );
        assert_eq!(text(line(&reader, None)), "");
    }
}
