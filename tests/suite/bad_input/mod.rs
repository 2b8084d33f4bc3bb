//! What nobody should send, and days on which nothing works: each ends in a clear answer, and nothing is lost.

mod backup;

use backend::Config;
use backend::clock::Clock;
use backend::db::Db;
use backend::plan::store;
use shared::ids::{AgreementId, CardId, MemberId, ProposalId};
use shared::live::limits::{CHANGES_PER_FRAME, FRAME_IN, TICKET_MS};
use shared::live::wire::{FromBrowser, Outcome, PROTOCOL, RefuseClass};
use shared::plan::{Audience, CellId, Change, Column, Intent, Kind, NewAgreement, Place, Refusal};
use sqlx::{Connection, PgConnection, SqliteConnection};
use std::process::{Output, Stdio};
use tests::server::{Database, Folder, TestServer, command, program};
use tests::socket::{Site, TestSocket, change, dream, edit, new_id, plan_of};
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::{Error, Message};

#[tokio::test]
async fn a_frame_that_is_none_ends_its_own_connection_and_no_other() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (mut bystander, session) = maja(&server.site).await;
    let submit = |intent: &str| {
        format!(
            r#"{{"Submit":{{"changes":[{{"change_id":"{}","intent":{intent}}}]}}}}"#,
            new_id()
        )
    };
    let hello = serde_json::to_string(&FromBrowser::Hello {
        protocol: PROTOCOL,
        ticket: "x".into(),
    })
    .unwrap();
    let subscribe = serde_json::to_string(&FromBrowser::Subscribe {
        plan_id: plan_of("Haile"),
        since: None,
    })
    .unwrap();
    let many = FromBrowser::Submit {
        changes: vec![change(nothing()); CHANGES_PER_FRAME + 1],
    };
    let frames = [
        (Message::text(""), "bad-input"),
        (Message::text("{"), "bad-input"),
        (Message::text("null"), "bad-input"),
        (Message::text("[".repeat(60_000)), "bad-input"),
        (Message::text(r#"{"Nothing":{}}"#), "bad-input"),
        (Message::text(r#"{"Ping":{}}"#), "bad-input"),
        (Message::text(r#"{"Ping":{"n":-1}}"#), "bad-input"),
        (Message::text(r#"{"Ping":{"n":"1"}}"#), "bad-input"),
        (Message::text(r#"{"Ping":{"n":1,"as":"Karin"}}"#), "bad-input"),
        (
            Message::text(r#"{"Presence":{"card_id":"none","writing":true}}"#),
            "bad-input",
        ),
        (Message::text(submit(r#"{"RemoveCard":{"card_id":7}}"#)), "bad-input"),
        (Message::text(submit(r#"{"Remove":{}}"#)), "bad-input"),
        (Message::text(submit(r#"{"RemoveCard":{}}"#)), "bad-input"),
        (Message::text(hello), "bad-input"),
        (Message::text(subscribe), "bad-ticket"),
        (Message::text(serde_json::to_string(&many).unwrap()), "too-many"),
        (Message::text(" ".repeat(FRAME_IN + 1)), "too-large"),
        (Message::binary(r#"{"Ping":{"n":1}}"#), "bad-input"),
        (
            Message::Frame(Frame::message(vec![0xff, 0xfe], OpCode::Data(Data::Text), true)),
            "bad-input",
        ),
    ];
    for (frame, code) in frames {
        let mut socket = server.site.open(&session, plan_of("Lund")).await;
        let what = format!("{frame:?}").chars().take(80).collect::<String>();
        socket.send_message(frame).await;
        assert_eq!(socket.until_closed().await.as_deref(), Some(code), "{what}");
        bystander.ping().await;
    }
}

#[tokio::test]
async fn whoever_does_not_begin_with_hello_is_sent_away() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let session = server.site.sign_in("Maja").await;
    let plan_id = plan_of("Lund");
    let hello = |protocol, ticket| FromBrowser::Hello { protocol, ticket };
    let ticket = async || server.site.ticket(&session, plan_id).await.unwrap();
    let subscribe = || FromBrowser::Subscribe { plan_id, since: None };
    let ping = FromBrowser::Ping { n: 1, held: None };
    let submit = FromBrowser::Submit {
        changes: vec![change(nothing())],
    };
    let talks = [
        (vec![ping], Some("bad-input")),
        (vec![submit], Some("bad-input")),
        (vec![subscribe()], Some("bad-input")),
        (vec![hello(PROTOCOL + 1, ticket().await)], Some("wrong-protocol")),
        (vec![hello(0, ticket().await)], Some("wrong-protocol")),
        (vec![hello(PROTOCOL, String::new())], Some("bad-ticket")),
        (vec![hello(PROTOCOL, "x".repeat(60_000))], Some("bad-ticket")),
        (vec![hello(PROTOCOL, session.clone())], Some("bad-ticket")),
        (
            vec![hello(PROTOCOL, ticket().await), hello(PROTOCOL, ticket().await)],
            Some("bad-input"),
        ),
        // Silence is ended too, after five seconds.
        (vec![], Some("too-slow")),
        (vec![hello(PROTOCOL, ticket().await)], Some("too-slow")),
    ];
    let talks = talks.map(async |(frames, code)| {
        let mut socket = server.site.connect().await;
        for frame in &frames {
            socket.send(frame).await;
        }
        assert_eq!(socket.until_closed().await.as_deref(), code, "{frames:?}");
    });
    futures_util::future::join_all(talks).await;
}

#[tokio::test]
async fn a_ticket_opens_one_socket_to_one_plan_for_half_a_minute() {
    let database = Database::sqlite();
    let clock = Clock::at(1_800_000_000_000);
    let server = TestServer::with(Config {
        clock: clock.clone(),
        ..database.demo()
    })
    .await;
    let site = &server.site;
    let session = site.sign_in("Karin").await;
    // Karin sits at both tables; the ticket is for one.
    let ticket = site.ticket(&session, plan_of("Lund")).await.unwrap();
    assert_eq!(enter(site, &ticket, "Haile").await.as_deref(), Some("bad-ticket"));
    assert_eq!(
        enter(site, &ticket, "Lund").await.as_deref(),
        Some("bad-ticket"),
        "used by the one before"
    );
    let ticket = site.ticket(&session, plan_of("Lund")).await.unwrap();
    assert_eq!(enter(site, &ticket, "Lund").await, None);
    assert_eq!(enter(site, &ticket, "Lund").await.as_deref(), Some("bad-ticket"));
    let ticket = site.ticket(&session, plan_of("Lund")).await.unwrap();
    clock.advance(TICKET_MS + 1);
    assert_eq!(enter(site, &ticket, "Lund").await.as_deref(), Some("bad-ticket"));
    let ticket = site.ticket(&session, plan_of("Lund")).await.unwrap();
    site.sign_out(&session).await;
    assert_eq!(enter(site, &ticket, "Lund").await.as_deref(), Some("bad-ticket"));
}

#[tokio::test]
async fn a_page_of_another_site_gets_no_socket() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    for origin in [
        "https://hedensted.example",
        "null",
        "http://127.0.0.1",
        "http://localhost.example",
    ] {
        match server.site.connect_from(origin).await {
            Err(Error::Http(answer)) => {
                assert_eq!(answer.status(), 403, "{origin}");
                assert_eq!(answer.headers()["content-type"], "application/problem+json");
            }
            other => panic!("{origin}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_change_of_what_is_not_there_or_not_allowed_is_refused_by_name_and_the_connection_goes_on() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (mut maja, _) = maja(&server.site).await;
    let (removed, _) = maja.ask(dream("Væk om lidt", Audience::Table)).await;
    let (kept, _) = maja.ask(dream("Bliver", Audience::Table)).await;
    let (card, kept) = (CardId::from(removed), CardId::from(kept));
    assert_eq!(maja.ask(Intent::RemoveCard { card_id: card }).await.1, Outcome::Applied);
    let before = maja.plan.clone();
    let say = |card_id: CardId, to: &str| edit(card_id, "Bliver", to);
    let now = Place::end_of(CellId {
        column: Column::Ourselves,
        lane: None,
    });
    let intents = [
        (Intent::RemoveCard { card_id: card }, Refusal::CardGone),
        (say(card, "Er der nogen?"), Refusal::CardGone),
        (Intent::MoveCard { card_id: card, to: now }, Refusal::CardGone),
        (Intent::RemoveCard { card_id: CardId::MAX }, Refusal::CardGone),
        (
            Intent::RemoveAgreement {
                agreement_id: AgreementId::MAX,
            },
            Refusal::AgreementGone,
        ),
        (
            Intent::DeclineProposal {
                proposal_id: ProposalId::MAX,
            },
            Refusal::ProposalGone,
        ),
        (
            Intent::AddAgreement(NewAgreement {
                card_id: kept,
                words: "Ring".into(),
                holder: Some(MemberId::MAX),
                due: None,
                repeats: None,
                so_that: String::new(),
            }),
            Refusal::MemberGone,
        ),
        (say(kept, ""), Refusal::NoWords),
        (say(kept, "\u{0}\u{7}\n "), Refusal::NoWords),
        (say(kept, &"å".repeat(201)), Refusal::TooLong { most: 200 }),
        (dream(&"x".repeat(50_000), Audience::Table), Refusal::TooLong { most: 200 }),
        (
            Intent::MoveCard { card_id: kept, to: now },
            Refusal::WrongPlace {
                kind: Kind::Dream,
                column: Column::Ourselves,
            },
        ),
        (Intent::Undo { change_id: new_id() }, Refusal::NothingToUndo),
    ];
    for (intent, refusal) in intents {
        let what = format!("{intent:?}").chars().take(120).collect::<String>();
        let (_, outcome) = maja.ask(intent).await;
        let never = Outcome::Refused {
            class: RefuseClass::Never,
            refusal: Some(refusal),
        };
        assert_eq!(outcome, never, "{what}");
    }
    // A new card under the id of another thing.
    let again = Change {
        change_id: plan_of("Lund").0.to_string().parse().unwrap(),
        ..change(dream("Samme id", Audience::Table))
    };
    assert!(matches!(
        maja.ask_again(again).await,
        Outcome::Refused { .. } | Outcome::Known
    ));
    assert!(maja.plan == before);
}

#[tokio::test]
async fn a_full_database_says_later_and_has_lost_nothing_when_there_is_room_again() {
    let database = Database::sqlite();
    TestServer::start(&database).await.handle.stop().await;
    let pages = std::fs::metadata(database.folder.path("plans.db")).unwrap().len() / 4_096;
    let small = Config {
        max_page_count: Some(u32::try_from(pages).unwrap() + 12),
        ..database.demo()
    };
    let server = TestServer::with(small).await;
    let (mut maja, session) = maja(&server.site).await;
    let (mut applied, mut waiting) = (vec![], vec![]);
    while waiting.len() < 3 {
        assert!(applied.len() < 2_000, "the database does not fill up");
        let next = change(dream(
            &format!("{} {}", "Lange ord".repeat(20), applied.len()),
            Audience::Table,
        ));
        match maja.ask_again(next.clone()).await {
            Outcome::Applied => applied.push(next),
            Outcome::Refused {
                class: RefuseClass::Later,
                refusal: None,
            } => waiting.push(next),
            other => panic!("{other:?}"),
        }
    }
    assert!(!applied.is_empty());
    // An open board goes on. Whoever comes now may find that their look cannot be written down.
    let url = server.site.url(&format!("/api/plans/{}", plan_of("Lund")));
    let asked = server.site.http.get(url).bearer_auth(&session).send().await.unwrap();
    assert!([200, 503].contains(&asked.status().as_u16()));
    maja.ping().await;
    let seen = maja.plan.clone();
    assert!(applied.iter().all(|change| seen.card(change.change_id.into()).is_some()));
    assert!(waiting.iter().all(|change| seen.card(change.change_id.into()).is_none()));
    server.handle.stop().await;
    let server = TestServer::start(&database).await;
    let mut maja = server.site.open(&session, plan_of("Lund")).await;
    assert!(maja.plan == seen);
    for change in applied {
        assert_eq!(maja.ask_again(change).await, Outcome::Known);
    }
    for change in waiting {
        assert_eq!(maja.ask_again(change).await, Outcome::Applied);
    }
}

#[test]
fn a_port_that_is_taken_is_one_plain_line() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let database = Database::sqlite();
    let output = start_in_vain(&database.url, port);
    assert_eq!(
        plain_lines(&output),
        [format!("bordenden: port {port} is taken; choose another with --port")]
    );
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let mark = "insert into _sqlx_migrations (version, description, installed_on, success, checksum, execution_time) \
                select 9999, 'from the future', installed_on, success, checksum, execution_time from _sqlx_migrations limit 1";
    let [sqlite, postgres] = [Database::sqlite(), Database::postgres().await];
    for database in [&sqlite, &postgres] {
        TestServer::start(database).await.handle.stop().await;
    }
    let mut connection = SqliteConnection::connect(&sqlite.url).await.unwrap();
    sqlx::query(mark).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let mut connection = PgConnection::connect(&postgres.url).await.unwrap();
    sqlx::query(mark).execute(&mut connection).await.unwrap();
    for database in [&sqlite, &postgres] {
        let expected = ["bordenden: the database was made by a newer Bordenden; start that version instead"];
        assert_eq!(plain_lines(&start_in_vain(&database.url, 0)), expected);
        let file = database.folder.path("copy.jsonl");
        let words = ["backup", "--database-url", &database.url, file.to_str().unwrap()];
        let output = std::process::Command::new(program()).args(words).output().unwrap();
        assert!(!output.status.success() && !file.exists());
        assert_eq!(plain_lines(&output), expected);
    }
}

#[test]
fn an_address_that_is_no_database_is_one_plain_line() {
    let folder = Folder::new();
    std::fs::write(folder.path("notes.txt"), "Husk mælk. ".repeat(1_000)).unwrap();
    let urls = [
        format!("sqlite:{}", folder.path("notes.txt").display()),
        format!("sqlite:{}/notes.txt/plans.db", folder.path("").display()),
        "mysql://localhost/plans".into(),
        "postgres://nobody@127.0.0.1:1/nothing".into(),
        String::new(),
    ];
    for url in urls {
        let lines = plain_lines(&start_in_vain(&url, 0));
        assert!(lines.len() == 1 && lines[0].starts_with("bordenden: "), "{url}: {lines:?}");
    }
    assert!(
        std::fs::read_to_string(folder.path("notes.txt"))
            .unwrap()
            .starts_with("Husk mælk. Husk")
    );
}

#[tokio::test]
async fn the_demo_does_not_move_in_with_real_families() {
    let database = Database::sqlite();
    let copied = Database::sqlite();
    TestServer::start(&database).await.handle.stop().await;
    // The demo's own plans, without the demo's mark, are as good as real.
    let db = Db::open(&database.url.clone().into(), None).await.unwrap();
    let lund = store::load(&db, plan_of("Lund")).await.unwrap().unwrap().plan;
    db.close().await;
    let db = Db::open(&copied.url.clone().into(), None).await.unwrap();
    assert!(
        store::create_plan(&db, &lund, lund.members().next().unwrap().member_id, &[], 0)
            .await
            .unwrap()
    );
    db.close().await;
    let lines = plain_lines(&start_in_vain(&copied.url, 0));
    assert_eq!(
        lines,
        ["bordenden: this database holds plans that are not the demo's; start without --demo, or name another one"]
    );
}

async fn maja(site: &Site) -> (TestSocket, String) {
    let session = site.sign_in("Maja").await;
    (site.open(&session, plan_of("Lund")).await, session)
}

/// Says hello with a ticket and asks for a plan; answers with the code of the goodbye, if there was one.
async fn enter(site: &Site, ticket: &str, family: &str) -> Option<String> {
    let mut socket = site.connect().await;
    socket
        .send(&FromBrowser::Hello {
            protocol: PROTOCOL,
            ticket: ticket.into(),
        })
        .await;
    socket
        .send(&FromBrowser::Subscribe {
            plan_id: plan_of(family),
            since: None,
        })
        .await;
    while socket.cursor.is_none() && socket.next().await.is_some() {}
    socket.bye
}

/// A start that must fail; answers with what was said.
fn start_in_vain(url: &str, port: u16) -> Output {
    let output = command(program(), url, port)
        .arg("--demo")
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert!(!output.status.success());
    assert!(output.stdout.is_empty());
    output
}

/// What a person reads on standard error; the log beside it is for machines.
fn plain_lines(output: &Output) -> Vec<String> {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    text.lines()
        .filter(|line| !line.starts_with('{'))
        .map(str::to_owned)
        .collect()
}

fn nothing() -> Intent {
    Intent::RemoveCard { card_id: CardId::MAX }
}
