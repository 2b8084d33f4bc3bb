//! "What if I could start at nine?", thought over in a real browser: at every change of a control, without a page being
//! asked for, with the answer of the server; and by the server alone where no script runs.

use serde_json::{Value, json};
use tests::browser::{Town, Window};

/// What the part of the page says, and the places it opens and closes.
const SAID: &str = "const part = document.querySelector('details[data-what-if]');
    const ids = (list) => [...part.querySelectorAll(`[data-rows-of=${list}] li`)].map((li) => li.dataset.place);
    return [part.querySelector('[role=status]').textContent, ids('what-if-opens'), ids('what-if-closes')]";

const CHOOSE: &str = "const field = document.querySelector(`details[data-what-if] [name=${arguments[0]}]`);
    field.value = arguments[1]; field.dispatchEvent(new Event('change', {bubbles: true})); return field.value";

/// Opens the part, and waits until the browser answers there.
async fn think(window: &Window) {
    let asked = "return performance.getEntriesByType('resource').filter(e => /what_if|what-if\\?/.test(e.name)).length";
    assert_eq!(window.ask(asked, vec![]).await, json!(0), "nobody has opened it yet");
    let open = "document.querySelector('details[data-what-if] > summary').click(); return true";
    window.ask(open, vec![]).await;
    let ready = "return document.querySelector('details[data-what-if]').dataset.answers === 'here'";
    window.until("the browser's own answer", ready, vec![]).await;
    assert_eq!(window.ask(asked, vec![]).await, json!(3), "its two files, and the places");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thought_is_answered_in_the_browser_as_by_the_server() {
    let town = Town::new().await;
    for (name, path) in [("Maja", "/my-work"), ("Mette Lindholm", "/desk/people")] {
        let window = town.window_on("/healthz", name, 1280, 1200).await;
        window.go(&town.url(&format!("{path}?lang=da"))).await;
        if name != "Maja" {
            let first = window
                .ask("return document.querySelector('.person-row a').href", vec![])
                .await;
            window.go(first.as_str().expect("somebody")).await;
        }
        think(&window).await;
        window
            .ask(
                "window.samePage = true; performance.clearResourceTimings(); return true",
                vec![],
            )
            .await;
        let mut opened = 0;
        for chosen in [
            [("leaves", "24"), ("home_by", "")],
            [("leaves", "24"), ("home_by", "88")],
            [("leaves", "40"), ("home_by", "")],
            [("leaves", ""), ("home_by", "72")],
        ] {
            for (field, value) in chosen {
                assert_eq!(window.ask(CHOOSE, vec![json!(field), json!(value)]).await, json!(value));
            }
            let longest = window.ask(CHOOSE, vec![json!("longest"), json!("90")]).await;
            let here = window.ask(SAID, vec![]).await;
            opened += here[1].as_array().map_or(0, Vec::len);
            let server = by_the_server(&window, chosen, &longest).await;
            assert_eq!(here, server, "{name}: {chosen:?}");
        }
        assert!(opened > 0, "{name}: nothing ever opens");
        // The server was asked by this test alone, and the page is still the same.
        let asked =
            "return [window.samePage, performance.getEntriesByType('resource').filter(e => !/leaves=|new/.test(e.name)).length]";
        assert_eq!(window.ask(asked, vec![]).await, json!([true, 0]));
        window.ask(CHOOSE, vec![json!("leaves"), json!("80")]).await;
        let wrong = window.ask(SAID, vec![]).await;
        assert!(
            wrong[0].as_str().is_some_and(|said| said.contains("kan vi ikke regne")),
            "{wrong}"
        );
        assert_eq!((&wrong[1], &wrong[2]), (&json!([]), &json!([])));
    }
}

/// What the page answers when the form is sent, read without leaving this one.
async fn by_the_server(window: &Window, chosen: [(&str, &str); 2], longest: &Value) -> Value {
    let script = "const [leaves, home_by, longest] = arguments;
        window.answer = null;
        const address = new URL(location.href);
        for (const [name, value] of Object.entries({leaves, home_by, by: '', longest})) address.searchParams.set(name, value);
        fetch(address).then((answer) => answer.text()).then((text) => {
          const part = new DOMParser().parseFromString(text, 'text/html').querySelector('details[data-what-if]');
          const ids = (list) => [...part.querySelectorAll(`[data-rows-of=${list}] li`)].map((li) => li.dataset.place);
          window.answer = [part.querySelector('[role=status]').textContent, ids('what-if-opens'), ids('what-if-closes')];
        });
        return true";
    let args = vec![json!(chosen[0].1), json!(chosen[1].1), longest.clone()];
    window.ask(script, args).await;
    window.until("the server's answer", "return window.answer", vec![]).await
}
