//! The widget as a component of another Yew app.

use crate::assessment::{Completion, Session, Step};
use crate::browser;
use crate::content::Questionnaire;
use crate::view::{CallToAction, Copy, Download, Keep, Notice, Start, Variant, Widget, WidgetProps};
use gloo::events::EventListener;
use std::rc::Rc;
use web_sys::Element;
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
    root: Option<Root>,
}

/// Where the widget is drawn, and what listens there for as long as it lives.
pub struct Root {
    container: Element,
    _listeners: [EventListener; 2],
}

impl Component for B2bB2cProfile {
    type Message = Root;
    type Properties = ProfileProps;

    fn create(_ctx: &Context<B2bB2cProfile>) -> B2bB2cProfile {
        B2bB2cProfile { place: NodeRef::default(), root: None }
    }

    fn update(&mut self, _ctx: &Context<B2bB2cProfile>, root: Root) -> bool {
        self.root = Some(root);
        true
    }

    fn view(&self, ctx: &Context<B2bB2cProfile>) -> Html {
        let props = ctx.props();
        let widget = self.root.as_ref().map(|root| {
            let widget = widget_props(props, root.container.clone());
            create_portal(html! { <Widget ..widget /> }, root.container.clone())
        });
        html! {
            <div ref={self.place.clone()} class={props.class.clone()} theme={props.theme.as_str()}>{ widget }</div>
        }
    }

    fn rendered(&mut self, ctx: &Context<B2bB2cProfile>, first: bool) {
        if let (true, Some(place)) = (first, self.place.cast::<Element>()) {
            let container = browser::isolated_container(&place, STYLES);
            let listeners =
                [browser::ignore_double_clicks(&container), browser::listen_to_number_keys(&container)];
            ctx.link().send_message(Root { container, _listeners: listeners });
        }
    }
}

/// The widget's style sheet.
const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/styles.css"));

fn widget_props(props: &ProfileProps, container: Element) -> WidgetProps {
    WidgetProps {
        session: props.session.clone(),
        language: props.language.clone(),
        variant: props.variant,
        start: props.start,
        group_names: props.group_names.clone(),
        call_to_action: props.call_to_action.clone(),
        keep: props.keep,
        notice: props.notice,
        on_start: props.on_start.clone(),
        on_step: props.on_step.clone(),
        on_complete: props.on_complete.clone(),
        on_restart: props.on_restart.clone(),
        on_change: props.on_change.clone(),
        on_language: props.on_language.clone(),
        on_keep: props.on_keep.clone(),
        on_copy: props.on_copy.clone(),
        on_download: props.on_download.clone(),
        on_effect: Callback::from(move |effect| browser::perform(&container, effect)),
        ..WidgetProps::new(Rc::clone(&props.questionnaire))
    }
}
