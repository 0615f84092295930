//! What the site answers where a test says so.

use std::io;
use std::panic;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use http_body::Frame;

/// An answer to a request: a page or a file that only a test needs, or trouble with one.
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
    /// As it should.
    Whole,
    /// Never: nothing more comes, and the line stays open.
    Never,
    /// The line breaks.
    Broken,
    /// The line breaks before the first byte.
    Unanswered,
}

impl Answer {
    /// A file of a type.
    pub fn file(content_type: &str, body: impl Into<Vec<u8>>) -> Answer {
        let headers = vec![("content-type".to_owned(), content_type.to_owned())];
        Answer { status: 200, headers, body: body.into(), end: End::Whole }
    }

    /// A page.
    pub fn html(text: &str) -> Answer {
        Answer::file("text/html; charset=utf-8", text)
    }

    /// A script, a module or a classic one.
    pub fn script(text: &str) -> Answer {
        Answer::file("text/javascript", text)
    }

    /// Nothing but a status, such as 404.
    pub fn status(status: u16) -> Answer {
        Answer { status, headers: Vec::new(), body: Vec::new(), end: End::Whole }
    }

    /// No answer: the line breaks.
    pub fn none() -> Answer {
        Answer { end: End::Unanswered, ..Answer::status(200) }
    }

    /// With one more header.
    pub fn with(mut self, name: &str, value: &str) -> Answer {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a content security policy.
    pub fn with_policy(self, policy: &str) -> Answer {
        self.with("content-security-policy", policy)
    }

    /// The same, but after its body the line stays open, and nothing more comes.
    pub fn without_end(self) -> Answer {
        Answer { end: End::Never, ..self }
    }

    /// The same, but after its body the line breaks.
    pub fn cut_off(self) -> Answer {
        Answer { end: End::Broken, ..self }
    }

    /// As the server sends it.
    pub(super) fn to_response(&self) -> Response {
        let body = match self.end {
            End::Whole => Body::from(self.body.clone()),
            // The server's own way to close a line: the task that serves it ends.
            End::Unanswered => panic::resume_unwind(Box::new("the line breaks")),
            End::Never | End::Broken => {
                Body::new(Start { bytes: Some(self.body.clone().into()), end: self.end })
            }
        };
        let mut response = Response::new(body);
        *response.status_mut() = StatusCode::from_u16(self.status).expect("a status has three digits");
        for (name, value) in &self.headers {
            let name = HeaderName::try_from(name).expect("a header's name is a word");
            response
                .headers_mut()
                .append(name, HeaderValue::try_from(value).expect("a header is plain text"));
        }
        response
    }
}

/// A body of which only the start comes.
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
