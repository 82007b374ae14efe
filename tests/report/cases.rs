//! One thing wrong at a time, and what is said about it.

/// The body of a lessons part, and all that is said about it: `line:column: message` and hint.
pub const CASES: &[(&str, &[&str])] = &[
    // What a paragraph rests on.
    (
        "Bare.",
        &[
            "3:1: the paragraph does not say what it rests on\n  hint: end it with {evidence <layer> <facts>}, or {edition} if it is about this edition",
        ],
    ),
    (
        "- Bare.\n- Fine. {edition}",
        &[
            "3:1: the paragraph does not say what it rests on\n  hint: end it with {evidence <layer> <facts>}, or {edition} if it is about this edition",
        ],
    ),
    (
        "{edition}",
        &["3:1: the paragraph is empty\n  hint: write it, or delete its evidence"],
    ),
    (
        "Early {edition} end. {edition}",
        &[
            "3:7: an evidence tag stands inside its paragraph or heading\n  hint: move it to the paragraph's end",
        ],
    ),
    (
        "Own. {edition states:lee}",
        &[
            "3:15: {edition} takes no further words\n  hint: where facts carry the paragraph, write {evidence <layer> <facts>}",
        ],
    ),
    (
        "No layer. {evidence}",
        &[
            "3:11: {evidence} names no layer\n  hint: the layers are study, public-record, our-reading, not-found",
        ],
    ),
    (
        "Wrong layer. {evidence record states:lee}",
        &[
            "3:24: there is no layer record\n  hint: the layers are study, public-record, our-reading, not-found",
        ],
    ),
    (
        "No fact. {evidence public-record}",
        &[
            "3:10: the evidence names no fact\n  hint: name at least one as table:key, or write {edition} if the paragraph is about this edition",
        ],
    ),
    (
        "Twice. {evidence public-record states:lee states:lee}",
        &["3:43: states:lee is named twice"],
    ),
    (
        "Lost. {evidence our-reading states:leee lee sources:gazette states:win}",
        &[
            "3:29: there is no fact states:leee\n  hint: did you mean lee?",
            "3:41: lee is not the address of a fact\n  hint: write table:key",
            "3:45: rows of sources are not facts\n  hint: assets/study/report/README.md says which tables hold facts",
        ],
    ),
    (
        "Mixed. {evidence study study:title states:lee}",
        &[
            "3:8: a paragraph of the study layer rests on other facts\n  hint: name only study: facts, or choose another layer",
        ],
    ),
    (
        "Thin. {evidence public-record study:title}",
        &[
            "3:7: a paragraph of the public record rests on the study's own pages alone\n  hint: choose the layer study, or name facts of the record",
        ],
    ),
    (
        "Alone. {evidence our-reading states:lee}",
        &["3:8: a reading rests on a single fact\n  hint: name at least two facts that it is drawn from"],
    ),
    (
        "Found. {evidence not-found state_strategies:lee/lighthouse}",
        &[
            "3:8: nothing in the evidence says that something was not found\n  hint: name a fact whose status is none-found or unknown",
        ],
    ),
    // Typed numbers.
    (
        "All 2 islands. {edition}",
        &[
            "3:5: the number 2 is typed\n  hint: take it from the study, as {count …}, {value …}, {year …} or {date …}",
        ],
    ),
    (
        "The *two* islands. {edition}",
        &[
            "3:6: the number two is typed\n  hint: take it from the study, as {count …}, {value …}, {year …} or {date …}",
        ],
    ),
    (
        "## Part III of 3\n",
        &[
            "3:16: the number 3 is typed\n  hint: take it from the study, as {count …}, {value …}, {year …} or {date …}",
        ],
    ),
    // References.
    ("Odd {} one. {edition}", &["3:5: a reference is empty"]),
    (
        "Odd {cuont states}. {edition}",
        &["3:5: there is no reference {cuont}\n  hint: did you mean count?"],
    ),
    (
        "Odd {count}. {edition}",
        &["3:5: {count} names no table\n  hint: name one, such as {count states}"],
    ),
    (
        "Odd {count stats}. {edition}",
        &["3:12: there is no table stats\n  hint: did you mean states?"],
    ),
    (
        "Odd {count states rol=study}. {edition}",
        &["3:19: table states has no field rol\n  hint: did you mean role?"],
    ),
    (
        "Odd {list states.nam}. {edition}",
        &["3:11: table states has no field nam\n  hint: did you mean name?"],
    ),
    (
        "Odd {count states study}. {edition}",
        &["3:19: study is not a condition\n  hint: write field=word, field=word|word or field!=word"],
    ),
    (
        "Odd {count states role=studi}. {edition}",
        &["3:19: no row of states is left by role=studi\n  hint: role has the value study"],
    ),
    (
        "Odd {count districts}. {edition}",
        &["3:12: table districts is empty"],
    ),
    (
        "Odd {list state_strategies.since}. {edition}",
        &[
            "3:5: no row of state_strategies has a since\n  hint: an empty count or list is not written; say in words what was not found",
        ],
    ),
    (
        "Odd {earliest events}. {edition}",
        &["3:5: {earliest} names no field\n  hint: write events.FIELD, where FIELD holds dates or years"],
    ),
    (
        "Odd {latest events.title}. {edition}",
        &["3:5: events.title holds no year"],
    ),
    (
        "Odd {name}. {edition}",
        &["3:5: {name} names no row\n  hint: name one as table:key"],
    ),
    (
        "Odd {name lee}. {edition}",
        &["3:11: lee is not an address\n  hint: write table:key"],
    ),
    (
        "Odd {name states:le}. {edition}",
        &["3:11: states has no row le\n  hint: did you mean lee?"],
    ),
    (
        "Odd {name states:lee now}. {edition}",
        &["3:22: now is one word too many\n  hint: delete it"],
    ),
    (
        "Odd {value states:lee covid_effect}. {edition}",
        &["3:12: states:lee has no covid_effect"],
    ),
    (
        "Odd {since state_strategies:lee/lighthouse}. {edition}",
        &["3:12: state_strategies:lee/lighthouse has no since"],
    ),
    (
        "Odd {year states:lee}. {edition}",
        &["3:11: states:lee holds no year there"],
    ),
    (
        "Odd {date states:lee name}. {edition}",
        &["3:11: states:lee holds no date there"],
    ),
    (
        "Odd {term Sprang tide}. {edition}",
        &["3:11: the glossary has no term 'Sprang tide'\n  hint: did you mean Spring tide?"],
    ),
    (
        "Odd {term Spring tide |}. {edition}",
        &["3:11: the term has no text to show"],
    ),
    (
        "Open {count states. {edition}",
        &["3:6: a reference is not closed\n  hint: close it with } in the same paragraph"],
    ),
    (
        "Open {count\n\nstates}. {edition}",
        &[
            "3:1: the paragraph does not say what it rests on\n  hint: end it with {evidence <layer> <facts>}, or {edition} if it is about this edition",
            "3:6: a reference is not closed\n  hint: close it with } in the same paragraph",
            "5:7: a closing brace has no opening one\n  hint: delete it, or open the reference with {",
        ],
    ),
    (
        "See [it](https://example.org/{count states}). {edition}",
        &[
            "3:30: a reference cannot stand here\n  hint: references stand in running text, not in addresses or link definitions",
        ],
    ),
    // Directives.
    (
        "See {gaps} here. {edition}",
        &["3:5: {gaps} stands inside text\n  hint: put it on a line of its own"],
    ),
    (
        "{figure tide-tabel}",
        &["3:9: there is no figure 'tide-tabel'\n  hint: did you mean tide-table?"],
    ),
    (
        "{figure zzz}",
        &["3:9: there is no figure 'zzz'\n  hint: the figures are tide-table, harbor-map"],
    ),
    (
        "{figure tide-table}\n{figure tide-table}",
        &["4:1: #fig-tide-table stands twice in the report\n  hint: delete or rename the second"],
    ),
    (
        "{statement}",
        &[
            "3:1: {statement} names no statement\n  hint: name statements by id, or write {statements section=…}",
        ],
    ),
    (
        "{statement st-lihgt}",
        &["3:12: there is no statement st-lihgt\n  hint: did you mean st-light?"],
    ),
    (
        "{statements section=lessons}",
        &[
            "3:13: no row of statements is left by section=lessons\n  hint: an empty count or list is not written; say in words what was not found",
        ],
    ),
    (
        "{conflicts}",
        &["3:1: {conflicts} would be empty\n  hint: table conflicts has no row; delete the line"],
    ),
    (
        "{state-profiles now}",
        &["3:17: {state-profiles} takes no further words\n  hint: write {state-profiles}"],
    ),
    (
        "{state-profiles}\n\n{state-profiles}",
        &["5:1: {state-profiles} stands twice in the report\n  hint: delete or rename the second"],
    ),
    // Markdown.
    (
        "A <b>bold</b> one. {edition}",
        &[
            "3:3: raw HTML is not allowed\n  hint: write Markdown; < in text is written &lt;",
            "3:10: raw HTML is not allowed\n  hint: write Markdown; < in text is written &lt;",
        ],
    ),
    (
        "<div>{count nothing}</div>",
        &["3:1: raw HTML is not allowed\n  hint: write Markdown; < in text is written &lt;"],
    ),
    (
        "A ![tower](https://example.org/a.png) here. {edition}",
        &["3:3: an image is not allowed\n  hint: pictures are figures: {figure <id>} on a line of its own"],
    ),
    (
        "A `{name}` here. {edition}",
        &["3:3: code is not allowed\n  hint: delete the backticks"],
    ),
    (
        "    indented",
        &["3:5: a code block is not allowed\n  hint: start the line without spaces in front"],
    ),
    (
        "> Said.",
        &["3:1: a block quote is not allowed\n  hint: quote nobody; cite evidence instead"],
    ),
    (
        "***",
        &["3:1: a rule across the page is not allowed\n  hint: use a heading"],
    ),
    (
        "A line\\\nbroken. {edition}",
        &["3:7: a forced line break is not allowed\n  hint: start a new paragraph instead"],
    ),
    (
        "#### Deep",
        &["3:1: a heading of level four or deeper is not allowed\n  hint: use ## or ###"],
    ),
    (
        "### Skipped",
        &["3:1: the heading skips a level\n  hint: use ## before ###"],
    ),
    (
        "# Again",
        &["3:1: the part has a second title\n  hint: write ## for a heading inside a part"],
    ),
    (
        "##",
        &["3:1: the heading is empty\n  hint: write what follows it"],
    ),
    (
        "## Same\n\n## Same",
        &["5:1: #lessons-same stands twice in the report\n  hint: delete or rename the second"],
    ),
    (
        "- Outer. {edition}\n  - Inner.",
        &[
            "4:3: a list stands inside a list\n  hint: write one flat list",
            "4:3: the paragraph does not say what it rests on\n  hint: end it with {evidence <layer> <facts>}, or {edition} if it is about this edition",
        ],
    ),
    (
        "- One thing.\n\n  Then more. {edition}",
        &["5:3: a list item has more than one paragraph\n  hint: write one paragraph per item"],
    ),
    // Links.
    (
        "[A](http://example.org) b. {edition}",
        &["3:1: the link is not secure\n  hint: use https://"],
    ),
    (
        "[A](javascript:alert(a)) b. {edition}",
        &["3:1: the link's scheme is not allowed\n  hint: write https://…, mailto:… or #fragment"],
    ),
    (
        "[A](page.html) b. {edition}",
        &["3:1: the link is not an address\n  hint: write https://…, mailto:… or #fragment"],
    ),
    (
        "[A](https://me@example.org) b. {edition}",
        &["3:1: the link holds credentials\n  hint: delete them"],
    ),
    (
        "[A](https://localhost/) b. {edition}",
        &["3:1: the link has no real host\n  hint: write it in full: https://example.org/page"],
    ),
    (
        "[A](mailto:me) b. {edition}",
        &["3:1: the mail address is not one\n  hint: write mailto:name@example.org"],
    ),
    (
        "[A](#lesson) b. {edition}",
        &["3:1: #lesson leads nowhere\n  hint: did you mean lessons?"],
    ),
    (
        "B [](#lessons). {edition}",
        &["3:3: the link has no text\n  hint: write what it leads to"],
    ),
    // Characters that nobody sees.
    (
        "A\u{200b}b. {edition}",
        &["3:2: the text holds an invisible character\n  hint: delete it"],
    ),
    (
        "A\tb\tc. {edition}",
        &["3:2: the text holds a tab\n  hint: use spaces"],
    ),
];
