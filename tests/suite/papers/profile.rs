//! The form of a profile: the candidate's own and the consultant's, one and the same.

use super::{at_noon, read, send};
use crate::http::cases::matching::candidate;
use tests::server::Database;

const OWN: &str = "/my-work/profile";

/// What a browser would send of the form of a page, as it stands.
pub(super) fn filled(page: &str) -> Vec<(String, String)> {
    let (_, form) = page.split_once("<form class=\"profile\"").expect("a form");
    let form = form.split_once("</form>").expect("its end").0;
    let plain = |text: &str| {
        text.replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
    };
    let mut fields = Vec::new();
    let mut select = String::new();
    for tag in form.split('<').skip(1) {
        let (head, text) = tag.split_once('>').unwrap_or((tag, ""));
        let value_of = |name: &str| {
            head.split_once(&format!("{name}=\""))
                .and_then(|(_, rest)| rest.split_once('"'))
                .map(|(value, _)| plain(value))
        };
        let name = value_of(" name");
        if head.starts_with("input ") {
            let ticked = head.contains("type=\"checkbox\"") || head.contains("type=\"radio\"");
            if !ticked || head.contains(" checked") {
                fields.push((name.unwrap_or_default(), value_of(" value").unwrap_or_default()));
            }
        } else if head.starts_with("textarea ") {
            fields.push((name.unwrap_or_default(), plain(text)));
        } else if head.starts_with("select ") {
            select = name.unwrap_or_default();
        } else if head.starts_with("option ") && head.contains(" selected") {
            fields.push((select.clone(), value_of("value").unwrap_or_default()));
        }
    }
    fields
}

pub(super) fn with<'a>(fields: &'a [(String, String)], changes: &[(&'a str, &str)]) -> Vec<(&'a str, String)> {
    let changed = |name: &str| changes.iter().any(|(other, _)| *other == name);
    let mut sent: Vec<(&str, String)> = fields
        .iter()
        .filter(|(name, _)| !changed(name))
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    sent.extend(changes.iter().map(|(name, value)| (*name, (*value).to_owned())));
    sent
}

/// What a page says at the field of this id, which its head must lead to.
pub(super) fn told_at(page: &str, id: &str) -> String {
    assert!(page.contains("tabindex=\"-1\" autofocus"), "nothing has the focus: {page}");
    for says in [
        format!("href=\"#{id}\""),
        format!("id=\"{id}\""),
        format!("aria-invalid=\"true\" aria-describedby=\"{id}-wrong"),
    ] {
        assert!(page.contains(&says), "{says}: {page}");
    }
    let told = page
        .split(&format!("<p class=\"wrong\" id=\"{id}-wrong\" dir=\"auto\">"))
        .nth(1)
        .expect("a word at the field");
    told.split("</p>").next().expect("its end").to_owned()
}

#[tokio::test]
async fn what_is_written_comes_back_and_an_untouched_form_changes_nothing() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let samira = site.sign_in("Samira").await;
    let (_, page) = read(site, &samira, OWN).await;
    for said in [
        "Jeg laver mad til mange.",
        "Det her bliver behandlet som helbred. Skriv aldrig hvorfor.",
        "Det, kommunen har sagt om pladser",
    ] {
        assert!(page.contains(said), "{said}");
    }
    // Consequences are read, and not written.
    assert!(!page.contains("name=\"kind\"") && !page.contains("name=\"outside_ratio\""));
    let before = filled(&page);
    let (status, place) = send(site, &samira, OWN, &with(&before, &[])).await;
    assert_eq!((status, place.as_str()), (303, "/my-work/profile?done=saved&lang=da"));
    let (_, page) = read(site, &samira, OWN).await;
    let without_revision =
        |fields: Vec<(String, String)>| fields.into_iter().filter(|(name, _)| name != "seen").collect::<Vec<_>>();
    let after = filled(&page);
    assert_eq!(without_revision(after.clone()), without_revision(before));
    let changes = [
        ("strengths", "Jeg er tålmodig.\nJeg synger."),
        ("need-Cold", "cannot"),
        ("lifts", "12"),
        ("hoped", "12.5"),
    ];
    assert_eq!(send(site, &samira, OWN, &with(&after, &changes)).await.0, 303);
    let (_, page) = read(site, &samira, OWN).await;
    let now = filled(&page);
    for (name, value) in changes {
        assert!(now.contains(&(name.to_owned(), value.to_owned())), "{name}: {now:?}");
    }
}

