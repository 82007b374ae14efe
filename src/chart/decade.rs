//! Logarithms for axes. Built on plain arithmetic, which gives the same bits everywhere; `f64::log10` need not.

/// The common logarithm of a number from 1 up, good to some ten digits; 0 of anything less.
pub fn log10(value: f64) -> f64 {
    let (mut rest, mut decades) = (value, 0.0);
    if !(1.0..=1e15).contains(&value) {
        return 0.0;
    }
    while rest >= 10.0 {
        rest /= 10.0;
        decades += 1.0;
    }
    // Nearer to 1 the series below needs few terms: log10 √10 is a half.
    const ROOT: f64 = 3.162_277_660_168_379_5;
    if rest >= ROOT {
        rest /= ROOT;
        decades += 0.5;
    }
    // ln x = 2 artanh((x - 1) / (x + 1)).
    let ratio = (rest - 1.0) / (rest + 1.0);
    let square = ratio * ratio;
    let (mut power, mut sum) = (ratio, 0.0);
    for term in 0..20_u8 {
        sum += power / f64::from(2 * term + 1);
        power *= square;
    }
    decades + 2.0 * sum / std::f64::consts::LN_10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library() {
        for value in [1.0, 2.0, 3.2, 9.999, 10.0, 15_000.0, 19.4e6, 123_456_789.0] {
            assert!((log10(value) - f64::log10(value)).abs() < 1e-9, "{value}");
        }
        assert_eq!(log10(0.5), 0.0);
    }
}
