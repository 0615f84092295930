//! Results in links.

use b2b_b2c_profile::assessment::{Grouping, RunState, Session};
use b2b_b2c_profile::content::Label;
use b2b_b2c_profile::exchange::ResultCode;
use browser_tests::{
    Answer, Browser, Key, Sheet, Site, Widget, axe, in_every_engine, layout, questionnaire, report,
};
use serde_json::{Value, json};

use crate::offline::{Disk, built};

in_every_engine!(
    a_link_shows_a_result_that_is_adopted_and_given_back,
    a_link_opens_from_disk_too,
    a_bad_link_says_what_is_wrong_and_leaves_the_run_alone,
    the_link_copied_leads_to_the_result,
);

/// The answers of another visitor.
const OTHERS: Sheet = Sheet::new("155115512540", "1234");
/// The answers of this visitor.
const OWN: Sheet = Sheet::new("512432145324", "2415");

/// The result code of a sheet.
fn code(sheet: &Sheet) -> String {
    let instrument = questionnaire("nl").0;
    let runs = [(); 2].map(|()| RunState { name: String::new(), answers: sheet.answers(&instrument) });
    let session = Session::restored(instrument, None, Grouping::default(), runs);
    ResultCode::grouped(&ResultCode::of(1, &session.expect("the answers fit the instrument")))
}

fn label(label: Label) -> String {
    questionnaire("nl").1.label(label).to_string()
}

#[track_caller]
fn expect_shared(widget: Widget) {
    let banner = || widget.text(".bp-shared p");
    widget.browser().wait("the banner", || banner() == label(Label::Shared), || widget.look());
    let (instrument, texts) = questionnaire("nl");
    assert_eq!(widget.heading(), texts.headline(&OTHERS.outcome(&instrument)));
    for label in [Label::Restart, Label::Review, Label::MoreAnswers, Label::Back].map(label) {
        assert!(!widget.texts("button").contains(&label), "only the owner has {label}");
    }
    for control in [".bp-result select", ".bp-result input", ".bp-marks button", ".bp-turns button"] {
        assert!(!widget.is_there(control), "{control} is the owner’s alone");
    }
}

#[track_caller]
fn expect_result(widget: Widget, sheet: &Sheet) {
    let (instrument, texts) = questionnaire("nl");
    let heading = texts.headline(&sheet.outcome(&instrument));
    widget.expect_page(&heading);
    assert!(!widget.is_there(".bp-shared"));
    report::check(widget, &texts, &instrument, &sheet.outcome(&instrument), None);
}

/// Changes the fragment of the page's address, like a link on it.
#[track_caller]
fn follow(widget: Widget, end: &str) {
    widget.run("location.hash = args; return drawn()", json!(end));
}

fn a_link_shows_a_result_that_is_adopted_and_given_back(browser: &Browser) {
    let link = format!("/#result={}", code(&OTHERS));
    let listening = "window.told = []; for (const name of ['step', 'complete', 'restart']) \
                     addEventListener(name, (event) => told.push(event.type))";
    let widget = Widget::open(browser, &link);
    expect_shared(widget);
    widget.run(listening, Value::Null);
    assert_eq!(widget.read("return nameOf(focused())"), "body", "focus stays on the page");
    assert_eq!(widget.read("return host.value"), "", "it isn't the visitor's result");
    assert_eq!(browser.path(), link, "the address stays as it is");

    // The visitor's own test is kept in the background.
    widget.click_on(&label(Label::SharedBack));
    widget.expect_page(&questionnaire("nl").1.about.title);
    widget.fill(OWN.items);
    widget.fill(OWN.foundations);
    expect_result(widget, &OWN);
    let own = widget.read("return host.value");
    widget.run("told.length = 0", Value::Null);
    follow(widget, "");
    follow(widget, &format!("result={}", code(&OTHERS)));
    expect_shared(widget);
    assert_eq!(
        widget.run("return [host.value, told]", Value::Null),
        json!([own, []]),
        "no event is dispatched"
    );
    follow(widget, "");
    browser.wait("the own result", || !widget.is_there(".bp-shared"), || widget.look());
    follow(widget, &format!("result={}", code(&OTHERS)));
    expect_shared(widget);

    widget.click_on(&label(Label::Adopt));
    expect_result(widget, &OTHERS);
    assert_eq!(widget.read("return host.value"), code(&OTHERS));
    assert_eq!(widget.run("return told", Value::Null), json!(["step", "complete"]));
    widget.click_on(&label(Label::UndoRestart));
    expect_result(widget, &OWN);
    assert_eq!(widget.read("return host.value"), own, "nothing was lost");
}

fn a_link_opens_from_disk_too(browser: &Browser) {
    let disk = Disk::with(&built(browser));
    browser.allow_request(&disk.address());
    browser.open_address(&format!("{}#result={}", disk.address(), code(&OTHERS)));
    let widget = Widget::on_page(browser, 0);
    widget.run("host.lang = 'nl'; return drawn()", Value::Null);
    browser.wait("Dutch", || widget.is_there(".bp[lang='nl']"), || widget.look());
    expect_shared(widget);
    widget.click_on(&label(Label::Adopt));
    expect_result(widget, &OTHERS);
    assert!(!widget.is_there(".bp-note"), "there was nothing to restore");
}

