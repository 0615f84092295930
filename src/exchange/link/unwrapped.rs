//! A text as it was before mail programs encoded and quoted it.

use super::NAME;
use crate::exchange::typed::plain;

/// How often an address can stand encoded in another.
const ROUNDS: usize = 4;

/// The text in plain characters, with what is encoded of ASCII decoded, and the places in it where the name ends.
pub(super) fn unwrap(text: &str) -> (Vec<char>, Vec<usize>) {
    let mut chars = plain_lines(text);
    for _ in 0..ROUNDS {
        chars = ascii_decoded(&chars, '%');
    }
    let ends = name_ends(&chars);
    if ends.is_empty() {
        // Proofpoint's older addresses have a hyphen in the percent sign's place.
        let dashed = ascii_decoded(&chars, '-');
        let ends = name_ends(&dashed);
        if !ends.is_empty() {
            return (dashed, ends);
        }
    }
    (chars, ends)
}

/// A text without its percent-encoding; what isn't one, or isn't UTF-8, stays as characters that no code has.
pub(super) fn decoded(text: &[char]) -> String {
    let text: String = text.iter().collect();
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, behind @ ..] = rest {
        let encoded = match behind {
            [high, low, ..] if *byte == b'%' => hex(char::from(*high), char::from(*low)),
            _ => None,
        };
        bytes.push(encoded.unwrap_or(*byte));
        rest = if encoded.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8(bytes).unwrap_or(text)
}

/// The plain characters, without the marks that mail programs put before the lines that they quote.
fn plain_lines(text: &str) -> Vec<char> {
    let mut is_at_start = true;
    let without_marks = text.chars().map(|char| {
        is_at_start = matches!(char, '\n' | '\r') || is_at_start && matches!(char, ' ' | '>' | '|');
        if is_at_start { ' ' } else { char }
    });
    without_marks.filter_map(plain).collect()
}

/// The text with each encoded character of ASCII decoded; those of others take more than one byte, and are left.
fn ascii_decoded(text: &[char], escape: char) -> Vec<char> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [char, behind @ ..] = rest {
        let encoded = match behind {
            [high, low, ..] if *char == escape => hex(*high, *low).filter(u8::is_ascii),
            _ => None,
        };
        decoded.push(encoded.map_or(*char, char::from));
        rest = if encoded.is_some() { &behind[2..] } else { behind };
    }
    decoded
}

fn hex(high: char, low: char) -> Option<u8> {
    u8::try_from(high.to_digit(16)? << 4 | low.to_digit(16)?).ok()
}

/// Behind each name that isn't the end of a longer one.
fn name_ends(text: &[char]) -> Vec<usize> {
    let is_name =
        |part: &[char]| part.iter().zip(NAME.chars()).all(|(char, own)| char.eq_ignore_ascii_case(&own));
    let starts = text.windows(NAME.len()).enumerate().filter(|&(start, part)| {
        let is_whole = start.checked_sub(1).is_none_or(|before| !text[before].is_ascii_alphanumeric());
        is_whole && is_name(part)
    });
    starts.map(|(start, _)| start + NAME.len()).collect()
}
