//! What is asked and what can be advised: the questionnaire's structure, without any text.

use super::{Fraction, Position, Profile};
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(&'static str);

        impl $name {
            /// The id with this slug; whether anything bears it, only an [`Instrument`] knows.
            pub const fn new(slug: &'static str) -> $name {
                $name(slug)
            }

            /// The slug, as in the content's files and in JSON.
            pub const fn as_str(self) -> &'static str {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.0)
            }
        }
    };
}

id!(
    /// Names an [`Item`]: a stable slug such as `audience-size`.
    ItemId
);
id!(
    /// Names a [`Dimension`]: a stable slug such as `audience`.
    DimensionId
);
id!(
    /// Names a [`Foundation`]: a stable slug such as `quality`.
    FoundationId
);
id!(
    /// Names a [`Tactic`]: a stable slug such as `newsletter`.
    TacticId
);
id!(
    /// Names an [`Advice`]: a stable slug such as `two-lists`.
    AdviceId
);
id!(
    /// Names a point of the article: `S0`–`S19`, `K1`–`K6`, `C1`–`C5`.
    SourceId
);

/// One end of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pole {
    /// Customers buy as companies do; scores above zero.
    B2b,
    /// Customers buy as consumers do; scores below zero.
    B2c,
}

impl Pole {
    /// +1 for B2B, −1 for B2C.
    pub const fn sign(self) -> i32 {
        match self {
            Pole::B2b => 1,
            Pole::B2c => -1,
        }
    }

    /// The pole on the side of a signed number; none for zero.
    pub const fn of_sign(number: i32) -> Option<Pole> {
        match number.signum() {
            1 => Some(Pole::B2b),
            -1 => Some(Pole::B2c),
            _ => None,
        }
    }

    /// The other end.
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
    /// The points of the article behind the B2B pole; empty where the pole is our inference.
    pub b2b_sources: Vec<SourceId>,
    /// The points of the article behind the B2C pole; empty where the pole is our inference.
    pub b2c_sources: Vec<SourceId>,
    /// The pole that is our inference, wholly or in part; most dimensions have none.
    pub inferred: Option<Pole>,
}

impl Dimension {
    /// The points of the article behind one pole; empty where that pole is our inference.
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
    /// Keying: the pole of the statement that stands first.
    pub first: Pole,
    /// The part of the questionnaire that it belongs to.
    pub section: Section,
    /// Whether one of its statements is our inference, that of its dimension's inferred pole.
    pub is_inferred: bool,
    /// The points of the article behind it.
    pub sources: Vec<SourceId>,
}

impl Item {
    /// The answer's value x in −2…2, positive towards B2B: `key · (2 − position)`.
    pub const fn value_of(&self, position: Position) -> i32 {
        self.first.sign() * (2 - position.get() as i32)
    }

    /// The position that has a value x in −2…2; x beyond that counts as its end.
    pub const fn position_of(&self, value: i32) -> Position {
        Position::clamped(2 - self.first.sign() * value)
    }

    /// The score s in −1…1 of an answer: half its value.
    pub const fn score_of(&self, position: Position) -> Fraction {
        Fraction::new(self.value_of(position), 2)
    }
}

/// One of the things an owner can have arranged, asked on a scale of its own; never part of the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foundation {
    /// Its name in files and results.
    pub id: FoundationId,
    /// The points of the article behind it.
    pub sources: Vec<SourceId>,
}

/// What a tactic is for, which decides where it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Builds relations between companies.
    B2b,
    /// Moves consumers to buy.
    B2c,
    /// Hands out an incentive; shown inside the incentives' cards.
    Channel,
    /// Shared by both markets; only its execution differs.
    Media,
}

/// How much one dimension speaks for a tactic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Driver {
    /// The dimension that speaks.
    pub dimension: DimensionId,
    /// The driver's value v in tenths: positive when the dimension's B2B pole speaks for the tactic.
    pub value: i32,
}

