//! The name of a customer group, as a visitor types it.

/// The maximum length of a group name, in characters; the rest is cut off.
pub const GROUP_NAME_LENGTH: usize = 40;

/// Cleans up a typed name for storage: removes invisible characters and cuts it off at the maximum length.
pub fn short_name(typed: &str) -> String {
    typed.chars().filter(|&char| is_visible(char)).take(GROUP_NAME_LENGTH).collect()
}

/// Whether a character is safe to keep: not a control character, not an invisible character, and not one
/// that changes the text direction. Joiners that some scripts and emoji need are kept.
fn is_visible(char: char) -> bool {
    let is_hidden = matches!(
        char,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    );
    !char.is_control() && !is_hidden
}
