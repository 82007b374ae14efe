//! Throughline: an interactive report on how states carry personalized, competency-based learning from state
//! commitment to district implementation.
//!
//! One idea holds the house together. A [`study::Study`] (what is known) and a [`view::View`] (what was asked) go in, a
//! [`figure::Figure`] comes out, and that function is pure: the same bytes on the build machine and in the browser.
//! Everything to its left is data, everything to its right a thin renderer.
//!
//! | room | holds | may use |
//! |---|---|---|
//! | [`study`] | domain types; loading, validation, encoding, evidence | nothing |
//! | [`view`] | what a reader chose, and its form in an address | `study` |
//! | [`chart`] | drawing with plotters into a scene of typed marks | nothing |
//! | [`figure`] | one module a figure: study and View in, figure out | `study`, `view`, `chart` |
//! | [`export`] | a figure as a file or as text for another program | `study`, `view`, `chart`, `figure` |
//! | [`deck`] | a presenter’s own slides as text, in a link, and their code for phones | nothing |
//! | [`search`] | documents and a query in, ranked results out | nothing |
//! | `report` | prose and slides, checked against the study (native) | `study`, `view` |
//! | [`ui`] | parts of pages that are the same natively and in the browser | the above |
//! | `profile` | one state, district, strategy or practice in words; two side by side (native) | `study`, `view`, `figure` |
//! | `page` | whole pages as complete HTML (native) | the above |
//! | `site` | the native tool: build, budgets, policy, server (native) | `page`, `report`, `study` |
//! | `browser` | the only room that touches the browser (engine) | `ui` and below |
//!
//! Three programs stand on it: `src/bin/site.rs`, the native tool (feature `site`), and three that Trunk compiles to
//! WebAssembly (feature `engine`): `src/bin/engine.rs`; `src/bin/finder.rs`, which searches; and `src/bin/deck.rs`, which keeps slides. The engine takes over islands of pages
//! that are already complete: see [`ui::island`].

#![forbid(unsafe_code)]

#[cfg(feature = "engine")]
pub mod browser;
pub mod chart;
pub mod deck;
pub mod export;
pub mod figure;
#[cfg(feature = "site")]
pub mod page;
#[cfg(feature = "site")]
pub mod profile;
#[cfg(feature = "site")]
pub mod report;
pub mod search;
#[cfg(feature = "site")]
pub mod site;
pub mod study;
pub mod ui;
pub mod view;
