//! What the compiler of texts makes, and what it refuses to make.

use super::*;

fn compiled(files: &[(&str, &str)]) -> Result<Vec<Locale>, Vec<String>> {
    compile(
        &files
            .iter()
            .map(|(lang, text)| ((*lang).to_owned(), (*text).to_owned()))
            .collect(),
    )
}

fn refused(files: &[(&str, &str)], why: &str) {
    let mistakes = compiled(files).expect_err("this should have been refused");
    assert!(
        mistakes.iter().any(|mistake| mistake.contains(why)),
        "{why:?} is not among {mistakes:#?}"
    );
}

#[test]
fn a_plain_text_stays_plain_and_a_choice_becomes_pieces() {
    let da = "hello = Hej { $name }!\nwait = { $n ->\n    [0] Ingen venter\n    [one] Ét kort venter\n   *[other] { $n } kort venter\n}\nplain = Vores plan\n";
    let table = compiled(&[("da", da)]).unwrap()[0].to_json();
    let expected = json!({ "lang": "da", "dir": "ltr", "messages": {
        "hello": ["Hej ", { "arg": "name" }, "!"],
        "plain": "Vores plan",
        "wait": [{ "plural": "n", "of": {
            "0": ["Ingen venter"],
            "one": ["Ét kort venter"],
            "other": [{ "arg": "n" }, " kort venter"],
        } }],
    } });
    assert_eq!(serde_json::from_str::<Value>(&table).unwrap(), expected);
}

#[test]
fn a_choice_by_word_is_a_select() {
    let da = "role = { $role ->\n    [family] familien\n   *[guest] en gæst\n}\n";
    let table = compiled(&[("da", da)]).unwrap()[0].to_json();
    assert!(
        table.contains(r#""select":"role""#) && table.contains(r#""default":"guest""#),
        "{table}"
    );
}

#[test]
fn terms_references_attributes_and_escapes_are_gone_in_the_table() {
    let da = "-name = Bordenden\ntitle = { -name } { \"\\u00AB\" }{ plan }\nplan = planen\n    .hint = Her er { plan }\n";
    let locale = &compiled(&[("da", da)]).unwrap()[0];
    assert_eq!(locale.messages["title"], vec![Piece::Text("Bordenden «planen".to_owned())]);
    assert_eq!(locale.messages["plan.hint"], vec![Piece::Text("Her er planen".to_owned())]);
    assert!(!locale.messages.contains_key("-name"));
}

#[test]
fn a_text_over_several_lines_keeps_its_breaks() {
    let locale = &compiled(&[("da", "long =\n    Første\n    Anden\n")]).unwrap()[0];
    assert_eq!(locale.messages["long"], vec![Piece::Text("Første\nAnden".to_owned())]);
}

#[test]
fn a_missing_key_and_a_key_too_many_stop_the_build() {
    refused(&[("da", "a = x\nb = y\n"), ("en", "a = x\n")], "`b` is missing");
    refused(&[("da", "a = x\n"), ("en", "a = x\nb = y\n")], "`b` is not in da.ftl");
}

#[test]
fn a_wrong_argument_stops_the_build_both_ways() {
    refused(&[("da", "a = { $name }\n"), ("en", "a = { $nane }\n")], "leaves out $name");
    refused(&[("da", "a = { $name }\n"), ("en", "a = { $nane }\n")], "uses $nane");
}

#[test]
fn a_plural_category_that_the_language_lacks_stops_the_build() {
    let few = "a = { $n ->\n    [few] x\n   *[other] y\n}\n";
    refused(&[("da", few)], "plural category [few]");
    let da = "a = { $n ->\n    [one] x\n   *[other] y\n}\n";
    assert!(compiled(&[("da", da), ("pl", few)]).is_ok());
}

#[test]
fn counting_must_end_in_other() {
    refused(&[("da", "a = { $n ->\n   *[one] x\n    [other] y\n}\n")], "*[other]");
}

#[test]
fn other_languages_must_tell_the_same_values_apart() {
    let da = "a = { $role ->\n    [family] x\n   *[other] y\n}\n";
    let en = "a = { $role ->\n    [familly] x\n   *[other] y\n}\n";
    refused(&[("da", da), ("en", en)], "other values of $role");
}

#[test]
fn nonsense_is_refused_with_its_line() {
    refused(&[("da", "a = x\nb = { $\n")], "da.ftl:2");
    refused(&[("da", "a = x\na = y\n")], "twice");
    refused(&[("da", "a = { b }\nb = { a }\n")], "holds itself");
    refused(&[("da", "a = { gone }\n")], "not there");
    refused(&[("da", "a = { NUMBER($n) }\n")], "NUMBER()");
    refused(&[("en", "a = x\n")], "da.ftl is missing");
    refused(&[("xx", "a = x\n")], "plurals.rs");
}

#[test]
fn two_pseudo_locales_come_with_english() {
    let locales = compiled(&[("da", "a = Hej\n"), ("en", "a = Hello\n")]).unwrap();
    let names: Vec<_> = locales.iter().map(|locale| (locale.lang.as_str(), locale.dir)).collect();
    assert_eq!(names, [("da", "ltr"), ("en", "ltr"), ("en-XA", "ltr"), ("ar-XB", "rtl")]);
}
