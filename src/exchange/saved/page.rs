//! A page as a line of words: its kind, its run, its question, and the items a review still has to visit.

use crate::assessment::{FoundationId, Instrument, ItemId, Prompt, Route, Run, Stage};

pub(super) fn write(page: &Stage) -> String {
    let run_of = |run: &Run| if *run == Run::First { "1" } else { "2" };
    match page {
        Stage::Intro => "intro".to_owned(),
        Stage::Asking { run, item, route: Route::Forward, .. } => {
            words(&["item", run_of(run), item.as_str()])
        }
        Stage::Asking { run, item, route: Route::Review(rest), .. } => {
            let mut line = words(&["review", run_of(run), item.as_str()]);
            for item in rest {
                line.push(' ');
                line.push_str(item.as_str());
            }
            line
        }
        Stage::Halfway { run } => words(&["halfway", run_of(run)]),
        Stage::Handover => "handover".to_owned(),
        Stage::Founding { foundation, .. } => words(&["foundation", foundation.as_str()]),
        Stage::Result { run } => words(&["result", run_of(run)]),
    }
}

/// Reads the page of a line, without checking that the session can be there.
pub(super) fn read(instrument: &Instrument, line: &str) -> Option<Stage> {
    let mut words = line.split(' ');
    let page = match words.next()? {
        "intro" => Stage::Intro,
        "item" => asking(run(words.next()?)?, item(instrument, words.next()?)?, Route::Forward),
        "review" => {
            let (run, first) = (run(words.next()?)?, item(instrument, words.next()?)?);
            let mut rest = Vec::new();
            for slug in words.by_ref() {
                rest.push(item(instrument, slug)?);
            }
            asking(run, first, Route::Review(rest))
        }
        "halfway" => Stage::Halfway { run: run(words.next()?)? },
        "handover" => Stage::Handover,
        "foundation" => {
            Stage::Founding { foundation: foundation(instrument, words.next()?)?, prompt: Prompt::Plain }
        }
        "result" => Stage::Result { run: run(words.next()?)? },
        _ => return None,
    };
    words.next().is_none().then_some(page)
}

fn words(words: &[&str]) -> String {
    words.join(" ")
}

fn asking(run: Run, item: ItemId, route: Route) -> Stage {
    Stage::Asking { run, item, route, prompt: Prompt::Plain }
}

fn run(word: &str) -> Option<Run> {
    match word {
        "1" => Some(Run::First),
        "2" => Some(Run::Second),
        _ => None,
    }
}

fn item(instrument: &Instrument, slug: &str) -> Option<ItemId> {
    instrument.items().iter().map(|item| item.id).find(|id| id.as_str() == slug)
}

fn foundation(instrument: &Instrument, slug: &str) -> Option<FoundationId> {
    instrument.foundations().iter().map(|foundation| foundation.id).find(|id| id.as_str() == slug)
}
