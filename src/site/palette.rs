//! PNG files with at most 256 colors: drawings have few, and one byte a pixel makes much smaller files than four.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};

type Color = [u8; 3];

/// How many colors a file can have.
const MOST: usize = 256;
/// How much better a color has to be than the next one to stand for many pixels: shades of the edges of letters that are
/// alike are one.
const STEP: u8 = 8;

/// Bytes of a pixel: red, green, blue and one that says nothing, since a picture has a ground.
const PIXEL: usize = 4;
/// Bytes that are looked at at once.
const BLOCK: usize = 32 * PIXEL;

/// The file of a picture of this width and height, row by row, four bytes a pixel.
///
/// # Errors
/// Where there are not as many pixels as that.
pub fn png(pixels: &[u8], (width, height): (u32, u32)) -> io::Result<Vec<u8>> {
    let runs = runs(pixels);
    let palette = palette(&runs);
    let mut places: HashMap<Color, u8> = HashMap::new();
    let mut indices: Vec<u8> = Vec::with_capacity(pixels.len() / PIXEL);
    for (color, length) in runs {
        let place = *places.entry(color).or_insert_with(|| nearest(&palette, color));
        indices.resize(indices.len() + length, place);
    }
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_deflate_compression(DeflateCompression::Level(9));
    // Differences between numbers of colors mean nothing.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indices)?;
    writer.finish()?;
    Ok(out)
}

/// Colors and how many pixels in a row have them. Most of a drawing is its ground: whole blocks of it are passed over at once,
/// since the tool is mostly run as it is developed, where each step costs.
fn runs(pixels: &[u8]) -> Vec<(Color, usize)> {
    let mut runs: Vec<(Color, usize)> = Vec::new();
    let mut same = [0; BLOCK];
    for block in pixels.chunks(BLOCK) {
        if let Some((_, length)) = runs.last_mut()
            && *block == same[..block.len()]
        {
            *length += block.len() / PIXEL;
            continue;
        }
        for pixel in block.chunks(PIXEL) {
            let color = [pixel[0], pixel[1], pixel[2]];
            match runs.last_mut() {
                Some((last, length)) if *last == color => *length += 1,
                _ => runs.push((color, 1)),
            }
        }
        let end = &block[block.len().saturating_sub(PIXEL)..];
        for place in same.chunks_mut(end.len().max(1)) {
            place.copy_from_slice(&end[..place.len()]);
        }
    }
    runs
}

/// The colors that most pixels have. Of shades that are alike, the most frequent one comes first.
fn palette(runs: &[(Color, usize)]) -> Vec<Color> {
    let mut counts: BTreeMap<Color, usize> = BTreeMap::new();
    for (color, length) in runs {
        *counts.entry(*color).or_default() += length;
    }
    let mut frequent: Vec<(Color, usize)> = counts.into_iter().collect();
    frequent.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    if frequent.len() <= MOST {
        return frequent.into_iter().map(|(color, _)| color).collect();
    }
    let mut shades: HashSet<Color> = HashSet::new();
    frequent.retain(|(color, _)| shades.insert(color.map(|part| part / STEP)));
    frequent.truncate(MOST);
    frequent.into_iter().map(|(color, _)| color).collect()
}

fn nearest(palette: &[Color], color: Color) -> u8 {
    let distance = |other: &Color| -> i32 {
        let square = |(a, b): (u8, u8)| (i32::from(a) - i32::from(b)).pow(2);
        color.into_iter().zip(*other).map(square).sum()
    };
    let nearest = (0..palette.len()).min_by_key(|place| distance(&palette[*place]));
    // There are at most as many as a byte counts.
    nearest.map_or(0, |place| place as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(pixels: &[Color]) -> Vec<u8> {
        pixels.iter().flat_map(|[r, g, b]| [*r, *g, *b, 255]).collect()
    }

    fn read(file: &[u8]) -> Vec<Color> {
        let mut decoder = png::Decoder::new(io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut bytes).unwrap();
        bytes.chunks(3).map(|part| [part[0], part[1], part[2]]).collect()
    }

    #[test]
    fn few_colors_stay_as_they_are() {
        let pixels: Vec<Color> = (0..=255).map(|n| [n, 255 - n, n / 2]).collect();
        assert_eq!(read(&png(&bytes(&pixels), (16, 16)).unwrap()), pixels);
    }

    #[test]
    fn long_runs_keep_their_lengths_and_what_ends_them() {
        let mut pixels = vec![[9, 9, 9]; 200];
        pixels[70] = [1, 2, 3];
        pixels[199] = [4, 5, 6];
        assert_eq!(read(&png(&bytes(&pixels), (20, 10)).unwrap()), pixels);
    }

    #[test]
    fn of_many_colors_the_frequent_ones_stay_and_none_is_far_off() {
        // Shades between ink and ground, and three colors of marks with theirs.
        let mut pixels = Vec::new();
        for ink in [[28, 33, 39], [11, 90, 107], [168, 32, 90], [20, 120, 60]] {
            for step in 0..=250_u32 {
                let shade = |part: u8| (u32::from(part) + (250 - u32::from(part)) * step / 250) as u8;
                pixels.push(ink.map(shade));
            }
            pixels.extend([ink; 69]);
        }
        let seen = read(&png(&bytes(&pixels), (40, 32)).unwrap());
        for (before, after) in pixels.iter().zip(&seen) {
            for (a, b) in before.iter().zip(after) {
                assert!(a.abs_diff(*b) <= 12, "{before:?} became {after:?}");
            }
        }
        assert_eq!(seen[319], [28, 33, 39], "what is frequent is exact");
    }

    #[test]
    fn pixels_that_are_missing_are_an_error() {
        assert!(png(&[0; 20], (2, 3)).is_err());
    }
}
