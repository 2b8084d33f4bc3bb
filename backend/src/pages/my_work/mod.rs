//! The candidate's own pages: their profile, their week, the places for them with reasons, and what they say yes to.
//!
//! Everything here is about the one who reads. A pair has reasons and no number; a no asks nothing and leaves no
//! trace but the one they can take back themselves. Large letters, one column, a thumb's height for every answer.

pub mod asks;
pub mod courses;
mod home;
pub mod messages;
mod not_mine;
pub mod routes;
mod seen;
mod told;
pub mod week;

pub use home::head;

use super::frame::{self, Files, page, strip};
use super::reader::{CHOICES, Reader};
use maud::{Markup, html};

pub const ADDRESS: &str = "/my-work";

/// The pages. Three lie in sight everywhere; the rest is found from the first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Leaf {
    Home,
    Profile,
    Week,
    Not,
    Seen,
    /// Word to my phone.
    Messages,
    /// May we tell a company about you? Reached from a place or a question.
    Ask,
}

impl Leaf {
    const ON_THE_WAY: [Leaf; 3] = [Leaf::Home, Leaf::Profile, Leaf::Week];

    fn address(self) -> &'static str {
        match self {
            Leaf::Home | Leaf::Ask => ADDRESS,
            Leaf::Profile => "/my-work/profile",
            Leaf::Week => "/my-work/week",
            Leaf::Not => "/my-work/not",
            Leaf::Seen => "/my-work/seen",
            Leaf::Messages => messages::ADDRESS,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Leaf::Home => "my-work",
            Leaf::Profile => "my-work-profile",
            Leaf::Week => "my-work-week",
            Leaf::Not => "my-work-not",
            Leaf::Seen => "my-work-seen",
            Leaf::Messages => "my-messages",
            Leaf::Ask => "tell-title",
        }
    }
}

/// A whole page of one's own. `path` is its address, for the links that change the language; `title` its name in the
/// window.
pub fn own_page(
    reader: &Reader,
    leaf: Leaf,
    path: &str,
    title: &str,
    name: &str,
    done: Option<&str>,
    content: &Markup,
) -> String {
    let body = html! {
        a.skip href="#main" { (reader.say("my-work-skip")) }
        @if leaf == Leaf::Ask {
            // One thing at a time: the question, and the way back.
            header.own-head { a href=(reader.link(ADDRESS)) { (reader.say("tell-back")) } }
        } @else {
            (strip(reader, name, &html! { a href=(reader.link(ADDRESS)) { (reader.say("my-work")) } }))
            (way(reader, leaf))
        }
        main.own.ask-page[leaf == Leaf::Ask] id="main" tabindex="-1" {
            @if leaf == Leaf::Ask { (languages(reader, path)) }
            h1 { (reader.say(leaf.name())) }
            @if let Some(done) = done.filter(|done| leaf != Leaf::Home || !is_at_places(done)) { (notice(reader, done)) }
            (content)
        }
    };
    let scripts: &[&str] = match leaf {
        Leaf::Home => &[&frame::NEWS_SCRIPT.address],
        Leaf::Week => &[&frame::WEEK_SCRIPT.address],
        _ => &[],
    };
    let files = Files {
        styles: &[&frame::MY_WORK_STYLE.address],
        scripts,
    };
    page(reader, path, title, "my-work", files, &body)
}

fn way(reader: &Reader, here: Leaf) -> Markup {
    html! {
        nav.own-way aria-label=(reader.say("my-work-way")) {
            ul {
                @for leaf in Leaf::ON_THE_WAY {
                    li { a href=(reader.link(leaf.address())) aria-current=[(leaf == here).then_some("page")] { (reader.say(leaf.name())) } }
                }
            }
        }
    }
}

/// Before a yes the other languages stand at the top, not only at the foot.
pub fn languages(reader: &Reader, path: &str) -> Markup {
    let others = CHOICES
        .into_iter()
        .filter(|choice| *choice != reader.choice && !choice.tag.contains('-'));
    html! {
        p.tools {
            @for choice in others {
                a href=(Reader::new(Some(choice.tag), reader.lang()).link(path)) hreflang=(choice.tag) lang=(choice.tag) { (reader.say(choice.key)) }
            }
        }
    }
}

/// One comes back to the places, and the word stands there.
fn is_at_places(done: &str) -> bool {
    matches!(done, "answered" | "back")
}

/// Word of what was just done.
fn notice(reader: &Reader, done: &str) -> Markup {
    let key = match done {
        "answered" => "my-work-done-answered",
        "back" => "my-work-done-back",
        "away" => "my-work-done-away",
        "no-calls" => "my-work-done-no-calls",
        "again" => "my-work-done-again",
        "stopped" => "my-messages-stopped",
        "saved-own" => "my-work-done-saved-own",
        _ => "my-work-done-saved",
    };
    html! {
        p.done role="status" {
            (reader.say(key))
            @if done == "answered" { " " a href=(reader.link(Leaf::Not.address())) { (reader.say("my-work-not")) } }
        }
    }
}
