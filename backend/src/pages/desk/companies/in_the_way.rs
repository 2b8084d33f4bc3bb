//! What must be seen to before a company or a workplace can be taken away.

use super::{ADDRESS, CompanyView};
use crate::matching::book::{self, Call, Contact};
use crate::pages::profile::trouble;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::ids::WorkplaceId;

/// What belongs to a workplace, or to the company where none is named; each leads to where it can be seen to.
/// `None`: nothing.
pub fn in_the_way(reader: &Reader, view: &CompanyView, workplace: Option<WorkplaceId>) -> Option<Markup> {
    let all: Vec<Markup> = match workplace {
        Some(id) => placements(reader, view, id),
        None => workplaces(reader, view).into_iter().chain(words(reader, view)).collect(),
    };
    (!all.is_empty()).then(|| {
        trouble(&html! {
            b { (reader.say("companies-in-the-way")) }
            ul { @for one in &all { li { (one) } } }
        })
    })
}

fn placements(reader: &Reader, view: &CompanyView, id: WorkplaceId) -> Vec<Markup> {
    let own = view.offers.iter().filter(|offer| offer.workplace.id == id);
    let link = |offer: &crate::matching::lists::Offer| {
        html! { a href=(reader.link(&format!("/desk/places/{}", offer.placement.id))) { bdi lang=[reader.danish()] { (offer.placement.title) } } }
    };
    own.map(link).collect()
}

fn workplaces(reader: &Reader, view: &CompanyView) -> Vec<Markup> {
    let form = |id| {
        format!(
            "{}#form-workplace-{id}",
            reader.link(&format!("{ADDRESS}/{}", view.company.id))
        )
    };
    let link = |(workplace, _): &(shared::matching::placement::Workplace, i64)| {
        html! { a href=(form(workplace.id)) { bdi { (workplace.name) } } }
    };
    view.workplaces.iter().map(link).collect()
}

/// What was promised, and that they do not want to be called, is known only as long as the company is.
fn words(reader: &Reader, view: &CompanyView) -> Vec<Markup> {
    let contacts: Vec<Contact> = view.contacts.iter().map(|(contact, _)| contact.clone()).collect();
    [
        (book::call(&contacts) == Call::DoNotCall, "companies-way-not-call"),
        (!book::promises(&contacts).is_empty(), "companies-way-promise"),
    ]
    .into_iter()
    .filter(|(is_so, _)| *is_so)
    .map(|(_, key)| html! { (reader.say(key)) })
    .collect()
}
