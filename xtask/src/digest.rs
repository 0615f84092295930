//! Digests, for file names that change with the content, integrity values and checksums.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// The SHA-256 digest in lower-case hexadecimal, 64 digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The value of an `integrity` attribute: SHA-384, in base64.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// A hash source of a content security policy: SHA-256, in base64.
pub(crate) fn hash_source(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_written_as_browsers_and_sha256sum_expect() {
        assert!(sha256(b"").starts_with("e3b0c44298fc1c14"));
        assert!(integrity(b"").starts_with("sha384-OLBgp1GsljhM2TJ+sbHj"));
        assert!(hash_source(b"").starts_with("sha256-47DEQpj8HBSa+/TImW+5"));
        assert_eq!(sha256(b"").len(), 64);
    }
}
