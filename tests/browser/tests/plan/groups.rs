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
    // A row that the visitor opened stays open when a tactic is marked, and belongs to its group.
    widget.run("one('.bp-media').closest('details').open = true", Value::Null);
    let card = recommended(widget).remove(0);
    mark(widget, &card, Mark::AlreadyDo);
    expect_said(widget, &texts, &card, Some(Mark::AlreadyDo));
    let open =
        || widget.run("return all('details[open]').map((one) => one.closest('li').dataset.id)", Value::Null);
    assert_eq!(open(), json!(["media"]));
    widget.click(".bp-tab[aria-pressed='false']");
    browser.wait("the first group", || open() == json!([]), || open().to_string());
    browser.finish();
}
