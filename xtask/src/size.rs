//! How many bytes a phone has to load, and how many it may.

use crate::{Outcome, files, wasm};
use std::path::Path;

/// The loader is on every page that could show a board; the rest is fetched where one is shown.
const LOADER_LIMIT: u64 = 6_000;
const FIRST_VIEW_LIMIT: u64 = 210_000;
const FIRST_VIEW_TARGET: u64 = 170_000;

const FIRST_VIEW: [&str; 5] = ["board.js", "board_bg.wasm", "board.css", "icons.svg", "locale-da.json"];
/// Fetched when the board is there and shows a picture, so nobody waits for it.
const PICTURES: &str = "pictures.svg";

/// What thinks over "what if": fetched by whoever opens that part of one of our pages, with a phone in the hand.
const WHAT_IF: [&str; 2] = ["what_if.js", "what_if_bg.wasm"];
const WHAT_IF_LIMIT: u64 = 18_000;

/// Prints the table; more than a phone may be asked for is an error.
pub fn keep_the_budget() -> Outcome {
    let sizes = Sizes::measure()?;
    println!("{}", sizes.table());
    sizes.keep_the_budget()
}

#[derive(Debug)]
pub struct Sizes {
    loader: u64,
    /// Name and bytes of what the first view loads after the loader.
    parts: Vec<(&'static str, u64)>,
    pictures: u64,
    /// With the file that every such page loads.
    what_if: u64,
}

impl Sizes {
    pub fn measure() -> Outcome<Self> {
        let widget = wasm::folder();
        let build = build_of(&files::read(&widget.join(wasm::LOADER))?, &widget)?;
        let mut parts = Vec::new();
        for name in FIRST_VIEW {
            parts.push((name, pressed(&widget.join(&build), name)?));
        }
        let mut what_if = pressed(&widget, wasm::WHAT_IF)?;
        for name in WHAT_IF {
            what_if += pressed(&widget.join(&build), name)?;
        }
        Ok(Self {
            loader: pressed(&widget, wasm::LOADER)?,
            parts,
            pictures: pressed(&widget.join(&build), PICTURES)?,
            what_if,
        })
    }

    fn first_view(&self) -> u64 {
        self.parts.iter().map(|(_, bytes)| bytes).sum()
    }

    pub fn table(&self) -> String {
        let mut lines = vec![format!("{:<28} {:>9}", "brotli, bytes", "")];
        let mut row = |name: &str, bytes: u64, note: String| lines.push(format!("{name:<28} {bytes:>9}{note}"));
        row("loader", self.loader, format!("   limit {LOADER_LIMIT}"));
        for (name, bytes) in &self.parts {
            row(&format!("  {name}"), *bytes, String::new());
        }
        row(
            "first view",
            self.first_view(),
            format!("   target {FIRST_VIEW_TARGET}, limit {FIRST_VIEW_LIMIT}"),
        );
        row(
            PICTURES,
            self.pictures,
            "   after the first view, where a picture is shown".to_owned(),
        );
        row(
            "what if",
            self.what_if,
            format!("   limit {WHAT_IF_LIMIT}, where somebody opens it"),
        );
        lines.join("\n")
    }

    fn keep_the_budget(&self) -> Outcome {
        let over = |what: &str, bytes: u64, limit: u64| {
            (bytes > limit).then(|| format!("{what} is {bytes} bytes after brotli; at most {limit} may be asked of a phone"))
        };
        let broken = [
            over("The loader", self.loader, LOADER_LIMIT),
            over("Everything for the first view", self.first_view(), FIRST_VIEW_LIMIT),
            over("What thinks over \"what if\"", self.what_if, WHAT_IF_LIMIT),
        ];
        let broken: Vec<String> = broken.into_iter().flatten().collect();
        if broken.is_empty() {
            Ok(())
        } else {
            Err(broken.join("\n").into())
        }
    }
}

/// The build that the loader names, as a browser would find it.
fn build_of(loader: &str, widget: &Path) -> Outcome<String> {
    for entry in std::fs::read_dir(widget)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if loader.contains(&name) && widget.join(&name).is_dir() {
            return Ok(name);
        }
    }
    Err("The loader in target/widget names no build that is there; run `cargo xtask wasm`".into())
}

fn pressed(folder: &Path, name: &str) -> Outcome<u64> {
    let path = folder.join(format!("{name}.br"));
    Ok(std::fs::metadata(&path)
        .map_err(|error| format!("{}: {error}", path.display()))?
        .len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_over_the_limit_breaks_the_budget_and_the_limit_itself_does_not() {
        let sizes = |loader, wasm, what_if| Sizes {
            loader,
            parts: vec![("board_bg.wasm", wasm)],
            pictures: 0,
            what_if,
        };
        assert!(sizes(LOADER_LIMIT, FIRST_VIEW_LIMIT, WHAT_IF_LIMIT).keep_the_budget().is_ok());
        assert!(sizes(LOADER_LIMIT + 1, 1, 1).keep_the_budget().is_err());
        assert!(sizes(1, FIRST_VIEW_LIMIT + 1, 1).keep_the_budget().is_err());
        assert!(sizes(1, 1, WHAT_IF_LIMIT + 1).keep_the_budget().is_err());
    }
}
