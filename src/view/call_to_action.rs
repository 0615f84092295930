//! The host's own link at the result.

use crate::content::fill;
use crate::exchange::plain;
use yew::AttrValue;

/// The start of addresses that open another page.
const PAGE: &str = "https://";
/// Whether the rest of an address, after its start, is complete.
type IsWhole = fn(&str) -> bool;
/// The allowed starts of an address, and the checks of the rest. Any other address could run a script or lead
/// to an unexpected place.
const STARTS: [(&str, IsWhole); 3] =
    [(PAGE, begins_with_host), ("mailto:", has_recipient), ("tel:", has_number)];

/// A link that the host offers at the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallToAction {
    /// The address: a complete `https:`, `mailto:` or `tel:` URL. `{profile}` and `{code}` in it stand for
    /// the profile's slug and the result code.
    pub href: AttrValue,
    /// The link's text; empty for the default.
    pub text: AttrValue,
}

impl CallToAction {
    /// The address for a result; `None` if the template isn't a complete address of an allowed kind.
    ///
    /// Both values are percent-encoded, so that each remains a single value wherever it is. Unknown
    /// placeholders stay unchanged.
    ///
    /// ```
    /// # use b2b_b2c_profile::view::CallToAction;
    /// let link = CallToAction { href: "mailto:us@shop.example?subject={profile}".into(), text: "".into() };
    /// let address = link.address("strong b2b", "");
    /// assert_eq!(address.as_deref(), Some("mailto:us@shop.example?subject=strong%20b2b"));
    /// ```
    pub fn address(&self, profile: &str, code: &str) -> Option<String> {
        let template = self.href.trim();
        // Browsers drop tabs and line breaks anywhere in an address, and so could read a different address.
        if template.contains(char::is_control) {
            return None;
        }
        let address = fill(template, &[("profile", &encoded(profile)), ("code", &encoded(code))]);
        is_whole(&address).then_some(address)
    }
}

/// Whether an address opens another page, rather than an email or a call.
pub(super) fn is_page(address: &str) -> bool {
    starts_with(address, PAGE)
}

fn is_whole(address: &str) -> bool {
    STARTS.iter().any(|(start, is_whole)| {
        starts_with(address, start) && address.get(start.len()..).is_some_and(is_whole)
    })
}

/// Whether a host name precedes the path, as browsers parse it: after credentials, before a valid port.
fn begins_with_host(rest: &str) -> bool {
    let (mut begin, mut is_in_brackets, mut port) = (None, false, None);
    for char in rest.chars().take_while(|char| !matches!(char, '/' | '\\' | '?' | '#')) {
        match char {
            '@' => (begin, is_in_brackets, port) = (None, false, None),
            // No host name contains invisible characters.
            _ if plain(char).is_none_or(is_never_in_host) => return false,
            ':' if port.is_none() && !is_in_brackets => port = Some(0),
            _ => {
                is_in_brackets = char != ']' && (is_in_brackets || char == '[');
                match &mut port {
                    None => begin = begin.or(Some(char)),
                    Some(port) => {
                        *port = char
                            .to_digit(10)
                            .map_or(u32::MAX, |digit| digit.saturating_add(port.saturating_mul(10)))
                    }
                }
            }
        }
    }
    let begins_well = |char: char| char == '[' || char.is_ascii_alphanumeric() || !char.is_ascii();
    !is_in_brackets && port <= Some(0xffff) && begin.is_some_and(begins_well)
}

/// Characters that no host name contains.
fn is_never_in_host(char: char) -> bool {
    matches!(char, ' ' | '"' | '<' | '>' | '^' | '`' | '{' | '|' | '}' | '%')
}

/// Whether an email has a recipient.
fn has_recipient(rest: &str) -> bool {
    let to = rest.split(['?', '#']).next().unwrap_or_default();
    let parts = to.split_once('@');
    parts.is_some_and(|(name, server)| has_letter(name) && has_letter(server))
}

fn has_letter(text: &str) -> bool {
    text.chars().any(|char| char.is_ascii_alphanumeric() || !char.is_ascii())
}

/// Whether there is a number to call, before any parameters.
fn has_number(rest: &str) -> bool {
    let number = rest.split([';', '?']).next().unwrap_or_default();
    number.bytes().any(|byte| byte.is_ascii_digit())
}

fn starts_with(address: &str, start: &str) -> bool {
    address.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

/// Percent-encodes every character that could have a meaning in an address.
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
