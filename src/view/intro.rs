//! The intro: what the self-assessment is, and who the visitor sells to.

use super::attribute::Attribute::*;
use super::context::ViewContext;
use super::markup::{Markup, On};
use super::{Message, Variant, paper};
use crate::assessment::{Event, GROUP_NAME_LENGTH, Grouping, Run, SellsTo};
use crate::content::Label;
use yew::TargetCast;

pub(super) fn view(html: &mut Markup, cx: &ViewContext) {
    let about = &cx.texts.about;
    html.element("form.bp-intro", |html| {
        cx.form(html, Message::Session(Event::Started));
        cx.heading(html, &about.title);
        html.text("p.bp-lede", &about.text);
        if cx.props.settings.variant == Variant::Full {
            html.element("ul.bp-facts", |html| {
                for fact in [Label::FactQuestions, Label::FactResult, Label::FactPrivate] {
                    html.text("li", cx.label(fact));
                }
            });
        }
        opener(html, cx);
        html.place(|html| {
            if cx.session.sells_to() == Some(SellsTo::Both) {
                groups(html, cx);
            }
        });
        html.element("div.bp-actions bp-actions--end", |html| {
            cx.submit(html, "button.bp-button bp-button--primary bp-start", Label::Start);
        });
    });
    paper::view(html, cx);
}

/// A group of choices: the name of its radio buttons, its question, and the help that describes it.
struct Choices(&'static str, Label, Label);

/// One choice: its value, its label, its event, and whether it is chosen.
type Choice = (&'static str, Label, Event, bool);

fn opener(html: &mut Markup, cx: &ViewContext) {
    let choice = |value, label, sells_to| {
        let is_chosen = cx.session.sells_to() == Some(sells_to);
        (value, label, Event::SellsToGiven(sells_to), is_chosen)
    };
    let all = [
        choice("opener-companies", Label::OpenerCompanies, SellsTo::Companies),
        choice("opener-consumers", Label::OpenerConsumers, SellsTo::Consumers),
        choice("opener-both", Label::OpenerBoth, SellsTo::Both),
        choice("opener-unknown", Label::OpenerUnknown, SellsTo::Unknown),
    ];
    let asked = Choices("opener", Label::Opener, Label::OpenerHelp);
    html.element("fieldset.bp-choices", |html| choices(html, cx, &asked, &all));
}

#[inline(never)]
fn choices(html: &mut Markup, cx: &ViewContext, Choices(name, asked, help): &Choices, all: &[Choice]) {
    let name = cx.id(name);
    let described_by = format!("{name}-help");
    html.attribute(AriaDescribedby, &described_by);
    html.text("legend.bp-choices__legend", cx.label(*asked));
    html.element("p.bp-hint", |html| {
        html.attribute(Id, &described_by);
        html.words(cx.label(*help));
    });
    html.element("div.bp-choices__list", |html| {
        for (value, label, event, is_chosen) in all {
            html.element("label.bp-choice", |html| {
                html.key(value);
                html.element("input", |html| {
                    html.attributes(&[(Type, "radio"), (Name, &name)]);
                    html.value(value);
                    html.chosen(*is_chosen);
                    html.on(On::Change, cx.session_callback(event.clone()));
                });
                html.text("span", cx.label(*label));
            });
        }
    });
}

/// For visitors who sell to both: one run per group, or one for all.
fn groups(html: &mut Markup, cx: &ViewContext) {
    let choice = |value, label, grouping| {
        let is_chosen = cx.session.grouping() == grouping;
        (value, label, Event::GroupingChosen(grouping), is_chosen)
    };
    let all = [
        choice("grouping-per-group", Label::GroupingPerGroup, Grouping::PerGroup),
        choice("grouping-together", Label::GroupingTogether, Grouping::Together),
    ];
    let asked = Choices("grouping", Label::Grouping, Label::GroupingHelp);
    html.element("div.bp-groups", |html| {
        html.element("fieldset.bp-choices bp-choices--long", |html| choices(html, cx, &asked, &all));
        html.place(|html| {
            if cx.session.runs().len() > 1 {
                names(html, cx);
            }
        });
    });
}

fn names(html: &mut Markup, cx: &ViewContext) {
    html.element("div.bp-groups__names", |html| {
        name(html, cx, Run::First, "group-name-first", Label::GroupNameFirst);
        name(html, cx, Run::Second, "group-name-second", Label::GroupNameSecond);
    });
}

fn name(html: &mut Markup, cx: &ViewContext, run: Run, id: &str, label: Label) {
    let id = cx.id(id);
    let on_input = cx.on_message.reform(move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        Message::Session(Event::GroupNamed(run, input.value()))
    });
    html.element("div.bp-field", |html| {
        html.element("label", |html| {
            html.attribute(For, &id);
            html.words(cx.label(label));
        });
        html.element("input", |html| {
            html.attributes(&[(Id, &id), (Type, "text")]);
            html.attribute(Maxlength, &GROUP_NAME_LENGTH.to_string());
            html.attribute(Autocomplete, "off");
            html.attribute(Placeholder, cx.default_name(run));
            html.value(&cx.session.run(run).name);
            html.on(On::Input, on_input);
        });
    });
}
