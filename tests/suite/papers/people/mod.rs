//! Us round the table: coming and going, the contact and the pen.

mod links;
mod own_version;
mod seats;

use super::{at_noon, lund, paper, read, send};
use shared::ids::{AgreementId, MemberId, PlanId};
use shared::plan::{Audience, Intent, Role};
use tests::server::{Database, TestServer};
use tests::socket::{Site, TestSocket, dream, new_id, plan_of};

/// One of the paper's forms, filled in.
fn form(ask: &str, fields: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let own = [("change_id", new_id().to_string()), ("ask", ask.to_owned())];
    let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned()));
    own.into_iter().chain(fields).collect()
}

fn people_of(plan_id: PlanId) -> String {
    format!("/plans/{plan_id}/people")
}

/// Sends a form of the Lunds' paper, which is taken.
async fn done(site: &Site, session: &str, ask: &str, fields: &[(&'static str, &str)]) {
    let (status, place) = send(site, session, &people_of(lund()), &form(ask, fields)).await;
    assert_eq!(status, 303, "{ask}: {place}");
}

async fn seated(server: &TestServer, name: &str) -> (String, TestSocket) {
    let session = server.site.sign_in(name).await;
    let socket = server.site.open(&session, lund()).await;
    (session, socket)
}

/// What stands in a hidden field of the page, under this name.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let (_, after) = page.split_once(&format!("name=\"{name}\" value=\"")).expect("the field");
    after.split('"').next().expect("its value")
}

#[tokio::test]
async fn the_family_seats_its_own_people_without_asking_anyone() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, _) = seated(&server, "Maja").await;
    let (_, mut karin) = seated(&server, "Karin").await;
    let fields = form(
        "add",
        &[("name", "Kurt Poulsen"), ("relation", "morfar"), ("phone", "12 34 56 99")],
    );
    for _ in 0..2 {
        let (status, place) = send(site, &hers, &paper("people"), &fields).await;
        assert!(status == 303 && place.contains("people?done=saved"), "{place}");
    }
    karin
        .until("him", |karin| {
            karin.plan.members().any(|member| member.name == "Kurt Poulsen")
        })
        .await;
    let (_, page) = read(site, &hers, &paper("people")).await;
    assert_eq!(
        page.matches("<bdi>Kurt Poulsen</bdi>").count(),
        1,
        "sent twice it counts once"
    );
    assert!(page.contains("morfar") && page.contains("href=\"tel:12345699\""));
    // Nobody but the family needs his number.
    let karins = site.sign_in("Karin").await;
    assert!(!read(site, &karins, &paper("people")).await.1.contains("12345699"));
    // What was written stands there still where it was not taken.
    let (status, page) = send(
        site,
        &hers,
        &paper("people"),
        &form("add", &[("name", " "), ("relation", "gudmor")]),
    )
    .await;
    assert_eq!(status, 422);
    assert!(
        page.contains("Det blev ikke gemt") && page.contains("value=\"gudmor\""),
        "{page}"
    );
}

#[tokio::test]
async fn everyone_else_proposes_and_the_family_says_yes_or_no_to_what_it_saw() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let karins = site.sign_in("Karin").await;
    assert!(
        read(site, &karins, &paper("people"))
            .await
            .1
            .contains("Foreslå en til bordet")
    );
    let names = ["Nina Holst", "Ole Friis"];
    for name in names {
        let fields = [
            ("name", name),
            ("role", "Professional"),
            ("relation", "sundhedsplejerske"),
            ("purpose", "se til Ellie"),
            ("why", "Hun bor om hjørnet"),
        ];
        let (_, place) = send(site, &karins, &paper("people"), &form("add", &fields)).await;
        assert!(place.contains("done=asked"), "{place}");
    }
    let (_, page) = read(site, &karins, &paper("people")).await;
    assert!(page.contains("Dit forslag venter på familien") && page.contains("Tag forslaget tilbage"));
    // Another professional knows nothing of it.
    let mette = site.sign_in("Mette").await;
    assert!(!read(site, &mette, &paper("people")).await.1.contains("Nina"));
    let answer = async |name: &'static str, answer: &str, seen: Option<&str>| {
        let (_, page) = read(site, &hers, &paper("people")).await;
        let (_, from) = page.split_once(&format!("foreslår, at {name}")).expect("the proposal");
        assert!(from.contains("Hun bor om hjørnet") && from.contains("se til Ellie"));
        let (id, hash) = (hidden(from, "proposal_id"), seen.unwrap_or(hidden(from, "seen")));
        let fields = form("answer-proposal", &[("proposal_id", id), ("seen", hash), ("answer", answer)]);
        send(site, &hers, &paper("people"), &fields).await.0
    };
    assert_eq!(
        answer(names[0], "yes", Some("0000000000000000")).await,
        422,
        "a yes to something else"
    );
    assert_eq!(answer(names[0], "yes", None).await, 303);
    assert_eq!(answer(names[1], "no", None).await, 303);
    maja.until("her", |maja| maja.plan.members().any(|member| member.name == names[0]))
        .await;
    maja.ping().await;
    assert!(maja.plan.members().all(|member| member.name != names[1]));
    let (_, page) = read(site, &hers, &paper("people")).await;
    assert!(page.contains(names[0]) && !page.contains(names[1]));
}

