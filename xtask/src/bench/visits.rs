//! What `bench/measure.js` saw, and the medians of it. Times are milliseconds, sizes bytes.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// The profile that the goals are set for, and the one for what is too short there to be told from noise.
pub(super) const SLOW: &str = "slow4g";
pub(super) const FAST: &str = "unthrottled";

/// All visits of a run, and where it took place.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Measured {
    pub(super) date: String,
    /// Names and sizes, for the report.
    pub(super) machine: Value,
    pub(super) profiles: Vec<String>,
    pub(super) rounds: u32,
    /// Version and size of the script of `@typeform/embed`, which hosts load as they load the widget's.
    pub(super) other_loader: Value,
    pub(super) visits: Vec<Visit>,
    /// What could not be measured, or went wrong.
    pub(super) faults: Vec<String>,
}

/// One visit; `bench/measure/visit.js` makes it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Visit {
    pub(super) site: String,
    pub(super) profile: String,
    /// When something was on the screen.
    pub(super) painted: f64,
    /// When a first answer counted; none on pages that aren't walked.
    pub(super) answerable: Option<f64>,
    /// When the first engine ran: since the touch on the page that is touched, else since navigation; none on pages
    /// that are walked or left alone.
    pub(super) running: Option<f64>,
    /// From the compiled module to all widgets on the screen.
    pub(super) starting_all: Option<f64>,
    pub(super) defined: Defined,
    /// By how much tasks were longer than 50 ms while loading.
    pub(super) blocked: f64,
    /// For how long scripts ran while loading.
    pub(super) script: f64,
    /// None on pages that aren't walked.
    pub(super) clicks: Option<Clicks>,
    pub(super) memory: Memory,
    /// How many WebAssembly modules were compiled.
    pub(super) compiled: f64,
    pub(super) files: Vec<File>,
    /// Requests to other servers.
    pub(super) foreign_requests: u32,
    /// For how long the page stood ready while no processor was free.
    pub(super) waited_loading: f64,
    /// Whether that was too much, also at the last try.
    #[serde(default)]
    pub(super) is_disturbed: bool,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Clicks {
    pub(super) answer: Vec<Click>,
    pub(super) next: Vec<Click>,
}

/// From the call that defines the element to the end of its task, and of the first frame after it; none on the peers'
/// pages.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct Defined {
    pub(super) task: Option<f64>,
    pub(super) frame: Option<f64>,
}

/// What came of a click: when it was painted, and when nothing changed any more.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct Click {
    pub(super) painted: f64,
    pub(super) settled: f64,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct Memory {
    pub(super) script: f64,
    pub(super) wasm: f64,
}

/// A file that was sent, with its size on the way.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct File {
    pub(super) path: String,
    pub(super) kind: String,
    pub(super) bytes: f64,
}

impl Visit {
    /// The median of this visit's clicks on answers, until the frame after them.
    pub(super) fn answer_painted(&self) -> Option<f64> {
        median(self.clicks.iter().flat_map(|clicks| &clicks.answer).map(|click| click.painted))
    }

    /// The median of this visit's clicks on what leads on, until the new question stood still.
    pub(super) fn next_settled(&self) -> Option<f64> {
        median(self.clicks.iter().flat_map(|clicks| &clicks.next).map(|click| click.settled))
    }

    /// All bytes that were sent.
    pub(super) fn bytes(&self) -> Option<f64> {
        Some(self.files.iter().map(|file| file.bytes).sum())
    }

    /// How many files were sent beside the page itself.
    pub(super) fn own_files(&self) -> Option<f64> {
        Some(self.own().count() as f64)
    }

    /// The bytes of the files that were sent beside the page itself.
    pub(super) fn own_bytes(&self) -> Option<f64> {
        Some(self.own().map(|file| file.bytes).sum())
    }

    fn own(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.kind != "html")
    }

    /// What scripts and WebAssembly hold on to in the end.
    pub(super) fn memory(&self) -> Option<f64> {
        Some(self.memory.script + self.memory.wasm)
    }

    /// How often the WebAssembly module was sent; if any other file was sent more often, how often that was.
    pub(super) fn downloads(&self) -> Option<f64> {
        let mut times: BTreeMap<&str, u32> = BTreeMap::new();
        for file in &self.files {
            *times.entry(&file.path).or_default() += 1;
        }
        let has_module = self.files.iter().any(|file| file.kind == "wasm");
        if has_module { times.values().max().copied().map(f64::from) } else { Some(0.0) }
    }
}

