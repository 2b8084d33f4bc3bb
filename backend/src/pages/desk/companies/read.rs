//! The forms of a company's page, read; or every sentence that says what to put right.

use crate::matching::book::{Call, Entry};
use crate::pages::profile::{Reading, Sent, Slip, Slips};
use shared::day::Day;
use shared::ids::{CompanyId, WorkplaceId};
use shared::matching::decimals::{read_hours, read_parts};
use shared::matching::numbers::{BadNumber, Cvr, PNumber};
use shared::matching::place::{Site, site};
use shared::matching::placement::{Company, Staff, Supported, Workplace};
use std::str::FromStr;

/// The longest text of a field.
const LETTERS: usize = 2_000;
/// No workplace here has more full-time employees.
const MOST_STAFF: u32 = 10_000;

/// The number of a company or a workplace, where one was typed.
fn number<T: FromStr<Err = BadNumber>>(reading: &mut Reading<'_>, field: &'static str, label: &'static str) -> Option<T> {
    let text = reading.sent.get(field);
    if text.is_empty() {
        return None;
    }
    let case = match text.parse() {
        Ok(number) => return Some(number),
        Err(BadNumber::NotDigits) => "digits",
        Err(BadNumber::Length(_)) => "length",
        Err(BadNumber::CheckDigit) => "check",
    };
    reading.add(
        Slip::new(field, label, "companies-bad-number")
            .with("case", case)
            .with("text", text),
    );
    None
}

/// Nothing is promised for a day that has gone by.
pub fn entry(sent: &Sent, today: Day) -> Result<Entry, Slips> {
    let mut reading = Reading::of(sent);
    let entry = Entry {
        with: reading.text("with", "companies-with", LETTERS, Some("companies-slip-with")),
        phone: reading.text("phone", "companies-phone", LETTERS, None),
        note: reading.text("note", "companies-note", LETTERS, Some("companies-slip-note")),
        promised: reading.text("promised", "companies-what-promised", LETTERS, None),
        promised_by: reading.day("promised_by", "companies-when-promised"),
        kept: None,
        call: match sent.get("call") {
            "AsNoted" => Call::AsNoted,
            "DoNotCall" => Call::DoNotCall,
            _ => Call::Welcome,
        },
    };
    if entry.promised_by.is_some_and(|day| day < today) {
        reading.slip("promised_by", "companies-when-promised", "companies-slip-promised-by");
    }
    reading.done(Some(entry))
}

pub fn company(sent: &Sent, id: CompanyId) -> Result<Company, Slips> {
    let mut reading = Reading::of(sent);
    let company = Company {
        id,
        name: reading.text("company", "companies-name", LETTERS, Some("companies-slip-name")),
        cvr: number::<Cvr>(&mut reading, "cvr", "companies-cvr").map(Cvr::number),
        public: sent.get("public") == "yes",
    };
    reading.done(Some(company))
}

/// `before` is the workplace as it was: its exact place on the map stays while its community does.
pub fn workplace(sent: &Sent, id: WorkplaceId, company: CompanyId, before: Option<&Workplace>) -> Result<Workplace, Slips> {
    let mut reading = Reading::of(sent);
    let name = reading.text("name", "companies-workplace-name", LETTERS, Some("companies-slip-workplace"));
    let place = where_it_is(sent, before);
    if place.is_none() {
        reading.slip("community", "companies-community", "companies-slip-community");
    }
    let p_number = number::<PNumber>(&mut reading, "p_number", "companies-p-number").map(PNumber::number);
    let staff = Staff {
        ordinary: staff(&mut reading),
        supported: supported(&mut reading),
    };
    let workplace = place.map(|site| Workplace {
        id,
        company,
        name,
        p_number,
        site,
        staff,
    });
    reading.done(workplace)
}

fn where_it_is(sent: &Sent, before: Option<&Workplace>) -> Option<Site> {
    let said = sent.get("community");
    let kept = before.map(|workplace| &workplace.site).filter(|site| site.community == said);
    kept.or_else(|| site(said)).cloned()
}

