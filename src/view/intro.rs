//! The first page: what this is, and who the visitor sells to.

use super::attribute::Attribute::*;
use super::markup::{Markup, On};
use super::page::Page;
use super::{Message, Variant};
use crate::assessment::{Event, GROUP_NAME_LENGTH, Grouping, Run, SellsTo};
use crate::content::Label;
use yew::TargetCast;

pub(super) fn view(html: &mut Markup, page: &Page) {
    let about = &page.texts.about;
    html.element("form.bp-intro", |html| {
        html.on(On::Submit, page.send(Event::Started));
        page.heading(html, &about.title);
        html.text("p.bp-lede", &about.text);
        if page.props.variant == Variant::Full {
            html.element("ul.bp-facts", |html| {
                for fact in [Label::FactQuestions, Label::FactResult, Label::FactPrivate] {
                    html.text("li", page.label(fact));
                }
            });
        }
        opener(html, page);
        html.place(|html| {
            if page.session.sells_to() == Some(SellsTo::Both) {
                groups(html, page);
            }
        });
        html.element("div.bp-actions bp-actions--end", |html| {
            page.submit(html, "button.bp-button bp-button--primary bp-start", Label::Start);
        });
    });
}

fn opener(html: &mut Markup, page: &Page) {
    let choices = [
        (SellsTo::Companies, Label::OpenerCompanies),
        (SellsTo::Consumers, Label::OpenerConsumers),
        (SellsTo::Both, Label::OpenerBoth),
        (SellsTo::Unknown, Label::OpenerUnknown),
    ];
    html.element("fieldset.bp-choices", |html| {
        legend(html, page, Label::Opener, Label::OpenerHelp);
        html.element("div.bp-choices__list", |html| {
            for (sells_to, label) in choices {
                let is_chosen = page.session.sells_to() == Some(sells_to);
                choice(html, page, Label::Opener, label, is_chosen, Event::SellsToGiven(sells_to));
            }
        });
    });
}

/// What a group of choices asks, and the help that describes it.
fn legend(html: &mut Markup, page: &Page, asked: Label, help: Label) {
    let id = page.id(help.as_str());
    html.attribute(AriaDescribedby, &id);
    html.text("legend.bp-choices__legend", page.label(asked));
    html.element("p.bp-hint", |html| {
        html.attribute(Id, &id);
        html.words(page.label(help));
    });
}

fn choice(html: &mut Markup, page: &Page, asked: Label, label: Label, is_chosen: bool, event: Event) {
    html.element("label.bp-choice", |html| {
        html.key(label.as_str());
        html.element("input", |html| {
            html.attribute(Type, "radio");
            html.attribute(Name, &page.id(asked.as_str()));
            html.value(label.as_str());
            html.checked(is_chosen);
            html.on(On::Change, page.send(event));
        });
        html.text("span", page.label(label));
    });
}

/// For who sells to both: one run for each group, or one for all.
fn groups(html: &mut Markup, page: &Page) {
    let choices =
        [(Grouping::PerGroup, Label::GroupingPerGroup), (Grouping::Together, Label::GroupingTogether)];
    html.element("div.bp-groups", |html| {
        html.element("fieldset.bp-choices bp-choices--long", |html| {
            legend(html, page, Label::Grouping, Label::GroupingHelp);
            html.element("div.bp-choices__list", |html| {
                for (grouping, label) in choices {
                    let is_chosen = page.session.grouping() == grouping;
                    choice(html, page, Label::Grouping, label, is_chosen, Event::GroupingChosen(grouping));
                }
            });
        });
        html.place(|html| {
            if page.session.runs().len() > 1 {
                names(html, page);
            }
        });
    });
}

fn names(html: &mut Markup, page: &Page) {
    html.element("div.bp-groups__names", |html| {
        name(html, page, Run::First, Label::GroupNameFirst);
        name(html, page, Run::Second, Label::GroupNameSecond);
    });
}

fn name(html: &mut Markup, page: &Page, run: Run, label: Label) {
    let id = page.id(label.as_str());
    let on_input = page.on_message.reform(move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        Message::Session(Event::GroupNamed(run, input.value()))
    });
    html.element("div.bp-field", |html| {
        html.element("label", |html| {
            html.attribute(For, &id);
            html.words(page.label(label));
        });
        html.element("input", |html| {
            html.attribute(Id, &id);
            html.attribute(Type, "text");
            html.attribute(Maxlength, &GROUP_NAME_LENGTH.to_string());
            html.attribute(Autocomplete, "off");
            html.attribute(Placeholder, page.default_name(run));
            html.value(&page.session.run(run).name);
            html.on(On::Input, on_input);
        });
    });
}
