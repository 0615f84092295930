//! Loading the script more than once, and many elements.

use browser_tests::{Answer, Browser, Widget, in_every_engine};
use serde_json::Value;

use super::{Host, SHEET, finish, question, run};

in_every_engine!(
    the_script_may_be_loaded_twice,
    of_two_versions_the_first_one_stays,
    ten_widgets_on_one_page_are_independent_and_share_one_download,
);

/// Loads another script into the page, as a module or a classic script.
#[track_caller]
fn load(widget: Widget, address: &str) {
    let script = "const script = document.createElement('script');
        const loaded = new Promise((resolve, reject) => { script.onload = resolve; script.onerror = reject; });
        script.type = args.includes('classic') ? '' : 'module'; script.src = args; document.head.append(script);
        return loaded.then(() => 'loaded')";
    assert_eq!(widget.run(script, address.into()), "loaded");
}

fn the_script_may_be_loaded_twice(browser: &Browser) {
    let widget = Host { path: "/twice", head: "", body: "<b2b-b2c-profile></b2b-b2c-profile>" }.open(browser);
    widget.fill(&SHEET.items[..2]);
    load(widget, "/b2b-b2c-profile.js?again");
    assert_eq!(browser.site().times_asked("b2b-b2c-profile.js"), 2);
    load(widget, "/b2b-b2c-profile.classic.js");
    assert_eq!(widget.heading(), question(2));
    finish(widget, &SHEET.items[2..]);
}

fn of_two_versions_the_first_one_stays(browser: &Browser) {
    let site = browser.site();
    let script = String::from_utf8(site.file("b2b-b2c-profile.js", "")).expect("a script is text");
    let (version, old) = (env!("CARGO_PKG_VERSION"), "0.0.1");
    let old_script = script
        .replace(&format!("`{version}`"), &format!("`{old}`"))
        .replace(&format!("\"{version}\""), &format!("\"{old}\""));
    assert_ne!(script, old_script, "the script has its version");
    site.add("/old/b2b-b2c-profile-0.0.1.js", Answer::script(&old_script));

    let widget =
        Host { path: "/versions", head: "", body: "<b2b-b2c-profile></b2b-b2c-profile>" }.open(browser);
    widget.fill(&SHEET.items[..2]);
    load(widget, "/old/b2b-b2c-profile-0.0.1.js");
    browser.expect_console(&format!("version {version} is there already; {old} is not used"));
    browser.heed();
    // A second element is also of the first version, and works.
    widget.run("document.body.append(document.createElement('b2b-b2c-profile'))", Value::Null);
    run(Widget::on_page(browser, 1));
    finish(widget, &SHEET.items[2..]);
    assert_eq!(site.times_asked(&site.module()), 1);
}

fn ten_widgets_on_one_page_are_independent_and_share_one_download(browser: &Browser) {
    browser.site().add_html("/ten", &"<b2b-b2c-profile></b2b-b2c-profile>".repeat(10));
    browser.open("/ten");
    let widgets: Vec<Widget> = (0..10).map(|place| Widget::on_page(browser, place)).collect();
    for (place, widget) in widgets.iter().enumerate() {
        widget.fill(&SHEET.items[..place % 6]);
    }
    for (place, widget) in widgets.iter().enumerate().filter(|(place, _)| place % 6 > 0) {
        assert_eq!(widget.heading(), question(place % 6), "of widget {place}");
    }
    widgets[3].click("label:has([value='2'])");
    widgets[9].click("label:has([value='4'])");
    assert_eq!((widgets[3].chosen(), widgets[9].chosen()), ("2".to_owned(), "4".to_owned()));
    widgets[2].run("host.lang = 'en'", Value::Null);
    browser.wait("English in one", || widgets[2].is_there(".bp[lang='en']"), || widgets[2].look());
    assert!(widgets[3].is_there(".bp[lang='nl']"));
    for (place, widget) in widgets.iter().enumerate().filter(|(place, _)| *place != 2) {
        finish(*widget, &SHEET.items[place % 6..]);
    }
    let site = browser.site();
    for file in [site.module(), "b2b-b2c-profile.js".to_owned()] {
        assert_eq!(site.times_asked(&file), 1, "{file}");
    }
}
