//! The length of a host label in ASCII: RFC 3492.

/// The maximum octets of a label, RFC 1035 section 2.3.4.
const LONGEST: usize = 63;

/// Whether every label of `domain` is short enough in ASCII. `before` is a code
/// point before the first one.
pub fn are_labels(before: Option<u32>, domain: &str) -> bool {
    let mut before = before;
    domain.split('.').all(|label| is_label(before.take(), label))
}

/// Whether a label is short enough. The full stops of Han and Kana text
/// separate labels (RFC 3490 section 3.1), but twitter-text measures them
/// together.
fn is_label(mut before: Option<u32>, label: &str) -> bool {
    let mut octets = 0;
    for part in label.split(['。', '．', '｡']) {
        let points = before.take().into_iter().chain(part.chars().map(u32::from));
        // No need to read all of one that is too long.
        let part: Vec<u32> = points.take(LONGEST + 1).collect();
        octets += self::octets(&part) + 1;
    }
    octets <= LONGEST + 1
}

/// Returns the octets of `part` in ASCII; at least its length, and only that if
/// it is longer than [`LONGEST`].
fn octets(part: &[u32]) -> usize {
    let total = part.len();
    if total > LONGEST || part.iter().all(|c| (0x20..=0x7E).contains(c)) {
        return total;
    }
    let basic = part.iter().filter(|&&c| c < 0x80).count();
    let mut octets = "xn--".len() + basic + usize::from(basic > 0);
    let mut handled = basic as u32;
    let mut bias = 72;
    let mut delta = 0;
    let mut reached = 0x80;
    // RFC 3492 section 6.3: the code points in ascending order, each as the
    // distance from the previous one.
    while let Some(&next) = part.iter().filter(|&&c| c >= reached).min() {
        delta += (next - reached) * (handled + 1);
        for &c in part {
            if c < next {
                delta += 1;
            } else if c == next {
                octets += digits(delta, bias);
                bias = adapt(delta, handled + 1, handled as usize == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta += 1;
        reached = next + 1;
    }
    octets
}

/// Returns the number of digits of the generalised variable-length integer
/// `number`.
fn digits(mut number: u32, bias: u32) -> usize {
    let mut count = 1;
    let mut k: u32 = 36;
    loop {
        let threshold = k.saturating_sub(bias).clamp(1, 26);
        if number < threshold {
            return count;
        }
        number = (number - threshold) / (36 - threshold);
        count += 1;
        k += 36;
    }
}

/// Adapts the bias, RFC 3492 section 6.1.
fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}
