//! What a result advises, drawn on the host: tactics, channels, media, advice and foundations.
#![cfg(feature = "ssr")]

mod support;

use b2b_b2c_profile::assessment::Run;
use std::collections::BTreeSet;
use support::SHIPPED;
use support::shown::{MIXED, SPLIT, STRONG_B2B, STRONG_B2C, english, result, results, run, shown};

/// The part of the result with this class shows these texts, in this order.
#[track_caller]
fn check(script: &str, class: &str, expected: &[&str]) {
    shown(script).one(class).check_shows(expected);
}

// Tactics, advice, media.

#[test]
fn with_a_side_five_tactics_stand_in_a_row() {
    let page = shown(&result(MIXED));
    let expected = ["email-series", "merchandising", "newsletter", "quantity-discount", "special-offer"];
    assert_eq!(page.one("bp-tactics").ids("bp-card"), expected);
    assert!(!page.has("bp-columns"));
    check(
        &result(MIXED),
        "bp-tactics",
        &[
            "E-mail series",
            "Suits you because",
            "Start this week.",
            "Online newsletter",
            "Note: only with consent.",
        ],
    );
}

#[test]
fn in_the_middle_three_tactics_stand_for_either_side() {
    let columns = shown(&result(SPLIT)).all("bp-columns__column");
    assert_eq!(columns.iter().map(|column| column.ids("bp-card").len()).collect::<Vec<_>>(), [3, 3]);
    assert!(columns[0].text().starts_with("For your B2C side"), "{columns:?}");
    assert!(columns[1].text().starts_with("For your B2B side"), "{columns:?}");
}

#[test]
fn channels_stand_inside_the_cards_of_incentives_only() {
    for (_, page) in results() {
        let channels = page.ids("bp-channel").len();
        let mut in_cards = 0;
        for card in page.all("bp-tactics").iter().flat_map(|tactics| tactics.all("bp-card")) {
            let id = card.attribute("data-id").unwrap_or_default();
            let tactic = SHIPPED.tactics().iter().find(|tactic| tactic.id.as_str() == id).expect("a tactic");
            let expected = if tactic.is_incentive { 3 } else { 0 };
            assert_eq!(card.ids("bp-channel").len(), expected, "{id}");
            in_cards += expected;
        }
        assert_eq!(channels, in_cards);
    }
}

#[test]
fn what_is_recommended_is_never_also_unsuited() {
    let mut unsuited = 0;
    for (session, page) in results() {
        let Some(section) = page.all("bp-unsuited").pop() else { continue };
        let ids: Vec<&str> =
            section.0.split("data-id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let recommended = session.outcome(Run::First).ranking.recommended;
        assert!(ids.iter().all(|id| recommended.iter().all(|other| other.as_str() != *id)), "{ids:?}");
        unsuited += ids.len();
    }
    assert!(unsuited > 6);
    check(&result(STRONG_B2B), "bp-unsuited", &["Suits you less", "Special offer", "Suits less because"]);
}

#[test]
fn media_are_shown_for_the_side_and_for_both_in_the_middle() {
    let starts = |written: &str| {
        let page = shown(&result(written)).one("bp-media").text();
        let contains = |words: &str| page.contains(words);
        (
            contains("B2B: put contact, knowledge and cases on top."),
            contains("B2C: put photos, price and order button on top."),
        )
    };
    assert_eq!(starts(STRONG_B2B), (true, false));
    assert_eq!(starts(STRONG_B2C), (false, true));
    assert_eq!(starts(SPLIT), (true, true));
    check(&result(STRONG_B2B), "bp-media", &["Watch: enquiries"]);
}

#[test]
fn everything_in_the_content_appears_in_some_result() {
    let mut appeared = BTreeSet::new();
    for (_, page) in results() {
        appeared.extend(
            page.0.split("data-id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned),
        );
    }
    let tactics = SHIPPED.tactics().iter().map(|tactic| tactic.id.as_str());
    let advice = SHIPPED.advice().iter().map(|advice| advice.id.as_str());
    let foundations = SHIPPED.foundations().iter().map(|foundation| foundation.id.as_str());
    let missing: Vec<&str> =
        tactics.chain(advice).chain(foundations).filter(|&id| !appeared.contains(id)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn every_tactic_and_advice_names_its_source() {
    let texts = english();
    for (_, page) in results() {
        for card in ["bp-card", "bp-medium", "bp-channel"].iter().flat_map(|class| page.all(class)) {
            let id = card.attribute("data-id").unwrap_or_default();
            let tactic = SHIPPED.tactics().iter().find(|tactic| tactic.id.as_str() == id);
            let advice = SHIPPED.advice().iter().find(|advice| advice.id.as_str() == id);
            let sources =
                tactic.map(|tactic| &tactic.sources).or(advice.map(|advice| &advice.sources)).expect("known");
            let text = card.text();
            assert!(
                sources.iter().all(|&source| text.contains(texts.source(source).as_str())),
                "{id}: {text}"
            );
            assert_eq!(
                sources.is_empty(),
                text.contains("This is not in the article. It is our inference."),
                "{id}"
            );
        }
    }
}

// Foundations.

#[test]
fn without_foundation_answers_they_are_offered() {
    check(
        &result(MIXED),
        "bp-foundations",
        &["Your foundations", "Answer 4 questions about your foundations"],
    );
}

#[test]
fn the_least_arranged_foundation_comes_first_and_the_unknown_is_to_be_found_out() {
    let script = format!("start {} 4 next 0 next 2 next ? next", run(STRONG_B2B));
    let section = shown(&script).one("bp-foundations");
    assert_eq!(section.ids("bp-foundation"), ["service", "relation", "quality"].map(String::from));
    check(
        &script,
        "bp-foundations",
        &["The basics are fair.", "Do first", "Not yet.", "Find this out", "Brand", "Change your answers"],
    );
}

#[test]
fn foundations_advise_for_the_side_and_for_both_in_the_middle() {
    let advice =
        |written: &str| shown(&format!("start {} go*4", run(written))).all("bp-foundation__advice").len();
    assert_eq!((advice(STRONG_B2B), advice(SPLIT)), (4, 8));
}

#[test]
fn the_questionnaire_as_a_whole_has_its_sources_too() {
    check(&result(STRONG_B2B), "bp-closing", &["not research", "Where this comes from"]);
    let closing = shown(&result(STRONG_B2B)).one("bp-closing").all("bp-sources");
    assert_eq!(closing.len(), 1);
}
