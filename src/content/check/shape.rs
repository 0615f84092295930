//! The shape that a language's file must have: which texts, how long, with which placeholders.

use super::expected::expected;
use super::{Fault, InstrumentFile};
use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// JSON as it stands in the file, doubled keys included.
enum Node {
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
    Other,
}

/// What must stand at a place.
pub(super) enum Shape {
    /// A text of so many characters at the most, with these placeholders.
    Text(usize, &'static [&'static str]),
    /// So many texts.
    Texts(Vec<Shape>),
    /// These entries and no other.
    Map(Vec<(String, Need, Shape)>),
    /// Texts under any keys; the same in every language.
    Free(usize),
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Need {
    Required,
    Optional,
}

/// Checks the languages' files against the structure and against each other.
pub(crate) fn languages(
    instrument: &InstrumentFile,
    files: &[(String, &'static str)],
    faults: &mut Vec<Fault>,
) {
    let shape = expected(instrument);
    let mut first: Option<Vec<(String, String)>> = None;
    for (file, text) in files {
        let node: Node = match serde_json::from_str(text) {
            Ok(node) => node,
            Err(error) => {
                faults.push(Fault::new(file, "", &error.to_string()));
                continue;
            }
        };
        let mut found = Vec::new();
        let mut walk = Walk { file, faults, found: &mut found };
        walk.visit("", &node, &shape);
        let language = found.iter().find(|(place, _)| place == "language").map(|(_, text)| text.as_str());
        if language.is_some_and(|language| format!("{language}.json") != *file) {
            faults.push(Fault::new(file, "language", "must be the file's name without its ending"));
        }
        match &first {
            Some(first) => agree(file, first, &found, faults),
            None => first = Some(found),
        }
    }
}

/// Optional and free texts must be there in every language, and placeholders be the same.
///
/// Where either file has a fault already, at the place or above it, nothing is said again.
fn agree(file: &str, first: &[(String, String)], found: &[(String, String)], faults: &mut Vec<Fault>) {
    let mut new = Vec::new();
    for (place, text) in first {
        match found.iter().find(|(known, _)| known == place) {
            None => new.push(Fault::new(file, place, "text is missing")),
            Some((_, own)) if placeholders(own) != placeholders(text) => {
                let wanted = placeholders(text).join(", ");
                let what = format!("placeholders must be {{{wanted}}}, as in the first language");
                new.push(Fault::new(file, place, &what));
            }
            Some(_) => {}
        }
    }
    let surplus = found.iter().filter(|(place, _)| !first.iter().any(|(known, _)| known == place));
    new.extend(
        surplus.map(|(place, _)| Fault::new(file, place, "text that the first language doesn't have")),
    );
    let is_said = |place: &str| {
        let is_above = |said: &str| place.strip_prefix(said).is_some_and(|rest| rest.starts_with('.'));
        faults.iter().any(|fault| fault.place == place || is_above(&fault.place))
    };
    new.retain(|fault| !is_said(&fault.place));
    faults.extend(new);
}

struct Walk<'a> {
    file: &'a str,
    faults: &'a mut Vec<Fault>,
    found: &'a mut Vec<(String, String)>,
}

impl Walk<'_> {
    fn visit(&mut self, place: &str, node: &Node, shape: &Shape) {
        match (shape, node) {
            (Shape::Text(limit, wanted), Node::Text(text)) => self.text(place, text, *limit, wanted),
            (Shape::Texts(shapes), Node::List(nodes)) => {
                if nodes.len() != shapes.len() {
                    self.report(place, &format!("has {} texts, must have {}", nodes.len(), shapes.len()));
                }
                for (number, (node, shape)) in nodes.iter().zip(shapes).enumerate() {
                    self.visit(&format!("{place}.{number}"), node, shape);
                }
            }
            (Shape::Map(wanted), Node::Map(entries)) => self.map(place, entries, wanted),
            (Shape::Free(limit), Node::Map(entries)) => {
                self.doubled(place, entries);
                for (key, node) in entries {
                    self.visit(&join(place, key), node, &Shape::Text(*limit, &[]));
                }
            }
            (Shape::Text(..), _) => self.report(place, "must be a text"),
            (Shape::Texts(_), _) => self.report(place, "must be a list of texts"),
            (Shape::Map(_) | Shape::Free(_), _) => self.report(place, "must be an object"),
        }
    }

    fn text(&mut self, place: &str, text: &str, limit: usize, wanted: &[&str]) {
        let length = text.chars().count();
        if text.trim().is_empty() {
            self.report(place, "text is empty");
        }
        if length > limit {
            self.report(place, &format!("text is too long: {length} characters, at most {limit}"));
        }
        if text.contains(char::is_control) {
            self.report(place, "text has a control character, such as a line break");
        }
        for name in wanted.iter().filter(|name| !placeholders(text).contains(name)) {
            self.report(place, &format!("placeholder {{{name}}} is missing"));
        }
        self.found.push((place.to_owned(), text.to_owned()));
    }

    fn map(&mut self, place: &str, entries: &[(String, Node)], wanted: &[(String, Need, Shape)]) {
        self.doubled(place, entries);
        for (key, need, shape) in wanted {
            match entries.iter().find(|(known, _)| known == key) {
                Some((_, node)) => self.visit(&join(place, key), node, shape),
                None if *need == Need::Required => self.report(&join(place, key), "text is missing"),
                None => {}
            }
        }
        for (key, _) in entries.iter().filter(|(key, _)| !wanted.iter().any(|(known, ..)| known == key)) {
            self.report(&join(place, key), "text for nothing that exists");
        }
    }

    fn doubled(&mut self, place: &str, entries: &[(String, Node)]) {
        for (number, (key, _)) in entries.iter().enumerate() {
            if entries[..number].iter().any(|(known, _)| known == key) {
                self.report(&join(place, key), "stands here twice");
            }
        }
    }

    fn report(&mut self, place: &str, what: &str) {
        self.faults.push(Fault::new(self.file, place, what));
    }
}

fn join(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
}

/// The names in braces, sorted.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Node, D::Error> {
        struct NodeVisitor;

        impl<'de> Visitor<'de> for NodeVisitor {
            type Value = Node;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Node, E> {
                Ok(Node::Text(text.to_owned()))
            }

            fn visit_seq<S: SeqAccess<'de>>(self, mut seq: S) -> Result<Node, S::Error> {
                let mut nodes = Vec::new();
                while let Some(node) = seq.next_element()? {
                    nodes.push(node);
                }
                Ok(Node::List(nodes))
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Node, M::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Node::Map(entries))
            }

            fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
                Ok(Node::Other)
            }

            fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
                Ok(Node::Other)
            }

            fn visit_u64<E>(self, _: u64) -> Result<Node, E> {
                Ok(Node::Other)
            }

            fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
                Ok(Node::Other)
            }

            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Other)
            }
        }

        deserializer.deserialize_any(NodeVisitor)
    }
}
