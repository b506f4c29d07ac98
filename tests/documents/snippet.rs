//! What the product's page has its visitors copy.

use super::sources::{root, text};

/// The first block of HTML in a document.
fn first_html(document: &str) -> &str {
    let (_, block) = document.split_once("```html\n").expect("a block of HTML");
    block.split("\n```").next().expect("its end")
}

/// What stands in the first `<code>` of a page, as a reader sees it.
fn first_code(page: &str) -> String {
    let (_, code) = page.split_once("<code data-html>").expect("code");
    let code = code.split("</code>").next().expect("its end");
    code.replace("&lt;", "<").replace("&amp;", "&")
}

#[test]
fn it_is_the_snippet_of_the_readme() {
    let page = text(&root().join("src/gallery/gallery.html"));
    let readme = text(&root().join("README.md"));
    assert_eq!(first_code(&page), first_html(&readme));
}
