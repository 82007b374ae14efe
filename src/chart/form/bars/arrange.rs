//! Where bars go: the columns of a layout, and the lines that marks share.

use super::{Bar, BarLine, Bars};
use crate::chart::board::Plane;
use crate::chart::metrics::{Weight, text_width};
use crate::chart::place::spread;
use crate::chart::{Layout, PX};

/// Lengths of a layout, in tenths.
pub(super) struct Sizes {
    pub(super) heading: i32,
    pub(super) label: i32,
    pub(super) note: i32,
    pub(super) leading: i32,
    /// How thick bars and how large points are.
    pub(super) bar: i32,
    pub(super) stroke: u32,
    /// The least width and height of a target.
    pub(super) pitch: i32,
    pub(super) gap: i32,
    pub(super) width: i32,
    /// Whether names stand above their rows.
    pub(super) names_above: bool,
    /// Whether values stand above their bars.
    pub(super) values_above: bool,
    /// The width of names.
    pub(super) names: i32,
    /// Where names of lines begin.
    pub(super) line_names: i32,
    /// Where the axis begins and ends.
    pub(super) axis: (i32, i32),
    /// Where values beside the axis begin.
    pub(super) values: i32,
    /// Whether there are points, whose values stand in a column.
    pub(super) has_points: bool,
}

impl Sizes {
    /// The lengths for these bars; the column of values has room for those of all marks, or only of those that have a
    /// line to themselves.
    pub(super) fn new(bars: &Bars, layout: Layout, all: bool) -> Self {
        let (sizes, width) = (layout.type_sizes(), layout.width() * PX);
        let gap = layout.symbol() * 3 / 8;
        let widest = |texts: &mut dyn Iterator<Item = &String>, size: i32| {
            texts
                .map(|text| text_width(text, size, Weight::Regular))
                .max()
                .unwrap_or(0)
        };
        let rows = || bars.groups.iter().flat_map(|group| &group.rows);
        let names = widest(&mut rows().map(|row| &row.name), sizes.label);
        let line_names = widest(&mut bars.lines().map(|line| &line.name), sizes.note);
        let alone = bars.lines().filter(|line| all || line.bars.len() == 1);
        let values = widest(
            &mut alone.flat_map(|line| &line.bars).map(|bar| &bar.value),
            sizes.note,
        );
        let (names_above, values_above) = match layout {
            Layout::Narrow => (true, true),
            Layout::Medium | Layout::Board => (true, false),
            Layout::Wide | Layout::Stage => (false, false),
        };
        let names = if names_above {
            width
        } else {
            names.min(width * 3 / 8)
        };
        let mut axis = (0, width);
        let mut line_names_at = 0;
        if !names_above {
            line_names_at = names + 3 * gap;
            axis.0 = line_names_at;
        }
        if !values_above {
            if line_names > 0 {
                axis.0 += line_names + 2 * gap;
            }
            let most = if names_above {
                width * 3 / 8
            } else {
                width * 5 / 16
            };
            axis.1 -= values.min(most) + 2 * gap;
        }
        let points = bars.lines().flat_map(|line| &line.bars).any(Bar::is_point);
        // A point at an end of the axis reaches over it.
        let reach = if points { layout.symbol() } else { 0 };
        let values = axis.1 + 2 * gap;
        axis = (axis.0 + reach, axis.1 - reach);
        Self {
            heading: sizes.heading,
            label: sizes.label,
            note: sizes.note,
            leading: sizes.label * 5 / 4,
            bar: layout.symbol(),
            stroke: layout.stroke(),
            pitch: layout.pitch(),
            gap,
            width,
            names_above,
            values_above,
            names,
            line_names: line_names_at,
            axis,
            values,
            has_points: points,
        }
    }

    /// The height of a line.
    pub(super) fn height(&self, line: &Placed<'_>) -> i32 {
        if line.slots.is_empty() {
            let above = if self.values_above { self.leading } else { 0 };
            return above + self.pitch;
        }
        let above = if self.values_above && !line.name.is_empty() {
            self.leading
        } else {
            0
        };
        above + self.bar + self.gap / 2 + self.leading
    }

