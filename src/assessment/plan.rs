//! The visitor's plan: which tactics will be done, are done already, or are not wanted.

use super::order::sort_by_key;
use super::{Instrument, Ranking, Tactic, TacticId, slugs};
use std::cmp::Reverse;
use std::fmt;

slugs! {
    /// The visitor's mark on a tactic, in the order in which a plan lists them.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Mark {
        /// "Will do": it is in the plan.
        WillDo = "will-do",
        /// "Already do": it is never recommended again.
        AlreadyDo = "already-do",
        /// "Not for us".
        NotForUs = "not-for-us",
    }
}

/// No tactic that can be marked has this id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownTactic;

impl fmt::Display for UnknownTactic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown tactic")
    }
}

impl std::error::Error for UnknownTactic {}

/// The marks on the tactics of one instrument. They concern the owner, so both customer groups share them.
///
/// Unranked tactics have no mark: they are ways to carry out a ranked one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// In the order of [`Plan::tactics`].
    marks: Vec<Option<Mark>>,
}

impl Plan {
    /// A plan without marks.
    pub fn blank(instrument: &Instrument) -> Plan {
        Plan { marks: Plan::tactics(instrument).map(|_| None).collect() }
    }

    /// The tactics that can be marked, in catalogue order.
    pub fn tactics(instrument: &Instrument) -> impl Iterator<Item = &Tactic> {
        instrument.tactics().iter().filter(|tactic| tactic.kind.is_ranked())
    }

    /// The mark of a tactic, if it has one.
    pub fn mark(&self, instrument: &Instrument, id: TacticId) -> Option<Mark> {
        *self.marks.get(place(instrument, id)?)?
    }

    /// Marks a tactic; `None` removes its mark.
    pub fn set_mark(
        &mut self,
        instrument: &Instrument,
        id: TacticId,
        mark: Option<Mark>,
    ) -> Result<(), UnknownTactic> {
        let place = place(instrument, id).ok_or(UnknownTactic)?;
        *self.marks.get_mut(place).ok_or(UnknownTactic)? = mark;
        Ok(())
    }

    /// The marked tactics: "will do", then "already do", then "not for us"; most relevant first in each, ties
    /// in catalogue order.
    pub fn entries(&self, instrument: &Instrument, ranking: &Ranking) -> Vec<(TacticId, Mark)> {
        let mut entries: Vec<(TacticId, Mark)> = Plan::tactics(instrument)
            .zip(&self.marks)
            .filter_map(|(tactic, mark)| Some((tactic.id, (*mark)?)))
            .collect();
        sort_by_key(&mut entries, |&(id, mark)| (mark, Reverse(ranking.relevance(id))));
        entries
    }

    /// The number of tactics with this mark.
    pub fn count(&self, mark: Mark) -> usize {
        self.marks.iter().filter(|&&known| known == Some(mark)).count()
    }

    /// Whether no tactic is marked.
    pub fn is_blank(&self) -> bool {
        self.marks.iter().all(Option::is_none)
    }

    /// Whether the plan matches the size of this instrument.
    pub(crate) fn fits(&self, instrument: &Instrument) -> bool {
        self.marks.len() == Plan::tactics(instrument).count()
    }
}

fn place(instrument: &Instrument, id: TacticId) -> Option<usize> {
    Plan::tactics(instrument).position(|tactic| tactic.id == id)
}
