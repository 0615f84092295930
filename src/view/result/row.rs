//! Rows that open: each shows a title and a line that already gives the answer.

use super::ResultView;
use crate::content::Label;
use crate::view::markup::Markup;

/// The contents of a summary: a title, a line below it, and something beside them.
pub(super) fn head(html: &mut Markup, title: &str, line: &str, beside: impl FnOnce(&mut Markup)) {
    html.element("summary.bp-row__head", |html| {
        html.element("span.bp-row__text", |html| {
            html.text("strong.bp-row__title", title);
            html.space();
            html.text("span.bp-row__line", line);
        });
        beside(html);
    });
}

/// A row in a list.
pub(super) fn entry(html: &mut Markup, id: &str, title: &str, line: &str, write: impl FnOnce(&mut Markup)) {
    html.entry("li", id, |html| {
        html.element("details.bp-row", |html| {
            head(html, title, line, |_| {});
            html.element("div.bp-row__body", write);
        });
    });
}

/// A group of rows, with a small title above.
pub(super) fn group(html: &mut Markup, result: &ResultView, title: Label, write: impl FnOnce(&mut Markup)) {
    html.text("p.bp-also", result.label(title));
    html.element("ul.bp-rows bp-rows--beside", write);
}
