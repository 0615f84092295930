//! Where focus goes when a mark changes: in the plan, a tactic's controls move with it.
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

/// The result after choosing the first statement twelve times.
const RESULT: &str = "start go*6 next go*6 result";

fn mark(session: &mut Session, id: TacticId, mark: Option<Mark>) -> Vec<Effect> {
    session.apply(Event::TacticMarked(id, mark))
}

#[test]
fn a_tactic_marked_for_the_first_time_stays_where_it_is() {
    let mut session = after(RESULT);
    let id = session.outcome(Run::First).ranking.recommended[0];
    assert_eq!(mark(&mut session, id, Some(Mark::WillDo)), []);
    assert_eq!(session.plan().mark(&SHIPPED, id), Some(Mark::WillDo));
}

#[test]
fn in_the_plan_focus_follows_another_mark_and_the_loss_of_a_mark() {
    let mut session = after(RESULT);
    let id = session.outcome(Run::First).ranking.recommended[0];
    mark(&mut session, id, Some(Mark::WillDo));
    assert_eq!(mark(&mut session, id, Some(Mark::AlreadyDo)), [Effect::FocusPlan]);
    assert_eq!(mark(&mut session, id, None), [Effect::FocusPlan]);
    assert!(session.plan().is_blank());
}

#[test]
fn what_changes_nothing_moves_no_focus() {
    let mut session = after(RESULT);
    let id = session.outcome(Run::First).ranking.recommended[0];
    assert_eq!(mark(&mut session, id, None), []);
    mark(&mut session, id, Some(Mark::WillDo));
    assert_eq!(mark(&mut session, id, Some(Mark::WillDo)), []);
    assert_eq!(mark(&mut session, TacticId::new("by-email"), Some(Mark::WillDo)), []);
    let mut asking = after("start go");
    assert_eq!(mark(&mut asking, id, Some(Mark::WillDo)), []);
    assert!(asking.plan().is_blank(), "only a result has marks");
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn focus_moves_exactly_when_a_tactic_of_the_plan_moves(
        marks in vec((0..13_usize, option::of(select(Mark::ALL.to_vec()))), 0..30),
    ) {
        let mut session = after(RESULT);
        let all: Vec<TacticId> = Plan::tactics(&SHIPPED).map(|tactic| tactic.id).collect();
        for (place, given) in marks {
            let before = session.plan().mark(&SHIPPED, all[place]);
            let expected: &[Effect] = if before.is_some() && before != given { &[Effect::FocusPlan] } else { &[] };
            prop_assert_eq!(mark(&mut session, all[place], given), expected);
            prop_assert_eq!(session.plan().mark(&SHIPPED, all[place]), given);
        }
    }
}
