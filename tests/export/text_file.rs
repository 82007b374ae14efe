//! Plain text, as a reader would check it.

use throughline::export::{credit::source_line, text};

use super::{ADDRESS, REAL, figures};

#[test]
fn words_rows_and_numbered_sources_are_all_there() {
    for figure in figures(&REAL) {
        let text = text(&REAL, &figure, ADDRESS);
        for paragraph in [&figure.title, &figure.sentence, &figure.how_to_read] {
            assert!(text.contains(&format!("{paragraph}\n\n")));
        }
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("- ")).collect();
        assert_eq!(rows.len(), figure.table.rows.len());
        for (line, row) in rows.iter().zip(&figure.table.rows) {
            assert!(line.contains(&row.header.value.in_words()));
            for cell in row.cells.iter().filter(|cell| cell.key.is_some()) {
                assert!(line.contains(&cell.value.in_words()), "{line}");
            }
        }
        for (place, source) in figure.sources.iter().enumerate() {
            let line = format!("\n{}. {}\n", place + 1, source_line(&REAL, *source));
            assert!(text.contains(&line), "{line}");
            assert!(text.contains(&format!(" [{}]", place + 1)));
        }
        assert!(text.ends_with(&format!("License: CC BY 4.0.\n{ADDRESS}\n")));
    }
}
