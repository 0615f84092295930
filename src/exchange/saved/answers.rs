//! Answers as text: one character per question, in the instrument's order.

use crate::assessment::{Answers, Instrument, Position, Response};

/// The items' responses, followed by the weights of the dimensions.
pub(super) fn write_run(instrument: &Instrument, answers: &Answers) -> String {
    let mut line: String =
        instrument.items().iter().map(|item| letter(answers.item(instrument, item.id))).collect();
    line.push(' ');
    let doubled: Vec<_> = answers.doubled(instrument).collect();
    let weights = instrument.dimensions().iter();
    line.extend(weights.map(|dimension| if doubled.contains(&dimension.id) { '2' } else { '1' }));
    line
}

/// The foundations' responses.
pub(super) fn write_foundations(instrument: &Instrument, answers: &Answers) -> String {
    let foundations = instrument.foundations().iter();
    foundations.map(|foundation| letter(answers.foundation(instrument, foundation.id))).collect()
}

pub(super) fn read_run(instrument: &Instrument, line: &str) -> Option<Answers> {
    let (items, weights) = line.split_once(' ')?;
    let mut answers = Answers::blank(instrument);
    let mut letters = items.chars();
    for item in instrument.items() {
        answers.set_item(instrument, item.id, response(letters.next()?)?).ok()?;
    }
    let mut weights = weights.chars();
    for dimension in instrument.dimensions() {
        match weights.next()? {
            '1' => {}
            '2' => answers.double(instrument, dimension.id).ok()?,
            _ => return None,
        }
    }
    (letters.next().is_none() && weights.next().is_none()).then_some(answers)
}

/// Stores the foundations' responses in both runs: they are about the owner.
pub(super) fn read_foundations(instrument: &Instrument, line: &str, runs: [&mut Answers; 2]) -> Option<()> {
    let [first, second] = runs;
    let mut letters = line.chars();
    for foundation in instrument.foundations() {
        let response = response(letters.next()?)?;
        first.set_foundation(instrument, foundation.id, response).ok()?;
        second.set_foundation(instrument, foundation.id, response).ok()?;
    }
    letters.next().is_none().then_some(())
}

fn letter(response: Option<Response>) -> char {
    match response {
        None => '-',
        Some(Response::DontKnow) => '?',
        Some(Response::At(position)) => char::from(b'0' + position.get()),
    }
}

fn response(letter: char) -> Option<Option<Response>> {
    Some(match letter {
        '-' => None,
        '?' => Some(Response::DontKnow),
        digit => Some(Response::At(Position::new(u8::try_from(digit.to_digit(10)?).ok()?)?)),
    })
}
