//! The budget: what a first visit to the result was last accepted to load. More than a little on top of it fails the
//! build.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use fs_err as fs;
use serde::{Deserialize, Serialize};

/// The file, in the repository's root.
const FILE: &str = "xtask/budget.json";
/// How much more than accepted a first visit may load, in percent.
const TOLERANCE: usize = 2;
/// The element's script, and the most that it may measure whatever was accepted: it is all that an embed loads before
/// anyone touches it.
const SCRIPT: (&str, usize) = ("b2b-b2c-profile.js", 20_000);

/// The files that a visit loads, with their sizes after compression with brotli at its best, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Visit(BTreeMap<String, usize>);

impl Visit {
    /// One more file. Names that change with the content stand for all that are alike.
    pub(crate) fn add(&mut self, name: &str, size: usize) {
        self.0.insert(lasting(name), size);
    }

    pub(crate) fn total(&self) -> usize {
        self.0.values().sum()
    }

    /// Fails if this is too much more than what was accepted for the repository at `root`, and says which files grew;
    /// or if the script is too big.
    pub(crate) fn check(&self, root: &Path) -> Result<()> {
        self.check_script()?;
        let accepted = fs::read_to_string(root.join(FILE))?;
        let accepted = serde_json::from_str(&accepted).with_context(|| format!("not a budget: {FILE}"))?;
        self.compare(&accepted)
    }

    /// Makes this the budget of the repository at `root`, unless the script is too big.
    pub(crate) fn accept(&self, root: &Path) -> Result<()> {
        self.check_script()?;
        let text = serde_json::to_string_pretty(self)? + "\n";
        Ok(fs::write(root.join(FILE), text)?)
    }

    fn check_script(&self) -> Result<()> {
        let (name, most) = SCRIPT;
        let size = self.0.get(name).copied().unwrap_or_default();
        ensure!(size <= most, "too big: {name} has {size} bytes after compression, {most} at most");
        Ok(())
    }

    fn compare(&self, accepted: &Visit) -> Result<()> {
        let (now, before) = (self.total(), accepted.total());
        if now * 100 <= before * (100 + TOLERANCE) {
            return Ok(());
        }
        let grown = self.0.iter().filter_map(|(name, &size)| {
            let before = accepted.0.get(name).copied().unwrap_or_default();
            (size > before).then(|| format!("\n  {name}: {before} → {size}"))
        });
        bail!(
            "over the budget: a first visit loads {now} bytes after compression, {before} were accepted, and \
             {TOLERANCE} % on top\nit grew:{}\nif that is worth it: cargo xtask size --accept",
            grown.collect::<String>()
        )
    }
}

/// A file's name with a star in place of the digest that changes with the content.
fn lasting(name: &str) -> String {
    let parts = name.split_inclusive(['-', '.']).map(|part| {
        let digest = part.trim_end_matches(['-', '.']);
        let is_digest = digest.len() == 16 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_digest { part.replace(digest, "*") } else { part.to_owned() }
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(files: &[(&str, usize)]) -> Visit {
        let mut visit = Visit::default();
        files.iter().for_each(|(name, size)| visit.add(name, *size));
        visit
    }

    #[test]
    fn a_little_more_is_no_fault() {
        let accepted = visit(&[("a.js", 600), ("b.css", 400)]);
        for now in [&[("a.js", 620), ("b.css", 400)][..], &[("a.js", 1020)], &[("c.js", 1)]] {
            assert!(visit(now).compare(&accepted).is_ok(), "{now:?}");
        }
    }

    #[test]
    fn more_says_what_grew_and_how_to_accept_it() {
        let accepted = visit(&[("a.js", 600), ("b.css", 400)]);
        let error = visit(&[("a.js", 590), ("b.css", 420), ("c.js", 11)]).compare(&accepted).unwrap_err();
        assert_eq!(
            error.to_string(),
            "over the budget: a first visit loads 1021 bytes after compression, 1000 were accepted, and 2 % on top\n\
             it grew:\n  b.css: 400 → 420\n  c.js: 0 → 11\nif that is worth it: cargo xtask size --accept"
        );
    }

    #[test]
    fn the_script_has_a_limit_of_its_own() {
        assert!(visit(&[("b2b-b2c-profile.js", 20_000), ("a.js", 30_000)]).check_script().is_ok());
        let error = visit(&[("b2b-b2c-profile.js", 20_001)]).check_script().unwrap_err();
        let expected = "too big: b2b-b2c-profile.js has 20001 bytes after compression, 20000 at most";
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn a_digest_in_a_name_never_matters() {
        let digest = "0123456789abcdef";
        let names = [format!("b2b-nl-{digest}.txt"), format!("b2b-{digest}.wasm"), "landing.js".to_owned()];
        assert_eq!(names.map(|name| lasting(&name)), ["b2b-nl-*.txt", "b2b-*.wasm", "landing.js"]);
    }

    #[test]
    fn the_budget_is_read_as_it_was_written() {
        let visit = visit(&[("a.js", 600)]);
        let text = serde_json::to_string_pretty(&visit).unwrap();
        assert_eq!(serde_json::from_str::<Visit>(&text).unwrap(), visit);
    }
}
