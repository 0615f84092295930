//! A host page that is itself a Yew app.

use browser_tests::{Browser, Widget, in_every_engine};
use serde_json::{Value, json};

use super::{Host, run};

in_every_engine!(an_element_inside_a_yew_app_and_the_app_leave_each_other_alone);

fn an_element_inside_a_yew_app_and_the_app_leave_each_other_alone(browser: &Browser) {
    browser.site().add_fixture("example");
    let head = "<script type='module' src='/example/yew_app.js'></script>";
    Host { path: "/yew-app", head, body: "" }.add(browser);
    browser.open("/yew-app");
    let has_app = "return Boolean(document.querySelector('main > #switch'))";
    browser.wait("the app", || browser.run(0, has_app, Value::Null) == true, || browser.path());
    let add = "const element = document.createElement('b2b-b2c-profile');
        element.lang = 'nl'; document.querySelector('#switch').after(element)";
    browser.run(0, add, Value::Null);
    let widget = Widget::on_page(browser, 0);

    let app = || {
        let script = "const text = (id) => document.getElementById(id).textContent;
            return [text('clicks'), text('step'), text('profiles')]";
        browser.run(0, script, Value::Null)
    };
    assert_eq!(app(), json!(["0", "", ""]));
    // The app counts clicks inside it once each, including those from the element; nothing else happens.
    widget.click(".bp-choice:has([value='opener-unknown']) span");
    browser.wait("a click", || app()[0] != "0", || app().to_string());
    let clicks = app()[0].as_str().and_then(|clicks| clicks.parse::<u32>().ok());
    assert!(
        clicks.is_some_and(|clicks| clicks <= 2),
        "a click on a label and the one on its box: {clicks:?}"
    );
    // The app's own widget has a width in every layout, too.
    let width = "const main = document.querySelector('main');
        return ['flex; flex-direction: column; align-items: center', 'inline-block', 'grid; place-items: center'].map((display) => {
          main.style.cssText = `display: ${display}`;
          const { width } = main.querySelector(':scope > div').getBoundingClientRect();
          main.removeAttribute('style');
          return width;
        })";
    let widths = browser.run(0, width, Value::Null);
    for width in widths.as_array().into_iter().flatten() {
        assert!(width.as_f64().is_some_and(|width| width >= 600.0), "{widths}");
    }
    run(widget);
    assert_eq!((&app()[1], &app()[2]), (&json!(""), &json!("")), "the app's own widget has not moved");

    // The app's own buttons still work, and don't affect the element.
    let heading = widget.heading();
    browser.run(0, "document.getElementById('switch').click(); return drawn()", Value::Null);
    assert_eq!(widget.heading(), heading);

    // The app's own widget opens a file written by the element.
    let script = "const { shadowRoot } = document.querySelector('main > div');
        const chosen = new DataTransfer();
        chosen.items.add(new File([JSON.stringify(host.result({ answers: true }))], 'result.json'));
        const field = shadowRoot.querySelector('.bp-file input');
        field.files = chosen.files;
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.run(0, script, Value::Null);
    let shared = || {
        let script = "const { shadowRoot } = document.querySelector('main > div');
            return shadowRoot.querySelector('.bp-shared') ? words(shadowRoot.querySelector('.bp-heading')) : ''";
        browser.run(0, script, Value::Null)
    };
    browser.wait("the result in the app's own widget", || shared() == heading, || shared().to_string());
}
