//! Rules 8 and 9 of the model: how consistent the answers are, odd patterns in them, and what would change
//! the outcome.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Change, Changes, ConsistencyReading, Flag, Fraction, ItemId, Position};
use support::{Given, SHIPPED, outcome};

// Rule 8: consistency and flags.

#[track_caller]
fn check_consistency(given: &str, expected: Option<(i32, i32, ConsistencyReading)>) {
    let consistency = outcome(given).consistency;
    assert_eq!(consistency.value, expected.map(|(part, of, _)| Fraction::new(part, of)), "{given}");
    assert_eq!(consistency.reading(), expected.map(|(.., reading)| reading), "{given}");
}

#[test]
fn equal_answers_are_wholly_consistent() {
    check_consistency("BB bb oo cc CC oo", Some((1, 1, ConsistencyReading::Consistent)));
}

#[test]
fn opposite_answers_are_wholly_contradictory() {
    check_consistency("BC CB BC CB BC CB", Some((0, 1, ConsistencyReading::Contradictory)));
}

#[test]
fn three_quarters_is_consistent() {
    check_consistency("Bb Bb Cc oc ob oc", Some((3, 4, ConsistencyReading::Consistent)));
}

#[test]
fn below_three_quarters_is_mixed() {
    check_consistency("Bo Bb Cc oc ob oc", Some((17, 24, ConsistencyReading::Mixed)));
}

#[test]
fn three_fifths_is_mixed() {
    check_consistency("Bo Co bc Bb Cc B.", Some((3, 5, ConsistencyReading::Mixed)));
}

#[test]
fn below_three_fifths_is_contradictory() {
    check_consistency("Bo Co bc Bo Cc B.", Some((11, 20, ConsistencyReading::Contradictory)));
}

#[test]
fn three_pairs_are_enough_and_two_are_not() {
    check_consistency("BB BB BB b. .c o?", Some((1, 1, ConsistencyReading::Consistent)));
    check_consistency("BB BB B. b. .c o?", None);
}

#[track_caller]
fn check_pairs(given: &str, expected: &[&str]) {
    let pairs: Vec<&str> = outcome(given).consistency.pairs.iter().map(|id| id.as_str()).collect();
    assert_eq!(pairs, expected, "{given}");
}

#[test]
fn pairs_half_the_scale_apart_are_listed() {
    check_pairs("Bo Cb oc bb oC cb", &["relationship", "audience", "criterion", "judgement"]);
}

#[test]
fn pairs_nearer_than_that_are_not() {
    check_pairs("Bb bo oc cC BB ..", &[]);
}

#[test]
fn pairs_are_listed_without_a_consistency_too() {
    check_pairs("B. BC .. .. .. ..", &["audience"]);
}

#[track_caller]
fn check_flag(positions: &str, expected: Option<Flag>) {
    let items = positions.chars().map(|char| char.to_digit(5).and_then(|digit| u8::try_from(digit).ok()));
    let given = Given { items: items.collect(), doubled: Vec::new(), foundations: Vec::new() };
    assert_eq!(given.outcome(&SHIPPED).flag, expected, "{positions}");
}

#[test]
fn six_times_the_same_box_is_flagged() {
    check_flag("000000......", Some(Flag::SameAnswer));
    check_flag(".4.4.4.4.4.4", Some(Flag::SameAnswer));
    check_flag("333333333333", Some(Flag::SameAnswer));
}

#[test]
fn six_times_the_middle_has_a_flag_of_its_own() {
    check_flag("222222......", Some(Flag::AllMiddle));
}

#[test]
fn five_times_is_not_flagged() {
    check_flag("00000.......", None);
    check_flag("22222.......", None);
}

#[test]
fn one_other_box_takes_the_flag_away() {
    check_flag("000000000001", None);
    check_flag("122222222222", None);
}

// Rule 9: what would change the outcome.

fn single(item: &'static str, to: u8) -> Option<Change> {
    Some(Change::Single { item: ItemId::new(item), to: Position::new(to).expect("a position is 0 to 4") })
}

fn several(answers: usize) -> Option<Change> {
    Some(Change::Several { answers })
}

#[track_caller]
fn check_change(given: &str, b2b: Option<Change>, b2c: Option<Change>) {
    assert_eq!(outcome(given).changes, Changes { b2b, b2c }, "{given}");
}

#[test]
fn one_answer_is_named_where_one_is_enough() {
    // From 4/24, one step is enough to lean to B2B. From there to −5/24, no single answer has enough room.
    check_change("bb bb oo oo oo oo", single("pace-length", 1), several(3));
}

#[test]
fn beyond_the_strongest_level_there_is_nothing() {
    check_change("BB BB BB BB BB BB", None, several(3));
    check_change("CC CC CC CC CC CC", several(3), None);
}

#[test]
fn without_a_named_profile_there_is_nothing() {
    check_change("BB BB BB .. .. ..", None, None);
}

#[test]
fn as_many_answers_as_reach_or_pass_it_are_counted() {
    // From 12/24, one step of one item reaches 13/24. Back to 4/24 takes eight, and no item has more than
    // four.
    check_change("BB BB BB oo oo oo", single("pace-length", 1), several(2));
    // From the middle, each item has two steps: three items pass the five steps that 5/24 takes.
    check_change("oo oo oo oo oo oo", several(3), several(3));
}

#[test]
fn the_items_that_move_the_score_most_are_counted() {
    // The item of the thin dimension moves the score by four, the others by two each.
    check_change("oo oo oo oo oo o.", several(2), several(2));
    // The items of a doubled dimension move it by four of 28 each: 8 reaches 6.
    check_change("oo oo oo oo oo oo*", several(2), several(2));
}

#[test]
fn the_fewest_steps_win() {
    // The item of the thin dimension needs two steps, `audience-list` three.
    check_change("bb bc oo oo oo o.", single("judgement-knowledge", 0), several(2));
    // One step wins, even from the end of the scale and with other answers in the middle.
    check_change("BB Bb oo oo oo C.", single("judgement-knowledge", 3), several(2));
}

#[test]
fn then_the_mildest_old_answer_wins() {
    // One step is enough. `audience-size` comes first but is at one; `relationship-length` is in the middle.
    check_change("ob bb bb oc oo oo", single("relationship-length", 1), several(3));
}

#[test]
fn then_item_order_decides_and_not_dimension_order() {
    // `audience-size` is asked before `relationship-length`.
    check_change("oo oo oo oo BB oo", single("audience-size", 3), several(3));
}

#[test]
fn the_new_position_respects_the_keying() {
    check_change("oo oo oo oo CC oo", several(3), single("audience-size", 1));
    check_change("BB oo oo BB oo CC", single("audience-size", 3), several(3));
    check_change("oo BB oo BB oo CC", single("relationship-length", 1), several(3));
}
