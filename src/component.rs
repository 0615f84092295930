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
    /// Which of its two palettes the widget shows.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Theme {
        /// That of the page's `color-scheme`.
        #[default]
        Auto = "auto",
        /// The light one.
        Light = "light",
        /// The dark one.
        Dark = "dark",
    }
}

/// What the app gives the component, and hears from it. Everything has a default.
#[derive(Clone, PartialEq, Properties)]
pub struct ProfileProps {
    /// The questionnaire; the one in the crate if none is given. Another one starts another session.
    #[prop_or_else(bundled)]
    pub questionnaire: Rc<Questionnaire>,
    /// A session to go on with, as [`Told::Changed`] gave it; only the component's creation asks for it.
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
    /// What the app can do for the widget; what it can't isn't offered. Each request comes by `on_told`.
    #[prop_or_default]
    pub abilities: Abilities,
    /// What the app has to say about the session.
    #[prop_or_default]
    pub notice: Option<Notice>,
    /// More classes of the element around the widget, to set its custom properties (`--bp-…`) with.
    #[prop_or_default]
    pub class: Classes,
    /// What happens, and what the visitor asks for. Focus and files brought are seen to, and never told.
    #[prop_or_default]
    pub on_told: Callback<Told>,
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
/// clicks are seen to. Its session is its own and ends with it, unless the app keeps what [`Told::Changed`] gives.
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
    /// Where the widget is drawn, once that is there.
    container: Option<(Element, Place)>,
    drawing: Option<Callback<u32, u32>>,
    /// A callback that stays the same: an app that makes new ones whenever it draws does not have the widget drawn too.
    on_told: Callback<Told>,
    session: Option<Session>,
}

/// What the widget and its place tell.
pub enum ProfileMessage {
    /// The place to draw in is there.
    Attached(Element),
    /// Something that was drawn in it is gone.
    Lost,
    /// The widget tells something.
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
