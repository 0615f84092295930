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

/// Whether the part of the program that draws results is there; in a page it comes later than the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaterPart {
    /// It is there.
    #[default]
    Here,
    /// It isn't there yet.
    Coming,
    /// It can't be had.
    Failed,
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
    /// The result as plain text.
    Text,
    /// The paragraph for a privacy statement.
    Privacy,
}

impl CopyWhat {
    /// Its name in events.
    pub const fn as_str(self) -> &'static str {
        match self {
            CopyWhat::Code => "code",
            CopyWhat::Link => "link",
            CopyWhat::Text => "text",
            CopyWhat::Privacy => "privacy",
        }
    }

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

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON: the result with its answers and the plan, for programs.
    Json,
    /// CSV: the same as a table, for a spreadsheet.
    Csv,
}

impl Format {
    /// Its name in events; also the ending of the file's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Csv => "csv",
        }
    }

    /// What a browser calls it.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Json => "application/json",
            Format::Csv => "text/csv;charset=utf-8",
        }
    }
}

/// What is printed or drawn for the visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandOut {
    /// The result on paper.
    Report,
    /// The result as a picture, for slides and posts.
    Picture,
    /// The questions on paper, to be answered there.
    Questionnaire,
}

impl HandOut {
    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            HandOut::Report => "report",
            HandOut::Picture => "picture",
            HandOut::Questionnaire => "questionnaire",
        }
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
