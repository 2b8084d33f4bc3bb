//! A company says no to somebody who has said yes: at the desk, on their own page, and back again.

use super::courses::{DAY, Tried, field};
use super::{read, send};
use crate::http::cases::matching::{candidate, placement};
use tests::socket::Site;

const NO: &str = "/desk/courses/no";
const HOME: &str = "/my-work";
const WAITS: &str = "Har sagt ja og venter";
const SAID: &str = "De siger nej tak denne gang.";
const KITCHEN: &str = "Køkkenet på Lindelunden";

fn her_page() -> String {
    format!("/desk/people/{}", candidate("Samira"))
}

fn place_page() -> String {
    format!("/desk/places/{}", placement(KITCHEN))
}

async fn press(tried: &Tried, back: &str) -> (u16, String) {
    let form = [
        field("person", candidate("Samira").to_string()),
        field("placement", placement(KITCHEN).to_string()),
        field("back", back),
    ];
    send(tried.site(), &tried.mette, NO, &form).await
}

async fn text(site: &Site, session: &str, address: &str) -> String {
    let (status, page) = read(site, session, address).await;
    assert_eq!(status, 200, "{address}: {page}");
    page
}

/// The change that a note offers to take back.
fn change(place: &str) -> String {
    let (_, rest) = place.split_once("change=").expect(place);
    rest.split(['&', '#']).next().unwrap().to_owned()
}

#[tokio::test]
async fn a_companys_no_is_one_press_told_to_the_person_and_taken_back_whole() {
    let tried = Tried::new().await;
    let (site, mette, samira) = (tried.site(), &tried.mette, &tried.samira);
    tried.say_yes().await;
    let list = "/desk/courses".to_owned();
    for address in [&her_page(), &place_page(), &list] {
        let page = text(site, mette, address).await;
        assert!(
            page.contains("De siger nej denne gang") && page.contains("Begynd forløb"),
            "{page}"
        );
    }
    let (status, place) = press(&tried, "").await;
    assert!(
        status == 303 && place.starts_with("/desk/courses?done=company-no&change="),
        "{place}"
    );
    let page = text(site, mette, &place).await;
    assert!(
        page.contains("De to vises ikke for hinanden mere") && page.contains("Fortryd"),
        "{page}"
    );
    // At the desk there is neither a yes nor a pair, and nothing says why.
    for address in [&her_page(), &list] {
        let page = text(site, mette, address).await;
        assert!(!page.contains(WAITS) && !page.contains("De siger nej"), "{page}");
        assert!(!page.contains(&placement(KITCHEN).to_string()), "{address}");
    }
    let page = text(site, mette, &place_page()).await;
    assert!(!page.contains(&candidate("Samira").to_string()), "{page}");
    assert_eq!(tried.talk().await.0, 404, "there is no yes to begin on");
    // She is not left to wait. Nobody has to be asked for more, and whom to call she reads beside it.
    let home = text(site, samira, HOME).await;
    assert!(home.contains(SAID) && home.contains("12 34 57 00"), "{home}");
    assert_eq!(
        read(site, samira, &format!("{HOME}/asks/{}", placement(KITCHEN))).await.0,
        404
    );
    assert!(
        !text(site, samira, "/my-work/not").await.contains(KITCHEN),
        "it is not her no"
    );
    // It was a mistake.
    let undo = [field("change", change(&place))];
    let (status, to) = send(site, mette, "/desk/undo", &undo).await;
    assert!(
        status == 303 && to.contains("done=taken-back") && to.starts_with(&her_page()),
        "{to}"
    );
    assert!(text(site, mette, &list).await.contains(WAITS));
    assert!(text(site, mette, &place_page()).await.contains("Begynd forløb"));
    let home = text(site, samira, HOME).await;
    assert!(!home.contains(SAID) && home.contains("Det har du sagt ja til"), "{home}");
    let (_, to) = send(site, mette, "/desk/undo", &undo).await;
    assert!(to.contains("done=nothing"), "once: {to}");
    assert_eq!(tried.talk().await.0, 303);
}

#[tokio::test]
async fn whoever_was_told_no_takes_it_away_when_they_like() {
    let tried = Tried::new().await;
    let site = tried.site();
    tried.say_yes().await;
    let (_, place) = press(&tried, "person").await;
    assert!(place.starts_with(&format!("{}?done=company-no", her_page())), "{place}");
    // It stays, also when the yes would have run out.
    tried.clock.advance(40 * DAY);
    let samira = site.sign_in("Samira").await;
    assert!(text(site, &samira, HOME).await.contains(SAID));
    let address = format!("{HOME}/asks/{}", placement(KITCHEN));
    let (status, to) = send(site, &samira, &address, &[field("answer", "away")]).await;
    assert_eq!((status, to.as_str()), (303, "/my-work?done=away&lang=da"));
    let home = text(site, &samira, HOME).await;
    assert!(
        !home.contains(SAID) && !home.contains(&placement(KITCHEN).to_string()),
        "{home}"
    );
}

#[tokio::test]
async fn once_a_course_has_begun_it_ends_in_its_own_way() {
    let tried = Tried::new().await;
    tried.say_yes().await;
    let (_, course) = tried.talk().await;
    let (status, place) = press(&tried, "place").await;
    assert_eq!(status, 303);
    assert!(place.starts_with(&format!("{}?done=no-yes", place_page())), "{place}");
    assert!(text(tried.site(), &tried.mette, &place).await.contains("Intet er gemt."));
    assert_eq!(read(tried.site(), &tried.mette, &course).await.0, 200);
    assert!(!text(tried.site(), &tried.samira, HOME).await.contains(SAID));
}
