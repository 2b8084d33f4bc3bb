//! The 14 days: when the contact asks next how it goes.

use super::draw::{El, el};
use super::kit::Env;
use crate::say;
use shared::plan::Head;

const DAYS: i32 = 14;

pub fn clock_note(head: &Head, env: &Env) -> El {
    let name = head.primary_contact.map_or("", |id| env.name(id));
    let (title, line) = match head.next_follow_up {
        None => (env.t("clock-none"), None),
        Some(next) => {
            let left = next.days_since(env.today);
            let date = env.intl.weekday(next);
            if left < 0 {
                (say!(env.words, "clock-late", name: name, date: &date), None)
            } else {
                let day = (DAYS - left).clamp(1, DAYS) as usize;
                let title = say!(env.words, "clock-asks", n: left as usize, name: name);
                let line = say!(env.words, "clock-calls", n: day, total: DAYS as usize, name: name, date: &date);
                (title, Some((day, line)))
            }
        }
    };
    let mut note = el("section", "note clock")
        .set("aria-labelledby", "clock-title")
        .child(el("h3", "").set("id", "clock-title").text(title));
    if let Some((day, line)) = line {
        let label = say!(env.words, "clock-day", n: day, total: DAYS as usize);
        let mut ticks = el("div", "ticks").set("role", "img").set("aria-label", label);
        for n in 1..=DAYS as usize {
            ticks = ticks.child(el(
                "i",
                if n < day {
                    "past"
                } else if n == day {
                    "today"
                } else {
                    ""
                },
            ));
        }
        note = note.child(ticks).child(el("p", "small").text(line));
    }
    note.child(el("p", "").child(env.link("/follow-up").text(env.t("clock-say"))))
}
