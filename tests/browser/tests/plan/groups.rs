//! The plan of two customer groups.

use super::*;

#[test]
fn both_groups_share_one_plan() {
    let browser = Browser::start();
    let (_, texts) = questionnaire("en");
    let widget = Widget::open(&browser, "/en/");
    widget.sell_to("both");
    widget.fill("5115511551151551155115511234");
    let first = recommended(widget).remove(0);
    mark(widget, &first, Mark::WillDo);
    widget.click(".bp-tab[aria-pressed='false']");
    browser.wait(
        "the other report",
        || widget.is_there(".bp-tab:last-child[aria-pressed='true']"),
        || widget.look(),
    );
    assert_eq!(ids(widget, ".bp-planned"), [&*first]);
    assert!(!recommended(widget).contains(&first));
    // A disclosure that the visitor opened stays open when a plan comes between.
    widget.click(".bp-plan [aria-pressed='true']");
    expect_said(widget, &texts, &first, None);
    widget.run("one('.bp-media details').open = true", Value::Null);
    let card = recommended(widget).remove(0);
    mark(widget, &card, Mark::AlreadyDo);
    assert_eq!(
        widget.run("return all('details[open]').map((one) => one.closest('li').className)", Value::Null),
        json!(["bp-medium"])
    );
    browser.finish();
}