/// Something to do about engagement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tactic {
    /// Its name in files and results.
    pub id: TacticId,
    /// What it is for.
    pub kind: Kind,
    /// Whether it is an incentive, which needs a channel to be handed out.
    pub is_incentive: bool,
    /// What speaks for it; the values' sizes add up to 5 at most, so relevance stays in 0…1.
    pub drivers: Vec<Driver>,
    /// The points of the article behind it.
    pub sources: Vec<SourceId>,
}

/// Counsel that goes with a profile as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Its name in files and results.
    pub id: AdviceId,
    /// The profiles it is meant for.
    pub profiles: Vec<Profile>,
    /// Whether it is also meant for any profile on the border with a neighbour.
    pub on_border: bool,
    /// The points of the article behind it; empty where it is our inference.
    pub sources: Vec<SourceId>,
}

/// The order in which equally urgent foundations are advised on, by the side of the profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundationOrder {
    /// For profiles towards B2B.
    pub b2b: Vec<FoundationId>,
    /// For profiles towards B2C.
    pub b2c: Vec<FoundationId>,
    /// For profiles in the middle, and without a named profile.
    pub middle: Vec<FoundationId>,
}

/// The parts of an instrument before they are checked against each other.
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
    /// The foundations' order in the advice.
    pub foundation_order: FoundationOrder,
    /// The tactics, in catalogue order, which breaks ties.
    pub tactics: Vec<Tactic>,
    /// The advice, in the order it is shown.
    pub advice: Vec<Advice>,
}

/// Why parts do not make an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstrumentError {
    /// Two parts of a kind (first) bear the same id (second).
    Duplicate(&'static str, &'static str),
    /// The item or tactic (kind and id first) names a dimension that does not exist.
    UnknownDimension(&'static str, &'static str, DimensionId),
    /// The dimension has no item, or more than two: the whole-number scoring rests on one or two.
    ItemCount(DimensionId, usize),
    /// The tactic names a dimension twice.
    DoubledDriver(TacticId, DimensionId),
    /// The sizes of the tactic's drivers add up to more than 5.
    DriverSum(TacticId, i32),
    /// An order of the foundations does not name each of them once.
    FoundationOrder(Option<Pole>),
}

impl InstrumentError {
    /// The place, such as `items.audience-size`.
    pub fn place(&self) -> String {
        match self {
            InstrumentError::Duplicate(kind, id) | InstrumentError::UnknownDimension(kind, id, _) => {
                format!("{kind}.{id}")
            }
            InstrumentError::ItemCount(dimension, _) => format!("dimensions.{dimension}"),
            InstrumentError::DoubledDriver(tactic, _) | InstrumentError::DriverSum(tactic, _) => {
                format!("tactics.{tactic}")
            }
            InstrumentError::FoundationOrder(Some(Pole::B2b)) => "foundationOrder.b2b".to_owned(),
            InstrumentError::FoundationOrder(Some(Pole::B2c)) => "foundationOrder.b2c".to_owned(),
            InstrumentError::FoundationOrder(None) => "foundationOrder.middle".to_owned(),
        }
    }

    /// What is wrong there.
    pub fn what(&self) -> String {
        match self {
            InstrumentError::Duplicate(..) => "id stands there twice".to_owned(),
            InstrumentError::UnknownDimension(_, _, dimension) => format!("unknown dimension `{dimension}`"),
            InstrumentError::ItemCount(_, count) => format!("has {count} items, one or two can be scored"),
            InstrumentError::DoubledDriver(_, dimension) => {
                format!("names the dimension `{dimension}` twice")
            }
            InstrumentError::DriverSum(_, sum) => format!("drivers add up to {sum}, at most 5"),
            InstrumentError::FoundationOrder(_) => "must name every foundation once".to_owned(),
        }
    }
}

impl fmt::Display for InstrumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.what(), self.place())
    }
}

impl std::error::Error for InstrumentError {}

/// A checked questionnaire structure; nothing in it can dangle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    parts: Parts,
    /// For each item, the place of its dimension.
    dimension_places: Vec<usize>,
    /// For each dimension, how many items it has: one or two.
    item_counts: Vec<i32>,
}

