//! A small JSON writer: keys in the order written, no floats.

use std::fmt::{Display, Write};

/// An object being written.
pub(super) struct Json(String);

impl Json {
    /// An object without keys.
    pub(super) fn object() -> Json {
        Json("{".to_owned())
    }

    /// The text of the object.
    pub(super) fn finish(mut self) -> String {
        self.end('}');
        self.0
    }

    /// Writes a key; its value must follow.
    pub(super) fn key(&mut self, key: &str) -> &mut Json {
        self.item().text(key);
        self.0.push(':');
        self
    }

    /// Begins another item of a list; its value must follow.
    pub(super) fn item(&mut self) -> &mut Json {
        // No value ends in an opening bracket, so after anything else a comma is needed.
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
        self
    }

    /// Begins a list or an object.
    pub(super) fn begin(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// Ends a list or an object.
    pub(super) fn end(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    pub(super) fn number(&mut self, number: impl Display) {
        // Writing to memory never fails.
        let _ = write!(self.0, "{number}");
    }

    pub(super) fn truth(&mut self, is_true: bool) {
        self.0.push_str(if is_true { "true" } else { "false" });
    }

    /// Writes a value, or null.
    pub(super) fn option<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Json, T)) {
        match value {
            Some(value) => write(self, value),
            None => self.0.push_str("null"),
        }
    }

    /// Writes a list of texts.
    pub(super) fn texts(&mut self, texts: impl Iterator<Item = &'static str>) {
        self.begin('[');
        for text in texts {
            self.item().text(text);
        }
        self.end(']');
    }

    /// Writes a text. Also escapes `<`, which could end a script that contains the JSON, and the two line
    /// separators that older scripts don't allow in a string.
    pub(super) fn text(&mut self, text: &str) {
        self.0.push('"');
        for char in text.chars() {
            match char {
                '"' | '\\' => self.0.extend(['\\', char]),
                '<' | '\u{2028}' | '\u{2029}' => self.escape(char),
                char if char.is_control() => self.escape(char),
                char => self.0.push(char),
            }
        }
        self.0.push('"');
    }

    fn escape(&mut self, char: char) {
        let _ = write!(self.0, "\\u{:04x}", u32::from(char));
    }
}
