//! How much room a figure takes in the page of somebody else: the height of its page at a width, reckoned from the same words
//! and pictures by the rules of the style sheets (`assets/style`, `assets/embed/embed.css`), so that frames can be given their
//! room before anything is loaded. Tests compare it with a browser for each figure and place.
//!
//! Where a line may or may not break, it is taken to break: a frame that is a line too high hides nothing.

use super::embed::credit;
use crate::chart::metrics::{Weight, text_width};
use crate::chart::{Layout, PX};
use crate::figure::Figure;
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::figure_controls::figure_controls;
use crate::ui::figure_frame::{CANVAS_FROM, READOUT_HINT};
use crate::ui::figure_legend::figure_layers;
use crate::view::View;

/// Widths of frames for which heights are told, in CSS pixels: a phone, two columns of text, a page without a margin.
pub const WIDTHS: [i32; 4] = [360, 640, 700, 1000];

/// Sizes of text, in tenths of a pixel.
const SMALL: i32 = 130;
const TEXT: i32 = 150;
const TITLE: i32 = 220;
/// Heights of their lines, in pixels.
const SMALL_LINE: f64 = 19.5;
const TEXT_LINE: f64 = 22.5;
const TITLE_LINE: f64 = 26.4;
const LEGEND_LINE: f64 = 18.2;
/// A control, and the room between two rows of them.
const CONTROL: f64 = 30.0;
/// What is folded away, such as the table, with its margin.
const FORM: f64 = 46.0;
/// Narrower frames fold their controls away, under a line of this height.
const UNFOLDED_FROM: i32 = 640;
const FOLDED: f64 = 37.0;
/// Longest lines of running text and of titles.
const LONGEST: f64 = 736.0;
const LONGEST_TITLE: f64 = 660.0;

/// The height of a figure's page in a frame, when it is opened, and what of it can be left out. In CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// All of it.
    pub height: i32,
    /// What is gone where title and reading help are for screen readers only.
    pub title: i32,
    /// What is gone without controls.
    pub controls: i32,
}

/// The room of a figure that opens with the View `home`, in a frame of this width.
pub fn room(study: &Study, figure: &Figure, home: &View, width: i32) -> Room {
    let frame = f64::from(width);
    let room = frame - 2.0 * (0.015 * frame).clamp(4.0, 16.0);
    let paragraph = |text: &str| lines(text, room.min(LONGEST), TEXT, Weight::Regular) * TEXT_LINE;
    let small = |text: &str| lines(text, room, SMALL, Weight::Regular) * SMALL_LINE;
    let title = lines(&figure.title, room.min(LONGEST_TITLE), TITLE, Weight::Strong) * TITLE_LINE
        + 8.0
        + paragraph(&figure.how_to_read);
    let controls = if width < UNFOLDED_FROM {
        FOLDED
    } else {
        rows(&controls(&figure_controls(study, figure.kind, home)), room)
    };
    let readout = small(READOUT_HINT).max(if frame <= 480.0 { 78.0 } else { 39.0 });
    // The ground's edges and the line above; margins stand before what they belong to.
    let height = 3.0 + 12.0 + title + (16.0 + controls) + (24.0 + picture(figure, room)) + (8.0 + readout)
        + (12.0 + legend(figure, room))
        + (16.0 + paragraph(&figure.sentence))
        + (8.0 + layers(figure, room) * SMALL_LINE)
        // Table, outline, and what can be taken away, all closed.
        + 3.0 * FORM
        + (12.0 + 9.0 + small(&credit(study, figure.kind).concat()))
        + 12.0;
    Room {
        height: height.ceil() as i32,
        // What follows the title loses its margin too.
        title: (title + 16.0 + 24.0).floor() as i32,
        // What can be taken away is one of them.
        controls: (16.0 + controls + FORM).floor() as i32,
    }
}

/// How many lines things fill that stand side by side: of each, the gap before it and its width.
fn flow(parts: impl IntoIterator<Item = (f64, f64)>, room: f64) -> f64 {
    let (mut lines, mut line) = (1.0, 0.0);
    for (gap, width) in parts {
        if line > 0.0 && line + gap + width > room {
            lines += 1.0;
            line = width;
        } else {
            line += if line > 0.0 { gap + width } else { width };
        }
    }
    lines
}

