//! Converts numbers in mixed radix to base-32 digits and back. They can have any length: nothing overflows.

/// The number of different digits.
pub(super) const BASE: u8 = 32;

/// The number of digits that fits any values in these radices.
pub(super) fn length(radices: &[u32]) -> usize {
    let largest: Vec<u32> = radices.iter().map(|radix| radix.saturating_sub(1)).collect();
    number(&largest, radices).len()
}

/// Packs values into a fixed number of digits, the most significant first. Each value is below its radix.
pub(super) fn pack(values: &[u32], radices: &[u32]) -> Vec<u8> {
    let mut digits = number(values, radices);
    digits.resize(length(radices), 0);
    digits.reverse();
    digits
}

/// Unpacks the values of digits; `None` if they exceed the largest values.
pub(super) fn unpack(digits: &[u8], radices: &[u32]) -> Option<Vec<u32>> {
    let mut digits = digits.to_vec();
    let mut values = Vec::with_capacity(radices.len());
    for &radix in radices.iter().rev() {
        let mut rest = 0;
        for digit in &mut digits {
            let dividend = rest * u64::from(BASE) + u64::from(*digit);
            // The remainder is below the radix, so the quotient is a digit again.
            *digit = u8::try_from(dividend.checked_div(radix.into())?).ok()?;
            rest = dividend % u64::from(radix);
        }
        values.push(u32::try_from(rest).ok()?);
    }
    values.reverse();
    digits.iter().all(|&digit| digit == 0).then_some(values)
}

/// The digits of the values' number, the least significant first, without trailing zeros.
fn number(values: &[u32], radices: &[u32]) -> Vec<u8> {
    let mut digits: Vec<u8> = Vec::new();
    for (&value, &radix) in values.iter().zip(radices) {
        // A digit times a radix, plus the carry, stays far below 64 bits.
        let mut carried = u64::from(value);
        for digit in &mut digits {
            carried += u64::from(*digit) * u64::from(radix);
            *digit = low_digit(carried);
            carried /= u64::from(BASE);
        }
        while carried > 0 {
            digits.push(low_digit(carried));
            carried /= u64::from(BASE);
        }
    }
    digits
}

#[allow(clippy::cast_possible_truncation, reason = "a remainder of 32 is a byte")]
const fn low_digit(number: u64) -> u8 {
    (number % BASE as u64) as u8
}
