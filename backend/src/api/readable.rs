//! The API's document as a page for people. It knows OpenAPI's shape and nothing of our addresses.

use crate::pages::frame::{Files, page};
use crate::pages::reader::Reader;
use maud::{Markup, html};
use serde_json::Value;

pub fn api_page(reader: &Reader, document: &Value) -> String {
    let content = html! {
        main.room.api id="main" {
            header.welcome {
                h1 { (reader.say("page-api")) }
                p.lead { (reader.say("page-api-intro")) }
                p { a href="/api/openapi.json" { (reader.say("page-api-document")) } }
            }
            // The document itself is in English, like the code that it comes from.
            div lang="en" dir="ltr" {
                h2 lang=(reader.choice.tag) { (reader.say("page-api-addresses")) }
                @for (path, item) in fields(&document["paths"]) {
                    @for (verb, operation) in fields(item) { (operation_of(reader, path, verb, operation)) }
                }
                h2 lang=(reader.choice.tag) { (reader.say("page-api-types")) }
                @for (name, schema) in fields(&document["components"]["schemas"]) {
                    section id=(anchor(name)) {
                        h3 { code { (name) } }
                        @if let Some(text) = schema["description"].as_str() { p { (in_words(text)) } }
                        (properties(reader, schema))
                    }
                }
            }
        }
    };
    page(
        reader,
        "/api",
        &reader.say("page-api"),
        "api-page",
        Files::default(),
        &content,
    )
}

fn operation_of(reader: &Reader, path: &str, verb: &str, operation: &Value) -> Markup {
    let parameters = operation["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
    html! {
        section {
            h3 { code { span.verb { (verb) } " " (path) } }
            @if let Some(text) = operation["summary"].as_str() { p { (in_words(text)) } }
            @if let Some(text) = operation["description"].as_str() { p { (in_words(text)) } }
            @if !parameters.is_empty() || operation["requestBody"].is_object() {
                h4 lang=(reader.choice.tag) { (reader.say("page-api-sends")) }
                ul {
                    @for parameter in parameters {
                        li {
                            code { (text(&parameter["name"])) } " – " (type_of(&parameter["schema"]))
                            @if let Some(text) = parameter["description"].as_str() { " – " (in_words(text)) }
                        }
                    }
                    @for (kind, body) in fields(&operation["requestBody"]["content"]) {
                        li {
                            code { (kind) }
                            @if is_known(&body["schema"]) { " – " (type_of(&body["schema"])) }
                        }
                    }
                }
            }
            h4 lang=(reader.choice.tag) { (reader.say("page-api-answers")) }
            ul {
                @for (status, answer) in fields(&operation["responses"]) {
                    li {
                        code { (status) }
                        @if let Some(text) = answer["description"].as_str().filter(|text| !text.is_empty()) { " – " (in_words(text)) }
                        @for (kind, body) in fields(&answer["content"]) {
                            " – " code { (kind) }
                            @if is_known(&body["schema"]) { " " (type_of(&body["schema"])) }
                        }
                    }
                }
            }
        }
    }
}

fn properties(reader: &Reader, schema: &Value) -> Markup {
    html! {
        // Scrolls within itself on a narrow screen, so it can be reached by keys too.
        div.scroll tabindex="0" {
            table {
                thead lang=(reader.choice.tag) {
                    tr {
                        th scope="col" { (reader.say("page-api-field")) }
                        th scope="col" { (reader.say("page-api-type")) }
                        th scope="col" { (reader.say("page-api-meaning")) }
                    }
                }
                tbody {
                    @for (name, property) in fields(&schema["properties"]) {
                        tr {
                            td { code { (name) } }
                            td { (type_of(property)) }
                            td { (in_words(text(&property["description"]))) }
                        }
                    }
                }
            }
        }
    }
}

/// A schema in a few words; a named one is a link to its table.
fn type_of(schema: &Value) -> Markup {
    if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.rsplit('/').next()) {
        return html! { a href={ "#" (anchor(name)) } { code { (name) } } };
    }
    let several = ["oneOf", "anyOf", "allOf"].into_iter().find_map(|key| schema[key].as_array());
    if let Some(several) = several {
        return html! {
            @for (index, each) in several.iter().enumerate() {
                @if index > 0 { " | " }
                (type_of(each))
            }
        };
    }
    let kinds = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().map(text).collect::<Vec<_>>().join(" | "),
        kind => text(kind).to_string(),
    };
    html! {
        code {
            (kinds)
            @if let Some(format) = schema["format"].as_str() { " (" (format) ")" }
        }
        @if schema["items"].is_object() { " [" (type_of(&schema["items"])) "]" }
    }
}

/// Whether a schema says anything at all.
fn is_known(schema: &Value) -> bool {
    ["$ref", "type", "oneOf", "anyOf", "allOf"]
        .into_iter()
        .any(|key| schema.get(key).is_some())
}

/// Names of the code stand between backticks in the document.
fn in_words(text: &str) -> Markup {
    html! {
        @for (index, part) in text.split('`').enumerate() {
            @if index % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

fn fields(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn anchor(name: &str) -> String {
    format!("type-{name}")
}
