//! Tests of the study: the real one, an imagined one, broken ones, and arbitrary bytes.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod broken;
mod evidence;
mod harbor;
mod properties;
mod record;
