//! Named sets of an endpoint's options.

use crate::json::Json;

// `NAMES`, and in the same order `OPTIONS`, the JSON of each: from `presets.json`.
include!(concat!(env!("OUT_DIR"), "/presets.rs"));

/// Returns an endpoint's fields with the options of a preset, by its index: those that
/// the file has itself win, and its answers come first.
pub(super) fn fill_in(
    own: &Json,
    index: usize,
    parse: &dyn Fn(&str) -> Option<Json>,
) -> Option<Json> {
    let options = parse(OPTIONS.get(index)?)?;
    let (Json::Object(options), Json::Object(own)) = (options, own) else { return None };
    let mut fields = own.clone();
    for (name, option) in options {
        match (fields.iter_mut().find(|(field, _)| *field == name), option) {
            (None, option) => fields.push((name, option)),
            (Some((_, Json::List(own))), Json::List(more)) => own.extend(more),
            (Some(_), _) => {}
        }
    }
    Some(Json::Object(fields))
}
