//! The forms of a company's page, read; or every sentence that says what to put right.

use crate::matching::book::{Call, Entry};
use crate::pages::profile::Sent;
use crate::pages::reader::Reader;
use shared::day::Day;
use shared::ids::{CompanyId, WorkplaceId};
use shared::matching::numbers::{BadNumber, Cvr, PNumber};
use shared::matching::place::{Site, site};
use shared::matching::placement::{Company, Staff, Supported, Workplace};
use shared::matching::week::Quarters;

/// The longest text of a field.
const LETTERS: usize = 2_000;
/// No workplace here has more full-time employees.
const MOST_STAFF: u32 = 10_000;

type Read<T> = Result<T, Vec<String>>;

/// Collects what is wrong, so that a form comes back once and not field by field.
struct Slips<'a> {
    reader: &'a Reader,
    sent: &'a Sent,
    found: Vec<String>,
}

impl<'a> Slips<'a> {
    fn new(reader: &'a Reader, sent: &'a Sent) -> Self {
        Slips {
            reader,
            sent,
            found: Vec::new(),
        }
    }

    fn slip(&mut self, key: &str) {
        self.found.push(self.reader.say(key));
    }

    fn text(&mut self, name: &str, missing: Option<&str>) -> String {
        let text = self.sent.get(name).to_owned();
        match missing {
            Some(key) if text.is_empty() => self.slip(key),
            _ if text.chars().count() > LETTERS => self.slip("companies-slip-long"),
            _ => {}
        }
        text
    }

    fn day(&mut self, text: &str) -> Option<Day> {
        let day = text.parse().ok();
        if day.is_none() && !text.is_empty() {
            self.slip("companies-slip-day");
        }
        day
    }

    fn number<T: std::str::FromStr<Err = BadNumber>>(&mut self, name: &str) -> Option<T> {
        let text = self.sent.get(name);
        if text.is_empty() {
            return None;
        }
        match text.parse() {
            Ok(number) => Some(number),
            Err(bad) => {
                let case = match bad {
                    BadNumber::NotDigits => "digits",
                    BadNumber::Length(_) => "length",
                    BadNumber::CheckDigit => "check",
                };
                self.found.push(
                    self.reader
                        .say_with("companies-bad-number", &[("case", case), ("field", name), ("text", text)]),
                );
                None
            }
        }
    }

    fn done<T>(self, thing: T) -> Read<T> {
        if self.found.is_empty() { Ok(thing) } else { Err(self.found) }
    }
}

pub fn entry(reader: &Reader, sent: &Sent) -> Read<Entry> {
    let mut slips = Slips::new(reader, sent);
    let promised_by = slips.day(sent.get("promised_by"));
    let entry = Entry {
        with: slips.text("with", Some("companies-slip-with")),
        phone: slips.text("phone", None),
        note: slips.text("note", Some("companies-slip-note")),
        promised: slips.text("promised", None),
        promised_by,
        kept: None,
        call: match sent.get("call") {
            "AsNoted" => Call::AsNoted,
            "DoNotCall" => Call::DoNotCall,
            _ => Call::Welcome,
        },
    };
    slips.done(entry)
}

pub fn company(reader: &Reader, sent: &Sent, id: CompanyId) -> Read<Company> {
    let mut slips = Slips::new(reader, sent);
    let company = Company {
        id,
        name: slips.text("company", Some("companies-slip-name")),
        cvr: slips.number::<Cvr>("cvr").map(Cvr::number),
        public: sent.get("public") == "yes",
    };
    slips.done(company)
}

/// `before` is the workplace as it was: its exact place on the map stays while its community does.
pub fn workplace(
    reader: &Reader,
    sent: &Sent,
    id: WorkplaceId,
    company: CompanyId,
    before: Option<&Workplace>,
) -> Read<Workplace> {
    let mut slips = Slips::new(reader, sent);
    let name = slips.text("name", Some("companies-slip-workplace"));
    let place = where_it_is(&mut slips, before);
    let staff = Staff {
        ordinary: staff(&mut slips),
        supported: supported(&mut slips),
    };
    let p_number = slips.number::<PNumber>("p_number").map(PNumber::number);
    match place {
        Some(site) => slips.done(Workplace {
            id,
            company,
            name,
            p_number,
            site,
            staff,
        }),
        None => {
            slips.slip("companies-slip-community");
            Err(slips.found)
        }
    }
}

