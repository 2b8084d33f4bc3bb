//! The board in a page of another site, under a strict policy and without a cookie of ours.

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use serde_json::json;
use std::net::SocketAddr;
use tests::browser::Town;
use tests::browser::Window;
use tests::socket::Site;
use tokio::net::TcpListener;

/// A municipality's own page, on its own origin.
async fn host_page(listener: TcpListener, board: SocketAddr, plan: &str, token: &str) {
    let page = format!(
        "<!doctype html><html lang='da'><head><meta charset='utf-8'><title>Kommunen</title>
         <script type='module' src='/page.js'></script>
         <script type='module' src='http://{board}/widget/family-plan-board.js'></script></head>
         <body><h1>Kommunens side</h1><family-plan-board plan='{plan}' src='http://{board}' lang='da' loading='eager'></family-plan-board></body></html>"
    );
    let script = format!("document.querySelector('family-plan-board').token = '{token}';");
    let policy = format!(
        "default-src 'none'; script-src 'self' http://{board} 'wasm-unsafe-eval'; connect-src http://{board} ws://{board}; style-src 'none'; base-uri 'none'"
    );
    let app = Router::new()
        .route(
            "/",
            get(async move || ([("content-security-policy", policy.clone())], Html(page.clone()))),
        )
        .route(
            "/page.js",
            get(async move || ([("content-type", "text/javascript")], script.clone())),
        );
    axum::serve(listener, app).await.expect("the host page is served");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_of_another_origin_with_a_strict_policy_embeds_the_board_and_drags_a_goal() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    let town = Town::with_embedders(vec![origin.clone()]).await;
    let (plan, token) = (town.plan(), Site::at(town.address()).sign_in_elsewhere("Maja").await);
    tokio::spawn({
        let board = town.address();
        async move { host_page(listener, board, &plan, &token).await }
    });
    let window = Window::open(1280, 1000).await;
    window.devtools("Log.enable", json!({})).await;
    window.go(&origin).await;
    window.until_ready().await;
    let from = window.middle("[data-cell='Ourselves.Soon'] .card .grip").await;
    let before = window.cards_in("Ourselves", "Soon").await;
    let to = window
        .ask("const r = board().querySelector(\"[data-cell='Network.Soon']\").getBoundingClientRect(); return [r.left + r.width / 2, r.top + 24]", vec![])
        .await;
    window.drag_by_mouse(from, serde_json::from_value(to).expect("a point")).await;
    let script = "return [...board().querySelectorAll(\"[data-cell='Network.Soon'] .card .title\")].some(e => e.textContent.trim() === arguments[0])";
    window
        .until("the goal in the network's column", script, vec![json!(before[0])])
        .await;
    window.until_saved().await;
    assert_eq!(window.ask("return document.cookie", vec![]).await, json!(""));
    let elsewhere = window
        .ask(
            "return performance.getEntriesByType('resource').map(e => new URL(e.name).origin).filter(o => o !== arguments[0] && o !== location.origin)",
            vec![json!(format!("http://{}", town.address()))],
        )
        .await;
    assert_eq!(elsewhere, json!([]), "nothing is fetched from anywhere else");
    window.picture("embedded").await;
}

/// A chamber of commerce's page with the companies' entrance in it.
async fn entrance_page(listener: TcpListener, board: SocketAddr) {
    let page = format!(
        "<!doctype html><html lang='da'><head><meta charset='utf-8'><title>Erhvervsforeningen</title>
         <script type='module' src='/page.js'></script>
         <script type='module' src='http://{board}/company-entry.js'></script></head>
         <body><h1>Foreningens side</h1><company-entry><a href='http://{board}/company-entry'>Virksomhedens indgang</a></company-entry></body></html>"
    );
    let script = "document.addEventListener('company-entry-sent', (event) => { window.sent = event.detail; });
        document.addEventListener('securitypolicyviolation', (event) => { (window.refused ??= []).push(event.violatedDirective); });";
    let policy = format!("default-src 'none'; script-src 'self' http://{board}; connect-src http://{board}; base-uri 'none'");
    let app = Router::new()
        .route(
            "/",
            get(async move || ([("content-security-policy", policy.clone())], Html(page.clone()))),
        )
        .route("/page.js", get(async move || ([("content-type", "text/javascript")], script)));
    axum::serve(listener, app).await.expect("the host page is served");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_of_another_origin_with_a_strict_policy_embeds_the_companies_entrance() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    let town = Town::with_embedders(vec![origin.clone()]).await;
    tokio::spawn(entrance_page(listener, town.address()));
    let window = Window::open(390, 1000).await;
    window.go(&origin).await;
    let entry = "const root = document.querySelector('company-entry').shadowRoot; const form = root?.querySelector('form');";
    window
        .until(
            "the form",
            &format!("{entry} return !!form && getComputedStyle(form.querySelector('button')).minBlockSize === '56px'"),
            vec![],
        )
        .await;
    let fill = "form.elements['task-27'].click(); form.elements['at-Monday-Morning'].click();
        for (const [name, value] of [['place', 'Købmand Lærke, Uldum'], ['name', 'Kirsten'], ['phone', '12 34'], ['must', 'Løfte 10 kilo']]) form.elements[name].value = value;
        form.querySelector('button').click(); return true";
    window.ask(&format!("{entry} {fill}"), vec![]).await;
    window
        .until(
            "word of the number",
            &format!("{entry} return root.querySelector('#entry-refused').textContent.includes('otte cifre')"),
            vec![],
        )
        .await;
    // In the other language, every word is still there.
    window
        .ask("document.querySelector('company-entry').lang = 'en'; return true", vec![])
        .await;
    window.until("the form in English", &format!("{entry} return form.textContent.includes('We have room') && form.elements.must.value === 'Løfte 10 kilo' && form.elements['task-27'].checked"), vec![]).await;
    // The form is new, and nobody sends it in the same second.
    let send =
        "form.elements.phone.value = '12 34 57 01'; if (!window.sent) form.querySelector('button').click(); return !!window.sent";
    window.until("that it was taken", &format!("{entry} {send}"), vec![]).await;
    let shown = window
        .ask(
            &format!("{entry} return form.hidden && !root.querySelector('#entry-thanks').hidden"),
            vec![],
        )
        .await;
    assert_eq!(shown, json!(true));
    assert_eq!(window.ask("return document.cookie", vec![]).await, json!(""));
    assert_eq!(
        window.ask("return window.refused ?? []", vec![]).await,
        json!([]),
        "the page's policy has nothing to refuse"
    );
    let desk = town.window_on("/desk/signals?lang=da", "Mette Lindholm", 1280, 1000).await;
    let told = desk.ask("return document.querySelectorAll('.signal').length", vec![]).await;
    assert_eq!(told, json!(1), "pressed twice, told once");
}
