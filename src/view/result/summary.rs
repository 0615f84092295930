//! The top of the result: the profile's name, the reason in one sentence, and the profile line.

use super::{ResultView, comparison, take_along};
use crate::assessment::Outcome;
use crate::content::Label;
use crate::exchange::ResultCode;
use crate::view::attribute::Attribute::*;
use crate::view::context::ViewContext;
use crate::view::markup::Markup;
use crate::view::profile_line::{self, Series};
use crate::view::{CopyWhat, marks};

pub(super) fn view(html: &mut Markup, result: &ResultView) {
    let (cx, texts, outcome) = (result.cx, result.texts(), result.outcome);
    html.element("header.bp-summary", |html| {
        html.text("p.bp-kicker", &kicker(result));
        match result.all {
            [(_, first), (_, second)] => groups(html, result, [first, second]),
            _ => {
                heading(html, &texts.headline(outcome));
                match outcome.profile {
                    Some(_) => html.text("p.bp-because", &texts.because(outcome)),
                    None => html.text("p.bp-because", result.label(Label::UnnamedText)),
                }
                profile_line::view(html, cx, &[Series { name: String::new(), outcome }], None);
            }
        }
        // Beside the parts, on a wide page; on a narrow one they are further down.
        html.element("div.bp-summary__beside", |html| {
            let code = ResultCode::grouped(&cx.code());
            if !code.is_empty() && cx.props.abilities.copies {
                html.element("p.bp-summary__code", |html| {
                    html.text("span", &code);
                    cx.copy(html, CopyWhat::Code, Label::Copy, &code);
                });
            }
            html.place(|html| take_along::call_to_action(html, result));
        });
    });
}

/// The profile's name. What follows a comma, about contradictions, is a second, smaller line.
fn heading(html: &mut Markup, headline: &str) {
    let (name, rest) = headline.split_once(',').unwrap_or((headline, ""));
    html.element("h2.bp-heading", |html| {
        ViewContext::title(html, name);
        if !rest.is_empty() {
            html.words(", ");
            html.text("span.bp-heading__rest", rest.trim_start());
        }
    });
}

/// Two customer groups: both profiles as one heading, the largest difference, and both lines in one drawing.
fn groups(html: &mut Markup, result: &ResultView, outcomes: [&Outcome; 2]) {
    let (cx, texts) = (result.cx, result.texts());
    html.element("h2.bp-heading bp-heading--groups", |html| {
        html.attributes(&[(Tabindex, "-1"), (Part, "heading")]);
        for (place, (outcome, run)) in outcomes.iter().zip(cx.session.runs()).enumerate() {
            html.element("span.bp-group", |html| {
                marks::legend(html, place);
                html.text("span.bp-group__name", cx.group_name(*run));
                html.unseen(":");
                html.space();
                html.text("span.bp-group__profile", &comparison::headline(cx, outcome));
                html.unseen(".");
            });
            html.space();
        }
    });
    let different = Outcome::largest_difference(outcomes[0], outcomes[1]);
    if let Some(dimension) = different {
        let name = &texts.dimension(dimension).name;
        html.text("p.bp-because", &texts.fill(Label::CompareDifference, &[("dimension", name)]));
    }
    profile_line::view(html, cx, &comparison::own(cx, result.all), different);
}

/// Whose profile it is, whether it is provisional, and the number of answers.
fn kicker(result: &ResultView) -> String {
    match result.all {
        [_, _] => result.label(Label::Compare).to_owned(),
        _ => whose(result),
    }
}

/// Whose profile is open, whether it is provisional, and the number of answers.
pub(super) fn whose(result: &ResultView) -> String {
    let (cx, outcome) = (result.cx, result.outcome);
    let is_provisional = outcome.profile.is_some() && !outcome.range.is_certain();
    let title = match cx.group(result.run) {
        Some(group) => result.texts().fill(Label::ProfileOf, &[("group", group)]),
        None if !cx.can_change() => result.label(Label::SharedProfile).to_owned(),
        None if is_provisional => result.label(Label::Provisional).to_owned(),
        None => result.label(Label::YourProfile).to_owned(),
    };
    format!("{title} · {}", result.texts().answers(outcome.answered))
}
