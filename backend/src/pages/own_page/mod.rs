//! The door to somebody's own page about work: a link that a consultant hands over, good once.
//!
//! It shows a first name. Whoever is signed in already is asked whether the page is theirs, and decides it by a press.

pub mod routes;

use super::frame::sheet;
use super::reader::Reader;
use crate::auth::{Closed, Made};
use crate::matching::access::WayIn;
use crate::zone::wall_time;
use maud::{Markup, html};
use shared::ids::CandidateId;

pub const DOOR: &str = "/own-page";

/// Where a link leads.
pub fn path(token: &str) -> String {
    format!("{DOOR}/{token}")
}

/// Where a consultant makes one.
fn address(id: CandidateId) -> String {
    format!("/desk/people/{id}/own-page")
}

/// Who is signed in as the door is opened.
#[derive(Clone, Debug)]
pub struct Me {
    pub name: String,
    /// They can add the page to what they have.
    pub may_join: bool,
}

/// The door, open. Nothing has happened when this is shown.
pub fn door_page(reader: &Reader, token: &str, first_name: &str, me: Option<&Me>) -> String {
    let content = html! {
        p.lead { (reader.say_with("own-page-hello", &[("name", first_name)])) }
        p { (reader.say("own-page-yours")) }
        form method="post" action=(reader.link(&path(token))) {
            @match me {
                None => button.button type="submit" name="do" value="open" { (reader.say("own-page-open")) },
                Some(me) => {
                    @let both = [("name", first_name), ("me", me.name.as_str())];
                    @if me.may_join {
                        p { (reader.say_with("own-page-join-about", &both)) }
                        p { button.button type="submit" name="do" value="join" { (reader.say("own-page-join")) } }
                    }
                    p { (reader.say_with("own-page-other-about", &both)) }
                    p { button.button.quiet[me.may_join] type="submit" name="do" value="open" { (reader.say_with("own-page-other", &both)) } }
                }
            }
        }
        p.small { (reader.say("own-page-not-you")) }
    };
    sheet(reader, &path(token), &reader.say("own-page-title"), &content)
}

/// The door, shut: why, and what to do.
pub fn closed_page(reader: &Reader, token: &str, closed: Closed) -> String {
    let (title, advice) = match closed {
        Closed::Used => ("closed-used", "own-page-used-do"),
        Closed::TooOld => ("closed-old", "own-page-old-do"),
        Closed::Unknown => ("closed-unknown", "own-page-unknown-do"),
    };
    let content = html! {
        p.lead { (reader.say(advice)) }
        p { a.button href=(reader.link("/")) { (reader.say("page-home")) } }
    };
    sheet(reader, &path(token), &reader.say(title), &content)
}

/// At the desk: whether they have a page of their own, and the button that makes a link to it.
pub fn at_desk(reader: &Reader, id: CandidateId, way: WayIn) -> Markup {
    let (says, makes) = match way {
        WayIn::None => ("own-page-none", Some("own-page-make")),
        WayIn::Link => ("own-page-by-link", Some("own-page-make-again")),
        WayIn::Own => ("own-page-has", None),
    };
    html! {
        section.profile-part aria-labelledby="own-page-head" {
            h2 id="own-page-head" { (reader.say("own-page-desk")) }
            p { (reader.say(says)) }
            @if let Some(makes) = makes {
                form method="post" action=(reader.link(&address(id))) {
                    button.answer.act type="submit" { (reader.say(makes)) }
                }
            }
        }
    }
}

/// The link, shown once: to be sent, or written on paper.
fn made(reader: &Reader, id: CandidateId, made: &Made, origin: &str) -> Markup {
    let link = format!("{origin}{}", path(&made.token));
    let until = reader.date(wall_time(made.expires_at).day);
    html! {
        main.wide-list.profile-page id="main" {
            h1 { (reader.say("own-page-made")) }
            div.preview {
                p { (reader.say_with("own-page-until", &[("day", &until)])) }
                label.course-link { span.unseen { (reader.say("own-page-link")) } input readonly value=(link) dir="ltr"; }
                p.faint { (reader.say("own-page-once")) }
            }
            p { a.act href=(reader.link(&format!("/desk/people/{id}"))) { (reader.say("own-page-back")) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Me, closed_page, door_page};
    use crate::auth::Closed;
    use crate::pages::reader::Reader;
    use crate::words::Lang;

    #[test]
    fn a_shut_door_says_why_in_its_own_words() {
        for lang in Lang::ALL {
            let reader = Reader::new(Some(lang.tag()), lang);
            let pages = Closed::ALL.map(|closed| closed_page(&reader, "abc", closed));
            assert!(pages[0] != pages[1] && pages[1] != pages[2]);
            assert!(
                pages
                    .iter()
                    .all(|page| !page.contains(">closed-") && !page.contains(">own-page-"))
            );
        }
    }

    #[test]
    fn whoever_is_signed_in_adds_the_page_by_a_press_of_their_own_or_not_at_all() {
        let reader = Reader::new(None, Lang::Da);
        let me = |may_join| Me {
            name: "Maja".into(),
            may_join,
        };
        let opens = |me: Option<&Me>| {
            let page = door_page(&reader, "abc", "Nadia", me);
            assert!(page.contains("value=\"open\""), "{page}");
            page.contains("value=\"join\"")
        };
        assert!(opens(Some(&me(true))));
        assert!(!opens(Some(&me(false))) && !opens(None));
    }
}
