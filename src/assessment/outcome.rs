//! Everything that a result shows, computed from the answers in one pass.

use super::score::Tallies;
use super::{
    Advice, Answers, Changes, Consistency, ConsistencyReading, Flag, FoundationOutcome, Fraction, Instrument,
    ItemId, Level, Pole, Profile, Range, Ranking, Scores, profile, tactics,
};

/// The full result for one set of answers. Equal answers give an equal outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The score, its dimensions and contributions.
    pub scores: Scores,
    /// The scores still possible while answers are missing.
    pub range: Range,
    /// The named profile; `None` with fewer than six answers or four dimensions.
    pub profile: Option<Profile>,
    /// The neighbouring profile if the score is at most 1/10 from the line between; needs a named profile.
    pub border: Option<Profile>,
    /// The tug, 0…1: how strongly the answers pull both ways.
    pub tug: Fraction,
    /// How well the two items of each dimension agree.
    pub consistency: Consistency,
    /// A pattern in the answers that is worth mentioning.
    pub flag: Option<Flag>,
    /// The changes that would lead to the next level each way; only for a named profile.
    pub changes: Changes,
    /// The tactics, ranked.
    pub ranking: Ranking,
    /// The outcome of the foundation answers.
    pub foundations: FoundationOutcome,
    /// How many items have a position.
    pub answered: usize,
    /// The items without a position, in item order.
    pub missing: Vec<ItemId>,
}

impl Outcome {
    /// Computes the result.
    pub fn of(instrument: &Instrument, answers: &Answers) -> Outcome {
        let tallies = Tallies::of(instrument, answers);
        let scores = Scores::of_tallies(instrument, &tallies);
        let tug = profile::tug(&tallies);
        let named_score = scores.total.filter(|_| profile::is_named(&tallies));
        let profile = named_score.map(|score| Profile::of(Level::of(score), tug));
        let ranking = Ranking::of(instrument, &scores, profile);
        let missing: Vec<ItemId> = (instrument.items().iter().zip(&tallies.values))
            .filter_map(|(item, value)| value.is_none().then_some(item.id))
            .collect();
        Outcome {
            range: Range::of(&tallies),
            profile,
            border: named_score.and_then(|score| profile::border(score, tug)),
            tug,
            consistency: Consistency::of(instrument, &tallies),
            flag: Flag::of(answers),
            changes: Changes::of_tallies(instrument, &tallies),
            ranking,
            foundations: FoundationOutcome::of(instrument, answers, profile.and_then(Profile::side)),
            answered: tallies.values.len() - missing.len(),
            missing,
            scores,
        }
    }

    /// Whether the profile is firm: missing answers can't change its level, it is on no border, and the
    /// answers are consistent, with no pair far apart and not all in the same box.
    pub fn is_firm(&self) -> bool {
        let is_consistent = self.consistency.reading() == Some(ConsistencyReading::Consistent)
            && self.consistency.pairs.is_empty();
        let is_settled = self.range.is_certain() && self.border.is_none();
        self.profile.is_some() && is_settled && is_consistent && self.flag.is_none()
    }

    /// The advice for this outcome, in the content's order.
    pub fn advice<'a>(&self, instrument: &'a Instrument) -> impl Iterator<Item = &'a Advice> {
        tactics::advice_for(instrument, self.profile, self.border)
    }

    /// The variants shown of shared media and foundation advice: the profile's side, otherwise both.
    pub const fn media_variants(&self) -> &'static [Pole] {
        tactics::media_variants(self.profile)
    }
}
