//! Numbers as the record prints them: `84.6` stays `84.6`.

use std::fmt;
use std::str::FromStr;

/// The most decimals that are kept.
pub const MAX_DECIMALS: u8 = 9;

/// A decimal number that is not negative, kept exactly as written (at most [`MAX_DECIMALS`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Number {
    digits: u64,
    decimals: u8,
}

/// A text that is not a plain decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberError;

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a plain decimal number")
    }
}

impl Number {
    /// The number with these digits, of which the last `decimals` follow the point; nothing beyond [`MAX_DECIMALS`].
    pub fn new(digits: u64, decimals: u8) -> Option<Self> {
        (decimals <= MAX_DECIMALS).then_some(Self { digits, decimals })
    }

    /// All digits, and how many of them follow the point.
    pub const fn parts(self) -> (u64, u8) {
        (self.digits, self.decimals)
    }

    /// The nearest floating-point value, for drawing.
    pub fn value(self) -> f64 {
        self.digits as f64 / 10_u64.pow(u32::from(self.decimals)) as f64
    }

    /// The number with a comma between groups of three, as American English writes it: `1,582,374`.
    pub fn in_words(self) -> String {
        let text = self.to_string();
        let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
        let mut out = String::with_capacity(text.len() + 4);
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        out + rest
    }
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        let (whole, decimals) = text.split_once('.').map_or((text, None), |(w, d)| (w, Some(d)));
        let plain = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || decimals.is_some_and(|d| !plain(d) || d.len() > usize::from(MAX_DECIMALS)) {
            return Err(NumberError);
        }
        let decimals = decimals.unwrap_or_default();
        let digits = format!("{whole}{decimals}").parse().map_err(|_| NumberError)?;
        Ok(Self {
            digits,
            decimals: decimals.len() as u8,
        })
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = 10_u64.pow(u32::from(self.decimals));
        write!(f, "{}", self.digits / scale)?;
        if self.decimals > 0 {
            write!(
                f,
                ".{:0width$}",
                self.digits % scale,
                width = usize::from(self.decimals)
            )?;
        }
        Ok(())
    }
}
