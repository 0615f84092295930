//! The files that the element's scripts load, and how a script gets them.

use std::io::Write;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::parts::text;
use crate::digest;

/// Where a script gets the WebAssembly module and the other files that only a touched widget needs.
#[derive(Clone, Copy)]
pub(super) enum Bytes {
    /// From files next to it.
    Fetched,
    /// From files that a bundler may have moved.
    Bundled,
    /// From its own text.
    Inlined,
}

/// A file. Its name contains a digest, so that it changes with the content.
#[derive(Default)]
pub(super) struct Loaded {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl Loaded {
    pub(super) fn new(stem: &str, ending: &str, bytes: Vec<u8>) -> Loaded {
        Loaded { name: format!("{stem}-{}.{ending}", &digest::sha256(&bytes)[..16]), bytes }
    }

    /// The properties of the JavaScript object from which a script loads the file.
    pub(super) fn source(&self, bytes: Bytes) -> Result<String> {
        match bytes {
            Bytes::Fetched => Ok(self.beside("beside({})")),
            // Bundlers recognize this pattern and include the file.
            Bytes::Bundled => Ok(self.beside("new URL({}, import.meta.url).href")),
            // Compressed, it has less than half the size; every supported browser can decompress it.
            Bytes::Inlined => Ok(format!("base64: {}", text(&BASE64_STANDARD.encode(deflate(&self.bytes)?)))),
        }
    }

    fn beside(&self, address: &str) -> String {
        let address = address.replace("{}", &text(&format!("./{}", self.name)));
        let integrity = text(&digest::integrity(&self.bytes));
        format!("url: {address}, integrity: {integrity}, length: {}", self.bytes.len())
    }

    /// The files by language as a JavaScript object.
    pub(super) fn by_language(files: &[(String, Loaded)], bytes: Bytes) -> Result<String> {
        let entry =
            |(code, file): &(String, Loaded)| Ok(format!("{}: {{ {} }}", text(code), file.source(bytes)?));
        Ok(format!("{{ {} }}", files.iter().map(entry).collect::<Result<Vec<_>>>()?.join(", ")))
    }
}

/// The bytes as a raw deflate stream, at the highest compression level.
fn deflate(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish().context("not compressed")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn packed_bytes_come_back() {
        let bytes: Vec<u8> = (0..100_000_u32).map(|n| (n.wrapping_mul(n) >> 5) as u8).collect();
        let packed = deflate(&bytes).unwrap();
        let mut unpacked = Vec::new();
        flate2::read::DeflateDecoder::new(packed.as_slice()).read_to_end(&mut unpacked).unwrap();
        assert!(unpacked == bytes);
    }

    #[test]
    fn a_script_names_a_file_or_holds_it() {
        let files = [("nl".to_owned(), Loaded::new("texts", "txt", b"abc".to_vec()))];
        let fetched = Loaded::by_language(&files, Bytes::Bundled).unwrap();
        let start = "{ \"nl\": { url: new URL(\"./texts-ba7816bf8f01cfea.txt\", import.meta.url).href, ";
        assert!(fetched.starts_with(start) && fetched.ends_with("length: 3 } }"), "{fetched}");
        assert_eq!(
            Loaded::by_language(&files, Bytes::Inlined).unwrap(),
            "{ \"nl\": { base64: \"S0xKBgA=\" } }"
        );
        assert_eq!(Loaded::by_language(&[], Bytes::Fetched).unwrap(), "{  }");
    }
}
