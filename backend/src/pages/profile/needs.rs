//! What work may ask of somebody, from a closed list: can, cannot, or not asked. Never why.

use super::Sent;
use super::fields::number;
use super::sent::need;
use crate::pages::reader::Reader;
use enumset::EnumSet;
use maud::{Markup, html};
use shared::matching::words::Demand;

pub fn needs(reader: &Reader, sent: &Sent) -> Markup {
    html! {
        p.health { (reader.say("profile-needs-health")) }
        div.needs {
            @for demand in EnumSet::<Demand>::all() { (one(reader, sent, demand)) }
        }
        (number(sent, "lifts", &reader.say("profile-lifts"), 100, "1"))
    }
}

fn one(reader: &Reader, sent: &Sent, demand: Demand) -> Markup {
    let name = need(demand);
    let said = sent.get(&name);
    html! {
        fieldset.need {
            legend { (reader.say_with("demand", &[("case", &format!("{demand:?}"))])) }
            @for (value, key) in [("can", "profile-can"), ("cannot", "profile-cannot"), ("", "profile-not-asked")] {
                label { input type="radio" name=(name) value=(value) checked[said == value]; span { (reader.say(key)) } }
            }
        }
    }
}
