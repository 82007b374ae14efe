//! What states and districts do, and when.

use crate::study::model::*;
use crate::study::schema::table;

table! {
    State in "states" by [id],
    "The states, in the order in which they are listed to readers.",
    later [summary, lead_body, knowledgeworks_role, equity_commitment, covid_effect];
    id: Id, "Id, by which other tables name the state.";
    name: MaxCharacters(40), "Name.";
    postal: Postal, "Postal code: the id in capitals.";
    role: Any, "The state's part in the studies.";
    summary: MaxWords(60), "The state's effort.";
    lead_body: Any, "Who leads the work.";
    knowledgeworks_role: Any, "What KnowledgeWorks did there.";
    equity_commitment: MaxWords(40), "How the state states its commitment to equity; empty if not found.";
    covid_effect: MaxWords(40), "How the COVID-19 pandemic changed its path; empty if not found.";
    source: Any, "Source of the row.";
    source2: Any, "Second source.";
}

table! {
    Strategy in "strategies" by [id],
    "What a state can do, in the order in which it is listed to readers.",
    later [definition];
    id: Id, "Id, by which other tables name the strategy.";
    name: MaxCharacters(60), "Name.";
    short_name: MaxCharacters(22), "Short name, for figures.";
    aim: Any, "Which of the two groups of state-level work it belongs to.";
    definition: MaxWords(30), "What it means.";
    source: Any, "Source of the definition.";
}

table! {
    StateStrategy in "state_strategies" by [state, strategy],
    "How far each state has each strategy: one row for every pair. A status is this edition's reading of the record.",
    later [summary];
    state: Any, "The state.";
    strategy: Any, "The strategy.";
    status: Any, "How far the state has it; rules.csv says how this was assigned.";
    since: Any, "Year the item began; empty if not stated, and always for none-found and unknown.";
    summary: MaxWords(35), "What the record shows.";
    source: Any, "Source of the row; empty only where the status is unknown.";
    source2: Any, "Second source.";
    confidence: Any, "How plainly the source states it.";
}

table! {
    Event in "events" by [id],
    "Dated events of policy and practice.",
    later [description];
    id: Id, "Id, which starts with the state's.";
    state: OrCountry, "The state, or us for a national event.";
    date: Any, "Date, as precise as the source.";
    title: MaxCharacters(70), "What happened, in a line.";
    kind: Any, "What kind of event it is.";
    strategy: Any, "The strategy it belongs to, if any.";
    description: MaxWords(40), "What happened.";
    source: Any, "Source of the row.";
    source2: Any, "Second source.";
    confidence: Any, "How plainly the source states it.";
}

table! {
    Vote in "votes" by [event, chamber],
    "Recorded votes on laws, not always on final passage.";
    event: Any, "The law's event.";
    chamber: Any, "The chamber.";
    yes: Whole, "Votes for.";
    no: Whole, "Votes against.";
    source: Any, "Source of the row.";
}

table! {
    Amount in "amounts" by [event],
    "Public money that events name, and events that speak of money without a sum. Sums differ in kind and are not to be added.",
    later [note];
    event: Any, "The event, whose sources say so.";
    dollars: Whole, "How many US dollars; empty where no sum is named.";
    kind: Any, "What the sum is.";
    wording: MaxCharacters(40), "The sum in a few words.";
    note: MaxWords(30), "What to mind.";
}

table! {
    DecisionPoint in "decision_points" by [id],
    "The questions of the roadmap, in order. The roadmap is composed from the public record.",
    later [why_it_matters];
    id: Id, "Id, by which other tables name the question.";
    question: MaxCharacters(60), "The question.";
    why_it_matters: MaxWords(35), "Why it matters.";
    aim: Any, "Which of the two groups of state-level work it belongs to.";
}

table! {
    DecisionOption in "decision_options" by [id],
    "The answers open at each question of the roadmap.",
    later [description];
    id: Id, "Id, by which other tables name the answer.";
    decision: Any, "The question.";
    label: MaxCharacters(40), "The answer in a few words.";
    description: MaxWords(25), "What it means.";
}

table! {
    StateDecision in "state_decisions" by [state, option],
    "The answers that states took: at least one of each state to each question.",
    later [summary];
    state: Any, "The state.";
    option: Any, "The answer.";
    year: Any, "When it was taken, if stated.";
    summary: MaxWords(30), "What the record shows.";
    source: Any, "Source of the row.";
    confidence: Any, "How plainly the source states it.";
}

table! {
    District in "districts" by [id],
    "Districts, consortia and schools of the public record; none should be read as a district of the study.",
    later [locale, start_note, summary, network_role];
    id: Id, "Id, which starts with the state's.";
    state: Any, "The state.";
    name: MaxCharacters(80), "Name.";
    short_name: MaxCharacters(24), "Short name, for figures.";
    kind: Any, "Whether it is a district, a consortium or a school.";
    locale: MaxCharacters(40), "Where in the state, if stated.";
    start_year: Any, "When its work began, if known.";
    start_note: Any, "What that year means.";
    enrollment: Whole, "Students, if known.";
    enrollment_year: Any, "When they were counted; given together with enrollment.";
    summary: MaxWords(45), "Its work.";
    network_role: MaxCharacters(100), "Its part in a network, if any.";
    source: Any, "Source of the row.";
    source2: Any, "Second source.";
    confidence: Any, "How plainly the source states it.";
}

table! {
    Practice in "practices" by [id],
    "What a district can do, in the order in which it is listed to readers.",
    later [definition];
    id: Id, "Id, by which other tables name the practice.";
    name: MaxCharacters(60), "Name.";
    short_name: MaxCharacters(22), "Short name, for figures.";
    definition: MaxWords(30), "What it means.";
    source: Any, "Source of the definition.";
}

table! {
    DistrictPractice in "district_practices" by [district, practice],
    "Where public sources show a district's practice. An absent pair means that no public evidence was found.",
    later [summary];
    district: Any, "The district.";
    practice: Any, "The practice.";
    status: Any, "How far the source shows it; rules.csv says how this was assigned.";
    year: Any, "Year of the evidence, not of the start; empty where the source is undated.";
    summary: MaxWords(30), "What the source shows.";
    source: Any, "Source of the row.";
    confidence: Any, "How plainly the source states it.";
}

table! {
    Link in "links" by [strategy, practice],
    "Which state strategy could carry which local practice, by this edition's reading.",
    later [reason];
    strategy: Any, "The strategy.";
    practice: Any, "The practice.";
    reason: MaxWords(20), "Why.";
}
