//! What becomes at the desk of what a company has told at its entrance.

use super::entrance::{ENTRANCE, fields, open_form};
use super::{at_noon, read, send};
use crate::http::cases::companies::company;
use tests::server::Database;

#[tokio::test]
async fn a_signal_stands_at_the_top_of_every_desk_with_people_until_one_consultant_calls() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let (mette, thomas) = (site.sign_in("Mette Lindholm").await, site.sign_in("Thomas").await);
    let (_, before) = read(site, &thomas, "/desk/signals/new").await;
    assert!(before.contains("data-n=\"0\""));
    let pass = open_form(site).await;
    clock.advance(5_000);
    assert_eq!(send(site, "", ENTRANCE, &fields(&pass, "12 34 57 01")).await.0, 303);
    for page in ["/desk/people", "/desk/places", "/desk/companies"] {
        let (_, page) = read(site, &thomas, page).await;
        assert!(page.contains("Én virksomhed venter på et opkald") && page.contains("Købmand Lærke, Uldum"));
    }
    let (_, part) = read(site, &thomas, "/desk/signals/new").await;
    assert!(part.contains("data-n=\"1\"") && part.contains("mangler hænder"));
    let (_, page) = read(site, &mette, "/desk/signals").await;
    let id = page
        .split("id=\"signal-")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    assert!(page.contains("Sætte priser på nye varer") && page.contains("ikke om fredagen"));
    assert!(page.contains("tir 8–12"), "when, in words beside the bars");
    assert!(page.contains("class=\"could\""), "the people it could fit stand beside it");
    assert!(page.contains(&format!("/desk/companies/{}", company("Købmand Lærke"))));
    let act = format!("/desk/signals/{id}");
    let (_, place) = send(site, &mette, &act, &[("do", "take".into())]).await;
    assert!(place.contains("done=signal-taken"));
    let (_, place) = send(site, &thomas, &act, &[("do", "take".into())]).await;
    assert!(place.contains("done=signal-other"), "no company is called twice");
    assert!(read(site, &thomas, &place).await.1.contains("En kollega var først"));
    assert!(read(site, &thomas, "/desk/signals").await.1.contains("Mette Lindholm ringer"));
    assert!(read(site, &thomas, "/desk/signals/new").await.1.contains("data-n=\"0\""));
    send(site, &thomas, &act, &[("do", "leave".into())]).await;
    assert!(
        read(site, &thomas, "/desk/signals/new").await.1.contains("data-n=\"0\""),
        "only the one who calls gives it back"
    );
    // A colleague may be ill; whoever takes it over calls.
    let (_, place) = send(site, &thomas, &act, &[("do", "take-over".into())]).await;
    assert!(
        place.contains("done=signal-taken") && place.ends_with(&format!("#signal-{id}")),
        "{place}"
    );
    assert!(read(site, &mette, "/desk/signals").await.1.contains("Thomas Holm ringer"));
    // One press too many is taken back, at once or weeks later.
    let on_page = format!("<li class=\"signal\" id=\"signal-{id}\"");
    let (_, place) = send(site, &mette, &act, &[("do", "done".into())]).await;
    let (_, page) = read(site, &mette, place.split('#').next().unwrap()).await;
    assert!(page.contains("value=\"reopen\" data-key=\"z\"") && !page.contains(&on_page));
    send(site, &mette, &act, &[("do", "reopen".into())]).await;
    assert!(read(site, &mette, "/desk/signals").await.1.contains(&on_page));
    send(site, &mette, &act, &[("do", "done".into())]).await;
    clock.advance(27 * 24 * 3_600_000);
    let mette = site.sign_in("Mette Lindholm").await;
    let (_, page) = read(site, &mette, "/desk/signals").await;
    assert!(
        page.contains("Færdige de sidste 28 dage") && page.contains("tel:12345701"),
        "{page}"
    );
    clock.advance(2 * 24 * 3_600_000);
    let mette = site.sign_in("Mette Lindholm").await;
    assert!(!read(site, &mette, "/desk/signals").await.1.contains("tel:12345701"));
}

#[tokio::test]
async fn whoever_has_waited_longest_for_a_call_stands_on_top_with_how_late_we_are() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let write = async |phone: &str| {
        let pass = open_form(site).await;
        clock.advance(5_000);
        assert_eq!(send(site, "", ENTRANCE, &fields(&pass, phone)).await.0, 303);
    };
    let (_, entrance) = read(site, "", ENTRANCE).await;
    assert!(entrance.contains("Vi skriver først jeres plads ind, når vi har talt sammen."));
    write("12 34 57 01").await;
    clock.advance(7 * 24 * 3_600_000);
    write("12 34 57 02").await;
    let mette = site.sign_in("Mette Lindholm").await;
    let (_, page) = read(site, &mette, "/desk/signals").await;
    let (first, second) = (page.find("tel:12345701").unwrap(), page.find("tel:12345702").unwrap());
    assert!(first < second, "the oldest first");
    assert_eq!(page.matches("over tiden").count(), 1, "only the first is late");
}

#[tokio::test]
async fn what_a_stranger_calls_a_place_fills_no_page_of_the_desk() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let pass = open_form(site).await;
    clock.advance(5_000);
    let mut told = fields(&pass, "12 34 57 09");
    told.retain(|(name, _)| *name != "place");
    told.push(("place", "Å".repeat(300)));
    assert_eq!(send(site, "", ENTRANCE, &told).await.0, 303);
    let mette = site.sign_in("Mette Lindholm").await;
    let (_, page) = read(site, &mette, "/desk/companies").await;
    assert!(page.contains("ÅÅÅ…") && !page.contains(&"Å".repeat(61)));
    // Where it is called back, it stands as it was written.
    assert!(read(site, &mette, "/desk/signals").await.1.contains(&"Å".repeat(300)));
}

