//! What went wrong, and what to do now, as a page.

use super::frame::{Files, page};
use super::reader::Reader;
use crate::words::Lang;
use maud::html;
use shared::problem::codes;

/// As `problem_page`, for whoever knows no more than the address that was asked for.
pub fn problem_html(code: &str, query: Option<&str>, preferred: Lang) -> String {
    let chosen = query
        .into_iter()
        .flat_map(|query| query.split('&'))
        .find_map(|part| part.strip_prefix("lang="));
    problem_page(&Reader::new(chosen, preferred), code)
}

/// `code` is one of `problem::codes`; another one is answered as `unexpected`.
pub fn problem_page(reader: &Reader, code: &str) -> String {
    let code = codes::ALL.into_iter().find(|each| *each == code).unwrap_or(codes::UNEXPECTED);
    let title = reader.say(&format!("problem-{code}"));
    let content = html! {
        main.room.narrow id="main" {
            div.sheet {
                h1 { (title) }
                p.lead { (reader.say(&format!("problem-{code}-do"))) }
                p { a.button href=(reader.link("/")) { (reader.say("page-home")) } }
                p.small { (reader.say_with("problem-code", &[("code", code)])) }
            }
        }
    };
    page(
        reader,
        &format!("/problems/{code}"),
        &title,
        "problem",
        Files::default(),
        &content,
    )
}
