//! Answers that tests define.

use std::io;
use std::panic;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use http_body::Frame;

/// An answer to a request: a page or file for one test, or a failure.
#[derive(Clone, Debug)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    end: End,
}

/// How an answer ends.
#[derive(Clone, Copy, Debug)]
enum End {
    /// Normally.
    Whole,
    /// Never: the connection stays open without further data.
    Never,
    /// The connection breaks after the body.
    Broken,
    /// The connection breaks before the first byte.
    Unanswered,
}

impl Answer {
    /// A file with a content type.
    pub fn file(content_type: &str, body: impl Into<Vec<u8>>) -> Answer {
        let headers = vec![("content-type".to_owned(), content_type.to_owned())];
        Answer { status: 200, headers, body: body.into(), end: End::Whole }
    }

    /// A page.
    pub fn html(text: &str) -> Answer {
        Answer::file("text/html; charset=utf-8", text)
    }

    /// A script, classic or module.
    pub fn script(text: &str) -> Answer {
        Answer::file("text/javascript", text)
    }

    /// An empty answer with a status, such as 404.
    pub fn status(status: u16) -> Answer {
        Answer { status, headers: Vec::new(), body: Vec::new(), end: End::Whole }
    }

    /// No answer: the connection breaks.
    pub fn none() -> Answer {
        Answer { end: End::Unanswered, ..Answer::status(200) }
    }

    /// Adds a header.
    pub fn with(mut self, name: &str, value: &str) -> Answer {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Adds a content security policy.
    pub fn with_policy(self, policy: &str) -> Answer {
        self.with("content-security-policy", policy)
    }

    /// After the body, keeps the connection open and sends nothing more.
    pub fn without_end(self) -> Answer {
        Answer { end: End::Never, ..self }
    }

    /// After the body, breaks the connection.
    pub fn cut_off(self) -> Answer {
        Answer { end: End::Broken, ..self }
    }

    /// The answer in the server's format.
    pub(super) fn to_response(&self) -> Response {
        let body = match self.end {
            End::Whole => Body::from(self.body.clone()),
            // Unwinding the task is the way to make the server close the connection.
            End::Unanswered => panic::resume_unwind(Box::new("the connection breaks")),
            End::Never | End::Broken => {
                Body::new(Start { bytes: Some(self.body.clone().into()), end: self.end })
            }
        };
        let mut response = Response::new(body);
        *response.status_mut() = StatusCode::from_u16(self.status).expect("a status has three digits");
        for (name, value) in &self.headers {
            let name = HeaderName::try_from(name).expect("a header's name is valid");
            response
                .headers_mut()
                .append(name, HeaderValue::try_from(value).expect("a header is plain text"));
        }
        response
    }
}

/// The start of a body that is never completed.
struct Start {
    bytes: Option<Bytes>,
    end: End,
}

impl HttpBody for Start {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        match (self.bytes.take(), self.end) {
            (Some(bytes), _) => Poll::Ready(Some(Ok(Frame::data(bytes)))),
            (None, End::Never) => Poll::Pending,
            (None, _) => Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into()))),
        }
    }
}
