//! A Yew app that embeds the self-assessment as a component; `cargo xtask example` builds and serves it.
//!
//! The app counts all clicks inside it, switches the widget's language, and shows what the widget tells it.

use b2b_b2c_profile::B2bB2cProfile;
use b2b_b2c_profile::assessment::{Completion, Profile, Step};
use b2b_b2c_profile::view::Told;
use yew::prelude::*;

#[component]
fn App() -> Html {
    let clicks = use_state(|| 0);
    let language = use_state(|| "en");
    let step = use_state(|| None::<Step>);
    let profiles = use_state(Vec::<Option<Profile>>::new);

    let on_click = {
        let clicks = clicks.clone();
        Callback::from(move |_: MouseEvent| clicks.set(*clicks + 1))
    };
    let on_switch = {
        let language = language.clone();
        Callback::from(move |_: MouseEvent| language.set(if *language == "en" { "nl" } else { "en" }))
    };
    let on_told = {
        let (language, step, profiles) = (language.setter(), step.setter(), profiles.setter());
        move |told| match told {
            Told::LanguageChosen(code) => language.set(code),
            Told::Stepped(page) => step.set(Some(page)),
            Told::Completed(Completion { session }) => {
                profiles.set(session.runs().iter().map(|&run| session.outcome(run).profile).collect());
            }
            _ => {}
        }
    };

    html! {
        <main onclick={on_click}>
            <h1>{ "A Yew app" }</h1>
            <p id="clicks">{ *clicks }</p>
            <button id="switch" onclick={on_switch}>{ "Switch language" }</button>
            <p id="step">{ step.as_ref().map(describe).unwrap_or_default() }</p>
            <B2bB2cProfile language={*language} {on_told} />
            <p id="profiles">
                { for profiles.iter().map(|profile| profile.map_or("unnamed", Profile::as_str)) }
            </p>
        </main>
    }
}

/// The page shown, such as `item 3 of 12`.
fn describe(step: &Step) -> String {
    match (step.number, step.of) {
        (Some(number), Some(of)) => format!("{} {number} of {of}", step.page),
        _ => step.page.to_owned(),
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
