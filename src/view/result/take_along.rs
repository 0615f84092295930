//! The ways to keep and share the result, to compare it, and what the questionnaire is. Also the host's link.

use super::{ResultView, comparison, row};
use crate::assessment::Profile;
use crate::content::Label;
use crate::exchange::ResultCode;
use crate::view::attribute::Attribute::*;
use crate::view::call_to_action::is_page;
use crate::view::markup::Markup;
use crate::view::{Asked, CopyWhat, Export, Format, Message, account, keep, named_results};

/// The result code, the usual ways to keep the result, and a row for each of the others.
pub(super) fn view(html: &mut Markup, result: &ResultView) {
    let cx = result.cx;
    let code = ResultCode::grouped(&cx.code());
    html.element("div.bp-take-along", |html| {
        if !code.is_empty() {
            html.element("p", |html| {
                html.element("code.bp-code", |html| {
                    html.attributes(&[(Part, "code"), (Dir, "ltr")]);
                    html.words(&code);
                });
            });
            html.text("p.bp-hint", result.label(Label::TakeAlongText));
        }
        html.element("div.bp-ways", |html| {
            if !code.is_empty() {
                cx.copy(html, CopyWhat::Code, Label::CopyCode, &code);
            }
            let link = account::link(cx.session, cx.props);
            if !link.is_empty() {
                cx.copy(html, CopyWhat::Link, Label::CopyLink, &link);
            }
            if cx.props.abilities.shares {
                cx.other(html, Label::Share, Message::ShareAsked);
            }
            if cx.props.abilities.prints {
                cx.other(html, Label::Print, Message::ExportAsked(Export::Result));
            }
            cx.answered(html, |asked| match asked {
                Asked::Copy(what) => what.is_of_result(),
                Asked::Share | Asked::Export(_) => true,
            });
        });
        if cx.can_change() {
            keep::view(html, cx);
        }
        html.element("ul.bp-rows bp-rows--beside", |html| rows(html, result));
    });
}

fn rows(html: &mut Markup, result: &ResultView) {
    let (cx, abilities) = (result.cx, &result.cx.props.abilities);
    if abilities.copies || abilities.saves || abilities.prints {
        let (title, line) = (result.label(Label::OtherWays), result.label(Label::OtherWaysText));
        row::entry(html, "other-ways", title, line, |html| other_ways(html, result));
    }
    if cx.can_change() {
        let (title, line) = (result.label(Label::CompareWith), result.label(Label::CompareText));
        row::entry(html, "compare", title, line, |html| {
            comparison::with_others(html, cx, result.all);
            named_results::at_result(html, cx);
        });
    }
    let about = &result.texts().about;
    row::entry(html, "about", result.label(Label::AboutThis), result.label(Label::AboutLine), |html| {
        html.text("p", &about.closing);
        result.source(html, &about.title, result.instrument().sources());
    });
}

/// The rarer ways: as text, as files, as a picture, and everything on paper.
fn other_ways(html: &mut Markup, result: &ResultView) {
    let (cx, abilities) = (result.cx, &result.cx.props.abilities);
    html.element("div.bp-ways", |html| {
        if abilities.copies {
            cx.other(html, Label::CopyText, Message::LetterAsked);
        }
        if abilities.saves {
            for format in Format::ALL {
                cx.other(html, format.label(), Message::DownloadAsked(format));
            }
        }
        if abilities.prints {
            cx.other(html, Label::Picture, Message::ExportAsked(Export::Picture));
            cx.other(html, Label::PrintAll, Message::ExportAsked(Export::Everything));
        }
    });
}

/// The host's link, for the result that is open.
pub(super) fn call_to_action(html: &mut Markup, result: &ResultView) {
    let Some(call) = &result.cx.props.settings.call_to_action else { return };
    let profile = result.outcome.profile.map_or("", Profile::as_str);
    let Some(address) = call.address(profile, &result.cx.code()) else { return };
    html.element("p.bp-call", |html| {
        html.element("a.bp-button bp-button--primary", |html| {
            html.attributes(&[(Part, "button button-primary cta"), (Href, &address)]);
            html.words(match call.text.trim() {
                "" => result.label(Label::CallToAction),
                text => text,
            });
            if is_page(&address) {
                html.attributes(&[(Rel, "noopener"), (Target, "_blank")]);
                html.space();
                html.unseen(result.label(Label::NewTab));
            }
        });
    });
}
