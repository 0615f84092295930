//! Attributes and the properties that reflect them.

use browser_tests::{Answer, Browser, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

use super::{API, SHEET, finish, open, question};

in_every_engine!(
    every_attribute_has_its_property_with_a_default,
    what_is_set_before_the_script_has_come_counts,
    an_attribute_that_changes_during_a_run_applies_at_once_and_loses_nothing,
);

/// The attributes in the table of the interface, except those that every element has.
fn attributes() -> impl Iterator<Item = &'static Value> {
    let attributes = API["attributes"].as_array().expect("the table has attributes");
    attributes.iter().filter(|attribute| attribute["native"] != true)
}

/// The value of a property.
#[track_caller]
fn property(widget: Widget, name: &Value) -> Value {
    widget.run("return host[args]", name.clone())
}

fn every_attribute_has_its_property_with_a_default(browser: &Browser) {
    let widget = open(browser, "", "<b2b-b2c-profile></b2b-b2c-profile>");
    let set = |name: &Value, value: Value| {
        widget.run("const [name, value] = args; host.setAttribute(name, value)", json!([name, value]));
    };
    let mut count = 0;
    for attribute in attributes() {
        let [name, named, kind] = ["name", "property", "type"].map(|field| &attribute[field]);
        let default = match kind {
            Value::Array(words) => words[0].clone(),
            kind => {
                if kind == "boolean" {
                    json!(false)
                } else {
                    json!("")
                }
            }
        };
        assert_eq!(property(widget, named), default, "{named} at first");
        let values: Vec<Value> = match kind {
            Value::Array(words) => words.iter().rev().cloned().collect(),
            kind if kind == "colour" => vec![json!("#0b5a8a"), json!("#FA0")],
            kind if kind == "boolean" => vec![json!(""), json!("false"), json!("x")],
            _ => vec![json!("Iets & <b>anders</b>"), json!("\u{202e} ß"), json!("")],
        };
        for value in &values {
            set(name, value.clone());
            let expected = if kind == "boolean" { json!(true) } else { value.clone() };
            assert_eq!(property(widget, named), expected, "{name}={value}");
        }
        // Keywords are case-sensitive.
        if let Value::Array(words) = kind {
            let upper = words[1].as_str().unwrap_or_default().to_uppercase();
            for unknown in [json!("nonsense"), json!(""), json!(upper)] {
                set(name, unknown.clone());
                assert_eq!(property(widget, named), default, "{name}={unknown}");
                browser.allow_console(&format!("unknown {} {unknown}", name.as_str().unwrap_or_default()));
            }
        } else if kind == "colour" {
            for unknown in ["red", "#12", "#12345g", "#0b5a8a80", "url(x)"] {
                set(name, json!(unknown));
                assert_eq!(property(widget, named), default, "{name}={unknown}");
                browser.allow_console(&format!("unknown accent \"{unknown}\""));
            }
        }
        widget.run("host.removeAttribute(args)", name.clone());
        assert_eq!(property(widget, named), default, "{named} without its attribute");

        // Setting the property sets the attribute.
        let value = &values[0];
        let written = if kind == "boolean" { json!(true) } else { value.clone() };
        let script = "const [named, name, value] = args; host[named] = value; return host.getAttribute(name)";
        let attribute = widget.run(script, json!([named, name, written]));
        assert_eq!(attribute, if kind == "boolean" { json!("") } else { value.clone() }, "{named}");
        if kind == "boolean" {
            assert_eq!(widget.run(script, json!([named, name, false])), Value::Null, "{named}");
        }
        widget.run("host.removeAttribute(args)", name.clone());
        count += 1;
    }
    assert_eq!(count, 15);
    // The observed attributes are those of the table.
    let observed = widget.run("return host.constructor.observedAttributes.toSorted()", Value::Null);
    let names = API["attributes"].as_array().into_iter().flatten().filter_map(|one| one["name"].as_str());
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    assert_eq!(observed, json!(names));
    // The class has the read-only properties and methods of the table, and no others.
    let fields = |list: &str| {
        let fields = API[list].as_array().into_iter().flatten();
        fields.filter_map(|one| one["name"].as_str()).collect::<Vec<_>>()
    };
    let mut known: Vec<&str> = attributes().filter_map(|one| one["property"].as_str()).collect();
    known.extend(fields("properties").iter().chain(&fields("methods")));
    known.sort_unstable();
    let script = "const own = Object.getOwnPropertyNames(host.constructor.prototype);
        return own.filter((name) => !/^constructor$|Callback$/.test(name)).toSorted()";
    assert_eq!(widget.run(script, Value::Null), json!(known));
    finish(widget, SHEET.items);
}

