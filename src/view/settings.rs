//! What a host sets, and what it has to say.

use super::CallToAction;
use crate::assessment::slugs;
use yew::AttrValue;

/// What the host sets; another value counts at once, wherever the visitor is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The language as a tag such as `nl` or `en-GB`; one that isn't there falls back to the first.
    pub language: AttrValue,
    /// Where the visitor starts.
    pub start: Start,
    /// How much room the widget takes.
    pub variant: Variant,
    /// The names of the two customer groups as long as the visitor types none; empty for the texts' own.
    pub group_names: [AttrValue; 2],
    /// The host's link at the result; without one, or with an address that can't be used, there is no link.
    pub call_to_action: Option<CallToAction>,
}

slugs! {
    /// Where a visitor starts, and starts again.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Start {
        /// At the intro, which says what this is and asks who the visitor sells to.
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
        /// As a part of a page: smaller titles, tighter gaps, no list of facts, no space around.
        Compact = "compact",
    }
}

slugs! {
    /// What the host has to say about the session, on top until the visitor turns to another page.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Notice {
        /// The session goes on from an earlier visit; with a way to begin anew.
        Resumed = "resumed",
        /// The widget broke down and came back with its answers.
        Recovered = "recovered",
        /// The answers can't be kept on this device.
        StorageFailed = "storage-failed",
        /// Another page has kept other answers since, which are left alone until the visitor says which shall be kept.
        KeptElsewhere = "kept-elsewhere",
        /// The answers that another page kept stand here now; the visitor's own can be had back.
        OtherTaken = "other-taken",
        /// What was kept comes from another version, and is left alone.
        KeptNewer = "kept-newer",
        /// What was kept can't be read, and is left alone.
        KeptUnreadable = "kept-unreadable",
    }
}

impl Notice {
    /// Whether it holds until the host says otherwise, whatever page is turned.
    pub(super) fn lasts(self) -> bool {
        matches!(self, Notice::StorageFailed | Notice::KeptElsewhere)
    }
}
