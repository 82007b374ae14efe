//! Evidence: every fact has its address, says what stands behind it, and every source leads back to its uses.

use std::collections::BTreeSet;

use throughline::study::term::{Layer, StrategyStatus};
use throughline::study::{FactRef, evidence, uses};

use super::harbor::harbor;
use super::record::real;

#[test]
fn every_fact_is_found_by_its_address() {
    for study in [real(), harbor()] {
        let mut addresses = BTreeSet::new();
        for fact in FactRef::all(&study) {
            let address = fact.address(&study);
            assert_eq!(FactRef::find(&study, &address), Some(fact), "{address}");
            assert!(addresses.insert(address.clone()), "{address} names two facts");
        }
        assert!(addresses.len() > 50);
    }
    for wrong in [
        "",
        "events",
        "events:",
        "events:none",
        "none:nd",
        "state_strategies:ba",
        "votes:ba-act-2027/none",
    ] {
        assert_eq!(FactRef::find(&harbor(), wrong), None, "{wrong}");
    }
}

#[test]
fn every_fact_opens_its_evidence() {
    let study = real();
    for fact in FactRef::all(&study) {
        let evidence = evidence(&study, fact);
        let address = fact.address(&study);
        assert!(
            !evidence.title.is_empty() && !evidence.claim.is_empty(),
            "{address}"
        );
        let unsourced = matches!(fact, FactRef::Link(_))
            || matches!(fact, FactRef::StateStrategy(row) if study.state_strategies[row].status == StrategyStatus::Unknown);
        assert_eq!(evidence.sources.is_empty(), unsourced, "{address}");
        assert!(!evidence.related.contains(&fact), "{address}");
        assert!(
            evidence.status.is_none_or(|status| !status.label.is_empty()),
            "{address}"
        );
    }
}

#[test]
fn layers_follow_the_rules_of_the_record() {
    let study = harbor();
    let layer = |address: &str| FactRef::find(&study, address).expect(address).layer(&study);
    assert_eq!(layer("study:title"), Layer::Study);
    assert_eq!(layer("statements:st-1"), Layer::Study);
    assert_eq!(layer("statements:st-3"), Layer::OurReading);
    assert_eq!(layer("links:charter/show-work"), Layer::OurReading);
    assert_eq!(layer("state_strategies:ba/charter"), Layer::PublicRecord);
    assert_eq!(layer("state_strategies:ba/tide-time"), Layer::NotFound);
    assert_eq!(layer("state_strategies:co/tide-time"), Layer::NotFound);
    assert_eq!(layer("events:us-map-2030"), Layer::PublicRecord);
}

#[test]
fn evidence_tells_all_of_a_fact() {
    let study = harbor();
    let shown = |address: &str| {
        let evidence = evidence(&study, FactRef::find(&study, address).expect(address));
        let addresses = |facts: &[FactRef]| facts.iter().map(|fact| fact.address(&study)).collect::<Vec<_>>();
        let status = evidence.status.map(|status| (status.label, status.rule));
        format!(
            "{address}\n  {} | {}\n  {:?} {:?} {:?} {:?}\n  note {:?}\n  sources {:?}\n  facts {:?}\n  conflicts {:?}\n  related {:?}\n",
            evidence.title,
            evidence.claim,
            evidence.layer,
            status,
            evidence.when,
            evidence.confidence,
            evidence.note,
            evidence
                .sources
                .iter()
                .map(|source| &study.sources[*source].id)
                .collect::<Vec<_>>(),
            addresses(&evidence.facts),
            evidence
                .conflicts
                .iter()
                .map(|row| &study.conflicts[*row].id)
                .collect::<Vec<_>>(),
            addresses(&evidence.related),
        )
    };
    let addresses = [
        "study:title",
        "states:co",
        "strategies:charter",
        "state_strategies:ba/tide-time",
        "state_strategies:co/tide-time",
        "events:ba-act-2027",
        "votes:ba-act-2027/house",
        "amounts:ba-workshops-2028",
        "state_decisions:co/lead-guild",
        "districts:ba-lantern",
        "practices:own-plan",
        "district_practices:co-saltmarsh/own-plan",
        "observations:us/students/2030",
        "observations:co/finish-rate/2029",
        "survey_items:co-2029-days",
        "national:/any-charter",
        "national_states:DE/2030/land-map-behind",
        "crosswalk:workshops/guild-list",
        "links:tide-time/own-plan",
        "statements:st-3",
    ];
    insta::assert_snapshot!(addresses.map(shown).join("\n"));
}

#[test]
fn uses_lead_back_from_every_source() {
    let study = real();
    let uses = uses(&study);
    assert_eq!(uses.len(), study.sources.len());
    for (source, used) in study.sources.refs().zip(&uses) {
        let id = &study.sources[source].id;
        let times = used.facts.len() + used.conflicts.len() + used.terms.len();
        assert!(times > 0, "{id} is cited by nothing that a reader sees");
        assert!(
            used.facts
                .iter()
                .all(|fact| fact.sources(&study).contains(&source)),
            "{id}"
        );
    }
    let cited: usize = FactRef::all(&study).map(|fact| fact.sources(&study).len()).sum();
    assert_eq!(uses.iter().map(|used| used.facts.len()).sum::<usize>(), cited);
}
