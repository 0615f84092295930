//! The result, rendered on the host: what it says, and where.
#![cfg(feature = "ssr")]

mod support;

use b2b_b2c_profile::assessment::Pole;
use support::shown::{
    HYBRID, MIXED, SPLIT, STRONG_B2B, STRONG_B2C, after, english, points, result, results, run, shown,
    shown_in,
};
use support::{SHIPPED, outcome};

/// Checks that the part of the result with this class shows these texts, in this order.
#[track_caller]
fn check(script: &str, class: &str, expected: &[&str]) {
    shown(script).one(class).check_shows(expected);
}

/// The profile line's text for screen readers.
#[track_caller]
fn drawing(script: &str) -> String {
    shown(script).one("bp-line").attribute("aria-label").expect("it has a name").to_owned()
}

/// Checks that the result shows none of these texts.
#[track_caller]
fn check_without(script: &str, unexpected: &[&str]) {
    shown(script).check_without(unexpected);
}

// The summary.

#[test]
fn the_summary_names_every_profile() {
    let name = |written: &str, expected: &str| check(&result(written), "bp-heading", &[expected]);
    name(STRONG_B2B, "Strongly B2B");
    name("bb bb bb bo oo oo", "More B2B than B2C");
    name(HYBRID, "Mixed (hybrid)");
    name(SPLIT, "Split");
    name("cc cc cc co oo oo", "More B2C than B2B");
    name(STRONG_B2C, "Strongly B2C");
    name("?? ?? ?? ?? ?? ??", "Not enough answers yet");
}

#[test]
fn the_summary_says_on_how_many_answers_why_and_where() {
    check(
        &result(STRONG_B2B),
        "bp-summary",
        &["Your profile · 12 answers", "That is mainly because", " and ", "100 towards B2B"],
    );
    check(&result(STRONG_B2B), "bp-part--why", &["Your customers mostly buy the way companies do."]);
    check(&result(SPLIT), "bp-because", &["It pulls towards B2B because", "and towards B2C because"]);
    check(&result("oo oo oo oo oo oo"), "bp-because", &["On no point does it pull to one side."]);
    check(&result("oo oo oo oo oo bo"), "bp-because", &["It pulls a little towards B2B, because"]);
}

#[test]
fn without_a_profile_there_is_no_reason_and_no_tactic() {
    let page = shown(&result("?? ?? ?? ?? ?? ??"));
    assert!(!page.has("bp-card") && !page.has("bp-zones") && !page.has("bp-dimensions__total"));
    page.one("bp-because").check_shows(&["A profile needs six answers, spread over four points."]);
    assert_eq!(page.all("bp-line__track--none").len(), 6, "tracks without an answer");
}

#[test]
fn an_early_result_is_provisional_and_shows_what_is_still_possible() {
    let early = "start go*6 result";
    check(early, "bp-summary", &["Provisional profile · 6 answers"]);
    assert!(drawing(early).contains("Still possible: from"));
    check(
        early,
        "bp-firm",
        &[
            "6 questions have no answer yet.",
            "With the missing answers, your score can still",
            "Answer these questions",
        ],
    );
    check(early, "bp-result__actions", &["Start again", "Go on with the questions"]);
    assert!(shown(early).has("bp-line__range"));
    check_without(&result(STRONG_B2B), &["Go on with the questions"]);
    assert!(!drawing(&result(STRONG_B2B)).contains("Still possible"));
}

#[test]
fn one_missing_answer_that_changes_nothing_leaves_the_profile_certain() {
    check(
        &result("BB BB BB BB BB B?"),
        "bp-firm",
        &["One question has no answer yet.", "This profile is certain."],
    );
    check_without(&result("BB BB BB BB BB B?"), &["Provisional"]);
}

#[test]
fn what_was_expected_is_compared_with_what_was_found() {
    let expectation = |opener: &str, expected: &str| {
        check(&format!("{opener} {}", result(STRONG_B2B)), "bp-expectation", &[expected])
    };
    expectation("companies", "You expected B2B. Your answers point there too.");
    expectation("consumers", "You expected B2C. Your answers point to B2B.");
    expectation("both together", "You expected a mix of B2B and B2C. Your answers point to B2B.");
    assert!(!shown(&result(STRONG_B2B)).has("bp-expectation"));
    assert!(!shown(&format!("unknown {}", result(STRONG_B2B))).has("bp-expectation"));
}

// The notices.

#[test]
fn contradictions_are_named_in_a_notice_and_in_the_headline() {
    let torn = result("BC BC BC BC BC BC");
    check(&torn, "bp-heading", &["but with contradicting answers"]);
    check(
        &torn,
        "bp-firm",
        &[
            "Many of your answers contradict each other.",
            "lie far apart on: Bond with customers, Audience, Who decides, Pace of buying,",
        ],
    );
    let once = result("BC BB BB BB BB BB");
    check(&once, "bp-firm", &["lie far apart on: Bond with customers.", "Look at these questions"]);
    check_without(&once, &["contradict"]);
}

#[test]
fn patterns_in_the_answers_have_a_notice() {
    let same = "start go*6 next go*6 result";
    check(same, "bp-firm", &["You chose the same box at every question."]);
    check(&result("oo oo oo oo oo oo"), "bp-firm", &["You chose ‘In between or both’ at every question."]);
    check_without(&result(STRONG_B2B), &["at every question"]);
}

