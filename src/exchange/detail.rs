//! The details of the element's events, as JSON: for the host, and as the downloaded file.
//!
//! Written by hand, because a JSON library would be larger than the widget's scoring. Keys appear in the
//! order written here; numbers are whole, never floats. While [`VERSION`] stays the same, no key disappears
//! or changes its meaning; keys may be added.

mod json;

use super::ResultCode;
use crate::assessment::{
    Answers, ConsistencyReading, Flag, FoundationReading, Instrument, Mark, Outcome, Pole, Profile, Response,
    Run, Session, Step,
};
use json::Json;

/// The version of the format, which each detail contains.
pub const VERSION: u32 = 1;

/// The questionnaire that was answered, as results identify it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition<'a> {
    /// The questionnaire's id.
    pub id: &'a str,
    /// The questionnaire's version.
    pub version: u32,
    /// The code of the language shown.
    pub language: &'a str,
}

/// How much of a result a detail contains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Extent {
    /// The outcomes.
    #[default]
    Result,
    /// Also the answers themselves, the groups' names, the plan and the result code.
    WithAnswers,
}

/// `start`: the visitor started with the questions.
pub fn start() -> String {
    begin().finish()
}

/// `restart`: the visitor started over.
pub fn restart() -> String {
    begin().finish()
}

/// `step`: another page is shown.
pub fn step(step: &Step) -> String {
    let mut json = begin();
    json.key("page").text(step.page);
    json.key("id").option(step.id, Json::text);
    json.key("number").option(step.number, Json::number);
    json.key("of").option(step.of, Json::number);
    json.key("run").number(number(step.run));
    json.finish()
}

/// `complete`: a session's outcomes. The same text is the downloaded file and the answer to "result".
pub fn complete(session: &Session, edition: Edition, extent: Extent) -> String {
    let instrument = session.instrument();
    let outcomes: Vec<(Run, Outcome)> =
        session.runs().iter().map(|&run| (run, session.outcome(run))).collect();
    let is_provisional = outcomes.iter().any(|(_, outcome)| !outcome.range.is_certain());
    let mut json = begin();
    json.key("instrument").begin('{');
    json.key("id").text(edition.id);
    json.key("version").number(edition.version);
    json.end('}');
    json.key("language").text(edition.language);
    json.key("provisional").truth(is_provisional);
    json.key("results").begin('[');
    for (run, outcome) in &outcomes {
        json.item().begin('{');
        write_outcome(&mut json, *run, outcome);
        if extent == Extent::WithAnswers {
            let state = session.run(*run);
            let typed = Some(state.name.as_str()).filter(|name| !name.is_empty());
            json.key("name").option(typed, Json::text);
            write_answers(&mut json, instrument, &state.answers);
        }
        json.end('}');
    }
    json.end(']');
    if extent == Extent::WithAnswers {
        json.key("code").text(&ResultCode::grouped(&ResultCode::of(edition.version, session)));
        write_foundations(&mut json, instrument, &session.run(Run::First).answers);
        if let Some((_, outcome)) = outcomes.first() {
            write_plan(&mut json, session, outcome);
        }
    }
    json.finish()
}

fn write_outcome(json: &mut Json, run: Run, outcome: &Outcome) {
    json.key("run").number(number(run));
    json.key("profile").option(outcome.profile.map(Profile::as_str), Json::text);
    json.key("points").option(outcome.scores.points(), Json::number);
    json.key("pole").option(outcome.profile.and_then(Profile::side).map(Pole::as_str), Json::text);
    json.key("border").option(outcome.border.map(Profile::as_str), Json::text);
    json.key("range").begin('[');
    json.item().number(outcome.range.low.to_points());
    json.item().number(outcome.range.high.to_points());
    json.end(']');
    json.key("certain").truth(outcome.range.is_certain());
    json.key("answered").number(outcome.answered);
    json.key("missing").number(outcome.missing.len());
    json.key("dimensions").begin('[');
    for dimension in &outcome.scores.dimensions {
        json.item().begin('{');
        json.key("id").text(dimension.id.as_str());
        json.key("points").option(dimension.points, Json::number);
        json.key("answered").number(dimension.answered);
        json.end('}');
    }
    json.end(']');
    json.key("recommended").texts(outcome.ranking.recommended.iter().map(|id| id.as_str()));
    json.key("channels").texts(outcome.ranking.channels.iter().map(|id| id.as_str()));
    json.key("consistency").option(outcome.consistency.reading().map(ConsistencyReading::as_str), Json::text);
    json.key("flag").option(outcome.flag.map(Flag::as_str), Json::text);
    json.key("foundations").option(outcome.foundations.reading().map(FoundationReading::as_str), Json::text);
}

fn write_answers(json: &mut Json, instrument: &Instrument, answers: &Answers) {
    json.key("answers").begin('{');
    for item in instrument.items() {
        json.key(item.id.as_str()).option(answers.item(instrument, item.id), write_response);
    }
    json.end('}');
    json.key("doubled").texts(answers.doubled(instrument).map(|id| id.as_str()));
}

/// The foundations are about the owner, so they are the same in both runs.
fn write_foundations(json: &mut Json, instrument: &Instrument, answers: &Answers) {
    json.key("foundations").begin('{');
    for foundation in instrument.foundations() {
        json.key(foundation.id.as_str())
            .option(answers.foundation(instrument, foundation.id), write_response);
    }
    json.end('}');
}

/// The tactics by mark, the most relevant first; with two groups, by relevance to the first.
fn write_plan(json: &mut Json, session: &Session, outcome: &Outcome) {
    let entries = session.plan().entries(session.instrument(), &outcome.ranking);
    json.key("plan").begin('{');
    for (key, wanted) in ["willDo", "alreadyDo", "notForUs"].into_iter().zip(Mark::ALL) {
        let marked = entries.iter().filter(|(_, mark)| *mark == wanted);
        json.key(key).texts(marked.map(|(id, _)| id.as_str()));
    }
    json.end('}');
}

fn write_response(json: &mut Json, response: Response) {
    match response {
        Response::At(position) => json.number(position.get()),
        Response::DontKnow => json.text("dont-know"),
    }
}

/// Begins a detail with its version.
fn begin() -> Json {
    let mut json = Json::object();
    json.key("version").number(VERSION);
    json
}

const fn number(run: Run) -> u32 {
    match run {
        Run::First => 1,
        Run::Second => 2,
    }
}
