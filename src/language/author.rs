//! What the page's author is told.

use super::Language;
use crate::campaign::{Flaw, PLACEHOLDERS, Trouble};
use crate::json::Kind;
use crate::time::MomentError;

impl Language {
    /// Why the card cannot be shown.
    pub fn trouble(&self, trouble: &Trouble) -> String {
        match trouble {
            Trouble::NoSource => self.trouble_no_source().into(),
            Trouble::Unreachable { src } => self.trouble_unreachable(src),
            Trouble::Status { src, code } => self.trouble_status(src, &code.to_string()),
            Trouble::Undecodable { src } => self.trouble_undecodable(src),
            Trouble::NotAMoment { attribute } => self.trouble_not_a_moment(attribute),
            Trouble::NotJson { words } => self.trouble_not_json(words),
            Trouble::Invalid { problems, .. } => self.trouble_invalid(problems.len()),
        }
    }

    /// What is wrong with a field of the campaign file, after its path.
    pub fn flaw(&self, flaw: &Flaw) -> String {
        match flaw {
            Flaw::Missing => self.flaw_missing(),
            Flaw::WrongKind { expected, found } => {
                return self.flaw_wrong_kind(self.kind(*expected), self.kind(*found));
            }
            Flaw::Unknown { nearest: None } => self.flaw_unknown(),
            Flaw::Unknown { nearest: Some(nearest) } => return self.flaw_unknown_nearest(nearest),
            Flaw::NotOneOf { allowed, nearest } => {
                let allowed = allowed.join(self.between_choices());
                return match nearest {
                    Some(nearest) => self.flaw_not_one_of_nearest(&allowed, nearest),
                    None => self.flaw_not_one_of(&allowed),
                };
            }
            Flaw::Empty => self.flaw_empty(),
            Flaw::NotACount => self.flaw_not_a_count(),
            Flaw::NotAnAddress => self.flaw_not_an_address(),
            Flaw::NotAMoment(MomentError::Shape) => self.flaw_moment_shape(),
            Flaw::NotAMoment(MomentError::NoOffset) => self.flaw_moment_no_offset(),
            Flaw::NotAMoment(MomentError::NoSuchTime) => self.flaw_moment_no_such_time(),
            Flaw::EndsBeforeItStarts => self.flaw_ends_before_it_starts(),
            Flaw::UntilBeforeEnd => self.flaw_until_before_end(),
            Flaw::NotAnId => self.flaw_not_an_id(),
            Flaw::NotATag => self.flaw_not_a_tag(),
            Flaw::NotALanguage => self.flaw_not_a_language(),
            Flaw::NotAPlaceholder { name } => {
                let allowed = PLACEHOLDERS.join(self.between_choices());
                return self.flaw_not_a_placeholder(&["{", name, "}"].concat(), &allowed);
            }
            Flaw::NoPost => return self.flaw_no_post("{link}"),
            Flaw::NoKey => return self.flaw_no_key("{key}", "{postId}"),
            Flaw::NotAHeader => self.flaw_not_a_header(),
            Flaw::NotAStatus => self.flaw_not_a_status(),
            Flaw::Repeated => self.flaw_repeated(),
            Flaw::Garbled => self.flaw_garbled(),
        }
        .into()
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Null => self.kind_null(),
            Kind::Bool => self.kind_bool(),
            Kind::Number => self.kind_number(),
            Kind::Text => self.kind_text(),
            Kind::List => self.kind_list(),
            Kind::Object => self.kind_object(),
        }
    }
}
