//! Generated answers for the property tests.

use super::{Given, SHIPPED, at, position_of};
use b2b_b2c_profile::assessment::{Answers, Grouping, Mark, Plan, Response, RunState, SellsTo, Session};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::rc::Rc;

/// Runs this many cases. A failure is reported in its message only, so no file is written.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Positions, some of them missing.
pub(crate) fn positions(count: usize) -> impl Strategy<Value = Vec<Option<u8>>> {
    vec(option::of(0_u8..5), count)
}

/// Answers to the shipped instrument, with a maximum number missing. They lean to one side to varying
/// degrees, so that every level occurs.
pub(crate) fn given(most_missing: usize) -> impl Strategy<Value = Given> {
    let items = SHIPPED.items().len();
    let dimensions = SHIPPED.dimensions().len();
    let missing =
        (0..=most_missing).prop_flat_map(move |count| subsequence((0..items).collect::<Vec<_>>(), count));
    let doubled = subsequence((0..dimensions).collect::<Vec<_>>(), 0..=2);
    let noise = vec(-2_i32..=2, items);
    (-3_i32..=3, noise, missing, doubled, positions(SHIPPED.foundations().len())).prop_map(
        |(lean, noise, missing, doubled, foundations)| {
            let position = |(place, noise): (usize, &i32)| {
                let value = i32::clamp(lean + noise, -2, 2);
                let key = SHIPPED.items()[place].first.sign();
                (!missing.contains(&place)).then(|| position_of(key, value))
            };
            Given { items: noise.iter().enumerate().map(position).collect(), doubled, foundations }
        },
    )
}

/// Responses, some of them missing or "don't know".
fn responses(count: usize) -> impl Strategy<Value = Vec<Option<Response>>> {
    vec(
        prop_oneof![Just(None), Just(Some(Response::DontKnow)), (0_u8..5).prop_map(|box_| Some(at(box_)))],
        count,
    )
}

/// The answers to the items of a run, and the dimensions that count double.
fn run() -> impl Strategy<Value = Answers> {
    let places = (0..SHIPPED.dimensions().len()).collect::<Vec<_>>();
    (responses(SHIPPED.items().len()), subsequence(places, 0..=2)).prop_map(|(responses, doubled)| {
        let mut answers = Answers::blank(&SHIPPED);
        for (item, response) in SHIPPED.items().iter().zip(responses) {
            answers.set_item(&SHIPPED, item.id, response).expect("the item is in the instrument");
        }
        for place in doubled {
            answers.double(&SHIPPED, SHIPPED.dimensions()[place].id).expect("at most two count double");
        }
        answers
    })
}

/// Any plan.
fn plan() -> impl Strategy<Value = Plan> {
    let marks = vec(option::of(select(Mark::ALL.to_vec())), Plan::tactics(&SHIPPED).count());
    prop_oneof![
        Just(Plan::blank(&SHIPPED)),
        marks.prop_map(|marks| {
            let mut plan = Plan::blank(&SHIPPED);
            for (tactic, mark) in Plan::tactics(&SHIPPED).zip(marks) {
                plan.set_mark(&SHIPPED, tactic.id, mark).expect("it can be marked");
            }
            plan
        })
    ]
}

/// Any session that can be restored: opener, grouping, names, both runs, foundations, plan.
pub(crate) fn restored() -> impl Strategy<Value = Session> {
    let sells_to =
        select(vec![SellsTo::Companies, SellsTo::Consumers, SellsTo::Unknown, SellsTo::Both, SellsTo::Both]);
    let opener = (option::of(sells_to), select(vec![Grouping::PerGroup, Grouping::Together]));
    let foundations = responses(SHIPPED.foundations().len());
    (opener, [run(), run()], [".{0,50}", ".{0,50}"], foundations, plan()).prop_map(
        |((sells_to, grouping), runs, names, foundations, plan)| {
            let mut runs = runs.into_iter().zip(names).map(|(answers, name)| RunState { name, answers });
            let runs = [runs.next(), runs.next()].map(|run| {
                let mut run = run.expect("there are two runs");
                for (foundation, response) in SHIPPED.foundations().iter().zip(&foundations) {
                    let set = run.answers.set_foundation(&SHIPPED, foundation.id, *response);
                    set.expect("the foundation is in the instrument");
                }
                run
            });
            let instrument = Rc::new(SHIPPED.clone());
            let session =
                Session::restored(instrument, sells_to, grouping, runs).expect("they fit the instrument");
            session.with_plan(plan).expect("it fits the instrument")
        },
    )
}
