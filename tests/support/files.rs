//! The shipped content with faults put in, and the errors that its check must report.

use super::content;
use b2b_b2c_profile::content::read_files;
use serde_json::Value;

/// The shipped files, to be changed.
pub(crate) struct Files(pub(crate) Vec<(String, String)>);

impl Files {
    /// The text of a file.
    pub(crate) fn text(&mut self, name: &str) -> &mut String {
        let file = self.0.iter_mut().find(|(known, _)| known == name);
        &mut file.expect("it is one of the shipped files").1
    }

    /// Changes the text of a file.
    pub(crate) fn rewrite(&mut self, name: &str, from: &str, to: &str) {
        let text = self.text(name);
        assert!(text.contains(from), "{from} is not in {name}");
        *text = text.replacen(from, to, 1);
    }

    /// Changes a file as JSON.
    pub(crate) fn edit(&mut self, name: &str, change: impl FnOnce(&mut Value)) {
        let text = self.text(name);
        let mut value = serde_json::from_str(text).expect("the shipped files are JSON");
        change(&mut value);
        *text = value.to_string();
    }

    /// Sets the value at a path such as `items.audience-list.first`; list entries are found by their id.
    pub(crate) fn set(&mut self, name: &str, path: &str, value: Value) {
        self.edit(name, |file| match path.rsplit_once('.') {
            Some((parent, key)) => *at(at_path(file, parent), key) = value,
            None => file[path] = value,
        });
    }

    /// Removes the entry at a path.
    pub(crate) fn remove(&mut self, name: &str, parent: &str, key: &str) {
        self.edit(name, |file| match at_path(file, parent) {
            Value::Object(entries) => assert!(entries.remove(key).is_some(), "{key} is missing"),
            Value::Array(entries) => entries.retain(|entry| entry["id"] != key && *entry != *key),
            other => panic!("not an object or list: {other}"),
        });
    }
}

fn at_path<'a>(value: &'a mut Value, path: &str) -> &'a mut Value {
    path.split('.').fold(value, at)
}

/// The value at a key, index or id.
pub(crate) fn at<'a>(value: &'a mut Value, key: &str) -> &'a mut Value {
    match value {
        Value::Array(entries) => match key.parse::<usize>() {
            Ok(place) => &mut entries[place],
            Err(_) => entries.iter_mut().find(|entry| entry["id"] == key).expect("an entry has that id"),
        },
        value => &mut value[key],
    }
}

/// Checks the faults: each expected one is the start of the one found, in order.
#[track_caller]
pub(crate) fn check(change: impl FnOnce(&mut Files), expected: &[&str]) {
    let mut files = Files(content());
    // Only these two languages are checked, so that the number of faults doesn't depend on how many there
    // are.
    files.0.retain(|(name, _)| ["instrument.json", "nl.json", "en.json"].contains(&name.as_str()));
    change(&mut files);
    let errors = read_files(files.0).expect_err("the content has faults");
    let found: Vec<String> = errors.faults().iter().map(ToString::to_string).collect();
    let is_expected = found.len() == expected.len();
    let is_expected =
        is_expected && found.iter().zip(expected).all(|(found, expected)| found.starts_with(expected));
    assert!(is_expected, "expected\n{}\nfound\n{}", expected.join("\n"), found.join("\n"));
    assert_eq!(errors.to_string(), found.join("\n"));
}
