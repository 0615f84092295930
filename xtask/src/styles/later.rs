//! The sheet of later pages has nothing that first pages need: they are shown without it.

use std::collections::BTreeSet;

use anyhow::{Result, anyhow, ensure};
use lightningcss::media_query::MediaType;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::selector::{Component, Selector};
use lightningcss::stylesheet::{ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::traits::ToCss;

/// Fails if a rule of the later sheet is about the first pages alone: if it names no class but those that are drawn
/// there, and those that the first sheet has rules for. What is only printed is no matter.
pub(crate) fn check(first: &str, later: &str, drawn: BTreeSet<String>) -> Result<()> {
    let (first, later) = (parse(first)?, parse(later)?);
    let mut known = drawn;
    selectors(&first.rules).into_iter().for_each(|selector| add_classes(selector, &mut known));
    let mut misplaced = Vec::new();
    for selector in selectors(&later.rules).into_iter().filter(|selector| !names_other(selector, &known)) {
        misplaced.push(selector.to_css_string(PrinterOptions::default())?);
    }
    ensure!(
        misplaced.is_empty(),
        "in the sheet of later pages, but about the first ones: {}",
        misplaced.join("; ")
    );
    Ok(())
}

fn parse(sheet: &str) -> Result<StyleSheet<'_>> {
    StyleSheet::parse(sheet, ParserOptions::default())
        .map_err(|error| anyhow!("style sheet not read: {error}"))
}

/// What the rules are about, on a screen.
fn selectors<'a, 'i>(rules: &'a CssRuleList<'i>) -> Vec<&'a Selector<'i>> {
    let of = |rule: &'a CssRule<'i>| match rule {
        CssRule::Style(style) => style.selectors.0.iter().collect(),
        CssRule::LayerBlock(block) => selectors(&block.rules),
        CssRule::Container(container) => selectors(&container.rules),
        CssRule::Media(media) => {
            let is_printed =
                media.query.media_queries.iter().all(|query| query.media_type == MediaType::Print);
            if is_printed { Vec::new() } else { selectors(&media.rules) }
        }
        _ => Vec::new(),
    };
    rules.0.iter().flat_map(of).collect()
}

/// Adds the classes of what a selector stands for; not those of what it leaves out.
fn add_classes(selector: &Selector, known: &mut BTreeSet<String>) {
    for component in selector.iter_raw_match_order() {
        match component {
            Component::Class(class) => drop(known.insert(class.0.to_string())),
            Component::Is(ones) | Component::Where(ones) | Component::Has(ones) => {
                ones.iter().for_each(|one| add_classes(one, known));
            }
            _ => {}
        }
    }
}

/// Whether a selector stands for nothing without a class that is not among these.
fn names_other(selector: &Selector, known: &BTreeSet<String>) -> bool {
    selector.iter_raw_match_order().any(|component| match component {
        Component::Class(class) => !known.contains(&*class.0),
        Component::Is(ones) | Component::Where(ones) | Component::Has(ones) => {
            ones.iter().all(|one| names_other(one, known))
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = ".bp-note, .bp-list:not(.bp-list--long) { color: red }";

    #[track_caller]
    fn check(later: &str, misplaced: Option<&str>) {
        let drawn = BTreeSet::from(["bp-page".to_owned()]);
        let error = super::check(FIRST, &format!("@layer a {{ {later} }}"), drawn).err();
        let expected =
            misplaced.map(|one| format!("in the sheet of later pages, but about the first ones: {one}"));
        assert_eq!(error.map(|error| error.to_string()), expected);
    }

    #[test]
    fn a_rule_about_first_pages_is_misplaced() {
        check(".bp-axis { color: red } .bp-page { color: red }", Some(".bp-page"));
        check(".bp-axis, .bp-note p { color: red }", Some(".bp-note p"));
        check("@container (width > 1em) { .bp-note .bp-page { color: red } }", Some(".bp-note .bp-page"));
        check("@media (hover: none) { h2 { color: red } }", Some("h2"));
        check(":is(.bp-axis, .bp-note) { color: red }", Some(":is(.bp-axis, .bp-note)"));
        check(".bp-note:not(.bp-axis) { color: red }", Some(".bp-note:not(.bp-axis)"));
    }

    #[test]
    fn what_stands_in_something_of_later_pages_is_not() {
        check(".bp-axis .bp-note { color: red } .bp-note:has(.bp-axis) { color: red }", None);
        check(".bp-list--long { color: red } .bp-page.bp-axis { color: red }", None);
    }

    #[test]
    fn print_is_no_matter() {
        check("@media print { .bp-note { color: red } }", None);
    }
}
