//! The shape of a language's file. The lengths are what the design holds on a phone, with some room.

use super::article_points;
use super::shape::{Need, Shape};
use crate::content::instrument_file::InstrumentFile;
use crate::content::{Label, Text};

/// What a language's file must hold for this instrument.
pub(super) fn expected(instrument: &InstrumentFile) -> Shape {
    let ids = |ids: Vec<Text>, shape: fn() -> Shape| {
        Shape::Map(ids.into_iter().map(|id| (id.to_string(), Need::Required, shape())).collect())
    };
    let tactics = instrument.tactics.iter();
    let inferred = instrument.dimensions.iter().filter(|dimension| dimension.inferred.is_some());
    let words = || Shape::Text(30, &[]);
    map(vec![
        ("language", words()),
        ("name", words()),
        ("about", texts(&[("title", 70), ("text", 160), ("closing", 160)])),
        (
            "lead",
            map(vec![
                ("items", Shape::Text(90, &[])),
                ("group", Shape::Text(90, &["group"])),
                ("foundations", Shape::Text(90, &[])),
            ]),
        ),
        (
            "scale",
            Shape::Texts(vec![
                Shape::Text(30, &["first"]),
                Shape::Text(30, &["first"]),
                words(),
                Shape::Text(30, &["second"]),
                Shape::Text(30, &["second"]),
            ]),
        ),
        ("foundationScale", Shape::Texts((0..5).map(|_| Shape::Text(16, &[])).collect())),
        ("missing", texts(&[("items", 36), ("foundations", 36)])),
        (
            "interface",
            Shape::Map(
                Label::ALL
                    .iter()
                    .map(|label| (label.as_str().to_owned(), Need::Required, Shape::Text(150, &[])))
                    .collect(),
            ),
        ),
        ("dimensions", ids(instrument.dimensions.iter().map(|one| one.id).collect(), dimension)),
        ("items", ids(instrument.items.iter().map(|one| one.id).collect(), item)),
        ("foundations", ids(instrument.foundations.iter().map(|one| one.id).collect(), foundation)),
        ("profiles", ids(instrument.profiles.clone(), || texts(&[("name", 24), ("text", 150)]))),
        (
            "tactics",
            Shape::Map(
                tactics
                    .map(|one| (one.id.to_string(), Need::Required, tactic(one.kind.as_str() == "media")))
                    .collect(),
            ),
        ),
        (
            "advice",
            ids(instrument.advice.iter().map(|one| one.id).collect(), || {
                texts(&[("title", 50), ("why", 100), ("start", 120)])
            }),
        ),
        ("inferences", ids(inferred.map(|one| one.id).collect(), || Shape::Text(160, &[]))),
        (
            "sources",
            Shape::Map(article_points().map(|id| (id, Need::Required, Shape::Text(160, &[]))).collect()),
        ),
        ("failure", Shape::Free(160)),
        ("landing", Shape::Free(400)),
        ("printed", Shape::Free(400)),
    ])
}

fn dimension() -> Shape {
    map(vec![
        ("name", Shape::Text(24, &[])),
        ("b2b", Shape::Text(24, &[])),
        ("b2c", Shape::Text(24, &[])),
        ("reason", texts(&[("b2b", 48), ("b2c", 48)])),
    ])
}

fn item() -> Shape {
    let lengths = [
        ("question", 70),
        ("first", 80),
        ("second", 100),
        ("firstShort", 18),
        ("secondShort", 18),
        ("help", 130),
    ];
    texts(&lengths)
}

fn foundation() -> Shape {
    map(vec![
        ("statement", Shape::Text(90, &[])),
        ("help", Shape::Text(90, &[])),
        ("why", Shape::Text(90, &[])),
        ("advice", texts(&[("b2b", 110), ("b2c", 110)])),
    ])
}

/// Shared media have a variant for each pole; every other tactic has one first step.
fn tactic(is_media: bool) -> Shape {
    let mut entries = vec![
        ("title".to_owned(), Need::Required, Shape::Text(56, &[])),
        ("why".to_owned(), Need::Required, Shape::Text(100, &[])),
    ];
    if is_media {
        let variant = || texts(&[("start", 80), ("watch", 30)]);
        entries.push((
            "variants".to_owned(),
            Need::Required,
            map(vec![("b2b", variant()), ("b2c", variant())]),
        ));
    } else {
        entries.push(("start".to_owned(), Need::Required, Shape::Text(120, &[])));
        entries.push(("condition".to_owned(), Need::Optional, Shape::Text(70, &[])));
    }
    Shape::Map(entries)
}

fn map(entries: Vec<(&str, Shape)>) -> Shape {
    Shape::Map(entries.into_iter().map(|(key, shape)| (key.to_owned(), Need::Required, shape)).collect())
}

fn texts(lengths: &[(&str, usize)]) -> Shape {
    map(lengths.iter().map(|&(key, length)| (key, Shape::Text(length, &[]))).collect())
}
