//! The details of the element's events: their format, and that they agree with the outcome.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Event, Mark, Outcome, Plan, Pole, Profile, Response, Run, Session};
use b2b_b2c_profile::exchange::detail::{self, Edition, Extent};
use b2b_b2c_profile::exchange::{OutcomeJson, ResultCode};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::SHIPPED;
use support::generated::{cases, restored};
use support::walk::{after, walk};

const EDITION: Edition = Edition { id: "b2b-b2c", version: 1, language: "nl" };
/// Answers all twelve items and passes the halfway page.
const RUN: &str = "go*6 next go*6";

#[track_caller]
fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("a detail is JSON")
}

fn complete(session: &Session, extent: Extent) -> Value {
    parsed(&detail::complete(session, EDITION, extent))
}

// The small details, literally: hosts rely on them.

#[test]
fn small_details_are_as_written_down() {
    assert_eq!(detail::start(), r#"{"version":1}"#);
    assert_eq!(detail::restart(), r#"{"version":1}"#);
}

#[test]
fn a_step_says_its_page() {
    let step = |script: &str| detail::step(&after(script).step());
    assert_eq!(step(""), r#"{"version":1,"page":"intro","id":null,"number":null,"of":null,"run":1}"#);
    assert_eq!(
        step("start go"),
        r#"{"version":1,"page":"item","id":"relationship-length","number":2,"of":12,"run":1}"#
    );
    assert_eq!(
        step(&format!("start {RUN} go*3")),
        r#"{"version":1,"page":"foundation","id":"brand","number":4,"of":4,"run":1}"#
    );
    assert_eq!(
        step("both start go*6 result open-2"),
        r#"{"version":1,"page":"result","id":null,"number":null,"of":null,"run":2}"#
    );
}

// The result.

#[test]
fn a_result_is_as_written_down() {
    let text = detail::complete(&after("start 0 next ? next 4 next"), EDITION, Extent::WithAnswers);
    let expected = [
        r#"{"version":1,"instrument":{"id":"b2b-b2c","version":1},"language":"nl","provisional":true,"results":["#,
        r#"{"run":1,"profile":null,"points":-100,"pole":null,"border":null,"range":[-100,67],"certain":false,"#,
        r#""answered":2,"missing":10,"dimensions":[{"id":"relationship","points":null,"answered":0},"#,
        r#"{"id":"audience","points":-50,"answered":1},{"id":"deciders","points":null,"answered":0},"#,
        r#"{"id":"pace","points":-50,"answered":1},{"id":"criterion","points":null,"answered":0},"#,
        r#"{"id":"judgement","points":null,"answered":0}],"recommended":[],"#,
        r#""channels":["in-store","by-email","with-product"],"consistency":null,"flag":null,"foundations":null,"#,
        r#""name":null,"answers":{"audience-size":0,"relationship-length":"dont-know","pace-length":4,"#,
        r#""deciders-count":null,"criterion-price":null,"judgement-knowledge":null,"audience-list":null,"#,
        r#""relationship-switch":null,"pace-impulse":null,"deciders-sides":null,"criterion-service":null,"#,
        r#""judgement-feeling":null},"doubled":[]}],"code":"11A2-S2GP-2WA9-0N0N","#,
        r#""foundations":{"quality":null,"service":null,"relation":null,"brand":null},"#,
        r#""plan":{"willDo":[],"alreadyDo":[],"notForUs":[]}}"#,
    ];
    assert_eq!(text, expected.concat());
}

#[test]
fn the_answers_are_left_out_unless_asked_for() {
    let mut session = after("both");
    session.apply(Event::GroupNamed(Run::First, "Bakers".to_owned()));
    walk(&mut session, &format!("start {RUN} next {RUN} 3 next ? next result"));
    let with = complete(&session, Extent::WithAnswers);
    assert_eq!(with["code"], json!(ResultCode::grouped(&ResultCode::of(1, &session))));
    assert_eq!(
        with["foundations"],
        json!({"quality": 3, "service": "dont-know", "relation": null, "brand": null})
    );
    assert_eq!((&with["results"][0]["name"], &with["results"][1]["name"]), (&json!("Bakers"), &Value::Null));
    let mut without = with;
    let top = without.as_object_mut().expect("it is an object");
    top.remove("code");
    top.remove("foundations");
    assert!(top.remove("plan").is_some());
    for result in without["results"].as_array_mut().expect("it is a list") {
        let result = result.as_object_mut().expect("it is an object");
        for key in ["name", "answers", "doubled"] {
            assert!(result.remove(key).is_some(), "{key}");
        }
    }
    let text = detail::complete(&session, EDITION, Extent::Result);
    assert_eq!(parsed(&text), without);
    assert!(!text.contains("Bakers"));
}

#[test]
fn a_result_is_provisional_until_the_level_is_certain() {
    let provisional = |script: &str| complete(&after(script), Extent::Result)["provisional"].clone();
    assert_eq!(provisional("start go*6 result"), json!(true));
    assert_eq!(provisional(&format!("start {RUN} result")), json!(false));
    assert_eq!(provisional(&format!("both start {RUN} next go*6 result")), json!(true));
    assert_eq!(provisional("start"), json!(true));
}

#[test]
fn the_plan_is_grouped_by_mark_and_sorted_by_relevance() {
    let mut session = after(&format!("start {RUN} result"));
    let ranking = session.outcome(Run::First).ranking;
    let mut marked = [Vec::new(), Vec::new(), Vec::new()];
    for (place, tactic) in Plan::tactics(&SHIPPED).enumerate().take(9) {
        session.apply(Event::TacticMarked(tactic.id, Some(Mark::ALL[place % 3])));
        marked[place % 3].push(tactic.id);
    }
    for ids in &mut marked {
        ids.sort_by_key(|id| std::cmp::Reverse(ranking.relevance(*id)));
    }
    let [will, already, not] = marked.map(|ids| ids.iter().map(|id| id.as_str()).collect::<Vec<_>>());
    let expected = json!({"willDo": will, "alreadyDo": already, "notForUs": not});
    assert_eq!(complete(&session, Extent::WithAnswers)["plan"], expected);
    let event = complete(&session, Extent::Result);
    assert!(event.get("plan").is_none(), "the host didn't ask for it");
    let recommended: Vec<&str> = ranking.recommended.iter().map(|id| id.as_str()).collect();
    assert_eq!(
        event["results"][0]["recommended"],
        json!(recommended),
        "what fits depends on the answers alone"
    );
}

#[test]
fn a_name_can_not_end_a_script() {
    let mut session = after("both");
    session.apply(Event::GroupNamed(Run::First, "</script>\"\\".to_owned()));
    let text = detail::complete(&session, EDITION, Extent::WithAnswers);
    assert!(!text.contains('<'));
    assert_eq!(parsed(&text)["results"][0]["name"], json!("</script>\"\\"));
}

/// Checks what a result has in common with the report.
#[track_caller]
fn check_against_report(result: &Value, outcome: &Outcome) {
    let report = serde_json::to_value(OutcomeJson(outcome)).expect("a report is JSON");
    for key in ["profile", "points", "border", "certain", "answered", "recommended", "channels"] {
        assert_eq!(result[key], report[key], "{key}");
    }
    assert_eq!(result["missing"], json!(report["missing"].as_array().expect("it is a list").len()));
    assert_eq!(result["consistency"], report["consistency"]["reading"]);
    assert_eq!(result["foundations"], report["foundations"]["reading"]);
    assert_eq!(result["flag"], report["flags"].get(0).cloned().unwrap_or_default());
    for dimension in result["dimensions"].as_array().expect("it is a list") {
        let reported = &report["dimensions"][dimension["id"].as_str().expect("it is a text")];
        for key in ["points", "answered"] {
            assert_eq!(dimension[key], reported[key], "{key} of {dimension}");
        }
    }
    let order = SHIPPED.dimensions().iter().map(|dimension| dimension.id.as_str());
    let dimensions = result["dimensions"].as_array().expect("it is a list");
    assert!(dimensions.iter().map(|dimension| dimension["id"].as_str()).eq(order.map(Some)));
    let range = [&outcome.range.low, &outcome.range.high].map(|end| end.to_points());
    assert_eq!(result["range"], json!(range));
    let pole = match outcome.profile.and_then(Profile::side) {
        Some(Pole::B2b) => json!("b2b"),
        Some(Pole::B2c) => json!("b2c"),
        None => Value::Null,
    };
    assert_eq!(result["pole"], pole);
}

fn written(response: Option<Response>) -> Value {
    match response {
        None => Value::Null,
        Some(Response::DontKnow) => json!("dont-know"),
        Some(Response::At(position)) => json!(position.get()),
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_result_says_what_the_outcome_says(session in restored()) {
        let detail = complete(&session, Extent::WithAnswers);
        prop_assert_eq!(&detail["instrument"], &json!({"id": "b2b-b2c", "version": 1}));
        prop_assert_eq!((&detail["version"], &detail["language"]), (&json!(1), &json!("nl")));
        let results = detail["results"].as_array().expect("it is a list");
        prop_assert_eq!(results.len(), session.runs().len());
        let mut is_firm = true;
        for (result, &run) in results.iter().zip(session.runs()) {
            let outcome = session.outcome(run);
            check_against_report(result, &outcome);
            is_firm &= outcome.range.is_certain();
            let answers = &session.run(run).answers;
            for item in SHIPPED.items() {
                prop_assert_eq!(&result["answers"][item.id.as_str()], &written(answers.item(&SHIPPED, item.id)));
            }
            let doubled: Vec<&str> = answers.doubled(&SHIPPED).map(|id| id.as_str()).collect();
            prop_assert_eq!(&result["doubled"], &json!(doubled));
            prop_assert_eq!(&result["run"], &json!(if run == Run::First { 1 } else { 2 }));
        }
        prop_assert_eq!(&detail["provisional"], &json!(!is_firm));
        for one in SHIPPED.foundations() {
            let answers = &session.run(Run::First).answers;
            prop_assert_eq!(&detail["foundations"][one.id.as_str()], &written(answers.foundation(&SHIPPED, one.id)));
        }
    }

    #[test]
    fn any_text_is_written_so_that_it_reads_the_same(text in "(?s).{0,60}") {
        let odd = format!("{text}<\u{2028}\u{2029}\u{0}\u{1f}\u{7f}\u{85}\"\\\n{text}");
        let json = detail::complete(&after(""), Edition { language: &odd, ..EDITION }, Extent::Result);
        prop_assert_eq!(&parsed(&json)["language"], &json!(odd));
        let is_bare = |char: char| char.is_control() || ['<', '\u{2028}', '\u{2029}'].contains(&char);
        prop_assert!(!json.contains(is_bare), "{}", json);
    }
}
