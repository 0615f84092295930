//! The widget as a component of another Yew app.

use crate::assessment::{Completion, Effect, Session, Step};
use crate::browser;
use crate::content::Questionnaire;
use crate::view::{CallToAction, Copy, Download, Keep, Notice, Share, Start, Variant, Widget, WidgetProps};
use gloo::events::EventListener;
use std::rc::Rc;
use web_sys::Element;
use yew::html::Scope;
use yew::prelude::*;

/// Which of its two palettes the widget shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// That of the page's `color-scheme`.
    #[default]
    Auto,
    /// The light one.
    Light,
    /// The dark one.
    Dark,
}

impl Theme {
    const fn as_str(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// What the app gives the component, and hears from it. Everything has a default.
///
/// The callbacks are called once the page they are about is drawn.
#[derive(Clone, PartialEq, Properties)]
pub struct ProfileProps {
    /// The questionnaire; the one in the crate if none is given. Another one starts another session.
    #[prop_or_else(bundled)]
    pub questionnaire: Rc<Questionnaire>,
    /// A session to go on with, as `on_change` gave it; only the component's creation asks for it.
    #[prop_or_default]
    pub session: Option<Session>,
    /// The language as a tag such as `nl` or `en-GB`; one that isn't there falls back to the first.
    #[prop_or_default]
    pub language: AttrValue,
    /// Which palette is shown.
    #[prop_or_default]
    pub theme: Theme,
    /// How much room the widget takes.
    #[prop_or_default]
    pub variant: Variant,
    /// Where the visitor starts.
    #[prop_or_default]
    pub start: Start,
    /// The names of the two customer groups as long as the visitor types none; empty for the texts' own.
    #[prop_or_default]
    pub group_names: [AttrValue; 2],
    /// A link at the result.
    #[prop_or_default]
    pub call_to_action: Option<CallToAction>,
    /// Whether the answers are kept on the device, for the box that asks; what `on_keep` tells is the app's to do.
    #[prop_or_default]
    pub keep: Keep,
    /// What the app has to say about the session.
    #[prop_or_default]
    pub notice: Option<Notice>,
    /// More classes of the element around the widget, to set its custom properties (`--bp-…`) with.
    #[prop_or_default]
    pub class: Classes,
    /// The visitor began with the questions.
    #[prop_or_default]
    pub on_start: Callback<()>,
    /// Another page is shown.
    #[prop_or_default]
    pub on_step: Callback<Step>,
    /// The result is shown; again after each time it was left.
    #[prop_or_default]
    pub on_complete: Callback<Completion>,
    /// The visitor began anew.
    #[prop_or_default]
    pub on_restart: Callback<()>,
    /// The session as it stands after something happened.
    #[prop_or_default]
    pub on_change: Callback<Session>,
    /// The code of the language that the visitor chose.
    #[prop_or_default]
    pub on_language: Callback<&'static str>,
    /// Whether the visitor wants the answers kept on the device.
    #[prop_or_default]
    pub on_keep: Callback<bool>,
    /// A text to be copied; without it there is no such button.
    #[prop_or_default]
    pub on_copy: Option<Callback<Copy>>,
    /// A file to be saved; without it there is no such button.
    #[prop_or_default]
    pub on_download: Option<Callback<Download>>,
    /// The result to be passed on by the device's own means; without it there is no such button.
    #[prop_or_default]
    pub on_share: Option<Callback<Share>>,
}

thread_local! {
    static BUNDLED: Rc<Questionnaire> = Rc::new(Questionnaire::bundled());
}

/// One for all, since another one would start another session.
fn bundled() -> Rc<Questionnaire> {
    BUNDLED.with(Rc::clone)
}

/// The self-assessment, from the intro to the result, among an app's own components.
///
/// It draws into a shadow root of its own, so its styles and the app's never meet; focus, number keys and double
/// clicks are seen to. Its session is its own and ends with it, unless the app keeps what `on_change` gives.
///
/// ```
/// use b2b_b2c_profile::B2bB2cProfile;
/// use b2b_b2c_profile::assessment::Completion;
/// use yew::prelude::*;
///
/// #[component]
/// fn Page() -> Html {
///     let on_complete = Callback::from(|completion: Completion| {
///         for &run in completion.session.runs() {
///             let profile = completion.session.outcome(run).profile;
///             // Tell the rest of the app.
///         }
///     });
///     html! { <B2bB2cProfile language="en" {on_complete} /> }
/// }
/// ```
pub struct B2bB2cProfile {
    place: NodeRef,
    container: Option<Element>,
    /// What the widget is given; its callbacks stay the same, so an app that makes new ones whenever it draws does not
    /// have the widget drawn too.
    props: WidgetProps,
    /// What listens beside the views, for as long as it lives.
    listeners: Vec<EventListener>,
}

/// What the widget and its place tell.
pub enum ProfileMessage {
    /// The place to draw in is there.
    Attached(Element),
    /// The visitor began with the questions.
    Started,
    /// Another page is shown.
    Stepped(Step),
    /// The result is shown.
    Completed(Completion),
    /// The visitor began anew.
    Restarted,
    /// The session is another one.
    Changed(Session),
    /// The visitor chose a language.
    LanguageChosen(&'static str),
    /// The visitor chose whether the answers are kept.
    KeepChosen(bool),
    /// The visitor wants a text copied.
    CopyAsked(Copy),
    /// The visitor wants a file.
    DownloadAsked(Download),
    /// The visitor wants to pass the result on.
    ShareAsked(Share),
    /// Focus is to go somewhere.
    FocusAsked(Effect),
}

impl Component for B2bB2cProfile {
    type Message = ProfileMessage;
    type Properties = ProfileProps;

    fn create(ctx: &Context<B2bB2cProfile>) -> B2bB2cProfile {
        let mut props = WidgetProps::new(Rc::clone(&ctx.props().questionnaire));
        props.session = ctx.props().session.clone();
        listen(&mut props, ctx.link());
        let place = NodeRef::default();
        B2bB2cProfile { place, container: None, props, listeners: Vec::new() }
    }

    fn update(&mut self, ctx: &Context<B2bB2cProfile>, message: ProfileMessage) -> bool {
        let props = ctx.props();
        match message {
            ProfileMessage::Attached(container) => {
                self.listeners = vec![
                    browser::ignore_double_clicks(&container),
                    browser::listen_to_number_keys(&container),
                    browser::send_forms(&container),
                ];
                self.container = Some(container);
                return true;
            }
            ProfileMessage::Started => props.on_start.emit(()),
            ProfileMessage::Stepped(step) => props.on_step.emit(step),
            ProfileMessage::Completed(completion) => props.on_complete.emit(completion),
            ProfileMessage::Restarted => props.on_restart.emit(()),
            ProfileMessage::Changed(session) => props.on_change.emit(session),
            ProfileMessage::LanguageChosen(code) => props.on_language.emit(code),
            ProfileMessage::KeepChosen(is_wanted) => props.on_keep.emit(is_wanted),
            ProfileMessage::CopyAsked(copy) => emit(&props.on_copy, copy),
            ProfileMessage::DownloadAsked(download) => emit(&props.on_download, download),
            ProfileMessage::ShareAsked(share) => emit(&props.on_share, share),
            ProfileMessage::FocusAsked(effect) => {
                if let Some(container) = &self.container {
                    browser::perform(container, effect);
                }
            }
        }
        false
    }

    fn changed(&mut self, _ctx: &Context<B2bB2cProfile>, _before: &ProfileProps) -> bool {
        true
    }

    fn view(&self, ctx: &Context<B2bB2cProfile>) -> Html {
        let props = ctx.props();
        let widget = self.container.as_ref().map(|container| {
            let given = self.given(props);
            create_portal(html! { <Widget ..given /> }, container.clone())
        });
        html! {
            <div ref={self.place.clone()} class={props.class.clone()} theme={props.theme.as_str()}>{ widget }</div>
        }
    }

    fn rendered(&mut self, ctx: &Context<B2bB2cProfile>, first: bool) {
        if let (true, Some(place)) = (first, self.place.cast::<Element>()) {
            let container = browser::isolated_container(&place, STYLES);
            ctx.link().send_message(ProfileMessage::Attached(container));
        }
    }
}

impl B2bB2cProfile {
    fn given(&self, props: &ProfileProps) -> WidgetProps {
        WidgetProps {
            questionnaire: Rc::clone(&props.questionnaire),
            language: props.language.clone(),
            variant: props.variant,
            start: props.start,
            group_names: props.group_names.clone(),
            call_to_action: props.call_to_action.clone(),
            keep: props.keep,
            notice: props.notice,
            on_copy: props.on_copy.as_ref().and(self.props.on_copy.clone()),
            on_download: props.on_download.as_ref().and(self.props.on_download.clone()),
            on_share: props.on_share.as_ref().and(self.props.on_share.clone()),
            ..self.props.clone()
        }
    }
}

/// The widget's style sheet.
const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/styles.css"));

fn listen(props: &mut WidgetProps, link: &Scope<B2bB2cProfile>) {
    props.on_start = link.callback(|()| ProfileMessage::Started);
    props.on_step = link.callback(ProfileMessage::Stepped);
    props.on_complete = link.callback(ProfileMessage::Completed);
    props.on_restart = link.callback(|()| ProfileMessage::Restarted);
    props.on_change = link.callback(ProfileMessage::Changed);
    props.on_language = link.callback(ProfileMessage::LanguageChosen);
    props.on_keep = link.callback(ProfileMessage::KeepChosen);
    props.on_copy = Some(link.callback(ProfileMessage::CopyAsked));
    props.on_download = Some(link.callback(ProfileMessage::DownloadAsked));
    props.on_share = Some(link.callback(ProfileMessage::ShareAsked));
    props.on_effect = link.callback(ProfileMessage::FocusAsked);
}

fn emit<T>(callback: &Option<Callback<T>>, value: T) {
    if let Some(callback) = callback {
        callback.emit(value);
    }
}
