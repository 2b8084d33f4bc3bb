//! "What if I could start at nine?", thought over in the browser: a module of its own, loaded by whoever opens that part
//! of a page and by nobody else.
//!
//! All that is decided is decided by `shared::matching::what_if`, as on the server. The page around and its words are
//! in `web/what-if.js`.

#![cfg_attr(target_arch = "wasm32", no_main)]

#[path = "../json.rs"]
#[cfg_attr(
    not(test),
    expect(
        dead_code,
        reason = "the board sends on what it reads, and so reads it whole; here nothing is sent"
    )
)]
mod json;

use shared::matching::what_if::{Effect, Life, Spot, WhatIf, effects};
use wasm_bindgen::prelude::wasm_bindgen;

/// As quick as Rust's own for the browser, and smaller on the way there.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Somebody's days and ways, and the places that nothing else rules out.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Thought {
    life: Life,
    spots: Vec<Spot>,
}

#[wasm_bindgen]
impl Thought {
    /// `None`: from a server that speaks otherwise than this module.
    pub fn read(text: &str) -> Option<Thought> {
        let (life, spots) = json::read(text).ok()?;
        Some(Thought { life, spots })
    }

    /// For each place, in their order: 0 it stays, 1 it opens, 2 it closes. `None`: nobody can suppose that.
    pub fn effects(&self, leaves: &str, home_by: &str, by: &str, longest: &str) -> Option<Vec<u8>> {
        let what_if = WhatIf::read(leaves, home_by, by, longest)?;
        let number = |effect: Effect| match effect {
            Effect::Stays => 0,
            Effect::Opens => 1,
            Effect::Closes => 2,
        };
        let all = effects(&self.life, &what_if, &self.spots);
        Some(all.into_iter().map(number).collect())
    }
}

/// A browser calls what it needs; everywhere else there is nothing to do.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
