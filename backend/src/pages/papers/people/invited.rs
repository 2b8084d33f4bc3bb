//! What someone who was sent a link is shown: who invites them, how we work, and a yes to press.

use crate::pages::frame::sheet;
use crate::pages::reader::Reader;
use crate::plan::people::invitations::{Closed, Invited};
use maud::html;
use shared::plan::Role;

pub const DOOR: &str = "/invitations";

/// How we work, on one page for those who come from elsewhere.
const HOW: [&str; 6] = [
    "how-family-first",
    "how-ask",
    "how-promise",
    "how-see",
    "how-child",
    "how-looked",
];

/// The door, open. Nothing has happened when this is shown.
pub fn invited_page(reader: &Reader, token: &str, invited: &Invited) -> String {
    let from_elsewhere = matches!(invited.role, Role::Coordinator | Role::Professional);
    let content = html! {
        p.lead { (reader.say_with("invited-hello", &[("name", &invited.name)])) }
        @if from_elsewhere {
            p { (reader.say_with("invited-elsewhere", &[("family", &invited.family)])) }
            h2 { (reader.say("how-title")) }
            ul.how { @for key in HOW { li { (reader.say(key)) } } }
        } @else if invited.role == Role::Family {
            p { (reader.say_with("invited-family", &[("family", &invited.family)])) }
        } @else {
            p { (reader.say_with("invited-network", &[("family", &invited.family)])) }
        }
        form method="post" action=(reader.link(&path(token))) {
            button.button type="submit" { (reader.say("invited-yes")) }
        }
        p.small { (reader.say("invited-no")) }
    };
    sheet(reader, &path(token), &reader.say("invited-title"), &content)
}

/// The door, shut: why, and what to do.
pub fn closed_page(reader: &Reader, token: &str, closed: Closed) -> String {
    let (title, advice) = match closed {
        Closed::Used => ("closed-used", "closed-used-do"),
        Closed::TooOld => ("closed-old", "closed-old-do"),
        Closed::Unknown => ("closed-unknown", "closed-unknown-do"),
    };
    let content = html! {
        p.lead { (reader.say(advice)) }
        p { a.button href=(reader.link("/")) { (reader.say("page-home")) } }
    };
    sheet(reader, &path(token), &reader.say(title), &content)
}

/// Where a link leads.
pub fn path(token: &str) -> String {
    format!("{DOOR}/{token}")
}

#[cfg(test)]
mod tests {
    use super::{HOW, closed_page, invited_page};
    use crate::pages::reader::Reader;
    use crate::plan::people::invitations::{Closed, Invited};
    use crate::words::{Lang, Words};
    use shared::plan::Role;

    #[test]
    fn whoever_comes_from_elsewhere_reads_how_we_work_and_the_network_what_is_private() {
        let reader = Reader::new(Some("da"), Lang::Da);
        let page = |role| {
            let invited = Invited {
                family: "Familien Lund".into(),
                name: "Birthe".into(),
                role,
            };
            invited_page(&reader, "abc", &invited)
        };
        let network = page(Role::Network);
        assert!(network.contains("Familien Lund har inviteret dig. Det, du ser her, er privat. Fortæl det ikke videre."));
        assert!(!network.contains("Sådan arbejder vi"));
        let elsewhere = page(Role::Professional);
        assert!(elsewhere.contains("Sådan arbejder vi") && elsewhere.contains("bekymrede for et barn"));
        assert!(page(Role::Family).contains("Ja, jeg vil gerne være med"));
        assert!(
            Lang::ALL
                .into_iter()
                .all(|lang| HOW.into_iter().all(|key| Words::has(lang, key)))
        );
    }

    #[test]
    fn a_shut_door_says_why_in_its_own_words() {
        let reader = Reader::new(Some("en"), Lang::Da);
        let pages = Closed::ALL.map(|closed| closed_page(&reader, "abc", closed));
        assert!(pages[0] != pages[1] && pages[1] != pages[2]);
        assert!(pages.iter().all(|page| !page.contains(">closed-")));
    }
}
