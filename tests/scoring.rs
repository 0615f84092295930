//! Rules 1 to 7 of the model: items, dimensions, score, points, profile, range, border. Each threshold has
//! one case on it and one right beside it.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Fraction, ItemId, Position, Profile};
use support::{SHIPPED, outcome};

fn over(numerator: i32, denominator: i32) -> Fraction {
    Fraction::new(numerator, denominator)
}

// Rule 1: items.

#[track_caller]
fn check_values(item: &'static str, expected: [i32; 5]) {
    let item = SHIPPED.item(ItemId::new(item)).expect("a shipped item");
    assert_eq!(Position::ALL.map(|position| item.value_of(position)), expected);
    assert_eq!(expected.map(|value| item.position_of(value)), Position::ALL);
}

#[test]
fn with_the_b2b_statement_first_the_first_box_is_plus_two() {
    check_values("relationship-length", [2, 1, 0, -1, -2]);
}

#[test]
fn with_the_b2c_statement_first_the_first_box_is_minus_two() {
    check_values("audience-size", [-2, -1, 0, 1, 2]);
}

// Rules 2 and 3: dimensions and score.

#[track_caller]
fn check_score(given: &str, expected: Option<Fraction>) {
    assert_eq!(outcome(given).scores.total, expected, "{given}");
}

#[test]
fn without_an_answer_there_is_no_score() {
    check_score(".. .. .. .. .. ..", None);
    check_score("?? ?? ?? ?? ?? ??", None);
}

#[test]
fn the_score_is_the_mean_of_the_dimensions() {
    check_score("BB bo co oo oo oo", Some(over(4 + 1 - 1, 24)));
}

#[test]
fn a_skipped_item_is_prorated() {
    check_score("B. oo oo oo oo oo", Some(over(4, 24)));
}

#[test]
fn dont_know_is_missing_and_in_between_is_an_answer() {
    check_score("B? oo oo oo oo oo", Some(over(4, 24)));
    check_score("Bo oo oo oo oo oo", Some(over(2, 24)));
}

#[test]
fn a_dimension_without_an_answer_is_left_out() {
    check_score("BB .. oo oo oo oo", Some(over(4, 20)));
}

#[test]
fn a_dimension_that_counts_double_weighs_two() {
    check_score("BB* oo oo oo oo oo", Some(over(8, 28)));
    check_score("BB* cc* oo oo oo oo", Some(over(8 - 4, 32)));
    check_score("..* BB oo oo oo oo", Some(over(4, 20)));
}

#[track_caller]
fn check_first_dimension(given: &str, expected: Option<Fraction>, is_thin: bool) {
    let dimension = outcome(given).scores.dimensions[0];
    assert_eq!((dimension.score, dimension.is_thin()), (expected, is_thin), "{given}");
}

#[test]
fn a_dimension_is_thin_with_one_of_two_answers_only() {
    check_first_dimension("Bc .. .. .. .. ..", Some(over(1, 4)), false);
    check_first_dimension("B. .. .. .. .. ..", Some(over(1, 1)), true);
    check_first_dimension(".b .. .. .. .. ..", Some(over(1, 2)), true);
    check_first_dimension(".? .. .. .. .. ..", None, false);
}

// Rule 4: contributions and points.

#[test]
fn an_item_contributes_its_weighted_share() {
    let parts: Vec<_> = outcome("Bc* b. oo oo oo oo").scores.contributions;
    let part = |id| parts.iter().find(|part| part.item == ItemId::new(id)).map(|part| part.part);
    assert_eq!(part("relationship-length"), Some(over(1, 7)));
    assert_eq!(part("relationship-switch"), Some(over(-1, 14)));
    assert_eq!(part("audience-size"), Some(over(1, 14)));
    assert_eq!(part("audience-list"), None);
}

#[track_caller]
fn check_points(given: &str, total: i32, expected: [i32; 6]) {
    let scores = outcome(given).scores;
    let parts: Vec<i32> = scores.dimensions.iter().filter_map(|dimension| dimension.points).collect();
    assert_eq!((scores.points(), &*parts), (Some(total), &expected[..]), "{given}");
}

#[test]
fn half_a_point_is_rounded_away_from_zero() {
    check_points("Bb oo oo oo oo oo", 13, [13, 0, 0, 0, 0, 0]);
    check_points("Cc oo oo oo oo oo", -13, [-13, 0, 0, 0, 0, 0]);
}

#[test]
fn what_is_left_goes_to_the_largest_remainders() {
    check_points("bo bb Bb BB oo oo", 42, [4, 8, 13, 17, 0, 0]);
    check_points("co cc Cc CC oo oo", -42, [-4, -8, -13, -17, 0, 0]);
}

#[test]
fn equal_remainders_go_in_dimension_order() {
    check_points("oo BB BB oo BB oo", 50, [0, 17, 17, 0, 16, 0]);
    check_points("oo CC CC oo CC oo", -50, [0, -17, -17, 0, -16, 0]);
}

#[test]
fn points_against_the_side_are_cut_toward_zero() {
    check_points("BB BB Cc oo oo oo", 21, [17, 16, -12, 0, 0, 0]);
}

// Rule 5: level and profile.

