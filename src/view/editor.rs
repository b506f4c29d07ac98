//! The draft that is being written: the state that the composer's parts share.

use std::ops::Range;

use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::context::Card;
use super::field;
use super::live::{Keeper, effect};
use super::notes::{Notes, Place};
use super::piece::Piece;
use crate::browser::channel::Channel;
use crate::browser::device;
use crate::browser::later::after;
use crate::browser::text::nfc;
use crate::campaign::{Minimum, Unit};
use crate::draft::{
    Edit, Finding, Fingerprint, Known, OtherTag, Report, Rule, Rules, check, insertion, removal,
    repairs, replacement,
};
use crate::language::Phrases;
use crate::notebook::{Note, Way};

/// How soon other tabs are looked at after they told of a change, in ms.
const SOON: u32 = 100;

/// The longest between two keys of somebody who is typing, in ms.
const BETWEEN_KEYS: u32 = 2_000;

/// How long after the card the page around it is read, in ms: not at the first
/// key, for a long page takes a while.
const LATER: u32 = 800;

/// A press that changes the text.
#[derive(Debug, Clone)]
pub enum Press {
    /// Puts the campaign tag where the caret is.
    Insert,
    /// Repairs a rule's failure.
    Fix(Rule),
    /// Takes out this one of the other tags, which is written so.
    Remove(usize, String),
    /// Puts the campaign tag in the place of this one.
    Replace(usize, String),
    /// Takes out everything.
    Clear,
    /// Puts back what was cleared.
    Restore(String),
    /// Begins another note.
    Start,
    /// Opens another note.
    Open(String),
    /// Opens the notes of the language that is shown.
    FollowLanguage,
}

/// What became of the last press, and of the person's notes.
#[derive(Debug, Clone)]
pub enum Status {
    /// Nothing to say.
    None,
    /// There is nothing to hand over.
    Empty,
    /// The draft breaks a rule; another press of the same goes on.
    Warned(Way),
    /// The draft went out; and what there is to say beside that.
    Done(Way, fn(&Phrases) -> &'static str),
    /// The browser refused to copy, or did not answer.
    NotCopied,
    /// This text was cleared, and can be brought back.
    Cleared(String),
    /// This note was deleted, and can be brought back.
    Deleted(Place, Note),
    /// Two tabs wrote on one note, and both are kept.
    Clash,
}

/// How the person is writing, and who is told of it.
#[derive(Default)]
pub(super) struct Typing {
    /// Whether an input method is composing.
    pub composes: bool,
    /// The press that waits for it to be done.
    pub waiting: Option<Press>,
    /// When the person last wrote, in monotonic ms.
    wrote_at: i64,
    channel: Option<Channel>,
}

/// The draft that is being written.
#[derive(Clone, Copy)]
pub struct Editor {
    /// The card that it belongs to.
    pub card: Card,
    /// The field.
    pub area: Piece,
    /// What is written, in NFC, in which form it also goes out.
    pub draft: RwSignal<String>,
    /// What the rules say of it at this moment.
    pub latest: Memo<Report>,
    /// What the card says of it: the same, but as it was before for as long as an
    /// input method composes, for the letters of a pinyin are no words yet.
    pub report: Memo<Report>,
    /// The notes, of which the open one holds the draft.
    pub notes: Notes,
    /// What is said below the draft.
    pub status: RwSignal<Status>,
    pub(super) typing: StoredValue<Typing, LocalStorage>,
    /// Whether `report` stays as it is.
    pub(super) is_held: RwSignal<bool>,
    /// Until it follows again.
    pub(super) release: Keeper,
    /// Until other tabs are looked at.
    soon: Keeper,
}

impl Editor {
    /// Opens what was written last.
    pub fn new(card: Card) -> Editor {
        let draft = RwSignal::new(String::new());
        let notes = Notes::new(card);
        let announced = RwSignal::new(String::new());
        let known = Memo::new(move |_| known(notes, &announced.get()));
        let latest = Memo::new(move |_| draft.with(|draft| report(card, draft, known)));
        let is_held = RwSignal::new(false);
        let report = Memo::new(move |before: Option<&Report>| match before {
            Some(before) if is_held.get() => before.clone(),
            _ => latest.get(),
        });
        let editor = Editor {
            card,
            area: Piece::new("textarea", ""),
            draft,
            latest,
            report,
            notes,
            status: RwSignal::new(Status::None),
            typing: StoredValue::new_local(Typing::default()),
            is_held,
            release: Keeper::here(),
            soon: Keeper::here(),
        };
        editor.show();
        effect(move || {
            // Each language has its own notes.
            card.wording_language();
            editor.press(Press::FollowLanguage);
        });
        editor.keep_reading();
        // Whoever types in another tab is heard at every key.
        let channel = Channel::open(&card.key("note:"), move || editor.refresh_in(SOON));
        editor.typing.update_value(|typing| typing.channel = Some(channel));
        let reading = Keeper::here();
        reading.keep(after(LATER, move || {
            let _ = announced.try_set(announcement(card));
        }));
        editor
    }

