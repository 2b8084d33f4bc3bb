//! The page on which someone of the municipality lays a table for one more family.

use super::super::BOARD;
use super::super::desk::Blank;
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::pages::frame::{Files, page};
use crate::pages::my_part;
use crate::pages::parts::{Field, Trouble, form, submit};
use crate::pages::reader::Reader;
use crate::plan::begin::NewPlan;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{ChangeId, PlanId};
use shared::plan::text::NAME_MAX;

pub const ADDRESS: &str = "/new-plan";

/// What the form sends.
#[derive(Clone, Debug, Default, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPlanForm {
    #[schema(value_type = uuid::Uuid)]
    pub change_id: Option<ChangeId>,
    pub family: String,
    pub adult: String,
    #[serde(default)]
    pub phone: String,
}

impl NewPlanForm {
    pub fn wish(&self) -> Option<NewPlan> {
        Some(NewPlan {
            plan_id: PlanId(self.change_id?.0),
            family: self.family.clone(),
            adult: self.adult.clone(),
            phone: self.phone.clone(),
        })
    }
}

pub fn new_plan(reader: &Reader, new: ChangeId, sent: &NewPlanForm, trouble: Option<&Trouble>) -> String {
    let content = html! {
        main.room.narrow id="main" {
            div.paper {
                @if let Some(trouble) = trouble { (trouble.summary_without_plan(reader)) }
                h1 { (reader.say("new-plan")) }
                p.lead { (reader.say("new-plan-about")) }
                (form(reader, ADDRESS, sent.change_id.unwrap_or(new), &fields(reader, sent)))
                p { a.way href=(reader.link(my_part::ADDRESS)) { (reader.say("my-part")) } }
            }
        }
    };
    page(reader, ADDRESS, &reader.say("new-plan"), "plan", Files::default(), &content)
}

/// The table is laid. The link for the adult stands here and nowhere else.
pub fn laid(reader: &Reader, new: &NewPlan, link: &str, until: Day) -> String {
    let title = reader.say_with("link-made", &[("name", &new.adult)]);
    let date = reader.date(until);
    let content = html! {
        main.room.narrow id="main" {
            div.paper {
                h1 dir="auto" { (title) }
                p.lead { (reader.say("link-once")) }
                div.sheet-form {
                    div.field {
                        label for="link" { (reader.say_with("link-title", &[("name", &new.adult)])) }
                        input id="link" type="text" readonly value=(link) dir="ltr" autocomplete="off";
                    }
                    p.hint { (reader.say_with("link-waits", &[("date", &date)])) }
                    p.hint { (reader.say("new-plan-lost")) }
                    p { a.button href=(reader.link(&BOARD.address(new.plan_id))) { (reader.say("start-to-board")) } }
                }
            }
        }
    };
    page(reader, ADDRESS, &title, "plan", Files::default(), &content)
}

fn fields(reader: &Reader, sent: &NewPlanForm) -> Markup {
    let field = |name: &'static str, label: &str, hint: &str, value: &str, must: bool, draw: fn(&Field<'_>) -> Markup| {
        let blank = Blank {
            name,
            label,
            hint,
            value,
            most: NAME_MAX,
            must,
        };
        blank.drawn(reader, draw)
    };
    html! {
        (field("family", "new-plan-family", "new-plan-family-hint", &sent.family, true, |field| field.line()))
        (field("adult", "new-plan-adult", "", &sent.adult, true, |field| field.line()))
        (field("phone", "start-phone", "start-may-be-empty", &sent.phone, false, |field| field.phone()))
        p.hint { (reader.say("new-plan-then")) }
        (submit(&reader.say("new-plan-do")))
    }
}

/// Who may be here: someone who is the contact of a family already. For everyone else there is no such page.
pub async fn demand_coordinator(app: &App, caller: &Caller) -> Result<std::sync::Arc<shared::plan::Member>, Error> {
    crate::plan::begin::coordinator(app, caller).await?.ok_or(Error::NotFound)
}
