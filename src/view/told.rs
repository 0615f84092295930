//! What the widget tells its host.

use super::Format;
use super::brought::ChosenFile;
use crate::assessment::{Completion, Effect, Session, Step, slugs};
use yew::Callback;

/// A fact or a request that the host receives from the widget.
///
/// Facts follow once their page is drawn: first [`Told::Changed`], then the others, then [`Told::FocusAsked`]
/// and [`Told::HostServed`]. Requests are sent at once, while the visitor's click still permits them.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The session after something happened.
    Changed(Session),
    /// The visitor started with the questions; without an intro, by answering the first.
    Started,
    /// Another page is shown.
    Stepped(Step),
    /// The result is shown; sent each time it is entered.
    Completed(Completion),
    /// The visitor started over.
    Restarted,
    /// The visitor chose the language with this code. It is already shown if its texts are loaded; if not,
    /// the host may provide the questionnaire again with them.
    LanguageChosen(&'static str),
    /// Whether the visitor wants answers kept on the device. The host replies in its [`Abilities`](super::Abilities).
    KeepChosen(bool),
    /// The visitor wants to continue with the answers that another host page kept.
    OtherWanted,
    /// The named results to store on the device from now on, as text; empty for none.
    NamedResultsChanged(String),
    /// The visitor wants a text copied. This callback and the next two take the outcome.
    CopyAsked(Copy, Callback<Delivery>),
    /// The visitor wants a file.
    DownloadAsked(Download),
    /// The visitor wants to share the result. The callback isn't called if they cancel.
    ShareAsked(Share, Callback<Delivery>),
    /// The visitor chose a file.
    FileChosen(ChosenFile),
    /// The visitor wants something printed or drawn.
    ExportAsked(Export, Callback<Delivery>),
    /// Focus is to move there.
    FocusAsked(Effect),
    /// The host's last request is done, and the page drawn.
    HostServed,
}

slugs! {
    /// The outcome of a request the visitor made.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Delivery {
        /// It is done.
        Done = "done",
        /// It didn't work.
        Failed = "failed",
        /// The browser's settings prevent it.
        Forbidden = "forbidden",
    }
}

/// A request by the visitor that has an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To copy a text.
    Copy(CopyWhat),
    /// To share the result.
    Share,
    /// To print or draw something.
    Export(Export),
}

slugs! {
    /// A text that can be copied.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum CopyWhat {
        /// The result code.
        Code = "code",
        /// The link to the result.
        Link = "link",
        /// The result as plain text.
        Text = "text",
        /// The paragraph for a privacy statement.
        Privacy = "privacy",
    }
}

impl CopyWhat {
    /// Whether the text is about the visitor's result.
    pub fn is_of_result(self) -> bool {
        self != CopyWhat::Privacy
    }
}

/// A text that the visitor wants copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Which text it is.
    pub what: CopyWhat,
    /// The text.
    pub text: String,
}

slugs! {
    /// What is printed or drawn for the visitor.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Export {
        /// The result on paper: the profile, the plan, and why.
        Result = "result",
        /// Everything in the result on paper.
        Everything = "everything",
        /// The result as a picture, for slides and posts.
        Picture = "picture",
        /// The questions on paper, to answer there.
        Questionnaire = "questionnaire",
    }
}

/// A file that the visitor wants to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Its name without date and extension, in the visitor's language.
    pub name: String,
    /// Its format.
    pub format: Format,
    /// Its contents.
    pub text: String,
}

/// A result that the visitor wants to share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Its title, in one line.
    pub title: String,
    /// The result as plain text.
    pub text: String,
}
