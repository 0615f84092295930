//! The wasm module behind `<b2b-b2c-profile>`: the exports that the custom element calls, and nothing else.
//!
//! One runtime serves one element, so its state is the runtime's own: there is at most one widget.

#![allow(unreachable_pub, reason = "wasm-bindgen exports what is public")]

#[cfg(target_family = "wasm")]
mod exports {
    use b2b_b2c_profile::assessment::{Effect, Event, Session, Stage};
    use b2b_b2c_profile::browser;
    use b2b_b2c_profile::content::{Questionnaire, Structure, Texts};
    use b2b_b2c_profile::exchange::detail::{Edition, Extent};
    use b2b_b2c_profile::exchange::{SavedSession, detail, later};
    use b2b_b2c_profile::view::{
        CallToAction, Copy, Download, Footprint, HandOut, Keep, LaterPart, Message, Notice, ResultMessage,
        Share, Shelf, Start, Variant, Widget, WidgetProps, early_events,
    };
    use gloo::events::EventListener;
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen::prelude::*;
    use web_sys::{Element, HtmlInputElement};
    use yew::{AppHandle, AttrValue, Callback};

    /// A tenth of the standard library's in bytes, and faster. Without threads it needs no lock.
    #[global_allocator]
    static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

    #[wasm_bindgen]
    extern "C" {
        /// The custom element, as far as its widget sees it. None of its functions throws.
        #[derive(Clone)]
        pub type Host;

        /// What the element is set to; empty where it is set to nothing.
        #[wasm_bindgen(method)]
        fn setting(this: &Host, name: &str) -> String;

        /// Something happened: an event's name, and its detail as JSON.
        #[wasm_bindgen(method)]
        fn tell(this: &Host, name: &str, detail: &str);

        /// The session after something happened, as text.
        #[wasm_bindgen(method)]
        fn changed(this: &Host, saved: &str);

        /// A result is shown, or has changed there: its code.
        #[wasm_bindgen(method)]
        fn completed(this: &Host, code: &str);

        /// The visitor chose the language with this code.
        #[wasm_bindgen(method, js_name = languageChosen)]
        fn language_chosen(this: &Host, code: &str);

        /// Whether the visitor wants the answers kept on the device.
        #[wasm_bindgen(method)]
        fn keep(this: &Host, is_wanted: bool);

        /// The list of results to be kept on the device from now on; empty for none.
        #[wasm_bindgen(method, js_name = keepResults)]
        fn keep_results(this: &Host, results: &str);

        /// The second part of the program is needed soon, or was asked for again.
        #[wasm_bindgen(method, js_name = laterPart)]
        fn later_part(this: &Host);

        /// What was kept is no session that this version can read.
        #[wasm_bindgen(method)]
        fn unreadable(this: &Host, reason: &str);

        /// The visitor wants this text on the clipboard.
        #[wasm_bindgen(method)]
        fn copy(this: &Host, text: &str);

        /// The visitor chose a file in this field; what it holds is handed over by `bring_file`.
        #[wasm_bindgen(method, js_name = readFile)]
        fn read_file(this: &Host, field: HtmlInputElement);

        /// The visitor wants this text as a file. Returns the file's whole name.
        #[wasm_bindgen(method)]
        fn download(this: &Host, name: &str, format: &str, text: &str) -> String;

        /// The visitor wants to pass this text on by the device's own means; the event's detail if that is done.
        #[wasm_bindgen(method)]
        fn share(this: &Host, title: &str, text: &str, detail: &str);

        /// The visitor wants this printed or drawn.
        #[wasm_bindgen(method, js_name = handOut)]
        fn hand_out(this: &Host, what: &str);
    }

    thread_local! {
        /// The questionnaire, and its texts in the languages that have come so far.
        static CONTENT: RefCell<(Structure, Vec<Rc<Texts>>)> = RefCell::new((Structure::bundled(), Vec::new()));
        static MOUNTED: RefCell<Option<Mounted>> = const { RefCell::new(None) };
        /// The session as it was last drawn.
        static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
    }

    struct Mounted {
        app: AppHandle<Widget>,
        props: WidgetProps,
        host: Host,
        /// What listens beside the views, for as long as it lives.
        _listeners: [EventListener; 3],
    }

    /// Takes in the texts of a language, packed; `mount` and `update` can show them from then on. Returns whether they
    /// are texts of this questionnaire.
    #[wasm_bindgen]
    pub fn add_texts(pack: String) -> bool {
        CONTENT.with_borrow_mut(|(structure, texts)| {
            let added = structure.texts(pack.leak()).map(Rc::new);
            texts.extend(added.clone());
            added.is_some()
        })
    }

    /// The questionnaire with the texts that there are; nothing without any.
    fn questionnaire() -> Option<Rc<Questionnaire>> {
        CONTENT.with_borrow(|(structure, texts)| Questionnaire::new(structure, texts.clone()).map(Rc::new))
    }

