//! A browser window that a test looks through, and the hands it has: mouse, fingers, keys.

use super::town::rand;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use thirtyfour::prelude::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
use uuid::Uuid;

/// Waiting is for what must happen; how long it takes is never asserted. So often a test looks again, and how
/// long between.
const LOOKS: u32 = 600;
const BETWEEN: Duration = Duration::from_millis(50);

/// A point in a window, in CSS pixels from its start corner.
pub type Point = (f64, f64);

#[derive(Debug)]
pub struct Window {
    pub driver: WebDriver,
    chromedriver: Child,
    profile: PathBuf,
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.chromedriver.kill();
        let _ = self.chromedriver.wait();
        // A driver that is killed leaves its browser behind; the browser is known by its profile.
        let _ = Command::new("pkill").args(["-KILL", "-f"]).arg(&self.profile).status();
        // While it dies it may still write: what it has left is taken away until nothing is.
        for _ in 0..50 {
            let _ = std::fs::remove_dir_all(&self.profile);
            std::thread::sleep(Duration::from_millis(20));
            if !self.profile.exists() {
                break;
            }
        }
    }
}

impl Window {
    /// Opens a window of this size, in CSS pixels.
    pub async fn open(width: u32, height: u32) -> Window {
        let port = std::net::TcpListener::bind("127.0.0.1:0")
            .and_then(|free| free.local_addr())
            .expect("a free port")
            .port();
        let chromedriver = Command::new("chromedriver")
            .args([format!("--port={port}"), "--silent".to_owned()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is there: `cargo xtask test` installs it");
        let profile = std::env::temp_dir().join(format!("bordenden-window-{}", Uuid::from_u128(rand())));
        let mut capabilities = DesiredCapabilities::chrome();
        for arg in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-background-timer-throttling",
            "--disable-renderer-backgrounding",
            "--disable-backgrounding-occluded-windows",
            "--lang=da",
            &format!("--window-size={width},{height}"),
            &format!("--user-data-dir={}", profile.display()),
        ] {
            capabilities.add_arg(arg).expect("an argument for Chromium");
        }
        let address = format!("http://127.0.0.1:{port}");
        let mut looks = 0;
        let driver = loop {
            match WebDriver::new(&address, capabilities.clone()).await {
                Ok(driver) => break driver,
                Err(error) if looks == LOOKS => panic!("no browser: {error}"),
                Err(_) => tokio::time::sleep(BETWEEN).await,
            }
            looks += 1;
        };
        let window = Window {
            driver,
            chromedriver,
            profile,
        };
        window.size(width, height).await;
        if width < 600 {
            window
                .devtools(
                    "Emulation.setTouchEmulationEnabled",
                    json!({"enabled": true, "maxTouchPoints": 5}),
                )
                .await;
        }
        window
    }

    async fn size(&self, width: u32, height: u32) {
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Makes the window so tall that nothing has to be scrolled.
    pub async fn as_tall_as_the_page(&self) {
        let size = self
            .ask("return [innerWidth, document.documentElement.scrollHeight + 200]", vec![])
            .await;
        let (width, height) = serde_json::from_value(size).expect("a width and a height");
        self.size(width, height).await;
    }

    pub async fn devtools(&self, command: &str, params: Value) -> Value {
        self.driver
            .cdp()
            .send_raw(command, params)
            .await
            .unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    pub async fn go(&self, address: &str) {
        self.driver
            .goto(address)
            .await
            .unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Runs a script; `board()` in it is the shadow root of the first board on the page.
    pub async fn ask(&self, script: &str, args: Vec<Value>) -> Value {
        let script = format!("const board = () => document.querySelector('family-plan-board')?.shadowRoot; {script}");
        match self.driver.execute(script.clone(), args).await {
            Ok(answer) => answer.json().clone(),
            Err(error) => panic!("{script}: {error}"),
        }
    }

    /// Waits until the script gives something true, and gives that.
    pub async fn until(&self, what: &str, script: &str, args: Vec<Value>) -> Value {
        let mut looks = 0;
        loop {
            let answer = self.ask(script, args.clone()).await;
            if !matches!(answer, Value::Null | Value::Bool(false)) {
                return answer;
            }
            looks += 1;
            if looks > LOOKS {
                let path = std::env::temp_dir().join("bordenden-failure.png");
                let _ = self.driver.screenshot(&path).await;
                let text = self
                    .ask(
                        "return (board()?.textContent ?? document.body.textContent).replace(/\\s+/g, ' ')",
                        vec![],
                    )
                    .await;
                panic!(
                    "still waiting for: {what}\nthe window shows: {text}\npicture: {}",
                    path.display()
                );
            }
            tokio::time::sleep(BETWEEN).await;
        }
    }

    /// The board is there and holds the plan as of now.
    pub async fn until_ready(&self) {
        self.until(
            "the board",
            "return document.querySelector('family-plan-board')?.readyState === 'ready' && !!board()?.querySelector('.card')",
            vec![],
        )
        .await;
    }

    pub async fn until_says(&self, text: &str) {
        self.until(
            &format!("the words “{text}”"),
            "return !!board()?.textContent.includes(arguments[0])",
            vec![json!(text)],
        )
        .await;
    }

    pub async fn until_saved(&self) {
        self.until(
            "saved",
            "return board()?.querySelector('.saved')?.dataset.at === 'saved'",
            vec![],
        )
        .await;
    }

    /// The middle of the first element in the board that matches, scrolled into sight.
    pub async fn middle(&self, what: &str) -> Point {
        let answer = self
            .until(
                what,
                "const e = board()?.querySelector(arguments[0]); if (!e) return null; e.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
                 const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]",
                vec![json!(what)],
            )
            .await;
        point(&answer)
    }

    /// Clicks the first element in the board that matches the selector and holds the text.
    pub async fn click(&self, selector: &str, text: &str) {
        let found = "const e = [...(board()?.querySelectorAll(arguments[0]) ?? [])].find(e => e.checkVisibility() && !e.disabled && e.textContent.includes(arguments[1]));
                     if (!e) return null; e.scrollIntoView({block: 'center', behavior: 'instant'});
                     const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]";
        let at = point(
            &self
                .until(&format!("{selector} “{text}”"), found, vec![json!(selector), json!(text)])
                .await,
        );
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
            self.mouse(kind, at).await;
        }
    }

    /// Types into the first field in the board that matches, after what stands there is taken away.
    pub async fn write(&self, selector: &str, text: &str) {
        self.until(
            selector,
            "const e = board()?.querySelector(arguments[0]); if (!e) return false; e.focus(); e.select?.(); return true",
            vec![json!(selector)],
        )
        .await;
        self.devtools("Input.insertText", json!({"text": text})).await;
    }

    pub async fn mouse(&self, kind: &str, (x, y): Point) {
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        let held = if kind == "mouseReleased" { 0 } else { 1 };
        let buttons = if kind == "mouseMoved" { 0 } else { held };
        self.devtools(
            "Input.dispatchMouseEvent",
            json!({"type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1}),
        )
        .await;
    }

    /// Presses on one point, moves in steps, lets go on the other.
    pub async fn drag_by_mouse(&self, from: Point, to: Point) {
        self.mouse("mouseMoved", from).await;
        self.mouse("mousePressed", from).await;
        for at in steps(from, to) {
            let (x, y) = at;
            self.devtools(
                "Input.dispatchMouseEvent",
                json!({"type": "mouseMoved", "x": x, "y": y, "button": "left", "buttons": 1}),
            )
            .await;
        }
        self.mouse("mouseReleased", to).await;
    }

    /// Puts a finger down, holds it still for a moment, moves, lifts it.
    pub async fn drag_by_touch(&self, from: Point, to: Point, hold: Duration) {
        let touch = |kind: &'static str, (x, y): Point| {
            let points = if kind == "touchEnd" {
                json!([])
            } else {
                json!([{"x": x, "y": y, "id": 1}])
            };
            self.devtools("Input.dispatchTouchEvent", json!({"type": kind, "touchPoints": points}))
        };
        touch("touchStart", from).await;
        tokio::time::sleep(hold).await;
        for at in steps(from, to) {
            touch("touchMove", at).await;
        }
        touch("touchEnd", to).await;
    }

    /// Presses and releases one key, such as `ArrowDown`, `j` or ` `, wherever the focus is.
    pub async fn press(&self, key: &str) {
        let letter = format!("Key{}", key.to_uppercase());
        let (code, number) = match key {
            " " => ("Space", 32),
            "Enter" => ("Enter", 13),
            "Escape" => ("Escape", 27),
            "Tab" => ("Tab", 9),
            "ArrowLeft" => ("ArrowLeft", 37),
            "ArrowUp" => ("ArrowUp", 38),
            "ArrowRight" => ("ArrowRight", 39),
            "ArrowDown" => ("ArrowDown", 40),
            "/" => ("Slash", 191),
            _ if matches!(key.as_bytes(), [b'a'..=b'z']) => (letter.as_str(), key.to_uppercase().as_bytes()[0]),
            other => panic!("no such key in these tests: {other}"),
        };
        let mut down = json!({"type": "keyDown", "key": key, "code": code, "windowsVirtualKeyCode": number});
        // What one of these keys writes, where something can be written.
        if key == "Enter" {
            down["text"] = json!("\r");
        } else if key.len() == 1 {
            down["text"] = json!(key);
        }
        self.devtools("Input.dispatchKeyEvent", down).await;
        self.devtools(
            "Input.dispatchKeyEvent",
            json!({"type": "keyUp", "key": key, "code": code, "windowsVirtualKeyCode": number}),
        )
        .await;
    }

    /// The titles of the cards in one cell of the board, in order.
    pub async fn cards_in(&self, column: &str, lane: &str) -> Vec<String> {
        let titles = self
            .ask(
                "return [...board().querySelectorAll(`[data-cell='${arguments[0]}.${arguments[1]}'] .card .title`)].map(e => e.textContent.trim())",
                vec![json!(column), json!(lane)],
            )
            .await;
        serde_json::from_value(titles).expect("a list of titles")
    }

    pub async fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("BORDENDEN_PICTURES") else {
            return;
        };
        let _ = std::fs::create_dir_all(&folder);
        let _ = self
            .driver
            .screenshot(&std::path::Path::new(&folder).join(format!("{name}.png")))
            .await;
    }
}

fn point(answer: &Value) -> Point {
    serde_json::from_value(answer.clone()).unwrap_or_else(|_| panic!("not a point: {answer}"))
}

fn steps(from: Point, to: Point) -> impl Iterator<Item = Point> {
    const STEPS: u32 = 12;
    (1..=STEPS).map(move |step| {
        let part = f64::from(step) / f64::from(STEPS);
        (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
    })
}
