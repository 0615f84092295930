//! Replacing a session by another one, and answers from elsewhere.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Answers, DimensionId, Event, FoundationId, ItemId, Run};
use support::walk::{after, walk};
use support::{SHIPPED, at};

#[test]
fn replaced_answers_can_be_restored() {
    let (before, other) = (after("start go*2"), after("start go"));
    let mut session = before.clone();
    session.give_way_to(other.clone());
    assert_eq!(session.run(Run::First), other.run(Run::First));
    assert!(session.can_return());
    walk(&mut session, "undo");
    assert_eq!(session, before);
    assert!(!session.can_return());
}

#[test]
fn a_session_without_answers_is_replaced_for_good() {
    let mut session = after("start");
    session.give_way_to(after("start go"));
    assert!(!session.can_return());
}

#[test]
fn replacing_a_restarted_session_keeps_the_way_back_to_its_answers() {
    let before = after("start go*2");
    let mut session = before.clone();
    walk(&mut session, "restart");
    session.give_way_to(after("start go"));
    walk(&mut session, "undo*2");
    assert_eq!(session, before);
}

#[test]
fn foundations_answered_on_paper_count_for_both_groups() {
    let mut session = after("both per-group");
    let mut typed = Answers::blank(&SHIPPED);
    let brand = FoundationId::new("brand");
    typed.set_foundation(&SHIPPED, brand, Some(at(3))).expect("a shipped foundation");
    session.apply(Event::PaperAnswersGiven(typed));
    for run in [Run::First, Run::Second] {
        assert_eq!(session.run(run).answers.foundation(&SHIPPED, brand), Some(at(3)));
    }
}

#[test]
fn an_answer_that_cannot_be_set_says_why() {
    let mut answers = Answers::blank(&SHIPPED);
    let dimensions: Vec<_> = SHIPPED.dimensions().iter().map(|dimension| dimension.id).collect();
    let errors = [
        answers.set_item(&SHIPPED, ItemId::new("none"), None),
        answers.set_foundation(&SHIPPED, FoundationId::new("none"), None),
        answers.undouble(&SHIPPED, DimensionId::new("none")),
        dimensions.iter().try_for_each(|&id| answers.double(&SHIPPED, id)),
    ];
    let texts = errors.map(|error| error.expect_err("none of these is valid").to_string());
    let expected =
        ["unknown item", "unknown foundation", "unknown dimension", "a third dimension can't count double"];
    assert_eq!(texts, expected);
}
