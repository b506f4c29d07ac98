//! The interfaces of `campaign-widget.d.ts`, as far as one line a field tells.

use std::collections::BTreeMap;

use super::sources::text;

/// A field of an interface.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Whether it may be left out.
    pub is_optional: bool,
    /// Its type, as it is written.
    pub type_text: String,
    /// Whether a comment says what it is.
    pub has_comment: bool,
}

/// The fields of an interface, by their names.
pub type Fields = BTreeMap<String, Field>;

/// All interfaces that the package exports.
pub struct Declarations(BTreeMap<String, Fields>);

impl Declarations {
    pub fn read() -> Self {
        let text = text("src/package/campaign-widget.d.ts");
        let mut interfaces = BTreeMap::new();
        for rest in text.split("\nexport interface ").skip(1) {
            let (head, body) = rest.split_once(" {\n").expect("a body");
            let (body, _) = body.split_once("\n}\n").expect("its end");
            interfaces.insert(head.split(' ').next().unwrap().to_owned(), fields(body));
        }
        Self(interfaces)
    }

    /// The fields of the interface of this name.
    pub fn interface(&self, name: &str) -> &Fields {
        self.0.get(name).unwrap_or_else(|| panic!("no interface {name}"))
    }

    /// All of them, with their names.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Fields)> {
        self.0.iter()
    }
}

fn fields(body: &str) -> Fields {
    let mut fields = Fields::new();
    let mut has_comment = false;
    for line in body.lines().map(str::trim) {
        if let Some((name, type_text)) = line.strip_suffix(';').and_then(|l| l.split_once(": ")) {
            let is_optional = name.ends_with('?');
            let name = name.trim_end_matches('?').trim_matches('"').to_owned();
            fields.insert(name, Field { is_optional, type_text: type_text.into(), has_comment });
        }
        has_comment = line.ends_with("*/");
    }
    fields
}
