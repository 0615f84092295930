//! Builds again when a source changes.

use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::site;

const FOLDERS: [&str; 10] =
    ["api", "assets", "content", "element", "frame", "npm", "offline", "site", "src", "styles"];
const FILES: [&str; 3] = ["Cargo.toml", "build.rs", "index.html"];

/// An editor's save comes as several events; this long without one means that it is done.
const QUIET: Duration = Duration::from_millis(150);

/// Builds at once, and again in the background whenever a source changes; calls `built` after each later success.
///
/// A build that fails prints its error; the site stays as it was.
pub(crate) fn build_on_change(built: impl Fn() + Send + 'static) -> Result<()> {
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| concerns_source(&event)) {
            // The receiver lives as long as the program.
            let _ = sender.send(());
        }
    })?;
    watch_sources(&mut watcher)?;
    build();
    thread::spawn(move || {
        let _watcher = watcher;
        while wait(&changes) {
            if build() {
                built();
            }
        }
    });
    Ok(())
}

/// Files are watched through their folder: an editor may replace them.
fn watch_sources(watcher: &mut RecommendedWatcher) -> Result<()> {
    let root = crate::root();
    watcher.watch(&root, RecursiveMode::NonRecursive).context("folder not watched: the root")?;
    for folder in FOLDERS {
        let watched = watcher.watch(&root.join(folder), RecursiveMode::Recursive);
        watched.with_context(|| format!("folder not watched: {folder}"))?;
    }
    Ok(())
}

/// The build itself reads the sources and writes beside them; neither counts as a change.
fn concerns_source(event: &Event) -> bool {
    let root = crate::root();
    let is_source = |path: &Path| {
        let place = path.strip_prefix(&root).unwrap_or(path);
        FOLDERS.iter().any(|folder| place.starts_with(folder))
            || FILES.iter().any(|file| place == Path::new(file))
    };
    !event.kind.is_access() && event.paths.iter().any(|path| is_source(path))
}

fn wait(changes: &Receiver<()>) -> bool {
    let changed = changes.recv().is_ok();
    while changes.recv_timeout(QUIET).is_ok() {}
    changed
}

fn build() -> bool {
    let built = site::build();
    if let Err(error) = &built {
        eprintln!("error: {error:#}");
    }
    built.is_ok()
}
