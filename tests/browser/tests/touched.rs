//! Third parties that change the widget's nodes: translators, extensions and scripts of the page.

use b2b_b2c_profile::content::Label;
use browser_tests::{Answer, Browser, Sheet, Site, Widget, in_every_engine, questionnaire, report};
use serde_json::{Value, json};

in_every_engine!(
    behind_a_translator_every_page_shows_its_own_texts,
    what_is_taken_away_comes_back_with_its_answers,
    what_is_taken_away_before_the_engine_comes_back_too,
    untouched_elements_are_kept,
    a_script_that_always_removes_a_node_wins,
    without_listeners_no_form_leads_anywhere,
    a_widget_from_a_frame_that_is_gone_goes_on,
);

const SHEET: Sheet = Sheet::new("512432145324", "2415");
const EMBED: &str = "<b2b-b2c-profile lang='nl'></b2b-b2c-profile>";

/// A script of the page that changes the texts in the root, now and after every change.
const WATCHING: &str = "<script type='module'>
    await customElements.whenDefined('b2b-b2c-profile');
    const widget = document.querySelector('b2b-b2c-profile');
    await widget.whenReady();
    const observer = new MutationObserver(() => go());
    const go = () => {
      observer.disconnect();
      const walker = document.createTreeWalker(widget.shadowRoot, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        if (text.data.trim() && text.parentNode && !text.parentNode.closest('font, option, [data-done]')) change(text);
      }
      observer.observe(widget.shadowRoot, { childList: true, subtree: true, characterData: true });
    };
    go();
    </script>";

/// The ways in which translators and extensions change a page.
const CHANGES: [(&str, &str); 5] = [
    (
        "another element for each text",
        "const font = document.createElement('font'); font.textContent = text.data; text.replaceWith(font)",
    ),
    (
        "an element around each text",
        "const font = document.createElement('font'); text.replaceWith(font); font.append(text)",
    ),
    (
        "another text node",
        "const copy = document.createTextNode(text.data); const mark = text.parentNode; mark.dataset.done = ''; text.replaceWith(copy)",
    ),
    (
        "two text nodes for one",
        "text.parentNode.dataset.done = ''; text.before(text.data.slice(0, 3)); text.data = text.data.slice(3)",
    ),
    (
        "one text for all in an element",
        "const around = text.parentNode; around.dataset.done = ''; if (!around.firstElementChild) around.textContent = around.textContent",
    ),
];

#[track_caller]
fn open<'a>(browser: &'a Browser, head: &str, body: &str) -> Widget<'a> {
    browser.site().add("/touched", Answer::html(&Site::page(head, body)));
    Widget::open(browser, "/touched")
}

/// Waits for the question at an index; it must be complete, from its heading to its boxes.
#[track_caller]
fn expect_question(widget: Widget, place: usize) {
    let (instrument, texts) = questionnaire("nl");
    let item = &instrument.items()[place];
    let item_texts = texts.item(item.id);
    let expected = [&*item_texts.question, &*item_texts.first, &*item_texts.second].join(" | ");
    let shown = || {
        let statements = widget.run("return all('.bp-statement').map((one) => one.textContent)", Value::Null);
        let statements: Vec<String> = serde_json::from_value(statements).unwrap_or_default();
        format!("{} | {}", widget.heading(), statements.join(" | "))
    };
    widget.browser().wait("the question", || shown() == expected, shown);
    let boxes = widget.texts(".bp-stop__text");
    assert_eq!(boxes.len(), 5, "{boxes:?}");
    assert!(boxes.iter().all(|text| !text.is_empty()), "{boxes:?}");
}

