//! A set of answers as JSON.

use crate::assessment::{Answers, Instrument, Position, Response};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// Answers as written: `{"answers": {"audience-size": 0, …}, "weights": {"pace": 2}, "foundations": {…}}`.
///
/// Missing items, weights and foundations count as null, 1 and null.
#[derive(Debug, Default)]
pub struct AnswerSet<'a> {
    answers: Entries<'a>,
    weights: Entries<'a>,
    foundations: Entries<'a>,
}

/// Why an answer set can't be scored: the problem, and the id it concerns.
#[derive(Debug)]
pub enum AnswerSetError {
    /// It is not JSON, or its structure is wrong.
    Malformed(serde_json::Error),
    /// The value of an id is wrong.
    At {
        /// The id.
        id: String,
        /// The problem.
        what: &'static str,
    },
}

impl fmt::Display for AnswerSetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // Omits the parser's line number: an answer set is one line, whose number the caller knows.
            AnswerSetError::Malformed(error) => {
                let text = on_one_line(&error.to_string());
                let what = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
                match error.column() {
                    0 => f.write_str(what),
                    column => write!(f, "{what} at column {column}"),
                }
            }
            AnswerSetError::At { id, what } => write!(f, "{}: {what}", on_one_line(id)),
        }
    }
}

/// Escapes control characters, so that input quoted in an error message can't look like a line of its own.
fn on_one_line(text: &str) -> String {
    let escape =
        |char: char| if char.is_control() { char.escape_default().to_string() } else { char.to_string() };
    text.chars().map(escape).collect()
}

impl std::error::Error for AnswerSetError {}

impl<'a> AnswerSet<'a> {
    /// Reads one JSON object.
    pub fn from_json(json: &'a str) -> Result<AnswerSet<'a>, AnswerSetError> {
        if !json.trim_start().starts_with('{') {
            return Err(AnswerSetError::Malformed(serde::de::Error::custom("expected an object")));
        }
        serde_json::from_str(json).map_err(AnswerSetError::Malformed)
    }

    /// Checks the answers against the instrument: ids must be known and unique, values in range.
    pub fn to_answers(&self, instrument: &Instrument) -> Result<Answers, AnswerSetError> {
        let mut answers = Answers::blank(instrument);
        for entries in [&self.answers, &self.weights, &self.foundations] {
            if let Some(id) = entries.doubled() {
                return Err(at(id, "stands there twice"));
            }
        }
        for (id, value) in &self.answers.0 {
            let item = instrument.items().iter().find(|item| item.id.as_str() == id);
            let item = item.ok_or_else(|| at(id, "unknown item"))?;
            let response = response(id, *value)?;
            answers.set_item(instrument, item.id, response).map_err(|_| at(id, "unknown item"))?;
        }
        for (id, value) in &self.foundations.0 {
            let found = instrument.foundations().iter().find(|foundation| foundation.id.as_str() == id);
            let found = found.ok_or_else(|| at(id, "unknown foundation"))?;
            let response = response(id, *value)?;
            answers
                .set_foundation(instrument, found.id, response)
                .map_err(|_| at(id, "unknown foundation"))?;
        }
        for (id, value) in &self.weights.0 {
            let found = instrument.dimensions().iter().find(|dimension| dimension.id.as_str() == id);
            let found = found.ok_or_else(|| at(id, "unknown dimension"))?;
            match value {
                Value::Whole(1) => {}
                Value::Whole(2) => answers
                    .double(instrument, found.id)
                    .map_err(|_| at(id, "a third dimension can't have weight 2"))?,
                _ => return Err(at(id, "weight must be 1 or 2")),
            }
        }
        Ok(answers)
    }
}

fn at(id: &str, what: &'static str) -> AnswerSetError {
    AnswerSetError::At { id: id.to_owned(), what }
}

fn response(id: &str, value: Value) -> Result<Option<Response>, AnswerSetError> {
    let off_scale = || at(id, "position must be 0, 1, 2, 3, 4 or null");
    match value {
        Value::Null => Ok(None),
        Value::Whole(number) => {
            Position::new(number).map(|position| Some(Response::At(position))).ok_or_else(off_scale)
        }
        Value::Other => Err(off_scale()),
    }
}

/// A value as far as scoring needs it; `Other` is an error for its id.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Value {
    Null,
    Whole(u8),
    Other,
}

/// Accepts a whole number in any notation: some programs write `1.0`.
fn whole(number: f64) -> Value {
    let whole = number as u8;
    if f64::from(whole) == number { Value::Whole(whole) } else { Value::Other }
}

/// The entries of an object in the order written, duplicate keys included.
#[derive(Debug, Default)]
struct Entries<'a>(Vec<(Cow<'a, str>, Value)>);

impl Entries<'_> {
    fn doubled(&self) -> Option<&str> {
        let mut entries = self.0.iter().enumerate();
        let found = entries.find(|(place, (id, _))| self.0[..*place].iter().any(|(before, _)| before == id));
        found.map(|(_, (id, _))| id.as_ref())
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for AnswerSet<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<AnswerSet<'a>, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Written<'a> {
            #[serde(borrow)]
            answers: Entries<'a>,
            #[serde(borrow, default)]
            weights: Entries<'a>,
            #[serde(borrow, default)]
            foundations: Entries<'a>,
        }
        let Written { answers, weights, foundations } = Written::deserialize(deserializer)?;
        Ok(AnswerSet { answers, weights, foundations })
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Entries<'a>, D::Error> {
        struct EntriesVisitor;

        impl<'de> Visitor<'de> for EntriesVisitor {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of ids and whole numbers")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Entries<'de>, M::Error> {
                let mut entries = Vec::with_capacity(12);
                while let Some((Key(id), value)) = map.next_entry()? {
                    entries.push((id, value));
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(EntriesVisitor)
    }
}

/// A key, borrowed if its JSON contains no escapes.
#[derive(Deserialize)]
#[serde(transparent)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Deserialize<'de> for Value {
    /// Reads the raw text of the value, so that even a number out of range is an error for its id.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        let written = <&RawValue>::deserialize(deserializer)?;
        Ok(match written.get() {
            "null" => Value::Null,
            number => number.parse().map_or(Value::Other, whole),
        })
    }
}
