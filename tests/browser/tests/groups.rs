//! Two customer groups.

use b2b_b2c_profile::assessment::Outcome;
use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, Key, Sheet, Widget, questionnaire, report};
use serde_json::json;

const BAKERS: &str = "<b>Bakkers</b> & \"co\"";
const BAKERS_SHEET: Sheet = Sheet::new("511551155115", "1234");
const NEIGHBOURS_SHEET: Sheet = Sheet::new("155115512540", "1234");

/// Chooses two groups and types their names.
#[track_caller]
fn name_groups(widget: Widget, first: &str, second: &str) {
    widget.sell_to("both");
    for (id, name) in [("bp-group-name-first", first), ("bp-group-name-second", second)] {
        widget.click(&format!("#{id}"));
        widget.browser().press(name);
        let typed = || widget.run("return one(`#${args}`).value", json!(id)) == name;
        widget.browser().wait("the name", typed, || widget.look());
    }
}

#[test]
fn two_named_groups_are_answered_in_turn_and_compared() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    let (instrument, texts) = questionnaire("nl");
    let (bakers, neighbours) = (BAKERS_SHEET.outcome(&instrument), NEIGHBOURS_SHEET.outcome(&instrument));
    name_groups(widget, BAKERS, "Buurt 3");
    browser.press(Key::Enter);

    widget.expect_page(&texts.item(instrument.items()[0].id).question);
    let lead = |group: &str| texts.lead.group.replace("{group}", group);
    assert_eq!(widget.text(".bp-lead"), lead(BAKERS));
    assert_eq!(widget.text(".bp-tag"), BAKERS);
    widget.fill(BAKERS_SHEET.items);
    widget.expect_page(&texts.fill(Label::Handover, &[("group", "Buurt 3")]));
    widget.click_on(&texts.label(Label::Continue));
    widget.expect_page(&texts.item(instrument.items()[0].id).question);
    assert_eq!(widget.chosen(), "", "the second group starts without answers");
    assert_eq!(widget.text(".bp-lead"), lead("Buurt 3"));
    widget.fill(&NEIGHBOURS_SHEET.keys());

    let both = [(BAKERS, &bakers), ("Buurt 3", &neighbours)];
    let both = both.map(|(group, outcome)| format!("{group} {}", texts.headline(outcome)));
    widget.expect_page(&both.join(" "));
    assert_eq!(widget.text(".bp-kicker"), texts.label(Label::Compare).as_str());
    assert!(!widget.is_there(".bp-summary b"), "a name is text and nothing else");
    let largest = Outcome::largest_difference(&bakers, &neighbours);
    let largest = texts.dimension(largest.expect("the groups differ")).name;
    let difference = texts.fill(Label::CompareDifference, &[("dimension", &largest)]);
    assert_eq!(widget.text(".bp-because"), difference);

    report::check(widget, &texts, &instrument, &bakers, Some(BAKERS));
    let tab = "Buurt 3";
    widget.click_on(tab);
    browser.wait(
        "the second report",
        || widget.text(".bp-tab[aria-pressed='true']") == tab,
        || widget.look(),
    );
    assert!(widget.has_focus(".bp-tab[aria-pressed='true']"), "{}", widget.look());
    report::check(widget, &texts, &instrument, &neighbours, Some("Buurt 3"));
    browser.finish();
}

#[test]
fn the_drawing_says_every_place_of_both_groups_in_words() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    let (instrument, texts) = questionnaire("nl");
    let groups = [("Winkels", &BAKERS_SHEET), ("Buurt", &NEIGHBOURS_SHEET)];
    name_groups(widget, "Winkels", "Buurt");
    widget.fill(&format!("{}{}", BAKERS_SHEET.items, NEIGHBOURS_SHEET.keys()));
    let name = widget.read("return one('.bp-line').getAttribute('aria-label')");
    let (first, second) = name.split_once("Buurt: ").expect("both groups are named");
    for ((group, sheet), said) in groups.iter().zip([first, second]) {
        let scores = sheet.outcome(&instrument).scores;
        let total = texts.towards(scores.points().expect("there are answers"));
        assert!(said.contains(&total), "{group}: {total} isn't in {said}");
        for score in &scores.dimensions {
            let (name, word) = (texts.dimension(score.id).name, texts.winning_word(score));
            let place = format!("{}: {word}, {}", &*name, texts.place(score.points));
            assert!(said.contains(&place), "{group}: {place} isn't in {said}");
        }
    }
    browser.finish();
}

#[test]
fn groups_without_names_bear_the_default_ones() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/en/");
    let (_, texts) = questionnaire("en");
    name_groups(widget, "", "   ");
    widget.fill(BAKERS_SHEET.items);
    let second = texts.label(Label::GroupSecond);
    widget.expect_page(&texts.fill(Label::Handover, &[("group", &second)]));
    browser.finish();
}

#[test]
fn both_together_is_one_run() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    let (instrument, texts) = questionnaire("nl");
    name_groups(widget, "Winkels", "Buurt");
    widget.click(".bp-choice:has([value='grouping-together'])");
    browser.wait("one run", || !widget.is_there(".bp-groups__names"), || widget.look());
    widget.fill(BAKERS_SHEET.items);
    widget.expect_page(&texts.foundation(instrument.foundations()[0].id).statement);
    widget.fill(BAKERS_SHEET.foundations);
    assert!(!widget.is_there(".bp-tabs"), "there is a single result");
    report::check(widget, &texts, &instrument, &BAKERS_SHEET.outcome(&instrument), None);
    browser.finish();
}

#[test]
fn an_early_comparison_shows_who_has_no_answers_yet() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    let (instrument, texts) = questionnaire("nl");
    let early = Sheet::new("511551", "");
    name_groups(widget, "Winkels", "Buurt");
    widget.fill(early.items);
    widget.click_on(&texts.label(Label::HalfwayResult));
    let headline = texts.headline(&early.outcome(&instrument));
    widget.expect_page(&format!("Winkels {headline} Buurt {}", texts.label(Label::GroupEmpty)));
    report::check(widget, &texts, &instrument, &early.outcome(&instrument), Some("Winkels"));
    widget.click_on(&texts.label(Label::MoreAnswers));
    widget.expect_page(&texts.item(instrument.items()[6].id).question);
    assert_eq!(widget.text(".bp-tag"), "Winkels");
    browser.finish();
}