fn what_is_set_before_the_script_has_come_counts(browser: &Browser) {
    let page = "<!doctype html><html lang='nl'><head><meta charset='utf-8'><title>Test</title>
        <link rel='icon' href='/icon.svg'></head>
        <body><b2b-b2c-profile theme='light'></b2b-b2c-profile></body></html>";
    browser.site().add("/before", Answer::html(page));
    browser.open("/before");
    let set = "Object.assign(host, {
          theme: 'dark', accent: '#0b5a8a', variant: 'compact', start: 'question', groupFirst: 'Bakkers', persist: 'ask',
          answers: true, name: 'profile', ctaHref: 'https://shop.example/', analytics: 'pink', lang: 'en' });
        const script = document.createElement('script');
        script.type = 'module'; script.src = '/b2b-b2c-profile.js'; document.head.append(script)";
    browser.run(0, set, Value::Null);
    let widget = Widget::on_page(browser, 0);
    let attributes = widget.run(
        "return Object.fromEntries([...host.attributes].map(({ name, value }) => [name, value]))",
        Value::Null,
    );
    let expected = json!({
        "theme": "dark", "accent": "#0b5a8a", "variant": "compact", "start": "question", "group-first": "Bakkers",
        "persist": "ask", "answers": "", "name": "profile", "cta-href": "https://shop.example/", "analytics": "pink",
        "lang": "en",
    });
    assert_eq!(attributes, expected);
    assert_eq!(
        widget.run("return Object.keys(host)", Value::Null),
        json!([]),
        "no own property hides the class's"
    );
    assert_eq!(widget.run("return [host.theme, host.analytics]", Value::Null), json!(["dark", "none"]));
    let (instrument, texts) = questionnaire("en");
    assert_eq!(widget.heading(), texts.item(instrument.items()[0].id).question.as_str());
    assert!(widget.is_there(".bp--compact") && widget.is_there(".bp-keep"), "{}", widget.look());
    browser.expect_console("unknown analytics \"pink\"");
}

fn an_attribute_that_changes_during_a_run_applies_at_once_and_loses_nothing(browser: &Browser) {
    let widget = open(browser, "", "<b2b-b2c-profile></b2b-b2c-profile>");
    widget.fill(&SHEET.items[..3]);
    widget.choose('2');
    let before = widget.run("return host.result({ answers: true })", Value::Null);
    let change = |script: &str, selector: &str| {
        widget.run(&format!("{script}; return drawn()"), Value::Null);
        let is_applied = || widget.is_there(selector);
        browser.wait(script, is_applied, || widget.look());
        assert_eq!(widget.chosen(), "2", "{script}");
    };
    let style = |property: &str| widget.read(&format!("return getComputedStyle(one('.bp')).{property}"));
    change("host.variant = 'compact'", ".bp--compact");
    change("host.variant = 'full'", ".bp:not(.bp--compact)");
    change("host.theme = 'dark'", ".bp");
    let dark = style("backgroundColor");
    change("host.theme = 'light'", ".bp");
    assert_ne!(style("backgroundColor"), dark);
    change("host.lang = 'en'", ".bp[lang='en']");
    change("host.lang = 'nl'", ".bp[lang='nl']");
    for setting in [
        "start = 'question'",
        "start = 'intro'",
        "loading = 'lazy'",
        "name = 'x'",
        "analytics = 'matomo'",
        "analytics = 'none'",
        "groupFirst = 'Bakkers'",
        "fallbackHref = '/lijst'",
        "persist = 'ask'",
    ] {
        change(&format!("host.{setting}"), ".bp-question");
        assert_eq!(widget.heading(), question(3), "{setting}");
    }
    assert_eq!(widget.run("return host.result({ answers: true })", Value::Null), before);
    finish(widget, &SHEET.items[3..]);

    // The same at the result.
    assert!(widget.is_there(".bp-keep"), "{}", widget.look());
    widget.run("host.persist = 'none'; host.ctaHref = 'https://shop.example/'; host.ctaText = 'Bel ons'; return drawn()", Value::Null);
    browser.wait("the link", || widget.is_there("a[part~='cta']"), || widget.look());
    assert!(!widget.is_there(".bp-keep"));
    assert!(widget.text("a[part~='cta']").starts_with("Bel ons"));
    widget.run("host.removeAttribute('cta-href'); return drawn()", Value::Null);
    browser.wait("no link", || !widget.is_there("a[part~='cta']"), || widget.look());
}

#[test]
fn the_groups_are_called_as_the_host_says_until_the_visitor_names_them() {
    let browser = Browser::start();
    let body = "<b2b-b2c-profile group-first='Bakkers' group-second='&lt;b>Buren'></b2b-b2c-profile>";
    let widget = open(&browser, "", body);
    widget.sell_to("both");
    widget.fill("5");
    assert_eq!(widget.text(".bp-tag"), "Bakkers");
    widget.run("host.groupFirst = 'Molenaars'; return drawn()", Value::Null);
    browser.wait("the other name", || widget.text(".bp-tag") == "Molenaars", || widget.look());
    widget.run("host.removeAttribute('group-first'); return drawn()", Value::Null);
    let (_, texts) = questionnaire("nl");
    let own = texts.label(b2b_b2c_profile::content::Label::GroupFirst).to_string();
    browser.wait("the texts' own", || widget.text(".bp-tag") == own, || widget.look());
    widget.fill(&SHEET.items[1..]);
    assert!(widget.heading().contains("<b>Buren"), "{}", widget.look());
    browser.finish();
}
