//! The desk's filters and saved searches: what is found is what was asked for, and a search is nobody else's.

use super::{NOON, at_noon, read, send};
use backend::demo::Demo;
use backend::matching::store::Thing;
use shared::day::Day;
use shared::matching::candidate::{Candidate, Status};
use shared::matching::placement::{Placement, Workplace};
use shared::matching::shift::final_hours;
use shared::matching::words::{Kind, Language};
use std::collections::BTreeMap;
use tests::server::Database;

fn things() -> Vec<Thing> {
    let work = Demo::read().and_then(|demo| demo.work_on(Day::in_denmark(NOON)));
    work.expect("the demo can be read").things
}

fn people() -> Vec<Candidate> {
    let people = things().into_iter().filter_map(|thing| match thing {
        Thing::Candidate(candidate) => Some(*candidate),
        _ => None,
    });
    people.collect()
}

/// Every placement, with where it is.
fn places() -> Vec<(Placement, Workplace)> {
    let (mut placements, mut workplaces) = (Vec::new(), BTreeMap::new());
    for thing in things() {
        match thing {
            Thing::Placement(placement) => placements.push(*placement),
            Thing::Workplace(workplace) => drop(workplaces.insert(workplace.id, workplace)),
            Thing::Company(_) | Thing::Candidate(_) => {}
        }
    }
    let placed = placements.into_iter().map(|placement| {
        let workplace = workplaces[&placement.workplace].clone();
        (placement, workplace)
    });
    placed.collect()
}

/// What stands between each of these two, in order.
fn between(page: &str, before: &str, after: &str) -> Vec<String> {
    let parts = page.split(before).skip(1).filter_map(|rest| rest.split(after).next());
    parts.map(str::to_owned).collect()
}

fn names_on(page: &str) -> Vec<String> {
    between(page, "<span class=\"name\"><bdi>", "</bdi>")
}

/// The titles of the places that are open.
fn titles_on(page: &str) -> Vec<String> {
    let open = page.split("data-rows=\"places\"").nth(1).expect("the list");
    let mut titles = between(open.split("</ol>").next().expect("its end"), "<p dir=\"auto\">", "</p>");
    titles.sort();
    titles
}

#[tokio::test]
async fn people_are_found_by_where_they_live_what_they_want_and_when() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let today = Day::in_denmark(NOON);
    let speaks_arabic = |one: &Candidate| {
        one.speaks
            .iter()
            .any(|spoken| spoken.language == Language::new("ar").unwrap())
    };
    let at_home = |one: &Candidate| one.home.community == "Uldum";
    type Keeps<'a> = &'a dyn Fn(&Candidate) -> bool;
    let asked: [(&str, Keeps<'_>); 8] = [
        ("near=Uldum", &at_home),
        ("language=ar", &speaks_arabic),
        ("kind=WageSubsidy", &|one| one.terms.kinds.contains(Kind::WageSubsidy)),
        ("status=Pause", &|one| one.status == Status::Pause),
        ("hours=11-20", &|one| (41..=80).contains(&one.hours.hoped.0)),
        ("waited=26", &|one| today.days_since(one.waiting_since) >= 26 * 7),
        ("days=yes", &|one| one.day_jobs),
        // Tuesday from nine to twelve: the quarter hours 36 to 47 of the second day, in every week.
        ("free=tirsdag+9-12", &|one| {
            let free = |at| one.free.even.contains(at) && one.free.odd.contains(at);
            (96 + 36..96 + 48).all(free)
        }),
    ];
    for (query, holds) in asked {
        let mut expected: Vec<Candidate> = people().into_iter().filter(|one| holds(one)).collect();
        expected.sort_by_key(|one| (one.waiting_since, one.id));
        let expected: Vec<String> = expected.into_iter().map(|one| one.first_name).collect();
        assert!(
            !expected.is_empty() && expected.len() < people().len(),
            "{query} tells nobody apart"
        );
        let (_, page) = read(site, &mette, &format!("/desk/people?{query}")).await;
        assert_eq!(names_on(&page), expected, "{query}");
        let count = format!("{} af {}", expected.len(), people().len());
        assert!(page.contains(&count), "{query}: {count}");
        assert_eq!(between(&page, "<a class=\"chip\"", "</a>").len(), 1, "{query}");
    }
    // Two narrow together, and each is taken away alone.
    let (_, page) = read(site, &mette, "/desk/people?near=Uldum&km=10&language=ar").await;
    let chips = between(&page, "<a class=\"chip\" href=\"", "\"");
    assert_eq!(
        chips,
        [
            "/desk/people?language=ar&amp;lang=da",
            "/desk/people?near=Uldum&amp;km=10&amp;lang=da"
        ]
    );
    let around: Vec<String> = names_on(&page);
    assert!(around.contains(&"Samira".to_owned()), "{around:?}");
    // The search keeps what the list is narrowed to, and a person leads back to the same list.
    assert!(page.contains("name=\"language\" value=\"ar\""));
    let person = between(&page, "<li class=\"person-row\"><a href=\"", "\"");
    assert!(person[0].contains("near=Uldum&amp;km=10&amp;language=ar"), "{person:?}");
}

