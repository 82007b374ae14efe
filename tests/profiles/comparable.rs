//! The guard: its rules read the same from both sides, refuse what they must, and always say why.

use proptest::prelude::*;
use throughline::chart::form::bars::Bar;
use throughline::figure::{FigureKind, Picture, draw};
use throughline::profile::pair::Standing;
use throughline::study::comparable::{
    Ground, NO_OPTION, Verdict, amounts, decisions, listings, observations, one_scheme, practices, starts,
    strategies, survey_items,
};
use throughline::study::model::{
    Amount, DecisionPoint, NationalState, Observation, Place, State, StateDecision,
};
use throughline::study::{FactRef, Ref, Study};
use throughline::view::View;

use super::REAL;
use super::made::{any_query, any_study, small};

/// Both ways round, a verdict is the same; a refusal has reasons, each a sentence.
fn check(there: &Verdict, back: &Verdict) {
    assert_eq!(there, back, "the guard reads differently from the other side");
    match there {
        Verdict::Holds(minds) => assert!(
            minds.iter().all(|mind| mind.ends_with(['.', '!', '?'])),
            "{minds:?}"
        ),
        Verdict::Refused(reasons) => {
            assert!(!reasons.is_empty());
            assert!(
                reasons
                    .iter()
                    .all(|reason| reason.text.ends_with(['.', '!', '?'])),
                "{reasons:?}"
            );
        }
    }
}

fn state_of(study: &Study, place: Place) -> Option<usize> {
    match place {
        Place::Country => None,
        Place::State(state) => Some(state.place()),
        Place::District(district) => Some(study.districts[district].state.place()),
    }
}

fn check_study(study: &Study) {
    let rows = study.observations.rows();
    for (place, a) in rows.iter().enumerate().take(40) {
        assert!(
            observations(study, a, a).holds(),
            "a value may stand beside itself"
        );
        for b in &rows[..place] {
            let verdict = observations(study, a, b);
            check(&verdict, &observations(study, b, a));
            // The rules once more, as the study's cautions have them.
            let comparable = study.measures[a.measure].comparable_across_states;
            let one_rule = state_of(study, a.place) == state_of(study, b.place) || comparable;
            let one_time = a.place == b.place || a.period == b.period;
            assert_eq!(verdict.holds(), a.measure == b.measure && one_rule && one_time);
        }
    }
    let items = study.survey_items.rows();
    for (place, a) in items.iter().enumerate() {
        for b in &items[..place] {
            let verdict = survey_items(study, a, b);
            check(&verdict, &survey_items(study, b, a));
            let one =
                a.place == b.place && a.group == b.group && a.question == b.question && a.unit == b.unit;
            assert_eq!(verdict.holds(), one && a.value.is_some() && b.value.is_some());
            if verdict.holds() && a.year != b.year {
                assert!(verdict.words().contains("no change in the same group"));
            }
        }
    }
    let named = study.national_states.rows();
    for (place, a) in named.iter().enumerate() {
        for b in &named[..place] {
            let verdict = listings(study, a, b);
            check(&verdict, &listings(study, b, a));
            let scheme = |row: &NationalState| study.categories[row.category].scheme;
            let one_rule = a.category == b.category || (scheme(a) == scheme(b) && scheme(a).is_some());
            let one_time = a.year == b.year && (a.year.is_some() || a.source == b.source);
            assert_eq!(verdict.holds(), one_rule && one_time);
        }
    }
    for a in study.districts.rows() {
        for b in study.districts.rows() {
            let verdict = starts(a, b);
            check(&verdict, &starts(b, a));
            assert!(
                !verdict.holds()
                    || (a.start_note == b.start_note && a.start_year.is_some() && b.start_year.is_some())
            );
        }
    }
    for a in study.amounts.rows() {
        for b in study.amounts.rows() {
            let verdict = amounts(a, b);
            check(&verdict, &amounts(b, a));
            assert!(!verdict.holds() || a.kind == b.kind);
        }
    }
    let statuses = study.state_strategies.rows();
    for (place, a) in statuses.iter().enumerate().take(40) {
        for b in &statuses[..place] {
            let (first, second) = ((a.state, Some(a)), (b.state, Some(b)));
            let verdict = strategies(study, first, second);
            check(&verdict, &strategies(study, second, first));
            assert!(!verdict.holds() || a.strategy == b.strategy);
            assert!(
                !strategies(study, first, (b.state, None)).holds(),
                "no row is no status"
            );
        }
    }
    check_decisions(study);
    let shown = study.district_practices.rows();
    for (place, a) in shown.iter().enumerate().take(40) {
        for b in &shown[..place] {
            let (first, second) = ((a.district, Some(a)), (b.district, Some(b)));
            let verdict = practices(study, first, second);
            check(&verdict, &practices(study, second, first));
            assert!(!verdict.holds() || a.practice == b.practice);
            if verdict.holds() && a.year != b.year {
                assert!(verdict.words().contains("not of the same year"));
            }
        }
    }
}