#[tokio::test]
async fn of_a_signal_of_a_new_shop_come_a_company_a_talk_and_a_place_in_one_visit() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let site = &server.site;
    let pass = open_form(site).await;
    clock.advance(5_000);
    let mut told = fields(&pass, "12 34 57 09");
    told.retain(|(name, _)| *name != "place" && *name != "task-27");
    told.push(("place", "Det nye sted, Tørring".into()));
    assert_eq!(send(site, "", ENTRANCE, &told).await.0, 303);
    let mette = site.sign_in("Mette Lindholm").await;
    let (_, page) = read(site, &mette, "/desk/signals").await;
    let id = page.split("id=\"signal-").nth(1).unwrap()[..36].to_owned();
    let company = format!("/desk/companies/new?signal={id}");
    assert!(page.contains(&company), "nobody knows the shop: {page}");
    // Where it is in the book under another name, the place can be written down at once.
    let (_, place) = read(site, &mette, &format!("/desk/places/new?signal={id}")).await;
    assert!(place.contains("Vi kender ikke stedet") && place.contains(&company) && place.contains("Løfte 10 kilo"));
    assert!(
        !place.contains("value=\"0\" selected>0<"),
        "no task of the list names its work"
    );

    let (_, form) = read(site, &mette, &company).await;
    for filled in [
        "name=\"company\" type=\"text\" value=\"Det nye sted\"",
        "value=\"Tørring\" selected",
        "name=\"with\" type=\"text\" value=\"Kirsten\"",
        "value=\"12 34 57 09\"",
        "Skal kunne: Løfte 10 kilo",
        "Ring helst ikke: ikke om fredagen",
        "value=\"AsNoted\" selected",
    ] {
        assert!(form.contains(filled), "{filled}: {form}");
    }
    let filled = [
        ("signal", id.as_str()),
        ("company", "Det nye sted"),
        ("community", "Tørring"),
        ("with", "Kirsten"),
        ("phone", "12 34 57 09"),
        ("note", ""),
        ("call", "AsNoted"),
    ]
    .map(|(name, value)| (name, value.to_owned()));
    let (status, page) = send(site, &mette, "/desk/companies/new", &filled).await;
    assert!(
        status == 422 && page.contains("Skriv, hvad de har brug for") && page.contains(&id),
        "{page}"
    );
    let mut filled = filled.to_vec();
    filled.retain(|(name, _)| *name != "note");
    filled.push(("note", "Mangler hænder om tirsdagen.".into()));
    let (status, next) = send(site, &mette, "/desk/companies/new", &filled).await;
    assert!(
        status == 303 && next.contains(&format!("/desk/places/new?signal={id}&workplace=")),
        "{next}"
    );

    // The place is filled in with what they told, and the signal stands open until it is saved.
    let (_, page) = read(site, &mette, &next).await;
    assert!(page.contains("Sætte priser på nye varer") && page.contains("Løfte 10 kilo"));
    let own = "name=\"pick-tasks-Sætte priser på nye varer\" value=\"own\"";
    assert!(page.contains(own), "nobody is asked what the company's own words mean");
    let workplace = &next.split("workplace=").nth(1).unwrap()[..36];
    assert!(page.contains(&format!("value=\"{workplace}\" selected")), "{page}");
    let place = [
        ("signal", id.as_str()),
        ("workplace", workplace),
        ("kind", "PaidHours"),
        ("title", "Priser"),
        ("occupation", "9334"),
        ("tasks", "fylde hylder"),
        ("when", "tir 8-12"),
    ]
    .map(|(name, value)| (name, value.to_owned()));
    let (status, saved) = send(site, &mette, "/desk/places/new", &place).await;
    assert!(
        status == 303 && saved.contains("done=saved") && saved.contains(&format!("signal={id}")),
        "{saved}"
    );
    let on_page = format!("<li class=\"signal\" id=\"signal-{id}\"");
    assert!(!read(site, &mette, "/desk/signals").await.1.contains(&on_page));
    let (_, page) = read(site, &mette, &saved).await;
    assert!(page.contains("Det, virksomheden fortalte, er færdigt."));
    let company = page.split("/desk/companies/").nth(1).unwrap()[..36].to_owned();
    let (_, book) = read(site, &mette, &format!("/desk/companies/{company}")).await;
    assert_eq!(
        book.matches("Mangler hænder om tirsdagen.").count(),
        1 + 1,
        "in the book once, and before the number"
    );

    // Taken back, it is as if the place had not been saved.
    let undo = page.split("action=\"/desk/undo").nth(1).unwrap();
    let undo = undo.split("</form>").next().unwrap();
    let fields: Vec<(&str, String)> = undo
        .split("type=\"hidden\" name=\"")
        .skip(1)
        .map(|field| {
            let (name, rest) = field.split_once("\" value=\"").unwrap();
            (name, rest.split('"').next().unwrap().to_owned())
        })
        .collect();
    let (_, back) = send(site, &mette, "/desk/undo", &fields).await;
    assert!(back.contains("done=taken-back"), "{back}");
    assert!(read(site, &mette, "/desk/signals").await.1.contains(&on_page));
    assert_eq!(read(site, &mette, saved.split('?').next().unwrap()).await.0, 404);
}
