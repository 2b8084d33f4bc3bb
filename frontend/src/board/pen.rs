//! The pen: whoever writes for the family at the moment, in everybody's sight.

use super::act::Act;
use super::draw::{El, button, el, icon};
use super::kit::Env;
use crate::say;
use shared::plan::Head;
use yew::prelude::Callback;

pub fn strip(head: &Head, env: &Env, act: &Callback<Act>) -> Option<El> {
    let pen = head.pen?;
    let (says, writes) = (env.name(pen.says), env.name(pen.writes));
    let mine = pen.writes == env.me;
    let words = if mine {
        say!(env.words, "pen-mine", name: says)
    } else {
        say!(env.words, "pen-theirs", name: writes, family: says)
    };
    let ends = env.writes && (mine || env.is_family());
    let end = ends.then(|| {
        let key = if mine { "pen-give-back" } else { "pen-take" };
        button("link", "", env.t(key), act, Act::TakePen).set("data-pen", "true")
    });
    let said = el("span", "").text(words).text(" ").maybe(end);
    Some(el("div", "strip wait").set("role", "status").child(icon("pen")).child(said))
}