/// All four months or none.
fn staff(reading: &mut Reading<'_>) -> Option<[u32; 4]> {
    let typed: Vec<&str> = reading.sent.all("staff").collect();
    if typed.iter().all(|text| text.is_empty()) {
        return None;
    }
    let months: Option<Vec<u32>> = typed.iter().map(|text| employees(text)).collect();
    let months = months.and_then(|months| <[u32; 4]>::try_from(months).ok());
    if months.is_none() {
        let row = typed.iter().position(|text| employees(text).is_none()).unwrap_or(0);
        reading.add(Slip::new("staff", "companies-staff-month", "companies-slip-staff").in_row(row));
    }
    months
}

/// Full-time employees, in hundredths.
fn employees(text: &str) -> Option<u32> {
    read_parts(text, 100).filter(|hundredths| *hundredths <= MOST_STAFF * 100)
}

fn supported(reading: &mut Reading<'_>) -> Vec<Supported> {
    let mut supported = Vec::new();
    for (row, [hours, until]) in supported_rows(reading.sent).into_iter().enumerate() {
        match (read_hours(hours), until.parse()) {
            (Some(hours), Ok(until)) => supported.push(Supported { hours, until }),
            (None, _) => {
                reading.add(Slip::new("supported_hours", "companies-supported-now", "companies-slip-supported").in_row(row));
            }
            (_, Err(_)) => {
                reading.add(Slip::new("supported_until", "companies-supported-now", "companies-slip-supported").in_row(row));
            }
        }
    }
    supported
}

/// Hours and last day of each who is there with support, as they were typed.
pub fn supported_rows(sent: &Sent) -> Vec<[&str; 2]> {
    let rows = sent.rows(["supported_hours", "supported_until"]).into_iter();
    rows.filter(|row| row.iter().any(|text| !text.is_empty())).collect()
}

#[cfg(test)]
mod tests {
    use super::{company, employees, entry, workplace};
    use crate::pages::profile::{Sent, Slips};
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use shared::day::Day;
    use shared::ids::{CompanyId, WorkplaceId};

    fn sent(fields: &[(&str, &str)]) -> Sent {
        let mut sent = Sent::default();
        for (name, value) in fields {
            sent.put(name, *value);
        }
        sent
    }

    fn fields(slips: &Slips) -> Vec<&'static str> {
        slips.slips.iter().map(|slip| slip.field).collect()
    }

    #[test]
    fn employees_are_read_as_they_are_typed() {
        assert_eq!(employees("12"), Some(1200));
        assert_eq!(employees("12,4"), Some(1240));
        assert_eq!(employees("0.05"), Some(5));
        for wrong in ["", "-1", "12,345", "1e3", "99999999", "12,-1"] {
            assert_eq!(employees(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_wrong_digit_in_a_number_is_told_in_words() {
        let read = |cvr: &str| company(&sent(&[("company", "Lærke"), ("cvr", cvr)]), CompanyId::MIN);
        assert_eq!(read("13 74 81 36").map(|company| company.cvr), Ok(Some(13_748_136)));
        let slips = read("13 74 81 37").unwrap_err();
        let [told] = &slips.at(&Reader::new(None, Lang::Da), "cvr", None)[..] else {
            panic!("{slips:?}")
        };
        assert!(told.contains("13 74 81 37"));
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once_each_at_its_field() {
        let typed = sent(&[
            ("community", "Nowhere"),
            ("staff", "12"),
            ("staff", "many"),
            ("supported_hours", "5"),
            ("supported_until", ""),
        ]);
        let slips = workplace(&typed, WorkplaceId::MIN, CompanyId::MIN, None).unwrap_err();
        assert_eq!(fields(&slips), ["name", "community", "staff", "supported_until"]);
        let at = |field, row| slips.at(&Reader::new(None, Lang::Da), field, Some(row)).len();
        assert_eq!([at("staff", 0), at("staff", 1), at("supported_until", 0)], [0, 1, 1]);
        let today: Day = "2026-11-22".parse().unwrap();
        assert_eq!(fields(&entry(&sent(&[]), today).unwrap_err()), ["with", "note"]);
        let promise = |day: &str| entry(&sent(&[("with", "Lis"), ("note", "Ring"), ("promised_by", day)]), today);
        assert_eq!(fields(&promise("2026-11-21").unwrap_err()), ["promised_by"]);
        assert_eq!(promise("2026-11-22").unwrap().promised_by, Some(today));
    }
}
