//! "Did you mean …?"

/// Returns the candidate that `word` was most likely meant to be, ignoring
/// case: at most a third of its letters differ, or its letters are in another
/// order, or `word` contains it (`hashtag` for `tag`).
pub(super) fn nearest<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let word = lower_case(word);
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance_if_near(&word, candidate)?, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn distance_if_near(word: &[char], candidate: &str) -> Option<usize> {
    let candidate = lower_case(candidate);
    let length = candidate.len();
    let distance = distance(word, &candidate);
    // Almost any word contains a shorter one.
    let contained = length >= 3 && word.windows(length).any(|part| part == candidate);
    if distance > 1 && same_letters(word, &candidate) {
        Some(1)
    } else {
        (distance <= length.div_ceil(3) || contained).then_some(distance)
    }
}

/// Candidates are ASCII, so the case of other letters makes no difference.
fn lower_case(word: &str) -> Vec<char> {
    word.chars().map(|letter| letter.to_ascii_lowercase()).collect()
}

fn same_letters(word: &[char], other: &[char]) -> bool {
    word.len() == other.len()
        && word.iter().all(|letter| other.contains(letter))
        && other.iter().all(|letter| word.contains(letter))
}

/// Returns the Levenshtein distance.
pub(crate) fn distance(word: &[char], candidate: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (above, letter) in candidate.iter().enumerate() {
        let mut diagonal = above;
        let mut left = above + 1;
        for (cell, own) in row.iter_mut().zip(std::iter::once(None).chain(word.iter().map(Some))) {
            let Some(own) = own else {
                *cell = left;
                continue;
            };
            let replaced = diagonal + usize::from(own != letter);
            diagonal = *cell;
            left = replaced.min(diagonal + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}
