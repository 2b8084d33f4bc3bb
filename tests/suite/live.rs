//! The rules of live editing, over real sockets.

use backend::db::Db;
use backend::plan::store;
use reqwest::StatusCode;
use shared::ids::{CardId, ChangeId};
use shared::live::wire::{Cursor, FromBrowser, Outcome};
use shared::plan::{Audience, CardEdit, Change, Intent, Plan, TextEdit, view};
use tests::server::{Database, TestProcess, TestServer};
use tests::socket::{PATIENCE, Site, TestSocket, change, dream, edit, plan_of};

#[tokio::test]
async fn a_change_that_is_sent_again_is_answered_and_counts_once() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (mut maja, _) = maja(&server.site).await;
    let dream = change(dream("En hund", Audience::Table));
    assert_eq!(maja.ask_again(dream.clone()).await, Outcome::Applied);
    let before = log(&database).await.len();
    assert_eq!(maja.ask_again(dream.clone()).await, Outcome::Known);
    // Also by another connection, and by another life of the server.
    let (mut elsewhere, _) = self::maja(&server.site).await;
    assert_eq!(elsewhere.ask_again(dream.clone()).await, Outcome::Known);
    server.handle.stop().await;
    let server = TestServer::start(&database).await;
    let (mut later, _) = self::maja(&server.site).await;
    assert_eq!(later.ask_again(dream.clone()).await, Outcome::Known);
    assert_eq!(log(&database).await.len(), before);
    assert_eq!(
        later
            .plan
            .cards()
            .filter(|card| card.card_id == dream.change_id.into())
            .count(),
        1
    );
}

#[tokio::test]
async fn a_refusal_that_is_asked_for_again_is_the_same() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (mut maja, _) = maja(&server.site).await;
    let nonsense = change(Intent::RemoveCard { card_id: CardId::MAX });
    let first = maja.ask_again(nonsense.clone()).await;
    assert!(matches!(first, Outcome::Refused { .. }));
    assert_eq!(maja.ask_again(nonsense).await, first);
}

#[tokio::test]
async fn signing_out_ends_the_sockets_of_that_session_and_no_others() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (mut phone, session) = maja(&server.site).await;
    let (mut laptop, _) = maja(&server.site).await;
    server.site.sign_out(&session).await;
    assert_eq!(phone.until_closed().await.as_deref(), Some("signed-out"));
    laptop.ping().await;
    let again = server
        .site
        .ticket(&session, plan_of("Lund"))
        .await
        .expect_err("the session has ended");
    assert_eq!(again.status(), Some(StatusCode::UNAUTHORIZED));
}

#[tokio::test]
async fn a_server_that_is_asked_to_stop_answers_what_it_has_read_and_says_goodbye() {
    let database = Database::sqlite();
    let mut process = TestProcess::start(&database);
    let (mut maja, _) = maja(&process.site).await;
    let changes: Vec<Change> = (0..40)
        .map(|n| change(dream(&format!("Drøm {n}"), Audience::Table)))
        .collect();
    let ids: Vec<ChangeId> = changes.iter().map(|change| change.change_id).collect();
    maja.submit(changes).await;
    // The pong says that what came before it was read. Not that it was written.
    maja.ping().await;
    process.terminate();
    maja.until_closed().await;
    assert!(maja.drained);
    for change_id in &ids {
        assert_eq!(maja.answers.get(change_id), Some(&Outcome::Applied));
    }
    assert_eq!(process.ended().await.code(), Some(0));
    let logged = log(&database).await;
    assert!(ids.iter().all(|change_id| logged.contains(change_id)));
}

#[tokio::test]
async fn a_session_survives_a_server_that_was_killed() {
    let database = Database::sqlite();
    let mut process = TestProcess::start(&database);
    let (mut maja, session) = maja(&process.site).await;
    let (change_id, _) = maja.ask(dream("En hund", Audience::Table)).await;
    process.kill();
    maja.until_closed().await;
    let process = process.again(&database);
    let maja = process.site.open(&session, plan_of("Lund")).await;
    assert_eq!(maja.words_of(change_id.into()).as_deref(), Some("En hund"));
}

