//! One company: whether to call, then the number; what was said; where people work; its placements.

use super::forms::{company_form, contact_form, workplace_form};
use super::promises::open_promise;
use super::{Draft, call_key, call_tag, promised};
use crate::matching::book::{self, Call, Contact};
use crate::matching::lists::Offer;
use crate::pages::desk::person::facts_line;
use crate::pages::reader::Reader;
use crate::zone::wall_time;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{Millis, PersonId};
use shared::matching::calendar::monday;
use shared::matching::numbers::{Cvr, PNumber};
use shared::matching::placement::{Company, Staff, Workplace};

/// A company with all that the page tells of it.
#[derive(Clone, Debug)]
pub struct CompanyView {
    pub company: Company,
    pub revision: i64,
    /// Each with its revision.
    pub workplaces: Vec<(Workplace, i64)>,
    /// Soonest to run out first; what has run out before what is open.
    pub offers: Vec<Offer>,
    /// Newest first, each with the name of who had it.
    pub contacts: Vec<(Contact, String)>,
    /// Who reads.
    pub me: PersonId,
    pub draft: Draft,
}

pub fn company(reader: &Reader, view: &CompanyView, now: Millis) -> Markup {
    let today = Day::in_denmark(now);
    html! {
        div {
            @if let Some(draft) = view.draft.of("remove") { (draft.above) }
            div.who {
                h1.firm { bdi { (view.company.name) } }
                span.faint {
                    @if let Some(cvr) = view.company.cvr.and_then(|cvr| Cvr::new(cvr).ok()) { (reader.say("companies-cvr")) " " bdi dir="ltr" { (cvr) } }
                    @if view.company.public { " · " (reader.say("companies-public")) }
                }
            }
            (call(reader, view, now))
            (contact_form(reader, view))
            (talks(reader, view, today))
        }
        div {
            (places(reader, view, today))
            (workplaces(reader, view))
            (company_form(reader, view))
        }
    }
}

/// Whether to call, what a colleague did, what was promised; and only then the number.
fn call(reader: &Reader, view: &CompanyView, now: Millis) -> Markup {
    let contacts: Vec<Contact> = view.contacts.iter().map(|(contact, _)| contact.clone()).collect();
    let (call, today) = (book::call(&contacts), Day::in_denmark(now));
    let name_of = |contact: &Contact| {
        view.contacts
            .iter()
            .find(|(other, _)| other.contact_id == contact.contact_id)
            .map_or("", |(_, name)| name)
    };
    let number = contacts.iter().find(|contact| !contact.entry.phone.trim().is_empty());
    html! {
        section.call aria-label=(reader.say("companies-call")) {
            p { (call_tag(reader, call)) }
            @if let Some(contact) = book::just_called(&contacts, view.me, now) {
                p.warn {
                    b { (reader.say_with("companies-colleague", &[("name", name_of(contact)), ("day", &reader.day(wall_time(contact.at).day, today))])) } " "
                    (reader.say("companies-colleague-first"))
                }
            }
            @if call != Call::Welcome {
                @if let Some(newest) = contacts.first() { p.warn lang=[reader.danish()] dir="auto" { (newest.entry.note) } }
            }
            @for contact in book::promises(&contacts) { (open_promise(reader, contact, today)) }
            @if let Some(contact) = number {
                p.phone {
                    bdi { (contact.entry.with) } " "
                    @if call == Call::DoNotCall {
                        span.faint { (reader.say("companies-call-not-why")) }
                    } @else {
                        a.tel href={ "tel:" (contact.entry.phone.replace(' ', "")) } dir="ltr" { (contact.entry.phone) }
                    }
                }
            }
        }
    }
}

fn talks(reader: &Reader, view: &CompanyView, today: Day) -> Markup {
    html! {
        div.head { h2 { (reader.say("companies-book")) } span.faint { (view.contacts.len()) } }
        @if view.contacts.is_empty() { p.empty { (reader.say("companies-book-empty")) } }
        ol.talks {
            @for (contact, by) in &view.contacts {
                @let at = wall_time(contact.at);
                li {
                    p { b { (reader.day(at.day, today)) } " " (reader.say_with("companies-talked", &[("name", by), ("with", &contact.entry.with)])) }
                    p lang=[reader.danish()] dir="auto" { (contact.entry.note) }
                    @if !contact.entry.promised.trim().is_empty() {
                        p {
                            (promised(reader, contact))
                            @if let Some(day) = contact.entry.kept { " " span.tag.good { (reader.say_with("companies-kept-on", &[("day", &reader.date(day))])) } }
                        }
                    }
                    @if contact.entry.call != Call::Welcome { p.faint { (reader.say(call_key(contact.entry.call))) } }
                }
            }
        }
    }
}

fn places(reader: &Reader, view: &CompanyView, today: Day) -> Markup {
    html! {
        div.head {
            h2 { (reader.say("desk-places")) }
            span.faint { (view.offers.len()) }
            @if let Some((workplace, _)) = view.workplaces.first() {
                a.act.last href=(reader.link(&format!("/desk/places/new?workplace={}", workplace.id))) { (reader.say("places-new")) }
            }
        }
        @if view.offers.is_empty() { p.empty { (reader.say("companies-no-places")) } }
        ol.place-list {
            @for offer in &view.offers {
                li {
                    div {
                        h3 { a href=(reader.link(&format!("/desk/places/{}", offer.placement.id))) { bdi lang=[reader.danish()] { (offer.placement.title) } } }
                        p.faint { (facts_line(reader, offer)) }
                        p { (expiry(reader, offer.placement.expires, today)) }
                    }
                }
            }
        }
    }
}

/// Until when a confirmation counts, and whether that is over or this week.
pub fn expiry(reader: &Reader, expires: Day, today: Day) -> Markup {
    let day = reader.date(expires);
    html! {
        @if expires < today { span.tag.stop { (reader.say_with("places-has-run-out", &[("day", &day)])) } }
        @else if expires <= monday(today).plus(6) { span.tag.asks { (reader.say_with("places-runs-out", &[("day", &day)])) } }
        @else { span.faint { (reader.say_with("places-open-until", &[("day", &day)])) } }
    }
}

fn workplaces(reader: &Reader, view: &CompanyView) -> Markup {
    html! {
        div.head { h2 { (reader.say("companies-workplaces")) } span.faint { (view.workplaces.len()) } }
        @for (workplace, revision) in &view.workplaces {
            section.workplace aria-label=(workplace.name) {
                h3 { bdi { (workplace.name) } " " span.faint { (workplace.site.community) } }
                p.faint {
                    @match workplace.p_number.and_then(|number| PNumber::new(number).ok()) {
                        Some(number) => { (reader.say("companies-p-number")) " " bdi dir="ltr" { (number) } },
                        None => (reader.say("companies-no-p-number")),
                    }
                }
                p { (staff(reader, &workplace.staff)) }
                (workplace_form(reader, view, Some((workplace, *revision))))
            }
        }
        (workplace_form(reader, view, None))
    }
}

fn staff(reader: &Reader, staff: &Staff) -> Markup {
    html! {
        @match staff.ordinary {
            Some(months) => {
                (reader.say("companies-staff")) ": "
                bdi dir="ltr" { (months.map(|month| reader.hundredths(i64::from(month))).join(" · ")) }
            }
            None => span.tag.asks { (reader.say("companies-staff-unknown")) },
        }
        @if !staff.supported.is_empty() { ". " (reader.say_count("companies-supported", staff.supported.len() as u32)) }
    }
}
