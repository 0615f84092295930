//! Properties of the model that hold for all answers.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{
    Answers, Change, Changes, DimensionScore, Fraction, Instrument, Level, Outcome, Position, Profile, Range,
};
use proptest::prelude::*;
use std::ops::Neg;
use support::generated::{cases, given, positions};
use support::{Given, SHIPPED, answers, at, outcome};

/// The answers with every x negated.
fn mirrored(given: &Given) -> Given {
    let items = given.items.iter().map(|position| position.map(|position| 4 - position)).collect();
    Given { items, ..given.clone() }
}

/// The changes with their positions rewritten.
fn with_positions(changes: Changes, position: impl Fn(&Change) -> Option<Position>) -> Changes {
    let rewritten = |change: Option<Change>| match change? {
        Change::Single { item, .. } => position(&change?).map(|to| Change::Single { item, to }),
        several => Some(several),
    };
    Changes { b2b: rewritten(changes.b2b), b2c: rewritten(changes.b2c) }
}

fn position_in(change: &Change) -> Option<Position> {
    match change {
        Change::Single { to, .. } => Some(*to),
        Change::Several { .. } => None,
    }
}

fn flipped(position: Position) -> Option<Position> {
    Position::new(4 - position.get())
}

fn opposite(profile: Profile) -> Profile {
    match profile {
        Profile::StrongB2b => Profile::StrongB2c,
        Profile::LeanB2b => Profile::LeanB2c,
        Profile::LeanB2c => Profile::LeanB2b,
        Profile::StrongB2c => Profile::StrongB2b,
        middle => middle,
    }
}

/// A fraction as a whole number of parts of a denominator, exactly.
#[track_caller]
fn parts_of(fraction: Fraction, denominator: i32) -> i32 {
    #[allow(clippy::cast_possible_truncation, reason = "the parts are small, and compared exactly below")]
    let parts = (fraction.to_f64() * f64::from(denominator)).round() as i32;
    assert_eq!(Fraction::new(parts, denominator), fraction, "not a multiple of 1/{denominator}");
    parts
}

