//! One state, district, strategy or practice: what the record holds of it, in words; and two of a kind side by side.
//!
//! Everything here is computed from facts by pure functions, and says no more than the facts do.
//!
//! - [`subject`]: what a profile is of, where its page lies, and which figures show it;
//! - [`summary`]: a profile in a few sentences; [`holdings`]: its facts in groups, and what was not found;
//! - [`pair`]: two states or two districts, point by point; [`numbers`]: what was measured in both; [`recorded`]: what else
//!   is on record of two states; [`told`]: that in words;
//! - [`beside`]: pages that are about no single subject; [`index`]: everything that has a place on the site, from A to Z.

pub mod beside;
pub mod holdings;
pub mod index;
pub mod numbers;
pub mod pair;
pub mod recorded;
pub mod status;
pub mod subject;
pub mod summary;
pub mod told;

pub use holdings::Holding;
pub use subject::Subject;
