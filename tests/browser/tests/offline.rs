//! The single file for offline use, opened from disk.

use std::env;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, RECORDER, Sheet, Widget, in_every_engine, printed, questionnaire, report};
use serde_json::{Value, json};

/// Answers that lead to a profile with a side.
const SHEET: Sheet = Sheet::new("512432145324", "2415");
/// A folder name that must be escaped in addresses.
const FOLDER: &str = "a #1 %20 map";
/// The maximum size of the file, in bytes.
const MOST: usize = 400_000;

in_every_engine!(
    a_complete_run_from_disk_leads_to_the_profile_of_the_core,
    answers_that_were_kept_are_there_when_the_file_is_opened_again,
    the_file_opens_in_silence,
);

fn a_complete_run_from_disk_leads_to_the_profile_of_the_core(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    let file = built(browser);
    assert!(file.len() <= MOST, "too big for an e-mail: {} bytes", file.len());
    let disk = Disk::with(&file);
    let widget = open(browser, &disk);
    switch(widget, "nl");
    widget.sell_to("consumers");
    widget.click(".bp-start");
    for (place, key) in SHEET.items.chars().take(6).enumerate() {
        widget.expect_page(&texts.item(instrument.items()[place].id).question);
        widget.tab_to(".bp-question__group input");
        browser.press(key.to_string());
        assert_eq!(widget.chosen(), key.to_string(), "a number key chooses");
        widget.click(".bp-next");
    }
    widget.expect_page(&texts.label(Label::Halfway));
    switch(widget, "en");
    assert_eq!(widget.heading(), questionnaire("en").1.label(Label::Halfway).as_str());
    switch(widget, "nl");
    widget.fill(&SHEET.items[6..]);
    widget.fill(SHEET.foundations);
    report::check(widget, &texts, &instrument, &SHEET.outcome(&instrument), None);
    printed::watch(widget, true);
    widget.click_on(&texts.label(Label::Print));
    assert!(printed::take(widget).html().contains(&widget.heading()), "the file contains the print script");
    widget.open_all();
    let stored =
        widget.run("return [document.cookie, localStorage.length, sessionStorage.length]", Value::Null);
    assert_eq!(stored, json!(["", 0, 0]), "nothing is stored without a choice");
}

fn answers_that_were_kept_are_there_when_the_file_is_opened_again(browser: &Browser) {
    let (instrument, texts) = questionnaire("nl");
    let disk = Disk::with(&built(browser));
    let widget = open(browser, &disk);
    switch(widget, "nl");
    widget.click(".bp-keep input");
    browser.wait("the choice", || widget.is_there(".bp-keep :checked"), || widget.look());
    widget.fill(&SHEET.items[..3]);

    let widget = open(browser, &disk);
    switch(widget, "nl");
    let fourth = texts.item(instrument.items()[3].id).question.as_str();
    browser.wait("the fourth question", || widget.heading() == fourth, || widget.look());
    widget.fill(&SHEET.items[3..]);
    widget.fill(SHEET.foundations);
    report::check(widget, &texts, &instrument, &SHEET.outcome(&instrument), None);
}

/// Records from the first line on, before the policy applies.
fn the_file_opens_in_silence(browser: &Browser) {
    let file = String::from_utf8(built(browser)).expect("a page is text");
    let recorded = file.replacen("<head>", &format!("<head><script>{RECORDER}</script>"), 1);
    let disk = Disk::with(recorded.as_bytes());
    browser.open_address(&disk.address());
    let widget = Widget::on_page(browser, 0);
    let radius = "return getComputedStyle(host).borderStartStartRadius";
    assert_ne!(widget.read(radius), "0px", "the page's own style applies under its policy");
    browser.heed();

    // Checks that the recorder sees violations of the policy.
    widget.run("document.body.setAttribute('style', 'color: red'); return drawn()", Value::Null);
    browser.expect_violation("style-src-attr");
}

/// The file, as built.
pub(crate) fn built(browser: &Browser) -> Vec<u8> {
    browser.site().file("offline", ".html")
}

/// Opens the file, starts recording, and waits for its widget. Earlier requests are recorded too.
#[track_caller]
fn open<'a>(browser: &'a Browser, disk: &Disk) -> Widget<'a> {
    browser.open_address(&disk.address());
    browser.record();
    Widget::on_page(browser, 0)
}

/// Switches to a language; the page around the widget must follow.
#[track_caller]
fn switch(widget: Widget, code: &str) {
    widget.click(&format!(".bp-languages__button[lang='{code}']"));
    let page = || widget.run("return [document.documentElement.lang, document.title]", Value::Null);
    let expected = json!([code, title(code)]);
    let is_there = || page() == expected && widget.is_there(&format!(".bp[lang='{code}']"));
    widget.browser().wait(&expected.to_string(), is_there, || page().to_string());
}

/// The page's title in a language.
fn title(code: &str) -> Value {
    let texts = match code {
        "nl" => include_str!("../../../content/nl.json"),
        _ => include_str!("../../../content/en.json"),
    };
    let texts: Value = serde_json::from_str(texts).expect("the texts are JSON");
    texts["landing"]["title"].clone()
}

/// The file in a read-only folder; both are deleted on drop.
pub(crate) struct Disk {
    root: PathBuf,
    file: PathBuf,
}

impl Disk {
    pub(crate) fn with(page: &[u8]) -> Disk {
        static FOLDERS: AtomicU32 = AtomicU32::new(0);
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let root = env::temp_dir().join(format!("browser-tests-disk-{}-{number}", process::id()));
        let folder = root.join(FOLDER);
        fs::create_dir_all(&folder).expect("a temporary folder can be created");
        let file = folder.join("offline.html");
        fs::write(&file, page).expect("a file can be written");
        allow(&file, 0o444);
        allow(&folder, 0o555);
        Disk { root, file }
    }

    /// The address of the file.
    pub(crate) fn address(&self) -> String {
        let escape = |char: char| match char {
            ' ' | '#' | '%' => format!("%{:02X}", u32::from(char)),
            other => other.to_string(),
        };
        format!("file://{}", self.file.display().to_string().chars().map(escape).collect::<String>())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        allow(&self.root.join(FOLDER), 0o755);
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("the owner may change permissions");
}
