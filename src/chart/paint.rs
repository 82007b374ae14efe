//! How roles look where no style sheet reaches: what `4-figure.css` says, as colors.

use super::palette::{Hex, Palette};
use super::role::{Role, Tone};
use super::symbol::Symbol;

/// The colors of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    /// What its area is filled with: a color or `none`.
    pub fill: &'static str,
    /// What its lines are drawn in.
    pub stroke: Option<Hex>,
}

impl Palette {
    /// The color of a tone; of none, the ink.
    pub fn tone(&self, tone: Option<Tone>) -> Hex {
        match tone {
            None | Some(Tone::Common) => self.ink,
            Some(Tone::Series(place)) => self.series[place % self.series.len()],
            Some(Tone::Status(symbol)) => {
                let [full, half, ring, none, unknown] = self.status;
                match symbol {
                    Symbol::Full => full,
                    Symbol::Half => half,
                    Symbol::Ring => ring,
                    Symbol::Dotted | Symbol::Dash => none,
                    Symbol::Hatched => unknown,
                }
            }
        }
    }

    /// The colors of a role in a tone of this palette.
    pub const fn paint(&self, role: Role, tone: Hex) -> Paint {
        let (fill, stroke) = match role {
            Role::Heading | Role::Label => (self.ink, None),
            Role::Note | Role::Tick => (self.muted, None),
            Role::Rule => ("none", Some(self.rule)),
            Role::Grid => ("none", Some(self.grid)),
            Role::Axis => ("none", Some(self.axis)),
            Role::Period => (self.period, None),
            Role::Solid => (tone, None),
            Role::Clear => (self.ground, Some(tone)),
            Role::Line | Role::Dotted => ("none", Some(tone)),
        };
        Paint { fill, stroke }
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
                    let colors = [Some(paint.fill), paint.stroke];
                    let shows = |color: &Hex| *color != "none" && *color != palette.ground;
                    assert!(colors.iter().flatten().any(shows), "{role:?}");
                }
            }
        }
    }

    #[test]
    fn tones_are_those_of_the_style_sheet() {
        for symbol in Symbol::ALL {
            let name = format!("status-{}", symbol.class());
            let color = LIGHT.tone(Some(Tone::Status(symbol)));
            assert!(LIGHT.properties().contains(&(name, color)));
        }
    }
}
