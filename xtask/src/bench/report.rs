//! What was measured, as Markdown that is also readable on a terminal.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::core::Speed;
use super::goals::{self, PEERS, Unit, Verdict};
use super::visits::{Loader, Measured, Visit, median};

/// Everything in the order of the detailed tables.
const SITES: [(&str, &str); 6] = [
    ("widget", "widget, landing page"),
    ("embed", "widget, foreign page"),
    ("untouched", "the same, untouched"),
    ("touched", "the same, Start pressed"),
    ("widgets-10", "10 widgets"),
    ("widgets-50", "50 widgets"),
];

/// The whole page: where and how it was measured, and the tables.
pub(super) fn page(measured: &Measured, command: &str, tables: &str) -> String {
    let machine = &measured.machine;
    let memory = machine.memory / 1024.0 / 1024.0 / 1024.0;
    format!(
        "# Performance\n\n\
         Written by `{command}` on {}: {} with {} cores and {memory:.0} GiB, {}; {}, Node {}, {}. \
         How it is measured: [bench/README.md](../bench/README.md).\n\n{tables}",
        measured.date,
        machine.processor,
        machine.cores,
        machine.system,
        machine.browser,
        machine.node,
        machine.compiler,
    )
}

/// What was measured in the browser: the goals first, then the figures behind them.
pub(super) fn browser(measured: &Measured) -> String {
    let rows = goals::rows(measured);
    let hold = rows.iter().filter(|row| row.verdict() == Verdict::Holds).count();
    let mut text = format!("## Goals\n\n{hold} of {} hold. {}\n\n", rows.len(), circumstances(measured));
    let names = PEERS.map(|(_, name)| name);
    let heads = ["figure", "goal", "widget", "ratio", "verdict"].into_iter().chain(names);
    let lines = rows.iter().map(|row| {
        let figure = |value: Option<f64>| value.map_or("–".to_owned(), |value| row.unit.write(value));
        let ratio = row.ratio().map_or("–".to_owned(), |ratio| format!("{ratio:.2}"));
        let peers = (0..PEERS.len()).map(|place| figure(row.peers.get(place).copied().flatten()));
        let own = [row.figure.into(), row.goal(), figure(row.widget), ratio, row.verdict().words().into()];
        own.into_iter().chain(peers).collect()
    });
    text += &table(heads.map(str::to_owned).collect(), lines.collect());
    let Loader { version, bytes } = &measured.other_loader;
    writeln!(
        text,
        "\nThe ratio compares the widget with the peer in the goal, or with the goal itself. On a foreign page the \
         first question takes two round trips, for the page and for the script; the plain page takes one. For \
         comparison with an untouched widget: the script of `@typeform/embed` {version} is {}, and it loads more from \
         its maker’s servers.",
        Unit::Kilobytes.write(*bytes)
    )
    .expect("a string takes all");
    for profile in &measured.profiles {
        write!(text, "\n## All pages, {profile}\n\n{}", details(measured, profile))
            .expect("a string takes all");
    }
    text
}

/// How often was measured, and what disturbed it.
fn circumstances(measured: &Measured) -> String {
    let disturbed = measured.visits.iter().filter(|visit| visit.is_disturbed).count();
    let faults: String = measured.faults.iter().map(|fault| format!("\n\nFault: {fault}.")).collect();
    let waited = median(measured.visits.iter().map(|visit| visit.waited_loading)).unwrap_or_default();
    format!(
        "Medians of {} rounds on slow4g: 1.6 Mbit/s, 150 ms added to each request, a processor four times slower. \
         A loading page waited {waited:.0} ms (median) for a processor that other programs were using; in {disturbed} \
         of {} visits that was too long, even at the last attempt.{faults}",
        measured.rounds,
        measured.visits.len()
    )
}

