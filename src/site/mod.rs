//! The native tool: from a study's folder to a folder of plain files that any web server can serve.
//!
//! - [`build`]: the pipeline. [`content`]: what it publishes; [`bundle`]: what pages load; [`assets`], [`style`], [`script`]: files
//!   named by their final bytes; [`archive`]: the data in one file; [`discovery`]: sitemap, robots, manifest; [`compress`];
//!   [`budget`].
//! - [`policy`]: who may do what with which path: the one definition of headers, which [`serve`] sends and [`hosting`]
//!   writes down for other servers. [`inline`]: the scripts inside pages that the policy must allow.
//! - [`program`]: what Trunk compiled; [`split`]: the engine in two files.
//! - [`offline`]: what devices keep; [`one_file`]: the report and its slides in one file.
//! - [`markers`]: what the engine needs in pages to take over, and nothing more of it.
//! - [`embed`]: what embeds and their hosts load; [`release`]: those of earlier releases.
//! - [`drawing`]: one figure at a terminal; [`picture`]: SVG as PNG of few colors ([`palette`]), for embeds and the [`cards`] of pages.
//! - [`error`]: what can go wrong, in words.

pub mod archive;
pub mod assets;
pub mod budget;
pub mod build;
pub mod bundle;
pub mod cards;
pub mod compress;
pub mod content;
pub mod discovery;
pub mod drawing;
pub mod embed;
pub mod error;
pub mod folder;
pub mod hosting;
pub mod inline;
pub mod markers;
pub mod media;
pub mod offline;
pub mod one_file;
pub mod palette;
pub mod parallel;
pub mod picture;
pub mod policy;
pub mod program;
pub mod release;
pub mod script;
pub mod serve;
pub mod split;
pub mod style;

pub use budget::table;
pub use build::{BuildOptions, build};
pub use content::{Content, Publication};
pub use drawing::draw;
pub use error::SiteError;
pub use serve::serve;
