//! The check of the structure: every fault in `instrument.json` is reported with its place.
#![cfg(feature = "check")]

mod support;

use serde_json::json;
use support::SHIPPED;
use support::files::check;

const FILE: &str = "instrument.json";

// Ids and words.

#[test]
fn a_structure_has_an_id_and_a_version() {
    check(|files| files.set(FILE, "id", json!("")), &["instrument.json: id: must not be empty"]);
    check(|files| files.set(FILE, "id", json!(" ")), &["instrument.json: id: must not be empty"]);
    check(|files| files.set(FILE, "version", json!(0)), &["instrument.json: version: must be 1 or more"]);
}

#[test]
fn an_unknown_dimension_of_an_item_is_named() {
    check(
        |files| files.set(FILE, "items.audience-list.dimension", json!("crowd")),
        &[
            "instrument.json: items.audience-list: unknown dimension `crowd`",
            "instrument.json: dimensions.audience: has 1 items, must have two",
        ],
    );
}

#[test]
fn an_unknown_dimension_of_a_driver_is_named() {
    check(
        |files| files.set(FILE, "tactics.newsletter.drivers", json!({"crowd": 1})),
        &["instrument.json: tactics.newsletter: unknown dimension `crowd`"],
    );
}

#[test]
fn a_doubled_id_is_named() {
    check(
        |files| files.set(FILE, "advice.combine.id", json!("two-lists")),
        &[
            "instrument.json: advice.two-lists: id stands there twice",
            "nl.json: advice.combine: text for nothing that exists",
            "en.json: advice.combine: text for nothing that exists",
        ],
    );
}

#[test]
fn an_unknown_kind_is_named() {
    check(
        |files| files.set(FILE, "tactics.webinar.kind", json!("b2x")),
        &["instrument.json: tactics.webinar.kind: unknown word `b2x`"],
    );
}

#[test]
fn an_unknown_profile_is_named() {
    check(
        |files| files.set(FILE, "advice.combine.profiles", json!(["split", "mixed"])),
        &["instrument.json: advice.combine.profiles: unknown word `mixed`"],
    );
}

#[test]
fn an_unknown_pole_is_named() {
    check(
        |files| files.set(FILE, "items.audience-list.first", json!("b2x")),
        &["instrument.json: items.audience-list.first: unknown word `b2x`"],
    );
    check(
        |files| files.set(FILE, "poles", json!(["b2c", "b2b"])),
        &["instrument.json: poles: must be b2b, b2c"],
    );
}

#[test]
fn the_profiles_stand_from_b2b_to_b2c() {
    check(
        |files| files.edit(FILE, |file| file["profiles"].as_array_mut().expect("a list").swap(2, 3)),
        &["instrument.json: profiles: must name the six profiles"],
    );
}

// Items and dimensions.

#[test]
fn a_dimension_with_no_item_or_four_is_named() {
    check(
        |files| {
            files.set(FILE, "items.audience-size.dimension", json!("pace"));
            files.set(FILE, "items.audience-list.dimension", json!("pace"));
        },
        &[
            "instrument.json: dimensions.audience: has 0 items, one or two can be scored",
            "instrument.json: dimensions.pace: has 4 items, one or two can be scored",
            "instrument.json: dimensions.audience: has 0 items, must have two",
            "instrument.json: dimensions.audience: must have one item in the core",
            "instrument.json: dimensions.pace: has 4 items, must have two",
            "instrument.json: dimensions.pace: must have one item in the core",
        ],
    );
}

#[test]
fn unbalanced_keying_of_a_dimension_is_named() {
    check(
        |files| files.set(FILE, "items.audience-list.first", json!("b2c")),
        &["instrument.json: dimensions.audience: keying is unbalanced"],
    );
}

#[test]
fn unbalanced_keying_of_the_core_is_named() {
    check(
        |files| {
            files.set(FILE, "items.audience-list.first", json!("b2c"));
            files.set(FILE, "items.audience-size.first", json!("b2b"));
        },
        &["instrument.json: items: keying of the core is unbalanced"],
    );
}

#[test]
fn a_dimension_without_two_items_is_named() {
    check(
        |files| files.remove(FILE, "items", "audience-list"),
        &[
            "instrument.json: dimensions.audience: has 1 items, must have two",
            "nl.json: items.audience-list: text for nothing that exists",
            "en.json: items.audience-list: text for nothing that exists",
        ],
    );
}

