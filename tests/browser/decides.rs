//! The family decides: who takes what, who writes, what is said of a card, and what is new.

use serde_json::json;
use tests::browser::{Town, Window};

/// Taps a control on the card with these words.
async fn tap(window: &Window, card: &str, control: &str) {
    let script = "const card = [...board().querySelectorAll('.card')].find(e => e.querySelector('.title')?.textContent.trim() === arguments[0]);
         const e = card?.querySelector(arguments[1]); if (!e) return false; e.click(); return true";
    window
        .until(&format!("{control} of “{card}”"), script, vec![json!(card), json!(control)])
        .await;
}

async fn until_on_card(window: &Window, card: &str, words: &str) {
    let script = "const card = [...board().querySelectorAll('.card')].find(e => e.querySelector('.title')?.textContent.includes(arguments[0]));
         return card?.textContent.includes(arguments[1]) ?? false";
    window
        .until(&format!("“{words}” on “{card}”"), script, vec![json!(card), json!(words)])
        .await;
}

const FOOTBALL: &str = "Alma begynder til fodbold";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_agreement_is_promised_only_when_the_one_who_is_asked_says_yes() {
    let town = Town::new().await;
    let maja = town.window_of("Maja", 1280, 1000).await;
    let karin = town.window_of("Karin", 1280, 1000).await;
    tap(&maja, FOOTBALL, ".agreement [data-keep]").await;
    maja.click("dialog button.quiet", "").await;
    let choose = "const e = board().querySelector('#agreement-holder'); if (!e) return false;
         const option = [...e.options].find(o => o.textContent.includes(arguments[0])); if (!option) return false;
         e.value = option.value; e.dispatchEvent(new Event('change', {bubbles: true})); return true";
    maja.until("whom to ask", choose, vec![json!("Karin")]).await;
    maja.click("dialog button[type='submit']", "").await;
    until_on_card(&maja, FOOTBALL, "Karin er spurgt").await;
    until_on_card(&karin, FOOTBALL, "Du er spurgt").await;
    // Until then Maja keeps it.
    let held = "const card = [...board().querySelectorAll('.card')].find(e => e.querySelector('.title')?.textContent.includes(arguments[0]));
         return card?.querySelector('.agreement .holder b')?.textContent === arguments[1]";
    maja.until("Maja holds it", held, vec![json!(FOOTBALL), json!("Maja")]).await;
    tap(&karin, FOOTBALL, "[data-ask='yes']").await;
    maja.until("Karin holds it", held, vec![json!(FOOTBALL), json!("Karin")])
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn anyone_says_of_a_card_that_they_need_help_and_it_stands_there_until_it_is_settled() {
    let town = Town::new().await;
    let maja = town.window_of("Maja", 390, 844).await;
    let karin = town.window_of("Karin", 1280, 1000).await;
    tap(&maja, FOOTBALL, "[data-more]").await;
    maja.click("dialog [data-says='say-need-help']", "").await;
    until_on_card(&karin, FOOTBALL, "Maja har brug for hjælp.").await;
    karin.picture("needs-help").await;
    tap(&maja, FOOTBALL, "[data-more]").await;
    maja.until(
        "what she said is marked",
        "return board().querySelector('dialog [data-says=\"say-need-help\"]')?.getAttribute('aria-pressed') === 'true'",
        vec![],
    )
    .await;
    maja.click("dialog [data-says='say-need-help']", "").await;
    karin
        .until(
            "nothing waits any more",
            "return !board().textContent.includes('Maja har brug for hjælp')",
            vec![],
        )
        .await;
    maja.until_saved().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_others_changed_since_one_looked_has_a_dot() {
    let town = Town::new().await;
    {
        let maja = town.window_of("Maja", 1280, 1000).await;
        maja.until_saved().await;
    }
    town.looks_were_an_hour_ago().await;
    let karin = town.window_of("Karin", 1280, 1000).await;
    tap(&karin, "Liv læser hjemme", "[data-more]").await;
    karin.click("dialog [data-says='say-differently']", "").await;
    karin.until_saved().await;
    let maja = town.window_of("Maja", 1280, 1000).await;
    until_on_card(&maja, "Liv læser hjemme", "Nyt siden sidst").await;
    maja.until(
        "one card is new",
        "return board().querySelectorAll('[data-new]').length === 1",
        vec![],
    )
    .await;
}

/// Whether anything that this browser holds or keeps has these words in it: the page, its stores, its databases.
async fn keeps(window: &Window, words: &str) -> bool {
    let script = "const [words, done] = arguments;
        const answer = (request) => new Promise((ok, no) => { request.onsuccess = () => ok(request.result); request.onerror = no; });
        const all = async () => {
          let text = document.documentElement.outerHTML + document.querySelector('family-plan-board').shadowRoot.textContent;
          text += JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + await caches.keys();
          for (const { name } of await indexedDB.databases()) {
            const database = await answer(indexedDB.open(name));
            for (const store of database.objectStoreNames) text += JSON.stringify(await answer(database.transaction(store).objectStore(store).getAll()));
            database.close();
          }
          return text.includes(words);
        };
        all().then(done, (error) => done(String(error)))";
    let found = window
        .driver
        .execute_async(script, vec![json!(words)])
        .await
        .expect("the browser answers");
    found.json().as_bool().unwrap_or_else(|| panic!("{:?}", found.json()))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_withdrawn_leaves_an_open_window_and_the_device() {
    const OPENED: &str = "Ekstra voksen i Livs klasse";
    let town = Town::new().await;
    let birthe = town.window_of("Birthe", 1280, 1000).await;
    birthe.until_says(OPENED).await;
    assert!(keeps(&birthe, OPENED).await);
    let maja = town.window_of("Maja", 390, 844).await;
    maja.go(&town.url(&format!("/plans/{}/consents?lang=da", town.plan()))).await;
    let press =
        "const e = document.querySelector('form[action*=\"withdraw\"] button'); if (!e) return false; e.click(); return true";
    maja.until("one press", press, vec![]).await;
    birthe
        .until(
            "the card gone",
            "return !board().textContent.includes(arguments[0])",
            vec![json!(OPENED)],
        )
        .await;
    assert!(!keeps(&birthe, OPENED).await, "nothing of it is left on the device");
}
