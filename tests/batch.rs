//! Scoring in batch: one result per line, in the same order. A bad line affects no other, and memory use is
//! constant.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::Outcome;
use b2b_b2c_profile::exchange::{AnswerSet, OutcomeJson, Tally, score_lines};
use std::cell::Cell;
use std::io::{self, BufRead, Read, Write};
use std::rc::Rc;
use support::SHIPPED;

const GOOD: &str =
    r#"{"answers":{"audience-size":4,"pace-length":0},"weights":{"pace":2},"foundations":{"brand":1}}"#;
const OTHER: &str = r#"{"answers":{"audience-size":null,"pace-impulse":1}}"#;

/// The result of one line on its own.
fn single(line: &str) -> String {
    let answers = AnswerSet::from_json(line).and_then(|set| set.to_answers(&SHIPPED)).expect("a good line");
    serde_json::to_string(&OutcomeJson(&Outcome::of(&SHIPPED, &answers))).expect("a report is JSON")
}

/// The result of a batch: the tally, the output and the errors.
fn batch(mut input: &[u8]) -> (Tally, String, String) {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let tally =
        score_lines(&SHIPPED, &mut input, &mut output, &mut errors).expect("memory can be written to");
    let text = |bytes| String::from_utf8(bytes).expect("results and errors are UTF-8");
    (tally, text(output), text(errors))
}

#[track_caller]
fn check(input: &str, expected: &[&str]) {
    let (tally, output, errors) = batch(input.as_bytes());
    let expected: Vec<String> = expected.iter().map(|line| single(line)).collect();
    assert_eq!(output.lines().collect::<Vec<_>>(), expected);
    assert_eq!((tally.scored, tally.failed, errors.as_str()), (expected.len() as u64, 0, ""));
    assert!(output.is_empty() || output.ends_with('\n'));
}

#[test]
fn each_line_gives_its_own_result_in_order() {
    check(&format!("{GOOD}\n{OTHER}\n{OTHER}\n{GOOD}\n"), &[GOOD, OTHER, OTHER, GOOD]);
}

#[test]
fn the_last_line_needs_no_end() {
    check(&format!("{GOOD}\n{OTHER}"), &[GOOD, OTHER]);
}

#[test]
fn empty_lines_are_passed_over() {
    check(&format!("\n{GOOD}\n\n \t\r\n{OTHER}\r\n\n"), &[GOOD, OTHER]);
    check("", &[]);
}

#[test]
fn a_byte_order_mark_and_either_line_end_are_read_as_nothing() {
    check(&format!("\u{feff}{GOOD}\r\n{OTHER}\r\n"), &[GOOD, OTHER]);
    check(&format!("\u{feff}\r\n{GOOD}\r\n\u{feff}{OTHER}"), &[GOOD, OTHER]);
    check(&format!("\u{feff}{}\r\n{GOOD}", long(65_536)), &[OTHER, GOOD]);
    check("\u{feff}", &[]);
    let (_, _, errors) = batch("\u{feff}x\r\n".as_bytes());
    assert_eq!(errors, "line 1: expected an object\n");
}

#[test]
fn a_whole_number_is_read_however_it_is_written() {
    let written =
        GOOD.replace(":4", ":4.0").replace(":0", ":-0.00").replace(":2", ":20e-1").replace(":1", ":1E0");
    check(&written, &[GOOD]);
}

#[test]
fn missing_values_are_null_one_and_null() {
    let written = r#"{"answers":{"audience-size":null,"pace-impulse":1,"audience-list":null},"weights":{"pace":1},
        "foundations":{"quality":null}}"#;
    check(&written.replace('\n', " "), &[OTHER]);
}

#[test]
fn an_id_may_be_written_with_escapes() {
    check(&OTHER.replace("pace-impulse", r"pace\u002dimpulse"), &[OTHER]);
}