#[tokio::test]
async fn a_family_that_has_nobody_of_its_own_here_is_shown_where_to_begin() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, maja) = seated(&server, "Maja").await;
    assert!(!read(site, &hers, &paper("people")).await.1.contains("Hvem kunne sidde med?"));
    for name in ["Birthe", "Sanne"] {
        done(site, &hers, "remove", &[("member_id", &maja.member(name).to_string())]).await;
    }
    let (_, page) = read(site, &hers, &paper("people")).await;
    for words in [
        "Hvem kunne sidde med?",
        "En frivillig familie",
        "En fra en forening",
        "En kollega",
        "En nabo",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let (_, page) = read(site, &hers, &paper("people?ready=neighbour")).await;
    assert!(
        page.contains("value=\"nabo\"") && page.contains("<details class=\"turn\" open"),
        "{page}"
    );
    // It is the family's to read.
    let karin = site.sign_in("Karin").await;
    assert!(!read(site, &karin, &paper("people")).await.1.contains("Hvem kunne sidde med?"));
}

#[tokio::test]
async fn everyone_says_themselves_when_they_can_be_called() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (karins, karin) = seated(&server, "Karin").await;
    let own = karin.member_id.to_string();
    done(
        site,
        &karins,
        "edit",
        &[("member_id", &own), ("hours", "hverdage 7-14"), ("phone", "12 34 56 00")],
    )
    .await;
    let birthes = site.sign_in("Birthe").await;
    let (_, page) = read(site, &birthes, &paper("people")).await;
    assert!(page.contains("hverdage 7-14") && page.contains("tel:12345600"));
    // Not for another who speaks for herself, and not by one who may not.
    let fields = form("edit", &[("member_id", &own), ("hours", "aldrig")]);
    let (status, page) = send(site, &birthes, &paper("people"), &fields).await;
    assert!(status == 422 && page.contains("Det blev ikke gemt"), "{page}");
}

#[tokio::test]
async fn leaving_loses_nothing_that_was_promised_and_shuts_the_door_at_once() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let (sannes, mut sanne) = seated(&server, "Sanne").await;
    let (sanne_id, birthe) = (sanne.member_id, maja.member("Birthe"));
    let held = held_by(&maja, sanne_id);
    assert!(!held.is_empty());
    let (_, page) = read(site, &sannes, &paper(&format!("people/{sanne_id}"))).await;
    assert!(page.contains("Forlad bordet") && page.contains("Du har sagt ja til det her:"));
    let fields = [("member_id", sanne_id.to_string()), ("passes_to", birthe.to_string())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (status, page) = send(site, &sannes, &paper("people"), &form("remove", &fields)).await;
    assert_eq!(status, 200);
    assert!(page.contains("Du har forladt bordet") && page.contains("Det, du har skrevet, står der endnu."));
    // Her open window holds nothing any more, and no other opens.
    sanne.until("nothing", |sanne| sanne.plan.records().len() == 0).await;
    assert!(site.ticket(&sannes, lund()).await.is_err(), "the seat is shut");
    for address in [
        paper("people"),
        format!("/plans/{}", lund()),
        format!("/api/plans/{}", lund()),
    ] {
        assert_eq!(read(site, &sannes, &address).await.0, 404, "{address}");
    }
    maja.until("her leaving", |maja| {
        maja.plan.member(sanne_id).is_some_and(|sanne| sanne.left_at.is_some())
    })
    .await;
    for agreement_id in held {
        assert_eq!(maja.plan.agreement(agreement_id).unwrap().asked, Some(birthe));
    }
    let (_, page) = read(site, &hers, &paper("people")).await;
    let (seated, left) = page.split_once("Har siddet her før").unwrap();
    assert!(!seated.contains("<bdi>Sanne</bdi>") && left.contains("<bdi>Sanne</bdi>"));
}

