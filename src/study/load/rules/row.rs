//! Rules within one row, or between a row and the one row it names.

use crate::study::model::COUNTRY;
use crate::study::schema::Kind;
use crate::study::term::{AmountKind, Term, Vocabulary};
use crate::study::{Date, Diagnostic, Number, Period};

use super::super::{Book, nearest};
use super::{Line, lines};

pub fn check(book: &Book, problems: &mut Vec<Diagnostic>) {
    let mut each = |table: &str, rule: &dyn Fn(Line<'_>) -> Option<Diagnostic>| {
        problems.extend(lines(book, table).filter_map(rule));
    };
    each("states", &state_is_not_the_country);
    each("states", &postal_code_fits);
    each("state_strategies", &source_is_named);
    each("state_strategies", &nothing_began_where_nothing_is_found);
    each("districts", &id_starts_with_state);
    each("districts", &enrollment_has_its_year);
    each("events", &id_starts_with_state);
    each("amounts", &sum_fits_its_kind);
    each("survey_items", &|line| percent(line, line.text("unit")));
    each("observations", &|line| {
        percent(line, &book.text("measures", line.text("measure"), "unit")?)
    });
    each("rules", &word_is_in_its_vocabulary);
    for sheet in book.sheets() {
        each(sheet.schema.name, &second_source_differs);
    }
    let Some(edition) = edition_date(book, problems) else {
        return;
    };
    for sheet in book.sheets() {
        for column in sheet.schema.columns {
            let of_time = |line: Line<'_>| not_after(line, column.name, column.kind, edition);
            problems.extend(lines(book, sheet.schema.name).filter_map(of_time));
        }
    }
}

fn state_is_not_the_country(line: Line<'_>) -> Option<Diagnostic> {
    (line.text("id") == COUNTRY).then(|| {
        let message = format!("`{COUNTRY}` stands for the whole country and cannot be a state");
        line.problem("id", message, "give the state another id")
    })
}

fn postal_code_fits(line: Line<'_>) -> Option<Diagnostic> {
    let (id, postal) = (line.text("id"), line.text("postal"));
    let fits = id.is_empty() || postal.is_empty() || postal == id.to_ascii_uppercase();
    (!fits).then(|| {
        let message = format!("postal code `{postal}` does not fit the id `{id}`");
        line.problem("postal", message, "the postal code is the id in capitals")
    })
}

fn source_is_named(line: Line<'_>) -> Option<Diagnostic> {
    let status = line.text("status");
    (line.is_empty("source") && !status.is_empty() && status != "unknown").then(|| {
        let message = format!("source is empty, but the status is {status}");
        line.problem(
            "source",
            message,
            "name the source that was read, or set the status to unknown",
        )
    })
}

fn nothing_began_where_nothing_is_found(line: Line<'_>) -> Option<Diagnostic> {
    let status = line.text("status");
    let nothing = matches!(status, "none-found" | "unknown");
    (nothing && !line.text("since").is_empty()).then(|| {
        let message = format!("since is given, but the status is {status}");
        line.problem("since", message, "leave since empty where nothing was found")
    })
}

fn id_starts_with_state(line: Line<'_>) -> Option<Diagnostic> {
    let (id, state) = (line.text("id"), line.text("state"));
    let starts = id.strip_prefix(state).is_some_and(|rest| rest.starts_with('-'));
    (!starts && !id.is_empty() && !state.is_empty()).then(|| {
        let message = format!("id `{id}` does not start with its state");
        line.problem("id", message, format!("begin the id with `{state}-`"))
    })
}

fn enrollment_has_its_year(line: Line<'_>) -> Option<Diagnostic> {
    let (given, missing) = match (line.is_empty("enrollment"), line.is_empty("enrollment_year")) {
        (true, false) if !line.text("enrollment_year").is_empty() => ("enrollment_year", "enrollment"),
        (false, true) if !line.text("enrollment").is_empty() => ("enrollment", "enrollment_year"),
        _ => return None,
    };
    let message = format!("{given} is given without {missing}");
    Some(line.problem(missing, message, "give both or neither"))
}

fn sum_fits_its_kind(line: Line<'_>) -> Option<Diagnostic> {
    let (dollars, kind) = (line.text("dollars"), line.text("kind"));
    let (message, hint) = match dollars.parse::<Number>() {
        Ok(sum) if sum.value() == 0.0 => (
            String::from("a sum of 0 dollars"),
            "leave dollars empty; where the record says that no money came with it, the kind is no-money",
        ),
        Ok(_) if kind == AmountKind::NoMoney.word() => (
            format!("dollars is given, but the kind is {kind}"),
            "leave dollars empty, or name what kind of sum it is",
        ),
        _ => return None,
    };
    Some(line.problem("dollars", message, hint))
}

fn percent(line: Line<'_>, unit: &str) -> Option<Diagnostic> {
    let value: Number = line.text("value").parse().ok()?;
    (unit == "percent" && value.value() > 100.0).then(|| {
        line.problem(
            "value",
            format!("{value} percent is more than 100"),
            "check the value and the unit",
        )
    })
}

fn word_is_in_its_vocabulary(line: Line<'_>) -> Option<Diagnostic> {
    let vocabulary = Vocabulary::from_word(line.text("vocabulary"))?;
    let (word, words) = (line.text("word"), vocabulary.words());
    (!word.is_empty() && !words.contains(&word)).then(|| {
        let hint = nearest(word, words.iter().copied()).map_or_else(
            || format!("its words are: {}", words.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!("`{word}` is not a word of the vocabulary {}", vocabulary.word());
        line.problem("word", message, hint)
    })
}

fn second_source_differs(line: Line<'_>) -> Option<Diagnostic> {
    let (first, second) = (line.text("source"), line.text("source2"));
    (!first.is_empty() && first == second).then(|| {
        line.problem(
            "source2",
            "source2 repeats source",
            "name another source, or leave it empty",
        )
    })
}

/// The date of this edition, after which nothing in it can have happened.
fn edition_date(book: &Book, problems: &mut Vec<Diagnostic>) -> Option<Date> {
    let line = lines(book, "edition").find(|line| line.text("key") == "date")?;
    let date = line.text("value").parse().ok();
    if date.is_none() && !line.text("value").is_empty() {
        let message = format!(
            "the edition's date is `{}`, which is not a date",
            line.text("value")
        );
        problems.push(line.problem("value", message, "write 2018, 2018-04 or 2018-04-11"));
    }
    date
}

fn not_after(line: Line<'_>, column: &str, kind: Kind, edition: Date) -> Option<Diagnostic> {
    let text = line.text(column);
    let after = match kind {
        Kind::Year => text.parse().is_ok_and(|year| edition.year() < year),
        Kind::Period => text
            .parse()
            .is_ok_and(|period: Period| edition.year() < period.start()),
        Kind::Date => text
            .parse()
            .is_ok_and(|date: Date| first_day(edition) < first_day(date)),
        _ => false,
    };
    after.then(|| {
        let message = format!("{column} is {text}, which lies after this edition's date, {edition}");
        line.problem(
            column,
            message,
            "check it, or set the edition's date in edition.csv",
        )
    })
}

fn first_day(date: Date) -> (u16, u8, u8) {
    (
        date.year().get(),
        date.month().unwrap_or(1),
        date.day().unwrap_or(1),
    )
}
