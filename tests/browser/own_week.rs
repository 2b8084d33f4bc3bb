//! One's own week, painted in every way there is: by mouse, by finger, by keys. Each way is kept to the quarter hour.

use serde_json::{Value, json};
use std::time::Duration;
use tests::browser::{Town, Window};

/// Where a quarter hour lies on the screen: the box of its hour by name, and which of its four.
const AT: &str = "const e = document.querySelector(`input[value='${arguments[0]}']`); if (!e) return null;
    if (arguments[2]) e.scrollIntoView({block: 'center', behavior: 'instant'});
    const r = e.closest('td').getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height * (arguments[1] + 0.5) / 4]";

/// The quarter hours of the even week that are free, as they would be sent.
async fn free(window: &Window) -> Value {
    let script = "return JSON.parse(document.querySelector('form[data-week] [name=exact]').value).even";
    window.ask(script, vec![]).await
}

async fn open(town: &Town, width: u32) -> Window {
    let window = town.window_of("Maja", width, 1400).await;
    window.go(&town.url("/my-work/week?lang=da")).await;
    window
        .until("the painting", "return !!document.querySelector('[data-painting]')", vec![])
        .await;
    window
}

/// Two points on the screen as it is scrolled to the first.
async fn between(window: &Window, from: (&str, u8), to: (&str, u8)) -> [(f64, f64); 2] {
    let mut points = [(0.0, 0.0); 2];
    for (index, (hour, quarter)) in [from, to].into_iter().enumerate() {
        let place = window
            .until(hour, AT, vec![json!(hour), json!(quarter), json!(index == 0)])
            .await;
        points[index] = serde_json::from_value(place).expect("a point");
    }
    points
}

/// Presses a key where the focus is; answers where it is then.
async fn key(window: &Window, key: &str, shift: bool) -> Value {
    let script = "document.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', {key: arguments[0], shiftKey: arguments[1], bubbles: true, cancelable: true}));
        return document.activeElement.value";
    window.ask(script, vec![json!(key), json!(shift)]).await
}

/// Monday to Friday 08.15–14.30, as the demo has it: 33–58 of each day.
fn before() -> Value {
    json!([[33, 58], [129, 154], [225, 250], [321, 346], [417, 442]])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn quarter_hours_are_painted_with_a_mouse_over_several_days_and_saved() {
    let town = Town::new().await;
    let window = open(&town, 1280).await;
    assert_eq!(free(&window).await, before());
    // Monday 14.30 to Tuesday 15.15: what lies between on both days.
    let [from, to] = between(&window, ("b56", 2), ("b156", 0)).await;
    window.drag_by_mouse(from, to).await;
    let painted = json!([[33, 61], [129, 157], [225, 250], [321, 346], [417, 442]]);
    assert_eq!(free(&window).await, painted);
    // Hours are written as the server writes them.
    let sum = "return document.querySelector('[data-sum]').textContent.trim()";
    let said = window.ask(sum, vec![]).await;
    assert!(said.as_str().is_some_and(|said| said.contains("32¾")), "{said}");
    let save = "document.querySelector('form[data-week] button').click(); return true";
    window.ask(save, vec![]).await;
    window
        .until("the notice", "return !!document.querySelector('.done')", vec![])
        .await;
    assert_eq!(free(&window).await, painted);
    assert_eq!(window.ask(sum, vec![]).await, said);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_finger_that_waits_paints_and_one_that_does_not_scrolls() {
    let town = Town::new().await;
    let window = open(&town, 390).await;
    let [from, to] = between(&window, ("b56", 2), ("b56", 3)).await;
    let far = (to.0, to.1 + 60.0);
    window.drag_by_touch(from, far, Duration::from_millis(20)).await;
    assert_eq!(free(&window).await, before());
    // Not while the page still glides on.
    let window = open(&town, 390).await;
    let [from, to] = between(&window, ("b56", 2), ("b60", 1)).await;
    window.drag_by_touch(from, to, Duration::from_millis(500)).await;
    assert_eq!(free(&window).await[0], json!([33, 62]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_move_paint_and_turn_single_quarters() {
    let town = Town::new().await;
    let window = open(&town, 1280).await;
    let focus = "const e = document.querySelector(\"input[value='b32']\"); e.focus(); return document.activeElement === e";
    window.until("the focus", focus, vec![]).await;
    // 08 was free in part: its first quarter, then the hour before by space, then Tuesday's by Shift and an arrow.
    key(&window, "1", false).await;
    window.press("ArrowUp").await;
    window.press(" ").await;
    assert_eq!(free(&window).await[0], json!([28, 58]));
    assert_eq!(key(&window, "ArrowRight", true).await, json!("b124"));
    assert_eq!(free(&window).await[1], json!([124, 128]));
    let sum = window
        .ask("return document.querySelector('.hours-sum').textContent.trim()", vec![])
        .await;
    assert_eq!(sum, json!("Fri 33½ timer om ugen"));
}
