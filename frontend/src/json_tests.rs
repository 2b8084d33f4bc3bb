//! Our types are read from JSON as serde_json wrote them.

use super::{Unreadable, read, read_whole};
use shared::ids::{CardId, ChangeId};
use shared::live::{FromBrowser, FromServer, Outcome, Peer, RefuseClass};
use shared::plan::{
    Assign, CardEdit, Change, Column, ConsentText, Grantee, Intent, Kind, Lane, NewAgreement, NewCard, Place, Refusal, Role,
    Scope, TextEdit,
};

const ID: &str = "0190b3c4-0000-7000-8000-000000000001";

fn there_and_back<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(value: T) {
    let text = serde_json::to_string(&value).unwrap();
    assert_eq!(read_whole::<T>(&text).as_ref(), Ok(&value), "{text}");
    assert_eq!(read::<T>(&text), Ok(value), "{text}");
}

fn change(intent: Intent) -> Change {
    Change {
        change_id: ID.parse().unwrap(),
        intent,
        why: "fordi ”det”\n".into(),
    }
}

#[test]
fn every_shape_of_change_is_read_as_it_was_written() {
    let card_id: CardId = ID.parse().unwrap();
    let place = Place {
        column: Column::Network,
        lane: Some(Lane::Soon),
        after: Some(card_id),
        before: None,
    };
    there_and_back(change(Intent::RemoveCard { card_id }));
    there_and_back(change(Intent::MoveCard { card_id, to: place }));
    let edit = CardEdit {
        words: Some(TextEdit {
            from: "æ".into(),
            to: "ø".into(),
        }),
        who: Some(Assign::Clear),
        serves: Some(Assign::To(card_id)),
        audience: Some(shared::plan::Audience::Only(vec![ID.parse().unwrap()])),
        ..CardEdit::default()
    };
    there_and_back(change(Intent::EditCard { card_id, edit }));
    let new = NewCard {
        kind: Kind::Goal,
        place,
        words: "å".into(),
        when: String::new(),
        why: String::new(),
        who: None,
        serves: None,
        audience: shared::plan::Audience::Family,
        picture: Some("swim_to".into()),
        duty: None,
        help: None,
    };
    let instead = Some(Box::new(Intent::AddCard(new)));
    there_and_back(change(Intent::AcceptProposal {
        proposal_id: ID.parse().unwrap(),
        seen: "0f".into(),
        instead,
    }));
    there_and_back(change(Intent::AddAgreement(NewAgreement {
        card_id,
        words: "w".into(),
        holder: None,
        due: Some("2026-12-01".parse().unwrap()),
        repeats: None,
        so_that: "x".into(),
    })));
    there_and_back(change(Intent::TakePen));
    there_and_back(change(Intent::GiveConsent {
        to: Grantee::Role(Role::Professional),
        what: Scope::Card(card_id),
        until: "2026-12-01".parse().unwrap(),
        text: ConsentText {
            version: 1,
            language: "da".into(),
            read_aloud: true,
        },
    }));
}

#[test]
fn every_kind_of_answer_is_read() {
    let id: ChangeId = ID.parse().unwrap();
    let outcomes = [
        Outcome::Applied,
        Outcome::Known,
        Outcome::Refused {
            class: RefuseClass::Never,
            refusal: Some(Refusal::TooLong { most: 200 }),
        },
        Outcome::Refused {
            class: RefuseClass::Later,
            refusal: None,
        },
    ];
    let text = format!(
        r#"{{"News":{{"cursor":{{"epoch":"e","n":9007199254740991}},"answers":{}}}}}"#,
        serde_json::to_string(&outcomes.map(|outcome| (id, outcome))).unwrap()
    );
    let frame = read::<FromServer>(&text).unwrap();
    assert!(matches!(frame, FromServer::News { answers, .. } if answers.len() == 4 && answers[3].1 == outcomes[3]));
    there_and_back(Peer {
        member_id: ID.parse().unwrap(),
        card_id: None,
        writing: true,
    });
    there_and_back(FromServer::Pong { n: 7, now: -1 });
}

#[test]
fn what_a_newer_server_says_besides_is_passed_over_unless_the_whole_is_asked_for() {
    let text = r#"{"Pong":{"now":-1,"then":{"x":[1]},"n":7}}"#;
    assert_eq!(read::<FromServer>(text), Ok(FromServer::Pong { n: 7, now: -1 }));
    assert_eq!(read_whole::<FromServer>(text), Err(Unreadable));
}

#[test]
fn another_shape_is_an_error_and_not_a_panic() {
    for text in [
        "",
        "[]",
        "{}",
        "null",
        r#"{"Ping":[]}"#,
        r#"{"Ping":{"n":-1}}"#,
        r#"{"Ping":{"n":1,"x":2}}"#,
        r#""Ping""#,
        r#"{"Ping":{"n":1.5}}"#,
    ] {
        assert_eq!(read_whole::<FromBrowser>(text), Err(Unreadable), "{text}");
    }
}
