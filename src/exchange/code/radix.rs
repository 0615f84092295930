//! Numbers in mixed radix, to digits of base 32 and back, of any length: nothing can overflow.

/// How many digits there are.
pub(super) const BASE: u8 = 32;

/// How many digits every row of values in these radices fits into.
pub(super) fn length(radices: &[u32]) -> usize {
    let largest: Vec<u32> = radices.iter().map(|radix| radix.saturating_sub(1)).collect();
    number(&largest, radices).len()
}

/// The values as digits, always as many, the most significant first. Each value is below its radix.
pub(super) fn pack(values: &[u32], radices: &[u32]) -> Vec<u8> {
    let mut digits = number(values, radices);
    digits.resize(length(radices), 0);
    digits.reverse();
    digits
}

/// The values of digits; none where they are beyond the largest values.
pub(super) fn unpack(digits: &[u8], radices: &[u32]) -> Option<Vec<u32>> {
    let mut digits = digits.to_vec();
    let mut values = Vec::with_capacity(radices.len());
    for &radix in radices.iter().rev() {
        let mut rest = 0;
        for digit in &mut digits {
            let dividend = rest * u64::from(BASE) + u64::from(*digit);
            // The rest is below the radix, so the quotient is a digit again.
            *digit = u8::try_from(dividend.checked_div(radix.into())?).ok()?;
            rest = dividend % u64::from(radix);
        }
        values.push(u32::try_from(rest).ok()?);
    }
    values.reverse();
    digits.iter().all(|&digit| digit == 0).then_some(values)
}

/// The digits of the values' number, the least significant first, without zeros at its end.
fn number(values: &[u32], radices: &[u32]) -> Vec<u8> {
    let mut digits: Vec<u8> = Vec::new();
    for (&value, &radix) in values.iter().zip(radices) {
        // A digit times a radix and what is carried stay far inside 64 bits.
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
