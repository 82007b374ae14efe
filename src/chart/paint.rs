//! How roles look in a file of its own, where no style sheet reaches: what `4-figure.css` says, as SVG attributes.

use std::fmt;

use super::metrics::Weight;
use super::palette::{Hex, Palette};
use super::role::{Role, Tone};
use super::symbol::Symbol;

/// The look of a shape. Displayed, it is SVG attributes, each with a space before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paint {
    /// What its area is filled with; nothing for lines.
    pub fill: Option<Hex>,
    /// What its lines are drawn in.
    pub stroke: Option<Hex>,
    /// Whether its lines are dotted.
    pub dotted: bool,
    /// Whether it is text in the strong weight.
    pub strong: bool,
}

impl Palette {
    /// The color of a tone; of none, the ink.
    pub fn tone(&self, tone: Option<Tone>) -> Hex {
        match tone {
            None | Some(Tone::Common) => self.ink,
            Some(Tone::Series(place)) => self.series[place % self.series.len()],
            Some(Tone::Status(symbol)) => {
                let place = Symbol::ALL.iter().position(|known| *known == symbol);
                self.status[place.unwrap_or_default()]
            }
        }
    }

    /// The look of a role in a tone of this palette.
    pub fn paint(&self, role: Role, tone: Hex) -> Paint {
        let (fill, stroke) = match role {
            Role::Heading | Role::Label => (Some(self.ink), None),
            Role::Note | Role::Tick => (Some(self.muted), None),
            Role::Rule => (None, Some(self.rule)),
            Role::Grid => (None, Some(self.grid)),
            Role::Axis => (None, Some(self.axis)),
            Role::Period => (Some(self.period), None),
            Role::Solid => (Some(tone), None),
            Role::Clear => (Some(self.ground), Some(tone)),
            Role::Line | Role::Dotted => (None, Some(tone)),
        };
        Paint {
            fill,
            stroke,
            dotted: role == Role::Dotted,
            strong: role.weight() == Weight::Strong,
        }
    }
}

impl fmt::Display for Paint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, " fill=\"{}\"", self.fill.unwrap_or("none"))?;
        if let Some(stroke) = self.stroke {
            write!(f, " stroke=\"{stroke}\"")?;
        }
        if self.dotted {
            f.write_str(" stroke-dasharray=\"2.2 2.2\"")?;
        }
        if self.strong {
            f.write_str(" font-weight=\"600\"")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::palette::{DARK, LIGHT};
    use super::*;

    #[test]
    fn every_role_shows_in_every_tone_of_both_palettes() {
        for palette in [LIGHT, DARK] {
            let tones = Symbol::ALL.map(Tone::Status).into_iter();
            let tones = tones.chain((0..9).map(Tone::Series)).chain([Tone::Common]);
            for tone in tones {
                for role in Role::ALL {
                    let paint = palette.paint(*role, palette.tone(Some(tone)));
                    let visible = [paint.fill, paint.stroke].into_iter().flatten();
                    assert!(
                        visible.into_iter().any(|color| color != palette.ground),
                        "{role:?}"
                    );
                }
            }
        }
    }
}
