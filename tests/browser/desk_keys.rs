//! The keys of the desk's lists and of the week as a table, pressed where nothing has the focus.

use serde_json::{Value, json};
use tests::browser::{Town, Window};

async fn ask(window: &Window, script: &str) -> Value {
    window.ask(script, vec![]).await
}

/// What has the focus, by its name in the form.
async fn focused(window: &Window) -> Value {
    ask(window, "return document.activeElement.name ?? document.activeElement.tagName").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_search_is_narrowed_saved_and_taken_back_by_keys_alone() {
    let town = Town::new().await;
    let window = town.window_on("/healthz", "Mette Lindholm", 1280, 1000).await;
    window.go(&town.url("/desk/people?lang=da")).await;
    window.press("/").await;
    assert_eq!(focused(&window).await, json!("q"));
    // A letter that is typed there is no key.
    window.press("f").await;
    assert_eq!(
        ask(&window, "return document.querySelector('.sieve-fields').open").await,
        json!(false)
    );
    window.press("Escape").await;
    window.press("f").await;
    assert_eq!(
        ask(&window, "return document.querySelector('.sieve-fields').open").await,
        json!(true)
    );
    assert_eq!(focused(&window).await, json!("near"));
    let all = "return document.querySelectorAll('.person-row').length";
    let everybody = ask(&window, all).await.as_u64().expect("a number");
    ask(
        &window,
        "const e = document.querySelector('select[name=near]'); e.value = 'Uldum'; e.form.requestSubmit(); return true",
    )
    .await;
    window
        .until("a chip", "return document.querySelector('.chip bdi')?.textContent", vec![])
        .await;
    let found = ask(&window, all).await.as_u64().expect("a number");
    assert!(found > 0 && found < everybody, "{found} of {everybody}");

    window.press("s").await;
    window
        .until(
            "the saved search",
            "return document.querySelector('.searches [aria-current] bdi')?.textContent",
            vec![],
        )
        .await;
    window.press("z").await;
    window
        .until(
            "it is gone",
            "return !document.querySelector('.searches [aria-current]')",
            vec![],
        )
        .await;

    // Rows of every list are walked along.
    window.go(&town.url("/desk/places?lang=da")).await;
    window.press("j").await;
    window.press("j").await;
    let second = "return document.activeElement === document.querySelectorAll('.place-list [data-row]')[1]";
    assert_eq!(ask(&window, second).await, json!(true));
    window.go(&town.url("/desk/people?lang=da&near=Uldum")).await;

    // Into the list, to somebody, and from there back to the filters.
    window.press("j").await;
    assert_eq!(
        ask(&window, "return !!document.activeElement.closest('.person-row')").await,
        json!(true)
    );
    window.press("Enter").await;
    window
        .until("somebody", "return !!document.querySelector('.week-words')", vec![])
        .await;
    window.press("f").await;
    window
        .until(
            "the filters lie open",
            "return location.hash === '#filters' && document.querySelector('.sieve-fields').open",
            vec![],
        )
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_week_is_read_as_a_table_and_stays_one() {
    let town = Town::new().await;
    let window = town.window_on("/healthz", "Mette Lindholm", 1280, 1000).await;
    window.go(&town.url("/desk/people?lang=da&near=Uldum")).await;
    let first = ask(&window, "return document.querySelector('.person-row a').href").await;
    window.go(first.as_str().expect("an address")).await;
    let open = "return document.querySelector('.week-words').open";
    assert_eq!(ask(&window, open).await, json!(false));
    window.press("t").await;
    assert_eq!(ask(&window, open).await, json!(true));
    window.go(first.as_str().expect("an address")).await;
    assert_eq!(ask(&window, open).await, json!(true), "whoever reads goes on reading");
    window.press("t").await;
    assert_eq!(ask(&window, open).await, json!(false));
}