#[tokio::test]
async fn nobody_is_found_by_what_they_cannot_and_hours_that_mean_nothing_are_told() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let everybody = people().len();
    for query in [
        "cannot=LiftHeavy",
        "placement_weeks=4",
        "outside_ratio=true",
        "age=Adult",
        "near=Atlantis",
    ] {
        let (_, page) = read(site, &mette, &format!("/desk/people?{query}")).await;
        assert_eq!(names_on(&page).len(), everybody, "{query}");
        assert!(!page.contains("class=\"chip\""), "{query}");
    }
    let (_, page) = read(site, &mette, "/desk/people?free=mandag+25-26").await;
    assert_eq!(names_on(&page).len(), everybody);
    for said in ["value=\"mandag 25-26\"", "aria-invalid=\"true\"", "id=\"filter-free\""] {
        assert!(page.contains(said), "{said}");
    }
    // Where nobody is found, the way back stands there.
    let (_, page) = read(site, &mette, "/desk/people?q=ingen+hedder+det").await;
    assert!(page.contains("Fjern et filter") && page.contains("href=\"/desk/people?lang=da\""));
}

/// Over the phone one hears a name and writes it as it sounds.
#[tokio::test]
async fn a_slip_in_a_name_finds_the_one_that_was_meant() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let people = async |typed: &str| names_on(&read(site, &mette, &format!("/desk/people?q={typed}")).await.1);
    for (typed, meant) in [("samria", "samira"), ("uldm", "uldum"), ("hedensteed", "hedensted")] {
        let found = people(meant).await;
        assert!(!found.is_empty() && found.len() < self::people().len(), "{meant}");
        assert_eq!(people(typed).await, found, "{typed}");
    }
    let titles = async |typed: &str| titles_on(&read(site, &mette, &format!("/desk/places?q={typed}")).await.1);
    let found = titles("t%C3%B8rring").await;
    assert!(!found.is_empty() && found.len() < places().len());
    assert_eq!(titles("t%C3%B8ring").await, found);
    assert_eq!(titles("torring").await, found, "without Danish letters");
    for typed in ["kobmand", "k%C3%B8bmannd"] {
        let (_, companies) = read(site, &mette, &format!("/desk/companies?q={typed}")).await;
        assert!(companies.contains("Købmand Lærke"), "{typed}");
    }
    let (_, courses) = read(site, &mette, "/desk/courses?q=rahl").await;
    assert!(courses.contains("course-row") && courses.contains("Rahel"));
}

