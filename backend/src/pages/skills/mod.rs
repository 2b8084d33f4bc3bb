//! The page on which somebody at a workplace signs what a person now can. It is opened by a link, once.
//!
//! It shows a first name and the tasks of the placement. The person sees what was signed before anybody else does, and
//! decides what stands.

pub mod routes;

use super::desk::reasons::task_list;
use super::frame::sheet;
use super::reader::Reader;
use crate::matching::course::links::{Closed, NAME_MAX, ToSign};
use maud::html;
use shared::matching::words::TaskId;

pub const DOOR: &str = "/skills";

/// Where a link leads.
pub fn path(token: &str) -> String {
    format!("{DOOR}/{token}")
}

/// What was filled in, and what stands in the way.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    pub tasks: Vec<TaskId>,
    pub name: String,
    /// The key of the sentence that says what to do.
    pub refused: Option<&'static str>,
}

/// The door, open. Nothing has happened when this is shown.
pub fn sign_page(reader: &Reader, token: &str, to_sign: &ToSign, filled: &Filled) -> String {
    let name = [("name", to_sign.first_name.as_str()), ("place", to_sign.workplace.as_str())];
    let content = html! {
        p.lead { (reader.say_with("skills-about", &name)) }
        @if let Some(refused) = filled.refused { p.refused role="alert" { b { (reader.say(refused)) } } }
        form.skills-form method="post" action=(reader.link(&path(token))) {
            fieldset {
                legend { (reader.say_with("skills-can", &name)) }
                @for task in &to_sign.tasks {
                    label {
                        input type="checkbox" name="task" value=(task.0) checked[filled.tasks.contains(task)];
                        span { (task_list(reader, &[*task])) }
                    }
                }
            }
            label.skills-name { span { (reader.say("skills-your-name")) } input name="name" required maxlength=(NAME_MAX) autocomplete="name" dir="auto" value=(filled.name); }
            // People do not see it; it must stay empty.
            label.skills-trap aria-hidden="true" { (reader.say("skills-trap")) input name="website" tabindex="-1" autocomplete="off"; }
            button.button type="submit" { (reader.say("skills-sign")) }
        }
        p.small { (reader.say_with("skills-they-decide", &name)) }
    };
    sheet(reader, &path(token), &reader.say_with("skills-title", &name), &content)
}

pub fn thanks_page(reader: &Reader, token: &str, first_name: &str) -> String {
    let content = html! { p.lead role="status" { (reader.say_with("skills-thanks", &[("name", first_name)])) } };
    sheet(reader, &path(token), &reader.say("skills-thanks-title"), &content)
}

/// The door, shut: why, and what to do.
pub fn closed_page(reader: &Reader, token: &str, closed: Closed) -> String {
    let (title, advice) = match closed {
        Closed::Used => ("closed-used", "skills-used-do"),
        Closed::TooOld => ("closed-old", "skills-old-do"),
        Closed::Unknown => ("closed-unknown", "skills-unknown-do"),
    };
    let content = html! { p.lead { (reader.say(advice)) } };
    sheet(reader, &path(token), &reader.say(title), &content)
}

#[cfg(test)]
mod tests {
    use super::closed_page;
    use crate::matching::course::links::Closed;
    use crate::pages::reader::Reader;
    use crate::words::Lang;

    #[test]
    fn a_shut_door_says_why_in_its_own_words() {
        for lang in Lang::ALL {
            let reader = Reader::new(Some(lang.tag()), lang);
            let pages = Closed::ALL.map(|closed| closed_page(&reader, "abc", closed));
            assert!(pages[0] != pages[1] && pages[1] != pages[2]);
            assert!(
                pages
                    .iter()
                    .all(|page| !page.contains(">closed-") && !page.contains(">skills-"))
            );
        }
    }
}
