//! The host's link: which templates yield an address, and how values are inserted.
#![cfg(feature = "ssr")]

use b2b_b2c_profile::view::CallToAction;

/// Checks the address of a template, with a profile and a code that contain reserved characters.
#[track_caller]
fn check(template: &str, expected: Option<&str>) {
    let link = CallToAction { href: template.to_owned().into(), text: "".into() };
    let address = link.address("lean-b2b", "1F&7 #?/%é");
    assert_eq!(address.as_deref(), expected, "{template:?}");
}

#[test]
fn both_values_are_encoded_wherever_they_stand() {
    check("https://x/?a={code}&b={profile}", Some("https://x/?a=1F%267%20%23%3F%2F%25%C3%A9&b=lean-b2b"));
    check("https://x/{profile}/#{code}", Some("https://x/lean-b2b/#1F%267%20%23%3F%2F%25%C3%A9"));
    check("https://{profile}.example/", Some("https://lean-b2b.example/"));
    check("mailto:a@b?subject={profile}", Some("mailto:a@b?subject=lean-b2b"));
    check("{profile}", None);
}

#[test]
fn a_value_is_used_as_often_as_it_is_named() {
    check("https://x/{profile}/{profile}", Some("https://x/lean-b2b/lean-b2b"));
    check("https://x/", Some("https://x/"));
}

#[test]
fn a_value_that_looks_like_a_placeholder_is_not_filled_in() {
    let link = CallToAction { href: "https://x/{profile}".into(), text: "".into() };
    assert_eq!(link.address("{code}", "1"), Some("https://x/%7Bcode%7D".to_owned()));
}

#[test]
fn anything_but_a_placeholder_stays() {
    check("https://x/?a={name}&b={Profile}", Some("https://x/?a={name}&b={Profile}"));
    check("https://x/{", Some("https://x/{"));
    check("https://x/{}{profile", Some("https://x/{}{profile"));
    check("https://x/é?q=„a“ b", Some("https://x/é?q=„a“ b"));
}

#[test]
fn pages_mails_and_calls_are_known_in_any_case() {
    check("HTTPS://X.example/{profile}", Some("HTTPS://X.example/lean-b2b"));
    check("MailTo:a@b", Some("MailTo:a@b"));
    check("tel:+31201234567", Some("tel:+31201234567"));
}

#[test]
fn surrounding_blanks_do_not_count() {
    check("  https://x/ \n", Some("https://x/"));
    check(" JaVaScRiPt:alert(1)", None);
}

#[test]
fn no_other_kind_makes_a_link() {
    for template in [
        "",
        " ",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)//https://x/",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "blob:https://x/1",
        "file:///etc/passwd",
        "http://x/",
        "ftp://x/",
        "about:blank",
        "view-source:https://x/",
        "intent://x#Intent;scheme=https;end",
    ] {
        check(template, None);
    }
}

#[test]
fn only_whole_addresses_make_a_link() {
    for template in
        ["//x.example/", "/path", "path", "?q", "#at", "x.example", "https:x", "https:/x", "https:\\\\x", ":"]
    {
        check(template, None);
    }
}

#[test]
fn an_address_that_leads_nowhere_makes_no_link() {
    for template in [
        "https://",
        "https:// ",
        "https://?",
        "https://#",
        "https:///x",
        "https:////x",
        "https://\\x",
        "https://?q=1",
        "https://#x",
        "https:// /x",
        "https:// x/",
        "https://x y/",
        "https://:443",
        "https://:443/x",
        "https://@",
        "https://a@",
        "https://a:b@/x",
        "https://@:1",
        "https://.",
        "https://./x",
        "https://-/",
        "https://%20/",
        "https://x%/",
        "https://x:y/",
        "https://x:65536/",
        "https://x:-1/",
        "https://<x>/",
        "https://{",
        "https://{name}/",
        "https://\u{a0}/",
        "https://\u{200b}/",
        "https://x\u{2060}.example/",
        "https://\u{ad}",
        "https://[",
        "HTTPS://?",
        "mailto:",
        "mailto: ",
        "mailto:?",
        "mailto:?subject=x",
        "mailto:#",
        "mailto:@",
        "mailto:a",
        "mailto:a@",
        "mailto:@b",
        "mailto:@?a@b",
        "mailto:,",
        "mailto:a@?cc=c@d",
        "mailto: @ ",
        "MAILTO:?body={code}",
        "tel:",
        "tel: ",
        "tel:+",
        "tel:-",
        "tel:()",
        "tel:abc",
        "tel:;ext=1",
        "tel:?1",
        "tel:+;1",
        "TEL:x",
    ] {
        check(template, None);
    }
    let empty = CallToAction { href: "https://{code}/".into(), text: "".into() };
    assert_eq!(empty.address("lean-b2b", ""), None, "nothing was answered");
}

#[test]
fn every_address_that_leads_somewhere_makes_a_link() {
    for template in [
        "https://x",
        "https://x?q",
        "https://x#a",
        "https://localhost:8443/x",
        "https://x:/",
        "https://user@x/",
        "https://user:pass@x:443/?a@b",
        "https://[::1]/",
        "https://[::1]:8443/",
        "https://127.0.0.1/",
        "https://é.example/",
        "https://商店.example/",
        "https://a-b.example/?x={",
        "https://x/%",
        "mailto:a@b",
        "mailto:a@b,c@d?subject=x",
        "mailto:é@b.example",
        "mailto:a+b@c",
        "tel:112",
        "tel:+31 20 123 45 67",
        "tel:(020)-1;ext=2",
        "tel:020",
    ] {
        check(template, Some(template));
    }
}

#[test]
fn characters_that_browsers_ignore_hide_nothing() {
    for template in [
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "\u{0}https://x/",
        "ht\ttps://x/",
        "https://x/\ty",
        "https://x/\r\ny",
        "https\u{200b}://x/",
        "ｈttps://x/",
        "httpſ://x/",
        "\u{feff}https://x/",
        "mailto:a@b\nbcc:c@d",
        "https://x/\u{7f}",
        "https://x/\u{85}y",
    ] {
        check(template, None);
    }
}
