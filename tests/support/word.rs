//! The result code, computed a second time: with wide integers, and with check digits found by searching.

/// The characters of a code, in the order of their digits.
pub(crate) const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Appends three check digits, found by searching, so that the value at α, α², α³ in GF(32) is zero.
pub(crate) fn word(digits: &[u8]) -> String {
    // The powers of α: each is twice the previous one, modulo α⁵ = α² + 1.
    let double = |&power: &u8| Some(if power < 16 { power << 1 } else { (power << 1) ^ 0b10_0101 });
    let powers: Vec<u8> = std::iter::successors(Some(1), double).take(31).collect();
    let mut exponents = [None; 32];
    for (exponent, &power) in powers.iter().enumerate() {
        exponents[usize::from(power)] = Some(exponent);
    }
    let times = |digit: u8, exponent: usize| match exponents[usize::from(digit)] {
        Some(known) => powers[(known + exponent) % 31],
        None => 0,
    };
    let value = |word: &[u8], root: usize| {
        word.iter().rev().enumerate().fold(0, |sum, (place, &digit)| sum ^ times(digit, root * place))
    };
    let unchecked = [1, 2, 3].map(|root| value(&[digits, &[0; 3]].concat(), root));
    let checks = (0..1_usize << 15).map(|bits| [bits >> 10, bits >> 5 & 31, bits & 31]);
    let checks = checks.map(|checks| checks.map(|check| u8::try_from(check).expect("it is below 32")));
    let mut sound = checks.filter(|checks| (1..=3).all(|root| value(checks, root) == unchecked[root - 1]));
    let checks = sound.next().expect("three check digits can be found");
    assert!(sound.next().is_none(), "they are unique");
    let word = digits.iter().chain(&checks);
    word.map(|&digit| char::from(ALPHABET.as_bytes()[usize::from(digit)])).collect()
}

/// The digits of values in mixed radices, most significant first.
pub(crate) fn packed(values: &[(u128, u128)], length: usize) -> Vec<u8> {
    let number = values.iter().fold(0, |number, (value, radix)| number * radix + value);
    (0..length).rev().map(|place| u8::try_from(number >> (5 * place) & 31).expect("it is below 32")).collect()
}

/// The core of a code: twelve items, four foundations, doubled dimensions, opener and extension.
pub(crate) fn core(
    items: [u128; 12],
    foundations: [u128; 4],
    doubled: u128,
    opener: u128,
    extension: u128,
) -> Vec<u8> {
    let responses = items.into_iter().chain(foundations).map(|value| (value, 7));
    packed(&responses.chain([(doubled, 22), (opener, 6), (extension, 8)]).collect::<Vec<_>>(), 11)
}