    /// How far below the top of a line the middle of its bar lies.
    pub(super) fn middle(&self, line: &Placed<'_>) -> i32 {
        let (own, named) = if line.slots.is_empty() {
            (self.pitch / 2, true)
        } else {
            (self.bar / 2, !line.name.is_empty())
        };
        own + if self.values_above && named {
            self.leading
        } else {
            0
        }
    }

    /// Where the lines of a row go: marks of a line share it if none would cover another, else each has its own.
    pub(super) fn placed<'b>(&self, lines: &'b [BarLine], plane: &Plane) -> Vec<Placed<'b>> {
        let mut placed = Vec::new();
        for line in lines {
            let slots = if line.bars.len() > 1 {
                self.slots(&line.bars, plane)
            } else {
                None
            };
            match slots {
                Some(slots) => placed.push(Placed {
                    name: &line.name,
                    bars: &line.bars,
                    slots,
                }),
                None => {
                    for (place, bar) in line.bars.iter().enumerate() {
                        placed.push(Placed {
                            name: if place == 0 { &line.name } else { "" },
                            bars: std::slice::from_ref(bar),
                            slots: Vec::new(),
                        });
                    }
                }
            }
        }
        placed
    }

    /// Where the values under the marks of one line go; nothing if the marks cannot share a line.
    fn slots(&self, bars: &[Bar], plane: &Plane) -> Option<Vec<Slot>> {
        let extents: Vec<(i32, i32)> = bars.iter().map(|bar| self.extent(bar, plane)).collect();
        let mut order: Vec<usize> = (0..bars.len()).collect();
        order.sort_unstable_by_key(|place| (extents[*place], *place));
        if order
            .windows(2)
            .any(|pair| extents[pair[0]].1 > extents[pair[1]].0)
        {
            return None;
        }
        let ends = (self.axis.0, self.width);
        let mut texts: Vec<&String> = bars.iter().map(|bar| &bar.value).collect();
        for attempt in 0..2 {
            if attempt == 1 {
                texts = bars.iter().map(|bar| &bar.short).collect();
            }
            let labels: Vec<(i32, i32)> = order
                .iter()
                .map(|place| {
                    let text = text_width(texts[*place], self.note, Weight::Regular);
                    let (from, to) = extents[*place];
                    ((from + to) / 2, (text + self.gap * 4 / 3).max(self.pitch))
                })
                .collect();
            let total: i32 = labels.iter().map(|label| label.1).sum();
            if total > ends.1 - ends.0 {
                continue;
            }
            let lefts = spread(&labels, ends);
            let mut slots = vec![Slot::default(); bars.len()];
            let mut over_its_point = true;
            for ((place, left), (_, width)) in order.iter().zip(lefts).zip(&labels) {
                let (from, to) = extents[*place];
                over_its_point &= !bars[*place].is_point() || (left <= from && to <= left + width);
                slots[*place] = Slot {
                    ends: (left, left + width),
                    text: texts[*place].clone(),
                };
            }
            if over_its_point {
                return Some(slots);
            }
        }
        None
    }

    /// From where to where a mark reaches.
    pub(super) fn extent(&self, bar: &Bar, plane: &Plane) -> (i32, i32) {
        let mut extent = (i32::MAX, i32::MIN);
        for part in &bar.parts {
            let reach = if part.look.is_point() { self.bar * 5 / 8 } else { 0 };
            let x = |at: f64| plane.map_coordinate(&(at, 0.0)).0;
            extent = (
                extent.0.min(x(part.from) - reach),
                extent.1.max(x(part.to) + reach),
            );
        }
        extent
    }
}

/// A line as it is drawn.
pub(super) struct Placed<'b> {
    pub(super) name: &'b str,
    pub(super) bars: &'b [Bar],
    /// One for each mark that shares the line; none where a mark has the line to itself.
    pub(super) slots: Vec<Slot>,
}

/// Where the value of a mark stands.
#[derive(Clone, Default)]
pub(super) struct Slot {
    pub(super) ends: (i32, i32),
    pub(super) text: String,
}
