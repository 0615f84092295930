//! The plan, and what is taken along with it.

mod groups;

use b2b_b2c_profile::assessment::{Mark, Outcome, TacticId};
use b2b_b2c_profile::content::{Label, Texts};
use browser_tests::{Answer, Browser, Key, Sheet, Site, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

in_every_engine!(
    what_is_marked_leaves_its_card_and_focus_goes_to_the_next,
    the_keyboard_alone_makes_and_changes_a_plan,
    a_plan_is_kept_and_goes_along_in_the_code,
    files_and_texts_hold_the_plan,
    a_share_is_told_only_when_it_is_done,
);

/// Answers that lead to a profile with a side.
const SHEET: Sheet = Sheet::new("512432145324", "2415");
const ELEMENT: &str = "<b2b-b2c-profile persist='ask'></b2b-b2c-profile>";

/// What a page's own script takes down: files with their names, texts copied and shared, events.
const TAKER: &str = "
    window.taken = { files: [], copied: [], shared: [], heard: [] };
    const { createObjectURL } = URL;
    URL.createObjectURL = (file) => { taken.files.push({ file }); return createObjectURL(file); };
    HTMLAnchorElement.prototype.click = function () { taken.files.at(-1).name = this.download; };
    const writeText = async (text) => { taken.copied.push(text); };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    for (const name of ['share', 'download']) {
      addEventListener(name, ({ detail }) => { if (detail) taken.heard.push([name, detail]); });
    }";

/// Opens a Dutch page with a script of its own before the element's, at the sheet's result.
#[track_caller]
fn result<'a>(browser: &'a Browser, script: &str) -> Widget<'a> {
    browser.site().add("/taker.js", Answer::script(&format!("{TAKER}\n{script}")));
    browser.site().add("/plan", Answer::html(&Site::page("<script src='/taker.js'></script>", ELEMENT)));
    let widget = Widget::open(browser, "/plan");
    widget.fill(&SHEET.keys());
    widget
}

fn outcome() -> Outcome {
    SHEET.outcome(&questionnaire("nl").0)
}

/// The tactics recommended, as they stand on the page.
#[track_caller]
fn recommended(widget: Widget) -> Vec<String> {
    ids(widget, ".bp-tactics .bp-card")
}

#[track_caller]
fn ids(widget: Widget, selector: &str) -> Vec<String> {
    let ids = widget.run("return ids(args)", json!(selector));
    ids.as_array().into_iter().flatten().filter_map(|id| id.as_str().map(str::to_owned)).collect()
}

fn button(tactic: &str, mark: Mark) -> String {
    format!("[data-id='{tactic}'].bp-marks [data-id='{}']", mark.as_str())
}

/// Marks by script, and waits until it stands in the plan.
#[track_caller]
fn mark(widget: Widget, tactic: &str, mark: Mark) {
    widget.run("one(args).click()", json!(button(tactic, mark)));
    let pressed = format!(".bp-plan {}[aria-pressed='true']", button(tactic, mark));
    widget.browser().wait("the mark", || widget.is_there(&pressed), || widget.look());
}

/// Waits for what is said about the tactic that was marked last.
#[track_caller]
fn expect_said(widget: Widget, texts: &Texts, tactic: &str, mark: Option<Mark>) {
    let id = recommended_id(tactic);
    let title = texts.tactic(id).title;
    let expected = match mark {
        Some(mark) => texts.fill(Label::Marked, &[("tactic", &title), ("mark", &texts.mark(mark))]),
        None => texts.fill(Label::Unmarked, &[("tactic", &title)]),
    };
    let said = || widget.text(".bp-marked[role='status']");
    widget.browser().wait(&expected, || said() == expected, said);
}

fn recommended_id(tactic: &str) -> TacticId {
    let (instrument, _) = questionnaire("nl");
    let known = instrument.tactics().iter().find(|known| known.id.as_str() == tactic);
    known.expect("the tactic is the instrument's").id
}

