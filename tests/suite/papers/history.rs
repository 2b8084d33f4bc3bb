//! What happened, told to each as they saw it.

use super::{at_noon, lund, paper, read, read_in, send};
use shared::live::wire::Outcome;
use shared::plan::{Audience, CardEdit, Intent, NewMember, Role, StrengthKind};
use tests::server::Database;
use tests::socket::{TestSocket, dream, edit, new_id};

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
async fn the_history_says_whom_and_what_somebody_proposed_in_both_languages() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let (hers, karins) = (server.site.sign_in("Maja").await, server.site.sign_in("Karin").await);
    let mut maja = server.site.open(&hers, lund()).await;
    let mut karin = server.site.open(&karins, lund()).await;
    let nina = Intent::AddMember(NewMember {
        name: "Nina Holst".into(),
        role: Role::Professional,
        relation: "sundhedsplejerske".into(),
        purpose: "se til Ellie".into(),
        phone: None,
    });
    let (proposed, outcome) = karin.ask(nina).await;
    assert_eq!(outcome, Outcome::Proposed);
    let strength = |of| Intent::AddStrength {
        is: StrengthKind::Works,
        of,
        words: "Liv spørger selv".into(),
    };
    karin.ask(strength(Some(maja.member("Liv")))).await;
    let lones = server.site.sign_in("Lone").await;
    let wish = [
        ("change_id", new_id().to_string()),
        ("relation", "Livs danskhjælper".to_owned()),
        ("purpose", "læse med Liv".to_owned()),
    ];
    assert_eq!(send(&server.site, &lones, &paper("seat"), &wish).await.0, 303);
    let proposal_id = proposed.into();
    maja.until("her wish", |maja| maja.plan.proposal(proposal_id).is_some()).await;
    maja.ask(Intent::DeclineProposal { proposal_id }).await;
    let told = [
        (
            "da",
            [
                "Karin Dahl foreslog, at Nina Holst kommer med ved bordet.",
                "Karin Dahl foreslog at skrive noget stærkt om Liv: ”Liv spørger selv”.",
                "Lone Vester vil gerne sidde med ved bordet.",
                "Du sagde nej tak til forslaget fra Karin Dahl om ”Nina Holst”.",
            ],
        ),
        (
            "en",
            [
                "Karin Dahl proposed that Nina Holst joins the table.",
                "Karin Dahl proposed to write something strong about Liv: “Liv spørger selv”.",
                "Lone Vester would like to sit at the table.",
                "You said no thank you to the proposal of Karin Dahl about “Nina Holst”.",
            ],
        ),
    ];
    for (lang, sentences) in told {
        let (_, page) = read_in(lang, &server.site, &hers, &paper("history")).await;
        for words in sentences {
            assert!(page.contains(words), "{words} is not in {page}");
        }
    }
    // To one who sees no proposals of others nothing is told of them.
    let mettes = server.site.sign_in("Mette").await;
    let (_, page) = read(&server.site, &mettes, &paper("history")).await;
    assert!(!page.contains("Nina") && !page.contains("Lone") && !page.contains("spørger selv"));
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
