//! What stands about a person and a place at the desk leads on: to whoever could say yes, and back again.

use super::{at_noon, read, send};
use crate::http::cases::matching::{candidate, placement};
use tests::server::Database;

const KITCHEN: &str = "Køkkenet på Lindelunden";

/// What stands between a list's beginning and its end.
fn list<'a>(page: &'a str, rows: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("data-rows=\"{rows}\""))?;
    rest.split("</ol>").next()
}

#[tokio::test]
async fn a_near_miss_leads_to_whoever_could_say_yes_and_sends_nothing() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    // Of companies and of people.
    let mut found = [0, 0];
    for name in ["Samira", "Maja", "Abdi", "Bilen", "Rahel"] {
        let id = candidate(name);
        let (_, page) = read(site, &mette, &format!("/desk/people/{id}")).await;
        let Some(nearly) = list(&page, "nearly") else { continue };
        assert!(!nearly.contains("<form") && !nearly.contains("<button"), "{name}");
        for row in nearly.split("<li class=\"place\">").skip(1) {
            assert!(row.contains("Se pladsen"), "{row}");
            let leads = [
                ("Spørg virksomheden", "/desk/companies/".to_owned()),
                ("Spørg personen", format!("/desk/people/{id}/edit")),
            ];
            for (found, (said, address)) in found.iter_mut().zip(leads) {
                let asked = row.matches(said).count();
                assert_eq!(asked, row.matches(&format!("<a href=\"{address}")).count(), "{said}: {row}");
                *found += asked;
            }
            let place = row.split("href=\"/desk/places/").nth(1).expect("its page");
            let (_, page) = read(site, &mette, &format!("/desk/places/{}", &place[..36])).await;
            let nearly = list(&page, "nearly").unwrap_or_default();
            let leads =
                nearly.matches("<a href=\"/desk/companies/").count() + nearly.matches("&amp;lang=da\">Spørg personen").count();
            let said = nearly.matches("Spørg virksomheden").count() + nearly.matches("Spørg personen").count();
            assert_eq!(leads, said, "{nearly}");
        }
    }
    assert!(found.iter().all(|found| *found > 0), "{found:?}");
}

#[tokio::test]
async fn a_comparison_leads_back_to_the_person_who_can_be_asked_from_there() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (mette, samira) = (site.sign_in("Mette Lindholm").await, candidate("Samira"));
    let her_page = format!("/desk/people/{samira}");
    let (_, page) = read(site, &mette, &her_page).await;
    let compare = page
        .split("href=\"/desk/compare?")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let compare = format!("/desk/compare?{}", compare.expect("a comparison").replace("&amp;", "&"));
    let compare = compare.split("&lang=").next().unwrap();
    let (_, page) = read(site, &mette, compare).await;
    assert!(
        page.contains(&format!("<a href=\"{her_page}?lang=da\">Tilbage til Samira")),
        "{page}"
    );
    let asks = format!("action=\"{her_page}/ask");
    let (can, waits) = (page.matches(&asks).count(), page.matches("spurgt, venter på svar").count());
    let form = page.split(&asks).nth(1).expect("somebody can be asked");
    let place = form.split("name=\"placement\" value=\"").nth(1).unwrap()[..36].to_owned();
    let (status, place) = send(site, &mette, &format!("{her_page}/ask"), &[("placement", place)]).await;
    assert!(status == 303 && place.starts_with(&her_page), "{place}");
    let (_, page) = read(site, &mette, compare).await;
    assert_eq!(page.matches(&asks).count(), can - 1);
    assert_eq!(page.matches("spurgt, venter på svar").count(), waits + 1);
}

#[tokio::test]
async fn the_page_of_a_place_says_which_of_its_companys_it_is_and_when_its_shifts_are() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let (_, page) = read(site, &mette, &format!("/desk/places/{}", placement(KITCHEN))).await;
    let head = page
        .split("<div class=\"who\">")
        .nth(1)
        .and_then(|rest| rest.split("</div>").next());
    assert!(head.is_some_and(|head| head.contains(KITCHEN)), "{page}");
    assert!(page.contains(&format!("<title>{KITCHEN} · ")), "{page}");
}
