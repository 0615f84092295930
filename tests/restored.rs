//! Sessions restored from outside: from answers alone, or at the page where they were saved.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{
    Answers, DimensionId, Grouping, Instrument, ItemId, Parts, Prompt, Route, Run, RunState, SellsTo,
    Session, Stage,
};
use proptest::prelude::*;
use std::rc::Rc;
use support::generated::{cases, given};
use support::walk::{after, page, session, walk, way_back};
use support::{SHIPPED, at};

/// Answers all twelve items and passes the halfway page.
const RUN: &str = "go*6 next go*6";

/// A new session with the answers of another one.
fn restored(session: &Session) -> Session {
    let runs = [Run::First, Run::Second].map(|run| session.run(run).clone());
    let instrument = Rc::new(SHIPPED.clone());
    Session::restored(instrument, session.sells_to(), session.grouping(), runs)
        .expect("they fit the instrument")
}

/// The pages that lead to the result of a restored session, first page first.
fn ways(session: &Session) -> Vec<String> {
    let mut pages = way_back(session);
    pages.reverse();
    pages
}

// From answers alone.

#[track_caller]
fn check(script: &str) {
    let visited = after(script);
    let restored = restored(&visited);
    assert_eq!(ways(&restored), ways(&visited), "{script}");
    assert_eq!(page(&restored), "1 result", "{script}");
    for run in [Run::First, Run::Second] {
        assert_eq!(restored.run(run), visited.run(run), "{script}");
    }
}

#[test]
fn the_way_back_is_the_one_that_led_there() {
    check(&format!("start {RUN} go*4"));
    check("companies start go*6 result");
    check(&format!("both start {RUN} next {RUN} go*4"));
    check("both together start go*6 result");
}

#[test]
fn the_way_back_has_no_pages_after_the_last_answer() {
    let restored = |script: &str| ways(&restored(&after(script)));
    let quick = restored("start go*2");
    assert_eq!(quick, ["intro", "1 audience-size", "1 relationship-length"]);
    let skipped = restored(&format!("start {RUN} result"));
    assert_eq!(skipped.len(), 1 + 6 + 1 + 6);
    let second = restored("both start go*6 result open-2 next go");
    assert_eq!(second[7..], ["1 halfway", "2 audience-size"]);
}

#[test]
fn without_an_answer_it_stands_at_the_intro() {
    let restored = restored(&after("companies"));
    assert_eq!((page(&restored).as_str(), restored.sells_to()), ("intro", Some(SellsTo::Companies)));
    assert!(!restored.can_step_back());
}

#[test]
fn it_goes_on_where_answers_are_missing() {
    let mut session = restored(&after("start go*6 result"));
    walk(&mut session, "next");
    assert_eq!(page(&session), "1 audience-list");
}

#[test]
fn a_doubled_dimension_stays_doubled_through_everything() {
    let mut answers = support::answers(&SHIPPED, "BB BB* BB bo* CC CC");
    for foundation in SHIPPED.foundations() {
        answers.set_foundation(&SHIPPED, foundation.id, Some(at(3))).expect("it fits the instrument");
    }
    let run = RunState { name: String::new(), answers };
    let instrument = Rc::new(SHIPPED.clone());
    let runs = [run.clone(), run];
    let mut session = Session::restored(instrument, Some(SellsTo::Both), Grouping::PerGroup, runs)
        .expect("the answers fit");
    let doubled = [DimensionId::new("audience"), DimensionId::new("pace")];
    for script in
        ["open-2 review:pace-length 2 next", "back*3 0 next", "back*40 companies start", "restart undo"]
    {
        walk(&mut session, script);
        for run in [Run::First, Run::Second] {
            assert!(session.run(run).answers.doubled(&SHIPPED).eq(doubled), "{script}");
        }
    }
    walk(&mut session, "restart");
    assert_eq!(session.run(Run::First).answers.doubled(&SHIPPED).count(), 0);
}

// Parts that don't fit together.

#[test]
fn names_are_kept_as_a_visitors_are() {
    let blank = Answers::blank(&SHIPPED);
    let runs = ["a\nb\u{202e}c", &"x".repeat(99)];
    let runs = runs.map(|name| RunState { name: name.to_owned(), answers: blank.clone() });
    let restored = Session::restored(Rc::new(SHIPPED.clone()), None, Grouping::default(), runs)
        .expect("the answers fit");
    assert_eq!(restored.run(Run::First).name, "abc");
    assert_eq!(restored.run(Run::Second).name, "x".repeat(40));
}

