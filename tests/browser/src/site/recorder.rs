//! Adds the recorder to every page.

use axum::body::to_bytes;
use axum::http::{StatusCode, header};
use axum::response::Response;

use super::RECORDER_PATH;

/// Makes a page load the recorder before anything else.
pub(super) async fn with_recorder(response: Response) -> Response {
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page || response.status() != StatusCode::OK {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("a page can be read whole");
    let text = String::from_utf8(bytes.into()).expect("a page is text");
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, recorded(&text).into())
}

/// The page with the recorder's script at the start of its head.
fn recorded(page: &str) -> String {
    let head = page.find("<head>").map_or(0, |place| place + "<head>".len());
    format!("{}<script src='{RECORDER_PATH}'></script>{}", &page[..head], &page[head..])
}
