//! The addresses of files in and out.

use super::{ADDRESS, Done, exchange, looked_through, unreadable};
use crate::app::App;
use crate::error::Error;
use crate::matching::exchange::{self, Book, Format, Sheet, Unreadable, jsonld, sheet};
use crate::pages::desk::Tab;
use crate::pages::desk::routes::AtDesk;
use axum::Router;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, Path};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::html;
use serde::{Deserialize, Serialize};

/// A file comes back as JSON inside a form, where a line's end is two letters. What a workbook holds may be packed.
const BODY: usize = 6 * sheet::FILE;

pub fn routes() -> Router<App> {
    Router::new()
        .route(ADDRESS, get(show_exchange))
        .route("/desk/exchange/{book}", get(fetch_file).post(look_file_through))
        .route("/desk/exchange/{book}/take", post(take_file))
        .route("/desk/exchange/{book}/back", post(give_back))
        .layer(DefaultBodyLimit::max(BODY))
}

/// Files in and out.
#[utoipa::path(
    get,
    path = "/desk/exchange",
    responses(
        (status = 200, description = "a page", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: whoever is no consultant finds no desk"),
    )
)]
pub async fn show_exchange(at: AtDesk) -> Response {
    let done = at.asked("added").zip(at.asked("changed")).map(|(added, changed)| Done {
        added,
        changed,
        left: at.asked("left").unwrap_or(0),
    });
    let content = html! { main id="main" { (exchange(&at.reader, done)) } };
    at.page(Tab::Exchange, ADDRESS, &at.reader.say("desk-exchange"), &[], &content)
}

/// Everything of one kind as a file. A file with people is written down as looked at first.
#[utoipa::path(
    get,
    path = "/desk/exchange/{book}",
    params(
        ("book" = String, Path, description = "people, workplaces or places"),
        ("format" = Option<String>, Query, description = "csv, xlsx or, for places, jsonld; csv unless said"),
        ("needs" = Option<String>, Query, description = "yes: with what work may ask of people"),
    ),
    responses(
        (status = 200, description = "a file"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 404, description = "not-found: no such kind, or no consultant"),
    )
)]
pub async fn fetch_file(at: AtDesk, Path(book): Path<String>) -> Result<Response, Error> {
    let book = Book::read(&book).ok_or(Error::NotFound)?;
    let format: String = at.asked("format").unwrap_or_else(|| Format::Csv.name().to_owned());
    let lang = at.reader.lang();
    if format == "jsonld" && book == Book::Places {
        let today = at.today;
        let postings = at.app.desk().ask(move |market| jsonld::postings(market, today, lang)).await?;
        return Ok(attached(
            &at,
            book,
            "jsonld",
            "application/ld+json",
            postings.to_string().into_bytes(),
        ));
    }
    let format = Format::read(&format).ok_or(Error::NotFound)?;
    let with_needs = at.asked::<String>("needs").is_some_and(|needs| needs == "yes");
    let file = exchange::export(&at.app, &at.caller, book, format, lang, with_needs).await?;
    Ok(attached(&at, book, format.name(), format.media_type(), file))
}

fn attached(at: &AtDesk, book: Book, ending: &str, media_type: &'static str, file: Vec<u8>) -> Response {
    let name = at.reader.say_with("exchange-file-name", &[("case", book.name())]);
    let disposition = format!("attachment; filename=\"{name}-{}.{ending}\"", at.today);
    (
        [(CONTENT_TYPE, media_type.to_owned()), (CONTENT_DISPOSITION, disposition)],
        file,
    )
        .into_response()
}

/// A file in a form.
#[derive(Debug, utoipa::ToSchema)]
#[expect(dead_code, reason = "the form is read part by part; this is its description")]
pub struct FileForm {
    /// CSV, XLSX, or postings as JSON-LD.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Look a file through. Nothing of it is stored.
#[utoipa::path(
    post,
    path = "/desk/exchange/{book}",
    params(("book" = String, Path, description = "people, workplaces or places")),
    request_body(content = FileForm, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "a page with every row and what is wrong with it", content_type = "text/html"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such kind, or no consultant"),
        (status = 413, description = "bad-input: larger than there may be"),
    )
)]
pub async fn look_file_through(
    at: AtDesk,
    Path(book): Path<String>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    let book = Book::read(&book).ok_or(Error::NotFound)?;
    let title = at.reader.say_with("exchange-seen", &[("case", book.name())]);
    let page = |content| {
        let content = html! { main id="main" { (content) } };
        at.page(Tab::Exchange, ADDRESS, &title, &[], &content)
    };
    let file = part(form, "file").await?;
    if file.is_empty() {
        return Ok(page(unreadable(&at.reader, book, None)));
    }
    // What comes from outside is read beside the threads that answer requests; should a reader fail on it, it is unreadable.
    let read = tokio::task::spawn_blocking(move || read(book, &file))
        .await
        .unwrap_or(Err(Unreadable::Other));
    let sheet = match read {
        Ok(sheet) => sheet,
        Err(why) => return Ok(page(unreadable(&at.reader, book, Some(why)))),
    };
    let seen = exchange::bring(&at.app, &at.caller, book, sheet.clone()).await?;
    let as_of = seen.as_of;
    let text = serde_json::to_string(&Carried { as_of, sheet }).map_err(|_| Error::BadInput)?;
    Ok(page(looked_through(&at.reader, book, &seen, &text)))
}

