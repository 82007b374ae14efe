//! Throughline: an interactive report on how states carry personalized, competency-based learning from state
//! commitment to district implementation.
//!
//! One idea holds the house together. A [`study::Study`] (what is known) and a [`view::View`] (what was asked) go in, a
//! [`figure::Figure`] comes out, and that function is pure: the same bytes on the build machine and in the browser.
//! Everything to its left is data, everything to its right a thin renderer. Rooms use only rooms above them in this list.

#![forbid(unsafe_code)]

#[cfg(feature = "engine")]
pub mod browser;
pub mod chart;
pub mod figure;
#[cfg(feature = "site")]
pub mod page;
#[cfg(feature = "site")]
pub mod report;
#[cfg(feature = "site")]
pub mod site;
pub mod study;
pub mod ui;
pub mod view;
