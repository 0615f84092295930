//! A small writer of JSON: keys in the order they come, no floats.

use std::fmt::{Display, Write};

/// An object that is being written.
pub(super) struct Json(String);

impl Json {
    /// An object without keys so far.
    pub(super) fn object() -> Json {
        Json("{".to_owned())
    }

    /// The text of the object.
    pub(super) fn finish(mut self) -> String {
        self.end('}');
        self.0
    }

    /// A key; its value comes next.
    pub(super) fn key(&mut self, key: &str) -> &mut Json {
        self.item().text(key);
        self.0.push(':');
        self
    }

    /// Another item of a list; it comes next.
    pub(super) fn item(&mut self) -> &mut Json {
        // Behind a value, which never ends like this, something else has gone before.
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
        self
    }

    /// Begins a list or an object.
    pub(super) fn begin(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// Ends it.
    pub(super) fn end(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    pub(super) fn number(&mut self, number: impl Display) {
        // Writing into memory doesn't fail.
        let _ = write!(self.0, "{number}");
    }

    pub(super) fn truth(&mut self, is_true: bool) {
        self.0.push_str(if is_true { "true" } else { "false" });
    }

    /// A value, or null.
    pub(super) fn option<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Json, T)) {
        match value {
            Some(value) => write(self, value),
            None => self.0.push_str("null"),
        }
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, texts: impl Iterator<Item = &'static str>) {
        self.begin('[');
        for text in texts {
            self.item().text(text);
        }
        self.end(']');
    }

    /// A text. Also escaped: `<`, which could end a script that the JSON is put into, and the two line ends that
    /// older scripts can't have in a text.
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