    /// Mounts the widget into `container`, as `host` is set, and goes on from the session that it has saved.
    ///
    /// Where the texts of the wanted language aren't there, it speaks the language that was added first; if none was,
    /// nothing is mounted. A second call replaces the widget.
    #[wasm_bindgen]
    pub fn mount(container: Element, host: Host) {
        if let Some(mounted) = MOUNTED.take() {
            mounted.app.destroy();
        }
        let Some(questionnaire) = questionnaire() else { return };
        let session = saved(&host, &questionnaire);
        let session = session.unwrap_or_else(|| Session::new(Rc::clone(&questionnaire.instrument)));
        host.changed(&SavedSession::save(&session, questionnaire.version));
        SESSION.set(Some(session.clone()));
        let early = early_events(&host.setting("early"), &questionnaire.instrument);
        let mut props = WidgetProps { session: Some(session), early, ..WidgetProps::new(questionnaire) };
        configure(&mut props, &host);
        listen(&mut props, &host, &container);
        let listeners = [
            browser::ignore_double_clicks(&container),
            browser::listen_to_number_keys(&container),
            browser::send_forms(&container),
        ];
        let app = yew::Renderer::<Widget>::with_root_and_props(container, props.clone()).render();
        MOUNTED.set(Some(Mounted { app, props, host, _listeners: listeners }));
    }

    /// The session that the element has saved. To read one takes the second part of the program: the element sees to
    /// it that it is there.
    fn saved(host: &Host, questionnaire: &Questionnaire) -> Option<Session> {
        let saved = host.setting("saved");
        if saved.is_empty() || later_part(host) != LaterPart::Here {
            return None;
        }
        let session = later::load(&saved, &questionnaire.instrument, questionnaire.version);
        session.map_err(|error| host.unreadable(error.as_str())).ok()
    }

    /// Takes over what the element is set to, and texts that were added; answers and place are kept.
    #[wasm_bindgen]
    pub fn update() {
        MOUNTED.with_borrow_mut(|mounted| {
            if let Some(mounted) = mounted {
                let known = &mut mounted.props.questionnaire;
                *known = questionnaire().unwrap_or(Rc::clone(known));
                configure(&mut mounted.props, &mounted.host);
                mounted.app.update(mounted.props.clone());
            }
        });
    }

    /// Begins anew, as the visitor's own button does.
    #[wasm_bindgen]
    pub fn restart() {
        send(Message::HostAsked(Event::Restarted));
    }

    /// Shows the result that a code stands for. Returns what is wrong with the code, empty if nothing is; a code with
    /// a fault changes nothing. Nothing happens before the second part of the program is there.
    #[wasm_bindgen]
    pub fn restore(code: &str) -> String {
        let read = MOUNTED.with_borrow(|mounted| {
            let props = with_later_part(mounted)?;
            Some(later::read(code, &props.questionnaire.instrument, props.questionnaire.version))
        });
        match read {
            Some(Ok(session)) => {
                send(ResultMessage::Restored(Box::new(session)).into());
                String::new()
            }
            Some(Err(error)) => error.as_str().to_owned(),
            None => String::new(),
        }
    }

    /// Shows the result that the end of the page's address stands for, beside the visitor's own; an empty one stands
    /// for none.
    #[wasm_bindgen]
    pub fn follow(link: String) {
        send(ResultMessage::LinkFollowed(link).into());
    }

    /// Takes in what a file holds that the visitor chose; nothing where it is too large.
    #[wasm_bindgen]
    pub fn bring_file(text: Option<String>) {
        send(ResultMessage::FileRead(text).into());
    }

    /// The result as it stands, as JSON; empty before there is one, and before the second part of the program is there.
    /// Answers and code only if asked for.
    #[wasm_bindgen]
    pub fn result(with_answers: bool) -> String {
        let result = MOUNTED.with_borrow(|mounted| {
            let props = with_later_part(mounted)?;
            SESSION.with_borrow(|session| {
                let session = session.as_ref().filter(|session| session.has_answers())?;
                Some(complete(session, props, with_answers))
            })
        });
        result.unwrap_or_default()
    }

    fn complete(session: &Session, props: &WidgetProps, with_answers: bool) -> String {
        let questionnaire = &props.questionnaire;
        let language = questionnaire.texts_or_default(&props.language).language.as_str();
        let edition = Edition { id: questionnaire.id, version: questionnaire.version, language };
        let extent = if with_answers { Extent::WithAnswers } else { Extent::Result };
        later::complete(session, edition, extent)
    }

    /// What a widget is given that has the second part of the program.
    fn with_later_part(mounted: &Option<Mounted>) -> Option<&WidgetProps> {
        mounted.as_ref().map(|mounted| &mounted.props).filter(|props| props.later_part == LaterPart::Here)
    }

