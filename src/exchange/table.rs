//! A result as a table (CSV) that opens right in a Dutch spreadsheet: UTF-8 with its mark, semicolons, lines that end
//! as on Windows. Points are whole numbers, so no decimal mark is ever needed.

use super::account::{Account, Subject, Writer};
use crate::content::Label;

/// The result as a table. A line holds one thing: whose, of what kind, its id, what it is called, what it came to, and
/// its points towards B2B. A second customer group follows the first; what is about the owner comes last.
pub fn table(account: &Account) -> String {
    // A spreadsheet takes a text for UTF-8 by its first character.
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

/// The word for programs; it stays the same in every language.
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

/// A text, always in quotes. One that a spreadsheet would take for a formula gets an apostrophe in front: a name can be
/// anything.
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
