//! Files with a result, chosen by a visitor.

use b2b_b2c_profile::content::Label;
use b2b_b2c_profile::exchange::detail::{self, Edition, Extent};
use browser_tests::{Browser, Engine, Sheet, Widget, in_every_engine, questionnaire};

use super::{OTHERS, code, expect_names, expect_said, label, said, session};

in_every_engine!(
    a_file_comes_back_and_a_bad_one_says_what_is_wrong,
    what_is_wrong_with_a_file_is_said,
    a_file_may_be_written_in_other_ways,
);

/// The file that the widget writes for a sheet.
fn file(sheet: &Sheet) -> String {
    let edition = Edition { id: "b2b-b2c", version: 1, language: "nl" };
    detail::complete(&session(sheet), edition, Extent::WithAnswers)
}

/// The file of another sheet, with a part replaced.
#[track_caller]
fn changed(from: &str, to: &str) -> String {
    let file = file(&OTHERS[0]);
    assert!(file.contains(from), "{from} isn't in {file}");
    file.replacen(from, to, 1)
}

/// Chooses a file with this text, like a visitor.
#[track_caller]
fn choose_file(widget: Widget, text: &str) {
    widget.browser().choose_file(&widget.element(".bp-file input"), "result.json", text);
}

#[track_caller]
fn expect_shared(widget: Widget) {
    let (instrument, texts) = questionnaire("nl");
    widget.expect_page(&texts.headline(&OTHERS[0].outcome(&instrument)));
    assert!(widget.is_there(".bp-shared"));
}

fn a_file_comes_back_and_a_bad_one_says_what_is_wrong(browser: &Browser) {
    let widget = Widget::open(browser, "/");
    // Without a result of their own, visitors can open a file from the intro.
    widget.click(".bp-bring-in > summary");
    choose_file(widget, &" ".repeat(300_000));
    expect_said(widget, &label(Label::FileLarge));
    choose_file(widget, &file(&OTHERS[0])[..20]);
    let mut unreadable = label(Label::FileSyntax);
    // WebKit's error has no position.
    if browser.engine() != Engine::WebKit {
        let place = questionnaire("nl").1.fill(Label::FilePlace, &[("line", "1"), ("column", "21")]);
        unreadable = format!("{unreadable} {place}");
    }
    expect_said(widget, &unreadable);
    assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str());

    choose_file(widget, &file(&OTHERS[0]));
    expect_shared(widget);
    widget.click_on(&label(Label::Adopt));
    browser.wait("the own result", || !widget.is_there(".bp-shared"), || widget.look());
    let value = || widget.read("return host.value");
    browser.wait("the code", || value() == code(&OTHERS[0]), value);

    // At the result, it is compared. The same file can be chosen again.
    let other = |number: &str| questionnaire("nl").1.fill(Label::CompareOther, &[("number", number)]);
    choose_file(widget, &file(&OTHERS[1]));
    expect_names(widget, &[label(Label::CompareOwn), other("1")]);
    choose_file(widget, &file(&OTHERS[1]));
    expect_names(widget, &[label(Label::CompareOwn), other("1"), other("2")]);
}

/// Checks that a file is refused, and why. First chooses one that is a byte too large, so that the message
/// changes.
#[track_caller]
fn refuse(widget: Widget, text: &str, why: &str) {
    widget.give_file(&" ".repeat(256 * 1024 + 1));
    expect_said(widget, &label(Label::FileLarge));
    widget.give_file(text);
    let start: String = text.chars().take(80).collect();
    widget.browser().wait(&format!("{why} {start}"), || said(widget).starts_with(why), || said(widget));
}

fn what_is_wrong_with_a_file_is_said(browser: &Browser) {
    let widget = Widget::open(browser, "/");
    let unreadable = label(Label::FileSyntax);
    for text in ["", "geen json", r#"{"version":1,}"#, "[1 2]", "\u{feff}\u{feff}{}", "[\"\n\"]"] {
        refuse(widget, text, &unreadable);
    }
    refuse(widget, &"[".repeat(100_000), &unreadable);

    let foreign = label(Label::FileForeign);
    for text in ["1", "null", "[]", "{}", r#"{"__proto__":{"instrument":{"id":"b2b-b2c"}}}"#] {
        refuse(widget, text, &foreign);
    }
    for other in [r#""other""#, "1"] {
        refuse(widget, &changed(r#""b2b-b2c""#, other), &foreign);
    }

    let instrument = r#""b2b-b2c","version":"#;
    for (key, from, to) in [
        ("version", r#""version":1"#, r#""version":"1""#),
        ("version", r#""version":1"#, r#""version":1.5"#),
        ("version", r#""version":1"#, r#""version":-1"#),
        ("version", r#""version":1"#, r#""version":1e99"#),
        ("version", r#""version":1"#, r#""versie":1"#),
        ("version", instrument, r#""b2b-b2c","version":true,"was":"#),
        ("code", r#""code":"#, r#""code":1,"was":"#),
        ("results", r#""results":"#, r#""results":{},"were":"#),
        ("name", r#""name":null"#, r#""name":[]"#),
    ] {
        let wrong = questionnaire("nl").1.fill(Label::FileWrong, &[("key", key)]);
        refuse(widget, &changed(from, to), &wrong);
    }

    for (why, from, to) in [
        (Label::FileBare, r#""code":"#, r#""was":"#),
        (Label::CodeNewer, r#""version":1"#, r#""version":2"#),
        (Label::CodeOther, instrument, r#""b2b-b2c","version":2,"was":"#),
        (Label::CodeChecksum, r#""code":"#, r#""code":"1111-1111-1111-1111","was":"#),
    ] {
        refuse(widget, &changed(from, to), &label(why));
    }

    // Deeply nested lists are read, or reported as unreadable.
    let deep = format!(r#"{{"deep":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    widget.give_file(&deep);
    browser.wait("a word", || [&foreign, &unreadable].contains(&&said(widget)), || said(widget));
}

fn a_file_may_be_written_in_other_ways(browser: &Browser) {
    let mut text = file(&OTHERS[0]);
    for (from, to) in [
        (r#""version":1,"#, "\"version\":\t1.0,\r\n"),
        (r#""b2b-b2c","version":1"#, r#""b2b-b2c","version":1e0"#),
        // If a key occurs twice, the last one counts.
        (r#""code":"#, r#""code":"1111-1111-1111-1111","c\u006fde":"#),
        // Answers are for other programs only.
        (r#""audience-size":"#, r#""audience-size":"other","was":"#),
        (r#""name":null"#, r#""name":"<b>Bakkers\ud83d""#),
    ] {
        assert!(text.contains(from), "{from} isn't in {text}");
        text = text.replacen(from, to, 1);
    }
    let widget = Widget::open(browser, "/");
    widget.give_file(&format!("\u{feff}\n{text}\n "));
    expect_shared(widget);
}
