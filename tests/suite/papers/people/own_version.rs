//! "Change": a yes to the family's own version of who comes to the table.

use super::super::{at_noon, lund, paper, read, send};
use super::{done, form, hidden, seated};
use shared::plan::{Member, Role};
use tests::server::Database;
use tests::socket::{Site, TestSocket, new_id};

/// The page on which the family changes the one proposal that waits, reached as a reader reaches it.
async fn opened(site: &Site, session: &str) -> String {
    let (_, page) = read(site, session, &paper("people")).await;
    let (_, link) = page.split_once("people?change=").expect("the way to change it");
    let id = link.split(['&', '"']).next().unwrap();
    let (status, page) = read(site, session, &paper(&format!("people?change={id}"))).await;
    assert_eq!(status, 200);
    assert!(page.contains("Hvordan skal det være i stedet?"), "{page}");
    page
}

fn own(page: &str, fields: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let begin = [("proposal_id", hidden(page, "proposal_id")), ("seen", hidden(page, "seen"))];
    form("change-proposal", &[&begin, fields].concat())
}

async fn come(socket: &mut TestSocket, name: &str) -> Member {
    let is_it = |member: &&std::sync::Arc<Member>| member.name == name;
    socket
        .until("the new one", |socket| socket.plan.members().any(|member| is_it(&member)))
        .await;
    Member::clone(socket.plan.members().find(is_it).unwrap())
}

#[tokio::test]
async fn the_family_changes_who_is_proposed_before_it_says_yes() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let karins = site.sign_in("Karin").await;
    let proposed = [
        ("name", "Nina Holst"),
        ("role", "Professional"),
        ("relation", "sundhedsplejerske"),
        ("purpose", "se til Ellie"),
        ("phone", "12 34 56 00"),
        ("why", "Hun bor om hjørnet"),
    ];
    done(site, &karins, "add", &proposed).await;
    // It is the family's to change.
    let (_, page) = read(site, &karins, &paper("people")).await;
    assert!(page.contains("Nina Holst") && !page.contains("people?change="));
    let page = opened(site, &hers).await;
    for value in ["Nina Holst", "sundhedsplejerske", "12 34 56 00"] {
        assert!(page.contains(&format!("value=\"{value}\"")), "{value} is not in {page}");
    }
    assert!(page.contains("Hun bor om hjørnet") && page.contains("value=\"Professional\" checked"));
    // Refused, it says why, and what was written stands there still.
    let nameless = own(&page, &[("name", " "), ("role", "Guest"), ("relation", "en ven")]);
    let (status, again) = send(site, &hers, &paper("people"), &nameless).await;
    assert!(status == 422 && again.contains("Det blev ikke gemt") && again.contains("value=\"en ven\""));
    assert!(again.contains("value=\"Guest\" checked") && again.contains("Hun bor om hjørnet"));
    let other = form(
        "change-proposal",
        &[
            ("proposal_id", hidden(&page, "proposal_id")),
            ("seen", "0000000000000000"),
            ("name", "Nina"),
            ("role", "Guest"),
        ],
    );
    assert_eq!(
        send(site, &hers, &paper("people"), &other).await.0,
        422,
        "a yes to something else"
    );
    let changed = [
        ("name", "Nina"),
        ("role", "Guest"),
        ("relation", "en ven af Karin"),
        ("purpose", "drikke kaffe"),
        ("phone", ""),
    ];
    let (status, place) = send(site, &hers, &paper("people"), &own(&page, &changed)).await;
    assert!(status == 303 && place.contains("done=saved"), "{status} {place}");
    let nina = come(&mut maja, "Nina").await;
    assert_eq!(
        (nina.role, nina.relation.as_str(), nina.purpose.as_str(), nina.phone),
        (Role::Guest, "en ven af Karin", "drikke kaffe", None)
    );
    let (_, page) = read(site, &hers, &paper("people")).await;
    assert!(!page.contains("foreslår, at") && !page.contains("Nina Holst"));
    // Of what is answered there is nothing to change: the people stand there instead.
    let gone = format!("people?change={}", new_id());
    assert!(read(site, &hers, &paper(&gone)).await.1.contains("Jeres pen"));
}

#[tokio::test]
async fn whoever_asks_gets_the_seat_as_the_family_writes_it() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (hers, mut maja) = seated(&server, "Maja").await;
    let lones = site.sign_in("Lone").await;
    let wish = [
        ("change_id", new_id().to_string()),
        ("relation", "Livs danskhjælper".to_owned()),
        ("purpose", "læse med Liv".to_owned()),
    ];
    assert_eq!(send(site, &lones, &paper("seat"), &wish).await.0, 303);
    let page = opened(site, &hers).await;
    // She wants to open the plan, which not every seat does.
    assert!(page.contains("value=\"Network\"") && !page.contains("value=\"Interpreter\""));
    let changed = [
        ("name", "Lone"),
        ("role", "Network"),
        ("relation", "vores ven"),
        ("purpose", "læse med Liv"),
    ];
    assert_eq!(send(site, &hers, &paper("people"), &own(&page, &changed)).await.0, 303);
    let member = come(&mut maja, "Lone").await;
    assert_eq!((member.role, member.relation.as_str()), (Role::Network, "vores ven"));
    let lone = site.open(&lones, lund()).await;
    assert_eq!(lone.member_id, member.member_id);
}
