//! The structure of the questionnaire: its questions and its advice, without texts.

mod catalogue;
mod check;
mod id;

use super::{Position, slugs};

pub use catalogue::{Advice, Driver, Kind, Tactic};
pub use check::InstrumentError;
pub use id::{AdviceId, DimensionId, FoundationId, ItemId, SourceId, TacticId};

slugs! {
    /// One end of the axis.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Pole {
        /// Customers buy like companies; scores above zero.
        B2b = "b2b",
        /// Customers buy like consumers; scores below zero.
        B2c = "b2c",
    }
}

impl Pole {
    /// +1 for B2B, −1 for B2C.
    pub const fn sign(self) -> i32 {
        match self {
            Pole::B2b => 1,
            Pole::B2c => -1,
        }
    }

    /// The pole for the sign of a number; `None` for zero.
    pub const fn of_sign(number: i32) -> Option<Pole> {
        match number.signum() {
            1 => Some(Pole::B2b),
            -1 => Some(Pole::B2c),
            _ => None,
        }
    }

    /// The value of an answer to an item whose first statement is this pole's, −2…2: `key · (2 − position)`.
    pub const fn value_of(self, position: Position) -> i32 {
        self.sign() * (2 - position.get() as i32)
    }

    /// The other pole.
    pub const fn opposite(self) -> Pole {
        match self {
            Pole::B2b => Pole::B2c,
            Pole::B2c => Pole::B2b,
        }
    }
}

/// One of the bipolar aspects of how customers buy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Its name in files and results.
    pub id: DimensionId,
    /// The points of the article behind the B2B pole; empty if the pole is our inference.
    pub b2b_sources: Vec<SourceId>,
    /// The points of the article behind the B2C pole; empty if the pole is our inference.
    pub b2c_sources: Vec<SourceId>,
    /// The pole that is our inference, fully or partly; most dimensions have none.
    pub inferred: Option<Pole>,
}

impl Dimension {
    /// The points of the article behind one pole; empty if that pole is our inference.
    pub fn sources(&self, pole: Pole) -> &[SourceId] {
        match pole {
            Pole::B2b => &self.b2b_sources,
            Pole::B2c => &self.b2c_sources,
        }
    }
}

/// Which part of the questionnaire an item belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// Asked first; enough for a provisional profile.
    Core,
    /// Asked after the core; makes the profile firmer.
    Rest,
}

/// A question with two opposite statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name in files and results.
    pub id: ItemId,
    /// The dimension it measures.
    pub dimension: DimensionId,
    /// Keying: the pole of the first statement.
    pub first: Pole,
    /// The part of the questionnaire it belongs to.
    pub section: Section,
    /// Whether the statement for its dimension's inferred pole is our inference.
    pub is_inferred: bool,
    /// The points of the article behind it.
    pub sources: Vec<SourceId>,
}

impl Item {
    /// The answer's value x in −2…2, positive towards B2B: `key · (2 − position)`.
    pub const fn value_of(&self, position: Position) -> i32 {
        self.first.value_of(position)
    }

    /// The position with value x in −2…2; an x beyond that counts as the nearest end.
    pub const fn position_of(&self, value: i32) -> Position {
        Position::clamped(2 - self.first.sign() * value)
    }
}

/// Something the owner can have in place, asked on its own scale; never part of the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foundation {
    /// Its name in files and results.
    pub id: FoundationId,
    /// The points of the article behind it.
    pub sources: Vec<SourceId>,
}

/// The order of equally urgent foundations in the advice, by side of the profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundationOrder {
    /// For profiles towards B2B.
    pub b2b: Vec<FoundationId>,
    /// For profiles towards B2C.
    pub b2c: Vec<FoundationId>,
    /// For profiles in the middle, and if no profile is named.
    pub middle: Vec<FoundationId>,
}

/// The unchecked parts of an instrument.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The points of the article behind the questionnaire as a whole.
    pub sources: Vec<SourceId>,
    /// The dimensions, in the order of bars and ties.
    pub dimensions: Vec<Dimension>,
    /// The items, in the order they are asked.
    pub items: Vec<Item>,
    /// The foundations, in the order they are asked.
    pub foundations: Vec<Foundation>,
    /// The order of the foundations in the advice.
    pub foundation_order: FoundationOrder,
    /// The tactics, in catalogue order, which breaks ties.
    pub tactics: Vec<Tactic>,
    /// The advice, in the order it is shown.
    pub advice: Vec<Advice>,
}

/// A checked questionnaire structure without dangling references.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    parts: Parts,
    /// For each item, the index of its dimension.
    dimension_places: Vec<usize>,
    /// For each dimension, how many items it has: one or two.
    item_counts: Vec<i32>,
}

impl Instrument {
    /// Checks the parts against each other; returns all errors, not only the first.
    pub fn new(parts: Parts) -> Result<Instrument, Vec<InstrumentError>> {
        let errors = check::errors_in(&parts);
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Instrument::of_checked(parts))
    }

    /// Builds an instrument from parts that were checked earlier; a browser need not check them again.
    pub(crate) fn of_checked(parts: Parts) -> Instrument {
        let place = |id| parts.dimensions.iter().position(|dimension| dimension.id == id);
        let dimension_places: Vec<usize> =
            parts.items.iter().filter_map(|item| place(item.dimension)).collect();
        let mut item_counts = vec![0; parts.dimensions.len()];
        for &place in &dimension_places {
            item_counts[place] += 1;
        }
        Instrument { parts, dimension_places, item_counts }
    }

    /// A copy of its parts, to change and check again.
    pub fn to_parts(&self) -> Parts {
        self.parts.clone()
    }

    /// The points of the article behind the questionnaire as a whole.
    pub fn sources(&self) -> &[SourceId] {
        &self.parts.sources
    }

    /// The dimensions, in the order of bars and ties.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.parts.dimensions
    }

    /// The items, in the order they are asked.
    pub fn items(&self) -> &[Item] {
        &self.parts.items
    }

    /// The foundations, in the order they are asked.
    pub fn foundations(&self) -> &[Foundation] {
        &self.parts.foundations
    }

    /// The tactics, in catalogue order.
    pub fn tactics(&self) -> &[Tactic] {
        &self.parts.tactics
    }

    /// The advice, in the order it is shown.
    pub fn advice(&self) -> &[Advice] {
        &self.parts.advice
    }

    /// The order of equally urgent foundations on one side of the axis; `None` is the middle.
    pub fn foundation_order(&self, side: Option<Pole>) -> &[FoundationId] {
        match side {
            Some(Pole::B2b) => &self.parts.foundation_order.b2b,
            Some(Pole::B2c) => &self.parts.foundation_order.b2c,
            None => &self.parts.foundation_order.middle,
        }
    }

    /// The item with this id.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items().iter().find(|item| item.id == id)
    }

    /// The tactic with this id.
    pub fn tactic(&self, id: TacticId) -> Option<&Tactic> {
        self.tactics().iter().find(|tactic| tactic.id == id)
    }

    /// The items that measure a dimension, in the order they are asked.
    pub fn items_of(&self, dimension: DimensionId) -> impl Iterator<Item = &Item> {
        self.items().iter().filter(move |item| item.dimension == dimension)
    }

    /// For each item, the index of its dimension among the dimensions.
    pub(crate) fn dimension_places(&self) -> &[usize] {
        &self.dimension_places
    }

    /// For each dimension, how many items it has.
    pub(crate) fn item_counts(&self) -> &[i32] {
        &self.item_counts
    }
}
