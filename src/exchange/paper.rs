//! Answers typed in from the printed questionnaire: each box's number from the left, in question order.

use super::typed::plain;
use crate::assessment::{Answers, FoundationId, Instrument, ItemId, Position, Response};
use std::fmt;

/// The paper answers typed so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperAnswers {
    /// The answers; those not yet typed are missing.
    pub answers: Answers,
    /// The number of questions passed, answered or not.
    pub count: usize,
}

/// The next question to type in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// An item.
    Item(ItemId),
    /// A foundation.
    Foundation(FoundationId),
}

/// Why the paper answers can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperError {
    /// The character for this answer, counted from 1, is not an answer.
    NoAnswer(usize),
    /// There are more answers than questions.
    TooMany,
}

impl fmt::Display for PaperError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PaperError::NoAnswer(number) => write!(f, "not an answer: number {number}"),
            PaperError::TooMany => f.write_str("more answers than questions"),
        }
    }
}

impl std::error::Error for PaperError {}

impl PaperAnswers {
    /// Reads the typed text: `1` to `5` for the boxes, `0` or `?` for "don't know", `-` for no answer; first
    /// the items in order, then the foundations. Ignores spaces and common separators.
    pub fn read(typed: &str, instrument: &Instrument) -> Result<PaperAnswers, PaperError> {
        let mut sheet = PaperAnswers { answers: Answers::blank(instrument), count: 0 };
        for char in typed.chars().filter_map(plain).filter(|&char| !is_separator(char)) {
            let next = sheet.next(instrument).ok_or(PaperError::TooMany)?;
            let response = response(char).ok_or(PaperError::NoAnswer(sheet.count + 1))?;
            // The question comes from this instrument, so this can't fail.
            let _ = match next {
                Next::Item(id) => sheet.answers.set_item(instrument, id, response),
                Next::Foundation(id) => sheet.answers.set_foundation(instrument, id, response),
            };
            sheet.count += 1;
        }
        Ok(sheet)
    }

    /// The next question; `None` after the last.
    pub fn next(&self, instrument: &Instrument) -> Option<Next> {
        let (items, foundations) = (instrument.items(), instrument.foundations());
        match items.get(self.count) {
            Some(item) => Some(Next::Item(item.id)),
            None => foundations.get(self.count - items.len()).map(|found| Next::Foundation(found.id)),
        }
    }

    /// The number of answers on a complete questionnaire.
    pub fn length(instrument: &Instrument) -> usize {
        instrument.items().len() + instrument.foundations().len()
    }
}

fn is_separator(char: char) -> bool {
    matches!(
        char,
        ' ' | ',' | ';' | '.' | '/' | '|' | '\u{60c}' | '\u{61b}' | '\u{66b}' | '\u{66c}' | '、' | '。' | '·'
    )
}

/// The response that a character stands for, which may be no answer; `None` for any other character.
fn response(char: char) -> Option<Option<Response>> {
    match char {
        '?' | '؟' => Some(Some(Response::DontKnow)),
        '-' => Some(None),
        _ => match digit(char)? {
            0 => Some(Some(Response::DontKnow)),
            number => Position::new(number - 1).map(|position| Some(Response::At(position))),
        },
    }
}

/// The value of a digit: ASCII, Arabic or Persian.
fn digit(char: char) -> Option<u8> {
    let zero = match char {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    u8::try_from(char as u32 - zero as u32).ok()
}
