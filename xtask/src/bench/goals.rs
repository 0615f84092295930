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
mod tests {
    use super::super::visits::{Defined, FAST, File, SLOW};
    use super::*;

    #[track_caller]
    fn check(goal: Goal, widget: Option<f64>, expected: Verdict, ratio: Option<f64>) {
        let row = Row { figure: "a figure", unit: Unit::Milliseconds, peers: Vec::new(), widget, goal };
        assert_eq!((row.verdict(), row.ratio()), (expected, ratio));
    }

    #[test]
    fn a_figure_that_is_just_the_goal_holds() {
        check(Goal::AtMost(60.0), Some(60.0), Verdict::Holds, Some(1.0));
        check(Goal::AtMost(60.0), Some(60.1), Verdict::FallsShort, Some(60.1 / 60.0));
        check(Goal::AtMost(60.0), Some(0.0), Verdict::Holds, Some(0.0));
        check(Goal::Better(20.0, 15.0), Some(18.0), Verdict::Holds, Some(0.9));
        check(Goal::Better(20.0, 15.0), Some(25.0), Verdict::FallsShort, Some(1.25));
    }

    #[test]
    fn a_goal_beside_a_peer_moves_with_it() {
        let goal = |plain| Goal::TimesPeer(1.25, "plain page", Some(plain));
        check(goal(400.0), Some(500.0), Verdict::Holds, Some(1.25));
        check(goal(400.0), Some(501.0), Verdict::FallsShort, Some(501.0 / 400.0));
        check(goal(200.0), Some(500.0), Verdict::FallsShort, Some(2.5));
    }

    #[test]
    fn once_is_neither_twice_nor_never() {
        check(Goal::Exactly(1.0), Some(1.0), Verdict::Holds, Some(1.0));
        check(Goal::Exactly(1.0), Some(2.0), Verdict::FallsShort, Some(2.0));
        check(Goal::Exactly(1.0), Some(0.0), Verdict::FallsShort, Some(0.0));
        check(Goal::Exactly(0.0), Some(0.0), Verdict::Holds, None);
        check(Goal::Exactly(0.0), Some(1.0), Verdict::FallsShort, None);
    }

    #[test]
    fn what_was_not_measured_does_not_hold() {
        check(Goal::AtMost(60.0), None, Verdict::NotMeasured, None);
        check(Goal::TimesPeer(1.0, "React", None), Some(1.0), Verdict::NotMeasured, None);
    }

    #[test]
    fn goals_are_written_as_they_were_set() {
        let written = |goal: Goal, unit| goal.words(unit);
        assert_eq!(written(Goal::AtMost(95_000.0), Unit::Kilobytes), "≤ 95.0 kB");
        assert_eq!(
            written(Goal::Better(150_000.0, 120_000.0), Unit::Kilobytes),
            "≤ 150.0 kB, better 120.0 kB"
        );
        assert_eq!(written(Goal::AtMost(1.5 * MIB), Unit::Mebibytes), "≤ 1.50 MiB");
        assert_eq!(
            written(Goal::TimesPeer(1.15, "plain page", None), Unit::Milliseconds),
            "≤ 1.15 × plain page"
        );
        assert_eq!(written(Goal::TimesPeer(1.0, "React", None), Unit::Milliseconds), "≤ React");
        assert_eq!(written(Goal::Exactly(1.0), Unit::Times), "1");
    }

    /// A visit that took so long, and held so much.
    fn visit(site: &str, milliseconds: f64, bytes: f64) -> Visit {
        let mut visit = Visit { site: site.into(), profile: "slow4g".into(), ..Visit::default() };
        visit.answerable = Some(milliseconds);
        visit.starting_all = Some(milliseconds);
        visit.memory.wasm = bytes;
        visit
    }

    fn widget_of(visits: Vec<Visit>, figure: &str) -> Option<f64> {
        let measured = Measured { visits, ..Measured::default() };
        rows(&measured).into_iter().find(|row| row.figure == figure).expect("there is such a row").widget
    }

    #[test]
    fn each_further_widget_is_what_the_first_one_does_not_explain() {
        let visits = vec![visit("widgets-1", 30.0, 2e6), visit("widgets-10", 120.0, 11e6)];
        assert_eq!(widget_of(visits.clone(), "10 widgets: start of each further"), Some(10.0));
        assert_eq!(widget_of(visits.clone(), "10 widgets: memory of each further"), Some(1e6));
        assert_eq!(widget_of(visits, "50 widgets: start of each further"), None);
    }

    #[test]
    fn one_visit_that_compiles_twice_is_one_too_many() {
        let mut visits: Vec<Visit> =
            ["widgets-1", "widgets-10", "widgets-50", "widgets-50"].map(|site| visit(site, 1.0, 1.0)).into();
        visits.iter_mut().for_each(|visit| visit.compiled = 1.0);
        assert_eq!(widget_of(visits.clone(), "1, 10, 50 widgets: compilations"), Some(1.0));
        visits[3].compiled = 2.0;
        assert_eq!(widget_of(visits, "1, 10, 50 widgets: compilations"), Some(2.0));
    }

    #[test]
    fn the_engine_starts_with_the_touch_and_a_peer_with_its_page() {
        let figure = "first touch → engine running (peers: first question)";
        let mut touched = visit("touched", 0.0, 0.0);
        (touched.answerable, touched.running) = (None, Some(900.0));
        let measured = Measured { visits: vec![touched, visit("react", 800.0, 0.0)], ..Measured::default() };
        let row = rows(&measured).into_iter().find(|row| row.figure == figure).expect("there is such a row");
        assert_eq!((row.widget, row.peers[3], row.ratio()), (Some(900.0), Some(800.0), Some(1.125)));
    }

    #[test]
    fn a_widget_that_nobody_touches_is_one_script() {
        let file = |kind: &str, bytes| File { path: format!("/a.{kind}"), kind: kind.into(), bytes };
        let mut untouched = visit("untouched", 0.0, 0.0);
        untouched.files = vec![file("html", 500.0), file("js", 18_000.0)];
        let defined = Defined { task: Some(4.0), frame: Some(9.0) };
        let mut fast = Visit { profile: FAST.into(), defined, ..untouched.clone() };
        let visits = vec![untouched.clone(), fast.clone()];
        assert_eq!(widget_of(visits.clone(), "untouched: transfer"), Some(18_000.0));
        assert_eq!(widget_of(visits.clone(), "untouched: requests"), Some(1.0));
        assert_eq!(widget_of(visits.clone(), "untouched: requests for WebAssembly"), Some(0.0));
        assert_eq!(widget_of(visits, "untouched: define, unthrottled"), Some(4.0));
        fast.profile = SLOW.into();
        fast.files.push(file("wasm", 1.0));
        assert_eq!(widget_of(vec![untouched, fast], "untouched: requests for WebAssembly"), Some(1.0));
    }

    #[test]
    fn other_profiles_do_not_count() {
        let mut fast = visit("widget", 1.0, 1.0);
        fast.profile = "unthrottled".into();
        let figure = "first question answerable, landing page";
        assert_eq!(widget_of(vec![fast, visit("widget", 600.0, 1.0)], figure), Some(600.0));
    }
}
