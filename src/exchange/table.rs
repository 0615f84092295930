//! A result as a table (CSV) that opens correctly in a Dutch spreadsheet: UTF-8 with a byte order mark,
//! semicolons, CRLF line ends. Points are whole numbers, so no decimal separator is needed.

use super::account::{Account, Subject, Writer};
use crate::content::Label;

/// The result as a table. Each line has the group, kind, id, name, value in words, and points towards B2B. A
/// second customer group follows the first; lines about the owner come last.
pub fn table(account: &Account) -> String {
    // Spreadsheets recognize UTF-8 by the byte order mark.
    account.write(["\u{feff}", &account.texts.label(Label::TableHeader), "\r\n"].concat(), row)
}

fn row(table: &mut Writer, subject: Subject, id: &'static str, name: &str, value: &str, points: Option<i32>) {
    for text in [table.group, kind(subject), id, name, value] {
        cell(&mut table.text, text);
        table.text.push(';');
    }
    if let Some(points) = points {
        table.text.push_str(&points.to_string());
    }
    table.text.push_str("\r\n");
}

/// The keyword for programs, the same in every language.
const fn kind(subject: Subject) -> &'static str {
    match subject {
        Subject::Profile => "profile",
        Subject::Score => "score",
        Subject::Range => "range",
        Subject::Dimension => "dimension",
        Subject::Doubled => "doubled",
        Subject::Answer => "answer",
        Subject::Foundation => "foundation",
        Subject::Plan(_) => "plan",
        Subject::Code => "code",
    }
}

/// Writes a text, always in quotes. A text that a spreadsheet would read as a formula gets a leading
/// apostrophe: a name can be anything.
fn cell(table: &mut String, text: &str) {
    table.push('"');
    if text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        table.push('\'');
    }
    for char in text.chars() {
        if char == '"' {
            table.push('"');
        }
        table.push(char);
    }
    table.push('"');
}