#[test]
fn the_core_has_one_item_of_each_dimension_and_comes_first() {
    check(
        |files| {
            files.set(FILE, "items.audience-size.core", json!(false));
            files.set(FILE, "items.audience-list.core", json!(true));
        },
        &[
            "instrument.json: items: keying of the core is unbalanced",
            "instrument.json: items: the core's items must come before the others",
        ],
    );
    check(
        |files| files.set(FILE, "items.judgement-knowledge.core", json!(false)),
        &[
            "instrument.json: dimensions.judgement: must have one item in the core",
            "instrument.json: items: keying of the core is unbalanced",
        ],
    );
}

#[test]
fn an_inference_that_is_not_marked_is_named() {
    check(
        |files| files.set(FILE, "dimensions.judgement.inferred", json!("none")),
        &[
            "instrument.json: dimensions.judgement.inferred: must be b2b or b2c",
            "instrument.json: items.judgement-feeling: is marked as inferred",
        ],
    );
    check(
        |files| files.set(FILE, "dimensions.pace.refs.b2b", json!([])),
        &["instrument.json: dimensions.pace: a pole without a point of the article"],
    );
}

// Tactics, advice and foundations.

#[test]
fn drivers_that_add_up_to_more_than_five_are_named() {
    check(
        |files| files.set(FILE, "tactics.email-series.drivers.pace", json!(-3)),
        &["instrument.json: tactics.email-series: drivers add up to 6, at most 5"],
    );
}

#[test]
fn a_doubled_driver_is_named() {
    // 1 + 1 instead of 2: the sum stays 5, so the duplicate is the only fault.
    let pace = "\"drivers\": { \"relationship\": 2, \"pace\": ";
    check(
        |files| files.rewrite(FILE, &format!("{pace}2,"), &format!("{pace}1, \"pace\": 1,")),
        &["instrument.json: tactics.email-series: names the dimension `pace` twice"],
    );
    check(
        |files| files.rewrite(FILE, &format!("{pace}2,"), &format!("{pace}2, \"pace\": -2,")),
        &[
            "instrument.json: tactics.email-series: names the dimension `pace` twice",
            "instrument.json: tactics.email-series: drivers add up to 7, at most 5",
        ],
    );
}

#[test]
fn fewer_than_three_tactics_of_a_side_are_named() {
    let others = ["loyalty-programme", "coupon", "quantity-discount", "customer-service"];
    check(
        |files| others.iter().for_each(|id| files.set(FILE, &format!("tactics.{id}.kind"), json!("b2b"))),
        &["instrument.json: tactics: three are needed of kind b2c"],
    );
}

#[test]
fn an_order_without_every_foundation_is_named() {
    for side in ["b2b", "b2c", "middle"] {
        let expected = format!("instrument.json: foundationOrder.{side}: must name every foundation once");
        check(|files| files.remove(FILE, &format!("foundationOrder.{side}"), "brand"), &[&expected]);
        let path = format!("foundationOrder.{side}");
        let doubled = json!(["quality", "relation", "service", "service"]);
        check(|files| files.set(FILE, &path, doubled), &[&expected]);
        let surplus = json!(["quality", "relation", "service", "brand", "price"]);
        check(|files| files.set(FILE, &path, surplus), &[&expected]);
    }
}

// References.

#[test]
fn a_point_of_the_article_that_nothing_uses_is_named() {
    check(
        |files| files.remove(FILE, "about.refs", "S1"),
        &["instrument.json: nothing uses the article's point S1"],
    );
}

#[test]
fn a_reference_to_no_point_of_the_article_is_named() {
    let places = ["about", "items.audience-size", "foundations.brand", "tactics.website", "advice.combine"];
    for place in places {
        let expected = format!("instrument.json: {place}: unknown point of the article `S20`");
        let add = |file: &mut serde_json::Value| {
            let refs = place.split('.').fold(file, support::files::at)["refs"].as_array_mut();
            refs.expect("references are a list").push(json!("S20"));
        };
        check(|files| files.edit(FILE, add), &[&expected]);
    }
}

#[test]
fn the_questionnaire_as_a_whole_names_its_points() {
    let points: Vec<&str> = SHIPPED.sources().iter().map(|point| point.as_str()).collect();
    assert_eq!(points, ["S0", "S1", "S3"]);
}
