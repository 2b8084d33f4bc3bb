//! The pages that we serve ourselves: sign-in, a plan, what went wrong, and the window through which
//! someone signs in for another site.
//!
//! They are whole without a script: a plan can be read, printed and signed out of as plain HTML. The
//! board, where a browser can run it, takes the plain text's place. No page has an inline style or script.

pub mod embed;
pub mod frame;
pub mod my_part;
pub mod papers;
pub mod parts;
pub mod plain_plan;
pub mod plan_page;
pub mod problem_page;
pub mod reader;
pub mod routes;
pub mod sign_in;

pub use papers::people::without_secret;
pub use problem_page::problem_html;
pub use routes::{not_found, routes};

#[cfg(test)]
mod tests {
    use crate::words::{Lang, Words};
    use shared::problem::codes;

    const SAYING: [&str; 51] = [
        include_str!("embed/mod.rs"),
        include_str!("frame.rs"),
        include_str!("my_part/follow_ups.rs"),
        include_str!("my_part/held.rs"),
        include_str!("my_part/mod.rs"),
        include_str!("my_part/waiting.rs"),
        include_str!("papers/card/mod.rs"),
        include_str!("papers/card/about.rs"),
        include_str!("papers/card/promises.rs"),
        include_str!("papers/card/rhythm.rs"),
        include_str!("papers/card/voices.rs"),
        include_str!("papers/card/wish.rs"),
        include_str!("papers/consents/ask.rs"),
        include_str!("papers/consents/mod.rs"),
        include_str!("papers/desk.rs"),
        include_str!("papers/export/copy.rs"),
        include_str!("papers/export/document.rs"),
        include_str!("papers/export/filed.rs"),
        include_str!("papers/export/mod.rs"),
        include_str!("papers/start/mod.rs"),
        include_str!("papers/start/new_plan.rs"),
        include_str!("papers/follow_up/mod.rs"),
        include_str!("papers/follow_up/promises.rs"),
        include_str!("papers/follow_up/voices.rs"),
        include_str!("papers/mod.rs"),
        include_str!("papers/movement/balance.rs"),
        include_str!("papers/movement/mod.rs"),
        include_str!("papers/movement/readings.rs"),
        include_str!("papers/strengths/mod.rs"),
        include_str!("papers/help/mod.rs"),
        include_str!("papers/help/facts.rs"),
        include_str!("papers/history/mod.rs"),
        include_str!("papers/history/sentences.rs"),
        include_str!("papers/looked/mod.rs"),
        include_str!("papers/people/asks.rs"),
        include_str!("papers/people/contact.rs"),
        include_str!("papers/people/invited.rs"),
        include_str!("papers/people/member.rs"),
        include_str!("papers/people/mod.rs"),
        include_str!("papers/people/pen.rs"),
        include_str!("papers/people/seat.rs"),
        include_str!("papers/people/table.rs"),
        include_str!("papers/see_as/mod.rs"),
        include_str!("parts.rs"),
        include_str!("plain_plan.rs"),
        include_str!("plan_page.rs"),
        include_str!("problem_page.rs"),
        include_str!("reader.rs"),
        include_str!("sign_in.rs"),
        include_str!("../api/readable.rs"),
        include_str!("../api/routes.rs"),
    ];

    /// The keys that are written out between the brackets of `say("…")` and its like.
    fn said() -> impl Iterator<Item = &'static str> {
        let calls = ["say(\"", "say_with(\"", "say_count(\"", "group(reader, \""];
        SAYING.into_iter().flat_map(move |source| {
            calls
                .into_iter()
                .flat_map(move |call| source.split(call).skip(1).filter_map(|rest| rest.split('"').next()))
        })
    }

    #[test]
    fn every_sentence_of_our_pages_exists_in_both_languages() {
        assert!(said().count() > 40);
        let choices = super::reader::CHOICES.map(|choice| choice.key);
        for lang in Lang::ALL {
            for key in said().chain(choices) {
                assert!(Words::has(lang, key), "{key} in {lang:?}");
            }
            for column in ["dreams", "ourselves", "network", "municipality", "nomore"] {
                assert!(Words::has(lang, &format!("column-{column}")));
            }
            for key in [
                "lane-now",
                "lane-soon",
                "lane-done",
                "kept-notyet",
                "kept-partly",
                "kept-kept",
            ] {
                assert!(Words::has(lang, key), "{key}");
            }
        }
    }

    #[test]
    fn every_problem_has_a_page() {
        for code in codes::ALL {
            let page = super::problem_html(code, Some("x=y&lang=en"), Lang::Da);
            assert!(
                page.contains("lang=\"en\"") && !page.contains(&format!(">problem-{code}<")),
                "{code}"
            );
        }
    }

    #[test]
    fn no_page_has_an_inline_style_or_script() {
        let reader = super::reader::Reader::new(None, Lang::Da);
        let page = super::sign_in::sign_in_page(&reader, crate::demo::households(), None);
        assert!(page.contains("Familien Lund") && page.contains("Uldum"));
        assert!(!page.contains("style=") && !page.contains("<style") && !page.contains("onclick"));
        assert!(!page.contains("<script>"));
    }
}
