//! A plan as text: one character per tactic that can be marked, in catalogue order.

use crate::assessment::{Instrument, Mark, Plan};

pub(super) fn write(instrument: &Instrument, plan: &Plan) -> String {
    Plan::tactics(instrument).map(|tactic| letter(plan.mark(instrument, tactic.id))).collect()
}

pub(super) fn read(instrument: &Instrument, line: &str) -> Option<Plan> {
    let mut plan = Plan::blank(instrument);
    let mut letters = line.chars();
    for tactic in Plan::tactics(instrument) {
        plan.set_mark(instrument, tactic.id, mark(letters.next()?)?).ok()?;
    }
    letters.next().is_none().then_some(plan)
}

fn letter(mark: Option<Mark>) -> char {
    match mark {
        None => '-',
        Some(Mark::WillDo) => 'w',
        Some(Mark::AlreadyDo) => 'd',
        Some(Mark::NotForUs) => 'n',
    }
}

fn mark(letter: char) -> Option<Option<Mark>> {
    Some(match letter {
        '-' => None,
        'w' => Some(Mark::WillDo),
        'd' => Some(Mark::AlreadyDo),
        'n' => Some(Mark::NotForUs),
        _ => return None,
    })
}
