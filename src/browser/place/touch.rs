//! Handles changes that others make to the drawn nodes.
//!
//! A page translator, extension or script of the host page may replace, wrap or remove any node at any time,
//! while Yew keeps writing to the nodes it remembers. So the next drawing after such a change starts from the
//! root; it comes at once if an element or text is lost. Until then, a translator's texts stay: they are wanted.

use js_sys::{Array, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit, MutationRecord, Node, NodeList};
use yew::Callback;

/// How many times in a row lost nodes are redrawn: after that, whoever keeps removing them wins.
const MOST_LOSSES: u32 = 50;
/// The elements that can have focus.
const FOCUSABLE: &str = "a, button, input, select, summary, textarea, [tabindex]";

/// Observes the drawn nodes, for as long as it lives.
pub(super) struct Touch {
    observer: MutationObserver,
    drawn: Rc<Drawn>,
    on_drawn: Rc<Closure<dyn FnMut(JsValue)>>,
    _on_touch: Closure<dyn FnMut(Array)>,
}

/// The state of the last drawing.
struct Drawn {
    container: Element,
    /// Whether others have changed it, and whether a drawing is under way.
    is_touched: Cell<bool>,
    is_under_way: Cell<bool>,
    elements: RefCell<Option<NodeList>>,
    losses: Cell<u32>,
    /// How often everything was drawn from the root, and the number of the page shown.
    number: Cell<u32>,
    page: Cell<u32>,
    memory: RefCell<Option<Memory>>,
}

impl Touch {
    /// Calls `on_loss` when drawn nodes are lost, and `after_drawing` after each drawing.
    pub(super) fn watch(
        container: &Element,
        on_loss: impl Fn() + 'static,
        after_drawing: impl Fn() + 'static,
    ) -> Result<Touch, JsValue> {
        let drawn = Rc::new(Drawn {
            container: container.clone(),
            is_touched: Cell::default(),
            is_under_way: Cell::default(),
            elements: RefCell::default(),
            losses: Cell::default(),
            number: Cell::default(),
            page: Cell::default(),
            memory: RefCell::default(),
        });
        let touched = Rc::clone(&drawn);
        let on_touch = Closure::<dyn FnMut(Array)>::new(move |records: Array| {
            touched.is_touched.set(true);
            if touched.losses.get() < MOST_LOSSES && touched.has_lost(&records) {
                touched.losses.set(touched.losses.get() + 1);
                on_loss();
            }
        });
        let observer = MutationObserver::new(on_touch.as_ref().unchecked_ref())?;
        let wanted = MutationObserverInit::new();
        wanted.set_child_list(true);
        wanted.set_subtree(true);
        observer.observe_with_options(container, &wanted)?;
        let (own, watched) = (observer.clone(), Rc::clone(&drawn));
        let on_drawn = Rc::new(Closure::<dyn FnMut(JsValue)>::new(move |_| {
            own.take_records();
            watched.take_in();
            after_drawing();
        }));
        Ok(Touch { observer, drawn, on_drawn, _on_touch: on_touch })
    }

    /// Called with the number of the page before each drawing. Returns the number of the drawing, which
    /// changes if everything must be drawn from the root.
    pub(super) fn drawing(&self) -> Callback<u32, u32> {
        let (observer, drawn) = (self.observer.clone(), Rc::clone(&self.drawn));
        let on_drawn = Rc::clone(&self.on_drawn);
        Callback::from(move |page| {
            let is_changed = observer.take_records().length() > 0;
            if !drawn.is_under_way.replace(true) {
                // Until it resolves, all changes come from the drawing: others and the observer run later.
                let _ = Promise::resolve(&JsValue::UNDEFINED).then(&on_drawn);
                if is_changed {
                    drawn.is_touched.set(true);
                }
            }
            drawn.begin(page)
        })
    }
}

impl Drawn {
    /// Begins a drawing of a page and returns the number of the drawing.
    fn begin(&self, page: u32) -> u32 {
        let is_same_page = self.page.replace(page) == page;
        if self.is_touched.replace(false) {
            self.number.set(self.number.get().wrapping_add(1));
            *self.memory.borrow_mut() = is_same_page.then(|| Memory::of(&self.container));
            // Otherwise copies of drawn nodes would stay.
            self.container.set_text_content(None);
        }
        self.number.get()
    }

    /// Ends a drawing: notes its elements, and restores what a drawing from the root lost.
    fn take_in(&self) {
        self.is_under_way.set(false);
        *self.elements.borrow_mut() = self.container.query_selector_all("*").ok();
        match self.memory.take() {
            Some(memory) => memory.restore(&self.container),
            None => self.losses.set(0),
        }
    }

    /// Whether a drawn element is gone, or an element has lost all its text.
    fn has_lost(&self, records: &Array) -> bool {
        let is_here = |node: &Node| self.container.contains(Some(node));
        let elements = self.elements.borrow();
        let mut all = elements.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at)));
        all.any(|element| !is_here(&element))
            || records.iter().any(|record| {
                let record: MutationRecord = record.unchecked_into();
                let target = record.target().filter(is_here);
                record.removed_nodes().length() > 0
                    && target.is_some_and(|target| target.text_content().unwrap_or_default().is_empty())
            })
    }
}

/// Which details the visitor had opened, and where focus was.
struct Memory {
    opened: Vec<u32>,
    focused: Option<u32>,
    id: String,
}

impl Memory {
    fn of(container: &Element) -> Memory {
        let focused = container.query_selector(":focus").ok().flatten();
        let place = |of: &Element, selector| {
            let all = container.query_selector_all(selector).ok()?;
            (0..all.length()).find(|&at| all.get(at).is_some_and(|node| node.is_same_node(Some(of))))
        };
        let opened = crate::browser::elements(container, "details[open]");
        Memory {
            opened: opened.filter_map(|details| place(&details, "details")).collect(),
            focused: focused.as_ref().and_then(|focused| place(focused, FOCUSABLE)),
            id: focused.map(|focused| focused.id()).unwrap_or_default(),
        }
    }

    fn restore(self, container: &Element) {
        let find = |selector: &str, at: u32| container.query_selector_all(selector).ok()?.get(at);
        for details in self.opened.into_iter().filter_map(|at| find("details", at)) {
            let _ = details.unchecked_into::<Element>().set_attribute("open", "");
        }
        let by_id = (!self.id.is_empty()).then(|| find(&["[id='", &self.id, "']"].concat(), 0)).flatten();
        let focused = by_id.or_else(|| find(FOCUSABLE, self.focused?));
        // If the drawing itself has moved focus, leave it there.
        let focused =
            focused.filter(|_| container.query_selector(":focus").is_ok_and(|focus| focus.is_none()));
        if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
            let _ = focused.focus();
        }
    }
}
