//! Placements as schema.org's `JobPosting` writes them (JSON-LD), and such postings as a table of placements.
//!
//! What a posting has no word for (what the work demands, what could be changed) is not in it, and stays as it was where
//! a posting of ours comes back under its own number. Only the desk makes and reads these: no company has said
//! here that the whole world may see its openings.

use super::cell::Cell;
use super::hours::Shifts;
use super::places::At;
use super::revision::REVISION;
use super::sheet::{CELL, FILE, ROWS, Sheet, Unreadable};
use crate::matching::market::Market;
use crate::words::Lang;
use serde_json::{Map, Value as Json, json};
use shared::day::Day;
use shared::matching::gates::FULL_WEEK;
use shared::matching::numbers::Cvr;
use shared::matching::occupations::task;
use shared::matching::placement::{Company, Placement, Workplace};
use shared::matching::shift::final_hours;
use shared::matching::words::{Kind, TaskId};

/// All placements that somebody has said are still there.
pub fn postings(market: &Market, today: Day, lang: Lang) -> Json {
    let graph = market.openings(today).filter_map(|opening| {
        let company = &market.company(opening.workplace.company)?.thing;
        let mut posting = posting(opening.placement, opening.workplace, company, lang);
        posting["identifier"] = property(REVISION, &market.revision().to_string());
        Some(posting)
    });
    json!({ "@context": "https://schema.org", "@graph": graph.collect::<Vec<Json>>() })
}

pub fn posting(placement: &Placement, workplace: &Workplace, company: &Company, lang: Lang) -> Json {
    let tasks = placement.tasks.iter().map(|task| task.write(lang));
    let responsibilities: Vec<String> = tasks.chain(placement.other_tasks.iter().cloned()).collect();
    let mut organization = Map::new();
    organization.insert("@type".into(), json!("Organization"));
    organization.insert("name".into(), json!(company.name));
    if let Some(cvr) = company.cvr {
        organization.insert("identifier".into(), property("CVR", &cvr.to_string()));
    }
    let at = At::of(Some(workplace));
    let point = workplace.site.point;
    let mut place = Map::new();
    place.insert("@type".into(), json!("Place"));
    place.insert("@id".into(), json!(format!("urn:uuid:{}", workplace.id)));
    place.insert("name".into(), json!(workplace.name));
    place.insert(
        "address".into(),
        json!({ "@type": "PostalAddress", "addressLocality": workplace.site.community, "addressCountry": "DK" }),
    );
    let degrees = point.write(lang);
    let (latitude, longitude) = degrees.split_once(", ").unwrap_or_default();
    place.insert(
        "geo".into(),
        json!({ "@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude }),
    );
    if let Some(number) = at.p_number {
        place.insert("identifier".into(), property("P", &number.number().to_string()));
    }
    let mut posting = Map::new();
    let mut add = |name: &str, value: Json| drop(posting.insert(name.to_owned(), value));
    add("@context", json!("https://schema.org"));
    add("@type", json!("JobPosting"));
    add("@id", json!(format!("urn:uuid:{}", placement.id)));
    add("title", json!(placement.title));
    add("description", json!(tasks_in_words(placement, lang)));
    add("responsibilities", json!(responsibilities));
    add("occupationalCategory", json!(placement.occupation.write(lang)));
    add("employmentType", json!(employment(placement)));
    add("additionalType", json!(format!("{:?}", placement.kind)));
    add("workHours", json!(Shifts(placement.shifts.clone()).write(lang)));
    add("totalJobOpenings", json!(placement.seats));
    add("jobStartDate", json!(placement.start.to_string()));
    add("datePosted", json!(placement.confirmed.to_string()));
    add("validThrough", json!(placement.expires.to_string()));
    add("hiringOrganization", Json::Object(organization));
    add("jobLocation", Json::Object(place));
    Json::Object(posting)
}

/// As people read it: without our numbers.
fn tasks_in_words(placement: &Placement, lang: Lang) -> String {
    let named = placement.tasks.iter().filter_map(|id| task(*id)).map(|task| match lang {
        Lang::Da => task.da,
        Lang::En => task.en,
    });
    let own = placement.other_tasks.iter().map(String::as_str);
    named.chain(own).collect::<Vec<_>>().join(". ")
}

fn property(name: &str, value: &str) -> Json {
    json!({ "@type": "PropertyValue", "name": name, "value": value })
}

/// The words that search engines know.
fn employment(placement: &Placement) -> Vec<&'static str> {
    let hours = if final_hours(&placement.shifts) >= FULL_WEEK {
        "FULL_TIME"
    } else {
        "PART_TIME"
    };
    match placement.kind {
        Kind::WorkPlacement => vec!["INTERN"],
        Kind::WageSubsidy => vec![hours, "OTHER"],
        Kind::PaidHours | Kind::YouthJob => vec![hours],
        Kind::DayJob => vec!["PER_DIEM"],
    }
}

/// The columns that a posting can say something of.
const COLUMNS: [&str; 14] = [
    "id",
    REVISION,
    "workplace-id",
    "p-number",
    "workplace",
    "kind",
    "occupation",
    "title",
    "tasks",
    "other-tasks",
    "shifts",
    "seats",
    "start",
    "expires",
];

/// One posting, several in a list, or a graph of them.
pub fn read(file: &[u8]) -> Result<Sheet, Unreadable> {
    if file.len() > FILE {
        return Err(Unreadable::TooLarge);
    }
    let text = std::str::from_utf8(file).map_err(|_| Unreadable::Letters)?;
    let json: Json = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|_| Unreadable::Other)?;
    let mut found = Vec::new();
    gather(&json, &mut found);
    match found.len() {
        0 => return Err(Unreadable::Empty),
        1..=ROWS => {}
        _ => return Err(Unreadable::TooLarge),
    }
    Ok(Sheet {
        headings: COLUMNS.map(str::to_owned).to_vec(),
        rows: found.into_iter().map(row).collect(),
    })
}

