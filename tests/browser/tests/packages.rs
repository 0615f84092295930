//! The npm package in a page built by each bundler, by `cargo xtask packages`.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use b2b_b2c_profile::content::Label;
use browser_tests::{Answer, Browser, Sheet, Widget, in_every_engine, printed, questionnaire, report};
use serde_json::{Value, json};

const PAGES: [&str; 5] = ["esbuild", "plain", "rollup", "vite", "webpack"];
const SHEET: Sheet = Sheet::new("511551155115", "1234");

in_every_engine!(
    a_page_of_each_bundler_makes_a_complete_run,
    vites_development_server_shows_the_widget,
    frameworks_may_set_every_property,
);

/// Serves a bundler's page at its name.
#[track_caller]
fn serve(browser: &Browser, name: &str) {
    let folder = built().join(name);
    assert!(folder.join("index.html").is_file(), "no {}; run cargo xtask packages", folder.display());
    for path in files(&folder) {
        let place = path.strip_prefix(&folder).expect("it is in the folder").display();
        let bytes = fs::read(&path).expect("a built file can be read");
        browser.site().add(&format!("/{name}/{place}"), Answer::file(content_type(&path), bytes));
    }
}

fn frameworks_may_set_every_property(browser: &Browser) {
    serve(browser, "frameworks");
    browser.open("/frameworks/index.html");
    browser.allow_console("Feature flags");
    let done = || browser.run(0, "return document.documentElement.dataset.done === ''", Value::Null) == true;
    browser.wait("all frameworks", done, String::new);
    for name in ["react", "vue", "svelte"] {
        let state = "const widget = document.querySelector(`#${args} b2b-b2c-profile`);
            const { form, value, type, name, groupFirst, ctaText } = widget ?? {};
            return [form === document.querySelector(`#${args}-form`), form !== null, value, type, name, groupFirst,
              ctaText]";
        let state = browser.run(0, state, json!(name));
        let expected = json!([true, true, "", "b2b-b2c-profile", "profile", "", ""]);
        assert_eq!(state, expected, "{name}");
    }
}

fn a_page_of_each_bundler_makes_a_complete_run(browser: &Browser) {
    for name in PAGES {
        serve(browser, name);
        let widget = Widget::open(browser, &format!("/{name}/index.html"));
        widget.fill(&SHEET.keys());
        widget.open_all();
        let (instrument, texts) = questionnaire("nl");
        report::check(widget, &texts, &instrument, &SHEET.outcome(&instrument), None);
        // Files that load on demand are found, wherever the bundler has put them.
        printed::watch(widget, true);
        widget.click_on(&texts.label(Label::Print));
        printed::take(widget);
    }
}

fn vites_development_server_shows_the_widget(browser: &Browser) {
    let vite = Vite::start();
    browser.open_address(&vite.address);
    let widget = Widget::on_page(browser, 0);
    assert_eq!(widget.heading(), questionnaire("nl").1.about.title.as_str());
}

/// Vite's development server; it ends when it is dropped.
struct Vite {
    process: Child,
    address: String,
    /// Kept open, because a server that can't write might end.
    _output: BufReader<ChildStdout>,
}

impl Vite {
    fn start() -> Vite {
        // Vite chooses a free port itself: if its port is taken, it tries the next one.
        let mut process = Command::new("node")
            .args(["node_modules/vite/bin/vite.js", "--host", "127.0.0.1"])
            .current_dir(built().join("workshop"))
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node is on the path; cargo xtask test installs it");
        let output = process.stdout.take().expect("its output is piped");
        let mut output = BufReader::new(output);
        let address = |line: String| Some(line[line.find("http://")?..].trim().to_owned());
        let mut lines = output.by_ref().lines().map_while(Result::ok);
        let address = lines.find_map(address).expect("Vite prints its address");
        Vite { process, address, _output: output }
    }
}

impl Drop for Vite {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn built() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/packages")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be listed");
    let paths = entries.map(|entry| entry.expect("the folder can be listed").path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        _ => "text/plain",
    }
}
