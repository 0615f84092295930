//! The host's settings: the first page, the variant, the groups' names, and the parts for styling.
#![cfg(feature = "ssr")]

mod support;

use b2b_b2c_profile::assessment::{Event, Run, Session};
use b2b_b2c_profile::view::{CallToAction, Start, Variant, WidgetProps};
use support::shown::{STRONG_B2B, Shown, after, pages, result, run, shown, shown_with};
use yew::AttrValue;

/// The page after a script, with a host's settings, in English.
fn hosted(script: &str, set: impl FnOnce(&mut WidgetProps)) -> Shown {
    shown_with("en", &after(script), set)
}

// Start and variant.

#[test]
fn without_an_intro_the_first_question_is_the_first_page() {
    let direct = |script: &str| hosted(script, |props| props.settings.start = Start::Question);
    let page = direct("");
    page.check_shows(&["Question 1 of 12", "How large is the group"]);
    page.check_without(&["Who do you sell to?", "Back"]);
    assert!(direct("start go").has("bp-button--back"), "the second question has a back button");
    assert!(!direct("start").has("bp-button--back"), "the first question has none without an intro");
    direct("start go restart").check_shows(&["Your answers have been cleared.", "Question 1 of 12"]);
}

#[test]
fn with_two_groups_the_second_ones_first_question_has_a_way_back() {
    let script = format!("both start {} next", run(STRONG_B2B));
    assert!(hosted(&script, |props| props.settings.start = Start::Question).has("bp-button--back"));
}

#[test]
fn compact_says_so_and_lists_no_facts() {
    let compact = |script: &str| hosted(script, |props| props.settings.variant = Variant::Compact);
    for script in pages() {
        assert!(compact(&script).one("bp").has("bp--compact"));
        assert!(!shown(&script).has("bp--compact"));
    }
    assert!(shown("").has("bp-facts") && !compact("").has("bp-facts"));
}

// The groups' names.

fn named(session: &Session, names: [&'static str; 2]) -> Shown {
    shown_with("en", session, |props| props.settings.group_names = names.map(AttrValue::Static))
}

#[test]
fn the_host_can_name_the_groups() {
    let names = ["Shops", "Guests"];
    let intro = named(&after("both"), names);
    assert!(intro.0.contains(r#"placeholder="Shops""#) && intro.0.contains(r#"placeholder="Guests""#));
    let all = "go*6 next go*6";
    assert_eq!(named(&after("both start"), names).one("bp-tag").text(), "Shops");
    named(&after(&format!("both start {all}")), names).check_shows(&["Now the second group: Guests"]);
    let script = format!("both start {all} next {all} result");
    let page = named(&after(&script), names);
    page.check_shows(&["Shops :", "Guests :", "Profile of Shops"]);
    page.check_without(&["Companies:", "Consumers:", "Profile of Co"]);
    let name = page.one("bp-line").attribute("aria-label").expect("the drawing has a name").to_owned();
    assert!(name.contains("Shops: ") && name.contains("Guests: "), "{name}");
}

#[test]
fn a_typed_name_counts_more_and_a_blank_one_not_at_all() {
    let mut session = after("both");
    session.apply(Event::GroupNamed(Run::First, "Cafés".to_owned()));
    session.apply(Event::GroupNamed(Run::Second, " ".to_owned()));
    session.apply(Event::Started);
    assert_eq!(named(&session, ["Shops", ""]).one("bp-tag").text(), "Cafés");
    assert_eq!(named(&after("both start"), [" ", ""]).one("bp-tag").text(), "Companies");
    assert_eq!(named(&after("both start"), ["<b>", ""]).one("bp-tag").text(), "<b>");
}

// Parts.

/// The number of elements that each part name styles.
fn parts(page: &Shown) -> Vec<(&'static str, usize)> {
    let names = ["root", "heading", "button", "button-primary", "axis", "result", "cta", "code"];
    let all: Vec<&str> = page
        .0
        .split(" part=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .flat_map(|part| part.split(' '))
        .collect();
    assert!(all.iter().all(|part| names.contains(part)), "{all:?}");
    names.map(|name| (name, all.iter().filter(|part| **part == name).count())).to_vec()
}

#[test]
fn a_host_can_style_the_parts_by_name() {
    let count = |page: &Shown, name: &str| {
        parts(page).into_iter().find(|(known, _)| *known == name).map_or(0, |(_, count)| count)
    };
    for script in pages() {
        let page = shown(&script);
        assert_eq!((count(&page, "root"), count(&page, "heading")), (1, 1), "{script}");
        assert_eq!(count(&page, "button"), page.all("bp-button").len(), "{script}");
        assert_eq!(count(&page, "button-primary"), page.all("bp-button--primary").len(), "{script}");
    }
    let page = hosted(&result(STRONG_B2B), |props| {
        let link = CallToAction { href: "https://x/".into(), text: "".into() };
        props.settings.call_to_action = Some(link);
    });
    for (name, expected) in [("axis", 1), ("result", 1), ("cta", 2), ("code", 1)] {
        assert_eq!(count(&page, name), expected, "{name}");
    }
    assert_eq!(page.one("bp-result").attribute("part"), Some("result"));
}
