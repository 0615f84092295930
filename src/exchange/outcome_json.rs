//! An outcome as JSON.

use crate::assessment::{
    Change, ConsistencyReading, Flag, FoundationOutcome, FoundationReading, Fraction, Outcome, Profile,
    Scores,
};
use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

/// An outcome to write as JSON. Objects keep the instrument's order.
#[derive(Clone, Copy, Debug)]
pub struct OutcomeJson<'a>(pub &'a Outcome);

impl Serialize for OutcomeJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let outcome = self.0;
        let scores = &outcome.scores;
        let mut report = serializer.serialize_struct("OutcomeJson", 19)?;
        report.serialize_field("score", &scores.total.map(Fraction::to_f64))?;
        report.serialize_field("points", &scores.points())?;
        report.serialize_field("range", &[outcome.range.low.to_f64(), outcome.range.high.to_f64()])?;
        report.serialize_field("certain", &outcome.range.is_certain())?;
        report.serialize_field("profile", &outcome.profile.map(Profile::as_str))?;
        report.serialize_field("border", &outcome.border.map(Profile::as_str))?;
        report.serialize_field("tug", &outcome.tug.to_f64())?;
        report.serialize_field("dimensions", &Dimensions(scores))?;
        report.serialize_field("contributions", &Contributions(scores))?;
        let consistency = ConsistencyForm {
            value: outcome.consistency.value.map(Fraction::to_f64),
            reading: outcome.consistency.reading().map(ConsistencyReading::as_str),
            pairs: outcome.consistency.pairs.iter().map(|id| id.as_str()).collect(),
        };
        report.serialize_field("consistency", &consistency)?;
        report.serialize_field("flags", outcome.flag.map(Flag::as_str).as_slice())?;
        let changes = outcome.changes;
        let change =
            ChangesForm { b2b: changes.b2b.map(ChangeForm::of), b2c: changes.b2c.map(ChangeForm::of) };
        report.serialize_field("change", &change)?;
        report.serialize_field("relevance", &Relevance(outcome))?;
        report.serialize_field("recommended", &Ids(&outcome.ranking.recommended, |id| id.as_str()))?;
        report.serialize_field("unsuited", &Ids(&outcome.ranking.unsuited, |id| id.as_str()))?;
        report.serialize_field("channels", &Ids(&outcome.ranking.channels, |id| id.as_str()))?;
        report.serialize_field("foundations", &FoundationsForm::of(&outcome.foundations))?;
        report.serialize_field("answered", &outcome.answered)?;
        report.serialize_field("missing", &Ids(&outcome.missing, |id| id.as_str()))?;
        report.end()
    }
}

/// A list of ids.
struct Ids<'a, T>(&'a [T], fn(&T) -> &'static str);

impl<T> Serialize for Ids<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(self.1))
    }
}

struct Dimensions<'a>(&'a Scores);

impl Serialize for Dimensions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.dimensions.len()))?;
        for dimension in &self.0.dimensions {
            let form = DimensionForm {
                score: dimension.score.map(Fraction::to_f64),
                answered: dimension.answered,
                contribution: dimension.contribution.map(Fraction::to_f64),
                points: dimension.points,
            };
            map.serialize_entry(dimension.id.as_str(), &form)?;
        }
        map.end()
    }
}

#[derive(Serialize)]
struct DimensionForm {
    score: Option<f64>,
    answered: i32,
    contribution: Option<f64>,
    points: Option<i32>,
}

struct Contributions<'a>(&'a Scores);

impl Serialize for Contributions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.contributions.iter().map(|one| (one.item.as_str(), one.part.to_f64())))
    }
}

struct Relevance<'a>(&'a Outcome);

impl Serialize for Relevance<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let relevance = &self.0.ranking.relevance;
        serializer.collect_map(relevance.iter().map(|one| (one.tactic.as_str(), one.relevance.to_f64())))
    }
}

#[derive(Serialize)]
struct ConsistencyForm {
    value: Option<f64>,
    reading: Option<&'static str>,
    pairs: Vec<&'static str>,
}

#[derive(Serialize)]
struct ChangesForm {
    b2b: Option<ChangeForm>,
    b2c: Option<ChangeForm>,
}

#[derive(Serialize)]
struct ChangeForm {
    item: Option<&'static str>,
    to: Option<u8>,
    answers: usize,
}

impl ChangeForm {
    fn of(change: Change) -> ChangeForm {
        match change {
            Change::Single { item, to } => {
                ChangeForm { item: Some(item.as_str()), to: Some(to.get()), answers: 1 }
            }
            Change::Several { answers } => ChangeForm { item: None, to: None, answers },
        }
    }
}

#[derive(Serialize)]
struct FoundationsForm {
    score: Option<f64>,
    reading: Option<&'static str>,
    first: Vec<&'static str>,
    order: Vec<&'static str>,
    unknown: Vec<&'static str>,
}

impl FoundationsForm {
    fn of(report: &FoundationOutcome) -> FoundationsForm {
        FoundationsForm {
            score: report.score.map(Fraction::to_f64),
            reading: report.reading().map(FoundationReading::as_str),
            first: report.first.iter().map(|id| id.as_str()).collect(),
            order: report.order.iter().map(|id| id.as_str()).collect(),
            unknown: report.unknown.iter().map(|id| id.as_str()).collect(),
        }
    }
}
