//! What work may ask of somebody, from a closed list: can, cannot, or not asked. Never why.

use super::Who;
use super::fields::Fields;
use super::sent::need;
use enumset::EnumSet;
use maud::{Markup, html};
use shared::matching::words::Demand;

pub fn needs(fields: &Fields<'_>, who: Who) -> Markup {
    html! {
        p.health { (fields.reader.say("profile-needs-health")) }
        div.needs {
            @for demand in EnumSet::<Demand>::all() { (one(fields, who, demand)) }
        }
        (fields.number("lifts", "profile-lifts", 100, "1"))
    }
}

/// A question leads to the one that it is about.
fn one(fields: &Fields<'_>, who: Who, demand: Demand) -> Markup {
    let (reader, sent) = (fields.reader, fields.sent);
    let name = need(demand);
    let open = match who {
        Who::Own => "profile-do-not-know",
        Who::Consultant => "profile-not-asked",
    };
    let said = sent.get(&name);
    html! {
        fieldset.need id=(name) tabindex="-1" {
            legend { (reader.say_with("demand", &[("case", &format!("{demand:?}"))])) }
            @for (value, key) in [("can", "profile-can"), ("cannot", "profile-cannot"), ("", open)] {
                label { input type="radio" name=(name) value=(value) checked[said == value]; span { (reader.say(key)) } }
            }
        }
    }
}
