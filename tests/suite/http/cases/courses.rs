//! What comes after a yes: at the desk, on one's own page, and at the door where a company signs.

use super::matching::{candidate, course, placement};
use super::{Case, FORM, NOBODY, STRANGER, Things, case};
use shared::problem::codes;

pub fn cases(things: &Things) -> Vec<Case> {
    let [mette, samira, karin] = [&things.mette, &things.samira, &things.karin].map(String::as_str);
    let (rahel, kim, sahra, hers) = (course("Rahel"), course("Kim"), course("Sahra"), course("Samira"));
    let (list, new, one) = ("/desk/courses", "/desk/courses/new", "/desk/courses/{id}");
    let no = "/desk/courses/no";
    let (sheet, link, door) = ("/desk/courses/{id}/sheet", "/desk/courses/{id}/link", "/skills/{token}");
    let (own, signed) = ("/my-work/courses/{id}", "/my-work/courses/{id}/signed");
    let two = format!(
        "?person={}&placement={}",
        candidate("Samira"),
        placement("Køkkenet på Lindelunden")
    );
    let mut cases = vec![
        case("get", list, 200).fill("?q=snegle").by(mette),
        case("get", new, 404).by(mette).code(codes::NOT_FOUND),
        case("get", sheet, 404).fill(sahra).by(mette).code(codes::NOT_FOUND),
        case("get", door, 410).fill("nonsense"),
        case("post", door, 410).fill("nonsense").body(FORM, "name=a&task=1"),
        case("post", door, 403)
            .fill("nonsense")
            .body(FORM, "name=a&task=1")
            .from(STRANGER)
            .code(codes::WRONG_ORIGIN),
    ];
    for (path, fill) in [
        (list, String::new()),
        (new, two),
        (one, rahel.to_string()),
        (sheet, rahel.to_string()),
    ] {
        cases.extend([
            case("get", path, 200).fill(&fill).by(mette),
            case("get", path, 303).fill(&fill),
            case("get", path, 404).fill(&fill).by(samira).code(codes::NOT_FOUND),
        ]);
        if path.contains('{') {
            cases.push(case("get", path, 404).fill(NOBODY).by(mette).code(codes::NOT_FOUND));
        }
    }
    let nobody_said_yes = format!(
        "person={}&placement={}&talked=2020-01-01&from=2020-01-01&until=2020-02-01&hours=15",
        candidate("Tesfay"),
        placement("Svejser")
    );
    let nobody_waits = format!("person={}&placement={}", candidate("Tesfay"), placement("Svejser"));
    // Each with something to send, and what comes of it.
    type Post<'a> = (&'static str, String, &'a str, &'a str, u16, Option<&'static str>);
    let posts: [Post<'_>; 7] = [
        (no, String::new(), mette, &nobody_waits, 303, None),
        (new, String::new(), mette, &nobody_said_yes, 404, Some(codes::NOT_FOUND)),
        (one, rahel.to_string(), mette, "step=grant", 422, None),
        (one, rahel.to_string(), mette, "step=nonsense", 422, Some(codes::BAD_INPUT)),
        (link, kim.to_string(), mette, "", 200, None),
        (own, hers.to_string(), samira, "answer=no-calls", 303, None),
        (signed, hers.to_string(), samira, "task=1", 303, None),
    ];
    for (path, fill, session, body, status, code) in posts {
        let post = |status| case("post", path, status).fill(&fill).body(FORM, body);
        let good = post(status).by(session);
        cases.extend([
            match code {
                Some(code) => good.code(code),
                None => good,
            },
            post(303),
            post(404).by(karin).code(codes::NOT_FOUND),
            post(403).by(session).from(STRANGER).code(codes::WRONG_ORIGIN),
        ]);
    }
    cases.extend([
        case("post", one, 303)
            .fill(rahel)
            .by(mette)
            .body(FORM, "step=talk&week=2&with=both"),
        case("post", one, 404)
            .fill(NOBODY)
            .by(mette)
            .body(FORM, "step=end")
            .code(codes::NOT_FOUND),
        case("post", new, 422)
            .by(mette)
            .body(FORM, "person=nonsense")
            .code(codes::BAD_INPUT),
        case("post", no, 422)
            .by(mette)
            .body(FORM, "person=nonsense")
            .code(codes::BAD_INPUT),
        case("post", no, 404)
            .by(mette)
            .body(FORM, format!("person={}&placement={NOBODY}", candidate("Tesfay")))
            .code(codes::NOT_FOUND),
        case("post", link, 404)
            .fill(rahel)
            .by(mette)
            .body(FORM, "")
            .code(codes::NOT_FOUND),
        case("post", own, 404)
            .fill(rahel)
            .by(samira)
            .body(FORM, "answer=stop")
            .code(codes::NOT_FOUND),
        case("post", own, 422)
            .fill(hers)
            .by(samira)
            .body(FORM, "answer=maybe")
            .code(codes::BAD_INPUT),
        case("post", signed, 404)
            .fill(NOBODY)
            .by(samira)
            .body(FORM, "")
            .code(codes::NOT_FOUND),
    ]);
    cases
}
