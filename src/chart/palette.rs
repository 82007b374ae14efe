//! What roles and tones look like on a light and on a dark ground.
//!
//! `assets/style/4-figure.css` holds the same colors as custom properties; a test below compares the two, and computes that every
//! mark stands out from the ground and from its fellows, also for readers who see fewer colors.

/// How many places have a hue of their own; further ones begin again.
pub const SERIES: usize = 8;

/// A color, as `#rrggbb`.
pub type Hex = &'static str;

/// The colors of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Behind everything.
    pub ground: Hex,
    /// Text.
    pub ink: Hex,
    /// Notes, ticks.
    pub muted: Hex,
    /// Axes and heads of groups.
    pub axis: Hex,
    /// Lines between rows.
    pub rule: Hex,
    /// Steps of an axis.
    pub grid: Hex,
    /// Marked periods.
    pub period: Hex,
    /// Where the keyboard or pointer is.
    pub focus: Hex,
    /// Places, in order.
    pub series: [Hex; SERIES],
    /// Statuses, in the order of [`super::Symbol::ALL`], whose last shares one.
    pub status: [Hex; 5],
}

/// On a light ground.
pub const LIGHT: Palette = Palette {
    ground: "#fbfaf7",
    ink: "#1c2127",
    muted: "#4b535c",
    axis: "#8a857b",
    rule: "#d9d4c9",
    grid: "#e6e2d9",
    period: "#efe9dd",
    focus: "#0b5a6b",
    series: [
        "#903402", "#4e6fc2", "#155f4d", "#a34f89", "#7b7347", "#623c90", "#033e4e", "#601b06",
    ],
    status: ["#16425b", "#2f7ea3", "#a86400", "#77736c", "#5b5660"],
};

/// On a dark ground.
pub const DARK: Palette = Palette {
    ground: "#14171c",
    ink: "#eceae4",
    muted: "#b3b7bd",
    axis: "#7d858f",
    rule: "#343a43",
    grid: "#2a2f37",
    period: "#23272e",
    focus: "#a8c7fa",
    series: [
        "#c97147", "#78a9fb", "#aed4b4", "#bc90ae", "#ebc455", "#7779d3", "#40e9ff", "#eb916d",
    ],
    status: ["#9fd8f5", "#5a9fc4", "#e3ad4e", "#8b8780", "#b3adba"],
};

impl Palette {
    /// How it shows what was not asked for: without hues, though no less legible.
    pub const fn faded(&self) -> Self {
        Self {
            ink: self.muted,
            series: [self.axis; SERIES],
            status: [self.axis; 5],
            ..*self
        }
    }

    /// The name of each custom property in `4-figure.css`, and its color.
    pub fn properties(&self) -> Vec<(String, Hex)> {
        let named = [
            ("figure-ground", self.ground),
            ("figure-ink", self.ink),
            ("figure-muted", self.muted),
            ("figure-axis", self.axis),
            ("figure-rule", self.rule),
            ("figure-grid", self.grid),
            ("figure-period", self.period),
            ("figure-focus", self.focus),
        ];
        let mut all: Vec<(String, Hex)> = named.map(|(name, color)| (name.to_owned(), color)).to_vec();
        all.extend(
            (1..)
                .zip(self.series)
                .map(|(n, color)| (format!("series-{n}"), color)),
        );
        all.extend(
            super::Symbol::ALL
                .iter()
                .zip(self.status)
                .map(|(symbol, color)| (format!("status-{}", symbol.class()), color)),
        );
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Rgb = [f64; 3];

    /// Linear light of a color.
    fn linear(hex: Hex) -> Rgb {
        [1, 3, 5].map(|at| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    fn times(matrix: [Rgb; 3], color: Rgb) -> Rgb {
        matrix.map(|row| row.iter().zip(color).map(|(a, b)| a * b).sum())
    }

    /// WCAG 2 contrast.
    fn contrast(a: Hex, b: Hex) -> f64 {
        let luminance = |hex| {
            let [r, g, b] = linear(hex);
            0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
        };
        let (a, b) = (luminance(a), luminance(b));
        a.max(b) / a.min(b)
    }

    /// Oklab coordinates.
    fn oklab(color: Rgb) -> Rgb {
        let cones = times(
            [
                [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
                [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
                [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
            ],
            color,
        )
        .map(f64::cbrt);
        times(
            [
                [0.210_454_255_3, 0.793_617_785, -0.004_072_046_8],
                [1.977_998_495_1, -2.428_592_205, 0.450_593_709_9],
                [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766],
            ],
            cones,
        )
    }

    /// How a color is seen by readers with full color vision, protanopia, deuteranopia and tritanopia
    /// (Machado, Oliveira and Fernandes 2009, severity 1).
    fn seen(hex: Hex) -> [Rgb; 4] {
        let full = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
        let protanopia = [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ];
        let deuteranopia = [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ];
        let tritanopia = [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ];
        [full, protanopia, deuteranopia, tritanopia]
            .map(|eye| oklab(times(eye, linear(hex)).map(|light| light.clamp(0.0, 1.0))))
    }

    /// The distance in Oklab for the reader to whom two colors look most alike.
    fn difference(a: Hex, b: Hex) -> f64 {
        seen(a)
            .iter()
            .zip(seen(b))
            .map(|(a, b)| a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt())
            .fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn marks_and_text_stand_out_from_the_ground_and_from_marked_periods() {
        for palette in [LIGHT, DARK, LIGHT.faded(), DARK.faded()] {
            for ground in [palette.ground, palette.period] {
                for text in [palette.ink, palette.muted] {
                    assert!(contrast(text, ground) >= 4.5, "{text} on {ground}");
                }
                for mark in palette
                    .series
                    .iter()
                    .chain(&palette.status)
                    .chain([&palette.axis])
                {
                    assert!(contrast(mark, ground) >= 3.0, "{mark} on {ground}");
                }
            }
            assert!(contrast(palette.focus, palette.ground) >= 3.0);
        }
    }

    #[test]
    fn series_and_statuses_differ_for_every_reader() {
        for palette in [LIGHT, DARK] {
            for (colors, least) in [(&palette.series[..], 0.09), (&palette.status[..], 0.07)] {
                for (place, a) in colors.iter().enumerate() {
                    for b in &colors[..place] {
                        assert!(difference(a, b) >= least, "{a} and {b}: {}", difference(a, b));
                    }
                }
            }
        }
    }

    #[test]
    fn the_style_sheet_holds_these_colors() {
        let css = include_str!("../../assets/style/4-figure.css");
        for palette in [LIGHT, DARK] {
            for (name, color) in palette.properties() {
                let declared = css.matches(&format!("--{name}: {color};")).count();
                assert_eq!(declared, 1, "--{name}: {color}");
            }
        }
    }
}
