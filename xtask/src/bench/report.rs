//! The report, in Markdown that is also readable in a terminal.

use std::collections::BTreeMap;
use std::iter;

use anyhow::Result;
use minijinja::value::{Serde, Value};

use super::core::Speed;
use super::goals::{self, PEERS, Row, Unit};
use super::visits::{Figure, Measured, Visit, median};
use crate::template::{Values, fill};

/// The pages with the widget, in the order of the detailed tables.
const SITES: [(&str, &str); 6] = [
    ("widget", "widget, landing page"),
    ("embed", "widget, foreign page"),
    ("untouched", "the same, untouched"),
    ("touched", "the same, Start pressed"),
    ("widgets-10", "10 widgets"),
    ("widgets-50", "50 widgets"),
];

/// A column's head, and its cell for the visits to one page.
type Column = (&'static str, fn(&[&Visit]) -> String);

/// The columns of the detailed tables.
const COLUMNS: [Column; 14] = [
    ("first paint", |visits| span(visits, |visit| Some(visit.painted))),
    ("answerable", |visits| span(visits, |visit| visit.answerable)),
    ("engine running", |visits| span(visits, |visit| visit.running)),
    ("define", |visits| middle(visits, Unit::Milliseconds, |visit| visit.defined.task)),
    ("define → frame", |visits| middle(visits, Unit::Milliseconds, |visit| visit.defined.frame)),
    ("script", |visits| middle(visits, Unit::Milliseconds, |visit| Some(visit.script))),
    ("blocking", |visits| span(visits, |visit| Some(visit.blocked))),
    ("answer → paint", |visits| span(visits, Visit::answer_painted)),
    ("next → new question", |visits| span(visits, Visit::next_settled)),
    ("requests", |visits| middle(visits, Unit::Times, |visit| Some(visit.files.len() as f64))),
    ("elsewhere", |visits| middle(visits, Unit::Times, |visit| Some(f64::from(visit.foreign_requests)))),
    ("transfer", transfer),
    ("script memory", |visits| middle(visits, Unit::Mebibytes, |visit| Some(visit.memory.script))),
    ("wasm memory", |visits| middle(visits, Unit::Mebibytes, |visit| Some(visit.memory.wasm))),
];

/// The complete report: the machine, the goals, all figures, and those of the core if they were measured.
pub(super) fn page(measured: &Measured, command: &str, compiler: &str, core: &str) -> Result<String> {
    let rows = goals::rows(measured);
    let details = measured.profiles.iter().map(|profile| (profile.clone(), details(measured, profile)));
    let waited = median(measured.visits.iter().map(|visit| visit.waited_loading)).unwrap_or_default();
    let values = Values::from([
        ("command", command.into()),
        ("compiler", compiler.into()),
        ("date", measured.date.as_str().into()),
        ("machine", Serde(&measured.machine).into()),
        ("reached", rows.iter().filter(|row| row.is_reached() == Some(true)).count().into()),
        ("goals", rows.len().into()),
        ("rounds", measured.rounds.into()),
        ("waited", format!("{waited:.0}").into()),
        ("disturbed", measured.visits.iter().filter(|visit| visit.is_disturbed).count().into()),
        ("visits", measured.visits.len().into()),
        ("faults", measured.faults.clone().into()),
        ("table", goals_table(&rows).into()),
        ("loader", Serde(&measured.other_loader).into()),
        ("details", Value::from_pairs(details)),
        ("core", core.into()),
    ]);
    fill("bench/performance.md", include_str!("../../../bench/performance.md"), &values)
}

fn goals_table(rows: &[Row]) -> String {
    let heads =
        ["figure", "goal", "widget", "ratio", "verdict"].into_iter().chain(PEERS.map(|(_, name)| name));
    let lines = rows.iter().map(|row| {
        let figure = |value: Option<f64>| value.map_or("–".to_owned(), |value| row.unit.write(value));
        let ratio = row.ratio().map_or("–".to_owned(), |ratio| format!("{ratio:.2}"));
        let verdict = match row.is_reached() {
            Some(true) => "holds",
            Some(false) => "**falls short**",
            None => "**not measured**",
        };
        let peers = (0..PEERS.len()).map(|place| figure(row.peers.get(place).copied().flatten()));
        let own = [row.figure.into(), row.goal.words(row.unit), figure(row.widget), ratio, verdict.into()];
        own.into_iter().chain(peers).collect()
    });
    table(heads, lines)
}

/// The figures of every page on one profile.
fn details(measured: &Measured, profile: &str) -> String {
    let heads = iter::once("page").chain(COLUMNS.map(|(head, _)| head));
    let lines = PEERS.iter().chain(&SITES).map(|(site, name)| {
        let visits: Vec<&Visit> = measured.visits(site, profile).collect();
        let cells = COLUMNS.iter().map(|(_, cell)| cell(&visits));
        iter::once((*name).to_owned()).chain(cells).collect()
    });
    table(heads, lines)
}

fn middle(visits: &[&Visit], unit: Unit, of: Figure) -> String {
    median(visits.iter().filter_map(|visit| of(visit))).map_or("–".to_owned(), |value| unit.write(value))
}

/// The median in milliseconds, and the least and the most: for figures that vary a lot.
fn span(visits: &[&Visit], of: Figure) -> String {
    let values = || visits.iter().filter_map(|visit| of(visit));
    match (values().reduce(f64::min), values().reduce(f64::max)) {
        (Some(least), Some(most)) => {
            format!("{} [{least:.0}–{most:.0}]", middle(visits, Unit::Milliseconds, of))
        }
        _ => "–".to_owned(),
    }
}

/// The transferred bytes, in total and by kind of file.
fn transfer(visits: &[&Visit]) -> String {
    let Some(visit) = visits.first() else { return "–".to_owned() };
    let mut kinds: BTreeMap<&str, f64> = BTreeMap::new();
    for file in &visit.files {
        *kinds.entry(&file.kind).or_default() += file.bytes;
    }
    let kinds: Vec<String> =
        kinds.iter().map(|(kind, bytes)| format!("{kind} {:.1}", bytes / 1000.0)).collect();
    format!("{} ({})", middle(visits, Unit::Kilobytes, Visit::bytes), kinds.join(", "))
}

/// The section about the core.
pub(super) fn core(speeds: &[Speed]) -> String {
    let lines = speeds.iter().map(|speed| vec![speed.what.to_owned(), speed.time(), speed.per_second()]);
    let table = table(["what", "time", "per second"].into_iter(), lines);
    format!("\n## The core, on one processor\n\n{table}\n`cargo xtask bench --core` measures only this.\n")
}

/// A table whose columns are aligned in the source too.
fn table<'a>(heads: impl Iterator<Item = &'a str>, lines: impl Iterator<Item = Vec<String>>) -> String {
    let heads: Vec<String> = heads.map(str::to_owned).collect();
    let lines: Vec<Vec<String>> = lines.collect();
    let width = |place: usize| {
        let cells = lines.iter().chain([&heads]).filter_map(|line| line.get(place));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let row = |line: &Vec<String>| {
        let cells = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = widths.iter().map(|width| "-".repeat(*width)).collect();
    [&heads, &rule].into_iter().chain(&lines).map(row).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn columns_stand_below_each_other() {
        let written = table(
            ["a", "next"].into_iter(),
            [["– é", "1"], ["x", "12345"]].into_iter().map(|line| line.map(str::to_owned).into()),
        );
        assert_eq!(written, "| a   | next  |\n| --- | ----- |\n| – é | 1     |\n| x   | 12345 |\n");
    }

    #[test]
    fn nothing_measured_gives_a_table_without_a_goal_that_holds() {
        let machine = json!({
            "processor": "P", "cores": 2, "memory": 25_000_000_000_u64, "system": "Linux", "browser": "B", "node": "v"
        });
        let measured = Measured {
            machine,
            other_loader: json!({ "version": "1", "bytes": 12_249 }),
            profiles: vec!["slow4g".into()],
            faults: vec!["a".into(), "b".into()],
            ..Measured::default()
        };
        let text = page(&measured, "cargo xtask bench", "rustc", "").unwrap();
        assert!(text.contains("## Goals\n\n0 of 18 hold."), "{text}");
        assert!(text.contains("P with 2 cores and 23 GiB") && text.contains(" is 12.2 kB, "), "{text}");
        assert!(text.contains("attempt.\n\nFault: a.\n\nFault: b.\n\n| figure"), "{text}");
        assert_eq!(text.matches("**not measured**").count(), 18, "{text}");
    }
}