fn read(book: Book, file: &[u8]) -> Result<Sheet, Unreadable> {
    let begins = file
        .iter()
        .find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xef | 0xbb | 0xbf));
    if book == Book::Places && matches!(begins, Some(b'{' | b'[')) {
        jsonld::read(file)
    } else {
        Sheet::read(file)
    }
}

/// One part of a form; empty where it is not there.
async fn part(form: Result<Multipart, MultipartRejection>, name: &str) -> Result<Vec<u8>, Error> {
    let mut form = form.map_err(|_| Error::BadInput)?;
    while let Some(field) = form.next_field().await.map_err(|_| Error::BadInput)? {
        if field.name() == Some(name) {
            return Ok(field.bytes().await.map_err(|_| Error::BadInput)?.to_vec());
        }
    }
    Ok(Vec::new())
}

/// The file that was looked through, and how far the desk had come then.
#[derive(Serialize, Deserialize)]
struct Carried {
    as_of: i64,
    #[serde(flatten)]
    sheet: Sheet,
}

/// The same as the page gave it.
async fn carried(form: Result<Multipart, MultipartRejection>) -> Result<Carried, Error> {
    let text = part(form, "sheet").await?;
    let carried: Carried = serde_json::from_slice(&text).map_err(|_| Error::BadInput)?;
    if carried.sheet.is_of_a_size() {
        Ok(carried)
    } else {
        Err(Error::BadInput)
    }
}

/// A file that was looked through, as it comes back.
#[derive(Debug, utoipa::ToSchema)]
#[expect(dead_code, reason = "the form is read part by part; this is its description")]
pub struct SheetForm {
    /// Its headings and rows as JSON, and what it was looked through against.
    sheet: String,
}

/// Store every row that can be read.
#[utoipa::path(
    post,
    path = "/desk/exchange/{book}/take",
    params(("book" = String, Path, description = "people, workplaces or places")),
    request_body(content = SheetForm, content_type = "multipart/form-data"),
    responses(
        (status = 303, description = "they are stored; the place to go says how many"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such kind, or no consultant"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn take_file(
    at: AtDesk,
    Path(book): Path<String>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Redirect, Error> {
    let book = Book::read(&book).ok_or(Error::NotFound)?;
    let Carried { as_of, sheet } = carried(form).await?;
    let taken = exchange::take(&at.app, &at.caller, book, sheet, as_of).await?;
    let (added, changed, left) = (taken.added, taken.changed, taken.left);
    Ok(Redirect::to(
        &at.reader
            .link(&format!("{ADDRESS}?added={added}&changed={changed}&left={left}")),
    ))
}

/// The rows that cannot be read, each with what to mend.
#[utoipa::path(
    post,
    path = "/desk/exchange/{book}/back",
    params(
        ("book" = String, Path, description = "people, workplaces or places"),
        ("format" = Option<String>, Query, description = "csv or xlsx; csv unless said"),
    ),
    request_body(content = SheetForm, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "a file"),
        (status = 303, description = "nobody is signed in; the place to go is the sign-in page"),
        (status = 403, description = "wrong-origin"),
        (status = 404, description = "not-found: no such kind, or no consultant"),
        (status = 422, description = "bad-input"),
    )
)]
pub async fn give_back(
    at: AtDesk,
    Path(book): Path<String>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    let book = Book::read(&book).ok_or(Error::NotFound)?;
    let format = at
        .asked::<String>("format")
        .and_then(|format| Format::read(&format))
        .unwrap_or(Format::Csv);
    let Carried { as_of, sheet } = carried(form).await?;
    let seen = exchange::seen(&at.app, book, sheet.clone(), as_of).await?;
    let file = seen.back(&sheet, at.reader.lang()).write(format);
    let file = file.map_err(|_| Error::Unexpected("a file could not be written"))?;
    Ok(attached(&at, book, format.name(), format.media_type(), file))
}
