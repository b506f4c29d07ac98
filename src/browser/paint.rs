//! Text with highlighted ranges.

use std::cell::RefCell;
use std::ops::Range;

use web_sys::{Element, Node, Text};

use crate::draft::{Edit, difference};

/// A highlighted range of a text, in bytes, and its class.
pub type Stretch = (Range<usize>, &'static str);

/// An element that shows a text with each highlighted range in a `<mark>`.
///
/// Unchanged runs are not touched: a browser takes milliseconds to lay out a
/// long text that is replaced, and none for an added letter.
pub struct Painting {
    element: Element,
    /// Plain and marked runs in turn, the first and the last plain.
    runs: RefCell<Vec<Run>>,
}

struct Run {
    text: Text,
    shown: String,
    /// The class of a mark; empty if plain.
    class: &'static str,
    node: Node,
}

impl Painting {
    /// Creates a painting in an empty element.
    pub fn on(element: Element) -> Painting {
        Painting { element, runs: RefCell::default() }
    }

    /// Shows `text` with its `stretches`, which are in order and do not
    /// overlap.
    pub fn show(&self, text: &str, stretches: &[Stretch]) {
        let mut end = 0;
        let mut wanted = Vec::with_capacity(2 * stretches.len() + 1);
        for (range, class) in stretches {
            wanted.push((text.get(end..range.start).unwrap_or_default(), ""));
            wanted.push((text.get(range.clone()).unwrap_or_default(), *class));
            end = range.end;
        }
        wanted.push((text.get(end..).unwrap_or_default(), ""));

        let mut runs = self.runs.borrow_mut();
        let kept = wanted.len().min(runs.len());
        for run in runs.drain(kept..) {
            let _ = self.element.remove_child(&run.node);
        }
        for (index, (text, class)) in wanted.into_iter().enumerate() {
            match runs.get_mut(index) {
                Some(run) => run.change(text, class),
                None => runs.extend(self.add(text, class)),
            }
        }
    }

    fn add(&self, text: &str, class: &'static str) -> Option<Run> {
        let document = self.element.owner_document()?;
        let shown = document.create_text_node(text);
        let node: Node = match class {
            "" => shown.clone().into(),
            class => {
                let mark = document.create_element("mark").ok()?;
                mark.set_class_name(class);
                mark.append_child(&shown).ok()?;
                mark.into()
            }
        };
        self.element.append_child(&node).ok()?;
        Some(Run { text: shown, shown: text.to_owned(), class, node })
    }
}

impl Run {
    fn change(&mut self, text: &str, class: &'static str) {
        if self.class != class {
            self.class = class;
            if let Some(mark) = self.text.parent_element() {
                mark.set_class_name(class);
            }
        }
        if self.shown != text {
            let Edit { range, with } = difference(&self.shown, text);
            let units = |range| self.shown.get(range).map_or(0, units);
            let _ = self.text.replace_data(units(0..range.start), units(range), &with);
            text.clone_into(&mut self.shown);
        }
    }
}

/// Returns the length of a text in UTF-16 code units.
fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
