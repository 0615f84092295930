//! Reads packed content: texts that end with a line break, and small numbers of one character each.

use super::{PerPole, Table, Text};

/// The character for zero; the characters after it stand for the following numbers.
pub(super) const ZERO: u8 = b' ';
/// All packed numbers are below this.
pub(super) const MOST: usize = 0x5f;

/// Reads a pack from its start. Returns a value for every request, even if the pack is invalid, and says at
/// the end whether all values were in the pack.
pub(super) struct Reader {
    rest: &'static str,
    is_right: bool,
}

impl Reader {
    pub(super) const fn new(pack: &'static str) -> Reader {
        Reader { rest: pack, is_right: true }
    }

    /// The next text; empty if there is none.
    pub(super) fn text(&mut self) -> &'static str {
        match self.rest.split_once('\n') {
            Some((text, rest)) => {
                self.rest = rest;
                text
            }
            None => self.wrong(),
        }
    }

    /// The next number; zero if there is none.
    pub(super) fn number(&mut self) -> usize {
        let mut chars = self.rest.chars();
        let number = chars.next().and_then(|char| u32::from(char).checked_sub(ZERO.into()));
        self.rest = chars.as_str();
        match number {
            Some(number) if (number as usize) < MOST => number as usize,
            _ => {
                self.wrong();
                0
            }
        }
    }

    /// The element at the index that comes next.
    pub(super) fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        let found = all.get(self.number()).copied();
        if found.is_none() {
            self.wrong();
        }
        found
    }

    /// Reads as many elements as the next number says.
    pub(super) fn list<T>(&mut self, mut read: impl FnMut(&mut Reader) -> T) -> Vec<T> {
        (0..self.number()).map(|_| read(self)).collect()
    }

    /// The elements at the indexes that come next, as many as the next number says.
    pub(super) fn some_of<T: Copy>(&mut self, all: &[T]) -> Vec<T> {
        (0..self.number()).filter_map(|_| self.one_of(all)).collect()
    }

    /// Marks the pack as invalid.
    pub(super) fn wrong(&mut self) -> &'static str {
        self.is_right = false;
        ""
    }

    /// Whether the pack was valid and contained nothing more.
    pub(super) const fn has_read_all(&self) -> bool {
        self.is_right && self.rest.is_empty()
    }
}

/// A value in a pack of texts.
pub(super) trait Packed {
    fn read(from: &mut Reader) -> Self;

    /// Appends its texts in the order in which they are read.
    #[allow(dead_code, reason = "only where content is packed")]
    fn write(&self, to: &mut Vec<Text>);
}

impl Packed for Text {
    fn read(from: &mut Reader) -> Text {
        Text::from(from.text())
    }

    fn write(&self, to: &mut Vec<Text>) {
        to.push(*self);
    }
}

/// `None` is packed as empty texts.
impl<T: Packed + Default + PartialEq> Packed for Option<T> {
    fn read(from: &mut Reader) -> Option<T> {
        Some(T::read(from)).filter(|packed| *packed != T::default())
    }

    fn write(&self, to: &mut Vec<Text>) {
        match self {
            Some(packed) => packed.write(to),
            None => T::default().write(to),
        }
    }
}

impl<T: Packed, const N: usize> Packed for [T; N] {
    fn read(from: &mut Reader) -> [T; N] {
        std::array::from_fn(|_| T::read(from))
    }

    fn write(&self, to: &mut Vec<Text>) {
        self.iter().for_each(|packed| packed.write(to));
    }
}

impl<T: Packed> Packed for PerPole<T> {
    fn read(from: &mut Reader) -> PerPole<T> {
        PerPole { b2b: T::read(from), b2c: T::read(from) }
    }

    fn write(&self, to: &mut Vec<Text>) {
        self.b2b.write(to);
        self.b2c.write(to);
    }
}

impl<T> Table<T> {
    /// Reads an entry for each of these ids.
    pub(super) fn read(from: &mut Reader, ids: impl Iterator<Item = &'static str>) -> Table<T>
    where
        T: Packed,
    {
        ids.map(|id| (Text::from(id), T::read(from))).collect()
    }

    /// Appends the entries of these ids; `None` if one is missing.
    #[allow(dead_code, reason = "only where content is packed")]
    pub(super) fn write(&self, to: &mut Vec<Text>, ids: impl IntoIterator<Item = &'static str>) -> Option<()>
    where
        T: Packed,
    {
        for id in ids {
            self.get(id)?.write(to);
        }
        Some(())
    }
}
