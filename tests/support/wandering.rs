//! A visitor who does anything in any order, for property tests.

use super::generated::given;
use super::walk::{answer, session};
use super::{SHIPPED, at};
use b2b_b2c_profile::assessment::{
    DimensionId, Event, FoundationId, Grouping, ItemId, Mark, Response, Run, SellsTo, Session, TacticId,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Something that a visitor, or a late click, may do.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// Answers the current question and goes on, this many times.
    Going(usize),
    /// Answers the current question.
    Answering(Response),
    /// Any event, whatever the page.
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

fn dimension() -> impl Strategy<Value = DimensionId> {
    let dimensions = SHIPPED.dimensions().iter().map(|dimension| dimension.id);
    select(dimensions.chain([DimensionId::new("no-such-dimension")]).collect::<Vec<_>>())
}

/// Any tactic, including those that can't be marked.
fn tactic() -> impl Strategy<Value = TacticId> {
    let tactics = SHIPPED.tactics().iter().map(|tactic| tactic.id);
    select(tactics.chain([TacticId::new("no-such-tactic")]).collect::<Vec<_>>())
}

/// Changes that a visitor can make at the result.
fn revision() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => (item(), response()).prop_map(|(item, response)| Event::AnswerRevised(item, response)),
        1 => (foundation(), response()).prop_map(|(id, response)| Event::FoundationRevised(id, response)),
        2 => (dimension(), any::<bool>()).prop_map(|(id, counts_double)| Event::Weighed(id, counts_double)),
        2 => (tactic(), option::of(select(Mark::ALL.to_vec()))).prop_map(|(id, mark)| Event::TacticMarked(id, mark)),
        2 => Just(Event::RevisionUndone),
    ]
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
        Event::Returned,
    ];
    prop_oneof![
        1 => select(sells_to).prop_map(Event::SellsToGiven),
        1 => select(vec![Grouping::PerGroup, Grouping::Together]).prop_map(Event::GroupingChosen),
        1 => (run(), ".{0,50}").prop_map(|(run, name)| Event::GroupNamed(run, name)),
        1 => (item(), response()).prop_map(|(item, response)| Event::Answered(item, response)),
        1 => (foundation(), response()).prop_map(|(id, response)| Event::FoundationAnswered(id, response)),
        1 => vec(item(), 0..4).prop_map(Event::ReviewRequested),
        1 => run().prop_map(Event::ResultOpened),
        3 => revision(),
        1 => given(12).prop_map(|given| Event::PaperAnswersGiven(given.to_answers(&SHIPPED))),
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

/// A visit of up to 60 steps, from the intro, the first question or the first foundation.
pub(crate) fn visit() -> impl Strategy<Value = Vec<Step>> {
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

/// Applies the events of a visit one by one; `look` gets each, with the session before and after it.
pub(crate) fn wander(visit: &[Step], mut look: impl FnMut(&Session, &Event, &Session)) {
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
