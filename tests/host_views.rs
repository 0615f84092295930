//! What a host sets and what it is told, as rendered: at the top, at the bottom and at the result.
#![cfg(feature = "ssr")]

mod support;

use b2b_b2c_profile::assessment::Run;
use b2b_b2c_profile::content::Questionnaire;
use b2b_b2c_profile::exchange::ResultCode;
use b2b_b2c_profile::view::{CallToAction, Device, Keep, Notice, Start, WidgetProps};
use support::shown::{STRONG_B2B, Shown, after, pages, result, run, shown, shown_in, shown_with};
use yew::{AttrValue, Callback};

/// The page after a script, with a host's settings, in English.
fn hosted(script: &str, set: impl FnOnce(&mut WidgetProps)) -> Shown {
    shown_with("en", &after(script), set)
}

// The call to action.

fn linked(script: &str, href: &str, text: &str) -> Shown {
    let link = CallToAction { href: href.to_owned().into(), text: text.to_owned().into() };
    hosted(script, |props| props.settings.call_to_action = Some(link))
}

#[test]
fn the_hosts_link_stands_above_and_below_the_report() {
    let script = result(STRONG_B2B);
    let page = linked(&script, "https://x.example/?p={profile}&c={code}", "Plan a meeting");
    let links = page.all("bp-call");
    assert_eq!(links.len(), 2, "{page:?}");
    let address = format!("https://x.example/?p=strong-b2b&amp;c={}", ResultCode::of(1, &after(&script)));
    for link in &links {
        assert_eq!(link.text(), "Plan a meeting (opens in a new tab)");
        let link = link.one("bp-button--primary");
        assert_eq!(link.attribute("href"), Some(&*address));
        assert_eq!((link.attribute("rel"), link.attribute("target")), (Some("noopener"), Some("_blank")));
    }
    let at = |class: &str| page.0.find(class).expect("the result has it");
    let first = at("bp-call");
    assert!(at("bp-summary") < first && first < at("bp-dimensions"), "the first link follows the summary");
    assert!(page.0.rfind("bp-call") > page.0.rfind("bp-foundation"), "the last link ends the report");
}

#[test]
fn a_link_to_a_mail_opens_no_tab() {
    let page = linked(&result(STRONG_B2B), "mailto:us@x.example?subject={profile}", " ");
    let link = page.all("bp-call").remove(0);
    assert_eq!(link.text(), "Get in touch");
    let link = link.one("bp-button--primary");
    assert_eq!(link.attribute("href"), Some("mailto:us@x.example?subject=strong-b2b"));
    assert_eq!(link.attribute("target"), None);
}

#[test]
fn an_address_that_can_not_be_used_makes_no_link() {
    let without = shown(&result(STRONG_B2B));
    assert!(!without.has("bp-call"));
    for href in ["javascript:alert(1)", "/contact", ""] {
        assert_eq!(linked(&result(STRONG_B2B), href, "Click"), without, "{href}");
    }
}

#[test]
fn the_link_is_about_the_report_that_is_open() {
    let written = "CC CC CC CC CC CC";
    let script = format!("both start {} next {} result", run(STRONG_B2B), run(written));
    let address = |script: &str| {
        let link = linked(script, "https://x.example/?p={profile}", "").all("bp-call").remove(0);
        link.one("bp-button--primary").attribute("href").map(str::to_owned)
    };
    assert_eq!(address(&script).as_deref(), Some("https://x.example/?p=strong-b2b"));
    assert_eq!(address(&format!("{script} open-2")).as_deref(), Some("https://x.example/?p=strong-b2c"));
    assert_eq!(
        address(&result("?? ?? ?? ?? ?? ??")).as_deref(),
        Some("https://x.example/?p="),
        "there is no profile"
    );
}

#[test]
fn the_hosts_link_text_is_plain_text() {
    let page = linked(&result(STRONG_B2B), "https://x/?\"><b>", "<b onclick=\"x\">");
    assert!(!page.0.contains("<b>") && !page.0.contains("<b "), "{page:?}");
}

