//! The budget: the accepted size of a first visit to the result. The build fails if a visit grows by more than the
//! tolerance.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use fs_err as fs;

/// The budget's file, from the repository's root.
const FILE: &str = "xtask/budget.json";
/// How much more than accepted a first visit may load, in percent.
const TOLERANCE: usize = 2;
/// The element's script and its limit, which no accepted budget changes: the script is all that an embed loads before
/// anyone touches it.
const SCRIPT: (&str, usize) = ("b2b-b2c-profile.js", 20_000);

/// The files that a visit loads, with their sizes after compression with brotli at its best, in bytes.
pub(super) type Visit = BTreeMap<String, usize>;

/// Fails if the visit is over the budget, and lists the files that grew; or if the script is over its limit.
pub(super) fn check(visit: &Visit) -> Result<()> {
    check_script(visit)?;
    let accepted = fs::read(crate::root().join(FILE))?;
    let accepted = serde_json::from_slice(&accepted).with_context(|| format!("not a budget: {FILE}"))?;
    compare(visit, &accepted)
}

/// Makes this visit the budget, unless the script is over its limit.
pub(super) fn accept(visit: &Visit) -> Result<()> {
    check_script(visit)?;
    Ok(fs::write(crate::root().join(FILE), format!("{:#}\n", serde_json::to_value(visit)?))?)
}

fn check_script(visit: &Visit) -> Result<()> {
    let (name, limit) = SCRIPT;
    let size = visit.get(name).copied().unwrap_or_default();
    ensure!(size <= limit, "too large: {name} has {size} bytes after compression, the limit is {limit}");
    Ok(())
}

fn compare(visit: &Visit, accepted: &Visit) -> Result<()> {
    let (now, before): (usize, usize) = (visit.values().sum(), accepted.values().sum());
    if now * 100 <= before * (100 + TOLERANCE) {
        return Ok(());
    }
    let grown = visit.iter().filter_map(|(name, &size)| {
        let before = accepted.get(name).copied().unwrap_or_default();
        (size > before).then(|| format!("\n  {name}: {before} → {size}"))
    });
    bail!(
        "over the budget: a first visit loads {now} bytes after compression; {before} and {TOLERANCE} % more are \
         accepted\nlarger than before:{}\nto accept the new sizes: cargo xtask size --accept",
        grown.collect::<String>()
    )
}

/// A file's name with a star in place of the digest, which changes with the content.
pub(super) fn lasting(name: &str) -> String {
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
        files.iter().map(|(name, size)| ((*name).to_owned(), *size)).collect()
    }

    #[test]
    fn a_little_more_is_no_fault() {
        let accepted = visit(&[("a.js", 600), ("b.css", 400)]);
        for now in [&[("a.js", 620), ("b.css", 400)][..], &[("a.js", 1020)], &[("c.js", 1)]] {
            assert!(compare(&visit(now), &accepted).is_ok(), "{now:?}");
        }
    }

    #[test]
    fn more_says_what_grew_and_how_to_accept_it() {
        let accepted = visit(&[("a.js", 600), ("b.css", 400)]);
        let error = compare(&visit(&[("a.js", 590), ("b.css", 420), ("c.js", 11)]), &accepted).unwrap_err();
        assert_eq!(
            error.to_string(),
            "over the budget: a first visit loads 1021 bytes after compression; 1000 and 2 % more are accepted\n\
             larger than before:\n  b.css: 400 → 420\n  c.js: 0 → 11\n\
             to accept the new sizes: cargo xtask size --accept"
        );
    }

    #[test]
    fn the_script_has_a_limit_of_its_own() {
        assert!(check_script(&visit(&[("b2b-b2c-profile.js", 20_000), ("a.js", 30_000)])).is_ok());
        let error = check_script(&visit(&[("b2b-b2c-profile.js", 20_001)])).unwrap_err();
        let expected = "too large: b2b-b2c-profile.js has 20001 bytes after compression, the limit is 20000";
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn a_digest_in_a_name_never_matters() {
        let digest = "0123456789abcdef";
        let names = [format!("b2b-nl-{digest}.txt"), format!("b2b-{digest}.wasm"), "landing.js".to_owned()];
        assert_eq!(names.map(|name| lasting(&name)), ["b2b-nl-*.txt", "b2b-*.wasm", "landing.js"]);
    }
}
