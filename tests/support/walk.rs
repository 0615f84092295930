//! Drives a session with a script of words, so that a test reads like a visit.

use super::{SHIPPED, at};
use b2b_b2c_profile::assessment::{
    Effect, Event, Grouping, ItemId, Prompt, Response, Route, Run, SellsTo, Session, Stage,
};
use std::rc::Rc;

/// A new session on the shipped instrument.
pub(crate) fn session() -> Session {
    Session::new(Rc::new(SHIPPED.clone()))
}

/// A new session after a visit.
pub(crate) fn after(script: &str) -> Session {
    let mut session = session();
    walk(&mut session, script);
    session
}

/// Runs a script of what a visitor does, in words:
///
/// `companies consumers both unknown per-group together start next back result foundations open-1 open-2
/// restart undo`; `0`…`4` answers the current question, `?` answers "don't know"; `go` answers and goes on;
/// `x*3` repeats x three times; `review:a,b` reviews items.
pub(crate) fn walk(session: &mut Session, script: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for word in script.split_whitespace() {
        let (word, times) = word.split_once('*').unwrap_or((word, "1"));
        for _ in 0..times.parse().expect("a number of times") {
            effects = match word {
                "go" => {
                    act(session, "0");
                    act(session, "next")
                }
                word => act(session, word),
            };
        }
    }
    effects
}

fn act(session: &mut Session, word: &str) -> Vec<Effect> {
    let event = match word {
        "companies" => Event::SellsToGiven(SellsTo::Companies),
        "consumers" => Event::SellsToGiven(SellsTo::Consumers),
        "both" => Event::SellsToGiven(SellsTo::Both),
        "unknown" => Event::SellsToGiven(SellsTo::Unknown),
        "per-group" => Event::GroupingChosen(Grouping::PerGroup),
        "together" => Event::GroupingChosen(Grouping::Together),
        "start" => Event::Started,
        "next" => Event::Continued,
        "back" => Event::SteppedBack,
        "result" => Event::ResultRequested,
        "foundations" => Event::FoundationsRequested,
        "open-1" => Event::ResultOpened(Run::First),
        "open-2" => Event::ResultOpened(Run::Second),
        "restart" => Event::Restarted,
        "undo" => Event::Returned,
        "?" => answer(session, Response::DontKnow),
        word => match (word.split_once(':'), word.parse()) {
            (Some(("review", items)), _) => Event::ReviewRequested(items.split(',').map(item).collect()),
            (_, Ok(position)) => answer(session, at(position)),
            _ => panic!("unknown word in a script: {word}"),
        },
    };
    session.apply(event)
}

/// The answer to the current question.
pub(crate) fn answer(session: &Session, response: Response) -> Event {
    match session.stage() {
        Stage::Asking { item, .. } => Event::Answered(*item, response),
        Stage::Founding { foundation, .. } => Event::FoundationAnswered(*foundation, response),
        // No question is shown, so the answer is late.
        _ => Event::Answered(SHIPPED.items()[0].id, response),
    }
}

/// The shipped item with a slug, or an id that doesn't exist.
fn item(slug: &str) -> ItemId {
    let items = SHIPPED.items().iter().map(|item| item.id);
    items.into_iter().find(|id| id.as_str() == slug).unwrap_or(ItemId::new("no-such-item"))
}

/// The current page in words: `intro`, `1 pace-length`, `1 again pace-length`, `2 halfway`, `handover`,
/// `quality`, `1 result`; with a trailing `!` if the question says that an answer is missing.
pub(crate) fn page(session: &Session) -> String {
    let number = |run: &Run| if *run == Run::First { 1 } else { 2 };
    let mark = |prompt: &Prompt| if *prompt == Prompt::Plain { "" } else { "!" };
    match session.stage() {
        Stage::Intro => "intro".to_owned(),
        Stage::Asking { run, item, route: Route::Forward, prompt } => {
            format!("{} {item}{}", number(run), mark(prompt))
        }
        Stage::Asking { run, item, prompt, .. } => format!("{} again {item}{}", number(run), mark(prompt)),
        Stage::Halfway { run } => format!("{} halfway", number(run)),
        Stage::Handover => "handover".to_owned(),
        Stage::Founding { foundation, prompt } => format!("{foundation}{}", mark(prompt)),
        Stage::Result { run } => format!("{} result", number(run)),
    }
}

/// The pages that stepping back leads through, nearest first.
pub(crate) fn way_back(session: &Session) -> Vec<String> {
    let mut session = session.clone();
    let mut pages = Vec::new();
    while session.can_step_back() {
        session.apply(Event::SteppedBack);
        pages.push(page(&session));
    }
    pages
}
