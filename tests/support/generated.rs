//! Generated answers for the property tests.

use super::{Given, SHIPPED, position_of};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::subsequence;

/// So many cases. No file is written when one fails: the message holds it.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// So many positions, some of them missing.
pub(crate) fn positions(count: usize) -> impl Strategy<Value = Vec<Option<u8>>> {
    vec(option::of(0_u8..5), count)
}

/// Answers to the shipped instrument, at most so many missing. They lean to one side more or less, so that
/// every level comes up.
pub(crate) fn given(most_missing: usize) -> impl Strategy<Value = Given> {
    let items = SHIPPED.items().len();
    let dimensions = SHIPPED.dimensions().len();
    let missing =
        (0..=most_missing).prop_flat_map(move |count| subsequence((0..items).collect::<Vec<_>>(), count));
    let doubled = subsequence((0..dimensions).collect::<Vec<_>>(), 0..=2);
    let noise = vec(-2_i32..=2, items);
    (-3_i32..=3, noise, missing, doubled, positions(SHIPPED.foundations().len())).prop_map(
        |(lean, noise, missing, doubled, foundations)| {
            let position = |(place, noise): (usize, &i32)| {
                let value = i32::clamp(lean + noise, -2, 2);
                let key = SHIPPED.items()[place].first.sign();
                (!missing.contains(&place)).then(|| position_of(key, value))
            };
            Given { items: noise.iter().enumerate().map(position).collect(), doubled, foundations }
        },
    )
}
