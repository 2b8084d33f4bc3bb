use super::{BadRules, Change, Confidence, Differences, Fault, Rules, SHIPPED, Standing, Unit};
use crate::day::Day;
use crate::matching::week::Quarters;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn shipped() -> Json {
    serde_json::from_str(SHIPPED).unwrap()
}

fn rule(from: &str, to: Option<&str>, number: u32) -> Json {
    json!({
        "id": "vp.hours_max", "topic": {"da": "virksomhedspraktik", "en": "work placement"}, "text": {"da": "Højst fuld tid.", "en": "Full time at most."},
        "value": {"number": number, "unit": "hours"}, "legal_ref": "LAB", "valid_from": from, "valid_to": to,
        "source": "a page", "confidence": "high",
    })
}

fn file(rules: &[Json]) -> String {
    json!({"checked": "2026-11-21", "rules": rules}).to_string()
}

#[test]
fn minutes_that_are_no_quarter_hours_are_not_rounded() {
    let of = |minutes: u32| {
        let mut rule = rule("2026-01-01", None, minutes);
        rule["value"]["unit"] = json!("minutes");
        let rules = Rules::read(&file(&[rule])).unwrap();
        rules.quarters("vp.hours_max", day("2026-11-22"))
    };
    assert_eq!(of(30), Some(Quarters(2)));
    assert_eq!(of(20), None, "a break of twenty minutes is none of fifteen");
}

#[test]
fn the_shipped_file_can_be_read_and_is_not_empty() {
    assert_eq!(
        Rules::read(SHIPPED).map(|rules| rules.all().len()),
        Ok(Rules::shipped().all().len())
    );
    assert!(Rules::shipped().all().len() >= 60);
    assert_eq!(Rules::shipped().checked, Some(day("2026-11-21")));
}

#[test]
fn every_shipped_rule_says_in_both_languages_what_it_is_and_where_it_was_read() {
    for rule in Rules::shipped().all() {
        for text in [
            &rule.text.da,
            &rule.text.en,
            &rule.legal_ref,
            &rule.source,
            &rule.topic.da,
            &rule.topic.en,
        ] {
            assert!(!text.trim().is_empty() && text.trim() == text, "{}", rule.id);
        }
        assert!(rule.text.da.ends_with('.'), "{}", rule.id);
    }
}

#[test]
fn the_figures_that_gates_use_are_numbers_with_their_units() {
    let rules = Rules::shipped();
    let today = day("2026-11-22");
    assert_eq!(rules.number("vp.hours_max", today), Some(37));
    assert_eq!(rules.quarters("vp.hours_max", today), Some(Quarters(148)));
    assert_eq!(rules.quarters("youth.break.over", today), Some(Quarters(18)));
    assert_eq!(rules.quarters("youth13.window.from", today), Some(Quarters(24)));
    assert_eq!(rules.quarters("youth.lift_kg", today), None, "kilograms are not a time");
    assert_eq!(
        rules
            .on("youth.lift_kg", today)
            .and_then(|rule| rule.value)
            .map(|value| value.unit),
        Some(Unit::Kilograms)
    );
    assert_eq!(rules.number("vp.purpose", today), None, "words alone");
    assert_eq!(rules.number("no.such.rule", today), None);
}

#[test]
fn a_rule_counts_from_its_first_day_to_its_last() {
    let rules = Rules::read(&file(&[
        rule("2026-01-01", Some("2026-12-31"), 37),
        rule("2027-01-01", None, 36),
    ]))
    .unwrap();
    let number = |text| rules.number("vp.hours_max", day(text));
    assert_eq!(number("2025-12-31"), None);
    assert_eq!(number("2026-01-01"), Some(37));
    assert_eq!(number("2026-12-31"), Some(37));
    assert_eq!(number("2027-01-01"), Some(36));
    let [old, new] = rules.versions("vp.hours_max") else {
        panic!("two versions")
    };
    assert_eq!(old.standing(day("2027-01-01")), Standing::Expired);
    assert_eq!(new.standing(day("2026-12-31")), Standing::NotYet);
    assert_eq!(new.standing(day("2027-01-01")), Standing::Verified);
}

#[test]
fn a_rule_is_verified_only_when_its_source_is_sure() {
    let rules = Rules::shipped();
    let standing = |id| rules.on(id, day("2026-11-22")).map(|rule| rule.standing(day("2026-11-22")));
    assert_eq!(standing("vp.hours_max"), Some(Standing::Verified));
    assert_eq!(standing("vp.ratio.who_counts"), Some(Standing::Unverified));
    assert_eq!(standing("integration.firmdir"), Some(Standing::Unverified));
    assert_eq!(
        rules.on("integration.firmdir", day("2026-11-22")).map(|rule| rule.confidence),
        Some(Confidence::Low)
    );
}

