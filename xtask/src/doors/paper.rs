//! The questions as they stand on paper: of the content, only what is printed.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The questions by language, in the order asked.
pub(super) fn questions(content: &BTreeMap<String, Value>, instrument: &Value) -> Value {
    content.iter().map(|(code, texts)| (code.clone(), language(texts, instrument))).collect()
}

fn language(texts: &Value, instrument: &Value) -> Value {
    let entries = |name: &str| instrument[name].as_array().into_iter().flatten();
    let id = |entry: &Value| entry["id"].as_str().unwrap_or_default().to_owned();
    let items = entries("items").map(|one| item(one, &texts["items"][id(one)], &texts["scale"]));
    let foundations = entries("foundations").map(|one| texts["foundations"][id(one)]["statement"].clone());
    let dimensions = entries("dimensions").map(|one| json!([id(one), texts["dimensions"][id(one)]["name"]]));
    let profiles = texts["profiles"].as_object().into_iter().flatten();
    let profiles: serde_json::Map<String, Value> =
        profiles.map(|(id, profile)| (id.clone(), profile["name"].clone())).collect();
    json!({
        "title": texts["about"]["title"],
        "lead": texts["lead"]["items"],
        "foundationsLead": texts["lead"]["foundations"],
        "missing": texts["missing"]["items"],
        "foundationMissing": texts["missing"]["foundations"],
        "foundationScale": texts["foundationScale"],
        "items": items.collect::<Value>(),
        "foundations": foundations.collect::<Value>(),
        "dimensions": dimensions.collect::<Value>(),
        "profiles": profiles,
    })
}

/// An item, with the stops at the ends of its scale in words.
fn item(structure: &Value, texts: &Value, scale: &Value) -> Value {
    let stop = |place: usize, name: &str, short: &str| {
        let stop = scale[place].as_str().unwrap_or_default();
        stop.replace(name, texts[short].as_str().unwrap_or_default())
    };
    json!({
        "dimension": structure["dimension"],
        "isB2bFirst": structure["first"] == "b2b",
        "question": texts["question"],
        "first": texts["first"],
        "second": texts["second"],
        "stops": [stop(0, "{first}", "firstShort"), stop(4, "{second}", "secondShort")],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_says_its_ends_and_which_of_them_is_b2b() {
        let texts =
            json!({ "question": "?", "first": "A.", "second": "B.", "firstShort": "a", "secondShort": "b" });
        let scale = json!(["Clearly {first}", "", "", "", "Clearly {second}"]);
        let item = item(&json!({ "dimension": "pace", "first": "b2c" }), &texts, &scale);
        assert_eq!(item["stops"], json!(["Clearly a", "Clearly b"]));
        assert_eq!((&item["isB2bFirst"], &item["dimension"]), (&json!(false), &json!("pace")));
    }
}
