//! For a family's contact: which families wait to be asked how it goes, and what nobody has there.

use super::{MyPart, Part};
use crate::pages::papers::follow_up::FOLLOW_UP;
use crate::pages::parts::orphan_words;
use maud::{Markup, html};
use shared::day::Day;
use shared::plan::Role;

impl MyPart<'_> {
    /// Those that are late come first, then by how long ago they were asked.
    pub fn follow_ups(&self) -> Option<Markup> {
        let mut parts: Vec<&Part> = self
            .parts
            .iter()
            .filter(|part| part.seen.role() == Some(Role::Coordinator))
            .collect();
        parts.sort_by_key(|part| {
            let (last, next) = days(part);
            (next.is_some_and(|next| next >= self.today), last)
        });
        (!parts.is_empty()).then(|| {
            html! {
                section.part {
                    h2 { (self.reader.say("my-part-follow-ups")) }
                    ul.promises { @for part in parts { li { (self.of(part)) } } }
                }
            }
        })
    }

    fn of(&self, part: &Part) -> Markup {
        let (reader, plan) = (self.reader, &part.seen.plan);
        let (last, next) = days(part);
        let orphans: Vec<_> = plan
            .agreements()
            .filter_map(|agreement| Some((agreement, plan.orphan(agreement, self.today, self.now)?)))
            .collect();
        html! {
            h3 { (self.family(part, &format!("/{}", FOLLOW_UP.slug))) }
            @match next {
                Some(next) => p { (self.until(next)) },
                None => p { strong { (reader.say("clock-none")) } },
            }
            p.small {
                @match last {
                    Some(last) => (reader.say_with("follow-last", &[("date", &reader.date(last))])),
                    None => (reader.say("follow-never")),
                }
            }
            @if !orphans.is_empty() {
                p { (reader.say("orphans-title")) }
                ul.inner {
                    @for (agreement, orphan) in orphans {
                        li {
                            span dir="auto" { (agreement.words.words) } ". "
                            (orphan_words(reader, plan, orphan, agreement)) " "
                            (self.card(part, agreement.card_id))
                        }
                    }
                }
            }
        }
    }
}

/// When the family was last asked, and when it is next.
fn days(part: &Part) -> (Option<Day>, Option<Day>) {
    let head = part.seen.plan.head();
    (
        head.and_then(|head| head.followed_up),
        head.and_then(|head| head.next_follow_up),
    )
}
