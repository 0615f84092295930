//! The browsers' engines.

use std::fmt::{self, Display, Formatter};

/// What draws the pages: between them these three stand for the browsers that visitors have.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Engine {
    /// Chromium: Chrome, Edge and their like.
    Chromium,
    /// Firefox, with its extended support.
    Firefox,
    /// WebKit, in the browser that comes with its GTK port: what is nearest to Safari.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];
}

impl Display for Engine {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        formatter.write_str(match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::WebKit => "WebKit",
        })
    }
}

/// Makes tests of functions that take a browser, one for each engine: `name::in_chromium` and so on.
///
/// Each gets a browser of its own, which must have kept quiet in the end.
#[macro_export]
macro_rules! in_every_engine {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            use browser_tests::{Browser, Engine};

            #[test]
            fn in_chromium() {
                check(Engine::Chromium);
            }

            #[test]
            fn in_firefox() {
                check(Engine::Firefox);
            }

            #[test]
            fn in_webkit() {
                check(Engine::WebKit);
            }

            fn check(engine: Engine) {
                let browser = Browser::start_in(engine);
                super::$name(&browser);
                browser.finish();
            }
        }
    )+ };
}
