//! Text with highlighted ranges.

use std::cell::RefCell;
use std::ops::Range;

use web_sys::{Element, Node, Text};

use crate::draft::{Edit, difference};

/// A highlighted range of a text, in bytes, and its class.
pub type Stretch = (Range<usize>, &'static str);

/// An element that shows a text with each highlighted range in a `<mark>`, and
/// each line, as far as its line break, in a `<div>`.
///
/// What is unchanged is not touched: a browser lays out only the line in which a
/// letter is typed, and keeps the others as they are.
pub struct Painting {
    element: Element,
    lines: RefCell<Vec<Line>>,
}

/// What a line is to show: plain and marked texts in turn, the first and the last
/// plain, each with its class, which is empty if it is plain.
type Runs<'t> = Vec<(&'t str, &'static str)>;

impl Painting {
    /// Creates a painting in an empty element.
    pub fn on(element: Element) -> Painting {
        Painting { element, lines: RefCell::default() }
    }

    /// Shows `text` with its `stretches`, which are in order and do not
    /// overlap.
    pub fn show(&self, text: &str, stretches: &[Stretch]) {
        let wanted = lines(text, stretches);
        let mut lines = self.lines.borrow_mut();
        let is_same = |(line, runs): &(&Line, &Runs<'_>)| line.shows(runs);
        let head = lines.iter().zip(&wanted).take_while(is_same).count();
        // As many lines as are to be there: those below move as they are.
        let mut tail = lines.split_off(head);
        let rest = wanted.len() - head;
        for line in tail.drain(..tail.len().saturating_sub(rest)) {
            line.element.remove();
        }
        let next = tail.first().map(|line| line.element.clone());
        for _ in tail.len()..rest {
            lines.extend(self.add(next.as_ref()));
        }
        lines.append(&mut tail);
        for (line, runs) in lines.iter_mut().zip(&wanted) {
            line.change(runs);
        }
    }

    fn add(&self, next: Option<&Element>) -> Option<Line> {
        let element = self.element.owner_document()?.create_element("div").ok()?;
        self.element.insert_before(&element, next.map(AsRef::as_ref)).ok()?;
        Some(Line { element, runs: Vec::new() })
    }
}

/// Cuts a text with its stretches into lines.
fn lines<'t>(text: &'t str, mut stretches: &[Stretch]) -> Vec<Runs<'t>> {
    let (mut lines, mut end) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let (mut runs, mut at) = (Runs::new(), end);
        end += line.len();
        while let Some(((range, class), rest)) = stretches.split_first()
            && range.start < end
        {
            let (from, to) = (range.start.max(at), range.end.min(end));
            runs.push((text.get(at..from).unwrap_or_default(), ""));
            runs.push((text.get(from..to).unwrap_or_default(), *class));
            at = to;
            if range.end > end {
                // It goes on in the next line.
                break;
            }
            stretches = rest;
        }
        runs.push((text.get(at..end).unwrap_or_default(), ""));
        lines.push(runs);
    }
    lines
}

struct Line {
    element: Element,
    runs: Vec<Run>,
}

impl Line {
    fn shows(&self, wanted: &Runs<'_>) -> bool {
        let shown = self.runs.iter().map(|run| (run.shown.as_str(), run.class));
        shown.eq(wanted.iter().copied())
    }

    fn change(&mut self, wanted: &Runs<'_>) {
        let kept = wanted.len().min(self.runs.len());
        for run in self.runs.drain(kept..) {
            let _ = self.element.remove_child(&run.node);
        }
        for (index, (text, class)) in wanted.iter().enumerate() {
            match self.runs.get_mut(index) {
                Some(run) => run.change(text, class),
                None => self.runs.extend(Run::add(&self.element, text, class)),
            }
        }
    }
}

struct Run {
    text: Text,
    shown: String,
    /// The class of a mark; empty if plain.
    class: &'static str,
    node: Node,
}

impl Run {
    fn add(line: &Element, text: &str, class: &'static str) -> Option<Run> {
        let document = line.owner_document()?;
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
        line.append_child(&node).ok()?;
        Some(Run { text: shown, shown: text.to_owned(), class, node })
    }

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
