//! What becomes of a change.

use super::*;
use shared::live::Saved;
use shared::live::limits;
use shared::live::wire::RefuseClass;
use shared::plan::{Intent, Plan, Refusal, view};
use shared::testing::{JONAS, MAJA};
use tests::wish::{add, change, edit, id};

#[test]
fn what_the_browser_itself_refuses_leaves_no_trace() {
    // [L3]
    let (mut client, _) = joined(MAJA);
    let before = client.shown().clone();
    assert_eq!(client.submit(add("", 1), NOW).unwrap_err(), Refusal::NoWords);
    assert_eq!((client.waiting(), client.shown()), (0, &before));
}

#[test]
fn what_is_written_before_the_socket_opens_is_shown_at_once_and_stored() {
    let mut client = ClientCore::new(plan_id(), MAJA);
    client.look(view(&family(), MAJA));
    let intent = Intent::BeInformed {
        version: 1,
        language: "da".to_owned(),
    };
    let change = change(intent, 1);
    let (_, effects) = client.submit(change.clone(), NOW).unwrap();
    assert_eq!(effects, [Effect::Store(change), Effect::Render]);
    let informed = |plan: &Plan| plan.member(MAJA).is_some_and(|maja| maja.informed.is_some());
    assert!(informed(client.shown()) && !informed(client.confirmed()));
}

#[test]
fn nothing_is_sent_before_it_is_stored_and_the_screen_says_how_far_it_is() {
    // [L4]
    let (mut client, mut server) = joined(MAJA);
    let change = add("Havet", 1);
    let (_, effects) = client.submit(change.clone(), NOW).unwrap();
    assert!(effects.contains(&Effect::Store(change.clone())) && sent(&effects).is_empty());
    assert_eq!(client.saved(), Saved::NotYet);
    assert_eq!(sent(&client.stored(change.change_id, NOW)).len(), 1);
    assert_eq!(client.saved(), Saved::Sent);
    let frames = commit(&mut server, MINE, change);
    receive(&mut client, frames);
    assert_eq!((client.saved(), client.waiting()), (Saved::Saved, 0));
}

#[test]
fn what_follows_a_change_that_has_to_wait_waits_with_it() {
    // [L5] Jonas edits a card that is not on disk yet; his edit must not be judged without it.
    let mut server = server();
    server.join(MINE, MAJA, None, NOW);
    let (first, second) = (add("Havet", 1), edit(1, "Havet", "Skoven", 2));
    server.submit(MINE, first.clone(), NOW);
    assert!(server.next_batch().is_some());
    server.submit(MINE, second.clone(), NOW);
    let later = Outcome::Refused {
        class: RefuseClass::Later,
        refusal: None,
    };
    assert_eq!(
        answers(&server.failed()),
        [(first.change_id, later), (second.change_id, later)]
    );
    let third = edit(1, "Skoven", "Bjerget", 3);
    assert_eq!(answers(&server.submit(MINE, third.clone(), NOW)), [(third.change_id, later)]);
    for wish in [&first, &second, &third] {
        assert!(server.submit(MINE, wish.clone(), NOW).is_empty());
    }
    server.next_batch();
    let applied: Vec<Outcome> = answers(&server.committed()).into_iter().map(|(_, outcome)| outcome).collect();
    assert_eq!(applied, [Outcome::Applied; 3]);
}

#[test]
fn a_plan_where_too_many_wait_says_later_and_keeps_the_order() {
    // [L5, L15]
    let mut server = server();
    server.join(MINE, MAJA, None, NOW);
    for n in 0..limits::STAGED as u64 {
        assert!(server.submit(MINE, add("Havet", n), NOW).is_empty());
    }
    let over = add("Skoven", 9_000);
    let later = Outcome::Refused {
        class: RefuseClass::Later,
        refusal: None,
    };
    assert_eq!(answers(&server.submit(MINE, over.clone(), NOW)), [(over.change_id, later)]);
    server.next_batch();
    server.committed();
    let next = edit(9_000, "Skoven", "Bjerget", 9_001);
    assert_eq!(answers(&server.submit(MINE, next.clone(), NOW)), [(next.change_id, later)]);
    assert!(server.submit(MINE, over, NOW).is_empty());
    assert!(server.submit(MINE, next, NOW).is_empty());
}

#[test]
fn nothing_is_heard_of_a_change_before_it_is_on_disk_and_then_patch_and_answer_come_as_one() {
    // [L6]
    let (mut client, mut server) = joined(MAJA);
    server.join(OTHER, JONAS, None, NOW);
    let change = add("Havet", 1);
    client.submit(change.clone(), NOW).unwrap();
    client.stored(change.change_id, NOW);
    assert!(server.submit(MINE, change.clone(), NOW).is_empty());
    // A refusal that rests on what is not on disk waits too.
    assert!(server.submit(OTHER, add("Skoven", 1), NOW).is_empty());
    server.next_batch();
    let frames = server.committed();
    let mine: Vec<_> = frames.iter().filter(|sent| sent.conn == MINE).collect();
    assert!(matches!(&*mine[0].frame, FromServer::News { patch, answers, .. } if !patch.is_empty() && answers.len() == 1));
    receive(&mut client, frames);
    assert!(client.confirmed().card(change.change_id.into()).is_some());
}

