//! What is known of a person, in their own words and in what the consultant has entered: all that decides about a place
//! stands here, so that no reason names what cannot be found.

use super::reasons::{each, language, level_name, means, occupation, task_list};
use crate::pages::profile::{Named, terms_in_words};
use crate::pages::reader::{Reader, hours_of, sentences};
use maud::{Markup, html};
use shared::matching::candidate::{Candidate, Terms};

/// `workplaces`: all of them, by name.
pub fn facts(reader: &Reader, candidate: &Candidate, workplaces: &[Named]) -> Markup {
    let spoken: Vec<String> = candidate
        .speaks
        .iter()
        .map(|spoken| format!("{} ({})", language(reader, spoken.language), level_name(reader, spoken.level)))
        .collect();
    let by: Vec<String> = candidate.travel.by.iter().map(|by| means(reader, by)).collect();
    let wanted: Vec<String> = candidate.wanted.iter().map(|isco| occupation(reader, *isco)).collect();
    let knows = workplaces.iter().filter(|named| candidate.knows.contains(&named.id));
    let knows: Vec<&str> = knows.map(|named| named.name.as_str()).collect();
    html! {
        dl.facts {
            @if !candidate.strengths.is_empty() {
                dt { (reader.say("person-can")) }
                dd.said dir="auto" { (sentences(&candidate.strengths)) }
            }
            @if !candidate.can.is_empty() {
                dt { (reader.say("person-tasks")) }
                dd { (task_list(reader, &candidate.can)) }
            }
            @if !candidate.wish.is_empty() || !wanted.is_empty() {
                dt { (reader.say("person-wants")) }
                dd {
                    @if !candidate.wish.is_empty() { span.said dir="auto" { (candidate.wish) } br; }
                    (wanted.join(" · "))
                }
            }
            @if !candidate.wants_to_learn.is_empty() {
                dt { (reader.say("person-learn")) }
                dd { (task_list(reader, &candidate.wants_to_learn)) }
            }
            @if !candidate.needs.cannot.is_empty() || candidate.needs.lifts.is_some() {
                dt { (reader.say("person-not")) }
                dd {
                    (each(reader, "demand", candidate.needs.cannot))
                    @if let Some(kilograms) = candidate.needs.lifts {
                        @if !candidate.needs.cannot.is_empty() { " · " }
                        (reader.say_with("person-lifts", &[("kilograms", &kilograms.to_string())]))
                    }
                }
            }
            dt { (reader.say("person-languages")) }
            dd { (spoken.join(", ")) }
            @if !candidate.certificates.is_empty() {
                dt { (reader.say("person-papers")) }
                dd { (each(reader, "certificate", candidate.certificates)) }
            }
            dt { (reader.say("person-way")) }
            dd { (by.join(", ")) " · " (reader.say_with("person-longest", &[("minutes", &candidate.travel.longest.to_string())])) }
            @if !knows.is_empty() {
                dt { (reader.say("person-knows")) }
                dd { bdi { (knows.join(" · ")) } }
            }
            @if candidate.hours.bound.0 > 0 {
                dt { (reader.say("person-bound")) }
                dd { (reader.say_with("person-bound-hours", &[("hours", &hours_of(candidate.hours.bound))])) }
            }
            dt { (reader.say("person-terms")) }
            dd { @for said in terms(reader, &candidate.terms, workplaces) { div { (said) } } }
        }
    }
}

/// As the person reads them, but for what is said to them alone.
fn terms(reader: &Reader, terms: &Terms, workplaces: &[Named]) -> Vec<String> {
    let told = Terms {
        outside_ratio: false,
        ..terms.clone()
    };
    let mut said = terms_in_words(reader, &told, workplaces);
    if terms.outside_ratio {
        said.push(reader.say("person-outside-ratio"));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::facts;
    use crate::pages::profile::Named;
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use shared::ids::WorkplaceId;
    use shared::matching::testing::plain_candidate;
    use shared::matching::week::Quarters;
    use shared::matching::words::Kind;
    use uuid::Uuid;

    #[test]
    fn all_that_was_entered_and_decides_stands_on_the_page() {
        let reader = Reader::new(None, Lang::En);
        let [harbour, nursery] = [1, 2].map(|n| WorkplaceId(Uuid::from_u128(n)));
        let named = |id, name: &str| Named {
            id,
            name: name.to_owned(),
        };
        let workplaces = [
            named(harbour, "The harbour inn, Juelsminde"),
            named(nursery, "Molehill, Uldum"),
        ];
        let mut samira = plain_candidate();
        let bare = facts(&reader, &samira, &workplaces).into_string();
        for absent in ["harbour inn", "Molehill", "a week elsewhere", "4 weeks"] {
            assert!(!bare.contains(absent), "{absent}");
        }
        samira.terms.kinds = Kind::WorkPlacement.into();
        samira.terms.placement_weeks = Some(4);
        samira.terms.excluded = vec![harbour];
        samira.terms.outside_ratio = true;
        samira.hours.bound = Quarters(24);
        samira.knows = vec![nursery];
        let said = facts(&reader, &samira, &workplaces).into_string();
        for present in [
            "4 weeks",
            "Not here: The harbour inn, Juelsminde.",
            "6 h a week elsewhere",
            "Molehill, Uldum",
            "It can be: ",
            "Needs no seat",
        ] {
            assert!(said.contains(present), "{present}: {said}");
        }
        assert!(!said.contains("You do not count"), "{said}");
    }
}
