//! Takes the pictures in `docs/screenshots` and of the pages that are printed, in `docs/printed`, and prints their
//! paths. The folder named as the argument takes the first one's place; the other lies beside it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use b2b_b2c_profile::content::Label;
use browser_tests::{Browser, Widget, languages, printed, questionnaire};
use serde_json::Value;

/// Answers that lead to a profile with a side, and a foundation to do first.
const ANSWERS: &str = "4125232432334313";
/// The second group's answers.
const OTHERS: &str = "145114513541";

fn main() {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/screenshots");
    let folder = env::args_os().nth(1).map_or_else(default, PathBuf::from);
    fs::create_dir_all(&folder).expect("the folder can be made");
    let folder = folder.canonicalize().expect("the folder is there");
    let camera = Camera { browser: Browser::start(), folder };
    for language in &languages() {
        for scheme in ["light", "dark"] {
            let media = [("prefers-color-scheme", scheme)];
            for width in [320, 480, 1024] {
                camera.element(language, width, &media, scheme, &["intro", "question", "result"]);
            }
            for width in [320, 1024] {
                camera.landing(language, width, &media, scheme);
            }
        }
        let media = [("forced-colors", "active"), ("prefers-color-scheme", "dark")];
        camera.element(language, 1024, &media, "forced", &["question", "result"]);
    }
    camera.element("nl", 1024, &[], "light", &["comparison"]);
    let printed = camera.folder.with_file_name("printed");
    fs::create_dir_all(&printed).expect("the folder can be made");
    for language in &languages() {
        camera.print(language, &printed);
    }
    camera.browser.finish();
}

/// The browser, and where its pictures go.
struct Camera {
    browser: Browser,
    folder: PathBuf,
}

impl Camera {
    /// Takes the element at its whole height, as wide as the page.
    fn element(&self, language: &str, width: u32, media: &[(&str, &str)], look: &str, pages: &[&str]) {
        self.set(width, media);
        let style = "<style>:root { color-scheme: light dark } body { margin: 0 }</style>";
        let body = format!("{style}<b2b-b2c-profile lang='{language}'></b2b-b2c-profile>");
        self.browser.site().add_html("/element", &body);
        for page in pages {
            let widget = Widget::open(&self.browser, "/element");
            match *page {
                "question" => {
                    widget.fill("52");
                    widget.choose('2');
                }
                "result" => {
                    widget.sell_to("companies");
                    widget.fill(ANSWERS);
                }
                "comparison" => {
                    widget.sell_to("both");
                    widget.fill(&format!("{}{OTHERS}{}", &ANSWERS[..12], &ANSWERS[12..]));
                }
                _ => {}
            }
            self.take(widget, "host", &format!("{page}-{width}-{look}-{language}"));
        }
    }

    /// Takes the whole landing page.
    fn landing(&self, language: &str, width: u32, media: &[(&str, &str)], look: &str) {
        self.set(width, media);
        let widget = Widget::open(&self.browser, if language == "nl" { "/" } else { "/en/" });
        self.take(widget, "document.documentElement", &format!("landing-{width}-{look}-{language}"));
    }

    /// Takes each page of what is printed: the questionnaire at the intro, and the report.
    fn print(&self, language: &str, folder: &Path) {
        self.set(1024, &[]);
        let (_, texts) = questionnaire(language);
        let body = format!("<b2b-b2c-profile lang='{language}'></b2b-b2c-profile>");
        self.browser.site().add_html("/element", &body);
        for (name, label) in [("questionnaire", Label::PaperPrint), ("result", Label::Print)] {
            let widget = Widget::open(&self.browser, "/element");
            match label {
                Label::Print => widget.fill(ANSWERS),
                _ => widget.click(".bp-sheet summary"),
            }
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

    /// Takes an element once its letters are there and nothing moves any more.
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
        let sides: Vec<f64> = place.as_array().expect("a box has four sides").iter().map(side).collect();
        let [x, y, width, height] = sides[..] else { panic!("a box has four sides: {place}") };
        let path = self.folder.join(format!("{name}.png"));
        fs::write(&path, self.browser.picture(x, y, width, height)).expect("the picture can be written");
        println!("{}", path.display());
    }
}