#[tokio::test]
async fn a_word_that_no_list_knows_comes_back_with_what_it_could_mean_and_nothing_is_lost() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let samira = site.sign_in("Samira").await;
    let (_, page) = read(site, &samira, OWN).await;
    let form = filled(&page);
    let changes = [("wish", "Noget med planter"), ("can", "lave mad\ngøre")];
    let (status, page) = send(site, &samira, OWN, &with(&form, &changes)).await;
    assert_eq!(status, 422);
    assert!(
        page.contains("Noget med planter") && page.contains("Hvad mener du med") && page.contains("gøre gulve rene"),
        "{page}"
    );
    let chosen = [("pick-can-gøre", "1")];
    let (status, _) = send(site, &samira, OWN, &with(&filled(&page), &chosen)).await;
    assert_eq!(status, 303);
    let (_, page) = read(site, &samira, OWN).await;
    assert!(page.contains("gøre gulve rene") && page.contains("Noget med planter"));
}

/// Whoever can clean has not said that they clean toilets; what no list has stays in their own words, and they are told.
#[tokio::test]
async fn a_word_is_taken_for_no_other_and_one_that_no_list_has_stops_nobody() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (samira, mette) = (site.sign_in("Samira").await, site.sign_in("Mette Lindholm").await);
    let (_, page) = read(site, &samira, OWN).await;
    let form = filled(&page);
    let (status, page) = send(site, &samira, OWN, &with(&form, &[("can", "rengøre")])).await;
    assert_eq!(status, 422);
    assert!(
        page.contains("Hvad mener du med") && page.contains("rengøre toiletter") && page.contains("gøre rent"),
        "{page}"
    );
    let (status, place) = send(site, &samira, OWN, &with(&form, &[("can", "fylde hylder\nqzxqzx")])).await;
    assert_eq!((status, place.as_str()), (303, "/my-work/profile?done=saved-own&lang=da"));
    let (_, page) = read(site, &samira, &place.replace("&lang=da", "")).await;
    assert!(page.contains("står med dine egne ord") && page.contains("qzxqzx"), "{page}");
    let at_desk = format!("/desk/people/{}/edit", candidate("Samira"));
    let (_, page) = read(site, &mette, &at_desk).await;
    let (status, place) = send(site, &mette, &at_desk, &with(&filled(&page), &[("can", "qzxqzx")])).await;
    assert!(status == 303 && place.contains("&own=yes"), "{place}");
    let (_, page) = read(site, &mette, &place.replace("&lang=da", "")).await;
    assert!(page.contains("Det, listen ikke har, står med egne ord."), "{page}");
}

/// Whoever does not say what they have seen would write over what somebody else has written.
#[tokio::test]
async fn a_form_that_does_not_say_what_was_seen_is_refused() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let samira = site.sign_in("Samira").await;
    let (_, page) = read(site, &samira, OWN).await;
    let form = filled(&page);
    for seen in ["", "all of it"] {
        let sent = with(&form, &[("seen", seen), ("strengths", "Jeg synger.")]);
        assert_eq!(send(site, &samira, OWN, &sent).await.0, 422, "{seen}");
    }
    assert!(!read(site, &samira, OWN).await.1.contains("Jeg synger."));
}