    /// The field, while it is there.
    pub fn field(&self) -> Option<HtmlTextAreaElement> {
        self.area.element()
    }

    /// The person wrote, or a press did.
    pub fn changed(&self) {
        let Some(area) = self.field() else { return };
        // Whoever writes has chosen the language of what is written.
        if self.card.chosen.get_untracked().is_none() {
            self.card.chosen.set(Some(untrack(|| self.card.shown())));
        }
        let text = area.value();
        let now = device::reading().monotonic;
        self.typing.update_value(|typing| typing.wrote_at = now);
        if self.notes.write(&text) {
            self.status.set(Status::Clash);
        }
        self.draft.set(nfc(&text));
        self.forget_status();
        self.tell();
    }

    /// Tells the other cards and tabs that something was kept.
    pub fn tell(&self) {
        self.typing.with_value(|typing| typing.channel.iter().for_each(Channel::tell));
    }

    /// Shows what the open note holds.
    pub fn show(&self) {
        let text = self.notes.text();
        if let Some(area) = self.field().filter(|area| area.value() != text) {
            area.set_value(&text);
        }
        self.draft.set(nfc(&text));
        if !matches!(self.status.get_untracked(), Status::Deleted(..)) {
            self.status.set(self.standing());
        }
    }

    /// Takes up what other cards and tabs have kept.
    pub fn refresh(&self) {
        self.read();
        let Some(area) = self.field() else { return };
        let wrote_at = self.typing.try_with_value(|typing| typing.wrote_at).unwrap_or_default();
        let is_typing = field::is_in_use(&area)
            && device::reading().monotonic.saturating_sub(wrote_at) < i64::from(BETWEEN_KEYS);
        if is_typing {
            self.refresh_in(BETWEEN_KEYS);
        }
        if self.notes.refresh(self.composes() || is_typing) {
            self.show();
        }
    }

    fn refresh_in(self, wait: u32) {
        self.soon.keep(after(wait, move || self.refresh()));
    }

    /// Makes a press; once an input method is done, if one is composing, for
    /// what that is composing belongs to it alone.
    pub fn press(&self, press: Press) {
        let Some(area) = self.field() else { return };
        self.read();
        if self.composes() {
            return self.typing.update_value(|typing| typing.waiting = Some(press));
        }
        self.settle();
        match press {
            // What went out as it stands is kept in any case.
            Press::Clear if self.notes.way_out().is_some() => {
                self.notes.start();
                return self.go_on_with_another();
            }
            Press::Start => {
                self.notes.start();
                return self.go_on_with_another();
            }
            Press::Open(id) => {
                self.notes.open(&id);
                return self.go_on_with_another();
            }
            Press::FollowLanguage => {
                if untrack(|| self.notes.follow_language()) {
                    self.show();
                }
                return;
            }
            _ => {}
        }
        let text = nfc(&area.value());
        let edits = untrack(|| self.edits(&press, &text, field::caret(&area)));
        field::make(&area, &edits);
        // Unless the browser has told by itself.
        self.read();
        if let Press::Clear = press {
            self.status.set(Status::Cleared(text));
        }
    }

