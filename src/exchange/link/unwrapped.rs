//! Restores a text that mail programs encoded and quoted.

use super::NAME;
use crate::exchange::CodeError;
use crate::exchange::typed::plain;

/// How many times percent-encoding is undone, for addresses nested in others.
const ROUNDS: usize = 4;

/// The text in plain characters, percent-decoded, and the offsets in it at which the name ends.
pub(super) fn unwrap(text: &str) -> (Vec<u8>, Vec<usize>) {
    let mut bytes = plain_lines(text).into_bytes();
    for _ in 0..ROUNDS {
        bytes = decoded(&bytes, b'%');
    }
    let ends = name_ends(&bytes);
    if ends.is_empty() {
        // Proofpoint's older addresses use hyphens instead of percent signs.
        let dashed = decoded(&bytes, b'-');
        let ends = name_ends(&dashed);
        if !ends.is_empty() {
            return (dashed, ends);
        }
    }
    (bytes, ends)
}

/// Converts part of the text to a string. Fails if it isn't UTF-8 after decoding: no code contains that.
pub(super) fn as_text(part: &[u8]) -> Result<&str, CodeError> {
    std::str::from_utf8(part).map_err(|error| CodeError::Character {
        at: error.valid_up_to() + 1,
        char: char::REPLACEMENT_CHARACTER,
    })
}

/// The plain characters, without the marks that mail programs put before quoted lines.
fn plain_lines(text: &str) -> String {
    let mut is_at_start = true;
    let without_marks = text.chars().map(|char| {
        is_at_start = matches!(char, '\n' | '\r') || is_at_start && matches!(char, ' ' | '>' | '|');
        match char {
            _ if is_at_start => ' ',
            '«' | '»' | '‹' | '›' | '‘'..='„' | '•' | '…' | '、' | '。' | '〈'..='】' => {
                '"'
            }
            _ => char,
        }
    });
    without_marks.filter_map(plain).collect()
}

/// Decodes each escape sequence; leaves everything else unchanged.
fn decoded(text: &[u8], escape: u8) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [byte, behind @ ..] = rest {
        let encoded = match behind {
            [high, low, ..] if *byte == escape => hex(*high).zip(hex(*low)),
            _ => None,
        };
        decoded.push(encoded.map_or(*byte, |(high, low)| high << 4 | low));
        rest = if encoded.is_some() { &behind[2..] } else { behind };
    }
    decoded
}

fn hex(byte: u8) -> Option<u8> {
    u8::try_from(char::from(byte).to_digit(16)?).ok()
}

/// The offset after each name that isn't the end of a longer one.
fn name_ends(text: &[u8]) -> Vec<usize> {
    let starts = text.windows(NAME.len()).enumerate().filter(|(start, part)| {
        let is_whole = *start == 0 || !text[start - 1].is_ascii_alphanumeric();
        is_whole && part.eq_ignore_ascii_case(NAME.as_bytes())
    });
    starts.map(|(start, _)| start + NAME.len()).collect()
}
