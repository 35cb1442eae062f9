//! Answers to requests: the only user of axum and tower-http.
//!
//! Takes the folder of the site and the status of the last build; gives a router. Nothing may be kept by a browser, and nothing
//! outside the folder can be asked for. Must not build.

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream};
use tokio::sync::watch;
use tower_http::services::{ServeDir, ServeFile};

use super::host::Guard;
use super::page;
use super::status::Status;

/// What a page tells and is told; none of it is on disk.
const STYLE: &str = "/__studyguide/findings.css";
const EVENTS: &str = "/__studyguide/events";

/// A page longer than this is passed on as it is.
const LONGEST_PAGE: usize = 64 << 20;

#[derive(Clone)]
struct Server {
    status: watch::Receiver<Arc<Status>>,
    guard: Guard,
}

/// Serves the files of `site`.
pub(super) fn router(site: PathBuf, status: watch::Receiver<Arc<Status>>, guard: Guard) -> Router {
    let server = Server { status, guard };
    let missing = ServeFile::new(site.join("404.html"));
    Router::new()
        .route(page::SCRIPT, get(|| async { asset("text/javascript", include_str!("client/reload.js")) }))
        .route(STYLE, get(|| async { asset("text/css", include_str!("client/findings.css")) }))
        .route(EVENTS, get(events))
        .fallback_service(ServeDir::new(site).not_found_service(missing))
        .layer(from_fn_with_state(server.clone(), answer))
        .with_state(server)
}

/// Stands between the browser and the files.
async fn answer(State(server): State<Server>, mut request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).or_else(|| request.uri().host());
    if !server.guard.admits(host) {
        let why = "This server answers only to names of this machine, such as localhost.\n";
        return (StatusCode::FORBIDDEN, why).into_response();
    }
    // Pages are changed on the way, so no part of a file is the same part of the answer.
    for partial in [header::RANGE, header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE, header::IF_UNMODIFIED_SINCE, header::ACCEPT_ENCODING] {
        request.headers_mut().remove(partial);
    }
    let method = request.method().clone();
    let mut response = next.run(request).await;
    if response.status() == StatusCode::NOT_FOUND && !response.headers().contains_key(header::CONTENT_TYPE) {
        response = (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/html")], page::PLACEHOLDER).into_response();
    }
    if is_html(response.headers()) {
        let version = server.status.borrow().version();
        response = with_script(response, &method, &version).await;
    }
    let headers = response.headers_mut();
    with_charset(headers);
    headers.remove(header::LAST_MODIFIED);
    headers.remove(header::ETAG);
    headers.remove(header::ACCEPT_RANGES);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

async fn with_script(response: Response, method: &Method, version: &str) -> Response {
    let (mut head, body) = response.into_parts();
    head.headers.remove(header::CONTENT_LENGTH);
    if method == Method::HEAD {
        return Response::from_parts(head, body);
    }
    match to_bytes(body, LONGEST_PAGE).await {
        Ok(html) => Response::from_parts(head, Body::from(page::with_script(&html, version))),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The status now, and again whenever it changes.
async fn events(State(server): State<Server>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut status = server.status;
    status.mark_changed();
    let events = stream::unfold(status, |mut status| async {
        status.changed().await.ok()?;
        let event = Event::default().event("build").data(status.borrow_and_update().json());
        Some((Ok(event), status))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

fn asset(kind: &'static str, text: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, kind)], text)
}

fn is_html(headers: &HeaderMap) -> bool {
    content_type(headers).is_some_and(|kind| kind.starts_with("text/html"))
}

/// All text that a build writes is UTF-8.
fn with_charset(headers: &mut HeaderMap) {
    let Some(kind) = content_type(headers) else { return };
    let is_text = kind.starts_with("text/") || kind.ends_with("json") || kind.ends_with("xml") || kind.ends_with("/javascript");
    if is_text && let Ok(kind) = HeaderValue::from_str(&format!("{kind}; charset=utf-8")) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE)?.to_str().ok()
}
