//! A small, strict reader of JSON: one value to the last character, no key twice, nothing nested deeply.

use super::{FileError, Place};

/// How deep lists and objects may stand in each other; a result takes five.
const DEEPEST: usize = 16;
/// How many keys an object may have; each is compared with those before it.
const MOST_KEYS: usize = 256;

/// A value, and where it begins, in bytes.
pub(super) struct Node {
    pub(super) at: usize,
    pub(super) value: Value,
}

pub(super) enum Value {
    Null,
    Truth,
    /// A whole number from zero on; none for any other.
    Number(Option<u32>),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The value of an object's key.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        self.object()?.iter().find(|(known, _)| known == key).map(|(_, node)| node)
    }

    pub(super) fn object(&self) -> Option<&[(String, Node)]> {
        if let Value::Object(entries) = &self.value { Some(entries) } else { None }
    }

    pub(super) fn list(&self) -> Option<&[Node]> {
        if let Value::List(list) = &self.value { Some(list) } else { None }
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    pub(super) fn number(&self) -> Option<u32> {
        if let Value::Number(number) = self.value { number } else { None }
    }
}

/// The place of a byte.
pub(super) fn place(text: &str, at: usize) -> Place {
    let mut place = Place { line: 1, column: 1 };
    for (_, char) in text.char_indices().take_while(|(start, _)| *start < at) {
        if char == '\n' {
            place = Place { line: place.line + 1, column: 1 };
        } else {
            place.column += 1;
        }
    }
    place
}

/// The value of a whole text. A byte order mark before it is passed over.
pub(super) fn read(text: &str) -> Result<Node, FileError> {
    let mut reader =
        Reader { text, at: if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 } };
    let node = reader.node(DEEPEST);
    let node = node.and_then(|node| if reader.next().is_none() { Ok(node) } else { Err(Fault::Syntax) });
    node.map_err(|fault| {
        let at = place(text, reader.at);
        match fault {
            Fault::Syntax => FileError::Syntax { at },
            Fault::Twice => FileError::Twice { at },
        }
    })
}

enum Fault {
    Syntax,
    Twice,
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    /// The byte at this place.
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What stands from this place on. (Slicing would bring the words for a place inside a character, 2 kB of wasm.)
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The first byte that isn't a blank, from here on.
    fn next(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// Passes a byte if it stands next.
    fn passes(&mut self, byte: u8) -> bool {
        let is_next = self.next() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        if self.passes(byte) { Ok(()) } else { Err(Fault::Syntax) }
    }

    fn node(&mut self, depth: usize) -> Result<Node, Fault> {
        let first = self.next().ok_or(Fault::Syntax)?;
        let at = self.at;
        let value = match first {
            b'{' | b'[' if depth == 0 => return Err(Fault::Syntax),
            b'{' => self.object(depth - 1)?,
            b'[' => self.list(depth - 1)?,
            b'"' => Value::Text(self.string()?),
            b'n' => self.word("null", Value::Null)?,
            b't' => self.word("true", Value::Truth)?,
            b'f' => self.word("false", Value::Truth)?,
            _ => self.number()?,
        };
        Ok(Node { at, value })
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Fault> {
        if !self.rest().starts_with(word) {
            return Err(Fault::Syntax);
        }
        self.at += word.len();
        Ok(value)
    }

    fn object(&mut self, depth: usize) -> Result<Value, Fault> {
        self.expect(b'{')?;
        let mut entries: Vec<(String, Node)> = Vec::new();
        if self.passes(b'}') {
            return Ok(Value::Object(entries));
        }
        loop {
            if self.next() != Some(b'"') || entries.len() == MOST_KEYS {
                return Err(Fault::Syntax);
            }
            let at = self.at;
            let key = self.string()?;
            if entries.iter().any(|(known, _)| *known == key) {
                self.at = at;
                return Err(Fault::Twice);
            }
            self.expect(b':')?;
            entries.push((key, self.node(depth)?));
            if !self.passes(b',') {
                self.expect(b'}')?;
                return Ok(Value::Object(entries));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, Fault> {
        self.expect(b'[')?;
        let mut list = Vec::new();
        if self.passes(b']') {
            return Ok(Value::List(list));
        }
        loop {
            list.push(self.node(depth)?);
            if !self.passes(b',') {
                self.expect(b']')?;
                return Ok(Value::List(list));
            }
        }
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.expect(b'"')?;
        let mut text = String::new();
        loop {
            let char = self.rest().chars().next().ok_or(Fault::Syntax)?;
            match char {
                '\0'..=' ' if char != ' ' => return Err(Fault::Syntax),
                '"' => {
                    self.at += 1;
                    return Ok(text);
                }
                '\\' => text.push(self.escape()?),
                _ => {
                    self.at += char.len_utf8();
                    text.push(char);
                }
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let letter = self.text.as_bytes().get(self.at + 1);
        let char = match letter {
            Some(b'"' | b'\\' | b'/') => char::from(letter.copied().unwrap_or_default()),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.encoded(),
            _ => return Err(Fault::Syntax),
        };
        self.at += 2;
        Ok(char)
    }

    /// A character by its number, which beyond the first 65,536 is two: `\ud83d\ude00`.
    fn encoded(&mut self) -> Result<char, Fault> {
        let start = self.at;
        let first = self.unit()?;
        let char = match first {
            0xd800..0xdc00 => match self.unit()? {
                second @ 0xdc00..0xe000 => {
                    char::from_u32(0x1_0000 + (first - 0xd800) * 0x400 + (second - 0xdc00))
                }
                _ => None,
            },
            _ => char::from_u32(first),
        };
        char.ok_or_else(|| {
            self.at = start;
            Fault::Syntax
        })
    }

    /// One `\u` and its four digits.
    fn unit(&mut self) -> Result<u32, Fault> {
        let unit = self.text.get(self.at..self.at + 6).and_then(|unit| unit.strip_prefix("\\u"));
        let number = unit.and_then(|digits| {
            digits.chars().try_fold(0, |number, digit| Some(number * 16 + digit.to_digit(16)?))
        });
        let number = number.ok_or(Fault::Syntax)?;
        self.at += 6;
        Ok(number)
    }

    fn number(&mut self) -> Result<Value, Fault> {
        let start = self.at;
        let is_negative = self.byte() == Some(b'-');
        self.at += usize::from(is_negative);
        let first = self.byte();
        let whole = self.digits()?;
        if first == Some(b'0') && whole > 1 {
            self.at = start;
            return Err(Fault::Syntax);
        }
        let end = self.at;
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        // Only whole numbers mean anything here.
        let number = (end == self.at).then(|| self.text.get(start..end)?.parse().ok());
        Ok(Value::Number(number.flatten()))
    }

    /// Passes digits, of which there must be one; how many there are.
    fn digits(&mut self) -> Result<usize, Fault> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start { Ok(self.at - start) } else { Err(Fault::Syntax) }
    }
}
