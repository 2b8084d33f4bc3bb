//! From the compiler's wasm to what a browser loads.
//!
//! `wasm-bindgen` runs as a library so that `Cargo.lock` keeps it in step with the crate of the same name. `wasm-opt` is
//! left out on purpose: on this board it makes fewer bytes that compress worse (-Oz: 956 kB to 858, but 258 kB to 274
//! after brotli), and takes half a minute.

use crate::{Outcome, files, shell};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

pub struct Bindings {
    pub js: Vec<u8>,
    pub wasm: Vec<u8>,
}

/// `NAME.js` and `NAME_bg.wasm`; made anew only when the compiled wasm changed.
pub fn bindings(module: &str, compiled: &Path, cache: &Path, is_dev: bool) -> Outcome<Bindings> {
    let wasm = files::read_bytes(compiled)?;
    // Which wasm-bindgen it was compiled with stands in the wasm, so its bytes say all but what is done here.
    let kept = format!("bindings-{module}-");
    let folder = cache.join(kept.clone() + &files::fingerprint([wasm.as_slice(), &[u8::from(is_dev)]]));
    let [js_name, wasm_name] = [format!("{module}.js"), format!("{module}_bg.wasm")];
    let made = |folder: &Path| -> Outcome<Bindings> {
        Ok(Bindings {
            js: files::read_bytes(&folder.join(&js_name))?,
            wasm: files::read_bytes(&folder.join(&wasm_name))?,
        })
    };
    if folder.is_dir() {
        return made(&folder);
    }
    shell::say("Making the bindings");
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(module, wasm)
        .web(true)?
        .typescript(false)
        .debug(is_dev)
        .keep_debug(is_dev);
    bindgen.remove_name_section(!is_dev).remove_producers_section(!is_dev);
    let mut output = bindgen.generate_output()?;
    if output.snippets().values().any(|parts| !parts.is_empty()) || !output.local_modules().is_empty() {
        return Err("A crate brings a JavaScript file of its own. A module is two files; say it in Rust instead.".into());
    }
    let mut js = output.js().to_owned();
    if !is_dev {
        for (place, import) in output.wasm_mut().imports.iter_mut().enumerate() {
            js = renamed(&js, &mut import.name, place).map_err(|why| format!("{js_name}: {why}"))?;
        }
    }
    let half = cache.join(format!("bindings{}", files::unfinished()));
    files::remove_folder(&half)?;
    files::make_folder(&half)?;
    files::write(&half.join(&js_name), js.as_bytes())?;
    files::write(&half.join(&wasm_name), &output.wasm_mut().emit_wasm())?;
    forget_older(cache, &kept)?;
    files::publish_folder(&half, &folder)?;
    made(&folder)
}

/// What the two files call one of the browser's functions is nobody else's business, and ends in a hash, which no
/// compression makes smaller. A number in its place saves 6 kB of what a phone loads.
fn renamed(js: &str, name: &mut String, place: usize) -> Outcome<String> {
    let short = format!("_{place}");
    let [before, after] = [&*name, &short].map(|name| format!("{name}: "));
    if js.matches(&before).count() != 1 {
        return Err(format!("`{name}` does not stand there once").into());
    }
    *name = short;
    Ok(js.replace(&before, &after))
}

fn forget_older(cache: &Path, begin: &str) -> Outcome {
    for entry in fs::read_dir(cache)? {
        let path: PathBuf = entry?.path();
        let is_older = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(begin));
        if is_older {
            files::remove_folder(&path)?;
        }
    }
    Ok(())
}