#[tokio::test]
async fn places_are_found_by_what_a_consultant_asks_every_day() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let today = Day::in_denmark(NOON);
    type Holds<'a> = &'a dyn Fn(&Placement, &Workplace) -> bool;
    let asked: [(&str, Holds<'_>); 7] = [
        ("near=Hedensted", &|_, at| at.site.community == "Hedensted"),
        ("kind=DayJob", &|one, _| one.kind == Kind::DayJob),
        ("hours=1-10", &|one, _| (1..=40).contains(&final_hours(&one.shifts).0)),
        ("danish=none", &|one, _| {
            one.must_speak.iter().all(|spoken| spoken.language != Language::DANISH)
        }),
        ("mentor=yes", &|one, _| one.mentor),
        ("expiring=yes", &|one, _| one.expires <= today.plus(3)),
        ("within=man-fre+7-16", &|one, _| {
            let by_day = |quarter: u16| quarter / 96 < 5 && (28..64).contains(&(quarter % 96));
            let weeks = one.shifts.iter().map(|shift| shift.weeks());
            let all = weeks.fold(shared::matching::week::Weeks::EMPTY, |all, weeks| all | weeks);
            !one.shifts.is_empty() && (0..672).all(|at| by_day(at) || !(all.even.contains(at) || all.odd.contains(at)))
        }),
    ];
    let open: Vec<(Placement, Workplace)> = places().into_iter().filter(|(one, _)| today <= one.expires).collect();
    for (query, holds) in asked {
        let found = open.iter().filter(|(one, at)| holds(one, at));
        let mut expected: Vec<String> = found.map(|(one, _)| one.title.clone()).collect();
        expected.sort();
        assert!(expected.len() < open.len(), "{query} tells no two apart");
        let (_, page) = read(site, &mette, &format!("/desk/places?{query}")).await;
        assert_eq!(titles_on(&page), expected, "{query}");
        assert!(page.contains(&format!("{} af {}", expected.len(), open.len())), "{query}");
    }
}

/// The fields of the form that saves what a page looks for.
fn to_save(query: &str, name: &str) -> Vec<(&'static str, String)> {
    vec![
        ("list", "people".into()),
        ("query", query.into()),
        ("do", "save".into()),
        ("name", name.into()),
    ]
}

