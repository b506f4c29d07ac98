//! When what is typed is stored: soon, and before anything else is done with it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{Action, Beside, Disk, Press, ShareTarget, Status, Tab};

const STORY: &str = "周末睡不着，试着买了一点特斯拉，居然两秒就成交了";

fn kept(disk: &Rc<RefCell<Disk>>) -> String {
    let tab = Tab::open(disk, &Rc::default());
    tab.model.text().to_owned()
}

fn tab() -> (Tab, Rc<RefCell<Disk>>, Rc<Cell<u32>>) {
    let (disk, ids) = <(Rc<RefCell<Disk>>, Rc<Cell<u32>>)>::default();
    (Tab::open(&disk, &ids), disk, ids)
}

#[test]
fn a_key_waits_for_no_storage_and_is_stored_a_quarter_of_a_second_later() {
    let (mut tab, disk, _) = tab();
    let update = tab.keys("买|");
    assert!(update.is_written && !update.is_stored);
    assert_eq!(update.save_in, Some(250));
    let update = tab.keys("买入|");
    assert_eq!((update.save_in, kept(&disk).as_str()), (Some(250), ""));
    let update = tab.does(Action::Save);
    assert_eq!((update.is_stored, update.save_in), (true, None));
    assert_eq!(kept(&disk), "买入");
    assert_eq!(tab.does(Action::Save), super::Update::default(), "there is nothing more to store");
}

#[test]
fn whatever_is_done_next_stores_it_first() {
    let share = || Action::Share {
        id: String::new(),
        text: String::new(),
        target: ShareTarget::Copy,
        beside: Beside::Nothing,
    };
    let actions: [fn() -> Action; 4] = [
        || Action::Refresh { is_focused: true },
        || Action::SwitchLanguage("zh-CN".to_owned()),
        || Action::Press(Press::InsertTag),
        || Action::Press(Press::Start),
    ];
    for action in actions.into_iter().map(|action| action()).chain([share()]) {
        let (mut tab, disk, ids) = tab();
        tab.keys("买入|");
        let name = format!("{action:?}");
        assert_eq!(tab.does(action).save_in, None, "{name}");
        let texts = Tab::open(&disk, &ids);
        let texts = [&[texts.model.text()], texts.others().as_slice()].concat();
        assert!(texts.iter().any(|text| text.contains("买入")), "{name}: {texts:?}");
    }
}

#[test]
fn a_press_is_stored_with_what_it_writes() {
    let (mut tab, disk, _) = tab();
    tab.keys("买入|");
    tab.presses(Press::InsertTag);
    assert_eq!(kept(&disk), tab.model.text());
}

#[test]
fn a_post_that_is_written_on_is_kept_at_the_first_key() {
    let (mut tab, disk, ids) = tab();
    tab.types(&format!("{STORY}|"));
    let id = tab.model.drafts().open().id.clone();
    let (target, beside) = (ShareTarget::X, Beside::Nothing);
    tab.does(Action::Share { id, text: STORY.to_owned(), target, beside });
    tab.keys("换一个话题|");
    assert_eq!(tab.others(), [STORY]);
    let after = Tab::open(&disk, &ids);
    assert_eq!((after.model.text(), after.others()), ("换一个话题", vec![STORY]));
}

#[test]
fn two_tabs_that_type_at_once_keep_both_texts() {
    let (mut first, disk, ids) = tab();
    first.types(&format!("{STORY}|"));
    let mut second = Tab::open(&disk, &ids);
    first.keys(&format!("{STORY}，真快|"));
    second.keys(&format!("{STORY}，真稳|"));
    first.does(Action::Save);
    second.view.catch_up();
    second.does(Action::Save);
    assert_eq!(second.model.status(), &Status::Conflict);
    assert_eq!(second.model.text(), format!("{STORY}，真稳"));
    assert_eq!(second.others(), [format!("{STORY}，真快")]);
}

#[test]
fn text_that_comes_back_to_what_is_stored_is_stored_too() {
    let (mut tab, disk, _) = tab();
    tab.types("买入|");
    tab.keys("买入了|");
    tab.keys("买入|");
    tab.does(Action::Save);
    assert_eq!(kept(&disk), "买入");
}
