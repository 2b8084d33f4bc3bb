//! The API, as one document made from the code, and a page made from that document.
//!
//! Every address that the service answers is in it; a test outside asks each of them.

mod readable;
pub mod routes;

pub use routes::routes;

use serde_json::{Value, json};
use std::sync::LazyLock;
use utoipa::{OpenApi, ToSchema};

/// The OpenAPI document.
pub static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let mut document = serde_json::to_value(Document::openapi()).unwrap_or_default();
    say_problems(&mut document);
    document
});

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Bordenden",
        description = "One plan for a family, made by the family, at the head of the table.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2"),
        contact(),
    ),
    paths(
        crate::pages::routes::show_sign_in,
        crate::auth::routes::sign_in,
        crate::auth::routes::sign_out,
        crate::pages::routes::show_plan_page,
        crate::pages::papers::card::routes::show_card,
        crate::pages::papers::card::routes::change_card,
        crate::pages::papers::help::routes::show_help,
        crate::pages::papers::help::routes::change_help,
        crate::pages::papers::history::routes::show_new,
        crate::pages::papers::history::routes::show_history,
        crate::pages::papers::history::routes::show_card_history,
        crate::pages::papers::consents::routes::show_consents,
        crate::pages::papers::consents::routes::answer_consent,
        crate::pages::papers::consents::routes::withdraw_consent,
        crate::pages::papers::see_as::routes::choose_whom,
        crate::pages::papers::see_as::routes::show_as,
        crate::pages::papers::people::routes::show_people,
        crate::pages::papers::people::routes::change_people,
        crate::pages::papers::people::routes::show_member,
        crate::pages::papers::people::routes::change_link,
        crate::pages::papers::people::routes::show_seat,
        crate::pages::papers::people::routes::ask_for_a_seat,
        crate::pages::papers::people::routes::show_invitation,
        crate::pages::papers::people::routes::accept_invitation,
        crate::pages::papers::looked::routes::show_looked,
        crate::pages::papers::follow_up::routes::show_follow_up,
        crate::pages::papers::follow_up::routes::say_pulse,
        crate::pages::papers::follow_up::routes::keep_agreement,
        crate::pages::papers::follow_up::routes::followed_up,
        crate::pages::papers::movement::routes::show_movement,
        crate::pages::papers::movement::routes::read_movement,
        crate::pages::papers::strengths::routes::show_strengths,
        crate::pages::papers::strengths::routes::add_strength,
        crate::pages::papers::strengths::routes::remove_strength,
        crate::pages::desk::routes::show_desk,
        crate::pages::desk::routes::show_people,
        crate::pages::desk::routes::show_person,
        crate::pages::desk::routes::ask_person,
        crate::pages::desk::aloud::routes::show_aloud,
        crate::pages::desk::aloud::routes::answer_aloud,
        crate::pages::desk::routes::show_compare,
        crate::pages::desk::routes::show_places,
        crate::pages::desk::routes::show_place,
        crate::pages::desk::done::routes::undo,
        crate::pages::desk::searches::routes::change_search,
        crate::pages::desk::companies::routes::show_companies,
        crate::pages::desk::companies::routes::show_new_company,
        crate::pages::desk::companies::routes::add_company,
        crate::pages::desk::companies::routes::show_company,
        crate::pages::desk::companies::routes::change_company,
        crate::pages::desk::companies::promises::routes::keep_promise,
        crate::pages::desk::place_form::routes::show_new_place,
        crate::pages::desk::place_form::routes::add_place,
        crate::pages::desk::place_form::routes::show_place_form,
        crate::pages::desk::place_form::routes::change_place,
        crate::pages::desk::signals::routes::show_signals,
        crate::pages::desk::signals::routes::show_new_signals,
        crate::pages::desk::signals::routes::answer_signal,
        crate::pages::desk::signals::routes::change_signal_phone,
        crate::pages::entrance::routes::show_entrance,
        crate::pages::entrance::routes::send_form,
        crate::pages::entrance::routes::show_form,
        crate::pages::entrance::routes::send_signal,
        crate::pages::entrance::routes::show_script,
        crate::pages::entrance::routes::show_style,
        crate::pages::entrance::routes::show_types,
        crate::pages::desk::exchange::routes::show_exchange,
        crate::pages::desk::exchange::routes::fetch_file,
        crate::pages::desk::exchange::routes::look_file_through,
        crate::pages::desk::exchange::routes::take_file,
        crate::pages::desk::exchange::routes::give_back,
        crate::pages::desk::rules::routes::show_rules,
        crate::pages::desk::rules::routes::load_rules,
        crate::pages::desk::rules::routes::show_rule_file,
        crate::pages::desk::rules::routes::count_rule_file,
        crate::pages::desk::courses::routes::show_courses,
        crate::pages::desk::courses::routes::show_new_course,
        crate::pages::desk::courses::routes::begin_course,
        crate::pages::desk::courses::routes::write_company_no,
        crate::pages::desk::courses::routes::show_course,
        crate::pages::desk::courses::routes::take_step,
        crate::pages::desk::courses::routes::show_sheet,
        crate::pages::desk::courses::routes::make_link,
        crate::pages::own_page::routes::make_own_link,
        crate::pages::own_page::routes::show_door,
        crate::pages::own_page::routes::open_door,
        crate::pages::skills::routes::show_signature,
        crate::pages::skills::routes::sign,
        crate::pages::my_work::courses::routes::answer_course,
        crate::pages::my_work::courses::routes::keep_tasks,
        crate::pages::my_work::routes::show_my_work,
        crate::pages::what_if::routes::show_own_places,
        crate::pages::what_if::routes::show_their_places,
        crate::pages::my_work::routes::change_my_work,
        crate::pages::my_work::routes::show_ask,
        crate::pages::my_work::routes::answer_ask,
        crate::pages::my_work::routes::show_not,
        crate::pages::my_work::routes::take_back_no,
        crate::pages::my_work::routes::show_seen,
        crate::pages::my_work::messages::routes::show_messages,
        crate::pages::my_work::messages::routes::change_messages,
        crate::pages::my_work::messages::routes::show_day_jobs,
        crate::pages::my_work::week::routes::show_week,
        crate::pages::my_work::week::routes::write_week,
        crate::pages::my_work::week::routes::read_calendar,
        crate::pages::profile::routes::show_own_profile,
        crate::pages::profile::routes::write_own_profile,
        crate::pages::profile::routes::show_new_person,
        crate::pages::profile::routes::add_person,
        crate::pages::profile::routes::show_person_form,
        crate::pages::profile::routes::write_person,
        crate::pages::profile::routes::erase_own_profile,
        crate::pages::profile::routes::erase_person,
        crate::pages::my_part::routes::show_my_part,
        crate::pages::my_part::routes::answer_ask,
        crate::pages::papers::export::routes::show_export,
        crate::pages::papers::export::routes::file_plan,
        crate::pages::papers::export::routes::fetch_data,
        crate::pages::papers::export::routes::show_readable,
        crate::pages::papers::export::routes::show_filed,
        crate::pages::papers::export::routes::fetch_filed,
        crate::pages::papers::start::routes::show_step,
        crate::pages::papers::start::routes::answer_step,
        crate::pages::papers::start::routes::show_new_plan,
        crate::pages::papers::start::routes::make_new_plan,
        crate::auth::routes::show_session,
        crate::auth::routes::start_demo_session,
        crate::plan::routes::show_plan,
        crate::plan::routes::show_new_cards,
        crate::matching::routes::show_placements,
        crate::matching::routes::show_candidates,
        crate::auth::routes::create_ticket,
        crate::live::socket::open_socket,
        crate::pages::embed::routes::show_window,
        crate::pages::embed::routes::choose_in_window,
        crate::pages::embed::routes::redeem_code,
        crate::pages::routes::show_problem,
        crate::pages::routes::show_file,
        routes::show_document,
        routes::show_readable,
        crate::app::healthz,
        crate::app::readyz,
        crate::app::show_metrics,
    ),
    components(schemas(Problem))
)]
struct Document;

