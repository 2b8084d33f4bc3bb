//! axe finds nothing on any page, in any language, light or dark, with a menu or a dialog open.

use serde_json::{Value, json};
use tests::browser::Town;
use tests::browser::Window;

const AXE: &str = include_str!("../vendor/axe/axe.min.js");

pub async fn assert_accessible(window: &Window, what: &str) {
    window.ask(&format!("{AXE}; return true"), vec![]).await;
    // As tall as the page: what only lies under the bar at the bottom until one scrolls is not out of reach.
    window.as_tall_as_the_page().await;
    let script = "const done = arguments[arguments.length - 1];
        axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
           .then(r => done(r.violations.map(v => v.id + ': ' + v.help + ' — ' + v.nodes.map(n => n.target.flat().join(' ') + ' ' + (n.any[0]?.message ?? '')).join('; '))), e => done([String(e)]))";
    let found = window.driver.execute_async(script, vec![]).await.expect("axe runs");
    let found: Vec<String> = found.convert().expect("a list of findings");
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_on_any_page() {
    let town = Town::new().await;
    let window = Window::open(1280, 1000).await;
    for page in ["/", "/api", "/problems/not-found", "/no-such-page"] {
        window.go(&town.url(page)).await;
        assert_accessible(&window, page).await;
    }
    for (width, lang, dark) in [
        (1280, "da", false),
        (390, "da", true),
        (1280, "ar-XB", true),
        (390, "en-XA", false),
    ] {
        let window = town.window_in("Maja", width, 1000, lang).await;
        let scheme = json!({"features": [{"name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" }}]});
        window.devtools("Emulation.setEmulatedMedia", scheme).await;
        assert_accessible(&window, &format!("the board at {width} in {lang}, dark: {dark}")).await;
        window
            .picture(&format!("board-{width}-{lang}-{}", if dark { "dark" } else { "light" }))
            .await;
        window.until("a move menu", "const e = board().querySelector('[data-move]'); if (!e) return false; e.click(); return !!board().querySelector('.menu')", vec![]).await;
        assert_accessible(&window, &format!("the move menu at {width} in {lang}")).await;
        window.press("Escape").await;
        window.until("an editor", "const e = board().querySelector('[data-edit]'); if (!e) return false; e.click(); return !!board().querySelector('dialog')", vec![]).await;
        assert_accessible(&window, &format!("the editor at {width} in {lang}")).await;
    }
}

