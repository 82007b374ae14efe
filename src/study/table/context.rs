//! Numbers, surveys, national counts and frameworks that set the states in context.

use crate::study::model::*;
use crate::study::schema::table;

table! {
    Measure in "measures" by [id],
    "What was measured.",
    later [definition];
    id: Id, "Id, by which other tables name the measure.";
    name: MaxCharacters(80), "Name.";
    unit: MaxCharacters(20), "Unit, such as percent.";
    definition: Any, "What it means.";
    comparable_across_states: Any, "Whether values of different states may be compared.";
    caveat: Any, "What to mind.";
}

table! {
    Observation in "observations" by [place, measure, period],
    "The measurements. No series is to be read as an effect.",
    later [note];
    place: Any, "A state, a district, or us for the whole country.";
    measure: Any, "The measure.";
    period: Any, "Calendar year or school year.";
    value: Any, "The value, in the measure's unit.";
    source: Any, "Source of the value.";
    note: Any, "What to mind.";
}

table! {
    SurveyItem in "survey_items" by [id],
    "Published survey items, pooled and self-reported.",
    later [note];
    id: Id, "Id.";
    place: Any, "A state, a district, or us for the whole country.";
    question: MaxCharacters(120), "What was asked.";
    group: MaxCharacters(80), "Who answered.";
    year: Any, "When.";
    value: Any, "The value, where a figure was published.";
    value_text: MaxCharacters(40), "The value in the source's words.";
    unit: MaxCharacters(20), "Unit of the value.";
    n: Whole, "How many answered, if stated.";
    source: Any, "Source of the item.";
    note: Any, "What to mind.";
}

table! {
    Scheme in "schemes" by [id],
    "The schemes by which national sources sort states.";
    id: Id, "Id, by which other tables name the scheme.";
    name: MaxCharacters(80), "Name.";
}

table! {
    Category in "categories" by [id],
    "The categories in which national sources count states. Counts may be set side by side only within one scheme.";
    id: Id, "Id, by which other tables name the category.";
    scheme: Any, "The scheme it belongs to; empty where it stands alone.";
    label: MaxCharacters(60), "What readers see.";
}

table! {
    NationalCount in "national" by [year, category],
    "How many states stood in a category.",
    later [note];
    year: Any, "When; empty means that the source gives no date.";
    category: Any, "The category.";
    count: Whole, "How many states.";
    source: Any, "Source of the count.";
    note: Any, "What to mind.";
}

table! {
    NationalState in "national_states" by [state_postal, year, category],
    "States that a national source names in a category.";
    state_postal: Postal, "Postal code of the state, which need not be one of the study's.";
    year: Any, "When; empty means that the source gives no date.";
    category: Any, "The category.";
    source: Any, "Source of the row.";
}

table! {
    Framework in "frameworks" by [id],
    "The field's frameworks that name strategies.";
    id: Id, "Id, by which other tables name the framework.";
    name: MaxCharacters(80), "Name.";
    publisher: MaxCharacters(80), "Who published it.";
    published: MaxCharacters(20), "When, in words, if known.";
    complete: Any, "Whether its whole list is known; where it is not, a missing row means unknown and not no.";
}

table! {
    CrosswalkEntry in "crosswalk" by [strategy, framework],
    "Whether a framework names a strategy.";
    strategy: Any, "The strategy.";
    framework: Any, "The framework.";
    named: Any, "Whether it is named.";
    source: Any, "Source of the row.";
}