/// Four times the weights of the dimensions with a score: in this unit, S and its parts are whole numbers.
fn unit(given: &Given) -> i32 {
    let outcome = given.outcome(&SHIPPED);
    let dimensions = outcome.scores.dimensions.iter().enumerate();
    let defined = dimensions.filter(|(_, dimension)| dimension.score.is_some());
    4 * defined.map(|(place, _)| 1 + i32::from(given.doubled.contains(&place))).sum::<i32>().max(1)
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn mirrored_answers_give_the_mirrored_outcome(given in given(12)) {
        let (one, other) = (given.outcome(&SHIPPED), mirrored(&given).outcome(&SHIPPED));
        prop_assert_eq!(other.scores.total, one.scores.total.map(Neg::neg));
        prop_assert_eq!(other.scores.points(), one.scores.points().map(Neg::neg));
        for (one, other) in one.scores.dimensions.iter().zip(&other.scores.dimensions) {
            let score = one.score.map(Neg::neg);
            let (contribution, points) = (one.contribution.map(Neg::neg), one.points.map(Neg::neg));
            prop_assert_eq!(*other, DimensionScore { score, contribution, points, ..*one });
        }
        for (one, other) in one.scores.contributions.iter().zip(&other.scores.contributions) {
            prop_assert_eq!((other.item, other.part, other.points), (one.item, -one.part, -one.points));
        }
        prop_assert_eq!(other.range, Range { low: -one.range.high, high: -one.range.low });
        prop_assert_eq!((other.tug, &other.consistency, other.flag), (one.tug, &one.consistency, one.flag));
        prop_assert_eq!(other.profile, one.profile.map(opposite));
        prop_assert_eq!(other.border, one.border.map(opposite));
        for (one, other) in one.ranking.relevance.iter().zip(&other.ranking.relevance) {
            prop_assert_eq!(parts_of(other.relevance, 40), 40 - parts_of(one.relevance, 40));
        }
        let changes = with_positions(one.changes, |change| flipped(position_in(change)?));
        prop_assert_eq!(other.changes, Changes { b2b: changes.b2c, b2c: changes.b2b });
    }

    #[test]
    fn swapping_an_items_statements_changes_nothing_but_the_flags(given in given(12), place in 0_usize..12) {
        let mut parts = SHIPPED.to_parts();
        parts.items[place].first = parts.items[place].first.opposite();
        let swapped_item = parts.items[place].id;
        let instrument = Instrument::new(parts).expect("any keying is valid");
        let swapped = given.with(place, given.items[place].map(|position| 4 - position));
        let (one, mut other) = (given.outcome(&SHIPPED), swapped.outcome(&instrument));
        other.flag = one.flag;
        other.changes = with_positions(other.changes, |change| match change {
            Change::Single { item, to } if *item == swapped_item => flipped(*to),
            change => position_in(change),
        });
        prop_assert_eq!(one, other);
    }

    #[test]
    fn every_number_keeps_its_bounds(given in given(12)) {
        let outcome = given.outcome(&SHIPPED);
        let (zero, one) = (Fraction::ZERO, Fraction::new(1, 1));
        let scores = outcome.scores.total.into_iter();
        for score in scores.chain(outcome.scores.dimensions.iter().filter_map(|dimension| dimension.score)) {
            prop_assert!((-one..=one).contains(&score));
            prop_assert!((-100..=100).contains(&score.to_points()));
        }
        prop_assert!(-one <= outcome.range.low && outcome.range.low <= outcome.range.high && outcome.range.high <= one);
        let shares = outcome.ranking.relevance.iter().map(|one| one.relevance);
        for share in shares.chain([outcome.tug]).chain(outcome.consistency.value).chain(outcome.foundations.score) {
            prop_assert!((zero..=one).contains(&share));
        }
        if let Some(score) = outcome.scores.total {
            prop_assert!(outcome.range.low <= score && score <= outcome.range.high);
        }
    }

    #[test]
    fn the_parts_add_up_to_the_score(given in given(12)) {
        let (scores, unit) = (given.outcome(&SHIPPED).scores, unit(&given));
        let total = parts_of(scores.total.unwrap_or(Fraction::ZERO), unit);
        let items = scores.contributions.iter().map(|contribution| contribution.part);
        let dimensions = scores.dimensions.iter().filter_map(|dimension| dimension.contribution);
        prop_assert_eq!(items.map(|part| parts_of(part, unit)).sum::<i32>(), total);
        prop_assert_eq!(dimensions.map(|part| parts_of(part, unit)).sum::<i32>(), total);
        let points = scores.dimensions.iter().filter_map(|dimension| dimension.points);
        prop_assert_eq!(points.sum::<i32>(), scores.points().unwrap_or(0));
    }

    #[test]
    fn raising_one_answer_raises_the_score_by_its_unit(given in given(11), place in 0_usize..12) {
        let item = &SHIPPED.items()[place];
        let raised = given.items[place].and_then(|position| position.checked_add_signed(-item.first.sign() as i8));
        prop_assume!(raised.is_some_and(|position| position <= 4));
        let (before, after) = (given.outcome(&SHIPPED).scores, given.with(place, raised).outcome(&SHIPPED).scores);
        let dimension = SHIPPED.dimensions().iter().position(|dimension| dimension.id == item.dimension);
        let dimension = dimension.expect("each item has a dimension");
        let weight = 1 + i32::from(given.doubled.contains(&dimension));
        let share = weight * 2 / before.dimensions[dimension].answered;
        let (before, after) = (before.total.expect("it is answered"), after.total.expect("it is answered"));
        prop_assert_eq!(parts_of(after, unit(&given)), parts_of(before, unit(&given)) + share);
        prop_assert!(Level::of(after) >= Level::of(before));
    }

    #[test]
    fn a_missing_item_is_as_if_it_were_not_asked(given in given(11)) {
        let mut parts = SHIPPED.to_parts();
        let mut asked = given.items.iter().map(Option::is_some);
        parts.items.retain(|_| asked.next().expect("a position for each item"));
        let is_left = |id| parts.items.iter().any(|item| item.dimension == id);
        let doubled = given.doubled.iter().map(|&place| parts.dimensions[place].id).filter(|&id| is_left(id));
        let doubled: Vec<_> = doubled.collect();
        parts.tactics.iter_mut().for_each(|tactic| tactic.drivers.retain(|driver| is_left(driver.dimension)));
        parts.dimensions.retain(|dimension| parts.items.iter().any(|item| item.dimension == dimension.id));
        let place_of = |id| parts.dimensions.iter().position(|dimension| dimension.id == id);
        let shorter = Given {
            items: given.items.iter().copied().filter(Option::is_some).collect(),
            doubled: doubled.into_iter().filter_map(place_of).collect(),
            foundations: given.foundations.clone(),
        };
        let instrument = Instrument::new(parts.clone()).expect("one item is enough for a dimension");
        let (mut one, other) = (given.outcome(&SHIPPED), shorter.outcome(&instrument));
        one.missing.clear();
        one.range = other.range;
        one.scores.dimensions.retain(|dimension| dimension.score.is_some());
        one.scores.dimensions.iter_mut().for_each(|dimension| dimension.items = dimension.answered);
        prop_assert_eq!(one, other);
    }

    #[test]
    fn leaving_an_answer_out_never_narrows_the_range(given in given(11), place in 0_usize..12) {
        let (before, after) = (given.outcome(&SHIPPED).range, given.with(place, None).outcome(&SHIPPED).range);
        prop_assert!(after.low <= before.low && before.high <= after.high);
    }

    #[test]
    fn the_order_of_answers_never_matters(given in given(12), order in Just((0..12).collect::<Vec<_>>()).prop_shuffle()) {
        let mut answers = Answers::blank(&SHIPPED);
        for &place in given.doubled.iter().rev() {
            answers.double(&SHIPPED, SHIPPED.dimensions()[place].id).expect("at most two count double");
        }
        for (foundation, position) in SHIPPED.foundations().iter().zip(&given.foundations).rev() {
            answers.set_foundation(&SHIPPED, foundation.id, position.map(at)).expect("a shipped foundation");
        }
        for &place in &order {
            let item = SHIPPED.items()[place].id;
            // A changed answer leaves no trace.
            answers.set_item(&SHIPPED, item, Some(at(0))).expect("a shipped item");
            answers.set_item(&SHIPPED, item, given.items[place].map(at)).expect("a shipped item");
        }
        prop_assert_eq!(&answers, &given.to_answers(&SHIPPED));
        prop_assert_eq!(Outcome::of(&SHIPPED, &answers), given.outcome(&SHIPPED));
    }

    #[test]
    fn equal_input_gives_equal_output(given in given(12)) {
        let again = Instrument::new(SHIPPED.to_parts()).expect("the shipped parts are sound");
        prop_assert_eq!(given.outcome(&SHIPPED), given.clone().outcome(&again));
    }

    #[test]
    fn foundations_change_nothing_on_the_axis(given in given(12), foundations in positions(4)) {
        let other = Given { foundations, ..given.clone() };
        let (one, mut other) = (given.outcome(&SHIPPED), other.outcome(&SHIPPED));
        other.foundations = one.foundations.clone();
        prop_assert_eq!(one, other);
    }

    #[test]
    fn the_scale_of_the_weights_never_matters(items in positions(4)) {
        let mut parts = SHIPPED.to_parts();
        parts.dimensions.truncate(2);
        let is_left = |id| parts.dimensions.iter().any(|dimension| dimension.id == id);
        parts.items.retain(|item| is_left(item.dimension));
        parts.tactics.iter_mut().for_each(|tactic| tactic.drivers.retain(|driver| is_left(driver.dimension)));
        let instrument = Instrument::new(parts.clone()).expect("two dimensions are enough");
        let single = Given { items, doubled: Vec::new(), foundations: Vec::new() };
        let double = Given { doubled: vec![0, 1], ..single.clone() };
        prop_assert_eq!(single.outcome(&instrument), double.outcome(&instrument));
    }
}

/// Checks a case where every x is the same.
#[track_caller]
fn check_fixed(value: &str, score: Fraction, profile: Profile) {
    let written = vec![value.repeat(2); 6].join(" ");
    let outcome = outcome(&written);
    assert_eq!((outcome.scores.total, outcome.profile), (Some(score), Some(profile)));
    assert_eq!(outcome.consistency.value, Some(Fraction::new(1, 1)));
    assert_eq!((outcome.range.low, outcome.range.high, outcome.tug), (score, score, Fraction::ZERO));
    assert_eq!(outcome, Outcome::of(&SHIPPED, &answers(&SHIPPED, &written)));
}

#[test]
fn all_in_the_middle_is_zero_and_hybrid() {
    check_fixed("o", Fraction::ZERO, Profile::Hybrid);
}

#[test]
fn all_clear_is_one_and_strong() {
    check_fixed("B", Fraction::new(1, 1), Profile::StrongB2b);
    check_fixed("C", Fraction::new(-1, 1), Profile::StrongB2c);
}

#[test]
fn all_rather_is_a_half_and_leans() {
    check_fixed("b", Fraction::new(1, 2), Profile::LeanB2b);
    check_fixed("c", Fraction::new(-1, 2), Profile::LeanB2c);
}
