//! Servers with the demo's families: one inside the test, and the real program as a process of its own.

use crate::postgres;
use crate::socket::Site;
use backend::Config;
use backend::random;
use backend::serve::{ServerHandle, serve};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::LazyLock;
use tokio::net::TcpListener;

/// A place for files, gone when dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let name = &random::secret().expect("randomness")[..16];
        let path = std::env::temp_dir().join(format!("bordenden-test-{name}"));
        std::fs::create_dir_all(&path).expect("a folder for a test");
        Folder(path)
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }
}

impl Default for Folder {
    fn default() -> Self {
        Folder::new()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A database of one test's own.
#[derive(Debug)]
pub struct Database {
    pub url: String,
    pub folder: Folder,
}

impl Database {
    pub fn sqlite() -> Database {
        let folder = Folder::new();
        Database {
            url: format!("sqlite:{}", folder.path("plans.db").display()),
            folder,
        }
    }

    pub async fn postgres() -> Database {
        Database {
            url: postgres::fresh().await,
            folder: Folder::new(),
        }
    }

    pub fn demo(&self) -> Config {
        let mut config = Config::new(self.url.as_str());
        config.demo = true;
        config.assets = root().join("target/widget");
        config
    }
}

/// The folder of the whole project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("a crate lies in its workspace")
}

/// A service inside the test, so that the test can own its clock and look into it.
#[derive(Debug)]
pub struct TestServer {
    pub handle: ServerHandle,
    pub site: Site,
}

impl TestServer {
    pub async fn start(database: &Database) -> TestServer {
        TestServer::with(database.demo()).await
    }

    pub async fn with(config: Config) -> TestServer {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let handle = serve(config, listener).await.expect("the service starts");
        let site = Site::at(handle.address);
        TestServer { handle, site }
    }
}

/// The program as it is shipped, in a process that can be killed.
#[derive(Debug)]
pub struct TestProcess {
    child: Child,
    pub site: Site,
    log: PathBuf,
    /// Held open: a program that cannot write its one line would stop.
    _out: BufReader<ChildStdout>,
}

impl TestProcess {
    /// Starts on any free port.
    pub fn start(database: &Database) -> TestProcess {
        TestProcess::run(command(program(), &database.url, 0), database)
    }

    /// Starts where this one was: the same database, the same port.
    pub fn again(self, database: &Database) -> TestProcess {
        let port = self.site.address.port();
        drop(self);
        TestProcess::run(command(program(), &database.url, port), database)
    }

    /// A start that succeeds.
    pub fn run(mut command: Command, database: &Database) -> TestProcess {
        let log = database.folder.path("log.jsonl");
        let mut child = command
            .arg("--demo")
            .stderr(
                File::options()
                    .create(true)
                    .append(true)
                    .open(&log)
                    .expect("a file for the log"),
            )
            .spawn()
            .expect("the program starts");
        let mut out = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        out.read_line(&mut line).expect("a line of text");
        let address: Option<SocketAddr> = line
            .trim()
            .rsplit_once("http://")
            .and_then(|(_, address)| address.parse().ok());
        let address = address.unwrap_or_else(|| {
            let _ = child.kill();
            let log = std::fs::read_to_string(&log).unwrap_or_default();
            panic!("the program does not say where it is: {line}\n{log}")
        });
        TestProcess {
            child,
            site: Site::at(address),
            log,
            _out: out,
        }
    }

    /// As a power cut for the process: nothing of it runs any more.
    pub fn kill(&mut self) {
        self.child.kill().expect("the process is there to be killed");
        self.child.wait().expect("a killed process ends");
    }

    /// Asks it to stop, as an operator does.
    pub fn terminate(&self) {
        let sent = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status()
            .expect("kill runs");
        assert!(sent.success());
    }

    /// Waits for the process to end.
    pub async fn ended(&mut self) -> ExitStatus {
        loop {
            if let Some(status) = self.child.try_wait().expect("the process can be asked") {
                return status;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }

    /// Everything the process has written to its log so far, over all its lives.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).expect("the log")
    }
}

impl Drop for TestProcess {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `bordenden serve`. A test may give it more words, or see how it ends.
pub fn command(program: &Path, url: &str, port: u16) -> Command {
    let mut command = Command::new(program);
    command
        .args(["serve", "--database-url", url, "--port", &port.to_string()])
        .arg("--assets")
        .arg(root().join("target/widget"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    command
}

/// The program as it is shipped. Built here unless `BORDENDEN_BIN` names one.
pub fn program() -> &'static Path {
    static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| match std::env::var_os("BORDENDEN_BIN") {
        Some(path) => path.into(),
        None => build("program", &["-p", "backend"]),
    });
    &PROGRAM
}

/// The same with the switches that take out a rule, to show that a test would notice.
pub fn program_with_switches() -> &'static Path {
    // With `--workspace` nothing but the program itself is built a second time.
    static PROGRAM: LazyLock<PathBuf> =
        LazyLock::new(|| build("program-with-switches", &["--workspace", "--features", "backend/testing"]));
    &PROGRAM
}

/// Builds the program and keeps it under a name of its own, because another build takes the one it has.
fn build(name: &str, what: &[&str]) -> PathBuf {
    static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--bin", "bordenden"])
        .args(what)
        .current_dir(root())
        .status()
        .expect("cargo runs");
    assert!(built.success(), "the program does not build");
    let programs = root().join("target/test-programs");
    std::fs::create_dir_all(&programs).expect("a folder beside what was built");
    let own = programs.join(name);
    // One that still runs keeps its old file.
    let _ = std::fs::remove_file(&own);
    // Not a copy: a file that this process writes cannot be started while another test is starting something.
    std::fs::hard_link(root().join("target/debug/bordenden"), &own).expect("a second name for the program");
    own
}