fn what_is_marked_leaves_its_card_and_focus_goes_to_the_next(browser: &Browser) {
    let widget = result(browser, "");
    let (_, texts) = questionnaire("nl");
    let cards = recommended(widget);
    assert_eq!(cards, outcome().ranking.recommended.iter().map(|id| id.as_str()).collect::<Vec<_>>());
    assert!(!widget.is_there(".bp-plan"));
    assert_eq!(widget.text(".bp-marked"), "");

    widget.click(&format!(".bp-card {}", button(&cards[0], Mark::WillDo)));
    expect_said(widget, &texts, &cards[0], Some(Mark::WillDo));
    widget.expect_focus(&format!(".bp-card [data-id='{}'].bp-marks", cards[1]));
    let after = recommended(widget);
    assert_eq!((&after[..4], after.len()), (&cards[1..], 5), "others move up");
    assert_eq!(ids(widget, ".bp-planned"), [&*cards[0]]);
    assert_eq!(widget.text(".bp-plan .bp-progress__words"), "0 van 1 doet u al");

    widget.click(&format!(".bp-card {}", button(&after[0], Mark::AlreadyDo)));
    expect_said(widget, &texts, &after[0], Some(Mark::AlreadyDo));
    assert_eq!(widget.text(".bp-plan .bp-progress__words"), "1 van 2 doet u al");
    let bar = widget.run("const { value, max } = one('.bp-plan progress'); return [value, max]", Value::Null);
    assert_eq!(bar, json!([1, 2]));

    // The last one leads to the plan, and the page doesn't scroll there; a part of a pixel doesn't count.
    let last = recommended(widget).pop().expect("there are cards");
    let script = "const before = scrollY; one(args).click();
        return (async () => { for (let tries = 0; tries < 100 && !focused().matches('.bp-section__heading'); tries += 1) await drawn();
        return [focused().matches('.bp-plan .bp-section__heading'), Math.abs(scrollY - before) < 2]; })()";
    widget.run(
        "one(args).scrollIntoView({ block: 'end' })",
        json!(format!(".bp-card {}", button(&last, Mark::NotForUs))),
    );
    let end = widget.run(script, json!(format!(".bp-card {}", button(&last, Mark::NotForUs))));
    assert_eq!(end, json!([true, true]));
    expect_said(widget, &texts, &last, Some(Mark::NotForUs));
    assert_eq!(widget.run("return one('.bp-plan__aside').open", Value::Null), false);
}

fn the_keyboard_alone_makes_and_changes_a_plan(browser: &Browser) {
    let widget = result(browser, "");
    let (_, texts) = questionnaire("nl");
    let cards = recommended(widget);
    widget.run("one(args).focus()", json!(format!(".bp-card {}", button(&cards[0], Mark::AlreadyDo))));
    widget.tab_to(&button(&cards[0], Mark::WillDo));
    browser.press(" ");
    widget.expect_focus(&format!("[data-id='{}'].bp-marks", cards[1]));
    browser.press(Key::Tab);
    assert!(widget.has_focus(&button(&cards[1], Mark::AlreadyDo)), "{}", widget.look());
    browser.press(Key::Tab);
    browser.press(Key::Enter);
    widget.expect_focus(&format!("[data-id='{}'].bp-marks", cards[2]));
    assert_eq!(ids(widget, ".bp-planned"), cards[..2]);

    // Within the plan, focus goes along.
    widget.run("one(args).focus()", json!(format!(".bp-plan {}", button(&cards[0], Mark::AlreadyDo))));
    browser.press(" ");
    widget.expect_focus(&format!(".bp-plan {}[aria-pressed='true']", button(&cards[0], Mark::AlreadyDo)));
    expect_said(widget, &texts, &cards[0], Some(Mark::AlreadyDo));
    assert_eq!(ids(widget, ".bp-planned"), [&*cards[1], &*cards[0]], "what is to be done comes first");
    // What isn't wanted is out of sight: focus waits where it can be had back.
    widget.tab_to(&button(&cards[0], Mark::NotForUs));
    browser.press(Key::Enter);
    widget.expect_focus(".bp-plan__aside summary");
    browser.press(Key::Enter);
    widget.tab_to(&button(&cards[0], Mark::NotForUs));
    browser.press(Key::Enter);
    expect_said(widget, &texts, &cards[0], None);
    widget.expect_focus(".bp-plan .bp-section__heading");
    assert_eq!(recommended(widget)[0], cards[0], "it is recommended again");
    widget.tab_to(&button(&cards[1], Mark::WillDo));
    browser.press(" ");
    widget.expect_focus(".bp-tactics .bp-section__heading");
    assert!(!widget.is_there(".bp-plan"));
    assert_eq!(recommended(widget), cards);
}

