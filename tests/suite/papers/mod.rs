//! The papers around the table: pages of our own that read a plan and change it, without a script.

mod aloud;
mod card;
mod companies;
mod company_no;
mod consents;
mod courses;
mod decide;
mod desk;
mod entrance;
mod export;
mod follow_up;
mod help;
mod history;
mod leads;
mod looked;
mod messages;
mod movement;
mod my_part;
mod my_work;
mod people;
mod profile;
mod removal;
mod see_as;
mod signals;
mod skills;
mod stale;
mod start;
mod yeses;

use backend::Config;
use backend::clock::Clock;
use shared::ids::{Millis, PlanId};
use tests::server::{Database, TestServer};
use tests::socket::{Site, plan_of};

/// Noon in Denmark on a Thursday.
const NOON: Millis = 1_794_481_200_000;

/// A server whose clock stands still until it is moved.
async fn at_noon(database: &Database) -> (TestServer, Clock) {
    let clock = Clock::at(NOON);
    let config = Config {
        clock: clock.clone(),
        ..database.demo()
    };
    (TestServer::with(config).await, clock)
}

/// A page in Danish, as someone reads it.
async fn read(site: &Site, session: &str, address: &str) -> (u16, String) {
    read_in("da", site, session, address).await
}

async fn read_in(lang: &str, site: &Site, session: &str, address: &str) -> (u16, String) {
    let joint = if address.contains('?') { '&' } else { '?' };
    let ask = site.http.get(site.url(&format!("{address}{joint}lang={lang}")));
    let answer = ask.bearer_auth(session).send().await.expect("an answer");
    (answer.status().as_u16(), answer.text().await.expect("a text"))
}

/// Sends a form as its page does; answers with the status, and where to go then or else the page.
async fn send(site: &Site, session: &str, address: &str, fields: &[(&str, String)]) -> (u16, String) {
    let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let body: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    let post = site
        .http
        .post(site.url(&format!("{address}?lang=da")))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", site.origin());
    let answer = post
        .bearer_auth(session)
        .body(body.join("&"))
        .send()
        .await
        .expect("an answer");
    let status = answer.status().as_u16();
    match answer.headers().get("location") {
        Some(place) => (status, place.to_str().expect("an address").to_owned()),
        None => (status, answer.text().await.expect("a text")),
    }
}

fn lund() -> PlanId {
    plan_of("Lund")
}

/// The address of one of the Lunds' papers.
fn paper(slug: &str) -> String {
    format!("/plans/{}/{slug}", lund())
}
