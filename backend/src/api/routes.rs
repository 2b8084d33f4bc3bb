//! The API's document, for machines and for those who read.

use super::{DOCUMENT, readable};
use crate::app::App;
use crate::pages::routes::Asked;
use crate::words::Lang;
use axum::extract::Query;
use axum::response::Html;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::Value;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/api", get(show_readable))
        .route("/api/openapi.json", get(show_document))
}

/// This document.
#[utoipa::path(get, path = "/api/openapi.json", responses((status = 200, description = "an OpenAPI document", content_type = "application/json")))]
pub async fn show_document() -> Json<&'static Value> {
    Json(&DOCUMENT)
}

/// This document as a page.
#[utoipa::path(get, path = "/api", params(Asked), responses((status = 200, description = "a page", content_type = "text/html")))]
pub async fn show_readable(Query(asked): Query<Asked>, lang: Lang) -> Html<String> {
    Html(readable::api_page(&asked.reader(lang), &DOCUMENT))
}
