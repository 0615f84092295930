//! What a host can set besides texts and language, and what the widget asks of it.

use yew::AttrValue;

/// Where a visitor starts, and starts again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// At the intro, which says what this is and asks who the visitor sells to.
    #[default]
    Intro,
    /// At the first question: the intro is never shown and its question never asked.
    Question,
}

/// How much room the widget takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Variant {
    /// As a page of its own.
    #[default]
    Full,
    /// As a part of a page: smaller titles, tighter gaps, no list of facts, no space around.
    Compact,
}

/// Whether the visitor's answers are kept on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// They can't be; nothing is asked.
    #[default]
    NotOffered,
    /// The visitor is asked, and hasn't chosen it.
    Off,
    /// The visitor has chosen it.
    On,
}

/// What the host has to say about the session, on top until the visitor turns to another page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The session goes on from an earlier visit; with a way to begin anew.
    Resumed,
    /// The widget broke down and came back with its answers.
    Recovered,
    /// The answers can't be kept on this device.
    StorageFailed,
    /// What was kept comes from another version, and is left alone.
    KeptNewer,
    /// What was kept can't be read, and is left alone.
    KeptUnreadable,
}

/// What the widget has done to the visitor's device and connection so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footprint {
    /// The addresses it loaded.
    pub requests: Vec<AttrValue>,
    /// The keys under which it keeps something in the browser's storage.
    pub keys: Vec<AttrValue>,
    /// The host's statistics that hear of steps and profiles, by name; empty where there are none.
    pub analytics: AttrValue,
}

/// What the device holds for the list of kept results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The list as text, as `on_results` gave it; empty where there is none.
    pub results: AttrValue,
    /// The day it is: `2026-11-23`.
    pub today: AttrValue,
}

/// A text that can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyWhat {
    /// The result code.
    Code,
    /// The link to the result.
    Link,
    /// The paragraph for a privacy statement.
    Privacy,
}

/// What the visitor wants to have copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Which of the texts it is.
    pub what: CopyWhat,
    /// The text, as it stands on the page.
    pub text: String,
}

/// A file that the visitor wants to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Its name without date and ending, in the visitor's language.
    pub name: String,
    /// What it holds, as JSON.
    pub text: String,
}
