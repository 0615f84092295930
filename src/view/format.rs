//! The forms of the file with a result: a new one is a variant here, and the compiler leads to the rest.

use crate::assessment::slugs;
use crate::content::Label;
use crate::exchange::detail::{self, Extent};
use crate::exchange::{self, Account};

slugs! {
    /// The form of a file. The slug is its name in events, and the ending of the file's name.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Format {
        /// CSV: the result as a table, for a spreadsheet.
        Csv = "csv",
        /// JSON: the same with the answers and the plan, for programs.
        Json = "json",
    }
}

impl Format {
    /// What a browser calls it.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv;charset=utf-8",
            Format::Json => "application/json",
        }
    }

    /// What its button says.
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
