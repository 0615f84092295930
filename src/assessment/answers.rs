//! The responses given so far.

use super::{DimensionId, FoundationId, Instrument, ItemId};
use std::fmt;

/// The box chosen on a five-point scale, 0…4.
///
/// On an item's scale 0 is clearly the first statement and 4 clearly the second; on a foundation's scale 0
/// is "not yet" and 4 "very good".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(u8);

impl Position {
    /// Every position, in the order of the scale.
    pub const ALL: [Position; 5] = [Position(0), Position(1), Position(2), Position(3), Position(4)];
    /// The middle of the scale: "in between or both".
    pub const MIDDLE: Position = Position(2);

    /// The position with this number; `None` above 4.
    pub const fn new(number: u8) -> Option<Position> {
        if number <= 4 { Some(Position(number)) } else { None }
    }

    /// The position with this number; numbers beyond the scale count as the nearest end.
    pub(crate) const fn clamped(number: i32) -> Position {
        match number {
            ..=0 => Position(0),
            1 => Position(1),
            2 => Position(2),
            3 => Position(3),
            _ => Position(4),
        }
    }

    /// The position's number, 0…4.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// The choice made at a question. An unanswered question has no response at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Response {
    /// A box of the scale.
    At(Position),
    /// "Don't know or doesn't apply": shown as a choice, scored as missing.
    DontKnow,
}

impl Response {
    /// The position; `None` for "don't know".
    pub const fn position(self) -> Option<Position> {
        match self {
            Response::At(position) => Some(position),
            Response::DontKnow => None,
        }
    }
}

/// Why an answer or weight could not be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswersError {
    /// No item has this id.
    UnknownItem,
    /// No foundation has this id.
    UnknownFoundation,
    /// No dimension has this id.
    UnknownDimension,
    /// Two dimensions already count double.
    TooManyDoubled,
}

impl fmt::Display for AnswersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            AnswersError::UnknownItem => "unknown item",
            AnswersError::UnknownFoundation => "unknown foundation",
            AnswersError::UnknownDimension => "unknown dimension",
            AnswersError::TooManyDoubled => "a third dimension can't count double",
        })
    }
}

impl std::error::Error for AnswersError {}

/// The responses to one instrument, and the dimensions that count double.
///
/// Stored in the instrument's order, so the order of answering never matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    items: Vec<Option<Response>>,
    foundations: Vec<Option<Response>>,
    doubled: Vec<bool>,
}

impl Answers {
    /// How many dimensions may count double.
    pub const MOST_DOUBLED: usize = 2;

    /// No response to anything yet.
    pub fn blank(instrument: &Instrument) -> Answers {
        Answers {
            items: vec![None; instrument.items().len()],
            foundations: vec![None; instrument.foundations().len()],
            doubled: vec![false; instrument.dimensions().len()],
        }
    }

    /// Sets the response to an item; `None` removes it.
    pub fn set_item(
        &mut self,
        instrument: &Instrument,
        id: ItemId,
        response: Option<Response>,
    ) -> Result<(), AnswersError> {
        let place = instrument.items().iter().position(|item| item.id == id);
        let slot = place.and_then(|place| self.items.get_mut(place)).ok_or(AnswersError::UnknownItem)?;
        *slot = response;
        Ok(())
    }

    /// Sets the response to a foundation; `None` removes it.
    pub fn set_foundation(
        &mut self,
        instrument: &Instrument,
        id: FoundationId,
        response: Option<Response>,
    ) -> Result<(), AnswersError> {
        let place = instrument.foundations().iter().position(|foundation| foundation.id == id);
        let slot =
            place.and_then(|place| self.foundations.get_mut(place)).ok_or(AnswersError::UnknownFoundation)?;
        *slot = response;
        Ok(())
    }

    /// Makes a dimension count double; fails if two others already do.
    pub fn double(&mut self, instrument: &Instrument, id: DimensionId) -> Result<(), AnswersError> {
        let doubled = self.doubled.iter().filter(|&&doubled| doubled).count();
        let slot = self.doubling(instrument, id)?;
        if !*slot && doubled == Answers::MOST_DOUBLED {
            return Err(AnswersError::TooManyDoubled);
        }
        *slot = true;
        Ok(())
    }

    /// Makes a dimension count once.
    pub fn undouble(&mut self, instrument: &Instrument, id: DimensionId) -> Result<(), AnswersError> {
        *self.doubling(instrument, id)? = false;
        Ok(())
    }

    /// The flag that says whether a dimension counts double.
    fn doubling(&mut self, instrument: &Instrument, id: DimensionId) -> Result<&mut bool, AnswersError> {
        let place = instrument.dimensions().iter().position(|dimension| dimension.id == id);
        place.and_then(|place| self.doubled.get_mut(place)).ok_or(AnswersError::UnknownDimension)
    }

    /// The response to an item, if there is one.
    pub fn item(&self, instrument: &Instrument, id: ItemId) -> Option<Response> {
        let place = instrument.items().iter().position(|item| item.id == id)?;
        *self.items.get(place)?
    }

    /// The response to a foundation, if there is one.
    pub fn foundation(&self, instrument: &Instrument, id: FoundationId) -> Option<Response> {
        let place = instrument.foundations().iter().position(|foundation| foundation.id == id)?;
        *self.foundations.get(place)?
    }

    /// The dimensions that count double, in dimension order.
    pub fn doubled<'a>(&'a self, instrument: &'a Instrument) -> impl Iterator<Item = DimensionId> + 'a {
        let dimensions = instrument.dimensions().iter().zip(&self.doubled);
        dimensions.filter_map(|(dimension, &doubled)| doubled.then_some(dimension.id))
    }

    /// Whether no question has a response; weights are ignored.
    pub fn is_blank(&self) -> bool {
        self.items.iter().chain(&self.foundations).all(Option::is_none)
    }

    /// Copies the foundation responses of another set.
    pub(crate) fn take_foundations(&mut self, other: &Answers) {
        self.foundations.clone_from(&other.foundations);
    }

    /// Whether the answers match the size of this instrument.
    pub(crate) fn fit(&self, instrument: &Instrument) -> bool {
        self.items.len() == instrument.items().len()
            && self.foundations.len() == instrument.foundations().len()
            && self.doubled.len() == instrument.dimensions().len()
    }

    /// Whether both sets have the same foundation responses.
    pub(crate) fn agree_on_foundations(&self, other: &Answers) -> bool {
        self.foundations == other.foundations
    }

    /// The positions chosen, in item order; `None` for a missing one.
    pub(crate) fn item_positions(&self) -> impl Iterator<Item = Option<Position>> {
        self.items.iter().map(|response| response.and_then(Response::position))
    }

    /// The positions chosen, in foundation order; `None` for a missing one.
    pub(crate) fn foundation_positions(&self) -> impl Iterator<Item = Option<Position>> {
        self.foundations.iter().map(|response| response.and_then(Response::position))
    }

    /// The weight of each dimension, in dimension order: 2 if it counts double, otherwise 1.
    pub(crate) fn weights(&self) -> impl Iterator<Item = i32> {
        self.doubled.iter().map(|&doubled| if doubled { 2 } else { 1 })
    }
}
