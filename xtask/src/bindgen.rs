//! From the compiler's wasm to what a browser loads: bindings, then size.
//!
//! `wasm-bindgen` runs as a library so that `Cargo.lock` keeps it in step with the crate of the same name.

use crate::{Outcome, files, shell};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// What every browser of the last years runs, named one by one: told to use all that it knows, wasm-opt makes modules
/// that Chromium refuses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-multivalue",
];

pub struct Bindings {
    pub js: Vec<u8>,
    pub wasm: Vec<u8>,
}

/// `board.js` and `board_bg.wasm`; made anew only when the compiled wasm or the tools changed.
pub fn bindings(compiled: &Path, cache: &Path, is_dev: bool) -> Outcome<Bindings> {
    let wasm = files::read_bytes(compiled)?;
    let optimizer = if is_dev { None } else { optimizer()? };
    let tools = format!(
        "{} {}",
        env!("CARGO_PKG_VERSION"),
        optimizer.as_deref().unwrap_or("no wasm-opt")
    );
    let folder = cache.join(format!(
        "bindings-{}",
        files::fingerprint([wasm.as_slice(), tools.as_bytes(), &[u8::from(is_dev)]])
    ));
    let made = |folder: &Path| -> Outcome<Bindings> {
        Ok(Bindings {
            js: files::read_bytes(&folder.join("board.js"))?,
            wasm: files::read_bytes(&folder.join("board_bg.wasm"))?,
        })
    };
    if folder.is_dir() {
        return made(&folder);
    }
    shell::say("Making the bindings");
    let half = cache.join("bindings.half");
    if half.is_dir() {
        fs::remove_dir_all(&half)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes("board", wasm)
        .web(true)?
        .typescript(false)
        .debug(is_dev)
        .keep_debug(is_dev);
    bindgen.remove_name_section(!is_dev).remove_producers_section(!is_dev);
    bindgen.generate(&half)?;
    if half.join("snippets").is_dir() {
        return Err(
            "A crate brings a JavaScript file of its own (snippets/). A board is two files; say it in Rust instead.".into(),
        );
    }
    if optimizer.is_some() {
        optimize(&half.join("board_bg.wasm"))?;
    }
    forget_older(cache)?;
    fs::rename(&half, &folder)?;
    made(&folder)
}

/// wasm-opt's version where it is at hand. It makes the module about one per cent smaller, so nobody has to have it.
fn optimizer() -> Outcome<Option<String>> {
    if !shell::on_path("wasm-opt") {
        return Ok(None);
    }
    shell::output(shell::command("wasm-opt").arg("--version")).map(Some)
}

fn optimize(wasm: &Path) -> Outcome {
    shell::say("Making the wasm smaller");
    let smaller = wasm.with_extension("smaller");
    shell::succeed(
        shell::command("wasm-opt")
            .args(FEATURES)
            .arg("-Os")
            .arg(wasm)
            .arg("-o")
            .arg(&smaller),
    )?;
    fs::rename(smaller, wasm)?;
    Ok(())
}

fn forget_older(cache: &Path) -> Outcome {
    for entry in fs::read_dir(cache)? {
        let path: PathBuf = entry?.path();
        let is_older = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("bindings-"));
        if is_older {
            fs::remove_dir_all(path)?;
        }
    }
    Ok(())
}
