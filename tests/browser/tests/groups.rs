//! Two customer groups.

use b2b_b2c_profile::assessment::Outcome;
use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, Key, Sheet, Widget, questionnaire, report};
use serde_json::json;

const BAKERS: &str = "<b>Bakkers</b> & \"co\"";
const BAKERS_SHEET: Sheet = Sheet::new("511551155115", "1234");
const NEIGHBOURS_SHEET: Sheet = Sheet::new("155115512540", "1234");

/// Says that there are two groups, and types their names.
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
    assert_eq!(widget.chosen(), "", "the second group starts with a clean sheet");
    assert_eq!(widget.text(".bp-lead"), lead("Buurt 3"));
    widget.fill(&NEIGHBOURS_SHEET.keys());

    widget.expect_page(&texts.label(Label::Compare));
    let legend = [(BAKERS, &bakers), ("Buurt 3", &neighbours)];
    let legend = legend.map(|(group, outcome)| format!("{group}: {}", texts.headline(outcome)));
    assert_eq!(widget.texts(".bp-legend__entry"), legend);
    assert!(!widget.is_there(".bp-compare b"), "a name is text and nothing else");
    let largest = Outcome::largest_difference(&bakers, &neighbours);
    let largest = texts.dimension(largest.expect("the groups differ")).name;
    let difference = texts.fill(Label::CompareDifference, &[("dimension", &largest)]);
    assert_eq!(widget.text(".bp-compare > .bp-lede"), difference);

    report::check(widget, &texts, &instrument, &bakers, Some(BAKERS));
    let tab = texts.fill(Label::ProfileOf, &[("group", "Buurt 3")]);
    widget.click_on(&tab);
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
fn the_comparison_says_every_place_of_both_groups_in_words() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    let (instrument, texts) = questionnaire("nl");
    let groups = [("Winkels", &BAKERS_SHEET), ("Buurt", &NEIGHBOURS_SHEET)];
    name_groups(widget, "Winkels", "Buurt");
    widget.fill(&format!("{}{}", BAKERS_SHEET.items, NEIGHBOURS_SHEET.keys()));

    let rows = widget.run(
        "return all('.bp-compare__row').map((row) => [row.dataset.id, row.querySelector('.bp-compare__name').textContent, row.textContent])",
        json!(null),
    );
    let rows = rows.as_array().expect("the script returns a list");
    assert_eq!(rows.len(), 7, "the total and six dimensions");
    let check = |row: &serde_json::Value, id: &str, name: &str, places: Vec<String>| {
        assert_eq!((row[0].as_str(), row[1].as_str()), (Some(id), Some(name)));
        for place in places {
            assert!(row[2].as_str().is_some_and(|row| row.contains(&place)), "{place} isn't in {}", row[2]);
        }
    };
    let totals = groups.map(|(name, sheet)| {
        let points = sheet.outcome(&instrument).scores.points().expect("there are answers");
        format!("{name}: {}", texts.towards(points))
    });
    check(&rows[0], "total", &texts.label(Label::DimensionTotal), totals.to_vec());
    for (row, dimension) in rows[1..].iter().zip(instrument.dimensions()) {
        let place = |(name, sheet): (&str, &Sheet)| {
            let outcome = sheet.outcome(&instrument);
            let score = outcome.scores.dimension(dimension.id).and_then(|found| found.score);
            format!("{name}: {}", texts.towards(score.expect("each dimension has an answer").to_points()))
        };
        check(row, dimension.id.as_str(), &texts.dimension(dimension.id).name, groups.map(place).to_vec());
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
    assert!(!widget.is_there(".bp-compare"), "there is nothing to compare");
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
    widget.expect_page(&texts.label(Label::Compare));
    assert_eq!(widget.texts(".bp-legend__entry")[1], format!("Buurt: {}", texts.label(Label::GroupEmpty)));
    report::check(widget, &texts, &instrument, &early.outcome(&instrument), Some("Winkels"));
    widget.click_on(&texts.label(Label::MoreAnswers));
    widget.expect_page(&texts.item(instrument.items()[6].id).question);
    assert_eq!(widget.text(".bp-tag"), "Winkels");
    browser.finish();
}
