//! What a document that is kept says, and how it is read.

use super::super::routes::Visit;
use super::document::{as_text, date, pieces};
use super::{FileForm, Trouble, made};
use crate::pages::reader::Reader;
use crate::plan::Seen;
use crate::plan::filing::kle::Kle;
use crate::plan::filing::{Filed, sha256};
use crate::words::Lang;
use crate::zone::wall_time;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::ChangeId;
use std::fmt::Write;

/// What a form asks for, read without the plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    filed_id: ChangeId,
    met_on: Day,
    kle: Kle,
}

impl FileForm {
    pub fn of(fields: Vec<(String, String)>) -> FileForm {
        let mut form = FileForm::default();
        for (name, value) in fields {
            match name.as_str() {
                "change_id" => form.change_id = value.parse().ok(),
                "met_on" => form.met_on = value,
                "kle" => form.kle = value,
                "present" => form.present.push(value),
                _ => {}
            }
        }
        form
    }

    /// Errors: what is missing, or is no such thing.
    pub fn read(&self, filed_id: ChangeId, today: Day) -> Result<Asked, Trouble> {
        let met_on = self.met_on.parse().ok().filter(|day: &Day| *day <= today);
        if self.present.is_empty() {
            return Err("export-nobody-present");
        }
        Ok(Asked {
            filed_id,
            met_on: met_on.ok_or("refusal-wrong-day")?,
            kle: self.kle.parse().map_err(|_| "export-no-kle")?,
        })
    }
}

/// The document and what stands about it. It is in Danish, the language of those who must keep it.
pub fn document(visit: &Visit, seen: &Seen, asked: Asked, form: &FileForm) -> (Filed, Vec<u8>) {
    let reader = Reader::new(Some(Lang::Da.tag()), Lang::Da);
    let is_present = |id: String| form.present.contains(&id);
    let members = seen.plan.members().filter(|member| is_present(member.member_id.to_string()));
    let present: Vec<String> = members.map(|member| member.name.clone()).collect();
    let mut filed = Filed {
        filed_id: asked.filed_id,
        by: seen.member_id,
        at: visit.now,
        met_on: asked.met_on,
        kle: asked.kle,
        present,
        sha256: String::new(),
    };
    let body = text(&reader, visit, seen, &filed).into_bytes();
    filed.sha256 = sha256(&body);
    (filed, body)
}

fn text(reader: &Reader, visit: &Visit, seen: &Seen, filed: &Filed) -> String {
    let family = seen.plan.head().map_or("", |head| head.name.as_str());
    let maker = seen.plan.member(filed.by).map_or("", |member| member.name.as_str());
    let day = date(reader, wall_time(filed.at).day);
    let head = [
        (reader.say("export-family"), family.to_owned()),
        (reader.say("export-met-day"), date(reader, filed.met_on)),
        (reader.say("export-present"), filed.present.join(", ")),
        (reader.say("export-kle"), filed.kle.to_string()),
        (reader.say("export-made-on"), day),
        (reader.say("export-made-by"), maker.to_owned()),
    ];
    let title = reader.say("board-title");
    let mut text = format!("{}\n{}\n\n", title.to_uppercase(), "=".repeat(title.chars().count()));
    for (name, words) in head {
        // Writing to a text does not fail.
        let _ = writeln!(text, "{name}: {words}");
    }
    let _ = writeln!(text, "\n{}", reader.say("export-filed-says"));
    text.push_str(&as_text(&pieces(reader, &seen.plan, visit.today)));
    text
}

/// The document to read, as it stands.
pub fn reading(visit: &Visit, seen: &Seen, filed: &Filed, body: &[u8]) -> Markup {
    let reader = &visit.reader;
    let address = format!("/plans/{}/filed/{}/document.txt", visit.plan_id, filed.filed_id);
    html! {
        p.lead { (reader.say("export-filed-stays")) }
        p.small { (made(visit, seen, filed)) }
        p { a.button href=(reader.link(&address)) download { (reader.say("export-filed-fetch")) } }
        // In Danish, whatever the page around it is in.
        pre.filed-text lang="da" dir="ltr" tabindex="0" { (String::from_utf8_lossy(body)) }
        p.small { (reader.say("export-check")) " " code dir="ltr" { (filed.sha256) } }
    }
}

#[cfg(test)]
mod tests {
    use super::FileForm;
    use shared::ids::ChangeId;

    fn form(met_on: &str, kle: &str, present: &[&str]) -> FileForm {
        let fields = [("change_id", "x"), ("met_on", met_on), ("kle", kle), ("nothing", "y")];
        let present = present.iter().map(|id| ("present", *id));
        FileForm::of(
            fields
                .into_iter()
                .chain(present)
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        )
    }

    #[test]
    fn what_is_missing_is_said() {
        let today = "2026-11-22".parse().unwrap();
        let read = |form: FileForm| form.read(ChangeId::MIN, today).err();
        assert_eq!(read(form("2026-11-20", "27.27.06 g01", &["a", "b"])), None);
        assert_eq!(read(form("2026-11-20", "27.27.06", &[])), Some("export-nobody-present"));
        assert_eq!(read(form("2026-11-23", "27.27.06", &["a"])), Some("refusal-wrong-day"));
        assert_eq!(read(form("", "27.27.06", &["a"])), Some("refusal-wrong-day"));
        assert_eq!(read(form("2026-11-20", "27", &["a"])), Some("export-no-kle"));
    }
}
