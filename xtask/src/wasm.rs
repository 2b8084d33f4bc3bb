//! `cargo xtask wasm`: the widget, as files that any web server can hand out.
//!
//! `target/widget/family-plan-board.js` (the loader) and its `.d.ts` have fixed addresses, and so has `what-if.js`, which
//! our own pages load. Everything else lies in a folder named after its contents, so it may be cached for ever. The
//! folder appears whole before the files that name it, and the one before stays, so a page that was opened a moment ago
//! still finds its files.

use crate::{Outcome, bindgen, files, install, locales, script, shell, sprite, style};
use clap::Args;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Args, Default)]
pub struct Wasm {
    /// Quick to build and slow to run: for a look at one's own change.
    #[arg(long)]
    dev: bool,
}

pub const LOADER: &str = "family-plan-board.js";
const TYPES: &str = "family-plan-board.d.ts";
/// Loaded by our own pages, for the part of them that thinks over what could be.
pub const WHAT_IF: &str = "what-if.js";

pub fn folder() -> PathBuf {
    shell::root().join("target/widget")
}

pub fn build(wasm: &Wasm) -> Outcome {
    install::wasm_target()?;
    let frontend = shell::root().join("frontend");
    let cache = shell::root().join("target/widget-cache");
    files::make_folder(&cache)?;

    // Texts, pictures and styles first: their mistakes are found in a second, the wasm takes minutes.
    let mut parts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (name, table) in locales::compile_folder(&frontend.join("locales"))? {
        parts.insert(name, table.into_bytes());
    }
    for (name, folder, mark) in [("icons.svg", "icons", "i"), ("pictures.svg", "pictograms", "p")] {
        let sprite = sprite::sprite(&frontend.join("sprite").join(folder), mark)?;
        parts.insert(name.to_owned(), sprite.into_bytes());
    }
    parts.insert("board.css".to_owned(), style::sheet(&frontend.join("style"))?.into_bytes());
    let [loader, types, what_if] = [LOADER, TYPES, WHAT_IF].map(|name| files::read(&frontend.join("web").join(name)));
    let fixed = [(TYPES, types?), (WHAT_IF, script::smaller(&what_if?)), (LOADER, loader?)];

    let compiled = compile(wasm.dev)?;
    for (name, module) in [("board", "frontend"), ("what_if", "what_if")] {
        let bindings = bindgen::bindings(name, &compiled.join(module).with_extension("wasm"), &cache, wasm.dev)?;
        let js = script::smaller(&String::from_utf8(bindings.js)?);
        parts.insert(format!("{name}.js"), js.into_bytes());
        parts.insert(format!("{name}_bg.wasm"), bindings.wasm);
    }

    let press = Press {
        cache,
        quality: if wasm.dev { 2 } else { 11 },
    };
    publish(&folder(), &parts, &fixed, &press)
}

/// The folder with `frontend.wasm` and `what_if.wasm`.
fn compile(is_dev: bool) -> Outcome<PathBuf> {
    shell::say(if is_dev {
        "Building the widget, unoptimised"
    } else {
        "Building the widget (about four minutes the first time)"
    });
    let (profile, folder) = if is_dev { ("dev", "debug") } else { ("wasm", "wasm") };
    let mut build = shell::cargo();
    build.args([
        "build",
        "-p",
        "frontend",
        "--lib",
        "--bins",
        "--target",
        "wasm32-unknown-unknown",
        "--profile",
        profile,
    ]);
    shell::succeed(&mut build)?;
    Ok(shell::root().join("target/wasm32-unknown-unknown").join(folder))
}

/// `fixed` are the names and texts of what keeps its address; those that load a part say `__BUILD__` where its folder goes.
fn publish(widget: &Path, parts: &BTreeMap<String, Vec<u8>>, fixed: &[(&str, String)], press: &Press) -> Outcome {
    for (name, text) in fixed.iter().filter(|(name, _)| name.ends_with(".js")) {
        if !text.contains("__BUILD__") {
            return Err(format!("frontend/web/{name} does not say __BUILD__, so it could not find the other files").into());
        }
    }
    let build = files::fingerprint(parts.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]));
    files::make_folder(widget)?;
    let before = builds(widget)?;
    if !before.contains(&build) {
        let half = widget.join("half");
        if half.is_dir() {
            fs::remove_dir_all(&half)?;
        }
        files::make_folder(&half)?;
        for (name, bytes) in parts {
            files::write(&half.join(name), bytes)?;
            files::write(&half.join(format!("{name}.br")), &press.smaller(bytes)?)?;
        }
        fs::rename(&half, widget.join(&build))?;
    }
    for (name, text) in fixed {
        let text = text.replace("__BUILD__", &build);
        files::write(&widget.join(format!("{name}.br")), &press.smaller(text.as_bytes())?)?;
        files::write(&widget.join(name), text.as_bytes())?;
    }
    for old in before.iter().filter(|old| **old != build).skip(1) {
        fs::remove_dir_all(widget.join(old))?;
    }
    shell::say(&format!("The widget is in target/widget, build {build}"));
    Ok(())
}

