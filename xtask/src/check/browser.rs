//! Who may do what in the browser.

use super::rust::reads;
use super::{Offence, Tree};

pub fn one_file_changes_the_plan(tree: &Tree) -> Vec<Offence> {
    let why =
        "only frontend/src/session.rs changes the plan that is shown; a second hand would show what the server never heard of";
    let mut found = Vec::new();
    for (path, tokens) in tree
        .rust("frontend/src/")
        .filter(|(path, _)| *path != "frontend/src/session.rs")
    {
        for (place, token) in tokens.iter().enumerate() {
            // Asking the session to is how everyone else does it.
            let asks = place > 0 && tokens[place - 1].text == "session";
            let submits = reads(tokens, place, &[".", "submit", "("]) && !asks;
            let is_call = submits || reads(tokens, place, &[".", "apply", "("]);
            if is_call || token.text == "ClientCore" {
                found.push(Offence::new(path, token.line, why));
            }
        }
    }
    found
}

pub fn one_file_talks_to_the_host_page(tree: &Tree) -> Vec<Offence> {
    let why = "only frontend/src/host.rs dispatches events, so that one file shows all that a host page can ever hear";
    let mut found = Vec::new();
    for (path, tokens) in tree.rust("frontend/src/").filter(|(path, _)| *path != "frontend/src/host.rs") {
        let speaks = |text: &str| matches!(text, "dispatch_event" | "CustomEvent" | "CustomEventInit");
        found.extend(
            tokens
                .iter()
                .filter(|token| speaks(&token.text))
                .map(|token| Offence::new(path, token.line, why)),
        );
    }
    found
}

pub fn nothing_is_styled_inline(tree: &Tree) -> Vec<Offence> {
    let why =
        "no `style=` and no `<style>`: a host page's content security policy blocks them; use a class, or CSSOM for what moves";
    let mut found = Vec::new();
    for side in ["frontend/src/", "backend/src/"] {
        for (path, tokens) in tree.rust(side) {
            for (place, token) in tokens.iter().enumerate() {
                let attribute = token.text == "style"
                    && reads(tokens, place + 1, &["="])
                    && tokens
                        .get(place + 2)
                        .is_some_and(|next| next.string().is_some() || matches!(next.text.as_str(), "{" | "("))
                    && !(place > 0 && matches!(tokens[place - 1].text.as_str(), "let" | "mut" | "."));
                let element = reads(tokens, place, &["<", "style", ">"]);
                let in_text = token
                    .string()
                    .is_some_and(|text| text.contains("style=") || text.contains("<style") || text == "style");
                if attribute || element || in_text {
                    found.push(Offence::new(path, token.line, why));
                }
            }
        }
    }
    for (path, text) in tree.texts("frontend/", ".js").chain(tree.texts("backend/", ".js")) {
        for (line, text) in text.lines().enumerate() {
            let code = text.split("//").next().unwrap_or(text);
            let is_comment = text.trim_start().starts_with('*') || text.trim_start().starts_with("/*");
            if !is_comment
                && ["style=", "<style", "'style'", "\"style\"", "cssText"]
                    .iter()
                    .any(|sign| code.contains(sign))
            {
                found.push(Offence::new(path, line + 1, why));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::said_of;
    use super::*;

    #[test]
    fn a_component_may_not_change_the_plan() {
        for planted in [
            "fn a() { core.submit(change, now); }",
            "fn a() { plan.apply(&patch); }",
            "use shared::live::ClientCore;",
        ] {
            assert_eq!(
                said_of(one_file_changes_the_plan, &[("frontend/src/board/view.rs", planted)]).len(),
                1,
                "{planted}"
            );
            assert!(said_of(one_file_changes_the_plan, &[("frontend/src/session.rs", planted)]).is_empty());
        }
        let asked = "fn a() { ctx.props().session.submit(intent, why); }";
        assert!(said_of(one_file_changes_the_plan, &[("frontend/src/board/view.rs", asked)]).is_empty());
    }

    #[test]
    fn a_component_may_not_speak_to_the_host_page() {
        let planted = "fn a() { element.dispatch_event(&event); }";
        assert_eq!(
            said_of(one_file_talks_to_the_host_page, &[("frontend/src/board/view.rs", planted)]).len(),
            1
        );
        assert!(said_of(one_file_talks_to_the_host_page, &[("frontend/src/host.rs", planted)]).is_empty());
    }

    #[test]
    fn nothing_may_be_styled_inline() {
        for planted in [
            "fn a() { html! { <div style=\"color: red\"></div> } }",
            "fn a() { html! { <div style={how}></div> } }",
            "fn a() { html! { <style>{ css }</style> } }",
            "fn a() { element.set_attribute(\"style\", how); }",
        ] {
            assert!(
                !said_of(nothing_is_styled_inline, &[("frontend/src/a.rs", planted)]).is_empty(),
                "{planted}"
            );
        }
        assert_eq!(
            said_of(
                nothing_is_styled_inline,
                &[("frontend/web/a.js", "div.innerHTML = '<style>';\n// no style= here")]
            )
            .len(),
            1
        );
        assert!(
            said_of(
                nothing_is_styled_inline,
                &[(
                    "frontend/src/a.rs",
                    "fn a() { let style = \"x\"; element.style().set_property(a, b); }"
                )]
            )
            .is_empty()
        );
    }
}
