//! The host's settings, and its messages about the session.

use super::CallToAction;
use crate::assessment::slugs;
use yew::AttrValue;

/// The host's settings. Changes take effect at once, on any page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The language as a tag such as `nl` or `en-GB`; a missing one falls back to the first language.
    pub language: AttrValue,
    /// Where the visitor starts.
    pub start: Start,
    /// How much room the widget takes.
    pub variant: Variant,
    /// The default names of the two customer groups, until the visitor types others; empty for the texts'.
    pub group_names: [AttrValue; 2],
    /// The host's link at the result; there is no link without one, or if its address is invalid.
    pub call_to_action: Option<CallToAction>,
}

slugs! {
    /// Where a visitor starts, and restarts.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Start {
        /// At the intro, which introduces the self-assessment and asks who the visitor sells to.
        #[default]
        Intro = "intro",
        /// At the first question: the intro is never shown and its question never asked.
        Question = "question",
    }
}

slugs! {
    /// How much room the widget takes.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Variant {
        /// As a page of its own.
        #[default]
        Full = "full",
        /// As part of a page: smaller titles, tighter gaps, no list of facts, no space around.
        Compact = "compact",
    }
}

slugs! {
    /// The host's message about the session, shown on top until the visitor turns to another page.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Notice {
        /// The session continues from an earlier visit; offers to restart.
        Resumed = "resumed",
        /// The widget crashed and was restored with its answers.
        Recovered = "recovered",
        /// The answers can't be kept on this device.
        StorageFailed = "storage-failed",
        /// Another host page has kept other answers, which stay until the visitor says which to keep.
        KeptElsewhere = "kept-elsewhere",
        /// The answers that another host page kept are shown now; the visitor can return to their own.
        OtherTaken = "other-taken",
        /// The stored data comes from another version, and is left alone.
        KeptNewer = "kept-newer",
        /// The stored data can't be read, and is left alone.
        KeptUnreadable = "kept-unreadable",
    }
}

impl Notice {
    /// Whether the message stays until the host changes it, even when pages are turned.
    pub(super) fn lasts(self) -> bool {
        matches!(self, Notice::StorageFailed | Notice::KeptElsewhere)
    }
}
