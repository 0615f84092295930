//! The characters of a code: Crockford's base 32, in which no two look alike.

use super::{CodeError, checksum};
use crate::exchange::typed::plain;

/// A character for each digit, without `I`, `L`, `O` and `U`.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Longer texts, in bytes, are rejected unread: even a code with a blank after each character is shorter.
const LONGEST_TEXT: usize = 256;

/// The number of characters in a group.
const GROUP: usize = 4;

/// The characters of digits 0…31.
pub(super) fn write(digits: &[u8]) -> String {
    digits
        .iter()
        .filter_map(|&digit| ALPHABET.get(usize::from(digit)))
        .map(|&byte| char::from(byte))
        .collect()
}

/// Groups the characters, with hyphens between the groups. Grouping twice changes nothing.
pub(super) fn grouped(code: &str) -> String {
    let mut grouped = String::with_capacity(code.len() + code.len() / GROUP);
    for (place, char) in code.chars().filter_map(plain).filter(|&char| !is_separator(char)).enumerate() {
        if place > 0 && place % GROUP == 0 {
            grouped.push('-');
        }
        grouped.push(char);
    }
    grouped
}

/// Reads the digits of a text: at least one, at most as many as a code can have.
pub(super) fn read(text: &str) -> Result<Vec<u8>, CodeError> {
    if text.len() > LONGEST_TEXT {
        return Err(CodeError::TooLong);
    }
    let mut digits = Vec::with_capacity(checksum::LONGEST_WORD);
    let seen = text.chars().filter_map(|char| Some((char, plain(char)?)));
    for (place, (char, meant)) in seen.enumerate().filter(|&(_, (_, meant))| !is_separator(meant)) {
        let digit = digit(meant).ok_or(CodeError::Character { at: place + 1, char })?;
        if digits.len() == checksum::LONGEST_WORD {
            return Err(CodeError::TooLong);
        }
        digits.push(digit);
    }
    if digits.is_empty() { Err(CodeError::Empty) } else { Ok(digits) }
}

fn digit(char: char) -> Option<u8> {
    let meant = match char.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        char => char,
    };
    ALPHABET.iter().zip(0..).find(|&(&byte, _)| char::from(byte) == meant).map(|(_, digit)| digit)
}

/// Whether a plain character may separate the characters of a code.
fn is_separator(char: char) -> bool {
    matches!(char, ' ' | '-')
}
