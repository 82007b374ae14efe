//! Bars on a board.

use plotters_backend::text_anchor::{HPos, VPos};

use super::arrange::{Placed, Sizes};
use super::{Bar, BarGroup, BarLine, BarRow, Bars, Look, PartAt};
use crate::chart::board::{Plane, text_style};
use crate::chart::metrics::{Weight, fit, shorten, text_width, wrap};
use crate::chart::{Board, Bounds, Datum, Layout, PX, Role, Scene};

pub(super) struct Drawing<'a> {
    bars: &'a Bars,
    sizes: Sizes,
}

/// A row with its place in the drawing.
struct PlacedRow<'a> {
    name: Vec<String>,
    lines: Vec<Placed<'a>>,
    height: i32,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(bars: &'a Bars, layout: Layout) -> Self {
        let sizes = Sizes::new(bars, layout, false);
        let first = Self { bars, sizes };
        // Marks that cannot share their line need the column of values too.
        let probe = Board::new(first.sizes.width, PX);
        let scale = first.plane(&probe, 0, PX);
        let parts = |line: &BarLine| first.sizes.placed(std::slice::from_ref(line), &scale).len() > 1;
        if bars.lines().any(parts) {
            let sizes = Sizes::new(bars, layout, true);
            return Self { bars, sizes };
        }
        first
    }

    pub(super) fn draw(&self) -> Scene {
        let sizes = &self.sizes;
        // The geometry of x alone decides which marks share a line; heights follow from that.
        let probe = Board::new(sizes.width, PX);
        let scale = self.plane(&probe, 0, PX);
        let groups: Vec<(Vec<String>, Vec<PlacedRow<'a>>)> = self
            .bars
            .groups
            .iter()
            .map(|group| {
                let note = wrap(&group.note, sizes.width, sizes.note, Weight::Regular);
                let rows = group.rows.iter().map(|row| self.placed(row, &scale)).collect();
                (note, rows)
            })
            .collect();
        let mut height = 0;
        for (place, (note, rows)) in groups.iter().enumerate() {
            height += self.head(place, note.len()) + rows.iter().map(|row| row.height).sum::<i32>();
        }
        let board = Board::new(sizes.width, (height + sizes.gap).max(1));
        let mut top = 0;
        for (place, (group, (note, rows))) in self.bars.groups.iter().zip(&groups).enumerate() {
            let first = top + self.head(place, note.len());
            let bottom = first + rows.iter().map(|row| row.height).sum::<i32>();
            self.draw_head(&board, group, note, (top, first));
            self.draw_axis(&board, self.has_ticks(place), (first, bottom));
            top = first;
            for (place, row) in rows.iter().enumerate() {
                board.ground(None);
                let role = if place == 0 { Role::Axis } else { Role::Rule };
                board.line(role, (0, top), (sizes.width, top));
                self.draw_row(&board, row, top);
                top += row.height;
            }
        }
        board.finish()
    }

    fn plane(&self, board: &Board, top: i32, bottom: i32) -> Plane {
        let (left, right) = self.sizes.axis;
        let frame = Bounds::new((left, top), (right, bottom));
        board.plane(frame, self.bars.axis.ends, (0.0, f64::from(bottom - top)))
    }

    fn placed(&self, row: &'a BarRow, scale: &Plane) -> PlacedRow<'a> {
        let sizes = &self.sizes;
        let name = fit(&row.name, sizes.names, 3, sizes.label, Weight::Regular);
        let lines = sizes.placed(&row.lines, scale);
        let names = name.len() as i32 * sizes.leading;
        let marks: i32 = lines.iter().map(|line| sizes.height(line)).sum();
        let inner = if sizes.names_above {
            names + marks + sizes.gap / 2
        } else {
            names.max(marks)
        };
        PlacedRow {
            name,
            lines,
            height: inner + 3 * sizes.gap,
        }
    }

    fn has_ticks(&self, group: usize) -> bool {
        let axis = &self.bars.axis;
        let first = group == 0;
        let has_values = |group: &BarGroup| {
            let lines = group.rows.iter().flat_map(|row| &row.lines);
            let mut parts = lines.flat_map(|line| &line.bars).flat_map(|bar| &bar.parts);
            parts.any(|part| part.look != Look::Dotted)
        };
        let each = axis.each_group && self.bars.groups.get(group).is_some_and(has_values);
        !axis.ticks.is_empty() && (first || each)
    }

    /// Whether a group's heading leaves the axis free, so that the ticks can stand beside it.
    fn is_beside_ticks(&self, group: &BarGroup) -> bool {
        let heading = text_width(&group.heading, self.sizes.heading, Weight::Strong);
        group.note.is_empty() && heading + self.sizes.pitch * 2 < self.sizes.axis.0
    }

    /// The height of what stands over the rows of a group.
    fn head(&self, group: usize, note: usize) -> i32 {
        let sizes = &self.sizes;
        let Some(of) = self.bars.groups.get(group) else {
            return 0;
        };
        let mut height = note as i32 * sizes.leading;
        if !of.heading.is_empty() {
            height += sizes.leading * 3 / 2;
            height += if group > 0 { sizes.leading } else { 0 };
        }
        if self.has_ticks(group) && (of.heading.is_empty() || !self.is_beside_ticks(of)) {
            height += sizes.leading;
        }
        height + sizes.gap
    }

    fn draw_head(&self, board: &Board, group: &BarGroup, note: &[String], (top, first): (i32, i32)) {
        let sizes = &self.sizes;
        board.ground(None);
        let mut y = if top > 0 { top + sizes.leading } else { top };
        if !group.heading.is_empty() {
            let text = shorten(&group.heading, sizes.width, sizes.heading, Weight::Strong);
            // Beside ticks, the heading stands on their line.
            let middle = if note.is_empty() && self.is_beside_ticks(group) {
                first - sizes.gap - sizes.leading / 2
            } else {
                y + sizes.leading * 3 / 4
            };
            let style = text_style(Role::Heading, sizes.heading, HPos::Left, VPos::Center);
            board.text(&text, (0, middle), &style);
            y += sizes.leading * 3 / 2;
        }
        let style = text_style(Role::Note, sizes.note, HPos::Left, VPos::Center);
        for line in note {
            board.text(line, (0, y + sizes.leading / 2), &style);
            y += sizes.leading;
        }
    }

    fn draw_axis(&self, board: &Board, written: bool, (top, bottom): (i32, i32)) {
        let sizes = &self.sizes;
        let plane = self.plane(board, top, bottom);
        board.ground(None);
        let y = top - sizes.gap - sizes.leading / 2;
        let style = text_style(Role::Tick, sizes.note, HPos::Left, VPos::Center);
        let mut free = sizes.axis.0 - sizes.pitch * 2;
        for (at, text) in &self.bars.axis.ticks {
            let x = plane.map_coordinate(&(*at, 0.0)).0;
            // Where names stand above their bars, the lines would run through them: each bar has its own.
            if !sizes.names_above {
                board.line(Role::Grid, (x, top), (x, bottom));
            }
            let width = text_width(text, sizes.note, Weight::Regular);
            let left = (x - width / 2).min(sizes.width - width).max(0);
            if written && left >= free {
                board.text(text, (left, y), &style);
                free = left + width + sizes.gap * 2;
            }
        }
    }

    fn draw_row(&self, board: &Board, row: &PlacedRow<'_>, top: i32) {
        let sizes = &self.sizes;
        let names = row.name.len() as i32 * sizes.leading;
        let marks: i32 = row.lines.iter().map(|line| sizes.height(line)).sum();
        let top = top + sizes.gap * 3 / 2;
        let (name_top, mut y) = if sizes.names_above {
            (top, top + names + sizes.gap / 2)
        } else if names > marks {
            (top, top + (names - marks) / 2)
        } else {
            // The first line of the name stands level with the first bar.
            let middle = row.lines.first().map_or(0, |line| sizes.middle(line));
            (top + (middle - sizes.leading / 2).max(0), top)
        };
        board.ground(None);
        let style = text_style(Role::Label, sizes.label, HPos::Left, VPos::Center);
        for (place, line) in row.name.iter().enumerate() {
            let middle = name_top + sizes.leading / 2 + place as i32 * sizes.leading;
            board.text(line, (0, middle), &style);
        }
        for line in &row.lines {
            self.draw_line(board, line, y);
            y += sizes.height(line);
        }
    }

    fn draw_line(&self, board: &Board, line: &Placed<'_>, top: i32) {
        let sizes = &self.sizes;
        let (height, middle) = (sizes.height(line), sizes.middle(line));
        let y = top + middle;
        let style = text_style(Role::Note, sizes.note, HPos::Left, VPos::Center);
        // Above its bar, or at its left.
        let name_at = if sizes.values_above {
            (0, top + sizes.leading / 2)
        } else {
            (sizes.line_names, y)
        };
        let name_width = text_width(line.name, sizes.note, Weight::Regular);
        let plane = self.plane(board, top, top + height);
        board.ground(None);
        self.draw_track(board, line, &plane, y);
        if !line.name.is_empty() {
            let name = shorten(line.name, sizes.width / 2, sizes.note, Weight::Regular);
            board.text(&name, name_at, &style);
        }
        if let (true, [bar]) = (line.slots.is_empty(), line.bars) {
            let at = match (sizes.values_above, name_width) {
                (true, 0) => name_at,
                (true, width) => (name_at.0 + width.min(sizes.width / 2) + 2 * sizes.gap, name_at.1),
                // A bar that ends early has its value at its end; values of points stand in a column.
                _ if sizes.has_points => (sizes.values, y),
                _ => ((sizes.extent(bar, &plane).1 + 2 * sizes.gap).min(sizes.values), y),
            };
            let text = shorten(&bar.value, sizes.width - at.0, sizes.note, Weight::Regular);
            let left = if sizes.values_above {
                0
            } else {
                sizes.axis.0.min(at.0)
            };
            let target = Bounds::new((left, top), (sizes.width, top + height));
            self.draw_bar(board, bar, &plane, middle, target);
            board.text(&text, at, &style);
            return;
        }
        for (bar, slot) in line.bars.iter().zip(&line.slots) {
            // The bar means itself; its value, which may stand aside, from the middle of the bar down.
            let target = Bounds::new((slot.ends.0, y), (slot.ends.1, top + height));
            self.draw_bar(board, bar, &plane, middle, target);
            let style = text_style(Role::Note, sizes.note, HPos::Center, VPos::Center);
            let at = ((slot.ends.0 + slot.ends.1) / 2, top + height - sizes.leading / 2);
            board.text(&slot.text, at, &style);
        }
    }

    /// Draws what leads the eye: ticks where none run down the whole group, and for points a line along the axis, with a
    /// stronger one between those that share it.
    fn draw_track(&self, board: &Board, line: &Placed<'_>, plane: &Plane, y: i32) {
        let points = || {
            line.bars
                .iter()
                .flat_map(|bar| &bar.parts)
                .filter(|part| part.look.is_point())
        };
        let x = |at: f64| plane.map_coordinate(&(at, 0.0)).0;
        if self.sizes.names_above {
            let reach = self.sizes.bar / 2 + self.sizes.gap / 2;
            for (at, _) in &self.bars.axis.ticks {
                board.line(Role::Grid, (x(*at), y - reach), (x(*at), y + reach));
            }
        }
        let (mut first, mut last) = (i32::MAX, i32::MIN);
        for part in points() {
            first = first.min(x(part.from));
            last = last.max(x(part.to));
        }
        if first <= last {
            board.line(Role::Rule, (self.sizes.axis.0, y), (self.sizes.axis.1, y));
        }
        if first < last {
            board.line(Role::Axis, (first, y), (last, y));
        }
    }

    fn draw_bar(&self, board: &Board, bar: &Bar, plane: &Plane, middle: i32, target: Bounds) {
        let sizes = &self.sizes;
        let datum = Datum {
            key: bar.key.clone(),
            label: bar.label.clone(),
            target: Some(target),
        };
        board.mark(datum, bar.tone, false);
        let y = f64::from(middle);
        for part in &bar.parts {
            let at = PartAt {
                look: part.look,
                ends: [(part.from, y), (part.to, y)],
                size: sizes.bar,
                stroke: sizes.stroke,
            };
            board.draw(plane, &at);
        }
    }
}
