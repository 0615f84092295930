//! Texts, and tables of them by id.

use crate::assessment::Pole;
#[cfg(feature = "check")]
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
#[cfg(feature = "check")]
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

/// One text. It lives as long as the program, so it can be copied freely.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Text(&'static str);

impl Text {
    /// The text itself.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Text {
        Text(text)
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl<'de: 'static> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        struct TextVisitor;

        impl Visitor<'static> for TextVisitor {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'static str) -> Result<Text, E> {
                Ok(Text(text))
            }

            // A JSON string with an escape can't be borrowed. Only the build and the tests get here.
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text(String::leak(text.to_owned())))
            }
        }

        deserializer.deserialize_str(TextVisitor)
    }
}

/// A text is not blank and has no control characters, such as line breaks.
#[cfg(feature = "check")]
impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "\\S", "not": { "type": "string", "pattern": "\\p{Cc}" } })
    }
}

/// Texts by id, in the order of the file. Tables are short, so look-ups are linear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<T>(Vec<(Text, T)>);

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table(Vec::new())
    }
}

impl<T> FromIterator<(Text, T)> for Table<T> {
    fn from_iter<I: IntoIterator<Item = (Text, T)>>(entries: I) -> Table<T> {
        Table(entries.into_iter().collect())
    }
}

impl<T> Table<T> {
    /// The entry with this id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.iter().find(|(key, _)| key.as_str() == id).map(|(_, entry)| entry)
    }

    /// The entries with their ids, in order.
    #[allow(dead_code, reason = "only where content is packed")]
    pub(super) fn iter(&self) -> impl Iterator<Item = (Text, &T)> {
        self.0.iter().map(|(id, entry)| (*id, entry))
    }

    /// The entry at an index.
    pub(super) fn at(&self, place: usize) -> Option<&T> {
        self.0.get(place).map(|(_, entry)| entry)
    }

    /// The entry of an id that the content check has found to have one; panics otherwise.
    pub(super) fn checked(&self, id: &str) -> &T {
        self.get(id).expect("the content check pairs every id with its texts")
    }
}

impl<'de: 'static, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Table<T>, D::Error> {
        struct TableVisitor<T>(PhantomData<T>);

        impl<'de: 'static, T: Deserialize<'de>> Visitor<'de> for TableVisitor<T> {
            type Value = Table<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("texts by id")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Table<T>, M::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Table(entries))
            }
        }

        deserializer.deserialize_map(TableVisitor(PhantomData))
    }
}

#[cfg(feature = "check")]
impl<T: JsonSchema> JsonSchema for Table<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("TableOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<T>() })
    }
}

/// One entry for each pole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "check", derive(JsonSchema), schemars(deny_unknown_fields))]
#[serde(bound(deserialize = "'de: 'static, T: Deserialize<'de>"))]
pub struct PerPole<T> {
    /// The entry for B2B.
    pub b2b: T,
    /// The entry for B2C.
    pub b2c: T,
}

impl<T: Copy> PerPole<T> {
    /// The entry of a pole.
    pub const fn of(&self, pole: Pole) -> T {
        match pole {
            Pole::B2b => self.b2b,
            Pole::B2c => self.b2c,
        }
    }
}
