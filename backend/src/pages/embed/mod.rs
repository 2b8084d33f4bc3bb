//! Signing in for a page of another site.
//!
//! That page may hold no cookie of ours. It opens a window on our own origin; the person signs in there; the
//! window posts a code to the page that opened it, and to nobody else, since the message names the exact
//! origin. The page turns the code into a session within a minute, once. So neither a session nor a
//! password ever stands in an address or passes through the other site's hands by way of ours.

pub mod routes;
mod store;

use super::frame::{EMBED_SCRIPT, Files, page};
use super::reader::Reader;
use super::sign_in::{Target, tables};
use crate::demo::Household;
use maud::html;

/// Who are you? For a window opened by a page of `origin`.
fn choose_page(reader: &Reader, households: &[Household], origin: &str) -> String {
    let content = html! {
        main.room id="main" {
            header.welcome {
                h1 { (reader.say("signin-title")) }
                p.lead { b { (reader.say("signin-choose")) } " " (reader.say_with("page-embed-for", &[("origin", origin)])) }
                p.note { strong { (reader.say("signin-demo-title")) } " " (reader.say("signin-demo")) }
            }
            (tables(reader, households, Target { action: "/embed/sign-in", to: None, origin: Some(origin) }))
        }
    };
    page(
        reader,
        &address(origin),
        &reader.say("page-embed-title"),
        "signin",
        Files::default(),
        &content,
    )
}

/// Hands the code over. The script reads it from the page, so that it stands in no address.
fn done_page(reader: &Reader, origin: &str, code: &str) -> String {
    let content = html! {
        main.room.narrow id="main" {
            div.sheet {
                h1 { (reader.say("page-embed-title")) }
                p.lead id="done" data-code=(code) data-origin=(origin) { (reader.say("page-embed-done")) }
                p.lead id="alone" hidden { (reader.say("page-embed-alone")) }
            }
        }
    };
    let script = EMBED_SCRIPT.address.as_str();
    page(
        reader,
        &address(origin),
        &reader.say("page-embed-title"),
        "problem",
        Files::scripts(&[script]),
        &content,
    )
}

fn address(origin: &str) -> String {
    // An allowed origin holds letters, digits and `:/.-[]`; all may stand in a query.
    format!("/embed/sign-in?origin={origin}")
}
