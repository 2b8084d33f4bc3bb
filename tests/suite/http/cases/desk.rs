//! The job consultant's desk.

use super::matching::{candidate, placement};
use super::{Case, FORM, NOBODY, STRANGER, Things, case};
use shared::problem::codes;

pub fn cases(things: &Things) -> Vec<Case> {
    let [mette, samira] = [&things.mette, &things.samira].map(String::as_str);
    let (her, kitchen, shop) = (
        candidate("Samira"),
        placement("Køkkenet på Lindelunden"),
        placement("Varer på hylder"),
    );
    let (person, place, compare) = ("/desk/people/{id}", "/desk/places/{id}", "/desk/compare");
    let (ask, undo) = ("/desk/people/{id}/ask", "/desk/undo");
    let two = format!("?person={her}&left={kitchen}&right={shop}");
    let mut cases = vec![
        case("get", "/desk", 303).by(mette),
        case("get", person, 404).fill("nonsense").by(mette).code(codes::NOT_FOUND),
        case("get", place, 404).fill("nonsense").by(mette).code(codes::NOT_FOUND),
        case("get", person, 200)
            .fill(format!("{her} ?q=butik&place={shop}"))
            .by(mette),
        case("get", "/desk/people", 200).fill("?q=uldum").by(mette),
        case("get", compare, 404).by(mette).code(codes::NOT_FOUND),
        case("get", compare, 404)
            .fill(format!("?person={her}&left={kitchen}&right={NOBODY}"))
            .by(mette)
            .code(codes::NOT_FOUND),
    ];
    for (path, fill) in [
        ("/desk", String::new()),
        ("/desk/people", String::new()),
        (person, her.to_string()),
        ("/desk/places", String::new()),
        (place, kitchen.to_string()),
        (compare, two),
    ] {
        if path != "/desk" {
            cases.push(case("get", path, 200).fill(&fill).by(mette));
        }
        cases.extend([
            case("get", path, 303).fill(&fill),
            // Whoever is no consultant finds no desk.
            case("get", path, 404).fill(&fill).by(samira).code(codes::NOT_FOUND),
        ]);
    }
    let about = format!("placement={kitchen}");
    let taken_back = format!("person={her}&placement={kitchen}");
    for (path, fill, body) in [
        (ask, her.to_string(), about.as_str()),
        (undo, String::new(), taken_back.as_str()),
    ] {
        cases.extend([
            case("post", path, 303).fill(&fill).by(mette).body(FORM, body),
            case("post", path, 303).fill(&fill).body(FORM, body),
            case("post", path, 404)
                .fill(&fill)
                .by(samira)
                .body(FORM, body)
                .code(codes::NOT_FOUND),
            case("post", path, 403)
                .fill(&fill)
                .by(mette)
                .body(FORM, body)
                .from(STRANGER)
                .code(codes::WRONG_ORIGIN),
            case("post", path, 422)
                .fill(&fill)
                .by(mette)
                .body(FORM, "placement=nonsense")
                .code(codes::BAD_INPUT),
        ]);
    }
    let aloud = "/desk/people/{id}/aloud";
    let asked = format!("placement={shop}");
    let [yes, old, other, back] = [("yes", 1), ("yes", 9), ("perhaps", 1), ("back", 1)]
        .map(|(answer, version)| format!("{asked}&answer={answer}&text_version={version}"));
    let hers = format!("{her} ?{asked}");
    let post = |body: &str, status| case("post", aloud, status).fill(her).body(FORM, body);
    cases.extend([
        // Nobody has asked yet.
        case("get", aloud, 404).fill(&hers).by(mette).code(codes::NOT_FOUND),
        case("get", aloud, 404).fill(her).by(mette).code(codes::NOT_FOUND),
        post(&yes, 404).by(mette).code(codes::NOT_FOUND),
        case("post", ask, 303).fill(her).by(mette).body(FORM, &asked),
        case("get", aloud, 200).fill(&hers).by(mette),
        case("get", aloud, 303).fill(&hers),
        case("get", aloud, 404).fill(&hers).by(samira).code(codes::NOT_FOUND),
        post(&old, 422).by(mette),
        post(&other, 422).by(mette).code(codes::BAD_INPUT),
        post(&yes, 403).by(mette).from(STRANGER).code(codes::WRONG_ORIGIN),
        post(&yes, 404).by(samira).code(codes::NOT_FOUND),
        post(&yes, 303),
        post(&yes, 303).by(mette),
        // It is answered.
        post(&yes, 404).by(mette).code(codes::NOT_FOUND),
        post(&back, 404).by(samira).code(codes::NOT_FOUND),
        post(&back, 303).by(mette),
    ]);
    let searches = "/desk/searches";
    let search = "do=save&list=people&query=near%3DUldum&name=Uldum";
    cases.extend([
        case("post", searches, 303).by(mette).body(FORM, search),
        case("post", searches, 303).body(FORM, search),
        case("post", searches, 404)
            .by(samira)
            .body(FORM, search)
            .code(codes::NOT_FOUND),
        case("post", searches, 404)
            .by(mette)
            .body(FORM, format!("do=remove&list=people&query=&search={NOBODY}"))
            .code(codes::NOT_FOUND),
        case("post", searches, 403)
            .by(mette)
            .body(FORM, search)
            .from(STRANGER)
            .code(codes::WRONG_ORIGIN),
        case("post", searches, 422)
            .by(mette)
            .body(FORM, "do=save")
            .code(codes::BAD_INPUT),
        case("get", "/desk/people", 200)
            .fill("?near=Uldum&km=5&free=25-26&since=x")
            .by(mette),
        case("get", "/desk/places", 200)
            .fill("?danish=A2&within=man-fre+8-16&since=3")
            .by(mette),
    ]);
    cases.extend([
        case("post", undo, 303).by(mette).body(FORM, ""),
        case("post", ask, 404)
            .fill(her)
            .by(mette)
            .body(FORM, format!("placement={NOBODY}"))
            .code(codes::NOT_FOUND),
    ]);
    cases
}