#[tokio::test]
async fn who_is_here_comes_and_goes_and_names_no_card_that_is_hidden() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (mut maja, _) = maja(&server.site).await;
    let (hidden, _) = maja.ask(dream("Kun for os", Audience::Family)).await;
    let (open, _) = maja.ask(dream("For alle", Audience::Table)).await;
    let session = server.site.sign_in("Karin").await;
    let mut karin = server.site.open(&session, plan_of("Lund")).await;
    let who = maja.member_id;
    karin
        .until("Maja is here", |karin| at(karin, who) == Some((None, false)))
        .await;
    maja.send(&FromBrowser::Presence {
        card_id: Some(open.into()),
        writing: true,
    })
    .await;
    karin
        .until("Maja writes", |karin| at(karin, who) == Some((Some(open.into()), true)))
        .await;
    maja.send(&FromBrowser::Presence {
        card_id: Some(hidden.into()),
        writing: true,
    })
    .await;
    karin
        .until("Maja is somewhere", |karin| at(karin, who) == Some((None, false)))
        .await;
    assert!(karin.plan.card(hidden.into()).is_none());
    maja.until("Maja sees herself", |maja| at(maja, who) == Some((Some(hidden.into()), true)))
        .await;
    drop(maja);
    karin.until("Maja is gone", |karin| at(karin, who).is_none()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_on_one_postgres_serve_one_plan_without_telling_each_other() {
    let database = Database::postgres().await;
    let one = TestServer::start(&database).await;
    let other = TestServer::start(&database).await;
    let (mut here, session) = maja(&one.site).await;
    let mut there = other.site.open(&session, plan_of("Lund")).await;
    // One after the other.
    let (change_id, _) = here.ask(dream("Herfra", Audience::Table)).await;
    there
        .until("it came over", |there| there.plan.card(change_id.into()).is_some())
        .await;
    assert_eq!(there.ask(edit(change_id, "Herfra", "Derfra")).await.1, Outcome::Applied);
    here.until("it came back", |here| {
        here.words_of(change_id.into()).as_deref() == Some("Derfra")
    })
    .await;
    // And both at once, on the same card.
    let many = |from: &'static str| (0..60).map(move |n| change(edit(change_id, "Derfra", &format!("{from} {n}"))));
    let (from_here, from_there): (Vec<Change>, Vec<Change>) = (many("her").collect(), many("der").collect());
    let all: Vec<ChangeId> = from_here.iter().chain(&from_there).map(|change| change.change_id).collect();
    tokio::join!(submit_all(&mut here, from_here), submit_all(&mut there, from_there));
    let (logged, stored) = (log(&database).await, stored(&database).await);
    assert!(
        all.iter()
            .all(|change_id| logged.iter().filter(|logged| *logged == change_id).count() == 1)
    );
    let seen = view(&stored, here.member_id);
    here.until("both hold what is stored", |here| here.plan == seen).await;
    there.until("both hold what is stored", |there| there.plan == seen).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_that_stops_reading_holds_nobody_up_and_gets_everything_anew() {
    let database = Database::sqlite();
    let process = TestProcess::start(&database);
    let site = &process.site;
    let (mut maja, session) = maja(site).await;
    let mut slow = site.open_narrow(&session, plan_of("Lund")).await;
    assert_eq!(slow.snapshots, 1);
    let (change_id, _) = maja.ask(dream("0", Audience::Table)).await;
    // Long texts fill what the network holds, and then many frames what the server holds.
    let mut movers = vec![];
    for _ in 0..24 {
        let mut mover = site.open(&session, plan_of("Lund")).await;
        let (card, _) = mover.ask(dream("En lang historie", Audience::Table)).await;
        movers.push((mover, card));
    }
    let mut rounds = 0;
    while counted(site, "bordenden_slow_readers_total").await == 0.0 {
        rounds += 1;
        assert!(rounds < 200, "the reader that does not read is not noticed");
        for (mover, card) in &mut movers {
            mover
                .send(&FromBrowser::Presence {
                    card_id: Some((*card).into()),
                    writing: rounds % 2 == 0,
                })
                .await;
            mover.submit(vec![change(tell(*card, rounds))]).await;
        }
        // They go on, and read what they are sent.
        let told = movers.iter_mut().map(|(mover, card)| async move {
            let card_id = (*card).into();
            let is_told = |socket: &TestSocket| {
                socket
                    .plan
                    .card(card_id)
                    .is_some_and(|card| card.why.words.ends_with(&format!(" {rounds}")))
            };
            mover.until("the story went on", is_told).await;
        });
        futures_util::future::join_all(told).await;
    }
    assert_eq!(maja.ask(edit(change_id, "0", "Nyt")).await.1, Outcome::Applied);
    // It reads again: everything anew, and then as everyone else.
    slow.until("everything anew", |slow| slow.snapshots == 2).await;
    slow.until("the newest", |slow| slow.words_of(change_id.into()).as_deref() == Some("Nyt"))
        .await;
    slow.ping().await;
    assert_eq!(counted(site, "bordenden_divergences_total").await, 0.0);
}

#[tokio::test]
async fn one_who_comes_back_soon_is_given_what_they_missed_and_nothing_twice() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (mut maja, _) = maja(&server.site).await;
    let session = server.site.sign_in("Karin").await;
    let mut karin = server.site.open(&session, plan_of("Lund")).await;
    karin.ping().await;
    let (held, since) = (karin.plan.clone(), karin.cursor.clone().expect("a cursor"));
    let (change_id, _) = maja.ask(dream("Imens", Audience::Table)).await;
    maja.ask(edit(change_id, "Imens", "Imens, igen")).await;
    let mut back = server.site.open_since(&session, plan_of("Lund"), &karin, since).await;
    back.ping().await;
    assert_eq!(back.snapshots, 0);
    assert_eq!(back.words_of(change_id.into()).as_deref(), Some("Imens, igen"));
    assert!(held.card(change_id.into()).is_none());
    karin.until("the same", |karin| karin.plan == back.plan).await;
}

#[tokio::test]
async fn one_who_comes_back_with_a_strange_cursor_is_given_everything() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (mut maja, session) = maja(&server.site).await;
    let known = maja.cursor.clone().expect("a cursor");
    let strange = [
        Cursor {
            epoch: "en anden tid".into(),
            n: 0,
        },
        Cursor {
            epoch: known.epoch.clone(),
            n: u64::MAX,
        },
        Cursor {
            epoch: String::new(),
            n: known.n,
        },
    ];
    for since in strange {
        let mut back = server.site.open_since(&session, plan_of("Lund"), &maja, since).await;
        back.ping().await;
        assert_eq!(back.snapshots, 1);
    }
    maja.ping().await;
}

