//! Files in and out, and the rules of law.

use super::{Case, FORM, NOBODY, STRANGER, Things, case};
use shared::problem::codes;

const FILE: &str = "multipart/form-data; boundary=between";

fn form(name: &str, text: &str) -> String {
    format!("--between\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"a\"\r\n\r\n{text}\r\n--between--\r\n")
}

pub fn cases(things: &Things) -> Vec<Case> {
    let [mette, samira] = [&things.mette, &things.samira].map(String::as_str);
    let (all, one) = ("/desk/exchange", "/desk/exchange/{book}");
    let (take, back) = ("/desk/exchange/{book}/take", "/desk/exchange/{book}/back");
    let (rules, file) = ("/desk/rules", "/desk/rules/{id}");
    let sheet = r#"{"as_of":1000000,"headings":["Fornavn","By"],"rows":[["Berit","Uldum"],["","Atlantis"]]}"#;
    let mut cases = vec![
        case("get", all, 200).by(mette),
        case("get", all, 200).fill("?added=2&changed=1&left=1").by(mette),
        case("post", one, 200)
            .fill("people")
            .by(mette)
            .body(FILE, form("file", "Fornavn;By\r\nBerit;Uldum\r\n")),
        case("post", one, 200).fill("people").by(mette).body(FILE, form("file", "")),
        case("post", one, 200).fill("places").by(mette).body(FILE, form("file", "{}")),
        case("post", one, 200)
            .fill("places")
            .by(mette)
            .body(FILE, form("file", "PK no workbook")),
        case("post", take, 303)
            .fill("people")
            .by(mette)
            .body(FILE, form("sheet", sheet)),
        case("post", back, 200)
            .fill("people")
            .by(mette)
            .body(FILE, form("sheet", sheet)),
        case("post", back, 200)
            .fill("people ?format=xlsx")
            .by(mette)
            .body(FILE, form("sheet", sheet)),
        case("get", rules, 200).by(mette),
        case("get", rules, 200).fill("?q=praktik").by(mette),
        case("post", rules, 303)
            .by(mette)
            .body(FILE, form("file", r#"{"checked":"2026-11-22","rules":[]}"#)),
        case("post", rules, 422).by(mette).body(FILE, form("file", "no rules")),
        case("get", file, 404).fill(NOBODY).by(mette).code(codes::NOT_FOUND),
        case("post", file, 404)
            .fill(NOBODY)
            .by(mette)
            .body(FORM, "from=2026-12-01&act=count")
            .code(codes::NOT_FOUND),
        case("post", file, 422)
            .fill(NOBODY)
            .by(mette)
            .body(FORM, "from=2026-12-01&act=dance")
            .code(codes::BAD_INPUT),
    ];
    for book in ["people", "workplaces", "places"] {
        for format in ["", " ?format=xlsx", " ?format=csv&needs=yes"] {
            cases.push(case("get", one, 200).fill(format!("{book}{format}")).by(mette));
        }
    }
    cases.push(case("get", one, 200).fill("places ?format=jsonld").by(mette));
    cases.push(
        case("get", one, 404)
            .fill("people ?format=jsonld")
            .by(mette)
            .code(codes::NOT_FOUND),
    );
    cases.push(case("get", one, 404).fill("plans").by(mette).code(codes::NOT_FOUND));
    for (verb, path, fill) in [
        ("get", all, ""),
        ("get", one, "people"),
        ("post", one, "people"),
        ("post", take, "people"),
        ("post", back, "people"),
        ("get", rules, ""),
        ("post", rules, ""),
        ("get", file, NOBODY),
    ] {
        let asked = || {
            case(verb, path, 404)
                .fill(fill)
                .body(FILE, form("file", ""))
                .code(codes::NOT_FOUND)
        };
        cases.push(asked().by(samira));
        cases.push(Case {
            status: 303,
            code: None,
            ..asked()
        });
    }
    for (path, fill) in [(one, "people"), (take, "people"), (back, "people"), (rules, "")] {
        let asked = |status| case("post", path, status).fill(fill).by(mette);
        cases.push(
            asked(403)
                .from(STRANGER)
                .body(FILE, form("file", ""))
                .code(codes::WRONG_ORIGIN),
        );
        cases.push(asked(422).body(FORM, "file=a").code(codes::BAD_INPUT));
    }
    for path in [take, back] {
        let asked = |text: &str| {
            case("post", path, 422)
                .fill("people")
                .by(mette)
                .body(FILE, form("sheet", text))
        };
        cases.push(asked("nonsense").code(codes::BAD_INPUT));
        let wide = format!(r#"{{"as_of":1,"headings":[{}],"rows":[]}}"#, ["\"a\""; 61].join(","));
        cases.push(asked(&wide).code(codes::BAD_INPUT));
        cases.push(
            case("post", path, 404)
                .fill("plans")
                .by(mette)
                .body(FILE, form("sheet", sheet))
                .code(codes::NOT_FOUND),
        );
    }
    cases
}