/// Checks a bad line between two good ones.
#[track_caller]
fn check_bad(line: impl AsRef<[u8]>, error: &str) {
    let input = [GOOD.as_bytes(), line.as_ref(), OTHER.as_bytes()].join(&b'\n');
    let (tally, output, errors) = batch(&input);
    assert_eq!(output.lines().collect::<Vec<_>>(), [&*single(GOOD), "null", &*single(OTHER)]);
    assert_eq!(tally, Tally { scored: 2, failed: 1 });
    assert_eq!(errors.lines().count(), 1, "{errors}");
    assert!(errors.starts_with(&format!("line 2: {error}")), "{errors}");
}

#[test]
fn unknown_ids_are_named() {
    check_bad(r#"{"answers":{"audience":0}}"#, "audience: unknown item\n");
    check_bad(r#"{"answers":{},"weights":{"audience-size":2}}"#, "audience-size: unknown dimension\n");
    check_bad(r#"{"answers":{},"foundations":{"price":0}}"#, "price: unknown foundation\n");
}

#[test]
fn an_unknown_id_is_named_even_without_a_value() {
    check_bad(r#"{"answers":{"audience":null}}"#, "audience: unknown item\n");
    check_bad(r#"{"answers":{},"weights":{"price":1}}"#, "price: unknown dimension\n");
}

#[test]
fn positions_off_the_scale_are_named() {
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    let numbers = ["5", "5.0", "-1", "2.5", "25e-1", "256", "2e2", "99999999999999999999", "1e999", "-1e999"];
    for position in numbers.into_iter().chain(["\"2\"", "true", "[]", "[2]", "{}", "{\"a\":2}", &deep]) {
        let error = |id| format!("{id}: position must be 0, 1, 2, 3, 4 or null\n");
        check_bad(format!(r#"{{"answers":{{"audience-size":{position}}}}}"#), &error("audience-size"));
        check_bad(format!(r#"{{"answers":{{}},"foundations":{{"brand":{position}}}}}"#), &error("brand"));
    }
}

#[test]
fn weights_other_than_one_and_two_are_named() {
    for weight in ["0", "3", "-2", "1.5", "null", "\"2\"", "258", "1e999", "[]", "{}"] {
        check_bad(
            format!(r#"{{"answers":{{}},"weights":{{"pace":{weight}}}}}"#),
            "pace: weight must be 1 or 2\n",
        );
    }
}

#[test]
fn a_third_doubled_dimension_is_named() {
    let line = r#"{"answers":{},"weights":{"pace":2,"audience":2,"deciders":1,"judgement":2}}"#;
    check_bad(line, "judgement: a third dimension can't have weight 2\n");
}

#[test]
fn text_in_an_answer_set_cannot_look_like_an_error_line() {
    check_bad(r#"{"answers":{},"x\nline 9: y":1}"#, "unknown field `x\\nline 9: y`");
}

#[test]
fn doubled_keys_are_named() {
    check_bad(r#"{"answers":{"pace-length":1,"pace-length":1}}"#, "pace-length: stands there twice\n");
    check_bad(r#"{"answers":{},"weights":{"pace":1,"pace":1}}"#, "pace: stands there twice\n");
    check_bad(r#"{"answers":{},"foundations":{"brand":1,"brand":2}}"#, "brand: stands there twice\n");
    check_bad(r#"{"answers":{},"answers":{}}"#, "duplicate field `answers`");
}

#[test]
fn other_shapes_are_refused() {
    check_bad(r#"{"answers":{},"weight":{}}"#, "unknown field `weight`");
    check_bad(r#"{"weights":{}}"#, "missing field `answers`");
    check_bad(r#"{"answers":[0,1]}"#, "invalid type: sequence");
    check_bad(r#"{"answers":null}"#, "invalid type: null");
    check_bad(r#"{"answers":{}} {}"#, "trailing characters");
    check_bad(r#"{"answers":{"#, "EOF");
}

#[test]
fn anything_but_an_object_is_refused() {
    // An array of three values could be deserialized as the three fields.
    for line in ["null", "true", "1", "\"answers\"", "[]", "[{}]", "[{},{},{}]", "  [{\"answers\":{}}]", "}"]
    {
        check_bad(line, "expected an object\n");
    }
}

#[test]
fn what_is_not_text_is_refused() {
    check_bad(b"{\"answers\":{\"audience-size\xff\":1}}", "invalid utf-8");
}

/// The other line, padded to this length in bytes.
fn long(length: usize) -> String {
    OTHER.replacen(':', &format!(":{}", " ".repeat(length - OTHER.len())), 1)
}

#[test]
fn a_line_of_exactly_the_limit_is_scored() {
    check(&long(65_536), &[OTHER]);
    check(&format!("{0}\n{0}\n{GOOD}", long(65_536)), &[OTHER, OTHER, GOOD]);
}

#[test]
fn a_line_beyond_the_limit_is_refused() {
    for length in [65_537, 65_538, 65_539, 1 << 20] {
        check_bad(long(length), "longer than 65536 bytes\n");
        let (tally, output, errors) = batch(long(length).as_bytes());
        assert_eq!((tally.failed, output.as_str()), (1, "null\n"), "{length} bytes");
        assert_eq!(errors, "line 1: longer than 65536 bytes\n", "{length} bytes");
    }
}

#[test]
fn every_bad_line_is_reported_with_its_number() {
    let (tally, output, errors) = batch(format!("x\n\n{GOOD}\ny\n{OTHER}\nz").as_bytes());
    assert_eq!((tally.scored, tally.failed), (2, 3));
    assert_eq!(output, format!("null\n{}\nnull\n{}\nnull\n", single(GOOD), single(OTHER)));
    let numbers: Vec<&str> = errors.lines().filter_map(|line| Some(line.split_once(": ")?.0)).collect();
    assert_eq!(numbers, ["line 1", "line 4", "line 6"]);
}

// Constant memory.

/// The same lines over and over, never all in memory.
struct Stream {
    line: Vec<u8>,
    place: usize,
    left: u64,
    read: Rc<Cell<u64>>,
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Stream {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(if self.left == 0 { &[] } else { &self.line[self.place..] })
    }

    fn consume(&mut self, amount: usize) {
        self.place += amount;
        if amount > 0 && self.place == self.line.len() {
            self.place = 0;
            self.left -= 1;
            self.read.set(self.read.get() + 1);
        }
    }
}

/// Counts results, and checks that each is written soon after its line is read.
struct Sink {
    written: u64,
    read: Rc<Cell<u64>>,
}

impl Write for Sink {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        const WINDOW: u64 = 1;
        let (read, written) = (self.read.get(), self.written);
        assert!(read <= written + WINDOW, "{read} read, {written} written");
        self.written += buffer.iter().map(|&byte| u64::from(byte == b'\n')).sum::<u64>();
        Ok(buffer.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn two_hundred_thousand_lines_are_scored_one_at_a_time() {
    const LINES: u64 = 200_000;
    let read = Rc::new(Cell::new(0));
    let line = format!("{OTHER}\n").into_bytes();
    let mut input = Stream { line, place: 0, left: LINES, read: Rc::clone(&read) };
    let mut output = Sink { written: 0, read };
    let tally =
        score_lines(&SHIPPED, &mut input, &mut output, &mut io::sink()).expect("a sink accepts everything");
    assert_eq!((tally.scored, tally.failed, output.written), (LINES, 0, LINES));
}

#[test]
fn a_reader_or_writer_that_fails_ends_the_batch() {
    struct Full;

    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    let ended = score_lines(&SHIPPED, &mut GOOD.as_bytes(), &mut Full, &mut io::sink());
    assert_eq!(ended.map_err(|error| error.kind()), Err(io::ErrorKind::StorageFull));
}
