//! How a host can change the looks.

use browser_tests::{Browser, Key, Widget, in_every_engine};
use serde_json::{Value, json};

use super::{API, SHEET, open};

in_every_engine!(
    an_accent_is_set_and_stays_readable,
    every_accent_stays_readable_in_every_state,
    every_part_can_be_styled
);

/// Accents that are readable as they are, and some that are far from it.
const ACCENTS: [&str; 9] =
    ["#0b5a8a", "#a01040", "#ffffff", "#000", "#ff0", "#7f7f7f", "#FAFAFA", "#151c23", "#00ff88"];

/// The colours of the button and of a chosen box, and their background.
const COLOURS: &str = "for (const one of host.shadowRoot.getAnimations()) one.finish();
    const channels = (text) => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      context.fillStyle = text;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const style = (selector) => getComputedStyle(one(selector));
    return [style('.bp-start').color, style('.bp-start').backgroundColor, style('.bp').backgroundColor].map(channels)";

/// The contrast of two colours as defined by WCAG.
fn contrast(one: &Value, other: &Value) -> f64 {
    let luminance = |colour: &Value| {
        let part = |place: usize| {
            let part = colour[place].as_f64().expect("a channel is a number") / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn an_accent_is_set_and_stays_readable(browser: &Browser) {
    let widget = open(browser, "", "<b2b-b2c-profile theme='light' accent='#a01040'></b2b-b2c-profile>");
    let colours = widget.run(COLOURS, Value::Null);
    assert_eq!(colours[1], json!([0xa0, 0x10, 0x40]), "a readable accent is used as it is");
    for theme in ["light", "dark"] {
        for accent in ACCENTS {
            widget.run("[host.theme, host.accent] = args; return drawn()", json!([theme, accent]));
            let colours = widget.run(COLOURS, Value::Null);
            let [text, accented, ground] = [&colours[0], &colours[1], &colours[2]];
            let what = format!("{accent} in {theme}: {colours}");
            assert!(contrast(text, accented) >= 4.5, "the text on {what}");
            assert!(contrast(accented, ground) >= 4.5, "{what}");
        }
    }
    let set = widget.run(COLOURS, Value::Null);
    widget.run("host.removeAttribute('accent'); return drawn()", Value::Null);
    assert_ne!(widget.run(COLOURS, Value::Null), set, "the accent is reset without its attribute");
}

fn every_accent_stays_readable_in_every_state(browser: &Browser) {
    let widget = open(browser, "", "<b2b-b2c-profile theme='light'></b2b-b2c-profile>");
    let check = |selector: &str, state: &str| {
        let arguments = json!({ "selector": selector, "state": state, "step": 29 });
        let faults = widget.run(include_str!("accents.js"), arguments);
        assert_eq!(faults, json!([]), "{selector}, {state}");
    };
    check(".bp-start", "");
    browser.point_at(&widget.element(".bp-start"));
    check(".bp-start", ":hover");
    browser.press(Key::Tab);
    widget.run("one('.bp-start').focus({ focusVisible: true })", Value::Null);
    check(".bp-start", ":focus");
    browser.hold(&widget.element(".bp-start"));
    check(".bp-start", ":active");
    let widget = open(browser, "", "<b2b-b2c-profile theme='light'></b2b-b2c-profile>");
    widget.fill(&SHEET.keys());
    widget.run("one('.bp-card .bp-mark').click(); return drawn()", Value::Null);
    let pressed = ".bp-card .bp-mark[aria-pressed='true']";
    browser.point_at(&widget.element(pressed));
    check(pressed, ":hover");
}

#[test]
fn compact_takes_less_room() {
    let browser = Browser::start();
    let widget = open(&browser, "", "<b2b-b2c-profile></b2b-b2c-profile>");
    let room = "const size = parseFloat(getComputedStyle(one('.bp-heading')).fontSize);
        return [host.getBoundingClientRect().height, size]";
    let less = |widget: Widget| {
        widget.run("host.variant = 'full'; return drawn()", Value::Null);
        let full = widget.run(room, Value::Null);
        widget.run("host.variant = 'compact'; return drawn()", Value::Null);
        let compact = widget.run(room, Value::Null);
        for place in [0, 1] {
            assert!(
                compact[place].as_f64() < full[place].as_f64(),
                "{compact} and {full}: {}",
                widget.look()
            );
        }
    };
    less(widget);
    widget.click(".bp-start");
    less(widget);
    widget.fill(&SHEET.keys());
    less(widget);
    browser.finish();
}

fn every_part_can_be_styled(browser: &Browser) {
    let parts = API["parts"].as_array().expect("the table has parts");
    let parts: Vec<&str> = parts.iter().filter_map(|part| part["name"].as_str()).collect();
    let rules = parts.iter().zip(1..).map(|(part, number)| {
        format!(
            "b2b-b2c-profile::part({part}) {{ outline: {number}px solid rgb(0, 0, {number}) !important }}"
        )
    });
    let style = format!("<style>{}</style>", rules.collect::<String>());
    let body = "<b2b-b2c-profile cta-href='https://shop.example/'></b2b-b2c-profile>";
    let widget = open(browser, &style, body);
    let styled = "const shown = all('[part]').flatMap((element) => [...element.part].map((part) => [part, element]));
        const colour = (element) => getComputedStyle(element).outlineColor;
        return [...new Set(shown.map(([part]) => part))].toSorted()
          .map((part) => [part, shown.filter(([known]) => known === part).every(([, element]) => element.part.length > 1
            || colour(element) === `rgb(0, 0, ${args.indexOf(part) + 1})`)])";
    widget.fill(&SHEET.keys());
    let mut known = parts.clone();
    known.sort_unstable();
    let expected: Vec<Value> = known.iter().map(|part| json!([part, true])).collect();
    assert_eq!(widget.run(styled, json!(parts)), json!(expected), "the result has all parts");
    // With several parts on one element, the last rule wins: the link's, and that of the primary button.
    let colour =
        |selector: &str| widget.run("return getComputedStyle(one(args)).outlineColor", json!(selector));
    let place = |part: &str| parts.iter().position(|known| *known == part).map_or(0, |place| place + 1);
    assert_eq!(colour("[part~='cta']"), format!("rgb(0, 0, {})", place("cta")));
    widget.run("host.restart()", Value::Null);
    browser.wait("the intro", || widget.is_there(".bp-start"), || widget.look());
    assert_eq!(colour(".bp-start"), format!("rgb(0, 0, {})", place("button-primary")));
}
