//! Parts of pages that are the same natively and in the browser.
//!
//! - [`session`]: what all islands of a page share; [`island`]: the roots that the engine takes over;
//! - [`figure_frame`]: a figure with its controls, table and outline, made of the `figure_…` parts;
//! - [`choice`]: one choice of a View; [`chosen`]: what is chosen, as buttons and in words; [`mark_button`]: what marks something;
//! - [`evidence_link`], [`evidence_drawer`], [`evidence_article`]: how a claim opens its evidence;
//! - [`anchor`]: where facts stand on a page; [`markup`]: HTML as text;
//! - [`slide`]: what a room sees of a View, and what stands beside it;
//! - [`search_list`]: what a search found; [`settings`]: what a reader set for all pages.

pub mod anchor;
pub mod choice;
pub mod chosen;
pub mod evidence_article;
pub mod evidence_drawer;
pub mod evidence_link;
pub mod figure_controls;
pub mod figure_frame;
pub mod figure_legend;
pub mod figure_menu;
pub mod figure_outline;
pub mod figure_table;
pub mod island;
pub mod mark_button;
pub mod markup;
pub mod search_list;
pub mod session;
pub mod settings;
pub mod slide;
