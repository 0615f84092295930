//! The wasm module behind `<b2b-b2c-profile>`: the exports that the custom element calls, and nothing else.
//!
//! One runtime serves one element, so its state is the runtime's own: there is at most one widget.

#![allow(unreachable_pub, reason = "wasm-bindgen exports what is public")]

#[cfg(target_family = "wasm")]
mod exports {
    use b2b_b2c_profile::browser;
    use b2b_b2c_profile::content::Questionnaire;
    use b2b_b2c_profile::view::{Widget, WidgetProps};
    use gloo::events::EventListener;
    use js_sys::Function;
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen::prelude::*;
    use web_sys::Element;
    use yew::{AppHandle, AttrValue, Callback};

    thread_local! {
        static MOUNTED: RefCell<Option<Mounted>> = const { RefCell::new(None) };
    }

    struct Mounted {
        app: AppHandle<Widget>,
        props: WidgetProps,
        /// What listens beside the views, for as long as it lives.
        _listeners: [EventListener; 2],
    }

    /// Mounts the widget into `container`, in a language such as `nl`.
    ///
    /// `on_language` is called with the code of a language that the visitor chooses. Returns the code of the
    /// language shown, which is the first one where the wanted one isn't there. A second call replaces the widget.
    #[wasm_bindgen]
    pub fn mount(container: Element, language: String, on_language: Function) -> String {
        if let Some(mounted) = MOUNTED.with_borrow_mut(Option::take) {
            mounted.app.destroy();
        }
        let focus_in = container.clone();
        let props = WidgetProps {
            questionnaire: Rc::new(Questionnaire::bundled()),
            session: None,
            language: AttrValue::from(language),
            id: AttrValue::Static("bp"),
            on_effect: Callback::from(move |effect| browser::perform(&focus_in, effect)),
            on_language: Callback::from(move |code: &'static str| {
                // What the host does with it is the host's affair, errors included.
                let _ = on_language.call1(&JsValue::NULL, &JsValue::from_str(code));
            }),
        };
        let listeners =
            [browser::ignore_double_clicks(&container), browser::listen_to_number_keys(&container)];
        let app = yew::Renderer::<Widget>::with_root_and_props(container, props.clone()).render();
        let shown = shown(&props);
        MOUNTED.with_borrow_mut(|mounted| *mounted = Some(Mounted { app, props, _listeners: listeners }));
        shown
    }

    /// Changes the language; answers and place are kept. Returns the code of the language shown, empty without a
    /// mounted widget.
    #[wasm_bindgen]
    pub fn update(language: String) -> String {
        MOUNTED.with_borrow_mut(|mounted| match mounted {
            Some(mounted) => {
                mounted.props.language = AttrValue::from(language);
                mounted.app.update(mounted.props.clone());
                shown(&mounted.props)
            }
            None => String::new(),
        })
    }

    fn shown(props: &WidgetProps) -> String {
        props.questionnaire.texts_or_default(&props.language).language.to_string()
    }
}

fn main() {}
