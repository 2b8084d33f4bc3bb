//! A plan begins: three questions, and by whom it is laid out.

use super::{NOON, at_noon, read, send};
use backend::plan::create_plan;
use shared::ids::{ChangeId, MemberId, PlanId};
use shared::plan::{Audience, CellId, Column, Head, Kind, Member, Plan, Record, Role};
use std::sync::Arc;
use tests::server::{Database, TestServer};
use tests::socket::{new_id, person};
use uuid::Uuid;

const NEW: PlanId = PlanId(Uuid::from_u128(77));
const ADULT: MemberId = MemberId(Uuid::from_u128(1));
const CONTACT: MemberId = MemberId(Uuid::from_u128(2));

/// An adult, here played by Maja, and Karin as her contact; nothing on the table.
async fn lay_a_table(server: &TestServer) {
    let member = |member_id, name: &str, role| {
        Record::Member(Arc::new(Member {
            member_id,
            name: name.into(),
            role,
            relation: String::new(),
            purpose: String::new(),
            age: None,
            phone: None,
            hours: String::new(),
            left_at: None,
            informed: None,
        }))
    };
    let head = Head {
        plan_id: NEW,
        name: "Familien Holm".into(),
        primary_contact: Some(CONTACT),
        stand_in: None,
        followed_up: None,
        next_follow_up: None,
        baton: None,
        pen: None,
    };
    let plan = Plan::from_records([
        Record::Head(Arc::new(head)),
        member(ADULT, "Ida", Role::Family),
        member(CONTACT, "Karin Dahl", Role::Coordinator),
    ]);
    let seats = [(person("Maja"), ADULT), (person("Karin"), CONTACT)];
    assert!(
        create_plan(server.handle.app.db(), &plan, CONTACT, &seats, NOON)
            .await
            .unwrap()
    );
}

fn step(step: &str) -> String {
    format!("/plans/{NEW}/start/{step}")
}

async fn answer(server: &TestServer, session: &str, at: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let mut fields: Vec<(&str, String)> = fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    fields.push(("change_id", new_id().to_string()));
    send(&server.site, session, &step(at), &fields).await
}

#[tokio::test]
async fn five_answers_make_a_usable_plan() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    lay_a_table(&server).await;
    let (hers, karins) = (server.site.sign_in("Maja").await, server.site.sign_in("Karin").await);
    // The empty plan greets the family, and nobody else.
    let page = format!("/plans/{NEW}");
    assert!(read(&server.site, &hers, &page).await.1.contains("Velkommen til bordet"));
    assert!(!read(&server.site, &karins, &page).await.1.contains("Velkommen til bordet"));
    assert_eq!(read(&server.site, &karins, &step("1")).await.0, 404);
    // Before the first word stands what is stored.
    let (_, first) = read(&server.site, &hers, &step("1")).await;
    assert!(first.contains("Tavlen er jeres") && !first.contains("<textarea"));
    assert_eq!(answer(&server, &hers, "1", &[("informed", "true")]).await.0, 303);
    let (_, first) = read(&server.site, &hers, &step("1")).await;
    assert!(first.contains("Hvad drømmer I om?") && first.contains("Spring over") && first.contains("Spørgsmål 1 af 3"));
    for (at, fields) in [
        (
            "1",
            [("words", "Vi vil bo et sted med en have"), ("why", "Børnene skal kunne løbe")],
        ),
        ("1", [("words", "Jeg vil cykle til arbejde"), ("why", "")]),
        ("2", [("words", "Et møde hver uge"), ("why", "")]),
        ("3", [("words", "Oda"), ("relation", "mormor")]),
        ("3", [("words", "Viggo"), ("relation", "nabo")]),
    ] {
        let (status, place) = answer(&server, &hers, at, &fields).await;
        assert!(status == 303 && place.starts_with(&step(at)), "{status} {place}");
    }
    let (_, second) = read(&server.site, &hers, &step("2")).await;
    assert!(
        second.contains("Videre") && second.contains("Karin Dahl svarer senest 26. november."),
        "{second}"
    );
    let (_, end) = read(&server.site, &hers, &step("end")).await;
    for words in [
        "med en have",
        "cykle til arbejde",
        "Et møde hver uge",
        "Oda",
        "Viggo",
        "Gå til tavlen",
    ] {
        assert!(end.contains(words), "{words} is not in {end}");
    }
    // What the board holds now, for her and for her contact.
    for session in [&hers, &karins] {
        let board = server.site.open(session, NEW).await;
        let in_column = |column| {
            let cards = board.plan.cell(CellId { column, lane: None }).iter();
            cards.filter_map(|card| board.plan.card(*card)).collect::<Vec<_>>()
        };
        let dreams = in_column(Column::Dreams);
        assert!(
            dreams.len() == 2
                && dreams
                    .iter()
                    .all(|card| card.kind == Kind::Dream && card.audience == Audience::Table)
        );
        let unwanted = in_column(Column::NoMore);
        let wish = unwanted[0]
            .help
            .as_ref()
            .and_then(|help| help.wish.as_ref())
            .expect("a wish that began by itself");
        assert_eq!((wish.answers, wish.by.to_string().as_str()), (Some(CONTACT), "2026-11-26"));
        let network = board.plan.members().filter(|member| member.role == Role::Network);
        assert_eq!(
            network.map(|member| member.relation.as_str()).collect::<Vec<_>>(),
            ["mormor", "nabo"]
        );
        assert_eq!(board.plan.proposals().count(), 0);
    }
    assert!(!read(&server.site, &hers, &page).await.1.contains("Velkommen til bordet"));
}

