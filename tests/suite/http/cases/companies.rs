//! The companies' entrance, the company book, signals and the form of a placement.

use super::matching::placement;
use super::{Case, ELSEWHERE, FORM, JSON, NOBODY, STRANGER, Things, case};
use backend::demo::Demo;
use backend::matching::store::Thing;
use serde_json::json;
use shared::day::Day;
use shared::ids::CompanyId;
use shared::problem::codes;

/// A company of the demo, by its name.
pub fn company(name: &str) -> CompanyId {
    let work = Demo::read()
        .and_then(|demo| demo.work_on(Day::EPOCH))
        .expect("the demo can be read");
    let mut found = work.things.iter().filter_map(|thing| match thing {
        Thing::Company(company) if company.name == name => Some(company.id),
        _ => None,
    });
    found.next().expect("a company of the demo")
}

pub fn cases(things: &Things) -> Vec<Case> {
    let mut cases = entrance(things);
    cases.extend(desk(things));
    cases.extend(at_the_desk_alone(things));
    cases
}

fn entrance(things: &Things) -> Vec<Case> {
    let signal = json!({ "about": "Hands", "place": "Købmanden, Uldum", "name": "Ole", "phone": "12 34 56 78" });
    let whole = json!({ "pass": things.pass, "signal": signal });
    let mut nobody = signal.clone();
    nobody["phone"] = json!("");
    let form = format!("pass={}&place=Uldum&name=Ole&phone=12345678&about=Room", things.second_pass);
    let (page, api) = ("/company-entry", "/api/signals");
    vec![
        case("get", page, 200),
        case("get", page, 200).fill("?lang=ar-XB&done=sent"),
        case("get", "/company-entry/form", 200).fill("?lang=da"),
        case("get", "/company-entry.js", 200),
        case("get", "/company-entry.css", 200),
        case("get", "/company-entry.d.ts", 200),
        case("post", page, 303).body(FORM, &form),
        case("post", page, 422).body(FORM, ""),
        case("post", page, 422).body(FORM, "pass=nonsense&place=Uldum&name=Ole&phone=12345678"),
        case("post", page, 415).body(JSON, &whole).code(codes::BAD_INPUT),
        case("post", page, 403)
            .body(FORM, &form)
            .from(ELSEWHERE)
            .code(codes::WRONG_ORIGIN),
        case("post", api, 201).body(JSON, &whole),
        case("post", api, 201).body(JSON, &whole).from(ELSEWHERE),
        case("post", api, 403)
            .body(JSON, &whole)
            .from(STRANGER)
            .code(codes::WRONG_ORIGIN),
        case("post", api, 422)
            .body(JSON, json!({ "pass": things.pass, "signal": nobody }))
            .code(codes::BAD_INPUT),
        case("post", api, 422)
            .body(JSON, json!({ "pass": "nonsense", "signal": signal }))
            .code(codes::BAD_INPUT),
        case("post", api, 422)
            .body(JSON, json!({ "pass": things.pass, "website": "spam", "signal": signal }))
            .code(codes::BAD_INPUT),
        case("post", api, 422)
            .body(JSON, json!({ "signal": signal }))
            .code(codes::BAD_INPUT),
        case("post", api, 415).body(FORM, &form).code(codes::BAD_INPUT),
    ]
}

