//! The languages of the cards of a page.

use std::cell::RefCell;

use crate::browser::text;
use crate::language::Language;

thread_local! {
    /// Those that have been read, each with its file. They stay as long as the page: there
    /// are few, and every card of a page speaks one of them.
    static READ: RefCell<Vec<(&'static str, &'static Language)>> =
        const { RefCell::new(Vec::new()) };
}

/// Reads a language, once: the file with the sentences of the countdown, and that with all
/// others if it has come.
pub fn read(early: String, forms: Option<String>) -> &'static Language {
    let language =
        READ.with_borrow_mut(|read| match read.iter().find(|(file, _)| *file == early) {
            Some((_, language)) => language,
            None => {
                let early: &'static str = early.leak();
                let language: &'static Language =
                    Box::leak(Box::new(Language::read(early, text::plural_category)));
                read.push((early, language));
                language
            }
        });
    if let Some(forms) = forms.filter(|_| !language.is_whole()) {
        language.add(forms.leak());
    }
    language
}
