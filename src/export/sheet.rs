//! A figure as a picture that stands alone: title, how to read it, the drawing, its legend, what it shows, sources and credit.

use super::credit::{edition, said};
use crate::chart::letter::lower_case;
use crate::chart::metrics::{fit, text_width};
use crate::chart::scene::Anchor;
use crate::chart::{Form, Group, Layout, PX, Role, Scene, Shape, Weight};
use crate::figure::Figure;
use crate::figure::about::About;
use crate::figure::phrase::count;
use crate::study::{Study, Term};

/// Lines that the names of publishers may fill. All stand in the metadata of the file, as does the whole address.
const SOURCE_LINES: usize = 3;
/// The least width for words, in view box units, where the layout has it.
const LEAST_WIDTH: i32 = 700;
/// More lines than any text fills.
const LINES: usize = 99;
/// The longest line of running text, in sizes of its letters: about 110 characters.
const LONGEST_LINE: i32 = 52;

/// A sheet that is being filled from top to bottom; its height is that of what is on it.
struct Sheet {
    scene: Scene,
    margin: i32,
}

/// The figure as one drawing, at a layout, in which what is `about` what is marked stands out. `address` is where its View can
/// be seen.
pub fn sheet(study: &Study, figure: &Figure, about: &About, address: &str, layout: Layout) -> Scene {
    let sizes = layout.type_sizes();
    let (size, margin) = (sizes.note, sizes.label * 8 / 5);
    let mut picture = figure.scene(layout);
    about.fade_others(&mut picture);
    // A narrow picture leaves room for its words.
    let width = picture.width.max(layout.width().min(LEAST_WIDTH) * PX);
    let mut sheet = Sheet {
        scene: Scene {
            width: width + 2 * margin,
            height: margin,
            groups: Vec::new(),
        },
        margin,
    };
    sheet.paragraph(&figure.title, LINES, Role::Heading, sizes.heading * 8 / 5);
    sheet.space(size / 3);
    sheet.paragraph(&figure.how_to_read, LINES, Role::Note, size);
    let mut separator = "Marked: ";
    let mut names = String::new();
    for subject in &about.followed {
        names.push_str(separator);
        names.push_str(&subject.title(study));
        separator = "; ";
    }
    if !names.is_empty() {
        sheet.paragraph(&names, LINES, Role::Note, size);
    }
    sheet.space(size);
    sheet.place(&picture, margin);
    sheet.space(picture.height + size);
    sheet.legend(figure, size);
    // An empty picture says it already.
    if figure.empty().is_none() {
        sheet.space(size / 2);
        sheet.paragraph(&figure.sentence, LINES, Role::Note, size);
    }
    sheet.rule(size);
    let room = sheet.line(size) * (SOURCE_LINES as i32 * 5 - 2) / 5;
    sheet.paragraph(&basis(study, figure, room, size), SOURCE_LINES, Role::Note, size);
    let mut credit = edition(study);
    credit.push_str(". License: ");
    credit.push_str(said(study, "license"));
    sheet.paragraph(&credit, LINES, Role::Note, size);
    sheet.paragraph(address, 1, Role::Note, size);
    sheet.space(margin / 2);
    sheet.scene
}

/// The layers of what is shown, how many sources it has, and who published them: as many as there is `room` for.
fn basis(study: &Study, figure: &Figure, room: i32, size: i32) -> String {
    let mut text = String::new();
    let mut separator = "Evidence: ";
    for layer in &figure.layers {
        text.push_str(separator);
        text.push_str(&lower_case(layer.label()));
        separator = ", ";
    }
    if figure.sources.is_empty() {
        return text;
    }
    separator = if text.is_empty() { "" } else { ". " };
    text.push_str(separator);
    text.push_str(&count(figure.sources.len(), "source", "sources"));
    let mut names: Vec<&str> = Vec::new();
    separator = ": ";
    for source in &figure.sources {
        let name = study.sources[*source].publisher.as_str();
        if !names.contains(&name) {
            if text_width(&text, size, Weight::Regular) + text_width(name, size, Weight::Regular) > room {
                text.push_str("; and others");
                break;
            }
            names.push(name);
            text.push_str(separator);
            text.push_str(name);
            separator = "; ";
        }
    }
    text
}

impl Sheet {
    /// The longest line of running text of this size.
    fn line(&self, size: i32) -> i32 {
        (self.scene.width - 2 * self.margin).min(size * LONGEST_LINE)
    }

    const fn space(&mut self, height: i32) {
        self.scene.height += height;
    }

    /// Places a drawing where the sheet's content ends, without taking its room.
    #[inline(never)]
    fn place(&mut self, drawing: &Scene, x: i32) {
        let at = (x, self.scene.height);
        for group in &drawing.groups {
            let mut group = group.clone();
            group.shift(at);
            self.scene.groups.push(group);
        }
    }

    fn add(&mut self, role: Role, form: Form) {
        let shape = Shape {
            role,
            stroke: PX as u32,
            form,
        };
        self.scene.groups.push(Group {
            shapes: vec![shape],
            ..Group::default()
        });
    }

    fn text(&mut self, text: String, at: (i32, i32), role: Role, size: i32) {
        let anchor = Anchor::Start;
        self.add(
            role,
            Form::Text {
                at,
                anchor,
                size,
                text,
            },
        );
    }

    #[inline(never)]
    fn paragraph(&mut self, text: &str, lines: usize, role: Role, size: i32) {
        for line in fit(text, self.line(size), lines, size, role.weight()) {
            self.space(size * 4 / 3);
            self.text(line, (self.margin, self.scene.height - size / 3), role, size);
        }
    }

    fn rule(&mut self, size: i32) {
        self.space(size / 2);
        let (y, right) = (self.scene.height, self.scene.width - self.margin);
        self.add(Role::Rule, Form::Path(vec![(self.margin, y), (right, y)]));
        self.space(size / 4);
    }

    /// The symbols that the picture holds, side by side as far as there is room.
    fn legend(&mut self, figure: &Figure, size: i32) {
        let mut x = self.margin;
        let mut height = 0;
        for entry in &figure.legend.entries {
            if entry.word.is_some() && entry.count == 0 {
                continue;
            }
            let swatch = &entry.swatch;
            let indent = swatch.width + size / 2;
            let width = indent + text_width(&entry.label, size, Weight::Regular);
            if x > self.margin && x + width > self.scene.width - self.margin {
                self.space(height);
                x = self.margin;
            }
            height = swatch.height.max(size * 4 / 3);
            self.place(swatch, x);
            // The middle of its capitals, a third of the size above the base line, is that of the symbol.
            let base = self.scene.height + swatch.height / 2 + size / 3;
            self.text(entry.label.clone(), (x + indent, base), Role::Label, size);
            x += width + 2 * size;
        }
        self.space(height);
    }
}
