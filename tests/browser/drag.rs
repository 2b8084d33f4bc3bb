//! One card, moved in every way there is. Each way gives the same change.

use serde_json::json;
use std::time::Duration;
use tests::browser::Town;
use tests::browser::Window;

/// A goal of the demo's family Lund that lies in `Soon`, and the cell beside it.
const CARD: &str = "Alma begynder til fodbold";

const GRIP: &str = "const card = [...board().querySelectorAll('.card')].find(e => e.querySelector('.title')?.textContent.trim() === arguments[0]);
    const e = card?.querySelector(arguments[1]); if (!e) return null;
    e.scrollIntoView({block: 'center', behavior: 'instant'});
    const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]";

async fn point_on(window: &Window, card: &str, part: &str) -> (f64, f64) {
    let answer = window.until(card, GRIP, vec![json!(card), json!(part)]).await;
    serde_json::from_value(answer).expect("a point")
}

async fn until_in(window: &Window, column: &str, lane: &str) {
    let script = "return [...board().querySelectorAll(`[data-cell='${arguments[0]}.${arguments[1]}'] .card .title`)].some(e => e.textContent.trim() === arguments[2])";
    window
        .until(
            &format!("“{CARD}” in {column}, {lane}"),
            script,
            vec![json!(column), json!(lane), json!(CARD)],
        )
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_goal_is_dragged_by_mouse_and_seen_to_move_in_another_window() {
    let town = Town::new().await;
    let maja = town.window_of("Maja", 1280, 1000).await;
    let karin = town.window_of("Karin", 1280, 1000).await;
    let from = point_on(&maja, CARD, ".grip").await;
    let to = maja.ask("const r = board().querySelector(\"[data-cell='Network.Soon']\").getBoundingClientRect(); return [r.left + r.width / 2, r.top + 24]", vec![]).await;
    maja.drag_by_mouse(from, serde_json::from_value(to).expect("a point")).await;
    until_in(&maja, "Network", "Soon").await;
    maja.until_saved().await;
    until_in(&karin, "Network", "Soon").await;
    let told = maja
        .ask("return document.querySelector('family-plan-board').textContent", vec![])
        .await;
    assert!(
        told.as_str().is_some_and(|text| text.contains(CARD)),
        "the move is announced outside the shadow root: {told}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_goal_is_moved_by_keys_alone() {
    let town = Town::new().await;
    let maja = town.window_of("Maja", 1280, 1000).await;
    maja.until("the grip", "const card = [...board().querySelectorAll('.card')].find(e => e.querySelector('.title')?.textContent.trim() === arguments[0]);
        const e = card?.querySelector('.grip'); e?.focus(); return !!e", vec![json!(CARD)]).await;
    maja.press(" ").await;
    maja.press("ArrowRight").await;
    maja.press(" ").await;
    until_in(&maja, "Network", "Soon").await;
    let focused =
        "let e = board().activeElement; return e?.closest('.card')?.querySelector('.title')?.textContent.trim() === arguments[0]";
    maja.until("the focus on the moved card", focused, vec![json!(CARD)]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_goal_is_moved_by_the_move_button_without_any_dragging() {
    let town = Town::new().await;
    let maja = town.window_of("Maja", 1280, 1000).await;
    let button = point_on(&maja, CARD, "[data-move]").await;
    for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
        maja.mouse(kind, button).await;
    }
    maja.click(".menu button", "netværk").await;
    until_in(&maja, "Network", "Soon").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_goal_is_dragged_by_a_finger_that_holds_it() {
    let town = Town::new().await;
    // As high as both cards: a finger cannot go where there is no screen.
    let maja = town.window_of("Maja", 390, 1600).await;
    let before = maja.cards_in("Ourselves", "Soon").await;
    assert!(before.len() >= 2, "two cards to swap: {before:?}");
    let last = before.last().expect("a last card").clone();
    let from = point_on(&maja, &last, ".title").await;
    let first = before[0].clone();
    let to = maja.ask("const card = [...board().querySelectorAll('.card')].find(e => e.querySelector('.title')?.textContent.trim() === arguments[0]); const r = card.getBoundingClientRect(); return [r.left + r.width / 2, r.top + 6]", vec![json!(first)]).await;
    maja.drag_by_touch(from, serde_json::from_value(to).expect("a point"), Duration::from_millis(600))
        .await;
    let script = "return [...board().querySelectorAll(\"[data-cell='Ourselves.Soon'] .card .title\")][0]?.textContent.trim() === arguments[0]";
    maja.until(&format!("“{last}” first"), script, vec![json!(last)]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_swipe_over_a_card_scrolls_and_moves_nothing() {
    let town = Town::new().await;
    let maja = town.window_of("Maja", 390, 844).await;
    let before = maja.cards_in("Ourselves", "Soon").await;
    let from = point_on(&maja, &before[0], ".title").await;
    maja.drag_by_touch(from, (from.0, from.1 - 200.0), Duration::from_millis(10))
        .await;
    assert_eq!(maja.cards_in("Ourselves", "Soon").await, before);
}
