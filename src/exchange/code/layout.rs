//! The values in a code, their order and their radices, all derived from the instrument.
//!
//! The core: a response for each item and each foundation, the dimensions that count double, the opener, and
//! the kind of extension. With two customer groups, a block follows with the second one's items and doubled
//! dimensions. A plan that isn't blank is the last block: a mark for each tactic that can have one.

use super::{CodeError, VERSIONS, checksum, radix};
use crate::assessment::{
    Answers, Grouping, Instrument, Mark, Plan, Position, Response, Run, RunState, SellsTo, Session,
};
use std::rc::Rc;

/// No response, "don't know", and each position.
const RESPONSES: u32 = 2 + Position::ALL.len() as u32;

/// The outcomes of the opener, in the order of their values.
const OPENERS: [(Option<SellsTo>, Grouping); 6] = [
    (None, Grouping::PerGroup),
    (Some(SellsTo::Companies), Grouping::PerGroup),
    (Some(SellsTo::Consumers), Grouping::PerGroup),
    (Some(SellsTo::Unknown), Grouping::PerGroup),
    (Some(SellsTo::Both), Grouping::Together),
    (Some(SellsTo::Both), Grouping::PerGroup),
];

/// The number of extension kinds: none, a plan, and six reserved for future parts.
const EXTENSIONS: u32 = 8;
const NO_EXTENSION: u32 = 0;
const PLAN: u32 = 1;

/// No mark, and each mark.
const MARKS: u32 = 1 + Mark::ALL.len() as u32;

/// The radices of a code's values.
pub(super) struct Layout {
    core: Vec<u32>,
    second: Vec<u32>,
    plan: Vec<u32>,
}

impl Layout {
    /// The layout of an instrument's codes; `None` if its number of doubled sets exceeds 32 bits.
    pub(super) fn of(instrument: &Instrument) -> Option<Layout> {
        let items = instrument.items().iter().map(|_| RESPONSES);
        let foundations = instrument.foundations().iter().map(|_| RESPONSES);
        let sets = u32::try_from(doubled_sets(instrument.dimensions().len()).len()).ok()?;
        let openers = u32::try_from(OPENERS.len()).ok()?;
        let core = items.clone().chain(foundations).chain([sets, openers, EXTENSIONS]).collect();
        let plan = Plan::tactics(instrument).map(|_| MARKS).collect();
        Some(Layout { core, second: items.chain([sets]).collect(), plan })
    }

    /// The number of digits in a code: with one run and with two, without a plan and with one.
    pub(super) fn lengths(&self) -> [usize; 4] {
        let one = VERSIONS + radix::length(&self.core) + checksum::CHECKS;
        let two = one + radix::length(&self.second);
        let plan = radix::length(&self.plan);
        [one, two, one + plan, two + plan]
    }

    /// Whether every code is short enough for its check digits.
    pub(super) fn fits(&self) -> bool {
        self.lengths().iter().all(|&length| length <= checksum::LONGEST_WORD)
    }

    /// The digits of a session's answers; `None` if nothing is answered or chosen.
    pub(super) fn write(&self, session: &Session) -> Option<Vec<u8>> {
        let instrument = session.instrument();
        let answers = &session.run(Run::First).answers;
        let foundations = instrument.foundations().iter();
        let mut core = items(instrument, answers);
        core.extend(foundations.map(|foundation| value(answers.foundation(instrument, foundation.id))));
        core.push(doubled(instrument, answers)?);
        let grouping = match session.sells_to() {
            Some(SellsTo::Both) => session.grouping(),
            // The grouping has no effect unless the visitor sells to both.
            _ => Grouping::PerGroup,
        };
        core.push(place(&OPENERS, &(session.sells_to(), grouping))?);
        let plan = session.plan();
        core.push(if plan.is_blank() { NO_EXTENSION } else { PLAN });
        if core.iter().all(|&value| value == 0) {
            return None;
        }
        let mut digits = radix::pack(&core, &self.core);
        if session.runs().contains(&Run::Second) {
            let answers = &session.run(Run::Second).answers;
            let mut second = items(instrument, answers);
            second.push(doubled(instrument, answers)?);
            digits.extend(radix::pack(&second, &self.second));
        }
        if !plan.is_blank() {
            let marks: Vec<u32> = Plan::tactics(instrument)
                .map(|tactic| mark_value(plan.mark(instrument, tactic.id)))
                .collect();
            digits.extend(radix::pack(&marks, &self.plan));
        }
        Some(digits)
    }

