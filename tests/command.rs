//! The native tool as a command among others: what it prints can be cut short.

#![expect(clippy::expect_used, reason = "tests fail by panicking")]

use std::io::Read;
use std::process::{Command, Stdio};

/// The tool with its output read by somebody who leaves after so many bytes, as `head` does; what it says of that.
fn cut_short(arguments: &[&str], bytes: usize) -> String {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_site"))
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the tool starts");
    let mut reader = tool.stdout.take().expect("its output is piped");
    reader
        .read_exact(&mut vec![0; bytes])
        .expect("it prints that much");
    drop(reader);
    let output = tool.wait_with_output().expect("the tool ends");
    assert!(output.status.success(), "{arguments:?}: {}", output.status);
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn who_stops_reading_has_what_was_wanted() {
    // Longer than any pipe holds, and nothing at all.
    assert_eq!(cut_short(&["draw", "timeline"], 10), "");
    for rest in [&["--words"][..], &["--format", "csv"], &["--format", "svg"]] {
        assert_eq!(cut_short(&[&["draw", "timeline"], rest].concat(), 0), "");
    }
    assert_eq!(cut_short(&["check"], 0), "");
}
