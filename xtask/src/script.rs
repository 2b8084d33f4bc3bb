//! JavaScript for the browser, without what only its readers need.

/// Drops comments that stand on lines of their own, and indentation. Nothing inside a line is touched, so no knowledge
/// of the language is needed; where a text may run over several lines, nothing is touched at all.
pub fn smaller(js: &str) -> String {
    let runs_on = js
        .lines()
        .any(|line| line.matches('`').count() % 2 == 1 || line.ends_with('\\'));
    if runs_on {
        return js.to_owned();
    }
    let mut out = String::with_capacity(js.len());
    let mut in_comment = false;
    for line in js.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if in_comment {
            match line.split_once("*/") {
                // Code behind a comment on its last line: keep the line whole.
                Some((_, rest)) if !rest.is_empty() && line.starts_with("/*") => out.extend([line, "\n"]),
                Some((_, rest)) if !rest.is_empty() => out.extend([rest.trim_start(), "\n"]),
                _ => {}
            }
            in_comment = !line.contains("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            out.extend([line, "\n"]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_code_stays() {
        let js = "/**\n * Head.\n */\nclass A {\n    // why\n    /* short */\n    b(c) {\n        return c / 2; // half\n    }\n}\n/* kept */ d();\n/* e\n */ f();\n";
        assert_eq!(
            smaller(js),
            "class A {\nb(c) {\nreturn c / 2; // half\n}\n}\n/* kept */ d();\nf();\n"
        );
    }

    #[test]
    fn a_text_over_several_lines_is_left_alone() {
        let js = "const a = `one\n    // two`;\n";
        assert_eq!(smaller(js), js);
    }
}
