//! What went wrong, and what to do now, as a page.

use super::frame::{Files, page};
use super::reader::Reader;
use super::{entrance, my_work};
use crate::words::Lang;
use maud::html;
use shared::problem::codes;

/// As `problem_page`, for whoever knows no more than the address that was asked for.
pub fn problem_html(code: &str, asked: &str, preferred: Lang) -> String {
    let (path, query) = asked.split_once('?').unwrap_or((asked, ""));
    let chosen = query.split('&').find_map(|part| part.strip_prefix("lang="));
    problem_page(&Reader::new(chosen, preferred), code, path)
}

/// Where it goes on from a page that went wrong: to the first of its kind, as what is gone was found from there.
fn way_on(path: &str) -> Option<(&'static str, &'static str)> {
    match path.split('/').nth(1) {
        Some("my-work") => Some((my_work::ADDRESS, "tell-back")),
        Some("desk") => Some(("/desk", "page-to-desk")),
        Some("company-entry") => Some((entrance::ADDRESS, "page-to-entrance")),
        _ => None,
    }
}

/// `code` is one of `problem::codes`; another one is answered as `unexpected`. `path` is what was asked for.
pub fn problem_page(reader: &Reader, code: &str, path: &str) -> String {
    let code = codes::ALL.into_iter().find(|each| *each == code).unwrap_or(codes::UNEXPECTED);
    let title = reader.say(&format!("problem-{code}"));
    let content = html! {
        main.room.narrow id="main" {
            div.sheet {
                h1 { (title) }
                p.lead { (reader.say(&format!("problem-{code}-do"))) }
                @if code == codes::NOT_FOUND && path.starts_with("/my-work/asks/") { p { (reader.say("page-place-gone")) } }
                @if let Some((address, name)) = way_on(path) { p { a.button href=(reader.link(address)) { (reader.say(name)) } } }
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
