//! Rule 10 of the model: tactics, channels, media and advice; and the reasons for a result.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{DimensionId, Fraction, Outcome, Pole, Reason, Reasons, TacticId};
use support::{SHIPPED, outcome};

/// More B2B than B2C, by 5/24: three dimensions clearly B2B, two clearly B2C, one in between.
const MIXED: &str = "BB BB BB bo CC CC";

fn because(dimension: &'static str, pole: Pole) -> Reason {
    Reason { dimension: DimensionId::new(dimension), pole }
}

// Rule 10: tactics.

#[track_caller]
fn check_recommended(given: &str, expected: &[&str]) {
    let recommended = outcome(given).ranking.recommended;
    assert_eq!(recommended.iter().map(|id| id.as_str()).collect::<Vec<_>>(), expected, "{given}");
}

#[test]
fn with_a_side_the_five_best_of_either_kind_are_recommended() {
    check_recommended(
        MIXED,
        &["email-series", "merchandising", "newsletter", "quantity-discount", "special-offer"],
    );
}

#[test]
fn equal_tactics_are_in_catalogue_order() {
    check_recommended(
        "BB BB BB BB BB BB",
        &["email-series", "newsletter", "magazine", "case-study", "webinar"],
    );
}

#[test]
fn a_less_relevant_tactic_gives_way() {
    let expected = ["special-offer", "loyalty-programme", "coupon", "customer-service", "merchandising"];
    check_recommended("CC CC CC CC CC CC", &expected);
}

#[test]
fn in_the_middle_three_of_each_kind_are_recommended() {
    let expected = ["email-series", "newsletter", "magazine", "special-offer", "loyalty-programme", "coupon"];
    check_recommended("oo oo oo oo oo oo", &expected);
    let expected =
        ["email-series", "newsletter", "magazine", "merchandising", "quantity-discount", "special-offer"];
    check_recommended("BB BB BB oo CC CC", &expected);
}

#[test]
fn without_a_named_profile_nothing_is_recommended() {
    check_recommended("BB BB BB .. .. ..", &[]);
}

#[track_caller]
fn check_unsuited(given: &str, expected: &[&str]) {
    let unsuited = outcome(given).ranking.unsuited;
    assert_eq!(unsuited.iter().map(|id| id.as_str()).collect::<Vec<_>>(), expected, "{given}");
}

#[test]
fn the_three_lowest_suit_less_lowest_first() {
    check_unsuited(MIXED, &["loyalty-programme", "case-study", "customer-service"]);
    check_unsuited("BB BB BB BB BB BB", &["special-offer", "loyalty-programme", "coupon"]);
}

#[test]
fn half_relevant_is_not_suited_less() {
    check_unsuited("oo oo oo oo oo oo", &[]);
    check_unsuited("oo bo oo oo oo oo", &["coupon", "loyalty-programme"]);
}

#[test]
fn without_a_named_profile_nothing_suits_less() {
    check_unsuited("BB BB BB .. .. ..", &[]);
}

#[track_caller]
fn check_relevance(given: &str, tactic: &'static str, expected: Fraction) {
    let relevance = outcome(given).ranking.relevance;
    let found = relevance.iter().find(|one| one.tactic == TacticId::new(tactic)).map(|one| one.relevance);
    assert_eq!(found, Some(expected), "{given}");
}

#[test]
fn relevance_is_a_half_and_the_drivers_tenths() {
    check_relevance(MIXED, "email-series", Fraction::new(85, 100));
    check_relevance(MIXED, "special-offer", Fraction::new(55, 100));
}

#[test]
fn an_undefined_dimension_counts_nothing() {
    check_relevance(".. BB BB .. BB BB", "email-series", Fraction::new(60, 100));
    check_relevance(".. .. .. .. .. ..", "coupon", Fraction::new(1, 2));
}

#[track_caller]
fn check_channels(given: &str, expected: [&str; 3]) {
    let channels = outcome(given).ranking.channels;
    assert_eq!(channels.iter().map(|id| id.as_str()).collect::<Vec<_>>(), expected, "{given}");
}

#[test]
fn channels_are_ranked_always() {
    check_channels("BB BB BB BB BB BB", ["by-email", "with-product", "in-store"]);
    check_channels("CC CC CC CC CC CC", ["in-store", "with-product", "by-email"]);
    check_channels("C. .. .. .. .. ..", ["with-product", "by-email", "in-store"]);
}

#[track_caller]
fn check_media(given: &str, expected: &[Pole]) {
    assert_eq!(outcome(given).media_variants(), expected, "{given}");
}

#[test]
fn media_are_shown_in_the_profiles_variant() {
    check_media(MIXED, &[Pole::B2b]);
    check_media("CC CC oo oo oo oo", &[Pole::B2c]);
}

#[test]
fn in_the_middle_media_are_shown_in_both_variants() {
    check_media("BB BB oo CC CC oo", &[Pole::B2b, Pole::B2c]);
    check_media("BB BB BB .. .. ..", &[Pole::B2b, Pole::B2c]);
}

#[track_caller]
fn check_advice(given: &str, expected: &[&str]) {
    let outcome = outcome(given);
    let advice: Vec<&str> = outcome.advice(&SHIPPED).map(|advice| advice.id.as_str()).collect();
    assert_eq!(advice, expected, "{given}");
}

#[test]
fn advice_goes_with_the_profile() {
    check_advice("oo oo oo oo oo oo", &["separate-pages", "two-lists", "price-per-group", "test-per-group"]);
    check_advice("BB BB oo CC CC oo", &["separate-pages", "test-per-group", "combine"]);
}

