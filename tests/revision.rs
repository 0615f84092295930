//! Changes at the result: answers, weights, the plan, and answers typed in from paper.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{
    Answers, DimensionId, Event, FoundationId, ItemId, Mark, Outcome, Plan, Response, Run, Session, TacticId,
};
use proptest::prelude::*;
use support::generated::{cases, given};
use support::walk::{after, page};
use support::{SHIPPED, at};

/// Answers all twelve items with clearly the first statement.
const RUN: &str = "go*6 next go*6";
const ITEM: ItemId = ItemId::new("pace-length");

fn at_result() -> Session {
    after(&format!("start {RUN} go*4"))
}

fn revised(event: Event) -> Session {
    let mut session = at_result();
    assert!(session.apply(event).is_empty(), "the page stays, and so does focus");
    session
}

fn item(session: &Session, run: Run) -> Option<Response> {
    session.run(run).answers.item(&SHIPPED, ITEM)
}

#[test]
fn an_answer_changed_at_the_result_counts_at_once() {
    let session = revised(Event::AnswerRevised(ITEM, at(4)));
    assert_eq!(page(&session), "1 result");
    assert_eq!(item(&session, Run::First), Some(at(4)));
    assert_ne!(session.outcome(Run::First), at_result().outcome(Run::First));
}

#[test]
fn it_changes_in_the_report_that_is_open() {
    let mut session = after(&format!("both start {RUN} next {RUN} go*4 open-2"));
    session.apply(Event::AnswerRevised(ITEM, Response::DontKnow));
    assert_eq!(item(&session, Run::First), Some(at(0)));
    assert_eq!(item(&session, Run::Second), Some(Response::DontKnow));
}

#[test]
fn a_foundation_changes_for_both_groups() {
    let mut session = after(&format!("both start {RUN} next {RUN} go*4"));
    let id = FoundationId::new("service");
    session.apply(Event::FoundationRevised(id, at(3)));
    for run in [Run::First, Run::Second] {
        assert_eq!(session.run(run).answers.foundation(&SHIPPED, id), Some(at(3)));
    }
}

#[test]
fn changes_are_taken_back_one_by_one() {
    let mut session = at_result();
    assert_eq!(session.outcome_before_revision(Run::First), None);
    let before = session.clone();
    session.apply(Event::AnswerRevised(ITEM, at(1)));
    let between = session.clone();
    session.apply(Event::Weighed(DimensionId::new("pace"), true));
    assert_eq!(session.before_revision(Run::First), Some(&before.run(Run::First).answers));
    assert_eq!(session.outcome_before_revision(Run::First), Some(before.outcome(Run::First)));
    session.apply(Event::RevisionUndone);
    assert_eq!(session, between);
    session.apply(Event::RevisionUndone);
    assert_eq!(session, before);
    assert!(session.before_revision(Run::First).is_none());
    session.apply(Event::RevisionUndone);
    assert_eq!(session, before);
}

#[test]
fn a_change_in_the_other_report_is_taken_back_in_sight() {
    let mut session = after(&format!("both start {RUN} next {RUN} go*4 open-1"));
    let before = session.clone();
    session.apply(Event::AnswerRevised(ITEM, at(4)));
    session.apply(Event::ResultOpened(Run::Second));
    session.apply(Event::RevisionUndone);
    assert_eq!(session, before);
    session.apply(Event::FoundationRevised(FoundationId::new("service"), at(3)));
    session.apply(Event::ResultOpened(Run::Second));
    session.apply(Event::RevisionUndone);
    assert_eq!(page(&session), "2 result", "the change was about both");
}

#[test]
fn a_change_without_effect_cannot_be_undone() {
    for event in [
        Event::AnswerRevised(ITEM, at(0)),
        Event::AnswerRevised(ItemId::new("no-such-item"), at(1)),
        Event::FoundationRevised(FoundationId::new("no-such-foundation"), at(1)),
        Event::Weighed(DimensionId::new("pace"), false),
        Event::Weighed(DimensionId::new("no-such-dimension"), true),
    ] {
        assert_eq!(revised(event.clone()), at_result(), "{event:?}");
    }
}

#[test]
fn a_third_dimension_can_not_count_double() {
    let mut session = at_result();
    let [first, second, third, ..] = SHIPPED.dimensions() else { unreachable!("there are six dimensions") };
    for dimension in [first, second, third] {
        session.apply(Event::Weighed(dimension.id, true));
    }
    let doubled: Vec<_> = session.run(Run::First).answers.doubled(&SHIPPED).collect();
    assert_eq!(doubled, [first.id, second.id]);
    session.apply(Event::Weighed(first.id, false));
    session.apply(Event::Weighed(third.id, true));
    let doubled: Vec<_> = session.run(Run::First).answers.doubled(&SHIPPED).collect();
    assert_eq!(doubled, [second.id, third.id]);
}

#[test]
fn leaving_the_result_settles_the_changes() {
    for way in ["back", "review:pace-length", "restart"] {
        let mut session = revised(Event::AnswerRevised(ITEM, at(4)));
        support::walk::walk(&mut session, way);
        assert!(session.before_revision(Run::First).is_none(), "{way}");
    }
}