/// The builds that lie there, newest first.
fn builds(widget: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(widget)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && name != "half" {
            found.push((entry.metadata()?.modified()?, name));
        }
    }
    found.sort();
    Ok(found.into_iter().rev().map(|(_, name)| name).collect())
}

/// Brotli at its best takes seconds for the wasm, so what was pressed once is kept under its contents.
struct Press {
    cache: PathBuf,
    quality: i32,
}

impl Press {
    fn smaller(&self, bytes: &[u8]) -> Outcome<Vec<u8>> {
        let kept = self
            .cache
            .join(format!("{}-{}.br", files::fingerprint([bytes]), self.quality));
        if kept.is_file() {
            return files::read_bytes(&kept);
        }
        let mut pressed = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams {
            quality: self.quality,
            lgwin: 22,
            size_hint: bytes.len(),
            ..Default::default()
        };
        let mut writer = brotli::CompressorWriter::with_params(&mut pressed, 4096, &parameters);
        writer.write_all(bytes)?;
        drop(writer);
        files::write(&kept, &pressed)?;
        Ok(pressed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder for one test, gone when dropped.
    struct Folder(PathBuf);

    impl Folder {
        fn of(test: &str) -> Folder {
            let folder = std::env::temp_dir().join(format!("bordenden-xtask-{test}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&folder);
            Folder(folder)
        }

        fn fresh(&self, name: &str) -> PathBuf {
            let folder = self.0.join(name);
            fs::create_dir_all(&folder).unwrap();
            folder
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn fixed(loader: &str) -> [(&'static str, String); 2] {
        [(TYPES, "export {}".to_owned()), (LOADER, loader.to_owned())]
    }

    fn parts(css: &str) -> BTreeMap<String, Vec<u8>> {
        BTreeMap::from([("board.css".to_owned(), css.as_bytes().to_vec())])
    }

    #[test]
    fn the_loader_names_a_folder_that_is_whole_and_the_one_before_stays() {
        let folder = Folder::of("publish");
        let widget = folder.fresh("widget");
        let press = Press {
            cache: folder.fresh("press"),
            quality: 5,
        };
        for css in ["a{}", "b{}", "c{}"] {
            publish(&widget, &parts(css), &fixed("load('__BUILD__')"), &press).unwrap();
            let loader = fs::read_to_string(widget.join(LOADER)).unwrap();
            let build = loader.trim_start_matches("load('").trim_end_matches("')");
            assert_eq!(fs::read_to_string(widget.join(build).join("board.css")).unwrap(), css);
            assert!(widget.join(build).join("board.css.br").is_file());
        }
        assert_eq!(builds(&widget).unwrap().len(), 2);
    }

    #[test]
    fn the_same_parts_make_the_same_build() {
        let folder = Folder::of("same");
        let widget = folder.fresh("widget");
        let press = Press {
            cache: folder.fresh("press"),
            quality: 5,
        };
        publish(&widget, &parts("a{}"), &fixed("'__BUILD__'"), &press).unwrap();
        publish(&widget, &parts("a{}"), &fixed("'__BUILD__'"), &press).unwrap();
        assert_eq!(builds(&widget).unwrap().len(), 1);
    }

    #[test]
    fn a_loader_without_its_mark_is_refused() {
        let folder = Folder::of("mark");
        let press = Press {
            cache: folder.fresh("press"),
            quality: 5,
        };
        assert!(publish(&folder.fresh("widget"), &parts("a{}"), &fixed("load()"), &press).is_err());
    }

    #[test]
    fn what_is_pressed_opens_again() {
        let folder = Folder::of("open");
        let press = Press {
            cache: folder.fresh("press"),
            quality: 11,
        };
        let text = "Det drømmer vi om. ".repeat(50);
        let pressed = press.smaller(text.as_bytes()).unwrap();
        let mut opened = Vec::new();
        brotli::BrotliDecompress(&mut pressed.as_slice(), &mut opened).unwrap();
        assert_eq!(opened, text.as_bytes());
        assert_eq!(press.smaller(text.as_bytes()).unwrap(), pressed);
    }
}
