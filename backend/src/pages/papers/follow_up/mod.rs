//! How does it go? Every fourteen days the family says it, and so does everyone who has promised
//! something. The family sees first what the municipality has promised.

mod promises;
pub mod routes;
mod voices;

use super::Paper;
use super::answers::FormIds;
use super::routes::Visit;
use crate::plan::{Look, Seen};
use maud::{Markup, html};
use shared::day::Day;
use shared::plan::{Intent, May, Role, may};

pub const FOLLOW_UP: Paper = Paper {
    slug: "follow-up",
    key: "paper-follow-up",
    look: Look::FollowUp,
    is_for: |_| true,
};

/// What every part of the page is made of.
struct Page<'a> {
    visit: &'a Visit,
    seen: &'a Seen,
    ids: &'a FormIds,
}

/// `said` is what stood in the form that was not taken.
pub fn follow_up(visit: &Visit, seen: &Seen, ids: &FormIds, said: Option<&routes::SayPulse>) -> Markup {
    let page = Page { visit, seen, ids };
    let is_contact = seen.role() == Some(Role::Coordinator);
    html! {
        (page.clock())
        // Each begins with what is theirs to do.
        @if is_contact {
            (page.voices())
            (page.done())
            (page.promises())
            (page.say(said))
        } @else {
            (page.say(said))
            (page.promises())
            (page.voices())
            (page.done())
        }
        (page.orphans())
    }
}

impl Page<'_> {
    fn may(&self, intent: &Intent) -> bool {
        may(&self.seen.plan, self.seen.member_id, intent) == May::Yes
    }

    fn is_family(&self) -> bool {
        self.seen.role() == Some(Role::Family)
    }

    /// When we last talked, and when we do next.
    fn clock(&self) -> Markup {
        let reader = &self.visit.reader;
        let head = self.seen.plan.head();
        html! {
            div.clock-card {
                @match head.and_then(|head| head.followed_up) {
                    Some(day) => p { (reader.say_with("follow-last", &[("date", &reader.date(day))])) },
                    None => p { (reader.say("follow-never")) },
                }
                @match head.and_then(|head| head.next_follow_up) {
                    Some(day) => p.lead { (self.next(day)) },
                    None => p.lead { (reader.say("clock-none")) },
                }
            }
        }
    }

    fn next(&self, day: Day) -> Markup {
        let reader = &self.visit.reader;
        let date = reader.date(day);
        let days = day.days_since(self.visit.today);
        html! {
            @match u32::try_from(days) {
                Ok(0) => (reader.say("follow-today")),
                Ok(days) => {
                    (reader.say_with("follow-next", &[("date", &date)])) " " (reader.say_count("follow-in-days", days))
                }
                Err(_) if self.is_family() => (reader.say_with("follow-late", &[("date", &date)])),
                Err(_) => (reader.say_with("follow-late-others", &[("date", &date)])),
            }
        }
    }

    /// "We have followed up."
    fn done(&self) -> Markup {
        let reader = &self.visit.reader;
        html! {
            @if self.may(&Intent::FollowUp) {
                section.part {
                    h2 { (reader.say("follow-done-title")) }
                    p { (reader.say("follow-done-about")) }
                    form method="post" action=(reader.link(&format!("{}/done", FOLLOW_UP.address(self.visit.plan_id)))) {
                        input type="hidden" name="change_id" value=(self.ids.another());
                        button.button type="submit" { (reader.say("follow-done")) }
                    }
                }
            }
        }
    }
}
