//! One good request and the bad ones for every address.

pub mod companies;
pub mod courses;
pub mod desk;
pub mod exchange;
pub mod kept;
pub mod matching;
pub mod my_work;
pub mod people;
pub mod voices;

use serde_json::json;
use shared::ids::{AgreementId, CardId, MemberId, SignalId};
use shared::live::limits::FRAME_IN;
use shared::problem::codes;
use tests::socket::{Site, person, plan_of};

pub const ELSEWHERE: &str = "https://hedensted.example";
pub const STRANGER: &str = "https://stranger.example";
pub const JSON: &str = "application/json";
pub const FORM: &str = "application/x-www-form-urlencoded";
const NOBODY: &str = "00000000-0000-7000-8000-000000000000";
/// A change that nobody else makes.
const ANOTHER: &str = "00000000-0000-7000-8000-0000000000c0";

/// One request and what it must come to.
pub struct Case {
    pub verb: &'static str,
    /// As the document writes it.
    pub path: &'static str,
    /// What stands in its braces, and what follows, with spaces between.
    pub fill: String,
    pub session: Option<String>,
    pub origin: Option<&'static str>,
    pub body: Option<(&'static str, String)>,
    /// On a database that is not the demo's.
    pub plain: bool,
    pub status: u16,
    pub code: Option<&'static str>,
}

fn case(verb: &'static str, path: &'static str, status: u16) -> Case {
    let (fill, session, origin, body, plain, code) = (String::new(), None, None, None, false, None);
    Case {
        verb,
        path,
        fill,
        session,
        origin,
        body,
        plain,
        status,
        code,
    }
}

impl Case {
    fn fill(self, fill: impl ToString) -> Case {
        Case {
            fill: fill.to_string(),
            ..self
        }
    }

    fn by(self, session: &str) -> Case {
        Case {
            session: Some(session.into()),
            ..self
        }
    }

    fn from(self, origin: &'static str) -> Case {
        Case {
            origin: Some(origin),
            ..self
        }
    }

    fn body(self, kind: &'static str, body: impl ToString) -> Case {
        Case {
            body: Some((kind, body.to_string())),
            ..self
        }
    }

    fn without_demo(self) -> Case {
        Case { plain: true, ..self }
    }

    fn code(self, code: &'static str) -> Case {
        Case {
            code: Some(code),
            ..self
        }
    }