    fn edits(&self, press: &Press, text: &str, caret: usize) -> Vec<Edit> {
        let (tag, account) = (tag(self.card), account(self.card));
        let rules = Rules { tag: &tag, account: &account, minimum: minimum(self.card) };
        match press {
            Press::Insert => insertion(text, caret, &rules).into_iter().collect(),
            Press::Fix(rule) => repairs(text, &rules, *rule),
            Press::Replace(index, written) => {
                let range = self.other_tag(*index, written);
                range.and_then(|range| replacement(text, &range, &rules)).into_iter().collect()
            }
            Press::Remove(index, written) => {
                let range = self.other_tag(*index, written);
                range.map(|range| removal(text, range)).into_iter().collect()
            }
            Press::Clear => vec![Edit { range: 0..text.len(), with: String::new() }],
            Press::Restore(gone) => vec![Edit { range: 0..0, with: gone.clone() }],
            Press::Start | Press::Open(_) | Press::FollowLanguage => Vec::new(),
        }
    }

    /// Where an other tag is that was seen as this one, written so; the text may
    /// have changed since.
    fn other_tag(&self, index: usize, written: &str) -> Option<Range<usize>> {
        self.latest.with(|report| {
            let others = report.verdicts.iter().find_map(|verdict| match &verdict.finding {
                Finding::OtherTags(others) => Some(others),
                _ => None,
            })?;
            let same = |other: &&OtherTag| other.text == written;
            let other = others.get(index).filter(same).or_else(|| others.iter().find(same))?;
            Some(other.range.clone())
        })
    }

    /// Takes back what was said of another text.
    fn forget_status(&self) {
        let is_empty = self.draft.with_untracked(String::is_empty);
        let next = self.standing();
        let stays = self.status.with_untracked(|status| match (status, &next) {
            // Until the person writes on.
            (Status::Cleared(_), _) => is_empty,
            (Status::Deleted(..) | Status::Clash | Status::None, Status::None) => true,
            (Status::Done(before, _), Status::Done(now, _)) => before == now,
            _ => false,
        });
        if !stays {
            self.status.set(next);
        }
    }

    /// What there is to say of the note as it stands: what went out says so, also
    /// after a reload.
    pub fn standing(&self) -> Status {
        self.notes.way_out().map_or(Status::None, |way| Status::Done(way, |_| ""))
    }

    fn go_on_with_another(&self) {
        self.show();
        self.tell();
        if let Some(area) = self.field() {
            let _ = area.focus();
        }
    }
}

fn report(card: Card, draft: &str, known: Memo<Known>) -> Report {
    let (tag, account) = (tag(card), account(card));
    let rules = Rules { tag: &tag, account: &account, minimum: minimum(card) };
    known.with(|known| check(draft, &rules, known))
}

/// What a post should not repeat.
fn known(notes: Notes, announced: &str) -> Known {
    let post = |note: &Note| Some(Fingerprint::of(&nfc(&note.post.as_ref()?.text)));
    let earlier = notes.others.with(|others| others.iter().filter_map(post).collect());
    Known { announcement: Fingerprint::of(&nfc(announced)), earlier }
}

/// What the campaign and the page around the card say.
fn announcement(card: Card) -> String {
    let mut text = card.inputs.host.try_with_value(|host| host.announcement()).unwrap_or_default();
    card.campaign.with_value(|campaign| {
        for (_, wording) in &campaign.languages {
            for line in wording.rewards.iter().chain(&wording.prompts) {
                text.push('\n');
                text.push_str(line);
            }
        }
    });
    text
}

/// The campaign tag of the language that is shown, in NFC.
pub fn tag(card: Card) -> String {
    nfc(&card.wording(|wording| wording.tag.clone()))
}

/// The account to follow of the language that is shown, in NFC; empty where there is
/// none.
fn account(card: Card) -> String {
    nfc(&card.wording(|wording| wording.follow.clone().unwrap_or_default()))
}

/// The minimum of the language that is shown.
pub fn minimum(card: Card) -> Minimum {
    card.wording(|wording| Some(wording.minimum))
        .unwrap_or(Minimum { count: 1, unit: Unit::Characters })
}
