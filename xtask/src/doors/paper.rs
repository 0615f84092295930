//! The questions as they are printed on paper, and the scoring key: only the printed part of the content and the model.

use std::collections::BTreeMap;

use b2b_b2c_profile::assessment::{Fraction, LEAST_DIMENSIONS, Pole, Position, Profile, SPLIT_TUG};
use serde_json::{Value, json};

/// The highest value of an answer, which is a score of 1.
const MOST: f64 = 2.0;

/// How to calculate a score by hand, in values for each answered dimension: the numbers of answered dimensions that
/// give a profile, the limits of each profile, and the condition that tells the two profiles in the middle apart.
pub(super) fn key(instrument: &Value) -> Value {
    let values = |line: Fraction| MOST * line.to_f64();
    let profiles = Profile::ALL.map(|profile| {
        let lines = profile.level().lines().map(|line| line.map(values));
        // The tug is twice the smaller side.
        let side = (profile == Profile::Split).then(|| values(SPLIT_TUG) / 2.0);
        json!({ "id": profile.as_str(), "lines": lines, "side": side })
    });
    let dimensions = instrument["dimensions"].as_array().map_or(0, Vec::len);
    json!({ "counts": (LEAST_DIMENSIONS..=dimensions).rev().collect::<Vec<_>>(), "profiles": profiles })
}

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

/// An item, with the ends of its scale in words.
fn item(structure: &Value, texts: &Value, scale: &Value) -> Value {
    let stop = |place: usize, name: &str, short: &str| {
        let stop = scale[place].as_str().unwrap_or_default();
        stop.replace(name, texts[short].as_str().unwrap_or_default())
    };
    json!({
        "dimension": structure["dimension"],
        "values": structure["first"].as_str().and_then(Pole::from_slug).map(|first| {
            Position::ALL.map(|position| first.value_of(position))
        }),
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
    fn an_item_says_its_ends_and_the_value_of_each_box() {
        let texts =
            json!({ "question": "?", "first": "A.", "second": "B.", "firstShort": "a", "secondShort": "b" });
        let scale = json!(["Clearly {first}", "", "", "", "Clearly {second}"]);
        let item = item(&json!({ "dimension": "pace", "first": "b2c" }), &texts, &scale);
        assert_eq!(item["stops"], json!(["Clearly a", "Clearly b"]));
        assert_eq!((&item["values"], &item["dimension"]), (&json!([-2, -1, 0, 1, 2]), &json!("pace")));
    }
}
