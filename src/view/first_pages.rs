//! The first pages as plain elements, shown before the widget is ready.
//!
//! The views draw them for a visitor who has done nothing yet. The host's settings decide which page is shown
//! and which parts are removed from it: see `element/early.js`.

use super::context::ViewContext;
use super::visit::Visit;
use super::{Abilities, Keep, Settings, Start, WidgetProps, frame};
use crate::assessment::{Event, Session};
use crate::content::Questionnaire;
use std::rc::Rc;
use yew::virtual_dom::VNode;
use yew::{AttrValue, Callback, Html};

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element {
        /// Its name.
        name: String,
        /// Its attributes in their order.
        attributes: Vec<(String, String)>,
        /// Its children.
        children: Vec<Node>,
    },
    /// Text between elements.
    Text(String),
}

/// The pages that a visitor can see before the widget is ready, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstPages {
    /// The intro.
    pub intro: Node,
    /// The first question, after the intro.
    pub question: Node,
    /// The first question without an intro.
    pub opening: Node,
}

impl FirstPages {
    /// The pages in a language; in the first language if that one is missing.
    pub fn of(questionnaire: &Rc<Questionnaire>, language: &str) -> FirstPages {
        let screen = |start, events: &[Event]| {
            let language = AttrValue::from(language.to_owned());
            let props = WidgetProps {
                settings: Settings { language, start, ..Settings::default() },
                abilities: Abilities { keep: Keep::Off, ..Abilities::default() },
                ..WidgetProps::new(Rc::clone(questionnaire))
            };
            let mut visit = Visit::new(Session::new(Rc::clone(&questionnaire.instrument)), start);
            for event in events {
                visit.apply(event.clone(), start);
            }
            draw(&visit, &props)
        };
        FirstPages {
            intro: screen(Start::Intro, &[]),
            question: screen(Start::Intro, &[Event::Started]),
            opening: screen(Start::Question, &[]),
        }
    }
}

fn draw(visit: &Visit, props: &WidgetProps) -> Node {
    let page = frame::view(&ViewContext {
        visit,
        session: visit.shown(),
        texts: props.questionnaire.texts_or_default(&props.settings.language),
        props,
        on_message: &Callback::noop(),
    });
    let mut nodes = Vec::new();
    collect(&page, &mut nodes);
    nodes.pop().unwrap_or(Node::Text(String::new()))
}

/// Adds the elements and texts of a drawn part.
fn collect(part: &Html, into: &mut Vec<Node>) {
    match part {
        VNode::VTag(tag) => {
            let mut attributes: Vec<(String, String)> =
                tag.attributes.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            attributes.extend(tag.value().map(|value| ("value".to_owned(), value.to_string())));
            let mut children = Vec::new();
            if let Some(inner) = tag.children() {
                collect(inner, &mut children);
            }
            // Their contents depend on the host page or need the widget, and can wait until they are opened.
            let waits = |value: &str| {
                ["bp-panel", "bp-bring-in", "bp-sheet"].iter().any(|class| value.ends_with(class))
            };
            if attributes.iter().any(|(_, value)| waits(value)) {
                children.truncate(1);
            }
            into.push(Node::Element { name: tag.tag().to_owned(), attributes, children });
        }
        VNode::VText(text) if !text.text.is_empty() => into.push(Node::Text(text.text.to_string())),
        VNode::VList(list) => list.iter().for_each(|part| collect(part, into)),
        // The views write no other nodes.
        _ => {}
    }
}
