//! The formats of the result file. To add one, add a variant: the compiler points out the rest.

use crate::assessment::slugs;
use crate::content::Label;
use crate::exchange::detail::{self, Extent};
use crate::exchange::{self, Account};

slugs! {
    /// A file format. The slug is its name in events and the extension of the file.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Format {
        /// CSV: the result as a table, for spreadsheets.
        Csv = "csv",
        /// JSON: the result with the answers and the plan, for programs.
        Json = "json",
    }
}

impl Format {
    /// The media type for browsers.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv;charset=utf-8",
            Format::Json => "application/json",
        }
    }

    /// The label of its button.
    pub(super) const fn label(self) -> Label {
        match self {
            Format::Csv => Label::DownloadTable,
            Format::Json => Label::Download,
        }
    }

    /// The file's text.
    pub(super) fn write(self, account: &Account) -> String {
        match self {
            Format::Csv => exchange::table(account),
            Format::Json => detail::complete(account.session, account.edition, Extent::WithAnswers),
        }
    }
}