fn behind_a_translator_every_page_shows_its_own_texts(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    for (what, change) in CHANGES {
        let head = format!("<script>window.change = (text) => {{ {change} }}</script>");
        let widget = open(browser, &head, &format!("{EMBED}{WATCHING}"));
        widget.run("return turn('.bp-start')", Value::Null);
        for (place, key) in SHEET.items.chars().enumerate().take(3) {
            expect_question(widget, place);
            assert_eq!(widget.chosen(), "", "{what}");
            widget.fill(&key.to_string());
        }
        widget.run("return turn('.bp-button--back')", Value::Null);
        expect_question(widget, 2);
        assert_eq!(widget.chosen(), SHEET.items[2..3], "{what}");
        widget.run("return turn('.bp-next')", Value::Null);
        widget.fill(&SHEET.keys()[3..]);
        let expected = SHEET.outcome(&instrument);
        report::check(widget, &texts, &instrument, &expected, None);
        // A change on the page is drawn too, and open disclosures stay open.
        widget.open_all();
        let open = "return all('details[open]').length";
        let before = widget.run(open, Value::Null);
        let copy = "all('button').find((button) => words(button) === args).click(); return drawn()";
        widget.run(copy, json!(texts.label(Label::CopyCode).as_str()));
        let said = || widget.text(".bp-take-along .bp-ways__done");
        browser.wait("the word for it", || !said().is_empty(), || widget.look());
        assert_eq!(widget.run(open, Value::Null), before, "{what}");
    }
}

/// Ways to remove the element that a selector finds.
const LOSSES: [&str; 3] = [
    "lost.innerHTML = lost.innerHTML",
    "lost.textContent = ''",
    "lost.remove ? lost.remove() : lost.replaceChildren()",
];
const LOST: [&str; 6] = [".bp-question__group", ".bp-statement", ".bp-heading", ".bp", ".bp-root", ""];

#[track_caller]
fn take_away(widget: Widget, selector: &str, loss: &str) {
    let script = format!("const lost = args ? one(args) : root; {loss}; return drawn()");
    widget.run(&script, json!(selector));
}

fn what_is_taken_away_comes_back_with_its_answers(browser: &Browser) {
    let widget = open(browser, "", EMBED);
    widget.fill(&SHEET.items[..2]);
    widget.choose('4');
    for loss in LOSSES {
        for selector in LOST {
            take_away(widget, selector, loss);
            expect_question(widget, 2);
            assert_eq!(widget.chosen(), "4", "{selector}: {loss}");
            let roots = widget.run("return [all('.bp-root').length, all('.bp').length]", Value::Null);
            assert_eq!(roots, json!([1, 1]), "{selector}: {loss}");
        }
    }
    widget.choose('2');
    take_away(widget, "", LOSSES[0]);
    widget.fill(&SHEET.keys()[2..]);
    let (instrument, texts) = questionnaire("nl");
    report::check(widget, &texts, &instrument, &SHEET.outcome(&instrument), None);
}

fn what_is_taken_away_before_the_engine_comes_back_too(browser: &Browser) {
    browser.site().add("/touched", Answer::html(&Site::page("", EMBED)));
    let title = questionnaire("nl").1.about.title.to_string();
    for path in ["/touched", "/"] {
        browser.site().hold(".wasm");
        browser.open(path);
        let widget = Widget::coming(browser, 0);
        widget.run("one('[value=opener-unknown]').click()", Value::Null);
        for loss in LOSSES {
            for selector in [".bp-choices", ".bp-heading", ".bp", ".bp-root", ""] {
                take_away(widget, selector, loss);
                let stands =
                    || format!("{} {}", widget.heading(), widget.is_there("[value=opener-unknown]:checked"));
                browser.wait("the intro", || stands() == format!("{title} true"), stands);
            }
        }
        widget.click(".bp-start");
        widget.run("one('.bp-question__group input[value=\"5\"]').click()", Value::Null);
        take_away(widget, ".bp-question__group", LOSSES[2]);
        expect_question(widget, 0);
        assert_eq!(widget.chosen(), "5");
        browser.site().release();
        browser.wait("the widget", || widget.is_running(), || widget.look());
        expect_question(widget, 0);
        assert_eq!(widget.chosen(), "5");
    }
}

fn untouched_elements_are_kept(browser: &Browser) {
    let widget = open(browser, "", EMBED);
    let first = "const before = one('.bp');
        host.theme = 'dark'; host.groupFirst = 'Shops';
        return drawn().then(drawn).then(() => one('.bp') === before)";
    assert_eq!(widget.run(first, Value::Null), true, "the first page");
    widget.fill(&SHEET.items[..2]);
    let script = "const before = [one('.bp'), one('.bp-question')];
        return (async () => {
          const seen = [];
          for (const deed of args) {
            if (deed === 'turn') await turn('.bp-next');
            else if (deed === 'choose') one('.bp-question__group input[value=\"4\"]').click();
            else host.setAttribute(...deed.split('='));
            await drawn();
            await drawn();
            seen.push(one('.bp') === before[0] && one('.bp-question') === before[1]);
          }
          return seen;
        })()";
    let deeds = [
        "group-first=Winkels",
        "choose",
        "turn",
        "theme=dark",
        "lang=en",
        "variant=compact",
        "choose",
        "turn",
    ];
    let seen = widget.run(script, json!(deeds));
    assert_eq!(seen, json!(deeds.map(|_| true)), "{deeds:?}");
}

