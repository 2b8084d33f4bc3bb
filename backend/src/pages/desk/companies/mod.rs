//! The company book: who talked last, what they need, what was promised and by when, and whether to call.
//!
//! No company is called twice because two did not know of each other: what a colleague did in the last fourteen days is
//! said before the number. All consultants read and write the same book.

mod forms;
mod in_the_way;
mod known;
mod list;
mod one;
pub mod promises;
mod read;
pub mod routes;

pub use list::{Row, companies};
pub use one::{CompanyView, company, expiry};
pub use promises::promises_of;

use crate::matching::book::{Call, Contact};
use crate::pages::profile::{Sent, Slips};
use crate::pages::reader::Reader;
use maud::{Markup, html};

pub const ADDRESS: &str = "/desk/companies";

/// A form of the page that was not taken, as it was filled in.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Which: `contact`, `company`, `workplace-` with its id, `workplace-new`, or `remove` for a button alone.
    pub form: String,
    pub sent: Sent,
    /// What could not be read.
    pub slips: Slips,
    /// What else stands in the way, and what to do.
    pub above: Markup,
}

impl Draft {
    /// What was filled in, where it was this form.
    fn of(&self, form: &str) -> Option<&Draft> {
        (self.form == form).then_some(self)
    }
}

fn call_key(call: Call) -> &'static str {
    match call {
        Call::Welcome => "companies-call-welcome",
        Call::AsNoted => "companies-call-noted",
        Call::DoNotCall => "companies-call-not",
    }
}

/// Whether to call, plainly.
fn call_tag(reader: &Reader, call: Call) -> Markup {
    html! {
        span.tag.good[call == Call::Welcome].asks[call == Call::AsNoted].stop[call == Call::DoNotCall] { (reader.say(call_key(call))) }
    }
}

/// What was promised, and until when.
fn promised(reader: &Reader, contact: &Contact) -> Markup {
    html! {
        b { (reader.say("companies-promised")) } " " span lang=[reader.danish()] dir="auto" { (contact.entry.promised) }
        @if let Some(day) = contact.entry.promised_by { " " (reader.say_with("companies-promised-by", &[("day", &reader.date(day))])) }
    }
}
