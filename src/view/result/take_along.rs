//! What a visitor can do with the result: the code to keep, the ways to tell others, the files, the host's link.

use super::Report;
use crate::assessment::Profile;
use crate::content::Label;
use crate::exchange::ResultCode;
use crate::view::attribute::Attribute::*;
use crate::view::call_to_action::is_page;
use crate::view::markup::Markup;
use crate::view::{Asked, CopyWhat, Format, Message, account, hand_out, keep, kept};

/// The result's code, the ways to take it along, and the box that keeps the answers.
pub(super) fn view(html: &mut Markup, report: &Report) {
    let page = report.page;
    let code = ResultCode::grouped(&page.code());
    report.section(html, "take-along", Label::TakeAlong, |html| {
        if !code.is_empty() {
            html.text("p.bp-hint", report.label(Label::TakeAlongText));
            html.element("p", |html| {
                html.element("code.bp-code", |html| {
                    html.attributes(&[(Part, "code"), (Dir, "ltr")]);
                    html.words(&code);
                });
            });
        }
        html.element("div.bp-ways", |html| passing_on(html, report, &code));
        html.element("div.bp-ways", |html| files(html, report));
        hand_out::result(html, page);
        if page.can_change() {
            keep::view(html, page);
            kept::at_result(html, page);
        }
    });
}

/// The ways to tell others.
fn passing_on(html: &mut Markup, report: &Report, code: &str) {
    let page = report.page;
    if !code.is_empty() {
        page.copy(html, CopyWhat::Code, Label::CopyCode, code);
        let link = account::link(page.session, page.props);
        if !link.is_empty() {
            page.copy(html, CopyWhat::Link, Label::CopyLink, &link);
        }
    }
    if page.props.abilities.copies {
        page.other(html, Label::CopyText, Message::LetterAsked);
    }
    if page.props.abilities.shares {
        page.other(html, Label::Share, Message::ShareAsked);
    }
    page.answered(html, |asked| match asked {
        Asked::Copy(what) => what.is_of_result(),
        Asked::Share => true,
        Asked::HandOut(_) => false,
    });
}

/// The ways to have it as a file.
fn files(html: &mut Markup, report: &Report) {
    let page = report.page;
    if page.props.abilities.saves {
        for format in Format::ALL {
            page.other(html, format.label(), Message::DownloadAsked(format));
        }
    }
}

/// The host's link, for the report that is open.
pub(super) fn call_to_action(html: &mut Markup, report: &Report) {
    let Some(call) = &report.page.props.settings.call_to_action else { return };
    let profile = report.outcome.profile.map_or("", Profile::as_str);
    let Some(address) = call.address(profile, &report.page.code()) else { return };
    html.element("p.bp-call", |html| {
        html.element("a.bp-button bp-button--primary", |html| {
            html.attributes(&[(Part, "button button-primary cta"), (Href, &address)]);
            html.words(match call.text.trim() {
                "" => report.label(Label::CallToAction),
                text => text,
            });
            if is_page(&address) {
                html.attributes(&[(Rel, "noopener"), (Target, "_blank")]);
                html.space();
                html.unseen(report.label(Label::NewTab));
            }
        });
    });
}
