//! The report: the real one reads clean, broken ones say what is wrong, and no text makes the reader fall over.

mod broken;
mod real;
mod tiny;