    fn later_part(host: &Host) -> LaterPart {
        match host.setting("later-part").as_str() {
            "here" => LaterPart::Here,
            "failed" => LaterPart::Failed,
            _ => LaterPart::Coming,
        }
    }

    fn send(message: Message) {
        MOUNTED.with_borrow(|mounted| {
            if let Some(mounted) = mounted {
                mounted.app.send_message(message);
            }
        });
    }

    /// Reads what the element is set to.
    fn configure(props: &mut WidgetProps, host: &Host) {
        let setting = |name: &str| AttrValue::from(host.setting(name));
        props.language = setting("language");
        props.start = if setting("start") == "question" { Start::Question } else { Start::Intro };
        props.variant = if setting("variant") == "compact" { Variant::Compact } else { Variant::Full };
        props.group_names = [setting("group-first"), setting("group-second")];
        let call_to_action = CallToAction { href: setting("cta-href"), text: setting("cta-text") };
        props.call_to_action = (!call_to_action.href.is_empty()).then_some(call_to_action);
        props.keep = match setting("keep").as_str() {
            "on" => Keep::On,
            "off" => Keep::Off,
            _ => Keep::NotOffered,
        };
        props.address = setting("address");
        props.later_part = later_part(host);
        props.has_hand_out_failed = !setting("hand-out-failed").is_empty();
        props.notice = match setting("notice").as_str() {
            "resumed" => Some(Notice::Resumed),
            "recovered" => Some(Notice::Recovered),
            "storage-failed" => Some(Notice::StorageFailed),
            "kept-newer" => Some(Notice::KeptNewer),
            "kept-unreadable" => Some(Notice::KeptUnreadable),
            _ => None,
        };
    }

    /// Tells the element what happens.
    fn listen(props: &mut WidgetProps, host: &Host, container: &Element) {
        let (version, told) = (props.questionnaire.version, host.clone());
        props.on_change = Callback::from(move |session: Session| {
            told.changed(&SavedSession::save(&session, version));
            // Of a result the widget tells only once it can show it.
            if matches!(session.stage(), Stage::Result { .. }) {
                told.completed(&later::code(&session, version));
            }
            SESSION.set(Some(session));
        });
        let told = host.clone();
        props.on_later_part = Callback::from(move |()| told.later_part());
        let told = host.clone();
        props.on_start = Callback::from(move |()| told.tell("start", &detail::start()));
        let told = host.clone();
        props.on_step = Callback::from(move |step| told.tell("step", &detail::step(&step)));
        let told = host.clone();
        props.on_restart = Callback::from(move |()| told.tell("restart", &detail::restart()));
        let told = host.clone();
        props.on_complete = Callback::from(move |_| {
            told.tell("complete", &result(!told.setting("answers").is_empty()));
        });
        let told = host.clone();
        props.on_language = Callback::from(move |code: &'static str| told.language_chosen(code));
        let told = host.clone();
        props.on_keep = Callback::from(move |is_wanted| told.keep(is_wanted));
        let told = host.clone();
        props.shelf = Some(Callback::from(move |()| Shelf {
            results: AttrValue::from(told.setting("results")),
            today: AttrValue::from(told.setting("today")),
        }));
        let told = host.clone();
        props.on_results = Callback::from(move |results: String| told.keep_results(&results));
        let told = host.clone();
        props.on_copy = Some(Callback::from(move |copied: Copy| {
            told.copy(&copied.text);
            if copied.what.is_of_result() {
                told.tell("share", &detail::share(copied.what.as_str(), "copy"));
            }
        }));
        let told = host.clone();
        props.on_download = Some(Callback::from(move |download: Download| {
            let format = download.format.as_str();
            let name = told.download(&download.name, format, &download.text);
            told.tell("download", &detail::download(format, &name));
        }));
        let told = host.clone();
        props.on_share = (!host.setting("share").is_empty()).then(|| {
            Callback::from(move |share: Share| {
                told.share(&share.title, &share.text, &detail::share("result", "sheet"));
            })
        });
        let told = host.clone();
        props.on_hand_out = Some(Callback::from(move |what: HandOut| told.hand_out(what.as_str())));
        let told = host.clone();
        props.footprint = Some(Callback::from(move |()| Footprint {
            requests: lines(&told.setting("requests")),
            keys: lines(&told.setting("keys")),
            analytics: AttrValue::from(told.setting("analytics")),
        }));
        let told = host.clone();
        props.on_file = Some(Callback::from(move |field| told.read_file(field)));
        let focus_in = container.clone();
        props.on_effect = Callback::from(move |effect: Effect| browser::perform(&focus_in, effect));
    }

    fn lines(text: &str) -> Vec<AttrValue> {
        text.lines().map(|line| AttrValue::from(line.to_owned())).collect()
    }
}

fn main() {}