#[test]
fn on_a_border_the_test_per_group_is_advised() {
    check_advice("BB BB oo oo oo ..", &["test-per-group"]);
    check_advice("CC CC CC oo oo ..", &["test-per-group"]);
}

#[test]
fn elsewhere_nothing_is_advised() {
    check_advice("BB bb bo oo oo ..", &[]);
    check_advice("bb bb bb .. .. ..", &[]);
}

// Reasons.

#[track_caller]
fn check_reasons(given: &str, expected: Reasons) {
    assert_eq!(outcome(given).reasons(), expected, "{given}");
}

#[test]
fn with_a_side_the_two_strongest_pulls_are_the_reasons() {
    let (first, second) = (because("deciders", Pole::B2b), because("audience", Pole::B2b));
    check_reasons("CC bb BB bo BB Bb*", Reasons::OneSide(because("judgement", Pole::B2b), Some(first)));
    check_reasons("oo BB Bb .. bB ..", Reasons::OneSide(second, Some(first)));
    check_reasons(
        "oo oo CC oo Cc BB",
        Reasons::BothSides { b2b: because("judgement", Pole::B2b), b2c: because("deciders", Pole::B2c) },
    );
}

#[test]
fn one_pull_is_one_reason() {
    check_reasons("oo CC oo* .. .. ..", Reasons::OneSide(because("audience", Pole::B2c), None));
}

#[test]
fn the_other_sides_pulls_are_no_reasons_for_a_side() {
    check_reasons(
        "BB cc oo CC CC oo",
        Reasons::OneSide(because("pace", Pole::B2c), Some(because("criterion", Pole::B2c))),
    );
}

#[test]
fn without_any_pull_it_is_balanced() {
    check_reasons("oo oo oo oo oo oo", Reasons::Balanced);
    check_reasons(".. .. .. .. .. ..", Reasons::Balanced);
}

#[track_caller]
fn check_reasons_for(given: &str, tactic: &'static str, expected: &[Reason], against: Option<Reason>) {
    let (outcome, tactic) =
        (outcome(given), SHIPPED.tactic(TacticId::new(tactic)).expect("a shipped tactic"));
    assert_eq!(outcome.reasons_for(tactic), expected, "{given}");
    assert_eq!(outcome.reason_against(tactic), against, "{given}");
}

#[test]
fn the_two_largest_terms_say_why_a_tactic_suits() {
    let expected = [because("relationship", Pole::B2b), because("deciders", Pole::B2b)];
    check_reasons_for(MIXED, "email-series", &expected, None);
    let expected = [because("criterion", Pole::B2c), because("pace", Pole::B2b)];
    check_reasons_for(MIXED, "quantity-discount", &expected[..1], Some(expected[1]));
}

#[test]
fn equal_terms_are_in_dimension_order() {
    let expected = [because("judgement", Pole::B2b), because("audience", Pole::B2b)];
    check_reasons_for("BB BB BB BB BB BB", "webinar", &expected, None);
}

#[test]
fn the_most_negative_term_says_why_it_suits_less() {
    check_reasons_for("bb oo Co oo CC cc", "case-study", &[], Some(because("criterion", Pole::B2c)));
    check_reasons_for("oo oo oo oo oo oo", "case-study", &[], None);
}

// Two groups.

#[track_caller]
fn check_difference(first: &str, second: &str, expected: Option<&'static str>) {
    let found = Outcome::largest_difference(&outcome(first), &outcome(second));
    assert_eq!(found, expected.map(DimensionId::new), "{first}, {second}");
}

#[test]
fn two_groups_differ_most_where_their_dimensions_lie_furthest_apart() {
    check_difference("BB oo bb CC oo oo", "bb bb cc CC oo oo", Some("deciders"));
    check_difference("oo bb CC BB .. oo", "oo cc oo oo BB oo", Some("audience"));
}

#[test]
fn of_several_each_difference_names_who_lies_furthest_which_way() {
    let written = ["BB oo bb oo oo oo", "oo oo CC oo oo ..", "bb oo BB cc oo BB"].map(outcome);
    let written: Vec<&Outcome> = written.iter().collect();
    let told = Outcome::differences(&written).into_iter();
    let told: Vec<_> = told.map(|one| (one.dimension.as_str(), one.b2b, one.b2c, one.points)).collect();
    let expected =
        [("deciders", 2, 1, 200), ("relationship", 0, 1, 100), ("judgement", 2, 0, 100), ("pace", 0, 2, 50)];
    assert_eq!(told, expected);
    assert!(Outcome::differences(&[]).is_empty());
}

#[test]
fn tactics_are_shared_where_every_ranking_recommends_them() {
    let (b2b, b2c, middle) =
        (outcome("BB BB BB BB BB BB"), outcome("CC CC CC CC CC CC"), outcome("bo oo bb oo cc oo"));
    assert!(Outcome::shared_tactics(&[&b2b, &b2c]).is_empty());
    assert_eq!(Outcome::shared_tactics(&[&b2b]), b2b.ranking.recommended);
    for tactic in Outcome::shared_tactics(&[&b2b, &middle]) {
        assert!(b2b.ranking.recommended.contains(&tactic) && middle.ranking.recommended.contains(&tactic));
    }
    assert!(!Outcome::shared_tactics(&[&b2b, &middle]).is_empty());
}

#[test]
fn equal_groups_differ_in_nothing() {
    check_difference("BB oo bb CC oo oo", "BB oo bb CC oo oo", None);
    check_difference("BB .. .. .. .. ..", ".. CC .. .. .. ..", None);
}
