//! The host's own link at the result.

use b2b_b2c_profile::assessment::Profile;
use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

use super::{SHEET, open};

in_every_engine!(a_link_bears_profile_and_code, an_address_of_another_kind_gives_no_link);

const LINK: &str = "a[part~='cta']";

/// An element with these attributes, at its result.
#[track_caller]
fn at_result<'a>(browser: &'a Browser, attributes: &str) -> Widget<'a> {
    let widget = open(browser, "", &format!("<b2b-b2c-profile {attributes}></b2b-b2c-profile>"));
    assert!(!widget.is_there(LINK), "there is no result yet");
    widget.fill(&SHEET.keys());
    widget
}

#[track_caller]
fn links(widget: Widget) -> Value {
    let script =
        "return all(args).map((link) => ['href', 'target', 'rel'].map((name) => link.getAttribute(name)))";
    widget.run(script, json!(LINK))
}

fn a_link_bears_profile_and_code(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    let profile = SHEET.outcome(&instrument).profile.map_or("", Profile::as_str);
    let widget =
        at_result(browser, "cta-href='https://shop.example/a?p={profile}&amp;c={code}&amp;x={x}#{profile}'");
    let code = widget.read("return host.value").replace('-', "");
    let address = format!("https://shop.example/a?p={profile}&c={code}&x={{x}}#{profile}");
    let link = json!([address, "_blank", "noopener"]);
    assert_eq!(links(widget), json!([link, link]), "at the top and at the end");
    let text = format!("{} ", texts.label(Label::CallToAction).as_str());
    assert_eq!(widget.text(LINK), text.trim());
    // Screen readers announce that another tab opens.
    let unseen = format!("return one(\"{LINK} .bp-unseen\").textContent");
    assert_eq!(widget.read(&unseen), texts.label(Label::NewTab).as_str());

    for (address, expected) in [
        ("mailto:ons@shop.example?subject={profile}", format!("mailto:ons@shop.example?subject={profile}")),
        ("TEL:+31-20-{code}", format!("TEL:+31-20-{code}")),
    ] {
        widget.run("host.ctaHref = args; host.ctaText = ' Bel <b>ons</b> '; return drawn()", json!(address));
        let link = json!([expected, null, null]);
        browser.wait(address, || links(widget) == json!([link, link]), || links(widget).to_string());
        assert_eq!(widget.text(LINK), "Bel <b>ons</b>");
    }
}

fn an_address_of_another_kind_gives_no_link(browser: &Browser) {
    let widget = at_result(browser, "cta-href='javascript:alert(1)'");
    assert!(!widget.is_there(LINK));
    for address in [
        "https://shop.example/",
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "blob:https://shop.example/1",
        "vbscript:x",
        "http://shop.example/",
        "//shop.example/",
        "/quote",
        "quote?c={code}",
        "{code}",
        "https:shop.example",
        "",
    ] {
        widget.run("host.ctaHref = args; return drawn()", json!(address));
        // Changes of other attributes are drawn after this one.
        widget
            .run("host.variant = host.variant === 'full' ? 'compact' : 'full'; return drawn()", Value::Null);
        let is_link = address == "https://shop.example/";
        browser.wait(address, || widget.is_there(LINK) == is_link, || links(widget).to_string());
        assert!(!widget.is_there("a[href]:not([href^='https://shop.example/'])"), "{address}");
    }
}
