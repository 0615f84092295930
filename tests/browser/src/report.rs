//! The result as the page shows it, and as the core has it.

use b2b_b2c_profile::assessment::{DimensionScore, FoundationReading, Instrument, Kind, Outcome, Profile};
use b2b_b2c_profile::content::{Label, Texts};
use serde_json::{Value, json};

use crate::Widget;

/// The page must show what the core makes of these answers; `group` is the group's name where there are two.
#[track_caller]
pub fn check(widget: Widget, texts: &Texts, instrument: &Instrument, outcome: &Outcome, group: Option<&str>) {
    let shown = widget.run(include_str!("report.js"), Value::Null);
    let expected = expected(texts, instrument, outcome, group);
    let parts = expected.as_object().into_iter().flatten();
    let wrong: Vec<String> = parts
        .filter(|(name, part)| shown[name.as_str()] != **part)
        .map(|(name, part)| format!("{name}: {part} became {}", shown[name.as_str()]))
        .collect();
    assert!(wrong.is_empty(), "the page shows another result than the core's:\n{}", wrong.join("\n"));
}

fn expected(texts: &Texts, instrument: &Instrument, outcome: &Outcome, group: Option<&str>) -> Value {
    let place = outcome.scores.points().map(|points| texts.towards(points));
    let dimension = |score: &DimensionScore| {
        let points = score.points.map(|points| texts.towards(points));
        json!([score.id.as_str(), points.unwrap_or_else(|| texts.label(Label::DimensionNone).to_string())])
    };
    let foundations = &outcome.foundations;
    let is_any_answered = foundations.reading().is_some() || !foundations.order.is_empty();
    json!({
        "kicker": kicker(texts, outcome, group),
        "heading": texts.headline(outcome),
        "because": outcome.profile.map(|_| texts.because(outcome)),
        "place": place,
        "said": said(texts, outcome),
        "text": outcome.profile.map_or(texts.label(Label::UnnamedText), |profile| texts.profile(profile).text).as_str(),
        "dimensions": outcome.scores.dimensions.iter().map(dimension).collect::<Vec<_>>(),
        "total": place,
        "tactics": tactics(instrument, outcome),
        "unsuited": unsuited(outcome),
        "channels": channels(instrument, outcome),
        "advice": names(outcome.advice(instrument).map(|advice| advice.id.as_str())),
        "media": media(instrument, outcome),
        "reading": foundations.reading().map(|reading| texts.label(label(reading)).as_str()),
        "foundations": names(foundations.order.iter().map(|id| id.as_str())),
        "first": names(foundations.order.iter().filter(|id| foundations.first.contains(id)).map(|id| id.as_str())),
        "unknown": if is_any_answered { names(foundations.unknown.iter().map(|id| id.as_str())) } else { json!([]) },
    })
}

fn names<'a>(names: impl Iterator<Item = &'a str>) -> Value {
    names.collect()
}

fn label(reading: FoundationReading) -> Label {
    match reading {
        FoundationReading::BasicsFirst => Label::BasicsFirst,
        FoundationReading::Fair => Label::Fair,
        FoundationReading::InPlace => Label::InPlace,
    }
}

fn kicker(texts: &Texts, outcome: &Outcome, group: Option<&str>) -> String {
    let is_provisional = outcome.profile.is_some() && !outcome.range.is_certain();
    let title = match group {
        Some(group) => texts.fill(Label::ProfileOf, &[("group", group)]),
        None if is_provisional => texts.label(Label::Provisional).to_string(),
        None => texts.label(Label::YourProfile).to_string(),
    };
    format!("{title} · {}", texts.answers(outcome.answered))
}

/// What is said of the picture, for who listens.
fn said(texts: &Texts, outcome: &Outcome) -> String {
    let place = outcome.scores.points().map(|points| texts.towards(points));
    let place = place.map(|place| texts.fill(Label::Axis, &[("place", &place)]));
    let range =
        (!outcome.missing.is_empty()).then(|| texts.fill(Label::AxisRange, &ends(texts, outcome).pairs()));
    place.into_iter().chain(range).collect::<Vec<_>>().join(" ")
}

/// The range that is still possible, in words.
#[derive(Clone, Debug)]
pub struct Ends {
    low: String,
    high: String,
}

impl Ends {
    /// The words with the names that the texts have for them.
    pub fn pairs(&self) -> [(&'static str, &str); 2] {
        [("low", &self.low), ("high", &self.high)]
    }
}

/// The range that is still possible.
pub fn ends(texts: &Texts, outcome: &Outcome) -> Ends {
    let range = outcome.range;
    Ends { low: texts.towards(range.low.to_points()), high: texts.towards(range.high.to_points()) }
}

/// The recommended ones as they stand on the page: in the middle the B2C side comes first, as on the axis.
fn tactics(instrument: &Instrument, outcome: &Outcome) -> Value {
    let ranking = &outcome.ranking;
    match outcome.profile.and_then(Profile::side) {
        Some(_) => names(ranking.recommended.iter().map(|id| id.as_str())),
        None => {
            let kind = |id| instrument.tactic(id).map(|tactic| tactic.kind);
            let of = |wanted| ranking.recommended.iter().filter(move |&&id| kind(id) == Some(wanted));
            names([Kind::B2c, Kind::B2b].into_iter().flat_map(of).map(|id| id.as_str()))
        }
    }
}

fn unsuited(outcome: &Outcome) -> Value {
    let ranking = &outcome.ranking;
    names(ranking.unsuited.iter().filter(|id| !ranking.recommended.contains(id)).map(|id| id.as_str()))
}

/// Every incentive's card has the channels.
fn channels(instrument: &Instrument, outcome: &Outcome) -> Value {
    let recommended = outcome.ranking.recommended.iter().filter_map(|&id| instrument.tactic(id));
    let incentives = recommended.filter(|tactic| tactic.is_incentive);
    names(incentives.flat_map(|_| outcome.ranking.channels.iter().map(|id| id.as_str())))
}

fn media(instrument: &Instrument, outcome: &Outcome) -> Value {
    let media = instrument.tactics().iter().filter(|tactic| tactic.kind == Kind::Media);
    media.map(|medium| json!([medium.id.as_str(), outcome.media_variants().len()])).collect()
}
