//! Choosing who to be in the demo: the three tables, and who sits at each.

use super::address::{query, with_query};
use super::frame::{Files, face, page, strip};
use super::reader::Reader;
use crate::demo::{self, Chair, Household};
use maud::{Markup, html};
use shared::plan::Role;

/// Where the form goes, and what it carries besides the choice.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    pub action: &'static str,
    /// Where they were going.
    pub to: Option<&'a str>,
    /// The site that the window was opened for.
    pub origin: Option<&'a str>,
}

/// Who came to the door, and why.
#[derive(Clone, Copy, Default, Debug)]
pub struct AtDoor<'a> {
    /// Who has signed in already.
    pub me: Option<&'a str>,
    /// A page of ours that they were going to.
    pub to: Option<&'a str>,
    /// A sentence about what has happened.
    pub word: Option<&'static str>,
}

/// The address of the sign-in page, which leads on to a page of ours. Its language is the link's.
pub fn door(to: &str) -> String {
    with_query("/", &query([("to", to)]))
}

pub fn sign_in_page(reader: &Reader, households: &[Household], at: AtDoor<'_>) -> String {
    let ours = Target {
        action: "/sign-in",
        to: at.to,
        origin: None,
    };
    let content = html! {
        @if let Some(me) = at.me { (strip(reader, me, &html! {})) }
        main.room id="main" {
            header.welcome {
                h1 { (reader.say("signin-title")) }
                @if let Some(word) = at.word { p.done role="status" { (reader.say(word)) } }
                p.lead { b { (reader.say("signin-choose")) } " " (reader.say("signin-choose-body")) }
                p.note { strong { (reader.say("signin-demo-title")) } " " (reader.say("signin-demo")) }
            }
            (tables(reader, households, ours))
            (at_work(reader, ours))
        }
    };
    let path = at.to.map_or_else(|| "/".to_owned(), door);
    page(
        reader,
        &path,
        &reader.say("signin-title"),
        "signin",
        Files::default(),
        &content,
    )
}

pub fn tables(reader: &Reader, households: &[Household], target: Target<'_>) -> Markup {
    html! {
        @if households.is_empty() {
            p { (reader.say("signin-nobody")) }
        }
        div.tables {
            @for household in households { (table(reader, household, target)) }
        }
    }
}

/// Who sits at no family's table: job consultants, and people who look for work.
fn at_work(reader: &Reader, target: Target<'_>) -> Markup {
    html! {
        section.table {
            header.end {
                h2 { (reader.say("signin-work")) }
                p.about { (reader.say("signin-work-body")) }
            }
            form method="post" action=(reader.link(&action(target, None))) {
                ul.chairs {
                    @for person in demo::at_no_table() {
                        @let consultant = person.consultant().is_some();
                        li {
                            button.chair type="submit" name="person_id" value=(person.person_id) {
                                (face(&person.name, if consultant { Role::Professional } else { Role::Family }))
                                span.who {
                                    b { (person.name) }
                                    span { (reader.say(if consultant { "signin-consultant" } else { "signin-seeker" })) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn action(target: Target<'_>, household: Option<&Household>) -> String {
    let plan = household.map(|household| household.plan_id.to_string()).unwrap_or_default();
    let asked = query([("plan_id", plan.as_str()), ("to", target.to.unwrap_or_default())]);
    with_query(target.action, &asked)
}

fn table(reader: &Reader, household: &Household, target: Target<'_>) -> Markup {
    html! {
        section.table {
            header.end {
                h2 lang="da" { (household.name) }
                p { (household.community) }
                p.about lang="da" dir="auto" { (household.about) }
            }
            // The body says who; the address says where to go then, and in which language.
            form method="post" action=(reader.link(&action(target, Some(household)))) {
                @if let Some(origin) = target.origin {
                    input type="hidden" name="origin" value=(origin);
                }
                (group(reader, "role-family-group", household, |role| role == Role::Family))
                (group(reader, "role-network-group", household, |role| role == Role::Network))
                (group(reader, "role-professional-group", household, |role| matches!(role, Role::Coordinator | Role::Professional)))
                (group(reader, "page-guests", household, |role| matches!(role, Role::Interpreter | Role::Guest | Role::Child)))
            }
        }
    }
}

fn group(reader: &Reader, key: &str, household: &Household, belongs: fn(Role) -> bool) -> Markup {
    let chairs: Vec<&Chair> = household.chairs.iter().filter(|chair| belongs(chair.role)).collect();
    html! {
        @if !chairs.is_empty() {
            h3 { (reader.say(key)) }
            ul.chairs {
                @for chair in chairs {
                    li {
                        button.chair type="submit" name="person_id" value=(chair.person_id) {
                            (face(&chair.name, chair.role))
                            span.who {
                                b { (chair.name) }
                                span lang="da" { (chair.relation) }
                            }
                        }
                    }
                }
            }
        }
    }
}
