//! The custom element as its widget sees it; `element/host.js` is the other side.

use b2b_b2c_profile::view::{Abilities, CallToAction, Device, Keep, Settings, Start, Variant};
use wasm_bindgen::prelude::*;
use yew::AttrValue;

#[wasm_bindgen]
extern "C" {
    /// The custom element, as far as its widget sees it. None of its members throws.
    #[derive(Clone)]
    pub type Host;

    // The settings of the element and the abilities of the host page. A missing text is empty.

    #[wasm_bindgen(method, getter)]
    fn language(this: &Host) -> String;
    #[wasm_bindgen(method, getter)]
    fn start(this: &Host) -> String;
    #[wasm_bindgen(method, getter)]
    fn variant(this: &Host) -> String;
    #[wasm_bindgen(method, getter, js_name = groupFirst)]
    fn group_first(this: &Host) -> String;
    #[wasm_bindgen(method, getter, js_name = groupSecond)]
    fn group_second(this: &Host) -> String;
    #[wasm_bindgen(method, getter, js_name = ctaHref)]
    fn cta_href(this: &Host) -> String;
    #[wasm_bindgen(method, getter, js_name = ctaText)]
    fn cta_text(this: &Host) -> String;
    /// Whether `complete` includes the answers.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn answers(this: &Host) -> bool;
    /// Whether the answers are kept; `None` if keeping is not offered.
    #[wasm_bindgen(method, getter)]
    fn keep(this: &Host) -> Option<bool>;
    /// Whether the device can share texts.
    #[wasm_bindgen(method, getter)]
    fn shares(this: &Host) -> bool;
    #[wasm_bindgen(method, getter)]
    fn address(this: &Host) -> String;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn notice(this: &Host) -> String;
    #[wasm_bindgen(method, getter, js_name = namedResults)]
    fn named_results(this: &Host) -> String;
    #[wasm_bindgen(method, getter)]
    fn today(this: &Host) -> String;
    /// One per line.
    #[wasm_bindgen(method, getter)]
    fn requests(this: &Host) -> String;
    /// One per line.
    #[wasm_bindgen(method, getter, js_name = storedKeys)]
    fn stored_keys(this: &Host) -> String;
    #[wasm_bindgen(method, getter)]
    fn analytics(this: &Host) -> String;

    // Calls to the element.

    /// The session changed: the saved session, and the result code if the result is shown.
    #[wasm_bindgen(method)]
    pub(crate) fn save(this: &Host, saved: &str, code: &str);
    /// The last `restart` or `restore` is done and drawn.
    #[wasm_bindgen(method)]
    pub(crate) fn served(this: &Host);
    /// Something happened: the name of an event, and its detail as JSON.
    #[wasm_bindgen(method)]
    pub(crate) fn dispatch(this: &Host, name: &str, detail: &str);
    /// This version can't read the saved session.
    #[wasm_bindgen(method)]
    pub(crate) fn unreadable(this: &Host, reason: &str);
    #[wasm_bindgen(method, js_name = chooseLanguage)]
    pub(crate) fn choose_language(this: &Host, code: &str);
    #[wasm_bindgen(method, js_name = keepAnswers)]
    pub(crate) fn keep_answers(this: &Host, is_wanted: bool);
    #[wasm_bindgen(method, js_name = takeOther)]
    pub(crate) fn take_other(this: &Host);
    /// The named results to keep from now on; empty for none.
    #[wasm_bindgen(method, js_name = writeNamedResults)]
    pub(crate) fn write_named_results(this: &Host, results: &str);
    // `done` takes the slug of a `Delivery`, once.
    #[wasm_bindgen(method)]
    pub(crate) fn copy(this: &Host, what: &str, text: &str, done: JsValue);
    #[wasm_bindgen(method)]
    pub(crate) fn download(this: &Host, name: &str, format: &str, media_type: &str, text: &str);
    #[wasm_bindgen(method)]
    pub(crate) fn share(this: &Host, title: &str, text: &str, done: JsValue);
    /// The visitor wants this printed or drawn as a picture.
    #[wasm_bindgen(method)]
    pub(crate) fn export(this: &Host, kind: &str, done: JsValue);
}

impl Host {
    /// The settings of the element.
    pub(crate) fn settings(&self) -> Settings {
        let link = CallToAction { href: self.cta_href().into(), text: self.cta_text().into() };
        Settings {
            language: self.language().into(),
            start: Start::from_slug(&self.start()).unwrap_or_default(),
            variant: Variant::from_slug(&self.variant()).unwrap_or_default(),
            group_names: [self.group_first().into(), self.group_second().into()],
            call_to_action: (!link.href.is_empty()).then_some(link),
        }
    }

    /// The abilities of the host page, without the callback for the device.
    pub(crate) fn abilities(&self) -> Abilities {
        Abilities {
            copies: true,
            saves: true,
            shares: self.shares(),
            opens: true,
            prints: true,
            keep: match self.keep() {
                None => Keep::NotOffered,
                Some(false) => Keep::Off,
                Some(true) => Keep::On,
            },
            address: self.address().into(),
            device: None,
        }
    }

    /// The current state of the device.
    pub(crate) fn device(&self) -> Device {
        let lines = |text: String| text.lines().map(|line| AttrValue::from(line.to_owned())).collect();
        Device {
            results: self.named_results().into(),
            today: self.today().into(),
            requests: lines(self.requests()),
            keys: lines(self.stored_keys()),
            analytics: self.analytics().into(),
        }
    }
}
