//! A further language: it takes one file of texts, and the landing page and the builder offer it.

use browser_tests::{Browser, Widget, in_every_engine, in_further_language, questionnaire};
use serde_json::{Value, json};

in_every_engine!(it_is_chosen_on_the_landing_page, it_is_one_of_the_builders);

/// The fixture's site, which has one more language than the project.
const FURTHER: &str = "/panicking";

/// The addresses and names of the landing page's language links.
fn languages(widget: Widget) -> String {
    widget.read(
        "const links = [...document.querySelectorAll('.site__language')];
         return links.map(({ href, lang, textContent }) => `${lang} ${textContent} ${new URL(href).pathname}`).join()",
    )
}

/// Clicks a language link of the landing page, and waits for that language.
#[track_caller]
fn follow(widget: Widget, code: &str) {
    let browser = widget.browser();
    let link = "return document.querySelector(`.site__language[lang='${args}']`)";
    browser.click(&browser.find(0, link, json!(code)));
    let language = || widget.read("return document.documentElement.lang");
    browser.wait("the language", || language() == code, language);
}

fn it_is_chosen_on_the_landing_page(browser: &Browser) {
    browser.site().add_fixture("panicking");
    let content: Value =
        serde_json::from_str(include_str!("../../../content/en.json")).expect("the content is JSON");
    let heading =
        in_further_language(content["landing"]["heading"].as_str().expect("the page has a heading"));
    let widget = Widget::open(browser, &format!("{FURTHER}/index.html"));
    let page = || widget.read("return document.querySelector('h1').textContent");
    let (english, dutch) =
        (format!("en English {FURTHER}/en/index.html"), format!("nl Nederlands {FURTHER}/index.html"));
    let further = format!("fy Frysk {FURTHER}/fy/index.html");
    assert_eq!(languages(widget), format!("{english},{further}"));
    widget.fill("5");
    widget.choose('4');
    follow(widget, "fy");
    assert_eq!((page(), browser.path()), (heading.clone(), format!("{FURTHER}/fy/index.html")));
    let (instrument, texts) = questionnaire("en");
    let question = in_further_language(&texts.item(instrument.items()[1].id).question);
    browser.wait("the question", || widget.heading() == question, || widget.look());
    assert_eq!(widget.chosen(), "4");
    // The link that was used has focus, and leads back.
    assert!(widget.has_focus(".site__language[lang='nl']"), "{}", widget.look());
    assert_eq!(languages(widget), format!("{english},{dutch}"));
    follow(widget, "en");
    assert_eq!(languages(widget), format!("{further},{dutch}"));
    widget.click(".bp-languages__button[lang='nl']");
    browser.wait("the page", || browser.path() == format!("{FURTHER}/index.html"), || browser.path());
    assert_eq!(languages(widget), format!("{further},{english}"));
    // Its own page has its texts from the start.
    let widget = Widget::open(browser, &format!("{FURTHER}/fy/index.html"));
    assert_eq!(widget.read("return document.querySelector('h1').textContent"), heading);
    assert_eq!(widget.heading(), in_further_language(&texts.about.title));
    assert_eq!(languages(widget), format!("{dutch},{english}"));
}

fn it_is_one_of_the_builders(browser: &Browser) {
    browser.site().add_fixture("panicking");
    let widget = Widget::open(browser, &format!("{FURTHER}/index.html"));
    let builder = "return String(Boolean(document.querySelector('.builder')?.checkVisibility()))";
    widget.run("document.querySelector('.embed').scrollIntoView()", Value::Null);
    browser.wait("the builder", || widget.read(builder) == "true", || widget.look());
    let names = "return [...document.querySelectorAll(\"[name='lang']\")]
        .map((choice) => `${choice.value} ${choice.parentElement.textContent}`).slice(0, -1).join()";
    assert_eq!(widget.read(names), "nl Nederlands,en English,fy Frysk");
    widget.run("document.querySelector(\"[name='lang'][value='fy']\").click()", Value::Null);
    let code = widget.read("return document.querySelector('.builder code').textContent");
    assert!(code.contains("<b2b-b2c-profile lang=\"fy\">"), "{code}");
}
