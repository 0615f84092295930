//! Sizes, larger text, motion and forced colours.

use browser_tests::{Browser, Widget, layout};
use serde_json::{Value, json};

use crate::walk::walk;

#[track_caller]
fn check(path: &str, width: u32, text_size: &str) {
    let browser = Browser::start();
    browser.resize(width, 800);
    browser.emulate(&[("prefers-reduced-motion", "reduce")]);
    let mut faults: Vec<(String, String)> = Vec::new();
    walk(&browser, path, |widget, what| {
        widget.run("document.documentElement.style.fontSize = args; return drawn()", json!(text_size));
        for fault in layout::faults(widget) {
            // A fault that occurs on several pages is reported once.
            if faults.iter().all(|(_, known)| *known != fault) {
                faults.push((what.to_owned(), fault));
            }
        }
    });
    let lines: Vec<String> = faults.iter().map(|(what, fault)| format!("{what}: {fault}")).collect();
    assert!(lines.is_empty(), "at {width} pixels, text at {text_size}:\n{}", lines.join("\n"));
    browser.finish();
}

#[test]
fn everything_has_its_place_at_320_pixels() {
    check("/", 320, "100%");
}

#[test]
fn everything_has_its_place_at_480_pixels() {
    check("/en/", 480, "100%");
}

#[test]
fn everything_has_its_place_at_1024_pixels() {
    check("/", 1024, "100%");
}

#[test]
fn everything_has_its_place_at_320_pixels_with_text_of_double_size() {
    check("/", 320, "200%");
}

#[test]
fn everything_has_its_place_at_480_pixels_with_text_of_double_size() {
    check("/en/", 480, "200%");
}

#[test]
fn everything_has_its_place_at_1024_pixels_with_text_of_double_size() {
    check("/", 1024, "200%");
}

#[test]
fn the_words_on_the_axis_grow_with_the_text() {
    let browser = Browser::start();
    browser.resize(320, 800);
    let widget = Widget::open(&browser, "/");
    for keys in ["1551155115511234", "5115511551151234"] {
        widget.fill(keys);
        let sizes = ["100%", "200%"].map(|size| {
            let script = "document.documentElement.style.fontSize = args;
                return parseFloat(getComputedStyle(one('.bp-line .bp-above__label')).fontSize)";
            widget.run(script, json!(size)).as_f64().expect("a size is a number")
        });
        assert!(sizes[1] >= 2.0 * sizes[0], "{sizes:?}");
        assert_eq!(layout::faults(widget), Vec::<String>::new());
        widget.run("host.restart(); document.documentElement.removeAttribute('style')", Value::Null);
        browser.wait("the intro", || widget.is_there(".bp-start"), || widget.look());
    }
    browser.finish();
}

#[test]
fn nothing_moves_with_reduced_motion() {
    let browser = Browser::start();
    let widget = Widget::open(&browser, "/");
    widget.fill("5115511551151234");
    assert!(!layout::motion(widget).is_empty(), "without the preference, something moves");
    browser.emulate(&[("prefers-reduced-motion", "reduce")]);
    walk(&browser, "/", |widget, what| {
        let moving = layout::motion(widget);
        assert!(moving.is_empty(), "on {what}: {}", moving.join(", "));
    });
    browser.finish();
}

#[test]
fn a_choice_shows_in_the_visitors_own_colours() {
    let browser = Browser::start();
    browser.emulate(&[("forced-colors", "active")]);
    let widget = Widget::open(&browser, "/");
    assert_eq!(widget.run("return matchMedia('(forced-colors: active)').matches", Value::Null), true);
    // The styles that distinguish two elements without their backgrounds, which forced colours may override.
    let looks = "const looks = (element) => {
        const { borderColor, borderWidth, borderStyle, outlineStyle, outlineColor, textDecorationLine } = getComputedStyle(element);
        return [borderColor, borderWidth, borderStyle, outlineStyle, outlineColor, textDecorationLine].join();
      };
      const [chosen, other] = args.map(one);
      return looks(chosen) !== looks(other)";
    let differ = |chosen: &str, other: &str| {
        widget.run("focused()?.blur()", Value::Null);
        let what = format!("{chosen} to look different from {other}");
        browser.wait(&what, || widget.run(looks, json!([chosen, other])) == true, || widget.look());
    };
    let same = |one: &str, other: &str| {
        assert_eq!(widget.run(looks, json!([one, other])), false, "{one} doesn't look like {other}");
    };
    let pressed = "[aria-pressed='true']";
    differ(&format!(".bp-languages__button{pressed}"), ".bp-languages__button[aria-pressed='false']");
    same("[value='opener-companies']", "[value='opener-unknown']");
    widget.sell_to("companies");
    differ("[value='opener-companies']", "[value='opener-unknown']");
    differ(".bp-choice:has(:checked)", ".bp-choice:not(:has(:checked))");
    widget.sell_to("both");
    widget.click(".bp-start");
    browser.wait("a question", || widget.is_there(".bp-question"), || widget.look());
    same("[value='2']", "[value='4']");
    for key in ['2', '0'] {
        widget.choose(key);
        differ(&format!("[value='{key}']"), "[value='4']");
    }
    widget.fill("511551155115");
    widget.fill("5115511551151234");
    differ(&format!(".bp-tab{pressed}"), ".bp-tab[aria-pressed='false']");
    widget.click(".bp-card .bp-mark");
    browser.wait("the plan", || widget.is_there(".bp-planned"), || widget.look());
    differ(&format!(".bp-card .bp-mark{pressed}"), ".bp-card .bp-mark[aria-pressed='false']");
    differ(".bp-bar__part[aria-current]", ".bp-bar__part:not([aria-current])");
    let line = "const { borderBlockEndColor } = getComputedStyle(one('.bp-bar__part:not([aria-current])'));
      const { backgroundColor } = getComputedStyle(document.body);
      return [borderBlockEndColor, backgroundColor]";
    let colors = widget.run(line, Value::Null);
    assert_eq!(colors[0], colors[1], "a part that is not current has a line");
    browser.finish();
}