#[test]
fn a_profile_on_a_border_names_its_neighbour() {
    let written = "bb bb bb bb bb bb";
    assert!(outcome(written).border.is_some());
    check(&result(written), "bp-firm", &["on the border between ‘More B2B than B2C’ and ‘Strongly B2B’"]);
}

// Point by point.

#[test]
fn the_points_of_the_six_dimensions_add_up_to_the_total() {
    let mut totals = 0;
    for (_, page) in results() {
        let rows = page.all("bp-dimension__points");
        assert_eq!(rows.len(), 6);
        for total in page.all("bp-dimensions__points") {
            assert_eq!(
                rows.iter().map(|row| points(&row.text())).sum::<i32>(),
                points(&total.text()),
                "{page:?}"
            );
            totals += 1;
        }
    }
    assert_eq!(totals, 9, "only the result without answers has no total");
}

#[test]
fn every_dimension_shows_its_answers_and_the_sources_of_both_poles() {
    let page = shown(&result(MIXED));
    let texts = english();
    for (dimension, row) in SHIPPED.dimensions().iter().zip(page.all("bp-dimension")) {
        let text = row.text();
        for pole in [Pole::B2b, Pole::B2c] {
            for &source in dimension.sources(pole) {
                assert!(text.contains(texts.source(source).as_str()), "{source} at {}: {text}", dimension.id);
            }
        }
        for item in SHIPPED.items_of(dimension.id) {
            let answers = row.one("bp-answers").text();
            assert!(answers.contains(texts.item(item.id).question.as_str()), "{}", item.id);
            assert!(
                item.sources.iter().all(|&source| text.contains(texts.source(source).as_str())),
                "{}",
                item.id
            );
        }
        let inference = texts.inference(dimension.id).map(|inference| text.contains(inference.as_str()));
        assert_eq!(inference, dimension.inferred.map(|_| true), "{}: {text}", dimension.id);
    }
}

#[test]
fn answers_stand_in_words_and_a_thin_dimension_says_so() {
    check(
        &result("B? ?? oo CC BB bb"),
        "bp-dimensions",
        &["Rests on one answer", "Don’t know or doesn’t apply", "No answer", "In between or both"],
    );
    check("start go*6 result", "bp-dimensions", &["Not answered"]);
}

// Two groups.

#[test]
fn two_groups_are_in_one_drawing_and_either_result_can_be_opened() {
    let both = format!("both start {}next {}result", run(STRONG_B2B), run(STRONG_B2C));
    check(
        &both,
        "bp-summary",
        &[
            "Your two customer groups",
            "Companies : Strongly B2B",
            "Consumers : Strongly B2C",
            "The largest difference: Bond with customers",
        ],
    );
    let name = drawing(&both);
    assert!(
        name.contains("Companies: 100 towards B2B. Bond with customers: a long bond, 17 towards B2B."),
        "{name}"
    );
    assert!(name.contains("Consumers: 100 towards B2C. Bond with customers: separate purchases,"), "{name}");
    let summary = shown(&both).one("bp-summary");
    let nodes = |class: &str| summary.one("bp-line__plot").all(class).len();
    assert_eq!((nodes("bp-mark-1"), nodes("bp-mark-2")), (6, 6));
    assert_eq!(summary.all("bp-line__word--different").len(), 2, "both words of one row");
    assert!(!summary.has("bp-line__word--won"), "which side wins depends on the group");
    let pressed = |script: &str| {
        let tabs = shown(script).one("bp-tabs").all("bp-tab");
        tabs.iter().map(|tab| tab.attribute("aria-pressed") == Some("true")).collect::<Vec<_>>()
    };
    assert_eq!(pressed(&both), [true, false]);
    check(&both, "bp-part--why", &["Profile of Companies · 12 answers"]);
    let second = format!("{both} open-2");
    assert_eq!(pressed(&second), [false, true]);
    check(&second, "bp-part--why", &["Profile of Consumers · 12 answers"]);
    assert!(!shown(&result(STRONG_B2B)).has("bp-tabs"));
}

#[test]
fn a_group_without_answers_says_so() {
    check("both start go*6 result", "bp-summary", &["Companies", "Consumers : no answers yet"]);
    assert!(drawing("both start go*6 result").contains("Consumers: No answer."));
}

// The parts.

#[test]
fn the_bar_leads_to_all_parts_and_counts_the_plan() {
    let page = shown(&result(MIXED));
    assert_eq!(page.ids("bp-bar__part"), page.ids("bp-part"));
    assert_eq!(page.ids("bp-part"), ["do", "why", "plan", "keep"]);
    page.one("bp-bar").check_shows(&["Do", "Why", "Plan", "Save & share"]);
    assert!(!page.has("bp-bar__count"));
    let current: Vec<bool> =
        page.all("bp-bar__part").iter().map(|part| part.attribute("aria-current").is_some()).collect();
    assert_eq!(current, [true, false, false, false]);
}

#[test]
fn contradictions_come_before_what_to_do() {
    let order = |script: &str| {
        let page = shown(script).0;
        page.find("bp-firm__title").expect("it is there") < page.find("bp-part--do").expect("it is there")
    };
    assert!(order(&result("BC BC BC BC BC BC")));
    assert!(!order(&result(STRONG_B2B)));
}

// Languages.

#[test]
fn a_result_is_told_in_dutch() {
    let page = shown_in("nl", &after(&result(STRONG_B2B))).text();
    assert!(page.contains("12 antwoorden") && !page.contains("answers"), "{page}");
}
