//! How long the core takes: one answer set, the change search, result codes, and a million answer sets.
//!
//! A package of its own, so that the core's tests compile without criterion.

use std::hint::black_box;
use std::io::sink;
use std::rc::Rc;

use b2b_b2c_profile::assessment::{
    Answers, Change, Changes, Grouping, Instrument, Outcome, RunState, Scores, SellsTo, Session,
};
use b2b_b2c_profile::content::Questionnaire;
use b2b_b2c_profile::exchange::{AnswerSet, ResultCode, score_lines};
use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};

/// The reference answer sets: full ones and thin ones, of every profile.
const SETS: &str = include_str!("../tests/conformance/answers.ndjson");
const MILLION: usize = 1_000_000;
const VERSION: u32 = 1;

fn instrument() -> Rc<Instrument> {
    Questionnaire::bundled().instrument.clone()
}

fn sets(instrument: &Instrument) -> Vec<Answers> {
    let answers = |line| AnswerSet::from_json(line)?.to_answers(instrument);
    let sets: Result<Vec<Answers>, _> = SETS.lines().map(answers).collect();
    sets.expect("the reference answer sets are sound")
}

/// One answer set at a time, each of the reference sets in turn.
fn one_set(criterion: &mut Criterion) {
    let instrument = instrument();
    let sets = sets(&instrument);
    let mut turn = sets.iter().cycle();
    let mut next = || black_box(turn.next().expect("there are answer sets"));
    criterion.bench_function("score", |bench| bench.iter(|| Scores::of(&instrument, next())));
    criterion.bench_function("outcome", |bench| bench.iter(|| Outcome::of(&instrument, next())));
}

/// The search for the smallest change, on the answers for which it goes on longest.
fn change(criterion: &mut Criterion) {
    let instrument = instrument();
    let sets = sets(&instrument);
    let worst = sets.iter().max_by_key(|answers| steps(Changes::of(&instrument, answers)));
    let worst = worst.expect("there are answer sets");
    criterion.bench_function("change", |bench| {
        bench.iter(|| Changes::of(&instrument, black_box(worst)));
    });
}

/// How far the search went: where one answer is enough, it ends before it counts several.
fn steps(changes: Changes) -> usize {
    let steps = |change| match change {
        Some(Change::Several { answers }) => answers,
        Some(Change::Single { .. }) | None => 0,
    };
    steps(changes.b2b) + steps(changes.b2c)
}

/// The code of two customer groups: the longest there is.
fn code(criterion: &mut Criterion) {
    let instrument = instrument();
    let is_full = |answers: &Answers| Outcome::of(&instrument, answers).missing.is_empty();
    let mut sets = sets(&instrument).into_iter().filter(is_full);
    let runs = [sets.next(), sets.next()].map(|answers| RunState {
        name: String::new(),
        answers: answers.expect("two of the answer sets are full"),
    });
    let session = Session::restored(instrument.clone(), Some(SellsTo::Both), Grouping::PerGroup, runs);
    let session = session.expect("the answers are the instrument's");
    let code = ResultCode::of(VERSION, &session);
    criterion
        .bench_function("code-write", |bench| bench.iter(|| ResultCode::of(VERSION, black_box(&session))));
    criterion.bench_function("code-read", |bench| {
        bench.iter(|| ResultCode::read(black_box(&code), &instrument, VERSION));
    });
}

/// A million lines of JSON in, a million out, as `cargo xtask score` does it.
fn million(criterion: &mut Criterion) {
    let instrument = instrument();
    let rounds = MILLION / SETS.lines().count();
    let mut group = criterion.benchmark_group("million");
    group.sample_size(10).sampling_mode(SamplingMode::Flat).throughput(Throughput::Elements(MILLION as u64));
    group.bench_function("json", |bench| {
        bench.iter(|| {
            for _ in 0..rounds {
                let tally = score_lines(&instrument, &mut SETS.as_bytes(), &mut sink(), &mut sink());
                assert_eq!(tally.expect("nothing fails in memory").failed, 0);
            }
        });
    });
    group.finish();
}

criterion_group!(core, one_set, change, code, million);
criterion_main!(core);
