//! A result as plain text, to paste into an email.

use super::account::{Account, Subject, Writer};
use crate::assessment::{Mark, TacticId};
use crate::content::Label;

/// The result as text: profiles with reasons and dimensions, the plan with first steps, code and link.
pub fn letter(account: &Account) -> String {
    let texts = account.texts;
    let mut letter = account.write([&*texts.about.title, "\n"].concat(), write);
    let link = texts.fill(Label::LetterLink, &[("link", account.link)]);
    if !account.link.is_empty() {
        letter.extend([&*link, "\n"]);
    }
    letter.extend(["\n", &texts.about.closing, "\n"]);
    letter
}

fn write(letter: &mut Writer, subject: Subject, id: &'static str, name: &str, value: &str, _: Option<i32>) {
    let texts = letter.account.texts;
    match subject {
        Subject::Profile => {
            let title = match letter.group {
                "" => texts.label(Label::YourProfile).to_string(),
                group => texts.fill(Label::ProfileOf, &[("group", group)]),
            };
            letter.push(&["\n", &title, ": ", name, "\n", value, "\n\n"]);
        }
        Subject::Score | Subject::Dimension => letter.push(&["- ", name, ": ", value, "\n"]),
        Subject::Plan(mark) => {
            let start = texts.tactic(TacticId::new(id)).start.filter(|_| mark == Mark::WillDo);
            letter.push(&["\n", value, ": ", name, "\n"]);
            if let Some(start) = start {
                letter.push(&[&start, "\n"]);
            }
        }
        Subject::Code if !value.is_empty() => {
            letter.push(&["\n", &texts.fill(Label::LetterCode, &[("code", value)]), "\n"]);
        }
        Subject::Range | Subject::Doubled | Subject::Answer | Subject::Foundation | Subject::Code => {}
    }
}
