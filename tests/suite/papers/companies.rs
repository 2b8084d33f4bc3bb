//! The company book, and the form of a placement.

use super::profile::told_at;
use super::{NOON, at_noon, read, read_in, send};
use crate::http::cases::companies::company;
use crate::http::cases::matching::placement;
use tests::server::Database;

#[tokio::test]
async fn a_promise_stands_until_somebody_says_that_it_is_kept() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let (mette, thomas) = (site.sign_in("Mette Lindholm").await, site.sign_in("Thomas").await);
    let address = format!("/desk/companies/{}", company("Bageriet Gyldenkorn"));
    let talk = |note: &str, promised: &str| {
        [
            ("do", "contact"),
            ("with", "Kirsten"),
            ("note", note),
            ("promised", promised),
            ("promised_by", if promised.is_empty() { "" } else { "2026-11-20" }),
        ]
        .map(|(name, value)| (name, value.to_owned()))
    };
    send(site, &mette, &address, &talk("Vil gerne se nogen.", "To at se på torsdag")).await;
    clock.advance(60_000);
    send(site, &thomas, &address, &talk("De har flyttet porten.", "")).await;
    let (_, page) = read(site, &mette, &address).await;
    let form = page.split("/promises?lang=da\"").nth(1).expect("a promise that is open");
    assert!(form.contains("To at se på torsdag"));
    let talk_id = form.split("name=\"talk\" value=\"").nth(1).unwrap()[..36].to_owned();
    let (_, list) = read(site, &mette, "/desk/companies").await;
    assert!(list.contains("To at se på torsdag") && list.contains("De har flyttet porten."));
    let answer = |what: &str| [("talk", talk_id.clone()), ("do", what.to_owned())];
    let promises = format!("{address}/promises");
    let (status, place) = send(site, &mette, &promises, &answer("kept")).await;
    assert!(status == 303 && place.contains("done=promise-kept"), "{place}");
    let (_, page) = read(site, &mette, &place).await;
    assert!(page.contains("Løftet er holdt.") && page.contains("value=\"open\" data-key=\"z\""));
    assert!(page.contains("holdt 12. november"), "{page}");
    assert!(!read(site, &mette, "/desk/companies").await.1.contains("To at se på torsdag"));
    send(site, &mette, &promises, &answer("open")).await;
    assert!(read(site, &mette, "/desk/companies").await.1.contains("To at se på torsdag"));
}

#[tokio::test]
async fn the_book_says_what_a_colleague_did_before_the_number() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let (mette, thomas) = (site.sign_in("Mette Lindholm").await, site.sign_in("Thomas").await);
    let address = format!("/desk/companies/{}", company("Købmand Lærke"));
    let talk = |note: &str, call: &str| {
        [
            ("do", "contact"),
            ("with", "Kirsten"),
            ("phone", "12 34 57 01"),
            ("note", note),
            ("promised", "Vi ringer igen"),
            ("promised_by", "2026-12-11"),
            ("call", call),
        ]
        .map(|(name, value)| (name, value.to_owned()))
    };
    let (status, _) = send(site, &thomas, &address, &talk("Mangler én til lageret.", "Welcome")).await;
    assert_eq!(status, 303);
    let (_, page) = read(site, &mette, &address).await;
    let (colleague, number) = (
        page.find("Tal med din kollega").expect("a warning"),
        page.find("tel:12345701").expect("a number"),
    );
    assert!(colleague < number && page.contains("Vi ringer igen") && page.contains("11. december"));
    let (_, own) = read(site, &thomas, &address).await;
    assert!(!own.contains("Tal med din kollega"), "of one's own talks one knows");
    clock.advance(15 * 24 * 3_600_000);
    let mette = site.sign_in("Mette Lindholm").await;
    assert!(!read(site, &mette, &address).await.1.contains("Tal med din kollega"));
    send(site, &mette, &address, &talk("De ringer selv.", "DoNotCall")).await;
    let (_, page) = read(site, &mette, &address).await;
    assert!(
        page.contains("Ring ikke") && !page.contains("tel:12345701"),
        "no number to press"
    );
    let (status, page) = send(site, &mette, &address, &talk("", "Welcome")).await;
    assert!(status == 422 && page.contains("<title>Ret: Købmand Lærke · ") && page.contains("value=\"Vi ringer igen\""));
    assert_eq!(told_at(&page, "contact-note"), "Skriv, hvad de har brug for.");
    // The fields of each form on the page are that form's own.
    for id in page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[tokio::test]
