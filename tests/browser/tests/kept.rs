//! Named results on the device.

use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, Key, Sheet, Widget, axe, in_every_engine, layout, questionnaire, report};
use serde_json::{Value, json};

use crate::offline::{Disk, built};

in_every_engine!(
    results_are_kept_by_name_opened_deleted_and_brought_back,
    a_visitor_who_comes_back_goes_on_or_starts_over_in_the_language_chosen,
    from_disk_results_are_kept_too,
    what_cant_be_read_is_left_alone,
    storage_that_is_full_or_closed_gives_a_quiet_notice,
    what_another_page_keeps_takes_no_focus_and_no_text,
);

const FIRST: Sheet = Sheet::new("512432145324", "2415");
const SECOND: Sheet = Sheet::new("155115512540", "1234");
const NAME: &str = "<b>Bakkers</b> & “co”";
const RESULTS: &str = "b2b-b2c-profile-results";

fn label(label: Label) -> String {
    questionnaire("nl").1.label(label).to_string()
}

/// The page's stored text for a key.
fn stored(widget: Widget, key: &str) -> String {
    widget.run("return localStorage.getItem(args)", json!(key)).as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn answer(widget: Widget, sheet: &Sheet) {
    widget.fill(sheet.items);
    widget.fill(sheet.foundations);
    expect_result(widget, sheet);
}

#[track_caller]
fn expect_result(widget: Widget, sheet: &Sheet) {
    let (instrument, texts) = questionnaire("nl");
    report::check(widget, &texts, &instrument, &sheet.outcome(&instrument), None);
}

/// Saves the current result under a name.
#[track_caller]
fn keep_as(widget: Widget, name: &str) {
    widget.run("const field = one('#bp-keep-as'); open(field); field.focus()", Value::Null);
    widget.browser().press(name);
    widget.click_on(&label(Label::KeepAsDo));
    let said = || widget.text(".bp-kept__form [role='status']");
    widget.browser().wait("the word for it", || said() == label(Label::KeptDone), said);
}

fn names(widget: Widget) -> Vec<String> {
    widget.texts(".bp-kept__name strong")
}

#[track_caller]
fn expect_names(widget: Widget, expected: &[&str]) {
    widget.browser().wait("the names", || names(widget) == expected, || format!("{:?}", names(widget)));
}

fn results_are_kept_by_name_opened_deleted_and_brought_back(browser: &Browser) {
    let widget = Widget::open(browser, "/");
    assert!(!widget.is_there(".bp-kept"), "an empty list isn't shown");
    answer(widget, &FIRST);
    assert_eq!(stored(widget, RESULTS), "", "nothing is stored without a choice");
    keep_as(widget, NAME);
    expect_names(widget, &[NAME]);
    assert!(!widget.is_there(".bp-kept b"), "a name is plain text");
    assert_eq!(widget.read("return one('#bp-keep-as').value"), "");
    let line = stored(widget, RESULTS);
    assert!(line.starts_with("results 1\n20") && line.ends_with(NAME), "{line}");
    // Without a name, it gets that of the profile.
    widget.click_on(&label(Label::KeepAsDo));
    let heading = widget.heading();
    expect_names(widget, &[NAME, &heading]);

    // On the first page, it opens next to the visitor's own test.
    let widget = Widget::open(browser, "/");
    expect_names(widget, &[NAME, &heading]);
    widget.fill(&SECOND.items[..2]);
    let widget = Widget::open(browser, "/");
    widget.click(".bp-kept__row .bp-link");
    browser.wait("the result", || widget.is_there(".bp-shared"), || widget.look());
    widget.expect_page(&heading);
    widget.click_on(&label(Label::SharedBack));
    widget.expect_page(&questionnaire("nl").1.about.title);

    // A deleted result leaves its row, and focus stays in place.
    let remove = ".bp-kept__row:first-child .bp-link:last-child";
    widget.click(remove);
    let button = || widget.read("return words(focused())");
    browser.wait("the way back", || button() == label(Label::KeptReturn), button);
    assert!(!stored(widget, RESULTS).contains("Bakkers"), "it is deleted at once");
    browser.press(Key::Enter);
    browser.wait("it to be back", || stored(widget, RESULTS).contains("Bakkers"), || stored(widget, RESULTS));
    expect_names(widget, &[NAME, &heading]);

    // Deleting everything takes a second press.
    widget.click_on(&label(Label::KeptForget));
    browser.wait("the question", || button() == label(Label::KeptSure), button);
    assert!(stored(widget, RESULTS).contains("Bakkers"));
    browser.press(Key::Enter);
    browser.wait("the empty list", || !widget.is_there(".bp-kept"), || widget.look());
    widget.expect_focus(".bp-heading");
    assert_eq!(widget.run("return localStorage.length", Value::Null), 0);
}

fn a_visitor_who_comes_back_goes_on_or_starts_over_in_the_language_chosen(browser: &Browser) {
    let body = "<b2b-b2c-profile persist='ask'></b2b-b2c-profile>";
    browser.site().add_html("/element", body);
    let widget = Widget::open(browser, "/element");
    widget.click(".bp-languages__button[lang='en']");
    browser.wait("English", || widget.is_there(".bp[lang='en']"), || widget.look());
    widget.click(".bp-keep input");
    browser.wait("the key", || !stored(widget, "b2b-b2c-profile").is_empty(), || widget.look());
    widget.fill(&FIRST.items[..3]);
    let fourth = widget.heading();

    let widget = Widget::open(browser, "/element");
    let (_, english) = questionnaire("en");
    assert_eq!(widget.heading(), fourth, "the page is restored, in English");
    let choice =
        [Label::Resumed, Label::Continue, Label::Restart].map(|label| english.label(label).to_string());
    assert_eq!(widget.text(".bp-note"), choice.join(" "));
    widget.click_on(&choice[1]);
    widget.expect_page(&fourth);
    assert_eq!(widget.text(".bp-note"), "");
    let widget = Widget::open(browser, "/element");
    widget.click_on(&choice[2]);
    widget.expect_page(&english.about.title);
    widget.click_on(&english.label(Label::UndoRestart));
    widget.expect_page(&fourth);
}

fn from_disk_results_are_kept_too(browser: &Browser) {
    let disk = Disk::with(&built(browser));
    browser.open_address(&disk.address());
    let widget = Widget::on_page(browser, 0);
    widget.run("host.lang = 'nl'; return drawn()", Value::Null);
    browser.wait("Dutch", || widget.is_there(".bp[lang='nl']"), || widget.look());
    answer(widget, &FIRST);
    keep_as(widget, NAME);
    browser.open_address(&disk.address());
    let widget = Widget::on_page(browser, 0);
    expect_names(widget, &[NAME]);
}

fn what_cant_be_read_is_left_alone(browser: &Browser) {
    let newer = label(Label::KeptNewer);
    let unreadable = label(Label::KeptUnreadable);
    let kept = [
        ("session 2 1\nof tomorrow", "results 2\nof tomorrow", &newer),
        ("session 1 9\nunsaid per-group", "results 3", &newer),
        ("nonsense\u{0}", "results 1\nnonsense", &unreadable),
        (&"x".repeat(100_000), &"x".repeat(100_000), &unreadable),
    ];
    Widget::open(browser, "/");
    for (session, results, message) in kept {
        let set = "localStorage.setItem('b2b-b2c-profile', args[0]); localStorage.setItem('b2b-b2c-profile-results', args[1])";
        browser.run(0, set, json!([session, results]));
        let widget = Widget::open(browser, "/");
        let notice = format!("{message} {}", label(Label::KeptForget));
        browser.wait("the notice", || widget.text(".bp-status") == notice, || widget.text(".bp-status"));
        assert_eq!(widget.text(".bp-kept p"), *message);
        answer(widget, &FIRST);
        assert!(!widget.is_there(".bp-kept__form"), "there is nowhere to keep a result");
        let is_there = (stored(widget, "b2b-b2c-profile"), stored(widget, RESULTS));
        assert_eq!(is_there, (session.to_owned(), results.to_owned()), "it stays unchanged");
        // Until the visitor deletes it.
        widget.click_on(&label(Label::KeptForget));
        widget.click_on(&label(Label::KeptSure));
        browser.wait(
            "an empty storage",
            || widget.run("return localStorage.length", Value::Null) == 0,
            || widget.look(),
        );
        keep_as(widget, "x");
        widget.run("localStorage.clear()", Value::Null);
    }
}

fn storage_that_is_full_or_closed_gives_a_quiet_notice(browser: &Browser) {
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }";
    let closed = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } })";
    for state in [full, closed] {
        let widget = Widget::open(browser, "/");
        answer(widget, &FIRST);
        widget.run(state, Value::Null);
        widget.run("const field = one('#bp-keep-as'); open(field); field.focus()", Value::Null);
        browser.press("x");
        widget.click_on(&label(Label::KeepAsDo));
        let told = || widget.text(".bp-note");
        browser.wait("the notice", || told() == label(Label::StorageFailed), told);
        assert_eq!(
            widget.text(".bp-kept__form [role='status']"),
            label(Label::KeptNot),
            "the notice is next to the button"
        );
        assert_eq!(widget.read("return one('#bp-keep-as').value"), "x", "the input stays");
        assert!(!widget.is_there(".bp-kept"), "nothing was kept");
        expect_result(widget, &FIRST);
    }
}

