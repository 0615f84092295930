//! A file with a result that the visitor chose: the browser reads its JSON, and what counts is taken over.

use crate::exchange::{FileError, LARGEST_FILE, Place, ResultFile};
use gloo::events::EventListener;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FileReader, HtmlInputElement};

/// Reads the file chosen in a field, and then calls `on_read` with what it holds. The field is emptied, so that the
/// same file can be chosen again.
pub fn read_file(field: &HtmlInputElement, on_read: impl FnOnce(Result<ResultFile, FileError>) + 'static) {
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    field.set_value("");
    if file.size() > f64::from(LARGEST_FILE) {
        return on_read(Err(FileError::TooLarge));
    }
    let Ok(reader) = FileReader::new() else { return };
    let opened = reader.clone();
    EventListener::once(&reader, "loadend", move |_| {
        // A file that is gone by now has nothing in it.
        let text = opened.result().ok().and_then(|text| text.as_string());
        on_read(take_over(&text.unwrap_or_default()));
    })
    .forget();
    let _ = reader.read_as_text(&file);
}

/// What counts in a file with this text; the byte order mark is gone by now. Of a key that stands there twice, the last
/// counts.
fn take_over(text: &str) -> Result<ResultFile, FileError> {
    // Not only for faults: a browser may have no room for so many lists in each other.
    let file = JSON::parse(text).map_err(|error| FileError::Syntax { at: place(&error) })?;
    let instrument = own(&file, "instrument");
    // Without an id it is a file of something else, whatever it holds.
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

/// A whole number from zero on, also one written as `1.0`.
fn number(object: &JsValue, key: &'static str) -> Result<u32, FileError> {
    let number = own(object, key).as_f64().unwrap_or(f64::NAN);
    let whole = number as u32;
    if f64::from(whole) == number { Ok(whole) } else { Err(FileError::WrongValue { key }) }
}

/// A text; none where nothing or `null` stands there.
fn text_or_none(object: &JsValue, key: &'static str) -> Result<Option<String>, FileError> {
    let value = own(object, key);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    value.as_string().map(Some).ok_or(FileError::WrongValue { key })
}

/// What stands under a key of an object itself; what the page may have put on everyone's prototype doesn't count.
fn own(object: &JsValue, key: &str) -> JsValue {
    let property = Reflect::get_own_property_descriptor(object.unchecked_ref::<Object>(), &key.into());
    property.and_then(|property| Reflect::get(&property, &"value".into())).unwrap_or_default()
}

/// Where a text is no JSON, if the browser's own message says so.
fn place(error: &JsValue) -> Option<Place> {
    Place::in_message(&own(error, "message").as_string()?)
}
