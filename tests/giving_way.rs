//! Another session in the place of this one, and answers from elsewhere.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Answers, DimensionId, Event, FoundationId, ItemId, Run};
use support::walk::{after, walk};
use support::{SHIPPED, at};

#[test]
fn answers_that_give_way_can_be_had_back() {
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
fn a_session_without_answers_gives_way_for_good() {
    let mut session = after("start");
    session.give_way_to(after("start go"));
    assert!(!session.can_return());
}

#[test]
fn a_new_beginning_that_gives_way_still_leads_back_to_the_answers() {
    let before = after("start go*2");
    let mut session = before.clone();
    walk(&mut session, "restart");
    session.give_way_to(after("start go"));
    walk(&mut session, "undo*2");
    assert_eq!(session, before);
}

#[test]
fn answers_given_on_paper_are_about_the_owner_of_both_groups() {
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
fn an_answer_that_can_not_be_put_down_says_why() {
    let mut answers = Answers::blank(&SHIPPED);
    let dimensions: Vec<_> = SHIPPED.dimensions().iter().map(|dimension| dimension.id).collect();
    let errors = [
        answers.set_item(&SHIPPED, ItemId::new("none"), None),
        answers.set_foundation(&SHIPPED, FoundationId::new("none"), None),
        answers.undouble(&SHIPPED, DimensionId::new("none")),
        dimensions.iter().try_for_each(|&id| answers.double(&SHIPPED, id)),
    ];
    let texts = errors.map(|error| error.expect_err("none of these can be").to_string());
    let expected =
        ["unknown item", "unknown foundation", "unknown dimension", "a third dimension can't count double"];
    assert_eq!(texts, expected);
}
