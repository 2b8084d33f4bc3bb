//! Who has seen me: every look of somebody else, day by day.

use super::Leaf;
use crate::matching::looked::View;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::Millis;

/// Looks of one person at one thing on one day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Looks {
    pub day: Day,
    pub name: String,
    /// `None`: something that this version does not know.
    pub view: Option<View>,
    pub times: u32,
}

/// `older`: there are more, from before that instant.
pub fn seen(reader: &Reader, looks: &[Looks], older: Option<Millis>, today: Day) -> Markup {
    html! {
        p.lead { (reader.say("seen-about")) }
        @if looks.is_empty() { p.nothing { (reader.say("seen-nobody")) } }
        @for day in looks.chunk_by(|one, next| one.day == next.day) {
            section {
                h2 { (reader.day(day[0].day, today)) }
                ul.rows { @for look in day { li { p { (sentence(reader, look)) } } } }
            }
        }
        @if let Some(before) = older { p { a href=(reader.link(&format!("{}?before={before}", Leaf::Seen.address()))) { (reader.say("seen-more")) } } }
    }
}

fn sentence(reader: &Reader, look: &Looks) -> Markup {
    let what = look.view.map_or("other", View::text);
    html! {
        b { bdi { (look.name) } } " " (reader.say(&format!("seen-{what}")))
        @if look.times > 1 { " " (reader.say_count("seen-times", look.times)) }
    }
}
