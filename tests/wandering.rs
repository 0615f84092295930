//! A visitor who clicks anything in any order: nothing panics, nothing is lost, the way back stays finite.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{
    Event, FoundationId, Grouping, ItemId, Response, Run, SellsTo, Session, Stage,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use support::generated::cases;
use support::walk::{answer, page, session, walk, way_back};
use support::{SHIPPED, at};

/// One thing that a visitor, or a late click, may do.
#[derive(Clone, Debug)]
enum Step {
    /// Answers the question that is shown and goes on, so many times.
    Going(usize),
    /// Answers the question that is shown.
    Answering(Response),
    /// Whatever the page.
    Any(Event),
}

fn item() -> impl Strategy<Value = ItemId> {
    let items = SHIPPED.items().iter().map(|item| item.id);
    select(items.chain([ItemId::new("no-such-item")]).collect::<Vec<_>>())
}

fn foundation() -> impl Strategy<Value = FoundationId> {
    let foundations = SHIPPED.foundations().iter().map(|foundation| foundation.id);
    select(foundations.chain([FoundationId::new("no-such-foundation")]).collect::<Vec<_>>())
}

fn response() -> impl Strategy<Value = Response> {
    prop_oneof![(0_u8..5).prop_map(at), Just(Response::DontKnow)]
}

fn run() -> impl Strategy<Value = Run> {
    select(vec![Run::First, Run::Second])
}

fn event() -> impl Strategy<Value = Event> {
    let sells_to =
        vec![SellsTo::Companies, SellsTo::Consumers, SellsTo::Both, SellsTo::Both, SellsTo::Unknown];
    let plain = vec![
        Event::Started,
        Event::Continued,
        Event::Continued,
        Event::SteppedBack,
        Event::SteppedBack,
        Event::ErrorFollowed,
        Event::ResultRequested,
        Event::FoundationsRequested,
        Event::Restarted,
        Event::RestartUndone,
    ];
    prop_oneof![
        1 => select(sells_to).prop_map(Event::SellsToGiven),
        1 => select(vec![Grouping::PerGroup, Grouping::Together]).prop_map(Event::GroupingChosen),
        1 => (run(), ".{0,50}").prop_map(|(run, name)| Event::GroupNamed(run, name)),
        1 => (item(), response()).prop_map(|(item, response)| Event::Answered(item, response)),
        1 => (foundation(), response()).prop_map(|(id, response)| Event::FoundationAnswered(id, response)),
        1 => vec(item(), 0..4).prop_map(Event::ReviewRequested),
        1 => run().prop_map(Event::ReportOpened),
        6 => select(plain),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => (1_usize..8).prop_map(Step::Going),
        1 => response().prop_map(Step::Answering),
        2 => event().prop_map(Step::Any),
    ]
}

/// A visit of up to 60 steps that begins at the intro, at the first question or at the first foundation.
fn visit() -> impl Strategy<Value = Vec<Step>> {
    let begun = [Event::SellsToGiven(SellsTo::Both), Event::Started].map(Step::Any).to_vec();
    let founding = [Event::Started, Event::Continued].map(Step::Any);
    let founding = founding.into_iter().flat_map(|step| [step, Step::Going(6)]).collect::<Vec<_>>();
    let begin = prop_oneof![Just(Vec::new()), Just(begun), Just(founding)];
    (begin, vec(step(), 0..58)).prop_map(|(begin, steps)| [begin, steps].concat())
}

/// The events of a step.
fn events(session: &Session, step: &Step) -> Vec<Event> {
    match step {
        Step::Going(_) => vec![answer(session, at(0)), Event::Continued],
        Step::Answering(response) => vec![answer(session, *response)],
        Step::Any(event) => vec![event.clone()],
    }
}

/// Lets the events of a visit happen one by one; `look` sees each with the session before and after it.
fn wander(visit: &[Step], mut look: impl FnMut(&Session, &Event, &Session)) {
    let mut session = session();
    for step in visit {
        let times = if let Step::Going(times) = step { *times } else { 1 };
        for _ in 0..times {
            for event in events(&session, step) {
                let before = session.clone();
                session.apply(event.clone());
                look(&before, &event, &session);
            }
        }
    }
}

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

/// The intro; for each run twelve items, each asked or looked at again, and halfway; handover, four
/// foundations, result.
const DISTINCT_PAGES: usize = 1 + 2 * (2 * 12 + 1) + 1 + 4 + 1;

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_answer_is_lost(visit in visit()) {
        wander(&visit, |before, event, after| match event {
            Event::Restarted if page(before) == "intro" => assert_eq!(after, before, "there is nothing to put aside"),
            Event::Restarted => {
                let mut undone = after.clone();
                undone.apply(Event::RestartUndone);
                assert_eq!(&undone, before, "a new beginning can be taken back");
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
            if !is_answer && !matches!(event, Event::Restarted | Event::RestartUndone) {
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
            if let Stage::Intro { discarded: Some(put_aside) } = after.stage() {
                let mut put_aside = Session::clone(put_aside);
                walk(&mut put_aside, "back*60");
                assert_eq!(put_aside.stage(), &Stage::Intro { discarded: None }, "{event:?}");
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
            assert_eq!(pages.len(), count, "{event:?}: a page stands there twice");
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
