//! What happened, told to each as they saw it.

use super::{at_noon, lund, paper, read};
use shared::plan::{Audience, CardEdit, Intent};
use tests::server::Database;
use tests::socket::{TestSocket, dream, edit};

#[tokio::test]
async fn each_reads_what_happened_in_their_own_person_and_what_is_hidden_stays_so() {
    let database = Database::sqlite();
    let (server, clock) = at_noon(&database).await;
    let (hers, karins) = (server.site.sign_in("Maja").await, server.site.sign_in("Karin").await);
    let mut maja = server.site.open(&hers, lund()).await;
    let mut karin = server.site.open(&karins, lund()).await;
    let (card, _) = maja.ask(dream("Svømme med Ellie", Audience::Table)).await;
    maja.ask(edit(card, "Svømme med Ellie", "Svømme hver uge")).await;
    let (secret, _) = maja.ask(dream("Kanariefugl", Audience::Family)).await;
    karin.ask(dream("En hund", Audience::Table)).await;
    let (_, page) = read(&server.site, &hers, &paper("history")).await;
    for words in [
        "I dag",
        "Du lagde ”Svømme med Ellie” på bordet under ”Det drømmer vi om”.",
        "Du skrev et kort om.",
        "<del>Svømme med Ellie</del>",
        "<ins>Svømme hver uge</ins>",
        "Karin Dahl foreslog et nyt kort: ”En hund”.",
        "Kanariefugl",
    ] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    let (_, page) = read(&server.site, &karins, &paper("history")).await;
    assert!(page.contains("Du foreslog et nyt kort: ”En hund”.") && page.contains("Maja lagde"));
    assert!(!page.contains("Kanariefugl") && !page.contains(&secret.to_string()));
    // One card alone.
    let (status, page) = read(&server.site, &karins, &paper(&format!("cards/{card}/history"))).await;
    assert!(status == 200 && page.contains("Svømme hver uge") && !page.contains("En hund"));
    assert_eq!(
        read(&server.site, &karins, &paper(&format!("cards/{secret}/history")))
            .await
            .0,
        404
    );
    // What was in sight once is not any more, in any paper.
    clock.advance(60_000);
    hide(&mut maja, card).await;
    karin.ask(dream("En kat", Audience::Table)).await;
    clock.advance(2 * 60 * 60_000);
    for slug in ["history", "new"] {
        let (status, page) = read(&server.site, &karins, &paper(slug)).await;
        assert!(status == 200 && !page.contains("Svømme"), "{slug}: {page}");
        assert!(page.contains("Maja tog et kort af bordet."), "{slug}");
    }
    let (_, page) = read(&server.site, &hers, &paper("new")).await;
    assert!(
        page.contains("Karin Dahl foreslog et nyt kort: ”En kat”.") && !page.contains("En hund") && !page.contains("Du lagde")
    );
    clock.advance(2 * 60 * 60_000);
    let (_, page) = read(&server.site, &hers, &paper("new")).await;
    assert!(page.contains("Der er ikke noget nyt fra de andre."));
}

async fn hide(maja: &mut TestSocket, card: shared::ids::ChangeId) {
    let edit = CardEdit {
        audience: Some(Audience::Family),
        ..CardEdit::default()
    };
    let card_id = card.into();
    maja.ask(Intent::EditCard { card_id, edit }).await;
}

#[tokio::test]
async fn a_long_history_comes_in_pages() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let session = server.site.sign_in("Maja").await;
    let mut maja = server.site.open(&session, lund()).await;
    for n in 0..70 {
        maja.ask(dream(&format!("Drøm nummer {n}."), Audience::Table)).await;
    }
    let (_, page) = read(&server.site, &session, &paper("history")).await;
    assert_eq!(page.matches("<li><time").count(), 50);
    assert!(page.contains("Drøm nummer 69.") && !page.contains("Drøm nummer 19."));
    let (_, rest) = page.split_once("history?before=").expect("a link to the rest");
    let before = rest.split('&').next().unwrap();
    let (_, page) = read(&server.site, &session, &paper(&format!("history?before={before}"))).await;
    assert!(page.contains("Drøm nummer 19.") && page.contains("lavede planen") && !page.contains("Drøm nummer 20."));
}