    /// Reads the session from the digits between the versions and the check digits.
    pub(super) fn read(&self, instrument: &Rc<Instrument>, digits: &[u8]) -> Result<Session, CodeError> {
        let (core, rest) = digits.split_at_checked(radix::length(&self.core)).ok_or(CodeError::Length)?;
        let core = radix::unpack(core, &self.core).ok_or(CodeError::Malformed)?;
        let (answers, last) =
            core.split_at_checked(core.len().saturating_sub(2)).ok_or(CodeError::Malformed)?;
        let &[opener, extension] = last else { return Err(CodeError::Malformed) };
        if extension > PLAN {
            return Err(CodeError::NewerFormat);
        }
        let (sells_to, grouping) = at(&OPENERS, opener).ok_or(CodeError::Malformed)?;
        let has_second = (sells_to, grouping) == (Some(SellsTo::Both), Grouping::PerGroup);
        let length = if has_second { radix::length(&self.second) } else { 0 };
        let (second, marks) = rest.split_at_checked(length).ok_or(CodeError::Length)?;
        if marks.len() != if extension == PLAN { radix::length(&self.plan) } else { 0 } {
            return Err(CodeError::Length);
        }
        let second = radix::unpack(second, &self.second).ok_or(CodeError::Malformed)?;
        let runs = read_runs(instrument, answers, &second).ok_or(CodeError::Malformed)?;
        let marks = radix::unpack(marks, &self.plan).ok_or(CodeError::Malformed)?;
        let plan = read_plan(instrument, &marks).ok_or(CodeError::Malformed)?;
        let session = Session::restored(Rc::clone(instrument), sells_to, grouping, runs);
        session.and_then(|session| session.with_plan(plan)).ok_or(CodeError::Malformed)
    }
}

/// The values of the items' responses.
fn items(instrument: &Instrument, answers: &Answers) -> Vec<u32> {
    instrument.items().iter().map(|item| value(answers.item(instrument, item.id))).collect()
}

/// Reads both runs from the values that `write` wrote. A missing second block unpacks to zeros: a blank run.
fn read_runs(instrument: &Instrument, first: &[u32], second: &[u32]) -> Option<[RunState; 2]> {
    let mut runs = [first, second].map(|values| (values.iter().copied(), Answers::blank(instrument)));
    for (values, answers) in &mut runs {
        for item in instrument.items() {
            answers.set_item(instrument, item.id, response(values.next()?)?).ok()?;
        }
    }
    let [(first, answers), (second, others)] = &mut runs;
    for foundation in instrument.foundations() {
        let response = response(first.next()?)?;
        answers.set_foundation(instrument, foundation.id, response).ok()?;
        others.set_foundation(instrument, foundation.id, response).ok()?;
    }
    double(instrument, answers, first.next()?)?;
    double(instrument, others, second.next()?)?;
    Some(runs.map(|(_, answers)| RunState { name: String::new(), answers }))
}

/// Reads the plan from the values that `write` wrote. A missing block unpacks to zeros: a blank plan.
fn read_plan(instrument: &Instrument, marks: &[u32]) -> Option<Plan> {
    let mut plan = Plan::blank(instrument);
    for (tactic, &value) in Plan::tactics(instrument).zip(marks) {
        let mark = usize::try_from(value).ok()?.checked_sub(1).map(|place| Mark::ALL.get(place).copied());
        plan.set_mark(instrument, tactic.id, mark.flatten()).ok()?;
    }
    Some(plan)
}

fn mark_value(mark: Option<Mark>) -> u32 {
    mark.and_then(|mark| place(&Mark::ALL, &mark)).map_or(0, |place| place + 1)
}

fn value(response: Option<Response>) -> u32 {
    match response {
        None => 0,
        Some(Response::DontKnow) => 1,
        Some(Response::At(position)) => 2 + u32::from(position.get()),
    }
}

fn response(value: u32) -> Option<Option<Response>> {
    Some(match value {
        0 => None,
        1 => Some(Response::DontKnow),
        value => Some(Response::At(Position::new(u8::try_from(value - 2).ok()?)?)),
    })
}

/// The sets of dimensions that can count double, by index: none, each one, each pair.
fn doubled_sets(dimensions: usize) -> Vec<Vec<usize>> {
    const { assert!(Answers::MOST_DOUBLED == 2) };
    let pairs = (0..dimensions).flat_map(|one| (one + 1..dimensions).map(move |other| vec![one, other]));
    std::iter::once(Vec::new()).chain((0..dimensions).map(|one| vec![one])).chain(pairs).collect()
}

fn doubled(instrument: &Instrument, answers: &Answers) -> Option<u32> {
    let ids: Vec<_> = answers.doubled(instrument).collect();
    let dimensions = instrument.dimensions().iter().enumerate();
    let set =
        dimensions.filter(|(_, dimension)| ids.contains(&dimension.id)).map(|(place, _)| place).collect();
    place(&doubled_sets(instrument.dimensions().len()), &set)
}

fn double(instrument: &Instrument, answers: &mut Answers, value: u32) -> Option<()> {
    for place in at(&doubled_sets(instrument.dimensions().len()), value)? {
        answers.double(instrument, instrument.dimensions().get(place)?.id).ok()?;
    }
    Some(())
}

fn place<T: PartialEq>(list: &[T], wanted: &T) -> Option<u32> {
    let place = list.iter().position(|known| known == wanted)?;
    u32::try_from(place).ok()
}

fn at<T: Clone>(list: &[T], value: u32) -> Option<T> {
    list.get(usize::try_from(value).ok()?).cloned()
}
