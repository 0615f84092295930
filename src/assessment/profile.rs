//! Names the outcome and shows how firm it is: level, profile, range, border.

use super::score::Tallies;
use super::{Fraction, Pole, slugs};

/// Up to this distance from zero, a score is in the middle.
const LEAN_LINE: Fraction = Fraction::new(1, 5);
/// Up to this distance from zero, a score leans; beyond it, a score is strong.
const STRONG_LINE: Fraction = Fraction::new(1, 2);
/// A score within this distance of a line is on the border. A convention, not a confidence interval.
const BORDER: Fraction = Fraction::new(1, 10);
/// A score in the middle is split if the tug is at least this.
pub const SPLIT_TUG: Fraction = Fraction::new(1, 2);
/// The fewest answers needed to name a profile.
pub const LEAST_ANSWERS: i32 = 6;
/// The fewest dimensions with an answer needed to name a profile.
pub const LEAST_DIMENSIONS: usize = 4;

/// The position of a score in five steps from B2C to B2B; a score on a line takes the milder level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Below −1/2.
    StrongB2c,
    /// From −1/2 to below −1/5.
    LeanB2c,
    /// From −1/5 to 1/5.
    Middle,
    /// Above 1/5, up to 1/2.
    LeanB2b,
    /// Above 1/2.
    StrongB2b,
}

impl Level {
    /// All levels, from B2C to B2B.
    pub const ALL: [Level; 5] =
        [Level::StrongB2c, Level::LeanB2c, Level::Middle, Level::LeanB2b, Level::StrongB2b];

    /// The level of a score.
    pub fn of(score: Fraction) -> Level {
        let size = score.abs();
        match (size > LEAN_LINE, size > STRONG_LINE, score.signum() > 0) {
            (false, _, _) => Level::Middle,
            (true, false, true) => Level::LeanB2b,
            (true, false, false) => Level::LeanB2c,
            (true, true, true) => Level::StrongB2b,
            (true, true, false) => Level::StrongB2c,
        }
    }

    /// The lines below and above the level; `None` at an end of the axis. A score on a line belongs to the
    /// milder of the two levels.
    pub fn lines(self) -> [Option<Fraction>; 2] {
        match self {
            Level::StrongB2c => [None, Some(-STRONG_LINE)],
            Level::LeanB2c => [Some(-STRONG_LINE), Some(-LEAN_LINE)],
            Level::Middle => [Some(-LEAN_LINE), Some(LEAN_LINE)],
            Level::LeanB2b => [Some(LEAN_LINE), Some(STRONG_LINE)],
            Level::StrongB2b => [Some(STRONG_LINE), None],
        }
    }

    /// The next level towards a pole; `None` beyond the strongest.
    pub fn next_towards(self, pole: Pole) -> Option<Level> {
        let here = Level::ALL.iter().position(|&level| level == self)?;
        match pole {
            Pole::B2b => Level::ALL.get(here + 1),
            Pole::B2c => here.checked_sub(1).and_then(|next| Level::ALL.get(next)),
        }
        .copied()
    }

    /// The side of the level; `None` in the middle.
    pub const fn side(self) -> Option<Pole> {
        match self {
            Level::StrongB2c | Level::LeanB2c => Some(Pole::B2c),
            Level::Middle => None,
            Level::LeanB2b | Level::StrongB2b => Some(Pole::B2b),
        }
    }
}

slugs! {
    /// The named outcome, from B2B to B2C.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Profile {
        /// Strongly B2B.
        StrongB2b = "strong-b2b",
        /// More B2B than B2C.
        LeanB2b = "lean-b2b",
        /// In the middle, with little pull either way.
        Hybrid = "hybrid",
        /// In the middle, clearly B2B on some points and clearly B2C on others.
        Split = "split",
        /// More B2C than B2B.
        LeanB2c = "lean-b2c",
        /// Strongly B2C.
        StrongB2c = "strong-b2c",
    }
}

impl Profile {
    /// The profile at a level; the tug distinguishes the two in the middle.
    pub fn of(level: Level, tug: Fraction) -> Profile {
        match level {
            Level::StrongB2c => Profile::StrongB2c,
            Level::LeanB2c => Profile::LeanB2c,
            Level::Middle if tug >= SPLIT_TUG => Profile::Split,
            Level::Middle => Profile::Hybrid,
            Level::LeanB2b => Profile::LeanB2b,
            Level::StrongB2b => Profile::StrongB2b,
        }
    }

    /// The level of the profile.
    pub const fn level(self) -> Level {
        match self {
            Profile::StrongB2b => Level::StrongB2b,
            Profile::LeanB2b => Level::LeanB2b,
            Profile::Hybrid | Profile::Split => Level::Middle,
            Profile::LeanB2c => Level::LeanB2c,
            Profile::StrongB2c => Level::StrongB2c,
        }
    }

