//! Two who write the same record at the desk at the same moment: nothing that either has written is lost.

use super::{at_noon, read, send};
use crate::http::cases::companies::company;
use crate::http::cases::matching::placement;
use backend::matching::{Put, ThingId};
use shared::ids::PlacementId;
use tests::server::{Database, TestServer};
use tests::socket::{Site, person};

type Form = Vec<(&'static str, String)>;

fn form(fields: &[(&'static str, &str)]) -> Form {
    fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

fn with(form: &Form, name: &'static str, value: &str) -> Form {
    let mut form = form.clone();
    form.retain(|(other, _)| *other != name);
    form.push((name, value.to_owned()));
    form
}

/// What stands in the field `seen` of the form that follows `part` on a page.
fn seen_after(page: &str, part: &str) -> String {
    let rest = page.split_once(part).expect("this part").1;
    let rest = rest.split_once("name=\"seen\" value=\"").expect("a form").1;
    rest.split_once('"').expect("its end").0.to_owned()
}

/// Theirs and mine, as they stand under a heading.
fn both(title: &str, theirs: &str, mine: &str) -> String {
    let said = |words: &str| match words {
        "" => "ikke noget".to_owned(),
        words => format!("<span dir=\"auto\">{words}</span>"),
    };
    format!(
        "<dt>{title}</dt><dd><b>Der står nu:</b> {}</dd><dd><b>Du skrev:</b> {}</dd>",
        said(theirs),
        said(mine)
    )
}

fn shelves() -> Form {
    form(&[
        ("kind", "WorkPlacement"),
        ("title", "Varer på hylder"),
        ("occupation", "9334"),
        ("tasks", "fylde hylder"),
        ("when", "man-fre 8.30-12.30"),
        ("start", "2026-11-30"),
    ])
}

/// Takes it away as somebody else at the desk does.
async fn remove_placement(server: &TestServer, id: PlacementId) {
    let desk = server.handle.app.desk();
    let seen = desk.ask(move |market| market.placement(id).map(|held| held.revision)).await;
    let by = person("Thomas Holm");
    let removed = desk.remove(ThingId::Placement(id), seen.unwrap().unwrap(), by).await.unwrap();
    assert!(matches!(removed, Put::Saved(_)), "{removed:?}");
}

#[tokio::test]
async fn every_part_of_a_placement_that_two_have_written_differently_is_shown_from_both() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (mette, thomas) = (site.sign_in("Mette Lindholm").await, site.sign_in("Thomas").await);
    let edit = format!("/desk/places/{}/edit", placement("Varer på hylder"));
    let (_, page) = read(site, &mette, &edit).await;
    let seen = seen_after(&page, "place-form");
    let mut theirs = with(&shelves(), "seen", &seen);
    for (name, value) in [
        ("seats", "3"),
        ("mentor", "yes"),
        ("demand", "Standing"),
        ("must_language", "da"),
        ("must_level", "B1"),
        ("could_lift", "8"),
        ("buddy", "yes"),
        ("afterwards", "paid"),
        ("paid_week", "9"),
        ("certificate", "CarLicence"),
        ("end", "2027-02-26"),
        ("least_hours", "6"),
    ] {
        theirs.push((name, value.to_owned()));
    }
    assert_eq!(send(site, &thomas, &edit, &theirs).await.0, 303);
    let mine = with(&with(&shelves(), "seen", &seen), "title", "Hylder og kasse");
    // A form that comes back for another reason still knows what its reader has seen.
    for what in ["look", "save"] {
        let wrong = with(&mine, "do", what);
        let wrong = if what == "save" {
            with(&wrong, "when", "man 8-12 måske")
        } else {
            wrong
        };
        let (status, page) = send(site, &mette, &edit, &wrong).await;
        assert!(status == 200 || status == 422);
        assert_eq!(seen_after(&page, "place-form"), seen, "{what}");
    }
    for what in ["save", "confirm"] {
        let (status, conflict) = send(site, &mette, &edit, &with(&mine, "do", what)).await;
        assert!(status == 409 && conflict.contains("<title>Ret: "), "{what}");
        assert!(conflict.contains("En anden har rettet det samme imens"));
        for (title, theirs, mine) in [
            ("Titel", "Varer på hylder", "Hylder og kasse"),
            ("Antal pladser", "3", "1"),
            ("Sidste dag", "2027-02-26", ""),
            ("Mindste timer", "6", ""),
            ("Skal tale", "da B1", ""),
        ] {
            let both = both(title, theirs, mine);
            assert!(conflict.contains(&both), "{both}\n{conflict}");
        }
        assert_eq!(conflict.matches("Du skrev:").count(), 11, "{conflict}");
        assert!(conflict.contains("value=\"Hylder og kasse\""));
        assert_ne!(seen_after(&conflict, "place-form"), seen);
    }
}

#[tokio::test]
async fn a_placement_that_was_removed_meanwhile_comes_back_as_a_new_one_with_every_word() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let id = placement("Kassen om eftermiddagen");
    let edit = format!("/desk/places/{id}/edit");
    let (_, page) = read(site, &mette, &edit).await;
    let workplace = page.split_once("name=\"workplace\" value=\"").unwrap().1[..36].to_owned();
    let mine = with(&shelves(), "seen", &seen_after(&page, "place-form"));
    let mine = with(&with(&mine, "workplace", &workplace), "title", "Hylder og kasse");
    remove_placement(&server, id).await;
    assert_eq!(
        send(site, &mette, &edit, &form(&[("do", "confirm"), ("seen", "1")])).await.0,
        404,
        "a button alone has no words to lose"
    );
    let (status, page) = send(site, &mette, &edit, &mine).await;
    assert_eq!(status, 409);
    assert!(page.contains("En anden har fjernet pladsen imens") && page.contains("action=\"/desk/places/new"));
    assert!(page.contains("value=\"Hylder og kasse\"") && page.contains(&format!("value=\"{workplace}\" selected")));
    let (status, place) = send(site, &mette, "/desk/places/new", &mine).await;
    assert_eq!(status, 303);
    let again = format!("{}/edit", place.split('?').next().unwrap());
    assert!(read(site, &mette, &again).await.1.contains("value=\"Hylder og kasse\""));
}

/// The company's page, and its address.
async fn laerke(site: &Site, session: &str) -> (String, String) {
    let address = format!("/desk/companies/{}", company("Købmand Lærke"));
    let (_, page) = read(site, session, &address).await;
    (address, page)
}

#[tokio::test]
async fn a_company_and_a_workplace_that_two_have_written_differently_are_shown_from_both() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (mette, thomas) = (site.sign_in("Mette Lindholm").await, site.sign_in("Thomas").await);
    let (address, page) = laerke(site, &mette).await;
    let mine = form(&[
        ("do", "company"),
        ("seen", &seen_after(&page, "form-company")),
        ("company", "Lærkes Købmand"),
    ]);
    let theirs = with(&with(&mine, "company", "Købmand Lærke ApS"), "public", "yes");
    assert_eq!(send(site, &thomas, &address, &theirs).await.0, 303);
    // What cannot be read comes back, and is saved over nothing but what was seen.
    let (status, page) = send(site, &mette, &address, &with(&mine, "cvr", "1")).await;
    assert_eq!((status, seen_after(&page, "form-company")), (422, mine[1].1.clone()));
    let (status, page) = send(site, &mette, &address, &mine).await;
    assert_eq!(status, 409);
    assert!(
        page.contains(&both("Virksomhed", "Købmand Lærke ApS", "Lærkes Købmand")),
        "{page}"
    );
    assert!(page.contains(&both("Offentlig", "ja", "nej")) && page.contains("value=\"Lærkes Købmand\""));
    let again = with(&mine, "seen", &seen_after(&page, "form-company"));
    assert_eq!(
        send(site, &mette, &address, &again).await.0,
        303,
        "saved once more, it counts"
    );
    let (_, page) = laerke(site, &mette).await;
    let workplace = page.split_once("name=\"workplace\" value=\"").unwrap().1[..36].to_owned();
    let mine = form(&[
        ("do", "workplace"),
        ("workplace", &workplace),
        ("seen", &seen_after(&page, &workplace)),
        ("name", "Butikken"),
        ("community", "Uldum"),
    ]);
    assert_eq!(send(site, &thomas, &address, &with(&mine, "name", "Lageret")).await.0, 303);
    let (status, page) = send(site, &mette, &address, &mine).await;
    assert!(
        status == 409 && page.contains(&both("Arbejdssted", "Lageret", "Butikken")),
        "{page}"
    );
    // Another company's workplace is not theirs to write.
    let other = with(&mine, "workplace", "00000000-0000-0000-0000-000000000001");
    let (status, page) = send(site, &mette, &address, &other).await;
    assert!(
        status == 409 && page.contains("Arbejdsstedet er fjernet") && page.contains("value=\"Butikken\""),
        "{page}"
    );
}
