//! Batch scoring: answer sets in, outcomes out, one per line, in constant memory.

use super::{AnswerSet, OutcomeJson};
use crate::assessment::{Instrument, Outcome};
use std::io::{self, BufRead, Read, Write};

/// The longest line in bytes; a longer one is reported as an error without being held in memory.
const LONGEST_LINE: u64 = 64 * 1024;
/// The byte order mark. Some programs put it at the start of a file; in joined files it occurs in the middle.
const MARK: &[u8] = "\u{feff}".as_bytes();
/// How many bytes of a line are read: the limit, its byte order mark and its line end.
const LONGEST_READ: u64 = LONGEST_LINE + MARK.len() as u64 + 2;

/// The totals of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The number of lines scored.
    pub scored: u64,
    /// The number of lines that could not be scored and were written as `null`.
    pub failed: u64,
}

/// Scores each line of `input` to a line of `output`, in order.
///
/// Ignores a byte order mark and either line end (LF or CRLF), and skips blank lines. A line that can't be
/// scored is written as `null` and reported to `errors` with its number, from 1, and the id concerned. Fails
/// only if reading or writing fails.
pub fn score_lines(
    instrument: &Instrument,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    errors: &mut dyn Write,
) -> io::Result<Tally> {
    let mut tally = Tally::default();
    let mut line = Vec::new();
    let mut written = Vec::with_capacity(4096);
    for number in 1_u64.. {
        if !read_line(input, &mut line)? {
            break;
        }
        let line = without_mark_and_end(&line);
        if line.trim_ascii().is_empty() {
            continue;
        }
        written.clear();
        match score_line(instrument, line, &mut written) {
            Ok(()) => tally.scored += 1,
            Err(error) => {
                tally.failed += 1;
                written.clear();
                written.extend_from_slice(b"null");
                writeln!(errors, "line {number}: {error}")?;
            }
        }
        written.push(b'\n');
        output.write_all(&written)?;
    }
    output.flush()?;
    Ok(tally)
}

fn score_line(instrument: &Instrument, line: &[u8], written: &mut Vec<u8>) -> Result<(), String> {
    if line.len() as u64 > LONGEST_LINE {
        return Err(format!("longer than {LONGEST_LINE} bytes"));
    }
    let line = std::str::from_utf8(line).map_err(|error| error.to_string())?;
    let set = AnswerSet::from_json(line).map_err(|error| error.to_string())?;
    let answers = set.to_answers(instrument).map_err(|error| error.to_string())?;
    let outcome = Outcome::of(instrument, &answers);
    serde_json::to_writer(written, &OutcomeJson(&outcome)).map_err(|error| error.to_string())
}

fn without_mark_and_end(line: &[u8]) -> &[u8] {
    let line = line.strip_prefix(MARK).unwrap_or(line);
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// Reads a line, but keeps only the start of one that is too long. Returns false at the end of the input.
fn read_line(input: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let read = (&mut *input).take(LONGEST_READ).read_until(b'\n', line)?;
    if line.last() != Some(&b'\n') && read as u64 == LONGEST_READ {
        skip_line(input)?;
    }
    Ok(read > 0)
}

fn skip_line(input: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|&byte| byte == b'\n');
        let used = end.map_or(buffer.len(), |place| place + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}
