//! The question whether a company may be told about somebody, for a consultant to read aloud to them: on the telephone, or
//! side by side. It is the text that they would read themselves, and they answer; the consultant presses what they say.

pub mod routes;

use crate::matching::answers::Ask;
use crate::pages::address::{query, with_query};
use crate::pages::frame::{self, Files, page};
use crate::pages::my_work::asks::{Question, VERSION};
use crate::pages::my_work::languages;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::ids::{CandidateId, PlacementId};

pub fn address(candidate: CandidateId, placement: PlacementId) -> String {
    with_query(&path(candidate), &query([("placement", placement.to_string().as_str())]))
}

fn path(candidate: CandidateId) -> String {
    format!("/desk/people/{candidate}/aloud")
}

/// They have changed their mind about a yes that was read aloud to them: what a consultant has written down, a consultant takes
/// away. A yes that somebody gave by themselves is theirs to take back. `back` is the page that it stands on.
pub fn take_back(reader: &Reader, ask: &Ask, about: &str, back: &str) -> Markup {
    html! {
        @if ask.was_read_aloud() {
            form method="post" action=(reader.link(&path(ask.candidate_id))) {
                input type="hidden" name="placement" value=(ask.placement_id);
                input type="hidden" name="text_version" value=(VERSION);
                input type="hidden" name="back" value=(back);
                button.act type="submit" name="answer" value="back" { (reader.say("aloud-take-back")) span.unseen { " " (about) } }
            }
        }
    }
}

/// Theirs to see and to hear, so it looks as their own page does. `reader` speaks to the consultant.
pub fn aloud_page(reader: &Reader, question: &Question) -> String {
    let candidate = &question.candidate;
    let address = address(candidate.id, question.offer.placement.id);
    let title = reader.say("tell-title");
    let body = html! {
        a.skip href="#main" { (reader.say("my-work-skip")) }
        header.own-head {
            a href=(reader.link(&format!("/desk/people/{}", candidate.id))) { (reader.say_with("aloud-back", &[("name", &candidate.first_name)])) }
        }
        main.own.ask-page id="main" tabindex="-1" {
            (languages(reader, &address))
            p.fine { (reader.say_with("aloud-how", &[("name", &candidate.first_name)])) }
            h1 { (title) }
            (question.text(&reader.own()))
            (answers(reader, question))
        }
    };
    let files = Files {
        styles: &[&frame::MY_WORK_STYLE.address],
        scripts: &[],
    };
    page(reader, &address, &title, "my-work", files, &body)
}

fn answers(reader: &Reader, question: &Question) -> Markup {
    html! {
        p { b { (reader.say_with("aloud-says", &[("name", &question.candidate.first_name)])) } }
        form method="post" action=(reader.link(&path(question.candidate.id))) {
            input type="hidden" name="placement" value=(question.offer.placement.id);
            input type="hidden" name="text_version" value=(VERSION);
            (question.yes_or_no(&reader.own()))
        }
    }
}
