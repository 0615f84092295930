//! The states of a result that pictures are taken of and whose heights are measured.

use crate::{Browser, Widget};

/// How a visitor gets to a result.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The name of the state.
    pub name: &'static str,
    /// Whom the visitor sells to: `companies`, `consumers` or `both`.
    pub whom: &'static str,
    /// The keys pressed for the questions, `0` for “don’t know”. After six, the visitor asks for the result so far.
    pub keys: &'static str,
}

/// Every state.
pub const RESULTS: [Shown; 9] = [
    Shown { name: "result", whom: "companies", keys: "4125232432334313" },
    Shown { name: "split", whom: "companies", keys: "5151441515224313" },
    Shown { name: "border", whom: "companies", keys: "1523414142414313" },
    Shown { name: "mixed", whom: "companies", keys: "3233233333334313" },
    Shown { name: "groups", whom: "both", keys: "4125232432331451145135414313" },
    Shown { name: "gaps", whom: "companies", keys: "4025032430334313" },
    Shown { name: "provisional", whom: "companies", keys: "412523" },
    Shown { name: "contradictory", whom: "companies", keys: "1111111111110000" },
    Shown { name: "too-few", whom: "companies", keys: "0000000000000000" },
];

impl Shown {
    /// Opens the page and answers until the result is there.
    #[track_caller]
    pub fn open<'a>(&self, browser: &'a Browser, path: &str) -> Widget<'a> {
        let widget = Widget::open(browser, path);
        widget.sell_to(self.whom);
        widget.fill(self.keys);
        if self.keys.len() == 6 {
            widget.click(".bp-interlude .bp-actions__on .bp-button:not(.bp-button--primary)");
        }
        browser.wait("the result", || widget.is_there(".bp-result"), || widget.look());
        widget
    }
}
