//! Writing a post.

use super::Language;
use crate::campaign::{Minimum, Unit};
use crate::draft::{self, Doubt, Finding, Slip, Verdict};
use crate::notebook::ShareTarget;

impl Language {
    /// What the minimum length counts.
    pub fn what_counts(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Characters => self.counts_characters(),
            Unit::Words => self.counts_words(),
        }
    }

    /// The minimum length.
    pub fn minimum(&self, minimum: Minimum) -> String {
        self.at_least(&self.amount(minimum.count as usize, minimum.unit))
    }

    /// How much counts, and how much is missing.
    pub fn count(&self, count: usize, minimum: Minimum) -> String {
        let counted = self.amount(count, minimum.unit);
        match (minimum.count as usize).saturating_sub(count) {
            0 => self.counted(&counted),
            missing => self.counted_missing(&counted, missing, &self.amount(missing, minimum.unit)),
        }
    }

    /// The summary of the X preview, with the hashtags that X will link.
    pub fn x_links(&self, linked: &[&str]) -> String {
        match linked {
            [] => self.x_preview().into(),
            [only] => self.x_links_one(only),
            [first, rest @ ..] => self.x_links_more(first, rest.len()),
        }
    }

    /// A rule and its result for the draft; `tag` is the campaign hashtag.
    pub fn rule(&self, verdict: &Verdict, minimum: Minimum, tag: &str) -> String {
        let least = || self.amount(minimum.count as usize, minimum.unit);
        match &verdict.finding {
            Finding::TagPresent => self.rule_tag_present(tag),
            Finding::TagMissing => self.rule_tag_missing(tag),
            Finding::NearMisses(misses) => {
                let slips = misses.iter().flat_map(|miss| &miss.slips);
                let mut names: Vec<&str> = Vec::new();
                for name in slips.map(|&slip| self.slip(slip)) {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                self.rule_tag_wrong(tag, &names.join(self.between_slips()))
            }
            Finding::Length { missing: 0, .. } => self.rule_length_kept(&least()),
            Finding::Length { missing, .. } => {
                let amount = self.amount(*missing, minimum.unit);
                self.rule_length_missing(&least(), *missing, &amount)
            }
            Finding::OtherTags(others) if others.is_empty() => self.rule_other_tags_none().into(),
            Finding::OtherTags(others) if others.iter().all(|other| other.close) => {
                self.rule_other_tags_close().into()
            }
            Finding::OtherTags(_) => match verdict.state {
                draft::State::Advice => self.rule_other_tags_maybe(),
                _ => self.rule_other_tags(),
            }
            .into(),
            Finding::XLength { over: 0, .. } => self.rule_x_length_kept().into(),
            Finding::XLength { limit, over, .. } => self.rule_x_length_over(*over, *limit),
            Finding::Original => String::new(),
            Finding::Doubtful(doubt) => match doubt {
                Doubt::Filler => self.doubt_filler(),
                Doubt::HardlyText => self.doubt_hardly_text(),
                Doubt::Announcement => self.doubt_announcement(),
                Doubt::EarlierPost => self.doubt_earlier_post(),
            }
            .into(),
        }
    }

    /// Feedback after sharing.
    pub fn shared(&self, way: ShareTarget) -> &'static str {
        match way {
            ShareTarget::Copy => self.shared_copy(),
            ShareTarget::Compose => self.shared_compose(),
            ShareTarget::X => self.shared_x(),
            ShareTarget::Sheet => self.shared_sheet(),
        }
    }

    /// The status of a draft: how it was shared, if it was.
    pub fn draft_state(&self, way: Option<ShareTarget>) -> &'static str {
        match way {
            None => self.draft_only(),
            Some(ShareTarget::Copy) => self.draft_copied(),
            Some(ShareTarget::Compose) => self.draft_composed(),
            Some(ShareTarget::X) => self.draft_on_x(),
            Some(ShareTarget::Sheet) => self.draft_shared(),
        }
    }

    fn amount(&self, count: usize, unit: Unit) -> String {
        match unit {
            Unit::Characters => self.characters(count),
            Unit::Words => self.words(count),
        }
    }

    fn slip(&self, slip: Slip) -> &'static str {
        match slip {
            Slip::Sign => self.slip_sign(),
            Slip::WhiteSpace => self.slip_white_space(),
            Slip::LetterCase => self.slip_letter_case(),
            Slip::Width => self.slip_width(),
            Slip::Punctuation => self.slip_punctuation(),
            Slip::ClosingSign => self.slip_closing_sign(),
            Slip::ZeroWidth => self.slip_zero_width(),
            Slip::ForeignText => self.slip_foreign_text(),
        }
    }
}