    /// The side of the profile; `None` in the middle.
    pub const fn side(self) -> Option<Pole> {
        self.level().side()
    }
}

/// The scores still possible: with every missing item at the B2C end, and with every one at the B2B end.
///
/// All dimensions count here, even those without an answer. `low ≤ score ≤ high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The lowest score still possible.
    pub low: Fraction,
    /// The highest score still possible.
    pub high: Fraction,
}

impl Range {
    pub(crate) fn of(tallies: &Tallies) -> Range {
        let weights: i32 = tallies.dimensions.iter().map(|tally| tally.weight).sum();
        let end = |fill: i32| {
            let sum = tallies.dimensions.iter().map(|tally| {
                let filled = tally.sum + fill * (tally.items - tally.answered);
                tally.weight * 2 * filled / tally.items.max(1)
            });
            Fraction::new(sum.sum(), 4 * weights)
        };
        Range { low: end(-2), high: end(2) }
    }

    /// Whether both ends have the same level; otherwise the profile is provisional.
    pub fn is_certain(&self) -> bool {
        Level::of(self.low) == Level::of(self.high)
    }
}

/// The tug: twice the smaller of the score's positive and negative parts, 0…1.
pub(crate) fn tug(tallies: &Tallies) -> Fraction {
    let (mut positive, mut negative) = (0, 0);
    for tally in &tallies.dimensions {
        let part = tally.weight * tally.quarters().unwrap_or(0);
        positive += part.max(0);
        negative += (-part).max(0);
    }
    Fraction::new(2 * positive.min(negative), tallies.denominator())
}

/// Whether there are enough answers to name a profile: at least six, in at least four dimensions.
pub(crate) fn is_named(tallies: &Tallies) -> bool {
    let answered: i32 = tallies.dimensions.iter().map(|tally| tally.answered).sum();
    let defined = tallies.dimensions.iter().filter(|tally| tally.answered > 0).count();
    answered >= LEAST_ANSWERS && defined >= LEAST_DIMENSIONS
}

/// The profile on the other side of a line that is at most 1/10 away from the score.
pub(crate) fn border(score: Fraction, tug: Fraction) -> Option<Profile> {
    let side = Pole::of_sign(score.signum())?;
    let level = Level::of(score);
    let line = [LEAN_LINE, STRONG_LINE].into_iter().find(|&line| score.abs().distance(line) <= BORDER)?;
    let outward = score.abs() <= line;
    let neighbour = level.next_towards(if outward { side } else { side.opposite() })?;
    Some(Profile::of(neighbour, tug))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_level(numerator: i32, denominator: i32, expected: Level) {
        assert_eq!(Level::of(Fraction::new(numerator, denominator)), expected);
    }

    #[test]
    fn on_a_line_the_milder_level_holds() {
        check_level(1, 5, Level::Middle);
        check_level(-1, 5, Level::Middle);
        check_level(1, 2, Level::LeanB2b);
        check_level(-1, 2, Level::LeanB2c);
    }

    #[test]
    fn just_past_a_line_the_stronger_level_holds() {
        check_level(201, 1000, Level::LeanB2b);
        check_level(-501, 1000, Level::StrongB2c);
    }

    #[test]
    fn a_level_lies_between_its_lines() {
        for hundredths in -100..=100 {
            let score = Fraction::new(hundredths, 100);
            let level = Level::of(score);
            let [low, high] = level.lines();
            assert!(
                low.is_none_or(|low| low <= score) && high.is_none_or(|high| score <= high),
                "{hundredths}"
            );
            let next = level.next_towards(Pole::B2b).map(Level::lines);
            assert_eq!(next.and_then(|[low, _]| low), high, "{hundredths}");
        }
    }

    #[track_caller]
    fn check_border(tenths: i32, tug: Fraction, expected: Option<Profile>) {
        assert_eq!(border(Fraction::new(tenths, 10), tug), expected);
    }

    #[test]
    fn a_tenth_from_a_line_is_on_the_border() {
        check_border(1, Fraction::ZERO, Some(Profile::LeanB2b));
        check_border(-3, Fraction::ZERO, Some(Profile::Hybrid));
        check_border(4, Fraction::ZERO, Some(Profile::StrongB2b));
        check_border(-6, Fraction::ZERO, Some(Profile::LeanB2c));
    }

    #[test]
    fn further_than_a_tenth_is_not() {
        check_border(0, Fraction::ZERO, None);
        check_border(7, Fraction::ZERO, None);
    }

    #[test]
    fn the_neighbour_in_the_middle_is_split_when_much_pulls_both_ways() {
        check_border(3, Fraction::new(1, 2), Some(Profile::Split));
    }
}
