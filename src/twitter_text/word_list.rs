//! Word lists in one text, which is smaller than a slice.

/// Returns the words of `list` that begin with `first`, in order.
///
/// Words are separated by one space, and their first characters are in
/// descending order.
pub fn beginning_with(list: &'static str, first: u32) -> impl Iterator<Item = &'static str> {
    let is_before = move |word: &str| word.starts_with(|c| u32::from(c) > first);
    let mut rest = list;
    let mut step = list.len() / 2;
    // A shorter rest is not worth a step.
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
