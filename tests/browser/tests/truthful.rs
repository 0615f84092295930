//! What the widget shows and returns is true, whatever the page or the browser lacks.

use b2b_b2c_profile::content::Label;
use browser_tests::{Answer, Browser, Sheet, Site, Widget, in_every_engine, questionnaire};
use serde_json::{Value, json};

in_every_engine!(
    value_result_and_form_agree_at_every_moment,
    copying_is_confirmed_only_once_it_has_succeeded,
    a_picture_of_noise_is_not_handed_over,
    no_link_leads_nowhere,
    neither_page_loses_what_the_other_kept,
    the_language_around_is_followed_if_it_is_known,
    a_missing_browser_feature_does_no_harm_or_is_reported,
);

const SHEET: Sheet = Sheet::new("512432145324", "2415");
const EMBED: &str = "<b2b-b2c-profile lang='nl'></b2b-b2c-profile>";
const CODES: [&str; 2] = ["11R1-FKS9-7103-GBNB", "11W8-AS9T-VP92-0HJB"];

fn label(label: Label) -> String {
    questionnaire("nl").1.label(label).to_string()
}

#[track_caller]
fn open<'a>(browser: &'a Browser, head: &str, body: &str) -> Widget<'a> {
    browser.site().add("/truthful", Answer::html(&Site::page(head, body)));
    Widget::open(browser, "/truthful")
}

fn value_result_and_form_agree_at_every_moment(browser: &Browser) {
    let body = "<form><b2b-b2c-profile lang='nl' name='profile'></b2b-b2c-profile></form>";
    let read = "const read = () => {
        const sent = new FormData(document.forms[0]).get('profile');
        return [host.value, host.result({ answers: true })?.code ?? '', sent ?? ''];
      };";
    for is_running in [true, false] {
        browser.site().add("/truthful", Answer::html(&Site::page("", body)));
        browser.open("/truthful");
        let widget = if is_running { Widget::on_page(browser, 0) } else { Widget::coming(browser, 0) };
        let script = format!(
            "{read} return (async () => {{
              const [one, other] = args;
              const seen = [];
              await host.restore(one);
              seen.push(read());
              const both = [host.restore(other), host.restore(one)];
              await both[0];
              seen.push(read());
              await both[1];
              seen.push(read());
              host.restart();
              seen.push(read());
              await drawn();
              seen.push(read());
              await host.restore(other);
              seen.push(read());
              document.forms[0].reset();
              seen.push(read());
              seen.push([await host.restore('nothing') === 'restored', ...read()]);
              return seen;
            }})()"
        );
        let seen = widget.run(&script, json!(CODES));
        let [one, other] = CODES.map(|code| json!([code, code, code]));
        let none = json!(["", "", ""]);
        let last = json!([false, "", "", ""]);
        assert_eq!(seen, json!([one, other, one, none, none, other, none, last]), "running: {is_running}");
        browser.wait("the intro", || widget.is_there(".bp-start"), || widget.look());
    }
}

fn copying_is_confirmed_only_once_it_has_succeeded(browser: &Browser) {
    let closed = "<script>window.told = [];
        addEventListener('share', ({ detail }) => told.push(detail.what));
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
          writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });
        document.execCommand = () => false;</script>";
    let widget = open(browser, closed, EMBED);
    widget.run("return host.restore(args)", json!(CODES[0]));
    let said = || widget.text(".bp-ways__done");
    for (button, is_text) in [(Label::CopyCode, "text === args"), (Label::CopyText, "text.includes(args)")] {
        widget.click_on(&label(button));
        browser.wait("the words", || said() == label(Label::CopyFailed), said);
        widget.expect_focus(".bp-by-hand");
        let script = format!(
            "const text = focused().value; return {is_text} && focused().selectionStart === 0 \
                              && focused().selectionEnd === text.length"
        );
        assert_eq!(widget.run(&script, json!(CODES[0])), true, "{}", widget.look());
        assert_eq!(widget.run("return window.told", Value::Null), json!([]), "nothing was shared");
    }
    widget.run("navigator.clipboard.writeText = () => Promise.resolve()", Value::Null);
    widget.click_on(&label(Label::CopyCode));
    browser.wait("the word", || said() == label(Label::Copied), said);
    assert!(!widget.is_there(".bp-by-hand"));
    assert_eq!(widget.run("return window.told", Value::Null), json!(["code"]));
}

