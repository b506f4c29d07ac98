//! How long what a campaign has stored is kept.

use super::card::Card;
use crate::browser::storage;

/// Days after the end of a campaign for which what belongs to it is kept.
const KEPT_DAYS: i64 = 30;

/// Stores until when this campaign's drafts and links are kept, and removes those of
/// other campaigns that have expired.
pub fn keep_until(card: Card) {
    let now = card.time.exactly().timestamp();
    let until = card.campaign.with_value(|campaign| campaign.links_until().timestamp());
    storage::set(&card.key("until"), &(until + KEPT_DAYS * 86_400).to_string());
    if card.time.preview.get_untracked() {
        return;
    }
    let keys = storage::keys();
    for campaign in keys.iter().filter_map(|key| key.strip_suffix(":until")) {
        let until: Option<i64> =
            storage::get(&format!("{campaign}:until")).and_then(|until| until.parse().ok());
        let shown = card.campaign.with_value(|shown| shown.id == campaign);
        if !shown && until.is_some_and(|until| until < now) {
            let own = |key: &&String| key.split(':').next() == Some(campaign);
            keys.iter().filter(own).for_each(|key| storage::remove(key));
        }
    }
}
