//! Sorting short lists.

/// Sorts by a key, smallest first; entries with equal keys keep their order.
///
/// An insertion sort, since the lists have about a dozen entries: the standard library's stable sort would
/// add about 4 kB of wasm for each type it is used with.
pub(super) fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut place = end;
        while place > 0 && key(&list[place - 1]) > key(&list[place]) {
            list.swap(place - 1, place);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(mut list in prop::collection::vec((0_u8..5, any::<u8>()), 0..20)) {
            let mut expected = list.clone();
            expected.sort_by_key(|&(key, _)| key);
            sort_by_key(&mut list, |&(key, _)| key);
            prop_assert_eq!(list, expected);
        }
    }
}
