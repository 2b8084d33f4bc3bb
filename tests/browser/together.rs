//! The story this product is for: a family and its coordinator at one plan, on three screens.

use serde_json::json;
use tests::browser::Town;
use tests::browser::Window;

const CARD: &str = "Liv læser hjemme";

async fn edit(window: &Window, card: &str, words: &str) {
    window
        .until(
            card,
            "const card = [...board().querySelectorAll('.card')].find(e => e.querySelector('.title')?.textContent.trim() === arguments[0]);
             const e = card?.querySelector('[data-edit]'); if (!e) return false; e.click(); return true",
            vec![json!(card)],
        )
        .await;
    window.write("#card-words", words).await;
    window.click("dialog button[type='submit']", "").await;
}

async fn until_card(window: &Window, words: &str) {
    let script = "return [...board().querySelectorAll('.card .title')].some(e => e.textContent.trim() === arguments[0])";
    window.until(&format!("the card “{words}”"), script, vec![json!(words)]).await;
}

/// Everything that a window shows of the plan, as text, without who is here and what is saved.
async fn shown(window: &Window) -> String {
    let script = "return [...board().querySelectorAll('.col')].map(c => c.dataset.col + ':' + [...c.querySelectorAll('.card .title')].map(e => e.textContent.trim()).join('|')).join('\\n')
        + [...board().querySelectorAll('.dream h3')].map(e => e.textContent.trim()).join('|')";
    window.ask(script, vec![]).await.as_str().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_professional_proposes_and_the_family_says_yes() {
    let town = Town::new().await;
    let maja = town.window_of("Maja", 1280, 1000).await;
    let karin = town.window_of("Karin", 1280, 1000).await;
    edit(&karin, "Alma begynder til fodbold", "Alma begynder til håndbold").await;
    maja.until_says("Alma begynder til håndbold").await;
    assert!(
        !maja
            .cards_in("Ourselves", "Soon")
            .await
            .contains(&"Alma begynder til håndbold".to_owned()),
        "nothing changes before the yes"
    );
    maja.until(
        "the answer",
        "const note = [...board().querySelectorAll('.note')].find(e => e.textContent.includes('håndbold'));
         const yes = note?.querySelector('.answers button[data-reply]'); if (!yes) return false; yes.click(); return true",
        vec![],
    )
    .await;
    until_card(&maja, "Alma begynder til håndbold").await;
    until_card(&karin, "Alma begynder til håndbold").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_that_was_cut_off_comes_back_and_no_word_is_lost() {
    let town = Town::new().await;
    let phone = town.window_on_the_wire("Maja", 390, 844).await;
    let laptop = town.window_of("Maja", 1280, 1000).await;
    let karin = town.window_of("Karin", 1280, 1000).await;

    town.wire.cut();
    edit(&phone, CARD, "Liv læser i sofaen").await;
    until_card(&phone, "Liv læser i sofaen").await;
    phone
        .until(
            "kept on this phone",
            "return board().querySelector('.saved')?.dataset.at === 'device'",
            vec![],
        )
        .await;
    phone.picture("phone-offline").await;
    edit(&laptop, CARD, "Liv læser i sengen").await;
    until_card(&karin, "Liv læser i sengen").await;
    edit(&karin, "Alma begynder til fodbold", "Alma begynder til svømning").await;
    laptop.until_says("Alma begynder til svømning").await;

    town.wire.mend();
    phone.until_saved().await;
    for window in [&phone, &laptop, &karin] {
        until_card(window, "Liv læser i sofaen").await;
    }
    // The other words are kept beside the card, for both to see.
    phone.until_says("Liv læser i sengen").await;
    laptop.until_says("Liv læser i sengen").await;
    laptop.picture("laptop-after").await;
    let (phone, laptop, karin) = (shown(&phone).await, shown(&laptop).await, shown(&karin).await);
    assert_eq!(phone, laptop);
    // Karin sees the same but for what the family keeps to itself.
    let unseen: Vec<&str> = laptop.split(['|', '\n']).filter(|card| !karin.contains(card)).collect();
    assert_eq!(unseen, ["Jeg taler med nogen om det, der er svært"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_coordinator_says_herself_how_her_own_agreement_goes() {
    let town = Town::new().await;
    let maja = town.window_of("Maja", 1280, 1000).await;
    let karin = town.window_of("Karin", 1280, 1000).await;
    let own = "const a = [...board().querySelectorAll('.agreement')].find(e => e.textContent.includes('besøgene'))";
    karin
        .until(
            "her agreement",
            &format!("{own}; const e = a?.querySelector('[data-keep]'); if (!e) return false; e.click(); return true"),
            vec![],
        )
        .await;
    karin.click("dialog .kept button[data-s='kept']", "").await;
    maja.until(
        "kept, as Maja sees it",
        &format!("{own}; return a?.querySelector('.state')?.dataset.s === 'kept'"),
        vec![],
    )
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_taken_away_can_be_had_back() {
    let town = Town::new().await;
    let maja = town.window_of("Maja", 1280, 1000).await;
    let before = shown(&maja).await;
    maja.until(
        "the card",
        "const card = [...board().querySelectorAll('.card')].find(e => e.querySelector('.title')?.textContent.trim() === arguments[0]);
         const e = card?.querySelector('[data-edit]'); if (!e) return false; e.click(); return true",
        vec![json!(CARD)],
    )
    .await;
    maja.click("dialog .end button.quiet", "").await;
    maja.click("dialog [data-yes]", "").await;
    maja.until(
        "the card gone",
        "return ![...board().querySelectorAll('.card .title')].some(e => e.textContent.trim() === arguments[0])",
        vec![json!(CARD)],
    )
    .await;
    maja.click("[data-toast-undo]", "").await;
    until_card(&maja, CARD).await;
    maja.until_saved().await;
    assert_eq!(shown(&maja).await, before);
}
