//! The family sees exactly what another member sees.

use super::{at_noon, lund, paper, read};
use shared::plan::{Audience, Role};
use tests::server::Database;
use tests::socket::{TestSocket, dream};

/// The plan itself, out of a page.
fn plan_in(page: &str) -> &str {
    let begin = page.find("<article class=\"plain\">").expect("a plan");
    let end = page.find("</article>").expect("its end");
    &page[begin..end]
}

#[tokio::test]
async fn it_is_to_the_byte_what_that_member_reads() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let session = server.site.sign_in("Maja").await;
    let mut maja = server.site.open(&session, lund()).await;
    maja.ask(dream("Det er kun os", Audience::Family)).await;
    let mut compared = 0;
    for household in backend::demo::households()
        .iter()
        .filter(|household| household.plan_id == lund())
    {
        for chair in household.chairs.iter().filter(|chair| !chair.name.starts_with("Maja")) {
            let first = chair.name.split(' ').next().unwrap();
            let theirs = server.site.sign_in(first).await;
            let (_, own) = read(&server.site, &theirs, &format!("/plans/{}", lund())).await;
            let address = paper(&format!("as/{}", maja.member(first)));
            let (status, seen) = read(&server.site, &session, &address).await;
            assert_eq!(status, 200);
            assert_eq!(plan_in(&seen), plan_in(&own), "{first}");
            assert_eq!(seen.contains("Det er kun os"), chair.role == Role::Family, "{first}");
            let name = &maja.plan.member(maja.member(first)).unwrap().name;
            assert!(seen.contains(&format!("Sådan ser {name} planen. Du kan ikke ændre noget her.")));
            assert_eq!(seen.matches("<form").count(), 1, "the one to sign out with");
            compared += 1;
        }
    }
    assert!(compared >= 3, "only {compared}");
}

#[tokio::test]
async fn one_who_sees_nothing_is_said_to_and_it_is_the_family_alone_who_asks() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let session = server.site.sign_in("Maja").await;
    let maja = server.site.open(&session, lund()).await;
    let child = of_role(&maja, Role::Child);
    let (status, page) = read(&server.site, &session, &paper(&format!("as/{child}"))).await;
    assert_eq!(status, 200);
    assert!(page.contains("ser ingen kort."));
    let gone = maja.plan.members().find(|member| member.left_at.is_some());
    if let Some(gone) = gone {
        let (_, page) = read(&server.site, &session, &paper(&format!("as/{}", gone.member_id))).await;
        assert!(page.contains("er ikke ved bordet mere") && !page.contains("<article"));
    }
    let karin = server.site.sign_in("Karin").await;
    for address in [paper("as"), paper(&format!("as/{child}"))] {
        assert_eq!(read(&server.site, &karin, &address).await.0, 404, "{address}");
    }
    let nobody = shared::ids::MemberId::MAX;
    assert_eq!(read(&server.site, &session, &paper(&format!("as/{nobody}"))).await.0, 404);
}

fn of_role(socket: &TestSocket, role: Role) -> shared::ids::MemberId {
    let mut members = socket.plan.members();
    members
        .find(|member| member.role == role)
        .expect("someone of that role")
        .member_id
}
