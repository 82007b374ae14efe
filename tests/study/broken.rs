//! Broken studies: each edit of the imagined study gives exactly the problems that it should, hints and all.

use super::harbor::Edit::{self, Remove, Swap, Write};
use super::harbor::{apply, harbor, harbor_files, load_files};

/// A name for what is wrong, and the edits that make it so.
type Case = (&'static str, &'static [Edit]);

fn report(cases: &[Case]) -> String {
    let sections = cases.iter().map(|(name, edits)| {
        let mut files = harbor_files();
        edits.iter().for_each(|edit| apply(&mut files, edit));
        let problems = load_files(&files).expect_err(name);
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        format!("## {name}\n{}\n", lines.join("\n"))
    });
    sections.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_imagined_study_is_sound() {
    let study = harbor();
    assert_eq!(
        study.state_strategies.len(),
        study.states.len() * study.strategies.len()
    );
}

#[test]
fn files() {
    const CASES: &[Case] = &[
        ("a file is missing", &[Remove("states.csv")]),
        (
            "two files are missing and a third has a fault",
            &[
                Remove("sources.csv"),
                Remove("strategies.csv"),
                Swap("events.csv", b"2028-09", b"2028-13"),
            ],
        ),
        (
            "a file that no table has",
            &[Write("state_strategy.csv", b"id\n")],
        ),
        ("a file that is like no table", &[Write("zebra.CSV", b"id\n")]),
        ("a file is empty", &[Write("gaps.csv", b"")]),
        (
            "a table without rows that needs some",
            &[
                Write("strategies.csv", b"id,name,short_name,aim,definition,source\n"),
                Write(
                    "state_strategies.csv",
                    b"state,strategy,status,since,summary,source,source2,confidence\n",
                ),
                Write("crosswalk.csv", b"strategy,framework,named,source\n"),
                Write("links.csv", b"strategy,practice,reason\n"),
                Swap("events.csv", b",law,charter,", b",law,,"),
                Swap("events.csv", b",pilot,workshops,", b",pilot,,"),
                Swap("events.csv", b",network,workshops,", b",network,,"),
                Swap("statements.csv", b"state_strategies:ba/workshops;", b""),
            ],
        ),
        (
            "a byte order mark",
            &[Swap("gaps.csv", b"id,text", b"\xef\xbb\xbfid,text")],
        ),
        (
            "line ends of another system",
            &[Swap(
                "votes.csv",
                b"event,chamber,yes,no,source\nba-act-2027,house,31,4,bay-act\n",
                b"event,chamber,yes,no,source\r\nba-act-2027,house,31,4,bay-act\r\n",
            )],
        ),
        (
            "bytes that are not UTF-8",
            &[Swap("gaps.csv", b"Cove has", b"C\xf4ve h\xe0s")],
        ),
        (
            "an empty line",
            &[Swap("schemes.csv", b"id,name\n", b"id,name\n\n")],
        ),
    ];
    insta::assert_snapshot!(report(CASES));
}

#[test]
fn csv() {
    const CASES: &[Case] = &[
        (
            "a quote is never closed",
            &[Swap("gaps.csv", b"Whether", b"\"Whether")],
        ),
        (
            "a cell runs over two lines",
            &[Swap(
                "links.csv",
                b"A charter names what students are to show.",
                b"\"A charter\nnames what, and\nhow.\"",
            )],
        ),
        (
            "text after a closing quote",
            &[Swap("gaps.csv", b"Whether Cove", b"\"Whether\" Cove")],
        ),
        ("a bare quote", &[Swap("gaps.csv", b"a law", b"a \"law\"")]),
        ("a cell too many", &[Swap("gaps.csv", b"Cove has", b"Cove, has")]),
        (
            "a cell too few",
            &[Swap("votes.csv", b"house,31,4,", b"house,31,")],
        ),
        (
            "a line too short to have a key",
            &[Swap("votes.csv", b"ba-act-2027,house,31,4,bay-act", b"x")],
        ),
        (
            "a column is missing",
            &[Swap(
                "schemes.csv",
                b"id,name\nland-map,Harbor Land Institute map",
                b"id\nland-map",
            )],
        ),
        (
            "a key column is missing",
            &[Swap("schemes.csv", b"id,name\nland-map,Harbor", b"name\nHarbor")],
        ),
        (
            "a column is misspelled",
            &[Swap("states.csv", b"lead_body", b"lead_bdoy")],
        ),
        (
            "a column that nobody knows",
            &[Swap(
                "schemes.csv",
                b"id,name\nland-map,",
                b"id,zebra,name\nland-map,x,",
            )],
        ),
        (
            "a column is repeated",
            &[Swap(
                "schemes.csv",
                b"id,name\nland-map,",
                b"id,name,name\nland-map,x,",
            )],
        ),
        (
            "columns out of order",
            &[Swap(
                "schemes.csv",
                b"id,name\nland-map,Harbor Land Institute map",
                b"name,id\nHarbor Land Institute map,land-map",
            )],
        ),
        ("a control character", &[Swap("gaps.csv", b"a law", b"a\tlaw")]),
        (
            "a direction-changing character",
            &[Swap("gaps.csv", b"a law", "a \u{202e}law".as_bytes())],
        ),
        (
            "a lost character",
            &[Swap("gaps.csv", b"a law", "a \u{fffd}law".as_bytes())],
        ),
        (
            "stray spaces",
            &[
                Swap("gaps.csv", b"a law", b"a  law"),
                Swap("links.csv", b",A charter", b", A charter"),
                Swap("schemes.csv", b"Institute map", b"Institute map "),
                Swap("votes.csv", b"senate", "senate\u{a0}".as_bytes()),
            ],
        ),
        (
            "cells that a spreadsheet would run",
            &[
                Swap("gaps.csv", b"Whether", b"=Whether"),
                Swap("links.csv", b",A charter", b",@A charter"),
                Swap("votes.csv", b",31,", b",+31,"),
                Swap("cautions.csv", b",Nothing", b",-Nothing"),
            ],
        ),
    ];
    insta::assert_snapshot!(report(CASES));
}

#[test]
fn cells() {
    const CASES: &[Case] = &[
        ("a cell is empty", &[Swap("states.csv", b",Cove Guild,", b",,")]),
        ("an id that is not kebab-case", &[Swap("gaps.csv", b"cove-law", b"Cove_law")]),
        ("an id that others use is not kebab-case", &[Swap("practices.csv", b"own-plan,", b"own--plan,")]),
        ("a key is repeated", &[Swap("votes.csv", b",senate,", b",house,")]),
        ("an id is repeated", &[Swap("glossary.csv", b"Wharf school,", b"Charter,")]),
        ("an unknown id, nearly right", &[Swap("events.csv", b"us,2030,The institute maps workshop provinces,report,,A map sorts provinces by how far they are.,land-map", b"us,2030,The institute maps workshop provinces,report,,A map sorts provinces by how far they are.,lnad-map")]),
        ("an unknown id, like none", &[Swap("links.csv", b"charter,show-work", b"charter,zzzzzzzz")]),
        ("a state that nobody knows", &[Swap("state_strategies.csv", b"ba,charter", b"xx,charter")]),
        ("a strategy is misspelled", &[Swap("state_strategies.csv", b"ba,charter", b"ba,chatrer")]),
        ("an unknown source in a list", &[Swap("statements.csv", b"record,bay-data;cove-news,", b"record,bay-data;cove-nwes,")]),
        ("a list with a hole and a repetition", &[Swap("statements.csv", b"record,bay-data;cove-news,", b"record,bay-data;;cove-news;bay-data,")]),
        ("facts that do not resolve", &[
            Swap("statements.csv", b"votes:ba-act-2027/house;", b"votes:ba-act-2027/hose;"),
            Swap("statements.csv", b"state_decisions:ba/spread-pilot", b"state_decision:ba/spread-pilot"),
            Swap("statements.csv", b"events:co-wharf-2028", b"co-wharf-2028"),
        ]),
        ("a place that nobody knows", &[Swap("observations.csv", b"ba-lantern,", b"ba-lanterns,")]),
        ("a word outside its vocabulary", &[Swap("state_strategies.csv", b"in-place,2027", b"inplace,2027")]),
        ("a word like none of its vocabulary", &[Swap("sources.csv", b",news,", b",gossip,")]),
        ("neither yes nor no", &[Swap("sources.csv", b",2027-03-01,yes,", b",2027-03-01,true,")]),
        ("not a number", &[Swap("observations.csv", b"10480", b"\"10,480\"")]),
        ("not a whole number", &[Swap("votes.csv", b",31,", b",31.5,")]),
        ("a date in another form", &[Swap("events.csv", b"2027-03-01", b"03/01/2027")]),
        ("a day that does not exist", &[Swap("events.csv", b"2027-03-01", b"2027-02-29")]),
        ("an impossible year", &[Swap("state_strategies.csv", b"in-place,2027", b"in-place,1927")]),
        ("not a year", &[Swap("state_strategies.csv", b"in-place,2027", b"in-place,27")]),
        ("a school year that skips one", &[Swap("observations.csv", b"ba,students,2029-30", b"ba,students,2029-31")]),
        ("a label too long", &[Swap("strategies.csv", b",Harbor charter,condition", b",Harbor charter of skills,condition")]),
        ("a text with too many words", &[Swap("links.csv", b"students can plan.", b"students can plan much more than the twenty words that a reason may have and then some more.")]),
        ("unsafe addresses", &[
            Swap("sources.csv", b"https://lighthouse.example/charter", b"javascript:alert(1)"),
            Swap("sources.csv", b"https://bay.example/acts/7", b"https://user:word@bay.example/acts/7"),
            Swap("sources.csv", b"https://courier.example/wharf", b"https://localhost/wharf"),
            Swap("sources.csv", b"https://bay.example/counts", b"https://bay.example/a count"),
            Swap("sources.csv", b"https://institute.example/map", b"https://192.168.0.1/map"),
            Swap("resources.csv", b"https://lighthouse.example/charter", b"https://lighthouse.example/?utm_source=x"),
        ]),
        ("more unsafe addresses", &[
            Swap("sources.csv", b"https://lighthouse.example/charter", b"ftp://lighthouse.example/charter"),
            Swap("sources.csv", b"https://bay.example/acts/7", "https://b\u{430}y.example/acts/7".as_bytes()),
            Swap("sources.csv", b"https://courier.example/wharf", b"https://courier.example/<b>"),
            Swap("sources.csv", b"https://bay.example/counts", b"bay.example/counts"),
            Swap("sources.csv", b"https://institute.example/map", b"https://institute.example./map"),
            Swap("resources.csv", b"https://lighthouse.example/charter", b"https:lighthouse.example/charter"),
        ]),
    ];
    insta::assert_snapshot!(report(CASES));
}

#[test]
fn rules_within_a_row() {
    const CASES: &[Case] = &[
        (
            "a state takes the word for the country",
            &[Swap("states.csv", b"ba,Bay Province,BA", b"us,Bay Province,US")],
        ),
        (
            "a postal code does not fit",
            &[Swap("states.csv", b"Province,BA", b"Province,BY")],
        ),
        (
            "not a postal code",
            &[Swap("national_states.csv", b"DE,", b"Del,")],
        ),
        (
            "a status without a source",
            &[Swap(
                "state_strategies.csv",
                b"speak of time.,bay-act",
                b"speak of time.,",
            )],
        ),
        (
            "something began where none was found",
            &[Swap("state_strategies.csv", b"none-found,,", b"none-found,2027,")],
        ),
        (
            "a district of another state",
            &[Swap("districts.csv", b"co-saltmarsh,co", b"co-saltmarsh,ba")],
        ),
        (
            "an event of another state",
            &[Swap("events.csv", b"us-map-2030,us", b"us-map-2030,co")],
        ),
        (
            "an event without state",
            &[Swap("events.csv", b"us-map-2030,us", b"us-map-2030,")],
        ),
        (
            "enrollment without its year",
            &[Swap("districts.csv", b"412,2029-30", b"412,")],
        ),
        (
            "a year without its enrollment",
            &[Swap("districts.csv", b"412,2029-30", b",2029-30")],
        ),
        (
            "more than all",
            &[
                Swap("observations.csv", b"84.6", b"846"),
                Swap("survey_items.csv", b",72,", b",720,"),
            ],
        ),
        (
            "a sum of nothing, and a sum where no money came",
            &[
                Swap("amounts.csv", b",250000,", b",0,"),
                Swap("amounts.csv", b"co-wharf-2028,,", b"co-wharf-2028,5,"),
            ],
        ),
        (
            "the second source is the first",
            &[Swap("states.csv", b",bay-act,bay-data", b",bay-act,bay-act")],
        ),
        (
            "a word outside the vocabulary that it explains",
            &[Swap(
                "rules.csv",
                b"practice-status,planned",
                b"practice-status,plannde",
            )],
        ),
        (
            "after the edition's own date",
            &[
                Swap("events.csv", b"2028-09", b"2032-03"),
                Swap("observations.csv", b"us,students,2030", b"us,students,2033"),
                Swap("state_strategies.csv", b"pilot,2028", b"pilot,2034"),
            ],
        ),
        (
            "the edition's date is none",
            &[Swap("edition.csv", b"2032-02-29", b"soon")],
        ),
        (
            "our reading of one fact",
            &[Swap("statements.csv", b";state_decisions:co/spread-open", b"")],
        ),
        (
            "a lesson from the record",
            &[Swap("statements.csv", b"our-reading", b"public-record")],
        ),
        (
            "layer study beyond the study",
            &[
                Swap(
                    "statements.csv",
                    b"study,charter-page,",
                    b"study,charter-page;bay-act,",
                ),
                Swap("statements.csv", b"study:states", b"events:ba-act-2027"),
            ],
        ),
        (
            "a statement of nothing",
            &[Swap("statements.csv", b"our-reading", b"not-found")],
        ),
        (
            "a statement drawn from itself",
            &[Swap(
                "statements.csv",
                b"votes:ba-act-2027/senate",
                b"statements:st-4",
            )],
        ),
    ];
    insta::assert_snapshot!(report(CASES));
}

#[test]
fn rules_across_tables() {
    const CASES: &[Case] = &[
        ("a cell of the matrix is missing", &[Swap(
            "state_strategies.csv",
            b"ba,tide-time,none-found,,The act was read and does not speak of time.,bay-act,,medium\n",
            b"",
        )]),
        ("a question is not answered", &[Swap(
            "state_decisions.csv",
            b"co,lead-guild,,The guild speaks for the wharf schools.,cove-news,medium\n",
            b"",
        )]),
        ("a word without its rule", &[Swap("rules.csv", b"confidence,low,A weak source.\n", b"")]),
        ("two categories of one scheme", &[Swap(
            "national_states.csv",
            b"DE,2030,land-map-behind,land-map\n",
            b"DE,2030,land-map-behind,land-map\nDE,2030,land-map-ahead,land-map\n",
        )]),
        ("one page twice", &[Swap("sources.csv", b"https://bay.example/counts", b"http://www.bay.example/Acts/7/")]),
        ("a source that nothing cites", &[Swap(
            "sources.csv",
            b"land-map,Map",
            b"sea-map,Map of the sea,Harbor Land Institute,research,https://institute.example/sea,2030,yes,\nland-map,Map",
        )]),
        ("the edition does not say who it is", &[
            Swap("edition.csv", b"publisher,The Harbor testers\n", b""),
            Swap("study.csv", b"title,From Harbor Charter to Wharf School,charter-page\n", b""),
            Swap("statements.csv", b"study:title;", b""),
        ]),
        ("many faults in many files, all at once", &[
            Write("measures.csv", b"\xff\xfe"),
            Swap("gaps.csv", b"Whether", b"\"Whether"),
            Swap("states.csv", b",Cove Guild,", b",,"),
            Swap("events.csv", b"2028-09", b"2028-13"),
            Swap("links.csv", b"charter,show-work", b"chatrer,show-wrok"),
            Swap("sources.csv", b"https://bay.example/counts", b"data:text/html,x"),
            Remove("schemes.csv"),
        ]),
    ];
    insta::assert_snapshot!(report(CASES));
}
