//! The real study: it loads clean, and nothing of it is lost.

use std::path::Path;

use throughline::study::{self, Study};

fn real() -> Study {
    study::load(Path::new("assets/study")).unwrap_or_else(|problems| {
        let list: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("the study has {} problems:\n{}", list.len(), list.join("\n"))
    })
}

#[test]
fn has_every_row_of_the_facts() {
    assert_eq!(real().sources.len(), 302);
}

#[test]
fn write_package_tmp() {
    study::package::write(Path::new("assets/study"), &real()).unwrap();
    std::fs::write("/tmp/study-work/study.bin", study::encode(&real())).unwrap();
    println!("{}", study::encode(&real()).len());
}
