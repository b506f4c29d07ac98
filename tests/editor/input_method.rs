//! What belongs to an input method is left to it.

use campaign_widget::editor::counts_while_composed;

use super::{Action, Press, Status, Tab};

#[test]
fn a_press_waits_until_an_input_method_is_done() {
    let mut tab = Tab::with("买入|");
    tab.does(Action::StartComposing);
    tab.types("买入nihao|");
    assert!(tab.model.composes());
    assert_eq!(tab.presses(Press::InsertTag), "买入nihao|", "nothing is written into it");

    // It gives its characters, and is done.
    tab.field = super::drawn("买入你好|");
    tab.does(Action::EndComposing);
    assert_eq!(tab.drawing(), "买入你好 #Gate xStocks 交易体验#|");
    assert!(!tab.model.composes());
}

#[test]
fn presses_that_waited_are_made_one_after_the_other() {
    let mut tab = Tab::with("买入|");
    tab.does(Action::StartComposing);
    tab.presses(Press::Clear);
    tab.presses(Press::InsertTag);
    tab.does(Action::EndComposing);
    assert_eq!(tab.drawing(), "#Gate xStocks 交易体验#|");
}

#[test]
fn whoever_writes_without_a_word_ends_what_is_composed() {
    let mut tab = Tab::with("买入|");
    tab.does(Action::StartComposing);
    tab.field = super::drawn("别的|");
    let update = tab.does(Action::Read);
    assert!(update.is_written && !tab.model.composes());
    assert_eq!(tab.model.text(), "别的");
    assert_eq!(tab.model.status(), &Status::None);
}

/// A syllable of Hangul is open until the next key, which may never come.
#[test]
fn only_what_stays_as_long_counts_before_it_is_chosen() {
    for composed in ["ㅎ", "하", "한", "\u{1112}\u{1161}\u{11AB}"] {
        assert!(counts_while_composed(composed), "{composed}");
    }
    for composed in ["", "n", "ni hao", "你好", "にほん", "한 n", "ｎ"] {
        assert!(!counts_while_composed(composed), "{composed}");
    }
}
