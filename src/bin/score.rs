//! Scores answer sets in batches: reads one JSON object per line and writes one result per line.

use b2b_b2c_profile::content::Questionnaire;
use b2b_b2c_profile::exchange::score_lines;
use std::io::{self, BufReader, BufWriter};
use std::process::ExitCode;

fn main() -> ExitCode {
    let questionnaire = Questionnaire::bundled();
    let mut input = BufReader::with_capacity(1 << 16, io::stdin().lock());
    let mut output = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match score_lines(&questionnaire.instrument, &mut input, &mut output, &mut io::stderr().lock()) {
        Ok(tally) if tally.failed == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        // The reader closed the pipe: it has enough results.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("scoring stopped: {error}");
            ExitCode::FAILURE
        }
    }
}
