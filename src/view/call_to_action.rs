//! The host's own link at the result.

use crate::content::fill;
use yew::AttrValue;

/// Addresses that open another page.
const PAGE: &str = "https://";
/// What an address can start with. Anything else could run a script, or lead where nobody sees it.
const STARTS: [&str; 3] = [PAGE, "mailto:", "tel:"];

/// A link that the host wants its visitors to follow from their result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallToAction {
    /// Where it leads: a whole `https:`, `mailto:` or `tel:` address; `{profile}` and `{code}` in it stand for the
    /// profile's slug and the result code.
    pub href: AttrValue,
    /// What it says; empty for the default.
    pub text: AttrValue,
}

impl CallToAction {
    /// The address for a result; none for a template that isn't a whole address of a known kind.
    ///
    /// The two values are percent-encoded, so that each stays one value wherever it stands. Placeholders that are
    /// not known stay as they are.
    ///
    /// ```
    /// # use b2b_b2c_profile::view::CallToAction;
    /// let link = CallToAction { href: "mailto:us@shop.example?subject={profile}".into(), text: "".into() };
    /// let address = link.address("strong b2b", "");
    /// assert_eq!(address.as_deref(), Some("mailto:us@shop.example?subject=strong%20b2b"));
    /// ```
    pub fn address(&self, profile: &str, code: &str) -> Option<String> {
        let template = self.href.trim();
        let is_known = STARTS.iter().any(|start| starts_with(template, start));
        // A browser drops tabs and line ends wherever they stand, and so would read another address than we do.
        if !is_known || template.contains(char::is_control) {
            return None;
        }
        Some(fill(template, &[("profile", &encoded(profile)), ("code", &encoded(code))]))
    }
}

/// Whether an address opens another page, and not a mail or a call.
pub(super) fn is_page(address: &str) -> bool {
    starts_with(address, PAGE)
}

fn starts_with(address: &str, start: &str) -> bool {
    address.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

/// A value without any character that means something in an address.
fn encoded(value: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(DIGITS[usize::from(byte >> 4)]));
            encoded.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    encoded
}
