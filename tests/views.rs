//! The pages up to the result, rendered on the host: their texts and structure.
#![cfg(feature = "ssr")]

mod support;

use b2b_b2c_profile::assessment::{Event, Run};
use support::shown::{Shown, after, english, run, shown, shown_in};
use support::{SHIPPED, walk};

/// Answers all twelve items and passes the halfway page.
const RUN: &str = "go*6 next go*6";

/// Checks that the page after a script shows these texts, in this order.
#[track_caller]
fn check(script: &str, expected: &[&str]) {
    shown(script).check_shows(expected);
}

/// Checks that the page after a script shows none of these texts.
#[track_caller]
fn check_without(script: &str, unexpected: &[&str]) {
    shown(script).check_without(unexpected);
}

/// Checks which choices are checked, by their texts.
#[track_caller]
fn check_chosen(script: &str, expected: &[&str]) {
    let page = shown(script);
    let choices: Vec<Shown> =
        ["bp-choice", "bp-stop", "bp-missing"].iter().flat_map(|class| page.all(class)).collect();
    let chosen = choices.iter().filter(|choice| choice.0.contains(" checked")).map(Shown::text);
    assert_eq!(chosen.collect::<Vec<_>>(), expected, "{script}");
}

// The frame.

#[test]
fn every_page_has_one_heading_that_can_take_focus() {
    for script in [
        "",
        "start",
        "start go*6",
        "both start go*6 next go*6",
        &format!("start {RUN}"),
        &format!("start {RUN} go*4"),
    ] {
        let heading = shown(script).one("bp-heading");
        assert_eq!(heading.attribute("tabindex"), Some("-1"), "{script}");
        assert!(heading.0.starts_with("<h2 "), "{script}");
    }
}

#[test]
fn the_page_is_in_the_language_asked_for_and_the_switch_says_so() {
    for (code, heading) in [("nl", "Kopen uw klanten"), ("en", "Do your customers buy")] {
        let page = shown_in(code, &after(""));
        assert!(page.one("bp-heading").text().starts_with(heading), "{code}");
        assert_eq!(page.one("bp").attribute("lang"), Some(code));
        let buttons = page.all("bp-languages__button");
        let pressed = buttons.iter().filter(|button| button.attribute("aria-pressed") == Some("true"));
        assert_eq!(pressed.filter_map(|button| button.attribute("lang")).collect::<Vec<_>>(), [code]);
    }
}

#[test]
fn an_unknown_language_falls_back_to_the_first() {
    assert_eq!(shown_in("fr", &after("")), shown_in("nl", &after("")));
    assert_eq!(shown_in("en-GB", &after("")), shown_in("en", &after("")));
}

#[test]
fn questions_show_their_number_in_words_and_as_a_bar() {
    check("start go*2", &["Question 3 of 12"]);
    check(&format!("start {RUN} go"), &["Extra question 2 of 4"]);
    let bar = shown("start go*2").one("bp-progress__bar");
    assert_eq!((bar.attribute("value"), bar.attribute("max")), (Some("3"), Some("12")));
    assert!(!shown("start go*6").has("bp-progress__bar"));
}

// The intro.

#[test]
fn the_intro_says_what_it_is_and_asks_who_the_visitor_sells_to() {
    let about = &english().about;
    check(
        "",
        &[
            &about.title,
            &about.text,
            "Twelve short questions",
            "Who do you sell to?",
            "Companies",
            "Don’t know",
            "Start",
        ],
    );
    check_chosen("", &[]);
    check_chosen("consumers", &["Consumers"]);
}

#[test]
fn visitors_who_sell_to_both_are_asked_about_groups() {
    check_without("companies", &["How do you want to answer?"]);
    check(
        "both",
        &[
            "Both",
            "How do you want to answer?",
            "Name of the first group",
            "Name of the second group",
            "Start",
        ],
    );
    check_chosen("both", &["Both", "Per customer group: two profiles side by side"]);
    check_chosen("both together", &["Both", "All customers together: one profile"]);
    check_without("both together", &["Name of the first group"]);
}

