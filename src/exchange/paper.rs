//! Answers typed from a sheet of paper: the number of each box from left to right, question after question.

use super::typed::plain;
use crate::assessment::{Answers, FoundationId, Instrument, ItemId, Position, Response};
use std::fmt;

/// What was typed so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperAnswers {
    /// The answers; those that aren't typed yet are missing.
    pub answers: Answers,
    /// How many questions have been passed, answered or not.
    pub count: usize,
}

/// The question that a sheet goes on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// An item.
    Item(ItemId),
    /// A foundation.
    Foundation(FoundationId),
}

/// Why a sheet can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperError {
    /// What stands for the answer of this number, counted from 1, is none.
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
    /// Reads what was typed: `1` to `5` for the boxes, `0` or `?` for "don't know", `-` for no answer; the items in
    /// their order, then the foundations. Spaces, and what people put between numbers, count for nothing.
    pub fn read(typed: &str, instrument: &Instrument) -> Result<PaperAnswers, PaperError> {
        let mut sheet = PaperAnswers { answers: Answers::blank(instrument), count: 0 };
        for char in typed.chars().filter_map(plain).filter(|&char| !is_separator(char)) {
            let next = sheet.next(instrument).ok_or(PaperError::TooMany)?;
            let response = response(char).ok_or(PaperError::NoAnswer(sheet.count + 1))?;
            // The question is the instrument's own.
            let _ = match next {
                Next::Item(id) => sheet.answers.set_item(instrument, id, response),
                Next::Foundation(id) => sheet.answers.set_foundation(instrument, id, response),
            };
            sheet.count += 1;
        }
        Ok(sheet)
    }

    /// The question that it goes on with; none behind the last.
    pub fn next(&self, instrument: &Instrument) -> Option<Next> {
        let (items, foundations) = (instrument.items(), instrument.foundations());
        match items.get(self.count) {
            Some(item) => Some(Next::Item(item.id)),
            None => foundations.get(self.count - items.len()).map(|found| Next::Foundation(found.id)),
        }
    }

    /// How many answers a whole sheet has.
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

/// The response that a character stands for, which may be none at all; nothing for any other character.
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

/// The value of a digit, in the figures of our keyboards or of Arabic and Persian ones.
fn digit(char: char) -> Option<u8> {
    let zero = match char {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    u8::try_from(char as u32 - zero as u32).ok()
}