    pub fn url(&self, site: &Site) -> String {
        let (mut path, mut fill) = (self.path.to_owned(), self.fill.as_str());
        while let Some((before, after)) = path.clone().split_once('{') {
            let (this, rest) = fill.split_once(' ').unwrap_or((fill, ""));
            let after = after.split_once('}').map_or("", |(_, after)| after);
            (path, fill) = (format!("{before}{this}{after}"), rest);
        }
        site.url(&format!("{path}{fill}"))
    }
}

/// What the requests are about.
pub struct Things {
    /// Sessions: of the Lunds' family, of someone else at their table, of nobody there.
    pub maja: String,
    pub karin: String,
    pub bent: String,
    /// A job consultant, and somebody who looks for work.
    pub mette: String,
    pub samira: String,
    /// At the Lunds' table.
    pub card: CardId,
    pub member: MemberId,
    /// One that does not come round again.
    pub agreement: AgreementId,
    /// Of a sign-in window.
    pub code: String,
    /// One of our pages' own.
    pub file: String,
    /// What a company has told.
    pub signal: SignalId,
    /// Of two forms of the companies' entrance that were opened a minute ago.
    pub pass: String,
    pub second_pass: String,
    /// The secrets of two links to somebody's own page.
    pub own_page: String,
    pub other_page: String,
}

/// The good and the bad of every address.
pub fn cases(things: &Things) -> Vec<Case> {
    let Things { card, member, .. } = things;
    let [maja, karin, bent, code, file] =
        [&things.maja, &things.karin, &things.bent, &things.code, &things.file].map(String::as_str);
    let lund = plan_of("Lund");
    let maja_body = json!({ "person_id": person("Maja") });
    let maja_form = format!("person_id={}", person("Maja"));
    let window_form = format!("{maja_form}&origin={ELSEWHERE}");
    let nobody = json!({ "person_id": NOBODY });
    let code = json!({ "code": code });
    let plan = "/api/plans/{plan_id}";
    let new_cards = "/api/plans/{plan_id}/new";
    let tickets = "/api/plans/{plan_id}/tickets";
    let page = "/plans/{plan_id}";
    let new = "/plans/{plan_id}/new";
    let history = "/plans/{plan_id}/history";
    let of_card = "/plans/{plan_id}/cards/{card_id}/history";
    let about_card = "/plans/{plan_id}/cards/{card_id}";
    let help = "/plans/{plan_id}/help";
    let whose = "/plans/{plan_id}/as";
    let seen_as = "/plans/{plan_id}/as/{member_id}";
    let looked = "/plans/{plan_id}/looked";
    let consents = "/plans/{plan_id}/consents";
    let withdraw = "/plans/{plan_id}/consents/withdraw";
    let consent_form = format!("change_id={NOBODY}&to=Network&what=dreams&until=2100-01-01&language=da");
    let window = "/embed/sign-in";
    let demo = "/api/demo/sessions";
    let redeem = "/api/embed/redeem";
    let large = "x".repeat(FRAME_IN + 1);
    vec![
        case("get", "/", 200),
        case("get", "/", 200).fill("?lang=nonsense"),
        case("get", "/", 403).without_demo().code(codes::NO_SIGN_IN),
        case("post", "/sign-in", 303).body(FORM, &maja_form),
        case("post", "/sign-in", 303)
            .fill(format!("?plan_id={NOBODY}&lang=en"))
            .body(FORM, &maja_form),
        case("post", "/sign-in", 400)
            .fill("?plan_id=nonsense")
            .body(FORM, &maja_form)
            .code(codes::BAD_INPUT),
        case("post", "/sign-in", 422).body(FORM, "").code(codes::BAD_INPUT),
        case("post", "/sign-in", 422)
            .body(FORM, format!("person_id={NOBODY}"))
            .code(codes::BAD_INPUT),
        case("post", "/sign-in", 422)
            .body(FORM, format!("{maja_form}&role=Family"))
            .code(codes::BAD_INPUT),
        case("post", "/sign-in", 415).body(JSON, &maja_body).code(codes::BAD_INPUT),
        case("post", "/sign-in", 403)
            .body(FORM, &maja_form)
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
        case("post", "/sign-in", 403)
            .body(FORM, &maja_form)
            .without_demo()
            .code(codes::NO_SIGN_IN),
        case("post", "/sign-in", 413).body(FORM, &large).code(codes::TOO_LARGE),
        case("post", "/sign-out", 303),
        case("post", "/sign-out", 303).by("nonsense"),
        case("post", "/sign-out", 403)
            .by(maja)
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
        case("get", page, 200).fill(lund).by(maja),
        case("get", page, 303).fill(lund),
        case("get", page, 404).fill(lund).by(bent).code(codes::NOT_FOUND),
        case("get", page, 404).fill("nonsense").by(maja).code(codes::NOT_FOUND),
        case("get", new, 200).fill(lund).by(maja),
        case("get", new, 303).fill(lund),
        case("get", new, 404).fill(lund).by(bent).code(codes::NOT_FOUND),
        case("get", history, 200).fill(lund).by(maja),
        case("get", history, 200).fill(format!("{lund} ?before=nonsense")).by(maja),
        case("get", history, 303).fill(lund),
        case("get", history, 404).fill("nonsense").by(maja).code(codes::NOT_FOUND),
        case("get", of_card, 200).fill(format!("{lund} {card}")).by(maja),
        case("get", of_card, 303).fill(format!("{lund} {card}")),
        case("get", of_card, 404)
            .fill(format!("{lund} {NOBODY}"))
            .by(maja)
            .code(codes::NOT_FOUND),
        case("get", about_card, 200).fill(format!("{lund} {card}")).by(maja),
        case("get", about_card, 303).fill(format!("{lund} {card}")),
        case("get", about_card, 404)
            .fill(format!("{lund} {NOBODY}"))
            .by(maja)
            .code(codes::NOT_FOUND),
        case("post", about_card, 303)
            .fill(format!("{lund} {card}"))
            .by(maja)
            .body(FORM, format!("change_id={NOBODY}&do=remark&about=need-help")),
        case("post", about_card, 422)
            .fill(format!("{lund} {card}"))
            .by(maja)
            .body(FORM, "do=anything")
            .code(codes::BAD_INPUT),
        case("post", about_card, 404)
            .fill(format!("{lund} {card}"))
            .by(bent)
            .body(FORM, format!("change_id={NOBODY}&do=remark&about=need-help"))
            .code(codes::NOT_FOUND),
        case("post", about_card, 403)
            .fill(format!("{lund} {card}"))
            .by(maja)
            .body(FORM, "do=remark")
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
        case("get", help, 200).fill(lund).by(maja),
        case("get", help, 303).fill(lund),
        case("get", help, 404).fill(lund).by(bent).code(codes::NOT_FOUND),
        case("post", help, 303).fill(lund).by(maja).body(
            FORM,
            "change_id=00000000-0000-7000-8000-000000000001&do=add&words=Sundhedshuset",
        ),
        case("post", help, 422)
            .fill(lund)
            .by(maja)
            .body(FORM, "do=add&words=Sundhedshuset")
            .code(codes::BAD_INPUT),
        case("post", help, 403)
            .fill(lund)
            .by(maja)
            .body(FORM, "do=add")
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
        case("get", consents, 200).fill(lund).by(maja),
        case("get", consents, 200).fill(lund).by(karin),
        case("get", consents, 200)
            .fill(format!("{lund} ?to={NOBODY}&what=dreams&days=14"))
            .by(maja),
        case("get", consents, 303).fill(lund),
        case("get", consents, 404).fill(lund).by(bent).code(codes::NOT_FOUND),
        case("post", consents, 303)
            .fill(lund)
            .by(maja)
            .body(FORM, format!("{consent_form}&answer=no")),
        case("post", consents, 422)
            .fill(lund)
            .by(karin)
            .body(FORM, consent_form.replace(NOBODY, ANOTHER) + "&answer=yes"),
        case("post", consents, 422)
            .fill(lund)
            .by(maja)
            .body(FORM, format!("{consent_form}&answer=perhaps"))
            .code(codes::BAD_INPUT),
        case("post", consents, 403)
            .fill(lund)
            .by(maja)
            .body(FORM, format!("{consent_form}&answer=yes"))
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
        case("post", withdraw, 422)
            .fill(lund)
            .by(maja)
            .body(FORM, format!("change_id={ANOTHER}&consent_id={NOBODY}")),
        case("post", withdraw, 422)
            .fill(lund)
            .by(maja)
            .body(FORM, "consent_id=nonsense")
            .code(codes::BAD_INPUT),
        case("post", withdraw, 404)
            .fill(lund)
            .by(bent)
            .body(FORM, format!("change_id={NOBODY}&consent_id={NOBODY}"))
            .code(codes::NOT_FOUND),
        case("get", whose, 200).fill(lund).by(maja),
        case("get", whose, 303).fill(lund),
        case("get", whose, 404).fill(lund).by(karin).code(codes::NOT_FOUND),
        case("get", seen_as, 200).fill(format!("{lund} {member}")).by(maja),
        case("get", seen_as, 303).fill(format!("{lund} {member}")),
        case("get", seen_as, 404)
            .fill(format!("{lund} {member}"))
            .by(karin)
            .code(codes::NOT_FOUND),
        case("get", seen_as, 404)
            .fill(format!("{lund} nonsense"))
            .by(maja)
            .code(codes::NOT_FOUND),
        case("get", looked, 200).fill(lund).by(maja),
        case("get", looked, 200).fill(format!("{lund} ?own=true&before=0")).by(maja),
        case("get", looked, 303).fill(lund),
        case("get", looked, 404).fill(lund).by(karin).code(codes::NOT_FOUND),
        case("get", "/api/session", 200).by(maja),
        case("get", "/api/session", 401).code(codes::SIGNED_OUT),
        case("get", "/api/session", 401).by("nonsense").code(codes::SIGNED_OUT),
        case("post", demo, 201).body(JSON, &maja_body),
        case("post", demo, 201).body(JSON, &maja_body).from(ELSEWHERE),
        case("post", demo, 422).body(JSON, &nobody).code(codes::BAD_INPUT),
        case("post", demo, 422)
            .body(JSON, json!({ "person_id": 7 }))
            .code(codes::BAD_INPUT),
        case("post", demo, 422)
            .body(JSON, json!({ "person_id": NOBODY, "is_admin": true }))
            .code(codes::BAD_INPUT),
        case("post", demo, 400).body(JSON, "{").code(codes::BAD_INPUT),
        case("post", demo, 415).body(FORM, &maja_form).code(codes::BAD_INPUT),
        case("post", demo, 413).body(JSON, &large).code(codes::TOO_LARGE),
        case("post", demo, 403)
            .body(JSON, &maja_body)
            .from(STRANGER)
            .code(codes::WRONG_ORIGIN),
        case("post", demo, 403)
            .body(JSON, &maja_body)
            .without_demo()
            .code(codes::NO_SIGN_IN),
        case("get", new_cards, 200).fill(lund).by(maja),
        case("get", new_cards, 401).fill(lund).code(codes::SIGNED_OUT),
        case("get", new_cards, 404).fill(lund).by(bent).code(codes::NOT_FOUND),
        case("get", plan, 200).fill(lund).by(maja),
        case("get", plan, 401).fill(lund).code(codes::SIGNED_OUT),
        case("get", plan, 404).fill(lund).by(bent).code(codes::NOT_FOUND),
        case("get", plan, 404).fill(NOBODY).by(maja).code(codes::NOT_FOUND),
        case("get", plan, 400).fill("nonsense").by(maja).code(codes::BAD_INPUT),
        case("post", tickets, 201).fill(lund).by(maja).body(JSON, "{}"),
        case("post", tickets, 401).fill(lund).body(JSON, "{}").code(codes::SIGNED_OUT),
        case("post", tickets, 404)
            .fill(lund)
            .by(bent)
            .body(JSON, "{}")
            .code(codes::NOT_FOUND),
        case("post", tickets, 404)
            .fill(NOBODY)
            .by(maja)
            .body(JSON, "{}")
            .code(codes::NOT_FOUND),
        case("post", tickets, 415)
            .fill(lund)
            .by(maja)
            .body(FORM, "")
            .code(codes::BAD_INPUT),
        case("post", tickets, 403)
            .fill(lund)
            .by(maja)
            .body(JSON, "{}")
            .from(STRANGER)
            .code(codes::WRONG_ORIGIN),
        // A socket is opened with it in every other test.
        case("get", "/api/live", 400).code(codes::BAD_INPUT),
        case("get", window, 200).fill(format!("?origin={ELSEWHERE}")),
        case("get", window, 403).code(codes::WRONG_ORIGIN),
        case("get", window, 403)
            .fill(format!("?origin={STRANGER}"))
            .code(codes::WRONG_ORIGIN),
        case("get", window, 403)
            .fill(format!("?origin={ELSEWHERE}"))
            .without_demo()
            .code(codes::NO_SIGN_IN),
        case("post", window, 200).body(FORM, &window_form),
        case("post", window, 422).body(FORM, &maja_form).code(codes::BAD_INPUT),
        case("post", window, 422)
            .body(FORM, format!("person_id={NOBODY}&origin={ELSEWHERE}"))
            .code(codes::BAD_INPUT),
        case("post", window, 403)
            .body(FORM, &window_form)
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
        case("post", window, 403)
            .body(FORM, format!("{maja_form}&origin={STRANGER}"))
            .code(codes::WRONG_ORIGIN),
        case("post", redeem, 403).body(JSON, &code).code(codes::WRONG_ORIGIN),
        case("post", redeem, 403)
            .body(JSON, &code)
            .from(STRANGER)
            .code(codes::WRONG_ORIGIN),
        case("post", redeem, 201).body(JSON, &code).from(ELSEWHERE),
        case("post", redeem, 401)
            .body(JSON, &code)
            .from(ELSEWHERE)
            .code(codes::SIGNED_OUT),
        case("post", redeem, 401)
            .body(JSON, json!({ "code": "" }))
            .from(ELSEWHERE)
            .code(codes::SIGNED_OUT),
        case("post", redeem, 422)
            .body(JSON, "[]")
            .from(ELSEWHERE)
            .code(codes::BAD_INPUT),
        case("get", "/problems/{code}", 200).fill(codes::BAD_TICKET),
        case("get", "/problems/{code}", 404).fill("nonsense").code(codes::NOT_FOUND),
        case("get", "/pages/{name}", 200).fill(file),
        case("get", "/pages/{name}", 404)
            .fill("..%2Fpeople.toml")
            .code(codes::NOT_FOUND),
        case("get", "/api/openapi.json", 200),
        case("get", "/api", 200),
        case("get", "/healthz", 200),
        case("get", "/readyz", 200),
        case("get", "/metrics", 200),
    ]
}
