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

    // What it is called is asked for: the field has a name to keep or to write over.
    window.press("s").await;
    assert_eq!(focused(&window).await, json!("name"));
    let named = "const e = document.activeElement; return [e.value.startsWith('Uldum'), e.selectionStart, e.selectionEnd === e.value.length]";
    assert_eq!(ask(&window, named).await, json!([true, 0, true]));
    assert_eq!(ask(&window, "return document.querySelector('.searches')").await, Value::Null);
    window.press("Enter").await;
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_places_are_read_to_their_end_by_keys_alone() {
    let town = Town::new().await;
    let window = town.window_on("/healthz", "Mette Lindholm", 390, 1000).await;
    window.go(&town.url("/desk/people?lang=da&q=samira")).await;
    let her = ask(&window, "return document.querySelector('.person-row a').href").await;
    window.go(her.as_str().expect("an address")).await;
    let two = ask(&window, "return document.querySelector('a[href*=\"/desk/compare\"]').href").await;
    window.go(two.as_str().expect("an address")).await;
    let named = "const e = document.querySelector('.scroll'); e.focus(); return [e.role, e.ariaLabel, e.scrollLeft]";
    assert_eq!(
        ask(&window, named).await,
        json!(["region", "To pladser ved siden af hinanden", 0])
    );
    // No list stands here for an arrow to lead to, so it scrolls.
    window.press("ArrowRight").await;
    window
        .until(
            "it has moved",
            "return document.querySelector('.scroll').scrollLeft > 0",
            vec![],
        )
        .await;
}

/// Keeps every form on its page, and says which would have gone: where to and with what step, and whether it lay folded.
const CATCH: &str = "
    window.sent = null;
    document.addEventListener('submit', (event) => {
      event.preventDefault();
      const form = event.target;
      const step = form.querySelector('[name=step]')?.value ?? null;
      window.sent = [new URL(form.action).pathname, step, !!form.closest('details:not([open])')];
    }, true);
    return true";
const SENT: &str = "return window.sent";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g_asks_about_the_place_that_lies_open_or_has_the_focus_and_about_no_other() {
    let town = Town::new().await;
    let window = town.window_on("/healthz", "Mette Lindholm", 1280, 1000).await;
    window.go(&town.url("/desk/people?lang=da&q=samira")).await;
    let her = ask(&window, "return document.querySelector('.person-row a').href").await;
    let her = her.as_str().expect("an address");
    window.go(her).await;
    // A place further down that she was not asked about is laid into the week; after that nothing has the focus.
    let row = "const row = [...document.querySelectorAll('li.place[data-row-of]:not([data-open])')]
                 .find((row) => row.querySelector('[data-key=g]'));
               row.querySelector('[data-row]').focus();
               return row.id";
    let row = ask(&window, row).await;
    window.press("v").await;
    let open = "return document.querySelector('li.place[data-open]')?.id === arguments[0]";
    window.until("it lies open", open, vec![row.clone()]).await;
    window.press("g").await;
    let asked = "const query = new URLSearchParams(location.search);
                 return query.get('done') === 'asked' && [`p-${query.get('placement')}`, location.hash]";
    let asked = window.until("it is asked about", asked, vec![]).await;
    let id = row.as_str().expect("a row");
    assert_eq!(asked, json!([id, format!("#{id}")]));
    // It is asked about: now there is nothing to press, though other rows below have such a button.
    ask(&window, CATCH).await;
    window.press("g").await;
    assert_eq!(ask(&window, SENT).await, Value::Null);
    let others = "return document.querySelectorAll('li.place [data-key=g]').length";
    assert!(ask(&window, others).await.as_u64() > Some(0));

    // On the page of a place somebody is asked who has the focus, and nobody else.
    window.go(&town.url("/desk/places?lang=da")).await;
    let places = ask(
        &window,
        "return [...document.querySelectorAll('.place-list h2 a')].map((one) => one.href)",
    )
    .await;
    for place in places.as_array().expect("places") {
        window.go(place.as_str().expect("an address")).await;
        if ask(
            &window,
            "return document.querySelectorAll('.people-row [data-key=g]').length > 1",
        )
        .await
            == json!(true)
        {
            break;
        }
    }
    ask(&window, CATCH).await;
    window.press("g").await;
    assert_eq!(ask(&window, SENT).await, Value::Null);
    let last = "const rows = [...document.querySelectorAll('li.people-row')].filter((row) => row.querySelector('[data-key=g]'));
                const row = rows.at(-1);
                row.querySelector('[data-row]').focus();
                return new URL(row.querySelector('form').action).pathname";
    let last = ask(&window, last).await;
    window.press("g").await;
    assert_eq!(ask(&window, SENT).await, json!([last, null, false]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b_takes_the_next_step_and_nothing_that_lies_folded_away() {
    let town = Town::new().await;
    let window = town.window_on("/healthz", "Mette Lindholm", 1280, 1000).await;
    window.go(&town.url("/desk/courses?lang=da&q=rahel")).await;
    let course = ask(&window, "return document.querySelector('.course-list h2 [data-row]').href").await;
    window.go(course.as_str().expect("an address")).await;
    ask(&window, CATCH).await;
    let next = "const form = document.querySelector('.acts > form.course-step');
                return [new URL(form.action).pathname, form.querySelector('[name=step]').value, false]";
    let next = ask(&window, next).await;
    window.press("b").await;
    assert_eq!(ask(&window, SENT).await, next);
    // Where nothing comes next, nothing is pressed: neither what is folded, nor what would have the key there.
    let without = "window.sent = null;
                   document.querySelector('.acts > form.course-step').remove();
                   return document.querySelectorAll('details:not([open]) button').length";
    assert!(ask(&window, without).await.as_u64() > Some(1));
    window.press("b").await;
    assert_eq!(ask(&window, SENT).await, Value::Null);
    let keyed = "document.querySelector('details:not([open]) button').dataset.key = 'b'; return true";
    ask(&window, keyed).await;
    window.press("b").await;
    assert_eq!(ask(&window, SENT).await, Value::Null);
    // Unfolded, it can be seen, and so it can be pressed.
    let unfolded = "document.querySelector('details:has([data-key=b])').open = true; return true";
    ask(&window, unfolded).await;
    window.press("b").await;
    assert_ne!(ask(&window, SENT).await, Value::Null);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_came_of_asking_leaves_the_sentence_beside_it_its_width() {
    let town = Town::new().await;
    let window = town.window_on("/healthz", "Mette Lindholm", 1280, 1000).await;
    window.go(&town.url("/desk/places?lang=da")).await;
    let places = "return [...document.querySelectorAll('.place-list h2 a')].map((one) => one.href)";
    let places = ask(&window, places).await;
    for place in places.as_array().expect("places") {
        window.go(place.as_str().expect("an address")).await;
        if ask(&window, "return !!document.querySelector('.people-row [data-key=g]')").await == json!(true) {
            break;
        }
    }
    let id = "return document.querySelector('.people-row:has([data-key=g])').id";
    let id = ask(&window, id).await;
    let id = id.as_str().expect("a row");
    let width = format!("return document.querySelector('#{id} > .weeks ~ div:has(p)').clientWidth");
    let before = ask(&window, &width).await.as_u64().expect("a width");
    ask(
        &window,
        &format!("document.querySelector('#{id} [data-key=g]').click(); return true"),
    )
    .await;
    let asked = format!("return document.querySelector('#{id} .says-what')?.clientHeight");
    window.until("what came of it", &asked, vec![]).await;
    let after = ask(&window, &width).await.as_u64().expect("a width");
    assert!(before >= 180 && after >= before, "{before} px, then {after}");
}
