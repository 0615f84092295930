//! axe finds nothing, on every kind of page and on the landing page around it.

use browser_tests::{Browser, axe};

use crate::walk::walk;

#[track_caller]
fn check(path: &str, scheme: &str, width: u32) {
    let browser = Browser::start();
    browser.resize(width, 800);
    // Without reduced motion, colours could be checked in mid-transition.
    browser.emulate(&[("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]);
    walk(&browser, path, axe::check);
    browser.finish();
}

#[test]
fn the_dutch_pages_in_light_colours() {
    check("/", "light", 1024);
}

#[test]
fn the_english_pages_in_dark_colours() {
    check("/en/", "dark", 1024);
}

#[test]
fn the_dutch_pages_in_dark_colours_on_a_phone() {
    check("/", "dark", 320);
}

#[test]
fn the_english_pages_in_light_colours_on_a_phone() {
    check("/en/", "light", 320);
}