// Keeping the answers.

#[test]
fn whether_to_keep_the_answers_is_asked_only_where_it_is_offered() {
    for script in pages() {
        assert!(!shown(&script).has("bp-keep"), "{script}");
        let is_asked = hosted(&script, |props| props.abilities.keep = Keep::Off).has("bp-keep");
        assert_eq!(is_asked, script.is_empty() || script.ends_with("result"), "{script}");
    }
    let first = |script: &str| {
        let set = |props: &mut WidgetProps| {
            (props.abilities.keep, props.settings.start) = (Keep::Off, Start::Question)
        };
        hosted(script, set).has("bp-keep")
    };
    assert!(first("") && !first("start go"), "without an intro, the first question offers it");
}

#[test]
fn the_box_shows_whether_the_answers_are_kept_and_says_what_that_means() {
    for (keep, is_checked) in [(Keep::Off, false), (Keep::On, true)] {
        let asked = hosted("", |props| props.abilities.keep = keep).one("bp-keep");
        assert_eq!(asked.0.contains(" checked"), is_checked);
        asked.check_shows(&["Keep my answers on this device", "in this browser", "Clear the box"]);
        assert!(asked.0.contains(r#"aria-describedby="bp-keep""#) && asked.0.contains(r#" id="bp-keep""#));
    }
}

// Notices.

fn noted(script: &str, notice: Notice) -> Shown {
    hosted(script, |props| props.notice = Some(notice)).one("bp-status")
}

#[test]
fn a_notice_is_a_line_on_top() {
    let resumed = noted("start go", Notice::Resumed);
    assert_eq!(resumed.attribute("role"), Some("status"));
    resumed.check_shows(&["You were here before.", "Start again"]);
    noted("start go", Notice::Recovered).check_shows(&["Something went wrong."]);
    noted("start go", Notice::StorageFailed).check_shows(&["can’t keep your answers"]);
    assert_eq!(shown("start go").one("bp-status").text(), "");
}

#[test]
fn a_resumed_session_at_the_intro_has_no_notice() {
    assert_eq!(noted("", Notice::Resumed).text(), "");
    noted("start go restart", Notice::Resumed).check_shows(&["Your answers have been cleared."]);
}

// The privacy panel.

const FILE: &str = "https://x.example/b2b-b2c-profile-1f.wasm?<b>";

fn panel(language: &str, script: &str, device: Device, keep: Keep) -> Shown {
    let page = shown_with(language, &after(script), |props| {
        props.abilities.device = Some(Callback::from(move |()| device.clone()));
        props.abilities.keep = keep;
        props.abilities.copies = true;
    });
    page.one("bp-panel")
}

#[test]
fn every_page_says_what_the_widget_does() {
    let device = Device { requests: vec![FILE.into()], ..Device::default() };
    for script in pages() {
        let panel = panel("en", &script, device.clone(), Keep::Off);
        assert_eq!(panel.attribute("open"), None, "{script}");
        panel.check_shows(&[
            "What does this widget do?",
            "This widget sends nothing.",
            "Files it loaded",
            FILE,
            "Kept in this browser",
            "Nothing",
            "Text for a privacy statement",
            "This site has a test",
            "Copy this text",
        ]);
        assert!(!panel.0.contains("<b>"));
    }
}

#[test]
fn the_panel_lists_what_is_there_when_it_is_drawn() {
    let device = Device {
        requests: Vec::new(),
        keys: vec!["b2b-b2c-profile".into(), "b2b-b2c-profile:2".into()],
        analytics: AttrValue::default(),
        ..Device::default()
    };
    let panel = panel("en", "", device, Keep::On);
    panel.check_shows(&["Files it loaded", "Nothing", "Kept in this browser", "b2b-b2c-profile:2"]);
    let lists: Vec<usize> =
        panel.all("bp-sources").iter().map(|list| list.0.matches("<li").count()).collect();
    assert_eq!(lists, [1, 2]);
}

#[test]
fn without_a_device_the_panel_lists_nothing() {
    let panel = shown("").one("bp-panel");
    assert!(!panel.has("bp-sources") && !panel.has("bp-button"));
    panel.check_shows(&["This widget sends nothing.", "Text for a privacy statement"]);
}

#[test]
fn statistics_are_named_in_the_panel_and_in_the_privacy_statement() {
    let device = Device { analytics: "Matomo".into(), ..Device::default() };
    let with = panel("en", "", device, Keep::Off);
    let sentence = "This site counts along with Matomo: which step you reach and which profile you get.";
    with.check_shows(&[sentence, "Text for a privacy statement", sentence]);
    panel("en", "", Device::default(), Keep::Off).check_without(&["counts along"]);
}

#[test]
fn the_privacy_statement_holds_for_the_widget_as_it_is_set() {
    let privacy =
        |language: &str, keep| panel(language, "", Device::default(), keep).one("bp-privacy").text();
    assert_eq!(
        privacy("en", Keep::NotOffered),
        "This site has a test, the B2B/B2C profile. It works in your own browser, without an account or cookies, \
         and sends nothing. The test does not keep your answers. Do you use a link or form of ours after the \
         test? Then a code with your answers may go along."
    );
    for keep in [Keep::Off, Keep::On] {
        assert!(privacy("en", keep).contains("Only if you ask for it"), "{keep:?}");
        assert!(privacy("nl", keep).contains("Alleen als u dat vraagt"), "{keep:?}");
    }
    assert!(privacy("nl", Keep::NotOffered).starts_with("Op deze site staat een test"));
}

// Exporting the result.

#[test]
fn the_code_stands_in_groups_of_four() {
    let session = after(&result(STRONG_B2B));
    let page = shown_in("en", &session);
    let code = page.one("bp-take-along").one("bp-code");
    assert_eq!(code.text(), ResultCode::grouped(&ResultCode::of(1, &session)));
    assert_eq!(code.text().len(), 19);
    assert!(code.text().split('-').all(|group| group.len() == 4));
    let read = ResultCode::read(&code.text(), &Questionnaire::bundled().instrument, 1);
    assert_eq!(read.expect("the code shown can be read").outcome(Run::First), session.outcome(Run::First));
}

#[test]
fn actions_that_the_host_lacks_are_not_offered() {
    let buttons = |copies: bool, saves: bool, shares: bool| {
        let page = hosted(&result(STRONG_B2B), |props| {
            props.abilities.copies = copies;
            props.abilities.saves = saves;
            props.abilities.shares = shares;
        });
        let buttons = page.one("bp-take-along").all("bp-button").iter().map(Shown::text).collect::<Vec<_>>();
        // Adding a result by its code is always possible.
        buttons.into_iter().filter(|button| button != "Add").collect::<Vec<_>>()
    };
    let (copying, saving) =
        (["Copy the code", "Copy as text"], ["Download for Excel (CSV)", "Download as JSON"]);
    assert_eq!(
        buttons(true, true, true),
        [&["Copy the code", "Share", "Copy as text"][..], &saving].concat()
    );
    assert_eq!(buttons(true, false, false), copying);
    assert_eq!(buttons(false, true, false), saving);
    assert_eq!(buttons(false, false, true), ["Share"]);
    assert!(buttons(false, false, false).is_empty());
}

#[test]
fn copying_is_announced() {
    let page = hosted(&result(STRONG_B2B), |props| props.abilities.copies = true);
    let places = page.all("bp-ways__done");
    assert_eq!(places.len(), 2, "one for the code, one for the privacy statement");
    for place in places {
        assert_eq!((place.attribute("role"), place.text().as_str()), (Some("status"), ""));
    }
}
