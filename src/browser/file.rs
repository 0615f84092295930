//! A result file that the visitor chose: the browser parses its JSON, and the relevant fields are extracted.

use crate::exchange::{FileError, LARGEST_FILE, Place, ResultFile};
use gloo::events::EventListener;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FileReader, HtmlInputElement};

/// Reads the file chosen in a field, then calls `on_read` with its content. Clears the field, so that the
/// visitor can choose the same file again.
pub fn read_file(field: &HtmlInputElement, on_read: impl FnOnce(Result<ResultFile, FileError>) + 'static) {
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    field.set_value("");
    if file.size() > f64::from(LARGEST_FILE) {
        return on_read(Err(FileError::TooLarge));
    }
    let Ok(reader) = FileReader::new() else { return };
    let opened = reader.clone();
    EventListener::once(&reader, "loadend", move |_| {
        // A file that can no longer be read counts as empty.
        let text = opened.result().ok().and_then(|text| text.as_string());
        on_read(take_over(&text.unwrap_or_default()));
    })
    .forget();
    let _ = reader.read_as_text(&file);
}

/// The relevant fields of a file with this text, already without its byte order mark. If a key is repeated,
/// the last one counts.
fn take_over(text: &str) -> Result<ResultFile, FileError> {
    // Also fails on valid JSON that is nested too deeply for the browser.
    let file = JSON::parse(text).map_err(|error| FileError::Syntax { at: place(&error) })?;
    let instrument = own(&file, "instrument");
    // A file without an id is not a result file, whatever it holds.
    let id = own(&instrument, "id").as_string().ok_or(FileError::Foreign)?;
    let results = own(&file, "results");
    if !results.is_undefined() && !Array::is_array(&results) {
        return Err(FileError::WrongValue { key: "results" });
    }
    let name = |place| Ok(text_or_none(&own(&results, place), "name")?.unwrap_or_default());
    Ok(ResultFile {
        id,
        version: number(&instrument, "version")?,
        form: number(&file, "version")?,
        code: text_or_none(&file, "code")?,
        names: [name("0")?, name("1")?],
    })
}

/// A whole number of zero or more; `1.0` is accepted too.
fn number(object: &JsValue, key: &'static str) -> Result<u32, FileError> {
    let number = own(object, key).as_f64().unwrap_or(f64::NAN);
    let whole = number as u32;
    if f64::from(whole) == number { Ok(whole) } else { Err(FileError::WrongValue { key }) }
}

/// A text; `None` if it is missing or `null`.
fn text_or_none(object: &JsValue, key: &'static str) -> Result<Option<String>, FileError> {
    let value = own(object, key);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    value.as_string().map(Some).ok_or(FileError::WrongValue { key })
}

/// The value of an object's own key; ignores whatever the host page has added to a prototype.
fn own(object: &JsValue, key: &str) -> JsValue {
    let property = Reflect::get_own_property_descriptor(object.unchecked_ref::<Object>(), &key.into());
    property.and_then(|property| Reflect::get(&property, &"value".into())).unwrap_or_default()
}

/// The place of a syntax error, if the browser's error message names it.
fn place(error: &JsValue) -> Option<Place> {
    Place::in_message(&own(error, "message").as_string()?)
}