async fn a_wrong_digit_is_told_and_a_company_stands_in_the_book_once() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let new = "/desk/companies/new";
    let form = |cvr: &str| {
        [
            ("company", "Nyt sted"),
            ("cvr", cvr),
            ("community", "Uldum"),
            ("p_number", "1234567890"),
        ]
        .map(|(name, value)| (name, value.to_owned()))
    };
    let (status, page) = send(site, &mette, new, &form("13 74 81 37")).await;
    assert!(status == 422 && told_at(&page, "cvr").contains("Et ciffer er forkert") && page.contains("value=\"Nyt sted\""));
    assert!(page.contains("<title>Ret: Ny virksomhed · "));
    let (status, place) = send(site, &mette, new, &form("13 74 81 36")).await;
    assert_eq!(status, 303);
    let (_, page) = read(site, &mette, place.split('?').next().unwrap()).await;
    assert!(page.contains("Nyt sted") && page.contains("Uldum"));
    let (status, page) = send(site, &mette, new, &form("13748136")).await;
    assert!(status == 422 && told_at(&page, "cvr").contains("står allerede i bogen"));
    // Without a number it is the name that tells, however it is spelt; what was typed stays.
    let named = |another: &str| {
        let mut fields = form("").to_vec();
        fields[0].1 = "Kobmand laerke".to_owned();
        fields.push(("another", another.to_owned()));
        fields
    };
    let (status, page) = send(site, &mette, new, &named("")).await;
    let known = format!("/desk/companies/{}", company("Købmand Lærke"));
    assert!(status == 422 && page.contains("Står den her allerede?") && page.contains(&known));
    assert!(page.contains("value=\"Kobmand laerke\""));
    assert_eq!(send(site, &mette, new, &named("yes")).await.0, 303);
}

/// The fields of a form as its page shows them, for sending it back changed.
fn form_in(page: &str) -> Vec<(&'static str, String)> {
    let seen = page
        .split("name=\"seen\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    [
        ("seen", seen),
        ("kind", "WorkPlacement"),
        ("title", "Varer på hylder"),
        ("occupation", "9334"),
        ("tasks", "fylde hylder"),
        ("when", "man-fre 8.30-12.30"),
        ("start", "2026-11-30"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

#[tokio::test]
async fn of_two_who_change_a_placement_the_second_loses_nothing_and_a_removal_is_taken_back() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (mette, thomas) = (site.sign_in("Mette Lindholm").await, site.sign_in("Thomas").await);
    // Nobody is on their way there, so it can go.
    let id = placement("Kassen om eftermiddagen");
    let (page, edit) = (format!("/desk/places/{id}"), format!("/desk/places/{id}/edit"));
    let form = form_in(&read(site, &mette, &edit).await.1);
    let mut theirs = form.clone();
    theirs.push(("seats", "3".into()));
    assert_eq!(send(site, &thomas, &edit, &theirs).await.0, 303);
    let mut mine = form.clone();
    mine.retain(|(name, _)| *name != "title");
    mine.push(("title", "Hylder og kasse".into()));
    let (status, conflict) = send(site, &mette, &edit, &mine).await;
    assert_eq!(status, 409);
    assert!(conflict.contains("En anden har rettet det samme imens") && conflict.contains("value=\"Hylder og kasse\""));
    let seen = form_in(&conflict)[0].clone();
    mine[0] = seen;
    assert_eq!(send(site, &mette, &edit, &mine).await.0, 303, "saved once more, it counts");
    assert!(read(site, &mette, &edit).await.1.contains("value=\"Hylder og kasse\""));
    let mut remove = form_in(&read(site, &mette, &edit).await.1);
    remove.push(("do", "remove".into()));
    let (_, place) = send(site, &mette, &edit, &remove).await;
    assert!(place.contains("done=removed"));
    assert_eq!(read(site, &mette, &page).await.0, 404);
    let (_, place) = send(site, &mette, "/desk/undo", &[]).await;
    assert!(place.contains("/desk/places") && place.contains("done=taken-back"), "{place}");
    assert_eq!(read(site, &mette, &page).await.0, 200);
}

#[tokio::test]
async fn a_placement_that_has_run_out_is_called_about_and_confirmed_for_four_weeks() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    clock.advance(50 * 24 * 3_600_000);
    let mette = site.sign_in("Mette Lindholm").await;
    let edit = format!("/desk/places/{}/edit", placement("Varer på hylder"));
    let (_, page) = read(site, &mette, "/desk/places").await;
    assert!(page.contains("ring og hør, om de er der endnu") && page.contains(&edit));
    let mut form = form_in(&read(site, &mette, &edit).await.1);
    form.push(("do", "confirm".into()));
    let (status, place) = send(site, &mette, &edit, &form).await;
    assert!(status == 303 && place.contains("done=confirmed"));
    let stored = server
        .handle
        .app
        .desk()
        .ask(|market| market.placement(placement("Varer på hylder")).cloned())
        .await
        .unwrap()
        .unwrap();
    let today = shared::day::Day::in_denmark(NOON + 50 * 24 * 3_600_000);
    assert_eq!((stored.thing.confirmed, stored.thing.expires), (today, today.plus(28)));
}

#[tokio::test]
async fn a_job_for_tomorrow_is_typed_in_a_line_and_shown_to_those_who_asked_for_such_jobs() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let (_, page) = read(site, &mette, &format!("/desk/companies/{}", company("Købmand Lærke"))).await;
    let workplace = page.split("/desk/places/new?workplace=").nth(1).unwrap()[..36].to_owned();
    let form = |when: &str, what: &str| {
        [
            ("workplace", workplace.as_str()),
            ("kind", "DayJob"),
            ("title", "Pakker"),
            ("occupation", "9321"),
            ("tasks", "pakke varer\nPynte op"),
            ("when", when),
            ("start", "2026-11-13"),
            ("do", what),
        ]
        .map(|(name, value)| (name, value.to_owned()))
    };
    let new = "/desk/places/new";
    let (status, page) = send(site, &mette, new, &form("8-14 måske", "save")).await;
    assert!(status == 422 && page.contains("»måske« kender vi ikke") && page.contains("value=\"8-14 måske\""));
    assert!(
        page.contains("Pynte op"),
        "the task that no list knows comes back to be chosen"
    );
    let mut whole = form("8-14", "look").to_vec();
    whole.push(("pick-tasks-Pynte op", "own".into()));
    let (status, page) = send(site, &mette, new, &whole).await;
    assert!(status == 200 && page.contains("class=\"preview\""), "{status}");
    whole.retain(|(name, _)| *name != "do");
    let (status, place) = send(site, &mette, new, &whole).await;
    assert_eq!(status, 303);
    let (status, page) = read(site, &mette, place.split('?').next().unwrap()).await;
    assert!(status == 200 && page.contains("Pynte op"));
}

