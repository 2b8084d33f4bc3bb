//! The 14 days: when the contact asks next how it goes.

use super::kit::Env;
use crate::say;
use shared::plan::Head;
use yew::prelude::*;

const DAYS: i32 = 14;

pub fn clock_note(head: &Head, env: &Env) -> Html {
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
    html! {
        <section class="note clock" aria-labelledby="clock-title">
            <h3 id="clock-title">{ title }</h3>
            if let Some((day, line)) = line {
                <div class="ticks" role="img" aria-label={say!(env.words, "clock-day", n: day, total: DAYS as usize)}>
                    { for (1..=DAYS as usize).map(|n| {
                        let class = if n < day { Some("past") } else { (n == day).then_some("today") };
                        html! { <i class={classes!(class)} /> }
                    }) }
                </div>
                <p class="small">{ line }</p>
            }
        </section>
    }
}
