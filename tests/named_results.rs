//! The list of named results: its format, its limit, and errors for other texts.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::exchange::{MOST_NAMED_RESULTS, NamedResult, NamedResults, NamedResultsError};
use proptest::prelude::*;
use support::dice::Dice;
use support::generated::cases;

/// A list that devices have stored: a change here needs a new format version.
const LIST: &str =
    "results 1\n2026-11-23 11R1FKS97103GBNB Bakers, spring\n2026-12-01 11ACF5F0FQ1G808H <b>“2”</b>";

fn result(name: &str) -> NamedResult {
    NamedResult { day: "2026-11-23".to_owned(), code: "11R1FKS97103GBNB".to_owned(), name: name.to_owned() }
}

#[track_caller]
fn check(text: &str, expected: NamedResultsError) {
    assert_eq!(NamedResults::load(text), Err(expected), "{text:?}");
}

#[test]
fn a_list_is_read_and_written_as_it_is() {
    let list = NamedResults::load(LIST).expect("it is a list");
    assert_eq!(list.list()[0], result("Bakers, spring"));
    assert_eq!(list.list()[1].name, "<b>“2”</b>");
    assert_eq!(list.save(), LIST);
}

#[test]
fn nothing_is_an_empty_list_and_back() {
    let list = NamedResults::load("").expect("an empty text is a list");
    assert_eq!((list.list(), list.save()), (&[][..], String::new()));
    assert_eq!(NamedResults::load("results 1").expect("a list may be empty").save(), "");
}

#[test]
fn a_result_can_be_added_removed_and_put_back() {
    let mut list = NamedResults::load(LIST).expect("it is a list");
    let first = list.list()[0].clone();
    assert_eq!(list.remove(&first), Some(0));
    assert_eq!(list.remove(&first), None);
    assert!(list.insert(0, &first));
    assert_eq!(list.save(), LIST);
}

#[test]
fn a_name_is_cleaned_like_a_groups_name() {
    let mut list = NamedResults::default();
    assert!(list.insert(9, &result(&format!("  a\n\u{0}\u{202e}{}", "é".repeat(100)))));
    assert_eq!(list.list()[0].name, format!("a{}", "é".repeat(37)));
    assert!(NamedResults::load(&list.save()).is_ok());
    assert!(!list.insert(9, &result("\u{200b} \n")), "a name must be visible");
    assert!(!list.insert(9, &NamedResult { day: "today".to_owned(), ..result("x") }));
    assert!(!list.insert(9, &NamedResult { code: String::new(), ..result("x") }));
}

#[test]
fn there_is_room_for_fifty() {
    let mut list = NamedResults::default();
    assert!((0..MOST_NAMED_RESULTS).all(|number| list.insert(number, &result(&number.to_string()))));
    let before = list.save();
    assert!(!list.insert(0, &result("one more")));
    assert_eq!(list.save(), before);
    assert_eq!(NamedResults::load(&before), Ok(list));
    check(&format!("{before}\n2026-11-23 1 x"), NamedResultsError::TooMany);
}

#[test]
fn an_invalid_list_and_a_newer_one_are_different_errors() {
    check("results 2\nwhatever", NamedResultsError::NewerFormat);
    for first in
        ["results", "results ", "results 0", "results -1", "results 1 ", "session 1 1", "\u{feff}results 1"]
    {
        check(first, NamedResultsError::Malformed { line: 1 });
    }
    let with = |line: &str| format!("results 1\n2026-11-23 1 x\n{line}");
    for line in [
        "",
        "2026-11-23",
        "2026-11-23 1",
        "2026-11-23 1 ",
        "2026-11-23  x",
        "2026-11-23 abc x",
        "2026-11-23 1-1 x",
        "2026-1-23 1 x",
        "2026/11/23 1 x",
        "2026-11-2é 1 x",
        "2026-11-23 1  x",
        "2026-11-23 1 x\r",
        "2026-11-23 1 \u{202e}x",
    ] {
        check(&with(line), NamedResultsError::Malformed { line: 3 });
    }
    check(&with(&format!("2026-11-23 {} x", "1".repeat(32))), NamedResultsError::Malformed { line: 3 });
    check(&with(&format!("2026-11-23 1 {}", "x".repeat(41))), NamedResultsError::Malformed { line: 3 });
    check(&"x".repeat(1 << 20), NamedResultsError::Malformed { line: 1 });
    check(&"\n".repeat(1 << 20), NamedResultsError::Malformed { line: 1 });
}

#[test]
fn spoilt_lists_are_refused_or_whole() {
    let mut dice = Dice::new(5);
    let texts = [LIST.to_owned(), LIST.replace("2026", "1999")];
    let mut through = 0;
    for _ in 0..200_000 {
        let spoilt = if dice.below(16) == 0 { dice.joined(&texts) } else { dice.mutated(LIST) };
        if let Ok(list) = NamedResults::load(&spoilt) {
            through += 1;
            assert!(spoilt == list.save() || list.list().is_empty(), "{spoilt:?}");
        }
    }
    assert!((1_000..100_000).contains(&through), "{through} accepted");
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn whatever_is_typed_the_list_stays_one(names in prop::collection::vec("(?s).{0,60}", 0..60)) {
        let mut list = NamedResults::default();
        for name in &names {
            list.insert(usize::MAX, &result(name));
        }
        prop_assert_eq!(NamedResults::load(&list.save()), Ok(list));
    }
}
