//! A company, a workplace or a placement is taken away at the desk, or it is said what stands in the way.

use super::{at_noon, read, send};
use crate::http::cases::companies::company;
use backend::matching::course::courses;
use backend::matching::market::Market;
use shared::ids::{PlacementId, WorkplaceId};
use tests::server::{Database, TestServer};
use tests::socket::Site;

async fn ask<T: Send + 'static>(server: &TestServer, question: impl FnOnce(&Market) -> T + Send + 'static) -> T {
    server.handle.app.desk().ask(question).await.unwrap()
}

/// Presses a button that takes something away.
async fn remove(site: &Site, session: &str, address: &str, workplace: Option<WorkplaceId>, seen: i64) -> (u16, String) {
    let mut form = vec![("do", "remove".to_owned()), ("seen", seen.to_string())];
    form.extend(workplace.map(|id| ("workplace", id.to_string())));
    send(site, session, address, &form).await
}

#[tokio::test]
async fn a_company_goes_when_nothing_is_left_at_it_and_says_with_links_what_is() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let new = [("company", "Nyt sted"), ("community", "Uldum")].map(|(name, value)| (name, value.to_owned()));
    let (_, place) = send(site, &mette, "/desk/companies/new", &new).await;
    let address = place.split('?').next().unwrap().to_owned();
    let (id, seen, workplace, workplace_seen) = ask(&server, |market| {
        let held = market.companies().find(|held| held.thing.name == "Nyt sted").unwrap();
        let at = market.workplaces().find(|at| at.thing.company == held.thing.id).unwrap();
        (held.thing.id, held.revision, at.thing.id, at.revision)
    })
    .await;
    let (status, page) = remove(site, &mette, &address, None, seen).await;
    assert!(status == 409 && page.contains("Det her står i vejen"), "{page}");
    assert!(page.contains(&format!("#form-workplace-{workplace}")) && page.contains("Fjern arbejdsstedet"));
    let (status, to) = remove(site, &mette, &address, Some(workplace), workplace_seen).await;
    assert!(
        status == 303 && to.starts_with(&format!("{address}?done=removed&change=")),
        "{to}"
    );
    // What was promised, and that they do not want to be called, is known from here alone.
    let talk = |promised: &str, call: &str| {
        [
            ("do", "contact"),
            ("with", "Ole"),
            ("note", "Ring."),
            ("promised", promised),
            ("call", call),
        ]
        .map(|(name, value)| (name, value.to_owned()))
    };
    send(site, &mette, &address, &talk("En mand", "DoNotCall")).await;
    let (status, page) = remove(site, &mette, &address, None, seen).await;
    assert!(status == 409 && page.contains("De har bedt os om ikke at ringe") && page.contains("Vi har lovet dem noget"));
    let kept = page.split_once("name=\"talk\" value=\"").expect("the promise").1[..36].to_owned();
    let kept = [("do", "kept".to_owned()), ("talk", kept)];
    assert_eq!(send(site, &mette, &format!("{address}/promises"), &kept).await.0, 303);
    clock.advance(1_000);
    send(site, &mette, &address, &talk("", "Welcome")).await;
    assert_eq!(
        remove(site, &mette, &address, None, seen + 1_000).await.0,
        409,
        "seen is not what it was"
    );
    let (status, to) = remove(site, &mette, &address, None, seen).await;
    assert!(
        status == 303 && to.starts_with("/desk/companies?done=removed&change="),
        "{to}"
    );
    let page = read(site, &mette, &to).await.1;
    assert!(page.contains("Fortryd"));
    let change = page.split_once("name=\"change\" value=\"").expect("the change").1;
    let change = change.split_once('"').expect("its end").0.to_owned();
    assert_eq!(read(site, &mette, &address).await.0, 404);
    // Whoever had it open then loses no word of it.
    let (status, page) = send(site, &mette, &address, &talk("Blomster", "Welcome")).await;
    assert!(status == 409 && page.contains("Virksomheden er fjernet") && page.contains("Det har vi lovet: Blomster"));
    // An older note takes back nothing else.
    let older = [("change", "1".to_owned())];
    assert!(send(site, &mette, "/desk/undo", &older).await.1.contains("done=nothing"));
    let (_, to) = send(site, &mette, "/desk/undo", &[("change", change)]).await;
    assert!(to.contains("done=taken-back"), "{to}");
    let (status, page) = read(site, &mette, &address).await;
    assert!(status == 200 && page.contains("Ole"), "with those who were talked with");
    let back = ask(&server, move |market| market.company(id).unwrap().revision).await;
    assert_eq!(remove(site, &mette, &address, None, back).await.0, 303);
    clock.advance(24 * 3_600_000);
    let mette = site.sign_in("Mette Lindholm").await;
    let (_, to) = send(site, &mette, "/desk/undo", &[]).await;
    let (_, page) = read(site, &mette, &to).await;
    assert!(page.contains("kan tages tilbage i et døgn"), "{page}");
    assert_eq!(read(site, &mette, &address).await.0, 404);
}

#[tokio::test]
async fn a_workplace_names_the_placements_that_keep_it_and_a_placement_those_who_learnt_there() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let laerke = company("Købmand Lærke");
    let (workplace, seen, titles) = ask(&server, move |market| {
        let at = market.workplaces().find(|at| at.thing.company == laerke).unwrap();
        let own = market.placements().filter(|held| held.thing.workplace == at.thing.id);
        let titles: Vec<(PlacementId, String)> = own.map(|held| (held.thing.id, held.thing.title.clone())).collect();
        (at.thing.id, at.revision, titles)
    })
    .await;
    let address = format!("/desk/companies/{laerke}");
    let (status, page) = remove(site, &mette, &address, Some(workplace), seen).await;
    let (_, rest) = page.split_once("Det her står i vejen").expect("what stands in the way");
    let rest = rest.split_once("</ul>").unwrap().0;
    assert!(status == 409 && !titles.is_empty());
    for (id, title) in titles {
        assert!(
            rest.contains(&format!("/desk/places/{id}")) && rest.contains(&title),
            "{rest}"
        );
    }
    let held = courses(server.handle.app.db()).await.unwrap();
    let place = held[0].course.placement;
    let seen = ask(&server, move |market| market.placement(place).unwrap().revision).await;
    let edit = format!("/desk/places/{place}/edit");
    let (status, page) = remove(site, &mette, &edit, None, seen).await;
    assert!(
        status == 409 && page.contains("så pladsen bliver stående") && page.contains("Se hvem på pladsens side"),
        "{page}"
    );
}
