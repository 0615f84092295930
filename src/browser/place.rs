//! The place that a widget is drawn in: what listens there beside the views, and what others do to what was drawn.

mod touch;

use super::{double_click, focus, forms, number_keys};
use crate::assessment::Effect;
use gloo::events::EventListener;
use touch::Touch;
use web_sys::Element;
use yew::Callback;

/// A widget's place; what listens there does so for as long as this lives.
pub struct Place {
    container: Element,
    /// None where the browser can't watch what happens to an element.
    touch: Option<Touch>,
    _listeners: [EventListener; 3],
}

impl Place {
    /// The place inside `container`. `on_loss` is called when something that was drawn there is gone: whoever hears it
    /// gives the widget another [`drawing`](Place::drawing), and so has it drawn again.
    pub fn new(container: Element, on_loss: impl Fn() + 'static) -> Place {
        let listeners = [
            double_click::ignore_double_clicks(&container),
            number_keys::listen_to_number_keys(&container),
            forms::send_forms(&container),
        ];
        let touch = Touch::watch(&container, on_loss).ok();
        Place { container, touch, _listeners: listeners }
    }

    /// What [`WidgetProps::drawing`](crate::view::WidgetProps::drawing) asks.
    pub fn drawing(&self) -> Option<Callback<u32, u32>> {
        self.touch.as_ref().map(Touch::drawing)
    }

    /// Carries an effect out; where its target isn't there, nothing happens.
    pub fn perform(&self, effect: Effect) {
        focus::perform(&self.container, effect);
    }
}
