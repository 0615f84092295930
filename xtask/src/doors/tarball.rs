//! Reproducible archives: the same files give the same bytes at any time, on any machine.

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

use super::Files;

/// The modification time that npm sets for every file of a package: 26 October 1985.
const TIME: u64 = 499_162_500;
/// The operating system in the gzip header: unknown.
const NO_SYSTEM: u8 = 255;

/// A gzipped tar archive that contains the files in a folder, sorted by name.
pub(super) fn pack(folder: &str, files: &Files) -> Result<Vec<u8>> {
    let gzip = GzBuilder::new().operating_system(NO_SYSTEM).write(Vec::new(), Compression::best());
    let mut archive = Builder::new(gzip);
    for (name, bytes) in files {
        let mut header = Header::new_ustar();
        header.set_entry_type(EntryType::Regular);
        header.set_mode(0o644);
        header.set_uid(0);
        header.set_gid(0);
        header.set_mtime(TIME);
        header.set_size(bytes.len() as u64);
        archive
            .append_data(&mut header, format!("{folder}/{name}"), bytes.as_slice())
            .with_context(|| format!("file not packed: {name}"))?;
    }
    Ok(archive.into_inner()?.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn an_archive_holds_its_files_in_order_and_no_trace_of_its_making() {
        let files = Files::from([("b".to_owned(), b"2".to_vec()), ("a/c".to_owned(), b"1".to_vec())]);
        let packed = pack("package", &files).unwrap();
        // Time and system of the gzip header.
        assert_eq!(packed[4..8], [0, 0, 0, 0]);
        assert_eq!(packed[9], NO_SYSTEM);
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(packed.as_slice()));
        let mut found = Vec::new();
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            let header = entry.header();
            assert_eq!((header.mtime().unwrap(), header.mode().unwrap()), (TIME, 0o644));
            let path = entry.path().unwrap().display().to_string();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            found.push((path, text));
        }
        let expected = [("package/a/c", "1"), ("package/b", "2")];
        assert_eq!(found, expected.map(|(path, text)| (path.to_owned(), text.to_owned())));
    }
}