#[tokio::test]
async fn one_who_has_lost_their_place_asks_for_everything_anew() {
    let database = Database::sqlite();
    let server = TestServer::start(&database).await;
    let (mut maja, _) = maja(&server.site).await;
    let right = std::mem::take(&mut maja.plan);
    let plan_id = plan_of("Lund");
    maja.send(&FromBrowser::Subscribe { plan_id, since: None }).await;
    maja.until("everything anew", |maja| maja.snapshots == 2).await;
    assert!(maja.plan == right);
    assert_eq!(maja.ask(dream("Og videre", Audience::Table)).await.1, Outcome::Applied);
}

#[tokio::test]
async fn a_browser_that_holds_something_else_is_given_everything_and_counted() {
    let database = Database::sqlite();
    let process = TestProcess::start(&database);
    let (mut maja, _) = maja(&process.site).await;
    maja.ping().await;
    assert_eq!(counted(&process.site, "bordenden_divergences_total").await, 0.0);
    let right = std::mem::take(&mut maja.plan);
    maja.ping().await;
    maja.until("everything anew", |maja| maja.snapshots == 2).await;
    assert!(maja.plan == right);
    assert_eq!(counted(&process.site, "bordenden_divergences_total").await, 1.0);
}

async fn maja(site: &Site) -> (TestSocket, String) {
    let session = site.sign_in("Maja").await;
    (site.open(&session, plan_of("Lund")).await, session)
}

/// The change ids in the log of Maja's plan, as it is on disk.
async fn log(database: &Database) -> Vec<ChangeId> {
    let db = Db::open_to_read(&database.url.clone().into())
        .await
        .expect("the database opens");
    let log = store::changes_since(&db, plan_of("Lund"), 0).await.expect("the log");
    db.close().await;
    assert!(
        log.iter().map(|logged| logged.revision).eq(1..=log.len() as i64),
        "the log has a gap"
    );
    log.into_iter().map(|logged| logged.change_id).collect()
}

async fn stored(database: &Database) -> Plan {
    let db = Db::open_to_read(&database.url.clone().into())
        .await
        .expect("the database opens");
    let loaded = store::load(&db, plan_of("Lund")).await.expect("an answer").expect("the plan");
    db.close().await;
    loaded.plan
}

/// Hands in everything, and reads until all of it is answered as carried out.
async fn submit_all(socket: &mut TestSocket, changes: Vec<Change>) {
    let ids: Vec<ChangeId> = changes.iter().map(|change| change.change_id).collect();
    for change in changes {
        socket.submit(vec![change]).await;
    }
    for change_id in ids {
        assert_eq!(socket.answer_to(change_id).await, Outcome::Applied);
    }
}

fn at(socket: &TestSocket, who: shared::ids::MemberId) -> Option<(Option<CardId>, bool)> {
    let peer = socket.here.iter().find(|peer| peer.member_id == who)?;
    Some((peer.card_id, peer.writing))
}

/// One number of the process's metrics.
async fn counted(site: &Site, name: &str) -> f64 {
    let answer = tokio::time::timeout(PATIENCE, site.http.get(site.url("/metrics")).send()).await;
    let text = answer
        .expect("an answer in time")
        .expect("an answer")
        .text()
        .await
        .expect("text");
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))
        .expect("a number by that name");
    line.parse().expect("a number")
}

/// Goes on with a story that is as long as may be.
fn tell(card: ChangeId, round: usize) -> Intent {
    let text = TextEdit {
        from: String::new(),
        to: format!("{} {round}", "🐕".repeat(490)),
    };
    Intent::EditCard {
        card_id: card.into(),
        edit: CardEdit {
            why: Some(text),
            ..CardEdit::default()
        },
    }
}
