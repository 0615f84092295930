//! The widget as a component of another Yew app.

use crate::assessment::{Session, slugs};
use crate::browser::{self, Place};
use crate::content::Questionnaire;
use crate::view::{
    Abilities, CallToAction, ChosenFile, Notice, Settings, Start, Told, Variant, Widget, WidgetProps,
};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

slugs! {
    /// The palette of the widget.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Theme {
        /// The palette that matches the `color-scheme` of the host page.
        #[default]
        Auto = "auto",
        /// The light palette.
        Light = "light",
        /// The dark palette.
        Dark = "dark",
    }
}

/// What the app passes to the component, and the callback for what it tells. Everything has a default.
#[derive(Clone, PartialEq, Properties)]
pub struct ProfileProps {
    /// The questionnaire; by default the one in the crate. Passing another one starts a new session.
    #[prop_or_else(bundled)]
    pub questionnaire: Rc<Questionnaire>,
    /// The session to resume, as given by [`Told::Changed`]; read only when the component is created.
    #[prop_or_default]
    pub session: Option<Session>,
    /// The language as a tag such as `nl` or `en-GB`; an unknown one falls back to the first.
    #[prop_or_default]
    pub language: AttrValue,
    /// The palette.
    #[prop_or_default]
    pub theme: Theme,
    /// How much room the widget takes.
    #[prop_or_default]
    pub variant: Variant,
    /// Where the visitor starts.
    #[prop_or_default]
    pub start: Start,
    /// The names of the two customer groups until the visitor types some; empty for the default names.
    #[prop_or_default]
    pub group_names: [AttrValue; 2],
    /// A link shown at the result.
    #[prop_or_default]
    pub call_to_action: Option<CallToAction>,
    /// What the app can do for the widget; nothing else is offered. Requests arrive through `on_told`.
    #[prop_or_default]
    pub abilities: Abilities,
    /// The app's notice about the session.
    #[prop_or_default]
    pub notice: Option<Notice>,
    /// Classes of the element around the widget, for setting custom properties (`--bp-…`).
    #[prop_or_default]
    pub class: Classes,
    /// Called for events and requests, except focus and chosen files, which the component handles itself.
    #[prop_or_default]
    pub on_told: Callback<Told>,
}

thread_local! {
    static BUNDLED: Rc<Questionnaire> = Rc::new(Questionnaire::bundled());
}

/// One shared questionnaire, since a different one would start a new session.
fn bundled() -> Rc<Questionnaire> {
    BUNDLED.with(Rc::clone)
}

/// The self-assessment, from the intro to the result, as a component of an app.
///
/// It draws into its own shadow root, so its styles and those of the app don't mix; it handles focus, number
/// keys and double clicks. Its session ends with it, unless the app keeps the one from [`Told::Changed`].
///
/// ```
/// use b2b_b2c_profile::B2bB2cProfile;
/// use b2b_b2c_profile::view::Told;
/// use yew::prelude::*;
///
/// #[component]
/// fn Page() -> Html {
///     let on_told = Callback::from(|told| {
///         if let Told::Completed(completion) = told {
///             for &run in completion.session.runs() {
///                 let profile = completion.session.outcome(run).profile;
///                 // Tell the rest of the app.
///             }
///         }
///     });
///     html! { <B2bB2cProfile language="en" {on_told} /> }
/// }
/// ```
pub struct B2bB2cProfile {
    place: NodeRef,
    /// The element the widget is drawn in; `None` until it exists.
    container: Option<(Element, Place)>,
    drawing: Option<Callback<u32, u32>>,
    /// Stays the same, so that the widget is not redrawn when the app passes a new callback.
    on_told: Callback<Told>,
    session: Option<Session>,
}

/// Messages from the widget and its place.
pub enum ProfileMessage {
    /// The element to draw in exists.
    Attached(Element),
    /// Something drawn in it was removed.
    Lost,
    /// The widget tells its host something.
    Told(Box<Told>),
}

impl Component for B2bB2cProfile {
    type Message = ProfileMessage;
    type Properties = ProfileProps;

    fn create(ctx: &Context<B2bB2cProfile>) -> B2bB2cProfile {
        B2bB2cProfile {
            place: NodeRef::default(),
            container: None,
            drawing: None,
            on_told: ctx.link().callback(|told| ProfileMessage::Told(Box::new(told))),
            session: ctx.props().session.clone(),
        }
    }

    fn update(&mut self, ctx: &Context<B2bB2cProfile>, message: ProfileMessage) -> bool {
        match message {
            ProfileMessage::Attached(container) => {
                let link = ctx.link().clone();
                let place = Place::new(container.clone(), move || link.send_message(ProfileMessage::Lost));
                self.drawing = place.drawing();
                self.container = Some((container, place));
                return true;
            }
            ProfileMessage::Lost => {
                self.drawing = self.container.as_ref().and_then(|(_, place)| place.drawing());
                return true;
            }
            ProfileMessage::Told(told) => match (*told, &self.container) {
                (Told::FocusAsked(effect), Some((_, place))) => place.perform(effect),
                (Told::FileChosen(ChosenFile { field, on_read }), _) => {
                    browser::read_file(&field, move |read| on_read.emit(read));
                }
                (told, _) => ctx.props().on_told.emit(told),
            },
        }
        false
    }

    fn view(&self, ctx: &Context<B2bB2cProfile>) -> Html {
        let props = ctx.props();
        let widget = self.container.as_ref().map(|(container, _)| {
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
            drawing: self.drawing.clone(),
            session: self.session.clone(),
            settings: Settings {
                language: props.language.clone(),
                start: props.start,
                variant: props.variant,
                group_names: props.group_names.clone(),
                call_to_action: props.call_to_action.clone(),
            },
            abilities: Abilities { opens: true, ..props.abilities.clone() },
            notice: props.notice,
            on_told: self.on_told.clone(),
            ..WidgetProps::new(Rc::clone(&props.questionnaire))
        }
    }
}

/// The widget's style sheet.
const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/styles.css"));
