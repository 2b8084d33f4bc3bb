//! A yes and what comes of it, from its first day to its end: on one's own page and at the desk.

use super::courses::{COURSES, DAY, Tried, on};
use super::read;
use crate::http::cases::matching::placement;

#[tokio::test]
async fn a_yes_is_used_up_by_its_course_on_both_sides() {
    let tried = Tried::new().await;
    let (waits, said) = ("Har sagt ja og venter", "Det har du sagt ja til");
    let question = format!("/my-work/asks/{}", placement("Køkkenet på Lindelunden"));
    tried.say_yes().await;
    assert!(read(tried.site(), &tried.samira, "/my-work").await.1.contains(said));
    let (_, address) = tried.talk().await;
    // Once on her page, with how it goes: neither as a yes that waits nor as a place that she could try.
    let home = || read(tried.site(), &tried.samira, "/my-work");
    let (_, page) = home().await;
    assert!(
        page.contains("I har talt sammen.") && !page.contains(said) && !page.contains(&question),
        "{page}"
    );
    for step in ["apply", "confirm", "grant", "begin", "end"] {
        tried.take(&address, step).await;
    }
    assert!(!read(tried.site(), &tried.mette, COURSES).await.1.contains(waits));
    let (_, page) = home().await;
    assert!(!page.contains(said), "{page}");
    let (_, page) = read(tried.site(), &tried.samira, &question).await;
    assert!(
        page.contains("value=\"yes\"") && !page.contains("Tag mit ja tilbage"),
        "{page}"
    );
    assert_eq!(tried.talk().await.0, 422, "on a yes that was used");
    // For the next time she says it anew.
    tried.say_yes().await;
    assert!(read(tried.site(), &tried.mette, COURSES).await.1.contains(waits));
    assert_eq!(tried.talk().await.0, 303);
}

#[tokio::test]
async fn whoever_begins_before_the_day_that_was_agreed_says_so() {
    let tried = Tried::new().await;
    tried.say_yes().await;
    let (_, address) = tried.talk_of(on(3)).await;
    for step in ["apply", "confirm", "grant"] {
        tried.take(&address, step).await;
    }
    let (status, page) = tried.step(&address, &[("step", "begin"), ("back", "list")]).await;
    assert!(
        status == 422 && page.contains("Den aftalte første dag er ikke kommet."),
        "{page}"
    );
    assert!(page.contains("name=\"early\""), "{page}");
    let home = || read(tried.site(), &tried.samira, "/my-work");
    assert!(home().await.1.contains("Du begynder 15. november."));
    tried.clock.advance(4 * DAY);
    // Nobody has pressed yet, and the day has gone by.
    let samira = tried.site().sign_in("Samira").await;
    let (_, page) = read(tried.site(), &samira, "/my-work").await;
    assert!(page.contains("Første dag var aftalt til 15. november."), "{page}");
    assert_eq!(tried.step(&address, &[("step", "begin"), ("on", &on(2))]).await.0, 422);
    assert_eq!(tried.step(&address, &[("step", "begin")]).await.0, 303, "the day has come");
    assert!(
        read(tried.site(), &tried.mette, &address)
            .await
            .1
            .contains("(aftalt fra 15. november)")
    );
}

#[tokio::test]
async fn what_has_ended_is_told_as_ended() {
    let tried = Tried::new().await;
    tried.say_yes().await;
    let (_, address) = tried.talk_of(on(3)).await;
    for step in ["apply", "confirm", "grant"] {
        tried.take(&address, step).await;
    }
    assert_eq!(
        tried.step(&address, &[("step", "begin"), ("early", "true")]).await.0,
        303,
        "they said so"
    );
    let (_, page) = read(tried.site(), &tried.samira, "/my-work").await;
    assert!(page.contains("Det er i gang") && !page.contains("Det er slut"), "{page}");
    tried.take(&address, "end").await;
    let (_, page) = read(tried.site(), &tried.samira, "/my-work").await;
    assert!(page.contains("Det er slut") && !page.contains("Det er i gang"), "{page}");
    let lasted = "fra 12. november til 12. november";
    for at in [address.as_str(), COURSES] {
        assert!(read(tried.site(), &tried.mette, at).await.1.contains(lasted), "{at}");
    }
}
