//! What the host page can do for the widget.

use yew::{AttrValue, Callback};

/// What the host page can do: by default, nothing. The widget offers nothing that the host page can't do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Abilities {
    /// Copy texts.
    pub copies: bool,
    /// Save files.
    pub saves: bool,
    /// Share texts through the device.
    pub shares: bool,
    /// Read files that the visitor chooses.
    pub opens: bool,
    /// Print, and draw pictures.
    pub prints: bool,
    /// Keep answers on the device.
    pub keep: Keep,
    /// The address of the host page, for links to a result; empty if there are no links.
    pub address: AttrValue,
    /// Called whenever results are stored or listed under names, and whenever the panel about the widget is
    /// drawn. Without it, there are no named results, and the panel lists nothing.
    pub device: Option<Callback<(), Device>>,
}

/// Whether the visitor's answers are kept on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// They can't be; the visitor isn't asked.
    #[default]
    NotOffered,
    /// The visitor is asked, and has not chosen it.
    Off,
    /// The visitor has chosen it.
    On,
}

/// The contents of the visitor's device, and what the widget has stored and requested so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// The named results as [`Told::NamedResultsChanged`](super::Told::NamedResultsChanged) gave them; empty if none.
    pub results: AttrValue,
    /// Today's date: `2026-11-23`.
    pub today: AttrValue,
    /// The addresses that the widget has loaded.
    pub requests: Vec<AttrValue>,
    /// The keys under which the widget stores data in the browser.
    pub keys: Vec<AttrValue>,
    /// The name of the host's analytics that receives steps and profiles; empty if there is none.
    pub analytics: AttrValue,
}