fn where_it_is(slips: &mut Slips<'_>, before: Option<&Workplace>) -> Option<Site> {
    let said = slips.sent.get("community");
    let kept = before.map(|workplace| &workplace.site).filter(|site| site.community == said);
    kept.or_else(|| site(said)).cloned()
}

/// All four months or none.
fn staff(slips: &mut Slips<'_>) -> Option<[u32; 4]> {
    let sent = slips.sent;
    let typed: Vec<&str> = sent.all("staff").filter(|text| !text.is_empty()).collect();
    if typed.is_empty() {
        return None;
    }
    let months: Option<Vec<u32>> = typed.iter().map(|text| hundredths(text)).collect();
    let months = months.and_then(|months| <[u32; 4]>::try_from(months).ok());
    if months.is_none() {
        slips.slip("companies-slip-staff");
    }
    months
}

/// "12", "12,4", "12.45" in hundredths.
fn hundredths(text: &str) -> Option<u32> {
    let text = text.replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let whole: u32 = whole.parse().ok().filter(|whole| *whole <= MOST_STAFF)?;
    let is_digits = part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let part: u32 = is_digits.then(|| format!("{part:0<2}").parse().ok())??;
    Some(whole * 100 + part)
}

fn supported(slips: &mut Slips<'_>) -> Vec<Supported> {
    let sent = slips.sent;
    let mut supported = Vec::new();
    for (hours, until) in sent.all("supported_hours").zip(sent.all("supported_until")) {
        if hours.is_empty() && until.is_empty() {
            continue;
        }
        match (hours_typed(hours), until.parse()) {
            (Some(hours), Ok(until)) => supported.push(Supported { hours, until }),
            _ => slips.slip("companies-slip-supported"),
        }
    }
    supported
}

/// Hours of a week as people type them: "15", "12½", "12,5", "12.25".
pub fn hours_typed(text: &str) -> Option<Quarters> {
    let text = text.replace('½', ",5").replace('¼', ",25").replace('¾', ",75");
    let text = if text.starts_with(',') { format!("0{text}") } else { text };
    let hundredths = hundredths(text.trim())?;
    (hundredths % 25 == 0 && hundredths <= 168 * 100).then_some(())?;
    Some(Quarters((hundredths / 25) as u16))
}

#[cfg(test)]
mod tests {
    use super::{company, entry, hours_typed, hundredths, workplace};
    use crate::pages::profile::Sent;
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use shared::ids::{CompanyId, WorkplaceId};
    use shared::matching::week::Quarters;

    fn sent(fields: &[(&str, &str)]) -> Sent {
        let mut sent = Sent::default();
        for (name, value) in fields {
            sent.put(name, *value);
        }
        sent
    }

    fn reader() -> Reader {
        Reader::new(None, Lang::Da)
    }

    #[test]
    fn figures_are_read_as_they_are_typed() {
        assert_eq!(hundredths("12"), Some(1200));
        assert_eq!(hundredths("12,4"), Some(1240));
        assert_eq!(hundredths("0.05"), Some(5));
        for wrong in ["", "-1", "12,345", "1e3", "99999999", "12,-1"] {
            assert_eq!(hundredths(wrong), None, "{wrong}");
        }
        assert_eq!(hours_typed("12½"), Some(Quarters(50)));
        assert_eq!(hours_typed("½"), Some(Quarters(2)));
        assert_eq!(hours_typed("15,25"), Some(Quarters(61)));
        assert_eq!(hours_typed("15,1"), None);
        assert_eq!(hours_typed("169"), None);
    }

    #[test]
    fn a_wrong_digit_in_a_number_is_told_in_words() {
        let read = company(
            &reader(),
            &sent(&[("company", "Lærke"), ("cvr", "13 74 81 36")]),
            CompanyId::MIN,
        );
        assert_eq!(read.map(|company| company.cvr), Ok(Some(13_748_136)));
        let read = company(
            &reader(),
            &sent(&[("company", "Lærke"), ("cvr", "13 74 81 37")]),
            CompanyId::MIN,
        );
        assert!(read.is_err_and(|slips| slips.len() == 1 && slips[0].contains("13 74 81 37")));
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let fields = sent(&[
            ("community", "Nowhere"),
            ("staff", "many"),
            ("supported_hours", "5"),
            ("supported_until", ""),
        ]);
        let read = workplace(&reader(), &fields, WorkplaceId::MIN, CompanyId::MIN, None);
        assert!(read.is_err_and(|slips| slips.len() == 4));
        assert!(entry(&reader(), &sent(&[])).is_err_and(|slips| slips.len() == 2));
    }
}
