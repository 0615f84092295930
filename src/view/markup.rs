//! Writing a page: its elements one after the other, each inside the one that is open.
//!
//! Yew's `html!` writes out the construction of every element where it stands, some 500 bytes of wasm apiece, and
//! nodes that functions hand to each other are copied about. Here every step exists once, takes texts, and returns
//! nothing, which makes an element some 40 bytes. What is built is the same as with `html!`.

use super::attribute::Attribute;
use std::mem;
use std::rc::Rc;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText};
use yew::{AttrValue, Callback, Html};

/// A page while it is written.
pub(super) struct Markup {
    /// The innermost open element: what is written goes into it.
    element: Element,
    /// Those around it, outermost first.
    around: Vec<Element>,
}

struct Element {
    tag: VTag,
    /// The values of the first so many [`Attribute::NAMES`].
    attributes: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

impl Element {
    /// An element from its shape: its name and, behind a dot, its classes.
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
        // Not `add_attribute`: it brings a hash map of its own, 1.8 kB of compressed wasm.
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
    /// A page that is one element, to be filled.
    pub(super) fn new(shape: &'static str) -> Markup {
        Markup { element: Element::new(shape), around: Vec::new() }
    }

    /// The page that was written.
    pub(super) fn into_html(self) -> Html {
        self.element.into_html()
    }

    /// An element and what is written into it. Its shape is its name and, behind a dot, its classes:
    /// `p.bp-lede bp-because`.
    pub(super) fn element(&mut self, shape: &'static str, write: impl FnOnce(&mut Markup)) {
        self.open(shape);
        write(self);
        self.close();
    }

    /// A list's entry. Its key lets it keep its state when others come and go.
    pub(super) fn entry(&mut self, shape: &'static str, id: &str, write: impl FnOnce(&mut Markup)) {
        self.open(shape);
        self.key(id);
        self.attribute(Attribute::DataId, id);
        write(self);
        self.close();
    }

    /// A place for what comes and goes, so that the elements around it are still taken for the same ones.
    pub(super) fn place(&mut self, write: impl FnOnce(&mut Markup)) {
        let before = mem::take(&mut self.element.children);
        write(self);
        let nodes = mem::replace(&mut self.element.children, before);
        self.element.children.push(VList::with_children(nodes, None).into());
    }

    /// An element with a text.
    #[inline(never)]
    pub(super) fn text(&mut self, shape: &'static str, text: &str) {
        self.open(shape);
        self.words(text);
        self.close();
    }

    /// A text for who listens instead of looks.
    pub(super) fn unseen(&mut self, text: &str) {
        self.text("span.bp-unseen", text);
    }

    /// A bare text.
    #[inline(never)]
    pub(super) fn words(&mut self, text: &str) {
        self.element.children.push(VText::new(shared(text)).into());
    }

    /// The space between two inline elements.
    pub(super) fn space(&mut self) {
        self.words(" ");
    }

    /// What makes the open element the same one when the page is written anew.
    #[inline(never)]
    pub(super) fn key(&mut self, key: &str) {
        self.element.tag.key = Some(Key::from(key));
    }

    /// An attribute of the open element.
    #[inline(never)]
    pub(super) fn attribute(&mut self, attribute: Attribute, value: &str) {
        self.element.set(attribute, shared(value));
    }

    /// Attributes of the open element.
    #[inline(never)]
    pub(super) fn attributes(&mut self, attributes: &[(Attribute, &str)]) {
        for (attribute, value) in attributes {
            self.attribute(*attribute, value);
        }
    }

    /// Whether the open button is the chosen one of its group.
    pub(super) fn pressed(&mut self, is_pressed: bool) {
        self.attribute(Attribute::AriaPressed, if is_pressed { "true" } else { "false" });
    }

    /// What the open field holds.
    pub(super) fn value(&mut self, value: &str) {
        self.element.tag.set_value(shared(value));
    }

    /// Whether the open radio button is chosen where nobody has clicked in its group yet.
    ///
    /// From the first click on, the page itself knows best: were it told what the session says, a host that has the
    /// widget drawn again in the middle of a click would undo the choice before the session hears of it.
    pub(super) fn chosen(&mut self, is_chosen: bool) {
        if is_chosen {
            self.attribute(Attribute::Checked, "");
        }
    }

    /// Whether the open box is checked.
    pub(super) fn checked(&mut self, is_checked: bool) {
        self.element.tag.set_checked(is_checked);
    }

    /// Whether the open option is the one its list shows.
    ///
    /// As a property: the attribute no longer counts once somebody has chosen. Where a page is written as text there
    /// are only attributes.
    pub(super) fn selected(&mut self, is_selected: bool) {
        if cfg!(target_family = "wasm") {
            self.element.put(Attribute::Selected, AttributeOrProperty::Property(is_selected.into()));
        } else if is_selected {
            self.attribute(Attribute::Selected, "");
        }
    }

    /// Listens at the open element.
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

/// What an element can listen to.
#[derive(Clone, Copy)]
pub(super) enum On {
    Click,
    Change,
    Input,
    Submit,
    Toggle,
}

/// Any kind of event to any callback: `html!` would bring a listener type for each kind.
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
