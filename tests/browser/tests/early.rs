//! Detours: an early result, going back, a review, a restart.

use b2b_b2c_profile::assessment::{Instrument, ItemId};
use b2b_b2c_profile::content::{Label, Texts};
use browser_tests::{Browser, Sheet, Widget, questionnaire, report};

const EARLY: Sheet = Sheet::new("511551", "");
const FULL: Sheet = Sheet::new("511551155115", "1234");
const KEYS: &str = "5115511551151234";

/// The notice of an early result, with the range that is still possible.
fn range_notice(texts: &Texts, sheet: &Sheet, instrument: &Instrument) -> String {
    let outcome = sheet.outcome(instrument);
    let count = texts.counted(outcome.missing.len(), Label::MissingOne, Label::MissingOther);
    format!("{count} {}", texts.fill(Label::ProvisionalText, &report::ends(texts, &outcome).pairs()))
}

#[test]
fn after_six_questions_a_provisional_profile_then_the_full_one() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    let (instrument, texts) = questionnaire("nl");
    widget.fill(EARLY.items);
    widget.expect_page(&texts.label(Label::Halfway));
    assert_eq!(widget.text(".bp-lede"), texts.fill(Label::HalfwayText, &[("count", "6")]));
    widget.click_on(&texts.label(Label::HalfwayResult));

    widget.expect_page(&texts.headline(&EARLY.outcome(&instrument)));
    report::check(widget, &texts, &instrument, &EARLY.outcome(&instrument), None);
    let notice =
        format!("{} {}", range_notice(&texts, &EARLY, &instrument), texts.label(Label::AnswerMissing));
    assert!(
        widget.texts(".bp-notice").contains(&notice),
        "{notice} isn't in {:?}",
        widget.texts(".bp-notice")
    );

    widget.click_on(&texts.label(Label::MoreAnswers));
    widget.expect_page(&texts.item(instrument.items()[6].id).question);
    widget.fill(&KEYS[6..]);
    widget.expect_page(&texts.headline(&FULL.outcome(&instrument)));
    report::check(widget, &texts, &instrument, &FULL.outcome(&instrument), None);
    assert!(!widget.texts(".bp-button").contains(&texts.label(Label::MoreAnswers).to_string()));
    browser.finish();
}

#[test]
fn a_notice_leads_to_the_items_it_names_and_back_to_the_result() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    let (instrument, texts) = questionnaire("nl");
    let (before, after) = (Sheet::new("511051150115", "1234"), Sheet::new("511551152115", "1234"));
    widget.fill(&before.keys());
    let missing: Vec<ItemId> = before.outcome(&instrument).missing;
    assert_eq!(missing, [instrument.items()[3].id, instrument.items()[8].id]);
    widget.expect_page(&texts.headline(&before.outcome(&instrument)));

    widget.click_on(&texts.label(Label::AnswerMissing));
    widget.expect_page(&texts.item(missing[0]).question);
    assert_eq!(widget.chosen(), "0");
    widget.choose('5');
    widget.click_on(&texts.label(Label::Next));
    widget.expect_page(&texts.item(missing[1]).question);
    widget.choose('2');
    widget.click_on(&texts.label(Label::ToResult));
    widget.expect_page(&texts.headline(&after.outcome(&instrument)));
    report::check(widget, &texts, &instrument, &after.outcome(&instrument), None);
    browser.finish();
}

#[test]
fn a_review_that_is_left_by_going_back_changes_nothing() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    let (instrument, texts) = questionnaire("nl");
    let sheet = Sheet::new("512432145024", "2415");
    widget.fill(&sheet.keys());
    widget.click_on(&texts.label(Label::AnswerMissing));
    widget.expect_page(&texts.item(instrument.items()[9].id).question);
    assert_eq!(widget.chosen(), "0");
    widget.click_on(&texts.label(Label::Back));
    widget.expect_page(&texts.headline(&sheet.outcome(&instrument)));
    report::check(widget, &texts, &instrument, &sheet.outcome(&instrument), None);
    browser.finish();
}

#[test]
fn back_leads_through_every_page_with_the_answers_kept() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    let (instrument, texts) = questionnaire("nl");
    widget.fill(KEYS);
    widget.expect_page(&texts.headline(&FULL.outcome(&instrument)));
    let back = |heading: &str, chosen: Option<u8>| {
        widget.click_on(&texts.label(Label::Back));
        widget.expect_page(heading);
        assert_eq!(
            widget.chosen(),
            chosen.map(|key| char::from(key).to_string()).unwrap_or_default(),
            "on {heading}"
        );
    };
    for (foundation, key) in instrument.foundations().iter().zip(FULL.foundations.bytes()).rev() {
        back(&texts.foundation(foundation.id).statement, Some(key));
    }
    for (place, (item, key)) in instrument.items().iter().zip(FULL.items.bytes()).enumerate().rev() {
        back(&texts.item(item.id).question, Some(key));
        if place == 6 {
            back(&texts.label(Label::Halfway), None);
        }
    }
    back(&texts.about.title, None);
    assert!(!widget.is_there(".bp-button--back"), "there is nothing before the first page");
    // Forward again, without a new answer.
    widget.click_on(&texts.label(Label::Start));
    widget.expect_page(&texts.item(instrument.items()[0].id).question);
    widget.click_on(&texts.label(Label::Next));
    widget.expect_page(&texts.item(instrument.items()[1].id).question);
    assert_eq!(widget.chosen(), "1");
    browser.finish();
}

#[test]
fn the_foundations_can_be_skipped_and_answered_later() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/en/");
    let (instrument, texts) = questionnaire("en");
    widget.fill(FULL.items);
    let first = texts.foundation(instrument.foundations()[0].id).statement;
    widget.expect_page(&first);
    widget.click_on(&texts.label(Label::SkipFoundations));
    let skipped = Sheet::new(FULL.items, "");
    widget.expect_page(&texts.headline(&skipped.outcome(&instrument)));
    report::check(widget, &texts, &instrument, &skipped.outcome(&instrument), None);
    widget.click_on(&texts.fill(Label::AskFoundations, &[("count", "4")]));
    widget.expect_page(&first);
    widget.fill(FULL.foundations);
    report::check(widget, &texts, &instrument, &FULL.outcome(&instrument), None);
    browser.finish();
}

#[test]
fn a_new_beginning_can_be_taken_back() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/en/");
    let (instrument, texts) = questionnaire("en");
    let result = texts.headline(&FULL.outcome(&instrument));
    widget.sell_to("companies");
    widget.fill(KEYS);
    widget.expect_page(&result);
    widget.click_on(&texts.label(Label::Restart));
    widget.expect_page(&texts.about.title);
    assert!(!widget.is_there(":checked"), "after a restart nothing is chosen");
    widget.click_on(&texts.label(Label::UndoRestart));
    widget.expect_page(&result);
    report::check(widget, &texts, &instrument, &FULL.outcome(&instrument), None);

    widget.click_on(&texts.label(Label::Restart));
    widget.expect_page(&texts.about.title);
    widget.click_on(&texts.label(Label::Start));
    widget.expect_page(&texts.item(instrument.items()[0].id).question);
    assert_eq!(widget.chosen(), "");
    widget.click_on(&texts.label(Label::Back));
    widget.expect_page(&texts.about.title);
    assert!(!widget.is_there(".bp-note"), "after a start, the restart can't be undone");
    browser.finish();
}
