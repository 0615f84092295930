//! What the widget must reach, and whether it does.

use super::visits::{Measured, Visit};

const KB: f64 = 1000.0;
const MIB: f64 = 1024.0 * 1024.0;

/// One line of the table: a figure, its goal, and what was measured.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) figure: &'static str,
    pub(super) unit: Unit,
    /// The same figure of the peers, in their order.
    pub(super) peers: Vec<Option<f64>>,
    pub(super) widget: Option<f64>,
    pub(super) goal: Goal,
}

/// How a figure is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Unit {
    Milliseconds,
    Kilobytes,
    Mebibytes,
    Times,
}

impl Unit {
    /// A figure in this unit; all are kept in milliseconds, bytes and times.
    pub(super) fn write(self, value: f64) -> String {
        match self {
            Unit::Milliseconds if value >= 100.0 => format!("{value:.0} ms"),
            Unit::Milliseconds => format!("{value:.1} ms"),
            Unit::Kilobytes => format!("{:.1} kB", value / KB),
            Unit::Mebibytes => format!("{:.2} MiB", value / MIB),
            Unit::Times => format!("{value}"),
        }
    }
}

/// What the widget's figure must be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Goal {
    AtMost(f64),
    /// At most the first, and better at most the second.
    Better(f64, f64),
    /// Neither more nor less.
    Exactly(f64),
    /// So many times a peer's figure of the same run.
    TimesPeer(f64, &'static str, Option<f64>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Holds,
    FallsShort,
    NotMeasured,
}

impl Verdict {
    pub(super) fn words(self) -> &'static str {
        match self {
            Verdict::Holds => "holds",
            Verdict::FallsShort => "**falls short**",
            Verdict::NotMeasured => "**not measured**",
        }
    }
}

impl Goal {
    /// What the widget's figure is divided by; a peer's may be missing.
    fn base(self) -> Option<f64> {
        match self {
            Goal::AtMost(limit) | Goal::Better(limit, _) | Goal::Exactly(limit) => Some(limit),
            Goal::TimesPeer(_, _, base) => base,
        }
    }

    /// Whether a figure reaches it; none where the peer's figure is missing.
    fn is_reached(self, figure: f64) -> Option<bool> {
        Some(match self {
            Goal::AtMost(limit) | Goal::Better(limit, _) => figure <= limit,
            Goal::Exactly(limit) => figure == limit,
            Goal::TimesPeer(factor, _, base) => figure <= factor * base?,
        })
    }

    fn words(self, unit: Unit) -> String {
        match self {
            Goal::AtMost(limit) => format!("≤ {}", unit.write(limit)),
            Goal::Better(limit, better) => format!("≤ {}, better {}", unit.write(limit), unit.write(better)),
            Goal::Exactly(limit) => unit.write(limit),
            Goal::TimesPeer(1.0, peer, _) => format!("≤ {peer}"),
            Goal::TimesPeer(factor, peer, _) => format!("≤ {factor} × {peer}"),
        }
    }
}

impl Row {
    /// Whether the goal is reached; a figure that is exactly the goal does.
    pub(super) fn verdict(&self) -> Verdict {
        match self.widget.and_then(|widget| self.goal.is_reached(widget)) {
            Some(true) => Verdict::Holds,
            Some(false) => Verdict::FallsShort,
            None => Verdict::NotMeasured,
        }
    }

    /// The goal in words.
    pub(super) fn goal(&self) -> String {
        self.goal.words(self.unit)
    }

    /// The widget's figure over what it is compared with: a peer's, else the goal; none where that is nothing.
    pub(super) fn ratio(&self) -> Option<f64> {
        let base = self.goal.base().filter(|base| *base != 0.0)?;
        Some(self.widget? / base)
    }
}

/// The peers, as they are called by the bench and in the table.
pub(super) const PEERS: [(&str, &str); 5] = [
    ("plain", "plain page"),
    ("preact", "Preact"),
    ("svelte", "Svelte"),
    ("react", "React"),
    ("surveyjs", "SurveyJS"),
];

type Figure = fn(&Visit) -> Option<f64>;

const ANSWERABLE: Figure = |visit| visit.answerable;
/// From the first touch; a peer has nothing that runs later than its first question.
const RUNNING: Figure = |visit| visit.running.or(visit.answerable);
const BLOCKED: Figure = |visit| Some(visit.blocked);
const COMPILED: Figure = |visit| Some(visit.compiled);

