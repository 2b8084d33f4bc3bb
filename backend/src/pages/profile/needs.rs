//! What work may ask of somebody, from a closed list: can, cannot, or not asked. Never why.

use super::fields::number;
use super::sent::need;
use super::{Sent, Who};
use crate::pages::reader::Reader;
use enumset::EnumSet;
use maud::{Markup, html};
use shared::matching::words::Demand;

pub fn needs(reader: &Reader, sent: &Sent, who: Who) -> Markup {
    html! {
        p.health { (reader.say("profile-needs-health")) }
        div.needs {
            @for demand in EnumSet::<Demand>::all() { (one(reader, sent, who, demand)) }
        }
        (number(sent, "lifts", &reader.say("profile-lifts"), 100, "1"))
    }
}

/// A question leads to the one that it is about.
fn one(reader: &Reader, sent: &Sent, who: Who, demand: Demand) -> Markup {
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