fn held_by(socket: &TestSocket, member_id: MemberId) -> Vec<AgreementId> {
    let agreements = socket.plan.agreements();
    let held = agreements.filter(|agreement| agreement.holder == Some(member_id));
    held.map(|agreement| agreement.agreement_id).collect()
}

#[tokio::test]
async fn adults_do_not_take_each_other_from_the_table_and_are_told_whom_to_talk_to() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let haile = plan_of("Haile");
    let selams = site.sign_in("Selam").await;
    let selam = site.open(&selams, haile).await;
    let yonas = selam.member("Yonas").to_string();
    let (_, page) = read(site, &selams, &format!("{}/{yonas}", people_of(haile))).await;
    assert!(page.contains("Tal med jeres faste kontakt") && page.contains("Karin Dahl"));
    assert!(!page.contains("value=\"remove\""), "there is no button for it");
    let remove = || form("remove", &[("member_id", yonas.as_str())]);
    let (status, page) = send(site, &selams, &people_of(haile), &remove()).await;
    assert!(status == 422 && page.contains("Tal med jeres faste kontakt"), "{page}");
    let karins = site.sign_in("Karin").await;
    assert_eq!(send(site, &karins, &people_of(haile), &remove()).await.0, 303);
    let his = site.sign_in("Yonas").await;
    assert_eq!(read(site, &his, &format!("/plans/{haile}")).await.0, 404);
}

#[tokio::test]
async fn the_baton_passes_when_three_have_said_yes() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let (karins, karin) = seated(&server, "Karin").await;
    let thomas = maja.member("Thomas");
    let thomass = site.sign_in("Thomas").await;
    let pass = form("pass-baton", &[("to", &thomas.to_string())]);
    assert_eq!(
        send(site, &thomass, &paper("people"), &pass).await.0,
        422,
        "it is not his to begin"
    );
    done(site, &karins, "pass-baton", &[("to", &thomas.to_string())]).await;
    let (_, page) = read(site, &thomass, &paper("people")).await;
    assert!(page.contains("Ja, jeg tager den") && page.contains("Nej, jeg kan ikke"));
    assert_eq!(page.matches("data-said=\"true\"").count(), 1);
    let (_, page) = read(site, &hers, &paper("people")).await;
    assert!(page.contains("Indtil da er det Karin Dahl.") && !page.contains("Ja, jeg tager den"));
    let birthes = site.sign_in("Birthe").await;
    let (_, page) = read(site, &birthes, &paper("people")).await;
    assert!(page.contains("Har ikke svaret endnu") && !page.contains("value=\"answer-baton\""));
    done(site, &thomass, "answer-baton", &[("answer", "yes")]).await;
    maja.ping().await;
    assert_eq!(maja.plan.head().unwrap().primary_contact, Some(karin.member_id));
    done(site, &hers, "answer-baton", &[("answer", "yes")]).await;
    maja.until("the new one", |maja| {
        maja.plan.head().unwrap().primary_contact == Some(thomas)
    })
    .await;
    // And a no ends it.
    done(
        site,
        &thomass,
        "edit",
        &[("member_id", &thomas.to_string()), ("hours", "altid")],
    )
    .await;
    done(site, &hers, "pass-baton", &[("to", &karin.member_id.to_string())]).await;
    done(site, &karins, "answer-baton", &[("answer", "no")]).await;
    maja.until("the end of it", |maja| maja.plan.head().unwrap().baton.is_none())
        .await;
    assert_eq!(maja.plan.head().unwrap().primary_contact, Some(thomas));
}

