//! The browser engines.

use std::fmt::{self, Display, Formatter};

/// A browser engine. The three represent the browsers that visitors use.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Engine {
    /// Chromium: Chrome, Edge and others.
    Chromium,
    /// Firefox, preferably its ESR.
    Firefox,
    /// WebKit in the browser of its GTK port, the closest to Safari.
    WebKit,
}

impl Engine {
    /// All engines.
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

/// Turns functions that take a browser into tests, one per engine: `name::in_chromium` and so on. Each gets a
/// browser of its own, and `Browser::finish` checks its records at the end.
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
