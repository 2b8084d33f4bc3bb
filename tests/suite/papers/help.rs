//! The help that a family gets: how much it is, what it is asked before one more, and how it is ended.

use super::{at_noon, lund, paper, read, send};
use shared::plan::{CardEdit, Column, HelpFacts, Intent, Often};
use tests::server::Database;
use tests::socket::new_id;

fn form(deed: &str, about: &str, fields: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let own = [
        ("change_id", new_id().to_string()),
        ("do", deed.into()),
        ("about", about.into()),
    ];
    let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned()));
    own.into_iter().chain(fields).collect()
}

#[tokio::test]
async fn the_question_comes_first_and_a_stop_begins_to_wait() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let hers = site.sign_in("Maja").await;
    let mut maja = site.open(&hers, lund()).await;
    let (status, page) = read(site, &hers, &paper("help")).await;
    assert_eq!(status, 200);
    let question = page.find("Er der noget, I får, som I ikke vil have?").expect("the question");
    assert!(question < page.find("Ekstra voksen i Livs klasse").unwrap());
    for words in [
        "Jeg prøver arbejde i skolens køkken",
        "3 gange om ugen",
        "Så meget er det",
        "I har ventet 9 dage.",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let contact = maja
        .plan
        .cards()
        .find(|card| card.words.words.starts_with("Kontaktperson"))
        .unwrap()
        .card_id;
    let stop = form("stop", &contact.to_string(), &[]);
    let (status, place) = send(site, &hers, &paper("help"), &stop).await;
    assert!(status == 303 && place.contains("help?done=saved"), "{place}");
    maja.until("the stop", |maja| maja.plan.card(contact).unwrap().column == Column::NoMore)
        .await;
    let (_, page) = read(site, &hers, &paper("help")).await;
    assert!(page.contains("I har spurgt i dag."));
    let rate = form("rate", &contact.to_string(), &[("rating", "does-not-help")]);
    assert_eq!(send(site, &hers, &paper("help"), &rate).await.0, 303);
}

#[tokio::test]
async fn before_one_more_help_the_family_is_asked_what_can_end_first() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let hers = site.sign_in("Maja").await;
    let mut maja = site.open(&hers, lund()).await;
    let school = maja
        .plan
        .cards()
        .find(|card| card.words.words.starts_with("Ekstra voksen"))
        .unwrap()
        .card_id;
    let (one, nine) = (Often { times: 1, weeks: 4 }, Often { times: 9, weeks: 1 });
    let help: Vec<_> = maja
        .plan
        .cards()
        .filter(|card| card.kind == shared::plan::Kind::Help)
        .map(|card| card.card_id)
        .collect();
    for card_id in help {
        maja.ask(set_often(card_id, one)).await;
    }
    let asks = "Er der noget, der kan slutte først?";
    assert!(!read(site, &hers, &paper("help")).await.1.contains(asks));
    maja.ask(set_often(school, nine)).await;
    let (_, page) = read(site, &hers, &paper("help")).await;
    assert!(
        page.contains("I har allerede 9 aftaler om ugen.") || page.contains("I har allerede 10 aftaler om ugen."),
        "{page}"
    );
    assert!(page.contains(asks) && page.contains("Hvornår er det nok?"));
    // It can be added all the same.
    let add = form(
        "add",
        "",
        &[
            ("words", "Svømmehold til Ellie"),
            ("times", "1"),
            ("weeks", "1"),
            ("ends", "2027-01-31"),
        ],
    );
    assert_eq!(send(site, &hers, &paper("help"), &add).await.0, 303);
    assert!(read(site, &hers, &paper("help")).await.1.contains("Svømmehold til Ellie"));
    let empty = form("add", "", &[("words", " "), ("times", "1"), ("provider", "Hallen i Uldum")]);
    let (status, page) = send(site, &hers, &paper("help"), &empty).await;
    assert!(status == 422 && page.contains("value=\"Hallen i Uldum\""), "{page}");
}

#[tokio::test]
async fn a_helper_sees_their_own_help_and_only_that_there_is_more() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mettes = site.sign_in("Mette").await;
    let (status, page) = read(site, &mettes, &paper("help")).await;
    assert!(status == 200 && page.contains("Ekstra voksen i Livs klasse"));
    assert!(!page.contains("Kontaktperson til Alma") && !page.contains("Så meget er det"));
    assert!(page.contains("Familien får også anden hjælp"));
    assert!(page.contains("Foreslå: Det vil vi ikke have mere"));
    let bents = site.sign_in("Bent").await;
    assert_eq!(read(site, &bents, &paper("help")).await.0, 404);
}

fn set_often(card_id: shared::ids::CardId, often: Often) -> Intent {
    let facts = HelpFacts {
        often: Some(often),
        ..HelpFacts::default()
    };
    let edit = CardEdit {
        help: Some(facts),
        ..CardEdit::default()
    };
    Intent::EditCard { card_id, edit }
}
