//! The measurements of `bench/measure.js`, and their medians. Times are in milliseconds, sizes in bytes.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// The profile of the goals, and the profile for a duration that is too short to measure reliably on the slow one.
pub(super) const SLOW: &str = "slow4g";
pub(super) const FAST: &str = "unthrottled";

/// All visits of a run, and the machine.
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
    /// Errors, and measurements that failed.
    pub(super) faults: Vec<String>,
}

/// One visit, as `bench/measure/visit.js` writes it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Visit {
    pub(super) site: String,
    pub(super) profile: String,
    /// When the page was first painted.
    pub(super) painted: f64,
    /// When the first question could be answered. None on pages where no questions are answered.
    pub(super) answerable: Option<f64>,
    /// When the first engine ran: since the touch on the page that is touched, otherwise since navigation. None on
    /// pages where questions are answered, and on the page that is left alone.
    pub(super) running: Option<f64>,
    /// From the compiled module until all widgets are painted.
    pub(super) starting_all: Option<f64>,
    pub(super) defined: Defined,
    /// The blocking time while loading: how much longer than 50 ms tasks were, in total.
    pub(super) blocked: f64,
    /// How long scripts ran while loading.
    pub(super) script: f64,
    /// None on pages where no questions are answered.
    pub(super) clicks: Option<Clicks>,
    pub(super) memory: Memory,
    /// The number of compiled WebAssembly modules.
    pub(super) compiled: f64,
    pub(super) files: Vec<File>,
    /// Requests to other servers.
    pub(super) foreign_requests: u32,
    /// How long the page was ready to run but no processor was free.
    pub(super) waited_loading: f64,
    /// Whether that was too long, even at the last attempt.
    #[serde(default)]
    pub(super) is_disturbed: bool,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Clicks {
    pub(super) answer: Vec<Click>,
    pub(super) next: Vec<Click>,
}

/// The time from the call that defines the element to the end of its task, and to the end of the next frame. None on
/// the peers' pages.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct Defined {
    pub(super) task: Option<f64>,
    pub(super) frame: Option<f64>,
}

/// The times from a click to the first paint, and to the last change.
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

/// A transferred file, with its size in transfer.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct File {
    pub(super) path: String,
    pub(super) kind: String,
    pub(super) bytes: f64,
}

impl Visit {
    /// The median time from a click on an answer to the next frame.
    pub(super) fn answer_painted(&self) -> Option<f64> {
        median(self.clicks.iter().flat_map(|clicks| &clicks.answer).map(|click| click.painted))
    }

    /// The median time from a click on the button for the next question to the last change.
    pub(super) fn next_settled(&self) -> Option<f64> {
        median(self.clicks.iter().flat_map(|clicks| &clicks.next).map(|click| click.settled))
    }

    /// All transferred bytes.
    pub(super) fn bytes(&self) -> Option<f64> {
        Some(self.files.iter().map(|file| file.bytes).sum())
    }

    /// The number of transferred files without the page itself.
    pub(super) fn own_files(&self) -> Option<f64> {
        Some(self.own().count() as f64)
    }

    /// The transferred bytes without the page itself.
    pub(super) fn own_bytes(&self) -> Option<f64> {
        Some(self.own().map(|file| file.bytes).sum())
    }

    fn own(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.kind != "html")
    }

    /// The memory of scripts and WebAssembly at the end.
    pub(super) fn memory(&self) -> Option<f64> {
        Some(self.memory.script + self.memory.wasm)
    }

    /// The highest number of transfers of a single file. 0 if the WebAssembly module is not among the files.
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

    /// The median of a figure over the visits to a page on the slow profile. None if no visit has it.
    pub(super) fn slow(&self, site: &str, figure: impl Fn(&Visit) -> Option<f64>) -> Option<f64> {
        median(self.visits(site, SLOW).filter_map(figure))
    }

    /// The maximum of a figure over the visits to a page on the slow profile.
    pub(super) fn most(&self, site: &str, figure: impl Fn(&Visit) -> Option<f64>) -> Option<f64> {
        self.visits(site, SLOW).filter_map(figure).reduce(f64::max)
    }
}

/// A figure of a visit, if it has that figure.
pub(super) type Figure = fn(&Visit) -> Option<f64>;

/// The median. None if there are no values.
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
