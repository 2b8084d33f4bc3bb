//! What people answer with on the papers: five faces drawn by us, and short lists of words. Each answer
//! stands beside its own words, so that neither colour nor picture carries it alone.

use crate::pages::reader::Reader;
use maud::{Markup, html};
use serde::Serialize;
use shared::ids::ChangeId;
use shared::plan::Face;
use std::sync::atomic::{AtomicU32, Ordering};
use uuid::Uuid;

/// How a form names one answer of a closed list: as the rules read it.
pub fn value(answer: impl Serialize) -> String {
    let value = serde_json::to_value(answer).ok();
    value.as_ref().and_then(|value| value.as_str()).unwrap_or_default().to_owned()
}

/// How the Fluent files name it, after what all of its list begin with.
pub fn name(answer: impl Serialize) -> String {
    value(answer).to_lowercase()
}

/// One of several answers, none chosen unless it was before.
pub fn one_of<T: Serialize + Copy + PartialEq>(
    field: &str,
    question: &str,
    answers: &[(T, Markup)],
    chosen: Option<T>,
    must: bool,
) -> Markup {
    html! {
        fieldset.choice {
            legend { (question) }
            div.side-by-side {
                @for (answer, label) in answers {
                    label {
                        input type="radio" name=(field) value=(value(answer)) checked[chosen == Some(*answer)] required[must];
                        span { (label) }
                    }
                }
            }
        }
    }
}

/// Five faces to choose one of.
pub fn faces(reader: &Reader, question: &str, chosen: Option<Face>) -> Markup {
    let answers = Face::ALL.map(|face| (face, face_with_words(reader, face)));
    html! { div.faces { (one_of("face", question, &answers, chosen, true)) } }
}

pub fn face_with_words(reader: &Reader, face: Face) -> Markup {
    html! { span.says { (picture(face)) " " span { (reader.say(&format!("face-{}", name(face)))) } } }
}

/// Each has its own mouth, so that they can be told apart in black and white.
fn picture(face: Face) -> Markup {
    let mouth = match face {
        Face::VeryHard => "M15 36c3-8 15-8 18 0",
        Face::Hard => "M16 34c4-4 12-4 16 0",
        Face::SoSo => "M16 32h16",
        Face::Well => "M16 30c4 5 12 5 16 0",
        Face::Ourselves => "M14 28h20c0 11-20 11-20 0z",
    };
    html! {
        svg.smile viewBox="0 0 48 48" aria-hidden="true" focusable="false" {
            circle cx="24" cy="24" r="21" {}
            circle.eye cx="17" cy="20" r="2.5" {}
            circle.eye cx="31" cy="20" r="2.5" {}
            path d=(mouth) {}
            @if face == Face::VeryHard { path d="M11 16l8-4M37 16l-8-4" {} }
        }
    }
}

/// An id for every form of one page, each its own.
#[derive(Debug)]
pub struct FormIds {
    first: ChangeId,
    given: AtomicU32,
}

impl FormIds {
    pub fn from(first: ChangeId) -> FormIds {
        let given = AtomicU32::new(0);
        FormIds { first, given }
    }

    pub fn another(&self) -> ChangeId {
        let given = self.given.fetch_add(1, Ordering::Relaxed);
        ChangeId(Uuid::from_u128(self.first.0.as_u128().wrapping_add(given.into())))
    }
}

#[cfg(test)]
mod tests {
    use super::{FormIds, name, picture};
    use crate::words::{Lang, Words};
    use shared::ids::ChangeId;
    use shared::plan::{CoreTask, Face, Promises, StrengthKind};
    use std::collections::BTreeSet;
    use uuid::Uuid;

    #[test]
    fn every_answer_has_its_words_in_both_languages() {
        let faces = Face::ALL.map(|face| format!("face-{}", name(face)));
        let tasks = CoreTask::ALL.map(|task| format!("task-{}", name(task)));
        let kinds = StrengthKind::ALL.map(|kind| format!("strength-{}", name(kind)));
        let promises = Promises::ALL.map(|promises| format!("promises-{}", name(promises)));
        for key in faces.iter().chain(&tasks).chain(&kinds).chain(&promises) {
            assert!(Lang::ALL.into_iter().all(|lang| Words::has(lang, key)), "{key}");
        }
    }

    #[test]
    fn an_answer_is_named_as_the_rules_read_it_and_every_face_looks_its_own_way() {
        assert_eq!(name(Face::VeryHard), "veryhard");
        let drawn: BTreeSet<String> = Face::ALL.map(|face| picture(face).into_string()).into();
        assert_eq!(drawn.len(), Face::ALL.len());
    }

    #[test]
    fn no_two_forms_of_a_page_have_the_same_id() {
        let ids = FormIds::from(ChangeId(Uuid::from_u128(7)));
        assert_ne!(ids.another(), ids.another());
    }
}
