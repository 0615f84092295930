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
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen::prelude::*;
    use web_sys::Element;
    use yew::{AppHandle, AttrValue, Callback};

    #[wasm_bindgen]
    extern "C" {
        /// The custom element, as far as its widget sees it. None of its functions throws.
        #[derive(Clone)]
        pub type Host;

        /// What the element is set to; empty where it is set to nothing.
        #[wasm_bindgen(method)]
        fn setting(this: &Host, name: &str) -> String;

        /// The visitor chose the language with this code.
        #[wasm_bindgen(method, js_name = languageChosen)]
        fn language_chosen(this: &Host, code: &str);
    }

    thread_local! {
        static MOUNTED: RefCell<Option<Mounted>> = const { RefCell::new(None) };
    }

    struct Mounted {
        app: AppHandle<Widget>,
        props: WidgetProps,
        host: Host,
        /// What listens beside the views, for as long as it lives.
        _listeners: [EventListener; 2],
    }

    /// Mounts the widget into `container`, as `host` is set. Returns the code of the language shown, which is the
    /// first one where the wanted one isn't there. A second call replaces the widget.
    #[wasm_bindgen]
    pub fn mount(container: Element, host: Host) -> String {
        if let Some(mounted) = MOUNTED.with_borrow_mut(Option::take) {
            mounted.app.destroy();
        }
        let focus_in = container.clone();
        let told = host.clone();
        let props = WidgetProps {
            language: AttrValue::from(host.setting("language")),
            on_effect: Callback::from(move |effect| browser::perform(&focus_in, effect)),
            on_language: Callback::from(move |code: &'static str| told.language_chosen(code)),
            ..WidgetProps::new(Rc::new(Questionnaire::bundled()))
        };
        let listeners =
            [browser::ignore_double_clicks(&container), browser::listen_to_number_keys(&container)];
        let app = yew::Renderer::<Widget>::with_root_and_props(container, props.clone()).render();
        let shown = shown(&props);
        MOUNTED
            .with_borrow_mut(|mounted| *mounted = Some(Mounted { app, props, host, _listeners: listeners }));
        shown
    }

    /// Takes over what the element is set to; answers and place are kept. Returns the code of the language shown,
    /// empty without a mounted widget.
    #[wasm_bindgen]
    pub fn update() -> String {
        MOUNTED.with_borrow_mut(|mounted| match mounted {
            Some(mounted) => {
                mounted.props.language = AttrValue::from(mounted.host.setting("language"));
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
