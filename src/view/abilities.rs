//! What the page around the widget can do for it.

use yew::{AttrValue, Callback};

/// What the page can do. What it can't is never offered; by default it can do nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Abilities {
    /// It copies texts.
    pub copies: bool,
    /// It saves files.
    pub saves: bool,
    /// It passes texts on by the device's own means.
    pub shares: bool,
    /// It reads files that the visitor chooses.
    pub opens: bool,
    /// It prints and draws.
    pub prints: bool,
    /// It keeps answers on the device.
    pub keep: Keep,
    /// Its address, where links to a result lead; empty where no link can.
    pub address: AttrValue,
    /// Asked whenever results are kept by name or shown, and whenever the panel is drawn that says what the widget
    /// does. Without it there are neither.
    pub device: Option<Callback<(), Device>>,
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

/// What the visitor's device holds, and what the widget has done to it and to the connection so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// The results kept by name, as [`Told::NamedResultsChanged`](super::Told::NamedResultsChanged) gave them; empty for none.
    pub results: AttrValue,
    /// The day it is: `2026-11-23`.
    pub today: AttrValue,
    /// The addresses that the widget loaded.
    pub requests: Vec<AttrValue>,
    /// The keys under which it keeps something in the browser's storage.
    pub keys: Vec<AttrValue>,
    /// The host's statistics that hear of steps and profiles, by name; empty where there are none.
    pub analytics: AttrValue,
}