#[test]
fn after_a_hundred_changes_the_first_state_is_still_there() {
    let mut session = at_result();
    for number in 0..250 {
        session.apply(Event::AnswerRevised(ITEM, at(1 + (number % 2))));
    }
    assert_eq!(session.before_revision(Run::First), Some(&at_result().run(Run::First).answers));
    for _ in 0..100 {
        session.apply(Event::RevisionUndone);
    }
    assert_eq!(session, at_result());
}

#[test]
fn other_pages_offer_no_changes() {
    for way in ["", "start", "start go*6", "start go*6 next go*6"] {
        let mut session = after(way);
        session.apply(Event::AnswerRevised(ITEM, at(4)));
        session.apply(Event::Weighed(DimensionId::new("pace"), true));
        session.apply(Event::TacticMarked(TacticId::new("newsletter"), Some(Mark::WillDo)));
        assert_eq!(session, after(way), "{way}");
    }
}

// The plan.

#[test]
fn what_is_marked_stays_recommended() {
    let mut session = at_result();
    let before = session.outcome(Run::First);
    for tactic in Plan::tactics(&SHIPPED) {
        session.apply(Event::TacticMarked(tactic.id, Some(Mark::AlreadyDo)));
    }
    assert_eq!(session.plan().count(Mark::AlreadyDo), 13);
    assert_eq!(session.outcome(Run::First), before);
}

#[test]
fn a_plan_sorts_itself_by_mark_then_relevance() {
    let mut session = at_result();
    let marks = [Mark::NotForUs, Mark::WillDo, Mark::AlreadyDo].into_iter().cycle();
    for (tactic, mark) in Plan::tactics(&SHIPPED).zip(marks) {
        session.apply(Event::TacticMarked(tactic.id, Some(mark)));
    }
    let ranking = session.outcome(Run::First).ranking;
    let entries = session.plan().entries(&SHIPPED, &ranking);
    assert_eq!(entries.len(), 13);
    for pair in entries.windows(2) {
        let [(one, mark), (other, next)] = pair else { unreachable!("a window has two") };
        assert!(mark <= next, "{entries:?}");
        assert!(mark < next || ranking.relevance(*one) >= ranking.relevance(*other), "{entries:?}");
    }
}

#[test]
fn channels_and_media_have_no_marks() {
    for id in ["by-email", "website", "no-such-tactic"] {
        let session = revised(Event::TacticMarked(TacticId::new(id), Some(Mark::WillDo)));
        assert!(session.plan().is_blank(), "{id}");
    }
}

#[test]
fn a_mark_can_be_taken_back() {
    let id = TacticId::new("newsletter");
    let mut session = at_result();
    session.apply(Event::TacticMarked(id, Some(Mark::WillDo)));
    assert_eq!(session.plan().mark(&SHIPPED, id), Some(Mark::WillDo));
    session.apply(Event::TacticMarked(id, None));
    assert_eq!(session, at_result());
}

// Points, and reversing a change.

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn the_points_of_answers_add_up_to_their_dimensions(given in given(8)) {
        let outcome = Outcome::of(&SHIPPED, &given.to_answers(&SHIPPED));
        for dimension in &outcome.scores.dimensions {
            let own = SHIPPED.items_of(dimension.id).map(|item| item.id).collect::<Vec<_>>();
            let parts = outcome.scores.contributions.iter().filter(|one| own.contains(&one.item));
            prop_assert_eq!(parts.map(|one| one.points).sum::<i32>(), dimension.points.unwrap_or(0));
        }
        for one in &outcome.scores.contributions {
            prop_assert!((f64::from(one.points) - 100.0 * one.part.to_f64()).abs() < 2.0, "{one:?}");
        }
    }

    #[test]
    fn the_profile_named_for_a_change_is_the_one_it_gives(given in given(6)) {
        let answers = given.to_answers(&SHIPPED);
        let outcome = Outcome::of(&SHIPPED, &answers);
        for change in [outcome.changes.b2b, outcome.changes.b2c].into_iter().flatten() {
            let b2b_b2c_profile::assessment::Change::Single { item, to } = change else {
                prop_assert_eq!(change.outcome(&SHIPPED, &answers), None);
                continue;
            };
            let mut changed = answers.clone();
            changed.set_item(&SHIPPED, item, Some(Response::At(to))).expect("the item is in the instrument");
            let profile = Outcome::of(&SHIPPED, &changed).profile;
            prop_assert_eq!(change.outcome(&SHIPPED, &answers).and_then(|outcome| outcome.profile), profile);
            prop_assert!(profile.is_some() && profile != outcome.profile);
        }
    }
}

// Answers typed from paper.

#[test]
fn a_typed_sheet_leads_to_its_result() {
    let typed = at_result().run(Run::First).answers.clone();
    let mut session = after("companies");
    session.apply(Event::PaperAnswersGiven(typed.clone()));
    assert_eq!(page(&session), "1 result");
    assert_eq!(session.run(Run::First).answers, typed);
    assert!(session.before_revision(Run::First).is_none(), "there is no earlier outcome");
}

#[test]
fn a_blank_sheet_leads_nowhere() {
    let mut session = after("");
    session.apply(Event::PaperAnswersGiven(Answers::blank(&SHIPPED)));
    assert_eq!(session, after(""));
}
