use super::super::visits::{Defined, File, SLOW};
use super::*;

#[track_caller]
fn check(goal: Goal, widget: Option<f64>, expected: Option<bool>, ratio: Option<f64>) {
    let row = Row::new("a figure", Unit::Milliseconds, widget, goal);
    assert_eq!((row.is_reached(), row.ratio()), (expected, ratio));
}

#[test]
fn a_figure_that_is_just_the_goal_holds() {
    check(Goal::AtMost(60.0), Some(60.0), Some(true), Some(1.0));
    check(Goal::AtMost(60.0), Some(60.1), Some(false), Some(60.1 / 60.0));
    check(Goal::AtMost(60.0), Some(0.0), Some(true), Some(0.0));
    check(Goal::Better(20.0, 15.0), Some(18.0), Some(true), Some(0.9));
    check(Goal::Better(20.0, 15.0), Some(25.0), Some(false), Some(1.25));
}

#[test]
fn a_goal_beside_a_peer_moves_with_it() {
    let goal = |plain| Goal::TimesPeer(1.25, "plain page", Some(plain));
    check(goal(400.0), Some(500.0), Some(true), Some(1.25));
    check(goal(400.0), Some(501.0), Some(false), Some(501.0 / 400.0));
    check(goal(200.0), Some(500.0), Some(false), Some(2.5));
}

#[test]
fn once_is_neither_twice_nor_never() {
    check(Goal::Exactly(1.0), Some(1.0), Some(true), Some(1.0));
    check(Goal::Exactly(1.0), Some(2.0), Some(false), Some(2.0));
    check(Goal::Exactly(1.0), Some(0.0), Some(false), Some(0.0));
    check(Goal::Exactly(0.0), Some(0.0), Some(true), None);
    check(Goal::Exactly(0.0), Some(1.0), Some(false), None);
}

#[test]
fn what_was_not_measured_does_not_hold() {
    check(Goal::AtMost(60.0), None, None, None);
    check(Goal::TimesPeer(1.0, "React", None), Some(1.0), None, None);
}

#[test]
fn goals_are_written_as_they_were_set() {
    let written = |goal: Goal, unit| goal.words(unit);
    assert_eq!(written(Goal::AtMost(95_000.0), Unit::Kilobytes), "≤ 95.0 kB");
    assert_eq!(written(Goal::Better(150_000.0, 120_000.0), Unit::Kilobytes), "≤ 150.0 kB, better 120.0 kB");
    assert_eq!(written(Goal::AtMost(1.5 * MIB), Unit::Mebibytes), "≤ 1.50 MiB");
    assert_eq!(written(Goal::TimesPeer(1.15, "plain page", None), Unit::Milliseconds), "≤ 1.15 × plain page");
    assert_eq!(written(Goal::TimesPeer(1.0, "React", None), Unit::Milliseconds), "≤ React");
    assert_eq!(written(Goal::Exactly(1.0), Unit::Times), "1");
}

/// A visit that took so long, and held so much.
fn visit(site: &str, milliseconds: f64, bytes: f64) -> Visit {
    let mut visit = Visit { site: site.into(), profile: "slow4g".into(), ..Visit::default() };
    visit.answerable = Some(milliseconds);
    visit.starting_all = Some(milliseconds);
    visit.memory.wasm = bytes;
    visit
}

fn widget_of(visits: Vec<Visit>, figure: &str) -> Option<f64> {
    let measured = Measured { visits, ..Measured::default() };
    rows(&measured).into_iter().find(|row| row.figure == figure).expect("there is such a row").widget
}

#[test]
fn each_further_widget_is_what_the_first_one_does_not_explain() {
    let visits = vec![visit("widgets-1", 30.0, 2e6), visit("widgets-10", 120.0, 11e6)];
    assert_eq!(widget_of(visits.clone(), "10 widgets: start of each further"), Some(10.0));
    assert_eq!(widget_of(visits.clone(), "10 widgets: memory of each further"), Some(1e6));
    assert_eq!(widget_of(visits, "50 widgets: start of each further"), None);
}

#[test]
fn one_visit_that_compiles_twice_is_one_too_many() {
    let mut visits: Vec<Visit> =
        ["widgets-1", "widgets-10", "widgets-50", "widgets-50"].map(|site| visit(site, 1.0, 1.0)).into();
    visits.iter_mut().for_each(|visit| visit.compiled = 1.0);
    assert_eq!(widget_of(visits.clone(), "1, 10, 50 widgets: compilations"), Some(1.0));
    visits[3].compiled = 2.0;
    assert_eq!(widget_of(visits, "1, 10, 50 widgets: compilations"), Some(2.0));
}

#[test]
fn the_engine_starts_with_the_touch_and_a_peer_with_its_page() {
    let figure = "first touch → engine running (peers: first question)";
    let mut touched = visit("touched", 0.0, 0.0);
    (touched.answerable, touched.running) = (None, Some(900.0));
    let measured = Measured { visits: vec![touched, visit("react", 800.0, 0.0)], ..Measured::default() };
    let row = rows(&measured).into_iter().find(|row| row.figure == figure).expect("there is such a row");
    assert_eq!((row.widget, row.peers[3], row.ratio()), (Some(900.0), Some(800.0), Some(1.125)));
}

#[test]
fn a_widget_that_nobody_touches_is_one_script() {
    let file = |kind: &str, bytes| File { path: format!("/a.{kind}"), kind: kind.into(), bytes };
    let mut untouched = visit("untouched", 0.0, 0.0);
    untouched.files = vec![file("html", 500.0), file("js", 18_000.0)];
    let defined = Defined { task: Some(4.0), frame: Some(9.0) };
    let mut fast = Visit { profile: FAST.into(), defined, ..untouched.clone() };
    let visits = vec![untouched.clone(), fast.clone()];
    assert_eq!(widget_of(visits.clone(), "untouched: transfer"), Some(18_000.0));
    assert_eq!(widget_of(visits.clone(), "untouched: requests"), Some(1.0));
    assert_eq!(widget_of(visits.clone(), "untouched: requests for WebAssembly"), Some(0.0));
    assert_eq!(widget_of(visits, "untouched: define, unthrottled"), Some(4.0));
    fast.profile = SLOW.into();
    fast.files.push(file("wasm", 1.0));
    assert_eq!(widget_of(vec![untouched, fast], "untouched: requests for WebAssembly"), Some(1.0));
}

#[test]
fn other_profiles_do_not_count() {
    let mut fast = visit("widget", 1.0, 1.0);
    fast.profile = "unthrottled".into();
    let figure = "first question answerable, landing page";
    assert_eq!(widget_of(vec![fast, visit("widget", 600.0, 1.0)], figure), Some(600.0));
}
