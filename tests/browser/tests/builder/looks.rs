//! The builder's looks, and its use by keyboard.

use super::*;

/// Targets that are too small, and content wider than the page.
const FAULTS: &str = "
    const { scrollWidth, clientWidth } = document.scrollingElement;
    const faults = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide, not ${clientWidth}`] : [];
    const targets = '.option, .check, summary, button, .button, input:not([type=radio], [type=checkbox])';
    for (const target of document.querySelectorAll(`.offline :is(${targets}), .builder :is(${targets})`)) {
      const { width, height } = target.getBoundingClientRect();
      const isSmall = Math.min(width, height) < 43.5 && target.checkVisibility();
      if (isSmall) faults.push(`${nameOf(target)} “${words(target)}”: ${width} × ${height}`);
    }
    return faults";

#[track_caller]
fn check_looks(path: &str, width: u32, scheme: &str, text_size: &str) {
    let browser = Browser::start();
    browser.resize(width, 800);
    browser.emulate(&[("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]);
    let widget = open(&browser, path);
    widget.run("document.documentElement.style.fontSize = args; return drawn()", json!(text_size));
    widget.run("document.querySelector('.more').open = true", Value::Null);
    set(widget, "ctaHref", "javascript:");
    for door in ["module", "frame", "wordpress-frame", "react"] {
        set(widget, "door", door);
        assert_eq!(widget.run(FAULTS, Value::Null), json!([]), "{door} at {width}, text at {text_size}");
        axe::check(widget, &format!("the builder with {door}"));
    }
    browser.finish();
}

#[test]
fn the_builder_is_accessible_in_light_colours() {
    check_looks("/", 1024, "light", "100%");
}

#[test]
fn the_builder_is_accessible_in_dark_colours_on_a_phone() {
    check_looks("/en/", 320, "dark", "100%");
}

#[test]
fn the_builder_is_accessible_with_text_of_double_size() {
    check_looks("/", 320, "light", "200%");
}

#[test]
fn the_keyboard_alone_builds_and_copies() {
    let browser = Browser::start();
    let widget = open(&browser, "/");
    widget.run("document.querySelector(\"[name='door'][value='module']\").focus()", Value::Null);
    browser.press(Key::Right);
    assert!(code(widget, 0).contains("b2b-b2c-profile.classic.js"), "{}", code(widget, 0));
    // Tab leads through the fields, past the preview, to the button and the text next to it.
    widget.run("document.querySelector('.preview__box').inert = true", Value::Null);
    widget.tab_to("summary");
    widget.tab_to(".code button");
    widget.tab_to(".code pre");
    browser.finish();
}
