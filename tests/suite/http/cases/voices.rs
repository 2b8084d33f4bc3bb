//! How it goes, what moves, what is strong, and one's own part.

use super::{Case, ELSEWHERE, FORM, NOBODY, Things, case};
use shared::problem::codes;
use tests::socket::plan_of;

pub fn cases(things: &Things) -> Vec<Case> {
    let [maja, bent] = [&things.maja, &things.bent].map(String::as_str);
    let agreement = things.agreement;
    let lund = plan_of("Lund");
    let follow_up = "/plans/{plan_id}/follow-up";
    let kept = "/plans/{plan_id}/follow-up/kept";
    let done = "/plans/{plan_id}/follow-up/done";
    let movement = "/plans/{plan_id}/movement";
    let strengths = "/plans/{plan_id}/strengths";
    let remove = "/plans/{plan_id}/strengths/remove";
    let my_part = "/my-part";
    // Ids that nobody has used, one for each form.
    let id = |n: u32| format!("change_id=01930000-0000-7000-8000-0000000000{n:02}");
    let pulse = format!("{}&face=Well&words=&promises=Kept&needs_help=true", id(1));
    let keeps = format!("{}&agreement_id={agreement}&kept=Partly", id(2));
    let reads = format!("{}&task=Work&face=SoSo&words=Det+går", id(4));
    let strong = format!("{}&is=Works&of=&words=Vi+spiser+sammen", id(5));
    let strength = "strength_id=01930000-0000-7000-8000-000000000005";
    let answer = |plan_id: &str| format!("{}&plan_id={plan_id}&agreement_id={agreement}&yes=true", id(8));
    let lund_text = lund.to_string();
    let mut all = vec![
        case("post", follow_up, 303).fill(lund).by(maja).body(FORM, &pulse),
        case("post", kept, 303).fill(lund).by(maja).body(FORM, &keeps),
        // On a day on which it never comes round.
        case("post", kept, 422)
            .fill(lund)
            .by(maja)
            .body(FORM, format!("{}&agreement_id={agreement}&kept=Kept&on=2026-11-22", id(9))),
        case("post", done, 303).fill(lund).by(maja).body(FORM, id(3)),
        case("post", movement, 303).fill(lund).by(maja).body(FORM, &reads),
        case("post", strengths, 303).fill(lund).by(maja).body(FORM, &strong),
        case("post", remove, 303)
            .fill(lund)
            .by(maja)
            .body(FORM, format!("{}&{strength}", id(6))),
        case("post", remove, 422)
            .fill(lund)
            .by(maja)
            .body(FORM, format!("{}&{strength}", id(7))),
        case("get", my_part, 200).by(maja),
        case("get", my_part, 200).fill("?lang=nonsense&done=nonsense").by(bent),
        case("get", my_part, 303),
        // Nobody asks for an answer.
        case("post", my_part, 422).by(maja).body(FORM, answer(&lund_text)),
        case("post", my_part, 404)
            .by(maja)
            .body(FORM, answer(NOBODY))
            .code(codes::NOT_FOUND),
        case("post", my_part, 404)
            .by(bent)
            .body(FORM, answer(&lund_text))
            .code(codes::NOT_FOUND),
        case("post", my_part, 303).body(FORM, answer(&lund_text)),
        case("post", my_part, 422).by(maja).body(FORM, "").code(codes::BAD_INPUT),
        case("post", my_part, 403)
            .by(maja)
            .from(ELSEWHERE)
            .body(FORM, answer(&lund_text))
            .code(codes::WRONG_ORIGIN),
    ];
    for path in [follow_up, movement, strengths] {
        all.extend([
            case("get", path, 200).fill(lund).by(maja),
            case("get", path, 303).fill(lund),
            case("get", path, 404).fill(lund).by(bent).code(codes::NOT_FOUND),
            case("get", path, 404).fill("nonsense").by(maja).code(codes::NOT_FOUND),
        ]);
    }
    for (path, body) in [
        (follow_up, pulse),
        (kept, keeps),
        (done, id(3)),
        (movement, reads),
        (strengths, strong),
        (remove, format!("{}&{strength}", id(6))),
    ] {
        all.extend([
            case("post", path, 303).fill(lund).body(FORM, &body),
            case("post", path, 404)
                .fill(lund)
                .by(bent)
                .body(FORM, &body)
                .code(codes::NOT_FOUND),
            case("post", path, 422)
                .fill(lund)
                .by(maja)
                .body(FORM, "")
                .code(codes::BAD_INPUT),
            case("post", path, 403)
                .fill(lund)
                .by(maja)
                .from(ELSEWHERE)
                .body(FORM, &body)
                .code(codes::WRONG_ORIGIN),
        ]);
    }
    all
}
