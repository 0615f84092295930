//! Repeatable pseudo-random numbers: fast enough for many mutations, and a failure can be reproduced.

/// A pseudo-random number generator (xorshift64).
pub(crate) struct Dice(u64);

impl Dice {
    /// Starts from a seed other than zero.
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// A number below a limit, which must be above zero.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let limit = u64::try_from(limit).expect("a limit is small");
        usize::try_from(self.0 % limit).expect("a smaller number is small")
    }

    /// The text with one to four bytes changed, duplicated, removed or inserted; invalid UTF-8 is replaced.
    pub(crate) fn mutated(&mut self, text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=self.below(4) {
            let place = self.below(bytes.len() + 1);
            let byte = u8::try_from(self.below(256)).expect("it is below 256");
            match (self.below(4), bytes.get(place).copied()) {
                (0, Some(_)) => drop(bytes.remove(place)),
                (1, Some(known)) => bytes.insert(place, known),
                (2, Some(known)) => bytes[place] = known ^ 1 << self.below(8),
                (_, Some(_)) => bytes[place] = byte,
                (_, None) => bytes.push(byte),
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The text, cut off at a random character.
    pub(crate) fn cut(&mut self, text: &str) -> String {
        text.chars().take(self.below(text.len() + 1)).collect()
    }

    /// The start of one text and the end of another.
    pub(crate) fn joined(&mut self, texts: &[String]) -> String {
        let one = &texts[self.below(texts.len())];
        let begun = self.cut(one);
        let other = &texts[self.below(texts.len())];
        other.chars().skip(self.below(other.len() + 1)).fold(begun, |mut text, char| {
            text.push(char);
            text
        })
    }
}