/// The papers around the table, as the links between them name them, and one card's own page.
async fn papers(window: &Window) -> Vec<String> {
    let links = window
        .ask(
            "return [...document.querySelectorAll('nav.papers a')].map(e => e.href).concat(
               [...board().querySelectorAll('[data-card]')].slice(0, 1).map(e => location.href.replace('?', `/cards/${e.dataset.card}?`)))",
            vec![],
        )
        .await;
    serde_json::from_value(links).expect("addresses")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_on_the_papers_and_nothing_is_wider_than_the_screen() {
    let town = Town::new().await;
    for (name, width, lang, dark) in [
        ("Maja", 390, "da", false),
        ("Maja", 1280, "ar-XB", true),
        ("Karin", 390, "en-XA", true),
    ] {
        let window = town.window_in(name, width, 1000, lang).await;
        let scheme = json!({"features": [{"name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" }}]});
        window.devtools("Emulation.setEmulatedMedia", scheme).await;
        let papers = papers(&window).await;
        assert!(papers.len() > 8, "{papers:?}");
        for paper in papers {
            window.go(&paper).await;
            assert_accessible(&window, &format!("{paper} as {name}, dark: {dark}")).await;
            let wide = window
                .ask("return document.documentElement.scrollWidth - innerWidth", vec![])
                .await;
            assert!(wide.as_i64() <= Some(0), "{paper} at {width} is {wide} too wide");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_on_the_pages_of_ones_own_work() {
    let town = Town::new().await;
    for (name, width, lang, dark) in [
        ("Maja", 390, "da", false),
        ("Maja", 1280, "ar-XB", true),
        ("Maja", 390, "en-XA", true),
        // She has begun, and another has had something signed.
        ("Rahel", 390, "ar-XB", true),
        ("Samira", 390, "da", false),
    ] {
        let window = town.window_on("/healthz", name, width, 1000).await;
        let scheme = json!({"features": [{"name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" }}]});
        window.devtools("Emulation.setEmulatedMedia", scheme).await;
        let mut pages: Vec<String> = ["", "/profile", "/week", "/not", "/seen", "/messages"]
            .map(|page| town.url(&format!("/my-work{page}?lang={lang}")))
            .into();
        window.go(&pages[0]).await;
        pages.push(town.url(&format!("/my-work?leaves=24&home_by=80&by=&longest=90&lang={lang}")));
        let asks = window
            .ask(
                "return [...document.querySelectorAll('a[href*=\"/my-work/asks/\"]')].slice(0, 1).map(e => e.href)",
                vec![],
            )
            .await;
        pages.extend(serde_json::from_value::<Vec<String>>(asks).expect("addresses"));
        for page in pages {
            window.go(&page).await;
            assert_accessible(&window, &format!("{page} at {width}, dark: {dark}")).await;
            let wide = window
                .ask("return document.documentElement.scrollWidth - innerWidth", vec![])
                .await;
            assert!(wide.as_i64() <= Some(0), "{page} at {width} is {wide} too wide");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_was_not_taken_begins_with_what_is_wrong_and_leads_to_its_fields() {
    let town = Town::new().await;
    for (name, page, width, lang, dark) in [
        ("Samira", "/my-work/profile", 390, "da", false),
        ("Mette Lindholm", "/desk/people/new", 1280, "en", false),
        ("Mette Lindholm", "/desk/places/new", 390, "ar-XB", true),
        ("Mette Lindholm", "/desk/companies/new", 1280, "ar-XB", true),
    ] {
        let window = town.window_on("/healthz", name, width, 1000).await;
        let scheme = json!({"features": [{"name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" }}]});
        window.devtools("Emulation.setEmulatedMedia", scheme).await;
        window.go(&town.url(&format!("{page}?lang={lang}"))).await;
        let send = "const form = document.querySelector('main :is(form.profile, form.desk-form)');
            const name = form.querySelector('#first_name'); if (name) name.value = '';
            form.submit(); return true";
        window.ask(send, vec![]).await;
        let begins = "return !!document.activeElement?.matches('.trouble')";
        window.until("the head of what is wrong", begins, vec![]).await;
        assert_accessible(&window, &format!("{page}, not taken, at {width} in {lang}, dark: {dark}")).await;
        let wide = window
            .ask("return document.documentElement.scrollWidth - innerWidth", vec![])
            .await;
        assert!(wide.as_i64() <= Some(0), "{page} at {width} is {wide} too wide");
        let links = window
            .ask("return document.querySelectorAll('.trouble a').length", vec![])
            .await;
        assert!(links.as_u64() > Some(0), "{page}");
        for link in 0..links.as_u64().unwrap_or_default() {
            window
                .ask(
                    "document.querySelectorAll('.trouble a')[arguments[0]].click(); return true",
                    vec![json!(link)],
                )
                .await;
            let at_field = "const link = document.querySelectorAll('.trouble a')[arguments[0]], field = document.activeElement;
                const told = (field.getAttribute('aria-describedby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent);
                return field.id === decodeURIComponent(link.hash.slice(1)) && field.ariaInvalid === 'true' && told.some(text => text && link.textContent.includes(text))";
            window.until("the field with its word", at_field, vec![json!(link)]).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_at_the_desk_and_at_the_companies_entrance() {
    let town = Town::new().await;
    for (width, lang, dark) in [
        (390, "da", false),
        (1280, "ar-XB", true),
        (390, "en-XA", true),
        (1280, "da", false),
    ] {
        let window = town.window_on("/healthz", "Mette Lindholm", width, 1000).await;
        let scheme = json!({"features": [{"name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" }}]});
        window.devtools("Emulation.setEmulatedMedia", scheme).await;
        let mut pages: Vec<String> = [
            "/company-entry",
            "/company-entry?done=sent",
            "/desk/signals",
            "/desk/courses",
            "/desk/courses?q=ingenting",
            "/desk/companies",
            "/desk/companies/new",
            "/desk/places",
            "/desk/places?near=Hedensted&km=10&kind=PaidHours&within=man-fre+8-16",
            "/desk/places?q=ingenting",
            "/desk/places/new",
            "/desk/people",
            "/desk/people?near=Uldum&km=10&language=ar&waited=4&since=0",
            "/desk/people?free=mandag+25-26&q=ingenting",
            "/desk/rules",
            "/desk/exchange",
        ]
        .map(|page| town.url(&format!("{page}{}lang={lang}", if page.contains('?') { '&' } else { '?' })))
        .into();
        for (list, first) in [
            ("/desk/companies", ".company-list h2 a"),
            ("/desk/places", ".place-list h2 a"),
            ("/desk/people", ".person-row a"),
            // One that is applied for, and one that waits to be signed.
            ("/desk/courses?q=ole", ".course-list h2 [data-row]"),
            ("/desk/courses?q=kim", ".course-list h2 [data-row]"),
        ] {
            let joint = if list.contains('?') { '&' } else { '?' };
            window.go(&town.url(&format!("{list}{joint}lang={lang}"))).await;
            let found = window
                .ask(&format!("return document.querySelector('{first}').href"), vec![])
                .await;
            let found = found.as_str().expect("the first of the list").to_owned();
            if list == "/desk/places" {
                pages.push(found.replace('?', "/edit?"));
            }
            if list.ends_with("ole") {
                pages.push(found.replace('?', "/sheet?"));
            }
            pages.push(found);
        }
        for page in pages {
            window.go(&page).await;
            // Every form lies open.
            window
                .ask(
                    "for (const e of document.querySelectorAll('details')) e.open = true; return true",
                    vec![],
                )
                .await;
            assert_accessible(&window, &format!("{page} at {width}, dark: {dark}")).await;
            let wide = window
                .ask("return document.documentElement.scrollWidth - innerWidth", vec![])
                .await;
            assert!(wide.as_i64() <= Some(0), "{page} at {width} is {wide} too wide");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_where_a_question_is_read_aloud_and_at_the_door_to_ones_own_page() {
    let town = Town::new().await;
    for (width, lang, dark) in [(390, "da", false), (1280, "ar-XB", true)] {
        let window = town.window_on("/healthz", "Mette Lindholm", width, 1000).await;
        let scheme = json!({"features": [{"name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" }}]});
        window.devtools("Emulation.setEmulatedMedia", scheme).await;
        let at = async |what: &str| {
            assert_accessible(&window, &format!("{what} at {width}, dark: {dark}")).await;
            let wide = window
                .ask("return document.documentElement.scrollWidth - innerWidth", vec![])
                .await;
            assert!(wide.as_i64() <= Some(0), "{what} at {width} is {wide} too wide");
        };
        let person = async |name: &str| {
            window.go(&town.url(&format!("/desk/people?q={name}&lang={lang}"))).await;
            let found = window
                .ask("return document.querySelector('.person-row a').href", vec![])
                .await;
            found.as_str().expect("somebody").to_owned()
        };
        let press = async |button: &str| {
            let script = format!("document.querySelector('{button}').click(); return true");
            window.ask(&script, vec![]).await;
        };
        window.go(&person("Samira").await).await;
        press("form[action*=\"/ask\"] button").await;
        let find = "const e = document.querySelector('a[href*=\"/aloud\"]'); return e ? e.href : false";
        let aloud = window.until("the question", find, vec![]).await;
        window.go(aloud.as_str().expect("an address")).await;
        at("the question").await;
        window.go(&person("Inge").await.replace('?', "/edit?")).await;
        press("form[action*=\"/own-page\"] button").await;
        let find = "const e = document.querySelector('.course-link input'); return e ? e.value : false";
        let link = window.until("the link", find, vec![]).await;
        at("the link").await;
        let link = link.as_str().expect("an address");
        for door in [link.to_owned(), town.url("/own-page/nothing")] {
            window.go(&format!("{door}?lang={lang}")).await;
            at("the door").await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_button_is_large_enough_for_a_thumb() {
    let town = Town::new().await;
    for width in [390, 1280] {
        let window = town.window_of("Maja", width, 1000).await;
        let small = window
            .ask(
                "return [...board().querySelectorAll('button, a[href], input, select, textarea')].filter(e => e.checkVisibility({visibilityProperty: true}))
                   .map(e => [e.textContent.trim() || e.getAttribute('aria-label') || e.name, e.getBoundingClientRect()])
                   .filter(([, r]) => r.width > 0 && (r.width < 43.5 || r.height < 43.5)).map(([name, r]) => `${name}: ${Math.round(r.width)} × ${Math.round(r.height)}`)",
                vec![],
            )
            .await;
        assert_eq!(small, Value::Array(vec![]), "at {width}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_telephone_number_runs_from_left_to_right_also_for_those_who_read_from_the_right() {
    let town = Town::new().await;
    let window = town.window_in("Maja", 1280, 1000, "ar-XB").await;
    // Where the digits of each number stand, from the first to the last.
    let places = window
        .ask(
            "return [...board().querySelectorAll('a[href^=\"tel:\"]')].map(link => {
               const places = [], texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
               while (texts.nextNode()) for (let i = 0; i < texts.currentNode.length; i++) {
                 if (!/[0-9]/.test(texts.currentNode.data[i])) continue;
                 const range = new Range(); range.setStart(texts.currentNode, i); range.setEnd(texts.currentNode, i + 1);
                 places.push(range.getBoundingClientRect().left);
               }
               return places;
             })",
            vec![],
        )
        .await;
    let places: Vec<Vec<f64>> = serde_json::from_value(places).expect("places");
    assert!(places.len() >= 2, "the contact and the stand-in can be called");
    for number in places {
        assert!(number.len() == 8 && number.is_sorted(), "{number:?}");
    }
}
