//! A customer group's name, as a visitor types it.

/// How long a customer group's name can be, in characters; what is beyond is cut off.
pub const GROUP_NAME_LENGTH: usize = 40;

/// A name that a visitor types, as it is kept: without what doesn't show, and cut off at its length.
pub fn short_name(typed: &str) -> String {
    typed.chars().filter(|&char| is_visible(char)).take(GROUP_NAME_LENGTH).collect()
}

/// Whether a character shows and keeps its place: no control character, none that is a blank in disguise or turns
/// the direction of what follows. The joiners that some scripts and emoji need stay.
fn is_visible(char: char) -> bool {
    let is_hidden = matches!(
        char,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    );
    !char.is_control() && !is_hidden
}
