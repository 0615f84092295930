//! Checks the parts of an instrument against each other.

use super::{DimensionId, Parts, Pole, Tactic, TacticId};
use std::fmt;

/// Why parts do not form an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstrumentError {
    /// Two parts of the same kind (first field) have the same id (second field).
    Duplicate(&'static str, &'static str),
    /// The item or tactic (kind, then id) names a dimension that does not exist.
    UnknownDimension(&'static str, &'static str, DimensionId),
    /// The dimension has no item or more than two: whole-number scoring needs one or two.
    ItemCount(DimensionId, usize),
    /// The tactic names a dimension twice.
    DoubledDriver(TacticId, DimensionId),
    /// The absolute values of the tactic's drivers add up to more than 5.
    DriverSum(TacticId, i32),
    /// An order of the foundations does not name each of them exactly once.
    FoundationOrder(Option<Pole>),
}

impl InstrumentError {
    /// Where the error is, such as `items.audience-size`.
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

    /// What is wrong.
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

/// All errors in the parts.
pub(super) fn errors_in(parts: &Parts) -> Vec<InstrumentError> {
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
