//! Compact sets of characters.

/// Builds a set from ranges of code points, first and last, in ascending order
/// and not adjacent.
macro_rules! ranges {
    ($($range:expr),* $(,)?) => {{
        const RANGES: &[(u32, u32)] = &[$($range),*];
        const PACKED: [u8; crate::unicode::ranges::length(RANGES)] = crate::unicode::ranges::packed(RANGES);
        &PACKED
    }};
}

pub(crate) use ranges;

/// Packs ranges as the distance from the previous range and the length, in
/// groups of seven bits, the lowest first: a third of the size of the code
/// points.
pub const fn packed<const LENGTH: usize>(ranges: &[(u32, u32)]) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    pack(ranges, &mut bytes);
    bytes
}

/// Returns the number of bytes that [`packed`] needs for `ranges`.
pub const fn length(ranges: &[(u32, u32)]) -> usize {
    pack(ranges, &mut [])
}

/// Writes as much as fits, and returns the size of all of it.
const fn pack(mut ranges: &[(u32, u32)], bytes: &mut [u8]) -> usize {
    let mut at = 0;
    let mut end = 0;
    while let Some((&(first, last), rest)) = ranges.split_first() {
        at = put(first - end, bytes, at);
        at = put(last + 1 - first, bytes, at);
        end = last + 1;
        ranges = rest;
    }
    at
}

const fn put(mut number: u32, bytes: &mut [u8], mut at: usize) -> usize {
    loop {
        let more = number > 0x7F;
        if let Some((_, rest)) = bytes.split_at_mut_checked(at)
            && let Some((byte, _)) = rest.split_first_mut()
        {
            *byte = (number & 0x7F) as u8 | (more as u8) << 7;
        }
        at += 1;
        number >>= 7;
        if !more {
            return at;
        }
    }
}

/// Whether `packed` ranges contain `c`.
pub fn holds(packed: &[u8], c: char) -> bool {
    let mut left = c as u32;
    let mut inside = false;
    let (mut number, mut shift) = (0, 0);
    for byte in packed {
        number |= u32::from(byte & 0x7F) << shift;
        shift += 7;
        if byte >> 7 == 0 {
            if left < number {
                return inside;
            }
            left -= number;
            inside = !inside;
            (number, shift) = (0, 0);
        }
    }
    false
}
