//! A server with the demo's families, and windows in which its people are signed in.

use super::proxy::Proxy;
use super::window::Window;
use crate::socket::{Site, person};
use backend::app::App;
use backend::config::{Config, MessageService};
use backend::demo;
use backend::plan::create_plan;
use backend::serve::{ServerHandle, serve};
use shared::ids::MemberId;
use shared::plan::Plan;
use sqlx::{Connection, SqliteConnection};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use thirtyfour::Cookie;
use tokio::net::TcpListener;
use tokio::sync::{Mutex, OwnedMutexGuard};
use uuid::Uuid;

/// Browsers are heavy; on a small machine two tests at once only make each other wait.
static ONE_AT_A_TIME: LazyLock<Arc<Mutex<()>>> = LazyLock::new(Arc::default);

const FAMILY: &str = "Familien Lund";

#[derive(Debug)]
pub struct Town {
    server: ServerHandle,
    /// A second way to the same server, which the test can cut.
    pub wire: Proxy,
    folder: PathBuf,
    _alone: OwnedMutexGuard<()>,
}

impl Drop for Town {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Town {
    pub async fn new() -> Town {
        Town::with_embedders(vec![]).await
    }

    /// A town whose boards may also stand in pages of these origins.
    pub async fn with_embedders(mut embed_origins: Vec<String>) -> Town {
        let alone = ONE_AT_A_TIME.clone().lock_owned().await;
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/widget");
        assert!(
            assets.join("family-plan-board.js").exists(),
            "the widget is not built: run `cargo xtask wasm`"
        );
        let folder = std::env::temp_dir().join(format!("bordenden-{}", Uuid::from_u128(rand())));
        std::fs::create_dir_all(&folder).expect("a folder for the database");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let wire = Proxy::to(listener.local_addr().expect("an address")).await;
        embed_origins.push(format!("http://{}", wire.address));
        let mut config = Config::new(format!("sqlite:{}", folder.join("town.db").display()));
        (config.demo, config.assets, config.embed_origins) = (true, assets, embed_origins);
        // Nobody answers there; the pages offer what they offer where somebody would.
        config.message_service = MessageService::new("http://127.0.0.1:9/", Some("secret".to_owned()), true).ok();
        let server = serve(config, listener).await.expect("the server starts");
        Town {
            server,
            wire,
            folder,
            _alone: alone,
        }
    }

    /// Lets every look until now be part of an earlier visit.
    pub async fn looks_were_an_hour_ago(&self) {
        let path = format!("sqlite:{}", self.folder.join("town.db").display());
        let mut db = SqliteConnection::connect(&path).await.expect("the town's database");
        let moved = sqlx::query("update disclosure set at = at - 3600000").execute(&mut db).await;
        assert!(moved.expect("looks are moved back").rows_affected() > 0, "nobody has looked");
    }

    pub fn app(&self) -> &App {
        &self.server.app
    }

    pub fn address(&self) -> SocketAddr {
        self.server.address
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address())
    }

    /// The address of the demo's first family.
    pub fn plan(&self) -> String {
        let household = demo::households()
            .iter()
            .find(|household| household.name == FAMILY)
            .expect("the demo's family");
        household.plan_id.to_string()
    }

    /// One more family's plan, at which these people sit, by their first names.
    pub async fn add_plan(&self, plan: &Plan, seats: &[(&str, MemberId)]) {
        let seats: Vec<_> = seats.iter().map(|(name, member_id)| (person(name), *member_id)).collect();
        let first = seats.first().expect("someone at the table").1;
        let app = &self.server.app;
        create_plan(app.db(), plan, first, &seats, app.clock().now())
            .await
            .expect("room for a plan");
    }

    /// A session of this person, by the first name or the whole one.
    pub async fn session_of(&self, name: &str) -> String {
        Site::at(self.address()).sign_in(name).await
    }

    /// The family's board in a window of this width, where this person is signed in.
    pub async fn window_of(&self, name: &str, width: u32, height: u32) -> Window {
        self.window_in(name, width, height, "da").await
    }

    pub async fn window_in(&self, name: &str, width: u32, height: u32, lang: &str) -> Window {
        self.window_at(self.address(), name, width, height, lang).await
    }

    /// The same, by the way that the test can cut.
    pub async fn window_on_the_wire(&self, name: &str, width: u32, height: u32) -> Window {
        self.window_at(self.wire.address, name, width, height, "da").await
    }

    /// A page of ours that is no board, where this person is signed in.
    pub async fn window_on(&self, path: &str, name: &str, width: u32, height: u32) -> Window {
        let session = self.session_of(name).await;
        let window = Window::open(width, height).await;
        window.go(&self.url("/healthz")).await;
        let cookie = Cookie::new("bordenden_session", session);
        window.driver.add_cookie(cookie).await.expect("a cookie");
        window.go(&self.url(path)).await;
        window
    }

    async fn window_at(&self, address: SocketAddr, name: &str, width: u32, height: u32, lang: &str) -> Window {
        let session = self.session_of(name).await;
        let window = Window::open(width, height).await;
        window.go(&format!("http://{address}/healthz")).await;
        window
            .driver
            .add_cookie(Cookie::new("bordenden_session", session))
            .await
            .expect("a cookie");
        window
            .go(&format!("http://{address}/plans/{}?lang={lang}", self.plan()))
            .await;
        window.until_ready().await;
        window
    }
}

pub fn rand() -> u128 {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("randomness");
    u128::from_le_bytes(bytes)
}