#[tokio::test]
async fn a_vacancy_is_shown_with_its_date_on_every_paper_and_a_stand_in_is_chosen() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, maja) = seated(&server, "Maja").await;
    let karins = site.sign_in("Karin").await;
    let (karin, thomas) = (maja.member("Karin"), maja.member("Thomas"));
    done(site, &hers, "stand-in", &[("member_id", &thomas.to_string())]).await;
    let (_, page) = read(site, &hers, &paper("people")).await;
    assert!(page.contains("Er Karin Dahl væk, så ring til Thomas Holm"), "{page}");
    let leave = form("remove", &[("member_id", &karin.to_string())]);
    assert_eq!(send(site, &karins, &paper("people"), &leave).await.0, 200);
    for slug in ["people", "history"] {
        let (_, page) = read(site, &hers, &paper(slug)).await;
        assert!(
            page.contains("Der har ikke været en fast kontakt siden 12. november."),
            "{slug}"
        );
        assert!(page.contains("Thomas Holm er afløser:"), "{slug}");
    }
    done(site, &hers, "stand-in", &[("member_id", "")]).await;
    assert!(!read(site, &hers, &paper("history")).await.1.contains("er afløser:"));
}

#[tokio::test]
async fn the_pen_is_handed_over_seen_by_both_taken_back_and_what_it_wrote_is_read_back() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, maja) = seated(&server, "Maja").await;
    let (karins, mut karin) = seated(&server, "Karin").await;
    done(site, &hers, "hand-pen", &[("to", &karin.member_id.to_string())]).await;
    let (_, page) = read(site, &hers, &paper("people")).await;
    assert!(page.contains("Karin Dahl har jeres pen. I dag kl. 12.00") && page.contains("Tag pennen tilbage"));
    let (_, page) = read(site, &karins, &paper("people")).await;
    assert!(page.contains("Du har pennen.") && page.contains("Giv pennen tilbage"));
    let birthes = site.sign_in("Birthe").await;
    assert!(!read(site, &birthes, &paper("people")).await.1.contains("Tag pennen tilbage"));
    let (card, _) = karin.ask(dream("En have med æbletræer", Audience::Table)).await;
    done(site, &hers, "take-pen", &[]).await;
    let (_, page) = read(site, &hers, &paper("people")).await;
    assert!(page.contains("En have med æbletræer") && page.contains("Sagt af Maja, skrevet af Karin Dahl"));
    assert!(!page.contains("Tag pennen tilbage"));
    karin.ping().await;
    assert!(
        karin
            .plan
            .card(card.into())
            .is_some_and(|card| card.added_by == maja.member_id)
    );
    // What was written with it is the family's to read, and the pen is nobody's now.
    assert!(!read(site, &karins, &paper("people")).await.1.contains("Sagt af Maja"));
    // At the next meeting it begins anew, and nothing of the last one is read once more.
    done(site, &hers, "hand-pen", &[("to", &karin.member_id.to_string())]).await;
    assert!(!read(site, &hers, &paper("people")).await.1.contains("Læs det højt"));
    karin.ask(dream("En drage", Audience::Table)).await;
    done(site, &karins, "take-pen", &[]).await;
    let (_, page) = read(site, &hers, &paper("people")).await;
    assert!(page.contains("En drage") && !page.contains("En have med æbletræer"));
    let refused = form("take-pen", &[]);
    assert_eq!(send(site, &karins, &paper("people"), &refused).await.0, 422);
}

#[tokio::test]
async fn no_button_stands_where_the_rules_say_no() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mut compared = 0;
    for household in backend::demo::households() {
        for chair in &household.chairs {
            let session = site.sign_in(chair.name.split(' ').next().unwrap()).await;
            let (status, page) = read(site, &session, &people_of(household.plan_id)).await;
            assert_eq!(status, 200);
            let asks: Vec<&str> = page
                .split("name=\"ask\" value=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .collect();
            let is = |ask: &str| asks.contains(&ask);
            assert_eq!(is("hand-pen"), chair.role == Role::Family, "{}", chair.name);
            assert_eq!(
                is("stand-in"),
                matches!(chair.role, Role::Family | Role::Coordinator),
                "{}",
                chair.name
            );
            assert_eq!(is("pass-baton"), is("stand-in"), "{}", chair.name);
            assert_eq!(is("add"), chair.role != Role::Interpreter, "{}", chair.name);
            compared += 1;
        }
    }
    assert!(compared > 15, "only {compared}");
}

/// A wish that has nothing to do with people, to see who is at the table.
fn a_dream() -> Intent {
    dream("En hund", Audience::Table)
}