#[track_caller]
fn check_profile(given: &str, expected: Option<Profile>) {
    assert_eq!(outcome(given).profile, expected, "{given}");
}

#[test]
fn a_fifth_is_still_the_middle() {
    check_profile("BB oo oo oo oo ..", Some(Profile::Hybrid));
    check_profile("CC oo oo oo oo ..", Some(Profile::Hybrid));
}

#[test]
fn beyond_a_fifth_leans() {
    check_profile("BB bo oo oo oo oo", Some(Profile::LeanB2b));
    check_profile("CC co oo oo oo oo", Some(Profile::LeanB2c));
}

#[test]
fn a_half_still_leans() {
    check_profile("BB BB BB oo oo oo", Some(Profile::LeanB2b));
    check_profile("CC CC CC oo oo oo", Some(Profile::LeanB2c));
}

#[test]
fn beyond_a_half_is_strong() {
    check_profile("BB BB BB bo oo oo", Some(Profile::StrongB2b));
    check_profile("CC CC CC co oo oo", Some(Profile::StrongB2c));
}

#[test]
fn a_tug_of_a_half_is_split() {
    check_profile("BB bb oo cc CC oo", Some(Profile::Split));
    assert_eq!(outcome("BB bb oo cc CC oo").tug, over(1, 2));
}

#[test]
fn a_tug_below_a_half_is_hybrid() {
    check_profile("BB bb oo cc Cc oo", Some(Profile::Hybrid));
    assert_eq!(outcome("BB bb oo cc Cc oo").tug, over(10, 24));
}

#[test]
fn a_tug_beyond_the_middle_splits_nothing() {
    check_profile("BB BB BB CC CC bo", Some(Profile::LeanB2b));
}

#[test]
fn six_answers_in_four_dimensions_name_a_profile() {
    check_profile("BB BB B. B? .. ..", Some(Profile::StrongB2b));
}

#[test]
fn five_answers_name_none() {
    check_profile("B. B. B. B. B. ..", None);
    check_profile("BB B. B. B? .. ??", None);
}

#[test]
fn three_dimensions_name_none() {
    check_profile("BB BB BB .. ?? ..", None);
}

// Rule 6: range.

#[track_caller]
fn check_range(given: &str, low: Fraction, high: Fraction, is_certain: bool) {
    let range = outcome(given).range;
    assert_eq!((range.low, range.high, range.is_certain()), (low, high, is_certain), "{given}");
}

#[test]
fn the_range_fills_every_missing_item_with_either_end() {
    check_range(".. .. .. .. .. ..", over(-1, 1), over(1, 1), false);
    check_range("BB BB B. b? .. ..", over(-1, 24), over(23, 24), false);
}

#[test]
fn the_range_keeps_the_weights() {
    check_range("BB ..* BB BB BB BB", over(20 - 8, 28), over(1, 1), false);
}

#[test]
fn an_end_on_the_line_is_not_certain() {
    check_range("BB BB BB BB oo ..", over(1, 2), over(20, 24), false);
    check_range("BB BB BB BB bo ..", over(13, 24), over(21, 24), true);
}

// Rule 7: border.

#[track_caller]
fn check_border(given: &str, expected: Option<Profile>) {
    assert_eq!(outcome(given).border, expected, "{given}");
}

#[test]
fn a_tenth_from_a_line_is_on_the_border() {
    check_border("bb oo oo oo oo ..", Some(Profile::LeanB2b));
    check_border("BB bb oo oo oo ..", Some(Profile::Hybrid));
    check_border("BB BB oo oo oo ..", Some(Profile::StrongB2b));
    check_border("CC CC CC oo oo ..", Some(Profile::LeanB2c));
}

#[test]
fn on_the_line_the_neighbour_is_the_stronger_one() {
    check_border("BB oo oo oo oo ..", Some(Profile::LeanB2b));
    check_border("CC CC CC oo oo oo", Some(Profile::StrongB2c));
}

#[test]
fn beyond_a_tenth_there_is_no_border() {
    check_border("oo oo oo oo oo ..", None);
    check_border("bo oo oo oo oo ..", None);
    check_border("BB bb bo oo oo ..", None);
    check_border("CC CC CC co oo ..", None);
}

#[test]
fn the_neighbour_in_the_middle_is_split_when_the_tug_is() {
    check_border("BB BB Bb CC co ..", Some(Profile::Split));
    check_border("BB BB bb CC oo ..", Some(Profile::Hybrid));
}

#[test]
fn without_a_named_profile_there_is_no_border() {
    check_border("bb bb bb .. .. ..", None);
}

// How firm a profile is.

#[track_caller]
fn check_firm(given: &str, expected: bool) {
    assert_eq!(outcome(given).is_firm(), expected, "{given}");
}

#[test]
fn a_profile_is_firm_where_nothing_speaks_against_it() {
    check_firm("BB BB BB BB BB bb", true);
    check_firm("oo oo oo oo oo bb", true);
}

#[test]
fn one_thing_that_speaks_against_it_is_enough() {
    check_firm("BB BB BB BB B. ..", false);
    check_firm("Bb bb oo oo oo oo", false);
    check_firm("BC BB BB BB BB BB", false);
    check_firm("oo oo oo oo oo oo", false);
    check_firm("BB BB .. .. .. ..", false);
}
