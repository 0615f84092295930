//! What the widget tells its host.

use super::Format;
use super::brought::ChosenFile;
use crate::assessment::{Completion, Effect, Session, Step, slugs};
use yew::Callback;

/// Something the host hears from the widget: a fact, or a request.
///
/// Facts come once the page that they are about is drawn: first [`Told::Changed`], then the others, then where focus
/// goes, and that the host is served. Requests come at once, while the visitor's click still permits what is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The session as it stands after something happened.
    Changed(Session),
    /// The visitor began with the questions; without an intro, by answering the first.
    Started,
    /// Another page is shown.
    Stepped(Step),
    /// The result is shown; again after each time it was left.
    Completed(Completion),
    /// The visitor began anew.
    Restarted,
    /// The visitor chose the language with this code. It is shown already if its texts are there; else the host may
    /// give the questionnaire anew, with them.
    LanguageChosen(&'static str),
    /// Whether the visitor wants the answers kept on the device. The host answers by its [`Abilities`](super::Abilities).
    KeepChosen(bool),
    /// The visitor wants to go on with what another page has kept.
    OtherWanted,
    /// The results that the visitor wants kept on the device from now on, as text; empty for none.
    NamedResultsChanged(String),
    /// The visitor wants a text copied. What becomes of this and the next two is to be told, once it is known.
    CopyAsked(Copy, Callback<Delivery>),
    /// The visitor wants a file.
    DownloadAsked(Download),
    /// The visitor wants to pass the result on; who thinks better of it is told nothing.
    ShareAsked(Share, Callback<Delivery>),
    /// The visitor chose a file.
    FileChosen(ChosenFile),
    /// The visitor wants something printed or drawn.
    ExportAsked(Export, Callback<Delivery>),
    /// Where focus is to go.
    FocusAsked(Effect),
    /// What the host asked for last is done, and drawn.
    HostServed,
}

slugs! {
    /// What became of what the visitor asked of the page.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Delivery {
        /// It is done.
        Done = "done",
        /// It didn't work.
        Failed = "failed",
        /// The browser is set to keep pages from it.
        Forbidden = "forbidden",
    }
}

/// What the visitor asked of the page, and hears the outcome of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To copy a text.
    Copy(CopyWhat),
    /// To pass the result on.
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
    /// Whether it is of the visitor's result.
    pub fn is_of_result(self) -> bool {
        self != CopyWhat::Privacy
    }
}

/// What the visitor wants to have copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Which of the texts it is.
    pub what: CopyWhat,
    /// The text.
    pub text: String,
}

slugs! {
    /// What is printed or drawn for the visitor.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Export {
        /// The result on paper.
        Result = "result",
        /// The result as a picture, for slides and posts.
        Picture = "picture",
        /// The questions on paper, to be answered there.
        Questionnaire = "questionnaire",
    }
}

/// A file that the visitor wants to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Its name without date and ending, in the visitor's language.
    pub name: String,
    /// Its form.
    pub format: Format,
    /// What it holds.
    pub text: String,
}

/// What the visitor wants to pass on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// What it is, in a line.
    pub title: String,
    /// The result as plain text.
    pub text: String,
}
