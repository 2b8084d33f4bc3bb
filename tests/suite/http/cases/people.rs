//! Who sits at the table, the links to it, and asking for a seat.

use super::{Case, ELSEWHERE, FORM, NOBODY, Things, case};
use shared::problem::codes;
use tests::socket::plan_of;

pub fn cases(things: &Things) -> Vec<Case> {
    let [maja, karin, bent] = [&things.maja, &things.karin, &things.bent].map(String::as_str);
    let member = things.member;
    let lund = plan_of("Lund");
    let people = "/plans/{plan_id}/people";
    let one = "/plans/{plan_id}/people/{member_id}";
    let link = "/plans/{plan_id}/people/{member_id}/link";
    let seat = "/plans/{plan_id}/seat";
    let door = "/invitations/{token}";
    // Ids that nobody has used, one for each form.
    let id = |n: u32| format!("01930000-0000-7000-8000-0000000002{n:02}");
    let add = format!("change_id={}&ask=add&name=Kurt&relation=morfar", id(1));
    let nobody = format!("change_id={}&ask=add&name=+&relation=gudmor", id(2));
    let make = format!("change_id={}&what=make", id(3));
    let ask = format!("change_id={}&relation=nabo&purpose=hj%C3%A6lpe", id(4));
    let say_nothing = format!("change_id={}&relation=nabo&purpose=+", id(5));
    vec![
        case("get", people, 200).fill(lund).by(maja),
        case("get", people, 200).fill(format!("{lund} ?ready=nonsense")).by(karin),
        case("get", people, 303).fill(lund),
        case("get", people, 404).fill(lund).by(bent).code(codes::NOT_FOUND),
        case("post", people, 303).fill(lund).by(maja).body(FORM, &add),
        case("post", people, 422).fill(lund).by(maja).body(FORM, &nobody),
        case("post", people, 404)
            .fill(lund)
            .by(bent)
            .body(FORM, &add)
            .code(codes::NOT_FOUND),
        case("post", people, 403)
            .fill(lund)
            .by(maja)
            .body(FORM, &add)
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
        case("get", one, 200).fill(format!("{lund} {member}")).by(maja),
        case("get", one, 303).fill(format!("{lund} {member}")),
        case("get", one, 404)
            .fill(format!("{lund} {NOBODY}"))
            .by(maja)
            .code(codes::NOT_FOUND),
        // She has an account, so no link is made.
        case("post", link, 303)
            .fill(format!("{lund} {member}"))
            .by(maja)
            .body(FORM, &make),
        case("post", link, 404)
            .fill(format!("{lund} {member}"))
            .by(karin)
            .body(FORM, &make)
            .code(codes::NOT_FOUND),
        case("post", link, 422)
            .fill(format!("{lund} {member}"))
            .by(maja)
            .body(FORM, "what=keep")
            .code(codes::BAD_INPUT),
        case("get", seat, 200).fill(lund).by(bent),
        case("get", seat, 200).fill(NOBODY).by(bent),
        case("get", seat, 303).fill(lund),
        case("get", seat, 404).fill("nonsense").by(bent).code(codes::NOT_FOUND),
        case("post", seat, 303).fill(NOBODY).by(bent).body(FORM, &ask),
        case("post", seat, 422).fill(NOBODY).by(bent).body(FORM, &say_nothing),
        case("post", seat, 403)
            .fill(lund)
            .by(bent)
            .body(FORM, &ask)
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
        case("get", door, 410).fill("nonsense"),
        case("post", door, 410).fill("nonsense"),
        case("post", door, 403)
            .fill("nonsense")
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
    ]
}