impl Measured {
    /// The visits to a page on a profile.
    pub(super) fn visits<'a>(&'a self, site: &'a str, profile: &'a str) -> impl Iterator<Item = &'a Visit> {
        self.visits.iter().filter(move |visit| visit.site == site && visit.profile == profile)
    }

    /// The median of a figure over the visits to a page on the slow profile; none if there is no such figure.
    pub(super) fn slow(&self, site: &str, figure: impl Fn(&Visit) -> Option<f64>) -> Option<f64> {
        median(self.visits(site, SLOW).filter_map(figure))
    }

    /// The largest of a figure over the visits to a page on the slow profile.
    pub(super) fn most(&self, site: &str, figure: impl Fn(&Visit) -> Option<f64>) -> Option<f64> {
        self.visits(site, SLOW).filter_map(figure).reduce(f64::max)
    }
}

/// A figure of a visit, if it has that figure.
pub(super) type Figure = fn(&Visit) -> Option<f64>;

/// The value in the middle, or the mean of the two there; none of nothing.
pub(super) fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    let lower = values[(values.len() - 1) / 2];
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_median(values: &[f64], expected: Option<f64>) {
        assert_eq!(median(values.iter().copied()), expected);
    }

    #[test]
    fn the_median_is_the_middle_value_or_the_mean_of_two() {
        check_median(&[], None);
        check_median(&[3.0], Some(3.0));
        check_median(&[9.0, 1.0, 2.0], Some(2.0));
        check_median(&[4.0, 1.0, 2.0, 90.0], Some(3.0));
    }

    #[track_caller]
    fn check_downloads(paths: &[(&str, &str)], expected: f64) {
        let file =
            |(path, kind): &(&str, &str)| File { path: (*path).into(), kind: (*kind).into(), bytes: 1.0 };
        let visit = Visit { files: paths.iter().map(file).collect(), ..Visit::default() };
        assert_eq!(visit.downloads(), Some(expected));
    }

    #[test]
    fn no_file_may_be_sent_twice_and_the_module_must_be_sent() {
        check_downloads(&[("/a.js", "js"), ("/a.wasm", "wasm")], 1.0);
        check_downloads(&[("/a.js", "js"), ("/a.wasm", "wasm"), ("/a.wasm", "wasm")], 2.0);
        check_downloads(&[("/nl.bin", "bin"), ("/a.wasm", "wasm"), ("/nl.bin", "bin")], 2.0);
        check_downloads(&[("/a.js", "js")], 0.0);
    }

    #[test]
    fn the_page_around_the_widget_is_not_its_own() {
        let file = |kind: &str, bytes| File { path: "/".into(), kind: kind.into(), bytes };
        let visit =
            Visit { files: vec![file("html", 9.0), file("js", 2.0), file("txt", 3.0)], ..Visit::default() };
        assert_eq!((visit.own_files(), visit.own_bytes(), visit.bytes()), (Some(2.0), Some(5.0), Some(14.0)));
    }

    #[test]
    fn what_the_bench_prints_is_read() {
        let printed = r#"{
            "date": "2026-01-31", "profiles": ["slow4g"], "rounds": 1, "faults": [],
            "otherLoader": {"version": "6.1.1", "bytes": 12},
            "machine": {
                "processor": "P", "cores": 2, "memory": 1, "system": "Linux", "browser": "Chromium 1", "node": "v20"
            },
            "visits": [{
                "site": "widget", "profile": "slow4g", "painted": 1.5, "answerable": 2, "running": 3,
                "startingAll": 4, "defined": {"task": 4.5, "frame": 8}, "blocked": 0, "script": 5,
                "clicks": {"answer": [{"painted": 6, "settled": 7}], "next": [{"painted": 8, "settled": 9}]},
                "memory": {"script": 10, "wasm": 20}, "compiled": 1,
                "files": [{"path": "/", "kind": "html", "bytes": 11}], "foreignRequests": 0,
                "waitedLoading": 0, "waitedWalking": 0, "attempt": 1, "isDisturbed": false
            }, {
                "site": "plain", "profile": "slow4g", "painted": 1, "answerable": 2, "running": null,
                "startingAll": null, "defined": {"task": null, "frame": null}, "blocked": 0, "script": 5, "memory": {"script": 10, "wasm": 0}, "compiled": 0,
                "files": [], "foreignRequests": 0, "waitedLoading": 0
            }]
        }"#;
        let measured: Measured = serde_json::from_str(printed).expect("it is as the bench prints it");
        assert_eq!(measured.slow("widget", Visit::answer_painted), Some(6.0));
        assert_eq!(measured.slow("widget", Visit::next_settled), Some(9.0));
        assert_eq!(measured.slow("widget", Visit::memory), Some(30.0));
        assert_eq!(measured.slow("widget", |visit| visit.defined.task), Some(4.5));
        assert_eq!(measured.slow("plain", |visit| visit.running), None);
        assert_eq!(measured.slow("nobody", Visit::bytes), None);
        assert_eq!(measured.other_loader["version"], "6.1.1");
    }
}
