//! The citation of a View, as a reference list would have it.

use throughline::export::citation;

use super::{ADDRESS, REAL, figures};

#[test]
fn a_citation_names_who_what_which_and_where() {
    for figure in figures(&REAL) {
        let line = citation(&REAL, &figure, ADDRESS);
        let said = |key| REAL.edition_value(key).unwrap();
        let parts = [
            said("publisher"),
            &figure.title,
            said("title"),
            said("version"),
            said("date"),
            ADDRESS,
        ];
        let mut rest = line.as_str();
        for part in parts {
            let place = rest.find(part).unwrap_or_else(|| panic!("{part} in {line}"));
            rest = &rest[place + part.len()..];
        }
        assert_eq!(rest, "");
        assert!(!line.contains('\n'));
    }
}
