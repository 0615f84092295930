//! The second door: a page for an `<iframe>`, and the script that gives the frame its height.

use anyhow::{Result, ensure};

use super::page::{self, Page};
use super::parts::Parts;
use super::{Files, generated};
use crate::bundle::bundle;
use crate::script::Kind;
use crate::{digest, styles};

const RESIZER: &str = "frame-resizer.js";
/// The most that the page around the frame is asked to load, in bytes.
const MOST: usize = 2000;

pub(super) fn files(parts: &Parts) -> Result<Files> {
    let texts = generated::texts(parts)?;
    let resizer = bundle(Kind::Classic, &parts.root, "frame/resizer.js", &texts)?;
    ensure!(resizer.len() <= MOST, "too big: {RESIZER} has {} bytes, {MOST} at most", resizer.len());
    let script = bundle(Kind::Classic, &parts.root, "frame/frame.js", &texts)?;
    let sheet = styles::bundle(&parts.root.join("frame/frame.css"))?;
    let nonce = &digest::sha256(format!("{script}{sheet}").as_bytes())[..16];
    let frame = Page { template: "frame/frame.html", policy: policy(nonce) };
    Ok(Files::from([
        ("frame.html".to_owned(), page::fill(parts, &frame, [("nonce", nonce.to_owned())])?.into_bytes()),
        ("frame.css".to_owned(), sheet.into_bytes()),
        ("frame.js".to_owned(), script.into_bytes()),
        (RESIZER.to_owned(), resizer.into_bytes()),
    ]))
}

/// Only the files that the page itself names, and no connection at all: the WebAssembly module is inside a script.
///
/// In a sandbox without an origin, nothing is `'self'` to WebKit, so the files are named by a nonce too. That it is
/// always the same gives nothing away: nobody's text ever gets into this page, and no script of it writes markup.
fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )
}
