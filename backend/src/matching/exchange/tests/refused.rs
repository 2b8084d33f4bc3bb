//! A file takes what the forms take, and what was stored once.

use super::{Made, faults, looked, sheet};
use crate::matching::exchange::{Book, Outcome, Why, write};
use crate::matching::market::Market;
use crate::words::Lang;
use shared::ids::WorkplaceId;
use shared::matching::testing;
use shared::matching::words::Kind;

#[test]
fn a_file_takes_no_placement_that_the_form_refuses() {
    let town = Made {
        workplaces: testing::sample(&testing::workplace(), 5, 1),
        ..Made::default()
    };
    let at = town.workplaces[0].id;
    let row = |rest: &str| format!("{at};Praktik;9334;Varer;{rest}");
    let rows = [
        row("3;2026-12-01;2027-01-01;man-fre 8-14;10;3"),
        row("0;2020-12-01;2021-01-01;man-fre 8-14;10;3"),
        row("100;2026-12-01;2026-11-30;;51;0"),
        row("1;2026-12-01;2027-11-30;man-fre 8-14;10;3").replace("Praktik", "Dag-til-dag-job"),
        row("1;2026-12-01;;tir 8-14;10;3").replace("Praktik", "Dag-til-dag-job"),
    ];
    let headings =
        "Arbejdsstedets nummer;Slags plads;Arbejde;Titel;Antal pladser;Første dag;Sidste dag;Vagter;Løfter;Løn bagefter";
    let file = sheet(headings, &rows.each_ref().map(String::as_str));
    let seen = looked(&town.market(), Book::Places, &file);
    assert!(seen.unknown.is_empty() && seen.rows[0].outcome.is_new(), "{:?}", seen.rows[0]);
    let of = |row| -> Vec<&'static str> { faults(&seen, row).into_iter().map(|(column, _)| column).collect() };
    assert_eq!(faults(&seen, 1), [("seats", Why::Range("1–99".into())), ("end", Why::Over)]);
    assert_eq!(of(2), ["lifts", "afterwards", "seats", "end"]);
    assert_eq!(faults(&seen, 3), [("end", Why::FewDays)]);
    // A job for a day is on its first day, a Tuesday, where nothing else is said.
    assert!(seen.rows[4].outcome.is_new(), "{:?}", seen.rows[4]);
}

#[test]
fn what_has_been_at_the_desk_comes_back_though_it_is_over_or_taken_and_is_not_made_worse() {
    let mut town = Made {
        workplaces: testing::sample(&testing::workplace(), 5, 1),
        placements: testing::sample(&testing::placement(WorkplaceId::MIN), 6, 1),
        ..Made::default()
    };
    let placement = &mut town.placements[0];
    placement.workplace = town.workplaces[0].id;
    placement.kind = Kind::WorkPlacement;
    (placement.start, placement.end) = (testing::today().plus(-90), Some(testing::today().plus(-1)));
    (placement.seats, placement.lifts) = (0, 5);
    (placement.confirmed, placement.expires) = (testing::today().plus(-90), testing::today().plus(-62));
    let file = write(&town.market(), Book::Places, Lang::Da, true);
    let only = |town: &Made| Made {
        placements: vec![],
        ..town.clone()
    };
    let seen = looked(&only(&town).market(), Book::Places, &file);
    assert!(seen.rows[0].outcome.is_new(), "{:?}", seen.rows[0]);
    // Whatever was stored once may stay as it is; what is changed is judged whole.
    town.placements[0].lifts = 60;
    let mut file = write(&town.market(), Book::Places, Lang::Da, true);
    let market = town.market();
    assert_eq!(looked(&market, Book::Places, &file).rows[0].outcome, Outcome::Same);
    let title = Book::Places
        .columns()
        .iter()
        .position(|column| column.code == "title")
        .unwrap();
    file.rows[0][title] = "Varer".into();
    assert_eq!(
        faults(&looked(&market, Book::Places, &file), 0),
        [("lifts", Why::Range("0–50".into()))]
    );
}

#[test]
fn a_file_takes_nobody_whom_the_form_refuses() {
    let long = "a".repeat(81);
    let rows = ["Sofie;Uldum;100;13;15".to_owned(), format!("{long};Uldum;169;0;101")];
    let file = sheet(
        "Fornavn;By;Timer, håb;Højst uger i praktik;Løfter højst",
        &rows.each_ref().map(String::as_str),
    );
    let seen = looked(&Market::default(), Book::People, &file);
    assert!(seen.rows[0].outcome.is_new(), "{:?}", seen.rows[0]);
    let told = [
        ("first-name", Why::TooLong("80".into())),
        ("lifts-most", Why::Range("0–100".into())),
        ("hours-hoped", Why::Range("0–168".into())),
        ("placement-weeks", Why::Range("1–104".into())),
    ];
    assert_eq!(faults(&seen, 1), told);
}