#[test]
fn a_bad_file_says_which_rule_and_which_field() {
    let bad = |rule: Option<&str>, field: &str, fault| {
        Err(BadRules {
            rule: rule.map(str::to_owned),
            field: field.to_owned(),
            fault,
        })
    };
    let with = |field: &str, value: Json| {
        let mut one = rule("2026-01-01", None, 37);
        one[field] = value;
        Rules::read(&file(&[one]))
    };
    let id = Some("vp.hours_max");
    assert_eq!(Rules::read("{"), bad(None, "", Fault::NotJson));
    assert_eq!(Rules::read("[]"), bad(None, "", Fault::NotJson));
    assert_eq!(Rules::read("{}"), bad(None, "rules", Fault::Missing));
    assert_eq!(
        Rules::read(r#"{"rules": [], "chekked": 1}"#),
        bad(None, "chekked", Fault::NotKnown)
    );
    assert_eq!(Rules::read(r#"{"rules": [{}]}"#), bad(Some("#1"), "id", Fault::Missing));
    assert_eq!(with("valid_from", json!("2020")), bad(id, "valid_from", Fault::WrongKind));
    assert_eq!(with("valid_from", Json::Null), bad(id, "valid_from", Fault::Missing));
    assert_eq!(with("value", json!("1:5")), bad(id, "value", Fault::WrongKind));
    assert_eq!(
        with("value", json!({"number": -1, "unit": "hours"})),
        bad(id, "value", Fault::WrongKind)
    );
    assert_eq!(with("valid_too", json!("2027-01-01")), bad(id, "valid_too", Fault::NotKnown));
    assert_eq!(
        with("valid_to", json!("2025-01-01")),
        bad(id, "valid_to", Fault::EndsBeforeItBegins)
    );
    assert_eq!(
        Rules::read(r#"{"rules": [], "checked": "2026-11-21", "school_free": [{"from": "2026-10-16", "to": "2026-10-12"}]}"#),
        bad(None, "school_free", Fault::EndsBeforeItBegins)
    );
    let twice = [rule("2026-01-01", None, 37), rule("2027-01-01", None, 36)];
    assert_eq!(Rules::read(&file(&twice)), bad(id, "valid_from", Fault::Overlaps));
}

#[test]
fn a_newer_file_shows_what_it_adds_removes_and_changes() {
    let old = Rules::shipped();
    let mut newer = shipped();
    let rules = newer["rules"].as_array_mut().unwrap();
    rules.retain(|rule| rule["id"] != "vp.pay");
    let hours = rules.iter_mut().find(|rule| rule["id"] == "vp.hours_max").unwrap();
    hours["value"]["number"] = json!(36);
    hours["valid_to"] = json!("2027-12-31");
    let mut added = rule("2027-01-01", None, 5);
    added["id"] = json!("vp.new");
    rules.push(added);
    let newer = Rules::read(&newer.to_string()).unwrap();
    let Differences {
        file,
        rules: differences,
    } = old.compare(&newer);
    assert_eq!(file, []);
    let said: Vec<_> = differences.iter().map(|one| (one.rule.as_str(), &one.change)).collect();
    let [
        ("vp.hours_max", Change::Changed(fields)),
        ("vp.new", Change::Added),
        ("vp.pay", Change::Removed),
    ] = &said[..]
    else {
        panic!("{said:?}")
    };
    let fields: Vec<_> = fields
        .iter()
        .map(|one| (one.field.as_str(), one.before.as_deref(), one.after.as_deref()))
        .collect();
    assert_eq!(
        fields,
        [
            (
                "value",
                Some(r#"{"number":37,"unit":"hours"}"#),
                Some(r#"{"number":36,"unit":"hours"}"#)
            ),
            ("valid_to", None, Some("2027-12-31")),
        ]
    );
}

/// By the school holidays the hours of the young are judged: a file that differs there alone is another file.
#[test]
fn a_file_that_differs_beside_its_rules_does_not_say_the_same() {
    let old = Rules::shipped();
    let differs = |field: &str, value: Json| {
        let mut newer = shipped();
        newer[field] = value;
        let differences = old.compare(&Rules::read(&newer.to_string()).unwrap());
        assert!(!differences.is_empty() && differences.rules.is_empty());
        let [change] = &differences.file[..] else {
            panic!("{differences:?}")
        };
        assert_eq!(change.field, field);
        (change.before.clone(), change.after.clone())
    };
    let said = |text: &str| Some(text.to_owned());
    let autumn = r#"[{"from":"2026-10-12","to":"2026-10-16"}]"#;
    assert_eq!(
        differs("school_free", serde_json::from_str(autumn).unwrap()),
        (said("[]"), said(autumn))
    );
    assert_eq!(
        differs("checked", json!("2027-01-04")),
        (said("2026-11-21"), said("2027-01-04"))
    );
    assert_eq!(differs("about", Json::Null).1, None);
}

#[test]
fn a_rule_is_cited_as_it_stands_on_the_day() {
    let rules = Rules::read(&file(&[
        rule("2026-01-01", Some("2026-06-30"), 37),
        rule("2027-01-01", None, 36),
    ]))
    .unwrap();
    let cited = |text| {
        let cited = rules.cite("vp.hours_max", day(text)).unwrap();
        (cited.valid_from.to_string(), cited.standing)
    };
    assert_eq!(cited("2026-03-01"), ("2026-01-01".to_owned(), Standing::Verified));
    assert_eq!(cited("2026-09-01"), ("2026-01-01".to_owned(), Standing::Expired));
    assert_eq!(cited("2027-03-01"), ("2027-01-01".to_owned(), Standing::Verified));
    assert_eq!(cited("2025-03-01"), ("2026-01-01".to_owned(), Standing::NotYet));
    assert_eq!(rules.cite("no.such.rule", day("2026-03-01")), None);
}

#[test]
fn school_holidays_cover_a_time_only_when_no_school_day_is_left() {
    let mut file = shipped();
    file["school_free"] = json!([{"from": "2026-10-10", "to": "2026-10-18"}, {"from": "2026-12-21", "to": "2027-01-01"}]);
    let rules = Rules::read(&file.to_string()).unwrap();
    // Monday to Friday, and with the weekends on both sides.
    let is_free = |from, to| rules.is_school_free(day(from), day(to));
    assert_eq!(is_free("2026-10-12", "2026-10-16"), Some(true));
    assert_eq!(is_free("2026-10-10", "2026-10-18"), Some(true));
    // The Monday after is a school day, and so is every day between two holidays.
    assert_eq!(is_free("2026-10-12", "2026-10-19"), Some(false));
    assert_eq!(is_free("2026-11-02", "2026-11-06"), Some(false));
    // Of other years the file says nothing.
    assert_eq!(is_free("2026-06-29", "2026-07-03"), None);
    assert_eq!(is_free("2027-07-05", "2027-07-09"), None);
    assert_eq!(Rules::shipped().is_school_free(day("2026-10-12"), day("2026-10-16")), None);
}

#[test]
fn rules_go_over_the_wire_and_come_back() {
    let rules = Rules::shipped();
    let sent = serde_json::to_string(&rules).unwrap();
    assert_eq!(serde_json::from_str::<Rules>(&sent).unwrap(), rules);
    assert_eq!(Rules::read(&sent).unwrap(), rules);
}

proptest! {
    #[test]
    fn on_any_day_at_most_one_version_of_a_rule_is_in_force(
        starts in prop::collection::btree_set(0i32..4000, 1..6), open in any::<bool>(), asked in -100i32..4200,
    ) {
        let epoch = day("2020-01-01");
        let starts: Vec<i32> = starts.into_iter().collect();
        let rules: Vec<Json> = starts.iter().enumerate().map(|(i, &start)| {
            let last = starts.get(i + 1).map(|next| next - 1).or((!open).then_some(5000));
            let last = last.map(|last| epoch.plus(last).to_string());
            rule(&epoch.plus(start).to_string(), last.as_deref(), u32::try_from(i).unwrap())
        }).collect();
        let rules = Rules::read(&file(&rules)).unwrap();
        let expected = starts.iter().rposition(|&start| start <= asked);
        prop_assert_eq!(rules.number("vp.hours_max", epoch.plus(asked)).map(|n| n as usize), expected);
    }

    #[test]
    fn a_file_compared_with_itself_shows_nothing(cut in 0usize..60) {
        let mut file = shipped();
        file["rules"].as_array_mut().unwrap().remove(cut);
        let rules = Rules::read(&file.to_string()).unwrap();
        prop_assert!(rules.compare(&rules).is_empty());
        prop_assert_eq!(rules.compare(&Rules::shipped()).rules.len(), 1);
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,60}") {
        let _ = Rules::read(&text);
    }
}

#[test]
fn a_rule_is_read_in_the_file_that_counts_on_its_day() {
    let file = |number: u32, checked: &str| {
        let json = SHIPPED
            .replace("\"number\": 26,", &format!("\"number\": {number},"))
            .replace("2026-11-21", checked);
        Rules::read(&json).unwrap()
    };
    let (january, march) = (day("2027-01-01"), day("2027-03-01"));
    let all = file(26, "2026-11-21").until(january, file(20, "2026-12-01").until(march, file(10, "2027-02-01")));
    let weeks = |on: &str| all.number("vp.extend_weeks.other", day(on));
    assert_eq!(weeks("2026-12-31"), Some(26));
    assert_eq!(weeks("2027-01-01"), Some(20));
    assert_eq!(weeks("2027-03-01"), Some(10));
    assert_eq!(all.of(day("2027-02-28")).checked, Some(day("2026-12-01")));
    assert_eq!(all.checked, Some(day("2026-11-21")));
    // It is another whole, so that what was made by it has another name.
    assert_ne!(
        serde_json::to_string(&all).unwrap(),
        serde_json::to_string(&file(26, "2026-11-21")).unwrap()
    );
}
