//! The choices that a figure offers, as markup. The engine listens to all of them at once: see `browser::controls`.

use super::choice::{ATTRIBUTE, Choice, rows};
use super::chosen::choices;
use super::markup::Markup;
use crate::figure::{FigureKind, Offers, offers};
use crate::study::Study;
use crate::study::term::{Aim, Confidence, Layer, Term};
use crate::view::{Group, View, Years};

/// The attribute in which years to choose name those of all figures: `2001-2026`.
pub const ALL_YEARS: &str = "data-years";

/// More buttons of one kind than this are folded away, so that they do not push the picture off a phone.
const MOST_IN_A_ROW: usize = 6;
/// More of one kind than this nobody looks through, and they are not offered.
const MOST: usize = 200;

/// The controls of a figure in a row, which small windows fold away, with a button back to the View `home`, with which the page opens.
pub fn figure_controls(study: &Study, kind: FigureKind, home: &View) -> String {
    let offers = offers(kind, study);
    let mut out = Markup::default();
    out.tag("<details class=\"choices\"><summary>")
        .text(&label(study, home))
        .tag("</summary>");
    for (label, choices) in groups(study, &offers) {
        write_group(&mut out, study, home, label, &choices);
    }
    if let Some(span) = offers.years {
        write_years(&mut out, span, years_of_all(study, span));
    }
    if offers.sorts.len() > 1 {
        out.tag("<label class=\"control\"><span class=\"control-name\">Sort by</span><select")
            .attribute(ATTRIBUTE, "sort")
            .tag(">");
        for order in offers.sorts {
            out.tag("<option")
                .attribute("value", order.word())
                .tag(">")
                .text(order.label())
                .tag("</option>");
        }
        out.tag("</select></label>");
    }
    if offers.groups {
        write_button(&mut out, study, home, Choice::Group, Group::Authors.label());
    }
    if offers.diff {
        write_button(&mut out, study, home, Choice::Diff, "Only differences");
    }
    out.tag("<button type=\"button\" class=\"toggle reset\" disabled")
        .attribute(ATTRIBUTE, &Choice::Authors.name(study))
        .tag(if *home == View::default() {
            ">Back to the authors’ view</button>"
        } else {
            ">Back to this page’s view</button>"
        });
    out.tag("</details>");
    out.finish()
}

/// What all choices are folded under where windows are small, with how much is chosen.
pub fn label(study: &Study, view: &View) -> String {
    match choices(study, view).len() {
        0 => String::from("Choices"),
        chosen => format!("Choices ({chosen})"),
    }
}

/// Buttons that belong together, each with its label.
type ButtonGroup = (&'static str, Vec<(Choice, String)>);

fn groups(study: &Study, offers: &Offers) -> Vec<ButtonGroup> {
    let mut groups: Vec<ButtonGroup> = Vec::new();
    if offers.states {
        groups.push(("States", rows(&study.states, Choice::State, |state| &state.name)));
    }
    if offers.districts {
        groups.push((
            "Districts",
            rows(&study.districts, Choice::District, |district| {
                &district.short_name
            }),
        ));
    }
    if offers.strategies {
        groups.push((
            "Strategies",
            rows(&study.strategies, Choice::Strategy, |strategy| {
                &strategy.short_name
            }),
        ));
    }
    if offers.practices {
        groups.push((
            "Practices",
            rows(&study.practices, Choice::Practice, |practice| {
                &practice.short_name
            }),
        ));
    }
    if !offers.statuses.is_empty() {
        let label = if offers.statuses.len() > MOST_IN_A_ROW {
            "Kinds"
        } else {
            "Only"
        };
        let choice =
            |(word, label): &(&'static str, &'static str)| (Choice::Status(word), (*label).to_owned());
        groups.push((label, offers.statuses.iter().map(choice).collect()));
    }
    if offers.layers.len() > 1 {
        let choice = |layer: &Layer| (Choice::Layer(*layer), layer.label().to_owned());
        groups.push(("Evidence", offers.layers.iter().map(choice).collect()));
    }
    if offers.confidences {
        let choice = |value: &Confidence| (Choice::Confidence(*value), value.label().to_owned());
        groups.push(("Confidence", Confidence::ALL.iter().map(choice).collect()));
    }
    if offers.aims {
        let choice = |aim: &Aim| (Choice::Aim(*aim), aim.label().to_owned());
        groups.push(("Aims", Aim::ALL.iter().map(choice).collect()));
    }
    groups.retain(|(_, choices)| choices.len() <= MOST);
    groups
}

fn write_group(
    out: &mut Markup,
    study: &Study,
    home: &View,
    label: &'static str,
    choices: &[(Choice, String)],
) {
    let folded = choices.len() > MOST_IN_A_ROW;
    if folded {
        out.tag("<details class=\"control folded\"><summary>")
            .tag(label)
            .tag("</summary><div role=\"group\"");
        out.attribute("aria-label", label).tag(">");
    } else {
        out.tag("<div class=\"control\" role=\"group\"")
            .attribute("aria-label", label);
        out.tag("><span class=\"control-name\" aria-hidden=\"true\">")
            .tag(label)
            .tag("</span>");
    }
    for (choice, label) in choices {
        write_button(out, study, home, *choice, label);
    }
    out.tag("</div>");
    if folded {
        out.tag("</details>");
    }
}

fn write_button(out: &mut Markup, study: &Study, home: &View, choice: Choice, label: &str) {
    out.tag("<button type=\"button\" class=\"toggle\"");
    if let Choice::State(state) = choice {
        out.attribute("data-hue", &(state.place() + 1).to_string());
    }
    let on = if choice.is_on(home, home) { "true" } else { "false" };
    out.attribute("aria-pressed", on)
        .attribute(ATTRIBUTE, &choice.name(study))
        .tag(">")
        .text(label)
        .tag("</button>");
}

/// From the first to the last year of any figure.
fn years_of_all(study: &Study, own: Years) -> Years {
    let spans = FigureKind::ALL
        .iter()
        .filter_map(|kind| offers(*kind, study).years);
    spans.fold(own, |all, span| {
        Years::new(all.first().min(span.first()), all.last().max(span.last()))
    })
}

/// Two years to type, and between them a line with two handles.
fn write_years(out: &mut Markup, span: Years, all: Years) {
    let (first, last) = (span.first().to_string(), span.last().to_string());
    let field = |out: &mut Markup, kind: &'static str, name: &'static str| {
        let (label, value) = if name == "from" {
            ("First year", &first)
        } else {
            ("Last year", &last)
        };
        out.tag("<input")
            .attribute("type", kind)
            .attribute("min", &first)
            .attribute("max", &last)
            .attribute("value", value)
            .attribute("aria-label", label)
            .attribute(ATTRIBUTE, name)
            .tag(">");
    };
    out.tag("<div class=\"control\" role=\"group\" aria-label=\"Years\"");
    out.attribute(ALL_YEARS, &format!("{}-{}", all.first(), all.last()));
    out.tag("><span class=\"control-name\" aria-hidden=\"true\">Years</span>");
    field(out, "number", "from");
    out.tag("<span class=\"range\">");
    field(out, "range", "from");
    field(out, "range", "to");
    out.tag("</span>");
    field(out, "number", "to");
    out.tag("</div>");
}