/// Medians of one profile for each page, with the span of those that move most.
fn details(measured: &Measured, profile: &str) -> String {
    let heads = [
        "page",
        "first paint",
        "answerable",
        "engine running",
        "define",
        "define → frame",
        "script",
        "blocking",
        "answer → paint",
        "next → new question",
        "requests",
        "elsewhere",
        "transfer",
        "script memory",
        "wasm memory",
    ];
    let lines = PEERS.iter().chain(&SITES).map(|(site, name)| {
        let visits: Vec<&Visit> = measured.visits(site, profile).collect();
        let ms = |of: &dyn Fn(&Visit) -> Option<f64>| span(&visits, Unit::Milliseconds, of);
        let mib = |of: fn(&Visit) -> f64| middle(&visits, Unit::Mebibytes, &|visit| Some(of(visit)));
        vec![
            (*name).to_owned(),
            ms(&|visit| Some(visit.painted)),
            ms(&|visit| visit.answerable),
            ms(&|visit| visit.running),
            middle(&visits, Unit::Milliseconds, &|visit| visit.defined.task),
            middle(&visits, Unit::Milliseconds, &|visit| visit.defined.frame),
            middle(&visits, Unit::Milliseconds, &|visit| Some(visit.script)),
            ms(&|visit| Some(visit.blocked)),
            ms(&Visit::answer_painted),
            ms(&Visit::next_settled),
            middle(&visits, Unit::Times, &|visit| Some(visit.files.len() as f64)),
            middle(&visits, Unit::Times, &|visit| Some(f64::from(visit.foreign_requests))),
            transfer(&visits),
            mib(|visit| visit.memory.script),
            mib(|visit| visit.memory.wasm),
        ]
    });
    table(heads.map(str::to_owned).into(), lines.collect())
}

fn middle(visits: &[&Visit], unit: Unit, of: &dyn Fn(&Visit) -> Option<f64>) -> String {
    median(visits.iter().filter_map(|visit| of(visit))).map_or("–".to_owned(), |value| unit.write(value))
}

/// The median, and the least and the most.
fn span(visits: &[&Visit], unit: Unit, of: &dyn Fn(&Visit) -> Option<f64>) -> String {
    let values = || visits.iter().filter_map(|visit| of(visit));
    let least = values().reduce(f64::min).unwrap_or_default();
    let most = values().reduce(f64::max).unwrap_or_default();
    match median(values()) {
        Some(value) => format!("{} [{least:.0}–{most:.0}]", unit.write(value)),
        None => "–".to_owned(),
    }
}

/// All bytes, and of which kinds they are.
fn transfer(visits: &[&Visit]) -> String {
    let Some(visit) = visits.first() else { return "–".to_owned() };
    let mut kinds: BTreeMap<&str, f64> = BTreeMap::new();
    for file in &visit.files {
        *kinds.entry(&file.kind).or_default() += file.bytes;
    }
    let kinds: Vec<String> =
        kinds.iter().map(|(kind, bytes)| format!("{kind} {:.1}", bytes / 1000.0)).collect();
    format!("{} ({})", middle(visits, Unit::Kilobytes, &Visit::bytes), kinds.join(", "))
}

/// How fast the core is.
pub(super) fn core(speeds: &[Speed]) -> String {
    let heads = ["what", "time", "per second"].map(str::to_owned).to_vec();
    let lines = speeds.iter().map(|speed| vec![speed.what.clone(), speed.time(), speed.per_second()]);
    let table = table(heads, lines.collect());
    format!("\n## The core, on one processor\n\n{table}\n`cargo xtask bench --core` measures only this.\n")
}

/// A table whose columns stand below each other in the source too.
fn table(heads: Vec<String>, lines: Vec<Vec<String>>) -> String {
    let width = |place: usize| {
        let cells = lines.iter().chain([&heads]).filter_map(|line| line.get(place));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let row = |line: &Vec<String>| {
        let cells: Vec<String> =
            line.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = widths.iter().map(|width| "-".repeat(*width)).collect();
    [&heads, &rule].into_iter().chain(&lines).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other() {
        let written = table(
            vec!["a".into(), "next".into()],
            vec![vec!["– é".into(), "1".into()], vec!["x".into(), "12345".into()]],
        );
        assert_eq!(written, "| a   | next  |\n| --- | ----- |\n| – é | 1     |\n| x   | 12345 |\n");
    }

    #[test]
    fn nothing_measured_gives_a_table_without_a_goal_that_holds() {
        let measured = Measured { profiles: vec!["slow4g".into()], ..Measured::default() };
        let text = browser(&measured);
        assert!(text.starts_with("## Goals\n\n0 of 18 hold."), "{text}");
        assert_eq!(text.matches("**not measured**").count(), 18, "{text}");
    }
}
