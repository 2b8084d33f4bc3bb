//! The two machines of live editing side by side, one rule at a time.

use backend::live::core::{ConnId, Outgoing, ServerCore};
use shared::ids::{CardId, ChangeId, MemberId, Millis, PlanId};
use shared::live::limits;
use shared::live::wire::{Held, Outcome, Peer, RefuseClass};
use shared::live::{ClientCore, Effect, FromBrowser, FromServer, Saved};
use shared::plan::{Audience, CardEdit, Change, Column, Intent, Kind, Lane, NewCard, Place, Plan, Refusal, TextEdit, diff, view};
use shared::testing::{Dice, JONAS, KARIN, MAJA, METTE, family};

const NOW: Millis = 1_800_000_000_000;
const MINE: ConnId = ConnId(1);
const OTHER: ConnId = ConnId(2);

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
fn what_the_browser_itself_refuses_leaves_no_trace() {
    // [L3]
    let (mut client, _) = joined(MAJA);
    let before = client.shown().clone();
    assert_eq!(client.submit(add("", 1), NOW).unwrap_err(), Refusal::NoWords);
    assert_eq!((client.waiting(), client.shown()), (0, &before));
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
    for change in [&first, &second, &third] {
        assert!(server.submit(MINE, change.clone(), NOW).is_empty());
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
        matches!(&again[..], [FromBrowser::Submit { changes }] if changes == &[change.clone()]),
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
    let mut secret = add("Kun os", 1);
    if let Intent::AddCard(card) = &mut secret.intent {
        card.audience = Audience::Family;
    }
    commit(&mut server, MINE, secret);
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
    commit(
        &mut server,
        OTHER,
        Change {
            change_id: id(4),
            intent: Intent::RemoveCard { card_id: id(1).into() },
            why: String::new(),
        },
    );
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
fn what_is_hidden_looks_the_same_as_what_is_removed() {
    // [L14]
    let frames = |intent: Intent| {
        let mut server = server();
        server.join(MINE, MAJA, None, NOW);
        server.join(OTHER, KARIN, None, NOW);
        commit(&mut server, MINE, add("Havet", 1));
        let sent = commit(
            &mut server,
            MINE,
            Change {
                change_id: id(2),
                intent,
                why: String::new(),
            },
        );
        let to_karin: Vec<String> = sent
            .iter()
            .filter(|sent| sent.conn == OTHER)
            .map(|sent| serde_json::to_string(&*sent.frame).unwrap())
            .collect();
        to_karin
    };
    let hide = CardEdit {
        audience: Some(Audience::Family),
        ..CardEdit::default()
    };
    let hidden = frames(Intent::EditCard {
        card_id: id(1).into(),
        edit: hide,
    });
    assert_eq!(hidden, frames(Intent::RemoveCard { card_id: id(1).into() }));
    assert_eq!(hidden.len(), 1);
}

#[test]
fn a_hidden_change_reaches_nobody_who_may_not_know_of_it() {
    // [L14] The same visible history, with and without something hidden in it, is the same to the byte.
    let heard = |hidden: bool| {
        let mut server = server();
        server.join(MINE, MAJA, None, NOW);
        let mut heard = server.join(OTHER, METTE, None, NOW);
        for n in 1..20 {
            let mut secret = add("Kun os", 100 + n);
            if let Intent::AddCard(card) = &mut secret.intent {
                card.audience = Audience::Only([MAJA].into());
            }
            if hidden {
                heard.extend(commit(&mut server, MINE, secret));
            }
            heard.extend(commit(&mut server, MINE, add("Havet", n)));
        }
        heard.extend(server.resync(OTHER));
        let to_mette = heard.iter().filter(|sent| sent.conn == OTHER);
        to_mette
            .map(|sent| serde_json::to_string(&*sent.frame).unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(heard(true), heard(false));
}

fn plan_id() -> PlanId {
    family().head().expect("a family has a head").plan_id
}

fn server() -> ServerCore {
    ServerCore::new(plan_id(), family(), 0, 1)
}

fn joined(member: MemberId) -> (ClientCore, ServerCore) {
    let (mut client, mut server) = (ClientCore::new(plan_id(), member), server());
    client.opened("ticket".into(), NOW);
    receive(&mut client, server.join(MINE, member, None, NOW));
    (client, server)
}

fn receive(client: &mut ClientCore, frames: Vec<Outgoing>) -> Vec<Effect> {
    let mine = frames.into_iter().filter(|sent| sent.conn == MINE);
    mine.flat_map(|sent| client.received((*sent.frame).clone(), NOW)).collect()
}

/// Has a change judged and written.
fn commit(server: &mut ServerCore, conn: ConnId, change: Change) -> Vec<Outgoing> {
    let mut frames = server.submit(conn, change, NOW);
    if server.next_batch().is_some() {
        frames.extend(server.committed());
    }
    frames
}

fn sent(effects: &[Effect]) -> Vec<FromBrowser> {
    effects
        .iter()
        .filter_map(|effect| {
            if let Effect::Send(frame) = effect {
                Some(frame.clone())
            } else {
                None
            }
        })
        .collect()
}

fn answers(frames: &[Outgoing]) -> Vec<(ChangeId, Outcome)> {
    let news = frames.iter().filter_map(|sent| {
        if let FromServer::News { answers, .. } = &*sent.frame {
            Some(answers.clone())
        } else {
            None
        }
    });
    news.flatten().collect()
}

fn peers(frames: &[Outgoing], conn: ConnId) -> Vec<Peer> {
    let here = frames.iter().filter(|sent| sent.conn == conn);
    here.filter_map(|sent| {
        if let FromServer::Here { peers } = &*sent.frame {
            Some(peers.clone())
        } else {
            None
        }
    })
    .last()
    .unwrap_or_default()
}

fn wait(effects: &[Effect]) -> Millis {
    effects
        .iter()
        .find_map(|effect| {
            if let Effect::OpenAfter(wait) = effect {
                Some(*wait)
            } else {
                None
            }
        })
        .expect("it comes back")
}

fn id(n: u64) -> ChangeId {
    Dice(n).change_id()
}

fn add(words: &str, n: u64) -> Change {
    let place = Place {
        column: Column::Ourselves,
        lane: Some(Lane::Soon),
        after: None,
        before: None,
    };
    let card = NewCard {
        kind: Kind::Goal,
        place,
        words: words.to_owned(),
        when: String::new(),
        why: String::new(),
        who: None,
        serves: None,
        audience: Audience::Table,
        picture: None,
        duty: None,
    };
    Change {
        change_id: id(n),
        intent: Intent::AddCard(card),
        why: String::new(),
    }
}

fn edit(card: u64, from: &str, to: &str, n: u64) -> Change {
    let words = Some(TextEdit {
        from: from.to_owned(),
        to: to.to_owned(),
    });
    let intent = Intent::EditCard {
        card_id: CardId::from(id(card)),
        edit: CardEdit {
            words,
            ..CardEdit::default()
        },
    };
    Change {
        change_id: id(n),
        intent,
        why: String::new(),
    }
}

#[test]
fn a_patch_of_nothing_is_not_sent() {
    assert!(diff(&family(), &family()).is_empty());
    let mut server = server();
    server.join(MINE, MAJA, None, NOW);
    server.join(OTHER, JONAS, None, NOW);
    let frames = commit(&mut server, MINE, edit(1, "Havet", "Skoven", 2));
    assert!(
        frames.iter().all(|sent| sent.conn == MINE),
        "Jonas is told of a refusal that was not his"
    );
}