#[tokio::test]
async fn what_is_wrong_with_a_placement_is_told_in_the_row_where_it_stands() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let wrong = [
        ("title", "Varer"),
        ("when", "man 8-12"),
        ("days", ""),
        ("shortest", ""),
        ("when", "tir 8-12"),
        ("days", "snart"),
        ("shortest", "lidt"),
        ("lift_from", "Uldum, Atlantis"),
        ("could_lift", "99"),
        ("seats", "0"),
    ]
    .map(|(name, value)| (name, value.to_owned()));
    let (status, page) = send(site, &mette, "/desk/places/new", &wrong).await;
    assert!(status == 422 && page.contains("<title>Ret: "), "{page}");
    for (id, says) in [
        ("workplace", "Vælg et arbejdssted."),
        ("kind", "Vælg, hvad det er."),
        ("days-1", "man, tir, ons"),
        ("shortest-1", "3,5"),
        ("lift_from", "»Atlantis« kender vi ikke"),
        ("could_lift", "fra 0 til 50"),
        ("seats", "fra 1 til 99"),
    ] {
        let told = told_at(&page, id);
        assert!(told.contains(says), "{id}: {told}");
    }
    assert!(!page.contains("days-0-wrong") && !page.contains("title-wrong"));
}

#[tokio::test]
async fn a_company_s_own_words_are_danish_on_a_page_that_is_not() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let title = |lang: &str| format!("<p{lang} dir=\"auto\">Varer på hylder</p>");
    let (_, danish) = read(site, &mette, "/desk/places").await;
    assert!(danish.contains(&title("")) && !danish.contains(&title(" lang=\"da\"")));
    let (_, english) = read_in("en", site, &mette, "/desk/places").await;
    assert!(english.contains(&title(" lang=\"da\"")) && !english.contains(&title("")));
}

#[tokio::test]
async fn a_job_for_a_young_person_says_which_rules_it_breaks() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let (_, page) = read(site, &mette, &format!("/desk/companies/{}", company("Købmand Lærke"))).await;
    let workplace = page.split("/desk/places/new?workplace=").nth(1).unwrap()[..36].to_owned();
    let form = [
        ("workplace", workplace.as_str()),
        ("kind", "YouthJob"),
        ("title", "Hylder"),
        ("occupation", "9334"),
        ("when", "lør 18-23"),
        ("do", "look"),
    ]
    .map(|(name, value)| (name, value.to_owned()));
    let (status, page) = send(site, &mette, "/desk/places/new", &form).await;
    assert_eq!(status, 200);
    assert!(page.contains("Reglerne for unge") && page.contains("holder ikke reglerne"));
    assert!(page.contains("uden for de tider, unge må arbejde"));
}
