//! The table of the element's interface says what the details really are.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Event, Mark, Run, Session, TacticId};
use b2b_b2c_profile::exchange::detail::{self, Edition, Extent};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use support::generated::cases;
use support::schema::faults;
use support::walk::{after, walk};
use support::wandering::{visit, wander};

static TABLE: LazyLock<Value> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("api/element.json");
    let text = fs::read_to_string(path).expect("the table can be read");
    serde_json::from_str(&text).expect("the table is JSON")
});

const EDITION: Edition = Edition { id: "b2b-b2c", version: 1, language: "nl" };

/// What is wrong with an event's detail.
fn faults_of(event: &str, detail: &str) -> Vec<String> {
    let events = TABLE["events"].as_array().expect("the table has events");
    let event = events.iter().find(|one| one["name"] == event).expect("the table has this event");
    let detail = serde_json::from_str(detail).expect("a detail is JSON");
    faults(&TABLE["$defs"], &event["detail"], &detail)
}

#[track_caller]
fn check(event: &str, detail: &str) {
    assert_eq!(faults_of(event, detail), Vec::<String>::new(), "{event}: {detail}");
}

#[test]
fn small_details_are_as_the_table_says() {
    check("start", &detail::start());
    check("restart", &detail::restart());
}

#[test]
fn both_groups_names_and_answers_are_as_the_table_says() {
    let mut session = after("both");
    session.apply(Event::GroupNamed(Run::First, "Bakers".to_owned()));
    walk(&mut session, "start go*6 next go*6 next go*6 next go*6 3 next ? next result");
    session.apply(Event::TacticMarked(TacticId::new("webinar"), Some(Mark::WillDo)));
    check("complete", &detail::complete(&session, EDITION, Extent::Result));
    check("complete", &detail::complete(&session, EDITION, Extent::WithAnswers));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn whatever_a_visitor_does_the_details_are_as_the_table_says(visit in visit()) {
        let mut all = Vec::new();
        wander(&visit, |_, _, after: &Session| {
            all.extend(faults_of("step", &detail::step(&after.step())));
            for extent in [Extent::Result, Extent::WithAnswers] {
                all.extend(faults_of("complete", &detail::complete(after, EDITION, extent)));
            }
        });
        prop_assert_eq!(all, Vec::<String>::new());
    }
}

#[test]
fn what_the_table_does_not_say_is_found() {
    let of = |form: Value, value: Value| faults(&TABLE["$defs"], &form, &value);
    let start = json!({ "$ref": "#/$defs/start" });
    assert_eq!(of(start.clone(), json!({ "version": 2 })), ["$.version: 2 is not const 1"]);
    assert_eq!(of(start.clone(), json!({})), ["$: \"version\" is missing"]);
    assert_eq!(of(start, json!({ "version": 1, "x": 1 })), ["$.x is not known"]);
    let points = json!({ "type": "array", "items": { "$ref": "#/$defs/points" } });
    assert_eq!(of(points, json!([1, 101])), ["$[1]: 101 is not maximum 100"]);
}
