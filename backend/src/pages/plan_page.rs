//! A plan on our own page: the board, and the plain text that it takes the place of.

use super::frame::{Files, page, strip};
use super::papers::start::{greeting, new_plan};
use super::papers::{BOARD, links};
use super::plain_plan::plain_plan;
use super::reader::Reader;
use crate::plan::{Listed, Seen};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{Millis, PlanId};
use shared::plan::Role;

const WIDGET: &str = "/widget/family-plan-board.js";

pub fn plan_page(reader: &Reader, plan_id: PlanId, seen: &Seen, others: &[Listed], today: Day, now: Millis) -> String {
    let head = seen.plan.head();
    let name = head.map_or("", |head| head.name.as_str());
    let me = seen.plan.member(seen.member_id).map_or("", |member| member.name.as_str());
    let content = html! {
        a.skip href="#main" { (reader.say("page-skip")) }
        (strip(reader, me, &html! { (other_plans(reader, others)) (one_more(reader, seen)) }))
        (links(reader, plan_id, seen.role(), &BOARD))
        main id="main" tabindex="-1" {
            @if let Some(greeting) = greeting(reader, plan_id, seen) { (greeting) }
            family-plan-board plan=(plan_id) lang=(reader.choice.tag) dir=(reader.choice.dir) {
                (plain_plan(reader, &seen.plan, seen.member_id, today, now))
            }
        }
    };
    let title = reader.say_with("board-title-of", &[("name", name)]);
    page(
        reader,
        &format!("/plans/{plan_id}"),
        &title,
        "plan",
        Files::scripts(&[WIDGET]),
        &content,
    )
}

/// The way to a plan for one more family.
fn one_more(reader: &Reader, seen: &Seen) -> Markup {
    html! {
        @if seen.role() == Some(Role::Coordinator) { a href=(reader.link(new_plan::ADDRESS)) { (reader.say("new-plan")) } }
    }
}

fn other_plans(reader: &Reader, others: &[Listed]) -> Markup {
    html! {
        @if !others.is_empty() {
            ul aria-label=(reader.say("plans-choose")) {
                @for other in others {
                    li { a href=(reader.link(&format!("/plans/{}", other.seat.plan_id))) lang="da" { (other.name) } }
                }
            }
        }
    }
}