/// JSON nests at most 128 deep, as it was read.
fn gather<'a>(json: &'a Json, found: &mut Vec<&'a Json>) {
    match json {
        Json::Array(all) => all.iter().for_each(|one| gather(one, found)),
        Json::Object(_) if texts(&json["@type"]).iter().any(|kind| kind.ends_with("JobPosting")) => found.push(json),
        Json::Object(map) => {
            if let Some(graph) = map
                .get("@graph")
                .or_else(|| map.get("itemListElement"))
                .or_else(|| map.get("item"))
            {
                gather(graph, found);
            }
        }
        _ => {}
    }
}

fn row(posting: &Json) -> Vec<String> {
    let place = first(&posting["jobLocation"]);
    let organization = first(&posting["hiringOrganization"]);
    let is_cvr = identifier(organization, "CVR").is_some_and(|cvr| cvr.parse::<Cvr>().is_ok());
    let duties: Vec<String> = texts(&posting["responsibilities"]);
    let (tasks, others): (Vec<String>, Vec<String>) = duties.into_iter().partition(|duty| is_task(duty));
    let name = text(&place["name"]).or_else(|| text(&organization["name"]).filter(|_| !is_cvr || place["name"].is_null()));
    COLUMNS
        .map(|column| match column {
            "id" => uuid_of(posting),
            REVISION => identifier(posting, REVISION),
            "workplace-id" => uuid_of(place),
            "p-number" => identifier(place, "P"),
            "workplace" => name.clone(),
            "kind" => kind(posting),
            "occupation" => occupation(posting),
            "title" => text(&posting["title"]),
            "tasks" => Some(tasks.join("; ")),
            "other-tasks" => Some(others.write(Lang::Da)),
            "shifts" => texts(&posting["workHours"]).first().cloned(),
            "seats" => text(&posting["totalJobOpenings"]),
            "start" => day(&posting["jobStartDate"]),
            _ => day(&posting["validThrough"]),
        })
        .map(|cell| cell.unwrap_or_default().chars().take(CELL + 1).collect())
        .to_vec()
}

/// As it is written here: a company may begin its own words with a number.
fn is_task(duty: &str) -> bool {
    TaskId::read(duty).is_ok_and(|id| Lang::ALL.into_iter().any(|lang| id.write(lang) == duty))
}

