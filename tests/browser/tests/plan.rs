//! The plan, and its exports.

mod groups;
mod share;

use b2b_b2c_profile::assessment::{Mark, Outcome, TacticId};
use b2b_b2c_profile::content::{Label, Texts};
use browser_tests::{Answer, Browser, Key, Sheet, Site, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

in_every_engine!(
    what_is_marked_stays_where_it_is_and_is_in_the_plan,
    the_keyboard_alone_makes_and_changes_a_plan,
    a_plan_is_kept_and_goes_along_in_the_code,
    files_and_texts_hold_the_plan,
);

/// Answers that lead to a profile with a side.
const SHEET: Sheet = Sheet::new("512432145324", "2415");
const ELEMENT: &str = "<b2b-b2c-profile persist='ask'></b2b-b2c-profile>";

/// Records what a visitor exports: files with their names, texts copied and shared, and events.
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

/// Opens a Dutch page with a script before the element's, at the result of the sheet.
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

/// The recommended tactics in the order of the page.
#[track_caller]
fn recommended(widget: Widget) -> Vec<String> {
    ids(widget, ".bp-tactics > .bp-card, .bp-tactics > .bp-rows:not(.bp-rows--beside) > .bp-card")
}

#[track_caller]
fn ids(widget: Widget, selector: &str) -> Vec<String> {
    let ids = widget.run("return ids(args)", json!(selector));
    ids.as_array().into_iter().flatten().filter_map(|id| id.as_str().map(str::to_owned)).collect()
}

fn button(tactic: &str, mark: Mark) -> String {
    format!("[data-id='{tactic}'].bp-marks [data-id='{}']", mark.as_str())
}

fn list(tactic: &str) -> String {
    format!("#bp-plan-{tactic}")
}

/// Marks a tactic by script, and waits until it is in the plan.
#[track_caller]
fn mark(widget: Widget, tactic: &str, mark: Mark) {
    widget.run("one(args).click()", json!(button(tactic, mark)));
    let pressed = format!("{}[aria-pressed='true']", button(tactic, mark));
    let is_planned = || widget.is_there(&pressed) && widget.is_there(&list(tactic));
    widget.browser().wait("the mark", is_planned, || widget.look());
}

/// Waits for the message about the tactic that was just marked.
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
    known.expect("the tactic is in the instrument").id
}

fn what_is_marked_stays_where_it_is_and_is_in_the_plan(browser: &Browser) {
    let widget = result(browser, "");
    let (_, texts) = questionnaire("nl");
    let cards = recommended(widget);
    assert_eq!(cards, outcome().ranking.recommended.iter().map(|id| id.as_str()).collect::<Vec<_>>());
    assert!(!widget.is_there(".bp-planned"));
    assert_eq!(widget.text(".bp-marked"), "");

    let will_do = button(&cards[0], Mark::WillDo);
    widget.click(&will_do);
    expect_said(widget, &texts, &cards[0], Some(Mark::WillDo));
    assert!(widget.has_focus(&format!("{will_do}[aria-pressed='true']")), "{}", widget.look());
    assert_eq!(recommended(widget), cards, "nothing moves");
    assert_eq!(ids(widget, ".bp-planned"), [&*cards[0]]);
    assert_eq!(widget.text(".bp-bar__count"), "1");
    assert_eq!(widget.text(".bp-plan__counts"), "1 gaat u doen · 4 nog te kiezen");

    mark(widget, &cards[1], Mark::AlreadyDo);
    expect_said(widget, &texts, &cards[1], Some(Mark::AlreadyDo));
    assert_eq!(widget.text(".bp-plan__counts"), "1 gaat u doen · 1 doet u al · 3 nog te kiezen");
    assert_eq!(
        widget.texts(".bp-tactics .bp-pill"),
        [texts.mark(Mark::AlreadyDo).as_str()],
        "in the closed row"
    );
    mark(widget, &cards[2], Mark::NotForUs);
    assert_eq!(widget.run("return one('.bp-plan__aside').open", Value::Null), false);

    // Pressing the mark again takes it away.
    widget.click(&will_do);
    expect_said(widget, &texts, &cards[0], None);
    assert!(widget.has_focus(&will_do), "{}", widget.look());
    assert_eq!(ids(widget, ".bp-planned"), [&*cards[1], &*cards[2]]);
}

fn the_keyboard_alone_makes_and_changes_a_plan(browser: &Browser) {
    let widget = result(browser, "");
    let (_, texts) = questionnaire("nl");
    let cards = recommended(widget);
    widget.run("one(args).focus()", json!(button(&cards[0], Mark::AlreadyDo)));
    widget.tab_to(&button(&cards[0], Mark::WillDo));
    browser.press(" ");
    expect_said(widget, &texts, &cards[0], Some(Mark::WillDo));
    assert!(widget.has_focus(&button(&cards[0], Mark::WillDo)), "{}", widget.look());
    // The next tactic is in a closed row.
    widget.tab_to(&format!(".bp-card[data-id='{}'] > details > summary", cards[1]));
    browser.press(Key::Enter);
    widget.tab_to(&button(&cards[1], Mark::WillDo));
    browser.press(Key::Enter);
    expect_said(widget, &texts, &cards[1], Some(Mark::WillDo));
    assert_eq!(ids(widget, ".bp-planned"), cards[..2]);

    // Within the plan, focus goes along.
    let change = |tactic: &str, value: &str| {
        let script = "const [list, value] = [one(args[0]), args[1]]; list.focus(); list.value = value; \
                      list.dispatchEvent(new Event('change', { bubbles: true })); return drawn()";
        widget.run(script, json!([list(tactic), value]));
    };
    change(&cards[0], Mark::AlreadyDo.as_str());
    expect_said(widget, &texts, &cards[0], Some(Mark::AlreadyDo));
    widget.expect_focus(&list(&cards[0]));
    assert_eq!(ids(widget, ".bp-planned"), [&*cards[1], &*cards[0]], "what is to be done comes first");
    // An unwanted tactic is in a closed row: focus goes to the row.
    change(&cards[0], Mark::NotForUs.as_str());
    widget.expect_focus(".bp-plan__aside summary");
    browser.press(Key::Enter);
    change(&cards[0], "");
    expect_said(widget, &texts, &cards[0], None);
    widget.expect_focus(".bp-part--plan .bp-part__heading");
    change(&cards[1], "");
    widget.expect_focus(".bp-part--plan .bp-part__heading");
    assert!(!widget.is_there(".bp-planned"));
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
    assert_eq!(recommended(widget), cards);

    browser.site().add_html("/other", "<b2b-b2c-profile lang='en'></b2b-b2c-profile>");
    let widget = Widget::open(browser, "/other");
    widget.run("return host.restore(args)", json!(code));
    browser.wait("the plan", || widget.is_there(".bp-planned"), || widget.look());
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
    assert_eq!(taken(bytes), json!(b"\xef\xbb\xbfgroep;"), "the byte order mark comes first");
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
        "the message",
        || widget.text(".bp-take-along .bp-ways__done") == texts.label(Label::Copied).as_str(),
        || widget.look(),
    );
}
