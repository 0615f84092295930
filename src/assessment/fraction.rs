//! Exact fractions, so that no decision depends on a float.

use std::cmp::Ordering;

/// An exact number `numerator / denominator`, not reduced.
///
/// Meant for the model's small numbers: products of two parts stay well within 64 bits. Equality and order
/// follow the value, so `2/4 == 1/2`.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    numerator: i32,
    denominator: i32,
}

impl Fraction {
    /// Zero.
    pub const ZERO: Fraction = Fraction::new(0, 1);

    /// `numerator / denominator`; a denominator below one counts as one.
    pub const fn new(numerator: i32, denominator: i32) -> Fraction {
        Fraction { numerator, denominator: if denominator < 1 { 1 } else { denominator } }
    }

    /// The distance from zero.
    pub const fn abs(self) -> Fraction {
        Fraction { numerator: self.numerator.abs(), denominator: self.denominator }
    }

    /// The nearest float, for drawing and output.
    pub fn to_f64(self) -> f64 {
        f64::from(self.numerator) / f64::from(self.denominator)
    }

    /// A hundred times the value, rounded to a whole number, halves away from zero.
    pub const fn to_points(self) -> i32 {
        let doubled = 200 * self.numerator + self.numerator.signum() * self.denominator;
        doubled / (2 * self.denominator)
    }

    /// A hundred times the value truncated toward zero, and the remainder as a fraction.
    pub(crate) const fn to_points_and_rest(self) -> (i32, Fraction) {
        let hundredfold = 100 * self.numerator;
        (hundredfold / self.denominator, Fraction::new(hundredfold % self.denominator, self.denominator))
    }

    /// Maps a value in −1…1 to 0…10,000, rounded down.
    pub const fn to_place(self) -> i32 {
        5_000 + (5_000 * self.numerator).div_euclid(self.denominator)
    }

    /// Four times the value, truncated; exact for the score of a dimension.
    pub(crate) const fn quarters(self) -> i32 {
        4 * self.numerator / self.denominator
    }

    /// −1, 0 or 1.
    pub const fn signum(self) -> i32 {
        self.numerator.signum()
    }

    const fn cross(self, other: Fraction) -> (i64, i64) {
        (self.numerator as i64 * other.denominator as i64, other.numerator as i64 * self.denominator as i64)
    }

    /// The distance between two values.
    pub(crate) const fn distance(self, other: Fraction) -> Fraction {
        let numerator = self.numerator * other.denominator - other.numerator * self.denominator;
        Fraction::new(numerator.abs(), self.denominator * other.denominator)
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Fraction) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Fraction) -> Ordering {
        let (left, right) = self.cross(*other);
        left.cmp(&right)
    }
}

impl std::ops::Neg for Fraction {
    type Output = Fraction;

    fn neg(self) -> Fraction {
        Fraction { numerator: -self.numerator, denominator: self.denominator }
    }
}

#[cfg(test)]
mod tests {
    use super::Fraction;

    #[track_caller]
    fn check(numerator: i32, denominator: i32, points: i32) {
        assert_eq!(Fraction::new(numerator, denominator).to_points(), points);
        assert_eq!(Fraction::new(-numerator, denominator).to_points(), -points, "mirrored");
    }

    #[test]
    fn half_a_point_is_rounded_away_from_zero() {
        check(1, 8, 13);
        check(1, 200, 1);
    }

    #[test]
    fn less_than_half_a_point_is_dropped() {
        check(1, 3, 33);
        check(1, 201, 0);
    }

    #[test]
    fn the_ends_are_a_hundred() {
        check(7, 7, 100);
        check(0, 7, 0);
    }

    #[track_caller]
    fn check_place(numerator: i32, denominator: i32, place: i32) {
        assert_eq!(Fraction::new(numerator, denominator).to_place(), place);
    }

    #[test]
    fn a_place_is_counted_from_the_low_end_and_rounded_down() {
        check_place(-1, 1, 0);
        check_place(0, 5, 5_000);
        check_place(3, 3, 10_000);
        check_place(1, 3, 6_666);
        check_place(-1, 3, 3_333);
    }

    #[test]
    fn equal_values_are_equal_however_written() {
        assert_eq!(Fraction::new(2, 4), Fraction::new(1, 2));
        assert!(Fraction::new(-1, 3) < Fraction::new(-1, 4));
    }
}
