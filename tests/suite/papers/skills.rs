//! The link by which a company signs what somebody has learnt, and who decides what stands.

use super::courses::{DAY, Tried, field};
use super::{read, send};
use crate::http::cases::matching::placement;

/// What stands in the field with the link.
fn link_on(page: &str) -> String {
    let (_, rest) = page.split_once("/skills/").expect("a link");
    format!("/skills/{}", rest.split('"').next().unwrap())
}

#[tokio::test]
async fn a_company_signs_once_and_the_person_decides_what_stands() {
    let tried = Tried::new().await;
    let address = tried.running().await;
    let link = format!("{address}/link");
    assert_eq!(tried.step(&link, &[]).await.0, 404, "it runs");
    tried.take(&address, "end").await;
    let (_, old) = tried.step(&link, &[]).await;
    let (status, page) = tried.step(&link, &[]).await;
    assert_eq!(status, 200);
    let (old, door) = (link_on(&old), link_on(&page));
    assert!(door.len() == "/skills/".len() + 64, "{door}");
    let nobody = "";
    assert_eq!(read(tried.site(), nobody, &old).await.0, 410, "a newer link was made");
    // Nobody is signed in; looking uses nothing up.
    for _ in 0..2 {
        let (status, page) = read(tried.site(), nobody, &door).await;
        assert!(
            status == 200 && page.contains("Samira") && page.contains("skære grønt"),
            "{page}"
        );
        for never in [
            "Butik eller køkken",
            "Jeg laver mad",
            "Uldum",
            "arabisk",
            "Nasser",
            "fylde hylder",
        ] {
            assert!(!page.contains(never), "{never}");
        }
    }
    let tasks = tried.server.handle.app.desk().ask(|market| {
        let kitchen = market.opening(placement("Køkkenet på Lindelunden")).unwrap();
        kitchen.placement.tasks.clone()
    });
    let tasks = tasks.await.unwrap();
    let sign = async |fields: &[(&'static str, String)]| send(tried.site(), nobody, &door, fields).await;
    let all: Vec<_> = tasks.iter().map(|task| field("task", task.0.to_string())).collect();
    let with = |more: &[(&'static str, &str)]| {
        let more = more.iter().map(|(name, value)| field(name, *value));
        all.iter().cloned().chain(more).collect::<Vec<_>>()
    };
    assert_eq!(sign(&with(&[("name", " ")])).await.0, 422);
    assert_eq!(sign(&with(&[("name", "Kirsten"), ("website", "x")])).await.0, 422);
    assert_eq!(sign(&[field("name", "Kirsten")]).await.0, 422, "nothing is ticked");
    let (status, page) = sign(&with(&[("name", "Kirsten"), ("website", "")])).await;
    assert!(status == 200 && page.contains("Nu ser Samira på det."), "{page}");
    assert_eq!(sign(&with(&[("name", "En anden")])).await.0, 410);
    assert_eq!(read(tried.site(), nobody, &door).await.0, 410);
    // The desk learns only that it is signed.
    let (her, ..) = tried.stands().await;
    let (_, desk) = read(tried.site(), &tried.mette, &address).await;
    assert!(
        desk.contains("Nu ser Samira på det") && !desk.contains("underskrevet af"),
        "{desk}"
    );
    // She sees it first and leaves one out.
    let (_, profile) = read(tried.site(), &tried.samira, "/my-work/profile").await;
    assert!(
        profile.contains("Kirsten i Plejehjemmet Lindelunden har sat kryds"),
        "{profile}"
    );
    let own = format!("{}/signed", address.replace("/desk/", "/my-work/"));
    let kept: Vec<_> = tasks[1..].iter().map(|task| field("task", task.0.to_string())).collect();
    assert_eq!(send(tried.site(), &tried.samira, &own, &kept).await.0, 303);
    let (then, ..) = tried.stands().await;
    assert!(tasks[1..].iter().all(|task| then.can.contains(task)));
    assert_eq!(
        then.can.contains(&tasks[0]),
        her.can.contains(&tasks[0]),
        "what is left out changes nothing"
    );
    let (_, profile) = read(tried.site(), &tried.samira, "/my-work/profile").await;
    assert!(profile.contains("underskrevet af Plejehjemmet Lindelunden"), "{profile}");
    let (_, desk) = read(tried.site(), &tried.mette, &address).await;
    assert!(desk.contains("underskrevet af Plejehjemmet Lindelunden"), "{desk}");
    let left = read(tried.site(), &tried.mette, &address).await.1;
    assert!(left.contains("vaske op"), "{left}");
    // Later she leaves out the rest.
    assert_eq!(send(tried.site(), &tried.samira, &own, &[]).await.0, 303);
    let (then, ..) = tried.stands().await;
    assert_eq!(then.can, her.can, "what she had said herself stays");
}

#[tokio::test]
async fn a_link_runs_out_and_a_door_is_knocked_at_so_often_and_no_oftener() {
    let tried = Tried::new().await;
    let address = tried.running().await;
    tried.take(&address, "end").await;
    let (_, page) = tried.step(&format!("{address}/link"), &[]).await;
    let door = link_on(&page);
    tried.clock.advance(14 * DAY + 1);
    let (status, page) = read(tried.site(), "", &door).await;
    assert!(
        status == 410 && page.contains("Bed den, der sendte linket, om et nyt."),
        "{page}"
    );
    let mut statuses = Vec::new();
    for _ in 0..70 {
        statuses.push(read(tried.site(), "", "/skills/abc").await.0);
    }
    assert_eq!((statuses[0], statuses[69]), (410, 429));
}