fn a_plan_is_kept_and_goes_along_in_the_code(browser: &Browser) {
    let widget = result(browser, "");
    let cards = recommended(widget);
    let short = widget.text(".bp-code");
    for (card, given) in cards.iter().zip([Mark::WillDo, Mark::AlreadyDo, Mark::NotForUs]) {
        mark(widget, card, given);
    }
    let code = widget.text(".bp-code");
    assert_eq!(code.replace('-', "").len(), short.replace('-', "").len() + 6, "{code}");
    let plan = "return host.result({ answers: true }).plan";
    let expected = json!({ "willDo": [cards[0]], "alreadyDo": [cards[1]], "notForUs": [cards[2]] });
    assert_eq!(widget.run(plan, Value::Null), expected);

    widget.click(".bp-take-along .bp-keep input");
    browser.wait(
        "the answers kept",
        || widget.run("return localStorage.length", Value::Null) == 1,
        || widget.look(),
    );
    let widget = Widget::open(browser, "/plan");
    assert_eq!(ids(widget, ".bp-planned"), cards[..3]);
    assert_eq!(widget.text(".bp-marked"), "", "nothing has just been marked");
    assert!(!recommended(widget).iter().any(|card| cards[..3].contains(card)));

    browser.site().add_html("/other", "<b2b-b2c-profile lang='en'></b2b-b2c-profile>");
    let widget = Widget::open(browser, "/other");
    assert!(!widget.is_there(".bp-plan"));
    widget.run("return host.restore(args)", json!(code));
    browser.wait("the plan", || widget.is_there(".bp-plan"), || widget.look());
    assert_eq!(ids(widget, ".bp-planned"), cards[..3]);
    assert_eq!(widget.run(plan, Value::Null), expected);
    assert_eq!(widget.text(".bp-code"), code);
}

fn files_and_texts_hold_the_plan(browser: &Browser) {
    let widget = result(browser, "");
    let (_, texts) = questionnaire("nl");
    let cards = recommended(widget);
    mark(widget, &cards[0], Mark::WillDo);
    let taken = |script: &str| widget.run(&format!("return {script}"), Value::Null);
    let day = taken(
        "(() => { const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-'); })()",
    );
    let day = day.as_str().unwrap_or_default();

    for (label, format, kind) in [
        (Label::DownloadTable, "csv", "text/csv;charset=utf-8"),
        (Label::Download, "json", "application/json"),
    ] {
        widget.click_on(&texts.label(label));
        let name = format!("{}-{day}.{format}", &*texts.label(Label::DownloadName));
        let told = json!(["download", { "version": 1, "format": format, "name": name }]);
        browser.wait(
            "the file",
            || taken("taken.heard.at(-1) ?? null") == told,
            || taken("taken.heard").to_string(),
        );
        assert_eq!(taken("[taken.files.at(-1).name, taken.files.at(-1).file.type]"), json!([name, kind]));
    }
    let bytes = "taken.files.at(-2).file.arrayBuffer().then((all) => [...new Uint8Array(all.slice(0, 9))])";
    assert_eq!(taken(bytes), json!(b"\xef\xbb\xbfgroep;"), "the mark of UTF-8 comes first");
    let table = taken("taken.files.at(-2).file.text()");
    let table = table.as_str().unwrap_or_default();
    let title = texts.tactic(recommended_id(&cards[0])).title;
    let line =
        format!("\"\";\"plan\";\"{}\";\"{}\";\"{}\";\r\n", cards[0], &*title, &*texts.mark(Mark::WillDo));
    assert!(table.contains(&line), "{line} isn't in {table}");
    let json = taken("taken.files.at(-1).file.text().then(JSON.parse)");
    assert_eq!(json, taken("host.result({ answers: true })"));
    assert_eq!(json["plan"]["willDo"], json!([cards[0]]));

    widget.click_on(&texts.label(Label::CopyText));
    let told = json!(["share", { "version": 1, "what": "text", "method": "copy" }]);
    browser.wait("the event", || taken("taken.heard.at(-1)") == told, || taken("taken.heard").to_string());
    let letter = taken("taken.copied.at(-1)");
    let letter = letter.as_str().unwrap_or_default();
    let outcome = outcome();
    let parts = [
        &*texts.about.title,
        &*texts.headline(&outcome),
        &*texts.because(&outcome),
        &*format!("{}: {}", &*texts.mark(Mark::WillDo), &*title),
        &*widget.text(".bp-code"),
        &*texts.about.closing,
    ];
    let places: Vec<_> = parts.iter().map(|part| letter.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {letter}");
    browser.wait(
        "the word for it",
        || widget.text(".bp-take-along .bp-ways__done") == texts.label(Label::Copied).as_str(),
        || widget.look(),
    );
}

/// A share sheet that does what a test says.
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