#[test]
fn a_group_has_the_name_that_was_typed() {
    let mut session = after("both");
    session.apply(Event::GroupNamed(Run::Second, "Shops & <b>".to_owned()));
    let page = shown_in("en", &session);
    assert!(page.0.contains(r#"value="Shops &amp; &lt;b"#), "{page:?}");
    walk::walk(&mut session, &format!("start {RUN} next"));
    let page = shown_in("en", &session);
    assert_eq!(page.one("bp-tag").text(), "Shops & <b>");
    assert!(!page.0.contains("<b>"));
}

#[test]
fn after_a_restart_the_answers_can_be_restored() {
    check(
        "start go*6 restart",
        &["Your answers have been cleared.", "Bring them back", "Who do you sell to?"],
    );
    check_without("", &["Bring them back"]);
}

// A question.

#[test]
fn an_item_shows_its_question_both_statements_and_five_boxes_in_words() {
    let texts = english();
    for (place, item) in SHIPPED.items().iter().enumerate() {
        let script =
            if place < 6 { format!("start go*{place}") } else { format!("start go*6 next go*{}", place - 6) };
        let texts = texts.item(item.id);
        let statement = |statement: &str| statement.split(": ").last().unwrap_or_default().to_owned();
        let clearly = [format!("Clearly {}", texts.first_short), format!("Clearly {}", texts.second_short)];
        check(
            &script,
            &[
                &texts.question,
                &statement(&texts.first),
                &statement(&texts.second),
                &clearly[0],
                "In between or both",
                &clearly[1],
                "Don’t know or doesn’t apply",
                "Help with this question",
                &texts.help,
            ],
        );
        assert_eq!(shown(&script).all("bp-stop").len(), 5);
    }
}

#[test]
fn an_item_is_asked_in_every_language() {
    let page = shown_in("nl", &after("start")).text();
    assert!(page.contains("Vraag 1 van 12"), "{page}");
}

#[test]
fn only_what_was_answered_is_chosen() {
    check_chosen("start", &[]);
    check_chosen("start 0", &["Clearly large"]);
    check_chosen("start 3", &["Rather small"]);
    check_chosen("start ?", &["Don’t know or doesn’t apply"]);
    check_chosen("start go back", &["Clearly large"]);
}

#[test]
fn going_on_without_an_answer_shows_what_is_wrong_first() {
    check_without("start", &["Choose an answer first"]);
    check(
        "start next",
        &["Choose an answer first", "choose ‘Don’t know or doesn’t apply’", "How large is the group"],
    );
    let error = shown("start next").one("bp-error");
    assert_eq!(error.attribute("tabindex"), Some("-1"));
    check_without("start next 1", &["Choose an answer first"]);
}

#[test]
fn each_group_is_named_at_its_questions() {
    check("both start", &["Companies", "Think only of these customers: Companies."]);
    check(&format!("both start {RUN} next"), &["Consumers", "Think only of these customers: Consumers."]);
    check_without("start", &["these customers"]);
}

#[test]
fn an_inferred_item_says_so_and_every_item_names_its_source() {
    let texts = english();
    for (place, item) in SHIPPED.items().iter().enumerate() {
        let script =
            if place < 6 { format!("start go*{place}") } else { format!("start go*6 next go*{}", place - 6) };
        let sources = shown(&script).one("bp-sources").text();
        for &source in &item.sources {
            assert!(sources.contains(texts.source(source).as_str()), "{source} at {}: {sources}", item.id);
        }
        let inference =
            texts.inference(item.dimension).filter(|inference| sources.contains(inference.as_str()));
        assert_eq!(inference.is_some(), item.is_inferred, "{}: {sources}", item.id);
    }
}

#[test]
fn a_foundation_has_a_scale_of_its_own_and_can_be_skipped() {
    let texts = english();
    for (place, foundation) in SHIPPED.foundations().iter().enumerate() {
        let script = format!("start {RUN} go*{place}");
        let texts = texts.foundation(foundation.id);
        let (head, rest) = texts.statement.split_once(": ").expect("a statement begins with a name");
        check(
            &script,
            &[
                "How well have you arranged this?",
                head,
                rest,
                "Not yet",
                "A start",
                "Fair",
                "Good",
                "Very good",
                "Don’t know",
                &texts.help,
                "Skip and show my profile",
            ],
        );
    }
    check(&format!("start {RUN}"), &["4 more questions about what you have arranged."]);
    check_without(&format!("start {RUN} go"), &["more questions about what you have arranged"]);
}

#[test]
fn the_button_says_when_it_leads_to_the_result() {
    let next = |script: &str| shown(script).one("bp-next").text();
    assert_eq!(next("start"), "Next");
    assert_eq!(next(&format!("start {RUN} go*2")), "Next");
    assert_eq!(next(&format!("start {RUN} go*3")), "Show my profile");
    assert_eq!(next(&format!("start {RUN} go*4 review:pace-length,pace-impulse")), "Next");
    assert_eq!(next(&format!("start {RUN} go*4 review:pace-length")), "Show my profile");
}

#[test]
fn there_is_a_way_back_on_every_page_but_the_first() {
    assert!(!shown("").has("bp-button--back"));
    for script in [
        "start",
        "start go*6",
        "both start go*6 next go*6",
        &format!("start {} go*4", run("oo oo oo oo oo oo")),
    ] {
        assert!(shown(script).has("bp-button--back"), "{script}");
    }
}

// Between questions.

#[test]
fn halfway_offers_a_provisional_profile_or_more_questions() {
    check(
        "start go*6",
        &["You are halfway", "6 more questions make it firmer.", "Show provisional profile", "Go on"],
    );
    check("both start go*6", &["Companies", "You are halfway"]);
}

#[test]
fn the_second_group_is_announced_by_its_name() {
    check(
        &format!("both start {RUN}"),
        &["Now the second group: Consumers", "Think only of these customers now.", "Go on"],
    );
}
