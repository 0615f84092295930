//! The place a widget is drawn in: its event listeners, and its reaction to changes that others make there.

mod parts;
mod touch;

use super::{double_click, focus, forms, number_keys};
use crate::assessment::Effect;
use gloo::events::EventListener;
use parts::Parts;
use touch::Touch;
use web_sys::Element;
use yew::Callback;

/// The place of a widget; its event listeners are removed when it is dropped.
pub struct Place {
    container: Element,
    /// `None` if the browser can't observe changes to an element.
    touch: Option<Touch>,
    _listeners: [EventListener; 3],
}

impl Place {
    /// The place inside `container`. `on_loss` is called when something drawn there is removed: it must give
    /// the widget a new [`drawing`](Place::drawing), so that it is drawn again.
    pub fn new(container: Element, on_loss: impl Fn() + 'static) -> Place {
        let listeners = [
            double_click::ignore_double_clicks(&container),
            number_keys::listen_to_number_keys(&container),
            forms::send_forms(&container),
        ];
        let parts = Parts::of(&container).ok();
        let on_drawn = move || {
            if let Some(parts) = &parts {
                parts.watch();
            }
        };
        let touch = Touch::watch(&container, on_loss, on_drawn).ok();
        Place { container, touch, _listeners: listeners }
    }

    /// The callback for [`WidgetProps::drawing`](crate::view::WidgetProps::drawing).
    pub fn drawing(&self) -> Option<Callback<u32, u32>> {
        self.touch.as_ref().map(Touch::drawing)
    }

    /// Carries out an effect; a no-op if its target doesn't exist.
    pub fn perform(&self, effect: Effect) {
        focus::perform(&self.container, effect);
    }
}
