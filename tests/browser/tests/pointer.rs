//! The pointer alone, on the English page.

use b2b_b2c_profile::assessment::{ConsistencyReading, Expectation, Pole};
use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, Sheet, Widget, in_every_engine, questionnaire, report};
use serde_json::Value;

in_every_engine!(
    all_questions_in_english_lead_to_the_profile_of_the_core,
    a_question_leaves_nothing_behind_for_the_next_one
);

fn all_questions_in_english_lead_to_the_profile_of_the_core(browser: &Browser) {
    let sheet = Sheet::new("410250204014", "5031");
    let widget = Widget::open(browser, "/en/");
    let (instrument, texts) = questionnaire("en");

    widget.click(".bp-choice:has([value='opener-companies'])");
    widget.click_on(&texts.label(Label::Start));
    for (place, (item, key)) in instrument.items().iter().zip(sheet.items.chars()).enumerate() {
        if place == 6 {
            widget.expect_page(&texts.label(Label::Halfway));
            widget.click_on(&texts.label(Label::Continue));
        }
        widget.expect_page(&texts.item(item.id).question);
        widget.choose(key);
        widget.click_on(&texts.label(Label::Next));
    }
    for (place, (foundation, key)) in
        instrument.foundations().iter().zip(sheet.foundations.chars()).enumerate()
    {
        widget.expect_page(&texts.foundation(foundation.id).statement);
        widget.choose(key);
        widget.click_on(&texts.label(if place == 3 { Label::ToResult } else { Label::Next }));
    }

    let outcome = sheet.outcome(&instrument);
    assert!(
        !outcome.missing.is_empty() && !outcome.foundations.unknown.is_empty(),
        "some answers are missing"
    );
    widget.expect_page(&texts.headline(&outcome));
    report::check(widget, &texts, &instrument, &outcome, None);
}

fn a_question_leaves_nothing_behind_for_the_next_one(browser: &Browser) {
    let widget = Widget::open(browser, "/");
    widget.click(".bp-start");
    browser.wait("a question", || widget.is_there(".bp-question"), || widget.look());
    widget.click(".bp-next");
    browser.wait("the word that an answer is missing", || widget.is_there(".bp-error"), || widget.look());
    widget.choose('3');
    widget.click(".bp-help summary");
    let heading = widget.heading();
    widget.run("one('.bp-heading').id = 'before'", Value::Null);
    widget.click(".bp-next");
    browser.wait("the next question", || widget.heading() != heading, || widget.look());
    widget.expect_focus(".bp-heading:not(#before)");
    assert_eq!(widget.chosen(), "");
    assert!(!widget.is_there(".bp-help[open]") && !widget.is_there(".bp-error"), "{}", widget.look());
    widget.click(".bp-button--back");
    widget.expect_page(&heading);
    assert_eq!(widget.chosen(), "3");
    assert!(!widget.is_there(".bp-help[open]"), "{}", widget.look());
}

#[test]
fn contradicting_answers_are_said_to_contradict_each_other() {
    let sheet = Sheet::new("555555555555", "1111");
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/en/");
    let (instrument, texts) = questionnaire("en");
    widget.fill(&sheet.keys());
    let outcome = sheet.outcome(&instrument);
    assert_eq!(outcome.consistency.reading(), Some(ConsistencyReading::Contradictory));
    widget.expect_page(&texts.headline(&outcome));
    report::check(widget, &texts, &instrument, &outcome, None);
    let notices = widget.texts(".bp-notice").join("\n");
    assert!(notices.contains(texts.label(Label::Contradictory).as_str()), "{notices}");
    assert!(notices.contains(texts.label(Label::SameAnswer).as_str()), "{notices}");
    assert!(notices.contains(&texts.apart(&outcome.consistency.pairs)), "{notices}");
    browser.finish();
}

#[test]
fn an_expectation_is_compared_with_what_came_out() {
    let (found, expected) = (Some(Pole::B2c), Some(Pole::B2b));
    let different = Expectation::Different { expected, found };
    let mixed = Expectation::Different { expected: None, found };
    let openers = [
        ("companies", Some(different)),
        ("consumers", Some(Expectation::Met(found))),
        ("both", Some(mixed)),
        ("unknown", None),
    ];
    let sheet = Sheet::new("155115511551", "5555");
    let browser = Browser::start();
    let (instrument, texts) = questionnaire("en");
    for (opener, expectation) in openers {
        let widget = Widget::open(&browser, "/en/");
        widget.sell_to(opener);
        if opener == "both" {
            widget.click(".bp-choice:has([value='grouping-together'])");
        }
        widget.fill(&sheet.keys());
        report::check(widget, &texts, &instrument, &sheet.outcome(&instrument), None);
        let expectation = expectation.map(|expectation| texts.expectation(expectation));
        assert_eq!(widget.text(".bp-expectation"), expectation.unwrap_or_default(), "for {opener}");
    }
    browser.finish();
}
