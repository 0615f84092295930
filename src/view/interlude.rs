//! The pages between questions.

use super::markup::{block, text};
use super::page::Page;
use crate::assessment::{Event, Run, Section};
use crate::content::Label;
use yew::prelude::*;

/// The core is answered: a provisional profile, or go on.
pub(super) fn halfway(page: Page, run: Run) -> Html {
    let rest = page.instrument().items().iter().filter(|item| item.section == Section::Rest).count();
    let lede = page.texts.fill(Label::HalfwayText, &[("count", &rest.to_string())]);
    let on = vec![
        page.secondary(page.label(Label::HalfwayResult), Event::ResultRequested),
        page.primary(Label::Continue, Event::Continued),
    ];
    let children = vec![
        page.tag(run),
        page.heading(page.label(Label::Halfway)),
        text("p", "bp-lede", lede),
        block("div", "bp-actions", vec![page.back(), block("div", "bp-actions__on", on)]),
    ];
    block("section", "bp-interlude", children)
}

/// The first group is done, the second comes.
pub(super) fn handover(page: Page) -> Html {
    let group = page.texts.group(Run::Second, page.session.run(Run::Second));
    let children = vec![
        page.heading(&page.texts.fill(Label::Handover, &[("group", group)])),
        text("p", "bp-lede", page.label(Label::HandoverText)),
        block("div", "bp-actions", vec![page.back(), page.primary(Label::Continue, Event::Continued)]),
    ];
    block("section", "bp-interlude", children)
}