fn a_picture_of_noise_is_not_handed_over(browser: &Browser) {
    let noise = "<script>window.told = [];
        addEventListener('download', ({ detail }) => told.push(detail.format));
        CanvasRenderingContext2D.prototype.getImageData = (x, y, width, height) => {
          const image = new ImageData(width, height);
          image.data.forEach((_, at) => { image.data[at] = (at * 83) % 251; });
          return image;
        };</script>";
    let widget = open(browser, noise, EMBED);
    widget.run("return host.restore(args)", json!(CODES[0]));
    widget.click_on(&label(Label::Picture));
    let said = || widget.texts(".bp-ways__done");
    browser.wait(
        "the words",
        || said().contains(&label(Label::PictureForbidden)),
        || format!("{:?}", said()),
    );
    assert_eq!(widget.run("return window.told", Value::Null), json!([]));
    browser.expect_console("picture not exported");
}

fn no_link_leads_nowhere(browser: &Browser) {
    let inner = "<script type=module src=/b2b-b2c-profile.js></script><b2b-b2c-profile lang=nl link=hash></b2b-b2c-profile>";
    browser
        .site()
        .add_html("/truthful", &format!("<iframe srcdoc='{inner}' width='900' height='900'></iframe>"));
    browser.open("/truthful");
    browser.enter_frame(0);
    let widget = Widget::on_page(browser, 0);
    widget.run("return host.restore(args)", json!(CODES[0]));
    let buttons = widget.texts(".bp-take-along .bp-button");
    assert!(!buttons.contains(&label(Label::CopyLink)), "{buttons:?}");
    widget.run(
        "window.copied = ''; Object.defineProperty(navigator, 'clipboard', { value: {
        writeText: async (text) => { window.copied = text; } } })",
        Value::Null,
    );
    widget.click_on(&label(Label::CopyText));
    let copied = || widget.read("return window.copied");
    browser.wait("the text", || !copied().is_empty(), copied);
    for address in ["about:", "blob:", "file:", "data:"] {
        assert!(!copied().contains(address), "{}", copied());
    }
    browser.leave_frames();
}

fn neither_page_loses_what_the_other_kept(browser: &Browser) {
    let widget = open(browser, "", "<b2b-b2c-profile lang='nl' persist='ask'></b2b-b2c-profile>");
    let kept = || widget.read("return localStorage.getItem('b2b-b2c-profile')");
    widget.click(".bp-keep input");
    browser.wait("the choice", || !kept().is_empty(), || widget.look());
    widget.fill(&SHEET.items[..2]);
    let others = kept();
    let there = widget.heading();
    widget.fill(&SHEET.items[2..4]);
    let here = widget.heading();
    // Another page keeps its own answers.
    let notice = |text: Label, buttons: &[Label]| {
        let expected =
            std::iter::once(&text).chain(buttons).map(|one| label(*one)).collect::<Vec<_>>().join(" ");
        browser.wait("the notice", || widget.text(".bp-note") == expected, || widget.text(".bp-note"));
    };
    let elsewhere = || notice(Label::KeptElsewhere, &[Label::KeepThese, Label::TakeOther]);
    widget.run("localStorage.setItem('b2b-b2c-profile', args)", json!(others));
    widget.choose('3');
    elsewhere();
    assert_eq!(kept(), others, "what the other page kept is still there");
    widget.click(".bp-next");
    browser.wait("the next page", || widget.heading() != here, || widget.look());
    elsewhere();
    // The visitor takes the other answers, and can restore the own ones.
    widget.click_on(&label(Label::TakeOther));
    widget.expect_page(&there);
    notice(Label::OtherTaken, &[Label::UndoRestart]);
    widget.click_on(&label(Label::UndoRestart));
    browser.wait("the own page", || widget.heading() != there, || widget.look());
    browser.wait("the own answers kept", || kept() != others, kept);
    // Or the visitor keeps these answers.
    widget.run("localStorage.setItem('b2b-b2c-profile', args)", json!(others));
    widget.choose('2');
    elsewhere();
    widget.click_on(&label(Label::KeepThese));
    browser.wait("no notice", || widget.text(".bp-note").is_empty(), || widget.text(".bp-note"));
    assert_ne!(kept(), others);
}

