//! Writes a page element by element, each inside the one that is open.
//!
//! Yew's `html!` inlines the construction of every element, at about 500 bytes of wasm each, and copies nodes
//! that functions pass to each other. Here, every step exists once, takes texts and returns nothing, so an
//! element takes about 40 bytes. The result is the same as with `html!`.

use super::attribute::Attribute;
use std::mem;
use std::rc::Rc;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText};
use yew::{AttrValue, Callback, Html};

/// A page being written.
pub(super) struct Markup {
    /// The innermost open element, which receives what is written.
    element: Element,
    /// The elements around it, outermost first.
    around: Vec<Element>,
}

struct Element {
    tag: VTag,
    /// The values of the first names in [`Attribute::NAMES`].
    attributes: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

impl Element {
    /// An element from its shape: its name and, after a dot, its classes.
    fn new(shape: &'static str) -> Element {
        let (name, class) = shape.split_once('.').unwrap_or((shape, ""));
        let mut element = Element { tag: VTag::new(name), attributes: Vec::new(), children: Vec::new() };
        if !class.is_empty() {
            element.set(Attribute::Class, AttrValue::Static(class));
        }
        element
    }

    fn set(&mut self, attribute: Attribute, value: AttrValue) {
        self.put(attribute, AttributeOrProperty::Attribute(value));
    }

    fn put(&mut self, attribute: Attribute, value: AttributeOrProperty) {
        let place = attribute as usize;
        while self.attributes.len() <= place {
            self.attributes.push(None);
        }
        self.attributes[place] = Some(value);
    }

    fn into_html(mut self) -> Html {
        // Not `add_attribute`: it brings its own hash map, 1.8 kB of compressed wasm.
        self.tag.attributes = Attributes::Dynamic {
            keys: &Attribute::NAMES[..self.attributes.len()],
            values: self.attributes.into_boxed_slice(),
        };
        if let Some(children) = self.tag.children_mut() {
            *children = VList::with_children(self.children, None).into();
        }
        self.tag.into()
    }
}

impl Markup {
    /// A page with a single, empty element.
    pub(super) fn new(shape: &'static str) -> Markup {
        Markup { element: Element::new(shape), around: Vec::new() }
    }

    /// The finished page.
    pub(super) fn into_html(self) -> Html {
        self.element.into_html()
    }

    /// Writes an element and its contents. Its shape is its name and, after a dot, its classes:
    /// `p.bp-lede bp-because`.
    pub(super) fn element(&mut self, shape: &'static str, write: impl FnOnce(&mut Markup)) {
        self.open(shape);
        write(self);
        self.close();
    }

    /// Writes a list item. Its key preserves its state when other items come and go.
    pub(super) fn entry(&mut self, shape: &'static str, id: &str, write: impl FnOnce(&mut Markup)) {
        self.open(shape);
        self.key(id);
        self.attribute(Attribute::DataId, id);
        write(self);
        self.close();
    }

    /// Writes optional content into a list of its own, so that Yew still recognizes the elements around it.
    pub(super) fn place(&mut self, write: impl FnOnce(&mut Markup)) {
        let before = mem::take(&mut self.element.children);
        write(self);
        let nodes = mem::replace(&mut self.element.children, before);
        self.element.children.push(VList::with_children(nodes, None).into());
    }

    /// Writes an element that contains a text.
    #[inline(never)]
    pub(super) fn text(&mut self, shape: &'static str, text: &str) {
        self.open(shape);
        self.words(text);
        self.close();
    }

    /// Writes a text for screen readers only.
    pub(super) fn unseen(&mut self, text: &str) {
        self.text("span.bp-unseen", text);
    }

    /// Writes a bare text.
    #[inline(never)]
    pub(super) fn words(&mut self, text: &str) {
        self.element.children.push(VText::new(shared(text)).into());
    }

    /// Writes a space between two inline elements.
    pub(super) fn space(&mut self) {
        self.words(" ");
    }

    /// Sets the key by which Yew recognizes the open element when the page is redrawn.
    #[inline(never)]
    pub(super) fn key(&mut self, key: &str) {
        self.element.tag.key = Some(Key::from(key));
    }

    /// Sets an attribute of the open element.
    #[inline(never)]
    pub(super) fn attribute(&mut self, attribute: Attribute, value: &str) {
        self.element.set(attribute, shared(value));
    }

    /// Sets attributes of the open element.
    #[inline(never)]
    pub(super) fn attributes(&mut self, attributes: &[(Attribute, &str)]) {
        for (attribute, value) in attributes {
            self.attribute(*attribute, value);
        }
    }

    /// Sets whether the open button is the pressed one in its group.
    pub(super) fn pressed(&mut self, is_pressed: bool) {
        self.attribute(Attribute::AriaPressed, if is_pressed { "true" } else { "false" });
    }

    /// Sets the value of the open field.
    pub(super) fn value(&mut self, value: &str) {
        self.element.tag.set_value(shared(value));
    }

    /// Sets whether the open radio button is chosen, as long as nobody has clicked in its group.
    ///
    /// After the first click, the browser's state counts. If the session's state were set, a host that
    /// redraws the widget in the middle of a click would undo the choice before the session receives it.
    pub(super) fn chosen(&mut self, is_chosen: bool) {
        if is_chosen {
            self.attribute(Attribute::Checked, "");
        }
    }

    /// Sets whether the open checkbox is checked.
    pub(super) fn checked(&mut self, is_checked: bool) {
        self.element.tag.set_checked(is_checked);
    }

    /// Sets whether the open option is the one its list shows.
    ///
    /// Set as a property, because the attribute has no effect after the visitor has chosen. A page written as
    /// text has only attributes.
    pub(super) fn selected(&mut self, is_selected: bool) {
        if cfg!(target_family = "wasm") {
            self.element.put(Attribute::Selected, AttributeOrProperty::Property(is_selected.into()));
        } else if is_selected {
            self.attribute(Attribute::Selected, "");
        }
    }

    /// Adds an event listener to the open element.
    #[inline(never)]
    pub(super) fn on(&mut self, on: On, callback: Callback<web_sys::Event>) {
        self.element.tag.add_listener(Rc::new(Listening { on, callback }));
    }

    #[inline(never)]
    fn open(&mut self, shape: &'static str) {
        self.around.push(mem::replace(&mut self.element, Element::new(shape)));
    }

    #[inline(never)]
    fn close(&mut self) {
        if let Some(around) = self.around.pop() {
            let closed = mem::replace(&mut self.element, around);
            self.element.children.push(closed.into_html());
        }
    }
}

fn shared(text: &str) -> AttrValue {
    AttrValue::from(Rc::<str>::from(text))
}

/// The events that an element can listen for.
#[derive(Clone, Copy)]
pub(super) enum On {
    Click,
    Change,
    Input,
    Submit,
    Toggle,
}

/// Connects any kind of event to any callback: `html!` would add a listener type for each kind.
struct Listening {
    on: On,
    callback: Callback<web_sys::Event>,
}

impl Listener for Listening {
    fn kind(&self) -> ListenerKind {
        match self.on {
            On::Click => ListenerKind::onclick,
            On::Change => ListenerKind::onchange,
            On::Input => ListenerKind::oninput,
            On::Submit => ListenerKind::onsubmit,
            On::Toggle => ListenerKind::ontoggle,
        }
    }

    fn handle(&self, event: web_sys::Event) {
        self.callback.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