/// What a state decided at a decision point.
fn decided(study: &Study, state: Ref<State>, point: Ref<DecisionPoint>) -> Vec<Ref<StateDecision>> {
    let rows = study.state_decisions.iter();
    rows.filter(|(_, row)| row.state == state && study.decision_options[row.option].decision == point)
        .map(|(row, _)| row)
        .collect()
}

fn check_decisions(study: &Study) {
    let points: Vec<_> = study.decision_points.refs().take(6).collect();
    for a in study.states.refs().take(5) {
        for b in study.states.refs().take(5) {
            for (place, first) in points.iter().enumerate() {
                for second in &points[..=place] {
                    let (mine, theirs) = (decided(study, a, *first), decided(study, b, *second));
                    let verdict = decisions(study, (a, &mine), (b, &theirs));
                    check(&verdict, &decisions(study, (b, &theirs), (a, &mine)));
                    // Where nothing was found there is no option of another point either.
                    let nothing = mine.is_empty() || theirs.is_empty();
                    assert_eq!(verdict.holds(), first == second || nothing);
                    if verdict.holds() {
                        assert_eq!(verdict.words().contains(NO_OPTION), nothing);
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_guard_keeps_its_rules_in_any_study(study in any_study()) {
        check_study(&study);
    }
}

#[test]
fn the_guard_keeps_its_rules_in_the_small_and_the_real_study() {
    check_study(&small());
    check_study(&REAL);
}

fn value(place: &str, measure: &str, period: &str) -> &'static Observation {
    let found = REAL.observations.rows().iter().find(|row| {
        row.place.id(&REAL) == place
            && REAL.measures[row.measure].id == measure
            && row.period.to_string() == period
    });
    found.unwrap_or_else(|| panic!("no {measure} of {place} in {period}"))
}

fn grounds(verdict: &Verdict) -> Vec<Ground> {
    match verdict {
        Verdict::Holds(_) => Vec::new(),
        Verdict::Refused(reasons) => reasons.iter().map(|reason| reason.ground).collect(),
    }
}

#[test]
fn the_real_numbers_are_compared_as_the_cautions_ask() {
    let compare = |a, b| observations(&REAL, a, b);
    // Enrollment follows each state's own rules; within a state it may be compared, in one year.
    let verdict = compare(
        value("az", "enrollment", "2023-24"),
        value("nd", "enrollment", "2023-24"),
    );
    assert_eq!(grounds(&verdict), [Ground::Definition]);
    assert!(verdict.words().starts_with("Each state counts by its own rules:"));
    let oakes = value("nd-oakes", "enrollment", "2023-24");
    assert!(compare(oakes, value("nd-northern-cass", "enrollment", "2023-24")).holds());
    let verdict = compare(oakes, value("nd-northern-cass", "enrollment", "2020-21"));
    assert_eq!(
        verdict.words(),
        "The values are of different years: 2020-21 and 2023-24."
    );
    // The graduation rate may be compared between states, with care.
    let verdict = compare(
        value("az", "grad-rate-4yr", "2017-18"),
        value("nd", "grad-rate-4yr", "2017-18"),
    );
    assert!(
        verdict.holds() && verdict.words().contains("Adjusted cohort rate."),
        "{verdict:?}"
    );
    let verdict = compare(
        value("az", "grad-rate-4yr", "2017-18"),
        value("nd", "enrollment", "2017-18"),
    );
    assert_eq!(grounds(&verdict), [Ground::Subject]);
}

#[test]
fn the_real_surveys_and_counts_are_compared_only_among_themselves() {
    let item = |id: &str| &REAL.survey_items[REAL.survey_items.find(id).unwrap()];
    let verdict = survey_items(&REAL, item("oh-2023-stay"), item("oh-2024-stay"));
    assert!(verdict.holds() && verdict.words().contains("no change in the same group"));
    let verdict = survey_items(&REAL, item("nd-2020-support"), item("oh-2024-stay"));
    assert_eq!(grounds(&verdict), [Ground::Subject, Ground::People]);
    let verdict = survey_items(&REAL, item("nd-2020-pace"), item("nd-2020-due-dates"));
    assert_eq!(grounds(&verdict), [Ground::Subject, Ground::Missing]);

    let named = |state: &str, year: &str, category: &str| {
        let rows = REAL.national_states.rows().iter();
        let mut rows = rows.filter(|row| {
            row.state_postal == state && row.year.map(|year| year.to_string()).unwrap_or_default() == year
        });
        rows.find(|row| REAL.categories[row.category].id == category)
            .unwrap()
    };
    let arizona = named("AZ", "2026", "xq-actions-met-1");
    let dakota = named("ND", "2026", "xq-actions-met-6");
    assert!(listings(&REAL, arizona, dakota).holds());
    let map = |year, tier: &str, state| named(state, year, &format!("aurora-map-{tier}"));
    let verdict = listings(
        &REAL,
        map("2018", "emerging", "MI"),
        map("2019", "emerging", "CA"),
    );
    assert_eq!(grounds(&verdict), [Ground::Years]);
    let scan = named("ND", "2014", "carnegie-4-time-based-only");
    let verdict = listings(&REAL, scan, dakota);
    assert_eq!(grounds(&verdict), [Ground::Definition, Ground::Years]);
    assert!(
        !listings(&REAL, map("", "emerging", "WY"), map("2019", "emerging", "CA")).holds(),
        "an undated list"
    );
}

#[test]
fn a_state_of_which_nothing_was_read_is_not_compared() {
    use throughline::study::term::StrategyStatus;
    let unknown = REAL
        .state_strategies
        .rows()
        .iter()
        .find(|row| row.status == StrategyStatus::Unknown);
    let unknown = unknown.expect("the record has an unknown");
    let other = REAL.state_strategies.rows().iter();
    let other = other.filter(|row| row.strategy == unknown.strategy && row.status == StrategyStatus::InPlace);
    for row in other {
        let verdict = strategies(&REAL, (unknown.state, Some(unknown)), (row.state, Some(row)));
        let name = &REAL.states[unknown.state].name;
        assert_eq!(verdict.words(), format!("No source on it was read for {name}."));
    }
    let district = |id: &str| REAL.districts.find(id).unwrap();
    let pair: [Ref<_>; 2] = [district("nd-oakes"), district("nv-clark")];
    let verdict = practices(&REAL, (pair[0], None), (pair[1], None));
    assert_eq!(grounds(&verdict), [Ground::Missing]);
}

/// The facts of a figure's table.
fn facts(study: &Study, kind: FigureKind, view: &View) -> Vec<FactRef> {
    let table = draw(kind, study, view).table;
    let keys = table.cells().filter_map(|cell| cell.key.as_deref());
    keys.filter_map(|key| FactRef::find(study, key)).collect()
}

/// The keys of the marks on each line of bars, by group.
fn lines(study: &Study, kind: FigureKind, view: &View) -> Vec<Vec<Vec<FactRef>>> {
    let Picture::Bars(bars) = draw(kind, study, view).picture else {
        return Vec::new();
    };
    let of = |line: &[Bar]| {
        line.iter()
            .filter_map(|bar| FactRef::find(study, &bar.key))
            .collect()
    };
    let groups = bars.groups.iter();
    groups
        .map(|group| {
            let lines = group.rows.iter().flat_map(|row| &row.lines);
            lines.map(|line| of(&line.bars)).collect()
        })
        .collect()
}

fn check_figures(study: &Study, view: &View) {
    // Answers are on one line of the surveys exactly if the guard compares them, and in one group if the same people were asked.
    let mut items = Vec::new();
    for (group, lines) in lines(study, FigureKind::Survey, view).iter().enumerate() {
        for (line, facts) in lines.iter().enumerate() {
            for fact in facts {
                if let FactRef::SurveyItem(item) = *fact {
                    items.push((&study.survey_items[item], group, (group, line)));
                }
            }
        }
    }
    for (place, (a, group, line)) in items.iter().enumerate() {
        for (b, other_group, other_line) in &items[..place] {
            let differ = grounds(&survey_items(study, a, b));
            assert_eq!(group == other_group, !differ.contains(&Ground::People));
            let comparable = !differ.contains(&Ground::People) && !differ.contains(&Ground::Subject);
            assert_eq!(line == other_line, comparable, "{} / {}", a.question, b.question);
        }
    }
    // Counts are in one panel exactly if they are of one scheme, or of one category.
    let panels = match draw(FigureKind::National, study, view).picture {
        Picture::Tiles(tiles) => tiles.panels,
        _ => Vec::new(),
    };
    let mut counts = Vec::new();
    for (panel, bars) in panels.iter().map(|panel| &panel.bars).enumerate() {
        for bar in bars {
            if let Some(FactRef::NationalCount(count)) = FactRef::find(study, &bar.key) {
                counts.push((study.national[count].category, panel));
            }
        }
    }
    for (place, (a, panel)) in counts.iter().enumerate() {
        for (b, other) in &counts[..place] {
            assert_eq!(panel == other, one_scheme(study, *a, *b));
        }
    }
    // The sentence on money warns exactly if the guard refuses to compare sums for what they are.
    let sums: Vec<&Amount> = facts(study, FigureKind::Funding, view)
        .iter()
        .filter_map(|fact| match *fact {
            FactRef::Amount(amount) => Some(&study.amounts[amount]),
            _ => None,
        })
        .filter(|amount| amount.dollars.is_some())
        .collect();
    let refused = sums.iter().any(|a| {
        let mut others = sums.iter();
        others.any(|b| grounds(&amounts(a, b)).contains(&Ground::Definition))
    });
    let sentence = draw(FigureKind::Funding, study, view).sentence;
    assert_eq!(sentence.contains("Amounts differ in kind"), refused, "{sentence}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_of_any_study_keep_the_rules_of_the_guard(study in any_study(), query in any_query()) {
        check_figures(&study, &View::parse(&query, &study).0);
    }
}

#[test]
fn figures_draw_on_one_scale_what_the_guard_lets_stand_together() {
    check_figures(&small(), &View::default());
    check_figures(&REAL, &View::default());
}

#[test]
fn trends_say_which_measures_the_guard_compares_between_states() {
    let text = draw(FigureKind::DistrictTrends, &REAL, &View::default()).how_to_read;
    let (_, across) = text
        .split_once("Across states only this may be compared")
        .unwrap();
    for measure in REAL.measures.rows() {
        assert_eq!(
            across.contains(&format!(": {}.", measure.name))
                || across.contains(&format!(" {},", measure.name)),
            measure.comparable_across_states,
            "{}",
            measure.name
        );
    }
}

#[test]
fn decisions_are_told_with_their_years_and_the_roadmap_keeps_to_the_rule() {
    let mut dated = 0;
    for pair in throughline::page::compare::pairs(&REAL.states) {
        let points = throughline::profile::pair::decisions(&REAL, pair);
        let view = View {
            states: pair.to_vec(),
            diff: true,
            ..View::default()
        };
        let figure = draw(FigureKind::Roadmap, &REAL, &view);
        for point in points {
            let words = point.verdict.words();
            assert!(point.verdict.holds(), "options of one point are compared");
            dated += usize::from(words.starts_with("Not of the same years: "));
            let one = point.facts.iter().any(Vec::is_empty);
            assert_eq!(words == NO_OPTION, one, "{words}");
            // ‘Only differences’ shows a decision point where the guard lets the two differ, and nowhere else.
            let differs = !matches!(point.standing, Standing::Alike | Standing::Neither);
            let question = &REAL.decision_points[point.subject].question;
            let shown = figure.table.rows.iter().any(|row| {
                row.group
                    .as_ref()
                    .is_some_and(|group| group.ends_with(question.as_str()))
            });
            assert_eq!(shown, differs, "{question}");
        }
        assert!(figure.how_to_read.contains("never means that it was not taken"));
    }
    assert!(dated > 0);
}
