//! The check digits: a Reed–Solomon code over GF(32), the field with one element for each digit.
//!
//! A word is valid if its polynomial, first digit first, is a multiple of g = (x − α)(x − α²)(x − α³). Any
//! two valid words of the same length, up to 31 digits, differ in at least four places. So the check detects
//! any change to at most three digits, and any two digits swapped.

/// The maximum number of digits in a word: the field has as many powers of α.
pub(super) const LONGEST_WORD: usize = 31;

/// The number of check digits in a word.
pub(super) const CHECKS: usize = 3;

/// g = x³ + 14x² + 29x + 10, without the leading coefficient.
const GENERATOR: [u8; CHECKS] = [14, 29, 10];

/// The check digits that complete `digits` to a valid word.
pub(super) fn of(digits: &[u8]) -> [u8; CHECKS] {
    let mut rest = [0; CHECKS];
    for digit in digits {
        let [first, second, third] = rest;
        let factor = first ^ digit;
        let [a, b, c] = GENERATOR.map(|coefficient| product(factor, coefficient));
        rest = [second ^ a, third ^ b, c];
    }
    rest
}

/// Whether the digits, check digits last, are a valid word.
///
/// `of` returns the remainder of the word times x³. x is invertible modulo g, so only multiples give zero.
pub(super) fn holds(word: &[u8]) -> bool {
    of(word) == [0; CHECKS]
}

/// The product of two elements of GF(32), as polynomials in α modulo α⁵ + α² + 1.
fn product(one: u8, other: u8) -> u8 {
    let (mut product, mut shifted) = (0, one);
    for bit in 0..5 {
        if other >> bit & 1 == 1 {
            product ^= shifted;
        }
        shifted <<= 1;
        if shifted >= 32 {
            shifted ^= 0b10_0101;
        }
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A power of α.
    fn power(exponent: u32) -> u8 {
        (0..exponent).fold(1, |power, _| product(power, 2))
    }

    #[test]
    fn alpha_runs_through_the_whole_field() {
        let mut powers: Vec<u8> = (0..31).map(power).collect();
        assert_eq!(power(31), 1);
        powers.sort_unstable();
        assert_eq!(powers, (1..32).collect::<Vec<u8>>());
    }

    #[test]
    fn the_generator_is_zero_at_three_powers_in_a_row() {
        for root in (1..=3).map(power) {
            let value = [1].iter().chain(&GENERATOR).fold(0, |value, digit| product(value, root) ^ digit);
            assert_eq!(value, 0, "{root}");
        }
    }
}
