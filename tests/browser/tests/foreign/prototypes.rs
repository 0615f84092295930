//! Pages that add properties to built-in prototypes.

use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, in_every_engine, questionnaire};

use super::{Host, SHEET, finish};

const BODY: &str = "<b2b-b2c-profile persist='ask' name='code'></b2b-b2c-profile>";

const POLLUTED: [Host; 4] = [
    Host {
        path: "/values",
        head: "<script>for (const name of ['mode', 'detail', 'bubbles', 'integrity', 'url', 'code', 'theme', 'capture', 'once',
            'passive', 'signal', 'language', 'version', 'cache', 'credentials', 'method', 'headers', 'body', 'rootMargin', 'threshold',
            'type', 'name', 'id', 'module_or_path', 'answers', 'results', 'delegatesFocus', 'slotAssignment', 'clonable', 'is']) {
            Object.prototype[name] = 'polluted';
          }</script>",
        body: BODY,
    },
    Host {
        path: "/accessors",
        head: "<script>for (const name of ['mode', 'detail', 'integrity', 'code', 'theme', 'version', 'settled', 'settle', 'fallback',
            'known', 'fits', 'module_or_path', 'exports', 'memory', 'language', 'saved', 'instrument', 'results', 'setting', 'tell', 'changed', 'keep', 'default']) {
            Object.defineProperty(Object.prototype, name, {
              __proto__: null, configurable: true,
              get() { return undefined; },
              set() { throw new TypeError(`${name} is the page's`); },
            });
          }</script>",
        body: BODY,
    },
    Host {
        path: "/enumerable",
        head: "<script>Array.prototype.last = function () { return this[this.length - 1]; };
          Array.prototype.remove = function () {}; String.prototype.format = function () {};
          Function.prototype.bindTo = function () {}; Object.prototype.extend = function () {};
          Map.prototype.merge = function () {}; Promise.prototype.always = function () {};</script>",
        body: BODY,
    },
    Host {
        path: "/to-json",
        head: "<script>for (const { prototype } of [Array, String, Date]) {
            Object.defineProperty(prototype, 'toJSON', { __proto__: null, configurable: true, value() { return 'polluted'; } });
          }</script>",
        body: BODY,
    },
];

/// Files without the properties that those prototypes have, and the messages for them.
const FILES: [(&str, Label); 2] = [
    (r#"{"version":1,"instrument":{"id":"b2b-b2c","version":1}}"#, Label::FileBare),
    (r#"{"version":1,"instrument":{"version":1}}"#, Label::FileForeign),
];

in_every_engine!(polluted_prototypes_are_survived);

fn polluted_prototypes_are_survived(browser: &Browser) {
    for host in POLLUTED {
        // By script only, because WebKit's driver can't return elements from such pages.
        let widget = host.open(browser);
        finish(widget, SHEET.items);
        for (file, expected) in FILES {
            let expected = questionnaire("nl").1.label(expected).to_string();
            let said = || widget.text(".bp-bring [role='status']");
            widget.give_file(file);
            browser.wait(&expected, || said() == expected, said);
        }
        browser.heed();
    }
}
