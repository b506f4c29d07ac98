//! How long a label of a host becomes in ASCII: RFC 3492.

/// The most octets of a label, RFC 1035 section 2.3.4.
const LONGEST: usize = 63;

/// Whether `label` is short enough for a host, once written in ASCII. The full
/// stops of Han and Kana text separate its parts, as RFC 3490 section 3.1 has it.
pub fn is_label(label: &str) -> bool {
    let parts = label.split(['。', '．', '｡']);
    let octets: usize = parts.map(|part| octets(part) + 1).sum();
    octets <= LONGEST + 1
}

/// The octets of `part` in ASCII; any number above [`LONGEST`] where it is that
/// long, so that long texts take no long time.
fn octets(part: &str) -> usize {
    let total = part.chars().count();
    let basic = part.chars().filter(char::is_ascii).count();
    if total == basic || total > LONGEST {
        return total;
    }
    let mut octets = "xn--".len() + basic + usize::from(basic > 0);
    let mut handled = basic as u32;
    let mut bias = 72;
    let mut delta = 0;
    let mut reached = 0x80;
    // RFC 3492 section 6.3: the code points in rising order, each as the
    // distance from the one before.
    while let Some(next) = part.chars().map(u32::from).filter(|&c| c >= reached).min() {
        delta += (next - reached) * (handled + 1);
        for c in part.chars().map(u32::from) {
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

/// How many digits the generalised variable-length integer `number` takes.
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

/// RFC 3492 section 6.1.
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
