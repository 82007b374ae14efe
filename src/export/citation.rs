//! How to cite a View: who publishes it, what it shows, in which edition, and where.

use super::credit::said;
use crate::figure::Figure;
use crate::study::Study;

/// The View of a figure as a line for a list of references. `address` is where it can be seen.
pub fn citation(study: &Study, figure: &Figure, address: &str) -> String {
    let mut out = String::from(said(study, "publisher"));
    out.push_str(". “");
    out.push_str(&figure.title);
    out.push_str("”. In: ");
    out.push_str(said(study, "title"));
    out.push_str(", version ");
    out.push_str(said(study, "version"));
    out.push_str(", ");
    out.push_str(said(study, "date"));
    out.push_str(". ");
    out.push_str(address);
    out
}
