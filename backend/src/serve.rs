//! Starting and stopping: from a configuration and a socket to a running service and back.

use crate::app::{App, Parts, listen};
use crate::auth::Origins;
use crate::config::Config;
use crate::db::{Db, OpenError, StoreError};
use crate::live::feed;
use crate::live::hub::Hub;
use crate::live::sockets::Sockets;
use crate::live::writer::Writer;
use crate::matching::{Desk, Entrance, messages};
use crate::{demo, metrics, plan};
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// The name under which the database says that its people are invented.
const DEMO_MARK: &str = "demo";

/// A stop takes at most the sum of these.
const FLUSH_WITHIN: Duration = Duration::from_secs(3);
const SOCKETS_WITHIN: Duration = Duration::from_millis(1_500);
const REQUESTS_WITHIN: Duration = Duration::from_millis(500);

const TIDY_EVERY: Duration = Duration::from_secs(10);
const TIDY_DESK_EVERY: Duration = Duration::from_secs(600);

/// A running service.
#[derive(Debug)]
pub struct ServerHandle {
    pub address: SocketAddr,
    pub app: App,
    stop: watch::Sender<bool>,
    serving: JoinHandle<io::Result<()>>,
    helpers: Vec<JoinHandle<()>>,
}

/// Why the service does not start, in one line for the person who starts it.
#[derive(Debug)]
pub enum StartError {
    Open(OpenError),
    Store(StoreError),
    /// `--demo` was asked for, but the database holds families that are real.
    HoldsOthers,
    Io(io::Error),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StartError::Open(error) => error.fmt(f),
            StartError::Store(error) => write!(f, "the database does not answer: {error}"),
            StartError::HoldsOthers => {
                write!(
                    f,
                    "this database holds plans that are not the demo's; start without --demo, or name another one"
                )
            }
            StartError::Io(error) => write!(f, "cannot serve: {error}"),
        }
    }
}

impl std::error::Error for StartError {}

impl From<OpenError> for StartError {
    fn from(error: OpenError) -> Self {
        StartError::Open(error)
    }
}

impl From<StoreError> for StartError {
    fn from(error: StoreError) -> Self {
        StartError::Store(error)
    }
}

/// Opens the database, and serves on this listener until `stop`.
pub async fn serve(config: Config, listener: TcpListener) -> Result<ServerHandle, StartError> {
    metrics::start();
    let address = listener.local_addr().map_err(StartError::Io)?;
    let db = Db::open(&config.database_url, config.max_page_count).await?;
    let is_demo = open_demo(&db, &config).await?;
    #[cfg(not(feature = "testing"))]
    let writer = Writer::start(db.clone());
    #[cfg(feature = "testing")]
    let writer = Writer::start(db.clone(), config.ack_before_commit);
    let hub = Hub::new(db.clone(), config.clock.clone(), writer);
    let desk = Desk::new(db.clone(), config.clock.clone());
    let mut helpers = vec![tokio::spawn(keep_tidy()), tokio::spawn(keep_the_desk_tidy(desk.clone()))];
    if db.is_postgres() {
        helpers.push(tokio::spawn(feed::run(db.clone(), hub.clone())));
    }
    let origins = Origins::new(&config, address);
    let entrance = Entrance::open(&db).await?;
    let app = App::new(Parts {
        config,
        db,
        origins,
        is_demo,
        hub,
        desk,
        entrance,
        sockets: Sockets::default(),
    });
    helpers.push(tokio::spawn(messages::run(app.clone()).map_err(StartError::Io)?));
    let (stop, mut stopped) = watch::channel(false);
    let serving = tokio::spawn(listen(listener, app.clone(), async move {
        // A handle that was dropped stops the service as well.
        let _ = stopped.wait_for(|stop| *stop).await;
    }));
    Ok(ServerHandle {
        address,
        app,
        stop,
        serving,
        helpers,
    })
}

impl ServerHandle {
    /// Takes no new work, writes and answers what was handed in, says goodbye to every socket.
    pub async fn stop(self) {
        self.app.sockets().drain();
        self.stop.send_replace(true);
        if !self.app.hub().flush(FLUSH_WITHIN).await {
            tracing::warn!("stopped before everything was written; browsers send it again");
        }
        self.app.hub().close().await;
        self.app.sockets().all_gone(SOCKETS_WITHIN).await;
        let abort = self.serving.abort_handle();
        if tokio::time::timeout(REQUESTS_WITHIN, self.serving).await.is_err() {
            abort.abort();
        }
        for helper in self.helpers {
            helper.abort();
        }
        self.app.db().close().await;
    }
}

/// Fills the database with the demo where that is wanted, and answers whether it is the demo's.
async fn open_demo(db: &Db, config: &Config) -> Result<bool, StartError> {
    let is_marked = db.meta(DEMO_MARK).await?.is_some();
    if config.demo {
        if !is_marked {
            if plan::any_plan(db).await? {
                return Err(StartError::HoldsOthers);
            }
            // Before the first invented person: a start that is cut short goes on at the next one.
            db.set_meta(DEMO_MARK, "invented people").await?;
        }
        demo::seed(db, config.clock.now()).await?;
    }
    Ok(is_marked || config.demo)
}

async fn keep_tidy() {
    let mut every = tokio::time::interval(TIDY_EVERY);
    loop {
        every.tick().await;
        metrics::tidy();
    }
}

async fn keep_the_desk_tidy(desk: Desk) {
    let mut every = tokio::time::interval(TIDY_DESK_EVERY);
    loop {
        every.tick().await;
        if let Err(error) = desk.tidy().await {
            tracing::warn!(%error, "the desk is tidied at the next round");
        }
    }
}