#[tokio::test]
async fn an_answer_that_cannot_be_taken_stands_in_the_form_still() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    lay_a_table(&server).await;
    let session = server.site.sign_in("Maja").await;
    answer(&server, &session, "3", &[("informed", "true")]).await;
    let (status, page) = answer(&server, &session, "3", &[("words", "  "), ("relation", "fætter")]).await;
    assert!(
        status == 422 && page.contains("Det blev ikke gemt") && page.contains("value=\"fætter\""),
        "{page}"
    );
    let (status, page) = answer(&server, &session, "1", &[("words", &"drøm ".repeat(60))]).await;
    assert!(
        status == 422 && page.contains("Der er plads til 200 tegn") && page.contains("drøm drøm"),
        "{page}"
    );
}

#[tokio::test]
async fn the_contact_of_one_family_begins_a_plan_for_another() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let karin = server.site.sign_in("Karin").await;
    let (status, page) = read(&server.site, &karin, "/new-plan").await;
    assert!(status == 200 && page.contains("Hvad kalder familien sig selv?"));
    let change_id: ChangeId = new_id();
    let form = |family: &str| {
        [
            ("change_id", change_id.to_string()),
            ("family", family.to_owned()),
            ("adult", "Ida".to_owned()),
            ("phone", "12 34 56 99".to_owned()),
        ]
    };
    let (status, page) = send(&server.site, &karin, "/new-plan", &form(" ")).await;
    assert!(status == 422 && page.contains("Det blev ikke gemt") && page.contains("value=\"Ida\""));
    // The adult comes by a link that stands there once.
    let (status, page) = send(&server.site, &karin, "/new-plan", &form("Familien Bro")).await;
    let (_, link) = page.split_once("/invitations/").expect("a link");
    let address = format!("/invitations/{}", link.split(['?', '"']).next().unwrap());
    assert!(status == 200 && page.contains("Her er linket til Ida"));
    let (status, page) = read(&server.site, "nobody", &address).await;
    assert!(status == 200 && page.contains("Familien Bro"), "{page}");
    // Sent again it is the same plan.
    for _ in 0..2 {
        let (status, place) = send(&server.site, &karin, "/new-plan", &form("Familien Bro")).await;
        assert!(
            status == 303 && place.starts_with(&format!("/plans/{change_id}/")),
            "{status} {place}"
        );
        assert_eq!(read(&server.site, &karin, place.split('?').next().unwrap()).await.0, 200);
    }
    let board = server.site.open(&karin, PlanId(change_id.0)).await;
    let head = board.plan.head().unwrap();
    assert_eq!(
        (head.name.as_str(), head.primary_contact),
        ("Familien Bro", Some(board.member_id))
    );
    let people: Vec<(Role, &str)> = board
        .plan
        .members()
        .map(|member| (member.role, member.name.as_str()))
        .collect();
    assert_eq!(people, [(Role::Family, "Ida"), (Role::Coordinator, "Karin Dahl")]);
    assert_eq!(board.plan.cards().count(), 0);
    for name in ["Maja", "Birthe", "Mette"] {
        let session = server.site.sign_in(name).await;
        assert_eq!(read(&server.site, &session, "/new-plan").await.0, 404, "{name}");
        assert_eq!(
            send(&server.site, &session, "/new-plan", &form("Familien Bro")).await.0,
            404,
            "{name}"
        );
    }
}
