//! What the widget tells keeps to the schemas that are shipped. These tests stand here and not with the core's, since
//! the validator would double what those take to compile.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use b2b_b2c_profile::assessment::{Event, Mark, Run, Session, TacticId};
use b2b_b2c_profile::exchange::detail::{self, Edition, Extent};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::tests::project;
use support::generated::cases;
use support::walk::{after, walk};
use support::wandering::{visit, wander};

#[path = "../../../tests/support/mod.rs"]
#[allow(unexpected_cfgs, reason = "the features are the library's")]
mod support;

static SCHEMAS: LazyLock<BTreeMap<String, Validator>> = LazyLock::new(|| {
    let validator = |(file, schema): (String, String)| {
        let schema: Value = serde_json::from_str(&schema).expect("a schema is JSON");
        let validator = jsonschema::draft202012::new(&schema).expect("the schema is valid");
        (file.trim_end_matches(".json").to_owned(), validator)
    };
    project().schemas().expect("there are schemas").into_iter().map(validator).collect()
});

const EDITION: Edition = Edition { id: "b2b-b2c", version: 1, language: "nl" };

/// What is wrong with an event's detail.
fn faults_of(event: &str, detail: &str) -> Vec<String> {
    let detail = serde_json::from_str(detail).expect("a detail is JSON");
    let fault = |error: jsonschema::ValidationError| format!("{}: {error}", error.instance_path());
    SCHEMAS[event].iter_errors(&detail).map(fault).collect()
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
fn what_the_schemas_do_not_say_is_found() {
    let check = |detail: Value, count: usize| {
        let faults = faults_of("share", &detail.to_string());
        assert_eq!(faults.len(), count, "{detail}: {faults:?}");
    };
    let right = json!({ "version": 1, "what": "code", "method": "copy" });
    check(right.clone(), 0);
    for (key, value) in [("version", json!(2)), ("what", json!("x")), ("x", json!(1))] {
        let mut wrong = right.clone();
        wrong[key] = value;
        check(wrong, 1);
    }
    check(json!({ "version": 1 }), 2);
}
