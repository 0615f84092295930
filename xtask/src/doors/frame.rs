//! The second door: a page for an `<iframe>`, and the script that sets the frame's height.

use anyhow::{Result, ensure};

use super::page;
use super::parts::Parts;
use super::{Files, generated};
use crate::bundle::bundle;
use crate::script::Kind;
use crate::{digest, styles};

const RESIZER: &str = "frame-resizer.js";
/// The maximum size of the script that host pages load, in bytes.
const LIMIT: usize = 2000;

pub(super) fn files(parts: &Parts) -> Result<Files> {
    let texts = generated::texts(parts)?;
    let resizer = bundle(Kind::Classic, &parts.root, "frame/resizer.js", &texts)?;
    ensure!(resizer.len() <= LIMIT, "too large: {RESIZER} has {} bytes, the limit is {LIMIT}", resizer.len());
    let script = bundle(Kind::Classic, &parts.root, "frame/frame.js", &texts)?;
    let sheet = styles::bundle(&parts.root.join("frame/frame.css"))?;
    let nonce = &digest::sha256(format!("{script}{sheet}").as_bytes())[..16];
    let values = [("policy", policy(nonce)), ("nonce", nonce.to_owned())];
    Ok(Files::from([
        ("frame.html".to_owned(), page::fill(parts, "frame/frame.html", values)?.into_bytes()),
        ("frame.css".to_owned(), sheet.into_bytes()),
        ("frame.js".to_owned(), script.into_bytes()),
        (RESIZER.to_owned(), resizer.into_bytes()),
    ]))
}

/// Allows only the files that the page itself names, and no connections: a script contains the WebAssembly module.
///
/// In a sandbox without an origin, WebKit matches nothing with `'self'`, so the files have a nonce too. A constant
/// nonce is safe here: the page contains no text from outside, and none of its scripts writes markup.
fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )
}