#[tokio::test]
async fn what_cannot_be_read_is_told_at_its_own_field_and_the_page_begins_with_it() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (samira, mette) = (site.sign_in("Samira").await, site.sign_in("Mette Lindholm").await);
    let (_, page) = read(site, &samira, OWN).await;
    assert!(!page.contains("aria-invalid") && !page.contains("autofocus"));
    assert!(page.contains("<title>Min profil · "));
    let wrong = [
        ("first_name", ""),
        ("longest", "en time"),
        ("hoped", "12,1"),
        ("can", "lave mad\ngøre"),
        ("told_to", "Uldum"),
        ("told_by", "Bus"),
        ("told_minutes", "snart"),
        ("told_early", ""),
    ];
    let (status, page) = send(site, &samira, OWN, &with(&filled(&page), &wrong)).await;
    assert!(status == 422 && page.contains("<title>Ret: Min profil · "), "{page}");
    for (id, says) in [
        ("first_name", "Skriv et fornavn."),
        ("longest", "Skriv et helt tal fra 1 til 300."),
        ("hoped", "12,5"),
        ("can", "Vælg, hvad du mener med »gøre«"),
        ("told_minutes-0", "fra 1 til 600"),
    ] {
        let told = told_at(&page, id);
        assert!(told.contains(says), "{id}: {told}");
    }
    assert_eq!(page.matches("aria-invalid").count(), 5, "{page}");
    // With a consultant it is the same form, and nobody is called "du" who is not.
    let (_, page) = read(site, &mette, "/desk/people/new").await;
    let (status, page) = send(
        site,
        &mette,
        "/desk/people/new",
        &with(&filled(&page), &[("can", "gøre"), ("week", "man-fre engang")]),
    )
    .await;
    assert!(status == 422 && page.contains("<title>Ret: "));
    assert!(told_at(&page, "can").contains("hvad der menes med »gøre«"));
    assert!(told_at(&page, "week").contains("»engang« kender vi ikke"));
    told_at(&page, "home");
}

#[tokio::test]
async fn two_who_write_at_once_are_both_shown_and_neither_is_lost() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (samira, mette) = (site.sign_in("Samira").await, site.sign_in("Mette Lindholm").await);
    let at_desk = format!("/desk/people/{}/edit", candidate("Samira"));
    let (_, page) = read(site, &samira, OWN).await;
    let hers = filled(&page);
    let (status, page) = read(site, &mette, &at_desk).await;
    assert_eq!(status, 200, "{page}");
    assert_eq!(
        send(
            site,
            &mette,
            &at_desk,
            &with(&filled(&page), &[("longest", "45"), ("placement_weeks", "8")])
        )
        .await
        .0,
        303
    );
    let (status, page) = send(site, &samira, OWN, &with(&hers, &[("strengths", "Jeg synger.")])).await;
    assert!(status == 409 && page.contains("<title>Ret: Min profil · "));
    for said in ["En anden har rettet det samme imens", "Der står nu:", "Jeg synger.", "45"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // Nothing was written over; a second press, with both seen, is hers to make.
    assert!(!read(site, &samira, OWN).await.1.contains("Jeg synger."));
    assert_eq!(
        send(site, &samira, OWN, &with(&filled(&page), &[("longest", "45")])).await.0,
        303
    );
    let (_, page) = read(site, &samira, OWN).await;
    assert!(page.contains("Jeg synger.") && page.contains("Højst 8 uger"));
}

#[tokio::test]
async fn a_consultant_adds_somebody_and_enters_what_is_possible() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let new = "/desk/people/new";
    let (_, page) = read(site, &mette, new).await;
    let form = filled(&page);
    assert_eq!(
        send(site, &mette, new, &with(&form, &[("first_name", "Nadia")])).await.0,
        422,
        "where she lives is not said"
    );
    let said = [
        ("first_name", "Nadia"),
        ("home", "Uldum"),
        ("week", "man-tor 9-13"),
        ("can", "vaske op"),
        ("placement_weeks", "13"),
        ("subsidy_weeks", "26"),
    ];
    let (status, place) = send(site, &mette, new, &with(&form, &said)).await;
    assert_eq!(status, 303, "{place}");
    let (_, page) = read(site, &mette, place.split('?').next().unwrap()).await;
    assert!(page.contains("Nadia"));
    let (_, page) = read(site, &mette, &format!("{}/edit", place.split('?').next().unwrap())).await;
    for said in ["man–tor 9–13", "vaske op", "value=\"13\"", "value=\"26\""] {
        assert!(page.contains(said), "{said}");
    }
    let karin = site.sign_in("Karin").await;
    assert_eq!(read(site, &karin, new).await.0, 404);
    let samira = site.sign_in("Samira").await;
    assert_eq!(
        read(site, &samira, &format!("/desk/people/{}/edit", candidate("Samira")))
            .await
            .0,
        404
    );
}
