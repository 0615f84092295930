//! The embed builder: its snippets have the chosen settings, work where they are pasted, and survive any
//! input.

mod looks;
mod policy;

use browser_tests::{Answer, Browser, Key, Widget, axe, languages};
use serde_json::{Value, json};

/// The number of configurations that are written and read back.
const MANY: usize = 200;

/// Opens the landing page and goes on to its builder.
#[track_caller]
fn open<'a>(browser: &'a Browser, path: &str) -> Widget<'a> {
    let widget = Widget::open(browser, path);
    for (place, what) in [(".embed", ".builder"), (".preview__box", ".preview b2b-b2c-profile")] {
        widget.run("document.querySelector(args).scrollIntoView()", json!(place));
        browser.wait(what, || is_shown(widget, what), || widget.look());
    }
    widget
}

#[track_caller]
fn is_shown(widget: Widget, selector: &str) -> bool {
    widget.run("return Boolean(document.querySelector(args)?.checkVisibility())", json!(selector)) == true
}

/// Sets a field and dispatches the events of a visitor's input.
#[track_caller]
fn set(widget: Widget, name: &str, value: &str) {
    let script = "const [name, value] = args;
        const field = [...document.querySelectorAll(`.builder [name='${name}']`)]
          .find((field) => !['radio', 'checkbox'].includes(field.type) || field.value === value);
        if (field.type === 'radio' || field.type === 'checkbox') field.click();
        else {
          field.value = value;
          for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
        }";
    widget.run(script, json!([name, value]));
}

/// The text of one of the boxes to copy from.
#[track_caller]
fn code(widget: Widget, place: usize) -> String {
    widget.read(&format!("return document.querySelectorAll('.builder .code code')[{place}].textContent"))
}

/// An attribute of the preview; empty if it is missing.
#[track_caller]
fn previewed(widget: Widget, attribute: &str) -> String {
    widget.read(&format!(
        "return document.querySelector('.preview b2b-b2c-profile').getAttribute('{attribute}')"
    ))
}

