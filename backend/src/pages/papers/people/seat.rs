//! Asking for a seat at a table where one does not sit. The page is the same for every address, whether
//! there is a plan under it or not.

use super::super::answers::FormIds;
use crate::pages::frame::{Files, page};
use crate::pages::parts::{self, Done, Field};
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::ids::PlanId;

/// What stood in the form.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    pub relation: &'a str,
    pub purpose: &'a str,
}

pub fn address(plan_id: PlanId) -> String {
    format!("/plans/{plan_id}/seat")
}

pub fn seat_page(
    reader: &Reader,
    plan_id: PlanId,
    ids: &FormIds,
    asked: Asked<'_>,
    done: Option<Done>,
    trouble: &Markup,
) -> String {
    let address = address(plan_id);
    let title = reader.say("seat-title");
    let (relation, relation_hint) = (reader.say("seat-relation"), reader.say("seat-relation-hint"));
    let (purpose, purpose_hint) = (reader.say("seat-purpose"), reader.say("seat-purpose-hint"));
    let fields = html! {
        (Field { name: "relation", label: &relation, hint: &relation_hint, value: asked.relation, most: 80, must: true }.line())
        (Field { name: "purpose", label: &purpose, hint: &purpose_hint, value: asked.purpose, most: 500, must: true }.lines())
        (parts::submit(&reader.say("seat-send")))
    };
    let body = html! {
        main.paper id="main" {
            h1 { (title) }
            @if done.is_some() { p.done role="status" { (reader.say("seat-sent")) } }
            (trouble)
            p.lead { (reader.say("seat-about")) }
            (parts::form(reader, &address, ids.another(), &fields))
            p { a href=(reader.link(&format!("/plans/{plan_id}"))) { (reader.say("seat-open")) } }
        }
    };
    page(reader, &address, &title, "seat", Files::default(), &body)
}
