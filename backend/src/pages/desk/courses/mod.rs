//! What comes after a yes, at the desk: what waits for whom, in the order in which it is due, and one course with its
//! way, its talks and its sheet.
//!
//! Each step is somebody's word; the consultant presses once and the day is today's, or writes another. A no has no
//! button that counts anything: whoever says it, the course is gone, and of a company's no to a yes nothing stands here.

mod list;
mod one;
pub mod routes;
mod section;
mod sheet;
mod steps;
mod words;

pub use section::{Underway, of_person, of_place};

use super::people;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{CandidateId, CourseId, PlacementId};
use shared::matching::course::{Next, What};

pub const ADDRESS: &str = "/desk/courses";
/// Where a company's no is written.
const COMPANY_NO: &str = "/desk/courses/no";

pub fn address(id: CourseId) -> String {
    format!("{ADDRESS}/{id}")
}

/// The page on which something about the two was pressed: `person` or `place`, else the list.
pub fn back_to(back: &str, person: CandidateId, placement: PlacementId) -> String {
    match back {
        "person" => people::address(person, ""),
        "place" => format!("/desk/places/{placement}"),
        _ => ADDRESS.to_owned(),
    }
}

/// The day by which something is waited for. A company signs when it likes: nobody is late with that.
fn due_next(reader: &Reader, next: &Next, today: Day) -> Markup {
    html! { @if next.what != What::Signature { (due(reader, next.on, today)) } }
}

/// A day that something is due on, and how late it is.
fn due(reader: &Reader, on: Day, today: Day) -> Markup {
    let late = today.days_since(on);
    html! {
        @if late > 0 { span.tag.stop { (reader.say_count("course-late", late.unsigned_abs())) } }
        @else if late == 0 { span.tag.asks { (reader.say("course-today")) } }
        @else { span.faint { (reader.date(on)) } }
    }
}
