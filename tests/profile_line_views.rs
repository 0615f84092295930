//! The profile line, rendered on the host.
#![cfg(feature = "ssr")]

mod support;

use b2b_b2c_profile::assessment::Run;
use support::shown::{HYBRID, SPLIT, english, result, results, shown};

#[test]
fn the_winning_word_of_each_track_is_bold() {
    for (session, page) in results() {
        let outcome = session.outcome(Run::First);
        let won: Vec<String> = page.all("bp-line__word--won").iter().map(|word| word.text()).collect();
        let texts = english();
        let scores = outcome.scores.dimensions.iter();
        let expected: Vec<&str> = scores
            .filter(|score| score.score.is_some_and(|score| score.signum() != 0))
            .map(|score| texts.winning_word(score))
            .collect();
        assert_eq!(won, expected);
    }
}

#[test]
fn a_node_is_drawn_for_each_answered_dimension_only() {
    let page = shown(&result("BB ?? bb oo CC cc"));
    assert_eq!(page.one("bp-line__plot").all("bp-mark-1").len(), 5);
    assert_eq!(page.all("bp-line__track--none").len(), 1);
}

#[test]
fn a_split_profile_has_a_hollow_point_and_no_plumb_line() {
    let drawn = |written: &str| {
        let page = shown(&result(written));
        (page.has("bp-line__point--split"), page.has("bp-line__plumb"))
    };
    assert_eq!(drawn(SPLIT), (true, false));
    assert_eq!(drawn(HYBRID), (false, true));
}