#[test]
fn two_hundred_configurations_come_back_from_their_snippets() {
    let browser = Browser::start();
    browser.site().add_html("/empty", "");
    browser.open("/empty");
    let found = browser.run(0, include_str!("builder.js"), json!([20_261_123, MANY, languages()]));
    let wrong: Vec<&str> =
        found["wrong"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(wrong.is_empty(), "{} of {MANY}:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(found["doors"], 8, "every door occurred");
    assert_eq!(found["unseen"], json!([]), "every hostile text occurred");
    browser.finish();
}

#[test]
fn what_is_chosen_stands_in_the_snippet_and_shows_in_the_preview() {
    let browser = Browser::start();
    let widget = open(&browser, "/");
    let origin = browser.site().origin();
    assert!(code(widget, 0).contains(&format!("src=\"{origin}/b2b-b2c-profile.js\"")), "{}", code(widget, 0));
    assert!(code(widget, 0).contains("integrity=\"sha384-"), "{}", code(widget, 0));
    assert!(code(widget, 0).contains("<b2b-b2c-profile lang=\"nl\">"), "{}", code(widget, 0));
    for (name, value) in [
        ("lang", "en"),
        ("theme", "dark"),
        ("accent", "B4004E"),
        ("variant", "compact"),
        ("start", "question"),
        ("ctaHref", "https://example.com/{code}"),
        ("ctaText", "Call \"us\""),
        ("analytics", "matomo"),
        ("persist", "ask"),
        ("title", "Your <profile>"),
    ] {
        set(widget, name, value);
    }
    let snippet = code(widget, 0);
    for part in [
        "lang=\"en\"",
        "theme=\"dark\"",
        "accent=\"#b4004e\"",
        "variant=\"compact\"",
        "start=\"question\"",
        "cta-href=\"https://example.com/{code}\"",
        "cta-text=\"Call &quot;us&quot;\"",
        "analytics=\"matomo\"",
        "persist=\"ask\"",
        ">Your &lt;profile&gt;</b2b-b2c-profile>",
    ] {
        assert!(snippet.contains(part), "no {part} in {snippet}");
    }
    for (name, value) in [("lang", "en"), ("theme", "dark"), ("accent", "#b4004e"), ("analytics", "")] {
        assert_eq!(previewed(widget, name), value, "{name}");
    }
    let preview = Widget::on_page(&browser, 1);
    browser.wait("English", || preview.is_there(".bp[lang='en']"), || preview.look());
    // Nobody hears a frame's analytics, so its address has none.
    set(widget, "door", "frame");
    assert!(
        code(widget, 0).contains("frame.html?lang=en&amp;theme=dark&amp;accent=%23b4004e"),
        "{}",
        code(widget, 0)
    );
    assert!(!code(widget, 0).contains("analytics"), "{}", code(widget, 0));
    set(widget, "door", "react");
    assert!(
        code(widget, 0).starts_with(&format!("npm install {origin}/b2b-b2c-profile-")),
        "{}",
        code(widget, 0)
    );
    assert!(code(widget, 1).contains("analytics=\"matomo\""), "{}", code(widget, 1));
    browser.finish();
}

/// Types an invalid value, then a valid one.
#[track_caller]
fn check_fault(widget: Widget, name: &str, wrong: &str, right: &str, written: &str) {
    let state =
        |what: &str| widget.read(&format!("return document.querySelector(\"[name='{name}']\").{what} ?? ''"));
    let before = code(widget, 0);
    set(widget, name, wrong);
    assert_eq!(state("getAttribute('aria-invalid')"), "true", "{name}: {wrong}");
    assert_eq!(state("value"), wrong, "the input stays");
    assert!(!code(widget, 0).contains(wrong), "{name}: {wrong}");
    assert!(is_shown(widget, &format!("[data-error='{name}'] > *")), "{name}: {wrong}");
    let told = "return document.getElementById(document.querySelector(`[name='${args}']`)
        .getAttribute('aria-describedby').split(' ')[0])?.textContent.length > 20";
    assert_eq!(widget.run(told, json!(name)), true, "{name}: the field says what is wrong");
    assert_eq!(code(widget, 0), before, "{name}: an invalid field counts as untouched");
    set(widget, name, right);
    assert_eq!(state("getAttribute('aria-invalid')"), "", "{name}: {right}");
    assert!(code(widget, 0).contains(written), "{name}: {right}: {}", code(widget, 0));
    set(widget, name, "");
}

#[test]
fn what_cannot_be_is_told_beside_its_field_and_never_written() {
    let browser = Browser::start();
    let widget = open(&browser, "/en/");
    widget.run("document.querySelector('.more').open = true", Value::Null);
    for wrong in [
        "javascript:alert(1)",
        "http://example.com",
        "//example.com",
        "data:text/html,x",
        "www.example.com",
        "https:///example.com",
        "https://?",
        "mailto:?subject=x",
        "mailto:@",
        "tel:+",
        "tel:;ext=1",
    ] {
        check_fault(widget, "ctaHref", wrong, "mailto:a@example.com", "cta-href=\"mailto:a@example.com\"");
    }
    for wrong in ["blue", "#12345", "rgb(0,0,0)"] {
        check_fault(widget, "accent", wrong, "#abc", "accent=\"#abc\"");
    }
    for wrong in ["ftp://example.com/", "//example.com/", "test/", "https://example.com/?a", "https://"] {
        check_fault(widget, "base", wrong, "/test", "src=\"/test/b2b-b2c-profile.js\"");
    }
    browser.finish();
}

#[test]
fn the_choices_outlive_a_switch_of_the_pages_language_and_are_kept_nowhere() {
    let browser = Browser::start();
    let widget = open(&browser, "/");
    widget.run("document.querySelector('.more').open = true", Value::Null);
    set(widget, "door", "vue");
    set(widget, "ctaHref", "javascript:");
    set(widget, "title", "Mijn titel");
    let before = code(widget, 1);
    let legend = || widget.read("return document.querySelector('.builder legend').textContent");
    let dutch = legend();
    browser.click(&browser.find(0, "return document.querySelector('.site__language')", Value::Null));
    browser.wait("English", || legend() != dutch, legend);
    assert_eq!(code(widget, 1), before);
    assert_eq!(widget.read("return document.querySelector(\"[name='ctaHref']\").value"), "javascript:");
    assert!(is_shown(widget, "[data-error='ctaHref'] > *"));
    let kept = widget
        .run("return localStorage.length + sessionStorage.length + document.cookie.length", Value::Null);
    assert_eq!(kept, 0);
    browser.finish();
}

#[test]
fn a_snippet_is_copied_and_the_page_says_so() {
    let browser = Browser::start();
    let widget = open(&browser, "/");
    let granted = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": browser.site().origin() });
    browser.command("Browser.grantPermissions", granted);
    let button = "return document.querySelector('.builder .code button')";
    browser.click(&browser.find(0, button, Value::Null));
    let said = || is_shown(widget, ".code [role='status'] [data-state='copied']");
    browser.wait("the word", said, || widget.look());
    assert_eq!(widget.read("return navigator.clipboard.readText()"), code(widget, 0));
    // The confirmation is removed when the text changes.
    set(widget, "theme", "light");
    assert!(!said());

    // Without access to the clipboard, the text is selected, so that the visitor can copy it.
    widget.run("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))", Value::Null);
    browser.click(&browser.find(0, button, Value::Null));
    let selected = || is_shown(widget, ".code [role='status'] [data-state='selected']");
    browser.wait("the other word", selected, || widget.look());
    assert_eq!(widget.read("return getSelection().toString()").trim(), code(widget, 0).trim());
    browser.finish();
}

/// The snippet of a door for this site, and the lines for its policy.
#[track_caller]
fn written(browser: &Browser, door: &str) -> (String, Vec<String>) {
    let script = "return import('/builder.js').then(({ configure, policyLines, snippet }) => {
        const { configuration } = configure({ door: args, lang: 'nl' }, `${location.origin}/`);
        return [snippet(configuration)[0].text, ...policyLines(configuration)];
      })";
    browser.open("/empty");
    let written = browser.run(0, script, json!(door));
    let mut texts = written.as_array().expect("texts").iter().filter_map(Value::as_str).map(str::to_owned);
    (texts.next().expect("a snippet"), texts.collect())
}

