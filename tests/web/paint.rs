//! Text in which some stretches look different, changed bit by bit.

use campaign_widget::browser::paint::{Painting, Stretch};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

fn element() -> Element {
    web_sys::window().unwrap().document().unwrap().create_element("div").unwrap()
}

/// What is painted at once on a new element.
fn painted(text: &str, stretches: &[Stretch]) -> String {
    let element = element();
    Painting::on(element.clone()).show(text, stretches);
    element.inner_html()
}

#[wasm_bindgen_test]
fn each_stretch_is_a_mark_of_its_class() {
    for (text, stretches, html) in [
        ("", &[][..], ""),
        ("a<b>&c", &[], "a&lt;b&gt;&amp;c"),
        ("一#二 三", &[(3..7, "tag")], "一<mark class=\"tag\">#二</mark> 三"),
        ("ab", &[(0..1, "x"), (1..2, "y")], "<mark class=\"x\">a</mark><mark class=\"y\">b</mark>"),
        ("👍🏽!", &[(0..8, "x")], "<mark class=\"x\">👍🏽</mark>!"),
    ] {
        assert_eq!(painted(text, stretches), html);
    }
}

#[wasm_bindgen_test]
fn a_change_leaves_what_painting_anew_would() {
    let element = element();
    let painting = Painting::on(element.clone());
    let steps: &[(&str, &[Stretch])] = &[
        ("好", &[]),
        ("好 #a", &[(4..6, "other")]),
        ("好 #ab", &[(4..7, "other")]),
        ("好很 #ab 好", &[(7..10, "other")]),
        ("好很 #ab 好 #c", &[(7..10, "other"), (15..17, "near")]),
        ("👍好很 #ab 好 #c", &[(11..14, "other"), (19..21, "near")]),
        ("👍🏽好很 #ab 好 #c", &[(15..18, "near"), (23..25, "other")]),
        ("aaaa", &[]),
        ("aaa", &[]),
        ("aaaaa", &[(1..2, "x"), (3..5, "y")]),
        ("", &[]),
        ("e\u{301}e\u{301}", &[(0..3, "x")]),
        ("e\u{301}", &[(0..3, "x")]),
    ];
    for (text, stretches) in steps.iter().chain(steps.iter().rev()) {
        painting.show(text, stretches);
        assert_eq!(element.text_content().as_deref(), Some(*text));
        assert_eq!(element.inner_html(), painted(text, stretches));
    }
}

/// A browser lays out anew whatever is replaced.
#[wasm_bindgen_test]
fn what_stays_is_not_touched() {
    let element = element();
    let painting = Painting::on(element.clone());
    painting.show("一 #二 三", &[(4..8, "tag")]);
    let nodes = || {
        let text = element.first_child();
        let mark = text.as_ref().and_then(|text| text.next_sibling());
        (text, mark)
    };
    let before = nodes();
    painting.show("一一 #二 三四", &[(7..11, "tag")]);
    assert_eq!(nodes(), before);
}
