//! The model against slow, independent computations: a second scorer with exact wide fractions, every
//! completion of an incomplete set, and brute force over every change.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Change, Level, Pole, Position, Scores};
use proptest::prelude::*;
use support::generated::{cases, given};
use support::reference::{Ratio, Reference, level};
use support::{Given, SHIPPED, position_of};

const LEVELS: [Level; 5] =
    [Level::StrongB2c, Level::LeanB2c, Level::Middle, Level::LeanB2b, Level::StrongB2b];

/// The model's level for the reference's level.
fn named(level: i32) -> Level {
    LEVELS[usize::try_from(level + 2).expect("levels are -2 to 2")]
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_second_scorer_agrees(given in given(12)) {
        let (outcome, reference) = (given.outcome(&SHIPPED), Reference(&SHIPPED, &given));
        prop_assert_eq!(outcome.scores.total, reference.score().map(Ratio::fraction));
        prop_assert_eq!(outcome.scores.total.map(Level::of), reference.score().map(|score| named(level(score))));
        for dimension in &outcome.scores.dimensions {
            let expected = reference.dimension(dimension.id);
            prop_assert_eq!(dimension.score, expected.map(Ratio::fraction));
            let part = expected.map(|score| score * reference.weight(dimension.id) / reference.weights());
            prop_assert_eq!(dimension.contribution, part.map(Ratio::fraction));
            prop_assert_eq!(Ratio::whole(dimension.answered), reference.count(dimension.id));
        }
        let parts = (0..SHIPPED.items().len()).filter_map(|place| reference.contribution(place));
        let contributions = outcome.scores.contributions.iter().map(|contribution| contribution.part);
        prop_assert!(contributions.eq(parts.map(Ratio::fraction)));
        prop_assert_eq!(outcome.range.low, reference.end(-2).fraction());
        prop_assert_eq!(outcome.range.high, reference.end(2).fraction());
        prop_assert_eq!(outcome.tug, reference.tug().fraction());
        prop_assert_eq!(outcome.consistency.value, reference.consistency().map(Ratio::fraction));
        for (suggestion, tactic) in outcome.ranking.relevance.iter().zip(SHIPPED.tactics()) {
            prop_assert_eq!(suggestion.relevance, reference.relevance(tactic).fraction(), "{}", tactic.id);
        }
        let missing = given.items.iter().filter(|position| position.is_none()).count();
        prop_assert_eq!((outcome.missing.len(), outcome.answered), (missing, given.items.len() - missing));
    }
}

/// All completions of an incomplete set.
fn completions(given: &Given) -> Vec<Given> {
    match given.items.iter().position(Option::is_none) {
        None => vec![given.clone()],
        Some(place) => (0..5).flat_map(|position| completions(&given.with(place, Some(position)))).collect(),
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn the_range_holds_every_completion_and_is_as_narrow_as_can_be(given in given(4)) {
        let range = given.outcome(&SHIPPED).range;
        let scores = completions(&given).into_iter().map(|filled| Scores::of(&SHIPPED, &filled.to_answers(&SHIPPED)));
        let scores: Vec<_> = scores.filter_map(|scores| scores.total).collect();
        prop_assert_eq!(scores.iter().min(), Some(&range.low));
        prop_assert_eq!(scores.iter().max(), Some(&range.high));
        let first = Level::of(range.low);
        prop_assert_eq!(range.is_certain(), scores.iter().all(|&score| Level::of(score) == first));
    }
}

/// The smallest single change that reaches the target, from every item and every other position.
fn single(given: &Given, target: i32) -> Option<Change> {
    let mut landing = Vec::new();
    for (place, item) in SHIPPED.items().iter().enumerate() {
        let Some(old) = given.items[place] else { continue };
        for to in (0..5).filter(|&to| to != old) {
            let changed = given.with(place, Some(to));
            if Reference(&SHIPPED, &changed).score().map(level) == Some(target) {
                let change = Change::Single { item: item.id, to: Position::new(to).expect("a position") };
                landing.push(((old.abs_diff(to), old.abs_diff(2), place), change));
            }
        }
    }
    landing.into_iter().min_by_key(|(rank, _)| *rank).map(|(_, change)| change)
}

/// The smallest number of answers that reach or pass the target at their ends, from every set of answers.
fn several(given: &Given, pole: Pole, target: i32) -> Option<Change> {
    let answered: Vec<usize> = (0..given.items.len()).filter(|&place| given.items[place].is_some()).collect();
    let before = Reference(&SHIPPED, given);
    let gain = |&place: &usize| {
        let end = position_of(SHIPPED.items()[place].first.sign(), 2 * pole.sign());
        let changed = given.with(place, Some(end));
        Some(Reference(&SHIPPED, &changed).contribution(place)? - before.contribution(place)?)
    };
    let gains: Vec<Ratio> = answered.iter().filter_map(gain).collect();
    let start = before.score()?;
    let mut reaching = Vec::new();
    for set in 0_u32..1 << gains.len() {
        let chosen = gains.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0);
        let end = start + chosen.map(|(_, &gain)| gain).sum();
        if (level(end) - target) * pole.sign() >= 0 {
            reaching.push(set.count_ones());
        }
    }
    let answers = usize::try_from(*reaching.iter().min()?).expect("the number is small");
    Some(Change::Several { answers })
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn the_change_named_is_the_least_of_all(given in given(6)) {
        let outcome = given.outcome(&SHIPPED);
        let here = Reference(&SHIPPED, &given).score().map(level).expect("something is answered");
        for pole in [Pole::B2b, Pole::B2c] {
            let target = here + pole.sign();
            let is_there = outcome.profile.is_some() && (-2..=2).contains(&target);
            let expected = is_there.then(|| single(&given, target).or_else(|| several(&given, pole, target)));
            prop_assert_eq!(outcome.changes.towards(pole), expected.flatten());
        }
    }
}