/// How many lines a text fills.
fn lines(text: &str, room: f64, size: i32, weight: Weight) -> f64 {
    flow(words(text, size, weight), room)
}

/// What browsers keep together: words, and parts of words up to a hyphen or a dash.
fn words(text: &str, size: i32, weight: Weight) -> impl Iterator<Item = (f64, f64)> {
    let space = width_of(" ", size, weight);
    text.split_whitespace().flat_map(move |word| {
        let parts = word.split_inclusive(['-', '–', '—']);
        parts.enumerate().map(move |(place, part)| {
            let gap = if place == 0 { space } else { 0.0 };
            (gap, width_of(part, size, weight))
        })
    })
}

fn width_of(text: &str, size: i32, weight: Weight) -> f64 {
    f64::from(text_width(text, size, weight)) / f64::from(PX)
}

/// The picture that the style sheet shows for this room.
fn picture(figure: &Figure, room: f64) -> f64 {
    let layout = if figure.mark_count() >= CANVAS_FROM {
        Layout::Medium
    } else {
        Layout::for_container(room)
    };
    let most = match layout {
        Layout::Narrow => 460.0,
        Layout::Medium => 840.0,
        _ => 1350.0,
    };
    let scene = figure.scene(layout);
    let (width, height) = (
        f64::from(scene.width / PX),
        f64::from(scene.height) / f64::from(PX),
    );
    let whole = [340.0, 620.0, 1000.0].contains(&width);
    let shown = if whole { room.min(most) } else { room.min(width) };
    // Browsers keep the ratio of a tall picture in few digits: up to a tenth of a pixel more was seen.
    height * shown / width + 0.25
}

/// The legend: as many columns as there is room for, rows as high as their highest entry.
fn legend(figure: &Figure, room: f64) -> f64 {
    const GAP: f64 = 24.0;
    const COLUMN: f64 = 272.0;
    let columns = ((room + GAP) / (COLUMN.min(room) + GAP)).floor().max(1.0);
    let text = (room - GAP * (columns - 1.0)) / columns - 24.0 - 8.0;
    let entries: Vec<f64> = figure
        .legend
        .entries
        .iter()
        .map(|entry| {
            let name = lines(&entry.label, text, SMALL, Weight::Strong);
            let meaning = lines(&entry.meaning, text, SMALL, Weight::Regular);
            (name + meaning) * LEGEND_LINE
        })
        .collect();
    let rows = entries.chunks(columns as usize);
    let heights = rows.map(|row| row.iter().copied().fold(0.0, f64::max) + 8.0);
    (heights.sum::<f64>() - 8.0).max(0.0)
}

/// How many lines the layers and the number of sources fill. A layer is a symbol and words that are kept together.
fn layers(figure: &Figure, room: f64) -> f64 {
    const SYMBOL: f64 = 13.0;
    const GAP: f64 = 6.5;
    let layers = figure.layers.iter();
    let layers = layers.map(|layer| (GAP, SYMBOL + width_of(layer.label(), SMALL, Weight::Regular)));
    let markup = figure_layers(figure);
    let sources = markup.rsplit("&ensp;").next().unwrap_or_default();
    flow(layers.chain(words(sources, SMALL, Weight::Regular)), room)
}

/// The widths of what stands in a row of controls; of a group, of what is in it.
type Control = Vec<f64>;

/// The rows that controls fill, in pixels.
fn rows(controls: &[Control], room: f64) -> f64 {
    const BETWEEN: f64 = 16.0;
    const BETWEEN_ROWS: f64 = 8.0;
    const INSIDE: f64 = 4.0;
    let (mut height, mut row, mut filled) = (0.0, 0.0_f64, 0.0);
    for control in controls {
        let width = control.iter().sum::<f64>() + INSIDE * (control.len() as f64 - 1.0);
        let inner_rows = flow(control.iter().map(|part| (INSIDE, *part)), room);
        let own = inner_rows * CONTROL + (inner_rows - 1.0) * INSIDE;
        let width = width.min(room);
        if filled > 0.0 && filled + BETWEEN + width > room {
            height += row + BETWEEN_ROWS;
            (row, filled) = (own, width);
        } else {
            filled += if filled > 0.0 { BETWEEN + width } else { width };
            row = row.max(own);
        }
    }
    height + row
}

