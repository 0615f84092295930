//! Takes pictures of every page and state, and of the printed pages, and prints their paths. They go to the folder
//! named as the argument, by default `target/screenshots`; those that the documents show also go to `docs/screenshots`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, RESULTS, Widget, languages, printed, questionnaire};
use serde_json::Value;

/// The widths of the pictures, in pixels.
const WIDTHS: [u32; 4] = [320, 390, 760, 1280];
/// The pictures that the documents show.
const SHOWN: [&str; 2] = ["result-1280-light-en", "result-390-light-en"];

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = env::args_os().nth(1).map_or_else(|| root.join("target/screenshots"), PathBuf::from);
    fs::create_dir_all(&folder).expect("the folder can be made");
    let folder = folder.canonicalize().expect("the folder is there");
    let camera = Camera { browser: Browser::start(), folder };
    for language in &languages() {
        for scheme in ["light", "dark"] {
            let media = [("prefers-color-scheme", scheme)];
            for width in WIDTHS {
                camera.element(language, width, &media, scheme);
                camera.landing(language, width, &media, scheme);
            }
        }
        let media = [("forced-colors", "active"), ("prefers-color-scheme", "dark")];
        for width in [390, 1280] {
            camera.element(language, width, &media, "forced");
        }
        camera.print(language, &camera.folder);
    }
    for name in SHOWN {
        let (from, to) = (camera.folder.join(name), root.join("docs/screenshots").join(name));
        fs::copy(from.with_extension("png"), to.with_extension("png")).expect("the picture can be copied");
    }
    camera.browser.finish();
}

/// The browser, and the folder for its pictures.
struct Camera {
    browser: Browser,
    folder: PathBuf,
}

impl Camera {
    /// Takes every page of the element at full height and at the width of the page: the result in all its states,
    /// with a plan, and with all rows open.
    fn element(&self, language: &str, width: u32, media: &[(&str, &str)], look: &str) {
        self.set(width, media);
        let style = "<style>:root { color-scheme: light dark } body { margin: 0 }</style>";
        let body = format!("{style}<b2b-b2c-profile lang='{language}'></b2b-b2c-profile>");
        self.browser.site().add_html("/element", &body);
        let take =
            |widget, page: &str| self.take(widget, "host", &format!("{page}-{width}-{look}-{language}"));
        let widget = Widget::open(&self.browser, "/element");
        take(widget, "intro");
        widget.fill("52");
        widget.choose('2');
        take(widget, "question");
        for shown in RESULTS {
            take(shown.open(&self.browser, "/element"), shown.name);
        }
        let widget = RESULTS[0].open(&self.browser, "/element");
        let marks = "for (const [place, mark] of ['will-do', 'already-do', 'not-for-us'].entries()) {
            all('.bp-card')[place].querySelector(`[data-id='${mark}']`).click();
        } return drawn()";
        widget.run(marks, Value::Null);
        take(widget, "plan");
        widget.open_all();
        take(widget, "open");
    }

    /// Takes the whole landing page.
    fn landing(&self, language: &str, width: u32, media: &[(&str, &str)], look: &str) {
        self.set(width, media);
        let widget = Widget::open(&self.browser, if language == "nl" { "/" } else { "/en/" });
        self.take(widget, "document.documentElement", &format!("landing-{width}-{look}-{language}"));
    }

    /// Takes each printed page: of the questionnaire, of the result, and of everything in it.
    fn print(&self, language: &str, folder: &Path) {
        self.set(1024, &[]);
        let (_, texts) = questionnaire(language);
        let body = format!("<b2b-b2c-profile lang='{language}'></b2b-b2c-profile>");
        self.browser.site().add_html("/element", &body);
        for (name, label) in [
            ("printed-questionnaire", Label::PaperPrint),
            ("printed-result", Label::Print),
            ("printed-everything", Label::PrintAll),
        ] {
            let widget = if label == Label::PaperPrint {
                let widget = Widget::open(&self.browser, "/element");
                widget.click(".bp-sheet summary");
                widget
            } else {
                RESULTS[0].open(&self.browser, "/element")
            };
            printed::watch(widget, true);
            widget.click_on(&texts.label(label));
            let pages = printed::take(widget).pdf(&self.browser).pictures();
            for (page, number) in pages.iter().zip(1..) {
                let path = folder.join(format!("{name}-{number}-{language}.png"));
                fs::write(&path, page).expect("the picture can be written");
                println!("{}", path.display());
            }
        }
    }

    fn set(&self, width: u32, media: &[(&str, &str)]) {
        self.browser.resize(width, 800);
        let still = [("prefers-reduced-motion", "reduce")];
        self.browser.emulate(&[media, &still].concat());
    }

    /// Takes an element after fonts have loaded and animations have ended.
    fn take(&self, widget: Widget, element: &str, name: &str) {
        let script = format!(
            "focused()?.blur();
             scrollTo(0, 0);
             const moving = () => [...document.getAnimations(), ...root.getAnimations()];
             return document.fonts.ready.then(drawn)
               .then(() => Promise.allSettled(moving().map((animation) => animation.finished)))
               .then(() => {{
                 const box = {element}.getBoundingClientRect();
                 return [box.x, box.y, box.width, box.height];
               }})"
        );
        let place = widget.run(&script, Value::Null);
        let side = |place: &Value| place.as_f64().expect("a side is a number");
        let sides: Vec<f64> = place.as_array().expect("a box has four numbers").iter().map(side).collect();
        let [x, y, width, height] = sides[..] else { panic!("a box has four numbers: {place}") };
        let path = self.folder.join(format!("{name}.png"));
        fs::write(&path, self.browser.picture(x, y, width, height)).expect("the picture can be written");
        println!("{}", path.display());
    }
}
