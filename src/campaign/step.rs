//! How far a person has come with taking part.

use chrono::{DateTime, Utc};

/// A step of taking part, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Following the account.
    Follow,
    /// Writing a post that counts.
    Write,
    /// Posting it.
    Share,
    /// Handing in its link.
    HandIn,
    /// Nothing is left to do for this post.
    Done,
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is done.
    Done,
    /// It is the next thing to do.
    Now,
    /// It comes later.
    Later,
}

/// What a person has done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Whether there is an account to follow, which has not been ticked.
    pub should_follow: bool,
    /// Whether anything is written.
    pub is_begun: bool,
    /// Whether what is written keeps the rules.
    pub passes: bool,
    /// When what is written was shared, as it stands.
    pub shared_at: Option<DateTime<Utc>>,
    /// Whether a link that can be handed in stands in its field.
    pub is_pasted: bool,
    /// When a link was handed in last.
    pub handed_in_at: Option<DateTime<Utc>>,
}

impl Step {
    /// Returns the value of `data-step`.
    pub fn name(self) -> &'static str {
        match self {
            Step::Follow => "follow",
            Step::Write => "write",
            Step::Share => "share",
            Step::HandIn => "hand-in",
            Step::Done => "done",
        }
    }
}

impl Standing {
    /// Returns the value of `data-state`.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Done => "done",
            Standing::Now => "now",
            Standing::Later => "later",
        }
    }
}

impl Progress {
    /// Returns the next step.
    ///
    /// # Examples
    ///
    /// ```
    /// use campaign_widget::campaign::{Progress, Standing, Step};
    ///
    /// let mut progress = Progress { should_follow: true, ..Progress::default() };
    /// assert_eq!(progress.next(), Step::Follow);
    /// // Whoever writes has gone on.
    /// progress.is_begun = true;
    /// assert_eq!(progress.next(), Step::Write);
    /// progress.passes = true;
    /// assert_eq!(progress.next(), Step::Share);
    /// assert_eq!(progress.standing(Step::Write), Standing::Done);
    /// assert_eq!(progress.standing(Step::Follow), Standing::Later);
    /// ```
    pub fn next(&self) -> Step {
        let is_handed_in = self.handed_in_at.is_some();
        if self.is_pasted || (self.is_shared() && self.handed_in_at < self.shared_at) {
            Step::HandIn
        } else if is_handed_in && (self.is_shared() || !self.is_begun) {
            Step::Done
        } else if self.passes {
            Step::Share
        } else if self.should_follow && !self.is_begun {
            Step::Follow
        } else {
            Step::Write
        }
    }

    /// Returns where a step stands.
    pub fn standing(&self, step: Step) -> Standing {
        let next = self.next();
        let is_done = match step {
            Step::Follow => !self.should_follow,
            Step::Write => self.passes || self.is_shared(),
            Step::Share => self.is_shared(),
            Step::HandIn | Step::Done => next == Step::Done,
        };
        match step == next {
            true => Standing::Now,
            false if is_done => Standing::Done,
            false => Standing::Later,
        }
    }

    fn is_shared(&self) -> bool {
        self.shared_at.is_some()
    }
}
