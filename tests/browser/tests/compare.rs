//! Other results, shown together with the visitor's own.

mod file;

use b2b_b2c_profile::assessment::{Grouping, Outcome, RunState, Session};
use b2b_b2c_profile::content::Label;
use b2b_b2c_profile::exchange::{ResultCode, ResultLink};
use browser_tests::{Browser, Key, Sheet, Widget, axe, in_every_engine, layout, questionnaire, report};
use serde_json::{Value, json};

in_every_engine!(four_results_lie_over_each_other);

const OWN: Sheet = Sheet::new("512432145324", "2415");
const OTHERS: [Sheet; 3] =
    [Sheet::new("155115512540", "1234"), Sheet::new("511551155115", ""), Sheet::new("333333333333", "")];

fn label(label: Label) -> String {
    questionnaire("nl").1.label(label).to_string()
}

fn session(sheet: &Sheet) -> Session {
    let instrument = questionnaire("nl").0;
    let runs = [(); 2].map(|()| RunState { name: String::new(), answers: sheet.answers(&instrument) });
    let session = Session::restored(instrument, None, Grouping::default(), runs);
    session.expect("the answers fit the instrument")
}

fn code(sheet: &Sheet) -> String {
    ResultCode::grouped(&ResultCode::of(1, &session(sheet)))
}

#[track_caller]
fn answer(widget: Widget) {
    widget.fill(OWN.items);
    widget.fill(OWN.foundations);
    let (instrument, texts) = questionnaire("nl");
    report::check(widget, &texts, &instrument, &OWN.outcome(&instrument), None);
}

/// The status next to the field.
fn said(widget: Widget) -> String {
    widget.text(".bp-bring [role='status']")
}

#[track_caller]
fn expect_said(widget: Widget, text: &str) {
    widget.browser().wait(text, || said(widget) == text, || said(widget));
}

/// Types a code or link and submits it with Enter.
#[track_caller]
fn bring(widget: Widget, text: &str) {
    widget
        .run("const field = one('.bp-bring input'); open(field); field.focus(); field.select()", Value::Null);
    widget.browser().press(text);
    widget.browser().press(Key::Enter);
}

fn names(widget: Widget) -> Vec<String> {
    widget.texts(".bp-others .bp-legend strong")
}

#[track_caller]
fn expect_names(widget: Widget, expected: &[String]) {
    widget.browser().wait("the names", || names(widget) == expected, || format!("{:?}", names(widget)));
}

fn four_results_lie_over_each_other(browser: &Browser) {
    let widget = Widget::open(browser, "/");
    answer(widget);
    assert!(!widget.is_there(".bp-others .bp-legend"), "there is nothing to compare yet");
    let (instrument, texts) = questionnaire("nl");
    let number = |number: &str| texts.fill(Label::CompareOther, &[("number", number)]);
    let all = [label(Label::CompareOwn), number("1"), number("2"), number("3")];
    bring(widget, &code(&OTHERS[0]).to_lowercase());
    expect_names(widget, &all[..2]);
    assert_eq!(said(widget), label(Label::CompareAdded));
    assert_eq!(widget.read("return one('.bp-bring input').value"), "");
    bring(widget, &ResultLink::to("https://x.example/", &code(&OTHERS[1])));
    expect_names(widget, &all[..3]);
    // One that was kept goes in by its name.
    widget.run("const field = one('#bp-keep-as'); open(field); field.focus()", Value::Null);
    browser.press("Nu");
    browser.press(Key::Enter);
    browser.wait("the list", || widget.is_there(".bp-kept"), || widget.look());
    widget.click(".bp-kept__row .bp-link:nth-child(2)");
    expect_names(widget, &[all[0].clone(), all[1].clone(), all[2].clone(), "Nu".to_owned()]);
    let drawn = "return [all('.bp-others .bp-line__plot > circle').length, all('.bp-others .bp-line__plot > .bp-marks-at').length,
        all('.bp-others .bp-compare__row').map((row) => row.querySelectorAll('span').length)]";
    assert_eq!(widget.run(drawn, Value::Null), json!([6, 18, [4, 4, 4, 4, 4, 4, 4]]));

    let outcomes = [&OWN, &OTHERS[0], &OTHERS[1], &OWN].map(|sheet| sheet.outcome(&instrument));
    let outcomes: Vec<&Outcome> = outcomes.iter().collect();
    let shown = [&*all[0], &*all[1], &*all[2], "Nu"];
    let told = widget.texts(".bp-others__list li");
    let differences = Outcome::differences(&outcomes);
    for (difference, told) in differences.iter().take(3).zip(&told) {
        let dimension = texts.dimension(difference.dimension);
        let values = [
            ("dimension", &*dimension.name),
            ("high", shown[difference.b2b]),
            ("b2b", &*dimension.b2b),
            ("low", shown[difference.b2c]),
            ("b2c", &*dimension.b2c),
            ("points", &*difference.points.to_string()),
        ];
        assert_eq!(*told, texts.fill(Label::CompareFurther, &values));
    }
    let tactics: Vec<String> =
        Outcome::shared_tactics(&outcomes).iter().map(|&id| texts.tactic(id).title.to_string()).collect();
    assert_eq!(told[3..], if tactics.is_empty() { vec![label(Label::CompareNone)] } else { tactics });

    bring(widget, &code(&OTHERS[2]));
    expect_said(widget, &label(Label::CompareFull));
    assert_eq!(names(widget).len(), 4, "a fifth has no room");
    bring(widget, "1111-1111-1111-1111");
    expect_said(widget, &label(Label::CodeChecksum));
    widget.click(".bp-others .bp-legend__entry:nth-child(2) .bp-link");
    widget.expect_focus(".bp-bring input");
    assert_eq!(names(widget).len(), 3);
    report::check(widget, &texts, &instrument, &OWN.outcome(&instrument), None);
}

#[test]
fn a_code_of_two_groups_brings_both_while_there_is_room() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    answer(widget);
    let (_, texts) = questionnaire("nl");
    let both = "11AC-F8BK-RS41-87VM-0H6C-CNGS";
    bring(widget, both);
    let named = |number: &str, group: Label| {
        let name = texts.fill(Label::CompareOther, &[("number", number)]);
        format!("{name}, {}", texts.label(group))
    };
    let mut expected =
        vec![label(Label::CompareOwn), named("1", Label::GroupFirst), named("1", Label::GroupSecond)];
    expect_names(widget, &expected);
    bring(widget, both);
    expected.push(named("2", Label::GroupFirst));
    expect_names(widget, &expected);
    browser.finish();
}

#[test]
fn a_comparison_is_accessible_and_fits_a_phone() {
    let browser = Browser::start();
    browser.emulate(&[("prefers-reduced-motion", "reduce")]);
    for (path, width) in [("/", 320), ("/en/", 1024)] {
        browser.resize(width, 800);
        let widget = Widget::open(&browser, path);
        widget.fill(OWN.items);
        widget.fill(OWN.foundations);
        for (count, sheet) in OTHERS.iter().enumerate() {
            bring(widget, &code(sheet));
            browser.wait("the result", || names(widget).len() == count + 2, || widget.look());
        }
        axe::check(widget, "a comparison");
        assert_eq!(layout::faults(widget), [""; 0]);
    }
    browser.finish();
}
