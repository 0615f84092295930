//! Where focus goes when a tactic is marked: the button pressed leaves with what it is about.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Effect, Event, Mark, Plan, Run, Session, TacticId};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use support::SHIPPED;
use support::generated::cases;
use support::walk::after;

/// Twelve times the first statement: in the middle, with a list for either side.
const MIDDLE: &str = "start go*6 next go*6 result";
/// A profile with a side, and one list.
const ONE_SIDE: &str =
    "start 4 next 0 next 0 next 4 next 4 next 0 next next 0 next 4 next 4 next 0 next 0 next 4 next result";

fn next(session: &Session) -> Vec<TacticId> {
    let outcome = session.outcome(Run::First);
    outcome.ranking.next(&SHIPPED, outcome.profile, session.plan())
}

fn entries(session: &Session) -> Vec<TacticId> {
    let entries = session.plan().entries(&SHIPPED, &session.outcome(Run::First).ranking);
    entries.into_iter().map(|(id, _)| id).collect()
}

fn mark(session: &mut Session, id: TacticId, mark: Option<Mark>) -> Vec<Effect> {
    session.apply(Event::TacticMarked(id, mark))
}

#[test]
fn focus_goes_to_the_tactic_behind_and_from_the_last_one_to_the_plan() {
    let mut session = after(ONE_SIDE);
    let list = next(&session);
    assert_eq!(list.len(), 5);
    for pair in list.windows(2) {
        assert_eq!(mark(&mut session.clone(), pair[0], Some(Mark::WillDo)), [Effect::FocusTactic(pair[1])]);
    }
    assert_eq!(mark(&mut session, list[4], Some(Mark::NotForUs)), [Effect::FocusPlan]);
}

#[test]
fn in_the_middle_focus_stays_on_its_side() {
    let session = after(MIDDLE);
    let list = next(&session);
    assert_eq!(list.len(), 6);
    for place in [0, 1, 3, 4] {
        let effects = mark(&mut session.clone(), list[place], Some(Mark::AlreadyDo));
        assert_eq!(effects, [Effect::FocusTactic(list[place + 1])]);
    }
    for last in [2, 5] {
        assert_eq!(mark(&mut session.clone(), list[last], Some(Mark::AlreadyDo)), [Effect::FocusPlan]);
    }
}

#[test]
fn focus_goes_along_within_the_plan() {
    let mut session = after(ONE_SIDE);
    let id = next(&session)[0];
    mark(&mut session, id, Some(Mark::WillDo));
    let effects = mark(&mut session, id, Some(Mark::AlreadyDo));
    assert_eq!(effects, [Effect::FocusMark(id, Mark::AlreadyDo)]);
}

#[test]
fn a_mark_taken_back_leads_to_the_next_entry_then_to_the_plan_then_to_the_tactics() {
    let mut session = after(ONE_SIDE);
    for id in next(&session).into_iter().take(3) {
        mark(&mut session, id, Some(Mark::WillDo));
    }
    let list = entries(&session);
    assert_eq!(mark(&mut session, list[0], None), [Effect::FocusTactic(list[1])]);
    assert_eq!(mark(&mut session, list[2], None), [Effect::FocusPlan]);
    assert_eq!(mark(&mut session, list[1], None), [Effect::FocusTactics]);
}

#[test]
fn what_changes_nothing_moves_no_focus() {
    let mut session = after(ONE_SIDE);
    let id = next(&session)[0];
    assert_eq!(mark(&mut session, id, None), []);
    mark(&mut session, id, Some(Mark::WillDo));
    assert_eq!(mark(&mut session, id, Some(Mark::WillDo)), []);
    assert_eq!(mark(&mut session, TacticId::new("by-email"), Some(Mark::WillDo)), []);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn focus_always_goes_to_what_is_there(
        script in select(vec![MIDDLE, ONE_SIDE, "start go*2 ? next ? next ? next ? next result"]),
        marks in vec((0..13_usize, option::of(select(Mark::ALL.to_vec()))), 0..30),
    ) {
        let mut session = after(script);
        let all: Vec<TacticId> = Plan::tactics(&SHIPPED).map(|tactic| tactic.id).collect();
        for (place, given) in marks {
            for effect in mark(&mut session, all[place], given) {
                match effect {
                    Effect::FocusTactic(id) => {
                        prop_assert!(next(&session).contains(&id) || entries(&session).contains(&id));
                    }
                    Effect::FocusMark(id, mark) => {
                        prop_assert_eq!(session.plan().mark(&SHIPPED, id), Some(mark));
                    }
                    Effect::FocusTactics => prop_assert!(session.plan().is_blank()),
                    Effect::FocusPlan => prop_assert!(!session.plan().is_blank()),
                    other => prop_assert!(false, "{other:?}"),
                }
            }
        }
    }
}