/// The body of every failed answer: `application/problem+json`, as of RFC 9457.
///
/// `shared::problem::Problem`, which cannot describe itself without bringing this library to the browser.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the fields for the document and is never made")]
struct Problem {
    /// Where the code is explained: `/problems/{code}`.
    r#type: String,
    /// Stable; see `/problems/{code}`.
    code: String,
    /// What went wrong, in the reader's language.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What to do now, in the reader's language.
    detail: String,
}

/// Every failed answer that says nothing else carries a problem.
fn say_problems(document: &mut Value) {
    let content = json!({ "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } });
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else {
        return;
    };
    let operations = paths
        .values_mut()
        .filter_map(Value::as_object_mut)
        .flat_map(|path| path.values_mut());
    for responses in operations.filter_map(|operation| operation.get_mut("responses")?.as_object_mut()) {
        let failed = responses.iter_mut().filter(|(status, _)| status.starts_with(['4', '5']));
        for answer in failed.filter_map(|(_, answer)| answer.as_object_mut()) {
            // Also where a page can say it: a form that cannot be read has none.
            let told = answer.entry("content").or_insert_with(|| json!({}));
            if let (Some(told), Some(problem)) = (told.as_object_mut(), content.as_object()) {
                problem.iter().for_each(|(kind, body)| {
                    told.entry(kind).or_insert_with(|| body.clone());
                });
            }
        }
        responses
            .entry("default")
            .or_insert_with(|| json!({ "description": "anything else that went wrong", "content": content.clone() }));
    }
}

#[cfg(test)]
mod tests {
    use super::DOCUMENT;
    use serde_json::Value;
    use std::collections::BTreeSet;

    #[test]
    fn every_operation_says_what_it_is_and_how_it_fails() {
        for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
            for (verb, operation) in item.as_object().unwrap() {
                assert!(operation["summary"].is_string(), "{verb} {path}");
                for (status, answer) in operation["responses"].as_object().unwrap() {
                    if status.starts_with(['4', '5']) || status == "default" {
                        let page = &answer["content"]["text/html"];
                        let problem = &answer["content"]["application/problem+json"]["schema"]["$ref"];
                        assert!(
                            problem == "#/components/schemas/Problem" || page.is_object(),
                            "{verb} {path} {status}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn the_problem_of_the_document_is_the_problem_on_the_wire() {
        let sent = serde_json::to_value(crate::error::problem("not-found", crate::words::Lang::Da)).unwrap();
        let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(
            names(&DOCUMENT["components"]["schemas"]["Problem"]["properties"]),
            names(&sent)
        );
    }

    #[test]
    fn every_reference_leads_somewhere() {
        fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
            match value {
                Value::Object(fields) => {
                    found.extend(fields.get("$ref").and_then(Value::as_str));
                    fields.values().for_each(|value| references(value, found));
                }
                Value::Array(items) => items.iter().for_each(|value| references(value, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        references(&DOCUMENT, &mut found);
        assert!(!found.is_empty());
        for reference in found {
            assert!(DOCUMENT.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
        }
    }
}