/// What stands in a figure's controls, read from their markup.
fn controls(markup: &str) -> Vec<Control> {
    const FRAME: f64 = 26.0;
    const HUE: f64 = 15.2;
    // The triangle of what is folded, and edges and arrow of a list.
    const ARROW: f64 = 14.0;
    const SELECT: f64 = 39.0;
    let mut controls: Vec<Control> = Vec::new();
    let (mut inside, mut folded) = (false, false);
    let mut options = 0.0_f64;
    // Where there is room nothing is folded under the first heading.
    let (_, unfolded) = markup.split_once("</summary>").unwrap_or_default();
    for piece in unfolded.split('<').skip(1) {
        let (start, text) = piece.split_once('>').unwrap_or((piece, ""));
        let text = text.replace("&amp;", "&");
        let mut add = |width: f64| match controls.last_mut() {
            Some(control) if inside => control.push(width),
            _ => controls.push(vec![width]),
        };
        if start.starts_with("/details") {
            folded = false;
        } else if start.starts_with("details") {
            folded = true;
        } else if start.starts_with("summary") {
            add(width_of(&text, SMALL, Weight::Strong) + ARROW);
        } else if folded {
            continue;
        } else if start.contains("class=\"control\"") {
            controls.push(Vec::new());
            inside = true;
        } else if start.starts_with("/div") || start.starts_with("/label") {
            inside = false;
        } else if start.contains("control-name") {
            add(width_of(&text, SMALL, Weight::Regular) + 4.0);
        } else if start.starts_with("button") {
            let hue = if start.contains("data-hue") { HUE } else { 0.0 };
            add(width_of(&text, SMALL, Weight::Regular) + FRAME + hue);
        } else if start.contains("type=\"number\"") {
            add(56.0);
        } else if start.contains("class=\"range\"") {
            add(144.0);
        } else if start.starts_with("option") {
            options = options.max(width_of(&text, SMALL, Weight::Regular));
        } else if start.starts_with("/select") {
            add(options + SELECT);
        }
    }
    controls
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_that_just_fit_stay_in_their_row() {
        let three = [(5.0, 30.0), (5.0, 30.0), (5.0, 30.0)];
        assert_eq!([100.0, 99.0, 64.0].map(|room| flow(three, room)), [1.0, 2.0, 3.0]);
    }

    #[test]
    fn a_word_is_parted_behind_its_hyphen_and_nowhere_else() {
        let room = width_of("competency-", TEXT, Weight::Regular);
        assert_eq!(lines("competency-based", room, TEXT, Weight::Regular), 2.0);
        assert_eq!(lines("competencybased", room, TEXT, Weight::Regular), 1.0);
    }

    #[test]
    fn controls_are_read_from_their_markup_without_what_is_folded_away() {
        let found = controls(
            "<details class=\"choices\"><summary>Choices</summary>\
             <div class=\"control\"><span class=\"control-name\">Only</span><button data-hue=\"1\">A</button></div>\
             <details class=\"control folded\"><summary>Kinds</summary><div><button>Law</button></div></details>\
             <label class=\"control\"><span class=\"control-name\">Sort by</span><select><option>Name<option>First year</option></select></label>\
             <button class=\"toggle reset\">Back</button></details>",
        );
        let parts: Vec<usize> = found.iter().map(Vec::len).collect();
        assert_eq!(parts, [2, 1, 2, 1]);
        // 64 pixels in two rows: a group that does not fit is two rows by itself.
        assert_eq!(rows(&[vec![80.0, 80.0]], 100.0), 64.0);
        assert_eq!(rows(&[vec![40.0], vec![40.0], vec![40.0]], 100.0), 68.0);
    }
}