/// Opens a page with a snippet; its policy allows these lines, its own icon and the tests' recorder.
#[track_caller]
fn paste(browser: &Browser, snippet: &str, lines: &[String]) {
    let own = "default-src 'none'; img-src 'self'; require-trusted-types-for 'script';";
    let recorder = format!("script-src {}/recorder.js", browser.site().origin());
    let mut policy = format!("{own} {}", lines.join(" "));
    match policy.contains("script-src") {
        true => policy = policy.replace("script-src", &recorder),
        false => policy = format!("{policy} {recorder}"),
    }
    let page = format!(
        "<!doctype html><html lang='nl'><head><meta charset='utf-8'><title>Host</title>\
         <link rel='icon' href='/icon.svg'></head><body>{snippet}</body></html>"
    );
    browser.site().add("/pasted", Answer::html(&page).with_policy(&policy));
    browser.open("/pasted");
}

#[test]
fn a_pasted_snippet_runs_under_just_the_lines_that_it_asks_for() {
    let browser = Browser::start();
    browser.site().add_html("/empty", "");
    for door in ["module", "classic", "wordpress"] {
        let (snippet, lines) = written(&browser, door);
        paste(&browser, &snippet, &lines);
        let widget = Widget::on_page(&browser, 0);
        widget.fill("5115511551151234");
        assert!(widget.is_there(".bp-result"), "{door}: {}", widget.look());
        browser.heed();
    }
    browser.finish();
}

#[test]
fn a_pasted_frame_is_as_high_as_its_content() {
    let browser = Browser::start();
    browser.site().add_html("/empty", "");
    let (snippet, lines) = written(&browser, "frame");
    paste(&browser, &snippet, &lines);
    let height = || browser.run(0, "return document.querySelector('iframe').style.height", Value::Null);
    browser.wait("the height", || height() != "", || height().to_string());
    // The frame's own policy doesn't allow the recorder.
    browser.allow_violation("recorder.js");
    browser.finish();
}
