//! Counts as bars, in panels.

use plotters::element::Rectangle;
use plotters_backend::text_anchor::{HPos, VPos};

use super::{Bar, Frame, Panel};
use crate::chart::board::text_style;
use crate::chart::metrics::{Weight, fit, shorten, text_width};
use crate::chart::place::halves;
use crate::chart::{Board, Bounds, Datum, Layout, Role, Symbol, Tone};

pub(super) struct Tally<'a> {
    panels: &'a [Panel],
    frame: Frame,
    /// The width of a column of panels.
    column: i32,
    /// Which panel is the first of the second column.
    second: usize,
    /// The largest count: as long as a bar can be.
    most: u32,
    /// The width of what says when, the same in all panels.
    when: i32,
}

impl<'a> Tally<'a> {
    pub(super) fn new(panels: &'a [Panel], frame: Frame) -> Self {
        let wide = matches!(frame.layout, Layout::Wide | Layout::Stage) && panels.len() > 1;
        let bars = || panels.iter().flat_map(|panel| &panel.bars);
        let mut tally = Self {
            panels,
            frame,
            column: if wide {
                frame.width / 2 - frame.pitch
            } else {
                frame.width
            },
            second: panels.len(),
            most: bars().map(|bar| bar.count).max().unwrap_or(0).max(1),
            when: bars()
                .map(|bar| text_width(&bar.when, frame.sizes.note, Weight::Regular))
                .max()
                .unwrap_or(0),
        };
        if wide {
            let heights: Vec<i32> = panels.iter().map(|panel| tally.panel_height(panel)).collect();
            tally.second = halves(&heights);
        }
        tally
    }

    fn name(&self, panel: &Panel) -> Vec<String> {
        fit(
            &panel.name,
            self.column,
            3,
            self.frame.sizes.label,
            Weight::Regular,
        )
    }

    fn panel_height(&self, panel: &Panel) -> i32 {
        let (names, bars) = (self.name(panel).len() as i32, panel.bars.len() as i32);
        self.frame.leading * names + self.frame.pitch * bars + self.frame.leading * 3 / 2
    }

    /// The height of both columns; 0 where there is no panel.
    pub(super) fn height(&self) -> i32 {
        let (left, right) = self.panels.split_at(self.second);
        let tall = |panels: &[Panel]| panels.iter().map(|panel| self.panel_height(panel)).sum::<i32>();
        tall(left).max(tall(right))
    }

    pub(super) fn draw(&self, board: &Board, top: i32) {
        let (mut left, mut y) = (0, top);
        for (place, panel) in self.panels.iter().enumerate() {
            if place == self.second {
                (left, y) = (self.frame.width - self.column, top);
            }
            self.draw_panel(board, panel, (left, y));
            y += self.panel_height(panel);
        }
    }

    /// plotters places the ends of bars: counts along x, one row a bar along y.
    fn draw_panel(&self, board: &Board, panel: &Panel, (left, top): (i32, i32)) {
        let frame = &self.frame;
        let names = self.name(panel);
        board.ground(None);
        board.line(Role::Rule, (left, top), (left + self.column, top));
        let style = text_style(Role::Label, frame.sizes.label, HPos::Left, VPos::Center);
        for (place, line) in names.iter().enumerate() {
            board.text(
                line,
                (left, top + frame.leading * (place as i32 + 1) - frame.leading / 4),
                &style,
            );
        }
        let gap = frame.pitch / 3;
        let widest = |text: &dyn Fn(&Bar) -> String| {
            let widths = panel
                .bars
                .iter()
                .map(|bar| text_width(&text(bar), frame.sizes.note, Weight::Regular));
            let widest = widths.max().unwrap_or(0);
            if widest > 0 {
                widest.min(self.column * 11 / 20) + gap
            } else {
                0
            }
        };
        let name = widest(&|bar| bar.name.clone());
        let begin = left + name + self.when + gap;
        let end = left + self.column - widest(&|bar| bar.count.to_string());
        let first = top + frame.leading * names.len() as i32 + frame.leading / 2;
        let rows = panel.bars.len().max(1);
        let area = Bounds::new(
            (begin, first),
            (end.max(begin + 1), first + rows as i32 * frame.pitch),
        );
        let plane = board.plane(area, (0.0, f64::from(self.most)), (0.0, rows as f64));
        let style = text_style(Role::Note, frame.sizes.note, HPos::Left, VPos::Center);
        for (place, bar) in panel.bars.iter().enumerate() {
            let (x, y) = plane.map_coordinate(&(f64::from(bar.count), place as f64 + 0.5));
            board.ground(None);
            // A name stands once for the rows that share it.
            if place == 0 || panel.bars[place - 1].name != bar.name {
                let text = shorten(&bar.name, (name - gap).max(0), frame.sizes.note, Weight::Regular);
                board.text(&text, (left, y), &style);
            }
            board.text(&bar.when, (left + name, y), &style);
            let half = frame.pitch / 2;
            let datum = Datum {
                key: bar.key.clone(),
                label: bar.label.clone(),
                target: Some(Bounds::new((left, y - half), (left + self.column, y + half))),
            };
            board.mark(datum, Tone::Status(Symbol::Full), false);
            // A count of none is a thin bar, so that it is seen to be counted.
            let stroke = frame.layout.stroke();
            let (thick, inset) = (frame.pitch / 4, if bar.hollow { stroke as i32 / 2 } else { 0 });
            let role = if bar.hollow { Role::Clear } else { Role::Solid };
            let to = x.max(begin + 2 * stroke as i32);
            let corners = [
                (begin + inset, y - thick + inset),
                (to - inset, y + thick - inset),
            ];
            board.draw(board.root(), &Rectangle::new(corners, role.stroke(stroke)));
            board.text(&bar.count.to_string(), (to + gap / 2, y), &style);
        }
    }
}
