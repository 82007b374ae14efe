//! A figure as a picture that stands alone: title, how to read it, the drawing, its legend, sources and credit.

use super::credit::{Credit, publishers};
use crate::chart::letter::lower_case;
use crate::chart::metrics::{CAP_HEIGHT, text_width, wrap};
use crate::chart::scene::Anchor;
use crate::chart::{Form, Group, Layout, PX, Role, Scene, Shape, Weight};
use crate::figure::Figure;
use crate::figure::phrase::count;
use crate::study::{Study, Term};

/// Lines that the names of publishers may fill.
const SOURCE_LINES: usize = 3;
/// The longest line of running text, in sizes of its letters: about 110 characters.
const LONGEST_LINE: i32 = 52;

/// A sheet that is being filled from top to bottom.
struct Sheet {
    scene: Scene,
    margin: i32,
}

/// The figure as one drawing, at a layout. `address` is where its View can be seen.
pub fn sheet(study: &Study, figure: &Figure, address: &str, layout: Layout) -> Scene {
    let sizes = layout.type_sizes();
    let margin = sizes.label * 8 / 5;
    let mut sheet = Sheet {
        scene: Scene {
            width: layout.width() * PX + 2 * margin,
            height: margin,
            groups: Vec::new(),
        },
        margin,
    };
    sheet.paragraph(&figure.title, Role::Heading, sizes.heading * 8 / 5);
    sheet.space(sizes.note / 3);
    sheet.paragraph(&figure.how_to_read, Role::Note, sizes.note);
    sheet.space(sizes.label);

    let picture = figure.scene(layout);
    let (top, height) = (sheet.scene.height, picture.height);
    sheet.scene.place(picture, (margin, top));
    sheet.space(height + sizes.label);

    sheet.legend(figure, sizes.note);
    sheet.rule(sizes.note);
    let width = sheet.width(sizes.note);
    sheet.paragraph(&basis(study, figure, width, sizes.note), Role::Note, sizes.note);
    let credit = Credit::of(study);
    let license = format!("{}. License: {}.", credit.edition(), credit.license);
    sheet.paragraph(&license, Role::Note, sizes.note);
    sheet.paragraph(&breakable(address, width, sizes.note), Role::Note, sizes.note);
    sheet.space(margin / 2);
    sheet.scene
}

/// The layers of what is shown, and who published it; as many names as there is room for.
fn basis(study: &Study, figure: &Figure, width: i32, size: i32) -> String {
    let layers: Vec<&str> = figure.layers.iter().map(|layer| layer.label()).collect();
    let names = publishers(study, &figure.sources);
    let mut text = String::new();
    if !layers.is_empty() {
        text.push_str("Evidence: ");
        text.push_str(&lower_case(&layers.join(", ")));
        text.push_str(". ");
    }
    if !figure.sources.is_empty() {
        text.push_str(&count(figure.sources.len(), "source", "sources"));
        text.push_str(if names.is_empty() { "." } else { ": " });
    }
    let mut shown = names.len();
    loop {
        let rest = names.len() - shown;
        let more = match rest {
            0 => String::new(),
            rest => format!("; and {rest} more"),
        };
        let line = format!("{text}{}{more}", names[..shown].join("; "));
        if shown <= 1 || wrap(&line, width, size, Weight::Regular).len() <= SOURCE_LINES {
            return line;
        }
        shown -= 1;
    }
}

/// The text with a space wherever a line of `width` ends within a word.
fn breakable(text: &str, width: i32, size: i32) -> String {
    let mut out = String::new();
    let mut line = String::new();
    for c in text.chars() {
        line.push(c);
        if text_width(&line, size, Weight::Regular) > width {
            out.push(' ');
            line = String::from(c);
        }
        out.push(c);
    }
    out
}

impl Sheet {
    /// The width of running text of this size.
    fn width(&self, size: i32) -> i32 {
        (self.scene.width - 2 * self.margin).min(size * LONGEST_LINE)
    }

    const fn space(&mut self, height: i32) {
        self.scene.height += height;
    }

    fn add(&mut self, role: Role, form: Form) {
        self.scene.groups.push(Group {
            shapes: vec![Shape {
                role,
                stroke: PX as u32,
                form,
            }],
            ..Group::default()
        });
    }

    fn text(&mut self, text: &str, at: (i32, i32), role: Role, size: i32) {
        self.add(
            role,
            Form::Text {
                at,
                anchor: Anchor::Start,
                size,
                text: text.to_owned(),
            },
        );
    }

    fn paragraph(&mut self, text: &str, role: Role, size: i32) {
        for line in wrap(text, self.width(size), size, role.weight()) {
            self.space(size * 4 / 3);
            self.text(&line, (self.margin, self.scene.height - size / 3), role, size);
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
        let mut row = 0;
        for entry in &figure.legend.entries {
            if entry.word.is_some() && entry.count == 0 {
                continue;
            }
            let swatch = &entry.swatch;
            let width = swatch.width + size / 2 + text_width(&entry.label, size, Weight::Regular);
            if x > self.margin && x + width > self.scene.width - self.margin {
                self.space(row);
                (x, row) = (self.margin, 0);
            }
            let y = self.scene.height;
            self.scene.place(swatch.clone(), (x, y));
            let capital = (f64::from(size) * CAP_HEIGHT).round() as i32;
            let base = y + (swatch.height + capital) / 2;
            self.text(
                &entry.label,
                (x + swatch.width + size / 2, base),
                Role::Label,
                size,
            );
            x += width + 2 * size;
            row = row.max(swatch.height.max(size * 4 / 3));
        }
        self.space(row);
    }
}
