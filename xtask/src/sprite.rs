//! All icons as the symbols of one SVG, so that a board asks for them once; all pictograms as those of another.
//!
//! `frontend/sprite/icons/NAME.svg` becomes `i-NAME`, `frontend/sprite/pictograms/NAME.svg` becomes `p-NAME`. No board
//! can be used without icons, and many a board shows no pictogram, so these come when one is to be seen. Each file is one ordinary SVG that any drawing program opens. Ids inside it are renamed, since all files share one document
//! here. Styles and classes become attributes: a strict content security policy blocks the first, and classes of the
//! same name from two drawings would colour each other.

use crate::{Outcome, files};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::path::Path;

/// The drawings of a folder under ids that begin with the mark.
pub fn sprite(folder: &Path, mark: &str) -> Outcome<String> {
    let mut out = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg">"#);
    for path in files::list(folder, "svg")? {
        let id = format!("{mark}-{}", files::stem(&path));
        let symbol = symbol(&id, &files::read(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        out.push_str(&symbol);
    }
    out.push_str("</svg>");
    Ok(out)
}

/// Elements that say something about the file and draw nothing themselves.
const SILENT: [&str; 4] = ["title", "desc", "metadata", "style"];

pub fn symbol(id: &str, svg: &str) -> Outcome<String> {
    let mut reader = Reader::from_str(svg);
    let mut drawing = Drawing {
        id,
        classes: BTreeMap::new(),
    };
    let mut out = String::new();
    let mut open: Vec<String> = Vec::new();
    loop {
        let event = reader.read_event()?;
        let is_silent = open.iter().any(|name| SILENT.contains(&name.as_str()));
        match &event {
            Event::Start(element) | Event::Empty(element) => {
                let is_open = matches!(event, Event::Start(_));
                let name = element.local_name().as_ref().to_owned();
                if open.is_empty() && name != "svg" {
                    return Err(format!("begins with <{name}> instead of <svg>").into());
                }
                if !is_silent && !SILENT.contains(&name.as_str()) {
                    out.push_str(&drawing.opening(open.is_empty(), &name, element)?);
                    out.push_str(if is_open { ">" } else { "/>" });
                }
                if is_open {
                    open.push(name);
                }
            }
            Event::End(_) => {
                let name = open.pop().unwrap_or_default();
                if !is_silent {
                    out.push_str(&format!("</{}>", if open.is_empty() { "symbol" } else { &name }));
                }
            }
            Event::Text(text) => match open.last().map(String::as_str) {
                Some("style") => drawing.read_style(text)?,
                Some(_) if !is_silent => out.push_str(text.trim()),
                _ => {}
            },
            Event::CData(text) if open.last().is_some_and(|name| name == "style") => drawing.read_style(text)?,
            Event::Eof if open.is_empty() && !out.is_empty() => return Ok(out),
            Event::Eof => return Err("ends too early".into()),
            _ => {}
        }
    }
}

struct Drawing<'a> {
    id: &'a str,
    /// What the drawing's own style sheet says of each class.
    classes: BTreeMap<String, Vec<(String, String)>>,
}

impl Drawing<'_> {
    /// Drawing programs write `.a,.b{fill:#fff}` and nothing else; anything cleverer is refused, not guessed at.
    fn read_style(&mut self, css: &str) -> Outcome {
        for rule in css.split('}').map(str::trim).filter(|rule| !rule.is_empty()) {
            let Some((selectors, body)) = rule.split_once('{') else {
                return Err("has a style sheet that is cut off".into());
            };
            for selector in selectors.split(',').map(str::trim) {
                let Some(class) = selector
                    .strip_prefix('.')
                    .filter(|class| !class.contains([' ', ':', '.', '>']))
                else {
                    return Err(format!("styles `{selector}`; only plain classes can become attributes").into());
                };
                self.classes.entry(class.to_owned()).or_default().extend(declarations(body));
            }
        }
        Ok(())
    }

    /// The start of an element, without its last bracket.
    fn opening(&self, is_root: bool, name: &str, element: &BytesStart<'_>) -> Outcome<String> {
        let id = self.id;
        let mut kept: Vec<(String, String)> = Vec::new();
        let mut styles: Vec<(String, String)> = Vec::new();
        let mut size = BTreeMap::new();
        for attribute in element.attributes() {
            let attribute = attribute?;
            let key = attribute.key.as_ref();
            let value = attribute.value.trim();
            match key {
                "width" | "height" if is_root => {
                    size.insert(key.to_owned(), value.trim_end_matches("px").to_owned());
                }
                "id" | "version" | "x" | "y" | "overflow" | "enable-background" | "role" if is_root => {}
                "xml:space" => {}
                _ if key.starts_with("xmlns") || key.starts_with("sodipodi:") || key.starts_with("inkscape:") => {}
                // A style of the element's own wins over its classes, and both over plain attributes, as in a browser.
                "style" => styles.extend(declarations(value)),
                "class" => {
                    let found = value
                        .split_whitespace()
                        .filter_map(|class| self.classes.get(class))
                        .flatten()
                        .cloned();
                    styles.splice(0..0, found);
                }
                "id" => put(&mut kept, key, &format!("{id}-{value}")),
                "href" | "xlink:href" => put(&mut kept, "href", &value.replacen('#', &format!("#{id}-"), 1)),
                _ => put(&mut kept, key, &value.replace("url(#", &format!("url(#{id}-"))),
            }
        }
        for (key, value) in styles {
            put(&mut kept, &key, &value);
        }
        if is_root && !kept.iter().any(|(key, _)| key == "viewBox") {
            let (Some(width), Some(height)) = (size.get("width"), size.get("height")) else {
                return Err("has neither a viewBox nor a size".into());
            };
            put(&mut kept, "viewBox", &format!("0 0 {width} {height}"));
        }
        let start = if is_root {
            format!(r#"<symbol id="{id}""#)
        } else {
            format!("<{name}")
        };
        Ok(kept
            .iter()
            .fold(start, |out, (key, value)| format!(r#"{out} {key}="{value}""#)))
    }
}

fn declarations(css: &str) -> impl Iterator<Item = (String, String)> {
    css.split(';')
        .filter_map(|part| part.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
}

fn put(attributes: &mut Vec<(String, String)>, key: &str, value: &str) {
    attributes.retain(|(name, _)| name != key);
    attributes.push((key.to_owned(), value.to_owned()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_becomes_a_symbol_with_its_view() {
        let svg = "<?xml version=\"1.0\"?>\n<!-- drawn by us -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24\" height=\"24\" viewBox=\"0 0 24 24\" fill=\"none\">\n  <title>plus</title>\n  <path d=\"M1 1\"/>\n</svg>\n";
        assert_eq!(
            symbol("i-plus", svg).unwrap(),
            r#"<symbol id="i-plus" viewBox="0 0 24 24" fill="none"><path d="M1 1"/></symbol>"#
        );
    }

    #[test]
    fn ids_are_made_unlike_those_of_other_drawings() {
        let svg = r##"<svg viewBox="0 0 1 1"><defs><g id="a"/></defs><use xlink:href="#a"/><path fill="url(#a)"/></svg>"##;
        let symbol = symbol("p-bus", svg).unwrap();
        assert!(
            symbol.contains(r#"id="p-bus-a""#) && symbol.contains(r##"href="#p-bus-a""##) && symbol.contains("url(#p-bus-a)")
        );
    }

    #[test]
    fn styles_and_classes_become_attributes_because_a_strict_page_blocks_them() {
        let svg = r#"<svg width="8px" height="9px"><style>.a,.b{fill:#fff;stroke:#000}.b{fill:none}</style><path fill="red" class="b" style="stroke: blue"/></svg>"#;
        assert_eq!(
            symbol("p-x", svg).unwrap(),
            r##"<symbol id="p-x" viewBox="0 0 8 9"><path fill="none" stroke="blue"/></symbol>"##
        );
    }

    #[test]
    fn what_is_no_plain_drawing_is_refused() {
        assert!(symbol("i-x", "<html></html>").is_err());
        assert!(symbol("i-x", "<svg viewBox='0 0 1 1'><path>").is_err());
        assert!(symbol("i-x", "<svg><path/></svg>").is_err());
        assert!(symbol("i-x", "<svg viewBox='0 0 1 1'><style>path{fill:red}</style></svg>").is_err());
        assert!(symbol("i-x", "").is_err());
    }
}
