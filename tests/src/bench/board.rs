//! The board in a real browser: how soon it is there, how soon somebody else's change is seen, and how
//! a drag feels. A fresh window for every first render.

use super::figures::{Sample, Table};
use super::plans::{Mover, plan_id_of, plan_of};
use serde::Deserialize;
use serde_json::{Value, json};
use shared::live::wire::Outcome;
use shared::plan::Plan;
use shared::testing::{Dice, JONAS, MAJA};
use std::time::Duration;
use tests::browser::{Point, Town, Window};
use tests::socket::Site;
use thirtyfour::Cookie;

const SIZES: [usize; 2] = [60, 1_000];
/// After one that is not counted.
const ROUNDS: usize = 7;
const SLOW_ROUNDS: usize = 5;
const REMOTE_CHANGES: usize = 100;
const BETWEEN_CHANGES: Duration = Duration::from_millis(120);
const MOUNTS: usize = 50;
const DRAGS: usize = 5;
const DRAG_STEPS: u32 = 90;

/// How a window reaches the server.
#[derive(Clone, Copy, PartialEq)]
enum Net {
    Fast,
    /// 1.6 Mbit/s with 150 ms to and fro, on a processor of a quarter of the speed.
    Slow,
}

pub async fn measure(dice: &mut Dice, table: &mut Table) {
    let town = Town::new().await;
    for cards in SIZES {
        let plan = plan_of(cards, dice);
        town.add_plan(&plan, &[("Maja", MAJA), ("Karin", JONAS)]).await;
        table.part(format!("The board with {cards} cards, 1280 × 1000"));
        starts(&town, &plan, Net::Fast, ROUNDS, table).await;
        if cards == SIZES[0] {
            starts(&town, &plan, Net::Slow, SLOW_ROUNDS, table).await;
        }
        let (window, _) = open(&town, &plan, Net::Fast).await;
        memory(&window, "when every card is there", table).await;
        remote_changes(&town, &window, &plan, dice, table).await;
        drags(&window, table).await;
        if cards == SIZES[0] {
            memory(&window, "then", table).await;
            window.ask("return bench.mountAgain(arguments[0])", vec![json!(MOUNTS)]).await;
            memory(&window, &format!("after {MOUNTS} further mounts"), table).await;
        }
    }
}

/// What `preload.js` noted while the board came up, in milliseconds since the navigation began.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Start {
    mounted: f64,
    in_hand: f64,
    drawn: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    at: f64,
    cards: usize,
    frame: f64,
}

/// A board in a fresh window, once every card is on it.
async fn open(town: &Town, plan: &Plan, net: Net) -> (Window, Start) {
    let session = town.session_of("Maja").await;
    let window = Window::open(1_280, 1_000).await;
    window
        .devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": include_str!("preload.js")}),
        )
        .await;
    window.go(&town.url("/healthz")).await;
    window
        .driver
        .add_cookie(Cookie::new("bordenden_session", session))
        .await
        .expect("a cookie");
    // A browser that has just started still does things of its own.
    tokio::time::sleep(Duration::from_millis(700)).await;
    if net == Net::Slow {
        window.devtools("Network.enable", json!({})).await;
        let bytes = 1_600_000 / 8;
        let line = json!({"offline": false, "latency": 150, "downloadThroughput": bytes, "uploadThroughput": bytes});
        window.devtools("Network.emulateNetworkConditions", line).await;
        window.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 4})).await;
    }
    window.go(&town.url(&format!("/plans/{}?lang=da", plan_id_of(plan)))).await;
    let all = "const last = bench.drawn.at(-1);
        return document.querySelector('family-plan-board').readyState === 'ready' && last?.cards >= arguments[0] && last.frame > 0 && bench";
    let start = window.until("every card", all, vec![json!(plan.cards().count())]).await;
    (window, serde_json::from_value(start).expect("what preload.js noted"))
}

