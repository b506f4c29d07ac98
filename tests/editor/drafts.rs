//! The drafts behind the field, in one tab and in two.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{Action, Beside, Disk, Press, ShareTarget, Status, Tab};

const STORY: &str = "周末睡不着，试着买了一点特斯拉，居然两秒就成交了";

fn two_tabs() -> (Tab, Tab) {
    let disk: Rc<RefCell<Disk>> = Rc::default();
    let ids: Rc<Cell<u32>> = Rc::default();
    let mut first = Tab::open(&disk, &ids);
    first.types(&format!("{STORY}|"));
    let second = Tab::open(&disk, &ids);
    (first, second)
}

fn share(tab: &mut Tab, text: &str) {
    let id = tab.model.drafts().open().id.clone();
    let (target, beside) = (ShareTarget::X, Beside::Nothing);
    tab.does(Action::Share { id, text: text.to_owned(), target, beside });
}

fn look(tab: &mut Tab, is_focused: bool) -> super::Update {
    tab.view.catch_up();
    tab.does(Action::Refresh { is_focused })
}

#[test]
fn a_draft_is_there_after_a_reload() {
    let (_, second) = two_tabs();
    assert_eq!(second.drawing(), format!("{STORY}|"));
}

#[test]
fn what_was_shared_says_so_until_it_is_another_text() {
    let mut tab = Tab::with(&format!("{STORY}|"));
    share(&mut tab, STORY);
    let shared = Status::Shared(ShareTarget::X, Beside::Nothing);
    assert_eq!(tab.model.status(), &shared);
    tab.types(&format!("{STORY}！|"));
    assert_eq!(tab.model.status(), &Status::None);
    tab.types(&format!("{STORY}|"));
    assert_eq!(tab.model.status(), &shared, "it is that text again");
    // To clear it is to begin another one.
    assert_eq!(tab.presses(Press::Clear), "|");
    assert_eq!(tab.others(), [STORY]);
}

#[test]
fn what_was_shared_at_last_is_not_said_of_the_draft_that_is_open_by_then() {
    let mut tab = Tab::with(&format!("{STORY}|"));
    let id = tab.model.drafts().open().id.clone();
    tab.presses(Press::Start);
    let (target, beside) = (ShareTarget::Copy, Beside::Nothing);
    tab.does(Action::Share { id, text: STORY.to_owned(), target, beside });
    assert_eq!(tab.model.status(), &Status::None);
    assert_eq!(tab.model.drafts().others()[0].shared_to(), Some(ShareTarget::Copy));
}

#[test]
fn a_deleted_draft_comes_back_where_it_was() {
    let mut tab = Tab::with(&format!("{STORY}|"));
    tab.presses(Press::Start);
    tab.types("第二篇|");
    let id = tab.model.drafts().others()[0].id.clone();
    tab.presses(Press::Delete(id.clone()));
    assert_eq!(tab.others(), [""; 0]);
    assert!(matches!(tab.model.status(), Status::Deleted(draft) if draft.id == id));
    assert_eq!(tab.presses(Press::Undo), "第二篇|", "what is open stays");
    assert_eq!(tab.others(), [STORY]);
}

#[test]
fn a_tab_follows_what_another_one_writes() {
    let (mut first, mut second) = two_tabs();
    second.types(&format!("{STORY}，真快|"));
    look(&mut first, false);
    assert_eq!(first.drawing(), format!("{STORY}，真快|"));
    assert_eq!(first.model.status(), &Status::None);
}

#[test]
fn who_is_writing_is_not_disturbed_and_both_texts_are_kept() {
    let (mut first, mut second) = two_tabs();
    second.types(&format!("{STORY}，真快|"));
    first.monotonic.set(60_000);
    // The field has the focus, but nobody has written for a while.
    look(&mut first, true);
    assert_eq!(first.drawing(), format!("{STORY}，真快|"));

    first.types(&format!("{STORY}，真的|"));
    second.types(&format!("{STORY}，真快啊|"));
    let update = look(&mut first, true);
    assert_eq!(first.drawing(), format!("{STORY}，真的|"), "the person is writing");
    assert_eq!(update.refresh_in, Some(2_000));
    first.types(&format!("{STORY}，真的是|"));
    assert_eq!(first.model.status(), &Status::Conflict);
    assert_eq!(first.others(), [format!("{STORY}，真快啊")]);
}

/// Both stored before either could see what the other had: what came last is in the
/// store, and the other text was given up for it.
#[test]
fn a_tab_whose_text_was_stored_over_keeps_it() {
    let (mut first, mut second) = two_tabs();
    first.types("第一个窗口写的|");
    second.types("第二个窗口写的|");
    let update = look(&mut first, false);
    assert_eq!(first.drawing(), "第一个窗口写的|");
    assert_eq!(first.model.status(), &Status::Conflict);
    assert_eq!(first.others(), ["第二个窗口写的"]);
    assert!(update.is_stored);
    look(&mut second, false);
    assert_eq!(
        (second.drawing().as_str(), second.others()),
        ("第二个窗口写的|", vec!["第一个窗口写的"])
    );
}

#[test]
fn an_input_method_is_not_disturbed_by_another_tab() {
    let (mut first, mut second) = two_tabs();
    second.does(Action::StartComposing);
    first.types("别的|");
    look(&mut second, false);
    assert_eq!(second.drawing(), format!("{STORY}|"));
    second.does(Action::EndComposing);
    look(&mut second, false);
    assert_eq!(second.drawing(), "别的|");
}

#[test]
fn a_store_that_is_cleared_takes_nothing_out_of_the_field() {
    let disk: Rc<RefCell<Disk>> = Rc::default();
    let mut tab = Tab::open(&disk, &Rc::default());
    tab.types(&format!("{STORY}|"));
    disk.borrow_mut().clear();
    look(&mut tab, false);
    assert_eq!(tab.drawing(), format!("{STORY}|"));
    let second = Tab::open(&disk, &Rc::default());
    assert_eq!(second.drawing(), format!("{STORY}|"), "it is stored again");
}
