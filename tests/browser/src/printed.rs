//! What the widget prints: captured from its frame, and turned into a PDF by Chromium.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::{self, Command};
use std::sync::atomic::{AtomicU32, Ordering};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::{Answer, Browser, Widget};

/// A captured document.
#[derive(Clone, Debug)]
pub struct Printed {
    /// Its title, which becomes the file name.
    pub title: String,
    html: String,
}

/// A PDF in a folder of its own, which is deleted on drop.
#[derive(Debug)]
pub struct Pdf {
    folder: PathBuf,
}

/// Starts capturing what the page's widget prints. If `is_allowed` is false, printing does nothing, as in a
/// sandbox that forbids it.
#[track_caller]
pub fn watch(widget: Widget, is_allowed: bool) {
    widget.run(include_str!("printed.js"), json!(is_allowed));
}

/// Waits for the only document printed since [`watch`], and returns it.
#[track_caller]
pub fn take(widget: Widget) -> Printed {
    let count = || widget.run("return printed.length", Value::Null);
    widget.browser().wait("something printed", || count() == 1, || widget.look());
    let printed = widget.run("return printed.pop()", Value::Null);
    let text = |name: &str| printed[name].as_str().unwrap_or_default().to_owned();
    assert_eq!(printed["length"], 1, "one constructed style sheet");
    let style = format!(
        "<meta charset='utf-8'><link rel='icon' href='/icon.svg'><style>{}</style></head>",
        text("sheet")
    );
    Printed { title: text("title"), html: text("page").replacen("</head>", &style, 1) }
}

impl Printed {
    /// The document as a page.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The PDF that Chromium makes, in the paper size of the document.
    #[track_caller]
    pub fn pdf(&self, browser: &Browser) -> Pdf {
        browser.site().add("/printed.html", Answer::html(&self.html));
        browser.open("/printed.html");
        Pdf::of_page(browser)
    }
}

impl Pdf {
    /// The PDF that Chromium makes of the open page, without backgrounds unless a style sheet insists on them.
    #[track_caller]
    pub fn of_page(browser: &Browser) -> Pdf {
        static FOLDERS: AtomicU32 = AtomicU32::new(0);
        let parameters = json!({ "preferCSSPageSize": true, "printBackground": false });
        let printed = browser.command("Page.printToPDF", parameters);
        let bytes = BASE64_STANDARD.decode(printed["data"].as_str().unwrap_or_default());
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("browser-tests-pdf-{}-{number}", process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder can be created");
        let pdf = Pdf { folder };
        fs::write(pdf.path(), bytes.expect("a PDF is base64")).expect("a file can be written");
        pdf
    }

    fn path(&self) -> PathBuf {
        self.folder.join("printed.pdf")
    }

    /// The lines of each page.
    #[track_caller]
    pub fn pages(&self) -> Vec<Vec<String>> {
        let text = output(Command::new("pdftotext").arg("-layout").arg(self.path()).arg("-"));
        let text = String::from_utf8(text).expect("the text of a PDF is UTF-8");
        let lines =
            |page: &str| page.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        // Each page ends with a form feed.
        text.trim_end_matches('\u{c}').split('\u{c}').map(lines).collect()
    }

    /// A PNG picture of each page.
    #[track_caller]
    pub fn pictures(&self) -> Vec<Vec<u8>> {
        output(
            Command::new("pdftoppm")
                .args(["-png", "-r", "96"])
                .arg(self.path())
                .arg(self.folder.join("page")),
        );
        let files = fs::read_dir(&self.folder).expect("the folder can be listed");
        let mut paths: Vec<PathBuf> =
            files.map(|file| file.expect("the folder can be listed").path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "png"));
        paths.sort();
        paths.into_iter().map(|path| fs::read(path).expect("a picture can be read")).collect()
    }
}

impl Drop for Pdf {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The output of a poppler program.
#[track_caller]
fn output(command: &mut Command) -> Vec<u8> {
    let done = command.output().expect("poppler is installed; cargo xtask test installs it");
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}
