//! Word to a candidate's telephone that somebody asks them something: a yes of its own, once for each question, and only
//! while it waits for an answer.

use super::{HOUR, MINUTE, PAGE, Place, a_round, her, send};
use crate::http::cases::matching::placement;
use backend::matching::messages::About;
use backend::matching::messages::store::{all_told, number, waiting};
use shared::ids::Millis;
use tests::server::Database;

const KITCHEN: &str = "Køkkenet på Lindelunden";
const BAKERY: &str = "Bagerimedhjælper";

impl Place {
    /// Somebody at the desk asks her whether a company may be told of her.
    async fn is_asked(&self, title: &str) {
        let form = [("placement", placement(title).to_string())];
        let address = format!("/desk/people/{}/ask", her());
        assert_eq!(send(&self.server.site, &self.mette, &address, &form).await.0, 303);
    }
}

#[tokio::test]
async fn a_question_reaches_the_phone_of_whoever_said_yes_to_that_and_says_who_asks() {
    let database = Database::sqlite();
    let place = Place::open(&database, &[503]).await;
    // A number that was given for day jobs is for nothing else.
    place.asks().await;
    place.is_asked(KITCHEN).await;
    place.clock.advance(10 * MINUTE);
    place.gateway.asked(0).await;
    place.says_yes_to(&["day_jobs", "asks"]).await;
    place.clock.advance(MINUTE);
    place.is_asked(BAKERY).await;
    // It may be read aloud to her this very minute.
    place.gateway.asked(0).await;
    place.clock.advance(5 * MINUTE);
    place.gateway.asked(1).await;
    place.clock.advance(5_000);
    let all = place.gateway.asked(2).await;
    assert_eq!(all[0].key, all[1].key);
    let address = format!("{}/my-work?lang=da", place.server.site.origin());
    assert_eq!(
        all[1].body,
        serde_json::json!({
            "to": "+4512345678",
            "language": "da",
            "text": format!("Mette Lindholm vil gerne spørge dig om noget. Se det her: {address}"),
        })
    );
    // Once, however long it waits.
    place.clock.advance(3 * HOUR);
    place.gateway.asked(2).await;
    let page = place.reads(PAGE).await;
    assert!(
        page.contains("Nogen ville spørge dig om noget.") && !page.contains("Et job, der ikke er her mere"),
        "{page}"
    );
    assert!(page.contains("I dag kl. 12.16"), "{page}");
    assert!(!page.contains(&placement(BAKERY).to_string()));
}

#[tokio::test]
async fn a_question_that_is_answered_or_taken_back_before_the_morning_is_not_told() {
    let database = Database::sqlite();
    let place = Place::open(&database, &[]).await;
    let db = place.app().db();
    place.says_yes_to(&["asks"]).await;
    assert!(number(db, her().0, About::DayJob).await.unwrap().is_none());
    // Answered within the first minutes: nothing is even written.
    place.is_asked(KITCHEN).await;
    let answers = |title: &str| format!("/my-work/asks/{}", placement(title));
    let yes = [("answer", "yes".to_owned()), ("text_version", "1".to_owned())];
    assert_eq!(send(&place.server.site, &place.samira, &answers(KITCHEN), &yes).await.0, 303);
    place.clock.advance(10 * MINUTE);
    a_round().await;
    assert!(waiting(db, Millis::MAX, 9).await.unwrap().is_empty());
    // In the evening two more; one is answered, the other taken back.
    place.clock.advance(10 * HOUR);
    place.is_asked(BAKERY).await;
    place.clock.advance(MINUTE);
    place.is_asked("Gartnermedhjælper").await;
    place.clock.advance(10 * MINUTE);
    a_round().await;
    assert_eq!(all_told(db).await.unwrap().len(), 2);
    let no = [("answer", "no".to_owned())];
    assert_eq!(send(&place.server.site, &place.samira, &answers(BAKERY), &no).await.0, 303);
    let undo = [
        ("person", her().to_string()),
        ("placement", placement("Gartnermedhjælper").to_string()),
    ];
    assert_eq!(send(&place.server.site, &place.mette, "/desk/undo", &undo).await.0, 303);
    place.clock.advance(9 * HOUR);
    place.gateway.asked(0).await;
    assert!(all_told(db).await.unwrap().is_empty());
}

#[tokio::test]
async fn each_yes_to_texts_is_off_at_first_and_ended_by_itself() {
    let database = Database::sqlite();
    let place = Place::open(&database, &[]).await;
    let (site, db) = (&place.server.site, place.app().db());
    let ticked = |page: &str, name: &str| {
        let (_, tick) = page.split_once(&format!("name=\"{name}\"")).expect(name);
        tick.split('>').next().unwrap().contains(" checked")
    };
    let page = place.reads(PAGE).await;
    assert!(!ticked(&page, "day_jobs") && !ticked(&page, "asks"), "{page}");
    assert!(page.contains("Skriv til mig, når nogen spørger mig om noget her."), "{page}");
    assert!(page.contains("Mette Lindholm vil gerne spørge dig om noget."), "{page}");
    // A number without a yes is not kept.
    let form = [("do", "save"), ("phone", "12 34 56 78"), ("language", "da")].map(|(name, value)| (name, value.to_owned()));
    let (status, page) = send(site, &place.samira, PAGE, &form).await;
    assert!(
        status == 422 && page.contains("Sæt mindst ét kryds.") && page.contains("value=\"12 34 56 78\""),
        "{page}"
    );
    for about in [About::DayJob, About::Ask] {
        assert!(number(db, her().0, about).await.unwrap().is_none());
    }
    place.says_yes_to(&["day_jobs", "asks"]).await;
    let page = place.reads(PAGE).await;
    assert!(
        ticked(&page, "day_jobs") && ticked(&page, "asks") && page.contains("Stop det"),
        "{page}"
    );
    let stop = |about: &'static str| [("do", "stop".to_owned()), ("about", about.to_owned())];
    assert_eq!(send(site, &place.samira, PAGE, &stop("signal")).await.0, 422);
    let (_, to) = send(site, &place.samira, PAGE, &stop("day-job")).await;
    assert!(to.contains("done=saved"), "{to}");
    assert!(number(db, her().0, About::DayJob).await.unwrap().is_none());
    assert!(number(db, her().0, About::Ask).await.unwrap().is_some());
    // Who would not hear of day jobs any more is still told when somebody asks.
    assert_eq!(
        send(site, &place.samira, "/my-work", &[("day_jobs", "no".into())]).await.0,
        303
    );
    a_round().await;
    assert!(number(db, her().0, About::Ask).await.unwrap().is_some());
    let (_, to) = send(site, &place.samira, PAGE, &stop("ask")).await;
    assert!(to.contains("done=stopped"), "{to}");
    assert!(number(db, her().0, About::Ask).await.unwrap().is_none());
}
