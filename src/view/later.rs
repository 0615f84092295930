//! The ways into what only a result needs.
//!
//! The build for the browser makes two modules of the program. What is called through a module named `later`, and by
//! nothing else, is in the second one, which comes once a visitor has begun to answer (`xtask/src/split.rs`). So
//! whoever calls these functions looks first whether it is there: [`LaterPart::Here`](super::LaterPart). The build
//! fails where the first module calls the second one in any other way.

use super::markup::Markup;
use super::page::Page;
use super::widget::{ResultMessage, Widget};
use super::{WidgetProps, kept, result};
use crate::assessment::Run;

/// The result's page.
#[inline(never)]
pub(super) fn result(html: &mut Markup, page: &Page, run: Run) {
    result::view(html, page, run);
}

/// The list of kept results where the visitor starts.
#[inline(never)]
pub(super) fn kept(html: &mut Markup, page: &Page) {
    kept::at_start(html, page);
}

/// What is done with a result.
#[inline(never)]
pub(super) fn take_in(widget: &mut Widget, props: &WidgetProps, message: ResultMessage) {
    widget.take_in(props, message);
}
