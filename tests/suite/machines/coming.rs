//! Coming, staying and coming back.

use super::*;
use shared::live::limits;
use shared::live::wire::Held;
use shared::plan::{Audience, view};
use shared::testing::{JONAS, MAJA, METTE};
use tests::wish::{add, add_for, id};

#[test]
fn a_browser_says_hello_before_anything_else_and_sends_nothing_until_it_holds_the_plan() {
    // [L1]
    let mut client = ClientCore::new(plan_id(), MAJA);
    client.restore(vec![add("Havet", 1)], NOW);
    let frames = sent(&client.opened("ticket".into(), NOW));
    assert!(
        matches!(
            &frames[..],
            [FromBrowser::Hello { .. }, FromBrowser::Subscribe { since: None, .. }]
        ),
        "{frames:?}"
    );
    assert!(sent(&client.tick(NOW + 1_000, 0)).is_empty());
    let mut server = server();
    let frames = sent(&receive(&mut client, server.join(MINE, MAJA, None, NOW)));
    assert!(matches!(&frames[..], [FromBrowser::Submit { .. }]), "{frames:?}");
}

#[test]
fn who_comes_back_soon_gets_what_they_missed_and_others_get_everything() {
    // [L2]
    let mut server = server();
    let mut client = ClientCore::new(plan_id(), MAJA);
    client.opened("ticket".into(), NOW);
    receive(&mut client, server.join(MINE, MAJA, None, NOW));
    client.closed(NOW, 0);
    server.leave(MINE, NOW);
    server.join(OTHER, JONAS, None, NOW);
    commit(&mut server, OTHER, add("Havet", 1));
    let Some(FromBrowser::Subscribe { since, .. }) = sent(&client.opened("ticket".into(), NOW)).pop() else {
        panic!("no cursor")
    };
    let frames = server.join(MINE, MAJA, since.clone(), NOW);
    assert!(matches!(&*frames[0].frame, FromServer::News { patch, .. } if !patch.is_empty()));
    receive(&mut client, frames);
    assert_eq!(client.confirmed(), &view(server.committed_plan(), MAJA));
    // A server that was started anew does not know the cursor.
    let mut again = ServerCore::new(plan_id(), server.committed_plan().clone(), 1, 2);
    assert!(matches!(
        &*again.join(MINE, MAJA, since, NOW)[0].frame,
        FromServer::Snapshot { .. }
    ));
}

#[test]
fn a_browser_that_finds_a_gap_asks_for_everything_anew() {
    // [L8]
    let (mut client, mut server) = joined(MAJA);
    server.join(OTHER, JONAS, None, NOW);
    commit(&mut server, OTHER, add("Havet", 1));
    let frames = commit(&mut server, OTHER, add("Skoven", 2));
    let asked = sent(&receive(&mut client, frames));
    assert!(
        matches!(&asked[..], [FromBrowser::Subscribe { since: None, .. }]),
        "{asked:?}"
    );
    receive(&mut client, server.resync(MINE));
    assert_eq!(client.confirmed(), &view(server.committed_plan(), MAJA));
}

#[test]
fn an_answer_that_a_slow_reader_missed_is_asked_for_again() {
    // [L8, L13]
    let (mut client, mut server) = joined(MAJA);
    let change = add("Havet", 1);
    client.submit(change.clone(), NOW).unwrap();
    client.stored(change.change_id, NOW);
    commit(&mut server, MINE, change.clone());
    let again = sent(&receive(&mut client, server.resync(MINE)));
    assert!(
        matches!(&again[..], [FromBrowser::Submit { changes }] if *changes == [change.clone()]),
        "{again:?}"
    );
    assert_eq!(
        answers(&commit(&mut server, MINE, change.clone())),
        [(change.change_id, Outcome::Known)]
    );
}

#[test]
fn a_browser_that_holds_something_else_is_found_out_and_given_everything() {
    // [L9]
    let (mut client, mut server) = joined(MAJA);
    let Some(FromBrowser::Ping { held: Some(held), .. }) = sent(&client.wake(NOW)).pop() else {
        panic!("a ping says what is held")
    };
    assert_eq!(server.ping(MINE, 1, Some(held.clone()), NOW).len(), 1);
    assert_eq!(server.divergences(), 0);
    let other = Held {
        hash: "0000000000000007".to_owned(),
        ..held
    };
    let frames = server.ping(MINE, 2, Some(other), NOW);
    assert!(matches!(&*frames[1].frame, FromServer::Snapshot { .. }));
    assert_eq!(server.divergences(), 1);
}

#[test]
fn who_is_here_is_seen_by_those_who_may_and_fades() {
    // [L10]
    let mut server = server();
    server.join(MINE, MAJA, None, NOW);
    server.join(OTHER, METTE, None, NOW);
    commit(&mut server, MINE, add_for(Audience::Family, "Kun os", 1));
    let frames = server.presence(MINE, Some(id(1).into()), true, NOW);
    let maja = peers(&frames, OTHER).into_iter().find(|peer| peer.member_id == MAJA).unwrap();
    assert_eq!(
        (maja.card_id, maja.writing),
        (None, false),
        "Mette learns of a card that she does not see"
    );
    assert!(peers(&frames, MINE).iter().any(|peer| peer.card_id == Some(id(1).into())));
    let later = NOW + limits::PRESENCE_MS + 1;
    server.ping(OTHER, 1, None, later);
    let faded = peers(&server.sweep(later), OTHER);
    assert_eq!(faded.iter().map(|peer| peer.member_id).collect::<Vec<_>>(), [METTE]);
}

#[test]
fn a_browser_comes_back_ever_more_slowly_and_after_a_stop_spread_over_the_time_it_is_given() {
    // [L12]
    let mut client = ClientCore::new(plan_id(), MAJA);
    let waits: Vec<Millis> = (0..9).map(|_| wait(&client.closed(NOW, u32::MAX))).collect();
    assert!(waits.iter().all(|wait| *wait <= limits::RETRY_MOST_MS), "{waits:?}");
    let (mut client, _) = joined(MAJA);
    client.received(FromServer::Drain { spread_ms: 20_000 }, NOW);
    assert_eq!(wait(&client.closed(NOW, 15_000)), 15_000);
    let (mut client, _) = joined(MAJA);
    let dead = client.tick(NOW + limits::DEAD_AFTER_MS + 1, 0);
    assert!(
        dead.contains(&Effect::Close) && dead.iter().any(|effect| matches!(effect, Effect::OpenAfter(_))),
        "{dead:?}"
    );
}
