//! The pages that we serve ourselves: sign-in, a plan, what went wrong, and the window through which
//! someone signs in for another site.
//!
//! They are whole without a script: a plan can be read, printed and signed out of as plain HTML. The
//! board, where a browser can run it, takes the plain text's place. No page has an inline style or script.

pub mod address;
pub mod desk;
pub mod embed;
pub mod entrance;
pub mod frame;
pub mod my_part;
pub mod my_work;
pub mod own_page;
pub mod papers;
pub mod parts;
pub mod plain_plan;
pub mod plan_page;
pub mod problem_page;
pub mod profile;
pub mod reader;
pub mod routes;
pub mod sign_in;
pub mod skills;
pub mod what_if;

pub use problem_page::problem_html;
pub use routes::{for_other_sites, not_found, routes};

/// What opens by a link that is good once; its secret stands behind the door's name.
const DOORS: [&str; 3] = [papers::people::DOOR, skills::DOOR, own_page::DOOR];

/// A path as it may stand in a log: the secret of a link left out.
pub fn without_secret(path: &str) -> &str {
    let is_before = |door: &&str| path.strip_prefix(*door).is_some_and(|rest| rest.starts_with('/'));
    DOORS.into_iter().find(is_before).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use crate::words::{Lang, Words};
    use shared::problem::codes;
    use std::fs;
    use std::path::Path;

    #[test]
    fn the_secret_of_a_link_is_not_in_a_log() {
        for (path, logged) in [
            ("/skills/abc", "/skills"),
            ("/own-page/abc", "/own-page"),
            ("/invitations/abc?lang=da", "/invitations"),
            ("/skillset/abc", "/skillset/abc"),
            ("/desk/courses", "/desk/courses"),
            ("/plans/1/people", "/plans/1/people"),
        ] {
            assert_eq!(super::without_secret(path), logged);
        }
    }

    /// Every source file of our pages and of the API's page.
    fn sources() -> Vec<String> {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let (mut folders, mut sources) = (vec![src.join("pages"), src.join("api")], Vec::new());
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    sources.push(fs::read_to_string(path).unwrap());
                }
            }
        }
        sources
    }

    /// The keys that are written out between the brackets of `say` and its like.
    fn said(sources: &[String]) -> impl Iterator<Item = &str> {
        let calls = ["say(\"", "say_with(\"", "say_count(\"", "group(reader, \""];
        sources.iter().flat_map(move |source| {
            calls
                .into_iter()
                .flat_map(move |call| source.split(call).skip(1).filter_map(|rest| rest.split('"').next()))
        })
    }

    #[test]
    fn every_sentence_of_our_pages_exists_in_both_languages() {
        let sources = sources();
        assert!(said(&sources).count() > 400);
        let choices = super::reader::CHOICES.map(|choice| choice.key);
        for lang in Lang::ALL {
            for key in said(&sources).chain(choices) {
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
            let page = super::problem_html(code, "/my-work/asks/x?x=y&lang=en", Lang::Da);
            assert!(
                page.contains("lang=\"en\"") && !page.contains(&format!(">problem-{code}<")),
                "{code}"
            );
        }
    }

    #[test]
    fn no_page_has_an_inline_style_or_script() {
        let reader = super::reader::Reader::new(None, Lang::Da);
        let page = super::sign_in::sign_in_page(&reader, crate::demo::households(), super::sign_in::AtDoor::default());
        assert!(page.contains("Familien Lund") && page.contains("Uldum"));
        assert!(!page.contains("style=") && !page.contains("<style") && !page.contains("onclick"));
        assert!(!page.contains("<script>"));
    }
}
