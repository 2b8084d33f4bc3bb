//! What comes while a page stands open is told on it, politely, and nothing moves that somebody is reading.

use backend::demo::Demo;
use backend::matching::store::Thing;
use serde_json::json;
use shared::day::Day;
use tests::browser::Town;
use tests::day_job::{add_day_job, let_everything_fit};

/// Asks at once what the page would ask a little later.
const ASK: &str =
    "document.dispatchEvent(new Event('visibilitychange')); return document.querySelectorAll('#new-day-jobs a').length > 1";
/// Where the window is scrolled to, and where a heading lies in it.
const STANDS: &str =
    "const e = document.querySelectorAll('main h2')[1]; return [scrollY, Math.round(e.getBoundingClientRect().top)]";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_job_is_told_on_the_open_page_and_nothing_moves() {
    let town = Town::new().await;
    let app = town.app();
    let today = Day::in_denmark(app.clock().now());
    let work = Demo::read()
        .and_then(|demo| demo.work_on(today))
        .expect("the demo can be read");
    let maja = work.things.iter().find_map(|thing| match thing {
        Thing::Candidate(one) if one.first_name == "Maja" => Some(one.id),
        _ => None,
    });
    let_everything_fit(app, maja.expect("Maja looks for work"), "Arbejde med mennesker").await;
    for (n, width, lang) in [(1, 390, "da"), (2, 1280, "ar-XB")] {
        let window = town.window_on(&format!("/my-work?lang={lang}"), "Maja", width, 800).await;
        window.ask("scrollTo(0, 200); return true", vec![]).await;
        let stood = window.ask(STANDS, vec![]).await;
        // Asked for once, it says nothing new.
        assert_eq!(window.ask(ASK, vec![]).await, json!(false));
        add_day_job(app, n, today.plus(2), "Pakke julegaver").await;
        window.until("word of the job", ASK, vec![]).await;
        assert_eq!(window.ask(STANDS, vec![]).await, stood, "at {width}");
        let told = "const e = document.getElementById('new-day-jobs'), r = e.getBoundingClientRect();
            return [e.getAttribute('role'), e.textContent.includes('Pakke julegaver'), r.bottom <= innerHeight + 1 && r.top > 0]";
        assert_eq!(window.ask(told, vec![]).await, json!(["status", true, true]), "at {width}");
        super::access::assert_accessible(&window, &format!("word of a new job at {width}")).await;
        window.picture(&format!("new-day-job-{width}-{lang}")).await;
    }
}
