//! What a visitor can take out: the code, texts, files and pictures. Also the host's link.

use super::ResultView;
use crate::assessment::Profile;
use crate::content::Label;
use crate::exchange::ResultCode;
use crate::view::attribute::Attribute::*;
use crate::view::call_to_action::is_page;
use crate::view::markup::Markup;
use crate::view::{Asked, CopyWhat, Format, Message, account, export, keep, named_results};

/// The result code, the ways to take the result out, and the form to keep it.
pub(super) fn view(html: &mut Markup, result: &ResultView) {
    let cx = result.cx;
    let code = ResultCode::grouped(&cx.code());
    result.section(html, "take-along", Label::TakeAlong, |html| {
        if !code.is_empty() {
            html.text("p.bp-hint", result.label(Label::TakeAlongText));
            html.element("p", |html| {
                html.element("code.bp-code", |html| {
                    html.attributes(&[(Part, "code"), (Dir, "ltr")]);
                    html.words(&code);
                });
            });
        }
        html.element("div.bp-ways", |html| passing_on(html, result, &code));
        html.element("div.bp-ways", |html| files(html, result));
        export::result(html, cx);
        if cx.can_change() {
            keep::view(html, cx);
            named_results::at_result(html, cx);
        }
    });
}

/// The ways to share the result with others.
fn passing_on(html: &mut Markup, result: &ResultView, code: &str) {
    let cx = result.cx;
    if !code.is_empty() {
        cx.copy(html, CopyWhat::Code, Label::CopyCode, code);
        let link = account::link(cx.session, cx.props);
        if !link.is_empty() {
            cx.copy(html, CopyWhat::Link, Label::CopyLink, &link);
        }
    }
    if cx.props.abilities.copies {
        cx.other(html, Label::CopyText, Message::LetterAsked);
    }
    if cx.props.abilities.shares {
        cx.other(html, Label::Share, Message::ShareAsked);
    }
    cx.answered(html, |asked| match asked {
        Asked::Copy(what) => what.is_of_result(),
        Asked::Share => true,
        Asked::Export(_) => false,
    });
}

/// The buttons that download the result as a file.
fn files(html: &mut Markup, result: &ResultView) {
    let cx = result.cx;
    if cx.props.abilities.saves {
        for format in Format::ALL {
            cx.other(html, format.label(), Message::DownloadAsked(format));
        }
    }
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