fn a_script_that_always_removes_a_node_wins(browser: &Browser) {
    let widget = open(browser, "", EMBED);
    widget.fill(&SHEET.items[..1]);
    let script = "window.removed = 0; new MutationObserver(() => {
        const help = one('.bp-help');
        if (help) { window.removed += 1; help.remove(); }
      }).observe(root, { childList: true, subtree: true }); one('.bp-help').remove(); return drawn()";
    widget.run(script, Value::Null);
    assert!(!widget.is_there(".bp-help"));
    let removed = widget.run("return window.removed", Value::Null).as_u64();
    assert!(removed.is_some_and(|times| (1..200).contains(&times)), "{removed:?}");
    widget.fill(&SHEET.items[1..3]);
    expect_question(widget, 3);
}

fn without_listeners_no_form_leads_anywhere(browser: &Browser) {
    let widget = open(browser, "", &format!("<dialog open>{EMBED}</dialog>"));
    let address = browser.path();
    // Cloned forms have no listeners.
    let submit = "for (const form of all('form')) {
        const copy = form.cloneNode(true);
        root.append(copy);
        for (const box of copy.querySelectorAll('input')) box.checked = true;
        copy.requestSubmit();
        copy.querySelector('[type=submit]')?.click();
        copy.remove();
      } return drawn()";
    let methods = "return all('form').map((form) => form.method)";
    for keys in ["", "1", SHEET.items, SHEET.foundations] {
        widget.fill(keys);
        widget.run(submit, Value::Null);
        let methods: Vec<String> =
            serde_json::from_value(widget.run(methods, Value::Null)).unwrap_or_default();
        assert!(!methods.is_empty() && methods.iter().all(|method| method == "dialog"), "{methods:?}");
        assert_eq!(browser.path(), address);
        assert!(widget.is_there(".bp-heading"), "the page is unchanged");
        assert_eq!(widget.run("return document.querySelector('dialog').open", Value::Null), true);
        if keys == "1" {
            widget.run("return turn('.bp-button--back')", Value::Null);
        }
    }
}

fn a_widget_from_a_frame_that_is_gone_goes_on(browser: &Browser) {
    browser.site().add("/blank", Answer::html("<!doctype html><title>Blank</title>"));
    let body = format!("{EMBED}<iframe src='/blank'></iframe>");
    let visit = "const frame = document.querySelector('iframe');
        if (frame.contentDocument.readyState !== 'complete') {
          await new Promise((resolve) => { frame.onload = resolve; });
        }
        frame.contentDocument.body.append(host);
        await drawn();
        frame.remove();
        await drawn();
        document.body.append(host);
        return drawn()";
    for is_running in [true, false] {
        browser.site().add("/touched", Answer::html(&Site::page("", &body)));
        browser.open("/touched");
        let widget = Widget::coming(browser, 0);
        if is_running {
            widget.fill(&SHEET.items[..2]);
            widget.run("one('.bp-question__group input[value=\"4\"]').click(); return drawn()", Value::Null);
        } else {
            widget.run("return host.whenReady()", Value::Null);
        }
        widget.run(&format!("return (async () => {{ {visit} }})()"), Value::Null);
        let widget = Widget::on_page(browser, 0);
        if is_running {
            browser.wait("the answer", || widget.chosen() == "4", || widget.look());
        } else {
            widget.fill(&SHEET.items[..2]);
        }
        widget.fill(&SHEET.keys()[2..]);
        let (instrument, texts) = questionnaire("nl");
        report::check(widget, &texts, &instrument, &SHEET.outcome(&instrument), None);
        assert_eq!(browser.path(), "/touched");
    }
}
