//! The papers around the table: what is rarer than the board. Each is a page of ours under
//! `/plans/{plan_id}/…`, whole without a script, in the reader's language.
//!
//! # A new paper
//!
//! 1. A folder here with `mod.rs` (the page, of what was seen to `Markup`) and `routes.rs`:
//!
//! ```text
//! pub const PEOPLE: Paper = Paper { slug: "people", key: "paper-people", look: Look::People, is_for: |_| true };
//!
//! #[utoipa::path(get, path = "/plans/{plan_id}/people", …)]
//! pub async fn show_people(visit: Visit) -> Result<Response, Error> {
//!     let seen = visit.look(&PEOPLE).await?;
//!     let content = people(&visit, &seen, None);
//!     Ok(visit.page(&PEOPLE, &seen, &content))
//! }
//!
//! #[utoipa::path(post, path = "/plans/{plan_id}/people", …)]
//! pub async fn add_member(visit: Visit, Form(form): Form<AddMember>) -> Result<Response, Error> {
//!     let change = form.change();
//!     visit.submit(&PEOPLE, change, |seen, trouble| people(&visit, seen, Some((&form, trouble)))).await
//! }
//! ```
//!
//!    A form carries `visit.change_id()` from the page it stood on (`parts::form` puts it there), so that one sent twice counts once.
//!    `submit` goes to the paper anew where it worked, and shows the form again, with what stood in it,
//!    where it did not. What comes from a form is a `Change` like any other: the rules judge it.
//! 2. A line in `PAPERS` for the links, one in `routes.rs` for the addresses, one in `plan::looked` for
//!    how the family reads of it (`looked-how-…`), and the handlers in the list of `api/mod.rs`.
//! 3. Words in `backend/locales/{da,en}/NAME.ftl`, named in `words.rs`.
//! 4. A good and a bad case in `tests/suite/http/cases.rs`; the tests fail until they are there.

pub mod answers;
pub mod card;
pub mod consents;
mod days;
pub mod desk;
pub mod export;
pub mod fields;
pub mod follow_up;
pub mod help;
pub mod history;
pub mod looked;
pub mod movement;
pub mod people;
pub mod routes;
pub mod see_as;
pub mod start;
pub mod strengths;

use super::frame::{Files, page, strip};
use super::parts;
use super::reader::Reader;
use crate::plan::{Look, Seen};
use maud::{Markup, html};
use shared::ids::{CardId, PlanId};
use shared::plan::Role;

/// One of them, with what stands about it in the links of all.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    /// What follows the plan's address; empty for the board itself.
    pub slug: &'static str,
    /// Its name in the Fluent files, for links and as its title.
    pub key: &'static str,
    pub look: Look,
    /// For the others it is not there.
    pub is_for: fn(Role) -> bool,
}

pub const BOARD: Paper = Paper {
    slug: "",
    key: "paper-board",
    look: Look::Page,
    is_for: |_| true,
};

/// In the order of the links, under what each group is called. The board stands before them all.
pub const PAPERS: &[(&str, &[&Paper])] = &[
    (
        "papers-everyday",
        &[&follow_up::FOLLOW_UP, &movement::MOVEMENT, &strengths::STRENGTHS, &help::HELP],
    ),
    (
        "papers-people",
        &[&people::PEOPLE, &consents::CONSENTS, &see_as::SEE_AS, &looked::LOOKED],
    ),
    ("papers-keep", &[&history::NEW, &history::HISTORY, &export::EXPORT]),
];

impl Paper {
    pub fn address(&self, plan_id: PlanId) -> String {
        if self.slug.is_empty() {
            format!("/plans/{plan_id}")
        } else {
            format!("/plans/{plan_id}/{}", self.slug)
        }
    }
}

/// Where everything about one card stands.
pub fn card_address(plan_id: PlanId, card_id: CardId) -> String {
    format!("/plans/{plan_id}/cards/{card_id}")
}

/// Where a page stands, for its links.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    pub paper: &'a Paper,
    /// The page's own address, with what it was asked for.
    pub address: &'a str,
    pub title: &'a str,
}

/// A paper with everything around it: who reads, whose plan it is, whom to call, and the other papers.
pub fn plan_frame(reader: &Reader, plan_id: PlanId, seen: &Seen, here: Here<'_>, content: &Markup) -> String {
    let name = seen.plan.head().map_or("", |head| head.name.as_str());
    let me = seen.plan.member(seen.member_id).map_or("", |member| member.name.as_str());
    let body = html! {
        a.skip href="#main" { (reader.say("page-skip")) }
        (strip(reader, me, &html! {}))
        header.rim {
            div.rim-inside {
                p.family { bdi { (name) } }
                div.whom { (parts::contact(reader, &seen.plan)) }
            }
        }
        div.around {
            (links(reader, plan_id, seen.role(), here.paper))
            main.paper id="main" tabindex="-1" {
                h1 dir="auto" { (here.title) }
                (content)
            }
        }
    };
    let title = reader.say_with("paper-title-of", &[("paper", here.title), ("name", name)]);
    page(reader, here.address, &title, "plan", Files::default(), &body)
}

/// The links between the papers that this role has: the board always in sight, the others behind the name of the
/// one that lies here. Where there is room the style shows them all.
pub fn links(reader: &Reader, plan_id: PlanId, role: Option<Role>, here: &Paper) -> Markup {
    let is_mine = |paper: &&&Paper| role.is_some_and(paper.is_for);
    let is_board = here.key == BOARD.key;
    let link = |paper: &Paper| {
        html! {
            a href=(reader.link(&paper.address(plan_id))) aria-current=[(here.key == paper.key).then_some("page")] {
                (reader.say(paper.key))
            }
        }
    };
    html! {
        nav.papers aria-label=(reader.say("papers-label")) {
            div.papers-inside {
                (link(&BOARD))
                details {
                    summary {
                        @if !is_board { b { (reader.say(here.key)) } }
                        span { (reader.say("papers-all")) }
                    }
                    div.groups {
                        @for (key, papers) in PAPERS {
                            @if papers.iter().any(|paper| is_mine(&paper)) {
                                div {
                                    p { (reader.say(key)) }
                                    ul { @for paper in papers.iter().filter(is_mine) { li { (link(paper)) } } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BOARD, PAPERS};
    use crate::plan::Look;
    use crate::words::{Lang, Words};

    #[test]
    fn every_paper_and_every_look_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            for (group, _) in PAPERS {
                assert!(Words::has(lang, group), "{group} in {lang:?}");
            }
            for paper in PAPERS.iter().flat_map(|(_, papers)| *papers).chain([&&BOARD]) {
                assert!(Words::has(lang, paper.key), "{} in {lang:?}", paper.key);
            }
            for look in Look::ALL {
                let key = format!("looked-how-{}", look.text());
                assert!(Words::has(lang, &key), "{key} in {lang:?}");
            }
        }
    }
}
