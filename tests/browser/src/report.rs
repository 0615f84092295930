//! Compares the result on the page with the core's.

use b2b_b2c_profile::assessment::{DimensionScore, FoundationReading, Instrument, Kind, Outcome, Profile};
use b2b_b2c_profile::content::{Label, Texts};
use serde_json::{Value, json};

use crate::Widget;

/// Checks that the page shows the core's result; `group` is the group's name if there are two.
#[track_caller]
pub fn check(widget: Widget, texts: &Texts, instrument: &Instrument, outcome: &Outcome, group: Option<&str>) {
    let shown = widget.run(include_str!("report.js"), Value::Null);
    let expected = expected(texts, instrument, outcome, group);
    let parts = expected.as_object().into_iter().flatten();
    let wrong: Vec<String> = parts
        .filter(|(name, part)| shown[name.as_str()] != **part)
        .map(|(name, part)| format!("{name}: {part} became {}", shown[name.as_str()]))
        .collect();
    assert!(wrong.is_empty(), "the result on the page differs from the core's:\n{}", wrong.join("\n"));
}

fn expected(texts: &Texts, instrument: &Instrument, outcome: &Outcome, group: Option<&str>) -> Value {
    let place = outcome.scores.points().map(|points| texts.towards(points));
    let dimension = |score: &DimensionScore| {
        json!([score.id.as_str(), score.points.map_or_else(String::new, |points| texts.short_points(points))])
    };
    // Two groups share a heading and a drawing.
    let single = |text: Option<String>| text.filter(|_| group.is_none());
    let because = match outcome.profile {
        Some(_) => texts.because(outcome),
        None => texts.label(Label::UnnamedText).to_string(),
    };
    let foundations = &outcome.foundations;
    let is_any_answered = foundations.reading().is_some() || !foundations.order.is_empty();
    json!({
        "kicker": kicker(texts, outcome, group),
        "heading": single(Some(texts.headline(outcome))),
        "because": single(Some(because)),
        "place": single(place.clone()),
        "said": single(Some(said(texts, outcome))),
        "text": outcome.profile.map_or(texts.label(Label::UnnamedText), |profile| texts.profile(profile).text).as_str(),
        "dimensions": outcome.scores.dimensions.iter().map(dimension).collect::<Vec<_>>(),
        "total": place,
        "tactics": tactics(instrument, outcome),
        "channels": channels(instrument, outcome),
        "see-also": see_also(instrument, outcome, group),
        "advice": names(outcome.advice(instrument).map(|advice| advice.id.as_str())),
        "further": names(outcome.ranking.further().iter().map(|id| id.as_str())),
        "unsuited": unsuited(outcome),
        "media": media(instrument, outcome),
        "reading": foundations.reading().map(|reading| texts.label(label(reading)).as_str()),
        "foundations": names(foundations.order.iter().map(|id| id.as_str())),
        "first": names(foundations.order.iter().filter(|id| foundations.first.contains(id)).map(|id| id.as_str())),
        "unknown": if is_any_answered { names(foundations.unknown.iter().map(|id| id.as_str())) } else { json!([]) },
    })
}

/// The rows with everything rarer.
fn see_also(instrument: &Instrument, outcome: &Outcome, group: Option<&str>) -> Value {
    let mut rows = Vec::new();
    rows.extend(outcome.advice(instrument).next().map(|_| "advice"));
    rows.extend(group.map(|_| "shared"));
    rows.extend((!outcome.ranking.further().is_empty()).then_some("further"));
    rows.extend(["foundations", "media"]);
    rows.extend((unsuited(outcome) != json!([])).then_some("unsuited"));
    json!(rows)
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

/// What screen readers say of the drawing.
fn said(texts: &Texts, outcome: &Outcome) -> String {
    let mut said = vec![format!("{}.", texts.place(outcome.scores.points()))];
    if !outcome.missing.is_empty() {
        said.push(texts.fill(Label::AxisRange, &ends(texts, outcome).pairs()));
    }
    for score in &outcome.scores.dimensions {
        let (name, word) = (texts.dimension(score.id).name, texts.winning_word(score));
        said.push(format!("{}: {word}, {}.", &*name, texts.place(score.points)));
    }
    said.join(" ")
}

/// The ends of the range that is still possible, in words.
#[derive(Clone, Debug)]
pub struct Ends {
    low: String,
    high: String,
}

impl Ends {
    /// The words, with their placeholder names.
    pub fn pairs(&self) -> [(&'static str, &str); 2] {
        [("low", &self.low), ("high", &self.high)]
    }
}

/// The range that is still possible, in words.
pub fn ends(texts: &Texts, outcome: &Outcome) -> Ends {
    let range = outcome.range;
    Ends { low: texts.towards(range.low.to_points()), high: texts.towards(range.high.to_points()) }
}

/// The recommended tactics in the order of the page: in the middle, B2C comes first, as on the axis.
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

/// The channels, once for each recommended incentive.
fn channels(instrument: &Instrument, outcome: &Outcome) -> Value {
    let recommended = outcome.ranking.recommended.iter().filter_map(|&id| instrument.tactic(id));
    let incentives = recommended.filter(|tactic| tactic.is_incentive);
    names(incentives.flat_map(|_| outcome.ranking.channels.iter().map(|id| id.as_str())))
}

fn media(instrument: &Instrument, outcome: &Outcome) -> Value {
    let media = instrument.tactics().iter().filter(|tactic| tactic.kind == Kind::Media);
    media.map(|medium| json!([medium.id.as_str(), outcome.media_variants().len()])).collect()
}
