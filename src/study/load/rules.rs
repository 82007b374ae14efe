use super::Book;
use crate::study::Diagnostic;

pub fn check(_book: &Book, _problems: &mut Vec<Diagnostic>) {}
