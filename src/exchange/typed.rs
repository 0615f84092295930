//! Characters as people type and paste them, and their plain equivalents.

/// The plain equivalent of a character: a blank for any space, a hyphen for any dash, ASCII for its
/// full-width form. `None` for invisible characters, which nobody can have meant.
pub(crate) fn plain(char: char) -> Option<char> {
    if is_unseen(char) {
        return None;
    }
    Some(match char {
        '\u{ff01}'..='\u{ff5e}' if char != '－' => char::from_u32(char as u32 - 0xfee0).unwrap_or(char),
        _ if char.is_whitespace() || char == '\u{2800}' => ' ',
        _ if is_dash(char) => '-',
        _ => char,
    })
}

/// Characters that neither show nor move others: soft hyphens, joiners, direction marks, fillers, tags …
fn is_unseen(char: char) -> bool {
    matches!(
        char,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Every Unicode dash, and characters that look like one.
fn is_dash(char: char) -> bool {
    matches!(
        char,
        '-' | '\u{2d7}' | '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{207b}'
                | '\u{208b}'
                | '\u{2212}'
                | '\u{2500}'
                | '\u{2501}'
                | '\u{2796}'
                | '\u{2e17}'
                | '\u{2e1a}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{2e40}'
                | '\u{2e5d}'
                | '\u{301c}'
                | '\u{3030}'
                | '\u{30a0}'
                | '\u{30fc}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{ff70}'
                | '\u{10ead}'
    )
}

/// Names a character: itself if it is certainly visible on its own, else its code point, `U+0301`.
pub fn named(char: char) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    if is_surely_seen(char) {
        return char.into();
    }
    let number = char as u32;
    let length = if number > 0xfffff {
        6
    } else if number > 0xffff {
        5
    } else {
        4
    };
    let digits = (0..length).rev().map(|place| char::from(DIGITS[(number >> (4 * place) & 15) as usize]));
    "U+".chars().chain(digits).collect()
}

/// Letters, signs and pictures that people are likely to type. Others are named only by their code point.
fn is_surely_seen(char: char) -> bool {
    matches!(
        char,
        '!'..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2af}' | '\u{391}'..='\u{3c9}' | '\u{400}'..='\u{481}'
            | '\u{660}'..='\u{669}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}' | '\u{20a0}'..='\u{20bf}'
            | '\u{2100}'..='\u{27ff}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'
            | '\u{ff01}'..='\u{ff9f}' | '\u{1f300}'..='\u{1f6ff}'
    )
}
