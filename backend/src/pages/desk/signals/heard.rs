//! What a company has told, as the forms of a company, a talk and a placement are filled in from it. Once the placement
//! is saved, the talk stands in the book and the signal is done.

use super::{about, number};
use crate::error::Error;
use crate::matching::book::{self, Call, Contact, Entry};
use crate::matching::signals::{community, whose};
use crate::pages::desk::companies;
use crate::pages::desk::place_form::of_placement;
use crate::pages::desk::reasons::task_list;
use crate::pages::desk::routes::AtDesk;
use crate::pages::profile::Sent;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{CompanyId, ContactId, PlacementId, SignalId, WorkplaceId};
use shared::matching::occupations::occupation;
use shared::matching::signal::Signal;
use shared::matching::words::Kind;

/// A signal that a form is filled in from.
#[derive(Clone, Debug)]
pub struct Heard {
    pub id: SignalId,
    signal: Signal,
    /// The workplace of ours that it is.
    workplace: Option<WorkplaceId>,
}

/// Where a new company is written down from a signal.
pub fn new_company(id: impl std::fmt::Display) -> String {
    format!("{}/new?signal={id}", companies::ADDRESS)
}

/// `None`: the form is of no signal.
pub async fn heard(at: &AtDesk, id: &str) -> Result<Option<Heard>, Error> {
    if id.is_empty() {
        return Ok(None);
    }
    let id: SignalId = id.parse().map_err(|_| Error::NotFound)?;
    let signal = book::signal(at.app.db(), id).await?.ok_or(Error::NotFound)?;
    let said = signal.place.clone();
    let known = move |market: &_| whose(market, &said).map(|workplace| workplace.id);
    let workplace = at.app.desk().ask(known).await?;
    Ok(Some(Heard { id, signal, workplace }))
}

impl Heard {
    /// The form of a placement. What it is called the consultant hears on the telephone, and so too where it is and what
    /// work it is, where that is not told.
    pub fn place(&self, reader: &Reader, today: Day) -> Sent {
        let kind = self.signal.kinds().iter().next().unwrap_or(Kind::WorkPlacement);
        let workplace = self.workplace.unwrap_or(WorkplaceId::MIN);
        let placement = self.signal.placement(kind, PlacementId(self.id.0), workplace, today);
        let mut sent = of_placement(reader, &placement);
        sent.put_over("title", "");
        if self.workplace.is_none() {
            sent.put_over("workplace", "");
        }
        if occupation(placement.occupation).is_none() {
            sent.put_over("occupation", "");
        }
        sent.put("signal", self.id.to_string());
        sent
    }

    /// The form of a new company with its first workplace and the first talk.
    pub fn company(&self, reader: &Reader) -> Sent {
        let said = &self.signal.place;
        let name = said.split(',').next().unwrap_or(said).trim();
        let talk = self.talk(reader);
        let mut sent = Sent::default();
        sent.put("signal", self.id.to_string());
        sent.put("company", name);
        sent.put("name", name);
        sent.put(
            "community",
            community(said).map(|site| site.community.clone()).unwrap_or_default(),
        );
        sent.put("with", talk.with);
        sent.put("phone", talk.phone);
        sent.put("note", talk.note);
        sent.put("call", format!("{:?}", talk.call));
        sent
    }

    fn talk(&self, reader: &Reader) -> Entry {
        let signal = &self.signal;
        let listed = task_list(reader, &signal.tasks);
        let tasks: Vec<&str> = [listed.as_str(), signal.other_task.trim()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        let said = [
            ("task", &tasks.join(", ")),
            ("must", &signal.must),
            ("nice", &signal.nice),
            ("not-when", &signal.not_when),
        ];
        let said = said.into_iter().filter(|(_, text)| !text.trim().is_empty());
        let mut note = vec![reader.say(about(signal.about))];
        note.extend(said.map(|(case, text)| reader.say_with("signals-said", &[("case", case), ("text", text)])));
        Entry {
            with: signal.name.clone(),
            phone: signal.phone.clone(),
            note: note.join(" · "),
            promised: String::new(),
            promised_by: None,
            kept: None,
            call: if signal.not_when.trim().is_empty() {
                Call::Welcome
            } else {
                Call::AsNoted
            },
        }
    }

    /// What the form has no field for.
    pub fn beside(&self, reader: &Reader) -> Markup {
        let signal = &self.signal;
        html! {
            section.preview aria-labelledby="heard-head" {
                div.head { h2 id="heard-head" { (reader.say("signals-heard")) } span.faint { bdi { (signal.place) } } }
                (number(reader, signal))
                dl.facts {
                    @if !signal.must.is_empty() { dt { (reader.say("place-must")) } dd lang=[reader.danish()] dir="auto" { (signal.must) } }
                    @if !signal.nice.is_empty() { dt { (reader.say("place-nice")) } dd lang=[reader.danish()] dir="auto" { (signal.nice) } }
                }
            }
        }
    }

    /// Writes the talk into the book, once, however often it is saved.
    pub async fn write_talk(&self, at: &AtDesk, company_id: CompanyId, entry: Entry) -> Result<(), Error> {
        let contact = Contact {
            contact_id: ContactId(self.id.0),
            company_id,
            workplace_id: None,
            by: at.caller.person_id,
            at: at.now,
            entry,
        };
        book::add_contact(at.app.db(), &contact).await?;
        Ok(())
    }

    /// The placement is written down: they were talked with, and the signal is done.
    pub async fn finish(&self, at: &AtDesk, workplace: WorkplaceId) -> Result<(), Error> {
        let of = move |market: &crate::matching::market::Market| market.workplace(workplace).map(|held| held.thing.company);
        if let Some(company) = at.app.desk().ask(of).await? {
            self.write_talk(at, company, self.talk(&at.reader)).await?;
        }
        book::close_signal(at.app.db(), self.id, at.now).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Heard;
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use shared::ids::SignalId;
    use shared::matching::occupations::find_tasks;
    use uuid::Uuid;

    #[test]
    fn the_talk_keeps_the_tasks_of_the_list_beside_those_in_the_companys_own_words() {
        let shelves = find_tasks("fylde hylder")[0].id;
        let note = |tasks: &[_], other: &str| {
            let signal = serde_json::json!({
                "about": "Hands", "tasks": tasks, "other_task": other, "place": "Købmanden", "name": "Kirsten", "phone": "12 34 57 09",
            });
            let heard = Heard {
                id: SignalId(Uuid::nil()),
                signal: serde_json::from_value(signal).unwrap(),
                workplace: None,
            };
            heard.talk(&Reader::new(Some("da"), Lang::Da)).note
        };
        let both = note(&[shelves], "sætte priser på");
        assert!(both.ends_with("Opgaver: fylde hylder, sætte priser på"), "{both}");
        assert!(note(&[shelves], "").ends_with("Opgaver: fylde hylder"));
        assert!(note(&[], "sætte priser på").ends_with("Opgaver: sætte priser på"));
        assert!(!note(&[], " ").contains("Opgaver"));
    }
}
