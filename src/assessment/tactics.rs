//! Ranks the tactics: which fit these answers, which fit less, and through which channels.

use super::order::sort_by_key;
use super::score::Scores;
use super::{Advice, DimensionId, Fraction, Instrument, Kind, Pole, Profile, Tactic, TacticId};
use std::cmp::Reverse;

/// How many tactics are recommended if the profile has a side.
const RECOMMENDED: usize = 5;
/// How many tactics of each kind are recommended in the middle.
const RECOMMENDED_EACH: usize = 3;
/// The maximum number of tactics listed as a poor fit.
const UNSUITED: usize = 3;

/// One tactic and how well it fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The tactic.
    pub tactic: TacticId,
    /// Its purpose.
    pub kind: Kind,
    /// How well it fits, 0…1: 1/2 + Σ v·D/10, where a dimension without a score counts 0.
    pub relevance: Fraction,
}

/// The tactics, ranked for a set of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Every tactic with its relevance, in catalogue order.
    pub relevance: Vec<Suggestion>,
    /// What to do first: up to five if the profile has a side, else three per kind. Empty without a profile.
    pub recommended: Vec<TacticId>,
    /// The least relevant below 1/2, at most three, lowest first. Empty without a profile.
    pub unsuited: Vec<TacticId>,
    /// The channels for incentives, most relevant first.
    pub channels: Vec<TacticId>,
}

impl Ranking {
    /// Ranks the tactics; ties in catalogue order.
    pub fn of(instrument: &Instrument, scores: &Scores, profile: Option<Profile>) -> Ranking {
        let relevance: Vec<Suggestion> = instrument
            .tactics()
            .iter()
            .map(|tactic| Suggestion {
                tactic: tactic.id,
                kind: tactic.kind,
                relevance: relevance_of(tactic, scores),
            })
            .collect();
        let recommended = recommended(profile, &relevance);
        let channels = best(&relevance, |kind| kind == Kind::Channel, usize::MAX);
        let unsuited = if profile.is_some() { least(&relevance) } else { Vec::new() };
        Ranking { relevance, recommended, unsuited, channels }
    }

    /// The other tactics that fit, most relevant first: those with a relevance of at least 1/2 that are not among
    /// the recommended ones. Empty without a profile.
    pub fn further(&self) -> Vec<TacticId> {
        if self.recommended.is_empty() {
            return Vec::new();
        }
        let fits = |suggestion: &&Suggestion| {
            suggestion.relevance >= Fraction::new(1, 2) && !self.recommended.contains(&suggestion.tactic)
        };
        let fitting: Vec<Suggestion> = self.relevance.iter().filter(fits).copied().collect();
        best(&fitting, Kind::is_ranked, usize::MAX)
    }

    /// How well a tactic fits; `None` if it is unknown.
    pub fn relevance(&self, tactic: TacticId) -> Option<Fraction> {
        let found = self.relevance.iter().find(|suggestion| suggestion.tactic == tactic)?;
        Some(found.relevance)
    }
}

/// The best of these tactics, as many as are recommended for the profile.
fn recommended(profile: Option<Profile>, among: &[Suggestion]) -> Vec<TacticId> {
    match profile.map(Profile::side) {
        None => Vec::new(),
        Some(Some(_)) => best(among, Kind::is_ranked, RECOMMENDED),
        Some(None) => (Kind::ALL.into_iter().filter(|kind| kind.is_ranked()))
            .flat_map(|kind| best(among, |other| other == kind, RECOMMENDED_EACH))
            .collect(),
    }
}

fn best(among: &[Suggestion], is_wanted: impl Fn(Kind) -> bool, count: usize) -> Vec<TacticId> {
    let mut ranked: Vec<&Suggestion> = among.iter().filter(|suggestion| is_wanted(suggestion.kind)).collect();
    sort_by_key(&mut ranked, |suggestion| Reverse(suggestion.relevance));
    ranked.into_iter().take(count).map(|suggestion| suggestion.tactic).collect()
}

fn least(relevance: &[Suggestion]) -> Vec<TacticId> {
    let mut low: Vec<&Suggestion> = relevance
        .iter()
        .filter(|suggestion| suggestion.kind.is_ranked())
        .filter(|suggestion| suggestion.relevance < Fraction::new(1, 2))
        .collect();
    sort_by_key(&mut low, |suggestion| suggestion.relevance);
    low.into_iter().take(UNSUITED).map(|suggestion| suggestion.tactic).collect()
}

/// The relevance in fortieths: v is in tenths and D in quarters.
fn relevance_of(tactic: &Tactic, scores: &Scores) -> Fraction {
    let sum: i32 = terms(tactic, scores).map(|(_, term)| term).sum();
    Fraction::new(20 + sum, 40)
}

/// The terms v·D of a tactic, in fortieths, in dimension order.
fn terms<'a>(tactic: &'a Tactic, scores: &'a Scores) -> impl Iterator<Item = (DimensionId, i32)> + 'a {
    scores.dimensions.iter().filter_map(|dimension| {
        let driver = tactic.drivers.iter().find(|driver| driver.dimension == dimension.id)?;
        let quarters = dimension.score.map_or(0, |score| score.quarters());
        Some((dimension.id, driver.value * quarters))
    })
}

/// The dimensions that support a tactic most: those of its two largest positive terms v·D, largest first.
pub(crate) fn strongest_for(tactic: &Tactic, scores: &Scores) -> Vec<DimensionId> {
    let mut positive: Vec<_> = terms(tactic, scores).filter(|&(_, term)| term > 0).collect();
    sort_by_key(&mut positive, |&(_, term)| Reverse(term));
    positive.into_iter().take(2).map(|(dimension, _)| dimension).collect()
}

/// The dimension that counts most against a tactic: that of its most negative term v·D.
pub(crate) fn strongest_against(tactic: &Tactic, scores: &Scores) -> Option<DimensionId> {
    let negative = terms(tactic, scores).filter(|&(_, term)| term < 0);
    negative.min_by_key(|&(_, term)| term).map(|(dimension, _)| dimension)
}

/// The advice for a profile, in the content's order; some also applies to any profile on a border.
pub(crate) fn advice_for(
    instrument: &Instrument,
    profile: Option<Profile>,
    border: Option<Profile>,
) -> impl Iterator<Item = &Advice> {
    instrument.advice().iter().filter(move |advice| {
        let meant = profile.is_some_and(|profile| advice.profiles.contains(&profile));
        meant || (advice.on_border && border.is_some())
    })
}

/// The variants in which shared media are shown: that of the profile's side, otherwise both.
pub(crate) const fn media_variants(profile: Option<Profile>) -> &'static [Pole] {
    match profile {
        Some(profile) => match profile.side() {
            Some(Pole::B2b) => &[Pole::B2b],
            Some(Pole::B2c) => &[Pole::B2c],
            None => &[Pole::B2b, Pole::B2c],
        },
        None => &[Pole::B2b, Pole::B2c],
    }
}
