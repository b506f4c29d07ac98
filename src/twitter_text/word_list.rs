//! Lists of words that are one text, which is smaller than a slice of them.

/// The words of `list` that begin with `first`, in their order.
///
/// There is one space between two words, and their first characters are in
/// falling order.
pub fn beginning_with(list: &'static str, first: u32) -> impl Iterator<Item = &'static str> {
    let is_before = move |word: &str| word.starts_with(|c| u32::from(c) > first);
    let mut rest = list;
    let mut step = list.len() / 2;
    // What is left after this is not worth a step.
    while step > 8 {
        let ahead = rest.get(rest.floor_char_boundary(step)..).unwrap_or_default();
        if let Some((_, ahead)) = ahead.split_once(' ').filter(|(_, ahead)| is_before(ahead)) {
            rest = ahead;
        }
        step /= 2;
    }
    let words = rest.split(' ').skip_while(move |word| is_before(word));
    words.take_while(move |word| word.starts_with(|c| u32::from(c) == first))
}
