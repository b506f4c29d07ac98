//! A picture's pixels, from and to PNG.

use std::collections::HashMap;
use std::io::Cursor;

use anyhow::{Context, Result, ensure};
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

/// Red, green and blue, as sRGB.
pub type Pixel = [u8; 3];

/// A picture without transparency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// Row by row.
    pub pixels: Vec<Pixel>,
}

impl Image {
    /// Reads a PNG.
    pub fn read(png: &[u8]) -> Result<Self> {
        let mut decoder = Decoder::new(Cursor::new(png));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info()?;
        let mut samples = vec![0; reader.output_buffer_size().context("too large")?];
        let info = reader.next_frame(&mut samples)?;
        let size = match info.color_type {
            ColorType::Rgb => 3,
            ColorType::Rgba => 4,
            other => anyhow::bail!("a picture in {other:?}"),
        };
        let pixels: Vec<Pixel> =
            samples.chunks_exact(size).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        let (width, height) = (info.width as usize, info.height as usize);
        ensure!(pixels.len() == width * height, "a picture that is not whole");
        Ok(Self { width, height, pixels })
    }

    /// Writes a PNG of at most `colours`, up to 256, each pixel in the nearest of them.
    /// Areas keep their colour, and the edges of letters are near enough.
    pub fn to_png(&self, colours: usize) -> Result<Vec<u8>> {
        let (palette, places) = self.palette(colours.min(256));
        let samples: Vec<u8> = self.pixels.iter().map(|pixel| places[pixel]).collect();

        let mut png = Vec::new();
        let (width, height) = (u32::try_from(self.width)?, u32::try_from(self.height)?);
        let mut encoder = Encoder::new(&mut png, width, height);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(palette.concat());
        encoder.set_compression(Compression::High);
        // Places in the palette are no amounts, of which a filter could take differences.
        encoder.set_filter(Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&samples)?;
        writer.finish()?;
        Ok(png)
    }

    /// So many colours, and the place of each pixel's among them. The most frequent colour
    /// comes first; then, each time, the one whose pixels are the farthest, in all, from
    /// what there is.
    fn palette(&self, colours: usize) -> (Vec<Pixel>, HashMap<Pixel, u8>) {
        let mut counts: HashMap<Pixel, u32> = HashMap::new();
        for pixel in &self.pixels {
            *counts.entry(*pixel).or_default() += 1;
        }
        let mut all: Vec<(Pixel, u32)> = counts.into_iter().collect();
        all.sort_unstable();
        // Of each colour: how far from the nearest of the palette, and its place there.
        let mut nearest: Vec<(u32, u8)> = vec![(u32::MAX, 0); all.len()];
        let mut palette = Vec::new();
        for place in (0..=u8::MAX).take(colours) {
            let error = |&at: &usize| u64::from(nearest[at].0) * u64::from(all[at].1);
            let Some(worst) = (0..all.len()).max_by_key(error) else { break };
            let added = all[worst].0;
            palette.push(added);
            for ((pixel, _), nearest) in all.iter().zip(&mut nearest) {
                *nearest = (*nearest).min((apart(*pixel, added), place));
            }
        }
        let places = all.iter().zip(nearest).map(|((pixel, _), (_, place))| (*pixel, place));
        (palette, places.collect())
    }
}

/// How far two colours are from each other, squared.
fn apart(one: Pixel, other: Pixel) -> u32 {
    one.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
}