#[test]
fn ones_own_unanswered_words_stay_on_the_screen_whatever_the_others_do() {
    // [L7]
    let (mut client, mut server) = joined(MAJA);
    server.join(OTHER, JONAS, None, NOW);
    client.submit(add("Havet", 1), NOW).unwrap();
    let frames = commit(&mut server, OTHER, add("Skoven", 2));
    receive(&mut client, frames);
    let words = |plan: &Plan| plan.cards().map(|card| card.words.words.clone()).collect::<Vec<_>>();
    assert_eq!(words(client.shown()), ["Havet", "Skoven"]);
    assert_eq!(words(client.confirmed()), ["Skoven"]);
}

#[test]
fn what_is_refused_for_good_goes_to_the_tray_and_holds_nothing_up() {
    // [L11]
    let (mut client, mut server) = joined(MAJA);
    server.join(OTHER, JONAS, None, NOW);
    commit(&mut server, OTHER, add("Havet", 1));
    let (mut late, mut cut_off) = (vec![edit(1, "Havet", "Skoven", 2), add("Bjerget", 3)], vec![]);
    receive(&mut client, server.resync(MINE));
    for change in &late {
        client.submit(change.clone(), NOW).unwrap();
        cut_off.extend(client.stored(change.change_id, NOW));
    }
    commit(&mut server, OTHER, change(Intent::RemoveCard { card_id: id(1).into() }, 4));
    receive(&mut client, server.resync(MINE));
    let frames: Vec<Outgoing> = late.drain(..).flat_map(|change| commit(&mut server, MINE, change)).collect();
    receive(&mut client, frames);
    assert_eq!(client.tray().len(), 1);
    assert_eq!(client.tray()[0].refusal, Some(Refusal::CardGone));
    assert_eq!(client.waiting(), 0);
    assert!(client.confirmed().card(id(3).into()).is_some());
    assert!(client.dismiss(id(2)).contains(&Effect::Unstore(id(2))));
    assert!(client.tray().is_empty());
}

#[test]
fn of_what_was_refused_only_ones_own_words_are_kept_when_its_card_goes_out_of_sight() {
    // [L11, L14]
    let (mut client, mut server) = joined(MAJA);
    server.join(OTHER, JONAS, None, NOW);
    let frames = commit(&mut server, OTHER, add("Havet", 1));
    receive(&mut client, frames);
    let refused = edit(1, "Havet", "Skoven", 2);
    client.submit(refused.clone(), NOW).unwrap();
    client.stored(refused.change_id, NOW);
    // The server refuses it while the card is in sight, since the change's id is another's.
    commit(&mut server, MINE, edit(1, "Havet", "", 2));
    let frames = commit(&mut server, MINE, refused.clone());
    let effects = receive(&mut client, frames);
    assert_eq!((client.tray()[0].change.clone(), stores(&effects)), (refused, vec![]));
    let frames = commit(&mut server, OTHER, change(Intent::RemoveCard { card_id: id(1).into() }, 4));
    let effects = receive(&mut client, frames);
    let own_words = edit(1, "", "Skoven", 2);
    assert_eq!(client.tray()[0].change, own_words);
    assert_eq!(stores(&effects), [own_words], "on the device too");
    let frames = commit(&mut server, OTHER, add("Bjerget", 5));
    assert_eq!(stores(&receive(&mut client, frames)), [], "once");
}

fn stores(effects: &[Effect]) -> Vec<Change> {
    let stored = effects.iter().filter_map(|effect| match effect {
        Effect::Store(change) => Some(change.clone()),
        _ => None,
    });
    stored.collect()
}

#[test]
fn a_repetition_is_answered_like_the_first_time_a_refusal_too() {
    // [L13]
    let mut server = server();
    server.join(MINE, MAJA, None, NOW);
    let refused = edit(1, "Havet", "Skoven", 2);
    let gone = Outcome::Refused {
        class: RefuseClass::Never,
        refusal: Some(Refusal::CardGone),
    };
    server.submit(MINE, refused.clone(), NOW);
    server.submit(MINE, add("Havet", 1), NOW);
    // Now the card is there; the change that came too early must not be carried out after its sender was told no.
    server.submit(MINE, refused.clone(), NOW);
    server.next_batch();
    assert_eq!(
        answers(&server.committed()),
        [(id(2), gone), (id(1), Outcome::Applied), (id(2), gone)]
    );
    assert_eq!(answers(&commit(&mut server, MINE, refused)), [(id(2), gone)]);
    assert_eq!(
        answers(&commit(&mut server, MINE, add("Havet", 1))),
        [(id(1), Outcome::Known)]
    );
}

#[test]
fn a_patch_of_nothing_is_not_sent() {
    let mut server = server();
    server.join(MINE, MAJA, None, NOW);
    server.join(OTHER, JONAS, None, NOW);
    let frames = commit(&mut server, MINE, edit(1, "Havet", "Skoven", 2));
    assert!(
        frames.iter().all(|sent| sent.conn == MINE),
        "Jonas is told of a refusal that was not his"
    );
}
