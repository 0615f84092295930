//! What screen readers rely on, on every kind of page: names, heading levels, and spaces between words.
#![cfg(feature = "ssr")]

mod support;

use std::collections::HashMap;

use support::languages;
use support::shown::{HYBRID, MIXED, STRONG_B2B, Shown, after, result, results, run, shown, shown_in};

/// Inline elements.
const INLINE: [&str; 5] = ["span", "strong", "time", "em", "code"];

/// Every kind of page, in every language.
fn pages() -> Vec<(String, Shown)> {
    let twelve = "go*6 next go*6";
    let both = format!("both start {twelve} next next go*6 next go*6 go*4");
    let marked = format!("{} open-1", result(STRONG_B2B));
    let scripts = [
        "".to_owned(),
        "both".to_owned(),
        "both together".to_owned(),
        "start".to_owned(),
        "start next".to_owned(),
        "both start".to_owned(),
        "both start next".to_owned(),
        "start go*6".to_owned(),
        "both start go*6".to_owned(),
        format!("both start {twelve}"),
        format!("start {twelve}"),
        format!("start {twelve} next"),
        "start go*6 result".to_owned(),
        "start go restart".to_owned(),
        result(HYBRID),
        result(MIXED),
        format!("start {}0 next 4 next 2 next ? next", run(HYBRID)),
        marked,
        both,
    ];
    let mut pages = Vec::new();
    for script in scripts {
        for language in &languages() {
            pages.push((format!("{language}: {script}"), shown_in(language, &after(&script))));
        }
    }
    pages.extend(results().into_iter().map(|(session, page)| (format!("{:?}", session.stage()), page)));
    pages
}

/// The tags and texts of a page, in order: the name of a tag, with a leading slash if it closes, and the text
/// after it.
fn pieces(page: &Shown) -> impl Iterator<Item = (&str, &str)> {
    page.0.split('<').skip(1).filter_map(|piece| piece.split_once('>'))
}

/// The name of a tag.
fn name(tag: &str) -> &str {
    tag.split(' ').next().unwrap_or_default()
}

#[test]
fn no_two_disclosures_of_a_page_have_the_same_name() {
    for (what, page) in pages() {
        let mut names: HashMap<String, usize> = HashMap::new();
        for piece in page.0.split("<summary").skip(1) {
            let summary = Shown(format!("<summary{}", piece.split("</summary>").next().unwrap_or_default()));
            *names.entry(summary.text()).or_default() += 1;
        }
        names.retain(|_, count| *count > 1);
        assert!(names.is_empty(), "{what}: {names:?}");
    }
}

#[test]
fn headings_skip_no_level_and_never_share_one_with_what_they_are_part_of() {
    for (what, page) in pages() {
        let mut last = 1;
        for (tag, text) in pieces(&page) {
            let Some(level) = name(tag).strip_prefix('h').and_then(|level| level.parse::<usize>().ok())
            else {
                continue;
            };
            assert!(level <= last + 1, "{what}: {text:?} is an h{level} after an h{last}");
            last = level;
        }
        for class in ["bp-columns__column", "bp-others", "bp-take-along", "bp-kept"] {
            for part in page.all(class) {
                let mut levels =
                    pieces(&part).filter_map(|(tag, _)| name(tag).strip_prefix('h')?.parse::<usize>().ok());
                if let Some(first) = levels.next().filter(|_| class != "bp-others") {
                    assert!(levels.all(|level| level > first), "{what}: .{class} under an h{first}");
                } else {
                    assert!(levels.all(|level| level > 3), "{what}: .{class}");
                }
            }
        }
    }
}

#[test]
fn adjacent_words_do_not_run_together() {
    for (what, page) in pages() {
        let mut before = ("", "");
        let mut ended = String::new();
        for (tag, text) in pieces(&page) {
            let is_neighbour = INLINE.contains(&name(tag)) && !before.1.ends_with(char::is_whitespace);
            let starts = text.starts_with(char::is_alphanumeric);
            let was_inline = before.0.strip_prefix('/').is_some_and(|name| INLINE.contains(&name));
            // A word directly before the tag, in the same line or at the end of the preceding element.
            let said = if before.1.is_empty() && was_inline { &*ended } else { before.1 };
            let is_joined = is_neighbour && starts && said.ends_with(char::is_alphanumeric);
            assert!(!is_joined, "{what}: “{said}” and “{text}” run together");
            ended = if before.1.is_empty() { text.to_owned() } else { before.1.to_owned() };
            if !text.is_empty() {
                ended = text.to_owned();
            }
            before = (tag, text);
        }
    }
}

#[test]
fn a_group_of_boxes_in_error_says_so_and_why() {
    for script in ["start next", "both start next", &format!("start {}next", run(STRONG_B2B))] {
        let page = shown(script);
        let group = page.one("bp-question__group");
        assert_eq!(group.attribute("role"), Some("radiogroup"), "{script}");
        assert_eq!(group.attribute("aria-invalid"), Some("true"), "{script}");
        let described_by = group.attribute("aria-describedby").unwrap_or_default();
        let title = page.one("bp-error__title");
        let id = title.attribute("id").expect("the error has an id");
        assert!(described_by.split(' ').any(|one| one == id), "{script}: {described_by}");
    }
    assert_eq!(shown("start").one("bp-question__group").attribute("aria-invalid"), None);
    assert_eq!(shown("start next 1").one("bp-question__group").attribute("aria-invalid"), None);
}
