//! The job consultant's desk: people and the places they could have, both ways, with reasons.
//!
//! Whole without a script; `desk.js` adds keys, each of which presses a button that can be seen. Nothing here
//! is sent to anyone before somebody presses "Spørg", and a person is never given a number but weeks and hours.

pub mod aloud;
mod asking;
mod bars;
pub mod companies;
mod compare;
pub mod courses;
pub mod done;
pub mod exchange;
pub mod filters;
mod found;
mod fresh;
mod keys;
pub mod lasts;
pub mod law;
mod map;
pub mod people;
pub mod person;
mod person_facts;
mod place;
pub mod place_form;
mod places;
pub mod reasons;
pub mod routes;
pub mod rules;
pub mod searches;
pub mod signals;
mod sought;
mod stale;
pub mod week_picture;
mod week_table;

use super::frame::{self, Files, page};
use super::reader::Reader;
use filters::Given;
use maud::{Markup, html};
use shared::day::Day;

/// The pages of the desk, in the order of their keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tab {
    People,
    Places,
    Companies,
    Courses,
    Rules,
    Exchange,
}

impl Tab {
    const ALL: [Tab; 6] = [
        Tab::People,
        Tab::Places,
        Tab::Companies,
        Tab::Courses,
        Tab::Rules,
        Tab::Exchange,
    ];

    fn address(self) -> &'static str {
        match self {
            Tab::People => "/desk/people",
            Tab::Places => "/desk/places",
            Tab::Companies => "/desk/companies",
            Tab::Courses => courses::ADDRESS,
            Tab::Rules => "/desk/rules",
            Tab::Exchange => "/desk/exchange",
        }
    }

    /// Where the search at the top looks: what has no list of its own leaves it to the people.
    fn sought(self) -> Tab {
        match self {
            Tab::Exchange => Tab::People,
            other => other,
        }
    }

    /// What one can look for there.
    fn find(self) -> &'static str {
        match self {
            Tab::People | Tab::Exchange => "desk-find-people",
            Tab::Places => "desk-find-places",
            Tab::Companies => "desk-find-companies",
            Tab::Courses => "desk-find-courses",
            Tab::Rules => "desk-find-rules",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Tab::People => "desk-people",
            Tab::Places => "desk-places",
            Tab::Companies => "desk-companies",
            Tab::Courses => "desk-courses",
            Tab::Rules => "desk-rules",
            Tab::Exchange => "desk-exchange",
        }
    }
}

/// Where at the desk one is, and who sits there.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    pub tab: Tab,
    /// The page's own address.
    pub path: &'a str,
    pub title: &'a str,
    pub consultant: &'a str,
    pub today: Day,
    /// What stands in the search field.
    pub sought: &'a str,
    /// What the list is narrowed to, for a new search to keep.
    pub given: Option<&'a Given>,
    /// Signals that nobody has taken.
    pub new_signals: usize,
    /// Yeses that nothing has begun on.
    pub yeses: usize,
}

/// A whole page of the desk. `keys` are those of this page, with what each does.
pub fn desk_page(reader: &Reader, here: &Here<'_>, keys: &[(&str, &str)], content: &Markup) -> String {
    let body = html! {
        (patterns())
        a.skip href="#main" { (reader.say("desk-skip")) }
        header.desk-head {
            a.mark href=(reader.link("/desk/people")) {
                svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" {
                    path d="M2 8H18M4 8V17M16 8V17" stroke="currentColor" stroke-width="2" fill="none" {}
                    circle cx="10" cy="4" r="2.2" fill="currentColor" {}
                }
                (reader.say("app-name"))
            }
            nav aria-label=(reader.say("desk-label")) {
                ul {
                    @for (index, tab) in Tab::ALL.into_iter().enumerate() {
                        @let key = (index + 1).to_string();
                        li {
                            a href=(reader.link(tab.address())) data-key=(key) aria-current=[(tab == here.tab).then_some("page")] {
                                (reader.say(tab.name())) " "
                                @if tab == Tab::Courses && here.yeses > 0 {
                                    b.count { (here.yeses) span.unseen { " " (reader.say("courses-ready")) } } " "
                                }
                                kbd aria-hidden="true" { (key) }
                            }
                        }
                    }
                }
            }
            div.last {
                (signals::badge(reader, here.new_signals))
                @let sought = here.tab.sought();
                form.find method="get" action=(sought.address()) role="search" {
                    input type="hidden" name="lang" value=(reader.choice.tag);
                    @for (name, text) in here.given.into_iter().flat_map(Given::beside_words) { input type="hidden" name=(name) value=(text); }
                    input type="search" name="q" value=(here.sought) maxlength="80" dir="auto" data-key="/"
                        placeholder=(reader.say(sought.find())) aria-label=(reader.say(sought.find()));
                    button.act type="submit" { (reader.say("desk-find-button")) " " kbd aria-hidden="true" { "/" } }
                }
                span.faint.sits { bdi { (here.consultant) } span { (reader.day(here.today, here.today.plus(2))) } }
            }
        }
        (content)
        aside.desk-keys aria-label=(reader.say("desk-keys-label")) {
            @for (key, does) in keys {
                span { kbd.turns[*key == "→"] { (key) } (reader.say(does)) }
            }
            button.act.last type="button" data-keys-off hidden { (reader.say("desk-keys-use")) }
        }
    };
    let files = Files {
        styles: &[&frame::DESK_STYLE.address],
        scripts: &[&frame::DESK_SCRIPT.address, &frame::NEWS_SCRIPT.address],
    };
    page(reader, here.path, here.title, "at-desk", files, &body)
}

/// What the pictures fill with where a colour alone would not be seen.
fn patterns() -> Markup {
    html! {
        svg.defs aria-hidden="true" focusable="false" {
            defs {
                pattern id="p-clash" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect.p-cbg width="8" height="8" {}
                    path.p-c d="M0 0V8" {}
                }
            }
        }
    }
}
