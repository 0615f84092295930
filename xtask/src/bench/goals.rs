//! The goals of the widget, and whether it reaches them.

use super::visits::{FAST, Figure, Measured, Visit, median};

const KB: f64 = 1000.0;
const MIB: f64 = 1024.0 * 1024.0;

/// One line of the table: a figure, its goal, and the measured values.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) figure: &'static str,
    pub(super) unit: Unit,
    /// The same figure of the peers, in the order of [`PEERS`].
    pub(super) peers: Vec<Option<f64>>,
    pub(super) widget: Option<f64>,
    pub(super) goal: Goal,
}

/// The unit of a figure.
#[derive(Clone, Copy, Debug)]
pub(super) enum Unit {
    Milliseconds,
    Kilobytes,
    Mebibytes,
    Times,
}

impl Unit {
    /// A value as text. Values are in milliseconds, bytes or counts.
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

/// The goal for the widget's figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Goal {
    AtMost(f64),
    /// At most the first, and preferably at most the second.
    Better(f64, f64),
    Exactly(f64),
    /// At most this many times the figure of a peer in the same run.
    TimesPeer(f64, &'static str, Option<f64>),
}

impl Goal {
    /// What the widget's figure is compared with, and how many times as large it may be. None if a peer's figure is
    /// missing.
    fn base(self) -> Option<(f64, f64)> {
        match self {
            Goal::AtMost(limit) | Goal::Better(limit, _) | Goal::Exactly(limit) => Some((limit, 1.0)),
            Goal::TimesPeer(factor, _, base) => Some((base?, factor)),
        }
    }

    /// The goal in words.
    pub(super) fn words(self, unit: Unit) -> String {
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
    fn new(figure: &'static str, unit: Unit, widget: Option<f64>, goal: Goal) -> Row {
        Row { figure, unit, peers: Vec::new(), widget, goal }
    }

    /// The row with the peers' medians of this figure.
    fn beside_peers(self, measured: &Measured, of: Figure) -> Row {
        Row { peers: PEERS.iter().map(|(peer, _)| measured.slow(peer, of)).collect(), ..self }
    }

    /// Whether the goal is reached. A figure that equals the goal reaches it. None if something was not measured.
    pub(super) fn is_reached(&self) -> Option<bool> {
        let ((base, factor), widget) = (self.goal.base()?, self.widget?);
        Some(if let Goal::Exactly(_) = self.goal { widget == base } else { widget <= factor * base })
    }

    /// The widget's figure divided by what it is compared with, a peer's figure or the goal. None if that is 0.
    pub(super) fn ratio(&self) -> Option<f64> {
        let (base, _) = self.goal.base().filter(|(base, _)| *base != 0.0)?;
        Some(self.widget? / base)
    }
}

/// The peers: names in the bench and in the table.
pub(super) const PEERS: [(&str, &str); 5] = [
    ("plain", "plain page"),
    ("preact", "Preact"),
    ("svelte", "Svelte"),
    ("react", "React"),
    ("surveyjs", "SurveyJS"),
];

/// Every goal, with what was measured on the slow profile.
pub(super) fn rows(measured: &Measured) -> Vec<Row> {
    let row = |figure, unit, site, of: Figure, goal| {
        Row::new(figure, unit, measured.slow(site, of), goal).beside_peers(measured, of)
    };
    let answerable: Figure = |visit| visit.answerable;
    // From the first touch. Peers have no engine that starts after their first question.
    let running: Figure = |visit| visit.running.or(visit.answerable);
    let (answer, next) = (Visit::answer_painted, Visit::next_settled);
    let plain = |factor| Goal::TimesPeer(factor, "plain page", measured.slow("plain", answerable));
    let react = |factor, of| Goal::TimesPeer(factor, "React", measured.slow("react", of));
    let (ms, kb, mib) = (Unit::Milliseconds, Unit::Kilobytes, Unit::Mebibytes);
    let (transfer_goal, running_goal) = (Goal::Better(150.0 * KB, 120.0 * KB), react(1.25, answerable));
    let first_touch = "first touch → engine running (peers: first question)";
    let mut rows = vec![
        row("first question answerable, landing page", ms, "widget", answerable, plain(1.15)),
        row("first question answerable, on a foreign page", ms, "embed", answerable, plain(1.5)),
        row(first_touch, ms, "touched", running, running_goal),
        row("transfer to the result, in one language", kb, "widget", Visit::bytes, transfer_goal),
        row("blocking time while loading", ms, "widget", |visit| Some(visit.blocked), Goal::AtMost(60.0)),
        row("answer → paint", ms, "widget", answer, react(1.0, answer)),
        row("next → new question", ms, "widget", next, react(1.15, next)),
        row("memory after the result", mib, "widget", Visit::memory, Goal::AtMost(4.0 * MIB)),
    ];
    rows.extend(untouched(measured));
    rows.extend(several(measured));
    rows
}

/// The goals for a widget that nobody touches. The peers' pages contain nothing else, so they count in full.
fn untouched(measured: &Measured) -> [Row; 4] {
    let page = "untouched";
    let modules: Figure = |visit| Some(visit.files.iter().filter(|file| file.kind == "wasm").count() as f64);
    let defined = median(measured.visits(page, FAST).filter_map(|visit| visit.defined.task));
    let (bytes, bytes_goal) = (measured.slow(page, Visit::own_bytes), Goal::Better(20.0 * KB, 15.0 * KB));
    let (times, once) = (Unit::Times, Goal::Exactly(1.0));
    [
        Row::new("untouched: transfer", Unit::Kilobytes, bytes, bytes_goal)
            .beside_peers(measured, Visit::bytes),
        Row::new("untouched: requests", times, measured.most(page, Visit::own_files), once),
        Row::new(
            "untouched: requests for WebAssembly",
            times,
            measured.most(page, modules),
            Goal::Exactly(0.0),
        ),
        Row::new("untouched: define, unthrottled", Unit::Milliseconds, defined, Goal::AtMost(5.0)),
    ]
}

/// The goals for several widgets on one page.
fn several(measured: &Measured) -> [Row; 6] {
    let most = |of: Figure| {
        let pages = ["widgets-1", "widgets-10", "widgets-50"].map(|page| measured.most(page, of));
        pages.into_iter().collect::<Option<Vec<f64>>>()?.into_iter().reduce(f64::max)
    };
    let further = |count: u32, of: Figure| {
        let (page, one) = (format!("widgets-{count}"), measured.slow("widgets-1", of)?);
        Some((measured.slow(&page, of)? - one) / (f64::from(count) - 1.0))
    };
    let start = |count| further(count, |visit| visit.starting_all);
    let memory = |count| further(count, Visit::memory);
    let compiled = most(|visit| Some(visit.compiled));
    let (ms, mib, once) = (Unit::Milliseconds, Unit::Mebibytes, Goal::Exactly(1.0));
    let (start_goal, memory_goal) = (Goal::AtMost(15.0), Goal::AtMost(1.5 * MIB));
    [
        Row::new("1, 10, 50 widgets: downloads of a file", Unit::Times, most(Visit::downloads), once),
        Row::new("1, 10, 50 widgets: compilations", Unit::Times, compiled, once),
        Row::new("10 widgets: start of each further", ms, start(10), start_goal),
        Row::new("50 widgets: start of each further", ms, start(50), start_goal),
        Row::new("10 widgets: memory of each further", mib, memory(10), memory_goal),
        Row::new("50 widgets: memory of each further", mib, memory(50), memory_goal),
    ]
}

#[cfg(test)]
mod tests;
