//! Who has looked at the plan, for the family: day by day, in plain words.

pub mod routes;

use super::Paper;
use super::days::by_day;
use super::routes::Visit;
use crate::plan::{Look, Looked, Seen, of_the_family};
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{MemberId, Millis};
use shared::plan::Role;

pub const LOOKED: Paper = Paper {
    slug: "looked",
    key: "paper-looked",
    look: Look::Looked,
    is_for: of_the_family,
};

/// Looks on one page.
pub const PAGE: i64 = 400;

/// One way in which one member looked on one day, and when that was last.
struct Often {
    member_id: MemberId,
    look: Option<Look>,
    at: Millis,
    times: u32,
}

pub fn looked(visit: &Visit, seen: &Seen, looks: &[Looked], with_own: bool) -> Markup {
    let reader = &visit.reader;
    let address = LOOKED.address(visit.plan_id);
    let own = if with_own { "?own=true" } else { "" };
    html! {
        p.lead { (reader.say("looked-about")) }
        p {
            @if with_own {
                a href=(reader.link(&address)) { (reader.say("looked-without-own")) }
            } @else {
                a href=(reader.link(&format!("{address}?own=true"))) { (reader.say("looked-with-own")) }
            }
        }
        @if looks.is_empty() { p.nothing { (reader.say("looked-nobody")) } }
        (by_day(reader, visit.today, &often(looks), |often| often.at, |often, time| html! {
            li {
                time { (reader.time(time)) }
                div {
                    p {
                        (sentence(visit, seen, often)) " "
                        @if often.times > 1 { span.small { (reader.say_count("looked-times", often.times)) } }
                    }
                }
            }
        }))
        @if let Some(last) = looks.last().filter(|_| looks.len() as i64 == PAGE) {
            @let joint = if own.is_empty() { '?' } else { '&' };
            p { a.button href=(reader.link(&format!("{address}{own}{joint}before={}", last.at))) { (reader.say("history-older")) } }
        }
    }
}

/// A phone on a poor net comes back many times a day; that is one line.
fn often(looks: &[Looked]) -> Vec<Often> {
    let mut lines: Vec<Often> = Vec::new();
    for looked in looks {
        let day = Day::in_denmark;
        let same =
            |line: &&mut Often| (line.member_id, line.look, day(line.at)) == (looked.member_id, looked.look, day(looked.at));
        match lines.iter_mut().find(same) {
            Some(line) => line.times += 1,
            None => lines.push(Often {
                member_id: looked.member_id,
                look: looked.look,
                at: looked.at,
                times: 1,
            }),
        }
    }
    lines
}

fn sentence(visit: &Visit, seen: &Seen, often: &Often) -> String {
    let who = who(visit, seen, often.member_id);
    match often.look {
        Some(look) => visit
            .reader
            .say_with(&format!("looked-how-{}", look.text()), &[("who", &who)]),
        None => visit.reader.say_with("looked-somehow", &[("who", &who)]),
    }
}

/// "Karin Dahl, jeres faste kontakt": a name, and what the person is to the family.
fn who(visit: &Visit, seen: &Seen, member_id: MemberId) -> String {
    let reader = &visit.reader;
    if member_id == seen.member_id {
        return reader.say("history-you");
    }
    let Some(member) = seen.plan.member(member_id) else {
        return reader.say("history-someone");
    };
    let is_contact = seen.plan.head().is_some_and(|head| head.primary_contact == Some(member_id));
    let role = if is_contact {
        reader.say("looked-contact")
    } else if member.relation.is_empty() {
        reader.say(role_key(member.role))
    } else {
        member.relation.clone()
    };
    reader.say_with("looked-who", &[("name", &member.name), ("role", &role)])
}

/// Where someone of this role comes from, as the family says it.
pub fn role_key(role: Role) -> &'static str {
    match role {
        Role::Family | Role::Child => "looked-role-family",
        Role::Network => "looked-role-network",
        Role::Coordinator | Role::Professional => "looked-role-professional",
        Role::Interpreter => "looked-role-interpreter",
        Role::Guest => "looked-role-guest",
    }
}

#[cfg(test)]
mod tests {
    use super::often;
    use crate::plan::{Look, Looked};
    use shared::testing::{KARIN, METTE};

    #[test]
    fn the_same_look_on_the_same_day_is_one_line() {
        const NOON: i64 = 1_795_345_200_000;
        let look = |member_id, at, look| Looked {
            member_id,
            at,
            look: Some(look),
        };
        let looks = [
            look(KARIN, NOON + 900, Look::Board),
            look(METTE, NOON + 800, Look::Board),
            look(KARIN, NOON + 700, Look::Page),
            look(KARIN, NOON + 600, Look::Board),
            look(KARIN, NOON - 86_400_000, Look::Board),
        ];
        let lines: Vec<(i64, u32)> = often(&looks).iter().map(|often| (often.at - NOON, often.times)).collect();
        assert_eq!(lines, [(900, 2), (800, 1), (700, 1), (-86_400_000, 1)]);
    }
}