async fn starts(town: &Town, plan: &Plan, net: Net, rounds: usize, table: &mut Table) {
    let [mut cold, mut mount, mut render, mut first, mut frame]: [Sample; 5] = std::array::from_fn(|_| Sample::default());
    for round in 0..=rounds {
        let (_window, start) = open(town, plan, net).await;
        let cards = plan.cards().count();
        let all = start
            .drawn
            .iter()
            .find(|step| step.cards >= cards)
            .expect("a step with every card");
        let some = start.drawn.iter().find(|step| step.cards > 0).expect("a step with cards");
        if round > 0 {
            cold.add_ms(all.frame);
            mount.add_ms(all.frame - start.mounted);
            first.add_ms(some.at - start.in_hand);
            render.add_ms(all.at - start.in_hand);
            frame.add_ms(all.frame - start.in_hand);
        }
    }
    if net == Net::Slow {
        table.times(
            "cold, 1.6 Mbit/s, 150 ms, CPU ÷ 4: navigation → every card, end of the frame",
            &cold,
            "",
        );
        return;
    }
    table.times("cold: navigation → every card, end of the frame", &cold, "");
    table.times(
        "mount → every card, end of the frame (asks the server for the plan)",
        &mount,
        "",
    );
    table.times("first render: plan in hand → first cards laid out", &first, "");
    table.times("first render: plan in hand → every card laid out", &render, "");
    table.times("first render: plan in hand → every card, end of the frame", &frame, "");
}

/// What the page holds after everything that can be thrown away was.
async fn memory(window: &Window, what: &str, table: &mut Table) {
    window.devtools("HeapProfiler.collectGarbage", json!({})).await;
    let heap = window.devtools("Runtime.getHeapUsage", json!({})).await;
    let wasm = window.ask("return bench.memory.buffer.byteLength", vec![]).await;
    let mb = |bytes: &Value| bytes.as_f64().unwrap_or(f64::NAN) / 1_000_000.0;
    let (heap, wasm) = (mb(&heap["usedSize"]), mb(&wasm));
    table.value(
        format!("memory {what}: JS heap + wasm"),
        format!("{heap:.1} + {wasm:.1} = {:.1} MB", heap + wasm),
    );
}

/// One sample of somebody else's change, in milliseconds since the navigation began.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct News {
    at: f64,
    laid_out: f64,
    frame: f64,
}

/// Somebody else moves cards, one at a time; the window looks on.
async fn remote_changes(town: &Town, window: &Window, plan: &Plan, dice: &mut Dice, table: &mut Table) {
    let site = Site::at(town.address());
    let session = town.session_of("Karin").await;
    let mut other = site.open(&session, plan_id_of(plan)).await;
    window
        .until(
            "the board is live",
            "return board()?.querySelector('.saved')?.dataset.at === 'saved'",
            vec![],
        )
        .await;
    let mut movers = Mover::of(plan, 4, dice);
    for round in 0..REMOTE_CHANGES {
        let index = round % movers.len();
        let outcome = other.ask_again(movers[index].next()).await;
        assert_eq!(outcome, Outcome::Applied);
        tokio::time::sleep(BETWEEN_CHANGES).await;
    }
    let all = "return bench.news.length >= arguments[0] && bench.news.at(-1).frame > 0 && bench.news";
    let news = window.until("every change", all, vec![json!(REMOTE_CHANGES)]).await;
    let news: Vec<News> = serde_json::from_value(news).expect("what preload.js noted");
    let [mut drawn, mut frame]: [Sample; 2] = std::array::from_fn(|_| Sample::default());
    for one in &news {
        assert!(one.laid_out > 0.0, "the moved card came to its new cell");
        drawn.add_ms(one.laid_out - one.at);
        frame.add_ms(one.frame - one.at);
    }
    table.times(
        "a remote change: message → the card laid out in its new cell",
        &drawn,
        worst(&drawn),
    );
    table.times("a remote change: message → end of the frame", &frame, worst(&frame));
}