fn what_another_page_keeps_takes_no_focus_and_no_text(browser: &Browser) {
    let widget = Widget::open(browser, "/");
    answer(widget, &FIRST);
    widget.run("const field = one('#bp-keep-as'); open(field); field.focus()", Value::Null);
    browser.press(format!("Bakkers{}", Key::Enter.value()));
    expect_names(widget, &["Bakkers"]);
    assert!(
        widget.has_focus("#bp-keep-as"),
        "focus stays in the field after the first one: {}",
        widget.look()
    );
    // Another page deletes it and saves one of its own, while a name is typed here and the page is drawn.
    let other = "results 1\n2026-11-23 11R1FKS97103GBNB Elders";
    for (list, expected) in [("", &[][..]), (other, &["Elders"][..])] {
        browser.press("ab");
        let script = "if (args) localStorage.setItem('b2b-b2c-profile-results', args);
            else localStorage.removeItem('b2b-b2c-profile-results');
            host.groupFirst = String(Math.random()); return drawn()";
        widget.run(script, json!(list));
        expect_names(widget, expected);
        assert!(widget.has_focus("#bp-keep-as"), "{}", widget.look());
    }
    browser.press("c");
    assert_eq!(widget.read("return one('#bp-keep-as').value"), "ababc");
}

#[test]
fn the_panel_lists_both_keys() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    widget.click(".bp-keep input");
    browser.wait("the choice", || widget.is_there(".bp-keep :checked"), || widget.look());
    answer(widget, &FIRST);
    keep_as(widget, "x");
    widget.click(".bp-panel > summary");
    let keys = || widget.texts(".bp-panel > .bp-sources ~ .bp-sources li");
    browser.wait("the keys", || keys() == ["b2b-b2c-profile", RESULTS], || format!("{:?}", keys()));
    browser.finish();
}

#[test]
fn kept_results_are_accessible_and_fit_a_phone() {
    let browser = Browser::start();
    browser.emulate(&[("prefers-reduced-motion", "reduce")]);
    for (path, width) in [("/", 320), ("/en/", 1024)] {
        browser.resize(width, 800);
        let widget = Widget::open(&browser, path);
        widget.fill(FIRST.items);
        widget.fill(FIRST.foundations);
        widget.run("const field = one('#bp-keep-as'); open(field); field.focus()", Value::Null);
        browser.press("Bakkers en andere ondernemers in de stad");
        browser.press(Key::Enter);
        browser.wait("the list", || widget.is_there(".bp-kept"), || widget.look());
        for place in ["the result", "the first page"] {
            axe::check(widget, place);
            assert_eq!(layout::faults(widget), [""; 0], "{place}");
            Widget::open(&browser, path);
        }
    }
    browser.finish();
}
