//! Sharing the result through the device.

use super::*;

in_every_engine!(a_share_is_told_only_when_it_is_done);

/// A share dialog with a given outcome.
const SHEET_STUB: &str = "
    Object.defineProperty(navigator, 'canShare', { value: () => true, configurable: true });
    Object.defineProperty(navigator, 'share', { configurable: true, value: (data) => {
      taken.shared.push({ ...data });
      const { sheet } = document.body.dataset;
      if (sheet === 'broken') throw new TypeError('no');
      return sheet === 'left' ? Promise.reject(new DOMException('no', 'AbortError')) : Promise.resolve();
    } });";

fn a_share_is_told_only_when_it_is_done(browser: &Browser) {
    let (_, texts) = questionnaire("nl");
    let label = texts.label(Label::Share);
    let widget = result(browser, SHEET_STUB);
    let taken = |script: &str| widget.run(&format!("return {script}"), Value::Null);
    widget.run("document.body.dataset.sheet = 'left'", Value::Null);
    widget.click_on(&label);
    browser.wait("the sheet", || taken("taken.shared.length") == 1, || widget.look());
    widget.run("document.body.dataset.sheet = 'broken'", Value::Null);
    widget.click_on(&label);
    browser.wait("the sheet", || taken("taken.shared.length") == 2, || widget.look());
    widget.run("document.body.dataset.sheet = 'done'", Value::Null);
    widget.click_on(&label);
    let told = json!([["share", { "version": 1, "what": "result", "method": "sheet" }]]);
    browser.wait("the event", || taken("taken.heard") == told, || taken("taken.heard").to_string());
    let shared = taken("taken.shared.at(-1)");
    assert_eq!(shared["title"], json!(texts.about.title.as_str()));
    assert!(
        shared["text"].as_str().is_some_and(|text| text.contains(&*texts.headline(&outcome()))),
        "{shared}"
    );

    for missing in [
        "Object.defineProperty(navigator, 'share', { value: undefined });",
        "Object.defineProperty(navigator, 'canShare', { value: () => false });",
    ] {
        let widget = result(browser, &format!("{SHEET_STUB}\n{missing}"));
        let ways = widget.texts(".bp-take-along .bp-button");
        assert!(!ways.contains(&label.to_string()) && ways.len() > 2, "{ways:?}");
    }
}