fn the_language_around_is_followed_if_it_is_known(browser: &Browser) {
    let body = "<div id='outer'></div><script>
        const inner = document.querySelector('#outer').attachShadow({ mode: 'open' });
        inner.innerHTML = '<b2b-b2c-profile></b2b-b2c-profile>';
        window.inside = inner.firstElementChild;</script><b2b-b2c-profile></b2b-b2c-profile>";
    let widget = open(browser, "", body);
    widget.fill(&SHEET.items[..1]);
    let shown =
        "return [one('.bp'), window.inside.shadowRoot.querySelector('.bp')].map((place) => place.lang)";
    let languages = || widget.run(shown, Value::Null);
    let expect = |expected: [&str; 2]| {
        browser.wait("the language", || languages() == json!(expected), || languages().to_string());
    };
    expect(["nl", "nl"]);
    let say = |lang: &str| widget.run("document.documentElement.lang = args; return drawn()", json!(lang));
    say("en-GB");
    expect(["en", "en"]);
    say("de");
    widget.choose('4');
    expect(["en", "en"]);
    say("");
    expect(["en", "en"]);
    say("nl");
    expect(["nl", "nl"]);
    assert_eq!(widget.chosen(), "4");
    widget.run("document.querySelector('#outer').lang = 'en'", Value::Null);
    expect(["nl", "en"]);
    widget.run("host.lang = 'en'", Value::Null);
    say("nl-BE");
    expect(["en", "en"]);
}

/// Features that browsers from before 2020 lack, or that libraries of hosts remove.
const LACKING: [&str; 22] = [
    "Object.hasOwn",
    "Object.fromEntries",
    "Promise.withResolvers",
    "Promise.allSettled",
    "Promise.any",
    "structuredClone",
    "Array.prototype.at",
    "Array.prototype.flat",
    "Array.prototype.findLast",
    "String.prototype.replaceAll",
    "String.prototype.at",
    "Element.prototype.replaceChildren",
    "CSSStyleSheet.prototype.replaceSync",
    "HTMLElement.prototype.attachInternals",
    "ElementInternals.prototype.setFormValue",
    "WebAssembly.compileStreaming",
    "WebAssembly.instantiate",
    "WebAssembly",
    "CanvasRenderingContext2D.prototype.roundRect",
    "crypto.randomUUID",
    "IntersectionObserver",
    "navigator.clipboard",
];

fn a_missing_browser_feature_does_no_harm_or_is_reported(browser: &Browser) {
    for script in ["/b2b-b2c-profile.js", "/b2b-b2c-profile.classic.js"] {
        for name in LACKING {
            let (owner, last) = name.rsplit_once('.').unwrap_or(("globalThis", name));
            let module = if script.contains("classic") { "" } else { "type='module'" };
            let page = format!(
                "<!doctype html><html lang='nl'><title>Test</title><link rel='icon' href='/icon.svg'>
                 <script>window.codes = []; addEventListener('error', ({{ detail }}) => codes.push(detail?.code ?? 'uncaught'));
                 addEventListener('unhandledrejection', () => codes.push('uncaught'));
                 delete {owner}.{last}; if ({owner}.{last}) Object.defineProperty({owner}, '{last}', {{ value: undefined }});
                 </script><script {module} src='{script}'></script>
                 <b2b-b2c-profile></b2b-b2c-profile>"
            );
            browser.site().add("/truthful", Answer::html(&page));
            browser.open("/truthful");
            let state = "if (!root) return 'nothing';
                if (codes.length) return `${codes.join()}: ${Boolean(one('.bp-failure'))}`;
                if (one('.bp-root')?.firstPages) one('.bp-root').dispatchEvent(new Event('change', { bubbles: true }));
                return one('.bp-root')?.firstPages === undefined && one('.bp-heading') ? 'running' : 'coming'";
            let state = || browser.run(0, state, Value::Null).as_str().unwrap_or_default().to_owned();
            let is_over = || state() == "running" || state().ends_with(": true");
            browser.wait(&format!("{script} without {name}"), is_over, state);
            assert!(!state().contains("uncaught"), "{name}: {}", state());
            browser.allow_console("could not start");
            browser.heed();
        }
    }
}
