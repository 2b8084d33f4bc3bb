//! The whole service on one screen: what it is made of, and every address it answers.

use crate::auth::{self, Origins};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::error::{self, Error};
use crate::live::hub::Hub;
use crate::live::socket;
use crate::live::sockets::Sockets;
use crate::matching::{self, Desk, Entrance};
use crate::{api, metrics, pages, plan};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, ACCESS_CONTROL_ALLOW_ORIGIN, AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, Method};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::serve::ListenerExt;
use shared::live::limits::FRAME_IN;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::services::ServeDir;
use tower_http::trace::{DefaultOnResponse, TraceLayer};
use tracing::Level;

/// What every handler can reach.
#[derive(Clone, Debug)]
pub struct App {
    parts: Arc<Parts>,
}

#[derive(Debug)]
pub struct Parts {
    pub config: Config,
    pub db: Db,
    pub origins: Origins,
    pub is_demo: bool,
    pub hub: Hub,
    pub desk: Desk,
    pub entrance: Entrance,
    pub sockets: Sockets,
}

impl App {
    pub fn new(parts: Parts) -> Self {
        App { parts: Arc::new(parts) }
    }

    pub fn config(&self) -> &Config {
        &self.parts.config
    }

    pub fn clock(&self) -> &Clock {
        &self.parts.config.clock
    }

    pub fn db(&self) -> &Db {
        &self.parts.db
    }

    pub fn origins(&self) -> &Origins {
        &self.parts.origins
    }

    /// The database carries the demo's mark: its people are invented, and anyone may be one of them.
    pub fn is_demo(&self) -> bool {
        self.parts.is_demo
    }

    pub fn hub(&self) -> &Hub {
        &self.parts.hub
    }

    pub fn desk(&self) -> &Desk {
        &self.parts.desk
    }

    pub fn entrance(&self) -> &Entrance {
        &self.parts.entrance
    }

    pub fn sockets(&self) -> &Sockets {
        &self.parts.sockets
    }
}

/// Answers whoever connects, until `stopped` comes. Sockets are not waited for: `live::sockets` does that.
pub async fn listen(listener: TcpListener, app: App, stopped: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
    let listener = listener.tap_io(|stream| {
        // Small frames one after the other would each wait for the reader's acknowledgement: 40 ms.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::warn!(%error, "a connection will be slow");
        }
    });
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stopped).await
}

fn router(app: App) -> Router {
    // What a page of another site may ask, with a bearer token and never with a cookie.
    let from_other_sites = Router::new()
        .route("/api/session", get(auth::routes::show_session))
        .route("/api/demo/sessions", post(auth::routes::start_demo_session))
        .route("/api/plans/{plan_id}", get(plan::routes::show_plan))
        .route("/api/plans/{plan_id}/new", get(plan::routes::show_new_cards))
        .route("/api/plans/{plan_id}/tickets", post(auth::routes::create_ticket))
        .merge(pages::for_other_sites())
        .layer(cors(app.origins()));
    Router::new()
        .route("/sign-in", post(auth::routes::sign_in))
        .route("/sign-out", post(auth::routes::sign_out))
        .route("/api/live", get(socket::open_socket))
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(show_metrics))
        .merge(from_other_sites)
        .merge(pages::routes())
        .merge(matching::routes())
        .merge(api::routes())
        .nest("/widget", widget(&app))
        .fallback(pages::not_found)
        .layer(DefaultBodyLimit::max(FRAME_IN))
        .layer(CatchPanicLayer::new())
        .layer(from_fn(error::speak))
        .layer(from_fn_with_state(app.clone(), guard))
        .layer(
            TraceLayer::new_for_http()
                // Paths hold ids at most, but for a link's secret; a query may hold more and is left out.
                .make_span_with(|request: &Request| {
                    let path = pages::without_secret(request.uri().path());
                    tracing::info_span!("request", method = %request.method(), path)
                })
                .on_response(DefaultOnResponse::new().level(Level::INFO)),
        )
        .with_state(app)
}

/// The process runs.
#[utoipa::path(get, path = "/healthz", responses((status = 200, body = String, content_type = "text/plain")))]
pub async fn healthz() -> &'static str {
    "ok"
}

/// The service can do its work: its database answers and it is not about to stop.
#[utoipa::path(
    get,
    path = "/readyz",
    responses((status = 200, body = String, content_type = "text/plain"), (status = 503, description = "storage or stopping"))
)]
pub async fn readyz(State(app): State<App>) -> Result<&'static str, Error> {
    if app.sockets().is_stopping() {
        return Err(Error::Stopping);
    }
    app.db().check().await?;
    Ok("ready")
}

/// Numbers for Prometheus, without names.
#[utoipa::path(get, path = "/metrics", responses((status = 200, body = String, content_type = "text/plain")))]
pub async fn show_metrics() -> Response {
    (
        [(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")],
        metrics::render(),
    )
        .into_response()
}

fn cors(origins: &Origins) -> CorsLayer {
    let named = origins.embed().iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(named))
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([AUTHORIZATION, CONTENT_TYPE, ACCEPT_LANGUAGE])
        .max_age(Duration::from_secs(3_600))
}

/// The files of the widget, for every site. Where a `.br` lies beside a file, it goes out as it is.
fn widget(app: &App) -> Router<App> {
    let files = ServeDir::new(&app.config().assets)
        .append_index_html_on_directories(false)
        .precompressed_br();
    Router::new().fallback_service(files).layer(from_fn(widget_headers))
}

async fn widget_headers(request: Request, next: Next) -> Response {
    // Known to the file server by the name that television gave its streams.
    let is_types = request.uri().path().ends_with(".d.ts");
    // A folder of the widget is named by the hash of what lies in it.
    let is_hashed = request.uri().path().trim_start_matches('/').contains('/');
    let mut response = next.run(request).await;
    let is_there = response.status().is_success() || response.status() == axum::http::StatusCode::NOT_MODIFIED;
    let keep = if is_hashed && is_there {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    if is_types && is_there {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    }
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(CORP, HeaderValue::from_static("cross-origin"));
    response
}

const CORP: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const COOP: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                   img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// What every answer says to browsers: what a page of ours may load, and that nothing of it is kept.
async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    // The sign-in window speaks to the page of another site that opened it.
    let has_opener = request.uri().path().starts_with("/embed/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // Not `no-referrer`: with it browsers send `Origin: null` with our own forms.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(
        PERMISSIONS_POLICY,
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=()"),
    );
    headers.insert(
        COOP,
        HeaderValue::from_static(if has_opener { "unsafe-none" } else { "same-origin" }),
    );
    headers.entry(CORP).or_insert(HeaderValue::from_static("same-origin"));
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if app.config().is_https() {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    response
}
