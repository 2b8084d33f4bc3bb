//! The candidate's own pages, and the form of a profile.

use super::matching::{candidate, placement};
use super::{Case, FORM, JSON, NOBODY, STRANGER, Things, case};
use shared::problem::codes;

const FILE: &str = "multipart/form-data; boundary=edge";
const CALENDAR: &str = "--edge\r\nContent-Disposition: form-data; name=\"frame\"\r\n\r\nman 8-9\r\n\
    --edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.ics\"\r\n\r\n\
    BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n\r\n--edge--\r\n";

pub fn cases(things: &Things) -> Vec<Case> {
    let [mette, samira, karin] = [&things.mette, &things.samira, &things.karin].map(String::as_str);
    let kitchen = placement("Køkkenet på Lindelunden");
    let ask = "/my-work/asks/{placement_id}";
    let edit = "/desk/people/{id}/edit";
    let thinks = "/desk/people/{id}/what-if";
    let new = "/desk/people/new";
    let her = candidate("Samira");
    let mut cases = Vec::new();
    for path in [
        "/my-work",
        "/my-work/what-if",
        "/my-work/profile",
        "/my-work/week",
        "/my-work/not",
        "/my-work/seen",
        "/my-work/messages",
        "/my-work/day-jobs",
    ] {
        cases.extend([
            case("get", path, 200).by(samira),
            case("get", path, 303),
            case("get", path, 404).by(karin).code(codes::NOT_FOUND),
        ]);
    }
    cases.extend([
        case("get", "/my-work", 200)
            .fill("?leaves=28&home_by=72&by=car&longest=60")
            .by(samira),
        case("get", "/my-work", 200).fill("?leaves=nine&by=plane").by(samira),
        case("get", thinks, 200).fill(her).by(mette),
        case("get", thinks, 303).fill(her),
        case("get", thinks, 404).fill(her).by(samira).code(codes::NOT_FOUND),
        case("get", thinks, 404).fill(NOBODY).by(mette).code(codes::NOT_FOUND),
        case("get", thinks, 404).fill("nonsense").by(mette).code(codes::NOT_FOUND),
        case("get", ask, 200).fill(kitchen).by(samira),
        case("get", ask, 303).fill(kitchen),
        case("get", ask, 404).fill(kitchen).by(karin).code(codes::NOT_FOUND),
        case("get", ask, 404).fill(NOBODY).by(samira).code(codes::NOT_FOUND),
        case("get", ask, 404).fill("nonsense").by(samira).code(codes::NOT_FOUND),
        case("get", edit, 200).fill(her).by(mette),
        case("get", edit, 303).fill(her),
        case("get", edit, 404).fill(her).by(samira).code(codes::NOT_FOUND),
        case("get", edit, 404).fill(NOBODY).by(mette).code(codes::NOT_FOUND),
        case("get", new, 200).by(mette),
        case("get", new, 404).by(samira).code(codes::NOT_FOUND),
    ]);
    let nobody = format!("placement={NOBODY}");
    // Each with something to send, and what comes of it.
    let posts: [(&'static str, String, &str, &str, u16); 7] = [
        ("/my-work/messages", String::new(), samira, "do=stop", 303),
        ("/my-work", String::new(), samira, "day_jobs=yes", 303),
        ("/my-work/not", String::new(), samira, &nobody, 303),
        (ask, kitchen.to_string(), samira, "answer=yes&text_version=1", 303),
        ("/my-work/week", String::new(), samira, "what=paint&stored=%7B%7D", 422),
        ("/my-work/profile", String::new(), samira, "seen=0&first_name=", 422),
        (edit, her.to_string(), mette, "seen=0&first_name=", 422),
    ];
    for (path, fill, session, body, status) in posts {
        let post = |status| case("post", path, status).fill(&fill).body(FORM, body);
        cases.extend([
            post(status).by(session),
            post(303),
            post(404).by(karin).code(codes::NOT_FOUND),
            post(403).by(session).from(STRANGER).code(codes::WRONG_ORIGIN),
            case("post", path, 415)
                .fill(&fill)
                .by(session)
                .body(JSON, "{}")
                .code(codes::BAD_INPUT),
        ]);
    }
    for (path, fill, session) in [
        ("/my-work/profile/erase", String::new(), samira),
        ("/desk/people/{id}/erase", her.to_string(), mette),
    ] {
        let post = |status| case("post", path, status).fill(&fill).body(FORM, "sure=no");
        cases.extend([
            post(422).by(session).code(codes::BAD_INPUT),
            post(303),
            post(404).by(karin).code(codes::NOT_FOUND),
            post(403).by(session).from(STRANGER).code(codes::WRONG_ORIGIN),
        ]);
    }
    let (makes, door) = ("/desk/people/{id}/own-page", "/own-page/{token}");
    let somebody = candidate("Viggo");
    let open = |token: &str, body: &str, status| case("post", door, status).fill(token).body(FORM, body);
    cases.extend([
        case("post", makes, 200).fill(somebody).by(mette),
        case("post", makes, 303).fill(somebody),
        case("post", makes, 403)
            .fill(somebody)
            .by(mette)
            .from(STRANGER)
            .code(codes::WRONG_ORIGIN),
        case("post", makes, 404).fill(somebody).by(samira).code(codes::NOT_FOUND),
        case("post", makes, 404).fill(NOBODY).by(mette).code(codes::NOT_FOUND),
        // She signs in as she does for all else.
        case("post", makes, 404).fill(her).by(mette).code(codes::NOT_FOUND),
        case("get", door, 200).fill(&things.own_page),
        case("get", door, 200).fill(&things.own_page).by(samira),
        case("get", door, 410).fill("nonsense"),
        open(&things.own_page, "do=open", 403)
            .from(STRANGER)
            .code(codes::WRONG_ORIGIN),
        open(&things.own_page, "do=nothing", 422).code(codes::BAD_INPUT),
        // Whoever is nobody here, or has a page already, has nothing to add it to.
        open(&things.own_page, "do=join", 422).code(codes::BAD_INPUT),
        open(&things.own_page, "do=join", 422).by(samira).code(codes::BAD_INPUT),
        open(&things.own_page, "do=open", 303),
        open(&things.own_page, "do=open", 410),
        case("get", door, 410).fill(&things.own_page),
        open(&things.other_page, "do=join", 303).by(&things.bent),
        open("nonsense", "do=open", 410),
    ]);
    let post = |path: &'static str, body: &str, status| case("post", path, status).body(FORM, body);
    cases.extend([
        post("/my-work", "status=Underway", 422).by(samira).code(codes::BAD_INPUT),
        post("/my-work/not", "placement=nonsense", 422)
            .by(samira)
            .code(codes::BAD_INPUT),
        post("/my-work/messages", "do=call", 422).by(samira).code(codes::BAD_INPUT),
        post("/my-work/messages", "do=stop&about=signal", 422)
            .by(samira)
            .code(codes::BAD_INPUT),
        post("/my-work/messages", "do=stop&about=ask", 303).by(samira),
        // Nothing here sends.
        post("/my-work/messages", "do=save&phone=12345678", 404)
            .by(samira)
            .code(codes::NOT_FOUND),
        case("get", "/my-work/day-jobs", 200).fill("?since=0").by(samira),
        post("/desk/signals/phone", "do=stop", 303).by(mette),
        post("/desk/signals/phone", "do=stop", 303),
        post("/desk/signals/phone", "do=stop", 404).by(samira).code(codes::NOT_FOUND),
        post("/desk/signals/phone", "do=save&phone=12345678", 404)
            .by(mette)
            .code(codes::NOT_FOUND),
        post("/desk/signals/phone", "do=call", 422).by(mette).code(codes::BAD_INPUT),
        post("/desk/signals/phone", "do=stop", 403)
            .by(mette)
            .from(STRANGER)
            .code(codes::WRONG_ORIGIN),
        post(ask, "answer=why", 422).fill(kitchen).by(samira).code(codes::BAD_INPUT),
        post(ask, "answer=yes&text_version=9", 422).fill(kitchen).by(samira),
        post(ask, "answer=no", 404).fill(NOBODY).by(samira).code(codes::NOT_FOUND),
        post("/my-work/week", "what=two", 200).by(samira),
        post("/my-work/week", "what=one", 200).by(samira),
        post("/my-work/week", "what=before", 422).by(samira).code(codes::BAD_INPUT),
        post("/my-work/week", "what=labels&label=a&label_when=b", 422).by(samira),
        post("/my-work/week", "what=labels&label=a&label_when=man+8-9", 303).by(samira),
        post(new, "first_name=", 422).by(mette),
        post(new, "first_name=Nadia&home=Uldum", 303).by(mette),
        post(new, "first_name=Nadia", 404).by(samira).code(codes::NOT_FOUND),
        case("post", "/my-work/week/calendar", 200).by(samira).body(FILE, CALENDAR),
        case("post", "/my-work/week/calendar", 303).body(FILE, CALENDAR),
        case("post", "/my-work/week/calendar", 404)
            .by(karin)
            .body(FILE, CALENDAR)
            .code(codes::NOT_FOUND),
        case("post", "/my-work/week/calendar", 422)
            .by(samira)
            .body(FILE, "--edge--\r\n"),
        case("post", "/my-work/week/calendar", 400)
            .by(samira)
            .body(FORM, "a=b")
            .code(codes::BAD_INPUT),
    ]);
    cases
}