impl Instrument {
    /// Checks the parts against each other; the errors are all that were found, not the first.
    pub fn new(parts: Parts) -> Result<Instrument, Vec<InstrumentError>> {
        let errors = errors_in(&parts);
        if !errors.is_empty() {
            return Err(errors);
        }
        let place = |id| parts.dimensions.iter().position(|dimension| dimension.id == id);
        let dimension_places: Vec<usize> =
            parts.items.iter().filter_map(|item| place(item.dimension)).collect();
        let mut item_counts = vec![0; parts.dimensions.len()];
        for &place in &dimension_places {
            item_counts[place] += 1;
        }
        Ok(Instrument { parts, dimension_places, item_counts })
    }

    /// The parts it was made from, to change and check anew.
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

    /// The item of that id.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items().iter().find(|item| item.id == id)
    }

    /// The tactic of that id.
    pub fn tactic(&self, id: TacticId) -> Option<&Tactic> {
        self.tactics().iter().find(|tactic| tactic.id == id)
    }

    /// The items that measure a dimension, in the order they are asked.
    pub fn items_of(&self, dimension: DimensionId) -> impl Iterator<Item = &Item> {
        self.items().iter().filter(move |item| item.dimension == dimension)
    }

    /// For each item, the place of its dimension among the dimensions.
    pub(crate) fn dimension_places(&self) -> &[usize] {
        &self.dimension_places
    }

    /// For each dimension, how many items it has.
    pub(crate) fn item_counts(&self) -> &[i32] {
        &self.item_counts
    }
}

fn errors_in(parts: &Parts) -> Vec<InstrumentError> {
    let mut errors = Vec::new();
    errors.extend(duplicates("dimensions", parts.dimensions.iter().map(|dimension| dimension.id.as_str())));
    errors.extend(duplicates("items", parts.items.iter().map(|item| item.id.as_str())));
    errors
        .extend(duplicates("foundations", parts.foundations.iter().map(|foundation| foundation.id.as_str())));
    errors.extend(duplicates("tactics", parts.tactics.iter().map(|tactic| tactic.id.as_str())));
    errors.extend(duplicates("advice", parts.advice.iter().map(|advice| advice.id.as_str())));
    let known = |id: DimensionId| parts.dimensions.iter().any(|dimension| dimension.id == id);
    for item in parts.items.iter().filter(|item| !known(item.dimension)) {
        errors.push(InstrumentError::UnknownDimension("items", item.id.as_str(), item.dimension));
    }
    for dimension in &parts.dimensions {
        let count = parts.items.iter().filter(|item| item.dimension == dimension.id).count();
        if !(1..=2).contains(&count) {
            errors.push(InstrumentError::ItemCount(dimension.id, count));
        }
    }
    for tactic in &parts.tactics {
        driver_errors(tactic, known, &mut errors);
    }
    let sides = [Some(Pole::B2b), Some(Pole::B2c), None];
    let order = &parts.foundation_order;
    for (side, order) in sides.into_iter().zip([&order.b2b, &order.b2c, &order.middle]) {
        let all_named = parts.foundations.iter().all(|foundation| order.contains(&foundation.id));
        if order.len() != parts.foundations.len() || !all_named {
            errors.push(InstrumentError::FoundationOrder(side));
        }
    }
    errors
}

fn driver_errors(tactic: &Tactic, known: impl Fn(DimensionId) -> bool, errors: &mut Vec<InstrumentError>) {
    let mut sum = 0_i32;
    for (place, driver) in tactic.drivers.iter().enumerate() {
        sum = sum.saturating_add(driver.value.saturating_abs());
        if !known(driver.dimension) {
            let id = tactic.id.as_str();
            errors.push(InstrumentError::UnknownDimension("tactics", id, driver.dimension));
        }
        if tactic.drivers[..place].iter().any(|before| before.dimension == driver.dimension) {
            errors.push(InstrumentError::DoubledDriver(tactic.id, driver.dimension));
        }
    }
    if sum > 5 {
        errors.push(InstrumentError::DriverSum(tactic.id, sum));
    }
}

fn duplicates(kind: &'static str, ids: impl Iterator<Item = &'static str>) -> Vec<InstrumentError> {
    let mut seen = Vec::new();
    let mut errors = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            errors.push(InstrumentError::Duplicate(kind, id));
        }
        seen.push(id);
    }
    errors
}