#[tokio::test]
async fn a_saved_search_is_ones_own_says_what_is_new_and_is_taken_back() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let (mette, thomas) = (site.sign_in("Mette Lindholm").await, site.sign_in("Thomas Holm").await);
    let searches = "/desk/searches";
    let list = "/desk/people";
    // What is saved is what is understood, and nothing else of the address.
    let (_, place) = send(site, &mette, searches, &to_save("near=Uldum&done=x&cannot=y", "Uldum")).await;
    let id = between(&place, "search=", "&").remove(0);
    assert!(place.starts_with("/desk/people?near=Uldum&done=search-saved&"), "{place}");
    let (_, page) = read(site, &mette, list).await;
    assert!(page.contains("<bdi>Uldum</bdi>") && page.contains("/desk/people?near=Uldum&amp;since="));
    assert!(!read(site, &thomas, list).await.1.contains("<bdi>Uldum</bdi>"));
    assert!(!read(site, &mette, "/desk/places").await.1.contains("<bdi>Uldum</bdi>"));
    // Nobody else changes it.
    let change = |deed: &str, name: &str| {
        let mut fields = to_save("near=Uldum", name);
        fields[2].1 = deed.to_owned();
        fields.push(("search", id.clone()));
        fields
    };
    for deed in ["rename", "remove"] {
        assert_eq!(send(site, &thomas, searches, &change(deed, "Min")).await.0, 404, "{deed}");
    }
    // The name is taken, and there is none without one.
    for (query, name) in [("near=Barrit", "Uldum"), ("near=Barrit", "  ")] {
        let (_, place) = send(site, &mette, searches, &to_save(query, name)).await;
        assert!(place.contains("done=search-name"), "{place}");
    }
    let (_, place) = send(site, &mette, searches, &to_save("cannot=LiftHeavy", "Tom")).await;
    assert!(place.contains("done=nothing"), "{place}");

    // Samira's profile is written anew: one is new, until the search is opened.
    assert!(!read(site, &mette, list).await.1.contains("1 ny<"));
    let samira = people().into_iter().find(|one| one.first_name == "Samira").expect("her");
    save_profile(site, &mette, &samira).await;
    let (_, page) = read(site, &mette, list).await;
    assert!(page.contains("1 ny<"), "she is new");
    let opened = between(&page, "<a class=\"act\" href=\"/desk/people?near=Uldum", "\"").remove(0);
    let opened = format!(
        "/desk/people?near=Uldum{}",
        opened.replace("&amp;", "&").replace("&lang=da", "")
    );
    let (_, page) = read(site, &mette, &opened).await;
    assert!(page.contains("aria-current=\"true\"") && page.contains("ny eller ændret"));
    let (_, page) = read(site, &mette, list).await;
    assert!(!page.contains("1 ny<"), "she was seen");

    let (_, place) = send(site, &mette, searches, &change("rename", "Omkring Uldum")).await;
    assert!(
        place.contains("done=search-renamed") && place.contains("was=Uldum"),
        "{place}"
    );
    assert!(read(site, &mette, list).await.1.contains("<bdi>Omkring Uldum</bdi>"));
    let (_, place) = send(site, &mette, searches, &change("remove", "")).await;
    let (_, page) = read(site, &mette, &place.replace("&lang=da", "")).await;
    assert!(page.contains("Søgningen er fjernet.") && page.contains("value=\"restore\""));
    assert!(!page.contains("<bdi>Omkring Uldum</bdi>"));
    let (_, place) = send(site, &mette, searches, &change("restore", "")).await;
    assert!(place.contains("done=taken-back"), "{place}");
    assert!(read(site, &mette, list).await.1.contains("<bdi>Omkring Uldum</bdi>"));
    let (_, place) = send(site, &thomas, searches, &change("restore", "")).await;
    assert!(place.contains("done=nothing"), "{place}");
}

/// Sends the profile's form at the desk as it stands, but for the wish.
async fn save_profile(site: &tests::socket::Site, session: &str, candidate: &Candidate) {
    let address = format!("/desk/people/{}/edit", candidate.id);
    let (_, page) = read(site, session, &address).await;
    let fields = super::profile::filled(&page);
    let changed = super::profile::with(&fields, &[("wish", "Noget andet nu.")]);
    let (status, place) = send(site, session, &address, &changed).await;
    assert_eq!(status, 303, "{place}");
}

#[tokio::test]
async fn the_week_is_a_table_too() {
    let database = Database::sqlite();
    let (server, _) = at_noon(&database).await;
    let site = &server.site;
    let mette = site.sign_in("Mette Lindholm").await;
    let person = |name: &str| people().into_iter().find(|one| one.first_name == name).expect("a person").id;
    let place = |title: &str| {
        places()
            .into_iter()
            .find(|(one, _)| one.title == title)
            .expect("a place")
            .0
            .id
    };
    let (her, kitchen, shop) = (person("Samira"), place("Køkkenet på Lindelunden"), place("Varer på hylder"));
    let pages = [
        (format!("/desk/people/{her}?place={kitchen}"), 1, "Hjemmefra og hjem igen"),
        (format!("/desk/places/{kitchen}"), 1, "Vagt"),
        (format!("/desk/compare?person={her}&left={kitchen}&right={shop}"), 2, "Fri"),
    ];
    for (address, tables, head) in pages {
        let (_, page) = read(site, &mette, &address).await;
        let words = page.split("class=\"week-words\"").nth(1).expect("the week in words");
        let words = words.split("</details>").next().expect("its end");
        assert_eq!(words.matches("<caption>").count(), tables, "{address}");
        assert_eq!(words.matches("scope=\"row\"").count(), 7 * tables, "{address}");
        assert!(
            words.contains(&format!("scope=\"col\">{head}</th>")) && words.contains("data-key=\"t\""),
            "{address}"
        );
    }
}
