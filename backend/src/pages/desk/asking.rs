//! What nobody knows yet about a person and a place, and who is to be asked.

use super::law::line;
use super::reasons::{ask_whom, question};
use crate::pages::profile::anchor;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::matching::candidate::Candidate;
use shared::matching::list::{Asking, Match};
use shared::matching::verdict::{Asked, Question};

/// How many of a person's questions stand on the page at once.
const AT_ONCE: usize = 5;

/// The questions of a whole list, those first whose yes opens most.
pub fn questions(reader: &Reader, askings: &[Asking], candidate: &Candidate) -> Markup {
    html! {
        @if !askings.is_empty() {
            div.head { h2 { (reader.say("desk-ask")) } span.faint { (reader.say("desk-ask-order")) } }
            ul.block {
                @for asking in askings.iter().take(AT_ONCE) { (row(reader, asking, candidate)) }
            }
        }
    }
}

fn row(reader: &Reader, asking: &Asking, candidate: &Candidate) -> Markup {
    html! {
        li.ask-row {
            span.token-ask aria-hidden="true" { "?" }
            div {
                p {
                    b { (asked(reader, &asking.question, &candidate.first_name)) }
                    @if let Some(to) = &asking.to { " (" (to) ")" }
                }
                p.faint { (reader.say_count("question-opens", asking.opens.max(1))) }
                (line(reader, asking.question.rule()))
            }
            @if asking.question.about() == Asked::Candidate {
                a.act href={ (reader.link(&format!("/desk/people/{}/edit", candidate.id))) "#" (anchor(&asking.question)) } { (reader.say("desk-write-answer")) }
            }
        }
    }
}

/// What is open between the two, each question with whom to ask.
pub fn open_between(reader: &Reader, one: &Match, name: &str) -> Markup {
    html! {
        @for question in one.questions() {
            p.open-question { span.token-ask aria-hidden="true" { "?" } " " (asked(reader, question, name)) }
            (line(reader, question.rule()))
        }
    }
}

/// "Samira: Kan du klare kulde?" `name` is the person's.
fn asked(reader: &Reader, open: &Question, name: &str) -> Markup {
    html! {
        @match open.of() {
            Asked::Candidate => bdi { (name) },
            other => (ask_whom(reader, other)),
        }
        ": " (question(reader, open))
    }
}
