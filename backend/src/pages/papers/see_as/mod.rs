//! The plan exactly as another member sees it, for the family: by the same `view` and the same page, to read only.

pub mod routes;

use super::Paper;
use super::routes::Visit;
use crate::pages::plain_plan::plain_plan;
use crate::plan::{Look, Seen, of_the_family};
use maud::{Markup, html};
use shared::ids::MemberId;
use shared::plan::{Member, Plan};

pub const SEE_AS: Paper = Paper {
    slug: "as",
    key: "paper-as",
    look: Look::As,
    is_for: of_the_family,
};

/// Whose eyes?
pub fn choose(visit: &Visit, seen: &Seen) -> Markup {
    html! {
        p.lead { (visit.reader.say("as-about")) }
        (others(visit, seen, None))
    }
}

pub fn as_member(visit: &Visit, seen: &Seen, member: &Member, theirs: &Plan) -> Markup {
    let reader = &visit.reader;
    let name = &member.name;
    // Cards are what can be hidden; who sits at the table everyone sees who sits there.
    let sees_nothing = theirs.cards().next().is_none();
    html! {
        p.banner role="note" { strong { (reader.say_with("as-banner", &[("name", name)])) } }
        (others(visit, seen, Some(member.member_id)))
        @if member.left_at.is_some() {
            p.lead { (reader.say_with("as-left", &[("name", name)])) }
        } @else if theirs.head().is_none() || sees_nothing {
            p.lead { (reader.say_with("as-nothing", &[("name", name)])) }
        }
        @if theirs.head().is_some() {
            div.glass { (plain_plan(reader, theirs, member.member_id, visit.today, visit.now)) }
        }
    }
}

/// A link to each other member.
fn others(visit: &Visit, seen: &Seen, but: Option<MemberId>) -> Markup {
    let members = seen
        .plan
        .members()
        .filter(|member| member.left_at.is_none() && member.member_id != seen.member_id && Some(member.member_id) != but);
    html! {
        nav.whose aria-labelledby="whose" {
            p.small id="whose" { (visit.reader.say("as-whose")) }
            ul {
                @for member in members {
                    @let path = format!("{}/{}", SEE_AS.address(visit.plan_id), member.member_id);
                    li { a href=(visit.reader.link(&path)) { bdi { (member.name) } } }
                }
            }
        }
    }
}
