//! The report: the real one reads clean, broken ones say what is wrong, and no text makes the reader fall over.

#![allow(clippy::expect_used, clippy::panic)]

mod broken;
mod cases;
mod deck;
mod real;
mod tiny;