fn desk(things: &Things) -> Vec<Case> {
    let mette = things.mette.as_str();
    let (laerke, shelves, signal) = (company("Købmand Lærke"), placement("Varer på hylder"), things.signal);
    let (companies, one) = ("/desk/companies", "/desk/companies/{id}");
    let (place, edit) = ("/desk/places/new", "/desk/places/{id}/edit");
    let (signals, promises) = ("/desk/signals/{id}", "/desk/companies/{id}/promises");
    vec![
        case("get", companies, 200).fill("?q=uldum").by(mette),
        case("get", one, 200).fill(laerke).by(mette),
        case("post", one, 303)
            .fill(laerke)
            .by(mette)
            .body(FORM, "do=contact&with=Kirsten&note=Ring&call=AsNoted"),
        case("post", one, 422).fill(laerke).by(mette).body(FORM, "do=contact&with="),
        case("post", one, 422)
            .fill(laerke)
            .by(mette)
            .body(FORM, "do=company&seen=1&company=L&cvr=12345678"),
        case("post", one, 409)
            .fill(laerke)
            .by(mette)
            .body(FORM, "do=company&seen=0&company=L"),
        case("post", one, 409).fill(laerke).by(mette).body(FORM, "do=remove&seen=0"),
        case("post", one, 409)
            .fill(NOBODY)
            .by(mette)
            .body(FORM, "do=company&seen=0&company=L"),
        case("post", edit, 409)
            .fill(NOBODY)
            .by(mette)
            .body(FORM, "do=save&seen=0&title=x"),
        case("post", edit, 404)
            .fill(NOBODY)
            .by(mette)
            .body(FORM, "do=confirm&seen=0")
            .code(codes::NOT_FOUND),
        case("post", one, 422)
            .fill(laerke)
            .by(mette)
            .body(FORM, "do=nothing")
            .code(codes::BAD_INPUT),
        case("post", one, 404)
            .fill(NOBODY)
            .by(mette)
            .body(FORM, "do=contact")
            .code(codes::NOT_FOUND),
        case("post", promises, 422)
            .fill(laerke)
            .by(mette)
            .body(FORM, format!("talk={NOBODY}&do=break"))
            .code(codes::BAD_INPUT),
        case("post", promises, 404)
            .fill(laerke)
            .by(mette)
            .body(FORM, format!("talk={NOBODY}&do=kept"))
            .code(codes::NOT_FOUND),
        case("get", "/desk/companies/new", 200).by(mette),
        case("get", "/desk/companies/new", 200)
            .fill(format!("?signal={signal}"))
            .by(mette),
        case("get", "/desk/companies/new", 404)
            .fill(format!("?signal={NOBODY}"))
            .by(mette)
            .code(codes::NOT_FOUND),
        case("post", "/desk/companies/new", 404)
            .by(mette)
            .body(FORM, format!("company=Nyt&community=Uldum&signal={NOBODY}"))
            .code(codes::NOT_FOUND),
        case("post", "/desk/companies/new", 303)
            .by(mette)
            .body(FORM, "company=Nyt&community=Uldum"),
        case("post", "/desk/companies/new", 422)
            .by(mette)
            .body(FORM, "company=&cvr=1"),
        case("get", place, 200).by(mette),
        case("get", place, 200).fill(format!("?signal={signal}")).by(mette),
        case("get", place, 404)
            .fill(format!("?signal={NOBODY}"))
            .by(mette)
            .code(codes::NOT_FOUND),
        case("post", place, 422).by(mette).body(FORM, "title=x"),
        case("get", edit, 200).fill(shelves).by(mette),
        case("post", edit, 409)
            .fill(shelves)
            .by(mette)
            .body(FORM, "do=confirm&seen=0"),
        case("post", edit, 422).fill(shelves).by(mette).body(FORM, "do=save&seen=0"),
        case("post", edit, 422)
            .fill(shelves)
            .by(mette)
            .body(FORM, "do=confirm")
            .code(codes::BAD_INPUT),
        case("get", "/desk/signals", 200).by(mette),
        case("get", "/desk/signals/new", 200).by(mette),
        case("get", "/desk/companies", 200).fill("?done=signal-taken").by(mette),
        case("post", signals, 303).fill(signal).by(mette).body(FORM, "do=take"),
        case("post", signals, 303).fill(signal).by(mette).body(FORM, "do=leave"),
        case("post", signals, 303).fill(signal).by(mette).body(FORM, "do=take-over"),
        case("post", signals, 303).fill(signal).by(mette).body(FORM, "do=done"),
        case("post", signals, 303).fill(signal).by(mette).body(FORM, "do=reopen"),
        case("post", signals, 422)
            .fill(signal)
            .by(mette)
            .body(FORM, "do=dance")
            .code(codes::BAD_INPUT),
        case("post", signals, 404)
            .fill(NOBODY)
            .by(mette)
            .body(FORM, "do=take")
            .code(codes::NOT_FOUND),
    ]
}

/// Whoever is no consultant finds nothing there, and nobody else's page can send a form for one.
fn at_the_desk_alone(things: &Things) -> Vec<Case> {
    let (laerke, shelves, signal) = (company("Købmand Lærke"), placement("Varer på hylder"), things.signal);
    let addresses = [
        ("/desk/companies", String::new(), "get"),
        ("/desk/companies/new", String::new(), "get"),
        ("/desk/companies/new", String::new(), "post"),
        ("/desk/companies/{id}", laerke.to_string(), "get"),
        ("/desk/companies/{id}", laerke.to_string(), "post"),
        ("/desk/companies/{id}/promises", laerke.to_string(), "post"),
        ("/desk/places/new", String::new(), "get"),
        ("/desk/places/new", String::new(), "post"),
        ("/desk/places/{id}/edit", shelves.to_string(), "get"),
        ("/desk/places/{id}/edit", shelves.to_string(), "post"),
        ("/desk/signals", String::new(), "get"),
        ("/desk/signals/new", String::new(), "get"),
        ("/desk/signals/{id}", signal.to_string(), "post"),
    ];
    let mut cases = Vec::new();
    for (path, fill, verb) in addresses {
        let with = |case: Case| match verb {
            "post" => case.body(FORM, "do=take"),
            _ => case,
        };
        cases.push(with(case(verb, path, 303).fill(&fill)));
        cases.push(with(
            case(verb, path, 404).fill(&fill).by(&things.samira).code(codes::NOT_FOUND),
        ));
        if verb == "post" {
            cases.push(with(
                case(verb, path, 403)
                    .fill(&fill)
                    .by(&things.mette)
                    .from(ELSEWHERE)
                    .code(codes::WRONG_ORIGIN),
            ));
        }
    }
    cases
}
