//! The wasm module behind `<b2b-b2c-profile>`: only the exports that the custom element calls.
//!
//! Each runtime serves one element, so the state is global to the runtime: there is at most one widget.

#![allow(unreachable_pub, reason = "wasm-bindgen exports what is public")]

#[cfg(target_family = "wasm")]
mod host;

#[cfg(target_family = "wasm")]
mod exports {
    use crate::host::Host;
    use b2b_b2c_profile::assessment::{Event, Session, Stage};
    use b2b_b2c_profile::browser::{self, Place};
    use b2b_b2c_profile::content::{Questionnaire, Structure, Texts};
    use b2b_b2c_profile::exchange::detail::{self, Edition, Extent};
    use b2b_b2c_profile::exchange::{ResultCode, SavedSession};
    use b2b_b2c_profile::view::{
        Abilities, ChosenFile, Delivery, Download, Message, Notice, Told, Widget, WidgetProps,
        first_page_events,
    };
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen::prelude::*;
    use web_sys::Element;
    use yew::{AppHandle, Callback};

    /// A tenth of the size of the standard library's allocator, and faster. Without threads it needs no lock.
    #[global_allocator]
    static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

    thread_local! {
        /// The questionnaire, and its texts in the languages added so far.
        static CONTENT: RefCell<(Structure, Vec<Rc<Texts>>)> = RefCell::new((Structure::bundled(), Vec::new()));
        static MOUNTED: RefCell<Option<Mounted>> = const { RefCell::new(None) };
    }

    struct Mounted {
        app: AppHandle<Widget>,
        props: WidgetProps,
        host: Host,
        place: Rc<Place>,
    }

    /// Adds the packed texts of a language, so that later calls of `mount` and `update` can use them. Returns
    /// whether the texts belong to this questionnaire.
    #[wasm_bindgen]
    pub fn add_texts(pack: String) -> bool {
        CONTENT.with_borrow_mut(|(structure, texts)| {
            let added = structure.texts(pack.leak()).map(Rc::new);
            texts.extend(added.clone());
            added.is_some()
        })
    }

    /// The questionnaire with the texts added so far; `None` without any.
    fn questionnaire() -> Option<Rc<Questionnaire>> {
        CONTENT.with_borrow(|(structure, texts)| Questionnaire::new(structure, texts.clone()).map(Rc::new))
    }

    /// Mounts the widget into `container` with the settings of `host`. It resumes the saved session `saved`,
    /// then applies the visitor's input on the first pages (`done`); either may be empty.
    ///
    /// If the language that `host` sets has no texts, it uses the first language added; without any language,
    /// it mounts nothing. A second call replaces the widget.
    #[wasm_bindgen]
    pub fn mount(container: Element, host: Host, saved: &str, done: &str) {
        if let Some(mounted) = MOUNTED.take() {
            mounted.app.destroy();
        }
        let Some(questionnaire) = questionnaire() else { return };
        let (instrument, version) = (Rc::clone(&questionnaire.instrument), questionnaire.version);
        let session = match saved {
            "" => None,
            saved => SavedSession::load(saved, &instrument, version)
                .map_err(|error| host.unreadable(error.as_str()))
                .ok(),
        };
        let session = session.unwrap_or_else(|| Session::new(Rc::clone(&instrument)));
        changed(&host, &session, version);
        let place = Rc::new(Place::new(container.clone(), draw_again));
        let (around, drawn_in) = (host.clone(), Rc::clone(&place));
        let mut props = WidgetProps {
            drawing: place.drawing(),
            on_told: Callback::from(move |told| pass_on(told, &around, &drawn_in, version)),
            ..WidgetProps::new(questionnaire)
        };
        let asked = host.clone();
        props.abilities.device = Some(Callback::from(move |()| asked.device()));
        configure(&mut props, &host);
        let first_events = first_page_events(done, &instrument);
        let first = WidgetProps { session: Some(session), first_events, ..props.clone() };
        let app = yew::Renderer::<Widget>::with_root_and_props(container, first).render();
        MOUNTED.set(Some(Mounted { app, props, host, place }));
    }

    /// Redraws the widget in its current state.
    fn draw_again() {
        MOUNTED.with_borrow_mut(|mounted| {
            if let Some(Mounted { app, props, place, .. }) = mounted {
                props.drawing = place.drawing();
                app.update(props.clone());
            }
        });
    }

    /// Applies changed settings and newly added texts; keeps the answers and the page shown.
    #[wasm_bindgen]
    pub fn update() {
        MOUNTED.with_borrow_mut(|mounted| {
            if let Some(Mounted { app, props, host, .. }) = mounted {
                if let Some(questionnaire) = questionnaire() {
                    props.questionnaire = questionnaire;
                }
                configure(props, host);
                app.update(props.clone());
            }
        });
    }

    /// Starts over, like the button of the widget.
    #[wasm_bindgen]
    pub fn restart() {
        send(Message::HostAsked(Event::Restarted));
    }

