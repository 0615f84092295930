//! Changes that would move the profile: the smallest change of one answer, or the number of answers needed.

use super::order::sort_by_key;
use super::score::Tallies;
use super::{Answers, Fraction, Instrument, ItemId, Level, Outcome, Pole, Position, Response, profile};
use std::cmp::Reverse;

/// The smallest change that leads to the next level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Changing one answer to this position lands on the next level.
    Single {
        /// The item to answer differently.
        item: ItemId,
        /// The new position.
        to: Position,
    },
    /// No single change lands on it; this many answers reach or pass it.
    Several {
        /// How many answers must change, each to its end of the scale.
        answers: usize,
    },
}

/// The changes that would move a named profile each way; `None` beyond the strongest level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Towards B2B.
    pub b2b: Option<Change>,
    /// Towards B2C.
    pub b2c: Option<Change>,
}

impl Change {
    /// The outcome of these answers after a single change; `None` for several.
    pub fn outcome(&self, instrument: &Instrument, answers: &Answers) -> Option<Outcome> {
        let Change::Single { item, to } = *self else { return None };
        let mut changed = answers.clone();
        changed.set_item(instrument, item, Some(Response::At(to))).ok()?;
        Some(Outcome::of(instrument, &changed))
    }
}

impl Changes {
    /// The change towards a pole.
    pub const fn towards(&self, pole: Pole) -> Option<Change> {
        match pole {
            Pole::B2b => self.b2b,
            Pole::B2c => self.b2c,
        }
    }

    /// The changes that would move the profile of these answers; empty if they name no profile.
    pub fn of(instrument: &Instrument, answers: &Answers) -> Changes {
        Changes::of_tallies(instrument, &Tallies::of(instrument, answers))
    }

    pub(crate) fn of_tallies(instrument: &Instrument, tallies: &Tallies) -> Changes {
        if !profile::is_named(tallies) {
            return Changes::default();
        }
        Changes {
            b2b: change_towards(Pole::B2b, instrument, tallies),
            b2c: change_towards(Pole::B2c, instrument, tallies),
        }
    }
}

fn change_towards(pole: Pole, instrument: &Instrument, tallies: &Tallies) -> Option<Change> {
    let target = level_of(tallies).next_towards(pole)?;
    single(pole, target, instrument, tallies).or_else(|| several(pole, target, instrument, tallies))
}

/// The level of the score; only for answers that name a profile.
fn level_of(tallies: &Tallies) -> Level {
    Level::of(Fraction::new(tallies.numerator(), tallies.denominator()))
}

/// The smallest change that lands on the target: fewest steps, then mildest old answer, then item order.
fn single(pole: Pole, target: Level, instrument: &Instrument, tallies: &Tallies) -> Option<Change> {
    let (numerator, denominator) = (tallies.numerator(), tallies.denominator());
    let placed = instrument.items().iter().zip(instrument.dimension_places());
    let mut best = None;
    for ((item, &place), value) in placed.zip(&tallies.values) {
        let (Some(value), Some(tally)) = (*value, tallies.dimensions.get(place)) else { continue };
        let room = 2 - pole.sign() * value;
        let landing = (1..=room).find(|steps| {
            let moved = numerator + tally.share_of(pole.sign() * steps);
            Level::of(Fraction::new(moved, denominator)) == target
        });
        let Some(steps) = landing else { continue };
        let rank = (steps, value.abs());
        if best.is_none_or(|(least, _)| rank < least) {
            let to = item.position_of(value + pole.sign() * steps);
            best = Some((rank, Change::Single { item: item.id, to }));
        }
    }
    best.map(|(_, change)| change)
}

/// How many answers must move to their end, largest gain first, to reach or pass the target.
fn several(pole: Pole, target: Level, instrument: &Instrument, tallies: &Tallies) -> Option<Change> {
    let placed = instrument.dimension_places().iter().zip(&tallies.values);
    let mut gains: Vec<i32> = placed
        .filter_map(|(&place, &value)| {
            Some(tallies.dimensions.get(place)?.share_of(2 - pole.sign() * value?))
        })
        .collect();
    sort_by_key(&mut gains, |&gain| Reverse(gain));
    let mut numerator = tallies.numerator();
    for (answers, gain) in (1..).zip(gains) {
        numerator += pole.sign() * gain;
        let level = Level::of(Fraction::new(numerator, tallies.denominator()));
        let reached = match pole {
            Pole::B2b => level >= target,
            Pole::B2c => level <= target,
        };
        if reached {
            return Some(Change::Several { answers });
        }
    }
    None
}