#[test]
fn answers_to_another_instrument_are_refused() {
    let mut parts: Parts = SHIPPED.to_parts();
    parts.items.truncate(11);
    let other = Instrument::new(parts).expect("an instrument with one item less can be scored");
    let run = |instrument| RunState { name: String::new(), answers: Answers::blank(instrument) };
    let restored = |runs| Session::restored(Rc::new(SHIPPED.clone()), None, Grouping::default(), runs);
    assert_eq!(restored([run(&other), run(&other)]), None);
    assert_eq!(restored([run(&SHIPPED), run(&other)]), None);
}

#[test]
fn runs_that_differ_in_their_foundations_are_refused() {
    let blank = RunState { name: String::new(), answers: Answers::blank(&SHIPPED) };
    let mut other = blank.clone();
    let first = SHIPPED.foundations()[0].id;
    other.answers.set_foundation(&SHIPPED, first, Some(at(1))).expect("it fits the instrument");
    let restored = Session::restored(Rc::new(SHIPPED.clone()), None, Grouping::default(), [blank, other]);
    assert_eq!(restored, None);
}

// At the page where it was saved.

fn item(place: usize) -> Stage {
    asking(Run::First, SHIPPED.items()[place].id, Route::Forward)
}

fn asking(run: Run, item: ItemId, route: Route) -> Stage {
    Stage::Asking { run, item, route, prompt: Prompt::AnswerNeeded }
}

#[test]
fn it_stands_at_its_page_with_its_way_back() {
    let resumed = session().resumed(item(2), vec![Stage::Intro, item(0)]).expect("it can be resumed");
    assert_eq!(
        (page(&resumed).as_str(), ways(&resumed)),
        ("1 pace-length", vec!["intro".into(), "1 audience-size".into()])
    );
}

#[track_caller]
fn check_refused(session: Session, stage: Stage, trail: Vec<Stage>) {
    assert_eq!(session.resumed(stage, trail), None);
}

#[test]
fn pages_of_what_is_not_there_are_refused() {
    let unknown = ItemId::new("no-such-item");
    check_refused(session(), asking(Run::First, unknown, Route::Forward), vec![]);
    check_refused(session(), asking(Run::First, SHIPPED.items()[0].id, Route::Review(vec![unknown])), vec![]);
    check_refused(session(), asking(Run::Second, SHIPPED.items()[0].id, Route::Forward), vec![]);
    check_refused(session(), Stage::Result { run: Run::Second }, vec![]);
    check_refused(session(), Stage::Halfway { run: Run::Second }, vec![]);
    check_refused(session(), Stage::Handover, vec![]);
    assert!(after("both").resumed(Stage::Handover, vec![Stage::Result { run: Run::Second }]).is_some());
}

#[test]
fn a_way_back_in_circles_is_refused() {
    check_refused(session(), item(1), vec![item(0), item(1)]);
    check_refused(session(), item(1), vec![item(0), item(2), item(0)]);
    check_refused(after("both"), Stage::Result { run: Run::First }, vec![Stage::Result { run: Run::Second }]);
    check_refused(session(), item(1), vec![item(0), Stage::Intro]);
    check_refused(session(), Stage::Intro, vec![item(0)]);
    let review = asking(Run::First, SHIPPED.items()[0].id, Route::Review(vec![]));
    check_refused(session(), Stage::Result { run: Run::First }, vec![Stage::Intro, review]);
    let [one, other] = [0, 1].map(|place: usize| SHIPPED.items()[place].id);
    check_refused(session(), asking(Run::First, one, Route::Review(vec![one])), vec![]);
    check_refused(session(), asking(Run::First, one, Route::Review(vec![other, other])), vec![]);
}

#[test]
fn a_review_of_several_questions_can_be_resumed() {
    let [one, other, third] = [0, 1, 2].map(|place: usize| SHIPPED.items()[place].id);
    let review = asking(Run::First, one, Route::Review(vec![other, third]));
    assert!(session().resumed(review, vec![]).is_some());
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn restored_answers_have_the_same_outcome(given in given(12)) {
        let answers = given.to_answers(&SHIPPED);
        let runs = [(); 2].map(|()| RunState { name: String::new(), answers: answers.clone() });
        let session = Session::restored(Rc::new(SHIPPED.clone()), None, Grouping::default(), runs).expect("they fit");
        prop_assert_eq!(session.outcome(Run::First), given.outcome(&SHIPPED));
        let pages = ways(&session);
        let answered = given.items.iter().chain(&given.foundations).flatten().count();
        prop_assert!(pages.len() <= 1 + answered + 1);
        prop_assert!(pages.first().is_none_or(|page| page == "intro"));
    }
}
