//! A visitor who clicks anything in any order: nothing panics, no answer is lost, and the way back stays
//! finite.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Event, Response, Run, Session, Stage};
use proptest::prelude::*;
use support::SHIPPED;
use support::generated::cases;
use support::walk::{answer, page, way_back};
use support::wandering::{visit, wander};

/// Every response, run by run, items before foundations.
fn responses(session: &Session) -> Vec<Option<Response>> {
    let of = |run| {
        let answers = &session.run(run).answers;
        let items = SHIPPED.items().iter().map(|item| answers.item(&SHIPPED, item.id));
        let foundations = SHIPPED.foundations().iter().map(|one| answers.foundation(&SHIPPED, one.id));
        items.chain(foundations).collect::<Vec<_>>()
    };
    [of(Run::First), of(Run::Second)].concat()
}

/// The intro; for each run, twelve items, each asked and asked again, and halfway; the handover, four
/// foundations and the result.
const DISTINCT_PAGES: usize = 1 + 2 * (2 * 12 + 1) + 1 + 4 + 1;

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_answer_is_lost(visit in visit()) {
        wander(&visit, |before, event, after| match event {
            Event::Restarted if page(before) == "intro" => assert_eq!(after, before, "there is nothing to restart"),
            Event::Restarted => {
                let mut undone = after.clone();
                undone.apply(Event::Returned);
                assert_eq!(&undone, before, "a restart can be undone");
            }
            // It restores what was there before.
            Event::RevisionUndone => {}
            Event::PaperAnswersGiven(_) => {
                let mut undone = after.clone();
                undone.apply(Event::RevisionUndone);
                let is_taken = page(before) == "intro" && before != after;
                let kept = if is_taken && before.has_answers() { &undone } else { after };
                if before.has_answers() {
                    assert_eq!(responses(kept), responses(before), "the earlier answers can be restored");
                }
            }
            event => {
                let (before, after) = (responses(before), responses(after));
                let is_lost = before.iter().zip(&after).any(|(before, after)| before.is_some() && after.is_none());
                assert!(!is_lost, "{event:?}");
            }
        });
    }

    #[test]
    fn only_the_answer_to_the_question_shown_changes(visit in visit()) {
        wander(&visit, |before, event, after| {
            let is_answer = matches!(event, Event::Answered(..) | Event::FoundationAnswered(..));
            let is_revision = matches!(
                event,
                Event::AnswerRevised(..) | Event::FoundationRevised(..) | Event::RevisionUndone | Event::PaperAnswersGiven(_)
            );
            if is_revision && before != after {
                let expected = if matches!(event, Event::PaperAnswersGiven(_)) { "intro" } else { "result" };
                assert!(page(before).contains(expected), "{event:?} on {}", page(before));
            }
            if !is_answer && !is_revision && !matches!(event, Event::Restarted | Event::Returned) {
                assert_eq!(responses(before), responses(after), "{event:?}");
            }
            if is_answer && before != after {
                let (Event::Answered(_, response) | Event::FoundationAnswered(_, response)) = event else { return };
                assert_eq!(&answer(before, *response), event);
                assert_eq!(page(before).trim_end_matches('!'), page(after));
            }
        });
    }

    #[test]
    fn nothing_is_put_aside_within_what_is_put_aside(visit in visit()) {
        wander(&visit, |_, event, after| {
            if after.can_return() {
                let mut put_aside = after.clone();
                put_aside.apply(Event::Returned);
                assert!(!put_aside.can_return(), "{event:?}");
            }
        });
    }

    #[test]
    fn who_comes_back_is_never_asked_back_at_once(visit in visit()) {
        wander(&visit, |_, event, after| {
            let pages = way_back(after);
            assert!(!pages.iter().any(|page| page.ends_with('!')), "{event:?}: {pages:?}");
        });
    }

    #[test]
    fn every_report_that_is_open_exists(visit in visit()) {
        wander(&visit, |_, event, after| {
            if let Stage::Result { run } = after.stage() {
                assert!(after.runs().contains(run), "{event:?}");
            }
        });
    }

    #[test]
    fn the_way_back_is_finite_and_visits_no_page_twice(visit in visit()) {
        wander(&visit, |_, event, after| {
            let mut pages = way_back(after);
            let count = pages.len();
            assert!(count < DISTINCT_PAGES, "{event:?}: {pages:?}");
            assert!(pages.is_empty() || pages.last().is_some_and(|page| page == "intro"), "{event:?}: {pages:?}");
            pages.sort();
            pages.dedup();
            assert_eq!(pages.len(), count, "{event:?}: a page occurs twice");
        });
    }

    #[test]
    fn a_question_without_an_answer_is_never_passed(visit in visit()) {
        wander(&visit, |before, event, after| {
            let unanswered = match answer(before, Response::DontKnow) {
                Event::Answered(item, _) if page(before).contains(item.as_str()) => {
                    let run = if page(before).starts_with('1') { Run::First } else { Run::Second };
                    before.run(run).answers.item(&SHIPPED, item).is_none()
                }
                Event::FoundationAnswered(id, _) => before.run(Run::First).answers.foundation(&SHIPPED, id).is_none(),
                _ => false,
            };
            if unanswered && *event == Event::Continued {
                assert_eq!(format!("{}!", page(before).trim_end_matches('!')), page(after));
            }
        });
    }
}
