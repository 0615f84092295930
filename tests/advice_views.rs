//! What a result advises, rendered on the host: tactics, channels, media, advice and foundations.
#![cfg(feature = "ssr")]

mod support;

use b2b_b2c_profile::assessment::{Kind, Run, Tactic};
use std::collections::BTreeSet;
use support::SHIPPED;
use support::shown::{MIXED, SPLIT, STRONG_B2B, STRONG_B2C, Shown, english, result, results, run, shown};

/// Checks that the part of the result with this class shows these texts, in this order.
#[track_caller]
fn check(script: &str, class: &str, expected: &[&str]) {
    shown(script).one(class).check_shows(expected);
}

// Tactics, advice, media.

/// The recommended tactics: the open one and those in rows of their own.
fn recommended(page: &Shown) -> Vec<String> {
    // Further tactics are inside a row.
    let further = page.all("bp-rows--beside").iter().flat_map(|rows| rows.ids("bp-card")).collect::<Vec<_>>();
    page.one("bp-tactics").ids("bp-card").into_iter().filter(|id| !further.contains(id)).collect()
}

#[test]
fn with_a_side_five_tactics_are_recommended_and_the_first_is_open() {
    let page = shown(&result(MIXED));
    let expected = ["email-series", "merchandising", "newsletter", "quantity-discount", "special-offer"];
    assert_eq!(recommended(&page), expected);
    assert_eq!(page.ids("bp-card--open"), ["email-series"]);
    page.one("bp-card--open").check_shows(&["E-mail series", "Because", "This week.", "Already do"]);
    check(
        &result(MIXED),
        "bp-tactics",
        &["Also a good fit", "Online newsletter", "Because", "This week.", "Note", "only with consent"],
    );
}

#[test]
fn in_the_middle_three_tactics_are_for_either_side() {
    let page = shown(&result(SPLIT));
    let ids = recommended(&page);
    let of = |kind: Kind| ids.iter().filter(|id| tactic(id).kind == kind).count();
    assert_eq!((of(Kind::B2c), of(Kind::B2b)), (3, 3));
    check(&result(SPLIT), "bp-tactics", &["For your B2C side", "For your B2B side", "See also"]);
    assert_eq!(page.all("bp-card--open").len(), 1);
}

#[test]
fn other_tactics_that_suit_the_answers_are_in_a_row() {
    for (session, page) in results() {
        let expected = session.outcome(Run::First).ranking.further();
        let shown: Vec<String> =
            page.all("bp-rows--beside").iter().flat_map(|rows| rows.ids("bp-card")).collect();
        assert_eq!(shown, expected.iter().map(|id| id.as_str()).collect::<Vec<_>>());
    }
}

fn tactic(id: &str) -> &'static Tactic {
    SHIPPED.tactics().iter().find(|tactic| tactic.id.as_str() == id).expect("a tactic")
}

#[test]
fn only_the_cards_of_incentives_have_channels() {
    for (_, page) in results() {
        let channels = page.ids("bp-channel").len();
        let mut in_cards = 0;
        for card in page.all("bp-tactics").iter().flat_map(|tactics| tactics.all("bp-card")) {
            let id = card.attribute("data-id").unwrap_or_default();
            let expected = if tactic(id).is_incentive { 3 } else { 0 };
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
    check(&result(STRONG_B2B), "bp-unsuited", &["Special offer", "Suits less because"]);
    check(&result(STRONG_B2B), "bp-tactics", &["See also", "Suits you less", "Special offer"]);
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
    check(&result(MIXED), "bp-foundations", &["Answer 4 questions about your foundations"]);
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
    check(&result(STRONG_B2B), "bp-part--keep", &["not research", "Where this comes from"]);
    let sources = shown(&result(STRONG_B2B)).one("bp-take-along").all("bp-sources");
    assert_eq!(sources.len(), 1);
}