/// Every goal, with what was measured on the slow profile.
pub(super) fn rows(measured: &Measured) -> Vec<Row> {
    let row = |figure, unit, site, of: Figure, goal| Row {
        figure,
        unit,
        peers: PEERS.iter().map(|(peer, _)| measured.slow(peer, of)).collect(),
        widget: measured.slow(site, of),
        goal,
    };
    let plain = |factor| Goal::TimesPeer(factor, "plain page", measured.slow("plain", ANSWERABLE));
    let react = |factor, of| Goal::TimesPeer(factor, "React", measured.slow("react", of));
    let (ms, kb, bytes) = (Unit::Milliseconds, Unit::Kilobytes, Visit::bytes);
    let (answer, next) = (Visit::answer_painted, Visit::next_settled);
    let mut rows = vec![
        row("first question answerable, landing page", ms, "widget", ANSWERABLE, plain(1.15)),
        row("first question answerable, on a foreign page", ms, "embed", ANSWERABLE, plain(1.5)),
        row(
            "first touch → engine running (peers: first question)",
            ms,
            "touched",
            RUNNING,
            react(1.25, ANSWERABLE),
        ),
        row(
            "transfer to the result, in one language",
            kb,
            "widget",
            bytes,
            Goal::Better(150.0 * KB, 120.0 * KB),
        ),
        row("blocking time while loading", ms, "widget", BLOCKED, Goal::AtMost(60.0)),
        row("answer → paint", ms, "widget", answer, react(1.0, answer)),
        row("next → new question", ms, "widget", next, react(1.15, next)),
        row("memory after the result", Unit::Mebibytes, "widget", Visit::memory, Goal::AtMost(4.0 * MIB)),
    ];
    rows.extend(untouched(measured));
    rows.extend(several(measured));
    rows
}

/// The goals for a widget that nobody touches. The peers' pages hold nothing else, and count in full.
fn untouched(measured: &Measured) -> [Row; 4] {
    let row = |figure, unit, widget, goal| Row { figure, unit, peers: Vec::new(), widget, goal };
    let page = "untouched";
    let modules: Figure = |visit| Some(visit.files.iter().filter(|file| file.kind == "wasm").count() as f64);
    let defined = measured.fast(page, |visit| visit.defined.task);
    let transfer = Row {
        peers: PEERS.iter().map(|(peer, _)| measured.slow(peer, Visit::bytes)).collect(),
        ..row(
            "untouched: transfer",
            Unit::Kilobytes,
            measured.slow(page, Visit::own_bytes),
            Goal::Better(20.0 * KB, 15.0 * KB),
        )
    };
    let (times, once) = (Unit::Times, Goal::Exactly(1.0));
    [
        transfer,
        row("untouched: requests", times, measured.most(page, Visit::own_files), once),
        row("untouched: requests for WebAssembly", times, measured.most(page, modules), Goal::Exactly(0.0)),
        row("untouched: define, unthrottled", Unit::Milliseconds, defined, Goal::AtMost(5.0)),
    ]
}

/// The goals for several widgets on one page.
fn several(measured: &Measured) -> [Row; 6] {
    let row = |figure, unit, widget, goal| Row { figure, unit, peers: Vec::new(), widget, goal };
    let most = |of: Figure| {
        let pages = ["widgets-1", "widgets-10", "widgets-50"].map(|page| measured.most(page, of));
        pages.into_iter().collect::<Option<Vec<f64>>>()?.into_iter().reduce(f64::max)
    };
    let further = |count: u32, page, of: Figure| {
        Some((measured.slow(page, of)? - measured.slow("widgets-1", of)?) / (f64::from(count) - 1.0))
    };
    let start = |count, page| further(count, page, |visit| visit.starting_all);
    let memory = |count, page| further(count, page, Visit::memory);
    let (ms, mib, once) = (Unit::Milliseconds, Unit::Mebibytes, Goal::Exactly(1.0));
    let (start_goal, memory_goal) = (Goal::AtMost(15.0), Goal::AtMost(1.5 * MIB));
    [
        row("1, 10, 50 widgets: downloads of a file", Unit::Times, most(Visit::downloads), once),
        row("1, 10, 50 widgets: compilations", Unit::Times, most(COMPILED), once),
        row("10 widgets: start of each further", ms, start(10, "widgets-10"), start_goal),
        row("50 widgets: start of each further", ms, start(50, "widgets-50"), start_goal),
        row("10 widgets: memory of each further", mib, memory(10, "widgets-10"), memory_goal),
        row("50 widgets: memory of each further", mib, memory(50, "widgets-50"), memory_goal),
    ]
}

#[cfg(test)]
mod tests;
