//! Text in which some stretches look different, changed bit by bit.

use campaign_widget::browser::paint::{Painting, Stretch};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};

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
        let html = if html.is_empty() { String::new() } else { format!("<div>{html}</div>") };
        assert_eq!(painted(text, stretches), html);
    }
}

#[wasm_bindgen_test]
fn each_line_is_a_block_with_its_part_of_a_stretch() {
    let text = "ab\n\ncd\n";
    let mark = |text: &str| format!("<mark class=\"x\">{text}</mark>");
    let whole = ["ab\n", "\n", "cd\n"].map(|line| format!("<div>{}</div>", mark(line))).concat();
    assert_eq!(painted(text, &[(0..7, "x")]), whole);
    let (b, c) = (mark("b\n"), mark("c"));
    let inner = format!("<div>a{b}</div><div>{}</div><div>{c}d\n</div>", mark("\n"));
    assert_eq!(painted(text, &[(1..5, "x")]), inner);
    let ends = format!("<div>{}</div><div>\n</div><div>cd\n</div>", mark("ab\n"));
    assert_eq!(painted(text, &[(0..3, "x")]), ends);
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
        ("一\n二\n三", &[(0..3, "x")]),
        ("一\n二\n\n三", &[(4..9, "x")]),
        ("一\n新\n二\n\n三", &[(4..7, "x"), (8..13, "y")]),
        ("一\n二\n\n三\n", &[(8..9, "x")]),
        ("一\n一\n一\n", &[]),
        ("一\n一\n", &[]),
        ("\n\n\n\n", &[(1..3, "x")]),
        ("一\n一\n一二\n一\n一", &[(4..11, "x")]),
        ("二\n一", &[]),
    ];
    for (text, stretches) in steps.iter().chain(steps.iter().rev()) {
        painting.show(text, stretches);
        assert_eq!(element.text_content().as_deref(), Some(*text));
        assert_eq!(element.inner_html(), painted(text, stretches));
    }
}

fn children(of: &Node) -> Vec<Node> {
    std::iter::successors(of.first_child(), Node::next_sibling).collect()
}

/// A browser lays out anew whatever is replaced.
#[wasm_bindgen_test]
fn what_stays_is_not_touched() {
    let element = element();
    let painting = Painting::on(element.clone());
    painting.show("一 #二 三", &[(4..8, "tag")]);
    let nodes = || children(&element.first_child().unwrap());
    let before = nodes();
    painting.show("一一 #二 三四", &[(7..11, "tag")]);
    assert_eq!(nodes(), before);
}

/// A browser took milliseconds at each key of a post of several paragraphs.
#[wasm_bindgen_test]
fn a_line_break_leaves_the_other_lines_as_they_are() {
    let element = element();
    let painting = Painting::on(element.clone());
    painting.show("一\n二三\n四\n", &[(0..3, "x")]);
    let [one, _, four] = children(&element).try_into().unwrap();
    painting.show("一\n二\n三\n四\n", &[(0..3, "x")]);
    let [first, .., last] = &children(&element)[..] else { panic!("four lines") };
    assert_eq!([first, last], [&one, &four]);
    painting.show("一\n四\n", &[(0..3, "x")]);
    assert_eq!(children(&element), [one, four]);
}