/// A goal over three columns and back, and put down in the second.
async fn drags(window: &Window, table: &mut Table) {
    let [mut frames, mut tasks]: [Sample; 2] = std::array::from_fn(|_| Sample::default());
    let mut long: [Sample; 3] = std::array::from_fn(|_| Sample::default());
    window.devtools("Performance.enable", json!({})).await;
    for _ in 0..DRAGS {
        let path = "const grip = board().querySelector(\"[data-cell='Ourselves.Soon'] .grip\");
            grip.scrollIntoView({block: 'center', behavior: 'instant'});
            const middle = (e) => { const r = e.getBoundingClientRect(); return r.left + r.width / 2; };
            const r = grip.getBoundingClientRect();
            return [[r.left + r.width / 2, r.top + r.height / 2],
                middle(board().querySelector(\"[data-cell='Network.Soon']\")), middle(board().querySelector(\"[data-cell='Municipality.Soon']\")),
                grip.closest('[data-card]').dataset.card]";
        let path = window.until("a card to drag", path, vec![]).await;
        let (from, network, municipality, card): (Point, f64, f64, String) = serde_json::from_value(path).expect("a path");
        window.mouse("mouseMoved", from).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let before = busy_seconds(window).await;
        window.ask("bench.watchFrames()", vec![]).await;
        window.mouse("mousePressed", from).await;
        for (x, y) in to_and_fro(from, network, municipality) {
            window
                .devtools(
                    "Input.dispatchMouseEvent",
                    json!({"type": "mouseMoved", "x": x, "y": y, "button": "left", "buttons": 1}),
                )
                .await;
        }
        window.mouse("mouseReleased", (network, from.1)).await;
        let lies = "return !!board().querySelector(`[data-cell='Network.Soon'] [data-card='${arguments[0]}']`)";
        window.until("the card in its new cell", lies, vec![json!(card)]).await;
        let seen = window.ask("return bench.seen()", vec![]).await;
        tasks.add_ms((busy_seconds(window).await - before) * 1_000.0);
        let seen: Seen = serde_json::from_value(seen).expect("frames and tasks");
        seen.frames.into_iter().for_each(|delta| frames.add_ms(delta));
        for (all, one) in long.iter_mut().zip([seen.long.pick_up, seen.long.way, seen.long.drop]) {
            one.into_iter().for_each(|took| all.add_ms(took));
        }
        window.until_saved().await;
    }
    let long = ["pick-up", "way", "drop"]
        .into_iter()
        .zip(&long)
        .filter(|(_, tasks)| tasks.len() > 0);
    let long: Vec<_> = long
        .map(|(when, tasks)| format!("{when} {} (longest {:.0} ms)", tasks.len(), tasks.quantile(1.0)))
        .collect();
    let long = if long.is_empty() { "none".to_owned() } else { long.join(", ") };
    let long = format!(
        "max {:.1} ms; tasks over 50 ms in {DRAGS} drags: {long}",
        frames.quantile(1.0)
    );
    table.times(format!("a drag of {DRAG_STEPS} steps: time between frames"), &frames, long);
    table.times("a drag: main thread busy, all of it", &tasks, "");
}

/// What `preload.js` saw of one drag, in milliseconds.
#[derive(Deserialize)]
struct Seen {
    frames: Vec<f64>,
    long: LongTasks,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LongTasks {
    pick_up: Vec<f64>,
    way: Vec<f64>,
    drop: Vec<f64>,
}

/// What the main thread has done so far.
async fn busy_seconds(window: &Window) -> f64 {
    let metrics = window.devtools("Performance.getMetrics", json!({})).await;
    let busy = metrics["metrics"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|metric| metric["name"] == "TaskDuration");
    busy.and_then(|metric| metric["value"].as_f64()).unwrap_or(f64::NAN)
}

/// To the third column, back to the first, and into the second, with a hand that is not quite still.
fn to_and_fro(from: Point, network: f64, municipality: f64) -> impl Iterator<Item = Point> {
    (1..=DRAG_STEPS).map(move |step| {
        let part = f64::from(step) / f64::from(DRAG_STEPS) * 3.0;
        let x = match part {
            ..=1.0 => from.0 + (municipality - from.0) * part,
            ..=2.0 => municipality + (from.0 - municipality) * (part - 1.0),
            _ => from.0 + (network - from.0) * (part - 2.0),
        };
        (x, from.1 + if step % 2 == 0 { 3.0 } else { 0.0 })
    })
}

fn worst(sample: &Sample) -> String {
    format!("p99 {:.1} ms, max {:.1} ms", sample.quantile(0.99), sample.quantile(1.0))
}
