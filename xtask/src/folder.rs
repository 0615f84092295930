//! Folders of files, read and written as a whole.

use std::path::Path;

use anyhow::{Result, ensure};
use fs_err as fs;
use walkdir::WalkDir;

use crate::doors::Files;

/// The folders in the repository's root that contain no sources.
const NO_SOURCES: [&str; 3] = [".git", "dist", "target"];
/// A folder of installed tools, at any depth.
const TOOLS: &str = "node_modules";

/// All files below a folder, by their path in it.
pub(crate) fn read(folder: &Path) -> Result<Files> {
    read_some(folder, |_| true)
}

/// The sources of the repository at `root`, by their path in it.
pub(crate) fn sources(root: &Path) -> Result<Files> {
    read_some(root, |path| {
        let is_tools = path.file_name().is_some_and(|name| name == TOOLS);
        !is_tools && !NO_SOURCES.iter().any(|name| path == root.join(name))
    })
}

fn read_some(top: &Path, is_wanted: impl Fn(&Path) -> bool) -> Result<Files> {
    let mut files = Files::new();
    let entries = WalkDir::new(top).follow_links(true).into_iter();
    for entry in entries.filter_entry(|entry| is_wanted(entry.path())) {
        let entry = entry?;
        if entry.file_type().is_file() {
            files.insert(entry.path().strip_prefix(top)?.display().to_string(), fs::read(entry.path())?);
        }
    }
    Ok(files)
}

/// Deletes a folder and everything in it, if it exists.
pub(crate) fn delete(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// Writes files into a folder and deletes all others. Files that are up to date are not written, so that cargo doesn't
/// recompile them.
pub(crate) fn write(folder: &Path, files: &Files) -> Result<()> {
    let known = if folder.exists() { read(folder)? } else { Files::new() };
    for name in known.keys().filter(|name| !files.contains_key(*name)) {
        fs::remove_file(folder.join(name))?;
    }
    for (name, bytes) in files.iter().filter(|(name, bytes)| known.get(*name) != Some(*bytes)) {
        let path = folder.join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(&path, bytes)?;
    }
    Ok(())
}

/// Writes a generated file of the repository. With `check`, writes nothing, but fails if the file is out of date.
/// `command` is the command that generates it.
pub(crate) fn update(file: &str, text: &str, check: bool, command: &str) -> Result<()> {
    let path = crate::root().join(file);
    if !check {
        return Ok(fs::write(path, text)?);
    }
    ensure!(fs::read_to_string(path)? == text, "out of date, run `cargo xtask {command}`: {file}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files<const N: usize>(files: [(&str, &str); N]) -> Files {
        files.map(|(name, text)| (name.to_owned(), text.into())).into()
    }

    #[test]
    fn a_folder_holds_what_was_written_last_and_what_is_the_same_stays() {
        let folder = std::env::temp_dir().join(format!("xtask-folder-{}", std::process::id()));
        write(&folder, &files([("a/b", "1"), ("c", "2"), ("d", "3")])).unwrap();
        let written = |name: &str| fs::metadata(folder.join(name)).unwrap().modified().unwrap();
        let (before, now) = (written("c"), files([("a/b", "4"), ("c", "2")]));
        write(&folder, &now).unwrap();
        let (found, after) = (read(&folder).unwrap(), written("c"));
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found, now);
        assert_eq!(after, before);
    }

    #[test]
    fn what_was_built_is_no_source() {
        let folder = std::env::temp_dir().join(format!("xtask-sources-{}", std::process::id()));
        let all = files([("dist/a", ""), ("src/dist/b", ""), ("src/node_modules/c", ""), ("target/d", "")]);
        write(&folder, &all).unwrap();
        let sources = sources(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(sources, files([("src/dist/b", "")]));
    }
}