    /// Shows the result of a result code. Returns the error in the code, or an empty string; an invalid code
    /// changes nothing.
    #[wasm_bindgen]
    pub fn restore(code: &str) -> String {
        match with_props(|props| {
            ResultCode::read(code, &props.questionnaire.instrument, props.questionnaire.version)
        }) {
            Some(Ok(session)) => send(Message::Restored(Box::new(session))),
            Some(Err(error)) => return error.as_str().to_owned(),
            None => {}
        }
        String::new()
    }

    /// Continues with the saved session `saved`; unreadable text changes nothing.
    #[wasm_bindgen]
    pub fn take(saved: &str) {
        if let Some(session) = session_of(saved) {
            send(Message::OtherTaken(Box::new(session)));
        }
    }

    /// Shows the result in a link, the end of the address of the host page, without changing the visitor's
    /// own session; an empty link shows none.
    #[wasm_bindgen]
    pub fn follow(link: String) {
        send(Message::LinkFollowed(link));
    }

    /// The result of the saved session `saved` as JSON; empty if nothing is answered. `with_answers` adds the
    /// answers, group names, plan and result code.
    #[wasm_bindgen]
    pub fn result(saved: &str, with_answers: bool) -> String {
        let session = session_of(saved).filter(Session::has_answers);
        session.map_or_else(String::new, |session| complete(&session, with_answers))
    }

    fn session_of(saved: &str) -> Option<Session> {
        with_props(|props| {
            SavedSession::load(saved, &props.questionnaire.instrument, props.questionnaire.version).ok()
        })
        .flatten()
    }

    fn complete(session: &Session, with_answers: bool) -> String {
        let complete = with_props(|props| {
            let questionnaire = &props.questionnaire;
            let language = questionnaire.texts_or_default(&props.settings.language).language.as_str();
            let edition = Edition { id: questionnaire.id, version: questionnaire.version, language };
            let extent = if with_answers { Extent::WithAnswers } else { Extent::Result };
            detail::complete(session, edition, extent)
        });
        complete.unwrap_or_default()
    }

    /// Reads the current properties of the widget; `None` before one is mounted.
    fn with_props<T>(read: impl FnOnce(&WidgetProps) -> T) -> Option<T> {
        MOUNTED.with_borrow(|mounted| mounted.as_ref().map(|mounted| read(&mounted.props)))
    }

    fn send(message: Message) {
        MOUNTED.with_borrow(|mounted| {
            if let Some(mounted) = mounted {
                mounted.app.send_message(message);
            }
        });
    }

    /// Reads the settings, abilities and notice of the element.
    fn configure(props: &mut WidgetProps, host: &Host) {
        props.settings = host.settings();
        props.abilities = Abilities { device: props.abilities.device.take(), ..host.abilities() };
        props.notice = Notice::from_slug(&host.notice());
    }

    /// Passes on to the element what the widget tells its host.
    fn pass_on(told: Told, host: &Host, place: &Place, version: u32) {
        match told {
            Told::Changed(session) => changed(host, &session, version),
            Told::Started => host.dispatch("start", &detail::start()),
            Told::Stepped(step) => host.dispatch("step", &detail::step(&step)),
            Told::Completed(completion) => {
                host.dispatch("complete", &complete(&completion.session, host.answers()));
            }
            Told::Restarted => host.dispatch("restart", &detail::restart()),
            Told::LanguageChosen(code) => host.choose_language(code),
            Told::KeepChosen(is_wanted) => host.keep_answers(is_wanted),
            Told::OtherWanted => host.take_other(),
            Told::NamedResultsChanged(results) => host.write_named_results(&results),
            Told::CopyAsked(copy, on_done) => host.copy(copy.what.as_str(), &copy.text, done(on_done)),
            Told::DownloadAsked(file) => {
                let Download { name, format, text } = file;
                host.download(&name, format.as_str(), format.media_type(), &text);
            }
            Told::ShareAsked(share, on_done) => host.share(&share.title, &share.text, done(on_done)),
            Told::FileChosen(ChosenFile { field, on_read }) => {
                browser::read_file(&field, move |read| on_read.emit(read));
            }
            Told::ExportAsked(export, on_done) => host.export(export.as_str(), done(on_done)),
            Told::FocusAsked(effect) => place.perform(effect),
            Told::HostServed => host.served(),
        }
    }

    /// The callback that the element calls with the slug of a [`Delivery`]; an unknown slug counts as failed.
    fn done(on_done: Callback<Delivery>) -> JsValue {
        Closure::once_into_js(move |word: String| {
            on_done.emit(Delivery::from_slug(&word).unwrap_or(Delivery::Failed))
        })
    }

    fn changed(host: &Host, session: &Session, version: u32) {
        let code = match session.stage() {
            Stage::Result { .. } => ResultCode::grouped(&ResultCode::of(version, session)),
            _ => String::new(),
        };
        host.save(&SavedSession::save(session, version), &code);
    }
}

fn main() {}
