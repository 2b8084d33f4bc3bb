//! The companies' entrance: "we have room", "we need hands", in five questions.
//!
//! A public page, whole without a script. `company-entry.js` puts the same form into pages of other sites: it fetches
//! the form as it is drawn here, so that there is one form and one set of words.

mod form;
pub mod routes;
mod sent;

pub use form::{Filled, form};

use super::frame::{self, Files, page};
use super::reader::Reader;
use crate::matching::access::Consultant;
use crate::matching::entrance::Refused;
use maud::{Markup, html};

pub const ADDRESS: &str = "/company-entry";

/// What the page shows.
#[derive(Debug)]
pub enum Shown<'a> {
    Form(Filled<'a>),
    Thanks,
}

pub fn entrance_page(reader: &Reader, who: Option<&Consultant>, shown: &Shown<'_>) -> String {
    let content = html! {
        a.skip href="#main" { (reader.say("entrance-skip")) }
        header.entry-head {
            p { b { (reader.say("entrance-title")) } " " span { (reader.say("entrance-one")) } }
        }
        main.entry-page id="main" {
            section.hero {
                @match shown {
                    Shown::Form(_) => {
                        h1 { (reader.say("entrance-head")) }
                        p { (reader.say("entrance-lead")) }
                    }
                    Shown::Thanks => {
                        h1 { (reader.say("entrance-thanks")) }
                        p { (reader.say("entrance-thanks-next")) }
                    }
                }
                (caller(reader, who))
            }
            @match shown {
                Shown::Form(filled) => (form(reader, filled)),
                Shown::Thanks => p.again { a href=(reader.link(ADDRESS)) { (reader.say("entrance-another")) } },
            }
            section.next {
                h2 { (reader.say("entrance-next")) }
                ol {
                    @for (n, key) in ["entrance-next-call", "entrance-next-ask", "entrance-next-meet"].into_iter().enumerate() {
                        li { b { (n + 1) } span { (reader.say(key)) } }
                    }
                }
            }
        }
    };
    let files = Files {
        styles: &[&frame::ENTRANCE_STYLE.address],
        scripts: &[],
    };
    page(reader, ADDRESS, &reader.say("entrance-title"), "at-entrance", files, &content)
}

/// Who calls, and the number for whoever would rather call themselves.
pub fn caller(reader: &Reader, who: Option<&Consultant>) -> Markup {
    html! {
        @if let Some(who) = who {
            div.caller {
                p {
                    b { bdi { (reader.say_with("entrance-who", &[("name", &who.name)])) } } " "
                    (reader.say("entrance-when"))
                }
                p { (reader.say("entrance-or-call")) " " a.tel href={ "tel:" (who.phone.replace(' ', "")) } dir="ltr" { (who.phone) } }
            }
        }
    }
}

/// What an answer says of a form that was not taken.
pub fn refused_words(reader: &Reader, refused: Refused) -> String {
    reader.say(refused.key())
}

#[cfg(test)]
mod tests {
    use crate::matching::entrance::Refused;
    use crate::words::{Lang, Words};

    #[test]
    fn every_refusal_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            for refused in Refused::ALL {
                assert!(Words::has(lang, refused.key()), "{refused:?} {lang:?}");
            }
        }
    }
}
