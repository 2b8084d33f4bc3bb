//! That whoever asks the market much stops nobody else.

use super::{METTE, company, open, seeded};
use crate::store::on_both;
use backend::clock::Clock;
use backend::matching::Desk;
use backend::matching::market::Market;
use std::sync::mpsc;
use std::time::Duration;
use tests::server::Database;
use tokio::sync::oneshot;

on_both! {
    a_long_question_stops_nobody_and_is_about_what_was_there
}

async fn a_long_question_stops_nobody_and_is_about_what_was_there(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let desk = Desk::new(db, Clock::at(5));
    let count = |market: &Market| market.companies().count();
    let before = desk.ask(count).await.unwrap();
    let (has_begun, begun) = oneshot::channel();
    let (end, ended) = mpsc::channel();
    let long = desk.ask(move |market| {
        has_begun.send(()).unwrap();
        let is_ended = ended.recv_timeout(Duration::from_secs(20)).is_ok();
        (count(market), is_ended)
    });
    let meanwhile = async {
        begun.await.unwrap();
        desk.put(&company(1, "Helt nyt"), None, METTE).await.unwrap();
        assert_eq!(desk.ask(count).await.unwrap(), before + 1);
        // Nobody hears it any more where everybody has waited for the question.
        let _ = end.send(());
    };
    let (long, ()) = tokio::join!(long, meanwhile);
    assert_eq!(long.unwrap(), (before, true), "everybody has waited for it");
}