fn a_bad_link_says_what_is_wrong_and_leaves_the_run_alone(browser: &Browser) {
    let widget = Widget::open(browser, "/");
    widget.fill(&OWN.items[..3]);
    widget.choose('2');
    let heading = widget.heading();
    let good = code(&OTHERS);
    let (_, texts) = questionnaire("nl");
    let character = |char: &str, place: usize| {
        texts.fill(Label::CodeCharacter, &[("char", char), ("place", &place.to_string())])
    };
    let bad = [
        ("result=".to_owned(), label(Label::CodeEmpty)),
        (format!("result={}", &good[..10]), label(Label::CodeLength)),
        (format!("result={}Z", &good[..18]), label(Label::CodeChecksum)),
        (format!("result={good}&result={}", code(&OWN)), label(Label::CodeLength)),
        (format!("result={good}%00"), character("U+0000", 20)),
        (format!("result={good}%CC%81"), character("U+0301", 20)),
        (format!("result=<b>{good}"), character("<", 1)),
        (format!("result={}", "0".repeat(3000)), label(Label::CodeLong)),
    ];
    for (end, reason) in bad {
        // Opens a result in between, because the same message again would be no change to wait for.
        follow(widget, &format!("result={}", good.to_lowercase()));
        expect_shared(widget);
        follow(widget, "top");
        browser.wait("the run", || !widget.is_there(".bp-shared"), || widget.look());
        follow(widget, &end);
        let message = texts.fill(Label::LinkBroken, &[("reason", &reason)]);
        let shown = || widget.text(".bp-status");
        browser.wait(&message, || shown() == message, shown);
        assert_eq!((widget.heading(), widget.chosen()), (heading.clone(), "2".to_owned()), "{end}");
        assert!(!widget.is_there(".bp-status b"), "a code is plain text");
    }
    widget.click(".bp-next");
    browser.wait("the next question", || widget.heading() != heading, || widget.look());
    assert_eq!(widget.text(".bp-status"), "", "the message disappears on the next page");
}

fn the_link_copied_leads_to_the_result(browser: &Browser) {
    let widget = Widget::open(browser, "/?a=b#embed");
    let listening = "window.copied = ''; const write = navigator.clipboard?.writeText; \
                     addEventListener('copy', () => { window.copied = getSelection().toString(); }); \
                     if (write) navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }";
    widget.run(listening, Value::Null);
    widget.fill(OWN.items);
    widget.fill(OWN.foundations);
    expect_result(widget, &OWN);
    widget.click_on(&label(Label::CopyLink));
    let expected = format!("{}/?a=b#result={}", browser.site().origin(), code(&OWN));
    let copied = || widget.read("return window.copied");
    browser.wait("the link", || copied() == expected, copied);
    assert_eq!(browser.path(), "/?a=b#embed", "the address stays as it is");
}

#[test]
fn a_page_that_ignores_links_shows_no_result_and_offers_no_link() {
    let browser = Browser::start();
    for settings in ["", "link='none'", "link='search'"] {
        let body = format!("<b2b-b2c-profile {settings}></b2b-b2c-profile>");
        browser.site().add("/element", Answer::html(&Site::page("", &body)));
        let widget = Widget::open(&browser, &format!("/element?{}#result={}", settings.len(), code(&OTHERS)));
        assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str());
        widget.fill(OWN.items);
        widget.fill(OWN.foundations);
        assert!(!widget.texts("button").contains(&label(Label::CopyLink)), "{settings}");
        browser.allow_console("unknown link \"search\"");
        browser.heed();
    }
    browser.finish();
}

#[test]
fn a_shared_result_is_accessible_and_fits_a_phone() {
    let browser = Browser::start();
    browser.emulate(&[("prefers-reduced-motion", "reduce")]);
    for (path, width) in [("/", 1024), ("/en/", 320)] {
        browser.resize(width, 800);
        let widget = Widget::open(&browser, &format!("{path}#result={}", code(&OTHERS)));
        browser.wait("the banner", || widget.is_there(".bp-shared"), || widget.look());
        axe::check(widget, "a shared result");
        assert_eq!(layout::faults(widget), [""; 0]);
        // The banner's buttons are the first that the keyboard reaches in the widget.
        widget.run("document.querySelector('.site__language').focus()", Value::Null);
        browser.press(Key::Tab);
        assert!(widget.has_focus(".bp-shared button"), "{}", widget.look());
        browser.press(Key::Enter);
        browser.wait("the own result", || widget.has_focus(".bp-heading"), || widget.look());
        assert!(!widget.is_there(".bp-shared"));
    }
    browser.finish();
}

#[test]
fn a_shared_result_with_two_groups_can_be_read_one_by_one() {
    let browser = Browser::start();
    let code = "11AC-F8BK-RS41-87VM-0H6C-CNGS";
    let widget = Widget::open(&browser, &format!("/#result={code}"));
    browser.wait("the banner", || widget.is_there(".bp-shared"), || widget.look());
    let (_, texts) = questionnaire("nl");
    let second = texts.label(Label::GroupSecond).to_string();
    widget.click_on(&second);
    let open = || widget.text(".bp-tab[aria-pressed='true']");
    browser.wait("the second report", || open() == second, open);
    assert!(widget.is_there(".bp-shared"));
    browser.finish();
}
