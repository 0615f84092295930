//! The scoring model, implemented a second time: slow, with wide fractions, line by line as in `model.md`.

use super::{Given, position_of};
use b2b_b2c_profile::assessment::{DimensionId, Fraction, Instrument, Tactic};
use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Sub};

/// An exact fraction in lowest terms, with a denominator above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// Zero.
    pub(crate) const ZERO: Ratio = Ratio { numerator: 0, denominator: 1 };

    /// `numerator / denominator`.
    pub(crate) fn new(numerator: i128, denominator: i128) -> Ratio {
        assert_ne!(denominator, 0, "the denominator is not zero");
        let (mut one, mut other) = (numerator.abs(), denominator.abs());
        while other != 0 {
            (one, other) = (other, one % other);
        }
        let sign = denominator.signum();
        Ratio { numerator: sign * numerator / one, denominator: sign * denominator / one }
    }

    /// A whole number.
    pub(crate) fn whole(number: i32) -> Ratio {
        Ratio::new(number.into(), 1)
    }

    /// The distance from zero.
    pub(crate) fn abs(self) -> Ratio {
        Ratio { numerator: self.numerator.abs(), ..self }
    }

    /// The same as a fraction of the model.
    pub(crate) fn fraction(self) -> Fraction {
        let part = |number: i128| i32::try_from(number).expect("the model's numbers are small");
        Fraction::new(part(self.numerator), part(self.denominator))
    }
}

impl Add for Ratio {
    type Output = Ratio;

    fn add(self, other: Ratio) -> Ratio {
        let numerator = self.numerator * other.denominator + other.numerator * self.denominator;
        Ratio::new(numerator, self.denominator * other.denominator)
    }
}

impl Sub for Ratio {
    type Output = Ratio;

    fn sub(self, other: Ratio) -> Ratio {
        self + Ratio::whole(-1) * other
    }
}

impl Mul for Ratio {
    type Output = Ratio;

    fn mul(self, other: Ratio) -> Ratio {
        Ratio::new(self.numerator * other.numerator, self.denominator * other.denominator)
    }
}

impl Div for Ratio {
    type Output = Ratio;

    fn div(self, other: Ratio) -> Ratio {
        Ratio::new(self.numerator * other.denominator, self.denominator * other.numerator)
    }
}

impl Sum for Ratio {
    fn sum<I: Iterator<Item = Ratio>>(ratios: I) -> Ratio {
        ratios.fold(Ratio::ZERO, Add::add)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some((self.numerator * other.denominator).cmp(&(other.numerator * self.denominator)))
    }
}

/// One set of answers on one instrument.
pub(crate) struct Reference<'a>(pub(crate) &'a Instrument, pub(crate) &'a Given);

impl Reference<'_> {
    /// The score s of an item (rule 1).
    pub(crate) fn item(&self, place: usize) -> Option<Ratio> {
        let key = self.0.items()[place].first.sign();
        let position = i32::from(self.1.items[place]?);
        Some(Ratio::whole(key * (2 - position)) / Ratio::whole(2))
    }

    fn answered(&self, dimension: DimensionId) -> Vec<Ratio> {
        let items = self.0.items().iter().enumerate().filter(|(_, item)| item.dimension == dimension);
        items.filter_map(|(place, _)| self.item(place)).collect()
    }

    /// The number of answered items of a dimension.
    pub(crate) fn count(&self, dimension: DimensionId) -> Ratio {
        Ratio::whole(i32::try_from(self.answered(dimension).len()).expect("there are few items"))
    }

    /// D (rule 2).
    pub(crate) fn dimension(&self, dimension: DimensionId) -> Option<Ratio> {
        let answered = self.answered(dimension);
        (!answered.is_empty()).then(|| answered.into_iter().sum::<Ratio>() / self.count(dimension))
    }

    /// w, 1 or 2.
    pub(crate) fn weight(&self, dimension: DimensionId) -> Ratio {
        let is_doubled = |&place: &usize| self.0.dimensions()[place].id == dimension;
        Ratio::whole(if self.1.doubled.iter().any(is_doubled) { 2 } else { 1 })
    }

    /// The dimensions with a score: w and D.
    fn defined(&self) -> Vec<(Ratio, Ratio)> {
        let ids = self.0.dimensions().iter().map(|dimension| dimension.id);
        ids.filter_map(|id| Some((self.weight(id), self.dimension(id)?))).collect()
    }

    /// W, the sum of the weights of the dimensions with a score.
    pub(crate) fn weights(&self) -> Ratio {
        self.defined().into_iter().map(|(weight, _)| weight).sum()
    }

    /// S (rule 3).
    pub(crate) fn score(&self) -> Option<Ratio> {
        let defined = self.defined();
        let sum: Ratio = defined.iter().map(|&(weight, score)| weight * score).sum();
        (!defined.is_empty()).then(|| sum / self.weights())
    }

    /// An item's part of S (rule 4).
    pub(crate) fn contribution(&self, place: usize) -> Option<Ratio> {
        let dimension = self.0.items()[place].dimension;
        Some(self.weight(dimension) * self.item(place)? / (self.count(dimension) * self.weights()))
    }

    /// Tug (rule 5).
    pub(crate) fn tug(&self) -> Ratio {
        let part = |sign: i32| -> Ratio {
            let pulls = self.defined().into_iter().map(|(weight, score)| weight * score * Ratio::whole(sign));
            pulls.filter(|&pull| pull > Ratio::ZERO).map(|pull| pull / self.weights()).sum()
        };
        let (positive, negative) = (part(1), part(-1));
        Ratio::whole(2) * if positive < negative { positive } else { negative }
    }

    /// One end of the range (rule 6): S with every missing item at x.
    pub(crate) fn end(&self, value: i32) -> Ratio {
        let mut filled = self.1.clone();
        for (item, position) in self.0.items().iter().zip(&mut filled.items) {
            position.get_or_insert(position_of(item.first.sign(), value));
        }
        Reference(self.0, &filled).score().expect("nothing is missing")
    }

    /// Q (rule 8).
    pub(crate) fn consistency(&self) -> Option<Ratio> {
        let ids = self.0.dimensions().iter().map(|dimension| dimension.id);
        let pairs = ids.map(|id| self.answered(id)).filter(|scores| scores.len() == 2);
        let gaps: Vec<Ratio> = pairs.map(|pair| (pair[0] - pair[1]).abs() / Ratio::whole(2)).collect();
        let count = i32::try_from(gaps.len()).expect("there are few dimensions");
        (count >= 3).then(|| Ratio::whole(1) - gaps.into_iter().sum::<Ratio>() / Ratio::whole(count))
    }

    /// A tactic's relevance (rule 10).
    pub(crate) fn relevance(&self, tactic: &Tactic) -> Ratio {
        let term = |value: i32, dimension| {
            Ratio::new(value.into(), 10) * self.dimension(dimension).unwrap_or(Ratio::ZERO)
        };
        let terms = tactic.drivers.iter().map(|driver| term(driver.value, driver.dimension));
        Ratio::new(1, 2) + terms.sum::<Ratio>()
    }
}

/// The level of a score (rule 5), −2 for strongly B2C to 2 for strongly B2B.
pub(crate) fn level(score: Ratio) -> i32 {
    let size = score.abs();
    let steps = i32::from(size > Ratio::new(1, 5)) + i32::from(size > Ratio::new(1, 2));
    if score < Ratio::ZERO { -steps } else { steps }
}
