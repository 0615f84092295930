//! Rebuilds the site when a source changes.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::site;

/// The folders of the sources, and the sources in the root.
const FOLDERS: [&str; 10] =
    ["api", "assets", "content", "element", "frame", "npm", "offline", "site", "src", "styles"];
const FILES: [&str; 3] = ["Cargo.toml", "build.rs", "index.html"];

/// Saving a file causes several events. After this time without one, the save is complete.
const QUIET: Duration = Duration::from_millis(150);

/// Builds now, and in the background after each change of a source. Calls `rebuilt` after each successful rebuild.
///
/// A build that fails prints its error and leaves the site as it was.
pub(crate) fn build_on_change(rebuilt: impl Fn() + Send + 'static) -> Result<()> {
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| concerns_source(&event)) {
            // The receiver exists as long as the program runs.
            let _ = sender.send(());
        }
    })?;
    watch_sources(&mut watcher)?;
    build();
    thread::spawn(move || {
        let _watcher = watcher;
        while changes.recv().is_ok() {
            while changes.recv_timeout(QUIET).is_ok() {}
            if build() {
                rebuilt();
            }
        }
    });
    Ok(())
}

/// Watches folders, not files, because an editor may replace a file.
fn watch_sources(watcher: &mut RecommendedWatcher) -> Result<()> {
    let root = crate::root();
    watcher.watch(&root, RecursiveMode::NonRecursive).context("folder not watched: the root")?;
    for folder in FOLDERS {
        let watched = watcher.watch(&root.join(folder), RecursiveMode::Recursive);
        watched.with_context(|| format!("folder not watched: {folder}"))?;
    }
    Ok(())
}

/// Whether an event is a change of a source. The build itself only reads the sources, and writes outside of them.
fn concerns_source(event: &Event) -> bool {
    let root = crate::root();
    let mut sources = FOLDERS.iter().chain(&FILES).map(|source| root.join(source));
    !event.kind.is_access() && sources.any(|source| event.paths.iter().any(|path| path.starts_with(&source)))
}

fn build() -> bool {
    let built = site::build();
    if let Err(error) = &built {
        eprintln!("error: {error:#}");
    }
    built.is_ok()
}
