//! Whether two pictures show the same look.
//!
//! Both are cut into blocks of 8 by 8 pixels, and the mean colours of two blocks are
//! compared in Oklab, where equal distances look about equally different. A letter whose
//! edge is smoothed otherwise changes some of the 64 pixels of a block by little, which
//! the mean hides; another colour, weight or place of it does not.

use super::image::{Image, Pixel};

/// The side of a block, in pixels: about half a line of text.
const BLOCK: usize = 8;

/// How far the means of two blocks may be apart in Oklab. Two areas that are 0.02 apart can
/// just be told apart (CSS Color 4, on mapping gamuts); a line of text that moves by one
/// pixel moves most of its blocks by 0.03 and more. Keeping a picture in 40 colours moves
/// 5 blocks of a picture by more than this, at most.
const APART: f64 = 0.014;

/// Of how many blocks one may be different: 1 of 1,000, which is 10 or so on a phone. A
/// button has more than 100 blocks, a line of text some 50, the tick of a rule up to 6.
const ONE_OF: usize = 1000;

/// How much the width and the height may differ, in pixels: by rounding.
const SIZE: usize = 2;

/// What differs.
#[derive(Debug)]
pub struct Difference {
    /// In words.
    pub said: String,
    /// The new picture, pale where it is the same and red where it is not.
    pub picture: Image,
}

/// How `taken` looks different from `kept`, if it does.
pub fn difference(kept: &Image, taken: &Image) -> Option<Difference> {
    let (width, height) = (kept.width.min(taken.width), kept.height.min(taken.height));
    let mut picture = taken.clone();
    picture.pixels.iter_mut().for_each(|pixel| *pixel = pixel.map(|part| 170 + part / 3));
    let is_resized =
        kept.width.abs_diff(taken.width) > SIZE || kept.height.abs_diff(taken.height) > SIZE;
    let (mut blocks, mut different) = (0, 0);
    for top in (0..height).step_by(BLOCK) {
        for left in (0..width).step_by(BLOCK) {
            let (right, bottom) = ((left + BLOCK).min(width), (top + BLOCK).min(height));
            let of = |image: &Image| oklab(mean(image, left..right, top..bottom));
            blocks += 1;
            if apart(of(kept), of(taken)) <= APART {
                continue;
            }
            different += 1;
            for y in top..bottom {
                let row = y * taken.width;
                for pixel in &mut picture.pixels[row + left..row + right] {
                    *pixel = [230, pixel[1] / 2, pixel[2] / 2];
                }
            }
        }
    }
    let said = if is_resized {
        format!(
            "was {} x {} px, and is {} x {} px",
            kept.width, kept.height, taken.width, taken.height
        )
    } else if different > blocks / ONE_OF {
        format!("{different} of {blocks} blocks differ, and {} may", blocks / ONE_OF)
    } else {
        return None;
    };
    Some(Difference { said, picture })
}

/// The mean colour of a part of a picture, in sRGB.
fn mean(image: &Image, columns: std::ops::Range<usize>, rows: std::ops::Range<usize>) -> [f64; 3] {
    let mut sums = [0_u32; 3];
    let count = columns.len() * rows.len();
    for y in rows {
        let row = y * image.width;
        for pixel in &image.pixels[row + columns.start..row + columns.end] {
            add(&mut sums, *pixel);
        }
    }
    sums.map(|sum| f64::from(sum) / 255.0 / count as f64)
}

fn add(sums: &mut [u32; 3], pixel: Pixel) {
    for (sum, part) in sums.iter_mut().zip(pixel) {
        *sum += u32::from(part);
    }
}

/// From sRGB to Oklab, <https://bottosson.github.io/posts/oklab/>.
fn oklab(srgb: [f64; 3]) -> [f64; 3] {
    let [r, g, b] = srgb.map(|part| match part <= 0.04045 {
        true => part / 12.92,
        false => ((part + 0.055) / 1.055).powf(2.4),
    });
    let l = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b).cbrt();
    let m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b).cbrt();
    let s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b).cbrt();
    [
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]
}

fn apart(one: [f64; 3], other: [f64; 3]) -> f64 {
    one.iter().zip(other).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
}

/// White, with a black area.
#[cfg(test)]
fn drawn(height: usize, area: [std::ops::Range<usize>; 2], grey: u8) -> Image {
    let mut image = Image { width: 360, height, pixels: vec![[255; 3]; 360 * height] };
    let [columns, rows] = area;
    for y in rows {
        image.pixels[y * 360 + columns.start..y * 360 + columns.end].fill([grey; 3]);
    }
    image
}

#[test]
fn what_is_the_same_or_nearly_so_is_the_same_look() {
    let kept = drawn(800, [20..340, 100..140], 0);
    assert!(difference(&kept, &kept).is_none());
    // An edge that is smoothed otherwise.
    let mut smoothed = kept.clone();
    for y in 100..140 {
        smoothed.pixels[y * 360 + 20] = [8; 3];
    }
    assert!(difference(&kept, &smoothed).is_none());
    // A mark, which an update of a font may draw a little otherwise.
    let marked = drawn(800, [24..32, 300..308], 0);
    let blank = drawn(800, [0..0, 0..0], 0);
    assert!(difference(&blank, &marked).is_none());
}

#[test]
fn another_size_place_or_colour_is_another_look() {
    let kept = drawn(800, [20..340, 100..140], 0);
    for (what, changed) in [
        ("taller", drawn(803, [20..340, 100..140], 0)),
        ("lower", drawn(800, [20..340, 101..141], 0)),
        ("wider", drawn(800, [16..344, 100..140], 0)),
        ("paler", drawn(800, [20..340, 100..140], 12)),
    ] {
        let different = difference(&kept, &changed);
        assert!(different.is_some(), "{what}");
    }
}
