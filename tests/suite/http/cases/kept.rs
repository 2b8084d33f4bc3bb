//! A plan begins, is taken along, and is kept.

use super::{Case, ELSEWHERE, FORM, NOBODY, Things, case};
use shared::problem::codes;
use tests::socket::plan_of;

pub fn cases(things: &Things) -> Vec<Case> {
    let [maja, karin, bent] = [&things.maja, &things.karin, &things.bent].map(String::as_str);
    let member = things.member;
    let lund = plan_of("Lund");
    let start = "/plans/{plan_id}/start/{step}";
    let new_plan = "/new-plan";
    let export = "/plans/{plan_id}/export";
    let json = "/plans/{plan_id}/export.json";
    let html = "/plans/{plan_id}/export.html";
    let filed = "/plans/{plan_id}/filed/{filed_id}";
    let document = "/plans/{plan_id}/filed/{filed_id}/document.txt";
    // Ids that nobody has used, one for each form.
    let id = |n: u32| format!("01930000-0000-7000-8000-0000000001{n:02}");
    let kept = id(1);
    let keep = format!("change_id={kept}&met_on=2026-01-10&kle=27.27.06+G01&present={member}");
    let dream = format!("change_id={}&words=En+hund", id(2));
    let family = format!("change_id={}&family=Familien+Bro&adult=Ida", id(3));
    let mut all = vec![
        case("post", export, 303).fill(lund).by(karin).body(FORM, &keep),
        case("post", export, 404)
            .fill(lund)
            .by(maja)
            .body(FORM, &keep)
            .code(codes::NOT_FOUND),
        case("post", export, 422)
            .fill(lund)
            .by(karin)
            .body(FORM, "kle=27.27.06")
            .code(codes::BAD_INPUT),
        // Nobody of that id sits at the table.
        case("post", export, 422)
            .fill(lund)
            .by(karin)
            .body(
                FORM,
                format!("change_id={}&met_on=2026-01-10&kle=27.27.06&present={NOBODY}", id(4)),
            )
            .code(codes::BAD_INPUT),
        case("get", filed, 404)
            .fill(format!("{lund} {NOBODY}"))
            .by(maja)
            .code(codes::NOT_FOUND),
        case("get", document, 404)
            .fill(format!("{lund} nonsense"))
            .by(maja)
            .code(codes::NOT_FOUND),
        case("get", start, 200).fill(format!("{lund} 1")).by(maja),
        case("get", start, 200).fill(format!("{lund} end")).by(maja),
        case("get", start, 404)
            .fill(format!("{lund} 4"))
            .by(maja)
            .code(codes::NOT_FOUND),
        case("get", start, 404)
            .fill(format!("{lund} 1"))
            .by(karin)
            .code(codes::NOT_FOUND),
        case("get", start, 303).fill(format!("{lund} 1")),
        case("post", start, 303).fill(format!("{lund} 1")).by(maja).body(FORM, &dream),
        case("post", start, 422)
            .fill(format!("{lund} 1"))
            .by(maja)
            .body(FORM, "words=En+hund")
            .code(codes::BAD_INPUT),
        case("post", start, 404)
            .fill(format!("{lund} end"))
            .by(maja)
            .body(FORM, &dream)
            .code(codes::NOT_FOUND),
        case("get", new_plan, 200).by(karin),
        case("get", new_plan, 303),
        case("get", new_plan, 404).by(maja).code(codes::NOT_FOUND),
        case("post", new_plan, 200).by(karin).body(FORM, &family),
        case("post", new_plan, 303).by(karin).body(FORM, &family),
        case("post", new_plan, 422)
            .by(karin)
            .body(FORM, "family=Familien+Bro")
            .code(codes::BAD_INPUT),
        case("post", new_plan, 401).body(FORM, &family).code(codes::SIGNED_OUT),
    ];
    for path in [export, json, html] {
        all.push(case("get", path, 200).fill(lund).by(karin));
        all.push(case("get", path, 303).fill(lund));
        all.push(case("get", path, 404).fill(lund).by(bent).code(codes::NOT_FOUND));
    }
    for path in [filed, document] {
        all.push(case("get", path, 200).fill(format!("{lund} {kept}")).by(maja));
        all.push(case("get", path, 303).fill(format!("{lund} {kept}")));
    }
    for (path, fill, by, body) in [
        (export, lund.to_string(), karin, &keep),
        (start, format!("{lund} 1"), maja, &dream),
        (new_plan, String::new(), karin, &family),
    ] {
        let elsewhere = case("post", path, 403).fill(fill).by(by).body(FORM, body).from(ELSEWHERE);
        all.push(elsewhere.code(codes::WRONG_ORIGIN));
    }
    all
}
