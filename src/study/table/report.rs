//! The study and this edition themselves: sources, statements, disagreements, gaps and words.

use crate::study::model::*;
use crate::study::schema::table;

table! {
    StudyFact in "study" by [key],
    "What the study's own public pages say of its design, goals and parts.",
    later [value];
    key: Id, "What it is about, such as title.";
    value: Any, "What is said.";
    source: Any, "Source of the row.";
}

table! {
    EditionFact in "edition" by [key],
    "What this edition says of itself.";
    key: Id, "What it is about, such as version.";
    value: Any, "What is said.";
}

table! {
    Source in "sources" by [id],
    "The publications that facts rest on.",
    later [title, publisher, url, note];
    id: Id, "Id, by which other tables cite the source.";
    title: MaxCharacters(140), "Title, or a short description of the page.";
    publisher: MaxCharacters(120), "Who published it.";
    kind: Any, "What kind of publication it is.";
    url: Url, "Web address.";
    published: Any, "When it was published, if stated.";
    official: Any, "Whether the page comes from the body that made, ran or wrote what is cited.";
    note: Any, "What a reader should know of it.";
}

table! {
    Statement in "statements" by [id],
    "The report's sourced statements.",
    later [text];
    id: Id, "Id.";
    section: Any, "The part of the report it belongs to.";
    text: MaxWords(45), "What it says.";
    layer: Any, "What it rests on: study, public-record or our-reading.";
    sources: Any, "Ids of its sources, joined by semicolons.";
    facts: Any, "Addresses of the facts it is drawn from (table:key), joined by semicolons.";
}

table! {
    Conflict in "conflicts" by [id],
    "Where sources disagree, and how that is shown.",
    later [subject, claim_a, claim_b, how_we_show_it];
    id: Id, "Id.";
    subject: MaxCharacters(80), "What they disagree about.";
    claim_a: Any, "What the first source says.";
    source_a: Any, "The first source.";
    claim_b: Any, "What the second source says.";
    source_b: Any, "The second source.";
    how_we_show_it: Any, "What this edition does about it.";
}

table! {
    Gap in "gaps" by [id],
    "What is known to be missing.",
    later [text];
    id: Id, "Id.";
    text: Any, "What is not known.";
}

table! {
    Rule in "rules" by [vocabulary, word],
    "How the words of a vocabulary were assigned.";
    vocabulary: Any, "The vocabulary.";
    word: Id, "A word of it.";
    rule: Any, "When the word is given.";
}

table! {
    Caution in "cautions" by [id],
    "What to mind when reading the record.",
    later [text];
    id: Id, "Id.";
    topic: Any, "What it is about.";
    text: Any, "What to mind.";
}

table! {
    GlossaryTerm in "glossary" by [term],
    "Terms and their meaning.",
    later [definition];
    term: MaxCharacters(60), "The term as it is written.";
    definition: MaxWords(35), "What it means.";
    source: Any, "Source of the meaning, if it is not plain English.";
}

table! {
    Resource in "resources" by [id],
    "Where to read on.",
    later [title, publisher, url, note];
    id: Id, "Id.";
    title: MaxCharacters(140), "Title.";
    publisher: MaxCharacters(120), "Who published it.";
    date: Any, "When it was published, if stated.";
    kind: Any, "What kind of thing it is.";
    url: Url, "Web address.";
    note: Any, "What it is about.";
}
