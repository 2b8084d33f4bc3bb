//! What nobody knows yet about a person and a place, and who is to be asked.

use super::aloud;
use super::law::line;
use super::reasons::{ask_whom, question};
use crate::matching::access::{Consultant, name_of};
use crate::matching::answers::Ask;
use crate::pages::profile::anchor;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
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
                a.act href={ (reader.link(&format!("/desk/people/{}/edit", candidate.id))) "#" (anchor(&asking.question)) } {
                    (reader.say("desk-write-answer")) span.unseen { ": " (question(reader, &asking.question)) }
                }
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

/// What has come of it that they were asked, and how: until when a yes counts, who asked, and who sat beside them.
/// `about` is the place or the person, for whoever hears one button of many. `None`: they can be asked.
pub fn answered(reader: &Reader, ask: Option<&Ask>, about: &str, consultants: &[Consultant], today: Day) -> Option<Markup> {
    let ask = ask?;
    let Some(yes) = &ask.yes else {
        let since = reader.day(Day::in_denmark(ask.asked_at), today);
        return Some(html! {
            span.tag { (reader.say("desk-asked")) }
            span.faint { (since) }
            a.act href=(reader.link(&aloud::address(ask.candidate_id, ask.placement_id))) {
                (reader.say("desk-read-aloud")) span.unseen { " " (about) }
            }
        });
    };
    let by = |key: &str, id| reader.say_with(key, &[("name", &name_of(consultants, id))]);
    let asked = ask
        .asked_by
        .map_or_else(|| reader.say("desk-yes-unasked"), |id| by("desk-yes-asked", id));
    let beside = yes
        .present
        .map_or_else(|| reader.say("desk-yes-alone"), |id| by("desk-yes-with", id));
    ask.is_yes(today).then(|| {
        html! {
            span.tag.good { (reader.say_with("desk-yes-until", &[("day", &reader.date(yes.until))])) }
            span.faint { (asked) " " (beside) }
            (aloud::take_back(reader, ask, about, "person"))
        }
    })
}
