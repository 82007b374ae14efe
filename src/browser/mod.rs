//! The only room that touches the browser.
//!
//! - [`takeover`]: hydrates the islands and binds what follows from the session to the page; [`early`]: what readers do before
//!   figures can be drawn; [`alive`]: what they can do then;
//! - [`address`]: the View in the address bar, undo and redo; [`chosen`]: the bar that tells what is chosen; [`settings`]: what the reader set for all pages; [`menus`]: those of the masthead;
//!   [`dialog`]: the evidence drawer;
//! - [`controls`]: what readers press and enter; [`counts`]: how much a choice would show;
//! - [`mine`]: what the device remembers to mark;
//! - [`links`]: links that open evidence in place; [`carry`]: links to other pages, which take choices along; [`outline`]: where the reader is; [`print`]: opens all for paper;
//! - [`words`], [`drawing`]: what is loaded when it is wanted; [`promise`]: what the page promises;
//! - [`download`]: files and copies of figures; [`search`]: the search dialog, in a program of its own;
//! - [`embed`]: a page in a frame of somebody else; [`slide`]: figures on slides; [`show`]: what a show asks about them; [`own_deck`]: a View goes into a presenter's deck;
//! - [`plot`]: a figure's picture, alive; [`dom`]: the document, with absence as a value; [`follow`]: what follows from signals.

pub mod address;
pub mod alive;
pub mod carry;
pub mod chosen;
pub mod controls;
pub mod counts;
pub mod dialog;
pub mod dom;
pub mod download;
pub mod drawing;
pub mod early;
pub mod embed;
pub mod figure;
pub mod follow;
pub mod links;
pub mod menus;
pub mod mine;
pub mod outline;
pub mod own_deck;
pub mod plot;
pub mod print;
pub mod promise;
pub mod search;
pub mod settings;
pub mod show;
pub mod slide;
pub mod takeover;
pub mod words;