/// Our own word for it, else what its kind of employment is closest to.
fn kind(posting: &Json) -> Option<String> {
    if let Some(own) = texts(&posting["additionalType"])
        .into_iter()
        .find(|word| Kind::read(word).is_ok())
    {
        return Some(own);
    }
    let words = texts(&posting["employmentType"]);
    let has = |word: &str| words.iter().any(|one| one == word);
    let kind = if has("INTERN") || has("VOLUNTEER") {
        Kind::WorkPlacement
    } else if has("PER_DIEM") {
        Kind::DayJob
    } else if has("FULL_TIME") || has("PART_TIME") || has("TEMPORARY") || has("CONTRACTOR") {
        Kind::PaidHours
    } else {
        return None;
    };
    Some(format!("{kind:?}"))
}

/// The ISCO code, as a text or as a code of its own.
fn occupation(posting: &Json) -> Option<String> {
    let category = first(&posting["occupationalCategory"]);
    text(&category["codeValue"])
        .or_else(|| text(category))
        .or_else(|| text(&posting["title"]))
}

fn uuid_of(thing: &Json) -> Option<String> {
    text(&thing["@id"]).and_then(|id| id.strip_prefix("urn:uuid:").map(str::to_owned))
}

fn identifier(thing: &Json, name: &str) -> Option<String> {
    let all = match &thing["identifier"] {
        Json::Array(all) => all.iter().collect(),
        one => vec![one],
    };
    all.into_iter()
        .find(|one| one["name"] == name)
        .and_then(|one| text(&one["value"]))
}

/// A day, or an instant whose day comes first.
fn day(json: &Json) -> Option<String> {
    text(json).map(|text| text.split('T').next().unwrap_or_default().to_owned())
}

fn first(json: &Json) -> &Json {
    match json {
        Json::Array(all) => all.first().unwrap_or(&Json::Null),
        one => one,
    }
}

fn texts(json: &Json) -> Vec<String> {
    match json {
        Json::Array(all) => all.iter().filter_map(text).collect(),
        one => text(one).into_iter().collect(),
    }
}

fn text(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_read_of_a_posting_has_no_numbers_of_ours() {
        let offer = shared::matching::testing::plain_offer();
        let placement = Placement {
            tasks: vec![TaskId(4), TaskId(27)],
            other_tasks: vec!["Pynte op".into()],
            ..offer.placement
        };
        assert_eq!(
            tasks_in_words(&placement, Lang::Da),
            format!("{}. fylde hylder. Pynte op", task(TaskId(4)).unwrap().da)
        );
    }

    #[test]
    fn a_posting_from_elsewhere_becomes_a_row() {
        let posting = json!({
            "@context": "https://schema.org/", "@type": ["JobPosting"], "title": "Opvasker",
            "employmentType": "PART_TIME", "jobStartDate": "2026-12-01T08:00+01:00", "validThrough": "2026-12-31",
            "hiringOrganization": { "@type": "Organization", "name": "Kroen i Uldum" },
            "occupationalCategory": { "@type": "CategoryCode", "codeValue": "9412" },
            "responsibilities": "Vaske op", "workHours": "man-fre 8-12", "totalJobOpenings": 2,
        });
        let sheet = read(posting.to_string().as_bytes()).unwrap();
        let cell = |column: &str| sheet.rows[0][COLUMNS.iter().position(|one| *one == column).unwrap()].as_str();
        for (column, value) in [
            ("title", "Opvasker"),
            ("kind", "PaidHours"),
            ("workplace", "Kroen i Uldum"),
            ("occupation", "9412"),
            ("start", "2026-12-01"),
            ("expires", "2026-12-31"),
            ("seats", "2"),
            ("shifts", "man-fre 8-12"),
            ("id", ""),
        ] {
            assert_eq!(cell(column), value, "{column}");
        }
        assert_eq!(read(b"{}"), Err(Unreadable::Empty));
        assert_eq!(read(b"no json"), Err(Unreadable::Other));
        assert_eq!(
            read(json!({ "@graph": [posting, posting] }).to_string().as_bytes())
                .unwrap()
                .rows
                .len(),
            2
        );
    }
}
